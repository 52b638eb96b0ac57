import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instantOf } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import { cutsFor, findLine, lengthToPay, minutesBetween, payForCancelled, priceTime } from "#app/domain/payments/price-time.ts";
import { compareWithWageFloor } from "#app/domain/payments/wage-floor.ts";
import { refusalOf, valueOf } from "#tests/support/results.ts";
import { bandFrom, bandUpTo, cardWith, day, entryWith, hourly, lineWith, pounds } from "./builders.ts";

const started = lineWith({ basis: { kind: "started-unit", unitMinutes: 15, hourly: hourly(1800) }, minimumMinutes: 60 });
const oneEntry = (minutes: number, line = lineWith({})) =>
  valueOf(priceTime({ card: cardWith({ lines: [line] }), entries: [entryWith({ minutes })] })).total;

describe("the price of time", () => {
  test.each([
    [239, 7500],
    [240, 7500],
    [241, 15000],
  ])("a band that includes its edge pays %i minutes as %i pence", (minutes, pence) => {
    const line = lineWith({ basis: { kind: "band", bands: [bandUpTo(240, true, pounds(75)), bandFrom(240, false, pounds(150))] } });
    expect(oneEntry(minutes, line)).toBe(pence);
  });

  test.each([
    [60, 1800],
    [61, 2250],
    [75, 2250],
    [76, 2700],
  ])("a started unit is paid whole: %i minutes is %i pence", (minutes, pence) => {
    expect(oneEntry(minutes, started)).toBe(pence);
  });

  test("a minimum lifts a short meeting, and no time at all is not paid", () => {
    expect(oneEntry(1, started)).toBe(1800);
    expect(oneEntry(0, started)).toBe(0);
  });

  test("the working shows each step in order, and its last amount is what is paid", () => {
    const priced = valueOf(priceTime({ card: cardWith({ lines: [started] }), entries: [entryWith({ minutes: 35 })] }));
    expect(priced.entries[0]?.working).toEqual([
      { step: "time", minutes: 35 },
      { step: "started-units", unitMinutes: 15, units: 3, minutes: 45 },
      { step: "minimum", minimumMinutes: 60, minutes: 60 },
      { step: "hourly-rate", hourly: hourly(1800), minutes: 60, rounded: false, amount: 1800 },
    ]);
    expect(priced.entries[0]?.paidMinutes).toBe(60);
  });

  test("a fixed amount needs no minutes, and items need a number", () => {
    const fixed = lineWith({ basis: { kind: "fixed-per-event", amount: pounds(40) } });
    expect(valueOf(priceTime({ card: cardWith({ lines: [fixed] }), entries: [entryWith()] })).total).toBe(4000);
    const items = lineWith({ basis: { kind: "per-item", each: { pence: pounds(25), per: "item" } } });
    const card = cardWith({ lines: [items] });
    expect(refusalOf(priceTime({ card, entries: [entryWith()] }))).toEqual([{ problem: "items-missing", entry: "t1" }]);
    expect(refusalOf(priceTime({ card, entries: [entryWith({ items: 1.5 })] }))).toEqual([{ problem: "not-whole-items", entry: "t1" }]);
  });

  test("every entry that cannot be priced is named, and nothing is half priced", () => {
    const card = cardWith({ lines: [lineWith({ activities: ["meeting"] })] });
    const entries = [
      entryWith({ minutes: 60 }),
      entryWith({ id: "t2", activity: "chairing", minutes: 60 }),
      entryWith({ id: "t3", event: "M2" }),
      entryWith({ id: "t4", event: "M3", minutes: 1.5 }),
    ];
    expect(refusalOf(priceTime({ card, entries }))).toEqual([
      { problem: "no-line", entry: "t2" },
      { problem: "minutes-missing", entry: "t3" },
      { problem: "not-whole-minutes", entry: "t4" },
    ]);
  });

  test("a length that no band holds is refused, even if the card was never checked", () => {
    const line = lineWith({ basis: { kind: "band", bands: [bandUpTo(60, true, pounds(20))] } });
    expect(refusalOf(priceTime({ card: cardWith({ lines: [line] }), entries: [entryWith({ minutes: 61 })] }))).toEqual([
      { problem: "no-band", entry: "t1" },
    ]);
  });

  test("preparation that the meeting's rate includes is not paid again at the same event", () => {
    const card = cardWith({
      lines: [
        lineWith({ code: "meeting", activities: ["meeting"], includes: ["preparation"] }),
        lineWith({ code: "prep", activities: ["preparation"] }),
      ],
    });
    const prep = entryWith({ id: "t2", activity: "preparation", minutes: 30 });
    expect(refusalOf(priceTime({ card, entries: [entryWith({ minutes: 60 }), prep] }))).toEqual([
      { problem: "included-already", entry: "t2", inEntry: "t1", line: "meeting" },
    ]);
    expect(priceTime({ card, entries: [entryWith({ minutes: 60 }), { ...prep, event: "M2" }] }).ok).toBe(true);
  });

  test("two entries with one id are a fault, because one of them would be lost", () => {
    expect(() => priceTime({ card: cardWith(), entries: [entryWith({ minutes: 1 }), entryWith({ minutes: 2 })] })).toThrow("own id");
  });
});

describe("the line that pays", () => {
  const wide = lineWith({ code: "anyone" });
  const chair = lineWith({ code: "chair", roles: ["chair"] });
  const online = lineWith({ code: "online", modes: ["online"] });

  test("the narrowest line that fits is used, and somebody whose role nobody recorded gets the wide one", () => {
    const card = cardWith({ lines: [wide, chair] });
    expect(valueOf(findLine(card, entryWith({ role: "chair" }))).code).toBe("chair");
    expect(valueOf(findLine(card, entryWith())).code).toBe("anyone");
  });

  test("two lines that fit equally well are not chosen between", () => {
    expect(refusalOf(findLine(cardWith({ lines: [chair, online] }), entryWith({ role: "chair", mode: "online" })))).toEqual({
      problem: "more-than-one-line",
      entry: "t1",
      lines: ["chair", "online"],
    });
  });

  test("a line the offer froze is used whatever else fits", () => {
    expect(valueOf(findLine(cardWith({ lines: [wide, chair] }), entryWith({ role: "chair", lineCode: "anyone" }))).code).toBe("anyone");
  });
});

describe("caps", () => {
  const capped = cardWith({
    lines: [lineWith({ basis: { kind: "per-minute", hourly: hourly(6000) }, dayCap: pounds(100), weekCap: pounds(150) })],
  });
  const at = (id: string, date: string, minutes: number) => entryWith({ id, event: id, date: day(date), minutes });

  test.each([
    [99, 9900, 0],
    [100, 10000, 0],
    [101, 10000, 1],
  ])("%i pounds in a day pays %i pence", (minutes, pence, cuts) => {
    const priced = valueOf(priceTime({ card: capped, entries: [at("a", "2026-09-11", minutes)] }));
    expect([priced.total, priced.cuts.length]).toEqual([pence, cuts]);
  });

  test("the week's cap counts what is left after each day's cap", () => {
    const priced = valueOf(priceTime({ card: capped, entries: [at("a", "2026-09-07", 120), at("b", "2026-09-13", 80)] }));
    expect(priced.cuts.map((cut) => [cut.cap.per, cut.amount])).toEqual([
      ["day", -2000],
      ["week", -3000],
    ]);
    expect(priced.total).toBe(15000);
  });

  test("Sunday and the Monday after it are in different weeks when weeks begin on Monday", () => {
    const priced = valueOf(priceTime({ card: capped, entries: [at("a", "2026-09-13", 90), at("b", "2026-09-14", 90)] }));
    expect(priced.cuts).toEqual([]);
  });

  test("what another claim already paid that day uses up the cap", () => {
    const earlier = [{ lineCode: "hour", date: day("2026-09-11"), amount: pounds(80) }];
    expect(valueOf(priceTime({ card: capped, entries: [at("a", "2026-09-11", 50)], earlier })).total).toBe(2000);
    expect(
      valueOf(priceTime({ card: capped, entries: [at("a", "2026-09-11", 50)], earlier: [{ ...earlier[0]!, amount: pounds(130) }] })).total,
    ).toBe(0);
  });

  test("for any amounts, no cut takes more than there is, and caps hold afterwards", () => {
    const amounts = fc.array(fc.record({ minutes: fc.integer({ min: 0, max: 600 }), on: fc.integer({ min: 1, max: 20 }) }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(amounts, (entries) => {
        const list = entries.map((one, index) => at(`e${index}`, `2026-09-${String(one.on).padStart(2, "0")}`, one.minutes));
        const priced = valueOf(priceTime({ card: capped, entries: list }));
        expect(priced.total).toBeGreaterThanOrEqual(0);
        expect(priced.total).toBeLessThanOrEqual(priced.uncapped);
        expect(priced.total).toBe(
          priced.entries.reduce((sum, one) => sum + one.amount, 0) + priced.cuts.reduce((sum, cut) => sum + cut.amount, 0),
        );
        expect(cutsFor(priced.caps, new Map(priced.entries.map((one) => [one.entry.id, one.amount])))).toEqual(priced.cuts);
      }),
    );
  });
});

describe("laws of pricing", () => {
  test("for any whole units, the minimum gives the same pay before and after unit rounding", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 600 }),
        (unit, units, minutes) => {
          const minimum = unit * units;
          const line = lineWith({ basis: { kind: "started-unit", unitMinutes: unit, hourly: hourly(6000) }, minimumMinutes: minimum });
          expect(oneEntry(minutes, line)).toBe(Math.ceil(Math.max(minutes, minimum) / unit) * unit * 100);
        },
      ),
    );
  });

  test("for any hourly rate, more time never pays less, and a line is within half a penny of exact", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 1, max: 1440 }), (pence, minutes) => {
        const line = lineWith({ basis: { kind: "per-minute", hourly: hourly(pence) } });
        const paid = oneEntry(minutes, line);
        expect(oneEntry(minutes + 1, line)).toBeGreaterThanOrEqual(paid);
        expect(Math.abs(paid * 60 - pence * minutes)).toBeLessThanOrEqual(30);
      }),
    );
  });
});

describe("how long a meeting is paid", () => {
  const meeting = { plannedMinutes: 120, actualMinutes: 90, attended: "all", breakMinutes: [] } as const;

  test("a meeting that ends early pays planned time only where the card says so", () => {
    expect(lengthToPay(cardWith({ paysPlannedTime: true }), meeting)).toEqual({ minutes: 120, basis: "planned", breaksTakenOff: [] });
    expect(lengthToPay(cardWith(), meeting).minutes).toBe(90);
  });

  test("a meeting that runs over pays the time it took", () => {
    expect(lengthToPay(cardWith({ paysPlannedTime: true }), { ...meeting, actualMinutes: 130 }).minutes).toBe(130);
  });

  test("somebody who came for part is paid for the time they were there", () => {
    expect(lengthToPay(cardWith({ paysPlannedTime: true }), { ...meeting, actualMinutes: 40, attended: "part" })).toMatchObject({
      minutes: 40,
      basis: "actual",
    });
  });

  test("a break of exactly the edge is paid, and a minute longer comes off", () => {
    const card = cardWith({ breaks: { kind: "take-off", longerThanMinutes: 30 } });
    expect(lengthToPay(card, { ...meeting, actualMinutes: 240, breakMinutes: [15, 30] }).minutes).toBe(240);
    expect(lengthToPay(card, { ...meeting, actualMinutes: 240, breakMinutes: [15, 31] })).toMatchObject({
      minutes: 209,
      breaksTakenOff: [31],
    });
  });

  test("a meeting across the night the clocks go back is paid for the hours that passed", () => {
    expect(minutesBetween(instantOf("2026-10-24T23:30:00.000Z"), instantOf("2026-10-25T01:30:00.000Z"))).toBe(120);
    expect(() => minutesBetween(instantOf("2026-10-25T01:30:00.000Z"), instantOf("2026-10-24T23:30:00.000Z"))).toThrow(RangeError);
  });
});

describe("a cancelled meeting", () => {
  const rules = [
    { cancelledBy: "organiser", noticeUnderMinutes: 48 * 60, pays: { kind: "percent", percent: 50 }, paysPreparationDone: true },
    { cancelledBy: "organiser", noticeUnderMinutes: 24 * 60, pays: { kind: "percent", percent: 100 }, paysPreparationDone: true },
    { cancelledBy: "participant", noticeUnderMinutes: "any", pays: { kind: "amount", amount: pounds(5) }, paysPreparationDone: false },
  ] as const;
  const money = { meetingAmount: penceOf(7501), preparationDone: pounds(18), costsLost: pounds(9) };

  test.each([
    [23 * 60 + 59, 7501],
    [24 * 60, 3751],
    [48 * 60 - 1, 3751],
  ])("with %i minutes' notice the shortest rule that fits pays %i pence", (noticeMinutes, pence) => {
    expect(valueOf(payForCancelled({ rules, cancelledBy: "organiser", noticeMinutes, ...money })).meeting).toBe(pence);
  });

  test("with exactly the notice of the edge no rule fits, and a person decides", () => {
    expect(refusalOf(payForCancelled({ rules, cancelledBy: "organiser", noticeMinutes: 48 * 60, ...money }))).toBe("no-rule");
  });

  test("money already spent is given back whatever the rule", () => {
    expect(valueOf(payForCancelled({ rules, cancelledBy: "participant", noticeMinutes: 10_000, ...money }))).toMatchObject({
      meeting: 500,
      preparation: 0,
      costs: 900,
      total: 1400,
    });
  });
});

describe("the wage floor", () => {
  test("a penny under the floor is noticed, the floor is not, and nothing is blocked", () => {
    const on = day("2026-04-01");
    expect(valueOf(compareWithWageFloor({ minutes: 60, amount: penceOf(1270), on })).isUnderFloor).toBe(true);
    expect(valueOf(compareWithWageFloor({ minutes: 60, amount: penceOf(1271), on })).isUnderFloor).toBe(false);
    expect(valueOf(compareWithWageFloor({ minutes: 0, amount: penceOf(0), on })).isUnderFloor).toBe(false);
  });

  test("the day before the rise has the old floor, and a day we hold no figure for has none", () => {
    expect(valueOf(compareWithWageFloor({ minutes: 60, amount: penceOf(1221), on: day("2026-03-31") })).isUnderFloor).toBe(false);
    expect(refusalOf(compareWithWageFloor({ minutes: 60, amount: penceOf(1), on: day("2027-04-01") })).reason).toBe("outside-known-dates");
  });
});
