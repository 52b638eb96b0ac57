// Why so many of something are booked: the true reason for each kind of rule, and the length only where it decides.
import { describe, expect, test } from "vitest";
import { supportIds, type SupportId } from "#app/domain/access/supports.ts";
import { clockTimeOf } from "#app/domain/basics/dates.ts";
import { planBookings } from "#app/domain/meetings/deadlines.ts";
import { placeOf } from "#app/domain/meetings/fit.ts";
import type { AttendeeNeeds, MeetingFacts } from "#app/domain/meetings/meeting.ts";
import { planMeeting } from "#app/domain/meetings/plan.ts";
import { quantityReason } from "#app/words/plan.ts";
import { aMeeting, person, someHolidays } from "#tests/support/meeting-builders.ts";

/** How many of a support, and the sentence that says why. */
function said(support: SupportId, attendees: readonly AttendeeNeeds[], changes: Partial<MeetingFacts> = {}): string {
  const { bookings } = planMeeting({ meeting: aMeeting(changes), attendees, venue: {}, holidays: someHolidays });
  const found = bookings.find((booking) => booking.support === support);
  return found === undefined ? "not booked" : `${String(found.quantity)}: ${quantityReason(found.quantityBasis)}`;
}

/** The same for a support that a way out of a clash calls for, served to so many people. */
function saidOf(support: SupportId, people: number, changes: Partial<MeetingFacts> = {}): string {
  const attendees = Array.from({ length: people }, (_, index) => person(`p${String(index + 1)}`, []));
  const way = { clash: "light-vs-dark", supports: [support], served: attendees.map(({ ref }) => ref), isEssential: true } as const;
  const [found] = planBookings(aMeeting(changes), attendees, placeOf(attendees, {}, new Set()), [], () => undefined, [way]);
  return found === undefined ? "not booked" : `${String(found.quantity)}: ${quantityReason(found.quantityBasis)}`;
}

const until = (end: string) => ({ plannedEnd: clockTimeOf(end) });
const signs = (ref: string) => person(ref, ["bsl-interpreter"]);

describe("why so many", () => {
  test("the length is the reason where it decides, with the limit it is over", () => {
    expect(said("bsl-interpreter", [signs("p1")], until("11:00"))).toBe(
      "1: 1 for 1 person, because the meeting is no longer than 30 minutes.",
    );
    expect(said("bsl-interpreter", [signs("p1")], until("12:00"))).toBe(
      "2: 2 for 1 person, because the meeting is longer than 30 minutes.",
    );
    expect(said("bsl-interpreter", [signs("p1"), signs("p2")], until("15:30"))).toBe(
      "3: 3 for 2 people, because the meeting is longer than 4 hours.",
    );
  });

  test("small groups that meet at one time are said beside the length", () => {
    expect(said("bsl-interpreter", [signs("p1"), signs("p2")], { ...until("12:00"), parallelGroups: 3 })).toBe(
      "4: 2 for 2 people, because the meeting is longer than 30 minutes. 2 more for small groups that meet at one time.",
    );
  });

  test("where one for the meeting is enough at any length, the length is no reason", () => {
    expect(saidOf("portable-loop", 2, until("15:30"))).not.toContain("because");
    expect(saidOf("co-facilitator", 2, until("15:30"))).toBe("1: 1 for 2 people, however long the meeting is.");
    expect(saidOf("loop-check", 1, until("15:30"))).toBe("2: 2 for 1 person, however long the meeting is.");
  });

  test("how many can share is said once one set is not enough", () => {
    expect(saidOf("lipspeaker", 3, until("13:00"))).toBe("2: 2 for 3 people, because the meeting is longer than 1 hour.");
    expect(saidOf("lipspeaker", 4, until("13:00"))).toBe(
      "4: 2 for 4 people, because the meeting is longer than 1 hour. Up to 3 people can share, so it takes that 2 times over.",
    );
  });

  test("what each person has for themselves is counted for each of them", () => {
    expect(saidOf("deafblind-manual-interpreter", 2, until("12:00"))).toBe(
      "4: 2 for each of the 2 people, because the meeting is longer than 30 minutes.",
    );
    expect(saidOf("pa-provided", 1, until("15:30"))).toBe("1: 1 for the person who asked.");
    expect(saidOf("pa-provided", 3, until("15:30"))).toBe("3: 1 for each of the 3 people who asked.");
    expect(saidOf("sighted-guide", 3, until("15:30"))).toBe("2: 1 for every 2 people who asked. 3 people asked.");
  });

  test("interpreters of spoken languages are counted by language", () => {
    const speaks = (ref: string, language: string) => person(ref, [{ requirement: "other-language", strength: "essential", language }]);
    expect(said("spoken-language-interpreter", [speaks("p1", "Polish"), speaks("p2", "Dari")], until("13:00"))).toBe(
      "4: 2 for each of the 2 languages, because the meeting is longer than 1 hour.",
    );
  });

  test("a quiet room is counted by everybody in the meeting", () => {
    expect(saidOf("room-quiet-hire", 1, { people: 26 })).toBe("2: 1 for every 25 people at the meeting. 26 people are expected.");
  });

  test("a paper is counted by the meeting's papers", () => {
    expect(saidOf("easy-read-professional", 2)).toBe("1: For the papers of this meeting.");
  });

  test("a longer meeting is named as the reason exactly where a longer meeting takes more", () => {
    for (const support of supportIds) {
      const quantities = ["10:50", "12:00", "13:00", "17:30"].map((end) => saidOf(support, 2, until(end)));
      const numbers = new Set(quantities.map((one) => one.split(":")[0]));
      expect([support, numbers.size > 1]).toEqual([support, quantities.some((one) => one.includes("because the meeting is"))]);
    }
  });
});
