// Something went wrong with a payment: the person says so from their claim, is told by when they get an answer, and gets it in the way
// they chose. Nobody answers about their own claim. Both texts are sealed.
import { addWorkingDays, dayIn, type CalendarDate } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { memberNamed, readersOf, type About } from "#app/domain/payments/complaint-readers.ts";
import { complaintDaysIn } from "#app/domain/payments/paying-rules.ts";
import { readReference } from "#app/domain/payments/reference.ts";
import { auditActorOf, type Attendee, type Staff } from "#app/domain/people/actors.ts";
import { complaintAnswerMessage } from "#app/words/complaints.ts";
import { record } from "#db/audit.ts";
import type { Tx } from "#db/open.ts";
import { listStaff, type StaffAccount } from "#db/stores/accounts.ts";
import { findClaimByReference, findClaimOfInvitation } from "#db/stores/claims.ts";
import {
  addComplaint,
  answerComplaint as putAnswer,
  findComplaint,
  listComplaints,
  listComplaintsAbout,
  listComplaintsOf,
  type ComplaintAbout,
  type StoredComplaint,
} from "#db/stores/complaints.ts";
import { findMeetingById } from "#db/stores/meetings.ts";
import { isSamePerson } from "./claim-signing.server.ts";
import type { Context } from "./context.server.ts";
import { queueMessageTo } from "./messages.server.ts";
import { organisationOf } from "./organisations.server.ts";

export type { ComplaintAbout };

const placeOf = (id: string, column: "text" | "answer" | "about_name") => ({ table: "payment_complaints", column, row: id });

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
  /** Whom they said it is about; null where they named nobody. */
  readonly about: string | null;
};

/** Everything a person said about the payment of one claim, the first first. Nothing where no claim was sent. */
export async function myComplaints(context: Context, attendee: Attendee): Promise<readonly OwnComplaint[]> {
  const claim = await findClaimOfInvitation(context.db, attendee.invitationId);
  if (claim === undefined || claim.state === "open") return [];
  const said = await listComplaintsOf(context.db, claim.id);
  const names = said.length === 0 ? new Map<string, string>() : await namesOf(context, attendee);
  return said.map((complaint) => ({
    id: complaint.id,
    what: complaint.what,
    ...saidIn(context, complaint),
    about: aboutWho(context, complaint, names),
  }));
}

// As they wrote it, else the name of whom they chose.
function aboutWho(context: Context, { id, aboutStaff, aboutName }: StoredComplaint, names: ReadonlyMap<string, string>): string | null {
  if (aboutName !== null) return context.vault.unseal(aboutName, placeOf(id, "about_name"));
  return aboutStaff === null ? null : (names.get(aboutStaff) ?? "A former member of staff");
}

/** Whom somebody can say it is about without knowing a name: who organises the meeting. Null where nobody does any more. */
export async function organiserOf(context: Context, attendee: Attendee): Promise<string | null> {
  return (await organiserAmong(context, attendee, await listStaff(context.db, attendee.organisationId)))?.name ?? null;
}

async function organiserAmong(
  context: Context,
  attendee: Attendee,
  staff: Awaited<ReturnType<typeof listStaff>>,
): Promise<{ readonly id: string; readonly name: string } | undefined> {
  const meeting = await findMeetingById(context.db, attendee.organisationId, attendee.meetingId);
  return staff.find(({ id, disabledAt }) => id === meeting?.coordinatorId && disabledAt === null);
}

/** Whom the person says it is about: nobody, who organises the meeting, or somebody whose name they write. */
export type SaidAbout = "nobody" | "organiser" | { readonly name: string };

function saidIn(context: Context, { id, text, raisedAt, answerBy, answer, answeredAt }: StoredComplaint) {
  return {
    text: context.vault.unseal(text, placeOf(id, "text")),
    saidOn: dayIn(raisedAt),
    answerBy,
    answer: answer === null ? null : context.vault.unseal(answer, placeOf(id, "answer")),
    answeredOn: answeredAt === null ? null : dayIn(answeredAt),
  };
}

/**
 * Keeps what a person says went wrong, and the day they are answered by. Refused before their claim was sent, and where it is about the
 * only person who could read it: nobody is promised an answer that nobody can give.
 */
export async function raiseComplaint(
  context: Context,
  attendee: Attendee,
  said: { readonly what: ComplaintAbout; readonly text: string; readonly about?: SaidAbout },
  intent?: string,
): Promise<Result<{ readonly answerBy: CalendarDate | null }, "not-sent" | "nobody-else">> {
  const about = await meant(context, attendee, said.about ?? "nobody");
  const readers = readersOf(about, (await listStaff(context.db, attendee.organisationId)).map(memberOf));
  return context.change<Result<{ readonly answerBy: CalendarDate | null }, "not-sent" | "nobody-else">>(
    async (tx) => {
      if (readers.size === 0) return refused("nobody-else");
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
        aboutStaff: about.staff,
        aboutName: about.name === null ? null : context.vault.seal(about.name, placeOf(id, "about_name")),
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

async function meant(context: Context, attendee: Attendee, about: SaidAbout): Promise<About> {
  if (about === "nobody") return { staff: null, name: null };
  const staff = await listStaff(context.db, attendee.organisationId);
  if (about === "organiser") return { staff: (await organiserAmong(context, attendee, staff))?.id ?? null, name: null };
  return { staff: memberNamed(about.name, staff.map(memberOf)), name: about.name };
}

function memberOf({ id, name, roles }: StaffAccount) {
  return { id, name, isAdministrator: roles.includes("administrator") };
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
  /** Whom it is about, as it was written or chosen; null where nobody is named. */
  readonly about: string | null;
};

type Found = NonNullable<Awaited<ReturnType<typeof findComplaint>>>;

const shown = 200;

/** What waits for an answer, the first to be answered first, and what has one. For everybody who may read it among the staff. */
export async function complaintsFor(
  context: Context,
  staff: Staff,
): Promise<{ readonly open: readonly ComplaintView[]; readonly answered: readonly ComplaintView[] }> {
  const reader = await readerFor(context, staff);
  const list = async (which: "open" | "answered") =>
    (await listComplaints(context.db, staff.organisationId, which, shown))
      .filter(({ complaint }) => reader.mayRead(complaint))
      .map((found) => viewOf(context, found, reader));
  return { open: await list("open"), answered: (await list("answered")).toReversed() };
}

/** One of them. Whoever it is about, or could be about, does not find it. */
export async function complaintFor(context: Context, staff: Staff, id: string): Promise<Result<ComplaintView, "not-found">> {
  const found = await findComplaint(context.db, staff.organisationId, id);
  const reader = await readerFor(context, staff);
  if (found === undefined || !reader.mayRead(found.complaint)) return refused("not-found");
  return done(viewOf(context, found, reader));
}

export type ComplaintLink = {
  readonly id: string;
  readonly what: ComplaintAbout;
  readonly saidOn: CalendarDate;
  readonly isAnswered: boolean;
};

/** What was said about one claim, or about all the claims of one person, as far as the reader may read it: the first first. */
export async function complaintsAbout(
  context: Context,
  staff: Pick<Staff, "organisationId" | "staffId">,
  of: { readonly claimId: string } | { readonly personId: string },
): Promise<readonly ComplaintLink[]> {
  const found = await listComplaintsAbout(context.db, staff.organisationId, of);
  if (found.length === 0) return [];
  const { mayRead } = await readerFor(context, staff);
  return found
    .filter(mayRead)
    .map(({ id, what, raisedAt, answeredAt }) => ({ id, what, saidOn: dayIn(raisedAt), isAnswered: answeredAt !== null }));
}

type Reader = {
  readonly mayRead: (complaint: StoredComplaint) => boolean;
  readonly isOwn: (found: Found) => boolean;
  readonly names: ReadonlyMap<string, string>;
};

async function readerFor(context: Context, staff: Pick<Staff, "organisationId" | "staffId">): Promise<Reader> {
  const accounts = await listStaff(context.db, staff.organisationId);
  const account = accounts.find(({ id }) => id === staff.staffId);
  const members = accounts.filter(({ disabledAt }) => disabledAt === null).map(memberOf);
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  return {
    names,
    isOwn: ({ person }) => account !== undefined && isSamePerson(account, person),
    mayRead(complaint) {
      const about = { staff: complaint.aboutStaff, name: complaint.aboutName === null ? null : aboutWho(context, complaint, names) };
      return readersOf(about, members).has(staff.staffId);
    },
  };
}

async function namesOf(context: Context, { organisationId }: Pick<Staff, "organisationId">): Promise<ReadonlyMap<string, string>> {
  return new Map((await listStaff(context.db, organisationId)).map(({ id, name }) => [id, name]));
}

function viewOf(context: Context, found: Found, { isOwn, names }: Reader): ComplaintView {
  const { complaint, claim, person, meeting, answeredBy } = found;
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
    isOwn: isOwn(found),
    about: aboutWho(context, complaint, names),
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
  const reader = await readerFor(context, staff);
  return context.change<Result<{ readonly told: boolean }, "not-found" | "own-claim" | "answered-already">>(
    async (tx) => {
      const found = await findComplaint(tx, staff.organisationId, at.id);
      if (found === undefined || !reader.mayRead(found.complaint)) return refused("not-found");
      if (reader.isOwn(found)) return refused("own-claim");
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
    ...complaintAnswerMessage({
      name: person.name,
      reference: claim.reference,
      answer,
      contact: contact.name,
      isEasyRead: person.easyRead,
    }),
    about: { kind: "claim", id: claim.id },
  });
}

/** How many wait for an answer, and the first day one is due, for "Today". */
export async function complaintsWaiting(
  context: Context,
  { organisationId, staffId }: Pick<Staff, "organisationId" | "staffId">,
): Promise<{ readonly count: number; readonly first: CalendarDate | null }> {
  const { mayRead } = await readerFor(context, { organisationId, staffId });
  const open = (await listComplaints(context.db, organisationId, "open", shown)).filter(({ complaint }) => mayRead(complaint));
  return { count: open.length, first: open[0]?.complaint.answerBy ?? null };
}
