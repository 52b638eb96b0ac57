// Days as whole numbers, for sums over many days: 0 is 1 January 1970, a Thursday. Exact for every day a CalendarDate can
// be, without a clock or a zone. The calendar is the Gregorian one, counted in eras of 400 years from 1 March of the year 0.
import type { CalendarDate, WeekdayName } from "./dates.ts";

const daysInEra = 146_097;
const marchToEpoch = 719_468;

/** The number of a day. */
export function dayNumberOf(date: CalendarDate): number {
  const year = figure(date, 0) * 1000 + figure(date, 1) * 100 + figure(date, 2) * 10 + figure(date, 3);
  const month = figure(date, 5) * 10 + figure(date, 6);
  return dayNumber(year, month, figure(date, 8) * 10 + figure(date, 9));
}

/** The number of a day given by year, month (1 to 12) and day of the month; the day may run over the end of its month. */
export function dayNumber(year: number, month: number, day: number): number {
  const fromMarch = month > 2 ? year : year - 1;
  const era = Math.floor(fromMarch / 400);
  const ofEra = fromMarch - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * daysInEra + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + dayOfYear - marchToEpoch;
}

export type YearMonthDay = { readonly year: number; readonly month: number; readonly day: number };

/** Year, month and day of the month of a day number. */
export function partsOf(day: number): YearMonthDay {
  const shifted = day + marchToEpoch;
  const era = Math.floor(shifted / daysInEra);
  const ofEra = shifted - era * daysInEra;
  const year = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365);
  const dayOfYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return { year: year + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1 };
}

const written = new Map<number, CalendarDate>();

/** The day with a number. Throws RangeError past the years 0 to 9999, which no CalendarDate can write. */
export function dayAt(number: number): CalendarDate {
  const known = written.get(number);
  if (known !== undefined) return known;
  const { year, month, day } = partsOf(number);
  if (!Number.isInteger(number) || year < 0 || year > 9999) throw new RangeError(`No calendar date has the number ${number}`);
  const date = `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}` as CalendarDate;
  written.set(number, date);
  return date;
}

// Thursday first, because day 0 was one.
const weekdays: readonly WeekdayName[] = ["Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"];

/** The first day of the week that holds a day, for weeks that begin on a weekday. */
export function weekStart(day: number, begins: WeekdayName): number {
  const past = (day - weekdays.indexOf(begins)) % 7;
  return day - (past < 0 ? past + 7 : past);
}

function figure(date: string, at: number): number {
  return date.charCodeAt(at) - 48;
}

function padded(value: number, places: number): string {
  return String(value).padStart(places, "0");
}
