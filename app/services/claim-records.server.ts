// How claims are kept and found again, for the person's own pages and for finance alike: what is sealed where, what policy they
// are judged by, and what earlier claims of the same person already used.
import { addDays, momentOf, type CalendarDate } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { priceAttendedTime, type Attendance, type Span } from "#app/domain/payments/attended-time.ts";
import type { Choice } from "#app/domain/payments/choice.ts";
import type { Claim, ClaimLine } from "#app/domain/payments/claim.ts";
import { assessExpense, type AssessedExpense, type Expense, type ExpensePolicy } from "#app/domain/payments/expenses.ts";
import { hmrcSchemeOn, schemeYearOf } from "#app/domain/payments/mileage.ts";
import type { Offer } from "#app/domain/payments/offer.ts";
import type { EarlierPay, PricedTime } from "#app/domain/payments/price-time.ts";
import type { RateCard } from "#app/domain/payments/rate-card.ts";
import type { Db, Tx } from "#db/open.ts";
import { listCosts, listSentClaimsOf, type StoredClaim, type StoredCost } from "#db/stores/claims.ts";
import type { Invitation, Meeting } from "#db/stores/meetings.ts";
import { listRateCards } from "#db/stores/rate-cards.ts";
import type { Context } from "./context.server.ts";
import type { Organisation } from "./organisations.server.ts";
import { choiceFor } from "./payment-choice.server.ts";

type TextColumn = "sent" | "time_differs" | "question" | "answer" | "why";

/** Seals one text of a claim. */
export function sealOf(context: Context, claimId: string, column: TextColumn, text: string) {
  return context.vault.seal(text, { table: "claims", column, row: claimId });
}

/** Opens one text of a claim; nothing was said where there is none. */
export function openedText(context: Context, claim: StoredClaim, column: Exclude<TextColumn, "sent">): string {
  const sealed = { time_differs: claim.timeDiffers, question: claim.question, answer: claim.answer, why: claim.why }[column];
  return sealed === null ? "" : context.vault.unseal(sealed, { table: "claims", column, row: claim.id });
}

/** The claim as it was sent, with what was decided since. Throws for one that was never sent. */
export function sentClaimOf(context: Context, claim: StoredClaim): Claim {
  if (claim.sent === null) throw new Error("A claim that was never sent was read as sent");
  return JSON.parse(context.vault.unseal(claim.sent, { table: "claims", column: "sent", row: claim.id })) as Claim;
}

const expensePlace = (row: string) => ({ table: "claim_lines", column: "expense", row });

/** Seals a cost. */
export function sealedExpense(context: Context, costId: string, expense: Expense) {
  return context.vault.seal(JSON.stringify(expense), expensePlace(costId));
}

/** A cost as the person told it, or null while its details are not saved. */
export function expenseIn(context: Context, cost: StoredCost): Expense | null {
  return cost.expense === null ? null : (JSON.parse(context.vault.unseal(cost.expense, expensePlace(cost.id))) as Expense);
}

/** Days for claiming where the organisation has not said: three months, the longer of the limits seen (payments.md section c). */
const usualClaimDays = 92;

/**
 * The organisation's policy for costs of one offer. Without a limit of its own, every cost without a receipt goes to a person;
 * without a mileage scheme of its own, the rates HMRC approves on that day are paid.
 */
export function policyFor(organisation: Organisation, offer: Pick<Offer, "costsCovered">, on: CalendarDate): ExpensePolicy {
  const { policies } = organisation;
  const scheme = hmrcSchemeOn(on);
  return {
    covered: offer.costsCovered,
    withoutReceiptUpTo: penceOf(wholeNumber(policies["receiptWaiverPence"]) ?? 0),
    claimWithinDays: wholeNumber(policies["claimWithinDays"]) ?? usualClaimDays,
    ceilings: {},
    mileage: scheme.ok ? [scheme.value] : [],
  };
}

/** The last day a claim is in time. */
export function claimByDay(policy: Pick<ExpensePolicy, "claimWithinDays">, activityDate: CalendarDate): CalendarDate {
  return addDays(activityDate, policy.claimWithinDays);
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,6}$/u.test(text) ? Number(text) : undefined;
}

/** Everything a claim is made from. */
export type ClaimParts = {
  readonly claim: StoredClaim;
  readonly invitation: Invitation & { readonly offer: Offer };
  readonly meeting: Meeting & { readonly date: CalendarDate };
  readonly organisation: Organisation;
};

export type AssessedCost = {
  readonly cost: StoredCost;
  readonly expense: Expense | null;
  readonly assessed: AssessedExpense | null;
};

export type DraftClaim = {
  readonly value: Claim;
  readonly choice: Choice | null;
  readonly costs: readonly AssessedCost[];
  /** Null when the card cannot price what was given, and a person has to. */
  readonly time: TimeOfClaim | null;
};

/** Priced time; without any where the offer pays for none. */
export type TimeOfClaim = Pick<PricedTime, "entries" | "caps" | "cuts">;

/** The claim as it stands while the person fills it in. */
export async function draftOf(context: Context, db: Db | Tx, parts: ClaimParts): Promise<DraftClaim> {
  const { claim, invitation, meeting, organisation } = parts;
  const { offer } = invitation;
  const earlier = (await listSentClaimsOf(db, claim.organisationId, claim.personId))
    .filter(({ id }) => id !== claim.id)
    .map((one) => sentClaimOf(context, one));
  const time = await timeOf(db, parts, earlier);
  const costs = assessCosts(context, await listCosts(db, claim.id), policyFor(organisation, offer, meeting.date), earlier);
  const said = await choiceFor(context, db, invitation.id);
  // Somebody who is offered only costs has nothing to choose between.
  const choice: Choice | null = said ?? (offer.activities.length === 0 ? { kind: "costs-only" } : null);
  const span = spanOf(meeting);
  const lines: readonly ClaimLine[] = [
    ...(time.ok ? time.value.entries : []).map((priced): ClaimLine => ({
      id: `time-${priced.entry.id}`,
      about: "time",
      priced,
      ...(priced.entry.activity === "meeting" && span !== undefined ? { span } : {}),
    })),
    ...costs.flatMap(({ cost, assessed }): readonly ClaimLine[] =>
      assessed === null ? [] : [{ id: cost.id, about: "expense", assessed }],
    ),
  ];
  return {
    choice,
    costs,
    time: time.ok ? time.value : null,
    value: {
      reference: claim.reference,
      person: claim.personId,
      event: meeting.id,
      activityDate: meeting.date,
      sentOn: context.today,
      offer: offer.reference,
      ...(choice === null ? {} : { choice }),
      paidByEmployerForThisTime: claim.paidByEmployer,
      lines,
      caps: time.ok ? time.value.caps : [],
      advances: [],
      leftOverDecisions: [],
      ...(meeting.budgetCode === "" ? {} : { budgetCode: meeting.budgetCode }),
    },
  };
}

async function timeOf(
  db: Db | Tx,
  { claim, invitation }: ClaimParts,
  earlier: readonly Claim[],
): Promise<Result<TimeOfClaim, "not-priced">> {
  const { offer } = invitation;
  if (offer.activities.length === 0) return done({ entries: [], caps: [], cuts: [] });
  const card = await cardOf(db, claim.organisationId, offer);
  if (card === undefined) return refused("not-priced");
  const priced = priceAttendedTime({
    offer,
    card,
    attendance: (invitation.attendance ?? "not") as Attendance,
    minutes: invitation.attendedMinutes ?? 0,
    earlier: earlier.flatMap(paidTimeIn),
  });
  return priced.ok ? done(priced.value) : refused("not-priced");
}

/** The version of the card an offer was frozen with. */
async function cardOf(db: Db | Tx, organisationId: string, offer: Offer): Promise<RateCard | undefined> {
  const cards = await listRateCards(db, organisationId);
  return cards.map(({ card }) => card).find((card) => card.id === offer.card.id && card.version === offer.card.version);
}

function paidTimeIn(claim: Claim): readonly EarlierPay[] {
  return claim.lines.flatMap((line) =>
    line.about === "time"
      ? [{ lineCode: line.priced.line.code, date: line.priced.entry.date, amount: line.decision?.amount ?? line.priced.amount }]
      : [],
  );
}

function spanOf({ date, startsAt, endsAt }: Meeting): Span | undefined {
  if (date === null || startsAt === null || endsAt === null) return undefined;
  const from = momentOf(date, startsAt);
  const to = momentOf(date, endsAt);
  return from.ok && to.ok ? { from: from.value, to: to.value } : undefined;
}

function assessCosts(
  context: Context,
  stored: readonly StoredCost[],
  policy: ExpensePolicy,
  earlier: readonly Claim[],
): readonly AssessedCost[] {
  const before: Expense[] = earlier.flatMap((claim) =>
    claim.lines.flatMap((line) => (line.about === "expense" ? [line.assessed.expense] : [])),
  );
  return stored.map((cost) => {
    const expense = expenseIn(context, cost);
    if (expense === null) return { cost, expense, assessed: null };
    const miles = milesBefore(expense, before, policy);
    before.push(expense);
    return {
      cost,
      expense,
      assessed: assessExpense({ expense, policy, milesTenthsBefore: miles, milesTenthsBeforeInTaxYear: miles }),
    };
  });
}

// HMRC's scheme year is the tax year, so one count serves both.
function milesBefore({ details, date }: Expense, before: readonly Expense[], policy: ExpensePolicy): number {
  const scheme = policy.mileage[0];
  if (details.kind !== "own-vehicle" || scheme === undefined) return 0;
  const year = schemeYearOf(scheme, date);
  return before.reduce((tenths, other) => {
    const isSame =
      other.details.kind === "own-vehicle" && other.details.vehicle === details.vehicle && schemeYearOf(scheme, other.date) === year;
    return isSame && other.details.kind === "own-vehicle" ? tenths + other.details.milesTenths : tenths;
  }, 0);
}
