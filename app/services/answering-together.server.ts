// Filling in answers with somebody, by phone or in person: only after they said yes, only what they have not told us by
// themselves, and never benefits or bank details. Who typed is in the record.
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { dayIn, type CalendarDate } from "#app/domain/basics/dates.ts";
import { attendeeOf, auditActorOf, type Attendee, type Coordinator } from "#app/domain/people/actors.ts";
import { channelFor } from "#app/domain/people/reach.ts";
import { answersReceivedFor } from "#app/words/invitation.ts";
import { record } from "#db/audit.ts";
import { addTogether, endTogether, findTogether, listTogether } from "#db/stores/answering-together.ts";
import { findLiveGrant } from "#db/stores/links.ts";
import { findInvited, findMeeting } from "#db/stores/meetings.ts";
import type { Context } from "./context.server.ts";
import { invitationFactsOf, sendLink } from "./invitations.server.ts";
import { earlierAnswers, isTheirsAlone, ownAnswers } from "./needs.server.ts";
import { linesReadWithName } from "./shared-answers.server.ts";

export type TogetherView = {
  readonly reference: string;
  readonly personId: string;
  readonly meeting: string;
  readonly fullName: string;
  readonly firstName: string;
  readonly phone: string;
  /** Their time is paid, so that payment and its effects are a question. */
  readonly mayBePaid: boolean;
  /** "theirs-alone": they answered by themselves, and what they said is not opened. */
  readonly state: "to-ask" | "going-on" | "theirs-alone";
  readonly before: readonly { readonly with: string; readonly how: "by-phone" | "in-person"; readonly on: CalendarDate }[];
};

/** How answering together stands for one person invited to a meeting. `attendee` is set only while it is going on. */
export async function findAnsweringTogether(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  personId: string,
): Promise<Result<{ readonly view: TogetherView; readonly attendee: Attendee | null }, "not-found">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  const found = meeting && (await findInvited(context.db, coordinator.organisationId, meeting.id, personId));
  if (!meeting || !found || meeting.state !== "open") return refused("not-found");
  const { invitation, person } = found;
  const open = await findTogether(context.db, invitation.id, coordinator.staffId);
  const grant = await findLiveGrant(context.db, "invitation", invitation.id);
  const attendee = attendeeOf({
    organisationId: coordinator.organisationId,
    personId: person.id,
    invitationId: invitation.id,
    meetingId: meeting.id,
    grantId: grant?.id ?? "",
    mayReadBack: false,
    helpedBy: { staffId: coordinator.staffId, how: open?.how ?? "by-phone" },
  });
  const alone = isTheirsAlone(attendee, await ownAnswers(context, attendee));
  const state = alone ? "theirs-alone" : open ? "going-on" : "to-ask";
  return done({
    attendee: state === "going-on" ? attendee : null,
    view: {
      reference,
      personId,
      meeting: meeting.name,
      fullName: person.name,
      firstName: person.name.split(" ")[0] ?? person.name,
      phone: person.phone,
      mayBePaid: meeting.paymentOffered === "time-and-costs",
      state,
      before: (await listTogether(context.db, invitation.id)).map((one) => ({
        with: one.staffName,
        how: one.how,
        on: dayIn(one.agreedAt),
      })),
    },
  });
}

export type EarlierTogether = {
  readonly meeting: string;
  readonly toldOn: CalendarDate;
  readonly needsNothing: boolean;
  /** What they let coordinators read with their name; null where they did not, and then it is not opened. */
  readonly lines: readonly string[] | null;
};

/**
 * What somebody told us for an earlier meeting, to be read aloud to them while a call is going on; null when there is nothing to go by.
 * That it was opened is on record.
 */
export async function earlierTogether(context: Context, coordinator: Coordinator, attendee: Attendee): Promise<EarlierTogether | null> {
  const earlier = await earlierAnswers(context, attendee);
  if (earlier === null) return null;
  const { answers, meeting, sentAt } = earlier;
  const about = { meeting, toldOn: dayIn(sentAt) };
  const lines = linesReadWithName(answers);
  if (lines === null) return { ...about, needsNothing: false, lines };
  await context.change(async (tx) =>
    record(context, tx, {
      organisationId: coordinator.organisationId,
      actor: auditActorOf(coordinator),
      action: "earlier-answers-opened",
      subject: { kind: "invitation", id: attendee.invitationId },
    }),
  );
  return { ...about, needsNothing: answers.needsNothing, lines };
}

/** Records that somebody is happy to go on, which opens the questions. Refused when they have answered by themselves. */
export async function beginTogether(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  personId: string,
  how: "by-phone" | "in-person",
  intent?: string,
): Promise<Result<null, "not-found" | "theirs-alone">> {
  const found = await findAnsweringTogether(context, coordinator, reference, personId);
  if (!found.ok) return found;
  if (found.value.view.state === "theirs-alone") return refused("theirs-alone");
  if (found.value.view.state === "going-on") return done(null);
  return context.change(
    async (tx) => {
      const meeting = await findMeeting(tx, coordinator.organisationId, reference);
      const invited = meeting && (await findInvited(tx, coordinator.organisationId, meeting.id, personId));
      if (!meeting || !invited) return refused("not-found");
      await addTogether(tx, {
        id: context.newId(),
        organisationId: coordinator.organisationId,
        invitationId: invited.invitation.id,
        staffId: coordinator.staffId,
        how,
        agreedAt: context.now,
      });
      await record(context, tx, {
        organisationId: coordinator.organisationId,
        actor: auditActorOf(coordinator),
        action: "answering-together-agreed",
        subject: { kind: "invitation", id: invited.invitation.id },
        details: { how },
      });
      return done(null);
    },
    intent === undefined ? {} : { intent },
  );
}

/**
 * Ends answering together. `isSent` says that answers were sent: then the person gets a message with their link, their own way,
 * so that they can read and change what was written down. Gives how it goes to them; null when there is no way, or nothing to send.
 */
export async function finishTogether(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  personId: string,
  { isSent }: { readonly isSent: boolean },
): Promise<Result<{ readonly channel: "email" | "letter" | "show" | null }, "not-found">> {
  return context.change(async (tx) => {
    const meeting = await findMeeting(tx, coordinator.organisationId, reference);
    const found = meeting && (await findInvited(tx, coordinator.organisationId, meeting.id, personId));
    const open = found && (await findTogether(tx, found.invitation.id, coordinator.staffId));
    if (!meeting || !found) return refused("not-found");
    if (!open) return done({ channel: null });
    const { invitation, person } = found;
    await endTogether(tx, open.id, context.now);
    await record(context, tx, {
      organisationId: coordinator.organisationId,
      actor: auditActorOf(coordinator),
      action: "answering-together-ended",
      subject: { kind: "invitation", id: invitation.id },
      details: { sent: isSent },
    });
    const channel = channelFor(person);
    // Whoever has the address said that the link is not theirs: what was told on the phone does not go there.
    if (!isSent || channel === null || invitation.notForMe !== null) return done({ channel: null });
    const facts = await invitationFactsOf(context, tx, meeting);
    await sendLink(
      context,
      tx,
      { meeting, person, invitationId: invitation.id, channel, kind: "answers-received", key: `answers-received ${open.id}` },
      (access) => answersReceivedFor(facts, { ...access, isNeutral: person.neutralSubject, isEasyRead: person.easyRead }, open.how),
    );
    return done({ channel });
  });
}
