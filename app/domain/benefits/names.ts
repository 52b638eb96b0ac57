// The benefits we can name and the seven things we can say about one. Having a name here does not mean we hold its rules.

export const benefitIds = [
  "universal-credit",
  "new-style-esa",
  "new-style-jsa",
  "carers-allowance",
  "carer-support-payment",
  "housing-benefit",
  "council-tax-reduction",
  "rate-rebate",
  "pension-credit",
  "state-pension",
  "pip",
  "dla",
  "attendance-allowance",
  "adult-disability-payment",
  "pension-age-disability-payment",
  "child-disability-payment",
  "scottish-adult-dla",
  "income-related-esa",
  "income-support",
  "income-based-jsa",
  "tax-credits",
  "incapacity-benefit",
  "severe-disablement-allowance",
  "industrial-injuries",
  "bereavement",
  "child-benefit",
  "scottish-child-payment",
  "maternity-allowance",
  "statutory-parental-pay",
  "statutory-sick-pay",
  "war-pensions",
  "passported-help",
  "social-care-charging",
  "immigration-conditions",
  "another-benefit",
] as const;

export type BenefitId = (typeof benefitIds)[number];

/** What a payment does to one benefit (benefits.md section 0). There is deliberately no class called "fine". */
export const outcomeClasses = [
  "NO_EFFECT",
  "WITHIN_LIMIT",
  "NOTICE_FIRST",
  "REDUCES_BY",
  "CLOSED_CHECK",
  "UNKNOWN_ADVICE",
  "BREAKS_LIMIT_STOP",
] as const;

export type OutcomeClass = (typeof outcomeClasses)[number];

/** 0 is best, 4 is the top tier. The three classes of the top tier stand side by side (README decision 33). */
export type Tier = 0 | 1 | 2 | 3 | 4;

const tiers: Readonly<Record<OutcomeClass, Tier>> = {
  NO_EFFECT: 0,
  WITHIN_LIMIT: 1,
  NOTICE_FIRST: 2,
  REDUCES_BY: 3,
  CLOSED_CHECK: 4,
  UNKNOWN_ADVICE: 4,
  BREAKS_LIMIT_STOP: 4,
};

/** The tier an outcome belongs to: higher is worse for the person, or less certain. */
export function tierOf(outcome: OutcomeClass): Tier {
  return tiers[outcome];
}

/** Compares outcomes for showing, worst first: in the top tier a broken limit comes before what we cannot tell. */
export function compareStrictestFirst(one: OutcomeClass, other: OutcomeClass): number {
  return outcomeClasses.indexOf(other) - outcomeClasses.indexOf(one);
}
