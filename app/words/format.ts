// How values look to people: dates, times, money, lists and plurals. The only place besides basics/dates.ts that may use Intl.
import { minutesOf, weekdayOf, type CalendarDate, type ClockTime } from "#app/domain/basics/dates.ts";
import type { Pence } from "#app/domain/basics/money.ts";

const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** "Tuesday 3 March 2026". */
export function longDate(date: CalendarDate): string {
  return `${weekdayOf(date)} ${plainDate(date)}`;
}

/** "Tuesday 3 March": for sentences where the year is plain. */
export function shortDate(date: CalendarDate): string {
  return `${weekdayOf(date)} ${dayOfMonth(date)} ${monthName(date)}`;
}

/** "KTRM WPXC" for a column: its halves stay on one line. */
export function inFoursInColumn(code: string): string {
  return inFours(code).replaceAll(" ", "\u00a0");
}

/** "3 March 2026" for a column: its parts stay on one line. */
export function dateInColumn(date: CalendarDate): string {
  return plainDate(date).replaceAll(" ", "\u00a0");
}

/** "3 March 2026". */
export function plainDate(date: CalendarDate): string {
  return `${dayOfMonth(date)} ${monthName(date)} ${date.slice(0, 4)}`;
}

/** "March 2026". */
export function monthAndYear(date: CalendarDate): string {
  return `${monthName(date)} ${date.slice(0, 4)}`;
}

/** "3 March": for a label whose year stands beside it. */
export function dayAndMonth(date: CalendarDate): string {
  return `${dayOfMonth(date)} ${monthName(date)}`;
}

/** "2:30pm", "10am", "midday", "midnight". */
export function clock(time: ClockTime): string {
  const minutes = minutesOf(time);
  if (minutes === 0) return "midnight";
  if (minutes === 720) return "midday";
  const hour = Math.floor(minutes / 60);
  const past = minutes % 60;
  const onFace = hour % 12 === 0 ? 12 : hour % 12;
  return `${onFace}${past === 0 ? "" : `:${String(past).padStart(2, "0")}`}${hour < 12 ? "am" : "pm"}`;
}

/** "10:30am to 1pm". */
export function clockRange(from: ClockTime, to: ClockTime): string {
  return `${clock(from)} to ${clock(to)}`;
}

/** "2 hours 30 minutes", "1 hour", "45 minutes". */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const past = minutes % 60;
  const hoursText = hours === 0 ? "" : counted(hours, "hour", "hours");
  const pastText = past === 0 && hours > 0 ? "" : counted(past, "minute", "minutes");
  return [hoursText, pastText].filter((part) => part !== "").join(" ");
}

/** "2 hours 30 minutes" for a column: a number stays on one line with what it counts. */
export function durationInColumn(minutes: number): string {
  return duration(minutes).replace(/(\d) /gu, "$1\u00a0");
}

/** "£12.50", "£40", "£1,200.50"; a minus sign goes before the pound. */
export function money(amount: Pence): string {
  const exact = moneyInColumn(amount);
  return exact.endsWith(".00") ? exact.slice(0, -3) : exact;
}

/** "£40.00": always with pence, for columns of figures. */
export function moneyInColumn(amount: Pence): string {
  const size = Math.abs(amount);
  const pounds = String(Math.floor(size / 100)).replace(/\B(?=(\d{3})+(?!\d))/gu, ",");
  return `${amount < 0 ? "−" : ""}£${pounds}.${String(size % 100).padStart(2, "0")}`;
}

/** "45p", for rates under a pound; "£1.20" from a pound up. */
export function penceOrPounds(amount: Pence): string {
  const size = Math.abs(amount);
  return size < 100 ? `${amount < 0 ? "−" : ""}${size}p` : money(amount);
}

/** "1,234", "12.5", "−3"; nothing is put between the figures after a point. */
export function number(value: number): string {
  const [whole = "", afterPoint] = String(Math.abs(value)).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/gu, ",");
  return `${value < 0 ? "−" : ""}${grouped}${afterPoint === undefined ? "" : `.${afterPoint}`}`;
}

/** "1 person", "3 people", "0 people". */
export function counted(count: number, one: string, many: string): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

/** The word that fits the count, without the number: `plural(2, "is", "are")`. */
export function plural(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}

/** "a", "a and b", "a, b and c". */
export function list(items: readonly string[], joiner: "and" | "or" = "and"): string {
  const last = items.at(-1);
  if (last === undefined) return "";
  if (items.length === 1) return last;
  return `${items.slice(0, -1).join(", ")} ${joiner} ${last}`;
}

/** "5 of 8". */
export function outOf(part: number, whole: number): string {
  return `${number(part)} of ${number(whole)}`;
}

/** "in 3 weeks", "in 5 days", "tomorrow", "today", "yesterday", "4 days ago". */
export function daysAway(days: number): string {
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  if (days === -1) return "yesterday";
  const size = Math.abs(days);
  const span = size >= 14 && size % 7 === 0 ? counted(size / 7, "week", "weeks") : counted(size, "day", "days");
  return days > 0 ? `in ${span}` : `${span} ago`;
}

/** The first letter large, for a sentence that begins with a value. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A reference as people read it aloud: "KTR4 MWPX". */
export function inFours(code: string): string {
  return code.replace(/(.{4})(?=.)/gu, "$1 ");
}

function dayOfMonth(date: CalendarDate): string {
  return String(Number(date.slice(8)));
}

function monthName(date: CalendarDate): string {
  return monthNames[Number(date.slice(5, 7)) - 1] ?? "";
}
