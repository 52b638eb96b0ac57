import { describe, expect, test } from "vitest";
import { bankHolidaysOf } from "#app/domain/basics/bank-holidays.ts";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { keyDates, replyByFor } from "#app/domain/meetings/key-dates.ts";

const today = calendarDateOf("2026-11-23");
const datesFor = (date: string, hasRoom = true) =>
  keyDates({ date: calendarDateOf(date), today, replyBy: null, hasRoom, holidays: bankHolidaysOf("england") }).map(({ id, on, isPast }) => [
    id,
    on.ok ? on.value : on.refusal,
    isPast,
  ]);

describe("the days a meeting is worked towards", () => {
  test("people are asked to reply 4 weeks before, or half-way to the meeting where that is later", () => {
    expect(replyByFor(calendarDateOf("2027-03-09"), today)).toBe("2027-02-09");
    expect(replyByFor(calendarDateOf("2026-12-07"), today)).toBe("2026-11-30");
  });

  test("notice counts working days, so Christmas and New Year take time away", () => {
    // 30 working days before 20 January 2027, with 25 and 28 December and 1 January not worked.
    expect(datesFor("2027-01-20").find(([id]) => id === "book-communication")).toEqual(["book-communication", "2026-12-04", false]);
  });

  test("a day that nobody works moves back to one that is worked", () => {
    // A week before Monday 4 January 2027 is the substitute Boxing Day, and Christmas Day stands before that weekend.
    expect(datesFor("2027-01-04").find(([id]) => id === "joining-instructions")).toEqual(["joining-instructions", "2026-12-24", false]);
  });

  test("a day that has passed says so", () => {
    expect(datesFor("2026-12-10").find(([id]) => id === "book-communication")?.[2]).toBe(true);
  });

  test("beyond the list of bank holidays nobody knows, and those days come last", () => {
    expect(datesFor("2029-06-05").at(-1)?.[1]).toBe("outside-known-holidays");
  });

  test("a meeting without a room waits for no venue", () => {
    expect(datesFor("2027-01-20", false).map(([id]) => id)).not.toContain("venue-checklist-back");
  });
});
