import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarDateOf, clockTimeOf } from "#app/domain/basics/dates.ts";
import type { Arrangement } from "#app/domain/meetings/arrangements.ts";
import type { AttendeeNeeds, VenueFacts } from "#app/domain/meetings/meeting.ts";
import { planMeeting, type MeetingPlan, type PlanInput } from "#app/domain/meetings/plan.ts";
import { aMeeting, anyAttendees, anyMeeting, anyVenue, helpful, person, someHolidays } from "#tests/support/meeting-builders.ts";

const backed = { owner: "Access lead", evidence: "Message of 4 January" };

function inputOf(attendees: readonly AttendeeNeeds[], venue: VenueFacts = {}, arrangements: readonly Arrangement[] = []): PlanInput {
  return { meeting: aMeeting(), attendees, venue, holidays: someHolidays, arrangements };
}

/** Secures everything a plan still has open, as a careful coordinator would, without talking anybody round. */
function arrangementsFor(plan: MeetingPlan): readonly Arrangement[] {
  const found = new Map<string, Arrangement>();
  const add = (arrangement: Arrangement) => found.set(JSON.stringify(arrangement), arrangement);
  for (const item of plan.readiness.open) {
    if (item.kind === "clash") add({ kind: "clash", clash: item.clash, way: "agreed between them", ...backed });
    if (item.kind !== "requirement") continue;
    const { attendee, requirement } = item;
    for (const { demand } of item.demands) {
      if (demand.kind === "venue-feature") add({ kind: "other-way", requirement, feature: demand.feature, ...backed });
      else if (demand.kind === "format") add({ kind: "papers", attendee, format: demand.format, ...backed });
      else if (demand.kind === "evacuation-plan") add({ kind: "evacuation-plan", attendee, ...backed });
      else if (demand.kind === "booking") {
        const quantity = plan.bookings.find(({ support }) => support === demand.support)?.quantity ?? 1;
        add({ kind: "booking", support: demand.support, quantity, state: "confirmed", ...backed });
      } else add({ kind: "way-of-working", requirement, ...backed });
    }
  }
  return [...found.values()];
}

const isReady = (input: PlanInput) => planMeeting(input).readiness.isReady;

describe("the gate", () => {
  test("a meeting nobody asked anything of is ready", () => {
    expect(isReady(inputOf([person("p1", []), person("p2", [helpful("short-meeting")])]))).toBe(true);
  });

  test("an interpreter asked for and not confirmed leaves the plan open", () => {
    const signs = person("p1", ["bsl-interpreter"]);
    const others = arrangementsFor(planMeeting(inputOf([signs])));
    expect(isReady(inputOf([signs], {}, others))).toBe(true);
    const withBooking = (change: Partial<Extract<Arrangement, { kind: "booking" }>>) =>
      isReady(
        inputOf(
          [signs],
          {},
          others.map((one) => (one.kind === "booking" && one.support === "bsl-interpreter" ? { ...one, ...change } : one)),
        ),
      );
    expect(withBooking({ state: "asked" })).toBe(false);
    expect(withBooking({ state: "cancelled" })).toBe(false);
    expect(withBooking({ quantity: 1 })).toBe(false);
    expect(withBooking({ evidence: "  " })).toBe(false);
    expect(withBooking({ owner: "" })).toBe(false);
    expect(withBooking({ quantity: 3 })).toBe(true);
  });

  test("a room of one's own that the venue is known to have is met by it, and is booked where it has none", () => {
    const asks = [person("p1", ["quiet-room-shared"])];
    const openWith = (venue: VenueFacts) =>
      planMeeting({ meeting: aMeeting(), attendees: asks, venue, holidays: someHolidays }).readiness.open.flatMap((item) =>
        item.kind === "requirement" ? item.demands.map(({ demand }) => demand) : [],
      );
    expect(openWith({ "private-care-room": true })).toEqual([]);
    for (const venue of [{}, { "private-care-room": false }] as const)
      expect(openWith(venue)).toEqual([{ kind: "booking", support: "room-care-hire" }]);
  });

  test("a person talked to about one requirement closes that one and no other", () => {
    const asks = person("p1", ["manual-wheelchair", "plain-english"]);
    const talked: Arrangement = {
      kind: "talked-through",
      attendee: "p1",
      requirement: "manual-wheelchair",
      by: "Access lead",
      on: calendarDateOf("2027-01-04"),
      evidence: "By phone: a ramp at the side door suits them",
    };
    const { open } = planMeeting(inputOf([asks], {}, [talked])).readiness;
    expect(open.map((item) => (item.kind === "requirement" ? item.requirement : item.kind))).toEqual(["plain-english"]);
    const nobody = planMeeting(inputOf([asks], {}, [{ ...talked, by: " " }])).readiness;
    expect(nobody.open.length).toBe(2);
    const nothingToShow = planMeeting(inputOf([asks], {}, [{ ...talked, evidence: "" }])).readiness;
    expect(nothingToShow.open.length).toBe(2);
  });

  test("a clash stays open until a way out is agreed and what that way needs is there", () => {
    const people = [person("p1", ["warm-room"]), person("p2", ["cool-room"])];
    const rest = arrangementsFor(planMeeting(inputOf(people))).filter(({ kind }) => kind !== "clash");
    const clash = planMeeting(inputOf(people)).clashes[0];
    const way = clash?.waysOut.find(({ needs }) => needs.some(({ kind }) => kind === "venue-feature"))?.way.id ?? "";
    const agreed: Arrangement = { kind: "clash", clash: "hot-vs-cold", way, ...backed };
    const openClash = (venue: VenueFacts, arrangements: readonly Arrangement[]) =>
      planMeeting(inputOf(people, venue, arrangements)).readiness.open.flatMap((item) => (item.kind === "clash" ? [item.why] : []));
    expect(openClash({}, rest)).toEqual(["no-way-out-agreed"]);
    expect(openClash({}, [...rest, { ...agreed, evidence: "" }])).toEqual(["way-out-not-secured"]);
    expect(openClash({}, [...rest, agreed])).toEqual(["way-out-needs-not-met"]);
    expect(openClash({ "temperature-range": 21, "outdoor-air-step-free": true }, [...rest, agreed])).toEqual([]);
  });

  test("times that do not suit keep a plan from being ready", () => {
    const { open } = planMeeting({ ...inputOf([]), meeting: aMeeting({ netAgendaMinutes: 400 }) }).readiness;
    expect(open).toEqual([expect.objectContaining({ kind: "timetable" })]);
  });

  test("times that one person was talked to about hold nothing back, while the same times still hold back somebody who was not", () => {
    const meeting = aMeeting({ netAgendaMinutes: 60, plannedStart: clockTimeOf("13:00"), plannedEnd: clockTimeOf("15:00") });
    const talked = (attendee: string): Arrangement => ({
      kind: "talked-through",
      attendee,
      requirement: "early-finish",
      by: "Asha",
      on: calendarDateOf("2026-11-23"),
      evidence: "By phone",
    });
    const planned = (refs: readonly string[], arrangements: readonly Arrangement[]) =>
      planMeeting({
        ...inputOf(
          refs.map((ref) => person(ref, ["early-finish"])),
          {},
          arrangements,
        ),
        meeting,
      });
    const one = planned(["p1"], [talked("p1")]);
    expect(one.readiness).toEqual({ isReady: true, open: [] });
    expect(one.timetableFindings.map(({ kind }) => kind)).toEqual(["ends-too-late"]);
    expect(planned(["p1"], [{ ...talked("p1"), evidence: " " }]).readiness.isReady).toBe(false);
    const two = planned(["p1", "p2"], [talked("p1")]).readiness.open;
    expect(two.map((item) => (item.kind === "requirement" ? item.attendee : item.kind))).toEqual(["p2", "timetable"]);
    expect(planned(["p1", "p2"], [talked("p1"), talked("p2")]).readiness.isReady).toBe(true);
  });
});

describe("laws of readiness", { timeout: 60_000 }, () => {
  test("for any ready plan, taking away or weakening any one arrangement, or losing any fact it rests on, never leaves it ready", () => {
    const shortMeeting = fc
      .constantFrom("in-person" as const, "hybrid" as const, "online" as const)
      .map((mode) => aMeeting({ mode, netAgendaMinutes: 40, plannedStart: clockTimeOf("11:00"), plannedEnd: clockTimeOf("12:30") }));
    let ready = 0;
    fc.assert(
      fc.property(shortMeeting, anyAttendees, anyVenue, fc.nat(), (meeting, attendees, venue, pick) => {
        const input: PlanInput = { meeting, attendees, venue, holidays: someHolidays };
        const arrangements = arrangementsFor(planMeeting(input));
        const secured = planMeeting({ ...input, arrangements });
        if (!secured.readiness.isReady) return;
        ready += 1;
        const one = arrangements[pick % Math.max(1, arrangements.length)];
        if (one !== undefined && one.kind !== "talked-through") {
          const without = arrangements.filter((other) => other !== one);
          expect(isReady({ ...input, arrangements: without }), JSON.stringify(one)).toBe(false);
          const weaker = pick % 2 === 0 ? { ...one, evidence: "" } : { ...one, owner: "" };
          expect(isReady({ ...input, arrangements: [...without, weaker] })).toBe(false);
        }
        const restsOn = secured.venueFindings.filter(({ level, finding }) => level === "must" && finding === "met");
        const lost = restsOn[pick % Math.max(1, restsOn.length)];
        if (lost === undefined) return;
        const forgotten = Object.fromEntries(Object.entries(venue).filter(([recorded]) => recorded !== lost.feature));
        const { open } = planMeeting({ ...input, venue: forgotten, arrangements }).readiness;
        const { attendee, requirement } = lost;
        expect(open).toContainEqual(expect.objectContaining({ kind: "requirement", attendee, requirement }));
      }),
      { numRuns: 1000 },
    );
    expect(ready).toBeGreaterThan(300);
  });

  test("for any plan, what is open names every essential requirement with a must not met, and no helpful one", () => {
    fc.assert(
      fc.property(anyMeeting, anyAttendees, anyVenue, (meeting, attendees, venue) => {
        const plan = planMeeting({ meeting, attendees, venue, holidays: someHolidays });
        const open = new Set(
          plan.readiness.open.flatMap((item) => (item.kind === "requirement" ? [`${item.attendee} ${item.requirement}`] : [])),
        );
        for (const { attendee, requirement, level, finding } of plan.venueFindings) {
          if (level === "must" && finding !== "met") expect(open.has(`${attendee} ${requirement}`)).toBe(true);
        }
        for (const { ref, needs } of attendees) {
          for (const { requirement, strength } of needs) if (strength === "helpful") expect(open.has(`${ref} ${requirement}`)).toBe(false);
        }
      }),
    );
  });
});
