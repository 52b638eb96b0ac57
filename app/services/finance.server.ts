// Claims as finance sees and decides them: queue, check, authorise, pay. Nothing of what somebody needs or gets is in any view
// here: an access cost is an amount. Every action goes through the claim's own rules and is signed in the same change.
import { addDays, addMonths, addWorkingDays, type CalendarDate, dayIn, daysBetween, type Instant } from "#app/domain/basics/dates.ts";
import { nothing, subtract, sum, type Pence } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { AccountNumber, SortCode } from "#app/domain/payments/bank-details.ts";
import type { Charity } from "#app/domain/payments/choice.ts";
import { type ClaimFlag, repeatsThatBlock } from "#app/domain/payments/claim-flags.ts";
import { actOnClaim, type ClaimAction, type ClaimRefusal, type ClaimState, mayDecideLines } from "#app/domain/payments/claim-states.ts";
import { budgetPartsOf, fitsPattern, splitClaim, type BudgetPart } from "#app/domain/payments/budget-codes.ts";
import {
  decideLine,
  findBlocks,
  groupOf,
  settleClaim,
  type BudgetSplit,
  type Claim,
  type ClaimBlock,
  type SettledLine,
} from "#app/domain/payments/claim.ts";
import type { ExpenseFinding, ExpenseKind } from "#app/domain/payments/expenses.ts";
import type { PricedMileage } from "#app/domain/payments/mileage.ts";
import type { PaymentMethod } from "#app/domain/payments/offer.ts";
import { layOutPaymentSheet, type PaymentSheet } from "#app/domain/payments/payment-form.ts";
import type { PayeeNeed } from "#app/domain/payments/payee.ts";
import { budgetCodePatternIn } from "#app/domain/payments/paying-rules.ts";
import type { WorkingStep } from "#app/domain/payments/price-time.ts";
import type { Activity } from "#app/domain/payments/rate-card.ts";
import { stillGiven } from "#app/domain/payments/vouchers.ts";
import { auditActorOf, type FinanceOfficer, type FinanceReader } from "#app/domain/people/actors.ts";
import { amountChangedMessage, claimPaidMessage, claimQuestionMessage, claimWaitsMessage } from "#app/words/claims.ts";
import { record } from "#db/audit.ts";
import type { Db, Tx } from "#db/open.ts";
import { listStaff } from "#db/stores/accounts.ts";
import {
  addFinding,
  addStep,
  findCostOfFile,
  findFiles,
  findSentClaim,
  listSentClaims,
  listClaimHistory,
  listCosts,
  saveClaim,
  type ClaimWithPeople,
  type StoredClaim,
  type StoredClaimState,
} from "#db/stores/claims.ts";
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
import { listVouchersOfClaims } from "#db/stores/vouchers.ts";
import { openedText, saveBudgetParts, sealOf, sentClaimOf, sentColumns } from "./claim-records.server.ts";
import { columnsOf, isFinance } from "./claim-signing.server.ts";
import { claimAtHand, type ClaimAtHand, claimsAtHand, otherNames, type RepeatView, whyRepeatPlace } from "./claims-at-hand.server.ts";
import type { Context } from "./context.server.ts";
import { endingOf, readStoredFile } from "./files.server.ts";
import { isEasyUnseen, type Message, queueMessageTo } from "./messages.server.ts";
import { organisationOf } from "./organisations.server.ts";
import { runDeadline } from "./run-work.server.ts";
import { taxTreatmentOf } from "./tax-decisions.server.ts";
import { bankDetailsForPayment, choiceForFinance, type BankDetails, type BankOnFile } from "./payment-choice.server.ts";

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

export { queueOrders } from "#db/stores/claim-queue.ts";

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

export type CheckLine = {
  readonly id: string;
  /** What finance may know it as. An access cost has neither a kind nor words. */
  readonly what:
    | {
        readonly kind: "time";
        readonly activity: Activity;
        readonly rate: string;
        readonly working: readonly WorkingStep[];
        readonly minutes: number | null;
      }
    | { readonly kind: "cost"; readonly expense: ExpenseKind; readonly whatFor: string; readonly mileage: PricedMileage | null }
    | { readonly kind: "access" };
  readonly date: CalendarDate;
  readonly claimed: Pence;
  /** What the rules pay without anybody deciding, and what somebody else pays. */
  readonly byTheRules: Pence;
  readonly notDue: Pence;
  readonly amount: Pence;
  readonly difference: Pence;
  /** Waits for a person to decide. */
  readonly toDecide: Pence | null;
  readonly receipt:
    | { readonly kind: "not-needed" }
    | { readonly kind: "photo"; readonly fileId: string; readonly mediaType: string }
    | { readonly kind: "held-back" }
    | { readonly kind: "will-post" | "not-said" }
    | { readonly kind: "lost" | "none-given"; readonly reason: string };
  readonly findings: readonly ExpenseFinding[];
  readonly decision: { readonly why: string; readonly by: string; readonly on: CalendarDate } | null;
};

export type TakenOff = { readonly id: string; readonly amount: Pence; readonly line: SettledLine };

export type Instruction = {
  readonly toPay: Pence;
  readonly payee: string;
  readonly ownGift: { readonly charity: Charity; readonly amount: Pence } | null;
  readonly notBefore: CalendarDate | null;
  readonly notAfter: CalendarDate | null;
};

export type CheckView = {
  readonly claimId: string;
  readonly reference: string;
  readonly person: string;
  readonly firstName: string;
  readonly meeting: string;
  readonly meetingDate: CalendarDate;
  readonly state: Exclude<StoredClaimState, "open">;
  readonly version: number;
  readonly lines: readonly CheckLine[];
  readonly takenOff: readonly TakenOff[];
  readonly forTime: Pence;
  readonly forCosts: Pence;
  readonly forAccess: Pence;
  readonly blocks: readonly ClaimBlock[];
  readonly flags: readonly ClaimFlag[];
  /** What may be claimed twice, and what a person decided about each. */
  readonly repeats: readonly RepeatView[];
  /** The card the offer was made by; null where only costs are paid. */
  readonly card: { readonly name: string; readonly version: number; readonly validFrom: CalendarDate } | null;
  /** Who typed in a claim that came on paper or by phone, and the day it came. */
  readonly typedIn: {
    readonly from: "paper" | "phone";
    readonly by: readonly string[];
    readonly receivedOn: CalendarDate | null;
    readonly hasScan: boolean;
  } | null;
  /** What the organisation recorded for this role, and never more. */
  readonly taxTreatment: { readonly recorded: string } | "not-recorded";
  readonly budgetParts: readonly BudgetPart[];
  readonly budgetSplit: BudgetSplit | null;
  readonly instruction: Instruction;
  readonly bank: BankOnFile | null;
  readonly personId: string;
  readonly payeeNeeds: readonly PayeeNeed[];
  readonly run: { readonly runId: string; readonly number: number } | null;
  readonly budgetCode: string;
  readonly timeDiffers: string;
  readonly question: string;
  readonly answer: string;
  readonly why: string;
  readonly history: readonly { readonly at: Instant; readonly action: string; readonly name: string | null; readonly isPerson: boolean }[];
  readonly payBy: CalendarDate | null;
  readonly paidOn: CalendarDate | null;
  /** Whether this is the viewer's own claim. */
  readonly isOwn: boolean;
  /** Names of those who could authorise it. */
  readonly couldAuthorise: readonly string[];
  /** Why this officer may not do these things now; nothing where they may. */
  readonly refusals: { readonly pass: ClaimRefusal | null; readonly authorise: ClaimRefusal | null; readonly pay: ClaimRefusal | null };
};

/** A claim as whoever checks or authorises it sees it. */
export async function claimForFinance(context: Context, finance: FinanceReader, claimId: string): Promise<Result<CheckView, "not-found">> {
  const loaded = await claimAtHand(context, context.db, finance, claimId, { isRead: true });
  if (loaded === null) return refused("not-found");
  const { claim, person, meeting, value, state, actor, facts, flags, bank, staff } = loaded;
  const settled = settleClaim(value);
  const chosen = await choiceForFinance(context, finance, claim.invitationId);
  const terms = chosen.ok ? chosen.value : null;
  const files = await filesOf(context, claim);
  const refusalOf = (action: ClaimAction) => {
    const answer = actOnClaim({ state, action, actor, facts, today: context.today });
    return answer.ok ? null : answer.refusal;
  };
  const history = await listClaimHistory(context.db, finance.organisationId, claim.id);
  return done({
    claimId: claim.id,
    reference: claim.reference,
    person: person.name,
    firstName: person.name.split(" ")[0] ?? person.name,
    meeting: meeting.name,
    meetingDate: value.activityDate,
    state: claim.state === "open" ? "sent" : claim.state,
    version: claim.version,
    lines: checkLinesOf(value, files),
    takenOff: settled.lines.flatMap((line) => (line.because.kind === "line" ? [] : [{ id: line.id, amount: line.amount, line }])),
    forTime: settled.time,
    forCosts: settled.costs,
    forAccess: settled.access,
    blocks: facts.blocks,
    flags: flags.filter(({ flag }) => !shownElsewhere.has(flag)),
    repeats: loaded.repeats,
    card: await cardOfClaim(context.db, claim),
    typedIn:
      claim.enteredFrom === null
        ? null
        : { from: claim.enteredFrom, by: loaded.typists, receivedOn: claim.receivedOn, hasScan: claim.scanFileId !== null },
    taxTreatment: await taxTreatmentOf(context.db, finance.organisationId, value, claim.paidOn ?? context.today),
    budgetParts: budgetPartsOf(value),
    budgetSplit: value.budgetSplit ?? null,
    instruction: {
      toPay: settled.toPay,
      payee: person.name,
      ownGift: settled.ownGift ?? null,
      notBefore: terms?.earliest ?? null,
      notAfter: lastDayToPay(claim, terms?.latest ?? null),
    },
    bank,
    personId: person.id,
    payeeNeeds: loaded.payee?.answer.needs ?? [],
    run: loaded.run,
    budgetCode: value.budgetCode ?? "",
    timeDiffers: openedText(context, claim, "time_differs"),
    question: openedText(context, claim, "question"),
    answer: openedText(context, claim, "answer"),
    why: openedText(context, claim, "why"),
    history: history.map(({ at, action, actorKind, name }) => ({ at, action, name, isPerson: actorKind === "attendee" })),
    payBy: claim.payBy,
    paidOn: claim.paidOn,
    isOwn: actor.person === claim.personId,
    couldAuthorise: otherNames(context, staff, finance, loaded),
    refusals: {
      pass: refusalOf({ action: "pass" }),
      authorise: refusalOf({ action: "authorise" }),
      pay: refusalOf({ action: "release" }),
    },
  });
}

// The day planned when the person chose, unless the claim came after it: then the day they were told when they sent it.
function lastDayToPay({ sentAt, payBy }: StoredClaim, planned: CalendarDate | null): CalendarDate | null {
  return planned !== null && sentAt !== null && planned >= dayIn(sentAt) ? planned : payBy;
}

// An own claim and repeats have their own place on the page; what is found about one cost stands beside it.
const shownElsewhere: ReadonlySet<ClaimFlag["flag"]> = new Set([
  "own-claim",
  "expense",
  "claimed-already",
  "looks-alike",
  "at-the-same-time",
  "booked-already",
]);

async function cardOfClaim(db: Db | Tx, { invitationId }: StoredClaim): Promise<CheckView["card"]> {
  const invitation = await db.query.invitations.findFirst({ where: (table, { eq }) => eq(table.id, invitationId) });
  const offer = invitation?.offer ?? null;
  if (offer === null || offer.activities.length === 0) return null;
  const { name, version, validFrom } = offer.card;
  return { name, version, validFrom };
}

type FileOfCost = { readonly fileId: string; readonly mediaType: string };

async function filesOf(context: Context, claim: StoredClaim): Promise<ReadonlyMap<string, FileOfCost>> {
  const costs = (await listCosts(context.db, claim.id)).flatMap(({ id, fileId }) => (fileId === null ? [] : [{ id, fileId }]));
  const files = await findFiles(
    context.db,
    claim.organisationId,
    costs.map(({ fileId }) => fileId),
  );
  return new Map(
    costs.flatMap(({ id, fileId }) => {
      const file = files.find((one) => one.id === fileId);
      return file === undefined ? [] : [[id, { fileId, mediaType: file.mediaType }] as const];
    }),
  );
}

function checkLinesOf(value: Claim, files: ReadonlyMap<string, FileOfCost>): readonly CheckLine[] {
  const undecided = new Map(settleClaim(value).undecided.map(({ line, amount }) => [line, amount]));
  return value.lines.flatMap((line): readonly CheckLine[] => {
    if (line.about === "correction") return [];
    const { decision = null } = line;
    if (line.about === "time") {
      const { entry, line: rate, working, amount } = line.priced;
      const now = decision?.amount ?? amount;
      return [
        {
          id: line.id,
          what: { kind: "time", activity: entry.activity, rate: rate.label, working, minutes: entry.minutes ?? null },
          date: entry.date,
          claimed: amount,
          byTheRules: amount,
          notDue: nothing,
          amount: now,
          difference: subtract(now, amount),
          toDecide: null,
          receipt: { kind: "not-needed" },
          findings: [],
          decision,
        },
      ];
    }
    const { assessed } = line;
    const { expense, claimed, payable, notDue, findings } = assessed;
    const now = decision?.amount ?? payable;
    const isAccess = groupOf(line) === "access";
    return [
      {
        id: line.id,
        what: isAccess
          ? { kind: "access" }
          : { kind: "cost", expense: expense.details.kind, whatFor: expense.whatFor, mileage: assessed.mileage ?? null },
        date: expense.date,
        claimed,
        byTheRules: payable,
        notDue,
        amount: now,
        difference: subtract(now, claimed),
        toDecide: undecided.get(line.id) ?? null,
        receipt: receiptOf(expense, isAccess, files.get(line.id)),
        findings: isAccess ? findings.filter(({ finding }) => finding !== "not-agreed-first") : findings,
        decision,
      },
    ];
  });
}

function receiptOf(
  expense: Extract<Claim["lines"][number], { about: "expense" }>["assessed"]["expense"],
  isAccess: boolean,
  file: FileOfCost | undefined,
): CheckLine["receipt"] {
  const { receipt, details } = expense;
  if (details.kind === "own-vehicle") return { kind: "not-needed" };
  // A receipt for an access cost names what somebody needs, and what they wrote about one may too.
  if (receipt.kind === "photo" && (isAccess || file === undefined)) return { kind: "held-back" };
  if (receipt.kind === "photo" && file !== undefined) return { kind: "photo", ...file };
  if (receipt.kind === "lost" || receipt.kind === "none-given") return { kind: receipt.kind, reason: isAccess ? "" : receipt.reason };
  return { kind: receipt.kind === "will-post" ? "will-post" : "not-said" };
}

export type FinanceRefusal =
  | { readonly kind: "not-found" }
  | { readonly kind: "changed-by-someone-else" }
  /** It is paid by its run, or taken out of it first. */
  | { readonly kind: "in-a-run"; readonly number: number }
  /** They had everything about them deleted: a question would never be answered, and the claim never paid. */
  | { readonly kind: "nobody-to-ask" }
  | { readonly kind: "rule"; readonly refusal: ClaimRefusal; readonly others: readonly string[] };

type Decided = { readonly reference: string; readonly state: ClaimState["state"] };

const stepOf: Partial<Record<ClaimAction["action"], "check" | "authorise" | "release">> = {
  pass: "check",
  authorise: "authorise",
  release: "release",
};

type Deed = {
  readonly claimId: string;
  readonly version: number;
  readonly intent: string | undefined;
  /** Acts one after another in the one change, like release and then mark as paid. */
  readonly actions: readonly ClaimAction[];
  readonly action: string;
  readonly change?: (claim: Claim, loaded: ClaimAtHand) => Result<Claim, FinanceRefusal>;
  readonly columns?: (claim: StoredClaim) => Partial<StoredClaim>;
  /** What else is kept in the same change. */
  readonly also?: (tx: Tx, loaded: ClaimAtHand) => Promise<void>;
  readonly message?: (
    loaded: ClaimAtHand,
    after: Claim,
  ) => Promise<Omit<Message, "organisationId" | "about" | "channel" | "recipient"> | null>;
};

/** Loads, asks the rules, signs, saves and records, all in one change. */
async function act(context: Context, finance: FinanceOfficer, deed: Deed): Promise<Result<Decided, FinanceRefusal>> {
  return context.change<Result<Decided, FinanceRefusal>>(
    async (tx) => actOn(context, tx, finance, await claimAtHand(context, tx, finance, deed.claimId), deed),
    deed.intent === undefined ? {} : { intent: deed.intent },
  );
}

/** Does it to a claim at hand. Nothing is written where it is refused. */
async function actOn(
  context: Context,
  tx: Tx,
  finance: FinanceOfficer,
  loaded: ClaimAtHand | null,
  deed: Deed,
): Promise<Result<Decided, FinanceRefusal>> {
  if (loaded === null) return refused({ kind: "not-found" });
  const { claim, person } = loaded;
  if (claim.version !== deed.version) return refused({ kind: "changed-by-someone-else" });
  if (loaded.run !== null) return refused({ kind: "in-a-run", number: loaded.run.number });
  const asks = deed.actions.some((one) => one.action === "send-back" && one.to === "person");
  if (asks && person.erasedAt !== null) return refused({ kind: "nobody-to-ask" });
  const changed = deed.change === undefined ? done(loaded.value) : deed.change(loaded.value, loaded);
  if (!changed.ok) return changed;
  const facts = {
    ...loaded.facts,
    toPay: settleClaim(changed.value).toPay,
    blocks: [...findBlocks(changed.value), ...repeatsThatBlock(changed.value, loaded.flags, loaded.decidedRepeats)],
  };
  let state = loaded.state;
  for (const action of deed.actions) {
    const next = actOnClaim({ state, action, actor: loaded.actor, facts, today: context.today });
    if (!next.ok) return refused(ruleOf(next.refusal, otherNames(context, loaded.staff, finance, loaded)));
    state = next.value;
    const step = stepOf[action.action];
    if (step !== undefined) await addStep(tx, { claimId: claim.id, round: claim.round, step, staffId: finance.staffId, at: context.now });
  }
  const saved = await saveClaim(tx, claim.id, claim.version, {
    ...(changed.value === loaded.value ? {} : sentColumns(context, claim.id, changed.value)),
    ...(deed.actions.length === 0 ? {} : columnsOf(context, claim, state)),
    ...deed.columns?.(claim),
  });
  if (!saved) return refused({ kind: "changed-by-someone-else" });
  if (changed.value !== loaded.value) await saveBudgetParts(tx, claim.id, changed.value);
  await deed.also?.(tx, loaded);
  const isException = "released" in state && (state.released?.asException ?? false);
  await record(context, tx, {
    organisationId: claim.organisationId,
    actor: auditActorOf(finance),
    action: deed.action,
    subject: { kind: "claim", id: claim.id },
    details: { state: state.state, round: claim.round, ...(isException ? { exception: "checker-released" } : {}) },
  });
  const message = await deed.message?.(loaded, changed.value);
  if (message)
    await queueMessageTo(context, tx, person, {
      ...message,
      organisationId: claim.organisationId,
      about: { kind: "claim", id: claim.id },
    });
  return done({ reference: claim.reference, state: state.state });
}

function ruleOf(refusal: ClaimRefusal, others: readonly string[] = []): FinanceRefusal {
  const mayAsk =
    refusal.reason === "you-checked-it" ||
    refusal.reason === "over-your-limit" ||
    refusal.reason === "own-claim" ||
    refusal.reason === "barred" ||
    refusal.reason === "not-your-budget" ||
    refusal.reason === "not-in-your-time" ||
    refusal.reason === "you-entered-it";
  return { kind: "rule", refusal, others: mayAsk ? others : [] };
}

type At = { readonly claimId: string; readonly version: number };

/** Passes a claim for authorising, with its budget code. Refused while anything is undecided or missing. */
export async function passClaim(context: Context, finance: FinanceOfficer, at: At, budgetCode: string, intent?: string) {
  return act(context, finance, {
    ...at,
    intent,
    actions: [{ action: "pass" }],
    action: "claim-checked",
    change: (claim) => done({ ...claim, budgetCode }),
  });
}

export type AmountChange = { readonly line: string; readonly amount: Pence; readonly why: string };

/** Changes amounts, each with a reason the person reads. The claim stays where it is, to be passed afterwards. */
export async function changeAmounts(
  context: Context,
  finance: FinanceOfficer,
  at: At,
  wanted: { readonly changes: readonly AmountChange[]; readonly budgetCode: string },
  intent?: string,
) {
  return act(context, finance, {
    ...at,
    intent,
    actions: [],
    action: "claim-amount-changed",
    change(claim, { state, actor, facts }) {
      const may = mayDecideLines(state, actor, facts);
      if (!may.ok) return refused(ruleOf(may.refusal));
      let changed: Claim = wanted.budgetCode === "" ? claim : { ...claim, budgetCode: wanted.budgetCode };
      for (const { line, amount, why } of wanted.changes) {
        const decided = decideLine(changed, line, { amount, why, by: finance.name, on: context.today });
        if (!decided.ok) return refused(decided.refusal === "why-missing" ? ruleOf({ reason: "why-missing" }) : { kind: "not-found" });
        changed = decided.value;
      }
      return done(changed);
    },
    message: async ({ claim, person }) => ({
      key: `claim-amount ${claim.id} ${claim.version}`,
      kind: "claim-amount-changed",
      ...amountChangedMessage({
        name: person.name,
        reference: claim.reference,
        reasons: wanted.changes.map(({ why }) => why),
        isEasyRead: isEasyUnseen(context, person),
      }),
    }),
  });
}

/**
 * Keeps what a checker decided about something that may be claimed twice. A repeat is then paid nothing, and the person reads why.
 * Refused for what is no repeat of this claim, what is decided already, and without a reason.
 */
export async function decideRepeat(
  context: Context,
  finance: FinanceOfficer,
  at: At,
  said: { readonly subject: string; readonly decision: "not-a-repeat" | "is-a-repeat"; readonly why: string },
  intent?: string,
) {
  return act(context, finance, {
    ...at,
    intent,
    actions: [],
    action: said.decision === "is-a-repeat" ? "claim-repeat-found" : "claim-repeat-cleared",
    change(claim, { state, actor, facts, repeats }) {
      const may = mayDecideLines(state, actor, facts);
      if (!may.ok) return refused(ruleOf(may.refusal));
      const repeat = repeats.find(({ subject }) => subject === said.subject);
      if (repeat === undefined || repeat.decided !== null) return refused({ kind: "not-found" });
      if (said.why.trim() === "") return refused(ruleOf({ reason: "why-missing" }));
      if (said.decision === "not-a-repeat")
        return repeat.flag.flag === "claimed-already" ? refused(ruleOf({ reason: "blocked", blocks: facts.blocks })) : done(claim);
      const decided = decideLine(claim, repeat.line, { amount: nothing, why: said.why, by: finance.name, on: context.today });
      return decided.ok ? decided : refused({ kind: "not-found" });
    },
    async also(tx, { claim }) {
      const { subject, decision, why } = said;
      await addFinding(tx, {
        claimId: claim.id,
        subject,
        decision,
        why: context.vault.seal(why, whyRepeatPlace(claim.id, subject)),
        staffId: finance.staffId,
        at: context.now,
      });
    },
    message: async ({ claim, person }) =>
      said.decision === "not-a-repeat"
        ? null
        : {
            key: `claim-amount ${claim.id} ${claim.version}`,
            kind: "claim-amount-changed",
            ...amountChangedMessage({
              name: person.name,
              reference: claim.reference,
              reasons: [said.why],
              isEasyRead: isEasyUnseen(context, person),
            }),
          },
  });
}

export type SplitRefusal = "code-missing" | "no-amount" | "more-than-the-claim" | "not-the-pattern";

/** Says which budget codes pay a claim. Refused where they cannot, and after it was checked. */
export async function splitBudget(
  context: Context,
  finance: FinanceOfficer,
  at: At,
  wanted: { readonly budgetCode: string; readonly split: BudgetSplit | null },
  intent?: string,
): Promise<Result<object, FinanceRefusal | { readonly kind: "split"; readonly refusal: SplitRefusal }>> {
  const { pattern } = await budgetCodeRule(context, finance.organisationId);
  const codes = [wanted.budgetCode, ...codesIn(wanted.split)];
  if (codes.some((code) => code !== "" && !fitsPattern(code, pattern))) return refused({ kind: "split", refusal: "not-the-pattern" });
  let wrong: SplitRefusal | null = null;
  const saved = await act(context, finance, {
    ...at,
    intent,
    actions: [],
    action: "claim-codes-set",
    change(claim, { state, actor, facts }) {
      const may = mayDecideLines(state, actor, facts);
      if (!may.ok) return refused(ruleOf(may.refusal));
      const split = splitClaim(wanted.budgetCode === "" ? claim : { ...claim, budgetCode: wanted.budgetCode }, wanted.split);
      if (split.ok) return split;
      wrong = split.refusal;
      return refused({ kind: "not-found" });
    },
  });
  return wrong === null ? saved : refused({ kind: "split", refusal: wrong });
}

function codesIn(split: BudgetSplit | null): readonly string[] {
  if (split === null) return [];
  return split.by === "line" ? Object.values(split.codes) : split.parts.map(({ code }) => code);
}

/** How budget codes look here; an empty pattern lets any code be. */
export async function budgetCodeRule(context: Context, organisationId: string): Promise<{ readonly pattern: string }> {
  const { policies } = await organisationOf(context, organisationId);
  return { pattern: budgetCodePatternIn(policies) };
}

/** Asks the person a question: the claim goes back to them until they answer and send it again. */
export async function askPerson(context: Context, finance: FinanceOfficer, at: At, question: string, intent?: string) {
  return act(context, finance, {
    ...at,
    intent,
    actions: [{ action: "send-back", to: "person", why: question }],
    action: "claim-question-asked",
    columns: (claim) => ({ question: sealOf(context, claim.id, "question", question), answer: null }),
    message: async ({ claim, person }) => ({
      key: `claim-question ${claim.id} ${claim.version}`,
      kind: "claim-question",
      ...claimQuestionMessage({ name: person.name, reference: claim.reference, question, isEasyRead: isEasyUnseen(context, person) }),
    }),
  });
}

/** Puts a claim on hold, with a reason. */
export async function holdClaim(context: Context, finance: FinanceOfficer, at: At, why: string, intent?: string) {
  return act(context, finance, { ...at, intent, actions: [{ action: "hold", why }], action: "claim-held" });
}

/** Takes a claim off hold: it goes on from where it was. */
export async function resumeClaim(context: Context, finance: FinanceOfficer, at: At, intent?: string) {
  return act(context, finance, { ...at, intent, actions: [{ action: "resume" }], action: "claim-resumed" });
}

/** Authorises a claim that somebody else checked. */
export async function authoriseClaim(context: Context, finance: FinanceOfficer, at: At, intent?: string) {
  return act(context, finance, { ...at, intent, ...authorising });
}

const authorising = { actions: [{ action: "authorise" }], action: "claim-authorised" } as const;

/** Sends a checked claim back to be checked again, with a reason. */
export async function sendBackClaim(context: Context, finance: FinanceOfficer, at: At, why: string, intent?: string) {
  return act(context, finance, {
    ...at,
    intent,
    actions: [{ action: "send-back", to: "checker", why }],
    action: "claim-sent-back",
  });
}

/**
 * Releases an agreed claim and records the day it was paid. Somebody other than its authoriser does this; in a team of fewer
 * than three its checker may, and that is recorded as an exception (decision 27). Somebody paid in vouchers is paid once the log has one
 * that was given for the claim, as in a batch.
 */
export async function markPaid(
  context: Context,
  finance: FinanceOfficer,
  at: At,
  paidOn: CalendarDate,
  intent?: string,
): Promise<Result<Decided, FinanceRefusal | { readonly kind: "vouchers-not-given" }>> {
  return context.change<Result<Decided, FinanceRefusal | { readonly kind: "vouchers-not-given" }>>(
    async (tx) => {
      const loaded = await claimAtHand(context, tx, finance, at.claimId);
      const paid = await actOn(context, tx, finance, loaded, { ...at, intent, ...paying(context, paidOn) });
      if (!paid.ok || loaded === null) return paid;
      const vouchers = await inVouchers(context, tx, finance, loaded);
      return vouchers?.given === 0 ? refused({ kind: "vouchers-not-given" }) : paid;
    },
    intent === undefined ? {} : { intent },
  );
}

function paying(context: Context, paidOn: CalendarDate): Pick<Deed, "actions" | "action" | "message"> {
  return {
    actions: [{ action: "release" }, { action: "mark-paid", paidOn }],
    action: "claim-paid",
    message: async ({ claim, person, meeting }, after) => {
      const settled = settleClaim(after);
      return {
        key: `claim-paid ${claim.id}`,
        kind: "claim-paid",
        ...claimPaidMessage({
          name: person.name,
          reference: claim.reference,
          meeting: meeting.name,
          total: settled.toPay,
          time: settled.time,
          costs: subtract(settled.toPay, settled.time),
          paidOn,
          isEasyRead: isEasyUnseen(context, person),
        }),
      };
    },
  };
}

/** What a claim pays in vouchers, and what the log says was given for it. */
export type PaidInVouchers = { readonly toPay: Pence; readonly given: Pence };

/** Whether a claim is paid in vouchers, with what the log says; null where it is paid another way, or is none of theirs. */
export async function paidInVouchers(context: Context, finance: FinanceOfficer, claimId: string): Promise<PaidInVouchers | null> {
  const loaded = await claimAtHand(context, context.db, finance, claimId);
  return loaded === null ? null : inVouchers(context, context.db, finance, loaded);
}

// Vouchers that were given settle the way, whatever the person changes afterwards, as when a batch is made.
async function inVouchers(
  context: Context,
  db: Db | Tx,
  finance: FinanceOfficer,
  { claim, value }: ClaimAtHand,
): Promise<PaidInVouchers | null> {
  const given = stillGiven(await listVouchersOfClaims(db, [claim.id]));
  const chosen = await choiceForFinance(context, finance, claim.invitationId);
  if (given === 0 && !(chosen.ok && chosen.value?.how === "voucher")) return null;
  return { toPay: settleClaim(value).toPay, given };
}

export type ReceiptFile = { readonly bytes: Uint8Array; readonly mediaType: string; readonly saveAs: string };

/** A receipt of a sent claim, to be looked at; the opening is recorded. Never the receipt of an access cost. */
export async function receiptForFinance(
  context: Context,
  finance: FinanceReader,
  fileId: string,
): Promise<Result<ReceiptFile, "not-found">> {
  const found = await findCostOfFile(context.db, finance.organisationId, fileId);
  const [file] = await findFiles(context.db, finance.organisationId, [fileId]);
  if (!found || !file) return refused("not-found");
  const line = sentClaimOf(context, found.claim).lines.find(({ id }) => id === found.cost.id);
  if (line === undefined || groupOf(line) === "access") return refused("not-found");
  const bytes = await readStoredFile(context, file);
  await context.change(async (tx) =>
    record(context, tx, {
      organisationId: finance.organisationId,
      actor: auditActorOf(finance),
      action: "receipt-opened",
      subject: { kind: "claim", id: found.claim.id },
    }),
  );
  return done({
    bytes,
    mediaType: file.mediaType,
    saveAs: `receipt-${found.claim.reference}-${found.cost.position}.${endingOf(file.mediaType)}`,
  });
}

export type NoPaymentForm = "not-found" | "not-agreed" | "nothing-to-pay" | "no-bank-details" | "budget-code-missing";

export type PaymentFormView = {
  readonly sheet: PaymentSheet;
  readonly meeting: string;
  readonly reference: string;
  readonly endsIn: string | null;
};

/** The payment form as it can be looked at: everything but the account, of which only the end is shown. */
export async function paymentFormToLookAt(
  context: Context,
  finance: FinanceOfficer,
  claimId: string,
): Promise<Result<PaymentFormView, NoPaymentForm>> {
  const loaded = await claimAtHand(context, context.db, finance, claimId);
  if (loaded === null) return refused("not-found");
  // The account itself stays sealed: numbers of noughts stand in for it, and are taken out again.
  const hidden = { accountName: loaded.person.name, sortCode: "000000" as SortCode, accountNumber: "00000000" as AccountNumber };
  const laidOut = await sheetOf(context, finance, loaded, loaded.bank === null ? undefined : hidden);
  if (!laidOut.ok) return laidOut;
  const { bank: _hidden, ...sheet } = laidOut.value;
  return done({ sheet, meeting: loaded.meeting.name, reference: loaded.claim.reference, endsIn: loaded.bank?.lastTwo ?? null });
}

/**
 * The payment form in full, with the account number: for the printed sheet and nothing else. Making it is recorded each time.
 * Refused until two people have signed.
 */
export async function paymentFormFor(
  context: Context,
  finance: FinanceOfficer,
  claimId: string,
): Promise<Result<PaymentSheet, NoPaymentForm>> {
  const loaded = await claimAtHand(context, context.db, finance, claimId);
  if (loaded === null) return refused("not-found");
  if (loaded.state.state !== "agreed" && loaded.state.state !== "paid") return refused("not-agreed");
  const opened = await bankDetailsForPayment(context, finance, loaded.person.id, `payment form ${loaded.claim.reference}`);
  const bank = opened.ok
    ? {
        accountName: opened.value.nameOnAccount,
        sortCode: opened.value.sortCode,
        accountNumber: opened.value.accountNumber,
        ...(opened.value.rollNumber === undefined ? {} : { rollNumber: opened.value.rollNumber }),
      }
    : undefined;
  const laidOut = await sheetOf(context, finance, loaded, bank);
  if (!laidOut.ok) return laidOut;
  await context.change(async (tx) =>
    record(context, tx, {
      organisationId: finance.organisationId,
      actor: auditActorOf(finance),
      action: "payment-form-made",
      subject: { kind: "claim", id: loaded.claim.id },
    }),
  );
  return laidOut;
}

/**
 * The account a claim is paid into, in full, for whoever checks it against a form or a letter. Opening it is recorded with the claim as
 * the purpose.
 */
export async function accountOfClaim(
  context: Context,
  finance: FinanceOfficer,
  claimId: string,
): Promise<Result<BankDetails, "not-found">> {
  const found = await findSentClaim(context.db, finance.organisationId, claimId);
  if (!found) return refused("not-found");
  const opened = await bankDetailsForPayment(context, finance, found.person.id, `claim ${found.claim.reference}`);
  return opened.ok ? done(opened.value) : refused("not-found");
}

async function sheetOf(
  context: Context,
  finance: FinanceOfficer,
  { claim, person, value, state, staff }: ClaimAtHand,
  bank: PaymentSheet["bank"] | undefined,
): Promise<Result<PaymentSheet, Exclude<NoPaymentForm, "not-found">>> {
  const organisation = await organisationOf(context, finance.organisationId);
  const chosen = await choiceForFinance(context, finance, claim.invitationId);
  const terms = chosen.ok ? chosen.value : null;
  const vouchers = await listVouchersOfClaims(context.db, [claim.id]);
  const method: PaymentMethod = stillGiven(vouchers) > 0 ? "voucher" : (terms?.how ?? "bank");
  const notAfter = lastDayToPay(claim, terms?.latest ?? null);
  return layOutPaymentSheet(value, state, {
    organisation: organisation.name,
    payee: person.name,
    address: person.address === "" ? [] : person.address.split("\n"),
    method,
    taxTreatment: await taxTreatmentOf(context.db, finance.organisationId, value, claim.paidOn ?? context.today),
    nameOf: (staffId) => staff.find(({ id }) => id === staffId)?.name ?? "A former member of staff",
    ...(terms?.earliest == null ? {} : { notBefore: terms.earliest }),
    ...(notAfter === null ? {} : { notAfter }),
    ...(bank === undefined ? {} : { bank }),
  });
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

/** Tells the person that their claim is late or on hold, once a day at most, in the way they chose. */
export async function tellPerson(
  context: Context,
  finance: FinanceOfficer,
  claimId: string,
  intent?: string,
): Promise<Result<{ readonly told: boolean }, "not-found">> {
  return context.change<Result<{ readonly told: boolean }, "not-found">>(
    async (tx) => {
      const found = await findSentClaim(tx, finance.organisationId, claimId);
      if (!found) return refused("not-found");
      const { claim, person } = found;
      const organisation = await organisationOf(context, finance.organisationId);
      const told = await queueMessageTo(context, tx, person, {
        organisationId: claim.organisationId,
        key: `claim-waits ${claim.id} ${context.today}`,
        kind: "claim-waits",
        ...claimWaitsMessage({
          name: person.name,
          reference: claim.reference,
          contact: organisation.contact.name,
          isEasyRead: isEasyUnseen(context, person),
        }),
        about: { kind: "claim", id: claim.id },
      });
      if (!told) return done({ told });
      await record(context, tx, {
        organisationId: claim.organisationId,
        actor: auditActorOf(finance),
        action: "claim-person-told",
        subject: { kind: "claim", id: claim.id },
      });
      return done({ told });
    },
    intent === undefined ? {} : { intent },
  );
}

export type TogetherView = {
  readonly claims: readonly (QueuedClaim & { readonly version: number })[];
  readonly refused: readonly { readonly claim: QueuedClaim; readonly refusal: ClaimRefusal; readonly others: readonly string[] }[];
  readonly total: Pence;
};

/** Claims somebody means to authorise together: those they may, and those they may not with the reason. */
export async function claimsToAuthorise(context: Context, finance: FinanceOfficer, claimIds: readonly string[]): Promise<TogetherView> {
  const mine: (QueuedClaim & { readonly version: number })[] = [];
  const not: { claim: QueuedClaim; refusal: ClaimRefusal; others: readonly string[] }[] = [];
  const found = await claimsAtHand(context, context.db, finance, claimIds);
  for (const claimId of claimIds) {
    const loaded = found.get(claimId);
    if (loaded === undefined) continue;
    const answer = actOnClaim({
      state: loaded.state,
      action: { action: "authorise" },
      actor: loaded.actor,
      facts: loaded.facts,
      today: context.today,
    });
    const claim = queuedOf(context, loaded);
    if (answer.ok) mine.push({ ...claim, version: loaded.claim.version });
    else not.push({ claim, refusal: answer.refusal, others: otherNames(context, loaded.staff, finance, loaded) });
  }
  return { claims: mine, refused: not, total: sum(mine.map(({ total }) => total)) };
}

/**
 * Authorises claims in one change, each by its own rules: what may not be is left as it is and named. What is read for them is read
 * together. Two claims of one person come one after the other, so that the second knows what the first came to (promises.md T13).
 */
export async function authoriseTogether(
  context: Context,
  finance: FinanceOfficer,
  claims: readonly At[],
  intent?: string,
): Promise<{ readonly authorised: number; readonly left: readonly string[] }> {
  return context.change(
    async (tx) => {
      let authorised = 0;
      const left: string[] = [];
      for (const round of await onePerPerson(tx, finance, claims)) {
        const found = await claimsAtHand(
          context,
          tx,
          finance,
          round.map(({ claimId }) => claimId),
        );
        for (const at of round) {
          const loaded = found.get(at.claimId) ?? null;
          const answer = await actOn(context, tx, finance, loaded, { ...at, intent, ...authorising });
          if (answer.ok) authorised += 1;
          else left.push(at.claimId);
        }
      }
      return { authorised, left };
    },
    { deadline: runDeadline, ...(intent === undefined ? {} : { intent }) },
  );
}

/** Some claims in rounds, each with one claim of a person at most; each claim once. */
async function onePerPerson(tx: Tx, finance: FinanceOfficer, claims: readonly At[]): Promise<readonly (readonly At[])[]> {
  const asked = [...new Map(claims.map((at) => [at.claimId, at])).values()];
  const stored = await listSentClaims(
    tx,
    finance.organisationId,
    asked.map(({ claimId }) => claimId),
  );
  const personOf = new Map(stored.map(({ claim }) => [claim.id, claim.personId]));
  const rounds: At[][] = [];
  const many = new Map<string, number>();
  for (const at of asked) {
    const person = personOf.get(at.claimId) ?? at.claimId;
    const before = many.get(person) ?? 0;
    many.set(person, before + 1);
    (rounds[before] ??= []).push(at);
  }
  return rounds;
}

/** Whether there is only one person in finance, so that nobody can authorise what they check. */
export async function isAloneInFinance(context: Context, finance: FinanceOfficer): Promise<boolean> {
  return (await listStaff(context.db, finance.organisationId)).filter(isFinance).length < 2;
}
