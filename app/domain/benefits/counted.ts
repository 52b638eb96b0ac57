// What in an offer could count as earnings for one benefit: each item with the least and the most that could be counted.
// The two differ where a fact or the law is not certain. A limit is kept only if the most keeps it.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { nothing, penceOf, subtract, type Pence } from "#app/domain/basics/money.ts";
import type { Activity, Expense, Fee, Offer, PaidFor, Payment, YesNo } from "./offer.ts";
import type { FactId, Reason } from "./reasons.ts";
import { dependsOnTest, treatmentOfCost } from "./service-user.ts";

/** How far one benefit's own law goes, where it differs between benefits (benefits.md sections 2.1 and 2.4). */
export type Protection = {
  readonly costs: "ignored" | "perhaps-ignored";
  readonly choosingLess: "covered" | "not-certain";
  /** How much of a pension contribution comes off. */
  readonly pension: "all" | "half" | "none";
};

export type Origin = "payment" | "cost-that-counts" | "turned-down";

/** One activity an item is for. `pence` is its part of the item where somebody said what the part is. */
export type ItemPart = { readonly on?: CalendarDate; readonly pence?: Pence };

export type CountedItem = {
  readonly id: string;
  readonly origin: Origin;
  readonly least: Pence;
  readonly most: Pence;
  readonly parts: readonly ItemPart[];
  readonly dueOn?: CalendarDate;
  readonly paidOn?: CalendarDate;
};

export type Counted = {
  readonly items: readonly CountedItem[];
  /** Why nothing can be worked out at all, if so. */
  readonly blocks: readonly Reason[];
  readonly notes: readonly Reason[];
  readonly missing: readonly FactId[];
  readonly test: YesNo;
};

/** Sorts an offer into what counts, what perhaps counts and what is ignored, under one benefit's law. */
export function countOffer(counting: {
  readonly offer: Offer;
  readonly test: YesNo;
  readonly protection: Protection;
  readonly activityCalled: (id: string) => Activity | undefined;
}): Counted {
  const { offer, test } = counting;
  const found: Found = { items: [], blocks: new Set(), notes: new Set(), missing: new Set() };
  const all: Counting = { ...counting, found };
  for (const payment of offer.payments) countPayment(payment, all);
  for (const expense of offer.expenses) countExpense(expense, all);
  return { items: found.items, blocks: [...found.blocks], notes: [...found.notes], missing: [...found.missing], test };
}

type Found = {
  readonly items: CountedItem[];
  readonly blocks: Set<Reason>;
  readonly notes: Set<Reason>;
  readonly missing: Set<FactId>;
};
type Counting = Parameters<typeof countOffer>[0] & { readonly found: Found };

function countPayment(payment: Payment, counting: Counting): void {
  const { found } = counting;
  if (payment.kind === "voucher") {
    if (payment.pence > 0) found.blocks.add("voucher-not-certain");
    return;
  }
  if (payment.kind === "donation") {
    countTurnedDown(payment, { pence: payment.pence, agreed: payment.agreed }, counting);
    return;
  }
  const { least, most } = takeHome(payment, counting.protection);
  if (least !== most) found.missing.add("take-home-pay");
  found.items.push(itemOf(payment, "payment", { least, most }, partsOf(payment.for, payment.pence, counting)));
  if (payment.turnedDown !== undefined) countTurnedDown(payment, payment.turnedDown, counting);
}

// Before tax is known the fee could be taken home whole, or hardly at all; the limit has to be kept either way.
function takeHome(fee: Fee, protection: Protection): { readonly least: Pence; readonly most: Pence } {
  const known = fee.payroll === "no" ? fee.pence : fee.payroll === "yes" ? fee.takeHomePence : undefined;
  const deduction = pensionDeduction(fee.pensionPence, protection);
  if (known !== undefined) return { least: less(known, deduction), most: less(known, deduction) };
  return { least: nothing, most: less(fee.pence, deduction) };
}

/** The part of a pension contribution that comes off earnings; a half penny is never rounded in the payment's favour. */
export function pensionDeduction(pension: Pence | undefined, protection: Pick<Protection, "pension">): Pence {
  if (pension === undefined || protection.pension === "none") return nothing;
  return protection.pension === "all" ? pension : penceOf(Math.floor(pension / 2));
}

function less(amount: Pence, deduction: Pence): Pence {
  return amount > deduction ? subtract(amount, deduction) : nothing;
}

function countTurnedDown(
  payment: Payment,
  turnedDown: { readonly pence: Pence; readonly agreed: "before-activity" | "after-activity" | "not-sure" },
  counting: Counting,
): void {
  const { test, protection, found } = counting;
  if (turnedDown.pence <= 0) return;
  if (test === "not-sure") {
    found.blocks.add("service-user-not-sure");
    found.missing.add("service-user-test");
    return;
  }
  if (test === "yes" && turnedDown.agreed === "before-activity" && protection.choosingLess === "covered") {
    found.notes.add("turned-down-before");
    return;
  }
  found.notes.add(turnedDown.agreed === "after-activity" ? "given-away-after" : "turned-down-not-certain");
  const parts = partsOf(
    payment.for.map(({ activity }) => ({ activity })),
    turnedDown.pence,
    counting,
  );
  found.items.push(itemOf(payment, "turned-down", { least: nothing, most: turnedDown.pence }, parts));
}

function countExpense(expense: Expense, counting: Counting): void {
  const { test, protection, found } = counting;
  if (expense.pence <= 0) return;
  if (test === "not-sure" && dependsOnTest(expense.kind, expense.meetsActualCost)) {
    found.blocks.add("service-user-not-sure");
    found.missing.add("service-user-test");
    return;
  }
  const byRule = treatmentOfCost(expense.kind, expense.meetsActualCost, test === "no" ? "no" : "yes");
  const treatment = byRule === "ignored" && protection.costs === "perhaps-ignored" ? "perhaps-counts" : byRule;
  if (treatment === "ignored") {
    found.notes.add("expenses-ignored");
    return;
  }
  found.notes.add(treatment === "counts" ? "expenses-count" : "expenses-perhaps-count");
  const paidFor = expense.activity === undefined ? [] : [{ activity: expense.activity }];
  const least = treatment === "counts" ? expense.pence : nothing;
  found.items.push(itemOf(expense, "cost-that-counts", { least, most: expense.pence }, partsOf(paidFor, expense.pence, counting)));
}

function partsOf(paidFor: readonly PaidFor[], whole: Pence, { activityCalled }: Pick<Counting, "activityCalled">): readonly ItemPart[] {
  let named = 0;
  for (const part of paidFor) named += part.pence ?? NaN;
  return paidFor.map(({ activity, pence }) => {
    const on = activityCalled(activity)?.on;
    if (named === whole && pence !== undefined) return on === undefined ? { pence } : { on, pence };
    return on === undefined ? {} : { on };
  });
}

function itemOf(
  { id, dueOn, paidOn }: Pick<Payment, "id" | "dueOn" | "paidOn"> | Pick<Expense, "id" | "dueOn" | "paidOn">,
  origin: Origin,
  { least, most }: { readonly least: Pence; readonly most: Pence },
  parts: readonly ItemPart[],
): CountedItem {
  if (dueOn !== undefined && paidOn !== undefined) return { id, origin, least, most, parts, dueOn, paidOn };
  if (dueOn !== undefined) return { id, origin, least, most, parts, dueOn };
  return paidOn === undefined ? { id, origin, least, most, parts } : { id, origin, least, most, parts, paidOn };
}
