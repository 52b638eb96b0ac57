import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarDateOf, clockTimeAt, clockTimeOf, readClockTime } from "#app/domain/basics/dates.ts";
import { penceOf, readPounds } from "#app/domain/basics/money.ts";
import {
  clock,
  clockRange,
  counted,
  daysAway,
  duration,
  inFours,
  list,
  longDate,
  money,
  moneyInColumn,
  number,
  outOf,
  penceOrPounds,
  plainDate,
  plural,
  sentenceCase,
  shortDate,
} from "#app/words/format.ts";

describe("days and times in words", () => {
  test("a date carries its weekday, and no leading nought", () => {
    expect(longDate(calendarDateOf("2026-03-03"))).toBe("Tuesday 3 March 2026");
    expect(shortDate(calendarDateOf("2026-03-03"))).toBe("Tuesday 3 March");
    expect(plainDate(calendarDateOf("2026-12-31"))).toBe("31 December 2026");
  });

  test.each([
    ["00:00", "midnight"],
    ["00:05", "12:05am"],
    ["09:00", "9am"],
    ["12:00", "midday"],
    ["12:30", "12:30pm"],
    ["14:30", "2:30pm"],
    ["23:59", "11:59pm"],
  ])("%s is said as %s", (shown, said) => {
    expect(clock(clockTimeOf(shown))).toBe(said);
  });

  test("a range is joined by a word, which a screen reader says", () => {
    expect(clockRange(clockTimeOf("10:30"), clockTimeOf("13:00"))).toBe("10:30am to 1pm");
  });

  test("for any minute of the day, a time as we say it is a time we can read", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => {
        expect(readClockTime(clock(clockTimeAt(minutes)))).toEqual({ ok: true, value: clockTimeAt(minutes) });
      }),
    );
  });

  test.each([
    [0, "0 minutes"],
    [1, "1 minute"],
    [45, "45 minutes"],
    [60, "1 hour"],
    [61, "1 hour 1 minute"],
    [150, "2 hours 30 minutes"],
  ])("%i minutes is %s", (minutes, said) => {
    expect(duration(minutes)).toBe(said);
  });

  test.each([
    [0, "today"],
    [1, "tomorrow"],
    [-1, "yesterday"],
    [5, "in 5 days"],
    [7, "in 7 days"],
    [14, "in 2 weeks"],
    [15, "in 15 days"],
    [-4, "4 days ago"],
    [-21, "3 weeks ago"],
  ])("%i days away is %s", (days, said) => {
    expect(daysAway(days)).toBe(said);
  });
});

describe("money and numbers in words", () => {
  test.each([
    [1250, "£12.50", "£12.50"],
    [4000, "£40", "£40.00"],
    [120050, "£1,200.50", "£1,200.50"],
    [123456700, "£1,234,567", "£1,234,567.00"],
    [5, "£0.05", "£0.05"],
    [0, "£0", "£0.00"],
    [-1250, "−£12.50", "−£12.50"],
  ])("%i pence", (pence, plain, inColumn) => {
    expect(money(penceOf(pence))).toBe(plain);
    expect(moneyInColumn(penceOf(pence))).toBe(inColumn);
  });

  test.each([
    [45, "45p"],
    [99, "99p"],
    [100, "£1"],
    [120, "£1.20"],
    [-45, "−45p"],
  ])("a rate of %i pence", (pence, said) => {
    expect(penceOrPounds(penceOf(pence))).toBe(said);
  });

  test("for any amount people can type, what we show can be typed back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), (pence) => {
        expect(readPounds(money(penceOf(pence)))).toEqual({ ok: true, value: pence });
        expect(readPounds(moneyInColumn(penceOf(pence)))).toEqual({ ok: true, value: pence });
      }),
    );
  });

  test.each([
    [0, "0"],
    [999, "999"],
    [1234, "1,234"],
    [1234567, "1,234,567"],
    [12.5, "12.5"],
    [1234.5678, "1,234.5678"],
    [-1234, "−1,234"],
  ])("the number %s", (value, said) => {
    expect(number(value)).toBe(said);
  });

  test("a count and its noun agree", () => {
    expect(counted(0, "person", "people")).toBe("0 people");
    expect(counted(1, "person", "people")).toBe("1 person");
    expect(counted(1200, "person", "people")).toBe("1,200 people");
    expect(plural(1, "is", "are")).toBe("is");
    expect(plural(0, "is", "are")).toBe("are");
    expect(outOf(5, 8)).toBe("5 of 8");
  });
});

describe("lists and letters", () => {
  test.each([
    [[], ""],
    [["a"], "a"],
    [["a", "b"], "a and b"],
    [["a", "b", "c"], "a, b and c"],
  ])("%o becomes a list people read", (items, said) => {
    expect(list(items)).toBe(said);
  });

  test("a choice is joined with or", () => {
    expect(list(["a", "b", "c"], "or")).toBe("a, b or c");
  });

  test("a sentence that begins with a value begins with a capital", () => {
    expect(sentenceCase("large print")).toBe("Large print");
    expect(sentenceCase("")).toBe("");
  });

  test("a reference is read aloud in fours", () => {
    expect(inFours("KTR4MWPX")).toBe("KTR4 MWPX");
    expect(inFours("KTR4MWPX2")).toBe("KTR4 MWPX 2");
    expect(inFours("KTR")).toBe("KTR");
  });
});
