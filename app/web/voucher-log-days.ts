// The times a voucher log can be of: a financial year from April, or one of the last months.
import { addDays, calendarDateOf, type CalendarDate } from "#app/domain/basics/dates.ts";
import { monthAndYear } from "#app/words/format.ts";

export type LogTime = { readonly value: string; readonly label: string; readonly from: CalendarDate; readonly to: CalendarDate };

const monthsShown = 12;

/** This financial year and the last, then the last twelve months, the newest first. */
export function logTimes(today: CalendarDate): readonly LogTime[] {
  const year = Number(today.slice(0, 4)) - (today.slice(5) < "04-01" ? 1 : 0);
  const years = [year, year - 1].map((one) => ({
    value: String(one),
    label: `April ${one} to March ${one + 1}`,
    from: calendarDateOf(`${one}-04-01`),
    to: calendarDateOf(`${one + 1}-03-31`),
  }));
  const thisMonth = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  return [...years, ...Array.from({ length: monthsShown }, (_, back) => monthOf(thisMonth - back))];
}

function monthOf(months: number): LogTime {
  const value = firstOf(months).slice(0, 7);
  const from = firstOf(months);
  return { value, label: monthAndYear(from), from, to: addDays(firstOf(months + 1), -1) };
}

function firstOf(months: number): CalendarDate {
  return calendarDateOf(`${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}-01`);
}

/** The time an address asks for; this financial year where it asks for none we have. */
export function logTimeIn(request: Request, today: CalendarDate): LogTime {
  const asked = new URL(request.url).searchParams.get("time") ?? "";
  const times = logTimes(today);
  const found = times.find(({ value }) => value === asked) ?? times[0];
  if (found === undefined) throw new Error("There is always a financial year");
  return found;
}
