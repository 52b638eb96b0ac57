// The National Living Wage, for comparison only: payment for involvement is not a wage, and falling under the floor is
// something to warn about, never to block (payments.md section b, rule 5).
import { calendarDateOf, type CalendarDate } from "#app/domain/basics/dates.ts";
import { figureOn, type Cited, type Dated, type OutsideKnownDates } from "#app/domain/basics/figures.ts";
import { penceOf, type Pence, type Rate } from "#app/domain/basics/money.ts";
import { done, type Result } from "#app/domain/basics/result.ts";
import type { Source } from "#app/domain/basics/sources.ts";

const wageSource: Source = {
  title: "National Minimum Wage Regulations 2015, regulation 4, as amended; GOV.UK, National Minimum Wage and National Living Wage rates",
  url: "https://www.gov.uk/national-minimum-wage-rates",
  checkedOn: calendarDateOf("2026-11-22"),
};

/** The National Living Wage for people of 21 and over. Good until the day before the next yearly change. */
export const nationalLivingWage: Dated<Rate<"hour">> = {
  entries: [
    { value: { pence: penceOf(1144), per: "hour" }, from: calendarDateOf("2024-04-01"), source: wageSource, grade: "confirmed" },
    { value: { pence: penceOf(1221), per: "hour" }, from: calendarDateOf("2025-04-01"), source: wageSource, grade: "confirmed" },
    { value: { pence: penceOf(1271), per: "hour" }, from: calendarDateOf("2026-04-01"), source: wageSource, grade: "confirmed" },
  ],
  goodUntil: calendarDateOf("2027-03-31"),
};

export type WageComparison = { readonly isUnderFloor: boolean; readonly floor: Cited<Rate<"hour">> };

/** Whether pay for so many minutes comes to less an hour than the floor on that day. No time is not under it. Refused outside the days we hold. */
export function compareWithWageFloor(pay: {
  readonly minutes: number;
  readonly amount: Pence;
  readonly on: CalendarDate;
}): Result<WageComparison, OutsideKnownDates> {
  const floor = figureOn(nationalLivingWage, pay.on);
  if (!floor.ok) return floor;
  return done({ isUnderFloor: pay.amount * 60 < floor.value.value.pence * pay.minutes, floor: floor.value });
}
