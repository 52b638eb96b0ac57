// For how long each thing is booked: from the planned times and the catalogue, and never from a guess.
import { describe, expect, test } from "vitest";
import { supportIds } from "#app/domain/access/supports.ts";
import { clockTimeOf } from "#app/domain/basics/dates.ts";
import { hoursOfBooking } from "#app/domain/meetings/booked-hours.ts";
import { bookedHoursWords } from "#app/words/bookings.ts";

const planned = { startsAt: clockTimeOf("10:30"), endsAt: clockTimeOf("15:30") };
const said = (support: Parameters<typeof hoursOfBooking>[0]) => bookedHoursWords(hoursOfBooking(support, planned));

describe("a booking", () => {
  test("of an interpreter is for the planned times of the meeting", () => {
    expect(hoursOfBooking("bsl-interpreter", planned)).toEqual({
      is: "the-meeting",
      from: "10:30",
      to: "15:30",
      minutes: 300,
      beforeMinutes: 0,
      afterMinutes: 0,
    });
    expect(said("bsl-interpreter")).toBe("For 5 hours, 10:30am to 3:30pm.");
  });

  test("of a supporter adds the time the catalogue gives before and after", () => {
    expect(said("meeting-supporter")).toBe("For 5 hours, 10:30am to 3:30pm. Also 1 hour together before, and 30 minutes afterwards.");
  });

  test("that covers journeys is for at least the meeting, because nobody has told us how long they take", () => {
    for (const support of ["replacement-care", "childcare-costs", "communicator-guide"] as const)
      expect(said(support)).toMatch(/^For at least 5 hours, .* ask each person/u);
  });

  test("of a talk or a visit is agreed with the person, and a journey or a braille copy has no hours", () => {
    expect(said("tech-rehearsal")).toBe("For how long: agree it with each person.");
    for (const support of ["accessible-taxi", "braille-transcription", "catering-special", "overnight-stay"] as const)
      expect(said(support)).toBe("");
  });

  test("of anything at all that is timed is as long as the planned times, whatever they are", () => {
    for (const support of supportIds) {
      const hours = hoursOfBooking(support, { startsAt: clockTimeOf("09:15"), endsAt: clockTimeOf("10:00") });
      if (hours.is === "the-meeting" || hours.is === "at-least") expect(hours).toMatchObject({ from: "09:15", to: "10:00", minutes: 45 });
    }
  });
});
