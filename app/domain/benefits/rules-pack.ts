// Every figure the benefit and tax rules rest on, as one list: what it is, from when, how long it is vouched for, and where
// it was read. An organisation agrees to a set as a whole; what an update changed is told benefit by benefit.
import { addDays, type CalendarDate } from "#app/domain/basics/dates.ts";
import type { Dated, Grade } from "#app/domain/basics/figures.ts";
import type { Source } from "#app/domain/basics/sources.ts";
import { benefits } from "./catalogue/index.ts";
import type { Benefit, FigureValue } from "./benefit.ts";
import { livingWage } from "./living-wage.ts";
import { benefitIds, type BenefitId } from "./names.ts";
import { tradingAllowance } from "./trading-allowance.ts";

/** Whose figure it is: a benefit's, or one of the two that belong to none. */
export type RuleOwner = BenefitId | "living-wage" | "tax";

/** Everybody whose figures there are. */
export const ruleOwners: readonly RuleOwner[] = [...benefitIds, "living-wage", "tax"];

export type RuleEntry = {
  readonly owner: RuleOwner;
  /** The name of the series in its own file, like "weeklyLimit". */
  readonly series: string;
  readonly value: FigureValue;
  readonly from: CalendarDate;
  /** The last day it may be used: the day before the next of its series, or the last day the series is vouched for. */
  readonly to: CalendarDate;
  readonly goodUntil: CalendarDate;
  readonly source: Source;
  readonly grade: Grade;
};

/** Words for states of experience.md 3.4. */
export type RuleState = "in-date" | "review-soon" | "out-of-date";

/** How long before the last day a figure should be looked at again: from about 1 March for figures that end in April. */
const reviewDays = 42;

/** Where a day that something is good until stands on another day. */
export function stateOf(goodUntil: CalendarDate, on: CalendarDate): RuleState {
  if (goodUntil < on) return "out-of-date";
  return goodUntil <= addDays(on, reviewDays) ? "review-soon" : "in-date";
}

/** Every figure, owner by owner, each series in order of day. */
export const ruleEntries: readonly RuleEntry[] = [
  ...benefitIds.flatMap((id) => Object.entries(benefits[id].figures).flatMap(([series, dated]) => entriesOf(id, series, dated))),
  ...entriesOf("living-wage", "livingWage", livingWage),
  ...entriesOf("tax", "tradingAllowance", tradingAllowance),
];

function entriesOf(owner: RuleOwner, series: string, { entries, goodUntil }: Dated<FigureValue>): readonly RuleEntry[] {
  return entries.map(({ value, from, source, grade }, at) => {
    const next = entries[at + 1];
    return { owner, series, value, from, to: next === undefined ? goodUntil : addDays(next.from, -1), goodUntil, source, grade };
  });
}

/** The benefits whose rules stop being vouched for, with the last day of each, soonest first. */
export const vouchedUntil: readonly { readonly benefit: BenefitId; readonly goodUntil: CalendarDate }[] = benefitIds
  .map((benefit) => ({ benefit, goodUntil: benefits[benefit].vouchedFor.goodUntil }))
  .toSorted((one, other) => (one.goodUntil < other.goodUntil ? -1 : one.goodUntil > other.goodUntil ? 1 : 0));

/**
 * All that an approval covers, as one text for each owner: its days, figures, sources and grades. The same text means that
 * nothing of it changed.
 */
export function packTexts(): Readonly<Record<RuleOwner, string>> {
  const own = Object.fromEntries(
    benefitIds.map((id) => {
      const {
        vouchedFor,
        nations,
        sources,
        figures,
      }: Pick<Benefit<BenefitId>, "vouchedFor" | "nations" | "sources" | "figures"> = benefits[id];
      return [id, JSON.stringify({ vouchedFor, nations, sources, figures })];
    }),
  ) as Record<BenefitId, string>; // every id of the list is a key of it
  return { ...own, "living-wage": JSON.stringify(livingWage), tax: JSON.stringify(tradingAllowance) };
}
