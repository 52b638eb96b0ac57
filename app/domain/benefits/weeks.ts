// Weekly limits. A benefit week begins on a day the office sets; where it is not known every run of seven days is tried.
// Amounts are tried by the day of the activity, the day the money is due and the day it is paid, and every one must fit.
import { addDays, weekContaining, type CalendarDate, type WeekdayName } from "#app/domain/basics/dates.ts";
import { nothing, penceOf, smaller, sum, type Pence } from "#app/domain/basics/money.ts";
import type { Basis, Step } from "./benefit.ts";
import { pensionDeduction, type Counted, type CountedItem, type Protection } from "./counted.ts";
import type { Offer, OtherEarnings, OtherPay } from "./offer.ts";

export type Week = { readonly from: CalendarDate; readonly to: CalendarDate };

/** The least and most that may be counted. `most` is "no-limit" where other pay is not known at all. */
export type Range = { readonly least: Pence; readonly most: Pence | "no-limit" };

/** Every week that holds one of the days, once each, in order; for an unknown first day, every run of seven days that does. */
export function weeksTouching(days: Iterable<CalendarDate>, begins: WeekdayName | undefined): readonly Week[] {
  const found = new Map<CalendarDate, Week>();
  for (const day of days) {
    const weeks = begins === undefined ? everySevenDaysHolding(day) : [weekContaining(day, begins)];
    for (const week of weeks) found.set(week.from, week);
  }
  return [...found.values()].sort((one, other) => (one.from < other.from ? -1 : 1));
}

function everySevenDaysHolding(day: CalendarDate): readonly Week[] {
  return [6, 5, 4, 3, 2, 1, 0].map((before) => ({ from: addDays(day, -before), to: addDays(day, 6 - before) }));
}

export type WeeklyBasis = Exclude<Basis, "assessment-period">;
export const weeklyBases: readonly WeeklyBasis[] = ["activity-week", "due-week", "paid-week"];

/**
 * The days an item stands on for a basis; empty when that day was not recorded. Until it is paid, the day it is due stands
 * in for the paid day. A paid day never stands in for the due day: when something should have been paid is its own fact.
 */
export function daysOf(item: Pick<CountedItem, "parts" | "dueOn" | "paidOn">, basis: WeeklyBasis): readonly CalendarDate[] {
  if (basis === "activity-week") {
    const days = item.parts.map((part) => part.on).filter((on) => on !== undefined);
    return days.length === item.parts.length ? days : [];
  }
  const day = basis === "due-week" ? item.dueOn : (item.paidOn ?? item.dueOn);
  return day === undefined ? [] : [day];
}

/** How much of an item falls in a week. A payment for several meetings whose parts nobody named may fall there whole. */
export function amountInWeek(item: CountedItem, week: Week, basis: WeeklyBasis): { readonly least: Pence; readonly most: Pence } {
  const all = { least: item.least, most: item.most };
  const none = { least: nothing, most: nothing };
  if (basis !== "activity-week") {
    const day = daysOf(item, basis)[0];
    return day !== undefined && isIn(day, week) ? all : none;
  }
  const within = item.parts.filter((part) => part.on !== undefined && isIn(part.on, week));
  if (within.length === 0) return none;
  if (within.length === item.parts.length) return all;
  const named = within.map((part) => part.pence).filter((pence) => pence !== undefined);
  if (named.length < within.length || item.least !== item.most) return { least: nothing, most: item.most };
  // What comes off the whole payment comes off somewhere: perhaps all of it here, perhaps none.
  const takenOff = sum(item.parts.map((part) => part.pence ?? nothing)) - item.most;
  const here = sum(named);
  return { least: penceOf(Math.max(0, here - takenOff)), most: smaller(here, item.most) };
}

/** Whether a day is one of the seven. */
export function isIn(day: CalendarDate, week: Week): boolean {
  return day >= week.from && day <= week.to;
}

const weeksPerYear = 52;
const monthsPerYear = 12;

/** Regular pay as so much a week, rounded up to the penny: a month is twelve fifty-seconds (benefits.md section 3.8). */
export function asWeekly(pence: Pence, pattern: "week" | "fortnight" | "four-weeks" | "month"): Pence {
  if (pattern === "week") return pence;
  if (pattern === "fortnight") return penceOf(Math.ceil(pence / 2));
  if (pattern === "four-weeks") return penceOf(Math.ceil(pence / 4));
  return penceOf(Math.ceil((pence * monthsPerYear) / weeksPerYear));
}

/** Other pay in one week. Pay on a day nobody named could fall in any week, so it is in the most and not in the least. */
export function otherPayInWeek(
  other: OtherEarnings,
  week: Week,
  basis: WeeklyBasis,
  protection: Pick<Protection, "pension">,
): { readonly range: Range; readonly steps: readonly Step[] } {
  if (other.answer === "none") return { range: { least: nothing, most: nothing }, steps: [] };
  if (other.answer === "not-sure") return { range: { least: nothing, most: "no-limit" }, steps: [] };
  let least = 0;
  let most = 0;
  const steps: Step[] = [];
  for (const pay of other.pay) {
    const amount = countedPay(pay, protection);
    const where = placeOf(pay, week, basis);
    if (where === "elsewhere" || amount === 0) continue;
    const weekly = pay.pattern === "once" || pay.pattern === "in-the-same-period" ? amount : asWeekly(amount, pay.pattern);
    if (where === "here") least += weekly;
    most += weekly;
    const label = where === "here" ? "other-earnings" : "other-earnings-week-not-known";
    steps.push({ label, operation: "add", unit: "pence", amount: weekly, item: pay.id });
  }
  return { range: { least: penceOf(least), most: penceOf(most) }, steps };
}

/** Other pay after the part of a pension contribution that comes off. */
export function countedPay(pay: OtherPay, protection: Pick<Protection, "pension">): Pence {
  const deduction = pensionDeduction(pay.pensionPence, protection);
  return pay.takeHomePence > deduction ? penceOf(pay.takeHomePence - deduction) : nothing;
}

type Place = "here" | "perhaps-here" | "elsewhere";

function placeOf(pay: OtherPay, week: Week, basis: WeeklyBasis): Place {
  if (pay.pattern === "in-the-same-period") return "perhaps-here";
  if (pay.pattern !== "once") return "here";
  const day = basis === "activity-week" ? pay.workedOn : pay.paidOn;
  if (day === undefined) return "perhaps-here";
  return isIn(day, week) ? "here" : "elsewhere";
}

export type WeekTotal = {
  readonly week: Week;
  readonly basis: WeeklyBasis;
  readonly total: Range;
  /** The most that this offer adds, without other pay. */
  readonly fromOffer: { readonly least: Pence; readonly most: Pence };
  readonly fromOtherPay: Range;
  readonly minutes: MinutesRange;
  readonly steps: readonly Step[];
};

/** Minutes of work in a week; "no-limit" where somebody's hours are not known. */
export type MinutesRange = { readonly least: number; readonly most: number | "no-limit" };

export type WeeklyTotals =
  | { readonly known: true; readonly weeks: readonly WeekTotal[] }
  | { readonly known: false; readonly missing: "activity-date" | "payment-date" };

/**
 * Totals for every week the offer touches, on every basis. Not known when an item that may count has no day for a basis,
 * because then nobody can say which week it belongs to.
 */
export function totalWeeks(input: {
  readonly offer: Offer;
  readonly counted: Counted;
  readonly otherEarnings: OtherEarnings;
  readonly begins: WeekdayName | undefined;
  readonly protection: Pick<Protection, "pension">;
}): WeeklyTotals {
  const { offer, counted, otherEarnings, begins, protection } = input;
  const items = counted.items.filter((item) => item.most > 0);
  for (const item of items) {
    for (const basis of weeklyBases) {
      if (daysOf(item, basis).length === 0) return { known: false, missing: basis === "activity-week" ? "activity-date" : "payment-date" };
    }
  }
  const activityDays = offer.activities.map((activity) => activity.on).filter((on) => on !== undefined);
  if (activityDays.length < offer.activities.length) return { known: false, missing: "activity-date" };
  const days = new Set([...activityDays, ...items.flatMap((item) => weeklyBases.flatMap((basis) => daysOf(item, basis)))]);
  const weeks = weeksTouching(days, begins).flatMap((week) =>
    weeklyBases.map((basis) => totalWeek({ week, basis, items, offer, otherEarnings, protection })),
  );
  return { known: true, weeks };
}

/** What one week comes to on one basis. */
export function totalWeek(input: {
  readonly week: Week;
  readonly basis: WeeklyBasis;
  readonly items: readonly CountedItem[];
  readonly offer: Offer;
  readonly otherEarnings: OtherEarnings;
  readonly protection: Pick<Protection, "pension">;
}): WeekTotal {
  const { week, basis, items, offer, otherEarnings, protection } = input;
  const other = otherPayInWeek(otherEarnings, week, basis, protection);
  const steps: Step[] = [...other.steps];
  let least = 0;
  let most = 0;
  for (const item of items) {
    const amount = amountInWeek(item, week, basis);
    if (amount.most === 0) continue;
    least += amount.least;
    most += amount.most;
    steps.push({ label: item.origin, operation: "add", unit: "pence", amount: amount.most, item: item.id });
  }
  const total: Range = {
    least: penceOf(least + other.range.least),
    most: other.range.most === "no-limit" ? "no-limit" : penceOf(most + other.range.most),
  };
  return {
    week,
    basis,
    total,
    fromOffer: { least: penceOf(least), most: penceOf(most) },
    fromOtherPay: other.range,
    minutes: minutesInWeek(offer, otherEarnings, week),
    steps:
      total.most === "no-limit" ? steps : [...steps, { label: "total-earnings", operation: "equals", unit: "pence", amount: total.most }],
  };
}

function minutesInWeek(offer: Offer, other: OtherEarnings, week: Week): MinutesRange {
  let least = 0;
  let most = 0;
  let isKnown = other.answer !== "not-sure";
  for (const activity of offer.activities) {
    if (activity.on === undefined || !isIn(activity.on, week)) continue;
    if (activity.minutes === undefined) isKnown = false;
    least += activity.minutes ?? 0;
    most += activity.minutes ?? 0;
  }
  for (const pay of other.answer === "some" ? other.pay : []) {
    const where = placeOf(pay, week, "activity-week");
    if (where === "elsewhere") continue;
    if (pay.minutes === undefined) {
      isKnown = false;
      continue;
    }
    const minutes =
      pay.pattern === "once" || pay.pattern === "in-the-same-period" ? pay.minutes : asWeekly(penceOf(pay.minutes), pay.pattern);
    if (where === "here") least += minutes;
    most += minutes;
  }
  return { least, most: isKnown ? most : "no-limit" };
}
