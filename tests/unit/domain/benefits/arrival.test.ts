// Money promised "within 10 working days" may come on any of several days. The answer has to hold on every one of them.
import { describe, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import { assessOffer, largestAmountThatFits } from "#app/domain/benefits/assess.ts";
import type { Fee, Offer, Situation } from "#app/domain/benefits/offer.ts";

const offer = (days: Pick<Fee, "mayArriveFrom" | "paidOn" | "dueOn">): Offer => ({
  nation: "england",
  activities: [{ id: "meeting", on: calendarDateOf("2026-11-24"), minutes: 180 }],
  payments: [{ id: "fee", kind: "fee", pence: penceOf(75_00), payer: "council", payroll: "no", for: [{ activity: "meeting" }], ...days }],
  expenses: [],
  serviceUser: { a: "yes", b: "yes", c1: "yes" },
});

// Other pay arrives on 10 December, in the period that begins on 5 December: there the work allowance is used up.
const situation: Situation = {
  benefits: "some",
  circumstances: {
    "universal-credit": {
      periodDay: 5,
      limitedCapability: "yes",
      childOnClaim: "no",
      housingCosts: "no",
      selfEmployed: "no",
      capped: "no",
      couple: "no",
      waitingForAssessment: "no",
      usualAwardPence: penceOf(900_00),
    },
  },
  otherEarnings: {
    answer: "some",
    pay: [{ id: "job", takeHomePence: penceOf(710_00), pattern: "once", paidOn: calendarDateOf("2026-12-10") }],
  },
};

const first = calendarDateOf("2026-11-24");
const last = calendarDateOf("2026-12-08");

describe("a payment that may arrive in one of two assessment periods", () => {
  test("fits if it comes early and takes Universal Credit down if it comes late, so the answer is that it takes it down", () => {
    const early = assessOffer(offer({ dueOn: first, paidOn: first }), situation);
    const late = assessOffer(offer({ dueOn: last, paidOn: last }), situation);
    const range = assessOffer(offer({ dueOn: last, paidOn: last, mayArriveFrom: first }), situation);
    expect([early, late, range].map(({ overall }) => overall.result)).toEqual(["R2", "R3", "R3"]);
  });

  test("is as strict when the late period is the one that fits", () => {
    const earlyPay: Situation = {
      ...situation,
      otherEarnings: {
        answer: "some",
        pay: [{ id: "job", takeHomePence: penceOf(710_00), pattern: "once", paidOn: calendarDateOf("2026-11-26") }],
      },
    };
    expect(assessOffer(offer({ dueOn: last, paidOn: last }), earlyPay).overall.result).toBe("R2");
    expect(assessOffer(offer({ dueOn: last, paidOn: last, mayArriveFrom: first }), earlyPay).overall.result).toBe("R3");
  });

  test("has no largest amount that fits above nothing, because no amount fits on every day", () => {
    const { overall } = largestAmountThatFits(offer({ dueOn: last, paidOn: last, mayArriveFrom: first }), situation, "fee");
    expect(overall).toEqual({ answer: "up-to", pence: 0 });
  });

  test("on a stretch of days too long to try has no known day", () => {
    const far = calendarDateOf("2027-03-01");
    const answer = assessOffer(offer({ dueOn: far, paidOn: far, mayArriveFrom: first }), situation);
    expect(answer.overall.result).toBe("R4");
  });
});
