// The year view: which weeks and periods each payment falls in, and what is left there.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { assessOffer } from "#app/domain/benefits/assess.ts";
import type { Span } from "#app/domain/benefits/benefit.ts";
import type { Offer, Situation } from "#app/domain/benefits/offer.ts";
import { yearOf } from "#app/domain/benefits/year.ts";
import { knownDays, offersFrom, runs, situationsFrom } from "#tests/support/benefit-arbitraries.ts";
import { costOf, esaKnown, noOtherPay, offerOf, otherPay, situationOf, ucKnown } from "#tests/support/benefit-builders.ts";

const shown = ({ basis, from, to, standing, left }: Span) => ({ basis, from, to, standing, left });
const taxYear = { from: calendarDateOf("2026-04-06"), to: calendarDateOf("2027-04-05") };

describe("a year of payments", () => {
  const twice = offerOf([
    { pounds: 75, on: "2026-06-02", paid: "2026-06-12", id: "june" },
    { pounds: 90, on: "2026-07-01", due: "2026-07-08", id: "july" },
  ]);

  test("a payment that was made is paid, one that is agreed is planned, and one without a day is neither", () => {
    const [fee] = twice.payments;
    const { dueOn: _due, paidOn: _paid, ...undated } = fee!;
    const year = yearOf({ ...twice, payments: [{ ...undated, id: "some-day" }, ...twice.payments] }, situationOf({ pip: {} }));
    expect(year.payments.map(({ id, state, on }) => [id, state, on])).toEqual([
      ["june", "paid", "2026-06-12"],
      ["july", "planned", "2026-07-08"],
      ["some-day", "no-day", undefined],
    ]);
  });

  test("two payments in one Universal Credit month share its work allowance", () => {
    const year = yearOf(twice, situationOf({ "universal-credit": ucKnown }));
    expect(year.benefits[0]?.spans.map(shown)).toEqual([
      { basis: "assessment-period", from: "2026-06-10", to: "2026-07-09", standing: "fits", left: 262_00 },
    ]);
    expect(year.payments.map((payment) => payment.places[0]?.span.items.map((item) => item.id))).toEqual([
      ["june", "july"],
      ["june", "july"],
    ]);
  });

  test("the months of a tax year in which nothing is paid have the whole allowance left", () => {
    const spans = yearOf(twice, situationOf({ "universal-credit": ucKnown }), taxYear).benefits[0]?.spans ?? [];
    expect(spans).toHaveLength(13);
    // The first began before the first Monday of the tax year, so it still has last year's allowance.
    expect(spans.map((span) => span.left)).toEqual([411_00, 427_00, 427_00, 262_00, ...Array.from({ length: 9 }, () => 427_00)]);
  });

  test("a month over the allowance says how much lower Universal Credit would be, and leaves nothing", () => {
    const [span] =
      yearOf(offerOf([{ pounds: 500, on: "2026-06-12" }]), situationOf({ "universal-credit": ucKnown })).benefits[0]?.spans ?? [];
    expect(span).toMatchObject({ standing: "over", limit: 427_00, reduction: { most: 40_15 } });
    expect(span?.left).toBeUndefined();
  });

  test("with the day of the week known there is a week by meeting, by due day and by paid day", () => {
    const [june] = yearOf(twice, situationOf({ "new-style-esa": esaKnown })).payments;
    expect(june?.places).toHaveLength(1);
    const spans = yearOf(twice, situationOf({ "new-style-esa": esaKnown })).benefits[0]?.spans ?? [];
    expect(spans.map(shown)).toEqual([
      { basis: "activity-week", from: "2026-06-01", to: "2026-06-07", standing: "fits", left: 128_50 },
      { basis: "due-week", from: "2026-06-01", to: "2026-06-07", standing: "fits", left: 128_50 },
      { basis: "paid-week", from: "2026-06-08", to: "2026-06-14", standing: "fits", left: 128_50 },
      { basis: "activity-week", from: "2026-06-29", to: "2026-07-05", standing: "fits", left: 113_50 },
      { basis: "due-week", from: "2026-07-06", to: "2026-07-12", standing: "fits", left: 113_50 },
      { basis: "paid-week", from: "2026-07-06", to: "2026-07-12", standing: "fits", left: 113_50 },
    ]);
  });

  test("with the day of the week not known, the tightest of the seven weeks around a payment is shown", () => {
    const near = offerOf([
      { pounds: 120, on: "2026-06-12", id: "one" },
      { pounds: 100, on: "2026-06-17", id: "two" },
    ]);
    const spans = yearOf(near, situationOf({ "carers-allowance": {} })).benefits[0]?.spans ?? [];
    expect(new Set(spans.map((span) => span.standing))).toEqual(new Set(["over"]));
    expect(spans.every((span) => span.isOneOfSeven && span.items.length === 2)).toBe(true);
  });

  test("weekly pay from a job uses up room in every week", () => {
    const spans =
      yearOf(twice, situationOf({ "carer-support-payment": {} }, otherPay({ pounds: 100, pattern: "week" }))).benefits[0]?.spans ?? [];
    expect(spans).toEqual([]);
    const scottish = yearOf(
      { ...twice, nation: "scotland" },
      situationOf({ "carer-support-payment": {} }, otherPay({ pounds: 100, pattern: "week" })),
    );
    expect(scottish.benefits[0]?.spans.find((span) => span.basis === "paid-week")?.left).toBe(29_00);
  });

  test("money without a day could fall in any period, so it is counted in all of them", () => {
    const [fee] = twice.payments;
    const { dueOn: _due, paidOn: _paid, ...undated } = fee!;
    const year = yearOf(
      { ...twice, payments: [...twice.payments, { ...undated, id: "some-day" }] },
      situationOf({ "universal-credit": ucKnown }),
    );
    expect(year.benefits[0]?.spans[0]).toMatchObject({ left: 187_00 });
    expect(year.benefits[0]?.outcome).toBe("UNKNOWN_ADVICE");
  });

  test("past the figures a week has no limit and no room", () => {
    const late = offerOf([{ pounds: 10, on: "2027-04-14" }]);
    const spans = yearOf(late, situationOf({ "new-style-esa": esaKnown })).benefits[0]?.spans ?? [];
    expect(new Set(spans.map((span) => span.standing))).toEqual(new Set(["no-figure"]));
    expect(spans.every((span) => span.limit === undefined && span.left === undefined)).toBe(true);
  });

  test("in Northern Ireland this year a figure only expected to match leaves no room to show", () => {
    const offer: Offer = { ...offerOf([{ pounds: 10, on: "2026-06-10" }]), nation: "northern-ireland" };
    const spans = yearOf(offer, situationOf({ "carers-allowance": {} })).benefits[0]?.spans ?? [];
    expect(spans[0]).toMatchObject({ standing: "no-figure", figures: [] });
  });

  test("costs paid back are in no week, and a voucher leaves nothing to show", () => {
    const costs: Offer = { ...twice, expenses: [costOf("travel-to-venue", 500, { activity: "meeting-1-1" })] };
    const room = (offer: Offer) => yearOf(offer, situationOf({ "new-style-esa": esaKnown })).benefits[0]?.spans.map((span) => span.left);
    expect(room(costs)).toEqual(room(twice));
    const voucher: Offer = { ...twice, payments: [{ ...twice.payments[0]!, kind: "voucher" }] };
    expect(yearOf(voucher, situationOf({ "new-style-esa": esaKnown })).benefits[0]).toMatchObject({ shown: "cannot-show", spans: [] });
  });

  test("a benefit that does not depend on money has no weeks, and one whose rule is not held cannot be shown", () => {
    const year = yearOf(twice, situationOf({ pip: {}, "council-tax-reduction": {} }, noOtherPay));
    expect(year.benefits.map(({ benefit, shown: how }) => [benefit, how])).toEqual([
      ["council-tax-reduction", "cannot-show"],
      ["pip", "no-limit"],
    ]);
  });
});

describe("the year view and the answer", () => {
  test("for any offer and situation, never disagree about the room that is left", () => {
    fc.assert(
      fc.property(offersFrom(knownDays, 30), situationsFrom(knownDays), (offer, situation: Situation) => {
        const { findings } = assessOffer(offer, situation);
        const year = yearOf(offer, situation);
        for (const finding of findings) {
          const spans = year.benefits.find((one) => one.benefit === finding.benefit)?.spans ?? [];
          for (const room of finding.rooms) {
            const same = spans.find((span) => span.basis === room.basis && span.left === room.left && span.limit === room.limit);
            // A week with no money of its own is judged by the engine and not drawn in a year.
            if (finding.sums.some((sum) => sum.basis === room.basis && sum.steps.some((step) => step.label === "payment")))
              expect(same, `${finding.benefit} ${room.basis}`).toBeDefined();
          }
          const isLimit = finding.benefit === "carers-allowance" || finding.benefit === "carer-support-payment";
          if (isLimit && finding.outcome === "BREAKS_LIMIT_STOP") expect(spans.some((span) => span.standing === "over")).toBe(true);
          if (isLimit && finding.outcome === "WITHIN_LIMIT") expect(spans.every((span) => span.standing === "fits")).toBe(true);
        }
      }),
      { numRuns: Math.min(runs, 20_000) },
    );
  }, 600_000);
});
