// The lists of claims finance works through: the queue, what is held or late, how many there are and what they come to. Nothing of what
// somebody needs or gets is in any of them.
import { addDays, addMonths, addWorkingDays, type CalendarDate, dayIn, daysBetween } from "#app/domain/basics/dates.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import type { FinanceOfficer, FinanceReader } from "#app/domain/people/actors.ts";
import type { ClaimWithPeople, StoredClaim, StoredClaimState } from "#db/stores/claims.ts";
import {
  countLate,
  countQueue,
  firstPayBy,
  listCodes,
  listDueBetween,
  listLate,
  listQueue,
  totalsByCode,
  type CodeTotal,
  type QueueOrder,
  type Turn,
} from "#db/stores/claim-queue.ts";
import { openedText, sentClaimOf, sentColumns } from "./claim-records.server.ts";
import type { Context } from "./context.server.ts";

export { queueOrders } from "#db/stores/claim-queue.ts";

export type QueuedClaim = {
  readonly claimId: string;
  readonly reference: string;
  readonly person: string;
  readonly meeting: string;
  readonly forTime: Pence;
  readonly forCosts: Pence;
  readonly total: Pence;
  readonly payBy: CalendarDate | null;
  readonly waitingSince: CalendarDate | null;
  readonly state: Exclude<StoredClaimState, "open">;
  /** Whose turn it is. */
  readonly waitsFor: "check" | "authorise" | "pay" | "the-person" | "hold" | "nobody";
  readonly daysLate: number;
  readonly budgetCode: string;
};

const claimsOnPage = 50;

/** Which claims a list shows, as its address says. */
export type WantedQueue = {
  readonly turn: Turn;
  readonly order?: QueueOrder;
  readonly isDescending?: boolean;
  readonly budgetCode?: string;
  readonly payBy?: CalendarDate | null;
  readonly state?: Exclude<StoredClaimState, "open"> | null;
  readonly page?: number;
};

export type ClaimQueue = { readonly claims: readonly QueuedClaim[]; readonly total: number; readonly pages: number };

/** One page of a queue: the first to be paid first, unless another order is asked for. */
export async function claimQueue(context: Context, finance: FinanceReader, wanted: WantedQueue): Promise<ClaimQueue> {
  const filters = {
    turn: wanted.turn,
    budgetCode: wanted.budgetCode ?? "",
    payBy: wanted.payBy ?? null,
    state: wanted.state ?? null,
  };
  const total = await countQueue(context.db, finance.organisationId, filters);
  const found = await listQueue(context.db, finance.organisationId, {
    ...filters,
    order: wanted.order ?? "pay-by",
    isDescending: wanted.isDescending ?? false,
    from: ((wanted.page ?? 1) - 1) * claimsOnPage,
    atMost: claimsOnPage,
  });
  return {
    claims: found.map((one) => queuedOf(context, one)),
    total,
    pages: Math.max(1, Math.ceil(total / claimsOnPage)),
  };
}

/** A claim as lists show it. */
export function queuedOf(context: Context, { claim, person, meeting }: ClaimWithPeople): QueuedClaim {
  const { forTime, forCosts, toPay, budgetCode } =
    claim.forTime === null || claim.forCosts === null || claim.toPay === null
      ? sentColumns(context, claim.id, sentClaimOf(context, claim))
      : { forTime: claim.forTime, forCosts: claim.forCosts, toPay: claim.toPay, budgetCode: claim.budgetCode };
  const isPaid = claim.state === "paid";
  return {
    claimId: claim.id,
    reference: claim.reference,
    person: person.name,
    meeting: meeting.name,
    forTime,
    forCosts,
    total: toPay,
    payBy: claim.payBy,
    waitingSince: claim.sentAt === null ? null : dayIn(claim.sentAt),
    state: claim.state === "open" ? "sent" : claim.state,
    waitsFor: turnOf(claim),
    daysLate: claim.payBy === null || isPaid ? 0 : Math.max(0, daysBetween(claim.payBy, context.today)),
    budgetCode,
  };
}

function turnOf({ state, sentBackTo }: StoredClaim): QueuedClaim["waitsFor"] {
  if (state === "sent-back") return sentBackTo === "checker" ? "check" : "the-person";
  return ({ open: "nobody", sent: "check", checked: "authorise", agreed: "pay", paid: "nobody", "on-hold": "hold" } as const)[state];
}

/** How many claims wait for each part and how many are late, with the first day of each, for "Today" and the payments page. */
export async function financeCounts(
  context: Context,
  finance: FinanceOfficer,
): Promise<{
  readonly check: number;
  readonly authorise: number;
  readonly pay: number;
  readonly hold: number;
  readonly late: number;
  readonly checkFirst: CalendarDate | null;
  readonly authoriseFirst: CalendarDate | null;
}> {
  const counted = async (turn: Turn) => countQueue(context.db, finance.organisationId, { turn, budgetCode: "", payBy: null, state: null });
  return {
    check: await counted("check"),
    authorise: await counted("authorise"),
    pay: await counted("pay"),
    hold: await counted("hold"),
    late: await countLate(context.db, finance.organisationId, context.today),
    checkFirst: await firstPayBy(context.db, finance.organisationId, "check"),
    authoriseFirst: await firstPayBy(context.db, finance.organisationId, "authorise"),
  };
}

/** The budget codes in use. */
export async function budgetCodes(context: Context, finance: FinanceReader): Promise<readonly string[]> {
  return listCodes(context.db, finance.organisationId);
}

/** What claims come to by budget code: waiting, agreed, and paid in the financial year from April. */
export async function budgetTotals(context: Context, finance: FinanceOfficer, from: CalendarDate): Promise<readonly CodeTotal[]> {
  return totalsByCode(context.db, finance.organisationId, { from, to: addDays(addMonths(from, 12), -1) });
}

export type Held = QueuedClaim & {
  readonly firstName: string;
  readonly personId: string;
  readonly why: string;
  readonly since: CalendarDate | null;
  readonly daysWaiting: number;
};

const heldShown = 200;

/** How many working days before it is late a payment is said to be late soon (payments.md section a). */
const soonWorkingDays = 2;

export type HeldAndLate = {
  readonly onHold: readonly Held[];
  readonly withPeople: readonly Held[];
  readonly late: readonly Held[];
  /** Due today or within two working days; not known where the bank holidays of those days are not held. */
  readonly soonLate: readonly Held[] | "not-known";
};

/** What is on hold, what waits for the person, and what is late: each with why and since when. */
export async function heldAndLate(context: Context, finance: FinanceOfficer): Promise<HeldAndLate> {
  const of = (one: ClaimWithPeople): Held => ({
    ...queuedOf(context, one),
    firstName: one.person.name.split(" ")[0] ?? one.person.name,
    personId: one.person.id,
    why: one.claim.state === "sent-back" ? openedText(context, one.claim, "question") : openedText(context, one.claim, "why"),
    since: one.claim.movedOn ?? (one.claim.sentAt === null ? null : dayIn(one.claim.sentAt)),
    daysWaiting: daysBetween(one.claim.movedOn ?? (one.claim.sentAt === null ? context.today : dayIn(one.claim.sentAt)), context.today),
  });
  const list = async (turn: Turn) =>
    (
      await listQueue(context.db, finance.organisationId, {
        turn,
        order: "pay-by",
        isDescending: false,
        budgetCode: "",
        payBy: null,
        state: null,
        from: 0,
        atMost: heldShown,
      })
    ).map(of);
  const soon = addWorkingDays(context.today, soonWorkingDays, context.holidaysOf("england"));
  return {
    onHold: await list("hold"),
    withPeople: await list("the-person"),
    late: (await listLate(context.db, finance.organisationId, context.today, heldShown)).map(of),
    soonLate: soon.ok
      ? (await listDueBetween(context.db, finance.organisationId, { from: context.today, to: soon.value }, heldShown)).map(of)
      : "not-known",
  };
}
