import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assessOffer } from "#app/domain/benefits/assess.ts";
import type { Finding } from "#app/domain/benefits/benefit.ts";
import type { BenefitId } from "#app/domain/benefits/names.ts";
import type { Offer, Situation } from "#app/domain/benefits/offer.ts";
import { days, knownDays, offersFrom, runs, situationsFrom } from "#tests/support/benefit-arbitraries.ts";
import { slowCarer, slowEsa, slowUniversalCredit, type SlowOpinion } from "./slow-opinion.ts";

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
    outcome: finding.outcome as SlowOpinion["outcome"],
    ...(finding.outcome === "REDUCES_BY" ? { cuts: finding.reductions.map((reduction) => reduction.most) } : {}),
    ...(finding.outcome === "WITHIN_LIMIT" && Number.isFinite(left) ? { left } : {}),
  };
}

/** The slow opinion gives every benefit the same parts the engine's finding has. */
function withoutLeft({ left: _left, ...opinion }: SlowOpinion): SlowOpinion {
  return opinion;
}

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

  test("and the random cases really reach every answer", () => {
    const reached = new Map<string, number>();
    for (const [offer, situation] of fc.sample(cases, { numRuns: 3000, seed: 7 })) {
      for (const id of ["universal-credit", "new-style-esa", "carers-allowance", "carer-support-payment"] as const) {
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
    ]) {
      expect(reached.get(key) ?? 0, key).toBeGreaterThan(5);
    }
  }, 60_000);
});
