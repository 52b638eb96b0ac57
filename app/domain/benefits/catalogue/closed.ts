// Benefits that have ended in Great Britain. Saying so kindly matters more than being right about somebody's award: most
// people have been moved to another benefit, and only their last letter can tell which.
import { calendarDateOf, type CalendarDate, type Nation } from "#app/domain/basics/dates.ts";
import type { Source } from "#app/domain/basics/sources.ts";
import { cannotTell, defineBenefit, type AssessInput, type Benefit, type Verdict } from "../benefit.ts";
import { exampleOffer } from "../example-offer.ts";
import type { BenefitId } from "../names.ts";
import type { CircumstancesFor } from "../offer.ts";
import { sources } from "../sources.ts";

type ClosedBenefit = "income-related-esa" | "income-support" | "income-based-jsa" | "tax-credits";

type Closure = { readonly from: CalendarDate; readonly nations: readonly Nation[]; readonly source: Source };

const greatBritain: readonly Nation[] = ["england", "wales", "scotland"];
const everywhere: readonly [Nation, ...Nation[]] = ["england", "wales", "scotland", "northern-ireland"];

const closures: Readonly<Record<ClosedBenefit, Closure>> = {
  "income-related-esa": { from: calendarDateOf("2026-07-01"), nations: greatBritain, source: sources.closedEsa },
  "income-support": { from: calendarDateOf("2026-04-01"), nations: greatBritain, source: sources.closedLegacy },
  "income-based-jsa": { from: calendarDateOf("2026-04-01"), nations: greatBritain, source: sources.closedLegacy },
  "tax-credits": { from: calendarDateOf("2025-04-06"), nations: everywhere, source: sources.closedTaxCredits },
};

function define<Id extends ClosedBenefit & BenefitId>(id: Id): Benefit<Id> {
  return defineBenefit<Id>({
    id,
    nations: everywhere,
    sources: [closures[id].source],
    vouchedFor: { from: calendarDateOf("2024-04-08"), goodUntil: calendarDateOf("2027-04-11") },
    figures: {},
    assess: (input) => assess(input, closures[id]),
    examples: [
      {
        title: "Somebody who says they still get it is asked to look at their last letter",
        source: closures[id].source.title,
        input: {
          offer: exampleOffer({ pence: 50_00, on: "2026-07-02" }),
          circumstances: {} as CircumstancesFor<Id>,
          otherEarnings: { answer: "none" },
        },
        expected: { outcome: "CLOSED_CHECK" },
      },
    ],
  });
}

function assess({ prepared }: Pick<AssessInput<ClosedBenefit>, "prepared">, closure: Closure): Verdict {
  if (!closure.nations.includes(prepared.offer.nation)) {
    return cannotTell(["closed-date-not-known-northern-ireland"], { actions: ["closed-check-letter"] });
  }
  const { firstDay } = prepared;
  if (firstDay !== undefined && firstDay < closure.from) return cannotTell(["before-it-closed"], { actions: ["closed-check-letter"] });
  const reason = closure.nations.length === everywhere.length ? "closed-everywhere" : "closed-great-britain";
  return { outcome: "CLOSED_CHECK", reasons: [reason], actions: ["closed-check-letter", "get-advice"] };
}

export const incomeRelatedEsa = define("income-related-esa");
export const incomeSupport = define("income-support");
export const incomeBasedJsa = define("income-based-jsa");
export const taxCredits = define("tax-credits");
