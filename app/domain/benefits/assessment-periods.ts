// Universal Credit's monthly assessment periods, and which paydays fall in one (UC Regs 2013 regulation 21(2), checked
// 22 November 2026). Figures belong to the day a period begins, not to the day of the payment.
import { dayAt, dayNumber, dayNumberOf, partsOf } from "#app/domain/basics/day-numbers.ts";
import { addMonths, type CalendarDate } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import type { Protection } from "./counted.ts";
import type { OtherEarnings, OtherPay } from "./offer.ts";
import { countedPay, type Range } from "./weeks.ts";

export type AssessmentPeriod = { readonly from: CalendarDate; readonly to: CalendarDate };

/** A period by the numbers of its first and last day. */
export type PeriodDays = { readonly start: number; readonly end: number };

/**
 * The assessment period holding a day, for a first period that began on a day of the month from 1 to 31. The 31st means
 * the last day of every month; the 29th and 30th become the 27th in February, or the 28th in a leap year.
 * Throws RangeError for a day no month has.
 */
export function assessmentPeriodContaining(date: CalendarDate, periodDay: number): AssessmentPeriod {
  const { start, end } = periodHolding(dayNumberOf(date), periodDay);
  return { from: dayAt(start), to: dayAt(end) };
}

/** The same in day numbers. Throws RangeError for a day no month has. */
export function periodHolding(day: number, periodDay: number): PeriodDays {
  if (!Number.isInteger(periodDay) || periodDay < 1 || periodDay > 31)
    throw new RangeError(`Expected a day of the month, found ${periodDay}`);
  const { year, month } = partsOf(day);
  const here = startInMonth(year, month, periodDay);
  if (day >= here) return { start: here, end: startInMonth(year, month + 1, periodDay) - 1 };
  return { start: startInMonth(year, month - 1, periodDay), end: here - 1 };
}

// Months may run one over the end of a year, or one before its beginning.
function startInMonth(ofYear: number, ofMonth: number, periodDay: number): number {
  const year = ofMonth < 1 ? ofYear - 1 : ofMonth > 12 ? ofYear + 1 : ofYear;
  const month = ofMonth < 1 ? 12 : ofMonth > 12 ? 1 : ofMonth;
  const first = dayNumber(year, month, 1);
  if (periodDay <= 28) return first + periodDay - 1;
  const last = (month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1)) - 1;
  if (periodDay === 31) return last;
  return month === 2 ? last - 1 : first + periodDay - 1;
}

/** Other pay received in a period, as the least and most it could be. Paydays nobody named are counted both ways. */
export function otherPayInPeriod(other: OtherEarnings | undefined, period: PeriodDays, protection: Pick<Protection, "pension">): Range {
  if (other === undefined || other.answer === "not-sure") return { least: penceOf(0), most: "no-limit" };
  if (other.answer === "none") return { least: penceOf(0), most: penceOf(0) };
  let least = 0;
  let most = 0;
  for (const pay of other.pay) {
    const amount = countedPay(pay, protection);
    const times = paydaysIn(pay, period);
    least += amount * times.least;
    most += amount * times.most;
  }
  return { least: penceOf(least), most: penceOf(most) };
}

const daysBetweenPaydays = { week: 7, fortnight: 14, "four-weeks": 28 } as const;

function paydaysIn(pay: OtherPay, { start, end }: PeriodDays): { readonly least: number; readonly most: number } {
  if (pay.pattern === "in-the-same-period") return { least: 1, most: 1 };
  if (pay.pattern === "once") {
    if (pay.paidOn === undefined) return { least: 0, most: 1 };
    const day = dayNumberOf(pay.paidOn);
    return exactly(day >= start && day <= end ? 1 : 0);
  }
  const length = end - start + 1;
  if (pay.pattern === "month") {
    if (pay.paidOn === undefined) return { least: 0, most: 2 };
    return exactly(monthlyPaydays(pay.paidOn, { start, end }));
  }
  const step = daysBetweenPaydays[pay.pattern];
  if (pay.paidOn === undefined) return { least: Math.floor(length / step), most: Math.ceil(length / step) };
  const offset = (((dayNumberOf(pay.paidOn) - start) % step) + step) % step;
  return exactly(offset >= length ? 0 : Math.floor((length - 1 - offset) / step) + 1);
}

// A payday on the 31st falls on the last day of shorter months, so a period can hold none or two.
function monthlyPaydays(payday: CalendarDate, { start, end }: PeriodDays): number {
  const from = partsOf(start);
  const monthsAway = (from.year - Number(payday.slice(0, 4))) * 12 + from.month - Number(payday.slice(5, 7));
  return [monthsAway - 1, monthsAway, monthsAway + 1, monthsAway + 2]
    .map((months) => dayNumberOf(addMonths(payday, months)))
    .filter((day) => day >= start && day <= end).length;
}

function exactly(times: number): { readonly least: number; readonly most: number } {
  return { least: times, most: times };
}
