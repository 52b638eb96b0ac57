// The days a meeting is worked towards, counted back from its date in working days of the nation it is held in. Lead times
// of bookings and formats are the access catalogue's (decision 31); the rest are the defaults of experience.md A1.
import { supportOf, type SupportId } from "#app/domain/access/supports.ts";
import {
  addDays,
  addWorkingDays,
  daysBetween,
  isWorkingDay,
  minutesOf,
  type BankHolidays,
  type CalendarDate,
  type ClockTime,
} from "#app/domain/basics/dates.ts";
import { done, type Result } from "#app/domain/basics/result.ts";

export type KeyDateId =
  "reply-by" | "book-communication" | "order-formats" | "papers-out" | "venue-checklist-back" | "joining-instructions";

export type KeyDate = {
  readonly id: KeyDateId;
  /** Refused where the bank holidays are not known: then nobody knows the working day either. */
  readonly on: Result<CalendarDate, "outside-known-holidays">;
  readonly isPast: boolean;
};

const papersDays = 14;
const venueChecklistDays = 21;
const joiningDays = 7;
const replyDays = 28;

const communication: readonly SupportId[] = ["bsl-interpreter", "sttr-in-room", "lipspeaker"];
const formats: readonly SupportId[] = ["braille-transcription", "bsl-video-translation", "easy-read-professional"];

/** The longest usual notice among supports, in working days. */
export function longestNotice(supports: readonly SupportId[]): number {
  return Math.max(...supports.map((support) => supportOf(support).leadWorkingDays.typical));
}

/** Usual notice for interpreters, captioners and lipspeakers in a room, in working days. */
export const communicationNotice = longestNotice(communication);
/** Usual notice for braille, BSL video and Easy Read, in working days before the papers go out. */
export const formatsNotice = longestNotice(formats);

/** The day people are asked to reply by: 4 weeks before, or half-way between today and the meeting where that is later. */
export function replyByFor(date: CalendarDate, today: CalendarDate): CalendarDate {
  const halfWay = addDays(today, Math.floor(Math.max(0, daysBetween(today, date)) / 2));
  const weeksBefore = addDays(date, -replyDays);
  return weeksBefore > halfWay ? weeksBefore : halfWay;
}

/** Days before the day replies are wanted by, on which whoever has not replied is reminded once. */
const reminderDays = 7;

/** The day from which whoever has not replied is on a list to phone: the day after replies were wanted. */
export function phoneListDay(replyBy: CalendarDate): CalendarDate {
  return addDays(replyBy, 1);
}

/** The day of the one reminder: a week before replies are wanted. */
export function reminderDay(replyBy: CalendarDate): CalendarDate {
  return addDays(replyBy, -reminderDays);
}

/**
 * Whether somebody is reminded now: they have not replied, were not reminded before, were invited at least two days ago, it is the day
 * of the reminder or later and replies are still wanted, and it is between 9am and 6pm.
 */
export function isReminderDue(at: {
  readonly today: CalendarDate;
  readonly time: ClockTime;
  readonly replyBy: CalendarDate;
  readonly invitedOn: CalendarDate;
  readonly hasReplied: boolean;
  readonly wasReminded: boolean;
  readonly isStopped: boolean;
}): boolean {
  if (at.hasReplied || at.wasReminded || at.isStopped) return false;
  const minutes = minutesOf(at.time);
  return (
    at.today >= reminderDay(at.replyBy) &&
    at.today <= at.replyBy &&
    daysBetween(at.invitedOn, at.today) >= 2 &&
    minutes >= 9 * 60 &&
    minutes < 18 * 60
  );
}

/** Every key date of a meeting, the earliest first; those that are not known come last. */
export function keyDates(input: {
  readonly date: CalendarDate;
  readonly today: CalendarDate;
  readonly replyBy: CalendarDate | null;
  readonly hasRoom: boolean;
  readonly holidays: BankHolidays;
}): readonly KeyDate[] {
  const { date, today, holidays } = input;
  const papers = workingDayUpTo(addDays(date, -papersDays), holidays);
  const found: readonly (readonly [KeyDateId, KeyDate["on"]])[] = [
    ["reply-by", done(input.replyBy ?? replyByFor(date, today))],
    ["book-communication", addWorkingDays(date, -communicationNotice, holidays)],
    ["order-formats", papers.ok ? addWorkingDays(papers.value, -formatsNotice, holidays) : papers],
    ["papers-out", papers],
    ...(input.hasRoom ? ([["venue-checklist-back", workingDayUpTo(addDays(date, -venueChecklistDays), holidays)]] as const) : []),
    ["joining-instructions", workingDayUpTo(addDays(date, -joiningDays), holidays)],
  ];
  const orderOf = (on: KeyDate["on"]): string => (on.ok ? on.value : "9999-99-99");
  return found
    .map(([id, on]) => ({ id, on, isPast: on.ok && on.value < today }))
    .toSorted((one, other) => orderOf(one.on).localeCompare(orderOf(other.on)));
}

/** The day itself when people work then, else the last working day before it. */
function workingDayUpTo(day: CalendarDate, holidays: BankHolidays): Result<CalendarDate, "outside-known-holidays"> {
  const working = isWorkingDay(day, holidays);
  if (!working.ok) return working;
  return working.value ? done(day) : addWorkingDays(day, -1, holidays);
}
