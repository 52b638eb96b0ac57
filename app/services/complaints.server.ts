// Something went wrong with a payment: the person says so from their claim, is told by when they get an answer, and gets it in the way
// they chose. Nobody answers about their own claim. Both texts are sealed.
import { addWorkingDays, dayIn, type CalendarDate } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { complaintDaysIn } from "#app/domain/payments/paying-rules.ts";
import { readReference } from "#app/domain/payments/reference.ts";
import { auditActorOf, type Attendee, type Staff } from "#app/domain/people/actors.ts";
import { complaintAnswerMessage } from "#app/words/complaints.ts";
import { record } from "#db/audit.ts";
import type { Tx } from "#db/open.ts";
import { listStaff } from "#db/stores/accounts.ts";
import { findClaimByReference, findClaimOfInvitation } from "#db/stores/claims.ts";
import {
  addComplaint,
  answerComplaint as putAnswer,
  findComplaint,
  listComplaints,
  listComplaintsOf,
  type ComplaintAbout,
  type StoredComplaint,
} from "#db/stores/complaints.ts";
import { isSamePerson } from "./claim-signing.server.ts";
import type { Context } from "./context.server.ts";
import { queueMessageTo } from "./messages.server.ts";
import { organisationOf } from "./organisations.server.ts";

export type { ComplaintAbout };

const placeOf = (id: string, column: "text" | "answer") => ({ table: "payment_complaints", column, row: id });

/** How somebody told a member of staff, who wrote it down for them. */
export type SaidHow = NonNullable<StoredComplaint["saidHow"]>;

/** What somebody said about their own payment, and the answer where there is one. */
export type OwnComplaint = {
  readonly id: string;
  readonly what: ComplaintAbout;
  readonly text: string;
  readonly saidOn: CalendarDate;
  readonly answerBy: CalendarDate | null;
  readonly answer: string | null;
  readonly answeredOn: CalendarDate | null;
};

/** Everything a person said about the payment of one claim, the first first. Nothing where no claim was sent. */
export async function myComplaints(context: Context, attendee: Attendee): Promise<readonly OwnComplaint[]> {
  const claim = await findClaimOfInvitation(context.db, attendee.invitationId);
  if (claim === undefined || claim.state === "open") return [];
  return (await listComplaintsOf(context.db, claim.id)).map((complaint) => ({
    id: complaint.id,
    what: complaint.what,
    ...saidIn(context, complaint),
  }));
}

function saidIn(context: Context, { id, text, raisedAt, answerBy, answer, answeredAt }: StoredComplaint) {
  return {
    text: context.vault.unseal(text, placeOf(id, "text")),
    saidOn: dayIn(raisedAt),
    answerBy,
    answer: answer === null ? null : context.vault.unseal(answer, placeOf(id, "answer")),
    answeredOn: answeredAt === null ? null : dayIn(answeredAt),
  };
}

/** Keeps what a person says went wrong, and the day they are answered by. Refused before their claim was sent. */
export async function raiseComplaint(
  context: Context,
  attendee: Attendee,
  said: { readonly what: ComplaintAbout; readonly text: string },
  intent?: string,
): Promise<Result<{ readonly answerBy: CalendarDate | null }, "not-sent">> {
  return context.change<Result<{ readonly answerBy: CalendarDate | null }, "not-sent">>(
    async (tx) => {
      const claim = await findClaimOfInvitation(tx, attendee.invitationId);
      if (claim === undefined || claim.state === "open") return refused("not-sent");
      const answerBy = await lastDayToAnswer(context, attendee.organisationId);
      const id = context.newId();
      await addComplaint(tx, {
        id,
        organisationId: attendee.organisationId,
        claimId: claim.id,
        what: said.what,
        text: context.vault.seal(said.text, placeOf(id, "text")),
        raisedBy: attendee.helpedBy?.staffId ?? "person",
        raisedAt: context.now,
        answerBy,
      });
      await record(context, tx, {
        organisationId: attendee.organisationId,
        actor: auditActorOf(attendee),
        action: "payment-problem-said",
        subject: { kind: "claim", id: claim.id },
        details: { what: said.what },
      });
      return done({ answerBy });
    },
    intent === undefined ? {} : { intent },
  );
}

async function lastDayToAnswer(context: Context, organisationId: string): Promise<CalendarDate | null> {
  const organisation = await organisationOf(context, organisationId);
  const day = addWorkingDays(context.today, complaintDaysIn(organisation.policies), context.holidaysOf(organisation.nation));
  return day.ok ? day.value : null;
}

export type ToldComplaint = {
  /** The reference of the claim, as it is typed. */
  readonly reference: string;
  readonly what: ComplaintAbout;
  readonly text: string;
  readonly how: SaidHow;
  /** The member of staff it is about; null where it is about none of them. */
  readonly aboutStaff: string | null;
};

export type NotWritten = "missing" | "not-a-reference" | "not-found" | "not-sent" | "own-claim" | "no-such-person" | "about-you";

/**
 * Writes down what somebody told a member of staff, in their words, for the same queue as what people write themselves. Refused about
 * the writer's own claim, which they can write about as themselves, and where it is about the writer: somebody else takes that down.
 */
export async function writeDownComplaint(
  context: Context,
  staff: Staff,
  told: ToldComplaint,
  intent?: string,
): Promise<Result<{ readonly answerBy: CalendarDate | null }, NotWritten>> {
  const read = readReference(told.reference);
  if (!read.ok) return read;
  if (told.aboutStaff === staff.staffId) return refused("about-you");
  return context.change<Result<{ readonly answerBy: CalendarDate | null }, NotWritten>>(
    async (tx) => {
      const found = await findClaimByReference(tx, staff.organisationId, read.value);
      if (found === undefined) return refused("not-found");
      if (found.claim.state === "open") return refused("not-sent");
      const accounts = await listStaff(tx, staff.organisationId);
      const own = accounts.find(({ id }) => id === staff.staffId);
      if (own !== undefined && isSamePerson(own, found.person)) return refused("own-claim");
      if (told.aboutStaff !== null && !accounts.some(({ id }) => id === told.aboutStaff)) return refused("no-such-person");
      const answerBy = await lastDayToAnswer(context, staff.organisationId);
      const id = context.newId();
      await addComplaint(tx, {
        id,
        organisationId: staff.organisationId,
        claimId: found.claim.id,
        what: told.what,
        text: context.vault.seal(told.text, placeOf(id, "text")),
        raisedBy: staff.staffId,
        raisedAt: context.now,
        saidHow: told.how,
        aboutStaff: told.aboutStaff,
        answerBy,
      });
      await record(context, tx, {
        organisationId: staff.organisationId,
        actor: auditActorOf(staff),
        action: "payment-problem-written-down",
        subject: { kind: "claim", id: found.claim.id },
        details: { what: told.what, how: told.how },
      });
      return done({ answerBy });
    },
    intent === undefined ? {} : { intent },
  );
}

/** Everybody who works here now but the writer: whom something can be about. */
export async function staffToNameFor(context: Context, staff: Staff): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return (await listStaff(context.db, staff.organisationId))
    .filter(({ id, disabledAt }) => id !== staff.staffId && disabledAt === null)
    .map(({ id, name }) => ({ id, name }));
}

export type ComplaintView = {
  readonly id: string;
  readonly version: number;
  readonly what: ComplaintAbout;
  readonly text: string;
  readonly saidOn: CalendarDate;
  readonly answerBy: CalendarDate | null;
  readonly isLate: boolean;
  readonly person: string;
  readonly firstName: string;
  readonly meeting: string;
  readonly reference: string;
  readonly claimId: string;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredOn: CalendarDate | null;
  /** It is about the reader's own claim. */
  readonly isOwn: boolean;
  /** How it was said and who wrote it down; null where the person wrote it themselves. */
  readonly written: { readonly how: SaidHow; readonly by: string } | null;
};

type Found = NonNullable<Awaited<ReturnType<typeof findComplaint>>>;

const shown = 200;

/** What waits for an answer, the first to be answered first, and what has one. For everybody in the organisation's staff. */
export async function complaintsFor(
  context: Context,
  staff: Staff,
): Promise<{ readonly open: readonly ComplaintView[]; readonly answered: readonly ComplaintView[] }> {
  const own = await isOwnFor(context, staff);
  const names = await namesOf(context, staff);
  const list = async (which: "open" | "answered") =>
    (await listComplaints(context.db, staff.organisationId, which, shown))
      .filter(({ complaint }) => complaint.aboutStaff !== staff.staffId)
      .map((found) => viewOf(context, found, { isOwn: own(found), names }));
  return { open: await list("open"), answered: (await list("answered")).toReversed() };
}

/** One of them. */
export async function complaintFor(context: Context, staff: Staff, id: string): Promise<Result<ComplaintView, "not-found">> {
  const found = await findComplaint(context.db, staff.organisationId, id);
  // Whoever it is about does not read it and does not answer it.
  if (found === undefined || found.complaint.aboutStaff === staff.staffId) return refused("not-found");
  return done(viewOf(context, found, { isOwn: (await isOwnFor(context, staff))(found), names: await namesOf(context, staff) }));
}

async function namesOf(context: Context, { organisationId }: Staff): Promise<ReadonlyMap<string, string>> {
  return new Map((await listStaff(context.db, organisationId)).map(({ id, name }) => [id, name]));
}

async function isOwnFor(context: Context, staff: Staff): Promise<(found: Found) => boolean> {
  const account = (await listStaff(context.db, staff.organisationId)).find(({ id }) => id === staff.staffId);
  return ({ person }) => account !== undefined && isSamePerson(account, person);
}

type Reader = { readonly isOwn: boolean; readonly names: ReadonlyMap<string, string> };

function viewOf(context: Context, { complaint, claim, person, meeting, answeredBy }: Found, { isOwn, names }: Reader): ComplaintView {
  return {
    id: complaint.id,
    version: complaint.version,
    what: complaint.what,
    ...saidIn(context, complaint),
    isLate: complaint.answeredAt === null && complaint.answerBy !== null && complaint.answerBy < context.today,
    person: person.name,
    firstName: person.name.split(" ")[0] ?? person.name,
    meeting: meeting.name,
    reference: claim.reference,
    claimId: claim.id,
    answeredBy,
    isOwn,
    written:
      complaint.saidHow === null ? null : { how: complaint.saidHow, by: names.get(complaint.raisedBy) ?? "A former member of staff" },
  };
}

/** Answers somebody, once, in the way they chose. Refused about one's own claim and where an answer was given already. */
export async function answerComplaint(
  context: Context,
  staff: Staff,
  at: { readonly id: string; readonly version: number },
  answer: string,
  intent?: string,
): Promise<Result<{ readonly told: boolean }, "not-found" | "own-claim" | "answered-already">> {
  return context.change<Result<{ readonly told: boolean }, "not-found" | "own-claim" | "answered-already">>(
    async (tx) => {
      const found = await findComplaint(tx, staff.organisationId, at.id);
      if (found === undefined || found.complaint.aboutStaff === staff.staffId) return refused("not-found");
      if ((await isOwnFor(context, staff))(found)) return refused("own-claim");
      const { complaint } = found;
      const saved = await putAnswer(tx, complaint.id, at.version, {
        answer: context.vault.seal(answer, placeOf(complaint.id, "answer")),
        answeredBy: staff.staffId,
        answeredAt: context.now,
      });
      if (!saved) return refused("answered-already");
      await record(context, tx, {
        organisationId: staff.organisationId,
        actor: auditActorOf(staff),
        action: "payment-problem-answered",
        subject: { kind: "claim", id: found.claim.id },
      });
      return done({ told: await tell(context, tx, found, answer) });
    },
    intent === undefined ? {} : { intent },
  );
}

async function tell(context: Context, tx: Tx, { complaint, claim, person, meeting }: Found, answer: string): Promise<boolean> {
  const organisation = await organisationOf(context, claim.organisationId);
  const contact = meeting.contact ?? organisation.contact;
  return queueMessageTo(context, tx, person, {
    organisationId: claim.organisationId,
    key: `payment-problem ${complaint.id}`,
    kind: "payment-problem-answer",
    ...complaintAnswerMessage({ name: person.name, reference: claim.reference, answer, contact: contact.name }),
    about: { kind: "claim", id: claim.id },
  });
}

/** How many wait for an answer, and the first day one is due, for "Today". */
export async function complaintsWaiting(
  context: Context,
  { organisationId, staffId }: Pick<Staff, "organisationId" | "staffId">,
): Promise<{ readonly count: number; readonly first: CalendarDate | null }> {
  const open = (await listComplaints(context.db, organisationId, "open", shown)).filter(
    ({ complaint }) => complaint.aboutStaff !== staffId,
  );
  return { count: open.length, first: open[0]?.complaint.answerBy ?? null };
}
