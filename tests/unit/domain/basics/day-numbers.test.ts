import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayAt, dayNumberOf, partsOf, weekStart } from "#app/domain/basics/day-numbers.ts";
import { addDays, addMonths, calendarDateOf, daysBetween, weekContaining } from "#app/domain/basics/dates.ts";

const first = calendarDateOf("1970-01-01");
const anyDay = fc.integer({ min: -700_000, max: 2_900_000 });

describe("days as numbers", () => {
  test("the first day of 1970 is 0, and a leap day has a number of its own", () => {
    expect(dayNumberOf(first)).toBe(0);
    expect(dayNumberOf(calendarDateOf("2028-02-29")) + 1).toBe(dayNumberOf(calendarDateOf("2028-03-01")));
    expect(dayNumberOf(calendarDateOf("2100-02-28")) + 1).toBe(dayNumberOf(calendarDateOf("2100-03-01")));
  });

  test("every day of two centuries is the next after the day before", () => {
    let date = calendarDateOf("1900-01-01");
    for (let number = dayNumberOf(date); date < "2101-01-01"; number += 1) {
      expect(dayNumberOf(date)).toBe(number);
      expect(dayAt(number)).toBe(date);
      date = addDays(date, 1);
    }
  });

  test("for any day, the number says how far it is from the first, and the day comes back", () => {
    fc.assert(
      fc.property(anyDay, (number) => {
        const date = dayAt(number);
        expect(calendarDateOf(date)).toBe(date);
        expect(dayNumberOf(date)).toBe(number);
        expect(daysBetween(first, date)).toBe(number);
        const { year, month, day } = partsOf(number);
        expect([year, month, day]).toEqual(date.split("-").map(Number));
      }),
    );
  });

  test("for any day and weekday, the week is the one the calendar gives", () => {
    const names = fc.constantFrom("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    fc.assert(
      fc.property(anyDay, names, (number, begins) => {
        expect(dayAt(weekStart(number, begins))).toBe(weekContaining(dayAt(number), begins).from);
      }),
    );
  });

  test("a day nobody can write is refused", () => {
    expect(() => dayAt(dayNumberOf(calendarDateOf("9999-12-31")) + 1)).toThrow(RangeError);
    expect(() => dayAt(0.5)).toThrow(RangeError);
    expect(addMonths(first, 1)).toBe(dayAt(31));
  });
});
