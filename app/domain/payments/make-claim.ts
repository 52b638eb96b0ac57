// One claim from what it rests on: the frozen offer, the card it was frozen with, how the person took part, their costs and what
// they had before. The pages and the price-claim command make claims here, so that they cannot differ.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { AttendedTime, Span } from "./attended-time.ts";
import type { Choice } from "./choice.ts";
import type { Advance, Claim, ClaimLine } from "./claim.ts";
import { assessExpense, type AssessedExpense, type Expense, type ExpenseKind, type ExpensePolicy } from "./expenses.ts";
import { schemeYearOf } from "./mileage.ts";

type ClaimFacts = {
  readonly reference: string;
  readonly person: string;
  readonly event: string;
  readonly activityDate: CalendarDate;
  readonly sentOn: CalendarDate;
  readonly offer: string;
  readonly choice?: Choice | undefined;
  readonly paidByEmployerForThisTime: Claim["paidByEmployerForThisTime"];
  readonly time: Pick<AttendedTime, "entries" | "caps" | "calledOff"> | null;
  /** When the meeting was, so that two at once can be noticed. */
  readonly span?: Span | undefined;
  readonly costs: readonly AssessedExpense[];
  readonly advances: readonly Advance[];
  /** Kinds of cost that were booked and paid for this person. */
  readonly booked?: readonly ExpenseKind[];
  readonly budgetCode?: string | undefined;
};

/** Puts a claim together. Its lines are the time, then the costs, in the order given. */
export function makeClaim(facts: ClaimFacts): Claim {
  const { time, span, costs, choice, budgetCode } = facts;
  const lines: readonly ClaimLine[] = [
    ...(time?.entries ?? []).map((priced): ClaimLine => ({
      id: `time-${priced.entry.id}`,
      about: "time",
      priced,
      ...(priced.entry.activity === "meeting" && span !== undefined ? { span } : {}),
    })),
    ...costs.map((assessed): ClaimLine => ({ id: assessed.expense.id, about: "expense", assessed })),
  ];
  return {
    reference: facts.reference,
    person: facts.person,
    event: facts.event,
    activityDate: facts.activityDate,
    sentOn: facts.sentOn,
    offer: facts.offer,
    ...(choice === undefined ? {} : { choice }),
    paidByEmployerForThisTime: facts.paidByEmployerForThisTime,
    lines,
    caps: time?.caps ?? [],
    ...(time?.calledOff === undefined ? {} : { calledOff: time.calledOff }),
    advances: facts.advances,
    leftOverDecisions: [],
    ...(facts.booked === undefined || facts.booked.length === 0 ? {} : { booked: facts.booked }),
    ...(budgetCode === undefined || budgetCode === "" ? {} : { budgetCode }),
  };
}

/**
 * Judges the costs of one claim in order, so that each journey knows the miles before it: those of `earlier` claims of the same
 * person in the scheme's year, and those already in this claim.
 */
export function assessCosts(input: {
  readonly expenses: readonly Expense[];
  readonly policyFor: (on: CalendarDate) => ExpensePolicy;
  readonly earlier: readonly Expense[];
}): readonly AssessedExpense[] {
  const before = [...input.earlier];
  return input.expenses.map((expense) => {
    const policy = input.policyFor(expense.date);
    const scheme = policy.mileage[0];
    const milesTenthsBefore = milesBefore(expense, before, scheme?.yearBegins ?? taxYearBegins);
    const milesTenthsBeforeInTaxYear = milesBefore(expense, before, taxYearBegins);
    before.push(expense);
    return assessExpense({ expense, policy, milesTenthsBefore, milesTenthsBeforeInTaxYear });
  });
}

const taxYearBegins = "04-06";

function milesBefore({ details, date }: Expense, before: readonly Expense[], yearBegins: string): number {
  if (details.kind !== "own-vehicle") return 0;
  const year = schemeYearOf({ yearBegins }, date);
  return before.reduce((tenths, other) => {
    if (other.details.kind !== "own-vehicle" || other.details.vehicle !== details.vehicle) return tenths;
    return schemeYearOf({ yearBegins }, other.date) === year ? tenths + other.details.milesTenths : tenths;
  }, 0);
}
