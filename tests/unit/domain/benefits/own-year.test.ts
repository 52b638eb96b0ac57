// A person's year as one offer: what was turned down, vouchers, and days nobody knows stay what they are.
import { describe, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import { agreedWhen, offerOfYear, type MeetingInYear } from "#app/domain/benefits/own-year.ts";
import { yearOf } from "#app/domain/benefits/year.ts";
import { makeCostsOnlyOffer } from "#app/domain/payments/offer.ts";
import { situationOf, ucKnown } from "#tests/support/benefit-builders.ts";

const day = calendarDateOf;
const source = { title: "The organisation's own policy", checkedOn: day("2026-11-22") };
const written = makeCostsOnlyOffer(
  {
    reference: "OFFER",
    person: "Mia Bell",
    event: "Garden group",
    madeOn: day("2026-05-01"),
    costsCovered: ["public-transport"],
    costsBefore: ["claim-later"],
    paidBy: ["bank"],
    paidWithin: { kind: "on-the-day" },
  },
  { id: "card", name: "Our rates", version: 1, validFrom: day("2026-04-06"), source },
);

const meeting = (id: string, on: string, more: Partial<MeetingInYear> = {}): MeetingInYear => ({
  id,
  written,
  worked: day(on),
  forTime: penceOf(75_00),
  declined: penceOf(0),
  agreed: "not-sure",
  isVoucher: false,
  dueOn: day(on),
  ...more,
});

const shared = { nation: "england", payer: "Harbour Trust", serviceUser: { a: "yes", b: "yes", c1: "yes" }, isTestMet: true } as const;
const spansOf = (meetings: readonly MeetingInYear[], how: Partial<typeof shared> = {}) =>
  yearOf(offerOfYear(meetings, { ...shared, ...how }), situationOf({ "universal-credit": ucKnown })).benefits[0];

describe("a year of one person's meetings", () => {
  test("keeps each payment under its own meeting, with its own day", () => {
    const offer = offerOfYear([meeting("one", "2026-06-12"), meeting("two", "2026-07-01", { paidOn: day("2026-07-09") })], shared);
    expect(offer.payments.map(({ id, pence, dueOn, paidOn }) => [id, pence, dueOn, paidOn])).toEqual([
      ["one", 75_00, "2026-06-12", undefined],
      ["two", 75_00, "2026-07-01", "2026-07-09"],
    ]);
    expect(new Set(offer.activities.map(({ id }) => id)).size).toBe(2);
    expect(spansOf([meeting("one", "2026-06-12"), meeting("two", "2026-07-01")])?.spans.map(({ counted }) => counted.most)).toEqual([
      150_00,
    ]);
  });

  test("counts only what was chosen where the rest was turned down before the work, and the whole where nobody knows when", () => {
    const less = { forTime: penceOf(30_00), declined: penceOf(45_00) };
    const [before] = spansOf([meeting("one", "2026-06-12", { ...less, agreed: "before-activity" })])?.spans ?? [];
    expect(before?.counted).toEqual({ least: 30_00, most: 30_00 });
    const [unsure] = spansOf([meeting("one", "2026-06-12", { ...less, agreed: "not-sure" })])?.spans ?? [];
    expect(unsure?.counted).toEqual({ least: 30_00, most: 75_00 });
  });

  test("works nothing out with a voucher, because nobody can say how it counts", () => {
    expect(spansOf([meeting("one", "2026-06-12"), meeting("two", "2026-07-01", { isVoucher: true })])).toMatchObject({
      shown: "cannot-show",
      spans: [],
    });
  });

  test("works nothing out where the service-user test is open and costs might count", () => {
    expect(spansOf([meeting("one", "2026-06-12")], { isTestMet: false as true })).toMatchObject({ shown: "cannot-show", spans: [] });
  });

  test("counts a payment without a day in every month, so that no month looks emptier than it may be", () => {
    const { dueOn: _late, ...late } = meeting("late", "2026-06-12");
    const spans = spansOf([late, meeting("one", "2026-07-12"), meeting("two", "2026-09-12")])?.spans ?? [];
    expect(spans.map(({ counted }) => counted.most)).toEqual([150_00, 150_00]);
  });
});

test.each([
  ["2026-06-11", "before-activity"],
  ["2026-06-12", "not-sure"],
  ["2026-06-13", "after-activity"],
] as const)("a choice made on %s about work on 12 June is %s", (on, agreed) => {
  expect(agreedWhen(day(on), day("2026-06-12"))).toBe(agreed);
  expect(agreedWhen(day(on), undefined)).toBe("not-sure");
});
