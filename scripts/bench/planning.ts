// The access plan of a meeting, which coordinators wait for.
import { isDeepStrictEqual } from "node:util";
import type { Bench } from "./bench.ts";
import type { Figure } from "./figures.ts";
import { inTurns, processorTimePerCall, ratiosOf, summaryOf } from "./rounds.ts";
import { answerOf, slowPlan } from "./slow-plan.ts";
import { requirementIds } from "#app/domain/access/requirements/index.ts";
import { venueFeatureIds, venueFeatureOf, type VenueFeatureId } from "#app/domain/access/venue-features.ts";
import { bankHolidaysOf } from "#app/domain/basics/bank-holidays.ts";
import { calendarDateOf, clockTimeOf } from "#app/domain/basics/dates.ts";
import type { AttendeeNeeds, VenueFact, VenueFacts } from "#app/domain/meetings/meeting.ts";
import { planMeeting, type PlanInput } from "#app/domain/meetings/plan.ts";

/**
 * A plan of 8, 80 and 800 people worked out from facts, and how it grows. Every answer is first held against the slow planner that
 * shares no code with the engine, and may not depend on the order people answered in.
 */
export const planBench: Bench = async ({ rounds, roundMilliseconds }) => {
  const [small, large, huge] = [meetingOf(8), meetingOf(80), meetingOf(800)];
  for (const input of [small, large, huge]) {
    const plan = planMeeting(input);
    if (plan.requirements.length === 0 || plan.venueFindings.length === 0) throw new Error("The plan of the bench's meeting is empty");
    if (!isDeepStrictEqual(plan, planMeeting({ ...input, attendees: input.attendees.toReversed() })))
      throw new Error("The plan changes with the order in which people answered");
    if (input !== huge && !isDeepStrictEqual(answerOf(plan), slowPlan(input))) throw new Error("The slow planner gives another answer");
  }
  const fill = roundMilliseconds / 5;
  const times = await inTurns(
    {
      small: () => processorTimePerCall(() => planMeeting(small), fill),
      large: () => processorTimePerCall(() => planMeeting(large), fill),
      huge: () => processorTimePerCall(() => planMeeting(huge), fill),
      slow: () => processorTimePerCall(() => slowPlan(large), fill),
    },
    rounds,
  );
  const growth = { level: "goal", is: "at most", value: 20 } as const;
  return [
    { ...figure("plan", "a plan for 8 people, 5 requirements each, processor time", "ms"), ...summaryOf(times.small) },
    { ...figure("plan", "a plan for 80 people, 5 requirements each, processor time", "ms"), ...summaryOf(times.large) },
    { ...figure("plan", "a plan for 800 people, 5 requirements each, processor time", "ms"), ...summaryOf(times.huge) },
    { ...figure("plan", "80 people against 8", "×"), ...summaryOf(ratiosOf(times.large, times.small)), limit: growth },
    { ...figure("plan", "800 people against 80", "×"), ...summaryOf(ratiosOf(times.huge, times.large)), limit: growth },
    { ...figure("plan", "the slow planner against the engine, 80 people", "×"), ...summaryOf(ratiosOf(times.slow, times.large)) },
  ];
};

function meetingOf(people: number): PlanInput {
  return {
    meeting: {
      nation: "england",
      date: calendarDateOf("2027-02-03"),
      plannedStart: clockTimeOf("10:30"),
      plannedEnd: clockTimeOf("15:00"),
      mode: "hybrid",
      people,
      netAgendaMinutes: 130,
      planningDay: calendarDateOf("2026-11-23"),
      parallelGroups: 2,
      foodServed: true,
      conditions: [],
    },
    attendees: Array.from({ length: people }, (_, index) => attendee(index)),
    venue: venueKnownByHalf(),
    holidays: bankHolidaysOf("england"),
  };
}

// Steps of primes through the catalogue: nobody has a requirement twice, and neighbours differ.
function attendee(index: number): AttendeeNeeds {
  const needs = Array.from({ length: 5 }, (_, turn) => {
    const requirement = requirementIds[(index * 37 + turn * 29) % requirementIds.length] ?? "bsl-interpreter";
    return { requirement, strength: turn % 3 === 2 ? ("helpful" as const) : ("essential" as const) };
  });
  return { ref: `p${index + 1}`, needs, chosenFormats: [] };
}

/** Every other feature is on record and good enough; nobody has said anything about the rest. */
function venueKnownByHalf(): VenueFacts {
  const known = venueFeatureIds.filter((_, index) => index % 2 === 0);
  return Object.fromEntries(known.map((id): [VenueFeatureId, VenueFact] => [id, goodEnough(id)]));
}

function goodEnough(id: VenueFeatureId): VenueFact {
  const { criterion } = venueFeatureOf(id);
  if (criterion.is === "yes") return true;
  return criterion.is === "between" ? criterion.from : criterion.value;
}

function figure(bench: string, name: string, unit: string): Pick<Figure, "kind" | "bench" | "name" | "unit"> {
  return { kind: "figure", bench, name, unit };
}
