// Ceilings for meals by time away. A ceiling is not an allowance: what was really spent is paid, up to it, and more than
// it goes to a person, because a disability can make food cost more (payments.md section c).
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { larger, penceOf, sum, type Pence } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { Source } from "#app/domain/basics/sources.ts";

export type MealStep = {
  /** Time away at which this ceiling begins. */
  readonly awayMinutes: number;
  /** Whether exactly so long away is enough. */
  readonly inclusive: boolean;
  /** Whether the person also has to be away still at 8pm. */
  readonly needsPast8pm: boolean;
  readonly ceiling: Pence;
  /** Added when still away at 8pm, for a step that does not need it. */
  readonly past8pmExtra?: Pence;
};

export type MealScale = { readonly name: string; readonly source: Source; readonly steps: readonly MealStep[] };

export type MealCeiling = {
  readonly scale: { readonly name: string; readonly source: Source };
  readonly step: MealStep;
  readonly past8pm: boolean;
  readonly ceiling: Pence;
};

const checkedOn = calendarDateOf("2026-11-22");

/** HMRC's benchmark scale for meals on qualifying travel, from 2016-17. */
export const hmrcBenchmarkMeals: MealScale = {
  name: "HMRC benchmark meal scale",
  source: { title: "HMRC benchmark scale rates from 2016-17 (EIM30200 onwards), as summarised by accountants", checkedOn },
  steps: [
    { awayMinutes: 300, inclusive: true, needsPast8pm: false, ceiling: penceOf(500), past8pmExtra: penceOf(1000) },
    { awayMinutes: 600, inclusive: true, needsPast8pm: false, ceiling: penceOf(1000), past8pmExtra: penceOf(1000) },
    { awayMinutes: 900, inclusive: true, needsPast8pm: true, ceiling: penceOf(2500) },
  ],
};

/** The Scottish Government's staff scale, its starting point for people who take part. */
export const scottishMeals: MealScale = {
  name: "Scottish Government meal scale",
  source: { title: "Scottish Government expenses rates, Annex E to a consultation under the Children (Scotland) Act 2020", checkedOn },
  steps: [
    { awayMinutes: 300, inclusive: false, needsPast8pm: false, ceiling: penceOf(490) },
    { awayMinutes: 600, inclusive: false, needsPast8pm: false, ceiling: penceOf(1070) },
  ],
};

/** The highest ceiling that fits the time away. Refused under the shortest step: then the scale says nothing and a person decides. */
export function mealCeilingFor(
  scale: MealScale,
  away: { readonly minutes: number; readonly past8pm: boolean },
): Result<MealCeiling, "under-shortest-step"> {
  let found: MealCeiling | undefined;
  for (const step of scale.steps) {
    const isLongEnough = step.inclusive ? away.minutes >= step.awayMinutes : away.minutes > step.awayMinutes;
    if (!isLongEnough || (step.needsPast8pm && !away.past8pm)) continue;
    const extra = away.past8pm && step.past8pmExtra !== undefined ? [step.past8pmExtra] : [];
    const ceiling = sum([step.ceiling, ...extra]);
    if (found === undefined || larger(ceiling, found.ceiling) === ceiling)
      found = { scale: { name: scale.name, source: scale.source }, step, past8pm: away.past8pm, ceiling };
  }
  return found === undefined ? refused("under-shortest-step") : done(found);
}
