// The plan page's view: each requirement anybody asked for, once, with how many people, what it asks of the meeting and where
// each of those things stands. No names and no references: those are opened one at a time, elsewhere.
import type { AskedId } from "#app/domain/access/asked.ts";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { assessDemands, demandKey, type DemandSetting, type DemandState } from "./demands.ts";
import { worstOf, type Finding } from "./fit.ts";
import { isPlannedAsEssential, type AttendeeNeeds } from "./meeting.ts";

export type RequirementSummary = {
  readonly requirement: AskedId;
  readonly people: number;
  /** People who said essential, that it varies, or did not answer. */
  readonly essentialPeople: number;
  /**
   * The worst of its musts; of its shoulds when it has no musts. Bookings, formats and ways of working are musts: not known
   * until they are secured.
   */
  readonly finding: Finding;
  readonly demands: readonly DemandState[];
  /** The first day something has to be booked or started; absent when nothing has a known day. */
  readonly earliestDeadline?: CalendarDate;
};

/** One entry for each requirement anybody asked for, in the order people first asked. */
export function summariseRequirements(attendees: readonly AttendeeNeeds[], setting: DemandSetting): readonly RequirementSummary[] {
  const asked = new Map<AskedId, { people: number; essential: number; demands: Map<string, DemandState> }>();
  for (const attendee of attendees) {
    for (const need of attendee.needs) {
      const so = asked.get(need.requirement) ?? { people: 0, essential: 0, demands: new Map<string, DemandState>() };
      asked.set(need.requirement, so);
      so.people += 1;
      if (isPlannedAsEssential(need)) so.essential += 1;
      for (const state of assessDemands(attendee, need, setting)) {
        const key = demandKey(state.demand);
        so.demands.set(key, worseOf(so.demands.get(key), state));
      }
    }
  }
  return [...asked].map(([requirement, { people, essential, demands }]) => {
    const states = [...demands.values()];
    const due = states.flatMap(({ dueBy, isSecured }) => (dueBy === undefined || isSecured ? [] : [dueBy])).toSorted()[0];
    return {
      requirement,
      people,
      essentialPeople: essential,
      finding: findingOf(states),
      demands: states,
      ...(due === undefined ? {} : { earliestDeadline: due }),
    };
  });
}

function findingOf(states: readonly DemandState[]): Finding {
  for (const level of ["must", "should", "nice"] as const) {
    const findings = states.filter((state) => state.level === level).map((state) => state.finding);
    if (findings.length > 0) return worstOf(findings);
  }
  return "unknown";
}

function worseOf(one: DemandState | undefined, other: DemandState): DemandState {
  if (one === undefined) return other;
  const worst = worstOf([one.finding, other.finding]);
  const kept = one.finding === worst ? one : other;
  const dueBy = [one.dueBy, other.dueBy].filter((date) => date !== undefined).toSorted()[0];
  return { ...kept, isSecured: one.isSecured && other.isSecured, ...(dueBy === undefined ? {} : { dueBy }) };
}
