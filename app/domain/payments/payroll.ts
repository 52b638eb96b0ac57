// What National Insurance one payment put through a payroll comes to, for finance to see what a route costs. Which route
// is right is a recorded decision of the organisation, never said here, and income tax depends on a code we do not hold.
import { calendarDateOf, type CalendarDate } from "#app/domain/basics/dates.ts";
import { figureOn, type Cited, type Dated, type OutsideKnownDates } from "#app/domain/basics/figures.ts";
import { fractionOf, larger, nothing, penceOf, subtract, type Pence } from "#app/domain/basics/money.ts";
import { done, type Result } from "#app/domain/basics/result.ts";

export type EarningsPeriod = "week" | "month";

export type Class1Figures = {
  readonly lowerEarningsLimit: Pence;
  readonly primaryThreshold: Pence;
  readonly secondaryThreshold: Pence;
  readonly employeePercent: number;
  readonly employerPercent: number;
  /** Above this the employee's share is lower; we hold it by the week only. */
  readonly upperEarningsLimit?: Pence;
};

const source = {
  title: "Class 1 National Insurance thresholds and rates 2026-27; GOV.UK, Rates and thresholds for employers",
  checkedOn: calendarDateOf("2026-11-22"),
};
const from = calendarDateOf("2026-04-06");
const goodUntil = calendarDateOf("2027-04-05");

export const class1Figures: { readonly [Period in EarningsPeriod]: Dated<Class1Figures> } = {
  week: {
    entries: [
      {
        value: {
          lowerEarningsLimit: penceOf(12_900),
          primaryThreshold: penceOf(24_200),
          secondaryThreshold: penceOf(9_600),
          upperEarningsLimit: penceOf(96_700),
          employeePercent: 8,
          employerPercent: 15,
        },
        from,
        source,
        grade: "confirmed",
      },
    ],
    goodUntil,
  },
  month: {
    entries: [
      {
        value: {
          lowerEarningsLimit: penceOf(55_900),
          primaryThreshold: penceOf(104_800),
          secondaryThreshold: penceOf(41_700),
          employeePercent: 8,
          employerPercent: 15,
        },
        from,
        source,
        grade: "confirmed",
      },
    ],
    goodUntil,
  },
};

export type PayrollCost = {
  readonly employee: Pence | "not-worked-out";
  readonly employer: Pence;
  readonly reachesLowerEarningsLimit: boolean;
  readonly figures: Cited<Class1Figures>;
};

/**
 * National Insurance on one payment that is the only pay of its period. The employee's share is "not-worked-out" above the
 * upper limit; by the month, where we hold no upper limit, above the threshold already. Refused outside the days we hold.
 */
export function nationalInsuranceOn(pay: {
  readonly gross: Pence;
  readonly period: EarningsPeriod;
  readonly paidOn: CalendarDate;
}): Result<PayrollCost, OutsideKnownDates> {
  const figures = figureOn(class1Figures[pay.period], pay.paidOn);
  if (!figures.ok) return figures;
  const { lowerEarningsLimit, primaryThreshold, secondaryThreshold, upperEarningsLimit, employeePercent, employerPercent } =
    figures.value.value;
  const over = (threshold: Pence, percent: number) =>
    fractionOf(larger(nothing, subtract(pay.gross, threshold)), { numerator: percent, denominator: 100 });
  const isUnderUpper = pay.gross <= (upperEarningsLimit ?? primaryThreshold);
  return done({
    employee: isUnderUpper ? over(primaryThreshold, employeePercent) : "not-worked-out",
    employer: over(secondaryThreshold, employerPercent),
    reachesLowerEarningsLimit: pay.gross >= lowerEarningsLimit,
    figures: figures.value,
  });
}
