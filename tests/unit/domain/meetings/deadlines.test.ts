import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SupportId } from "#app/domain/access/supports.ts";
import { calendarDateOf, clockTimeOf, isWorkingDay, type BankHolidays } from "#app/domain/basics/dates.ts";
import { statusOn } from "#app/domain/meetings/deadlines.ts";
import type { AttendeeNeeds, MeetingFacts, VenueFacts } from "#app/domain/meetings/meeting.ts";
import { formatsFor } from "#app/domain/meetings/papers.ts";
import { planMeeting } from "#app/domain/meetings/plan.ts";
import { aMeeting, anyAttendees, anyMeeting, anyVenue, helpful, person, someHolidays } from "#tests/support/meeting-builders.ts";

function planOf(
  attendees: readonly AttendeeNeeds[],
  changes: Partial<MeetingFacts> = {},
  venue: VenueFacts = {},
  holidays: BankHolidays = someHolidays,
) {
  return planMeeting({ meeting: aMeeting(changes), attendees, venue, holidays });
}

function bookingOf(support: SupportId, ...rest: Parameters<typeof planOf>) {
  return planOf(...rest).bookings.find((booking) => booking.support === support);
}

const signs = person("p1", ["bsl-interpreter"]);

describe("how many", () => {
  test.each([
    ["30 minutes", "11:00", 1],
    ["31 minutes", "11:01", 2],
    ["four hours", "14:30", 2],
    ["a minute over four hours", "14:31", 3],
  ])("for %s, so many interpreters", (_, end, quantity) => {
    expect(bookingOf("bsl-interpreter", [signs], { plannedEnd: clockTimeOf(end) })?.quantity).toBe(quantity);
  });

  test("each small group with somebody who signs needs one more, and no more groups than people who sign", () => {
    const groups = (people: readonly AttendeeNeeds[]) => bookingOf("bsl-interpreter", people, { parallelGroups: 3 })?.quantity;
    expect(groups([signs])).toBe(3);
    expect(groups([signs, person("p2", ["bsl-interpreter"])])).toBe(4);
  });

  test("one guide leads two people, and three need two guides", () => {
    const guided = ["p1", "p2", "p3"].map((ref) => person(ref, ["sighted-guide"]));
    expect(bookingOf("sighted-guide", guided.slice(0, 2))?.quantity).toBe(1);
    expect(bookingOf("sighted-guide", guided)?.quantity).toBe(2);
  });

  test("people who speak the same language share interpreters; a language nobody recorded is not assumed to be shared", () => {
    const speaks = (ref: string, language?: string) =>
      person(ref, [{ requirement: "other-language", strength: "essential", ...(language === undefined ? {} : { language }) }]);
    const count = (people: readonly AttendeeNeeds[]) => bookingOf("spoken-language-interpreter", people)?.quantity;
    expect(count([speaks("p1", "Polish"), speaks("p2", "polish ")])).toBe(2);
    expect(count([speaks("p1", "Polish"), speaks("p2", "Dari")])).toBe(4);
    expect(count([speaks("p1"), speaks("p2")])).toBe(4);
  });

  test("a quiet room is counted by everybody in the meeting", () => {
    expect(bookingOf("room-quiet-hire", [person("p1", ["quiet-room"])], { people: 25 })?.quantity).toBe(1);
    expect(bookingOf("room-quiet-hire", [person("p1", ["quiet-room"])], { people: 26 })?.quantity).toBe(2);
  });
});

describe("what need not be booked", () => {
  test("a portable loop is booked unless the venue is known to have a loop", () => {
    const hears = person("p1", ["hearing-loop"]);
    expect(bookingOf("portable-loop", [hears])).toBeDefined();
    expect(bookingOf("portable-loop", [hears], {}, { "loop-present": false })).toBeDefined();
    expect(bookingOf("portable-loop", [hears], {}, { "loop-present": true })).toBeUndefined();
  });

  test("an assistant is not provided for somebody who brings their own, and is for the next person", () => {
    const people = [person("p1", ["personal-care-support", "own-pa"]), person("p2", ["personal-care-support"])];
    expect(bookingOf("pa-provided", people)?.attendees).toEqual(["p2"]);
  });

  test("online, interpreters and captioners join by video and nothing is hired for a room", () => {
    const people = [signs, person("p2", ["captions-human", "manual-wheelchair", "hearing-loop"])];
    expect(planOf(people, { mode: "online" }).bookings.map(({ support }) => support)).toEqual(["bsl-interpreter-remote", "sttr-remote"]);
  });

  test("something only helpful is booked too, and says so", () => {
    expect(bookingOf("bsl-interpreter", [person("p1", [helpful("bsl-interpreter")])])?.isEssential).toBe(false);
  });
});

describe("by when", { timeout: 60_000 }, () => {
  test("30 working days before 3 February 2027 is 18 December, over Christmas and New Year", () => {
    expect(bookingOf("bsl-interpreter", [signs])).toMatchObject({
      bookBy: "2026-12-18",
      lastChance: "2027-01-06",
      countedFrom: "2027-02-03",
    });
  });

  test("a format is counted back from the day the papers go out, not from the meeting", () => {
    const film = bookingOf("bsl-video-translation", [person("p1", ["bsl-papers"], ["bsl-video"])]);
    expect(film).toMatchObject({ countedFrom: "2027-01-27", bookBy: "2026-12-29", lastChance: "2027-01-13" });
  });

  test("a booking is in time on its book-by day, late the day after, at risk the day after its last chance", () => {
    const at = (planningDay: string) => bookingOf("bsl-interpreter", [signs], { planningDay: calendarDateOf(planningDay) })?.status;
    expect(at("2026-12-18")).toBe("in-time");
    expect(at("2026-12-19")).toBe("late");
    expect(at("2027-01-06")).toBe("late");
    expect(at("2027-01-07")).toBe("at-risk");
  });

  test("a date outside the holiday list is not known, and so is its status", () => {
    const short: BankHolidays = { ...someHolidays, from: calendarDateOf("2027-01-01") };
    const booking = bookingOf("bsl-interpreter", [signs], {}, {}, short);
    expect(booking?.bookBy).toBeUndefined();
    expect(booking).toMatchObject({ lastChance: "2027-01-06", status: "unknown" });
    const afterTheList = planOf([person("p1", ["bsl-papers"], ["bsl-video"])], { date: calendarDateOf("2029-02-07") });
    expect(afterTheList.papers.map(({ format, sendBy, startProductionBy }) => [format, sendBy, startProductionBy])).toEqual([
      ["bsl-video", undefined, undefined],
    ]);
    expect(afterTheList.bookings.every(({ status }) => status === "unknown")).toBe(true);
    expect(statusOn(calendarDateOf("2027-01-07"), undefined, calendarDateOf("2027-01-06"))).toBe("at-risk");
  });

  test("for any meeting, no deadline falls on a weekend or a bank holiday, and book by is never after last chance", () => {
    fc.assert(
      fc.property(anyMeeting, anyAttendees, anyVenue, (meeting, attendees, venue) => {
        const plan = planMeeting({ meeting, attendees, venue, holidays: someHolidays });
        const dates = [
          ...plan.bookings.flatMap(({ bookBy, lastChance }) => [bookBy, lastChance]),
          ...plan.papers.map(({ sendBy }) => sendBy),
          ...plan.venueQuestions.map(({ askBy }) => askBy),
        ].filter((date) => date !== undefined);
        for (const date of dates) expect(isWorkingDay(date, someHolidays)).toEqual({ ok: true, value: true });
        for (const { bookBy, lastChance } of plan.bookings) if (bookBy && lastChance) expect(bookBy <= lastChance).toBe(true);
      }),
    );
  });
});

describe("papers", () => {
  test("somebody who chose nothing gets clear print, made the working day before it goes out", () => {
    expect(planOf([person("p1", [])]).papers).toEqual([
      { attendee: "p1", format: "clear-print", reason: "usual", outWorkingDays: 5, sendBy: "2027-01-27", startProductionBy: "2027-01-26" },
    ]);
  });

  test("somebody who needs a format and chose none gets what they need, not clear print", () => {
    expect(formatsFor(person("p1", ["large-print-18"]))).toEqual([{ format: "large-print-18", reason: "asked-by-requirement" }]);
    expect(formatsFor(person("p1", ["screen-reader-papers"])).map(({ format }) => format)).toEqual(["docx-structured"]);
    expect(formatsFor(person("p1", ["screen-reader-papers"], ["plain-text"]))).toEqual([{ format: "plain-text", reason: "chosen" }]);
  });

  test("papers go out earlier for the person who needs longer, and for nobody later than the baseline", () => {
    const { papers } = planOf([person("p1", ["easy-read"], ["easy-read"]), person("p2", [])]);
    expect(papers.map(({ attendee, sendBy }) => [attendee, sendBy])).toEqual([
      ["p1", "2027-01-20"],
      ["p2", "2027-01-27"],
    ]);
  });
});
