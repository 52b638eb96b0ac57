import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bankHolidaysOf } from "#app/domain/basics/bank-holidays.ts";
import {
  addDays,
  addMonths,
  addWorkingDays,
  calendarDateOf,
  clockIn,
  clockTimeAt,
  clockTimeOf,
  dayIn,
  daysBetween,
  instantOf,
  isWorkingDay,
  minutesOf,
  momentOf,
  nations,
  readClockTime,
  readDate,
  taxYearOf,
  weekContaining,
  weekdayOf,
} from "#app/domain/basics/dates.ts";

const day = calendarDateOf;
const time = clockTimeOf;
const someDay = fc.integer({ min: 0, max: 1826 }).map((days) => addDays(day("2024-01-01"), days));
const someNation = fc.constantFrom(...nations);

describe("days, times and moments as they are written", () => {
  test.each(["2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "26-04-06", "2026-4-6", "2026-04-06T00:00", " 2026-04-06", ""])(
    "%s is not a day",
    (written) => {
      expect(() => day(written)).toThrow(RangeError);
    },
  );

  test("29 February is a day in a leap year", () => {
    expect(day("2028-02-29")).toBe("2028-02-29");
  });

  test.each(["24:00", "9:00", "09:60", "0900", "09:00:00", ""])("%s is not a time on a clock", (written) => {
    expect(() => time(written)).toThrow(RangeError);
  });

  test.each([
    "2026-04-06T09:30",
    "2026-04-06",
    "6 April 2026",
    "2026-04-06T09:30:00+01:00",
    "2026-02-30T09:30:00Z",
    "2026-04-06T24:00:00Z",
    "2026",
    "",
  ])("%s is not a moment, because a moment names its zone", (written) => {
    expect(() => instantOf(written)).toThrow(RangeError);
  });

  test("a moment is kept to the thousandth of a second", () => {
    expect(instantOf("2026-04-06T09:30:00Z")).toBe("2026-04-06T09:30:00.000Z");
    expect(instantOf("2026-04-06T09:30Z")).toBe("2026-04-06T09:30:00.000Z");
  });
});

describe("reading a date from three boxes", () => {
  test.each([
    ["27", "3", "2026", "2026-03-27"],
    [" 7 ", "03", "2026 ", "2026-03-07"],
    ["1", "March", "2026", "2026-03-01"],
    ["1", "sept", "2026", "2026-09-01"],
    ["29", "feb", "2028", "2028-02-29"],
  ])("%s %s %s is a date", (dayTyped, month, year, expected) => {
    expect(readDate({ day: dayTyped, month, year })).toEqual({ ok: true, value: expected });
  });

  test.each([
    ["", "", "", { problem: "missing" }],
    ["", "3", "2026", { problem: "part-missing", part: "day" }],
    ["27", " ", "2026", { problem: "part-missing", part: "month" }],
    ["27", "3", "", { problem: "part-missing", part: "year" }],
    ["29", "2", "2026", { problem: "not-real" }],
    ["31", "4", "2026", { problem: "not-real" }],
    ["0", "4", "2026", { problem: "not-real" }],
    ["1", "13", "2026", { problem: "not-real" }],
    ["1", "ma", "2026", { problem: "not-real" }],
    ["1", "3", "26", { problem: "not-real" }],
    ["1st", "3", "2026", { problem: "not-real" }],
  ])("%s %s %s is refused, and the refusal says what is wrong", (dayTyped, month, year, refusal) => {
    expect(readDate({ day: dayTyped, month, year })).toEqual({ ok: false, refusal });
  });
});

describe("reading a time as people type it", () => {
  test.each([
    ["9", "09:00"],
    ["9am", "09:00"],
    ["9.30", "09:30"],
    ["09:30", "09:30"],
    ["0930", "09:30"],
    ["2:15 pm", "14:15"],
    ["2.15 P.M.", "14:15"],
    ["12am", "00:00"],
    ["12pm", "12:00"],
    ["12:30 am", "00:30"],
    ["midday", "12:00"],
    ["Noon", "12:00"],
    ["midnight", "00:00"],
    ["23:59", "23:59"],
  ])("%s is %s", (typed, expected) => {
    expect(readClockTime(typed)).toEqual({ ok: true, value: expected });
  });

  test.each(["24", "24:00", "13pm", "0am", "9:60", "9:5", "93", "half past nine", "9-10", "-1", "9:30:15"])("%s is not a time", (typed) => {
    expect(readClockTime(typed)).toEqual({ ok: false, refusal: "not-a-time" });
  });

  test("an empty box is missing, not wrong", () => {
    expect(readClockTime("  ")).toEqual({ ok: false, refusal: "missing" });
  });

  test("for any minute of the day, what a clock shows is read back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => {
        expect(readClockTime(clockTimeAt(minutes))).toEqual({ ok: true, value: clockTimeAt(minutes) });
        expect(minutesOf(clockTimeAt(minutes))).toBe(minutes);
      }),
    );
  });

  test.each([-1, 1440, 0.5])("no clock shows %s minutes after midnight", (minutes) => {
    expect(() => clockTimeAt(minutes)).toThrow(RangeError);
  });
});

describe("counting days", () => {
  test("a day moves across the March and October clock changes and stays one day", () => {
    expect(addDays(day("2027-03-27"), 1)).toBe("2027-03-28");
    expect(addDays(day("2027-03-28"), 1)).toBe("2027-03-29");
    expect(daysBetween(day("2026-10-24"), day("2026-10-26"))).toBe(2);
  });

  test("the month after 31 January ends on its own last day", () => {
    expect(addMonths(day("2027-01-31"), 1)).toBe("2027-02-28");
    expect(addMonths(day("2028-01-31"), 1)).toBe("2028-02-29");
    expect(addMonths(day("2027-03-31"), -1)).toBe("2027-02-28");
  });

  test("a day in the year 26 stays there, and is never moved to the year 1926", () => {
    expect(addDays(day("0026-03-01"), 1)).toBe("0026-03-02");
  });

  test("past the year 9999 days no longer sort as text, so there is no answer", () => {
    expect(() => addDays(day("9999-12-31"), 1)).toThrow(RangeError);
  });

  test("for any day and count, going there and back is staying, and the days between are the count", () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -4000, max: 4000 }), (from, count) => {
        const to = addDays(from, count);
        expect(addDays(to, -count)).toBe(from);
        expect(daysBetween(from, to)).toBe(count);
      }),
    );
  });

  test("for any day and weekday, the week begins on that weekday, is seven days and holds the day", () => {
    const someWeekday = fc.constantFrom("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    fc.assert(
      fc.property(someDay, someWeekday, (date, begins) => {
        const week = weekContaining(date, begins);
        expect(weekdayOf(week.from)).toBe(begins);
        expect(daysBetween(week.from, week.to)).toBe(6);
        expect(week.from <= date && date <= week.to).toBe(true);
      }),
    );
  });

  test("the tax year turns on 6 April", () => {
    expect(taxYearOf(day("2026-04-05"))).toBe(2025);
    expect(taxYearOf(day("2026-04-06"))).toBe(2026);
    expect(taxYearOf(day("2026-12-31"))).toBe(2026);
  });
});

describe("counting working days", () => {
  test("ten working days before a Wednesday with no holidays is the Wednesday two weeks earlier", () => {
    expect(addWorkingDays(day("2026-10-14"), -10, bankHolidaysOf("england"))).toEqual({ ok: true, value: "2026-09-30" });
  });

  test("a walk that leaves the published holidays has no answer", () => {
    expect(addWorkingDays(day("2028-12-29"), 1, bankHolidaysOf("england"))).toEqual({ ok: false, refusal: "outside-known-holidays" });
    expect(addWorkingDays(day("2024-01-03"), -2, bankHolidaysOf("england"))).toEqual({ ok: false, refusal: "outside-known-holidays" });
  });

  test.each([0.5, Number.NaN])("%s working days is a fault", (count) => {
    expect(() => addWorkingDays(day("2026-10-14"), count, bankHolidaysOf("england"))).toThrow(RangeError);
  });

  test("for any day, count and nation, the walk ends on a working day and passes exactly that many", () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -60, max: 60 }), someNation, (from, count, nation) => {
        fc.pre(count !== 0);
        const holidays = bankHolidaysOf(nation);
        const landed = addWorkingDays(from, count, holidays);
        if (!landed.ok) return;
        expect(isWorkingDay(landed.value, holidays)).toEqual({ ok: true, value: true });
        const step = count < 0 ? -1 : 1;
        let passed = 0;
        for (let at = addDays(from, step); ; at = addDays(at, step)) {
          const working = isWorkingDay(at, holidays);
          if (working.ok && working.value) passed += 1;
          if (at === landed.value) break;
        }
        expect(passed).toBe(Math.abs(count));
      }),
    );
  });

  test("for any working day, count and nation, the opposite walk comes back", () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -60, max: 60 }), someNation, (from, count, nation) => {
        const holidays = bankHolidaysOf(nation);
        const working = isWorkingDay(from, holidays);
        fc.pre(working.ok && working.value);
        const there = addWorkingDays(from, count, holidays);
        fc.pre(there.ok);
        if (there.ok) expect(addWorkingDays(there.value, -count, holidays)).toEqual({ ok: true, value: from });
      }),
    );
  });
});

describe("the London clock", () => {
  test("a winter time is the same in UTC and a summer time is an hour earlier", () => {
    expect(momentOf(day("2027-01-15"), time("10:30"))).toEqual({ ok: true, value: "2027-01-15T10:30:00.000Z" });
    expect(momentOf(day("2027-07-15"), time("10:30"))).toEqual({ ok: true, value: "2027-07-15T09:30:00.000Z" });
    expect(momentOf(day("2027-07-15"), time("00:30"))).toEqual({ ok: true, value: "2027-07-14T23:30:00.000Z" });
  });

  test.each([
    ["2027-03-28", "00:59", { ok: true, value: "2027-03-28T00:59:00.000Z" }],
    ["2027-03-28", "01:00", { ok: false, refusal: "no-such-time" }],
    ["2027-03-28", "01:59", { ok: false, refusal: "no-such-time" }],
    ["2027-03-28", "02:00", { ok: true, value: "2027-03-28T01:00:00.000Z" }],
    ["2026-10-25", "00:59", { ok: true, value: "2026-10-24T23:59:00.000Z" }],
    ["2026-10-25", "01:00", { ok: false, refusal: "happens-twice" }],
    ["2026-10-25", "01:59", { ok: false, refusal: "happens-twice" }],
    ["2026-10-25", "02:00", { ok: true, value: "2026-10-25T02:00:00.000Z" }],
    ["2027-10-31", "01:30", { ok: false, refusal: "happens-twice" }],
    ["2027-10-31", "02:00", { ok: true, value: "2027-10-31T02:00:00.000Z" }],
  ])("on %s a clock at %s is one moment, none or two", (date, shown, expected) => {
    expect(momentOf(day(date), time(shown))).toEqual(expected);
  });

  test("the evening before midnight UTC is already the next day in a London summer", () => {
    expect(dayIn(instantOf("2026-06-30T23:30:00Z"))).toBe("2026-07-01");
    expect(clockIn(instantOf("2026-06-30T23:30:00Z"))).toBe("00:30");
    expect(dayIn(instantOf("2026-12-31T23:30:00Z"))).toBe("2026-12-31");
  });

  test("for any day and minute with one moment, that moment shows the same day and clock", () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 1439 }), (date, minutes) => {
        const moment = momentOf(date, clockTimeAt(minutes));
        if (!moment.ok) {
          expect([3, 10]).toContain(Number(date.slice(5, 7)));
          expect(weekdayOf(date)).toBe("Sunday");
          return;
        }
        expect(dayIn(moment.value)).toBe(date);
        expect(clockIn(moment.value)).toBe(clockTimeAt(minutes));
      }),
    );
  });
});
