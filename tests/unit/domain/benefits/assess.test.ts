import { describe, expect, test } from "vitest";
import { penceOf } from "#app/domain/basics/money.ts";
import { assessOffer, largestAmountThatFits } from "#app/domain/benefits/assess.ts";
import { esaKnown, offerOf, otherPay, situationOf, ucKnown } from "#tests/support/benefit-builders.ts";

describe("taken together", () => {
  test("somebody who gets no benefits has nothing to lose to a fee", () => {
    const found = assessOffer(offerOf([{ pounds: 75, on: "2026-06-02" }]), { benefits: "none", circumstances: {} });
    expect(found.findings).toEqual([]);
    expect(found.overall).toMatchObject({ result: "R1", benefitsWereNamed: false, mayShowTotal: true });
  });

  test("somebody who gets benefits and names none is not told that all is well", () => {
    for (const benefits of ["some", "not-sure", "prefer-not-to-say"] as const) {
      const found = assessOffer(offerOf([{ pounds: 75, on: "2026-06-02" }]), { benefits, circumstances: {} });
      expect(found.overall).toMatchObject({ result: "R4", mayShowTotal: false, missing: ["which-benefits"] });
    }
  });

  test("PIP alone gives the first result, with benefits named", () => {
    const found = assessOffer(offerOf([{ pounds: 5000, on: "2026-06-02" }]), situationOf({ pip: {} }));
    expect(found.overall).toMatchObject({ result: "R1", benefitsWereNamed: true, strictest: "NO_EFFECT" });
  });

  test("the strictest benefit decides and comes first", () => {
    const found = assessOffer(
      offerOf([{ pounds: 75, on: "2026-06-02" }]),
      situationOf({ pip: {}, "universal-credit": ucKnown, "new-style-esa": { ...esaKnown, formSent: "no" } }),
    );
    expect(found.findings.map((finding) => finding.outcome)).toEqual(["NOTICE_FIRST", "WITHIN_LIMIT", "NO_EFFECT"]);
    expect(found.overall).toMatchObject({ result: "R3", strictest: "NOTICE_FIRST", mayShowTotal: true });
  });

  test("a broken limit beside something unknown shows both, and no comforting total", () => {
    const found = assessOffer(
      offerOf([{ pounds: 250, on: "2026-06-02" }]),
      situationOf({ "carers-allowance": {}, "council-tax-reduction": {}, pip: {} }),
    );
    expect(found.findings.map((finding) => finding.outcome)).toEqual(["BREAKS_LIMIT_STOP", "UNKNOWN_ADVICE", "NO_EFFECT"]);
    expect(found.overall).toMatchObject({ result: "R3", alsoCannotTell: true, mayShowTotal: false });
  });

  test("a benefit we hold no rule for is never passed over in silence", () => {
    const found = assessOffer(offerOf([{ pounds: 10, on: "2026-06-02" }]), situationOf({ pip: {}, "another-benefit": {} }));
    expect(found.overall.result).toBe("R4");
    expect(found.findings[0]).toMatchObject({
      benefit: "another-benefit",
      outcome: "UNKNOWN_ADVICE",
      reasons: ["rule-not-held", "another-benefit-named"],
    });
  });

  test("other pay that nobody asked about is not taken to be none", () => {
    const found = assessOffer(offerOf([{ pounds: 75, on: "2026-06-02" }]), {
      benefits: "some",
      circumstances: { "universal-credit": ucKnown },
    });
    expect(found.findings[0]).toMatchObject({ outcome: "UNKNOWN_ADVICE", missing: ["other-earnings"] });
  });

  test("an offer with no day at all is not known, even for PIP", () => {
    const offer = {
      ...offerOf([]),
      payments: [{ id: "fee", kind: "fee", pence: penceOf(50_00), payer: "Harbour Trust", payroll: "no", for: [] } as const],
    };
    expect(assessOffer(offer, situationOf({ pip: {} })).findings[0]).toMatchObject({
      outcome: "UNKNOWN_ADVICE",
      reasons: ["no-date-known"],
    });
  });

  test("a payment for an activity the offer does not have is a fault", () => {
    const offer = { ...offerOf([{ pounds: 50, on: "2026-06-02" }]), activities: [] };
    expect(() => assessOffer(offer, situationOf({ pip: {} }))).toThrow(/No activity called meeting-1-1/u);
  });
});

describe("the largest amount that fits", () => {
  test("Universal Credit leaves what is left of the work allowance", () => {
    const offer = offerOf([{ pounds: 500, on: "2026-06-02" }]);
    const found = largestAmountThatFits(
      offer,
      situationOf({ "universal-credit": ucKnown }, otherPay({ pounds: 100, pattern: "once", paidOn: offer.payments[0]?.dueOn! })),
      "fee-1",
    );
    expect(found.overall).toEqual({ answer: "up-to", pence: 327_00 });
  });

  test("with ESA, Carer's Allowance and PIP the tightest limit decides", () => {
    const found = largestAmountThatFits(
      offerOf([{ pounds: 500, on: "2026-06-02" }]),
      situationOf({ "new-style-esa": esaKnown, "carers-allowance": {}, pip: {} }),
      "fee-1",
    );
    expect(found.byBenefit).toEqual([
      { benefit: "new-style-esa", fits: { answer: "up-to", pence: 203_50 } },
      { benefit: "carers-allowance", fits: { answer: "up-to", pence: 204_00 } },
      { benefit: "pip", fits: { answer: "any-amount" } },
    ]);
    expect(found.overall).toEqual({ answer: "up-to", pence: 203_50 });
  });

  test("without a work allowance nothing above nothing fits", () => {
    const found = largestAmountThatFits(
      offerOf([{ pounds: 75, on: "2026-06-02" }]),
      situationOf({ "universal-credit": { ...ucKnown, limitedCapability: "no" } }),
      "fee-1",
    );
    expect(found.overall).toEqual({ answer: "up-to", pence: 0 });
  });

  test("nobody can say what fits while a fact is missing", () => {
    const { periodDay: _notTold, ...withoutDay } = ucKnown;
    const found = largestAmountThatFits(
      offerOf([{ pounds: 75, on: "2026-06-02" }]),
      situationOf({ "universal-credit": withoutDay, pip: {} }),
      "fee-1",
    );
    expect(found.overall).toEqual({ answer: "cannot-tell" });
  });

  test("before the ESA form is sent no amount fits, because the form comes first", () => {
    const found = largestAmountThatFits(
      offerOf([{ pounds: 75, on: "2026-06-02" }]),
      situationOf({ "new-style-esa": { formSent: "no" } }),
      "fee-1",
    );
    expect(found.overall).toEqual({ answer: "nothing-fits" });
  });
});
