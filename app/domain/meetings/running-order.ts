// A meeting laid out on the clock: blocks of work, breaks and lunch, with breaks exactly at the times people stated.
import { clockTimeAt, minutesOf, type ClockTime } from "#app/domain/basics/dates.ts";
import { isPlannedAsEssential, type AgendaItem, type AttendeeNeeds, type MeetingFacts, type StatedBreak } from "./meeting.ts";
import { plannedMinutesOf, type MergedTimetable, type TimeNeeded } from "./timetable.ts";

export type RunningOrderPart =
  | {
      readonly kind: "work";
      readonly from: ClockTime;
      readonly to: ClockTime;
      readonly minutes: number;
      readonly items: readonly ItemPart[];
    }
  | {
      readonly kind: "break" | "lunch";
      readonly from: ClockTime;
      readonly to: ClockTime;
      readonly minutes: number;
      /** Somebody must have a break at exactly this time. */
      readonly isAtStatedTime: boolean;
    };

/** An agenda item, or the part of it that falls in this block. Minutes include the extra time. */
export type ItemPart = { readonly id: string; readonly minutes: number; readonly isContinued: boolean };

export type RunningOrder = {
  readonly parts: readonly RunningOrderPart[];
  readonly endsAt: ClockTime;
  /** It ends by the planned end and inside everybody's limits. */
  readonly fits: boolean;
  /** It takes no longer than is planned, nor than anybody can stay. Whether people can come at those hours is asked apart. */
  readonly fitsPlannedLength: boolean;
  /** Minutes left before the planned end; nothing when it does not fit. */
  readonly spareMinutes: number;
  /** Stated break times that fall outside the meeting, so that nobody has to be asked to leave the room for them. */
  readonly statedTimesOutside: readonly ClockTime[];
};

type Stretch = { readonly kind: "work" | "break" | "lunch"; readonly start: number; readonly minutes: number; readonly stated: boolean };

const usualLunch = 12 * 60 + 30;

/**
 * Lays the agenda out from the planned start (or from the earliest start everybody can manage, when that is later): no stretch
 * longer than the shortest anybody can manage, every break at least as long as the longest anybody needs, a break starting
 * exactly at each stated time, lunch nearest half past twelve. Absent when it would run past midnight.
 */
export function layOutDay(
  meeting: MeetingFacts,
  attendees: readonly AttendeeNeeds[],
  merged: MergedTimetable,
  needed: TimeNeeded,
): RunningOrder | undefined {
  const { limits } = merged;
  const start = Math.max(minutesOf(meeting.plannedStart), limits.earliestStart === undefined ? 0 : minutesOf(limits.earliestStart));
  const stated = statedBreaks(attendees);
  const longest = Math.max(1, Math.floor(limits.maxContinuousMinutes ?? needed.workMinutes));
  const stretches = withLunch(layOutStretches(start, needed, longest, stated), needed);
  const end = stretches.reduce((latest, stretch) => Math.max(latest, stretch.start + stretch.minutes), start);
  if (end >= 24 * 60) return undefined;

  const plannedEnd = minutesOf(meeting.plannedEnd);
  const latestEnd = limits.latestEnd === undefined ? plannedEnd : Math.min(plannedEnd, minutesOf(limits.latestEnd));
  const fitsPlannedLength = end - start <= Math.min(plannedMinutesOf(meeting), longestMeeting(merged));
  const fits = fitsPlannedLength && start === minutesOf(meeting.plannedStart) && end <= latestEnd;
  const takesPlace = (time: number) => stretches.some((stretch) => stretch.stated && stretch.start === time);
  return {
    parts: withItems(stretches, meeting.agenda ?? [], needed),
    endsAt: clockTimeAt(end),
    fits,
    fitsPlannedLength,
    spareMinutes: fits ? plannedMinutesOf(meeting) - (end - start) : 0,
    statedTimesOutside: stated
      .map(({ at }) => minutesOf(at))
      .filter((time) => !takesPlace(time))
      .map(clockTimeAt),
  };
}

function longestMeeting({ limits }: MergedTimetable): number {
  return limits.maxMeetingMinutes ?? Number.POSITIVE_INFINITY;
}

function statedBreaks(attendees: readonly AttendeeNeeds[]): readonly StatedBreak[] {
  const longest = new Map<ClockTime, number>();
  for (const { needs } of attendees) {
    for (const need of needs.filter(isPlannedAsEssential)) {
      for (const { at, minutes } of need.breaksAt ?? []) longest.set(at, Math.max(minutes, longest.get(at) ?? 0));
    }
  }
  return [...longest].map(([at, minutes]) => ({ at, minutes })).toSorted((one, other) => minutesOf(one.at) - minutesOf(other.at));
}

// Between two stated times the work must fill the gap exactly, so that nobody breaks twice in a row; after the last one it is
// shared out evenly.
function layOutStretches(start: number, needed: TimeNeeded, longest: number, stated: readonly StatedBreak[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let cursor = start;
  let left = needed.workMinutes;
  for (const { at, minutes } of stated) {
    const time = minutesOf(at);
    const gap = time - cursor;
    if (gap <= 0 || left <= 0) continue;
    const blocks = Math.ceil((gap + needed.breakMinutes) / (longest + needed.breakMinutes));
    const work = gap - (blocks - 1) * needed.breakMinutes;
    if (work >= left || work < blocks) continue;
    cursor = addBlocks(stretches, cursor, shareOut(work, blocks, longest), needed.breakMinutes);
    left -= work;
    const length = Math.max(minutes, needed.breakMinutes);
    stretches.push({ kind: "break", start: cursor, minutes: length, stated: true });
    cursor += length;
  }
  if (left > 0) addBlocks(stretches, cursor, shareOut(left, Math.ceil(left / longest), longest), needed.breakMinutes);
  return stretches;
}

function addBlocks(stretches: Stretch[], from: number, blocks: readonly number[], breakMinutes: number): number {
  let cursor = from;
  for (const [index, minutes] of blocks.entries()) {
    if (index > 0 && breakMinutes > 0) {
      stretches.push({ kind: "break", start: cursor, minutes: breakMinutes, stated: false });
      cursor += breakMinutes;
    }
    stretches.push({ kind: "work", start: cursor, minutes, stated: false });
    cursor += minutes;
  }
  return cursor;
}

// Blocks in steps of five minutes where that keeps each within the longest stretch, otherwise to the minute.
function shareOut(work: number, blocks: number, longest: number): readonly number[] {
  for (const step of [5, 1]) {
    if (work % step !== 0) continue;
    const steps = work / step;
    const each = Math.floor(steps / blocks);
    const more = steps % blocks;
    const parts = Array.from({ length: blocks }, (_, index) => (each + (index < more ? 1 : 0)) * step);
    if (parts.every((minutes) => minutes <= longest && minutes > 0)) return parts;
  }
  throw new RangeError(`Expected ${work} minutes to share into ${blocks} blocks of at most ${longest}`);
}

// Any break after the last stated time may grow into lunch without moving a stated time; otherwise the stated break itself does.
function withLunch(stretches: readonly Stretch[], needed: TimeNeeded): readonly Stretch[] {
  const { lunchMinutes } = needed;
  if (lunchMinutes === undefined) return stretches;
  const lastStated = stretches.findLastIndex((stretch) => stretch.stated);
  const canGrow = stretches.flatMap((stretch, index) => (stretch.kind === "break" && index >= lastStated ? [index] : []));
  const distance = (index: number) => Math.abs((stretches[index]?.start ?? 0) - usualLunch);
  const lunch = canGrow.toSorted((one, other) => distance(one) - distance(other))[0];
  if (lunch === undefined) return stretches;
  const longer = Math.max(0, lunchMinutes - (stretches[lunch]?.minutes ?? 0));
  return stretches.map((stretch, index) => {
    if (index < lunch) return stretch;
    if (index === lunch) return { ...stretch, kind: "lunch", minutes: stretch.minutes + longer };
    return { ...stretch, start: stretch.start + longer };
  });
}

function withItems(stretches: readonly Stretch[], agenda: readonly AgendaItem[], needed: TimeNeeded): readonly RunningOrderPart[] {
  const total = agenda.reduce((minutes, item) => minutes + item.minutes, 0);
  // Each item gets its share of the real working time; whole minutes, counted from the start so that nothing is lost.
  let before = 0;
  const ends = agenda.map((item) => {
    before += item.minutes;
    return { id: item.id, end: total === 0 ? 0 : Math.round((before * needed.workMinutes) / total) };
  });
  let worked = 0;
  return stretches.map((stretch) => {
    const from = clockTimeAt(stretch.start);
    const to = clockTimeAt(stretch.start + stretch.minutes);
    if (stretch.kind !== "work") return { kind: stretch.kind, from, to, minutes: stretch.minutes, isAtStatedTime: stretch.stated };
    const items = itemsBetween(ends, worked, worked + stretch.minutes);
    worked += stretch.minutes;
    return { kind: "work", from, to, minutes: stretch.minutes, items };
  });
}

function itemsBetween(ends: readonly { readonly id: string; readonly end: number }[], from: number, to: number): readonly ItemPart[] {
  return ends.flatMap(({ id, end }, index) => {
    const begin = ends[index - 1]?.end ?? 0;
    const minutes = Math.min(end, to) - Math.max(begin, from);
    return minutes > 0 ? [{ id, minutes, isContinued: begin < from }] : [];
  });
}
