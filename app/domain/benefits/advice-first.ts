// Benefits we can name and hold no confirmed rule for. The answer is always advice first, with whom to ask and about what:
// a rule somebody remembers is not a rule that was read.
import { calendarDateOf, type Nation } from "#app/domain/basics/dates.ts";
import type { Source } from "#app/domain/basics/sources.ts";
import { alwaysSays, cannotTell, defineBenefit, type Benefit, type Figures, type FigureUsed } from "./benefit.ts";
import { exampleOffer } from "./example-offer.ts";
import type { BenefitId } from "./names.ts";
import type { CircumstancesFor } from "./offer.ts";
import type { ActionId, Reason } from "./reasons.ts";

const everywhere: readonly [Nation, ...Nation[]] = ["england", "wales", "scotland", "northern-ireland"];

/** A benefit about which nothing is said but whom to ask, and why. */
export function adviceFirst<Id extends BenefitId>(
  id: Id,
  says: {
    readonly reasons: readonly [Reason, ...Reason[]];
    readonly sources: readonly [Source, ...Source[]];
    readonly actions?: readonly ActionId[];
    readonly nations?: readonly [Nation, ...Nation[]];
    /** Figures shown so that they can be checked; they decide nothing. */
    readonly figures?: Figures;
    readonly shown?: readonly FigureUsed[];
  },
): Benefit<Id> {
  const { reasons, sources, actions = [], nations = everywhere, figures = {}, shown } = says;
  const verdict = alwaysSays(cannotTell(["rule-not-held", ...reasons], { actions, ...(shown === undefined ? {} : { figures: shown }) }));
  return defineBenefit<Id>({
    id,
    nations,
    sources,
    vouchedFor: { from: calendarDateOf("2024-04-08"), goodUntil: calendarDateOf("2027-04-11") },
    figures,
    assess: () => verdict,
    examples: [
      {
        title: "Nothing is said about it beyond advice first",
        source: "The list of rules this program holds",
        input: {
          offer: exampleOffer({ pence: 1, on: "2026-06-10", nation: nations[0] }),
          circumstances: {} as CircumstancesFor<Id>,
          otherEarnings: { answer: "none" },
        },
        expected: { outcome: "UNKNOWN_ADVICE" },
      },
    ],
  });
}
