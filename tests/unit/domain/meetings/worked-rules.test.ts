// What the worked meetings must not miss and must not claim, as rules that hold for every meeting.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { askedOf } from "#app/domain/access/asked.ts";
import { baseline } from "#app/domain/access/baseline.ts";
import { clashIds, clashOf, type ClashId } from "#app/domain/access/conflicts.ts";
import { requirementIds } from "#app/domain/access/requirements/index.ts";
import { venueFeatureIds, venueFeatureOf, type VenueFeatureId } from "#app/domain/access/venue-features.ts";
import { bankHolidaysOf } from "#app/domain/basics/bank-holidays.ts";
import { addWorkingDays, calendarDateOf, clockTimeAt, clockTimeOf, minutesOf } from "#app/domain/basics/dates.ts";
import type { AttendeeNeeds, MeetingFacts, VenueFacts } from "#app/domain/meetings/meeting.ts";
import { planMeeting } from "#app/domain/meetings/plan.ts";
import { aMeeting, anyAttendees, anyMeeting, anyVenue, person, someHolidays } from "#tests/support/meeting-builders.ts";
import { workedMeeting, workedMeetings } from "#tests/support/worked-meetings.ts";

const planned = (attendees: readonly AttendeeNeeds[], venue: VenueFacts | null = {}, meeting: MeetingFacts = aMeeting()) =>
  planMeeting({ meeting, attendees, venue, holidays: someHolidays });
const clashCalled = (id: ClashId, attendees: readonly AttendeeNeeds[]) => planned(attendees).clashes.find(({ clash }) => clash === id);
const inARoom = anyMeeting.filter(({ mode }) => mode !== "online");

/** Facts that also decide a condition of the meeting, and so which other features matter. */
const decidesACondition: readonly VenueFeatureId[] = ["exit-step-free", "changing-places"];

describe("what no plan may miss", () => {
  test("two people whose requirements pull against each other are a clash, whoever else comes and however many there are", () => {
    fc.assert(
      fc.property(fc.constantFrom(...clashIds), fc.nat(), fc.nat(), anyAttendees, (id, first, second, others) => {
        const { one, other, kind, rule } = clashOf(id);
        if (kind !== "people" || rule !== "both-present") return;
        const pair = [person("p101", [one[first % one.length]!]), person("p102", [other[second % other.length]!])];
        const raised = clashCalled(id, [...others, ...pair]);
        expect(raised?.people).toEqual(expect.arrayContaining(["p101", "p102"]));
        expect(raised?.waysOut.length).toBeGreaterThan(0);
      }),
    );
  });

  test.each([
    [
      "an assistance dog and an allergy: seats apart in an aired room first, linked rooms after",
      "dog-vs-allergy",
      ["apart-in-room", "air-cleaner", "two-rooms-linked"],
    ],
    ["bright and dim light: zones first", "light-vs-dark", ["zones"]],
    ["masks and lips: clean air before masks", "mask-vs-lips", ["air-not-masks"]],
    ["guiding by touch and no touching: ask before any touch, then one named guide", "touch-vs-no-touch", ["ask-first", "assigned"]],
    ["chat as a voice and as a barrier: comments go to a co-facilitator", "chat-vs-no-chat", ["private-chat"]],
    ["recording and no recording: notes instead", "record-vs-no-record", ["notes-instead"]],
    ["an open window and quiet: air the room in breaks", "window-vs-noise", ["break-airing"]],
    ["evenings and school hours: two slots, or another way to take part", "office-hours-vs-evening", ["two-slots", "async"]],
  ] as const)("%s", (_name, id, first) => {
    expect(
      clashOf(id)
        .waysOut.slice(0, first.length)
        .map((way) => way.id),
    ).toEqual(first);
  });

  test("nobody is ever asked to come without their dog or sent home, and joining online is only for somebody who offers", () => {
    for (const id of clashIds) {
      for (const { label } of clashOf(id).waysOut) {
        expect(label).not.toMatch(/without (?:the|their) dog|leave the dog|stay at home|stay away/iu);
        if (/sent? .*home/iu.test(label)) expect(label).toMatch(/never/iu);
        if (/either person joins online|^online/iu.test(label)) expect(label).toMatch(/choice|only if they offer|by each person/iu);
      }
    }
  });

  test("interpreters: two above half an hour, three above four hours, one more for each small group a signing person is in", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 420 }), fc.nat(5), fc.integer({ min: 1, max: 6 }), (length, parallelGroups, signing) => {
        const people = Array.from({ length: signing }, (_, at) => person(`p${at + 1}`, ["bsl-interpreter"]));
        const meeting = aMeeting({ parallelGroups, plannedStart: clockTimeOf("10:00"), plannedEnd: clockTimeAt(600 + length) });
        const { quantity } = planned(people, {}, meeting).bookings.find(({ support }) => support === "bsl-interpreter")!;
        const pair = length <= 30 ? 1 : length <= 240 ? 2 : 3;
        expect(quantity).toBe(pair + Math.min(parallelGroups, signing));
      }),
    );
  });

  test("whoever cannot use public transport gets a taxi, whatever is said of stops and stations", () => {
    fc.assert(
      fc.property(inARoom, anyVenue, (meeting, venue) => {
        const { bookings } = planned([person("p1", ["taxi-not-public-transport"])], venue, meeting);
        expect(bookings.some(({ support }) => support === "taxi-standard" || support === "accessible-taxi")).toBe(true);
      }),
    );
  });

  test("a format people make counts back from the day papers go out, never from the meeting", () => {
    const { bookings, papers } = planned([person("p1", ["bsl-papers"], ["bsl-video"])]);
    const video = bookings.find(({ support }) => support === "bsl-video-translation")!;
    const [paper] = papers;
    expect(video.countedFrom).toBe(paper?.sendBy);
    expect(addWorkingDays(paper!.sendBy!, -20, someHolidays)).toEqual({ ok: true, value: video.bookBy });
  });

  test("for any requirement, a must that the venue lacks is not met, and a must nobody measured is asked for with a day", () => {
    for (const id of requirementIds) {
      for (const feature of askedOf(id).venueMust ?? []) {
        const when = venueFeatureOf(feature).appliesWhen;
        const meeting = aMeeting({ conditions: when === undefined ? [] : [when] });
        const lacking = planned([person("p1", [id])], { [feature]: false }, meeting);
        expect(lacking.venueFindings.find((one) => one.feature === feature)?.finding, `${id} ${feature}`).toBe("not-met");
        expect(lacking.readiness.isReady).toBe(false);
        if (venueFeatureOf(feature).criterion.is === "yes" || (feature === "exit-step-free" && when !== undefined)) continue;
        const unmeasured = planned([person("p1", [id])], { [feature]: true }, meeting);
        expect(unmeasured.venueFindings.find((one) => one.feature === feature)?.finding, `${id} ${feature}`).toBe("unknown");
        const question = unmeasured.venueQuestions.find((one) => one.feature === feature);
        expect(question).toMatchObject({ finding: "unknown", level: "must" });
        expect(question?.askBy).toBeDefined();
      }
    }
  });

  test("whatever the venue lacks comes with something to do instead", () => {
    for (const feature of venueFeatureIds) expect(venueFeatureOf(feature).fallback.trim(), feature).not.toBe("");
  });

  test("holidays of the meeting's own nation are not working days on the way back", () => {
    const before = (nation: MeetingFacts["nation"], date: string) =>
      planMeeting({
        meeting: aMeeting({ nation, date: calendarDateOf(date) }),
        attendees: [person("p1", ["bsl-interpreter"])],
        venue: {},
        holidays: bankHolidaysOf(nation),
      }).bookings.find(({ support }) => support === "bsl-interpreter")?.lastChance;
    // 4 January 2027 in Scotland; 17 March 2027 in Northern Ireland.
    expect(before("scotland", "2027-01-06")! < before("england", "2027-01-06")!).toBe(true);
    expect(before("northern-ireland", "2027-03-19")! < before("england", "2027-03-19")!).toBe(true);
  });

  test("somebody with a dog has a break long enough, and no place for the dog is said", () => {
    const { timetable, venueFindings } = planned([person("p1", ["assistance-dog"])], { "dog-spending-distance": false });
    expect(timetable.limits.minBreakMinutes).toBeGreaterThanOrEqual(15);
    expect(venueFindings.find(({ feature }) => feature === "dog-spending-distance")?.finding).toBe("not-met");
  });
});

describe("what no plan may claim", () => {
  test("one fact never answers another: a car park is no bay, and seats in rows are no places at tables", () => {
    fc.assert(
      fc.property(
        inARoom,
        anyAttendees,
        anyVenue,
        fc.constantFrom(...venueFeatureIds),
        fc.boolean(),
        (meeting, attendees, venue, about, says) => {
          if (decidesACondition.includes(about)) return;
          const findings = (facts: VenueFacts) =>
            planned(attendees, facts, meeting).venueFindings.filter(({ feature }) => feature !== about);
          expect(findings({ ...venue, [about]: says })).toEqual(findings(venue));
        },
      ),
    );
  });

  test("a number is the number: the narrow end of a doorway or a ramp is what counts", () => {
    const ramp = (width: number) =>
      planned(
        [person("p1", ["powered-wheelchair"])],
        { "ramp-width": width },
        aMeeting({ conditions: ["route-uses-ramp"] }),
      ).venueFindings.find(({ feature }) => feature === "ramp-width")?.finding;
    expect(ramp(750)).toBe("not-met");
    expect(ramp(1500)).toBe("met");
  });

  test("an answer is never taken as a preference: no answer and 'it varies' hold a plan back like 'essential'", () => {
    for (const id of requirementIds) {
      const open = (strength: "essential" | "varies" | "none") =>
        planned([person("p1", [{ requirement: id, strength }])]).readiness.open.map(({ kind }) => kind);
      expect(open("none"), id).toEqual(open("essential"));
      expect(open("varies"), id).toEqual(open("essential"));
    }
  });

  test("online there is no venue, fire, parking or evacuation finding, and no room, meal or bay is booked", () => {
    fc.assert(
      fc.property(anyMeeting, anyAttendees, anyVenue, (meeting, attendees, venue) => {
        const plan = planned(attendees, venue, { ...meeting, mode: "online" });
        expect([
          plan.venueFindings,
          plan.baselineFindings,
          plan.venueQuestions,
          plan.evacuation.plans,
          plan.evacuation.venueToConfirm,
        ]).toEqual([[], [], [], [], []]);
        const booked = plan.bookings.map(({ support }) => support);
        for (const support of [
          "parking-reservation",
          "catering-special",
          "room-quiet-hire",
          "accessible-taxi",
          "peep-conversation",
        ] as const)
          expect(booked).not.toContain(support);
      }),
    );
  });

  test("where nobody asked for anything there is no finding against a person, no clash and no booking, and the baseline is still looked at", () => {
    fc.assert(
      fc.property(inARoom, anyVenue, fc.integer({ min: 0, max: 5 }), (meeting, venue, count) => {
        const people = Array.from({ length: count }, (_, at) => person(`p${at + 1}`, []));
        const plan = planned(people, venue, meeting);
        expect([plan.venueFindings, plan.clashes, plan.bookings, plan.requirements]).toEqual([[], [], [], []]);
        const always = [...baseline.venueMust, ...baseline.venueShould].filter((id) => venueFeatureOf(id).appliesWhen === undefined);
        for (const id of always) expect(plan.baselineFindings.some(({ feature }) => feature === id)).toBe(true);
      }),
    );
  });

  test("Northern Ireland has its own law, and nobody there is told of the Equality Act", () => {
    expect(planMeeting(workedMeeting("c05").input).law).toBe("disability-discrimination-act-1995");
  });
});

describe("the worked meetings themselves", () => {
  test("each has something that must not be missed and something that must not be claimed", () => {
    for (const { expected, id } of workedMeetings()) {
      expect(expected.mustNotMiss.length, id).toBeGreaterThan(0);
      expect(expected.mustNotClaim.length, id).toBeGreaterThan(0);
    }
  });

  test("none of them comes out ready before anybody arranged anything", () => {
    for (const { input, id } of workedMeetings()) expect(planMeeting(input).readiness.isReady, id).toBe(false);
  });

  test("the room of eighteen is too small by the figure that was recorded, and the gap is shown", () => {
    const finding = planMeeting(workedMeeting("c16").input).venueFindings.find(({ feature }) => feature === "room-area-per-person");
    expect(finding).toMatchObject({ finding: "not-met", fact: 3.07, wanted: { is: "at-least", value: 3.5 } });
  });

  test("times planned outside a limit are found with whose limit it is", () => {
    for (const { input, id } of workedMeetings()) {
      const { timetable, timetableFindings } = planMeeting(input);
      const { earliestStart, latestEnd } = timetable.limits;
      const kinds = timetableFindings.map(({ kind }) => kind);
      expect(kinds.includes("starts-too-early"), id).toBe(
        earliestStart !== undefined && minutesOf(input.meeting.plannedStart) < minutesOf(earliestStart),
      );
      expect(kinds.includes("ends-too-late"), id).toBe(
        latestEnd !== undefined && minutesOf(input.meeting.plannedEnd) > minutesOf(latestEnd),
      );
    }
  });
});
