import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AskedId } from "#app/domain/access/asked.ts";
import { addDays, calendarDateOf, clockTimeOf } from "#app/domain/basics/dates.ts";
import type { Basis, ClashDecision, Decision, RequirementDecision, TalkDecision } from "#app/domain/meetings/decisions.ts";
import {
  basisFor,
  decisionText,
  planAsItStands,
  subjectKey,
  subjectsOfClash,
  subjectsOfRequirement,
  wholeBasis,
  worldOf,
  type BookingOnRecord,
  type Confirmation,
  type LivePlanInput,
} from "#app/domain/meetings/live-plan.ts";
import type { AttendeeNeeds, VenueFacts } from "#app/domain/meetings/meeting.ts";
import { aMeeting, anyAttendees, anyVenue, person, someHolidays } from "#tests/support/meeting-builders.ts";

const cases = process.env["TEST_FULL"] === "1" ? 2_500 : 1_000;
const made = { decidedOn: calendarDateOf("2026-11-23"), decidedBy: "Access lead" };
const shown = { role: "The chair", evidence: "Message of 20 November" };

type Situation = Omit<LivePlanInput, "holidays">;

function situation(attendees: readonly AttendeeNeeds[], facts: VenueFacts = {}): Situation {
  const meeting = aMeeting({ netAgendaMinutes: 40, plannedStart: clockTimeOf("11:00"), plannedEnd: clockTimeOf("12:30") });
  return { meeting, venueId: "v1", attendees, facts, decisions: [], bookings: [] };
}

const live = (input: Situation) => planAsItStands({ ...input, holidays: someHolidays });

function decided(requirement: AskedId, basis: Basis, change: Partial<RequirementDecision> = {}): RequirementDecision {
  const words = { plan: "As agreed", tried: "", offered: "", agreedBy: "", message: "" };
  return {
    kind: "requirement",
    requirement,
    how: "way-of-working",
    state: "met",
    hasPlansToLeave: true,
    ...shown,
    ...words,
    ...made,
    basis,
    ...change,
  };
}

function agreedOn(clash: ClashDecision["clash"], basis: Basis): ClashDecision {
  const words = { otherWay: "Agreed between them", asked: "both" as const, message: "" };
  return { kind: "clash", clash, state: "agreed", way: "something-else", ...shown, ...words, ...made, basis };
}

function talked(attendee: string, requirement: AskedId, basis: Basis, evidence = "By phone on 20 November"): TalkDecision {
  return { kind: "talk", attendee, requirement, state: "other-way-agreed", agreed: "They bring their own", evidence, ...made, basis };
}

function booked({ meeting }: Situation, support: BookingOnRecord["support"], quantity: number): BookingOnRecord {
  const bookedFor = { date: meeting.date, startsAt: meeting.plannedStart, endsAt: meeting.plannedEnd, mode: meeting.mode, venueId: "v1" };
  return {
    id: `b-${support}`,
    support,
    quantity,
    state: "confirmed",
    supplier: "Signs Together",
    owner: "The chair",
    evidence: "Email",
    bookedFor,
  };
}

/** Books, agrees and decides everything a plan has open, as a careful coordinator would. */
function securedOf(input: Situation): Situation {
  const bookings = live(input).plan.bookings.map(({ support, quantity }) => booked(input, support, quantity));
  const { plan } = live({ ...input, bookings });
  const world = worldOf({ ...input, bookings });
  const decisions: Decision[] = [];
  const asked = new Set(plan.readiness.open.flatMap((item) => (item.kind === "requirement" ? [item.requirement] : [])));
  for (const requirement of asked) decisions.push(decided(requirement, basisFor(subjectsOfRequirement(requirement), world)));
  for (const item of plan.readiness.open) {
    if (item.kind === "clash" && !decisions.some((one) => one.kind === "clash" && one.clash === item.clash))
      decisions.push(agreedOn(item.clash, basisFor(subjectsOfClash(item.clash), world)));
  }
  return { ...input, bookings, decisions };
}

function confirmed(input: Situation): Confirmation {
  const { plan } = live(input);
  return {
    confirmedBy: "Access lead",
    confirmedOn: made.decidedOn,
    basis: wholeBasis(plan, worldOf(input)),
    decisions: Object.fromEntries(input.decisions.map((one) => [subjectKey(one), decisionText(one)])),
  };
}

const openRequirements = (input: Situation) =>
  live(input).plan.readiness.open.flatMap((item) => (item.kind === "requirement" ? [`${item.attendee} ${item.requirement}`] : []));

function asksForMoreThanItsPerson({ decisions: _none, ...input }: Situation, requirement: AskedId): boolean {
  return live({ ...input, decisions: [] }).plan.readiness.open.some(
    (item) =>
      item.kind === "requirement" &&
      item.requirement === requirement &&
      item.demands.some(({ demand }) => demand.kind !== "format" && demand.kind !== "evacuation-plan"),
  );
}

describe("a decision", () => {
  const loop = person("p1", ["hearing-loop"]);
  const quiet = person("p2", ["one-at-a-time"]);

  test("stops counting when a fact it rests on changes, and says which fact, from what to what", () => {
    const before = situation([loop, quiet], { "loop-present": true });
    const secured = securedOf(before);
    const after = { ...secured, facts: { "loop-present": false } };
    const changed = live(after).standing.filter(({ changes }) => changes.length > 0);
    expect(changed.map(({ decision }) => subjectKey(decision))).toEqual(["requirement hearing-loop"]);
    expect(changed[0]?.changes).toEqual([{ kind: "venue-facts-changed", feature: "loop-present", then: true, now: false }]);
    expect(openRequirements(after)).toEqual(["p1 hearing-loop"]);
  });

  test("stops counting when its answer, its day, its place or a booking it leans on changes", () => {
    const secured = securedOf(situation([person("p1", ["bsl-interpreter"])]));
    const reasons = (change: Partial<Situation>) => live({ ...secured, ...change }).standing.flatMap(({ reopened }) => reopened);
    expect(reasons({})).toEqual([]);
    expect(reasons({ attendees: [person("p1", [{ requirement: "bsl-interpreter", strength: "helpful" }])] })).toEqual(["answers-changed"]);
    expect(reasons({ attendees: [...secured.attendees, person("p2", ["bsl-interpreter"])] })).toEqual(["somebody-else-asked"]);
    expect(reasons({ meeting: { ...secured.meeting, date: addDays(secured.meeting.date, 7) } })).toEqual(["date-or-times-changed"]);
    expect(reasons({ meeting: { ...secured.meeting, mode: "hybrid" } })).toEqual(["mode-changed"]);
    expect(reasons({ venueId: "v2" })).toEqual(["venue-changed"]);
    expect(reasons({ bookings: secured.bookings.map((one) => ({ ...one, quantity: 1 })) })).toEqual(["booking-changed"]);
    expect(reasons({ bookings: secured.bookings.map((one) => ({ ...one, state: "cancelled" as const })) })).toEqual(["booking-changed"]);
    expect(reasons({ attendees: [] })).toEqual([]);
  });

  test("a changed agenda re-opens what is about time, and nothing else", () => {
    const agenda = [{ id: "item-1", minutes: 40 }];
    const start = situation([person("p1", ["short-items"]), quiet]);
    const secured = securedOf({ ...start, meeting: { ...start.meeting, agenda } });
    const longer = { ...secured.meeting, agenda: [{ id: "item-1", minutes: 45 }], netAgendaMinutes: 45 };
    const reopened = live({ ...secured, meeting: longer }).standing.filter((one) => one.reopened.length > 0);
    for (const { decision, reopened: why } of reopened)
      expect([subjectKey(decision), why]).toEqual(["requirement short-items", ["agenda-changed"]]);
  });

  test("made for a way in without a lift does not stand for one with a lift, and a check that falls away changes nothing", () => {
    const input = situation([person("p1", ["no-stairs"])]);
    const securing = securedOf(input);
    expect(live(securing).plan.readiness.isReady).toBe(true);
    const agreed = { ...securing, confirmation: confirmed(securing) };
    expect(live(agreed).isReady).toBe(true);
    const withLift = { ...agreed, meeting: { ...agreed.meeting, conditions: ["route-uses-lift"] as const } };
    expect(openRequirements(withLift)).toEqual(["p1 no-stairs"]);
    expect(live(withLift).standing.flatMap(({ reopened }) => reopened)).toEqual(["conditions-changed"]);
    expect(live(withLift).changedSinceConfirmed.map(({ kind }) => kind)).toEqual(["conditions-changed"]);
    const decidedWithLift = securedOf({ ...input, meeting: withLift.meeting });
    expect(live({ ...decidedWithLift, meeting: input.meeting }).standing.flatMap(({ reopened }) => reopened)).toEqual([]);
  });

  test("a talk with one person closes what that person asked, and nobody else's", () => {
    const start = situation([person("p1", ["manual-wheelchair"]), person("p2", ["manual-wheelchair"])]);
    const basis = basisFor(subjectsOfRequirement("manual-wheelchair", "p1"), worldOf(start));
    const withTalk = { ...start, decisions: [talked("p1", "manual-wheelchair", basis)] };
    expect(openRequirements(withTalk)).toEqual(["p2 manual-wheelchair"]);
    expect(openRequirements({ ...start, decisions: [talked("p1", "manual-wheelchair", basis, " ")] })).toHaveLength(2);
    const another = { ...withTalk, attendees: [...start.attendees, person("p3", ["manual-wheelchair"])] };
    expect(openRequirements(another)).toEqual(["p2 manual-wheelchair", "p3 manual-wheelchair"]);
    expect(openRequirements({ ...withTalk, facts: { "corridor-width": 700 } })).toHaveLength(2);
  });
});

describe("a confirmed plan", () => {
  const secured = securedOf(situation([person("p1", ["hearing-loop"]), person("p2", ["plain-english"])], { "loop-present": true }));
  const withConfirmation = { ...secured, confirmation: confirmed(secured) };

  test("stays ready while nothing changes, or somebody no longer comes", () => {
    expect(live(withConfirmation)).toMatchObject({ isReady: true, changedSinceConfirmed: [] });
    expect(live({ ...withConfirmation, attendees: secured.attendees.slice(0, 1) }).isReady).toBe(true);
  });

  test("is not ready once a fact it rests on changes, even to one that is good enough as well", () => {
    const spaces = securedOf(situation([person("p1", ["manual-wheelchair"])], { "wheelchair-spaces": 3 }));
    const sure = { ...spaces, confirmation: confirmed(spaces) };
    expect(live(sure).isReady).toBe(true);
    const fewer = live({ ...sure, facts: { "wheelchair-spaces": 2 } });
    expect(fewer.isReady).toBe(false);
    expect(fewer.changedSinceConfirmed).toEqual([{ kind: "venue-facts-changed", feature: "wheelchair-spaces", then: 3, now: 2 }]);
  });

  test("is not ready once the words of a decision or what shows it change", () => {
    const [first, ...rest] = secured.decisions;
    const decisions = [{ ...first!, evidence: "Another message" }, ...rest];
    const after = live({ ...withConfirmation, decisions });
    expect(after.plan.readiness.isReady).toBe(true);
    expect(after.changedSinceConfirmed).toEqual([{ kind: "decision-changed", subject: subjectKey(first!) }]);
    expect(after.isReady).toBe(false);
  });
});

describe("laws of a plan with decisions", { timeout: 600_000 }, () => {
  test(`for any of ${cases} plans made ready, removing or altering one arrangement, fact or piece of evidence never leaves it ready, and nothing unrelated drops`, () => {
    fc.assert(
      fc.property(anyAttendees, anyVenue, fc.nat(), (attendees, facts, pick) => {
        const secured = securedOf(situation(attendees, facts));
        const found = live(secured);
        // Every one of the cases is a plan that is ready: the others are not counted.
        fc.pre(found.isReady);
        const sure = { ...secured, confirmation: confirmed(secured) };
        expect(live(sure).isReady).toBe(true);

        const decision = secured.decisions[pick % Math.max(1, secured.decisions.length)];
        if (decision !== undefined) {
          const others = secured.decisions.filter((one) => one !== decision);
          // One person's papers and one person's plan to leave serve everything they asked for, so another decision may still stand for them.
          const standsAlone = decision.kind !== "requirement" || asksForMoreThanItsPerson(secured, decision.requirement);
          if (standsAlone || secured.decisions.length === 1) {
            expect(live({ ...secured, decisions: others }).isReady, subjectKey(decision)).toBe(false);
            expect(live({ ...secured, decisions: [...others, { ...decision, evidence: " " }] }).isReady).toBe(false);
          }
          expect(live({ ...sure, decisions: [...others, { ...decision, evidence: "Something else" }] }).isReady).toBe(false);
          if (decision.kind === "requirement") {
            // Only what that decision stood for opens again.
            const opened = openRequirements({ ...secured, decisions: others });
            expect(
              opened.every((one) => one.endsWith(` ${decision.requirement}`)),
              `${decision.requirement}: ${opened.join()}`,
            ).toBe(true);
          }
        }
        const booking = secured.bookings[pick % Math.max(1, secured.bookings.length)];
        const isEssential = found.plan.bookings
          .find(({ support }) => support === booking?.support)
          ?.causes.some((cause) => cause.isEssential && cause.requirement !== undefined);
        if (booking !== undefined && isEssential === true) {
          const others = secured.bookings.filter((one) => one !== booking);
          expect(live({ ...secured, bookings: others }).isReady, booking.support).toBe(false);
          for (const weaker of [{ state: "cancelled" as const }, { evidence: "" }, { owner: "" }, { quantity: booking.quantity - 1 }])
            expect(live({ ...secured, bookings: [...others, { ...booking, ...weaker }] }).isReady, booking.support).toBe(false);
        }
        const restsOn = found.plan.venueFindings.filter(({ level, finding }) => level === "must" && finding === "met");
        const lost = restsOn[pick % Math.max(1, restsOn.length)];
        if (lost !== undefined) {
          const { [lost.feature]: _gone, ...left } = secured.facts;
          for (const changed of [left, { ...left, [lost.feature]: false }]) {
            expect(live({ ...secured, facts: changed }).isReady, lost.feature).toBe(false);
            const opened = openRequirements({ ...secured, facts: changed });
            expect(opened).toContain(`${lost.attendee} ${lost.requirement}`);
          }
        }
        expect(live({ ...sure, meeting: { ...sure.meeting, date: addDays(sure.meeting.date, 1) } }).isReady).toBe(false);
      }),
      { numRuns: cases, maxSkipsPerRun: 200 },
    );
  });
});
