import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { statedDatesIn } from "#app/domain/access/stated-dates.ts";
import { addDays, calendarDateOf } from "#app/domain/basics/dates.ts";
import { longDate, plainDate } from "#app/words/format.ts";

const days = (typed: string) => {
  const read = statedDatesIn(typed);
  return read.ok ? read.value : read.refusal;
};

describe("dates written in one box", () => {
  test.each([
    ["4 March 2027", ["2027-03-04"]],
    ["4/3/2027", ["2027-03-04"]],
    ["04.03.2027", ["2027-03-04"]],
    ["Thursday 4th of March 2027", ["2027-03-04"]],
    ["4 March 2027, 6 March 2027 and 5 April 2027", ["2027-03-04", "2027-03-06", "2027-04-05"]],
    ["10 to 12 March 2027", ["2027-03-10", "2027-03-11", "2027-03-12"]],
    ["30 March to 1 April 2027", ["2027-03-30", "2027-03-31", "2027-04-01"]],
    ["31 December 2026 to 1 January 2027", ["2026-12-31", "2027-01-01"]],
    ["10–11 March 2027", ["2027-03-10", "2027-03-11"]],
    ["10 March 2027 - 11 March 2027", ["2027-03-10", "2027-03-11"]],
    ["6 March 2027\n4 March 2027\n4 March 2027", ["2027-03-04", "2027-03-06"]],
  ])("%s is read day by day", (typed, expected) => {
    expect(days(typed)).toEqual(expected);
  });

  test.each([
    ["4 March", "no year"],
    ["Ramadan", "no date"],
    ["31 February 2027", "no such day"],
    ["14 to 10 March 2027", "backwards"],
    ["4 March 27", "half a year"],
    ["1 January 2027 to 31 December 2027", "too long"],
    ["4 March 2027, and sometimes Tuesdays", "half of it no date"],
    ["4 March 2027 to 5 March 2027 to 6 March 2027", "two ends"],
  ])("%s is refused (%s), and nothing is guessed", (typed) => {
    expect(days(typed)).toBe("not-dates");
  });

  test("for any days, writing them in full and reading them gives the same days", () => {
    const day = fc.integer({ min: 0, max: 2_000 }).map((count) => addDays(calendarDateOf("2026-11-23"), count));
    fc.assert(
      fc.property(fc.uniqueArray(day, { minLength: 1, maxLength: 40 }), fc.constantFrom(plainDate, longDate), (some, write) => {
        expect(days(some.map(write).join(", "))).toEqual(some.toSorted());
      }),
    );
  });
});
