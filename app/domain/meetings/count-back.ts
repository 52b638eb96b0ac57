// Counting back in working days, once for each distance: a plan asks for the same few dates many times over.
import { addWorkingDays, type BankHolidays, type CalendarDate } from "#app/domain/basics/dates.ts";

/** The day so many working days before a date; undefined when the holidays on the way are not known. */
export type CountBack = (from: CalendarDate, workingDays: number) => CalendarDate | undefined;

/** Counts back in the working days of one nation and remembers what it found. Make one for each plan. */
export function countingBackWith(holidays: BankHolidays): CountBack {
  const found = new Map<string, CalendarDate | undefined>();
  return (from, workingDays) => {
    const key = `${from} ${workingDays}`;
    if (!found.has(key)) {
      const counted = addWorkingDays(from, -workingDays, holidays);
      found.set(key, counted.ok ? counted.value : undefined);
    }
    return found.get(key);
  };
}
