// Universal Credit's monthly assessment periods, and which paydays fall in one (UC Regs 2013 regulation 21(2), checked
// 22 November 2026). Figures belong to the day a period begins, not to the day of the payment.
import { addDays, addMonths, calendarDateOf, daysBetween, type CalendarDate } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import type { Protection } from "./counted.ts";
import type { OtherEarnings, OtherPay } from "./offer.ts";
import { countedPay, type Range } from "./weeks.ts";

export type AssessmentPeriod = { readonly from: CalendarDate; readonly to: CalendarDate };

/**
 * The assessment period holding a day, for a first period that began on a day of the month from 1 to 31. The 31st means
 * the last day of every month; the 29th and 30th become the 27th in February, or the 28th in a leap year.
 * Throws RangeError for a day no month has.
 */
export function assessmentPeriodContaining(date: CalendarDate, periodDay: number): AssessmentPeriod {
  if (!Number.isInteger(periodDay) || periodDay < 1 || periodDay > 31)
    throw new RangeError(`Expected a day of the month, found ${periodDay}`);
  const thisMonth = `${date.slice(0, 8)}01`;
  const startHere = startInMonth(calendarDateOf(thisMonth), periodDay);
  const first = date >= startHere ? calendarDateOf(thisMonth) : addMonths(calendarDateOf(thisMonth), -1);
  const next = startInMonth(addMonths(first, 1), periodDay);
  return { from: startInMonth(first, periodDay), to: addDays(next, -1) };
}

function startInMonth(firstOfMonth: CalendarDate, periodDay: number): CalendarDate {
  const lastOfMonth = addDays(addMonths(firstOfMonth, 1), -1);
  if (periodDay === 31) return lastOfMonth;
  const isFebruary = firstOfMonth.slice(5, 7) === "02";
  if (isFebruary && periodDay >= 29) return addDays(lastOfMonth, -1);
  return addDays(firstOfMonth, periodDay - 1);
}

/** Other pay received in a period, as the least and most it could be. Paydays nobody named are counted both ways. */
export function otherPayInPeriod(
  other: OtherEarnings | undefined,
  period: AssessmentPeriod,
  protection: Pick<Protection, "pension">,
): Range {
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

function paydaysIn(pay: OtherPay, period: AssessmentPeriod): { readonly least: number; readonly most: number } {
  if (pay.pattern === "in-the-same-period") return { least: 1, most: 1 };
  if (pay.pattern === "once") {
    if (pay.paidOn === undefined) return { least: 0, most: 1 };
    return exactly(pay.paidOn >= period.from && pay.paidOn <= period.to ? 1 : 0);
  }
  const length = daysBetween(period.from, period.to) + 1;
  if (pay.pattern === "month") {
    if (pay.paidOn === undefined) return { least: 0, most: 2 };
    return exactly(monthlyPaydays(pay.paidOn, period));
  }
  const step = daysBetweenPaydays[pay.pattern];
  if (pay.paidOn === undefined) return { least: Math.floor(length / step), most: Math.ceil(length / step) };
  const offset = ((daysBetween(period.from, pay.paidOn) % step) + step) % step;
  return exactly(offset >= length ? 0 : Math.floor((length - 1 - offset) / step) + 1);
}

// A payday on the 31st falls on the last day of shorter months, so a period can hold none or two.
function monthlyPaydays(payday: CalendarDate, period: AssessmentPeriod): number {
  const monthsAway =
    (Number(period.from.slice(0, 4)) - Number(payday.slice(0, 4))) * 12 + Number(period.from.slice(5, 7)) - Number(payday.slice(5, 7));
  return [monthsAway - 1, monthsAway, monthsAway + 1, monthsAway + 2]
    .map((months) => addMonths(payday, months))
    .filter((day) => day >= period.from && day <= period.to).length;
}

function exactly(times: number): { readonly least: number; readonly most: number } {
  return { least: times, most: times };
}
