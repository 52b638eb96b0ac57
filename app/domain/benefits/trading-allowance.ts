// The trading and miscellaneous income allowance: tax, not a benefit. Below it there is normally nothing to tell HMRC. It
// covers no employment and no office, and benefit rules never use it (benefits.md section 7).
import { calendarDateOf, type CalendarDate } from "#app/domain/basics/dates.ts";
import { figureOn, type Cited, type Dated, type OutsideKnownDates } from "#app/domain/basics/figures.ts";
import { larger, nothing, penceOf, subtract, sum, type Pence, type Rate } from "#app/domain/basics/money.ts";
import { done, type Result } from "#app/domain/basics/result.ts";
import { sources } from "./sources.ts";

export const tradingAllowance: Dated<Rate<"year">> = {
  entries: [
    { value: { pence: penceOf(1000_00), per: "year" }, from: calendarDateOf("2017-04-06"), source: sources.tax, grade: "confirmed" },
  ],
  goodUntil: calendarDateOf("2027-04-05"),
};

export type TradingAllowanceAnswer = {
  readonly mayNeedToTell: boolean;
  readonly total: Pence;
  readonly above: Pence;
  readonly figure: Cited<Rate<"year">>;
};

/**
 * Whether a tax year's fees and other casual earnings, before costs, come to more than the allowance. Payments through
 * payroll are not counted here. Refused for a day outside the known years.
 */
export function assessTradingAllowance(receipts: readonly Pence[], on: CalendarDate): Result<TradingAllowanceAnswer, OutsideKnownDates> {
  const figure = figureOn(tradingAllowance, on);
  if (!figure.ok) return figure;
  const total = sum(receipts);
  const above = larger(nothing, subtract(total, figure.value.value.pence));
  return done({ mayNeedToTell: above > 0, total, above, figure: figure.value });
}
