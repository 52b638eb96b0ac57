// A meeting as the person asked to it sees it: what it is, whether they are coming, and how far they have got.
import type { CalendarDate, ClockTime } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { PaysPreparation } from "#app/domain/meetings/calling-off.ts";
import type { Offer } from "#app/domain/payments/offer.ts";
import { auditActorOf, type Attendee } from "#app/domain/people/actors.ts";
import { record } from "#db/audit.ts";
import {
  findMeetingById,
  saveInvitation,
  type Invitation,
  type Meeting,
  type MeetingMode,
  type NotForMe,
  type Reply,
} from "#db/stores/meetings.ts";
import { findPerson } from "#db/stores/people.ts";
import type { Context } from "./context.server.ts";
import { endLinks, findLinkGrant } from "./links.server.ts";
import { placeOf } from "./meetings.server.ts";
import { earlierAnswers, ownAnswers, type OwnAnswers } from "./needs.server.ts";
import { organisationOf, type Organisation } from "./organisations.server.ts";

export type MyMeeting = {
  readonly organisation: Organisation;
  readonly reference: string;
  readonly name: string;
  readonly about: string;
  readonly asked: string;
  readonly date: CalendarDate | null;
  readonly startsAt: ClockTime | null;
  readonly endsAt: ClockTime | null;
  readonly place: { readonly name: string; readonly address: string } | null;
  readonly mode: MeetingMode | null;
  readonly isOver: boolean;
  readonly isCalledOff: boolean;
  /** What was said about paying for time already spent, once it is called off. */
  readonly paysPreparation: PaysPreparation;
  readonly replyBy: CalendarDate | null;
  readonly offer: Offer | null;
  readonly coordinatorName: string;
};

export type MyPage = {
  readonly meeting: MyMeeting;
  readonly fullName: string;
  readonly reply: Reply;
  readonly version: number;
  readonly access: "not-started" | "started" | "done" | "changed-since";
  /** Their answers to an earlier meeting: there to be looked at, standing here unconfirmed, or taken up as they were. */
  readonly earlier: "to-review" | "not-confirmed" | "in-use" | "none";
  readonly hasShared: boolean;
  readonly payment: "not-started" | "done" | "adviser-asked" | "nothing-offered";
  readonly emailMasked: string | null;
};

/** Everything on a person's own page for a meeting. */
export async function myPage(context: Context, attendee: Attendee): Promise<MyPage> {
  const { meeting, invitation } = await mine(context, attendee);
  const person = await findPerson(context.db, attendee.organisationId, attendee.personId);
  if (!person) throw new Error("An invitation belongs to no person");
  const own = await ownAnswers(context, attendee);
  const choice = await context.db.query.paymentChoices.findFirst({
    where: (table, { eq }) => eq(table.invitationId, attendee.invitationId),
  });
  return {
    meeting: await viewOf(context, meeting, invitation),
    fullName: person.name,
    reply: invitation.reply,
    version: invitation.version,
    access: own.sentAt !== null ? (own.hasChanges ? "changed-since" : "done") : own.version > 0 ? "started" : "not-started",
    earlier: await earlierOf(context, attendee, own),
    hasShared: own.answers.visited.includes("sharing"),
    payment:
      invitation.offer === null ? "nothing-offered" : choice?.decidedAt ? "done" : choice?.adviserAskedAt ? "adviser-asked" : "not-started",
    emailMasked: person.email === "" ? null : masked(person.email),
  };
}

/** What the landing page of a private link shows before its button is pressed: the meeting and nothing of the person. */
export async function landingOf(
  context: Context,
  token: string,
): Promise<{ readonly meeting: MyMeeting; readonly isNeutral: boolean } | null> {
  const found = await findLinkGrant(context, "invitation", token);
  if (!found) return null;
  const invitation = await context.db.query.invitations.findFirst({ where: (table, { eq }) => eq(table.id, found.grant.subjectId) });
  const meeting = invitation && (await findMeetingById(context.db, invitation.organisationId, invitation.meetingId));
  const person = invitation && (await findPerson(context.db, invitation.organisationId, invitation.personId));
  if (!invitation || !meeting || !person) return null;
  return { meeting: await viewOf(context, meeting, invitation), isNeutral: person.neutralSubject };
}

/** "This is not for me": ends every link to that invitation, and keeps what was said for the coordinator. A second time changes nothing. */
export async function refuseLink(context: Context, token: string, said: NotForMe): Promise<void> {
  const found = await findLinkGrant(context, "invitation", token);
  if (!found) return;
  const by = { kind: "attendee", id: found.grant.id };
  await context.change(async (tx) => {
    const invitation = await tx.query.invitations.findFirst({ where: (table, { eq }) => eq(table.id, found.grant.subjectId) });
    if (!invitation || !(await saveInvitation(tx, invitation.id, invitation.version, { notForMe: said }))) return;
    await record(context, tx, {
      organisationId: found.grant.organisationId,
      actor: by,
      action: "link-refused",
      subject: { kind: "invitation", id: invitation.id },
      details: { said },
    });
  });
  await endLinks(context, found.grant, by);
}

export const replies = ["coming-in-room", "coming-online", "coming-by-phone", "not-sure", "not-coming"] as const satisfies readonly Reply[];

/** The replies a meeting's way of taking part offers. */
export function repliesFor(mode: MeetingMode | null): readonly (typeof replies)[number][] {
  return replies.filter((reply) => {
    if (reply === "coming-in-room") return mode !== "online";
    if (reply === "coming-online" || reply === "coming-by-phone") return mode === "online" || mode === "hybrid";
    return true;
  });
}

/** Says whether somebody is coming. It can be changed at any time; the last answer counts. */
export async function saveReply(
  context: Context,
  attendee: Attendee,
  version: number,
  reply: Reply,
  intent?: string,
): Promise<Result<{ reply: Reply }, "changed-elsewhere">> {
  return context.change(
    async (tx) => {
      if (
        !(await saveInvitation(tx, attendee.invitationId, version, {
          reply,
          repliedAt: context.now,
          ...(reply === "not-coming" ? {} : { afterNo: null }),
        }))
      )
        return refused("changed-elsewhere");
      await record(context, tx, {
        organisationId: attendee.organisationId,
        actor: auditActorOf(attendee),
        action: "replied",
        subject: { kind: "invitation", id: attendee.invitationId },
      });
      return done({ reply });
    },
    intent === undefined ? {} : { intent },
  );
}

async function earlierOf(context: Context, attendee: Attendee, { version, reviewed }: OwnAnswers): Promise<MyPage["earlier"]> {
  if (reviewed === "skipped") return "not-confirmed";
  if (reviewed === "same") return "in-use";
  return version === 0 && (await earlierAnswers(context, attendee)) !== null ? "to-review" : "none";
}

async function mine(context: Context, attendee: Attendee): Promise<{ readonly meeting: Meeting; readonly invitation: Invitation }> {
  const invitation = await context.db.query.invitations.findFirst({ where: (table, { eq }) => eq(table.id, attendee.invitationId) });
  const meeting = await findMeetingById(context.db, attendee.organisationId, attendee.meetingId);
  if (!invitation || !meeting) throw new Error("An attendee's invitation or meeting is gone");
  return { meeting, invitation };
}

async function viewOf(context: Context, meeting: Meeting, invitation: Invitation): Promise<MyMeeting> {
  const organisation = await organisationOf(context, meeting.organisationId);
  return {
    organisation,
    reference: meeting.reference,
    name: meeting.name,
    about: meeting.about,
    asked: meeting.asked,
    date: meeting.date,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    place: await placeOf(context, meeting),
    mode: meeting.mode,
    isOver: meeting.state === "held" || meeting.state === "cancelled" || (meeting.date !== null && meeting.date < context.today),
    isCalledOff: meeting.state === "cancelled",
    paysPreparation: meeting.calledOff?.paysPreparation ?? "not-asked",
    replyBy: meeting.replyBy,
    offer: invitation.offer,
    coordinatorName: meeting.contact?.name ?? organisation.contact.name,
  };
}

// Enough to know one's own address by, and not enough to learn somebody else's: "s•••@example.org".
function masked(email: string): string {
  const [name = "", host = ""] = email.split("@");
  return `${name.charAt(0)}•••@${host}`;
}
