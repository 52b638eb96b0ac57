// Benefits for the extra costs of disability. Money does not change any of them; what the activity may be taken to show
// about a person's needs is the worry, and no program can weigh that.
import { calendarDateOf, type Nation } from "#app/domain/basics/dates.ts";
import type { Source } from "#app/domain/basics/sources.ts";
import { alwaysSays, defineBenefit, type Benefit, type Verdict } from "./benefit.ts";
import { exampleOffer } from "./example-offer.ts";
import type { BenefitId } from "./names.ts";
import type { CircumstancesFor } from "./offer.ts";

export const outsideScotland: readonly [Nation, ...Nation[]] = ["england", "wales", "northern-ireland"];
export const onlyScotland: readonly [Nation, ...Nation[]] = ["scotland"];

const noEffect: Verdict = {
  outcome: "NO_EFFECT",
  reasons: ["disability-money-does-not-matter", "disability-activity-is-evidence"],
  actions: ["disability-keep-note-of-support"],
};

/** A benefit whose amount no earnings change, in the nations where it is paid. */
export function disabilityBenefit<Id extends BenefitId>(
  id: Id,
  nations: readonly [Nation, ...Nation[]],
  sources: readonly [Source, ...Source[]],
): Benefit<Id> {
  const verdict = alwaysSays({ ...noEffect });
  return defineBenefit({
    id,
    nations,
    sources,
    vouchedFor: { from: calendarDateOf("2024-04-08"), goodUntil: calendarDateOf("2027-04-11") },
    figures: {},
    assess: () => verdict,
    examples: [
      {
        title: "Any amount leaves it as it is",
        source: "Benefits and Work glossary, Will work affect PIP",
        input: {
          offer: exampleOffer({ pence: 5000_00, on: "2026-06-10", nation: nations[0] }),
          circumstances: {} as CircumstancesFor<Id>,
          otherEarnings: { answer: "none" },
        },
        expected: { outcome: "NO_EFFECT" },
      },
    ],
  });
}
