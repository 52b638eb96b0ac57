import { describe, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import { assessmentPeriodContaining } from "#app/domain/benefits/assessment-periods.ts";
import { assessOffer } from "#app/domain/benefits/assess.ts";
import type { OtherEarnings, UniversalCreditCircumstances } from "#app/domain/benefits/offer.ts";
import { noOtherPay, offerOf, otherPay, ucKnown } from "#tests/support/benefit-builders.ts";

const period = (on: string, periodDay: number) => assessmentPeriodContaining(calendarDateOf(on), periodDay);

function judge(pounds: number, facts: UniversalCreditCircumstances, otherEarnings: OtherEarnings = noOtherPay) {
  const [finding] = assessOffer(offerOf([{ pounds, on: "2026-06-12" }]), {
    benefits: "some",
    circumstances: { "universal-credit": facts },
    otherEarnings,
  }).findings;
  return finding!;
}

/** The same person without one answer. */
function notTold(key: keyof UniversalCreditCircumstances): UniversalCreditCircumstances {
  return Object.fromEntries(Object.entries(ucKnown).filter(([name]) => name !== key));
}

describe("assessment periods", () => {
  test.each([
    ["2026-06-10", 10, "2026-06-10", "2026-07-09"],
    ["2026-06-09", 10, "2026-05-10", "2026-06-09"],
    ["2026-01-05", 10, "2025-12-10", "2026-01-09"],
    ["2027-02-26", 30, "2027-01-30", "2027-02-26"],
    ["2027-02-27", 30, "2027-02-27", "2027-03-29"],
    ["2027-02-28", 29, "2027-02-27", "2027-03-28"],
    ["2028-02-27", 29, "2028-01-29", "2028-02-27"],
    ["2028-02-28", 29, "2028-02-28", "2028-03-28"],
    ["2026-04-30", 31, "2026-04-30", "2026-05-30"],
    ["2027-02-28", 31, "2027-02-28", "2027-03-30"],
    ["2028-02-29", 31, "2028-02-29", "2028-03-30"],
    ["2027-02-28", 28, "2027-02-28", "2027-03-27"],
  ])("the period holding %s, for a claim that began on day %i, is %s to %s", (on, day, from, to) => {
    expect(period(on, day)).toEqual({ from, to });
  });

  test("a day no month has is a fault", () => {
    expect(() => period("2026-06-10", 32)).toThrow(RangeError);
    expect(() => period("2026-06-10", 0)).toThrow(RangeError);
  });
});

describe("what has to be known", () => {
  test.each([
    ["periodDay", "uc-period-not-known", "uc-period-day"],
    ["selfEmployed", "uc-self-employed", "uc-self-employed"],
    ["couple", "other-earnings-not-known", "uc-couple"],
  ] as const)("nothing is said without %s", (key, reason, fact) => {
    expect(judge(500, notTold(key))).toMatchObject({
      outcome: "UNKNOWN_ADVICE",
      reasons: expect.arrayContaining([reason]) as unknown,
      missing: expect.arrayContaining([fact]) as unknown,
    });
  });

  test.each([
    ["limitedCapability", "uc-limited-capability-or-child"],
    ["housingCosts", "uc-housing-costs"],
    ["capped", "uc-capped"],
    ["usualAwardPence", "uc-usual-award"],
  ] as const)("a cut is not said without %s", (key, fact) => {
    expect(judge(500, notTold(key))).toMatchObject({ outcome: "UNKNOWN_ADVICE", missing: expect.arrayContaining([fact]) as unknown });
  });

  test("a fee that fits the smaller allowance fits whether or not rent is in the award", () => {
    expect(judge(427, notTold("housingCosts"))).toMatchObject({ outcome: "WITHIN_LIMIT", rooms: [{ limit: 427_00, left: 0 }] });
    expect(judge(427.01, notTold("housingCosts")).outcome).toBe("UNKNOWN_ADVICE");
  });

  test("a capped or self-employed claim, or one that reaches nothing, is sent to an adviser", () => {
    expect(judge(500, { ...ucKnown, capped: "yes" })).toMatchObject({
      outcome: "UNKNOWN_ADVICE",
      reasons: expect.arrayContaining(["uc-capped"]) as unknown,
    });
    expect(judge(5, { ...ucKnown, selfEmployed: "yes" })).toMatchObject({
      outcome: "UNKNOWN_ADVICE",
      reasons: expect.arrayContaining(["uc-self-employed"]) as unknown,
    });
    const cut = penceOf(((500_00 - 427_00) * 55) / 100);
    expect(judge(500, { ...ucKnown, usualAwardPence: cut })).toMatchObject({
      outcome: "UNKNOWN_ADVICE",
      reasons: expect.arrayContaining(["uc-could-reach-nil"]) as unknown,
    });
    expect(judge(500, { ...ucKnown, usualAwardPence: penceOf(cut + 1) })).toMatchObject({
      outcome: "REDUCES_BY",
      reductions: [{ most: cut }],
    });
  });

  test("somebody who would rather not say how much they get can say it is more than the cut", () => {
    expect(judge(500, { ...notTold("usualAwardPence"), awardMoreThanCut: "yes" }).outcome).toBe("REDUCES_BY");
    expect(judge(500, { ...notTold("usualAwardPence"), awardMoreThanCut: "no" })).toMatchObject({
      reasons: expect.arrayContaining(["uc-could-reach-nil"]) as unknown,
    });
  });

  test("pay high enough to stop a first assessment is sent to an adviser, unless nobody is waiting for one", () => {
    const waiting = { ...ucKnown, limitedCapability: "no", waitingForAssessment: "yes" } as const;
    expect(judge(881.22, waiting).outcome).toBe("REDUCES_BY");
    expect(judge(881.23, waiting)).toMatchObject({
      outcome: "UNKNOWN_ADVICE",
      reasons: expect.arrayContaining(["uc-reaches-assessment-threshold"]) as unknown,
    });
    expect(judge(881.23, { ...waiting, waitingForAssessment: "no" }).outcome).toBe("REDUCES_BY");
  });
});

describe("other pay", () => {
  test("uses the allowance first, the partner's too", () => {
    expect(judge(75, ucKnown, otherPay({ pounds: 400, pattern: "in-the-same-period" }))).toMatchObject({
      outcome: "REDUCES_BY",
      reductions: [{ most: 26_40 }],
    });
    const withPartner = { ...ucKnown, couple: "yes", partnerEarnings: otherPay({ pounds: 400, pattern: "in-the-same-period" }) } as const;
    expect(judge(75, withPartner)).toMatchObject({ outcome: "REDUCES_BY", reductions: [{ most: 26_40 }] });
    expect(judge(75, { ...ucKnown, couple: "yes" })).toMatchObject({ outcome: "UNKNOWN_ADVICE", missing: ["uc-partner-earnings"] });
  });

  test("four or five weekly paydays decide, and without a payday nobody can say", () => {
    expect(judge(75, ucKnown, otherPay({ pounds: 80, pattern: "week" }))).toMatchObject({
      outcome: "UNKNOWN_ADVICE",
      missing: ["other-earnings-dates"],
    });
    // From 10 June to 9 July 2026 there are five Wednesdays and four Fridays.
    expect(judge(75, ucKnown, otherPay({ pounds: 80, pattern: "week", paidOn: calendarDateOf("2026-06-12") })).outcome).toBe(
      "WITHIN_LIMIT",
    );
    expect(judge(75, ucKnown, otherPay({ pounds: 80, pattern: "week", paidOn: calendarDateOf("2026-06-10") })).outcome).toBe("REDUCES_BY");
  });

  test("a monthly payday at the end of the month can fall twice into a period, or not at all", () => {
    const monthly = otherPay({ pounds: 400, pattern: "month", paidOn: calendarDateOf("2026-05-31") });
    const assess = (on: string) =>
      assessOffer(offerOf([{ pounds: 20, on }]), {
        benefits: "some",
        circumstances: { "universal-credit": { ...ucKnown, periodDay: 30 } },
        otherEarnings: monthly,
      }).findings[0]!;
    // 30 April to 29 May 2026 holds only 30 April; 30 May to 29 June holds only 31 May.
    expect(assess("2026-05-12").rooms[0]?.total).toBe(420_00);
    expect(assess("2026-06-12").rooms[0]?.total).toBe(420_00);
    // 27 February to 29 March 2027 holds only 28 February.
    expect(assess("2027-03-02").rooms[0]?.total).toBe(420_00);
  });

  test("without an allowance the cut is the same whatever else is earned", () => {
    const noAllowance = { ...ucKnown, limitedCapability: "no" } as const;
    expect(judge(100, noAllowance, { answer: "not-sure" })).toMatchObject({
      outcome: "REDUCES_BY",
      reductions: [{ most: 55_00, kept: 45_00 }],
    });
  });

  test("pension contributions come off whole", () => {
    expect(judge(75, ucKnown, otherPay({ pounds: 400, pensionPence: penceOf(48_00), pattern: "in-the-same-period" }))).toMatchObject({
      outcome: "WITHIN_LIMIT",
      rooms: [{ total: 427_00 }],
    });
  });
});

test("the working adds up, line by line", () => {
  const { sums } = judge(500, ucKnown, otherPay({ pounds: 100, pattern: "in-the-same-period" }));
  expect(sums.flatMap((sum) => sum.steps.map(({ label, amount }) => [label, amount]))).toEqual([
    ["other-earnings", 100_00],
    ["payment", 500_00],
    ["total-earnings", 600_00],
    ["work-allowance", 427_00],
    ["above-allowance-with", 173_00],
    ["taper", 55],
    ["lower-with", 95_15],
    ["lower-without", 0],
    ["cut", 95_15],
    ["kept", 404_85],
  ]);
});
