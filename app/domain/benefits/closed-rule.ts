// Benefits that have ended. Saying so kindly matters more than being right about somebody's award: most people have been
// moved to another benefit, and only their last letter can tell which.
import { calendarDateOf, type CalendarDate, type Nation } from "#app/domain/basics/dates.ts";
import type { Source } from "#app/domain/basics/sources.ts";
import { alwaysSays, cannotTell, defineBenefit, type Benefit, type Verdict } from "./benefit.ts";
import { exampleOffer } from "./example-offer.ts";
import type { BenefitId } from "./names.ts";
import type { CircumstancesFor } from "./offer.ts";
import type { PreparedOffer } from "./prepared.ts";
import type { Reason } from "./reasons.ts";

/** The first day without it, where it ended on that day, and what happened in a sentence of its own. */
export type Closure = { readonly from: CalendarDate; readonly nations: readonly Nation[]; readonly source: Source; readonly what: Reason };

export const greatBritain: readonly Nation[] = ["england", "wales", "scotland"];
export const everywhere: readonly [Nation, ...Nation[]] = ["england", "wales", "scotland", "northern-ireland"];

/** A benefit that has ended: named, with what happened and what to check. Nobody who says they get it is contradicted. */
export function closedBenefit<Id extends BenefitId>(id: Id, closure: Closure): Benefit<Id> {
  const answers = answersFor(closure);
  return defineBenefit<Id>({
    id,
    nations: everywhere,
    sources: [closure.source],
    vouchedFor: { from: calendarDateOf("2024-04-08"), goodUntil: calendarDateOf("2027-04-11") },
    figures: {},
    assess: ({ prepared }) => assess(prepared, closure, answers),
    examples: [
      {
        title: "Somebody who says they still get it is asked to look at their last letter",
        source: closure.source.title,
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

type Answers = { readonly inNorthernIreland: Verdict; readonly before: Verdict; readonly ended: Verdict };

function answersFor({ nations, what }: Closure): Answers {
  const reason = nations.length === everywhere.length ? "closed-everywhere" : "closed-great-britain";
  return {
    inNorthernIreland: alwaysSays(cannotTell(["closed-date-not-known-northern-ireland"], { actions: ["closed-check-letter"] })),
    before: alwaysSays(cannotTell(["before-it-closed"], { actions: ["closed-check-letter"] })),
    ended: alwaysSays({ outcome: "CLOSED_CHECK", reasons: [reason, what], actions: ["closed-check-letter", "get-advice"] }),
  };
}

function assess({ offer, firstDay }: PreparedOffer, { from, nations }: Closure, answers: Answers): Verdict {
  if (!nations.includes(offer.nation)) return answers.inNorthernIreland;
  return firstDay !== undefined && firstDay < from ? answers.before : answers.ended;
}
