// One claim as finance reads it: its lines with their receipts, what was found about them, and what its rate was. An access cost is an
// amount here and nothing else.
import { type CalendarDate, dayIn, type Instant } from "#app/domain/basics/dates.ts";
import { nothing, subtract, type Pence } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { Charity } from "#app/domain/payments/choice.ts";
import type { ClaimFlag } from "#app/domain/payments/claim-flags.ts";
import { actOnClaim, type ClaimAction, type ClaimRefusal } from "#app/domain/payments/claim-states.ts";
import { budgetPartsOf, type BudgetPart } from "#app/domain/payments/budget-codes.ts";
import { groupOf, settleClaim, type BudgetSplit, type Claim, type ClaimBlock, type SettledLine } from "#app/domain/payments/claim.ts";
import type { ExpenseFinding, ExpenseKind } from "#app/domain/payments/expenses.ts";
import type { PricedMileage } from "#app/domain/payments/mileage.ts";
import type { PayeeNeed } from "#app/domain/payments/payee.ts";
import type { WorkingStep } from "#app/domain/payments/price-time.ts";
import type { Activity } from "#app/domain/payments/rate-card.ts";
import { auditActorOf, type FinanceReader } from "#app/domain/people/actors.ts";
import { record } from "#db/audit.ts";
import type { Db, Tx } from "#db/open.ts";
import { findCostOfFile, findFiles, listClaimHistory, listCosts, type StoredClaim, type StoredClaimState } from "#db/stores/claims.ts";
import { openedText, sentClaimOf } from "./claim-records.server.ts";
import { claimAtHand, otherNames, type RepeatView } from "./claims-at-hand.server.ts";
import type { Context } from "./context.server.ts";
import { endingOf, readStoredFile } from "./files.server.ts";
import { taxTreatmentOf } from "./tax-decisions.server.ts";
import { choiceForFinance, type BankOnFile } from "./payment-choice.server.ts";

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

/** The last day a claim may be paid on: the one planned when the person chose, unless the claim came after it: then the one they were told. */
export function lastDayToPay({ sentAt, payBy }: StoredClaim, planned: CalendarDate | null): CalendarDate | null {
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
