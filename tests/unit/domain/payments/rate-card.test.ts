import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { penceOf } from "#app/domain/basics/money.ts";
import { adoptPublishedCard, publishedCards } from "#app/domain/payments/published-cards.ts";
import { cardInForce, checkRateCard, findVersionsThatClash, minutesOfBand, type Band } from "#app/domain/payments/rate-card.ts";
import { refusalOf, valueOf } from "#tests/support/results.ts";
import { bandFrom, bandUpTo, cardWith, day, hourly, lineWith, pounds } from "./builders.ts";

const banded = (bands: readonly Band[]) => cardWith({ lines: [lineWith({ basis: { kind: "band", bands } })] });

describe("bands", () => {
  test("bands that meet at an edge belonging to one of them cover every minute", () => {
    expect(checkRateCard(banded([bandUpTo(240, true, pounds(75)), bandFrom(240, false, pounds(150))]))).toEqual([]);
    expect(checkRateCard(banded([bandUpTo(240, false, pounds(75)), bandFrom(240, true, pounds(150))]))).toEqual([]);
  });

  test("an edge that belongs to neither band leaves one minute unpaid, and the minute is named", () => {
    expect(checkRateCard(banded([bandUpTo(240, false, pounds(75)), bandFrom(240, false, pounds(150))]))).toEqual([
      { problem: "bands-gap", line: "hour", fromMinute: 240, toMinute: 240 },
    ]);
  });

  test("an edge that belongs to both bands would pay one minute twice, and the minute is named", () => {
    expect(checkRateCard(banded([bandUpTo(240, true, pounds(75)), bandFrom(240, true, pounds(150))]))).toEqual([
      { problem: "bands-overlap", line: "hour", fromMinute: 240, toMinute: 240 },
    ]);
  });

  test("bands that stop leave longer meetings unpaid", () => {
    expect(checkRateCard(banded([bandUpTo(240, true, pounds(75))]))).toEqual([
      { problem: "bands-gap", line: "hour", fromMinute: 241, toMinute: "no-end" },
    ]);
  });

  test("bands that begin after the first minute leave short meetings unpaid", () => {
    expect(checkRateCard(banded([bandFrom(60, true, pounds(75))]))).toEqual([
      { problem: "bands-gap", line: "hour", fromMinute: 1, toMinute: 59 },
    ]);
  });

  test("a band after an open-ended one overlaps it", () => {
    const problems = checkRateCard(banded([bandFrom(0, false, pounds(75)), bandFrom(240, true, pounds(150))]));
    expect(problems).toEqual([{ problem: "bands-overlap", line: "hour", fromMinute: 240, toMinute: "no-end" }]);
  });

  test("a band without a minute in it is named", () => {
    const empty: Band = { from: { minutes: 240, inclusive: false }, to: { minutes: 241, inclusive: false }, amount: pounds(1) };
    const problems = checkRateCard(banded([bandUpTo(240, true, pounds(75)), empty, bandFrom(240, false, pounds(150))]));
    expect(problems).toEqual([{ problem: "band-empty", line: "hour", band: 1 }]);
  });

  test("for any bands found sound, every minute belongs to exactly one of them", () => {
    const edge = fc.record({ minutes: fc.integer({ min: 0, max: 12 }), inclusive: fc.boolean() });
    const band = fc.record({ from: edge, to: fc.oneof(edge, fc.constant("no-end" as const)), amount: fc.constant(penceOf(1)) });
    let sound = 0;
    fc.assert(
      fc.property(fc.array(band, { minLength: 1, maxLength: 3 }), (bands) => {
        const holders = (minute: number) =>
          bands.filter((one) => {
            const { first, last } = minutesOfBand(one);
            return minute >= first && (last === "no-end" || minute <= last);
          }).length;
        const covered = Array.from({ length: 30 }, (_, index) => holders(index + 1)).every((count) => count === 1);
        const isSound = checkRateCard(banded(bands)).every((one) => one.problem === "band-empty");
        if (isSound) sound += 1;
        expect(isSound).toBe(covered);
      }),
      { numRuns: 3000, seed: 41 },
    );
    expect(sound).toBeGreaterThan(20);
  });
});

describe("a card that cannot be saved", () => {
  test("a minimum that is not whole units is refused, because the order of the two would change the pay", () => {
    const line = lineWith({ basis: { kind: "started-unit", unitMinutes: 15, hourly: hourly(1800) }, minimumMinutes: 50 });
    expect(checkRateCard(cardWith({ lines: [line] }))).toEqual([
      { problem: "minimum-not-whole-units", line: "hour", unitMinutes: 15, minimumMinutes: 50 },
    ]);
    expect(checkRateCard(cardWith({ lines: [{ ...line, minimumMinutes: 60 }] }))).toEqual([]);
  });

  test("a line nobody can read the name of is refused", () => {
    expect(checkRateCard(cardWith({ lines: [lineWith({ label: " " })] }))).toEqual([{ problem: "no-label", line: "hour" }]);
  });

  test("two lines that fit the same thing equally well are refused", () => {
    const byRole = lineWith({ code: "chairs", roles: ["chair"] });
    const byActivity = lineWith({ code: "chairing", activities: ["chairing"] });
    expect(checkRateCard(cardWith({ lines: [byRole, byActivity] }))).toEqual([
      { problem: "lines-clash", line: "chairs", other: "chairing" },
    ]);
  });

  test("a narrower line beside a wider one is sound", () => {
    expect(checkRateCard(cardWith({ lines: [lineWith({}), lineWith({ code: "chairs", roles: ["chair"] })] }))).toEqual([]);
  });

  test("names, amounts, times, codes and dates are each looked at", () => {
    const found = checkRateCard(
      cardWith({
        name: "",
        validTo: day("2024-12-31"),
        lines: [
          lineWith({ basis: { kind: "per-minute", hourly: hourly(-1) } }),
          lineWith({ activities: [], dayCap: pounds(-1) }),
          lineWith({ code: "unit", roles: ["a"], basis: { kind: "started-unit", unitMinutes: 0, hourly: hourly(1) } }),
          lineWith({ code: "part", roles: ["b"], minimumMinutes: 1.5 }),
          lineWith({ code: "fixed", roles: ["c"], basis: { kind: "fixed-per-event", amount: pounds(5) }, minimumMinutes: 60 }),
          lineWith({
            code: "item",
            roles: ["d"],
            basis: { kind: "per-item", each: { pence: pounds(5), per: "item" } },
            minimumMinutes: 60,
          }),
        ],
        cancellation: [
          { cancelledBy: "organiser", noticeUnderMinutes: 2880, pays: { kind: "percent", percent: 101 }, paysPreparationDone: true },
          { cancelledBy: "organiser", noticeUnderMinutes: 2880, pays: { kind: "nothing" }, paysPreparationDone: true },
        ],
      }),
    );
    const named = found.map((one) => one.problem).filter((problem) => problem !== "lines-clash");
    expect(named.sort()).toEqual(
      [
        "no-name",
        "ends-before-it-starts",
        "not-an-amount",
        "not-an-amount",
        "nothing-chosen",
        "not-whole-minutes",
        "not-whole-minutes",
        "minimum-without-time",
        "minimum-without-time",
        "code-used-twice",
        "cancellation-rule-twice",
        "cancellation-not-a-share",
      ].sort(),
    );
  });

  test("a card without lines is refused", () => {
    expect(checkRateCard(cardWith({ lines: [] }))).toEqual([{ problem: "no-lines" }]);
  });
});

describe("the card in force", () => {
  const before = cardWith({ version: 1, validFrom: day("2024-01-01") });
  const after = cardWith({ version: 2, validFrom: day("2025-12-16") });

  test("the day before a rise has the old card, and the day of the rise the new one", () => {
    expect(valueOf(cardInForce([after, before], day("2025-12-15"))).version).toBe(1);
    expect(valueOf(cardInForce([after, before], day("2025-12-16"))).version).toBe(2);
  });

  test("before the first version there is no card, rather than the nearest", () => {
    expect(refusalOf(cardInForce([before], day("2023-12-31")))).toBe("no-card-yet");
  });

  test("a card that says when it ends is not used the day after", () => {
    const pilot = cardWith({ validFrom: day("2024-09-25"), validTo: day("2025-03-31") });
    expect(cardInForce([pilot], day("2025-03-31")).ok).toBe(true);
    expect(refusalOf(cardInForce([pilot], day("2025-04-01")))).toBe("card-ended");
  });

  test("two versions starting on one day are named, and the later version is the one used meanwhile", () => {
    const again = cardWith({ version: 3, validFrom: day("2025-12-16") });
    expect(findVersionsThatClash([before, after, again])).toEqual([{ version: 2, other: 3, on: day("2025-12-16") }]);
    expect(valueOf(cardInForce([again, after], day("2026-01-01"))).version).toBe(3);
  });
});

describe("published cards", () => {
  const own = {
    id: "c1",
    organisation: "Riverside Voices",
    version: 1,
    validFrom: day("2026-04-01"),
    breaks: { kind: "count" },
    paysPlannedTime: false,
    weekBegins: "Monday",
    cancellation: [],
  } as const;

  test("every published card makes a sound card with a source and the day it was checked", () => {
    expect(publishedCards.length).toBeGreaterThanOrEqual(4);
    for (const published of publishedCards) {
      const card = valueOf(adoptPublishedCard(published, { ...own, answers: { halfDayMinutes: 210 } }));
      expect(checkRateCard(card)).toEqual([]);
      expect(card.source.title).not.toBe("");
      expect(card.source.checkedOn).toBe("2026-11-22");
    }
  });

  test("a card whose publication does not say how long half a day is asks, and does not guess", () => {
    const exeter = publishedCards.find((card) => card.id === "university-of-exeter");
    if (exeter === undefined) throw new Error("Expected the University of Exeter's card");
    expect(exeter.asks).toEqual(["half-day-minutes"]);
    expect(refusalOf(adoptPublishedCard(exeter, { ...own, answers: {} }))).toBe("half-day-minutes");
    expect(refusalOf(adoptPublishedCard(exeter, { ...own, answers: { halfDayMinutes: 60 } }))).toBe("half-day-minutes");
  });

  test("no two published cards share an id", () => {
    expect(new Set(publishedCards.map((card) => card.id)).size).toBe(publishedCards.length);
  });
});
