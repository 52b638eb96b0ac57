// Something went wrong with a payment: the person says so from their claim, is told by when they get an answer, and gets it in the way
// they chose. Nobody answers about their own claim. Both texts are sealed.
import { addWorkingDays, dayIn, type CalendarDate } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { complaintDaysIn } from "#app/domain/payments/paying-rules.ts";
import { auditActorOf, type Attendee, type Staff } from "#app/domain/people/actors.ts";
import { complaintAnswerMessage } from "#app/words/complaints.ts";
import { record } from "#db/audit.ts";
import type { Tx } from "#db/open.ts";
import { listStaff } from "#db/stores/accounts.ts";
import { findClaimOfInvitation } from "#db/stores/claims.ts";
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
      const organisation = await organisationOf(context, attendee.organisationId);
      const day = addWorkingDays(context.today, complaintDaysIn(organisation.policies), context.holidaysOf(organisation.nation));
      const answerBy = day.ok ? day.value : null;
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
};

type Found = NonNullable<Awaited<ReturnType<typeof findComplaint>>>;

const shown = 200;

/** What waits for an answer, the first to be answered first, and what has one. For everybody in the organisation's staff. */
export async function complaintsFor(
  context: Context,
  staff: Staff,
): Promise<{ readonly open: readonly ComplaintView[]; readonly answered: readonly ComplaintView[] }> {
  const own = await isOwnFor(context, staff);
  const list = async (which: "open" | "answered") =>
    (await listComplaints(context.db, staff.organisationId, which, shown)).map((found) => viewOf(context, found, own(found)));
  return { open: await list("open"), answered: (await list("answered")).toReversed() };
}

/** One of them. */
export async function complaintFor(context: Context, staff: Staff, id: string): Promise<Result<ComplaintView, "not-found">> {
  const found = await findComplaint(context.db, staff.organisationId, id);
  return found === undefined ? refused("not-found") : done(viewOf(context, found, (await isOwnFor(context, staff))(found)));
}

async function isOwnFor(context: Context, staff: Staff): Promise<(found: Found) => boolean> {
  const account = (await listStaff(context.db, staff.organisationId)).find(({ id }) => id === staff.staffId);
  return ({ person }) => account !== undefined && isSamePerson(account, person);
}

function viewOf(context: Context, { complaint, claim, person, meeting, answeredBy }: Found, isOwn: boolean): ComplaintView {
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
      if (found === undefined) return refused("not-found");
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
  { organisationId }: Pick<Staff, "organisationId">,
): Promise<{ readonly count: number; readonly first: CalendarDate | null }> {
  const open = await listComplaints(context.db, organisationId, "open", shown);
  return { count: open.length, first: open[0]?.complaint.answerBy ?? null };
}
