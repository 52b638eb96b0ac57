// The times everybody can live with: each limit merged over all people, whose need set it, the minutes the agenda really takes
// with extra time and breaks, and what does not fit. Laying the day out is in running-order.ts.
import { baseline } from "#app/domain/access/baseline.ts";
import type { TimetableDemands } from "#app/domain/access/requirement.ts";
import type { ClashId } from "#app/domain/access/conflicts.ts";
import { askedOf, type AskedId } from "#app/domain/access/asked.ts";
import { clockTimeAt, minutesOf, weekdayOf, type ClockTime } from "#app/domain/basics/dates.ts";
import { isPlannedAsEssential, type AttendeeNeeds, type MeetingFacts, type Need } from "./meeting.ts";

/** Demands that stay with the person who made them and are never merged over the group. */
export type PersonalTimetableKey = "arrivalBufferMinutes" | "preMeetingMinutes" | "reminders";
export type TimetableKey = Exclude<keyof TimetableDemands, PersonalTimetableKey>;

/** Whose need set a limit. Shown to the coordinator only. */
export type TimetableSource =
  | "baseline"
  | { readonly attendee: string; readonly requirement: AskedId }
  /** The way out agreed for a clash. */
  | { readonly clash: ClashId };

export type TimetableLimits = Omit<TimetableDemands, PersonalTimetableKey>;

export type MergedTimetable = {
  readonly limits: TimetableLimits;
  /** One for every limit that was ever set, even where the meeting drops the limit afterwards. */
  readonly sources: { readonly [Key in TimetableKey]?: TimetableSource };
  readonly notes: readonly TimetableNote[];
};

/** Things the coordinator is told, because the numbers alone would hide them. */
export type TimetableNote =
  | {
      readonly kind: "baseline-gives-way";
      readonly key: "earliestStart" | "latestEnd";
      readonly baseline: ClockTime;
      readonly source: TimetableSource;
    }
  | { readonly kind: "sunset-not-known"; readonly source: TimetableSource }
  | { readonly kind: "falls-on-date-to-avoid"; readonly source: TimetableSource }
  | { readonly kind: "check-term-dates"; readonly source: TimetableSource }
  | { readonly kind: "ask-which-dates"; readonly source: TimetableSource }
  | { readonly kind: "keep-gap-between-meetings"; readonly days: number; readonly source: TimetableSource };

type Better = "latest" | "earliest" | "largest" | "smallest" | "any";

const mergeRules: { readonly [Key in TimetableKey]: Better } = {
  earliestStart: "latest",
  latestEnd: "earliest",
  maxContinuousMinutes: "smallest",
  minBreakMinutes: "largest",
  lunchMinMinutes: "largest",
  maxMeetingMinutes: "smallest",
  maxItemMinutes: "smallest",
  maxItemsPerHour: "smallest",
  extraTimeFactor: "largest",
  papersOutWorkingDays: "largest",
  papersToProfessionalsWorkingDays: "largest",
  questionsOutWorkingDays: "largest",
  summaryAfterWorkingDays: "smallest",
  minGapDays: "largest",
  endBeforeSunsetMinutes: "largest",
  endBeforeSunsetFridayMinutes: "largest",
  fixedBreakTimes: "any",
  endOnTime: "any",
  avoidDates: "any",
  termTimeOnly: "any",
};

/** A person's own time that leaves less than this beside the baseline makes the baseline give way. */
const leastWindowBesideBaselineMinutes = 60;

type Limits = { -readonly [Key in keyof TimetableLimits]: TimetableLimits[Key] };
type Sources = { -readonly [Key in TimetableKey]?: TimetableSource };

/**
 * Merges the baseline with every essential need, limit by limit. A helpful need changes nothing here. Among equals the first
 * person in order is named as the source. A wholly online meeting has no lunch to serve, so it drops that limit.
 */
export function mergeTimetable(meeting: MeetingFacts, attendees: readonly AttendeeNeeds[]): MergedTimetable {
  const merged = mergeWith(baseline.timetable, meeting, attendees);
  const givesWay = baselineThatGivesWay(merged);
  // Merged again without it: a person's own limit may lie beyond the one the baseline set, and counts once that one is gone.
  const { limits, sources, notes } =
    givesWay === undefined ? merged : mergeWith({ ...baseline.timetable, [givesWay.key]: undefined }, meeting, attendees);
  if (givesWay !== undefined) notes.push(givesWay);
  if (meeting.mode === "online") delete limits.lunchMinMinutes;
  const isTermUnknown = attendees.some(({ needs }) =>
    needs.some((need) => isPlannedAsEssential(need) && timesAskedBy(need).termTimeOnly === true && (need.datesToAvoid ?? []).length === 0),
  );
  if (isTermUnknown && limits.termTimeOnly === true && sources.termTimeOnly !== undefined) {
    notes.push({ kind: "check-term-dates", source: sources.termTimeOnly });
  }
  if (limits.minGapDays !== undefined && sources.minGapDays !== undefined) {
    notes.push({ kind: "keep-gap-between-meetings", days: limits.minGapDays, source: sources.minGapDays });
  }
  return { limits, sources, notes };
}

type Merging = { readonly limits: Limits; readonly sources: Sources; readonly notes: TimetableNote[] };

type BaselineTimes = { readonly [Key in keyof TimetableDemands]: TimetableDemands[Key] | undefined };

function mergeWith(everyMeetings: BaselineTimes, meeting: MeetingFacts, attendees: readonly AttendeeNeeds[]): Merging {
  const limits: Limits = {};
  const sources: Sources = {};
  const notes: TimetableNote[] = [];
  takeOver(limits, sources, everyMeetings, "baseline");
  for (const { ref, needs } of attendees) {
    for (const need of needs.filter(isPlannedAsEssential)) {
      const source: TimetableSource = { attendee: ref, requirement: need.requirement };
      takeOver(limits, sources, timesAskedBy(need), source);
      if (need.datesToAvoid?.includes(meeting.date) === true) notes.push({ kind: "falls-on-date-to-avoid", source });
      const asksForDates = askedOf(need.requirement).timetable?.avoidDates === true;
      if (asksForDates && (need.datesToAvoid ?? []).length === 0) notes.push({ kind: "ask-which-dates", source });
    }
  }
  applySunset(meeting, limits, sources, notes);
  return { limits, sources, notes };
}

/** The same limits with breaks of at least so many minutes, because that way out of a clash was agreed. */
export function withLongerBreaks(merged: MergedTimetable, minutes: number, clash: ClashId): MergedTimetable {
  if ((merged.limits.minBreakMinutes ?? 0) >= minutes) return merged;
  return {
    ...merged,
    limits: { ...merged.limits, minBreakMinutes: minutes },
    sources: { ...merged.sources, minBreakMinutes: { clash } },
  };
}

/** What one need asks of the times: the catalogue's figures, with the person's own in their place. */
export function timesAskedBy(need: Need): TimetableDemands {
  return { ...askedOf(need.requirement).timetable, ...need.ownTimes };
}

function takeOver(limits: Limits, sources: Sources, asked: BaselineTimes, source: TimetableSource): void {
  const set = <Key extends TimetableKey>(key: Key, value: Limits[Key]) => {
    if (value === undefined || !isBetter(mergeRules[key], value, limits[key])) return;
    limits[key] = value;
    sources[key] = source;
  };
  for (const key of Object.keys(mergeRules) as readonly TimetableKey[]) set(key, asked[key]);
}

function isBetter(rule: Better, value: number | string | boolean, before: number | string | boolean | undefined): boolean {
  if (before === undefined) return true;
  if (rule === "any") return false;
  return rule === "latest" || rule === "largest" ? value > before : value < before;
}

// Home, not doors closing, is what matters to somebody who travels in daylight, so the end is well before sunset.
function applySunset(meeting: MeetingFacts, limits: Limits, sources: Sources, notes: TimetableNote[]): void {
  for (const [key, applies] of [
    ["endBeforeSunsetMinutes", true],
    ["endBeforeSunsetFridayMinutes", weekdayOf(meeting.date) === "Friday"],
  ] as const) {
    const before = limits[key];
    const source = sources[key];
    if (before === undefined || source === undefined || !applies) continue;
    if (meeting.sunset === undefined) {
      notes.push({ kind: "sunset-not-known", source });
      continue;
    }
    const end = clockTimeAt(Math.max(0, minutesOf(meeting.sunset) - before));
    if (limits.latestEnd !== undefined && limits.latestEnd <= end) continue;
    limits.latestEnd = end;
    sources.latestEnd = source;
  }
}

function baselineThatGivesWay({
  limits: { earliestStart, latestEnd },
  sources,
}: Merging): Extract<TimetableNote, { readonly kind: "baseline-gives-way" }> | undefined {
  if (earliestStart === undefined || latestEnd === undefined) return undefined;
  if (minutesOf(latestEnd) - minutesOf(earliestStart) >= leastWindowBesideBaselineMinutes) return undefined;
  if (sources.latestEnd === "baseline" && sources.earliestStart !== undefined && sources.earliestStart !== "baseline") {
    return { kind: "baseline-gives-way", key: "latestEnd", baseline: latestEnd, source: sources.earliestStart };
  }
  if (sources.earliestStart === "baseline" && sources.latestEnd !== undefined && sources.latestEnd !== "baseline") {
    return { kind: "baseline-gives-way", key: "earliestStart", baseline: earliestStart, source: sources.latestEnd };
  }
  return undefined;
}

/** Real time for a net agenda, with the working. All in minutes; blocks and breaks are counts. */
export type TimeNeeded = {
  readonly netMinutes: number;
  readonly workMinutes: number;
  readonly blocks: number;
  readonly breaks: number;
  readonly breakMinutes: number;
  /** One of the breaks is lunch and lasts this long; absent when no lunch is due. */
  readonly lunchMinutes?: number;
  readonly totalMinutes: number;
};

const lunchIsDueFromMinutes = 150;

/**
 * Net minutes times the largest extra-time factor, rounded up to 5; blocks no longer than the shortest stretch anybody can
 * manage; a break between blocks; one of them is lunch when work and breaks reach 150 minutes and food is planned.
 * Source: access.md c.2 and the catalogue's conventions.
 */
export function timeNeeded(netMinutes: number, limits: TimetableLimits, foodServed: boolean): TimeNeeded {
  // Factors have two places after the point; counting in hundredths keeps 100 minutes at 1.15 from becoming 120.
  const hundredths = netMinutes * Math.round((limits.extraTimeFactor ?? 1) * 100);
  const workMinutes = Math.ceil(hundredths / 500) * 5;
  const longest = limits.maxContinuousMinutes ?? workMinutes;
  const breakMinutes = limits.minBreakMinutes ?? 0;
  const blocks = Math.max(1, Math.ceil(workMinutes / Math.max(1, longest)));
  const breaks = blocks - 1;
  const withBreaks = workMinutes + breaks * breakMinutes;
  const counted = { netMinutes, workMinutes, blocks, breaks, breakMinutes };
  const lunchIsDue = foodServed && breaks > 0 && withBreaks >= lunchIsDueFromMinutes && limits.lunchMinMinutes !== undefined;
  if (!lunchIsDue) return { ...counted, totalMinutes: withBreaks };
  const lunchMinutes = Math.max(limits.lunchMinMinutes, breakMinutes);
  return { ...counted, lunchMinutes, totalMinutes: withBreaks - breakMinutes + lunchMinutes };
}

/** Minutes between the merged start and end; negative when nobody's times meet. Absent when either limit is absent. */
export function windowMinutesOf(limits: TimetableLimits): number | undefined {
  const { earliestStart, latestEnd } = limits;
  if (earliestStart === undefined || latestEnd === undefined) return undefined;
  return minutesOf(latestEnd) - minutesOf(earliestStart);
}

/** Minutes from the planned start to the planned end. */
export function plannedMinutesOf(meeting: MeetingFacts): number {
  return minutesOf(meeting.plannedEnd) - minutesOf(meeting.plannedStart);
}

export type TimetableFinding =
  | {
      readonly kind: "starts-too-early";
      readonly planned: ClockTime;
      readonly limit: ClockTime;
      readonly source: TimetableSource;
    }
  | { readonly kind: "ends-too-late"; readonly planned: ClockTime; readonly limit: ClockTime; readonly source: TimetableSource }
  | {
      readonly kind: "agenda-does-not-fit";
      readonly neededMinutes: number;
      /** Absent when there is no limit at one end. */
      readonly windowMinutes?: number;
      readonly longestMeetingMinutes?: number;
    }
  | { readonly kind: "planned-too-short"; readonly plannedMinutes: number; readonly neededMinutes: number };

/** What is wrong with the planned times: outside somebody's limits, too long for them to fit at all, or too short for the agenda. */
export function assessTimetable(meeting: MeetingFacts, merged: MergedTimetable, needed: TimeNeeded): readonly TimetableFinding[] {
  const findings: TimetableFinding[] = [];
  const { limits, sources } = merged;
  if (limits.earliestStart !== undefined && sources.earliestStart !== undefined && meeting.plannedStart < limits.earliestStart) {
    findings.push({
      kind: "starts-too-early",
      planned: meeting.plannedStart,
      limit: limits.earliestStart,
      source: sources.earliestStart,
    });
  }
  if (limits.latestEnd !== undefined && sources.latestEnd !== undefined && meeting.plannedEnd > limits.latestEnd) {
    findings.push({ kind: "ends-too-late", planned: meeting.plannedEnd, limit: limits.latestEnd, source: sources.latestEnd });
  }
  const windowMinutes = windowMinutesOf(limits);
  const plannedMinutes = plannedMinutesOf(meeting);
  const neededMinutes = needed.totalMinutes;
  if (neededMinutes > longestPossibleMinutes(limits)) {
    findings.push({
      kind: "agenda-does-not-fit",
      neededMinutes,
      ...(windowMinutes === undefined ? {} : { windowMinutes }),
      ...(limits.maxMeetingMinutes === undefined ? {} : { longestMeetingMinutes: limits.maxMeetingMinutes }),
    });
  } else if (plannedMinutes < neededMinutes) {
    findings.push({ kind: "planned-too-short", plannedMinutes, neededMinutes });
  }
  return findings;
}

/** The longest meeting the limits allow at all: the window, or the longest meeting somebody can manage. */
export function longestPossibleMinutes(limits: TimetableLimits): number {
  return Math.min(windowMinutesOf(limits) ?? Number.POSITIVE_INFINITY, limits.maxMeetingMinutes ?? Number.POSITIVE_INFINITY);
}

/** The smallest changes that would make a meeting fit. Breaks are never shortened. */
export type TimetableChange =
  | { readonly kind: "move-times"; readonly start: ClockTime; readonly end: ClockTime; readonly movedMinutes: number }
  | {
      readonly kind: "cut-agenda";
      readonly toNetMinutes: number;
      readonly byMinutes: number;
      /** What is left of the planned times, where they reach outside somebody's limits: the shorter agenda is held then. */
      readonly held?: { readonly start: ClockTime; readonly end: ClockTime };
    }
  | {
      readonly kind: "split";
      readonly sessions: number;
      readonly netMinutesEach: number;
      readonly minutesEach: number;
      readonly daysBetween?: number;
    }
  | { readonly kind: "separate-times"; readonly startSource: TimetableSource; readonly endSource: TimetableSource };

const mostSessions = 6;

/**
 * Ways to make an agenda fit, each the smallest of its kind: move the planned times inside everybody's limits, cut the agenda
 * to what the planned time holds, split it over several days, or, when no time suits all, hold it at separate times.
 * Empty when it fits as planned.
 */
export function changesThatWouldFit(meeting: MeetingFacts, merged: MergedTimetable, needed: TimeNeeded): readonly TimetableChange[] {
  if (assessTimetable(meeting, merged, needed).length === 0) return [];
  const changes: TimetableChange[] = [];
  const { limits, sources } = merged;
  const longest = longestPossibleMinutes(limits);
  const moved = movedTimes(meeting, limits, needed.totalMinutes);
  if (moved !== undefined && needed.totalMinutes <= longest) changes.push(moved);

  const inside = insideLimits(meeting, limits);
  const room = Math.min(inside.end - inside.start, longest);
  const toNetMinutes = largestNetWithin(needed.netMinutes, room, limits, meeting.foodServed);
  if (toNetMinutes > 0 && toNetMinutes < needed.netMinutes) {
    const held = { start: clockTimeAt(inside.start), end: clockTimeAt(inside.start + room) };
    const isAsPlanned = held.start === meeting.plannedStart && held.end === meeting.plannedEnd;
    changes.push({ kind: "cut-agenda", toNetMinutes, byMinutes: needed.netMinutes - toNetMinutes, ...(isAsPlanned ? {} : { held }) });
  }
  if (needed.totalMinutes > longest) {
    const split = smallestSplit(needed.netMinutes, longest, limits, meeting.foodServed);
    if (split !== undefined) changes.push(split);
  }
  const windowMinutes = windowMinutesOf(limits);
  const nothingFits = windowMinutes !== undefined && largestNetWithin(needed.netMinutes, windowMinutes, limits, meeting.foodServed) === 0;
  if (nothingFits && sources.earliestStart !== undefined && sources.latestEnd !== undefined) {
    changes.push({ kind: "separate-times", startSource: sources.earliestStart, endSource: sources.latestEnd });
  }
  return changes;
}

function movedTimes(meeting: MeetingFacts, limits: TimetableLimits, neededMinutes: number): TimetableChange | undefined {
  const earliest = limits.earliestStart === undefined ? 0 : minutesOf(limits.earliestStart);
  const latest = limits.latestEnd === undefined ? 24 * 60 - 1 : minutesOf(limits.latestEnd);
  const length = Math.max(neededMinutes, Math.min(plannedMinutesOf(meeting), longestPossibleMinutes(limits)));
  if (latest - earliest < length) return undefined;
  const plannedStart = minutesOf(meeting.plannedStart);
  const plannedEnd = minutesOf(meeting.plannedEnd);
  const start = Math.min(Math.max(plannedStart, earliest), latest - length);
  const end = start + length;
  const movedMinutes = Math.abs(start - plannedStart) + Math.abs(end - plannedEnd);
  return { kind: "move-times", start: clockTimeAt(start), end: clockTimeAt(end), movedMinutes };
}

function insideLimits(meeting: MeetingFacts, limits: TimetableLimits): { readonly start: number; readonly end: number } {
  const start = Math.max(minutesOf(meeting.plannedStart), limits.earliestStart === undefined ? 0 : minutesOf(limits.earliestStart));
  const end = Math.min(minutesOf(meeting.plannedEnd), limits.latestEnd === undefined ? 24 * 60 : minutesOf(limits.latestEnd));
  return { start, end };
}

function largestNetWithin(netMinutes: number, roomMinutes: number, limits: TimetableLimits, foodServed: boolean): number {
  for (let net = netMinutes; net > 0; net -= net % 5 === 0 ? 5 : net % 5) {
    if (timeNeeded(net, limits, foodServed).totalMinutes <= roomMinutes) return net;
  }
  return 0;
}

function smallestSplit(netMinutes: number, longest: number, limits: TimetableLimits, foodServed: boolean): TimetableChange | undefined {
  for (let sessions = 2; sessions <= mostSessions; sessions += 1) {
    const netMinutesEach = Math.ceil(netMinutes / sessions / 5) * 5;
    const minutesEach = timeNeeded(netMinutesEach, limits, foodServed).totalMinutes;
    if (minutesEach > longest) continue;
    const gap = limits.minGapDays === undefined ? {} : { daysBetween: limits.minGapDays };
    return { kind: "split", sessions, netMinutesEach, minutesEach, ...gap };
  }
  return undefined;
}
