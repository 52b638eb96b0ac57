// One payment for several meetings may be earnings for a period: then it counts from the week of the payment to the day before
// the next such payment would fall due, a share in each week (Computation of Earnings Regulations 1996 regulation 6(2)(a)). How
// long that is nobody knows beforehand, so every length is allowed for. It only ever makes a week fuller, never emptier.
import { dayNumberOf } from "#app/domain/basics/day-numbers.ts";
import type { Rate } from "#app/domain/basics/money.ts";
import type { CountedItem } from "./counted.ts";
import { figureAt, type ReadySeries } from "./ready-figures.ts";
import { weeksOf, type WeeklyQuestion } from "./weekly-limit.ts";
import { daysPerWeek, weeklyBases } from "./weeks.ts";

/** Weeks a share may still fall in after the payment: a like payment comes at least once a year. */
const mostWeeks = 52;

type Paid = { readonly pence: number; readonly due: number; readonly paid: number };

/**
 * Whether a week that fits could go over the limit once a share of an earlier payment for several meetings is counted in it too.
 * A period that reaches the week so many weeks on has at least one week more, so the share there is at most one part of that many.
 */
export function couldRunOver(question: WeeklyQuestion, limits: ReadySeries<Rate<"week">>): boolean {
  const periods = question.counted.items.flatMap(paidForAPeriod);
  if (periods.length === 0) return false;
  const weeks = weeksOf(question);
  if (!weeks.ok) return false;
  let isOver = false;
  weeks.value.each(({ start, basis, offerMost, otherMost }) => {
    if (weeklyBases[basis] === "activity-week") return;
    const limit = figureAt(limits, start);
    if (!limit.ok) return;
    const day = ({ due, paid }: Paid): number => (weeklyBases[basis] === "due-week" ? due : paid);
    if (offerMost + otherMost + sharesIn(start, periods, day) > limit.value.value.pence) isOver = true;
  });
  return isOver;
}

function paidForAPeriod({ parts, most, dueOn, paidOn }: CountedItem): readonly Paid[] {
  const isForSeveralDays = new Set(parts.map((part) => part.on)).size > 1;
  if (!isForSeveralDays || most === 0 || dueOn === undefined) return [];
  const due = dayNumberOf(dueOn);
  return [{ pence: most, due, paid: paidOn === undefined ? due : dayNumberOf(paidOn) }];
}

// Payments the same number of weeks before are shared as one, so that splitting a payment changes nothing.
function sharesIn(start: number, periods: readonly Paid[], dayOf: (one: Paid) => number): number {
  const byWeeks = new Map<number, number>();
  for (const one of periods) {
    const weeksOn = Math.ceil((start - dayOf(one)) / daysPerWeek);
    if (weeksOn >= 1 && weeksOn < mostWeeks) byWeeks.set(weeksOn, (byWeeks.get(weeksOn) ?? 0) + one.pence);
  }
  let shares = 0;
  for (const [weeksOn, pence] of byWeeks) shares += Math.ceil(pence / (weeksOn + 1));
  return shares;
}
