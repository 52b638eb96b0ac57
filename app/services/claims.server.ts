// A person's own claim: looked at, filled in one page at a time, and sent. Once sent it changes only if it is sent back to them.
import { addDays, addWorkingDays, dayIn, type CalendarDate } from "#app/domain/basics/dates.ts";
import { nothing, sum, type Pence } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { Attendance } from "#app/domain/payments/attended-time.ts";
import type { Choice } from "#app/domain/payments/choice.ts";
import { amountOf, settleClaim, type Claim, type ClaimLine, type Settlement } from "#app/domain/payments/claim.ts";
import { lastDayToClaim } from "#app/domain/payments/cost-policy.ts";
import type { AssessedExpense, Expense, ExpenseKind } from "#app/domain/payments/expenses.ts";
import type { CapCut, PricedEntry } from "#app/domain/payments/price-time.ts";
import { asksOwnTimeIn, checkDaysIn } from "#app/domain/payments/paying-rules.ts";
import { auditActorOf, type Attendee } from "#app/domain/people/actors.ts";
import { channelFor } from "#app/domain/people/reach.ts";
import { paperFormMessage, typedInMessage } from "#app/words/claims.ts";
import { record } from "#db/audit.ts";
import type { Db, Tx } from "#db/open.ts";
import {
  addCost,
  addFile,
  addTypist,
  findClaimOfInvitation,
  findFiles,
  listCosts,
  listSteps,
  removeCost as dropCost,
  saveClaim,
  saveCost,
  type StoredClaim,
  type StoredClaimState,
} from "#db/stores/claims.ts";
import { findMeetingById } from "#db/stores/meetings.ts";
import { findPerson } from "#db/stores/people.ts";
import {
  costPoliciesOf,
  draftOf,
  openedText,
  policyFor,
  saveBudgetParts,
  sealedExpense,
  sealOf,
  sentClaimOf,
  sentColumns,
  type ClaimParts,
  type DraftClaim,
} from "./claim-records.server.ts";
import type { Context } from "./context.server.ts";
import { dropUpload, fileName, fileRow, writeUpload, type ReadUpload } from "./files.server.ts";
import { mintLink } from "./links.server.ts";
import { queueMessage, queueMessageTo } from "./messages.server.ts";
import { organisationOf } from "./organisations.server.ts";

export type MyCost = {
  readonly id: string;
  readonly kind: ExpenseKind;
  readonly version: number;
  /** Null until its details are saved. */
  readonly assessed: AssessedExpense | null;
  readonly expense: Expense | null;
  readonly receiptName: string | null;
  /** What a checker changed it to, and why: the person reads both. */
  readonly changed?: { readonly amount: Pence; readonly why: string };
};

export type MyTime = {
  readonly priced: PricedEntry;
  readonly changed?: { readonly amount: Pence; readonly why: string };
};

export type MyClaim = {
  readonly reference: string;
  readonly version: number;
  readonly state: StoredClaimState;
  /** Whether the person can change it: while open, and when it was sent back to them. */
  readonly mayChange: boolean;
  readonly attendance: Attendance;
  readonly time: readonly MyTime[];
  readonly cuts: readonly CapCut[];
  /** The card could not price what was given: a person has to. */
  readonly isTimeUnpriced: boolean;
  readonly offersTime: boolean;
  /** Kinds of cost we booked and paid for them, which nobody claims too. */
  readonly booked: readonly ExpenseKind[];
  /** The card the offer was frozen with. */
  readonly card: { readonly name: string; readonly version: number; readonly validFrom: CalendarDate };
  readonly choice: Choice | null;
  /** What the whole offer comes to, which a choice is a part of. */
  readonly offered: Pence;
  readonly timeAnswer: "right" | "different" | null;
  readonly timeDiffers: string;
  readonly paidByEmployer: "yes" | "no" | "not-said";
  /** Whether the work was in their own time; null where the organisation's rule does not ask it. */
  readonly ownTime: "yes" | "no" | "not-said" | null;
  readonly costs: readonly MyCost[];
  readonly hasNoCosts: boolean;
  readonly costsCovered: readonly ExpenseKind[];
  readonly meetingDate: CalendarDate;
  readonly settlement: Settlement;
  /** The organisation's own lines about late claims, and about money left from what was sent before; empty where it has none. */
  readonly lateLine: string;
  readonly moneyLeftLine: string;
  readonly claimBy: CalendarDate;
  readonly payBy: CalendarDate | null;
  /** The day it is checked by, where the organisation promises one and it was sent. */
  readonly checkBy: CalendarDate | null;
  readonly question: string;
  readonly answer: string;
  readonly signedName: string;
  readonly days: {
    readonly sent: CalendarDate | null;
    readonly checked: CalendarDate | null;
    readonly agreed: CalendarDate | null;
    readonly paid: CalendarDate | null;
  };
};

export type NoClaim = "not-marked" | "nothing-offered" | "nothing-chosen";

/** The person's claim, or why there is none. */
export async function myClaim(context: Context, attendee: Attendee): Promise<Result<MyClaim, NoClaim>> {
  const parts = await partsOf(context, context.db, attendee);
  if (!parts.ok) return parts;
  return done(await viewOf(context, context.db, parts.value));
}

async function partsOf(context: Context, db: Db | Tx, attendee: Attendee): Promise<Result<ClaimParts, NoClaim>> {
  const invitation = await db.query.invitations.findFirst({ where: (table, { eq }) => eq(table.id, attendee.invitationId) });
  const meeting = await findMeetingById(db, attendee.organisationId, attendee.meetingId);
  if (!invitation || !meeting) throw new Error("An attendee's invitation or meeting is gone");
  const { offer } = invitation;
  if (offer === null) return refused("nothing-offered");
  const claim = await findClaimOfInvitation(db, invitation.id);
  if (!claim || meeting.date === null) return refused("not-marked");
  const organisation = await organisationOf(context, attendee.organisationId);
  const parts = { claim, invitation: { ...invitation, offer }, meeting: { ...meeting, date: meeting.date }, organisation };
  if (claim.state === "open" && (await draftOf(context, db, parts)).choice?.kind === "nothing") return refused("nothing-chosen");
  return done(parts);
}

async function viewOf(context: Context, db: Db | Tx, parts: ClaimParts): Promise<MyClaim> {
  const { claim, invitation, meeting, organisation } = parts;
  const mayChange = isTheirs(claim);
  const draft = await draftOf(context, db, parts);
  const value = mayChange ? draft.value : sentClaimOf(context, claim);
  const names = await namesOfFiles(context, db, attendeeFiles(draft), claim.organisationId);
  const lines = new Map(value.lines.map((line) => [line.id, line]));
  const steps = await listSteps(db, [claim.id]);
  const dayOf = (wanted: "check" | "authorise") => {
    const found = steps.find(({ step }) => step.step === wanted && step.round === claim.round);
    return found === undefined ? null : dayIn(found.step.at);
  };
  const settlement = settleClaim(value);
  const policies = await costPoliciesOf(db, claim.organisationId);
  return {
    reference: claim.reference,
    version: claim.version,
    state: claim.state,
    mayChange,
    attendance: (invitation.attendance ?? "not") as Attendance,
    time: value.lines.flatMap((line) => (line.about === "time" ? [{ priced: line.priced, ...changedIn(line) }] : [])),
    cuts: settlement.lines.flatMap(({ because }) => (because.kind === "cap" ? [because.cut] : [])),
    isTimeUnpriced: mayChange && draft.time === null,
    offersTime: invitation.offer.activities.length > 0,
    booked: value.booked ?? [],
    card: { name: invitation.offer.card.name, version: invitation.offer.card.version, validFrom: invitation.offer.card.validFrom },
    choice: value.choice ?? null,
    offered: invitation.offer.total,
    timeAnswer: claim.timeAnswer,
    timeDiffers: openedText(context, claim, "time_differs"),
    paidByEmployer: claim.paidByEmployer,
    ownTime: asksOwnTimeIn(organisation.policies) ? claim.ownTime : null,
    costs: draft.costs.map(({ cost, expense, assessed }) => ({
      id: cost.id,
      kind: cost.kind,
      version: cost.version,
      expense,
      assessed,
      receiptName: cost.fileId === null ? null : (names.get(cost.fileId) ?? null),
      ...changedIn(lines.get(cost.id)),
    })),
    hasNoCosts: claim.hasNoCosts,
    costsCovered: invitation.offer.costsCovered,
    meetingDate: meeting.date,
    settlement,
    lateLine: organisation.policies["lateClaims"] ?? "",
    moneyLeftLine: organisation.policies["moneyLeft"] ?? "",
    claimBy: lastDayToClaim(policyFor(organisation, policies, invitation.offer, meeting.date), meeting.date),
    payBy: claim.payBy,
    checkBy: checkByDay(context, claim, organisation.policies, meeting.nation),
    question: openedText(context, claim, "question"),
    answer: openedText(context, claim, "answer"),
    signedName: claim.signedName,
    days: {
      sent: claim.sentAt === null ? null : dayIn(claim.sentAt),
      checked: dayOf("check"),
      agreed: dayOf("authorise"),
      paid: claim.paidOn,
    },
  };
}

function changedIn(line: ClaimLine | undefined): { readonly changed?: { readonly amount: Pence; readonly why: string } } {
  if (line === undefined || line.about === "correction" || line.decision === undefined) return {};
  return { changed: { amount: amountOf(line), why: line.decision.why } };
}

function attendeeFiles(draft: DraftClaim): readonly string[] {
  return draft.costs.flatMap(({ cost }) => (cost.fileId === null ? [] : [cost.fileId]));
}

async function namesOfFiles(
  context: Context,
  db: Db | Tx,
  ids: readonly string[],
  organisationId: string,
): Promise<ReadonlyMap<string, string>> {
  const found = await findFiles(db, organisationId, ids);
  return new Map(found.map((file) => [file.id, fileName(context, file)]));
}

function isTheirs(claim: StoredClaim): boolean {
  return claim.state === "open" || (claim.state === "sent-back" && claim.sentBackTo === "person");
}

export type ChangeRefusal = NoClaim | "not-now" | "changed-elsewhere";

type Change<Value, Refusal> = (tx: Tx, parts: ClaimParts) => Promise<Result<Value, Refusal>>;

/** Changes the person's own claim while it is theirs to change, with what was done put on record. */
async function changeMine<Value, Refusal extends string>(
  context: Context,
  attendee: Attendee,
  how: { readonly version?: number; readonly intent: string | undefined; readonly action: string },
  work: Change<Value, Refusal>,
): Promise<Result<Value, Refusal | ChangeRefusal>> {
  return context.change<Result<Value, Refusal | ChangeRefusal>>(
    async (tx) => {
      const parts = await partsOf(context, tx, attendee);
      if (!parts.ok) return parts;
      const { claim } = parts.value;
      if (!isTheirs(claim)) return refused("not-now");
      if (how.version !== undefined && how.version !== claim.version) return refused("changed-elsewhere");
      if (attendee.helpedBy !== undefined) await addTypist(tx, { claimId: claim.id, staffId: attendee.helpedBy.staffId, at: context.now });
      const worked = await work(tx, parts.value);
      if (!worked.ok) return worked;
      await record(context, tx, {
        organisationId: claim.organisationId,
        actor: auditActorOf(attendee),
        action: how.action,
        subject: { kind: "claim", id: claim.id },
      });
      return worked;
    },
    how.intent === undefined ? {} : { intent: how.intent },
  );
}

export type TimeSaid = {
  readonly answer: "right" | "different";
  readonly differs: string;
  readonly paidByEmployer: "yes" | "no" | "not-said";
  /** Left out where it is not asked: what was said before then stays. */
  readonly ownTime?: "yes" | "no" | "not-said";
};

/** Saves whether the time is right, and what is different about it. */
export async function saveTime(
  context: Context,
  attendee: Attendee,
  version: number,
  said: TimeSaid,
  intent?: string,
): Promise<Result<object, ChangeRefusal>> {
  return changeMine(context, attendee, { version, intent, action: "claim-time-saved" }, async (tx, { claim }) => {
    const saved = await saveClaim(tx, claim.id, claim.version, {
      timeAnswer: said.answer,
      timeDiffers: said.answer === "different" ? sealOf(context, claim.id, "time_differs", said.differs) : null,
      paidByEmployer: said.paidByEmployer,
      ...(said.ownTime === undefined ? {} : { ownTime: said.ownTime }),
    });
    return saved ? done({}) : refused("changed-elsewhere" as const);
  });
}

/** Begins a cost of one kind; its details follow on its own page. Refused for a kind the offer does not cover. */
export async function startCost(
  context: Context,
  attendee: Attendee,
  kind: ExpenseKind,
  intent?: string,
): Promise<Result<{ readonly costId: string }, ChangeRefusal | "not-covered">> {
  return changeMine(context, attendee, { intent, action: "claim-cost-started" }, async (tx, { claim, invitation }) => {
    if (!invitation.offer.costsCovered.includes(kind)) return refused("not-covered" as const);
    const costId = context.newId();
    const position = ((await listCosts(tx, claim.id)).at(-1)?.position ?? 0) + 1;
    await addCost(tx, { id: costId, claimId: claim.id, position, kind });
    await saveClaim(tx, claim.id, claim.version, { hasNoCosts: false });
    return done({ costId });
  });
}

export type CostSaid = {
  readonly expense: Omit<Expense, "id" | "receipt">;
  readonly receipt: "photo" | "will-post" | "lost" | "none-given" | "not-said";
  readonly reason: string;
  readonly upload: ReadUpload | null;
};

/**
 * Saves the details of a cost and its receipt. A receipt kept before stays unless another is sent. Refused where a photo is
 * promised and none was ever sent.
 */
export async function saveCostDetails(
  context: Context,
  attendee: Attendee,
  at: { readonly costId: string; readonly version: number },
  said: CostSaid,
  intent?: string,
): Promise<Result<object, ChangeRefusal | "not-found" | "photo-missing">> {
  const { upload } = said;
  const written = upload === null ? null : await writeUpload(context, upload);
  let isKept = false;
  const saved = await changeMine<object, "not-found" | "photo-missing" | "changed-elsewhere">(
    context,
    attendee,
    { intent, action: "claim-cost-saved" },
    async (tx, { claim }) => {
      const cost = (await listCosts(tx, claim.id)).find(({ id }) => id === at.costId);
      if (cost === undefined || cost.kind !== said.expense.details.kind) return refused("not-found");
      if (upload !== null && written !== null) {
        await addFile(tx, fileRow(context, claim.organisationId, written, upload));
        isKept = true;
      }
      const fileId = written ?? cost.fileId;
      if (said.receipt === "photo" && fileId === null) return refused("photo-missing");
      const [file] = fileId === null ? [] : await findFiles(tx, claim.organisationId, [fileId]);
      const expense: Expense = { ...said.expense, id: cost.id, receipt: receiptOf(said, file?.fingerprint) };
      const change = { expense: sealedExpense(context, cost.id, expense), fileId };
      const isSaved = await saveCost(tx, { claimId: claim.id, id: cost.id, version: at.version }, change);
      return isSaved ? done({}) : refused("changed-elsewhere");
    },
  );
  // Sent twice, refused or failed: the picture that was written for nothing goes again.
  if (written !== null && !(saved.ok && isKept)) await dropUpload(context, written);
  return saved;
}

function receiptOf({ receipt, reason }: CostSaid, fingerprint: string | undefined): Expense["receipt"] {
  if (receipt === "photo" && fingerprint !== undefined) return { kind: "photo", fileHash: fingerprint };
  if (receipt === "lost" || receipt === "none-given") return { kind: receipt, reason };
  return receipt === "will-post" ? { kind: "will-post" } : { kind: "not-said" };
}

/** Takes a receipt off a cost; its answer becomes "not answered yet". */
export async function removeReceipt(
  context: Context,
  attendee: Attendee,
  at: { readonly costId: string; readonly version: number },
  intent?: string,
): Promise<Result<object, ChangeRefusal | "not-found">> {
  return changeMine(context, attendee, { intent, action: "claim-receipt-removed" }, async (tx, parts) => {
    const { costs } = await draftOf(context, tx, parts);
    const found = costs.find(({ cost }) => cost.id === at.costId);
    if (found === undefined) return refused("not-found" as const);
    const { expense } = found;
    const change = {
      fileId: null,
      ...(expense === null ? {} : { expense: sealedExpense(context, at.costId, { ...expense, receipt: { kind: "not-said" } }) }),
    };
    const saved = await saveCost(tx, { claimId: parts.claim.id, id: at.costId, version: at.version }, change);
    return saved ? done({}) : refused("changed-elsewhere" as const);
  });
}

/** Takes a cost out of the claim. */
export async function removeCost(
  context: Context,
  attendee: Attendee,
  costId: string,
  intent?: string,
): Promise<Result<object, ChangeRefusal | "not-found">> {
  return changeMine(context, attendee, { intent, action: "claim-cost-removed" }, async (tx, { claim }) =>
    (await dropCost(tx, claim.id, costId)) ? done({}) : refused("not-found" as const),
  );
}

/** Notes that there are no costs to add. Refused while there are some. */
export async function sayNoCosts(
  context: Context,
  attendee: Attendee,
  intent?: string,
): Promise<Result<object, ChangeRefusal | "has-costs">> {
  return changeMine(context, attendee, { intent, action: "claim-no-costs" }, async (tx, { claim }) => {
    if ((await listCosts(tx, claim.id)).length > 0) return refused("has-costs" as const);
    return (await saveClaim(tx, claim.id, claim.version, { hasNoCosts: true })) ? done({}) : refused("changed-elsewhere" as const);
  });
}

export type Unready =
  "choice-missing" | "time-not-priced" | "time-not-checked" | "cost-not-finished" | "nothing-to-claim" | "answer-missing";

/** What still keeps a claim from being sent. */
export function unreadyOf(claim: MyClaim): readonly Exclude<Unready, "answer-missing">[] {
  return [
    ...(claim.choice === null ? (["choice-missing"] as const) : []),
    ...(claim.isTimeUnpriced ? (["time-not-priced"] as const) : []),
    ...(claim.offersTime && claim.timeAnswer === null ? (["time-not-checked"] as const) : []),
    ...(claim.costs.some(({ assessed }) => assessed === null) ? (["cost-not-finished"] as const) : []),
    ...(isEmpty(claim) ? (["nothing-to-claim"] as const) : []),
  ];
}

function isEmpty({ costs, settlement, timeAnswer }: MyClaim): boolean {
  return costs.length === 0 && settlement.time <= nothing && timeAnswer !== "different";
}

/**
 * Sends the claim, whole, as it stands now. What a checker decided before stays with every line that did not change. Refused
 * while anything is unready; a claim already sent is not sent again.
 */
export async function sendClaim(
  context: Context,
  attendee: Attendee,
  version: number,
  said: { readonly signedName: string; readonly answer: string },
  intent?: string,
): Promise<Result<{ readonly reference: string }, ChangeRefusal | Unready>> {
  return sendAs(context, attendee, { ...said, version, intent, typed: null });
}

export type TypedFrom = { readonly from: "paper" | "phone"; readonly receivedOn: CalendarDate };

/**
 * Sends a claim that was typed in for somebody, whole, and tells them what was typed in so that they can put it right. It counts
 * as sent on the day it came. Refused as sending one's own is.
 */
export async function sendTypedClaim(
  context: Context,
  typist: Attendee,
  version: number,
  said: { readonly signedName: string; readonly answer: string; readonly typed: TypedFrom },
  intent?: string,
): Promise<Result<{ readonly reference: string }, ChangeRefusal | Unready>> {
  return sendAs(context, typist, { ...said, version, intent });
}

async function sendAs(
  context: Context,
  attendee: Attendee,
  {
    version,
    intent,
    ...said
  }: {
    readonly version: number;
    readonly intent: string | undefined;
    readonly signedName: string;
    readonly answer: string;
    readonly typed: TypedFrom | null;
  },
): Promise<Result<{ readonly reference: string }, ChangeRefusal | Unready>> {
  return changeMine<{ readonly reference: string }, Unready | "changed-elsewhere">(
    context,
    attendee,
    { version, intent, action: "claim-sent" },
    async (tx, parts) => {
      const { claim, meeting, invitation } = parts;
      const [unready] = unreadyOf(await viewOf(context, tx, parts));
      if (unready !== undefined) return refused(unready);
      if (claim.state === "sent-back" && claim.question !== null && said.answer === "") return refused("answer-missing");
      const sentOn = said.typed?.receivedOn ?? context.today;
      const value = { ...(await draftOf(context, tx, parts)).value, sentOn };
      const before = claim.sent === null ? undefined : sentClaimOf(context, claim);
      const whole = before === undefined ? value : keepDecisions(value, before);
      const saved = await saveClaim(tx, claim.id, claim.version, {
        state: "sent",
        ...sentColumns(context, claim.id, whole),
        signedName: said.signedName,
        sentAt: context.now,
        payBy: payByDay(context, sentOn, invitation.offer.paidWithin, meeting.nation),
        answer: said.answer === "" ? null : sealOf(context, claim.id, "answer", said.answer),
        sentBackTo: null,
        why: null,
        movedBy: null,
        movedOn: null,
        ...(said.typed === null || attendee.helpedBy === undefined
          ? {}
          : { enteredBy: attendee.helpedBy.staffId, enteredFrom: said.typed.from, receivedOn: said.typed.receivedOn }),
      });
      if (!saved) return refused("changed-elsewhere");
      await saveBudgetParts(tx, claim.id, whole);
      if (said.typed !== null) await tellTypedIn(context, tx, parts, { value: whole, from: said.typed.from });
      return done({ reference: claim.reference });
    },
  );
}

/** Somebody whose claim was typed in reads what it comes to and how to put it right, in the way they chose. */
async function tellTypedIn(
  context: Context,
  tx: Tx,
  { claim, invitation, meeting, organisation }: ClaimParts,
  { value, from }: { readonly value: Claim; readonly from: TypedFrom["from"] },
): Promise<void> {
  const person = await findPerson(tx, claim.organisationId, invitation.personId);
  if (person === undefined || channelFor(person) === null) return;
  const { time, costs, access, toPay } = settleClaim(value);
  const contact = meeting.contact ?? organisation.contact;
  const link = await mintLink(context, tx, {
    organisationId: claim.organisationId,
    kind: "invitation",
    id: invitation.id,
    meetingDate: meeting.date,
  });
  await queueMessageTo(context, tx, person, {
    organisationId: claim.organisationId,
    key: `claim-typed-in ${claim.id} ${claim.version}`,
    kind: "claim-typed-in",
    ...typedInMessage({
      name: person.name,
      reference: claim.reference,
      meeting: meeting.name,
      from,
      forTime: time,
      forCosts: sum([costs, access]),
      total: toPay,
      contact: contact.name,
      phone: contact.phone,
      link: `${context.origin}${link}`,
      organisation: organisation.name,
      isEasyRead: person.easyRead,
    }),
    about: { kind: "claim", id: claim.id },
  });
}

function keepDecisions(value: Claim, before: Claim): Claim {
  const decided = new Map(before.lines.map((line) => [line.id, line]));
  return {
    ...value,
    ...(before.budgetCode === undefined ? {} : { budgetCode: before.budgetCode }),
    ...(before.budgetSplit === undefined ? {} : { budgetSplit: before.budgetSplit }),
    lines: value.lines.map((line) => {
      const old = decided.get(line.id);
      if (old === undefined || old.about === "correction" || line.about === "correction" || old.decision === undefined) return line;
      return claimedOf(old) === claimedOf(line) ? { ...line, decision: old.decision } : line;
    }),
  };
}

function claimedOf(line: ClaimLine): Pence {
  if (line.about === "correction") return line.amount;
  return line.about === "time" ? line.priced.amount : line.assessed.claimed;
}

function checkByDay(
  context: Context,
  { sentAt }: Pick<StoredClaim, "sentAt">,
  policies: Readonly<Record<string, string>>,
  nation: ClaimParts["meeting"]["nation"],
): CalendarDate | null {
  const within = checkDaysIn(policies);
  if (within === null || sentAt === null) return null;
  const day = addWorkingDays(dayIn(sentAt), within, context.holidaysOf(nation));
  return day.ok ? day.value : null;
}

function payByDay(
  context: Context,
  from: CalendarDate,
  within: ClaimParts["invitation"]["offer"]["paidWithin"],
  nation: ClaimParts["meeting"]["nation"],
): CalendarDate | null {
  switch (within.kind) {
    case "on-the-day":
      return from;
    case "days":
      return addDays(from, within.days);
    case "working-days": {
      const day = addWorkingDays(from, within.days, context.holidaysOf(nation));
      return day.ok ? day.value : null;
    }
    case "other":
      return null;
  }
}

/** Asks for a paper form instead: a message to the meeting's contact, once. */
export async function askForPaperForm(context: Context, attendee: Attendee, intent?: string): Promise<Result<object, ChangeRefusal>> {
  return changeMine<object, never>(
    context,
    attendee,
    { intent, action: "claim-paper-asked" },
    async (tx, { claim, meeting, organisation }) => {
      const contact = meeting.contact ?? organisation.contact;
      await queueMessage(context, tx, {
        organisationId: claim.organisationId,
        key: `claim-paper ${claim.id}`,
        kind: "claim-paper",
        channel: contact.email === "" ? "show" : "email",
        recipient: contact.email === "" ? contact.name : contact.email,
        ...paperFormMessage({ reference: claim.reference, meeting: meeting.name }),
        about: { kind: "claim", id: claim.id },
      });
      return done({});
    },
  );
}
