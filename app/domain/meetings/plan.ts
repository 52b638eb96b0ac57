// The one door of access planning: facts in, the whole plan out, worked out afresh each time and never stored as text.
// Everything here is ids, numbers, dates and reasons; words/ makes sentences of it.
import { baseline } from "#app/domain/access/baseline.ts";
import type { MeetingCondition } from "#app/domain/access/meeting-conditions.ts";
import { askedOf } from "#app/domain/access/asked.ts";
import type { ClashId } from "#app/domain/access/conflicts.ts";
import type { SupportId } from "#app/domain/access/supports.ts";
import type { BankHolidays } from "#app/domain/basics/dates.ts";
import type { Arrangement } from "./arrangements.ts";
import { agreedWays, demandsOfWay, type PlannedClash } from "./agreed-ways.ts";
import { findClashes } from "./conflicts.ts";
import { countingBackWith } from "./count-back.ts";
import { planBookings, type Booking } from "./deadlines.ts";
import type { DemandSetting } from "./demands.ts";
import { planEvacuation, type Evacuation } from "./evacuation.ts";
import { assessFit, placeOf, type BaselineFinding, type Place, type VenueFinding } from "./fit.ts";
import {
  conditionsOf,
  inOrder,
  lawOf,
  type AttendeeNeeds,
  type KeptApart,
  type MeetingFacts,
  type StatedBreak,
  type VenueFacts,
} from "./meeting.ts";
import { papersNoticeOf, planPapers, type Paper } from "./papers.ts";
import { venueQuestions, type VenueQuestion } from "./questions.ts";
import { assessReadiness, isTalkedThrough, type Readiness } from "./readiness.ts";
import { layOutDay, type RunningOrder } from "./running-order.ts";
import { summariseRequirements, type RequirementSummary } from "./summary.ts";
import {
  assessTimetable,
  changesThatWouldFit,
  mergeTimetable,
  timeNeeded,
  timesAskedBy,
  withLongerBreaks,
  type MergedTimetable,
  type TimeNeeded,
  type TimetableChange,
  type TimetableFinding,
} from "./timetable.ts";

export type PlanInput = {
  readonly meeting: MeetingFacts;
  readonly attendees: readonly AttendeeNeeds[];
  /** Null when there is no venue, as for an online meeting, or none has been chosen: then nothing about a place is known. */
  readonly venue: VenueFacts | null;
  /** The bank holidays of the meeting's nation. */
  readonly holidays: BankHolidays;
  readonly keptApart?: readonly KeptApart[];
  /** Invited, not answered and not declined: only for people who must not meet. */
  readonly mayCome?: readonly string[];
  readonly arrangements?: readonly Arrangement[];
};

export type MeetingPlan = {
  readonly law: ReturnType<typeof lawOf>;
  readonly conditions: readonly MeetingCondition[];
  /** For each person, requirement and venue feature; empty for a wholly online meeting. */
  readonly venueFindings: readonly VenueFinding[];
  /** What every meeting owes everyone; empty for a wholly online meeting. */
  readonly baselineFindings: readonly BaselineFinding[];
  readonly clashes: readonly PlannedClash[];
  readonly timetable: MergedTimetable;
  readonly timeNeeded: TimeNeeded;
  readonly timetableFindings: readonly TimetableFinding[];
  readonly changesThatWouldFit: readonly TimetableChange[];
  /** Absent when the day would run past midnight. */
  readonly runningOrder?: RunningOrder;
  /** In order of support id. */
  readonly bookings: readonly Booking[];
  readonly papers: readonly Paper[];
  readonly evacuation: Evacuation;
  readonly personalTimes: readonly PersonalTimes[];
  readonly venueQuestions: readonly VenueQuestion[];
  readonly requirements: readonly RequirementSummary[];
  /** What whoever leads the meeting does, with nobody named. */
  readonly facilitatorActions: readonly string[];
  readonly readiness: Readiness;
};

/** What is kept for one person and never merged over the group. */
export type PersonalTimes = {
  readonly attendee: string;
  readonly papersOutWorkingDays: number;
  readonly arrivalBufferMinutes?: number;
  readonly preMeetingMinutes?: number;
  readonly reminders: readonly string[];
  readonly breaksAt: readonly StatedBreak[];
};

/**
 * Plans a meeting. The same facts give the same plan whatever order people answered in. A fact nobody recorded is never a yes;
 * a date outside the holiday list is left out and its status is unknown.
 */
export function planMeeting(input: PlanInput): MeetingPlan {
  const { meeting, holidays, arrangements = [] } = input;
  const attendees = inOrder(input.attendees);
  const isOnline = meeting.mode === "online";
  const facts: VenueFacts = isOnline ? {} : (input.venue ?? {});
  const conditions = conditionsOf(meeting, attendees, facts);
  const place = placeOf(attendees, facts, conditions);
  const fit = isOnline ? { findings: [], baseline: [] } : assessFit(attendees, place);

  const found = timesAndClashes(input, attendees, place);
  const { timetable, needed } = found;
  const ways = agreedWays(found.clashes, arrangements, meeting.mode);
  const timetableFindings = assessTimetable(meeting, timetable, needed);
  const runningOrder = layOutDay(meeting, attendees, timetable, needed);

  const countBack = countingBackWith(holidays);
  const papers = planPapers(meeting, attendees, countBack);
  const bookings = planBookings(meeting, attendees, place, papers, countBack, ways);
  const setting: DemandSetting = {
    meeting,
    place,
    bookings: new Map<SupportId, Booking>(bookings.map((booking) => [booking.support, booking])),
    papersOf: byAttendee(papers),
    arrangements,
    ...(runningOrder === undefined ? {} : { runningOrder }),
  };
  const clashes = found.clashes.map((raised) => ({
    ...raised,
    agreed: ways.filter(({ clash }) => clash === raised.clash).map((way) => ({ ...way, demands: demandsOfWay(way, setting) })),
  }));
  return {
    law: lawOf(meeting.nation),
    conditions: [...conditions],
    venueFindings: fit.findings,
    baselineFindings: fit.baseline,
    clashes,
    timetable,
    timeNeeded: needed,
    timetableFindings,
    changesThatWouldFit: changesThatWouldFit(meeting, timetable, needed),
    ...(runningOrder === undefined ? {} : { runningOrder }),
    bookings,
    papers,
    evacuation: planEvacuation(meeting, attendees, place),
    personalTimes: attendees.map(personalTimesOf),
    venueQuestions: venueQuestions(meeting, attendees, place, countBack, ways),
    requirements: summariseRequirements(attendees, setting),
    facilitatorActions: facilitatorActionsFor(attendees),
    readiness: assessReadiness(attendees, clashes, findingsThatBind(input, attendees, found, timetableFindings), setting),
  };
}

// What somebody was talked to about, and that is recorded, does not hold a plan back; its limit is still planned by and shown.
function findingsThatBind(
  { meeting, arrangements = [] }: PlanInput,
  attendees: readonly AttendeeNeeds[],
  { timetable: planned }: { readonly timetable: MergedTimetable },
  findings: readonly TimetableFinding[],
): readonly TimetableFinding[] {
  const open = attendees.map((attendee) => ({
    ...attendee,
    needs: attendee.needs.filter(({ requirement }) => !isTalkedThrough(attendee.ref, requirement, arrangements)),
  }));
  if (findings.length === 0 || open.every(({ needs }, at) => needs.length === attendees[at]?.needs.length)) return findings;
  const { limits, sources } = planned;
  const merged = mergeTimetable(meeting, open);
  const queue = sources.minBreakMinutes;
  const longer =
    typeof queue === "object" && "clash" in queue && limits.minBreakMinutes !== undefined
      ? withLongerBreaks(merged, limits.minBreakMinutes, queue.clash)
      : merged;
  return assessTimetable(meeting, longer, timeNeeded(meeting.netAgendaMinutes, longer.limits, meeting.foodServed));
}

// Longer breaks are a way out of a clash, and a longer day may raise other clashes, so the times and the clashes are found again.
function timesAndClashes(
  { meeting, keptApart = [], mayCome = [], arrangements = [] }: PlanInput,
  attendees: readonly AttendeeNeeds[],
  place: Place,
) {
  const find = (timetable: MergedTimetable) => {
    const needed = timeNeeded(meeting.netAgendaMinutes, timetable.limits, meeting.foodServed);
    const clashes = findClashes(attendees, { meeting, place, merged: timetable, needed, keptApart, mayCome, arrangements });
    return { timetable, needed, clashes };
  };
  const found = find(mergeTimetable(meeting, attendees));
  const queue = found.clashes.find(({ clash, breakMinutesForQueue }) =>
    breakMinutesForQueue === undefined ? false : isWayAgreed(arrangements, clash, "longer-breaks"),
  );
  if (queue?.breakMinutesForQueue === undefined) return found;
  return find(withLongerBreaks(found.timetable, queue.breakMinutesForQueue, queue.clash));
}

function isWayAgreed(arrangements: readonly Arrangement[], clash: ClashId, way: string): boolean {
  return arrangements.some((one) => one.kind === "clash" && one.clash === clash && one.way === way);
}

function byAttendee(papers: readonly Paper[]): ReadonlyMap<string, readonly Paper[]> {
  const grouped = new Map<string, Paper[]>();
  for (const paper of papers) grouped.set(paper.attendee, [...(grouped.get(paper.attendee) ?? []), paper]);
  return grouped;
}

function personalTimesOf(attendee: AttendeeNeeds): PersonalTimes {
  const asked = attendee.needs.map(timesAskedBy);
  const arrival = Math.max(0, ...asked.map((times) => times.arrivalBufferMinutes ?? 0));
  const before = Math.max(0, ...asked.map((times) => times.preMeetingMinutes ?? 0));
  return {
    attendee: attendee.ref,
    papersOutWorkingDays: papersNoticeOf(attendee),
    ...(arrival === 0 ? {} : { arrivalBufferMinutes: arrival }),
    ...(before === 0 ? {} : { preMeetingMinutes: before }),
    reminders: [...new Set(asked.flatMap((times) => times.reminders ?? []))],
    breaksAt: attendee.needs.flatMap((need) => need.breaksAt ?? []),
  };
}

function facilitatorActionsFor(attendees: readonly AttendeeNeeds[]): readonly string[] {
  const asked = attendees.flatMap(({ needs }) => needs.flatMap(({ requirement }) => askedOf(requirement).facilitatorAction ?? []));
  return [...new Set([...baseline.facilitatorActions, ...asked])];
}
