// How claims are kept and found again, for the person's own pages and for finance alike: what is sealed where, what policy they
// are judged by, and what earlier claims of the same person already used.
import { momentOf, type CalendarDate } from "#app/domain/basics/dates.ts";
import { penceOf, sum } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { priceAttendedTime, type AttendedTime, type Attendance, type Span } from "#app/domain/payments/attended-time.ts";
import { budgetPartsOf } from "#app/domain/payments/budget-codes.ts";
import type { Choice } from "#app/domain/payments/choice.ts";
import { settleClaim, type Advance, type Claim } from "#app/domain/payments/claim.ts";
import { costPolicyInForce, expensePolicyOf, type CostPolicy } from "#app/domain/payments/cost-policy.ts";
import { isAgreedFirst, kindOfNeed } from "#app/domain/payments/costs-before.ts";
import type { AssessedExpense, Expense, ExpenseKind, ExpensePolicy } from "#app/domain/payments/expenses.ts";
import { assessCosts, makeClaim } from "#app/domain/payments/make-claim.ts";
import type { Offer } from "#app/domain/payments/offer.ts";
import type { EarlierPay } from "#app/domain/payments/price-time.ts";
import type { RateCard } from "#app/domain/payments/rate-card.ts";
import type { Db, Tx } from "#db/open.ts";
import { listCosts, listSentClaimsOf, putClaimCodes, type StoredClaim, type StoredCost } from "#db/stores/claims.ts";
import type { Invitation, Meeting } from "#db/stores/meetings.ts";
import { listCostPolicies } from "#db/stores/cost-policies.ts";
import { listCostRequestsOf, type StoredCostRequest } from "#db/stores/cost-requests.ts";
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

/** The columns of a claim that was sent: the whole of it sealed, and what it comes to for lists and totals. */
export function sentColumns(context: Context, claimId: string, claim: Claim) {
  const { time, costs, access, toPay } = settleClaim(claim);
  return {
    sent: sealOf(context, claimId, "sent", JSON.stringify(claim)),
    forTime: time,
    forCosts: sum([costs, access]),
    toPay,
    budgetCode: claim.budgetCode ?? "",
    isSplit: claim.budgetSplit !== undefined,
    timeRoles: rolesIn(claim),
  };
}

/** In which roles time was given: the codes of the rate lines, each once. */
export function rolesIn({ lines }: Pick<Claim, "lines">): readonly string[] {
  return [...new Set(lines.flatMap((line) => (line.about === "time" ? [line.priced.line.code] : [])))];
}

/** Keeps what each budget code pays, beside `sentColumns` at every save of a sent claim. */
export async function saveBudgetParts(tx: Tx, claimId: string, claim: Claim): Promise<void> {
  await putClaimCodes(tx, claimId, claim.budgetSplit === undefined ? [] : budgetPartsOf(claim));
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

/** The organisation's own rules for costs, the first to start first. */
export async function costPoliciesOf(db: Db | Tx, organisationId: string): Promise<readonly CostPolicy[]> {
  return (await listCostPolicies(db, organisationId)).map(({ policy }) => policy);
}

/**
 * The organisation's rules for costs of one offer on a day, so that a later change changes nothing before it. Without rules of its
 * own, every cost without a receipt goes to a person and the rates HMRC approves on that day are paid.
 */
export function policyFor(
  organisation: Organisation,
  versions: readonly CostPolicy[],
  offer: Pick<Offer, "costsCovered">,
  on: CalendarDate,
): ExpensePolicy {
  return expensePolicyOf(costPolicyInForce(versions, on) ?? usualCostPolicy(organisation, on), {
    covered: offer.costsCovered,
    on,
    ownName: `${organisation.name}, mileage`,
    source: { title: `${organisation.name}, rules for costs`, checkedOn: on },
  });
}

/** The rules of an organisation that has written none. */
export function usualCostPolicy({ policies }: Pick<Organisation, "policies">, validFrom: CalendarDate): CostPolicy {
  return {
    validFrom,
    withoutReceiptUpTo: penceOf(wholeNumber(policies["receiptWaiverPence"]) ?? 0),
    claimWithinDays: wholeNumber(policies["claimWithinDays"]) ?? usualClaimDays,
    ceilings: {},
    meals: "none",
    mileage: "hmrc-approved",
  };
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
export type TimeOfClaim = Pick<AttendedTime, "entries" | "caps" | "cuts" | "calledOff">;

/** The claim as it stands while the person fills it in. */
export async function draftOf(context: Context, db: Db | Tx, parts: ClaimParts): Promise<DraftClaim> {
  const { claim, invitation, meeting, organisation } = parts;
  const { offer } = invitation;
  const earlier = (await listSentClaimsOf(db, claim.organisationId, claim.personId))
    .filter(({ id }) => id !== claim.id)
    .map((one) => sentClaimOf(context, one));
  const time = await timeOf(db, parts, earlier);
  const policies = await costPoliciesOf(db, claim.organisationId);
  const before = await listCostRequestsOf(db, invitation.id);
  const agreed = new Set(before.flatMap(({ state, need }) => (isAgreedFirst(state) ? [kindOfNeed[need]] : [])));
  const costs = judgeCosts(context, await listCosts(db, claim.id), earlier, {
    policyFor: (on) => policyFor(organisation, policies, offer, on),
    isAgreed: (kind) => agreed.has(kind),
  });
  const said = await choiceFor(context, db, invitation.id);
  // Somebody who is offered only costs has nothing to choose between.
  const choice: Choice | null = said ?? (offer.activities.length === 0 ? { kind: "costs-only" } : null);
  return {
    choice,
    costs,
    time: time.ok ? time.value : null,
    value: makeClaim({
      reference: claim.reference,
      person: claim.personId,
      event: meeting.id,
      activityDate: meeting.date,
      sentOn: context.today,
      offer: offer.reference,
      choice: choice ?? undefined,
      paidByEmployerForThisTime: claim.paidByEmployer,
      time: time.ok ? time.value : null,
      span: spanOf(meeting),
      costs: costs.flatMap(({ assessed }) => (assessed === null ? [] : [assessed])),
      advances: advancesAmong(before),
      booked: before.flatMap(({ state, need }) => (state === "booked" ? [kindOfNeed[need]] : [])),
      budgetCode: meeting.budgetCode,
    }),
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
    beside: invitation.givenTime ?? undefined,
    calledOff: invitation.calledOff ?? undefined,
    earlier: earlier.flatMap(paidTimeIn),
  });
  return priced.ok ? done(priced.value) : refused("not-priced");
}

/** Money the person had before the meeting, for the costs it was given for. */
function advancesAmong(requests: readonly StoredCostRequest[]): readonly Advance[] {
  return requests.flatMap((request): readonly Advance[] => {
    const { id, state, amount, sentOn, need } = request;
    if (state !== "money-sent" || amount === null || sentOn === null) return [];
    return [{ id, amount, paidOn: sentOn, covers: need === "something-else" ? "any-cost" : kindOfNeed[need] }];
  });
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

function judgeCosts(
  context: Context,
  stored: readonly StoredCost[],
  earlier: readonly Claim[],
  by: { readonly policyFor: (on: CalendarDate) => ExpensePolicy; readonly isAgreed: (kind: ExpenseKind) => boolean },
): readonly AssessedCost[] {
  const told = stored.map((cost) => {
    const expense = expenseIn(context, cost);
    return { cost, expense: expense !== null && by.isAgreed(cost.kind) ? { ...expense, agreedFirst: "yes" as const } : expense };
  });
  const assessed = assessCosts({
    expenses: told.flatMap(({ expense }) => (expense === null ? [] : [expense])),
    policyFor: by.policyFor,
    earlier: earlier.flatMap((claim) => claim.lines.flatMap((line) => (line.about === "expense" ? [line.assessed.expense] : []))),
  });
  const byId = new Map(assessed.map((one) => [one.expense.id, one]));
  return told.map(({ cost, expense }) => ({ cost, expense, assessed: expense === null ? null : (byId.get(expense.id) ?? null) }));
}
