// Calendar dates, clock times and instants. A meeting is wall-clock time in Europe/London; nothing here reads a clock.
// This is the one file of the core that may use date-fns, and the one place outside words/format.ts that may use Intl.
// Each function on its own: the whole of date-fns takes most of a second to load.
import { addDays as addDaysTo } from "date-fns/addDays";
import { addMonths as addMonthsTo } from "date-fns/addMonths";
import { differenceInCalendarDays } from "date-fns/differenceInCalendarDays";
import { done, refused, type Result } from "./result.ts";

declare const calendarDateBrand: unique symbol;
/** A day like "2026-04-06": no time, no zone, sorts as text. */
export type CalendarDate = string & { readonly [calendarDateBrand]: true };

declare const clockTimeBrand: unique symbol;
/** A wall-clock time like "14:30". */
export type ClockTime = string & { readonly [clockTimeBrand]: true };

declare const instantBrand: unique symbol;
/** A moment in UTC like "2026-04-06T09:30:00.000Z". */
export type Instant = string & { readonly [instantBrand]: true };

/** The four nations. Benefit rules, law and bank holidays differ between them. */
export type Nation = "england" | "wales" | "scotland" | "northern-ireland";
export const nations: readonly Nation[] = ["england", "scotland", "wales", "northern-ireland"];

/** The days a nation does not work, known for every day from `from` to `goodUntil` and for no other. */
export type BankHolidays = {
  readonly from: CalendarDate;
  readonly goodUntil: CalendarDate;
  readonly days: ReadonlySet<CalendarDate>;
};

export type WeekdayName = "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday";
const weekdayNames: readonly WeekdayName[] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** Brands a day written as "2026-04-06". Throws RangeError when no such day exists. */
export function calendarDateOf(iso: string): CalendarDate {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(iso);
  if (!parts || asIso(utcDay(iso)) !== iso) throw new RangeError(`Expected a day like 2026-04-06, found ${iso}`);
  return iso as CalendarDate;
}

/** Brands a time written as "14:30". Throws RangeError when no clock shows it. */
export function clockTimeOf(text: string): ClockTime {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/u.test(text)) throw new RangeError(`Expected a time like 14:30, found ${text}`);
  return text as ClockTime;
}

/** Brands a moment written in ISO form with a Z. Throws RangeError when it is not one: a time without a zone means nothing here. */
export function instantOf(iso: string): Instant {
  const isWritten = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?Z$/u.test(iso);
  const moment = new Date(iso);
  if (!isWritten || asIso(moment) !== iso.slice(0, 10))
    throw new RangeError(`Expected a moment like 2026-04-06T09:30:00.000Z, found ${iso}`);
  return moment.toISOString() as Instant;
}

export type DateParts = { readonly day: string; readonly month: string; readonly year: string };
export type DateRefusal =
  | { readonly problem: "missing" }
  | { readonly problem: "part-missing"; readonly part: "day" | "month" | "year" }
  | { readonly problem: "not-real" };

const monthWords = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/** Reads the three boxes of a date question. Months may be numbers or names; a two-figure year is refused as not real. */
export function readDate(typed: DateParts): Result<CalendarDate, DateRefusal> {
  const day = typed.day.trim();
  const month = typed.month.trim().toLowerCase();
  const year = typed.year.trim();
  if (day === "" && month === "" && year === "") return refused({ problem: "missing" });
  if (day === "") return refused({ problem: "part-missing", part: "day" });
  if (month === "") return refused({ problem: "part-missing", part: "month" });
  if (year === "") return refused({ problem: "part-missing", part: "year" });
  const named = month.length >= 3 ? monthWords.findIndex((name) => name.startsWith(month)) + 1 : 0;
  const monthNumber = named > 0 ? named : /^\d{1,2}$/u.test(month) ? Number(month) : 0;
  if (!/^\d{1,2}$/u.test(day) || monthNumber === 0 || !/^\d{4}$/u.test(year)) return refused({ problem: "not-real" });
  const iso = `${year}-${String(monthNumber).padStart(2, "0")}-${day.padStart(2, "0")}`;
  return asIso(utcDay(iso)) === iso ? done(iso as CalendarDate) : refused({ problem: "not-real" });
}

/** Reads a time as people type it: "9", "9am", "9.30", "09:30", "2:15 pm", "midday". */
export function readClockTime(typed: string): Result<ClockTime, "missing" | "not-a-time"> {
  const plain = typed.trim().toLowerCase().replace(/\s+/gu, "");
  if (plain === "") return refused("missing");
  if (plain === "midday" || plain === "noon") return done(clockTimeOf("12:00"));
  if (plain === "midnight") return done(clockTimeOf("00:00"));
  const parts = /^(\d{1,2})(?:[:.]?([0-5]\d))?(am|pm|a\.m\.|p\.m\.)?$/u.exec(plain);
  if (!parts) return refused("not-a-time");
  const half = parts[3]?.charAt(0);
  let hour = Number(parts[1]);
  if (half !== undefined && (hour < 1 || hour > 12)) return refused("not-a-time");
  if (half === "p" && hour !== 12) hour += 12;
  if (half === "a" && hour === 12) hour = 0;
  if (hour > 23) return refused("not-a-time");
  return done(clockTimeOf(`${String(hour).padStart(2, "0")}:${parts[2] ?? "00"}`));
}

/** The day so many days later; earlier when the count is negative. Throws RangeError past the year 9999. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return calendarDateOf(asIso(addDaysTo(localDay(date), days), "local"));
}

/** The same day of a later month, or the month's last day where it has no such day. Throws RangeError past the year 9999. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  return calendarDateOf(asIso(addMonthsTo(localDay(date), months), "local"));
}

/** Whole days from the first to the second; negative when the second is earlier. */
export function daysBetween(first: CalendarDate, second: CalendarDate): number {
  return differenceInCalendarDays(localDay(second), localDay(first));
}

/** The name of the weekday. */
export function weekdayOf(date: CalendarDate): WeekdayName {
  return weekdayNames[utcDay(date).getUTCDay()] ?? "Sunday";
}

/** Monday to Friday and not a bank holiday; refused for a day the holiday list does not cover. */
export function isWorkingDay(date: CalendarDate, holidays: BankHolidays): Result<boolean, "outside-known-holidays"> {
  if (date < holidays.from || date > holidays.goodUntil) return refused("outside-known-holidays");
  return done(isWeekdayWorked(utcDay(date)) && !holidays.days.has(date));
}

/**
 * The working day so many working days after a date (before it, when the count is negative). The date itself is not
 * counted, so -10 from a Wednesday with no holidays is the Wednesday two weeks earlier (access.md section c.4).
 * Refused when the walk leaves the days the holiday list covers: then nobody knows. Throws RangeError for part of a day.
 */
export function addWorkingDays(date: CalendarDate, count: number, holidays: BankHolidays): Result<CalendarDate, "outside-known-holidays"> {
  if (!Number.isSafeInteger(count)) throw new RangeError(`Expected a whole number of working days, found ${count}`);
  const step = count < 0 ? -1 : 1;
  let left = Math.abs(count);
  let at = date;
  // In UTC every day is as long as the next. A plan walks through thousands of days, so none is read from its text again.
  const day = utcDay(date);
  while (left > 0) {
    day.setUTCDate(day.getUTCDate() + step);
    at = asIso(day) as CalendarDate;
    if (at < holidays.from || at > holidays.goodUntil) return refused("outside-known-holidays");
    if (isWeekdayWorked(day) && !holidays.days.has(at)) left -= 1;
  }
  return done(at);
}

function isWeekdayWorked(day: Date): boolean {
  const weekday = day.getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** The seven days holding a date, for weeks that begin on the given weekday. */
export function weekContaining(date: CalendarDate, begins: WeekdayName): { readonly from: CalendarDate; readonly to: CalendarDate } {
  const back = (weekdayNames.indexOf(weekdayOf(date)) - weekdayNames.indexOf(begins) + 7) % 7;
  const from = addDays(date, -back);
  return { from, to: addDays(from, 6) };
}

/** The tax year (6 April to 5 April) a date falls in, by the year it starts: 2026 means 2026-27. */
export function taxYearOf(date: CalendarDate): number {
  const year = Number(date.slice(0, 4));
  return date.slice(5) >= "04-06" ? year : year - 1;
}

/** Minutes since midnight. */
export function minutesOf(time: ClockTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** The clock time so many minutes after midnight. Throws RangeError outside one day. */
export function clockTimeAt(minutes: number): ClockTime {
  if (!Number.isInteger(minutes) || minutes < 0 || minutes >= 24 * 60)
    throw new RangeError(`No clock shows ${minutes} minutes after midnight`);
  return clockTimeOf(`${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`);
}

/** The day it is in London at a moment. */
export function dayIn(instant: Instant): CalendarDate {
  const parts = londonParts(instant);
  return calendarDateOf(`${parts.year}-${parts.month}-${parts.day}`);
}

/** The time a London clock shows at a moment. */
export function clockIn(instant: Instant): ClockTime {
  const parts = londonParts(instant);
  return clockTimeOf(`${parts.hour}:${parts.minute}`);
}

/**
 * The moment a London clock shows a time on a day. Refused for the hour that does not exist in March, and for the
 * hour that happens twice in October: those are asked about, never guessed (promises.md F8).
 */
export function momentOf(date: CalendarDate, time: ClockTime): Result<Instant, "no-such-time" | "happens-twice"> {
  const asUtc = new Date(`${date}T${time}:00.000Z`).getTime();
  const candidates = [0, 60].map((offset) => instantOf(new Date(asUtc - offset * 60_000).toISOString()));
  const fitting = candidates.filter((instant) => dayIn(instant) === date && clockIn(instant) === time);
  const only = fitting[0];
  if (only === undefined) return refused("no-such-time");
  return fitting.length === 1 ? done(only) : refused("happens-twice");
}

const londonClock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

type LondonParts = Record<"year" | "month" | "day" | "hour" | "minute", string>;

function londonParts(instant: Instant): LondonParts {
  const found: LondonParts = { year: "", month: "", day: "", hour: "", minute: "" };
  for (const part of londonClock.formatToParts(new Date(instant))) {
    if (part.type in found) found[part.type as keyof LondonParts] = part.value;
  }
  return found;
}

function utcDay(iso: string): Date {
  return new Date(`${iso}T00:00:00.000Z`);
}

// date-fns counts in the machine's own zone, so days are handed to it at local noon, where no zone changes its clocks.
// The year is set apart, because the constructor reads the years 0 to 99 as 1900 to 1999.
function localDay(date: CalendarDate): Date {
  const day = new Date(2000, 0, 1, 12);
  day.setFullYear(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8)));
  return day;
}

function asIso(day: Date, zone: "utc" | "local" = "utc"): string {
  if (Number.isNaN(day.getTime())) return "";
  if (zone === "utc") return day.toISOString().slice(0, 10);
  return `${String(day.getFullYear()).padStart(4, "0")}-${String(day.getMonth() + 1).padStart(2, "0")}-${String(day.getDate()).padStart(2, "0")}`;
}
