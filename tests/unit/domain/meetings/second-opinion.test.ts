// Every plan is worked out twice: by the engine, and by a slow planner that shares no code with it.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bankHolidaysOf } from "#app/domain/basics/bank-holidays.ts";
import type { PlanInput } from "#app/domain/meetings/plan.ts";
import { planMeeting } from "#app/domain/meetings/plan.ts";
import { answerOf, slowPlan } from "#scripts/bench/slow-plan.ts";
import { anyAttendees, anyMeeting, anyVenue, manyAttendees } from "#tests/support/meeting-builders.ts";
import { workedMeetings } from "#tests/support/worked-meetings.ts";

const cases = process.env["TEST_FULL"] === "1" ? 10_000 : 1_000;

const anyNation = fc.constantFrom("england" as const, "wales" as const, "scotland" as const, "northern-ireland" as const);

function agree(input: PlanInput): void {
  expect(answerOf(planMeeting(input))).toEqual(slowPlan(input));
}

describe("a planner written straight from the conventions", { timeout: 600_000 }, () => {
  test(`gives the same answer for ${cases} random meetings in all four nations`, () => {
    fc.assert(
      fc.property(anyMeeting, anyNation, fc.oneof(anyAttendees, manyAttendees), anyVenue, (meeting, nation, attendees, venue) => {
        agree({ meeting: { ...meeting, nation }, attendees, venue, holidays: bankHolidaysOf(nation) });
      }),
      { numRuns: cases },
    );
  });

  test("gives the same answer where the bank holidays of the way back are not known", () => {
    fc.assert(
      fc.property(anyMeeting, anyAttendees, fc.nat(60), (meeting, attendees, short) => {
        const from = meeting.date;
        const known = bankHolidaysOf("england");
        const begins = new Date(`${from}T12:00:00Z`);
        begins.setUTCDate(begins.getUTCDate() - short);
        const holidays = { ...known, from: begins.toISOString().slice(0, 10) as typeof known.from };
        agree({ meeting, attendees, venue: {}, holidays });
      }),
      { numRuns: 100 },
    );
  });

  test.each(workedMeetings().map((worked) => [worked.id, worked] as const))("works out %s as it was worked out by hand", (_id, worked) => {
    const answer = slowPlan(worked.input);
    const { expected } = worked;
    expect(answer.limits).toEqual(expected.mergedTimetable);
    expect(answer.sources).toEqual(expected.timetableSource);
    expect([answer.minutesNeeded, answer.breaks]).toEqual([expected.minutesNeeded, expected.breaksNeeded]);
    expect(answer.evacuationPlansFor).toEqual(expected.evacuationPlansFor);
    expect(answer.bookings).toEqual(
      expected.bookings.map(({ support, quantity, attendees, bookBy, lastChance, statusOnPlanningDay }) =>
        [support, quantity, attendees.join(","), bookBy, lastChance, statusOnPlanningDay].join(" "),
      ),
    );
    const found = (level: string, finding: string) =>
      answer.findings.map((line) => line.split(" ")).filter(([, , at, , is]) => at === level && is === finding);
    const named = ({
      attendee,
      requirement,
      feature,
    }: {
      readonly attendee: string;
      readonly requirement: string;
      readonly feature: string;
    }) => `${attendee} ${requirement} ${feature}`;
    const lines = (level: string, finding: string) => found(level, finding).map(([ref, asked, , feature]) => `${ref} ${asked} ${feature}`);
    expect(lines("must", "not-met")).toEqual(expected.unmetMusts.map(named));
    expect(lines("should", "not-met")).toEqual(expected.unmetShoulds.map(named));
    expect(lines("must", "unknown")).toEqual(expected.unknownMustsToAsk.map(named));
    agree(worked.input);
  });
});
