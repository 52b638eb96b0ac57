import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assessOffer } from "#app/domain/benefits/assess.ts";
import type { Finding } from "#app/domain/benefits/benefit.ts";
import { benefitIds, type BenefitId } from "#app/domain/benefits/names.ts";
import type { Offer, Situation } from "#app/domain/benefits/offer.ts";
import { days, knownDays, offersFrom, runs, situationsFrom } from "#tests/support/benefit-arbitraries.ts";
import {
  slowCarer,
  slowEsa,
  slowHousing,
  slowJsa,
  slowPensionCredit,
  slowUniversalCredit,
  slowWithoutAmounts,
  type SlowOpinion,
} from "./slow-opinion.ts";

const when = fc.oneof({ arbitrary: knownDays, weight: 3 }, { arbitrary: days, weight: 1 });
const cases = fc.tuple(offersFrom(when), situationsFrom(when));

function findingOf(benefit: BenefitId, offer: Offer, situation: Situation): Finding {
  const only = { ...situation, circumstances: { [benefit]: situation.circumstances[benefit] } };
  const [finding] = assessOffer(offer, only).findings;
  return finding!;
}

function asOpinion(finding: Finding): SlowOpinion {
  const left = Math.min(...finding.rooms.map((room) => room.left));
  return {
    outcome: finding.outcome,
    ...(finding.outcome === "REDUCES_BY" ? { cuts: finding.reductions.map((reduction) => reduction.most) } : {}),
    ...(finding.outcome === "WITHIN_LIMIT" && Number.isFinite(left) ? { left } : {}),
  };
}

/** The slow opinion gives every benefit the same parts the engine's finding has. */
function withoutLeft({ left: _left, ...opinion }: SlowOpinion): SlowOpinion {
  return opinion;
}

/** A benefit that loses by the week tells every week; the second opinion works out the worst. */
function deepest({ cuts, ...opinion }: SlowOpinion): SlowOpinion {
  return cuts === undefined ? opinion : { ...opinion, cuts: [Math.max(...cuts)] };
}

const withAmounts: readonly BenefitId[] = [
  "universal-credit",
  "new-style-esa",
  "carers-allowance",
  "carer-support-payment",
  "new-style-jsa",
  "housing-benefit",
  "pension-credit",
];
const withoutAmounts = benefitIds.filter((id) => !withAmounts.includes(id));

describe("a second opinion, written another way, agrees", () => {
  test("for any offer and any Universal Credit claim", () => {
    fc.assert(
      fc.property(cases, ([offer, situation]) => {
        expect(asOpinion(findingOf("universal-credit", offer, situation))).toEqual(slowUniversalCredit(offer, situation));
      }),
      { numRuns: runs },
    );
  }, 600_000);

  test("for any offer and any New Style ESA claim", () => {
    fc.assert(
      fc.property(cases, ([offer, situation]) => {
        expect(withoutLeft(asOpinion(findingOf("new-style-esa", offer, situation)))).toEqual(slowEsa(offer, situation));
      }),
      { numRuns: runs },
    );
  }, 600_000);

  test("for any offer and any carer benefit", () => {
    fc.assert(
      fc.property(cases, ([offer, situation]) => {
        for (const id of ["carers-allowance", "carer-support-payment"] as const) {
          expect(asOpinion(findingOf(id, offer, situation))).toEqual(slowCarer(offer, situation, id));
        }
      }),
      { numRuns: runs },
    );
  }, 600_000);

  test("for any offer and any New Style JSA claim", () => {
    fc.assert(
      fc.property(cases, ([offer, situation]) => {
        expect(deepest(withoutLeft(asOpinion(findingOf("new-style-jsa", offer, situation))))).toEqual(slowJsa(offer, situation));
      }),
      { numRuns: runs },
    );
  }, 600_000);

  test("for any offer and any Housing Benefit claim", () => {
    fc.assert(
      fc.property(cases, ([offer, situation]) => {
        expect(withoutLeft(asOpinion(findingOf("housing-benefit", offer, situation)))).toEqual(slowHousing(offer, situation));
      }),
      { numRuns: runs },
    );
  }, 600_000);

  test("for any offer and any Pension Credit claim", () => {
    fc.assert(
      fc.property(cases, ([offer, situation]) => {
        expect(asOpinion(findingOf("pension-credit", offer, situation))).toEqual(slowPensionCredit(offer, situation));
      }),
      { numRuns: runs },
    );
  }, 600_000);

  test("for any offer and every other benefit", () => {
    fc.assert(
      fc.property(cases, fc.constantFrom("yes", "no", "not-sure" as const), ([offer, drawn], guaranteeCredit) => {
        const situation: Situation = {
          ...drawn,
          circumstances: {
            ...Object.fromEntries(withoutAmounts.map((id) => [id, {}])),
            "council-tax-reduction": { guaranteeCredit },
          },
        };
        const { findings } = assessOffer(offer, situation);
        expect(findings).toHaveLength(withoutAmounts.length);
        for (const finding of findings)
          expect(asOpinion(finding), finding.benefit).toEqual(slowWithoutAmounts(offer, situation, finding.benefit));
      }),
      { numRuns: runs },
    );
  }, 600_000);

  test("and the random cases really reach every answer", () => {
    const reached = new Map<string, number>();
    for (const [offer, situation] of fc.sample(cases, { numRuns: 3000, seed: 7 })) {
      for (const id of withAmounts) {
        const key = `${id} ${findingOf(id, offer, situation).outcome}`;
        reached.set(key, (reached.get(key) ?? 0) + 1);
      }
    }
    for (const key of [
      "universal-credit NO_EFFECT",
      "universal-credit WITHIN_LIMIT",
      "universal-credit REDUCES_BY",
      "universal-credit UNKNOWN_ADVICE",
      "new-style-esa WITHIN_LIMIT",
      "new-style-esa NOTICE_FIRST",
      "new-style-esa BREAKS_LIMIT_STOP",
      "carers-allowance NO_EFFECT",
      "carers-allowance WITHIN_LIMIT",
      "carers-allowance BREAKS_LIMIT_STOP",
      "carer-support-payment WITHIN_LIMIT",
      "carer-support-payment BREAKS_LIMIT_STOP",
      "new-style-jsa WITHIN_LIMIT",
      "new-style-jsa REDUCES_BY",
      "new-style-jsa BREAKS_LIMIT_STOP",
      "new-style-jsa UNKNOWN_ADVICE",
      "housing-benefit NO_EFFECT",
      "housing-benefit WITHIN_LIMIT",
      "housing-benefit REDUCES_BY",
      "housing-benefit UNKNOWN_ADVICE",
      "pension-credit NO_EFFECT",
      "pension-credit REDUCES_BY",
    ]) {
      expect(reached.get(key) ?? 0, key).toBeGreaterThan(1);
    }
  }, 60_000);
});
