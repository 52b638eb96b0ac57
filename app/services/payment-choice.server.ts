// What a person decides about being paid, how, and into which account. Coordinators learn only that a decision was made;
// finance gets amounts, a way to pay and days; the account number is opened for a payment only, and each opening is recorded.
import type { CalendarDate, Instant } from "#app/domain/basics/dates.ts";
import { nothing, type Pence } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { dayOfWork, plannedPaymentDay } from "#app/domain/benefits/meeting-offer.ts";
import { lastTwoDigits, type AccountNumber, type SortCode } from "#app/domain/payments/bank-details.ts";
import { makeChoice, payableFor, type Charity, type Choice, type ChoiceRefusal } from "#app/domain/payments/choice.ts";
import { checkModulus, type ModulusAnswer, type ModulusTable } from "#app/domain/payments/modulus-check.ts";
import type { Offer, PaymentMethod } from "#app/domain/payments/offer.ts";
import { auditActorOf, type Attendee, type FinanceOfficer, type FinanceReader } from "#app/domain/people/actors.ts";
import { adviserMessage, bankChangedMessage } from "#app/words/payment-choice.ts";
import { record } from "#db/audit.ts";
import type { Db, Tx } from "#db/open.ts";
import { listAdvisers, putAdviserRequest } from "#db/stores/advisers.ts";
import {
  addChoice,
  findBankDetails,
  findChoice,
  listChoices,
  putBankDetails,
  saveChoice,
  type StoredBankDetails,
  type StoredChoice,
} from "#db/stores/payment-choices.ts";
import { findPerson, type Person } from "#db/stores/people.ts";
import type { Context } from "./context.server.ts";
import { earlierChannels } from "./earlier-contacts.server.ts";
import { queueMessage } from "./messages.server.ts";
import { modulusTableOf } from "./modulus-table.server.ts";
import { organisationOf } from "./organisations.server.ts";
import { invitationOf } from "./payment-check.server.ts";
import { channelsOf, type ReadBackChannel } from "./read-back.server.ts";

/** What is being chosen, page by page, before it is agreed to. */
export type Draft = {
  readonly kind?: Choice["kind"];
  readonly less?: Pence;
  readonly forPerson?: Pence;
  readonly forCharity?: Pence;
  readonly charity?: Charity;
  readonly how?: PaymentMethod;
  readonly holderAgreed?: boolean;
};

export type Decision = {
  readonly choice: Choice;
  readonly how: PaymentMethod | null;
  readonly offered: Pence;
  readonly decidedOn: CalendarDate;
  readonly appliesTo: "this-date";
  readonly given: "online" | "paper" | "phone";
};

/** How an adviser should reach the person; an empty `reach` means what is on file. */
export type AdviserRequest = { readonly how: "email" | "phone" | "text" | "letter"; readonly reach: string; readonly when: string };

type Sealed = {
  readonly decision: Decision | null;
  readonly draft: Draft;
  readonly adviser: AdviserRequest | null;
  /** What was decided before the offer went up, each kept as it was. */
  readonly earlier?: readonly { readonly decision: Decision; readonly until: CalendarDate }[];
};
const nothingChosen: Sealed = { decision: null, draft: {}, adviser: null };

const choicePlace = (row: string) => ({ table: "payment_choices", column: "choice", row });
const bankPlace = (row: string) => ({ table: "bank_details", column: "details", row });

function opened(context: Context, stored: StoredChoice | undefined): Sealed {
  if (stored === undefined) return nothingChosen;
  return JSON.parse(context.vault.unseal(stored.choice, choicePlace(stored.invitationId))) as Sealed;
}

export type OwnChoice = {
  readonly offer: Offer;
  readonly decision: Decision | null;
  /** What they decided before the offer went up, where they have not decided again since; null otherwise. */
  readonly askedAgain: Decision | null;
  readonly draft: Draft;
  readonly adviserAskedAt: Instant | null;
  /** Nought when nothing was saved yet. */
  readonly version: number;
  /** Whether declining still comes before the meeting, by its last day to say so. */
  readonly isBeforeMeeting: boolean;
  readonly changeUntil: CalendarDate | null;
  readonly worked: CalendarDate | null;
  readonly plannedFor: CalendarDate | null;
  readonly fullName: string;
  readonly bank: BankOnFile | null;
};

/** A person's own choice as it stands, or null where nothing was offered. */
export async function ownChoice(context: Context, attendee: Attendee): Promise<OwnChoice | null> {
  const { invitation, meeting } = await invitationOf(context, attendee);
  const { offer } = invitation;
  if (offer === null) return null;
  const stored = await findChoice(context.db, attendee.invitationId);
  const person = await personOf(context, attendee);
  const { decision, draft, earlier = [] } = opened(context, stored);
  const days = daysOf(context, offer, meeting);
  return {
    offer,
    decision,
    askedAgain: decision === null && stored?.decidedAt != null ? (earlier.at(-1)?.decision ?? null) : null,
    draft,
    adviserAskedAt: stored?.adviserAskedAt ?? null,
    version: stored?.version ?? 0,
    isBeforeMeeting: offer.mayDeclineUntil === undefined || context.today <= offer.mayDeclineUntil,
    changeUntil: offer.mayDeclineUntil ?? null,
    ...days,
    fullName: person.name,
    bank: await bankOnFile(context, context.db, attendee.personId),
  };
}

async function personOf(context: Context, attendee: Attendee): Promise<Person> {
  const person = await findPerson(context.db, attendee.organisationId, attendee.personId);
  if (!person) throw new Error("An invitation belongs to no person");
  return person;
}

function daysOf(
  context: Context,
  offer: Offer,
  meeting: { readonly date: CalendarDate | null; readonly nation: Parameters<Context["holidaysOf"]>[0] },
): { readonly worked: CalendarDate | null; readonly plannedFor: CalendarDate | null } {
  const worked = dayOfWork(offer, meeting.date);
  const plannedFor = worked === undefined ? undefined : plannedPaymentDay(worked, offer.paidWithin, context.holidaysOf(meeting.nation));
  return { worked: worked ?? null, plannedFor: plannedFor ?? null };
}

/** Saves one page of the choice. Nothing is decided by it; an earlier decision stands until another is agreed to. */
export async function saveDraft(
  context: Context,
  attendee: Attendee,
  version: number,
  change: Draft,
  intent?: string,
): Promise<Result<Saved, "changed-elsewhere">> {
  return changeOwn(context, attendee, { version, intent, action: "payment-choice-drafted" }, (before) => ({
    ...before,
    draft: { ...before.draft, ...change },
  }));
}

/** The choice a draft amounts to, judged against the offer. */
export function choiceIn(draft: Draft, offered: Pence): Result<Choice, ChoiceRefusal | { readonly reason: "not-chosen" }> {
  const { kind, less, forPerson, forCharity, charity } = draft;
  if (kind === undefined) return refused({ reason: "not-chosen" });
  return makeChoice(offered, {
    kind,
    ...(less === undefined ? {} : { less }),
    ...(forPerson === undefined ? {} : { forPerson }),
    ...(forCharity === undefined ? {} : { forCharity }),
    ...(charity === undefined ? {} : { charity }),
  });
}

/** Whether any money could go to the person: then a way to pay is asked for. */
export function isPaid(choice: Choice, offer: Pick<Offer, "total" | "costsCovered">): boolean {
  const payable = payableFor(choice, offer.total);
  return payable.forTime > 0 || (payable.paysCosts && offer.costsCovered.length > 0);
}

/**
 * Agrees to what was drafted: from now on it is the person's decision. Refused when the draft is not whole, or when a gift is
 * asked for after declining has to have come before.
 */
export async function decide(
  context: Context,
  attendee: Attendee,
  version: number,
  intent?: string,
): Promise<Result<Decision, "changed-elsewhere" | "not-chosen" | "too-late-for-a-gift" | "how-missing">> {
  const own = await ownChoice(context, attendee);
  if (own === null) return refused("not-chosen");
  const chosen = choiceIn(own.draft, own.offer.total);
  if (!chosen.ok) return refused("not-chosen");
  const choice = chosen.value;
  if (!own.isBeforeMeeting && (choice.kind === "charity" || choice.kind === "split")) return refused("too-late-for-a-gift");
  const how = isPaid(choice, own.offer) ? (own.draft.how ?? null) : null;
  if (isPaid(choice, own.offer) && (how === null || !own.offer.paidBy.includes(how))) return refused("how-missing");
  const decision: Decision = {
    choice,
    how,
    offered: own.offer.total,
    decidedOn: context.today,
    appliesTo: "this-date",
    given: attendee.helpedBy === undefined ? "online" : attendee.helpedBy.how === "on-paper" ? "paper" : "phone",
  };
  const saved = await changeOwn(
    context,
    attendee,
    { version, intent, action: "payment-choice-decided" },
    (before) => ({ ...before, decision }),
    { decidedAt: context.now },
  );
  return saved.ok ? done(decision) : saved;
}

/** Takes a decision back: nothing is decided until another is agreed to. */
export async function undoDecision(
  context: Context,
  attendee: Attendee,
  version: number,
  intent?: string,
): Promise<Result<Saved, "changed-elsewhere">> {
  return changeOwn(context, attendee, { version, intent, action: "payment-choice-undone" }, (before) => ({ ...before, decision: null }), {
    decidedAt: null,
  });
}

/**
 * Asks one of the organisation's advisers to contact the person. The request is sealed and mailed to that adviser alone; what
 * was answered about benefits is not in it. Refused when no mail can carry it, or nothing on file says how to be reached.
 */
export async function askForAdviser(
  context: Context,
  attendee: Attendee,
  { version, adviserId, ...request }: AdviserRequest & { readonly version: number; readonly adviserId: string },
  intent?: string,
): Promise<Result<Saved, "changed-elsewhere" | "cannot-send" | "no-way-to-reach">> {
  const adviser = (await listAdvisers(context.db, attendee.organisationId)).find(({ id }) => id === adviserId);
  if (adviser === undefined || adviser.email === "" || !context.mailIsSet) return refused("cannot-send");
  const person = await personOf(context, attendee);
  const onFile = { email: person.email, phone: person.phone, text: person.phone, letter: person.address };
  const reach = request.reach === "" ? onFile[request.how] : request.reach;
  if (reach.trim() === "") return refused("no-way-to-reach");
  const organisation = await organisationOf(context, attendee.organisationId);
  const { invitationId, organisationId } = attendee;
  const asked: AdviserRequest = { ...request, reach };
  return changeOwn(
    context,
    attendee,
    { version, intent, action: "adviser-asked" },
    (before) => ({ ...before, adviser: asked }),
    { adviserAskedAt: context.now },
    async (tx) => {
      const id = context.newId();
      const { subject, body } = adviserMessage({ name: person.name, organisation: organisation.name, adviser: adviser.name, ...asked });
      await putAdviserRequest(tx, {
        id,
        organisationId,
        invitationId,
        adviserId,
        request: context.vault.seal(JSON.stringify(asked), { table: "adviser_requests", column: "request", row: invitationId }),
        askedAt: context.now,
      });
      await queueMessage(context, tx, {
        organisationId,
        key: `adviser-request ${invitationId} ${context.now}`,
        kind: "adviser-request",
        channel: "email",
        recipient: adviser.email,
        subject,
        body,
        about: { kind: "adviser", id: adviserId },
      });
    },
  );
}

/**
 * Asks an adviser to call somebody, while a coordinator talks with them. What they chose about payment is neither opened nor shown by
 * this: the request goes to the adviser alone.
 */
export async function askForAdviserTogether(
  context: Context,
  attendee: Attendee,
  asked: { readonly adviserId: string; readonly reach: string; readonly when: string },
  intent?: string,
): Promise<Result<Saved, "changed-elsewhere" | "cannot-send" | "no-way-to-reach">> {
  const version = (await findChoice(context.db, attendee.invitationId))?.version ?? 0;
  return askForAdviser(context, attendee, { ...asked, how: "phone", version }, intent);
}

// The result of a change is kept in clear with its form's key, so that sending twice acts once: nothing sealed goes into it.
type Saved = { readonly saved: true };

async function changeOwn(
  context: Context,
  attendee: Attendee,
  { version, intent, action }: { readonly version: number; readonly intent: string | undefined; readonly action: string },
  change: (before: Sealed) => Sealed,
  columns: Partial<Pick<StoredChoice, "decidedAt" | "adviserAskedAt">> = {},
  also: (tx: Tx) => Promise<void> = async () => {},
): Promise<Result<Saved, "changed-elsewhere">> {
  return context.change<Result<Saved, "changed-elsewhere">>(
    async (tx) => {
      const { invitationId } = attendee;
      const after = change(opened(context, await findChoice(tx, invitationId)));
      const row = { choice: context.vault.seal(JSON.stringify(after), choicePlace(invitationId)), ...columns };
      const saved = version === 0 ? await addChoice(tx, { invitationId, ...row }) : await saveChoice(tx, invitationId, version, row);
      if (!saved) return refused("changed-elsewhere");
      await record(context, tx, {
        organisationId: attendee.organisationId,
        actor: auditActorOf(attendee),
        action,
        subject: { kind: "invitation", id: invitationId },
      });
      await also(tx);
      return done({ saved: true });
    },
    intent === undefined ? {} : { intent },
  );
}

/**
 * Asks somebody again who took the whole of an offer that has now gone up, inside the change that raised it: more money may touch
 * something they were careful of. What they decided before is kept. Nobody else sees it: whether they decided stays as it was, and it
 * is done for everybody alike, so that it says nothing of benefits.
 */
export async function askAgainAfterRise(context: Context, tx: Tx, invitationId: string): Promise<boolean> {
  const stored = await findChoice(tx, invitationId);
  const before = opened(context, stored);
  if (stored === undefined || before.decision?.choice.kind !== "full") return false;
  const earlier = [...(before.earlier ?? []), { decision: before.decision, until: context.today }];
  const after: Sealed = { ...before, decision: null, earlier };
  return saveChoice(tx, invitationId, stored.version, { choice: context.vault.seal(JSON.stringify(after), choicePlace(invitationId)) });
}

/** The decision a claim is made from, or null while nothing is decided. The caller has checked whose claim it is. */
export async function choiceFor(context: Context, db: Db | Tx, invitationId: string): Promise<Choice | null> {
  return (await decisionFor(context, db, invitationId))?.choice ?? null;
}

/** The whole decision: what was chosen of how much, when, and how to pay. The caller has checked whose it is. */
export async function decisionFor(context: Context, db: Db | Tx, invitationId: string): Promise<Decision | null> {
  return opened(context, await findChoice(db, invitationId)).decision;
}

/** Several of them, read together, by invitation; those who have not decided are not among them. */
export async function decisionsFor(
  context: Context,
  db: Db | Tx,
  invitationIds: readonly string[],
): Promise<ReadonlyMap<string, Decision>> {
  return new Map(
    (await listChoices(db, invitationIds)).flatMap((choice) => {
      const { decision } = opened(context, choice);
      return decision === null ? [] : [[choice.invitationId, decision] as const];
    }),
  );
}

/** What finance may know of a decision: the most to pay, the way, and the first and last day. Never a reason, a limit or a benefit. */
export type ChoiceForFinance = {
  readonly most: Pence;
  readonly paysCosts: boolean;
  readonly ownGift?: { readonly charity: Charity; readonly amount: Pence };
  readonly how: PaymentMethod | null;
  readonly earliest: CalendarDate | null;
  readonly latest: CalendarDate | null;
};

/** A decision as finance sees it; not-found for another organisation's invitation. */
export async function choiceForFinance(
  context: Context,
  finance: FinanceReader,
  invitationId: string,
): Promise<Result<ChoiceForFinance | null, "not-found">> {
  const found = (await choicesForFinance(context, finance, [invitationId])).get(invitationId);
  return found === undefined ? refused("not-found") : done(found);
}

/** Many decisions as finance sees them, read together; those of other organisations are not among them. */
export async function choicesForFinance(
  context: Context,
  finance: FinanceReader,
  invitationIds: readonly string[],
): Promise<ReadonlyMap<string, ChoiceForFinance | null>> {
  const invitations = await context.db.query.invitations.findMany({
    where: (table, { and, eq, inArray }) => and(inArray(table.id, [...invitationIds]), eq(table.organisationId, finance.organisationId)),
  });
  const meetingIds = [...new Set(invitations.map(({ meetingId }) => meetingId))];
  const meetings = await context.db.query.meetings.findMany({ where: (table, { inArray }) => inArray(table.id, meetingIds) });
  const choices = new Map(
    (
      await listChoices(
        context.db,
        invitations.map(({ id }) => id),
      )
    ).map((choice) => [choice.invitationId, choice]),
  );
  return new Map(
    invitations.flatMap((invitation): readonly (readonly [string, ChoiceForFinance | null])[] => {
      const meeting = meetings.find(({ id }) => id === invitation.meetingId);
      if (meeting === undefined) return [];
      const { decision } = opened(context, choices.get(invitation.id));
      if (decision === null || invitation.offer === null) return [[invitation.id, null]];
      const payable = payableFor(decision.choice, invitation.offer.total);
      const { worked, plannedFor } = daysOf(context, invitation.offer, meeting);
      return [
        [
          invitation.id,
          {
            most: payable.forTime,
            paysCosts: payable.paysCosts,
            ...(payable.ownGift === undefined ? {} : { ownGift: payable.ownGift }),
            how: decision.how,
            earliest: worked,
            latest: plannedFor,
          },
        ],
      ];
    }),
  );
}

/** Which of these invitations have decided about payment: yes or no each, and nothing of what (decision 8). */
export async function hasDecided(db: Db | Tx, invitationIds: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await listChoices(db, invitationIds);
  return new Set(found.filter(({ decidedAt }) => decidedAt !== null).map(({ invitationId }) => invitationId));
}

export type BankDetails = {
  readonly nameOnAccount: string;
  readonly sortCode: SortCode;
  readonly accountNumber: AccountNumber;
  readonly rollNumber?: string;
  /** The account is shared or somebody else's, and its holder agrees. */
  readonly holderAgreed?: boolean;
};

export type BankOnFile = {
  readonly lastTwo: string;
  readonly state: "new" | "checked" | "changed";
  readonly check: "fits" | "does-not-fit" | "not-checked";
  readonly savedAt: Instant;
};

/** What anybody may see of an account on file: its last two digits and how it stands (decision 25). */
export async function bankOnFile(_context: Context, db: Db | Tx, personId: string): Promise<BankOnFile | null> {
  const found = await findBankDetails(db, personId);
  return found ? bankShown(found) : null;
}

/** The same of an account that was read already. */
export function bankShown({ lastTwo, state, check, savedAt }: StoredBankDetails): BankOnFile {
  return { lastTwo, state, check, savedAt };
}

/** Somebody's account as it is on file, opened, for services that check or pay it. The caller has checked whose it is and records why. */
export async function openedBankDetails(
  context: Context,
  db: Db | Tx,
  personId: string,
): Promise<{ readonly details: BankDetails; readonly row: StoredBankDetails } | null> {
  const row = await findBankDetails(db, personId);
  if (!row) return null;
  return { details: openBankDetails(context, row), row };
}

/** An account as it was sealed for one person. */
export function openBankDetails(context: Context, { personId, details }: StoredBankDetails): BankDetails {
  return JSON.parse(context.vault.unseal(details, bankPlace(personId))) as BankDetails;
}

/** An account sealed for one person, who alone it can be opened for. */
export function sealBankDetails(context: Context, personId: string, details: BankDetails): ReturnType<Context["vault"]["seal"]> {
  return context.vault.seal(JSON.stringify(details), bankPlace(personId));
}

/**
 * Saves a person's own bank details. Details that replace others stand as "changed" until finance has checked them, and the
 * person is told at every address on file from before, those replaced in the last 90 days among them (promises.md T12). Without a
 * loaded modulus table the numbers are not checked, and the answer says so.
 */
export async function saveBankDetails(
  context: Context,
  attendee: Attendee,
  details: BankDetails,
  { table, intent }: { readonly table?: ModulusTable | null; readonly intent?: string } = {},
): Promise<Result<{ readonly check: ModulusAnswer; readonly state: BankOnFile["state"] }, "does-not-fit">> {
  const check = checkModulus(table === undefined ? await modulusTableOf(context, attendee.organisationId) : table, details);
  if (check.answer === "fails") return refused("does-not-fit");
  const person = await personOf(context, attendee);
  const organisation = await organisationOf(context, attendee.organisationId);
  return context.change<Result<{ readonly check: ModulusAnswer; readonly state: BankOnFile["state"] }, "does-not-fit">>(
    async (tx) => {
      const before = await findBankDetails(tx, attendee.personId);
      const opening = before && (JSON.parse(context.vault.unseal(before.details, bankPlace(attendee.personId))) as BankDetails);
      const isSame = opening !== undefined && sameAccount(opening, details);
      const state = before === undefined ? "new" : isSame ? before.state : "changed";
      await putBankDetails(tx, {
        personId: attendee.personId,
        details: sealBankDetails(context, attendee.personId, details),
        lastTwo: lastTwoDigits(details.accountNumber),
        state,
        check: check.answer === "passes" && check.unchecked === undefined ? "fits" : "not-checked",
        savedAt: context.now,
        ...(isSame ? {} : { changedAt: context.now, enteredBy: "person", lastTwoBefore: before?.lastTwo ?? null }),
        version: (before?.version ?? 0) + 1,
      });
      await record(context, tx, {
        organisationId: attendee.organisationId,
        actor: auditActorOf(attendee),
        action: isSame ? "bank-details-confirmed" : "bank-details-saved",
        subject: { kind: "person", id: attendee.personId },
        details: { state },
      });
      if (!isSame) {
        const earlier = await earlierChannels(context, tx, person.id);
        await tellOfChange(context, tx, { person, organisationName: organisation.name, isFirst: before === undefined, earlier });
      }
      return done({ check, state });
    },
    intent === undefined ? {} : { intent },
  );
}

function sameAccount(one: BankDetails, other: BankDetails): boolean {
  return (
    one.sortCode === other.sortCode &&
    one.accountNumber === other.accountNumber &&
    one.nameOnAccount === other.nameOnAccount &&
    (one.rollNumber ?? "") === (other.rollNumber ?? "") &&
    (one.holderAgreed ?? false) === (other.holderAgreed ?? false)
  );
}

// The notice goes to what was on file before, so that a link in the wrong hands cannot quietly change where money goes.
async function tellOfChange(
  context: Context,
  tx: Tx,
  {
    person,
    organisationName,
    isFirst,
    earlier,
  }: {
    readonly person: Person;
    readonly organisationName: string;
    readonly isFirst: boolean;
    readonly earlier: readonly ReadBackChannel[];
  },
): Promise<void> {
  const { subject, body } = bankChangedMessage({ name: person.name, organisation: organisationName, isFirst });
  const change = context.newId();
  const channels = new Map([...channelsOf(person), ...earlier].map((one) => [`${one.channel} ${one.recipient}`, one]));
  for (const [index, { channel, recipient }] of [...channels.values()].entries()) {
    await queueMessage(context, tx, {
      organisationId: person.organisationId,
      key: `bank-details ${change} ${channel} ${index}`,
      kind: "bank-details-changed",
      channel,
      recipient,
      subject,
      body,
      about: { kind: "person", id: person.id },
    });
  }
}

/**
 * Somebody's bank details in full, for making a payment and nothing else. Refused without a purpose, for a person of another
 * organisation, and when there are none. Every opening is recorded before the details are given.
 */
export async function bankDetailsForPayment(
  context: Context,
  finance: FinanceOfficer,
  personId: string,
  purpose: string,
): Promise<Result<BankDetails & Pick<BankOnFile, "state" | "check">, "not-found" | "purpose-missing">> {
  if (purpose.trim() === "") return refused("purpose-missing");
  const person = await findPerson(context.db, finance.organisationId, personId);
  const found = person && (await findBankDetails(context.db, personId));
  if (!found) return refused("not-found");
  await context.change(async (tx) =>
    record(context, tx, {
      organisationId: finance.organisationId,
      actor: auditActorOf(finance),
      action: "bank-details-opened",
      subject: { kind: "person", id: personId },
      details: { purpose: purpose.trim().slice(0, 100) },
    }),
  );
  const details = JSON.parse(context.vault.unseal(found.details, bankPlace(personId))) as BankDetails;
  return done({ ...details, state: found.state, check: found.check });
}

/** What of an offer nothing is paid for: an offer of costs only. */
export function isCostsOnly(offer: Pick<Offer, "total">): boolean {
  return offer.total === nothing;
}
