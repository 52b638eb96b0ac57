import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bankHolidaysOf } from "#app/domain/basics/bank-holidays.ts";
import { calendarDateOf, clockTimeOf } from "#app/domain/basics/dates.ts";
import {
  bestDate,
  clashesWith,
  dateChoices,
  problemsOfOffer,
  standingsOf,
  type AskedPerson,
  type Bookable,
  type OfferedDate,
} from "#app/domain/meetings/date-poll.ts";

const offered = (id: string, date: string, from = "10:30", to = "13:00"): OfferedDate => ({
  id,
  date: calendarDateOf(date),
  startsAt: clockTimeOf(from),
  endsAt: clockTimeOf(to),
});
const person = (
  ref: string,
  choices: AskedPerson["answers"] extends infer A ? (A extends { choices: infer C } ? C : never) : never,
  hasEssential = false,
): AskedPerson => ({
  ref,
  hasEssential,
  answers: { choices, never: [], restDays: "" },
  datesToAvoid: [],
});
const holidays = bankHolidaysOf("england");
const today = calendarDateOf("2026-11-23");
const dates = [offered("a", "2027-01-12"), offered("b", "2027-01-14"), offered("c", "2027-03-26")];

describe("dates to offer", () => {
  const replyBy = calendarDateOf("2026-12-04");
  test("one date is no choice, and the same date twice is one", () => {
    expect(problemsOfOffer([offered("a", "2027-01-12")], replyBy, today)).toEqual([{ problem: "too-few" }]);
    expect(problemsOfOffer([offered("a", "2027-01-12"), offered("b", "2027-01-13"), offered("c", "2027-01-12")], replyBy, today)).toEqual([
      { problem: "same", at: 2, as: 0 },
    ]);
  });

  test("two times on one day are two dates", () => {
    expect(problemsOfOffer([offered("a", "2027-01-12"), offered("b", "2027-01-12", "14:00", "16:00")], replyBy, today)).toEqual([]);
  });

  test("an answer is wanted before the first date: the day itself is too late", () => {
    const on = (day: string) => problemsOfOffer(dates, calendarDateOf(day), today);
    expect(on("2027-01-11")).toEqual([]);
    expect(on("2027-01-12")).toEqual([{ problem: "reply-by-too-late" }]);
    expect(on("2026-11-22")).toEqual([{ problem: "reply-by-past" }]);
  });

  test("a past day and a finish before the start are each named by their place", () => {
    expect(problemsOfOffer([offered("a", "2026-11-22"), offered("b", "2027-01-12", "13:00", "13:00")], replyBy, today)).toContainEqual({
      problem: "past",
      at: 0,
    });
    expect(problemsOfOffer([offered("a", "2027-02-01"), offered("b", "2027-01-12", "13:00", "13:00")], replyBy, today)).toEqual([
      { problem: "ends-before-it-starts", at: 1 },
    ]);
  });
});

describe("how dates compare", () => {
  const nothingToBook = () => [];

  test("a date most people like is not put before one that shuts out nobody with an essential requirement", () => {
    const people = [
      person("p1", { a: "no", b: "if-have-to" }, true),
      person("p2", { a: "yes", b: "no" }),
      person("p3", { a: "yes", b: "no" }),
      person("p4", { a: "yes", b: "yes" }),
    ];
    const standings = standingsOf({ dates: dates.slice(0, 2), people, holidays, bookings: nothingToBook });
    expect(standings.map(({ leavesOut, can, cannot }) => ({ leavesOut, can, cannot }))).toEqual([
      { leavesOut: 1, can: 3, cannot: 1 },
      { leavesOut: 0, can: 1, cannot: 2 },
    ]);
    expect(bestDate(dates, standings)?.id).toBe("b");
  });

  test("nobody is recommended a date before anybody has answered", () => {
    const people = [{ ref: "p1", answers: null, hasEssential: true, datesToAvoid: [] }];
    expect(bestDate(dates, standingsOf({ dates, people, holidays, bookings: nothingToBook }))).toBeNull();
  });

  test("essential support is judged by its worst booking; what nobody can work out is not known, never yes", () => {
    const bookable = (statuses: readonly ("in-time" | "late" | "at-risk" | "unknown")[] | null): Bookable | undefined =>
      standingsOf({
        dates: dates.slice(0, 1),
        people: [],
        holidays,
        bookings: () => statuses && statuses.map((status) => ({ status, isEssential: true })),
      })[0]?.bookable;
    expect(bookable(null)).toBe("unknown");
    expect(bookable([])).toBe("nothing-needed");
    expect(bookable(["in-time", "late"])).toBe("late");
    expect(bookable(["late", "unknown"])).toBe("unknown");
    expect(bookable(["unknown", "at-risk"])).toBe("at-risk");
  });

  test("a bank holiday is named where the lists reach, and not known beyond them", () => {
    const [goodFriday, beyond] = standingsOf({
      dates: [offered("c", "2027-03-26"), offered("d", "2031-03-26")],
      people: [],
      holidays,
      bookings: nothingToBook,
    });
    expect([goodFriday?.isBankHoliday, beyond?.isBankHoliday]).toEqual([true, null]);
  });

  test("when everybody who cannot come says the same time never works, that time is the reason", () => {
    const cannot = (never: NonNullable<AskedPerson["answers"]>["never"]): AskedPerson => ({
      ref: "p",
      hasEssential: false,
      answers: { choices: { a: "no" }, never, restDays: "" },
      datesToAvoid: [],
    });
    const reason = (people: readonly AskedPerson[], from = "09:30") =>
      standingsOf({ dates: [offered("a", "2027-01-12", from)], people, holidays, bookings: nothingToBook })[0]?.sameReason;
    expect(reason([cannot(["before-10"])])).toBe("before-10");
    expect(reason([cannot(["before-10"]), cannot("none-of-these")])).toBeNull();
    expect(reason([cannot(["before-10"])], "10:00")).toBeNull();
    expect(clashesWith("after-4", { startsAt: clockTimeOf("14:00"), endsAt: clockTimeOf("16:00") })).toBe(false);
    expect(clashesWith("after-4", { startsAt: clockTimeOf("14:00"), endsAt: clockTimeOf("16:01") })).toBe(true);
  });

  test("a day somebody told us before does not work counts as one they cannot come on, until they say otherwise about the date itself", () => {
    const told = { ref: "p1", hasEssential: true, datesToAvoid: [calendarDateOf("2027-01-12")] };
    const standing = (answers: AskedPerson["answers"]) =>
      standingsOf({ dates, people: [{ ...told, answers }], holidays, bookings: nothingToBook })[0];
    expect(standing(null)).toMatchObject({ cannot: 1, cannotByEarlierDates: 1, noReply: 0, leavesOut: 1, sameReason: null });
    expect(standing({ choices: { a: "yes" }, never: [], restDays: "" })).toMatchObject({ can: 1, cannot: 0, cannotByEarlierDates: 0 });
    expect(standing({ choices: { b: "yes" }, never: [], restDays: "" })).toMatchObject({ cannot: 1, cannotByEarlierDates: 1 });
    expect(bestDate(dates, standingsOf({ dates, people: [{ ...told, answers: null }], holidays, bookings: nothingToBook }))).toBeNull();
  });

  test("for any answers, every person counts once on every date, and the best date never leaves out more than another", () => {
    const anyPerson = fc.record({
      ref: fc.uuid(),
      hasEssential: fc.boolean(),
      datesToAvoid: fc.subarray(dates.map(({ date }) => date)),
      answers: fc.option(
        fc.record({
          choices: fc.dictionary(fc.constantFrom("a", "b", "c"), fc.constantFrom(...dateChoices)),
          never: fc.constant([]),
          restDays: fc.constant(""),
        }),
      ),
    });
    fc.assert(
      fc.property(fc.array(anyPerson, { maxLength: 9 }), (people) => {
        const standings = standingsOf({ dates, people, holidays, bookings: nothingToBook });
        for (const { can, ifHaveTo, cannot, noReply } of standings) expect(can + ifHaveTo + cannot + noReply).toBe(people.length);
        const best = bestDate(dates, standings);
        if (best !== null) expect(best.leavesOut).toBe(Math.min(...standings.map(({ leavesOut }) => leavesOut)));
      }),
    );
  });
});
