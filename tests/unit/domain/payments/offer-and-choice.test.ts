import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { penceOf } from "#app/domain/basics/money.ts";
import { choiceKinds, makeChoice, makeInstruction, payableFor, timingOfChoice, type Choice } from "#app/domain/payments/choice.ts";
import { applyRise, makeCostsOnlyOffer, makeOffer, minutesOffered, timingOf, type OfferTerms } from "#app/domain/payments/offer.ts";
import { refusalOf, valueOf } from "#tests/support/results.ts";
import { cardWith, day, entryWith, hourly, lineWith, pounds } from "./builders.ts";

const terms: OfferTerms = {
  reference: "OFFER001",
  person: "amina",
  event: "M1",
  madeOn: day("2026-08-01"),
  costsCovered: ["public-transport", "care"],
  costsBefore: ["book-for-you"],
  paidBy: ["bank"],
  paidWithin: { kind: "working-days", days: 10 },
  mayDeclineUntil: day("2026-09-09"),
};
const twoParts = [entryWith({ id: "meeting", minutes: 120 }), entryWith({ id: "reading", activity: "reading", minutes: 45 })];
const offer = () => valueOf(makeOffer({ terms, card: cardWith(), activities: twoParts }));

describe("an offer", () => {
  test("keeps its figures when the card changes afterwards", () => {
    const card = cardWith();
    const made = valueOf(makeOffer({ terms, card, activities: twoParts }));
    (card.lines as unknown[]).length = 0;
    expect(made.total).toBe(6875);
    expect(Object.isFrozen(made.activities[0]?.working[0])).toBe(true);
    expect(Object.isFrozen(card)).toBe(false);
  });

  test("names the line each activity is paid by, so that the claim uses the same one", () => {
    expect(offer().activities.map((one) => one.entry.lineCode)).toEqual(["hour", "hour"]);
  });

  test("is not made for nothing, by a card that is not in force, or with an activity that has no rate", () => {
    expect(refusalOf(makeOffer({ terms, card: cardWith(), activities: [] }))).toEqual({ reason: "no-activities" });
    expect(refusalOf(makeOffer({ terms, card: cardWith({ validFrom: day("2026-09-11") }), activities: twoParts })).reason).toBe(
      "card-not-in-force",
    );
    expect(refusalOf(makeOffer({ terms, card: cardWith({ validTo: day("2026-09-09") }), activities: twoParts })).reason).toBe(
      "card-not-in-force",
    );
    expect(
      refusalOf(makeOffer({ terms, card: cardWith({ lines: [lineWith({ activities: ["chairing"] })] }), activities: twoParts })).reason,
    ).toBe("not-priced");
  });

  test("says truly whether it was made before the work", () => {
    expect(timingOf({ ...offer(), madeOn: day("2026-09-09") })).toBe("before");
    expect(timingOf({ ...offer(), madeOn: day("2026-09-10") })).toBe("same-day");
    expect(timingOf({ ...offer(), madeOn: day("2026-09-11") })).toBe("after");
  });

  test("counts the minutes people will give, and an offer of costs only has none", () => {
    expect(minutesOffered(offer())).toBe(165);
    const costsOnly = makeCostsOnlyOffer(terms, cardWith());
    expect([costsOnly.total, minutesOffered(costsOnly), timingOf(costsOnly)]).toEqual([0, 0, "before"]);
  });

  test("a later rise is applied with a note, and a later cut is not", () => {
    const at = (pence: number, activities = twoParts) =>
      valueOf(
        makeOffer({
          terms,
          card: cardWith({ version: 2, lines: [lineWith({ basis: { kind: "per-minute", hourly: hourly(pence) } })] }),
          activities,
        }),
      );
    const change = { on: day("2026-08-20"), by: "grace", note: "Rates went up" };
    const raised = valueOf(applyRise(offer(), { repriced: at(3000), ...change }));
    expect([raised.total, raised.card.version, raised.changes]).toEqual([8250, 2, [{ ...change, totalBefore: 6875, totalAfter: 8250 }]]);
    expect(refusalOf(applyRise(offer(), { repriced: at(2400), ...change }))).toBe("a-cut");
    expect(refusalOf(applyRise(offer(), { repriced: at(2500), ...change }))).toBe("not-a-rise");
    expect(refusalOf(applyRise(offer(), { repriced: at(3000, [entryWith({ id: "meeting", minutes: 120 })]), ...change }))).toBe(
      "other-activities",
    );
    expect(refusalOf(applyRise(offer(), { repriced: at(3000), ...change, note: " " }))).toBe("note-missing");
  });
});

describe("choosing", () => {
  const offered = pounds(75);
  const charity = { name: "Riverside Food Bank" };

  test("less has to be more than nothing and less than the offer", () => {
    expect(valueOf(makeChoice(offered, { kind: "less", less: penceOf(7499) }))).toEqual({ kind: "less", amount: 7499 });
    expect(refusalOf(makeChoice(offered, { kind: "less", less: penceOf(7500) }))).toEqual({ reason: "not-less", offered: 7500 });
    expect(refusalOf(makeChoice(offered, { kind: "less", less: penceOf(0) }))).toEqual({ reason: "amount-below-nothing", field: "less" });
    expect(refusalOf(makeChoice(offered, { kind: "less" }))).toEqual({ reason: "amount-missing", field: "less" });
  });

  test("two parts may come to the offer and not to a penny more", () => {
    const split = (forPerson: number, forCharity: number) =>
      makeChoice(offered, { kind: "split", forPerson: penceOf(forPerson), forCharity: penceOf(forCharity), charity });
    expect(split(4000, 3500).ok).toBe(true);
    expect(refusalOf(split(4000, 3501))).toEqual({ reason: "adds-up-to-more", total: 7501, offered: 7500 });
    expect(refusalOf(split(-1, 0))).toEqual({ reason: "amount-below-nothing", field: "for-person" });
    expect(refusalOf(split(0, -1))).toEqual({ reason: "amount-below-nothing", field: "for-charity" });
    expect(refusalOf(makeChoice(offered, { kind: "split", forCharity: penceOf(1), charity }))).toEqual({
      reason: "amount-missing",
      field: "for-person",
    });
    expect(refusalOf(makeChoice(offered, { kind: "split", forPerson: penceOf(1), charity }))).toEqual({
      reason: "amount-missing",
      field: "for-charity",
    });
    expect(refusalOf(makeChoice(offered, { kind: "split", forPerson: penceOf(1), forCharity: penceOf(1) }))).toEqual({
      reason: "charity-missing",
    });
  });

  test("a charity has to be named, and the plain choices need nothing more", () => {
    expect(refusalOf(makeChoice(offered, { kind: "charity", charity: { name: " " } }))).toEqual({ reason: "charity-missing" });
    expect(valueOf(makeChoice(offered, { kind: "charity", charity }))).toEqual({ kind: "charity", charity });
    for (const kind of ["full", "costs-only", "nothing"] as const) expect(valueOf(makeChoice(offered, { kind }))).toEqual({ kind });
  });

  test("a choice on the day itself is not called before it", () => {
    const record = (decidedOn: string) => timingOfChoice({ decidedOn: day(decidedOn), activityDate: day("2026-09-10") });
    expect([record("2026-09-09"), record("2026-09-10"), record("2026-09-11")]).toEqual(["before", "same-day", "after"]);
  });
});

describe("what is payable", () => {
  const charity = { name: "Riverside Food Bank", number: "1000001" };
  const choices: readonly Choice[] = [
    { kind: "full" },
    { kind: "less", amount: pounds(40) },
    { kind: "charity", charity },
    { kind: "split", forPerson: pounds(40), forCharity: pounds(35), charity },
    { kind: "costs-only" },
    { kind: "nothing" },
  ];

  test.each([
    [0, 7500, 0, undefined, true],
    [1, 4000, 3500, undefined, true],
    [2, 0, 7500, 7500, true],
    [3, 4000, 3500, 3500, true],
    [4, 0, 7500, undefined, true],
    [5, 0, 7500, undefined, false],
  ])("of £75 earned, choice %i gives the person %i pence", (index, forTime, declined, gift, paysCosts) => {
    const payable = payableFor(choices[index]!, pounds(75));
    expect([payable.forTime, payable.declined, payable.ownGift?.amount, payable.paysCosts]).toEqual([forTime, declined, gift, paysCosts]);
  });

  test("when less time was given, the person comes first and the gift is what is left", () => {
    expect(payableFor(choices[3]!, pounds(50))).toMatchObject({ forTime: 4000, declined: 1000, ownGift: { amount: 1000 } });
    const all = payableFor(choices[3]!, pounds(30));
    expect([all.forTime, all.declined, all.ownGift]).toEqual([3000, 0, undefined]);
  });

  test("for any choice and any time, what is paid and what is declined add up to what was earned, and the gift is no more than was declined", () => {
    expect(choices.map((choice) => choice.kind)).toEqual(choiceKinds);
    fc.assert(
      fc.property(fc.constantFrom(...choices), fc.integer({ min: 0, max: 100_000 }), (choice, earned) => {
        const payable = payableFor(choice, penceOf(earned));
        expect(payable.forTime + payable.declined).toBe(earned);
        expect(payable.forTime).toBeGreaterThanOrEqual(0);
        expect(payable.ownGift?.amount ?? 0).toBeLessThanOrEqual(payable.declined);
      }),
    );
  });

  test("finance is told an amount and dates, and has no field for a reason, a limit or a benefit", () => {
    const instruction = valueOf(
      makeInstruction({
        payable: payableFor(choices[3]!, pounds(75)),
        costs: pounds(12),
        access: pounds(5),
        notBefore: day("2026-09-14"),
        notAfter: day("2026-09-14"),
      }),
    );
    expect(instruction).toEqual({
      forTime: 4000,
      forCosts: 1200,
      forAccess: 500,
      total: 5700,
      ownGift: { charity, amount: 3500 },
      notBefore: "2026-09-14",
      notAfter: "2026-09-14",
    });
    expect(
      valueOf(makeInstruction({ payable: payableFor({ kind: "nothing" }, pounds(75)), costs: pounds(12), access: pounds(5) })).total,
    ).toBe(0);
  });

  test("a first day after the last is for a person to sort out", () => {
    expect(
      refusalOf(
        makeInstruction({
          payable: payableFor({ kind: "full" }, pounds(1)),
          costs: pounds(0),
          access: pounds(0),
          notBefore: day("2026-09-15"),
          notAfter: day("2026-09-14"),
        }),
      ),
    ).toBe("dates-cross");
  });
});
