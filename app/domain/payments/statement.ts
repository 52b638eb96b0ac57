// What somebody was paid in a period, by the day it was paid (payments.md section g, rule 11): tax years, calendar years, the
// months of Universal Credit and the last 52 weeks. Time and costs are never added up without being shown apart.
import { addDays, addMonths, calendarDateOf, type CalendarDate } from "#app/domain/basics/dates.ts";
import { sum, type Pence } from "#app/domain/basics/money.ts";
import type { PaymentMethod } from "./offer.ts";

export const periodKinds = ["tax-year", "calendar-year", "uc-months", "52-weeks"] as const;
export type PeriodKind = (typeof periodKinds)[number];
export type Period = { readonly from: CalendarDate; readonly to: CalendarDate };

export type PaidClaim = {
  readonly reference: string;
  readonly meeting: string;
  readonly activityDate: CalendarDate;
  readonly paidOn: CalendarDate;
  readonly forTime: Pence;
  readonly forCosts: Pence;
  /** The organisation's own gift that went with it: for information, in no total. */
  readonly toCharity: Pence;
  /** Offered and not taken, the gift's part among it: for information, in no total. */
  readonly declined: Pence;
  readonly method: PaymentMethod;
};

/** A payment the bank sent back: counted in no total, because what was paid again counts by itself. */
export type ReturnedPayment = {
  readonly reference: string;
  readonly meeting: string;
  readonly paidOn: CalendarDate;
  readonly returnedOn: CalendarDate;
  readonly amount: Pence;
  /** Null while it is not paid again. */
  readonly paidAgainOn: CalendarDate | null;
};

export type Statement = {
  readonly period: Period;
  readonly rows: readonly PaidClaim[];
  /** Payments of this period that came back, and payments that came back in it. */
  readonly returned: readonly ReturnedPayment[];
  readonly time: Pence;
  /** What of the time was given as vouchers. */
  readonly timeInVouchers: Pence;
  readonly costs: Pence;
  readonly toCharity: Pence;
  readonly declined: Pence;
};

/** The tax year that begins in a year: 6 April to 5 April. */
export function taxYear(year: number): Period {
  return { from: calendarDateOf(`${year}-04-06`), to: calendarDateOf(`${year + 1}-04-05`) };
}

/**
 * The periods a statement covers, the latest first. Universal Credit months begin on the person's own day; a day a month does not
 * have is its last day, so no day is in two months or in none.
 */
export function periodsOf(
  kind: PeriodKind,
  { today, year, startDay }: { readonly today: CalendarDate; readonly year: number; readonly startDay: number },
): readonly Period[] {
  switch (kind) {
    case "tax-year":
      return [taxYear(year)];
    case "calendar-year":
      return [{ from: calendarDateOf(`${year}-01-01`), to: calendarDateOf(`${year}-12-31`) }];
    case "52-weeks":
      return [{ from: addDays(today, -363), to: today }];
    case "uc-months": {
      const begins = startOfMonthOf(today, startDay);
      return Array.from({ length: 12 }, (_, back) => {
        const from = startIn(addMonths(firstOf(begins), -back), startDay);
        const next = startIn(addMonths(firstOf(begins), 1 - back), startDay);
        return { from, to: addDays(next, -1) };
      });
    }
  }
}

/** The statement of one period. What was paid on a day outside it is not in it, whenever the meeting was. */
export function statementOf(period: Period, paid: readonly PaidClaim[], returned: readonly ReturnedPayment[] = []): Statement {
  const isIn = (day: CalendarDate) => day >= period.from && day <= period.to;
  const rows = paid.filter(({ paidOn }) => isIn(paidOn));
  return {
    period,
    rows,
    returned: returned.filter(({ paidOn, returnedOn }) => isIn(paidOn) || isIn(returnedOn)),
    time: sum(rows.map(({ forTime }) => forTime)),
    timeInVouchers: sum(rows.filter(({ method }) => method === "voucher").map(({ forTime }) => forTime)),
    declined: sum(rows.map(({ declined }) => declined)),
    costs: sum(rows.map(({ forCosts }) => forCosts)),
    toCharity: sum(rows.map(({ toCharity }) => toCharity)),
  };
}

function startOfMonthOf(day: CalendarDate, startDay: number): CalendarDate {
  const here = startIn(firstOf(day), startDay);
  return here <= day ? here : startIn(addMonths(firstOf(day), -1), startDay);
}

function firstOf(day: CalendarDate): CalendarDate {
  return calendarDateOf(`${day.slice(0, 7)}-01`);
}

function startIn(first: CalendarDate, startDay: number): CalendarDate {
  const last = Number(addDays(addMonths(first, 1), -1).slice(8));
  return addDays(first, Math.min(startDay, last) - 1);
}
