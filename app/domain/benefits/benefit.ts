// The shape every benefit in the catalogue has, and the shape of what is found out about one. Results are ids, numbers,
// days and sources; the sentences are in app/words/benefits.ts.
import type { CalendarDate, Nation } from "#app/domain/basics/dates.ts";
import type { Dated, Grade } from "#app/domain/basics/figures.ts";
import type { Pence, Rate, RateUnit } from "#app/domain/basics/money.ts";
import type { Result } from "#app/domain/basics/result.ts";
import type { Source } from "#app/domain/basics/sources.ts";
import type { BenefitId, OutcomeClass } from "./names.ts";
import type { CircumstancesFor, Offer, OtherEarnings } from "./offer.ts";
import type { PreparedOffer } from "./prepared.ts";
import type { ActionId, FactId, OptionId, Reason } from "./reasons.ts";
import type { Basis, Step } from "./working.ts";

/** A figure in a benefit's own file: an amount for a period, a fraction, or a number of hours. */
export type FigureValue = Rate<RateUnit> | { readonly percent: number } | { readonly hours: number };
export type Figures = Readonly<Record<string, Dated<FigureValue>>>;

/** A figure as it was used: with its start, source and grade, so that anybody can check it. */
export type FigureUsed = {
  readonly id: string;
  readonly value: FigureValue;
  readonly from: CalendarDate;
  readonly goodUntil: CalendarDate;
  readonly source: Source;
  readonly grade: Grade;
};

export type Sum = { readonly basis: Basis; readonly from: CalendarDate; readonly to: CalendarDate; readonly steps: readonly Step[] };

/** The room under a limit in one week or assessment period. `total` is the most that could be counted there. */
export type Room = {
  readonly basis: Basis;
  readonly per: "week" | "assessment-period";
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly limit: Pence;
  readonly total: Pence;
  readonly left: Pence;
};

/** How what is counted stands against a limit: exactly at it fits. `perhaps` means a missing fact decides it. */
export type Standing = "fits" | "over" | "perhaps";

/** A week or assessment period of a year view: what is counted there, the limit, and what is left. */
export type Span = {
  readonly basis: Basis;
  readonly per: "week" | "assessment-period";
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** True where the first day of the week is not known, so that this is the tightest of the seven weeks it could be. */
  readonly isOneOfSeven: boolean;
  /** `no-figure`: we hold no limit for those days that we may use. */
  readonly standing: Standing | "no-figure";
  readonly counted: { readonly least: Pence; readonly most: Pence | "no-limit" };
  /** The smallest amount the limit could be; absent where no figure may be used. */
  readonly limit?: Pence;
  /** Only where everything that could be counted fits. */
  readonly left?: Pence;
  /** Only where it is known how much lower the benefit would be. */
  readonly reduction?: Reduction;
  readonly items: readonly { readonly id: string; readonly least: Pence; readonly most: Pence }[];
  readonly figures: readonly FigureUsed[];
};

/** How much lower a benefit would be in one period. `least` and `most` differ only where the rule itself is a range. */
export type Reduction = {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly per: "week" | "assessment-period";
  readonly least: Pence;
  readonly most: Pence;
  readonly counted: Pence;
  readonly kept: Pence;
};

/** A choice to offer. `not-certain` means the law does not clearly cover this choice for this benefit: advice first. */
export type Option = { readonly id: OptionId; readonly cover: "covered" | "not-certain" };

export type Finding = {
  readonly benefit: BenefitId;
  readonly outcome: OutcomeClass;
  readonly reasons: readonly [Reason, ...Reason[]];
  readonly missing: readonly FactId[];
  readonly sums: readonly Sum[];
  readonly figures: readonly FigureUsed[];
  readonly rooms: readonly Room[];
  readonly reductions: readonly Reduction[];
  readonly actions: readonly ActionId[];
  readonly options: readonly Option[];
  /** Filled in where the weekly payment of the benefit itself may be lost. */
  readonly atStake?: FigureUsed;
};

export type DayRange = { readonly from: CalendarDate; readonly to: CalendarDate };

/** One case, as a worked example gives it. */
export type ExampleInput<Id extends BenefitId> = {
  readonly offer: Offer;
  readonly circumstances: CircumstancesFor<Id>;
  readonly otherEarnings: OtherEarnings;
};

/** What a benefit's own rule is asked: the case, with what all benefits of it share made ready once. */
export type AssessInput<Id extends BenefitId> = { readonly prepared: PreparedOffer; readonly circumstances: CircumstancesFor<Id> };

/** What a benefit's own rule says; the engine adds the benefit's name. */
export type Verdict = Pick<Finding, "outcome" | "reasons"> & Partial<Omit<Finding, "benefit" | "outcome" | "reasons">>;

export type BenefitExample<Id extends BenefitId> = {
  readonly title: string;
  readonly source: string;
  readonly input: ExampleInput<Id>;
  readonly expected: { readonly outcome: OutcomeClass; readonly cut?: number; readonly left?: number };
};

export type Benefit<Id extends BenefitId> = {
  readonly id: Id;
  readonly nations: readonly [Nation, ...Nation[]];
  readonly sources: readonly [Source, ...Source[]];
  /** The days for which this file's rules and figures are vouched for. Outside them nothing is said. */
  readonly vouchedFor: { readonly from: CalendarDate; readonly goodUntil: CalendarDate };
  readonly figures: Figures;
  readonly assess: (input: AssessInput<Id>) => Verdict;
  /** The weeks or assessment periods the money falls in, and those of the days asked about; for benefits that have such a limit. */
  readonly spans?: (input: AssessInput<Id>, over?: DayRange) => Result<readonly Span[], Reason>;
  readonly examples: readonly BenefitExample<Id>[];
};

/** Writes down a benefit with its types checked. */
export function defineBenefit<Id extends BenefitId>(benefit: Benefit<Id>): Benefit<Id> {
  return benefit;
}

/** The verdict that something is not known: advice first, with the facts that would help. */
export function cannotTell(reasons: readonly [Reason, ...Reason[]], more: Partial<Omit<Verdict, "outcome" | "reasons">> = {}): Verdict {
  return { outcome: "UNKNOWN_ADVICE", reasons, ...more, actions: [...new Set<ActionId>([...(more.actions ?? []), "get-advice"])] };
}

/** A verdict that a benefit always gives, whatever the case: what is said with it is made once. It can never be changed. */
export function alwaysSays(verdict: Verdict): Verdict {
  return Object.freeze(verdict);
}

/** Figures each once, in the order they were first used. A figure in use is always the same object. */
export function eachOnce(figures: readonly FigureUsed[]): readonly FigureUsed[] {
  return figures.length < 2 ? figures : [...new Set(figures)];
}
