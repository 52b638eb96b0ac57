import { describe, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import { assessOffer, largestAmountThatFits } from "#app/domain/benefits/assess.ts";
import type { Finding } from "#app/domain/benefits/benefit.ts";
import type { BenefitId } from "#app/domain/benefits/names.ts";
import type { HousingBenefitCircumstances, Offer, OtherEarnings, Situation } from "#app/domain/benefits/offer.ts";
import { assessTradingAllowance } from "#app/domain/benefits/trading-allowance.ts";
import { costOf, esaKnown, noOtherPay, offerOf, otherPay, situationOf, testNotMet, ucKnown } from "#tests/support/benefit-builders.ts";

function find(
  benefit: BenefitId,
  offer: Offer,
  circumstances: NonNullable<Situation["circumstances"][BenefitId]> = {},
  other: OtherEarnings = noOtherPay,
): Finding {
  const [finding] = assessOffer(offer, situationOf({ [benefit]: circumstances }, other)).findings;
  if (finding === undefined) throw new Error("Expected one finding");
  return finding;
}

const fee = (pounds: number, minutes = 120) => offerOf([{ pounds, on: "2026-06-02", minutes }]);

describe("New Style JSA", () => {
  test("ignores the first five pounds of the week, which other pay may use up", () => {
    expect(find("new-style-jsa", fee(5)).outcome).toBe("WITHIN_LIMIT");
    expect(find("new-style-jsa", fee(5.01))).toMatchObject({ outcome: "REDUCES_BY", reductions: [{ most: 1 }] });
    expect(find("new-style-jsa", fee(5), {}, otherPay({ pounds: 3, pattern: "week", minutes: 60 }))).toMatchObject({
      outcome: "REDUCES_BY",
      reductions: [{ most: 3_00 }],
    });
  });

  test("is not worked out without the hours, the days or the other pay", () => {
    const [activity] = fee(50).activities;
    const noHours = { ...fee(50), activities: [{ id: activity!.id, on: activity!.on! }] };
    expect(find("new-style-jsa", noHours)).toMatchObject({ outcome: "UNKNOWN_ADVICE", missing: ["activity-hours"] });
    expect(find("new-style-jsa", { ...fee(50), activities: [{ id: activity!.id, minutes: 60 }] })).toMatchObject({
      missing: ["activity-date"],
    });
    expect(find("new-style-jsa", fee(50), {}, { answer: "not-sure" })).toMatchObject({ outcome: "UNKNOWN_ADVICE" });
    const mayUseUp = otherPay({ pounds: 10, pattern: "in-the-same-period", minutes: 60 });
    expect(find("new-style-jsa", fee(50), {}, mayUseUp)).toMatchObject({ outcome: "UNKNOWN_ADVICE", missing: ["other-earnings"] });
  });

  test("is not worked out while take-home pay is not known", () => {
    const offer = fee(50);
    const payroll: Offer = { ...offer, payments: offer.payments.map((payment) => ({ ...payment, kind: "fee", payroll: "yes" }) as const) };
    expect(find("new-style-jsa", payroll)).toMatchObject({ outcome: "UNKNOWN_ADVICE", missing: ["take-home-pay"] });
  });

  test("does not depend on an offer with no work and no pay in it", () => {
    const costsOnly: Offer = { ...fee(50), activities: [], payments: [], expenses: [{ ...withoutActivity(costOf("travel-to-venue", 5)) }] };
    expect(find("new-style-jsa", costsOnly).outcome).toBe("NO_EFFECT");
    expect(find("new-style-esa", costsOnly, esaKnown).outcome).toBe("NO_EFFECT");
  });
});

function withoutActivity({ activity: _activity, ...cost }: ReturnType<typeof costOf>): Omit<ReturnType<typeof costOf>, "activity"> {
  return cost;
}

describe("Housing Benefit", () => {
  const known: HousingBenefitCircumstances = {
    guaranteeCredit: "no",
    onUniversalCredit: "no",
    temporaryOrSupportedHousing: "no",
    permittedWorkEsa: "no",
    disregard: "single",
  };

  test("does not change with the guarantee part of Pension Credit", () => {
    expect(find("housing-benefit", fee(900), { guaranteeCredit: "yes" })).toMatchObject({
      outcome: "NO_EFFECT",
      reasons: ["hb-guarantee-credit"],
    });
  });

  test.each([
    ["single", 5_00],
    ["couple", 10_00],
    ["higher", 20_00],
    ["lone-parent", 25_00],
  ] as const)("for a %s ignores so much and then takes 65p in the pound", (disregard, part) => {
    expect(find("housing-benefit", fee(part / 100), { ...known, disregard }).outcome).toBe("WITHIN_LIMIT");
    const { outcome, reductions } = find("housing-benefit", fee(100), { ...known, disregard });
    expect([outcome, reductions[0]?.most]).toEqual(["REDUCES_BY", ((100_00 - part) * 65) / 100]);
    expect(reductions[0]?.least).toBe((Math.max(0, 20_00 - part) * 65) / 100);
  });

  test("is not worked out with Universal Credit, in temporary housing, or with an answer missing", () => {
    expect(find("housing-benefit", fee(5), { ...known, onUniversalCredit: "yes" }).outcome).toBe("UNKNOWN_ADVICE");
    expect(find("housing-benefit", fee(5), { ...known, temporaryOrSupportedHousing: "yes" }).outcome).toBe("UNKNOWN_ADVICE");
    expect(find("housing-benefit", fee(5))).toMatchObject({
      outcome: "UNKNOWN_ADVICE",
      missing: ["hb-guarantee-credit", "hb-universal-credit", "hb-housing-kind", "hb-permitted-work"],
    });
    expect(find("housing-benefit", fee(5), { ...known, disregard: "not-sure" })).toMatchObject({ missing: ["hb-disregard"] });
    expect(find("housing-benefit", fee(5), known, { answer: "not-sure" }).outcome).toBe("UNKNOWN_ADVICE");
    const undated = { ...fee(5), activities: [{ id: "meeting-1-1" }] };
    expect(find("housing-benefit", undated, known)).toMatchObject({ missing: ["activity-date"] });
  });

  test("past the limits of permitted work nobody can say", () => {
    const working = { ...known, permittedWorkEsa: "yes" } as const;
    expect([find("housing-benefit", fee(203.5), working).outcome, find("housing-benefit", fee(203.51), working).outcome]).toEqual([
      "NO_EFFECT",
      "UNKNOWN_ADVICE",
    ]);
    expect(find("housing-benefit", fee(50, 960), working).outcome).toBe("UNKNOWN_ADVICE");
    const undated = { ...fee(5), activities: [{ id: "meeting-1-1" }] };
    expect(find("housing-benefit", undated, working)).toMatchObject({ missing: ["activity-date"] });
  });
});

describe("Pension Credit", () => {
  test("gives a range and never says that pay fits", () => {
    expect(find("pension-credit", fee(3), { part: "guarantee" })).toMatchObject({
      outcome: "REDUCES_BY",
      reductions: [{ least: 0, most: 0 }],
    });
    expect(find("pension-credit", fee(50), { part: "guarantee" })).toMatchObject({
      reductions: [{ least: 30_00, most: 45_00 }],
      figures: [{ grade: "unsure" }, { grade: "unsure" }],
    });
    expect(largestAmountThatFits(fee(50), situationOf({ "pension-credit": { part: "guarantee" } }), "fee-1").overall).toEqual({
      answer: "up-to",
      pence: 0,
    });
  });

  test("is not worked out for the savings part", () => {
    expect(find("pension-credit", fee(50), { part: "both" }).outcome).toBe("UNKNOWN_ADVICE");
    expect(find("pension-credit", fee(50))).toMatchObject({ missing: ["pc-part"] });
    const undated = { ...fee(5), activities: [{ id: "meeting-1-1" }] };
    expect(find("pension-credit", undated, { part: "guarantee" })).toMatchObject({ missing: ["activity-date"] });
  });
});

describe("closed benefits", () => {
  test("in Northern Ireland the closing day is not known", () => {
    const offer = { ...fee(50), nation: "northern-ireland" } as const;
    expect(find("income-support", offer)).toMatchObject({ outcome: "UNKNOWN_ADVICE", reasons: ["closed-date-not-known-northern-ireland"] });
  });
});

describe("vouchers, costs, and saying no to money", () => {
  const counting = ["universal-credit", "new-style-esa", "carers-allowance", "new-style-jsa", "housing-benefit", "pension-credit"] as const;

  test("a voucher is not certain for any benefit that counts pay, and does not matter to PIP", () => {
    const offer = fee(50);
    const voucher: Offer = {
      ...offer,
      payments: [
        {
          id: "voucher",
          kind: "voucher",
          pence: penceOf(1_00),
          payer: "Harbour Trust",
          for: offer.payments[0]!.for,
          dueOn: calendarDateOf("2026-06-02"),
        },
      ],
    };
    for (const benefit of counting) {
      const { outcome, reasons } = find(benefit, voucher);
      expect([outcome, reasons[0]], benefit).toEqual(["UNKNOWN_ADVICE", "voucher-not-certain"]);
    }
    expect(find("universal-credit", voucher).reasons).toContain("voucher-dwp-view-on-uc");
    expect(find("pip", voucher).outcome).toBe("NO_EFFECT");
  });

  test("with the test not met, travel to the venue counts as pay", () => {
    const offer: Offer = { ...fee(200), expenses: [costOf("travel-to-venue", 4.01)], serviceUser: testNotMet };
    expect(find("carers-allowance", offer)).toMatchObject({ outcome: "BREAKS_LIMIT_STOP" });
    expect(find("carers-allowance", { ...offer, expenses: [costOf("travel-to-venue", 4)] })).toMatchObject({
      outcome: "WITHIN_LIMIT",
      reasons: ["carer-inside-limit", "expenses-count", "carer-any-seven-days", "carer-hours-of-care"],
    });
  });

  test("with nobody sure of the test, costs leave every counting benefit not known", () => {
    const offer: Offer = { ...fee(50), expenses: [costOf("travel-to-venue", 4)], serviceUser: {} };
    for (const benefit of counting)
      expect(find(benefit, offer), benefit).toMatchObject({ outcome: "UNKNOWN_ADVICE", missing: ["service-user-test"] });
    expect(find("pip", offer).outcome).toBe("NO_EFFECT");
  });

  test("for Carer Support Payment a cost that could tip the limit is looked at both ways", () => {
    const at = (pounds: number) =>
      find("carer-support-payment", { ...fee(200), nation: "scotland", expenses: [costOf("travel-to-venue", pounds)] });
    expect([at(4).outcome, at(4.01).outcome]).toEqual(["WITHIN_LIMIT", "UNKNOWN_ADVICE"]);
  });

  test("money turned down before the meeting is not counted, where the law covers it", () => {
    const [plain] = fee(50).payments;
    const offer: Offer = {
      ...fee(50),
      payments: [{ ...plain!, kind: "fee", payroll: "no", turnedDown: { pence: penceOf(400_00), agreed: "before-activity" } }],
    };
    expect(find("universal-credit", offer, ucKnown)).toMatchObject({ outcome: "WITHIN_LIMIT", rooms: [{ total: 50_00 }] });
    // The rule about choosing less was not read for New Style ESA, JSA or Pension Credit.
    expect(find("new-style-esa", offer, esaKnown)).toMatchObject({
      outcome: "UNKNOWN_ADVICE",
      reasons: ["turned-down-not-certain", "esa-averaging-is-for-the-office"],
    });
    expect(find("carers-allowance", offer)).toMatchObject({
      outcome: "UNKNOWN_ADVICE",
      reasons: ["turned-down-not-certain", "carer-averaging-is-for-the-office", "carer-any-seven-days", "carer-hours-of-care"],
    });
  });

  test("the organisation's own gift is not the person's money only if the fee was turned down first", () => {
    const [plain] = fee(50).payments;
    const gift = (agreed: "before-activity" | "after-activity"): Offer => ({
      ...fee(50),
      payments: [
        {
          id: "gift",
          kind: "donation",
          pence: penceOf(450_00),
          payer: "Harbour Trust",
          for: plain!.for,
          dueOn: calendarDateOf("2026-06-02"),
          agreed,
        },
      ],
    });
    expect(find("universal-credit", gift("before-activity"), ucKnown).outcome).toBe("NO_EFFECT");
    expect(find("universal-credit", gift("after-activity"), ucKnown).outcome).toBe("UNKNOWN_ADVICE");
  });
});

describe("carers", () => {
  test("care costs never turn a stop into a yes", () => {
    const at = (careCosts: number) => find("carers-allowance", fee(250), { careCostsWeeklyPence: penceOf(careCosts) });
    expect(at(45_99).outcome).toBe("BREAKS_LIMIT_STOP");
    expect(at(46_00)).toMatchObject({ outcome: "UNKNOWN_ADVICE" });
    expect(at(46_00).reasons[0]).toBe("carer-care-costs-decide");
  });

  test("the week's own payment is shown when it could be lost", () => {
    expect(find("carers-allowance", fee(250)).atStake).toMatchObject({ value: { pence: 86_45 } });
    expect(find("carer-support-payment", { ...fee(250), nation: "scotland" }).atStake).toMatchObject({ value: { pence: 86_45 } });
  });

  test("in Northern Ireland another office is told", () => {
    const offer = { ...offerOf([{ pounds: 50, on: "2025-06-11" }]), nation: "northern-ireland" } as const;
    expect(find("carers-allowance", offer).actions).toContain("ca-tell-northern-ireland");
  });
});

test("the tax allowance is not answered for a year that is not held", () => {
  expect(assessTradingAllowance([penceOf(5_00)], calendarDateOf("2027-04-06"))).toMatchObject({
    ok: false,
    refusal: { reason: "outside-known-dates" },
  });
});

describe("cases the laws once found", () => {
  test("a cost that may be more than was spent stays open while nobody is sure of the test", () => {
    const offer: Offer = { ...fee(50), expenses: [costOf("meals", 1, { meetsActualCost: "not-sure" })], serviceUser: {} };
    expect(find("universal-credit", offer, ucKnown)).toMatchObject({ outcome: "UNKNOWN_ADVICE", missing: ["service-user-test"] });
  });

  test("the day of a cost says nothing about a payment that has no day", () => {
    const offer: Offer = {
      ...offerOf([]),
      payments: [{ id: "fee", kind: "fee", pence: penceOf(0), payer: "Harbour Trust", payroll: "no", for: [] }],
      expenses: [withoutActivity(costOf("travel-to-venue", 5))],
    };
    expect(find("universal-credit", offer, ucKnown)).toMatchObject({ outcome: "UNKNOWN_ADVICE", reasons: ["no-date-known"] });
  });

  test("care costs have to bring every week over the limit back under it, not only the tightest", () => {
    const offer = offerOf([
      { pounds: 427, on: "2025-06-03", id: "large" },
      { pounds: 203.51, on: "2026-06-03", id: "near" },
    ]);
    expect(find("carers-allowance", offer, { careCostsWeeklyPence: penceOf(151_00) }).outcome).toBe("BREAKS_LIMIT_STOP");
  });

  test("without an allowance the cut still depends to the penny on how other pay rounds", () => {
    const offer = offerOf([{ pounds: 880.86, on: "2025-04-01" }]);
    const job = otherPay({ pounds: 6.44, pattern: "once", paidOn: calendarDateOf("2025-04-01") });
    expect(find("universal-credit", offer, { ...ucKnown, limitedCapability: "no", periodDay: 28 }, job)).toMatchObject({
      reductions: [{ most: 484_48 }],
    });
  });
});
