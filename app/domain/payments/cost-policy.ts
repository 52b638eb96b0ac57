// An organisation's own rules for costs, dated like its rate cards: a change is a new set with a later start, so that what was
// spent under the old one is still judged by it. Judging a cost is in expenses.ts.
import { addDays, type CalendarDate } from "#app/domain/basics/dates.ts";
import type { Pence, Rate } from "#app/domain/basics/money.ts";
import type { Source } from "#app/domain/basics/sources.ts";
import type { ExpenseKind, ExpensePolicy } from "./expenses.ts";
import { hmrcBenchmarkMeals, scottishMeals, type MealScale } from "./meals.ts";
import { hmrcSchemeOn, type MileageScheme, type MileRate, type Vehicle } from "./mileage.ts";

export const mealScales = ["none", "hmrc-benchmark", "scottish"] as const;
export type MealScaleId = (typeof mealScales)[number];

export type OwnMileage = {
  readonly rates: { readonly [Kind in Vehicle]?: MileRate };
  readonly passenger?: Rate<"mile">;
  /** Month and day on which its year begins: "04-06" for the tax year. */
  readonly yearBegins: string;
};

export type CostPolicy = {
  readonly validFrom: CalendarDate;
  /** The most that is paid without a receipt once a reason is given; nothing means a person decides about each. */
  readonly withoutReceiptUpTo: Pence;
  readonly claimWithinDays: number;
  /** The most of one kind of cost in one claim line; a kind that is absent has none. */
  readonly ceilings: { readonly [Kind in ExpenseKind]?: Pence };
  readonly meals: MealScaleId;
  readonly nightly?: { readonly london: Pence; readonly elsewhere: Pence };
  readonly mileage: "hmrc-approved" | OwnMileage;
};

const scales: Readonly<Record<Exclude<MealScaleId, "none">, MealScale>> = {
  "hmrc-benchmark": hmrcBenchmarkMeals,
  scottish: scottishMeals,
};

/** The rules in force on a day: those that started last. Undefined before the first. */
export function costPolicyInForce(versions: readonly CostPolicy[], on: CalendarDate): CostPolicy | undefined {
  return versions
    .filter((policy) => policy.validFrom <= on)
    .toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : one.validFrom > other.validFrom ? 1 : 0))
    .at(-1);
}

/**
 * The rules as one offer is judged by them: `covered` is what that offer pays for, `ownName` and `source` what the organisation's
 * own mileage is called and rests on. Where HMRC's figures for the day are not held, no miles are priced and a person decides.
 */
export function expensePolicyOf(
  policy: CostPolicy,
  of: { readonly covered: readonly ExpenseKind[]; readonly on: CalendarDate; readonly ownName: string; readonly source: Source },
): ExpensePolicy {
  const { withoutReceiptUpTo, claimWithinDays, ceilings, nightly } = policy;
  return {
    covered: of.covered,
    withoutReceiptUpTo,
    claimWithinDays,
    ceilings,
    mileage: mileageOf(policy, of),
    ...(policy.meals === "none" ? {} : { meals: scales[policy.meals] }),
    ...(nightly === undefined ? {} : { nightly }),
  };
}

function mileageOf(
  { mileage, validFrom }: CostPolicy,
  { on, ownName, source }: { readonly on: CalendarDate; readonly ownName: string; readonly source: Source },
): readonly MileageScheme[] {
  if (mileage === "hmrc-approved") {
    const scheme = hmrcSchemeOn(on);
    return scheme.ok ? [scheme.value] : [];
  }
  const { rates, passenger, yearBegins } = mileage;
  return [{ name: ownName, validFrom, source, yearBegins, rates, ...(passenger === undefined ? {} : { passenger }) }];
}

/** The last day a claim is in time. */
export function lastDayToClaim(policy: Pick<CostPolicy, "claimWithinDays">, activityDate: CalendarDate): CalendarDate {
  return addDays(activityDate, policy.claimWithinDays);
}
