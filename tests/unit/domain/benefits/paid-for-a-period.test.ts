// A payment for several meetings counts over a period, so it can fill weeks that looked as if they had room.
import { describe, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import { assessOffer } from "#app/domain/benefits/assess.ts";
import type { Offer } from "#app/domain/benefits/offer.ts";
import { situationOf } from "#tests/support/benefit-builders.ts";

const day = calendarDateOf;

/** £100 for two meetings, due on Tuesday 2 June 2026, and a second payment for one meeting so many weeks later. */
function offer(second: { readonly pence: number; readonly on: string }, isForTwo = true): Offer {
  const fee = { kind: "fee", payer: "Harbour Trust", payroll: "no" } as const;
  const on = day("2026-06-02");
  return {
    nation: "england",
    activities: [
      { id: "one", on: day("2026-05-26"), minutes: 60 },
      { id: "two", on, minutes: 60 },
      { id: "three", on: day(second.on), minutes: 60 },
    ],
    payments: [
      {
        ...fee,
        id: "both",
        pence: penceOf(100_00),
        for: isForTwo ? [{ activity: "one" }, { activity: "two" }] : [{ activity: "two" }],
        dueOn: on,
        paidOn: on,
      },
      { ...fee, id: "later", pence: penceOf(second.pence), for: [{ activity: "three" }], dueOn: day(second.on), paidOn: day(second.on) },
    ],
    expenses: [],
    serviceUser: { a: "yes", b: "yes", c1: "yes", c2: "no", c3: "no", c4: "no" },
  };
}

const carer = situationOf({ "carers-allowance": { weekBegins: "Monday" } });
const findingOf = (given: Offer) => assessOffer(given, carer).findings[0];

describe("a payment for several meetings", () => {
  // The limit is £204. A week on, at most half of the £100 can still count; two weeks on, a third.
  test.each([
    ["2026-06-09", 154_00, "WITHIN_LIMIT"],
    ["2026-06-09", 154_01, "UNKNOWN_ADVICE"],
    ["2026-06-16", 170_66, "WITHIN_LIMIT"],
    ["2026-06-16", 170_67, "UNKNOWN_ADVICE"],
  ])("beside a payment on %s of %i pence is %s", (on, pence, outcome) => {
    const finding = findingOf(offer({ pence, on }));
    expect(finding?.outcome).toBe(outcome);
    expect(finding?.reasons.includes("carer-paid-for-a-period")).toBe(outcome === "UNKNOWN_ADVICE");
  });

  test("is not taken for one of a period when it is for one day", () => {
    expect(findingOf(offer({ pence: 204_00, on: "2026-06-09" }, false))?.outcome).toBe("WITHIN_LIMIT");
  });

  test("never makes a week emptier: what is over by the day of payment stays over", () => {
    expect(findingOf(offer({ pence: 204_01, on: "2026-06-09" }))?.outcome).toBe("BREAKS_LIMIT_STOP");
    expect(findingOf(offer({ pence: 104_01, on: "2026-06-02" }))?.outcome).toBe("BREAKS_LIMIT_STOP");
  });
});

test("caring itself is named: 35 hours a week, and asking about breaks first", () => {
  expect(findingOf(offer({ pence: 50_00, on: "2026-06-09" }))?.reasons).toContain("carer-hours-of-care");
});
