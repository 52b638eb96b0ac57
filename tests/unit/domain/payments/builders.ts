// Builders for money: they show only what matters to a sentence and fill the rest with something plain.
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { penceOf, type Pence, type Rate } from "#app/domain/basics/money.ts";
import { settleClaim, type Claim, type ClaimLine } from "#app/domain/payments/claim.ts";
import {
  assessExpense,
  type AssessedExpense,
  type Expense,
  type ExpenseDetails,
  type ExpensePolicy,
  expenseKinds,
} from "#app/domain/payments/expenses.ts";
import { hmrcSchemeOn, type MileageScheme } from "#app/domain/payments/mileage.ts";
import { priceTime, type TimeEntry } from "#app/domain/payments/price-time.ts";
import type { Band, RateCard, RateLine } from "#app/domain/payments/rate-card.ts";
import { valueOf } from "#tests/support/results.ts";

export const day = calendarDateOf;
export const pounds = (amount: number): Pence => penceOf(Math.round(amount * 100));
export const hourly = (pence: number): Rate<"hour"> => ({ pence: penceOf(pence), per: "hour" });
export const mile = (pence: number): Rate<"mile"> => ({ pence: penceOf(pence), per: "mile" });

export function lineWith(part: Partial<RateLine>): RateLine {
  return {
    code: "hour",
    label: "Taking part",
    activities: "any",
    roles: "any",
    modes: "any",
    basis: { kind: "per-minute", hourly: hourly(2500) },
    includes: [],
    ...part,
  };
}

export function cardWith(part: Partial<RateCard> = {}): RateCard {
  return {
    id: "card",
    organisation: "Riverside Voices",
    name: "Our rates",
    version: 1,
    validFrom: day("2025-01-01"),
    source: { title: "Trustees' decision", checkedOn: day("2025-01-01") },
    published: "undated",
    breaks: { kind: "count" },
    paysPlannedTime: false,
    weekBegins: "Monday",
    lines: [lineWith({})],
    cancellation: [],
    ...part,
  };
}

export function entryWith(part: Partial<TimeEntry> = {}): TimeEntry {
  return { id: "t1", event: "M1", date: day("2026-09-10"), activity: "meeting", ...part };
}

export const bandUpTo = (minutes: number, inclusive: boolean, amount: Pence): Band => ({
  from: { minutes: 0, inclusive: false },
  to: { minutes, inclusive },
  amount,
});
export const bandFrom = (minutes: number, inclusive: boolean, amount: Pence): Band => ({
  from: { minutes, inclusive },
  to: "no-end",
  amount,
});

export const hmrcBefore2026: MileageScheme = valueOf(hmrcSchemeOn(day("2026-02-01")));

export function policyWith(part: Partial<ExpensePolicy> = {}): ExpensePolicy {
  return { covered: expenseKinds, withoutReceiptUpTo: pounds(10), claimWithinDays: 92, ceilings: {}, mileage: [hmrcBefore2026], ...part };
}

export function expenseWith(details: ExpenseDetails, part: Partial<Omit<Expense, "details">> = {}): Expense {
  return {
    id: "e1",
    date: day("2026-02-10"),
    whatFor: "Getting to the meeting",
    details,
    receipt: { kind: "photo", fileHash: "f1" },
    agreedFirst: "yes",
    paidByOrganisation: false,
    paidByEmployer: false,
    ...part,
  };
}

/** A bus fare already assessed, the plainest cost there is. */
export function fare(id: string, amount: Pence, part: Partial<Omit<Expense, "details">> = {}): AssessedExpense {
  return assessExpense({
    expense: expenseWith({ kind: "public-transport" }, { id, spent: amount, receipt: { kind: "photo", fileHash: `photo-${id}` }, ...part }),
    policy: policyWith(),
  });
}

export function expenseLine(assessed: AssessedExpense): ClaimLine {
  return { id: assessed.expense.id, about: "expense", assessed };
}

/** A claim for time at £25 an hour, one line for each number of minutes, and the costs given. */
export function claimWith(
  part: Partial<Claim> & {
    readonly minutes?: readonly number[];
    readonly costs?: readonly AssessedExpense[];
    readonly card?: RateCard;
  } = {},
): Claim {
  const { minutes = [], costs = [], card = cardWith(), ...rest } = part;
  const entries = minutes.map((length, index) => entryWith({ id: `t${index + 1}`, event: `M${index + 1}`, minutes: length }));
  const priced = valueOf(priceTime({ card, entries }));
  return {
    reference: "CLAIM001",
    person: "amina",
    event: "M1",
    activityDate: day("2026-09-10"),
    sentOn: day("2026-09-12"),
    choice: { kind: "full" },
    paidByEmployerForThisTime: "no",
    lines: [...priced.entries.map((one): ClaimLine => ({ id: one.entry.id, about: "time", priced: one })), ...costs.map(expenseLine)],
    caps: priced.caps,
    advances: [],
    leftOverDecisions: [],
    budgetCode: "INV-1",
    ...rest,
  };
}

/** What the lines shown add up to, counted again by somebody who trusts no total. */
export function addUpLines(claim: Claim): number {
  return settleClaim(claim).lines.reduce((total, line) => total + line.amount, 0);
}
