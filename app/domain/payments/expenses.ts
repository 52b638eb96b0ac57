// What a cost is, what shows it, and how much of it policy pays. A cost is never refused here: what policy does not cover
// plainly is handed to a person, with the reason (payments.md sections c and h).
import { addDays, daysBetween, type CalendarDate } from "#app/domain/basics/dates.ts";
import { fractionOf, larger, nothing, smaller, subtract, sum, type Pence, type Rate } from "#app/domain/basics/money.ts";
import { mealCeilingFor, type MealCeiling, type MealScale } from "./meals.ts";
import {
  findAboveApproved,
  priceMileage,
  schemeInForce,
  type MileageRefusal,
  type MileageScheme,
  type PricedMileage,
  type Vehicle,
} from "./mileage.ts";

export const expenseKinds = [
  "public-transport",
  "taxi",
  "own-vehicle",
  "parking-toll",
  "assistant",
  "communication-support",
  "care",
  "food-drink",
  "phone-data",
  "printing-post",
  "overnight-stay",
  "training",
  "other",
] as const;
export type ExpenseKind = (typeof expenseKinds)[number];

/** Costs are paid back to the person. Access costs are the organisation's duty: another budget, and nobody's income. */
export type Purse = "costs" | "access";

export type Evidence = "receipt" | "ticket" | "invoice-or-receipt" | "timesheet-or-invoice" | "journey" | "declaration";

export type ExpenseRule = {
  readonly purse: Purse;
  /** What usually shows the cost. A journey and a declaration need no paper. */
  readonly evidence: Evidence;
  readonly isUsuallyAgreedFirst: boolean;
  readonly isUsuallyBookedForPeople: boolean;
};

/** The usual rule for each kind of cost (payments.md section c, table of categories). */
export const expenseRules: { readonly [Kind in ExpenseKind]: ExpenseRule } = {
  "public-transport": { purse: "costs", evidence: "ticket", isUsuallyAgreedFirst: false, isUsuallyBookedForPeople: true },
  taxi: { purse: "costs", evidence: "receipt", isUsuallyAgreedFirst: true, isUsuallyBookedForPeople: true },
  "own-vehicle": { purse: "costs", evidence: "journey", isUsuallyAgreedFirst: false, isUsuallyBookedForPeople: false },
  "parking-toll": { purse: "costs", evidence: "ticket", isUsuallyAgreedFirst: false, isUsuallyBookedForPeople: false },
  assistant: { purse: "access", evidence: "timesheet-or-invoice", isUsuallyAgreedFirst: true, isUsuallyBookedForPeople: false },
  "communication-support": { purse: "access", evidence: "invoice-or-receipt", isUsuallyAgreedFirst: true, isUsuallyBookedForPeople: true },
  care: { purse: "costs", evidence: "invoice-or-receipt", isUsuallyAgreedFirst: false, isUsuallyBookedForPeople: false },
  "food-drink": { purse: "costs", evidence: "receipt", isUsuallyAgreedFirst: false, isUsuallyBookedForPeople: false },
  "phone-data": { purse: "costs", evidence: "declaration", isUsuallyAgreedFirst: false, isUsuallyBookedForPeople: false },
  "printing-post": { purse: "costs", evidence: "declaration", isUsuallyAgreedFirst: false, isUsuallyBookedForPeople: false },
  "overnight-stay": { purse: "costs", evidence: "invoice-or-receipt", isUsuallyAgreedFirst: true, isUsuallyBookedForPeople: true },
  training: { purse: "costs", evidence: "invoice-or-receipt", isUsuallyAgreedFirst: true, isUsuallyBookedForPeople: true },
  other: { purse: "costs", evidence: "receipt", isUsuallyAgreedFirst: false, isUsuallyBookedForPeople: false },
};

export type ReceiptAnswer =
  | { readonly kind: "photo"; readonly fileHash: string }
  | { readonly kind: "will-post" }
  | { readonly kind: "lost"; readonly reason: string }
  | { readonly kind: "none-given"; readonly reason: string }
  | { readonly kind: "not-said" };

export type ExpenseDetails =
  | {
      readonly kind: "own-vehicle";
      readonly vehicle: Vehicle;
      readonly milesTenths: number;
      readonly from?: string;
      readonly to?: string;
      readonly passengers: readonly string[];
    }
  | { readonly kind: "taxi"; readonly why: "access" | "agreed-before" | "no-other-way" | "not-said" }
  | { readonly kind: "care"; readonly times?: string; readonly carer?: string; readonly alreadyInCarePackage: "yes" | "no" | "not-said" }
  | { readonly kind: "assistant"; readonly whoWasPaid?: string; readonly alreadyPaidThem: "yes" | "no" | "not-said" }
  | { readonly kind: "food-drink"; readonly away?: { readonly minutes: number; readonly past8pm: boolean } }
  | { readonly kind: "overnight-stay"; readonly nights: number; readonly place: "london" | "elsewhere" }
  | { readonly kind: Exclude<ExpenseKind, "own-vehicle" | "taxi" | "care" | "assistant" | "food-drink" | "overnight-stay"> };

export type Expense = {
  readonly id: string;
  readonly date: CalendarDate;
  readonly whatFor: string;
  readonly details: ExpenseDetails;
  /** What was spent. Own-vehicle costs have none: the miles decide. */
  readonly spent?: Pence;
  readonly receipt: ReceiptAnswer;
  readonly agreedFirst: "yes" | "no" | "not-said";
  readonly paidByOrganisation: boolean;
  readonly paidByEmployer: boolean;
};

export type ExpensePolicy = {
  readonly covered: readonly ExpenseKind[];
  /** The most that is paid without a receipt once a reason is given; above it a person decides. Exactly this much is inside. */
  readonly withoutReceiptUpTo: Pence;
  /** Days after the activity in which claims come in; a claim on the last day is in time. */
  readonly claimWithinDays: number;
  readonly ceilings: { readonly [Kind in ExpenseKind]?: Pence };
  readonly meals?: MealScale;
  readonly nightly?: { readonly london: Pence; readonly elsewhere: Pence };
  readonly mileage: readonly MileageScheme[];
};

export type ExpenseFinding =
  | { readonly finding: "paid-by-organisation" }
  | { readonly finding: "paid-by-employer" }
  | { readonly finding: "not-covered" }
  | { readonly finding: "not-agreed-first" }
  | { readonly finding: "paid-without-receipt"; readonly limit: Pence }
  | { readonly finding: "no-receipt"; readonly limit: Pence; readonly why: "over-limit" | "no-reason" }
  | { readonly finding: "receipt-to-come" }
  | { readonly finding: "over-ceiling"; readonly ceiling: Pence; readonly by: Pence; readonly meal?: MealCeiling }
  | { readonly finding: "time-away-not-given" }
  | { readonly finding: "away-too-short-for-the-scale" }
  | { readonly finding: "in-care-package" }
  | { readonly finding: "care-package-not-said" }
  | { readonly finding: "amount-missing" }
  | { readonly finding: "mileage-not-priced"; readonly why: MileageRefusal }
  | { readonly finding: "above-approved-mileage"; readonly approved: Pence; readonly above: Pence }
  | { readonly finding: "approved-mileage-not-known" };

/** Findings that take an amount to a person; the others are notes beside it. */
const findingsForAPerson: ReadonlySet<ExpenseFinding["finding"]> = new Set([
  "not-covered",
  "no-receipt",
  "over-ceiling",
  "time-away-not-given",
  "away-too-short-for-the-scale",
  "in-care-package",
  "amount-missing",
  "mileage-not-priced",
]);

export type AssessedExpense = {
  readonly expense: Expense;
  readonly purse: Purse;
  /** Always `payable + toDecide + notDue`. */
  readonly claimed: Pence;
  /** What policy pays once the usual check is done. */
  readonly payable: Pence;
  /** What a person has to decide. */
  readonly toDecide: Pence;
  /** What somebody else already paid. */
  readonly notDue: Pence;
  readonly findings: readonly ExpenseFinding[];
  readonly mileage?: PricedMileage;
  readonly needsAPerson: boolean;
};

/**
 * How policy meets one cost. `milesTenthsBefore` is what the organisation already paid this person in the scheme year, and
 * `milesTenthsBeforeInTaxYear` in the tax year; absent means not known. Nothing is ever cut without being shown in `toDecide`.
 */
export function assessExpense(input: {
  readonly expense: Expense;
  readonly policy: ExpensePolicy;
  readonly milesTenthsBefore?: number;
  readonly milesTenthsBeforeInTaxYear?: number;
}): AssessedExpense {
  const { expense, policy } = input;
  const findings: ExpenseFinding[] = [];
  const priced = expense.details.kind === "own-vehicle" ? priceJourney(input, expense.details, findings) : undefined;
  const claimed = priced?.total ?? expense.spent ?? nothing;
  if (priced === undefined && expense.details.kind !== "own-vehicle" && expense.spent === undefined)
    findings.push({ finding: "amount-missing" });
  const common = {
    expense,
    purse: expenseRules[expense.details.kind].purse,
    claimed,
    ...(priced === undefined ? {} : { mileage: priced }),
  };

  if (expense.paidByOrganisation)
    return {
      ...common,
      payable: nothing,
      toDecide: nothing,
      notDue: claimed,
      findings: [{ finding: "paid-by-organisation" }],
      needsAPerson: false,
    };
  if (expense.paidByEmployer)
    return {
      ...common,
      payable: nothing,
      toDecide: nothing,
      notDue: claimed,
      findings: [{ finding: "paid-by-employer" }],
      needsAPerson: false,
    };

  findings.push(...judgeCover(expense, policy), ...judgeCare(expense), ...judgeReceipt(expense, policy, claimed));
  const ceiling = judgeCeiling(expense, policy, claimed);
  findings.push(...ceiling.findings);
  const wholeWaits = findings.some((one) => findingsForAPerson.has(one.finding) && one.finding !== "over-ceiling");
  const payable = wholeWaits ? nothing : smaller(claimed, ceiling.limit ?? claimed);
  return {
    ...common,
    payable,
    toDecide: subtract(claimed, payable),
    notDue: nothing,
    findings,
    needsAPerson: findings.some((one) => findingsForAPerson.has(one.finding)),
  };
}

/** An amount worked out from hours at a rate, as assistants and carers are often paid; half a penny up. */
export function hoursAtRate(hours: { readonly minutes: number; readonly hourly: Rate<"hour"> }): Pence {
  return fractionOf(hours.hourly.pence, { numerator: hours.minutes, denominator: 60 });
}

export type Lateness = { readonly lastDay: CalendarDate; readonly daysLate: number };

/** The last day a claim is in time, and how many days after it this one came (0 when in time). A late claim goes to a person, never to a refusal. */
export function latenessOf(claim: {
  readonly activityDate: CalendarDate;
  readonly sentOn: CalendarDate;
  readonly claimWithinDays: number;
}): Lateness {
  const lastDay = addDays(claim.activityDate, claim.claimWithinDays);
  return { lastDay, daysLate: Math.max(0, daysBetween(lastDay, claim.sentOn)) };
}

/** Adds what was claimed by kind, for the form's "total for each kind of cost". Kinds without a cost are left out. */
export function totalsByKind(
  assessed: readonly AssessedExpense[],
): readonly { readonly kind: ExpenseKind; readonly claimed: Pence; readonly payable: Pence }[] {
  return expenseKinds.flatMap((kind) => {
    const mine = assessed.filter((one) => one.expense.details.kind === kind);
    if (mine.length === 0) return [];
    return [{ kind, claimed: sum(mine.map((one) => one.claimed)), payable: sum(mine.map((one) => one.payable)) }];
  });
}

function priceJourney(
  input: Parameters<typeof assessExpense>[0],
  details: Extract<ExpenseDetails, { kind: "own-vehicle" }>,
  findings: ExpenseFinding[],
): PricedMileage | undefined {
  const { expense, policy, milesTenthsBefore, milesTenthsBeforeInTaxYear } = input;
  const scheme = schemeInForce(policy.mileage, expense.date);
  if (!scheme.ok) {
    findings.push({ finding: "mileage-not-priced", why: scheme.refusal });
    return undefined;
  }
  const { vehicle, milesTenths, passengers } = details;
  const priced = priceMileage(scheme.value, {
    vehicle,
    milesTenths,
    passengers: passengers.length,
    ...(milesTenthsBefore === undefined ? {} : { milesTenthsBefore }),
  });
  if (!priced.ok) {
    findings.push({ finding: "mileage-not-priced", why: priced.refusal });
    return undefined;
  }
  const above = findAboveApproved({
    mileage: priced.value.mileage,
    vehicle,
    milesTenths,
    on: expense.date,
    ...(milesTenthsBeforeInTaxYear === undefined ? {} : { milesTenthsBeforeInTaxYear }),
  });
  if (!above.ok) findings.push({ finding: "approved-mileage-not-known" });
  else if (above.value.above > 0)
    findings.push({ finding: "above-approved-mileage", approved: above.value.approved, above: above.value.above });
  return priced.value;
}

function judgeCover(expense: Expense, policy: ExpensePolicy): readonly ExpenseFinding[] {
  const kind = expense.details.kind;
  if (!policy.covered.includes(kind)) return [{ finding: "not-covered" }];
  const isForAccess = expense.details.kind === "taxi" && expense.details.why === "access";
  const wasAgreed = expense.agreedFirst === "yes" || (expense.details.kind === "taxi" && expense.details.why === "agreed-before");
  return expenseRules[kind].isUsuallyAgreedFirst && !wasAgreed && !isForAccess ? [{ finding: "not-agreed-first" }] : [];
}

function judgeCare(expense: Expense): readonly ExpenseFinding[] {
  if (expense.details.kind !== "care") return [];
  if (expense.details.alreadyInCarePackage === "yes") return [{ finding: "in-care-package" }];
  return expense.details.alreadyInCarePackage === "not-said" ? [{ finding: "care-package-not-said" }] : [];
}

function judgeReceipt(expense: Expense, policy: ExpensePolicy, claimed: Pence): readonly ExpenseFinding[] {
  const { evidence } = expenseRules[expense.details.kind];
  if (evidence === "journey" || evidence === "declaration" || expense.receipt.kind === "photo") return [];
  if (expense.receipt.kind === "will-post") return [{ finding: "receipt-to-come" }];
  const limit = policy.withoutReceiptUpTo;
  if (expense.receipt.kind === "not-said" || expense.receipt.reason.trim() === "")
    return [{ finding: "no-receipt", limit, why: "no-reason" }];
  return [claimed > limit ? { finding: "no-receipt", limit, why: "over-limit" } : { finding: "paid-without-receipt", limit }];
}

function judgeCeiling(
  expense: Expense,
  policy: ExpensePolicy,
  claimed: Pence,
): { readonly limit?: Pence; readonly findings: readonly ExpenseFinding[] } {
  const { details } = expense;
  if (details.kind === "food-drink" && policy.meals !== undefined) {
    if (details.away === undefined) return { findings: [{ finding: "time-away-not-given" }] };
    const meal = mealCeilingFor(policy.meals, details.away);
    if (!meal.ok) return { findings: [{ finding: "away-too-short-for-the-scale" }] };
    return overCeiling(claimed, meal.value.ceiling, meal.value);
  }
  if (details.kind === "overnight-stay" && policy.nightly !== undefined) {
    return overCeiling(claimed, fractionOf(policy.nightly[details.place], { numerator: details.nights, denominator: 1 }));
  }
  const ceiling = policy.ceilings[details.kind];
  return ceiling === undefined ? { findings: [] } : overCeiling(claimed, ceiling);
}

function overCeiling(
  claimed: Pence,
  ceiling: Pence,
  meal?: MealCeiling,
): { readonly limit: Pence; readonly findings: readonly ExpenseFinding[] } {
  const by = larger(nothing, subtract(claimed, ceiling));
  if (by === 0) return { limit: ceiling, findings: [] };
  return { limit: ceiling, findings: [{ finding: "over-ceiling", ceiling, by, ...(meal === undefined ? {} : { meal }) }] };
}
