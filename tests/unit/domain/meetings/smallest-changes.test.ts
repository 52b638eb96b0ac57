// "The smallest changes that would make it fit", held against trying everything.
import fc from "fast-check";
import { expect, test } from "vitest";
import { minutesOf } from "#app/domain/basics/dates.ts";
import { planMeeting } from "#app/domain/meetings/plan.ts";
import { longestPossibleMinutes, timeNeeded } from "#app/domain/meetings/timetable.ts";
import { anyAttendees, anyMeeting, someHolidays } from "#tests/support/meeting-builders.ts";

test(
  "for any meeting, no longer agenda in steps of five fits than the one offered, and no other time moves it less",
  { timeout: 60_000 },
  () => {
    let offered = 0;
    fc.assert(
      fc.property(anyMeeting, anyAttendees, (meeting, attendees) => {
        const { timetable, changesThatWouldFit } = planMeeting({ meeting, attendees, venue: {}, holidays: someHolidays });
        const { limits } = timetable;
        const earliest = limits.earliestStart === undefined ? 0 : minutesOf(limits.earliestStart);
        const latest = limits.latestEnd === undefined ? 24 * 60 : minutesOf(limits.latestEnd);
        const [start, end] = [minutesOf(meeting.plannedStart), minutesOf(meeting.plannedEnd)];
        const room = Math.min(Math.min(end, latest) - Math.max(start, earliest), longestPossibleMinutes(limits));
        for (const change of changesThatWouldFit) {
          if (change.kind === "cut-agenda") {
            offered += 1;
            const fits = (net: number) => timeNeeded(net, limits, meeting.foodServed).totalMinutes <= room;
            for (let net = change.toNetMinutes + 5; net < meeting.netAgendaMinutes; net += 5) expect(fits(net)).toBe(false);
          }
          if (change.kind === "move-times") {
            offered += 1;
            const length = minutesOf(change.end) - minutesOf(change.start);
            for (let from = earliest; from + length <= Math.min(latest, 24 * 60 - 1); from += 1)
              expect(Math.abs(from - start) + Math.abs(from + length - end)).toBeGreaterThanOrEqual(change.movedMinutes);
          }
        }
      }),
    );
    expect(offered).toBeGreaterThan(20);
  },
);
