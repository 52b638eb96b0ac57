import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clockTimeOf, minutesOf } from "#app/domain/basics/dates.ts";
import { inOrder, type AttendeeNeeds, type MeetingFacts } from "#app/domain/meetings/meeting.ts";
import { layOutDay } from "#app/domain/meetings/running-order.ts";
import { assessTimetable, changesThatWouldFit, mergeTimetable, timeNeeded, windowMinutesOf } from "#app/domain/meetings/timetable.ts";
import { aMeeting, anyAttendees, anyMeeting, helpful, person } from "#tests/support/meeting-builders.ts";

function timesOf(attendees: readonly AttendeeNeeds[], changes: Partial<MeetingFacts> = {}) {
  const meeting = aMeeting(changes);
  const people = inOrder(attendees);
  const merged = mergeTimetable(meeting, people);
  const needed = timeNeeded(meeting.netAgendaMinutes, merged.limits, meeting.foodServed);
  return {
    ...merged,
    needed,
    findings: assessTimetable(meeting, merged, needed),
    changes: changesThatWouldFit(meeting, merged, needed),
    day: layOutDay(meeting, people, merged, needed),
  };
}

describe("merging what people can manage", () => {
  test("with nobody asking, every meeting is 10:30 to 15:30 with a break each hour", () => {
    const { limits, sources } = timesOf([]);
    expect(limits).toMatchObject({ earliestStart: "10:30", latestEnd: "15:30", maxContinuousMinutes: 60, minBreakMinutes: 15 });
    expect(sources.minBreakMinutes).toBe("baseline");
  });

  test("the strictest need sets each limit, and the first person in order is named among equals", () => {
    const { limits, sources } = timesOf([person("p10", ["lipspeaker-needed"]), person("p2", ["hands-on-signing"])]);
    expect(limits).toMatchObject({ maxContinuousMinutes: 30, minBreakMinutes: 20, extraTimeFactor: 1.5 });
    expect(sources.maxContinuousMinutes).toEqual({ attendee: "p2", requirement: "hands-on-signing" });
  });

  test("a helpful requirement leaves the times as they are", () => {
    expect(timesOf([person("p1", [helpful("short-meeting"), helpful("late-start")])]).limits).toEqual(timesOf([]).limits);
  });

  test("a person's own figures stand in place of the catalogue's", () => {
    const { limits } = timesOf([
      person("p1", [{ requirement: "childcare", strength: "essential", ownTimes: { latestEnd: clockTimeOf("13:45") } }]),
    ]);
    expect(limits.latestEnd).toBe("13:45");
  });

  test("what stays with one person is not merged over the group", () => {
    const { limits } = timesOf([person("p1", ["reminders", "meet-on-arrival", "pre-meeting"])]);
    expect(Object.keys(limits)).not.toEqual(expect.arrayContaining(["reminders"]));
    expect(Object.keys(limits)).not.toEqual(expect.arrayContaining(["arrivalBufferMinutes"]));
    expect(Object.keys(limits)).not.toEqual(expect.arrayContaining(["preMeetingMinutes"]));
  });

  test("an evening start makes the usual end give way, and the coordinator is told", () => {
    const { limits, sources, notes } = timesOf([person("p1", ["work-hours-only"])]);
    expect(limits.earliestStart).toBe("17:30");
    expect([limits.latestEnd, sources.latestEnd]).toEqual([undefined, undefined]);
    expect(notes).toContainEqual(expect.objectContaining({ kind: "baseline-gives-way", key: "latestEnd", baseline: "15:30" }));
  });

  test("where the usual end gives way, what somebody else can manage past it still counts", () => {
    const startsAt = (ref: string, time: string) =>
      person(ref, [{ requirement: "late-start", strength: "essential", ownTimes: { earliestStart: clockTimeOf(time) } }]);
    const endsAt = (ref: string, time: string) =>
      person(ref, [{ requirement: "early-finish", strength: "essential", ownTimes: { latestEnd: clockTimeOf(time) } }]);
    const { limits, sources, notes } = timesOf([startsAt("p1", "15:00"), endsAt("p2", "16:30"), endsAt("p3", "17:00")]);
    expect([limits.earliestStart, limits.latestEnd]).toEqual(["15:00", "16:30"]);
    expect(sources.latestEnd).toEqual({ attendee: "p2", requirement: "early-finish" });
    expect(notes.map(({ kind }) => kind)).toEqual(["baseline-gives-way"]);
  });

  test("the usual end stays while it leaves an hour, and goes when it leaves 59 minutes", () => {
    const startingAt = (time: string) =>
      timesOf([person("p1", [{ requirement: "late-start", strength: "essential", ownTimes: { earliestStart: clockTimeOf(time) } }])]).limits
        .latestEnd;
    expect(startingAt("14:30")).toBe("15:30");
    expect(startingAt("14:31")).toBeUndefined();
  });

  test("two people whose own times never meet keep both limits: neither gives way", () => {
    const { limits, needed } = timesOf([person("p1", ["work-hours-only"]), person("p2", ["school-hours"])]);
    expect([limits.earliestStart, limits.latestEnd, windowMinutesOf(limits)]).toEqual(["17:30", "14:30", -180]);
    expect(needed.totalMinutes).toBeGreaterThan(0);
  });
});

describe("daylight", () => {
  test("home before dark means an end an hour before sunset", () => {
    const { limits, sources } = timesOf([person("p1", ["finish-in-daylight"])], { sunset: clockTimeOf("15:52") });
    expect(limits.latestEnd).toBe("14:52");
    expect(sources.latestEnd).toEqual({ attendee: "p1", requirement: "finish-in-daylight" });
  });

  test("where the usual end gives way to an evening start, home before dark still sets one", () => {
    const { limits } = timesOf([person("p1", ["work-hours-only"]), person("p2", ["finish-in-daylight"])], {
      sunset: clockTimeOf("20:00"),
    });
    expect([limits.earliestStart, limits.latestEnd]).toEqual(["17:30", "19:00"]);
  });

  test("a sunset nobody looked up is said to be not known, and sets no end", () => {
    const { limits, notes } = timesOf([person("p1", ["finish-in-daylight"])]);
    expect(limits.latestEnd).toBe("15:30");
    expect(notes.map(({ kind }) => kind)).toContain("sunset-not-known");
  });

  test("the Friday sunset counts on a Friday and not on the Wednesday before", () => {
    const observes = [person("p1", ["avoid-holy-days"])];
    const sunset = clockTimeOf("16:00");
    expect(timesOf(observes, { sunset, date: "2027-02-05" as MeetingFacts["date"] }).limits.latestEnd).toBe("14:00");
    expect(timesOf(observes, { sunset }).limits.latestEnd).toBe("15:30");
  });
});

describe("net time to real time", () => {
  test("130 minutes at one and a quarter, in blocks of 45 with lunch, is 240 minutes", () => {
    const limits = { extraTimeFactor: 1.25, maxContinuousMinutes: 45, minBreakMinutes: 15, lunchMinMinutes: 45 };
    expect(timeNeeded(130, limits, true)).toMatchObject({ workMinutes: 165, blocks: 4, breaks: 3, lunchMinutes: 45, totalMinutes: 240 });
  });

  test("100 minutes at 1.15 is 115, not 120", () => {
    expect(timeNeeded(100, { extraTimeFactor: 1.15, maxContinuousMinutes: 200 }, false).workMinutes).toBe(115);
  });

  test("lunch is due from 150 minutes of work and breaks, and not at 145", () => {
    const limits = { maxContinuousMinutes: 60, minBreakMinutes: 15, lunchMinMinutes: 45 };
    expect(timeNeeded(120, limits, true)).toMatchObject({ totalMinutes: 135 });
    expect(timeNeeded(115, { ...limits, minBreakMinutes: 30 }, true)).toMatchObject({ totalMinutes: 145 });
    expect(timeNeeded(120, { ...limits, minBreakMinutes: 30 }, true)).toMatchObject({ totalMinutes: 165, lunchMinutes: 45 });
    expect(timeNeeded(120, { ...limits, minBreakMinutes: 30 }, false)).toMatchObject({ totalMinutes: 150 });
  });
});

describe("when it does not fit", { timeout: 60_000 }, () => {
  test("an agenda that fits as planned needs no change", () => {
    expect(timesOf([])).toMatchObject({ findings: [], changes: [] });
  });

  test("a plan that is too short is moved inside everybody's limits by the least it takes", () => {
    const { findings, changes } = timesOf([], { plannedStart: clockTimeOf("13:30"), plannedEnd: clockTimeOf("15:30") });
    expect(findings).toEqual([{ kind: "planned-too-short", plannedMinutes: 120, neededMinutes: 135 }]);
    expect(changes).toContainEqual({ kind: "move-times", start: "13:15", end: "15:30", movedMinutes: 15 });
    expect(changes).toContainEqual({ kind: "cut-agenda", toNetMinutes: 105, byMinutes: 15 });
  });

  test("a meeting longer than somebody can manage is split over more days", () => {
    const { findings, changes } = timesOf([person("p1", ["day-and-date-cues"])], { netAgendaMinutes: 150 });
    expect(findings.map(({ kind }) => kind)).toEqual(["agenda-does-not-fit"]);
    expect(changes).toContainEqual(expect.objectContaining({ kind: "split", sessions: 2 }));
    expect(changes.some(({ kind }) => kind === "move-times")).toBe(false);
  });

  test("people whose times never meet are offered separate times, and nobody is told to give up theirs", () => {
    const { changes } = timesOf([person("p1", ["work-hours-only"]), person("p2", ["school-hours"])]);
    expect(changes.map(({ kind }) => kind)).toEqual(["separate-times"]);
  });

  test("for any meeting, each change offered makes the agenda fit", () => {
    fc.assert(
      fc.property(anyMeeting, anyAttendees, (meeting, attendees) => {
        const merged = mergeTimetable(meeting, inOrder(attendees));
        const needed = timeNeeded(meeting.netAgendaMinutes, merged.limits, meeting.foodServed);
        for (const change of changesThatWouldFit(meeting, merged, needed)) {
          if (change.kind === "move-times") {
            expect(assessTimetable({ ...meeting, plannedStart: change.start, plannedEnd: change.end }, merged, needed)).toEqual([]);
          } else if (change.kind === "cut-agenda") {
            const less = timeNeeded(change.toNetMinutes, merged.limits, meeting.foodServed);
            const kinds = assessTimetable(meeting, merged, less).map(({ kind }) => kind);
            expect(kinds).not.toContain("planned-too-short");
            expect(kinds).not.toContain("agenda-does-not-fit");
          } else if (change.kind === "split") {
            expect(change.netMinutesEach * change.sessions).toBeGreaterThanOrEqual(meeting.netAgendaMinutes);
            expect(change.minutesEach).toBeLessThanOrEqual(merged.limits.maxMeetingMinutes ?? Number.POSITIVE_INFINITY);
          }
        }
      }),
    );
  });
});

describe("the running order", { timeout: 60_000 }, () => {
  test("a morning with two breaks is laid out on the clock", () => {
    const { day } = timesOf([], { netAgendaMinutes: 130 });
    expect(day?.parts.map((part) => `${part.kind} ${part.from} ${part.to}`)).toEqual([
      "work 10:30 11:15",
      "break 11:15 11:30",
      "work 11:30 12:15",
      "break 12:15 12:30",
      "work 12:30 13:10",
    ]);
    expect(day).toMatchObject({ endsAt: "13:10", fits: true, spareMinutes: 80 });
  });

  test("the break nearest half past twelve becomes lunch", () => {
    const { day } = timesOf([], { netAgendaMinutes: 170, foodServed: true });
    expect(day?.parts.filter(({ kind }) => kind === "lunch")).toEqual([expect.objectContaining({ from: "12:40", minutes: 45 })]);
  });

  test("a stated medication time gets a break at exactly that time, as long as the person needs", () => {
    const takes = person("p1", [
      { requirement: "medication-time", strength: "essential", breaksAt: [{ at: clockTimeOf("11:50"), minutes: 25 }] },
    ]);
    const { day } = timesOf([takes]);
    expect(day?.parts).toContainEqual({ kind: "break", from: "11:50", to: "12:15", minutes: 25, isAtStatedTime: true });
    expect(day?.statedTimesOutside).toEqual([]);
  });

  test("a stated time outside the meeting is reported, not moved", () => {
    const takes = person("p1", [
      { requirement: "medication-time", strength: "essential", breaksAt: [{ at: clockTimeOf("18:00"), minutes: 10 }] },
    ]);
    expect(timesOf([takes]).day?.statedTimesOutside).toEqual(["18:00"]);
  });

  test("agenda items share the real time and lose none of it", () => {
    const agenda = [
      { id: "welcome", minutes: 20 },
      { id: "budget", minutes: 100 },
    ];
    const { day, needed } = timesOf([person("p1", ["slow-pace"])], { agenda });
    const parts = (day?.parts ?? []).flatMap((part) => (part.kind === "work" ? part.items : []));
    expect(parts.reduce((sum, item) => sum + item.minutes, 0)).toBe(needed.workMinutes);
    expect(parts[0]).toEqual({ id: "welcome", minutes: 25, isContinued: false });
    expect(parts.at(-1)).toMatchObject({ id: "budget", isContinued: true });
  });

  test("for any meeting, work is whole, no stretch is too long, no break too short, and nothing overlaps", () => {
    const statedAt = fc.option(fc.integer({ min: 9 * 12, max: 18 * 12 }), { nil: undefined });
    fc.assert(
      fc.property(anyMeeting, anyAttendees, statedAt, (meeting, attendees, stated) => {
        const fixed =
          stated === undefined
            ? []
            : [
                person("p9", [
                  {
                    requirement: "medication-time",
                    strength: "essential",
                    breaksAt: [
                      {
                        at: clockTimeOf(
                          `${String(Math.floor(stated / 12)).padStart(2, "0")}:${String((stated % 12) * 5).padStart(2, "0")}`,
                        ),
                        minutes: 10,
                      },
                    ],
                  },
                ]),
              ];
        const people = inOrder([...attendees, ...fixed]);
        const merged = mergeTimetable(meeting, people);
        const needed = timeNeeded(meeting.netAgendaMinutes, merged.limits, meeting.foodServed);
        const day = layOutDay(meeting, people, merged, needed);
        if (day === undefined) return;
        const { parts } = day;
        const work = parts.filter(({ kind }) => kind === "work");
        expect(work.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(needed.workMinutes);
        for (const { minutes } of work) expect(minutes).toBeLessThanOrEqual(merged.limits.maxContinuousMinutes ?? 60);
        for (const [index, part] of parts.entries()) {
          if (part.kind !== "work") expect(part.minutes).toBeGreaterThanOrEqual(merged.limits.minBreakMinutes ?? 15);
          expect(minutesOf(part.to) - minutesOf(part.from)).toBe(part.minutes);
          const next = parts[index + 1];
          if (next !== undefined) expect(next.from).toBe(part.to);
          expect(part.kind === "work").toBe(index % 2 === 0);
        }
        if (day.fits) expect(day.endsAt <= meeting.plannedEnd).toBe(true);
      }),
    );
  });
});
