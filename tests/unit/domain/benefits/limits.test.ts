import { describe, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import { assessOffer } from "#app/domain/benefits/assess.ts";
import type { Finding } from "#app/domain/benefits/benefit.ts";
import type { BenefitId } from "#app/domain/benefits/names.ts";
import type { Offer, OtherEarnings, Situation } from "#app/domain/benefits/offer.ts";
import { esaKnown, noOtherPay, offerOf, ucKnown, type FeeShape } from "#tests/support/benefit-builders.ts";

function find(
  benefit: BenefitId,
  offer: Offer,
  circumstances: NonNullable<Situation["circumstances"][BenefitId]>,
  otherEarnings: OtherEarnings = noOtherPay,
): Finding {
  const [finding] = assessOffer(offer, { benefits: "some", circumstances: { [benefit]: circumstances }, otherEarnings }).findings;
  if (finding === undefined) throw new Error("Expected one finding");
  return finding;
}

const fee = (pence: number, on: string, more: Partial<FeeShape> = {}) => offerOf([{ pounds: pence / 100, on, ...more }]);

type Edge = readonly [label: string, on: string, limit: number];

describe("a penny under, on and over each limit, in each year", () => {
  test.each<Edge>([
    ["2024/25", "2024-06-12", 183_50],
    ["2025/26", "2025-06-11", 195_50],
    ["2026/27", "2026-06-10", 203_50],
  ])("permitted work in %s", (_label, on, limit) => {
    const at = (pence: number) => find("new-style-esa", fee(pence, on), esaKnown).outcome;
    expect([at(limit - 1), at(limit), at(limit + 1)]).toEqual(["WITHIN_LIMIT", "WITHIN_LIMIT", "BREAKS_LIMIT_STOP"]);
  });

  test.each<Edge>([
    ["2024/25", "2024-06-12", 151_00],
    ["2025/26", "2025-06-11", 196_00],
    ["2026/27", "2026-06-10", 204_00],
  ])("Carer's Allowance in %s", (_label, on, limit) => {
    const at = (pence: number) => find("carers-allowance", fee(pence, on), {}).outcome;
    expect([at(limit - 1), at(limit), at(limit + 1)]).toEqual(["WITHIN_LIMIT", "WITHIN_LIMIT", "BREAKS_LIMIT_STOP"]);
  });

  test.each<Edge>([
    ["2024/25", "2024-06-12", 151_00],
    ["2025/26", "2025-06-11", 196_00],
    ["2026/27", "2026-06-10", 204_00],
  ])("Carer Support Payment in %s", (_label, on, limit) => {
    const at = (pence: number) => find("carer-support-payment", { ...fee(pence, on), nation: "scotland" }, {}).outcome;
    expect([at(limit - 1), at(limit), at(limit + 1)]).toEqual(["WITHIN_LIMIT", "WITHIN_LIMIT", "BREAKS_LIMIT_STOP"]);
  });

  test.each<readonly [string, string, number, "yes" | "no"]>([
    ["2024/25 with housing", "2024-06-12", 404_00, "yes"],
    ["2024/25 without housing", "2024-06-12", 673_00, "no"],
    ["2025/26 with housing", "2025-06-11", 411_00, "yes"],
    ["2025/26 without housing", "2025-06-11", 684_00, "no"],
    ["2026/27 with housing", "2026-06-10", 427_00, "yes"],
    ["2026/27 without housing", "2026-06-10", 710_00, "no"],
  ])("the work allowance in %s", (_label, on, allowance, housingCosts) => {
    const at = (pence: number) => find("universal-credit", fee(pence, on), { ...ucKnown, housingCosts }).outcome;
    expect([at(allowance - 1), at(allowance), at(allowance + 1)]).toEqual(["WITHIN_LIMIT", "WITHIN_LIMIT", "REDUCES_BY"]);
  });

  test("the lower permitted work limit holds whatever the hours", () => {
    const at = (pence: number, hours: number) => find("new-style-esa", fee(pence, "2026-06-10", { minutes: hours * 60 }), esaKnown).outcome;
    expect([at(20_00, 20), at(20_01, 20)]).toEqual(["WITHIN_LIMIT", "BREAKS_LIMIT_STOP"]);
  });

  test("a minute under sixteen hours is few enough, and sixteen hours are too many", () => {
    const at = (minutes: number) => find("new-style-esa", fee(100_00, "2026-06-10", { minutes }), esaKnown);
    expect(at(959).outcome).toBe("WITHIN_LIMIT");
    expect(at(960)).toMatchObject({ outcome: "BREAKS_LIMIT_STOP", reasons: expect.arrayContaining(["esa-over-hours"]) as unknown });
  });
});

describe("the edge of the tax year", () => {
  test("Universal Credit uses the allowance of the day the period began, not of the day of payment", () => {
    // The period of 10 March to 9 April 2026 began before the first Monday of the tax year.
    expect(find("universal-credit", fee(420_00, "2026-04-09"), ucKnown)).toMatchObject({ outcome: "REDUCES_BY" });
    expect(find("universal-credit", fee(420_00, "2026-04-10"), ucKnown)).toMatchObject({
      outcome: "WITHIN_LIMIT",
      rooms: [{ limit: 427_00 }],
    });
  });

  test("with an unknown week day, a payment just after the change has to keep last year's limit too", () => {
    const at = (on: string, weekBegins?: "Monday") =>
      find("carers-allowance", fee(200_00, on), weekBegins === undefined ? {} : { weekBegins }).outcome;
    expect(at("2026-04-08")).toBe("BREAKS_LIMIT_STOP");
    expect(at("2026-04-08", "Monday")).toBe("WITHIN_LIMIT");
    expect(at("2026-04-12")).toBe("WITHIN_LIMIT");
    expect(at("2026-04-05", "Monday")).toBe("BREAKS_LIMIT_STOP");
  });

  test("between 1 April and the first Monday the older permitted work limit is kept", () => {
    const at = (on: string) => find("new-style-esa", fee(200_00, on), esaKnown).outcome;
    expect([at("2026-04-01"), at("2026-04-05"), at("2026-04-06")]).toEqual(["BREAKS_LIMIT_STOP", "BREAKS_LIMIT_STOP", "WITHIN_LIMIT"]);
  });

  test("the last vouched day is answered and the next is not", () => {
    const at = (benefit: BenefitId, on: string, facts: object) => find(benefit, fee(50_00, on), facts).outcome;
    expect([at("carers-allowance", "2027-04-11", {}), at("carers-allowance", "2027-04-12", {})]).toEqual([
      "WITHIN_LIMIT",
      "UNKNOWN_ADVICE",
    ]);
    expect([at("universal-credit", "2027-04-11", ucKnown), at("universal-credit", "2027-04-12", ucKnown)]).toEqual([
      "WITHIN_LIMIT",
      "UNKNOWN_ADVICE",
    ]);
  });
});

describe("Northern Ireland", () => {
  test("figures only expected to match are never used to say that pay fits", () => {
    const offer = { ...fee(10_00, "2026-06-10"), nation: "northern-ireland" } as const;
    expect(find("new-style-esa", offer, esaKnown)).toMatchObject({ outcome: "UNKNOWN_ADVICE", reasons: ["figure-not-certain"] });
    expect(find("carers-allowance", offer, {})).toMatchObject({ outcome: "UNKNOWN_ADVICE", reasons: ["figure-not-certain"] });
    expect(find("universal-credit", offer, ucKnown).outcome).toBe("WITHIN_LIMIT");
  });

  test("last year's derived figures may be used", () => {
    const offer = { ...fee(10_00, "2025-06-11"), nation: "northern-ireland" } as const;
    expect(find("new-style-esa", offer, esaKnown)).toMatchObject({
      outcome: "WITHIN_LIMIT",
      figures: [{ grade: "derived" }, { grade: "confirmed" }],
    });
    expect(find("carers-allowance", offer, {}).outcome).toBe("WITHIN_LIMIT");
  });
});

describe("the day of the meeting and the day of payment", () => {
  const fourTogether = (each: number): Offer =>
    offerOf(
      ["2026-06-02", "2026-06-09", "2026-06-16", "2026-06-23"].map((on, index) => ({
        pounds: each,
        on,
        due: "2026-07-06",
        id: `fee-${index}`,
      })),
    );

  test("four meetings at £50 paid on one day fit the carers' limit narrowly, and five do not", () => {
    expect(find("carers-allowance", fourTogether(50), {})).toMatchObject({ outcome: "WITHIN_LIMIT" });
    const five = fourTogether(50);
    const offer = { ...five, payments: [...five.payments, { ...five.payments[0]!, id: "fifth" }] };
    expect(find("carers-allowance", offer, {})).toMatchObject({ outcome: "BREAKS_LIMIT_STOP" });
  });

  test("for ESA, back pay that fits by meeting and not by payment is not certain", () => {
    const finding = find("new-style-esa", fourTogether(60), esaKnown);
    expect(finding).toMatchObject({ outcome: "UNKNOWN_ADVICE", reasons: expect.arrayContaining(["esa-weeks-disagree"]) as unknown });
    expect(finding.options.map((option) => option.id)).toEqual([
      "smaller-fee",
      "other-dates",
      "decline-keep-costs",
      "organisation-donation",
      "non-cash-recognition",
      "pause-and-advice",
    ]);
  });

  test("two meetings in one week count together by meeting, even when paid in different weeks", () => {
    const offer = offerOf([
      { pounds: 120, on: "2026-06-09", due: "2026-06-22", id: "one" },
      { pounds: 120, on: "2026-06-11", due: "2026-07-06", id: "two" },
    ]);
    expect(find("carers-allowance", offer, {}).outcome).toBe("BREAKS_LIMIT_STOP");
    expect(find("new-style-esa", offer, esaKnown).outcome).toBe("UNKNOWN_ADVICE");
  });

  test("two payments five days apart are one week for somebody whose week day is not known", () => {
    const offer = offerOf([
      { pounds: 120, on: "2026-06-12", id: "one" },
      { pounds: 120, on: "2026-06-17", id: "two" },
    ]);
    expect(find("carers-allowance", offer, {}).outcome).toBe("BREAKS_LIMIT_STOP");
    expect(find("carers-allowance", offer, { weekBegins: "Monday" }).outcome).toBe("WITHIN_LIMIT");
  });

  test("a late payment is judged by the day it was due and by the day it was paid", () => {
    const offer = offerOf([
      { pounds: 120, on: "2026-06-02", due: "2026-06-08", paid: "2026-06-22", id: "late" },
      { pounds: 120, on: "2026-06-16", due: "2026-06-22", id: "on-time" },
    ]);
    expect(find("carers-allowance", offer, {}).outcome).toBe("BREAKS_LIMIT_STOP");
    expect(find("new-style-esa", offer, esaKnown).outcome).toBe("UNKNOWN_ADVICE");
  });

  test("one payment for several meetings may fall whole into any of their weeks, unless its parts are named", () => {
    const whole = offerOf([{ pounds: 240, on: ["2026-06-02", "2026-06-16"], due: "2026-07-06" }]);
    expect(find("new-style-esa", whole, esaKnown)).toMatchObject({
      outcome: "UNKNOWN_ADVICE",
      missing: expect.arrayContaining(["payment-split"]) as unknown,
    });
  });

  test("Universal Credit looks at the day of payment and not at the meeting", () => {
    const offer = offerOf([{ pounds: 75, on: "2026-05-02", due: "2026-06-12" }]);
    expect(find("universal-credit", offer, ucKnown).rooms).toMatchObject([
      { from: "2026-06-10", to: "2026-07-09", total: 75_00, left: 352_00 },
    ]);
  });

  test("fees in one period share one allowance, and fees in two periods have one each", () => {
    const near = offerOf([
      { pounds: 300, on: "2026-06-12", id: "one" },
      { pounds: 300, on: "2026-06-20", id: "two" },
    ]);
    const far = offerOf([
      { pounds: 300, on: "2026-06-12", id: "one" },
      { pounds: 300, on: "2026-07-20", id: "two" },
    ]);
    expect(find("universal-credit", near, ucKnown)).toMatchObject({ outcome: "REDUCES_BY", reductions: [{ most: 95_15, kept: 504_85 }] });
    expect(find("universal-credit", far, ucKnown)).toMatchObject({ outcome: "WITHIN_LIMIT" });
  });
});

describe("a penny under, on and over the smaller amounts, in each year", () => {
  const years = ["2024-06-12", "2025-06-11", "2026-06-10"];

  test.each(years)("the lower permitted work limit on %s, for any hours", (on) => {
    const at = (pence: number) => find("new-style-esa", fee(pence, on, { minutes: 20 * 60 }), esaKnown).outcome;
    expect([at(19_99), at(20_00), at(20_01)]).toEqual(["WITHIN_LIMIT", "WITHIN_LIMIT", "BREAKS_LIMIT_STOP"]);
  });

  test.each(years)("the £5 a week JSA ignores on %s", (on) => {
    const at = (pence: number) => find("new-style-jsa", fee(pence, on), {});
    expect([at(4_99).outcome, at(5_00).outcome, at(5_01).outcome]).toEqual(["WITHIN_LIMIT", "WITHIN_LIMIT", "REDUCES_BY"]);
    expect(at(5_01).reductions[0]?.most).toBe(1);
  });

  test.each(
    years.flatMap((on) =>
      (
        [
          ["single", 5_00],
          ["couple", 10_00],
          ["higher", 20_00],
          ["lone-parent", 25_00],
        ] as const
      ).map(([group, part]) => [on, group, part] as const),
    ),
  )("what Housing Benefit ignores each week on %s: %s", (on, disregard, part) => {
    const housing = {
      guaranteeCredit: "no",
      onUniversalCredit: "no",
      temporaryOrSupportedHousing: "no",
      permittedWorkEsa: "no",
      disregard,
    } as const;
    const at = (pence: number) => find("housing-benefit", fee(pence, on), housing).outcome;
    expect([at(part - 1), at(part), at(part + 1)]).toEqual(["WITHIN_LIMIT", "WITHIN_LIMIT", "REDUCES_BY"]);
  });

  test.each<Edge>([
    ["2024/25", "2024-06-12", 183_50],
    ["2025/26", "2025-06-11", 195_50],
    ["2026/27", "2026-06-10", 203_50],
  ])("permitted work in Housing Benefit in %s", (_label, on, limit) => {
    const housing = { guaranteeCredit: "no", onUniversalCredit: "no", temporaryOrSupportedHousing: "no", permittedWorkEsa: "yes" } as const;
    const at = (pence: number) => find("housing-benefit", fee(pence, on), housing).outcome;
    expect([at(limit - 1), at(limit), at(limit + 1)]).toEqual(["NO_EFFECT", "NO_EFFECT", "UNKNOWN_ADVICE"]);
  });

  test.each<Edge>([
    ["2024/25", "2024-06-12", 793_17],
    ["2025/26", "2025-06-11", 846_56],
    ["2026/27", "2026-06-10", 881_23],
  ])("the earnings of %s at which a first assessment may not be done, for somebody waiting for one", (_label, on, threshold) => {
    const waiting = { ...ucKnown, limitedCapability: "no", childOnClaim: "yes", waitingForAssessment: "yes" } as const;
    const at = (pence: number) => find("universal-credit", fee(pence, on), waiting).outcome;
    expect([at(threshold - 1), at(threshold), at(threshold + 1)]).toEqual(["REDUCES_BY", "UNKNOWN_ADVICE", "UNKNOWN_ADVICE"]);
  });

  test("a penny of rounding never makes an award that could end look as if it could not", () => {
    const waiting = { ...ucKnown, limitedCapability: "no", usualAwardPence: penceOf(1) } as const;
    const beside = (pence: number): OtherEarnings => ({
      answer: "some",
      pay: [{ id: "job", pattern: "in-the-same-period", takeHomePence: penceOf(pence) }],
    });
    const at = (other: number) => find("universal-credit", fee(1, "2026-06-10"), waiting, beside(other)).outcome;
    expect([at(0), at(1), at(2)]).toEqual(["UNKNOWN_ADVICE", "UNKNOWN_ADVICE", "UNKNOWN_ADVICE"]);
  });

  test("several weeks of JSA each lose their own part, and the deepest is told first", () => {
    const offer = offerOf([
      { pounds: 50, on: "2026-06-02", id: "one" },
      { pounds: 70, on: "2026-06-16", id: "two" },
      { pounds: 4, on: "2026-06-30", id: "three" },
    ]);
    const finding = find("new-style-jsa", offer, { weekBegins: "Monday" });
    expect(finding).toMatchObject({ outcome: "REDUCES_BY", reductions: [{ most: 65_00 }, { most: 45_00 }] });
    expect(finding.reasons[0]).toBe("jsa-above-disregard-in-weeks");
  });

  test("Housing Benefit and Pension Credit look at the week that loses most, not the week with the largest fee", () => {
    const offer = offerOf([
      { pounds: 20, on: "2026-06-02", id: "one" },
      { pounds: 18, on: "2026-06-16", id: "two" },
    ]);
    const job: OtherEarnings = {
      answer: "some",
      pay: [
        {
          id: "job",
          pattern: "once",
          takeHomePence: penceOf(30_00),
          workedOn: calendarDateOf("2026-06-16"),
          paidOn: calendarDateOf("2026-06-16"),
        },
      ],
    };
    expect(find("pension-credit", offer, { part: "guarantee", weekBegins: "Monday" }, job).reductions[0]?.most).toBe(18_00);
  });
});
