// Letters that let a person read back what is kept of their private answers: asked for by them, or made by a coordinator when they ask
// without their link. Staff print and post them sealed; the link in them is never shown on a screen (decision 18).
import { dayIn, type CalendarDate } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { attendeeOf, auditActorOf, type Coordinator } from "#app/domain/people/actors.ts";
import { moneyLetter } from "#app/documents/catalogue/money-letter.ts";
import { renderDocument, type RenderedDocument } from "#app/documents/render.ts";
import { record } from "#db/audit.ts";
import { findLiveGrant } from "#db/stores/links.ts";
import { findMeeting, listInvited } from "#db/stores/meetings.ts";
import { findMessage, listLettersByMeeting, listMessagesAboutMany, moveMessage } from "#db/stores/messages.ts";
import type { Context } from "./context.server.ts";
import { letterheadOf, linesOf } from "./letterhead.server.ts";
import { outboxPlace } from "./messages.server.ts";
import { organisationOf } from "./organisations.server.ts";
import { printSizes } from "./posting.server.ts";
import { eraseLetter, isLetterWaiting, letterLinkOf, sendReadBackLink } from "./read-back.server.ts";

export type ReadBackLetter = {
  readonly messageId: string;
  readonly person: string;
  readonly writtenOn: CalendarDate;
  /** The last day its link opens anything; null when it opens nothing any more, and posting it would help nobody. */
  readonly until: CalendarDate | null;
};

export type ReadBackLetters = {
  readonly meeting: { readonly name: string; readonly reference: string };
  readonly waiting: readonly ReadBackLetter[];
  /** People of the meeting with an address on file, for whom one can be made. */
  readonly people: readonly { readonly invitationId: string; readonly name: string }[];
};

/** The letters of a meeting that wait to be posted, the first written first, and for whom one can be made. */
export async function readBackLetters(
  context: Context,
  coordinator: Coordinator,
  reference: string,
): Promise<Result<ReadBackLetters, "not-found">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  if (!meeting) return refused("not-found");
  const invited = await listInvited(context.db, coordinator.organisationId, meeting.id);
  const names = new Map(invited.map(({ invitation, person }) => [invitation.id, person.name]));
  const messages = await listMessagesAboutMany(context.db, coordinator.organisationId, { kind: "invitation", ids: [...names.keys()] });
  const waiting: ReadBackLetter[] = [];
  for (const message of messages.filter((one) => isLetterWaiting(one)).toReversed()) {
    waiting.push({
      messageId: message.id,
      person: names.get(message.aboutId) ?? "",
      writtenOn: dayIn(message.createdAt),
      until: await letterLinkOf(context, message),
    });
  }
  return done({
    meeting: { name: meeting.name, reference: meeting.reference },
    waiting,
    people: invited
      .filter(({ person }) => person.address.trim() !== "")
      .map(({ invitation, person }) => ({ invitationId: invitation.id, name: person.name })),
  });
}

/** How many letters wait in each meeting of an organisation, for the page "Today": how many, never whose. */
export async function lettersByMeeting(
  context: Context,
  coordinator: Coordinator,
): Promise<readonly { readonly reference: string; readonly name: string; readonly count: number }[]> {
  return listLettersByMeeting(context.db, coordinator.organisationId, "read-back");
}

/**
 * Makes a letter for somebody who asks without their link, to the address on file. Refused without one, and when the links of the
 * meeting have ended.
 */
export async function makeReadBackLetter(
  context: Context,
  coordinator: Coordinator,
  at: { readonly reference: string; readonly invitationId: string },
  intent?: string,
): Promise<Result<object, "not-found" | "no-address" | "links-ended">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, at.reference);
  const invited = meeting && (await listInvited(context.db, coordinator.organisationId, meeting.id));
  const found = invited?.find(({ invitation }) => invitation.id === at.invitationId);
  if (!meeting || found === undefined) return refused("not-found");
  const { invitation, person } = found;
  const grant = await findLiveGrant(context.db, "invitation", invitation.id);
  const attendee = attendeeOf({
    organisationId: coordinator.organisationId,
    personId: person.id,
    invitationId: invitation.id,
    meetingId: meeting.id,
    grantId: grant?.id ?? "",
    mayReadBack: false,
    helpedBy: { staffId: coordinator.staffId, how: "on-paper" },
  });
  const sent = await sendReadBackLink(context, attendee, "letter", intent);
  if (sent.ok) return sent;
  return refused(sent.refusal === "links-ended" ? "links-ended" : "no-address");
}

/**
 * One letter as a PDF in the size of print the person asked for. Printing it is on record; the words go nowhere else. Not found once its
 * link opens nothing any more.
 */
export async function printReadBackLetter(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  messageId: string,
): Promise<Result<RenderedDocument, "not-found" | "letters-we-cannot-draw">> {
  const found = await letterOf(context, coordinator, reference, messageId);
  if (found === null || found.message.body === null || (await letterLinkOf(context, found.message)) === null) return refused("not-found");
  const { message, person } = found;
  const doc = moneyLetter({
    organisation: await letterheadOf(context, await organisationOf(context, coordinator.organisationId)),
    writtenOn: dayIn(message.createdAt),
    subject: message.subject,
    body: context.vault.unseal(found.message.body, outboxPlace(message.id)),
    name: person.name,
    to: { address: linesOf(message.recipient) },
  });
  const printed = await renderDocument(doc, { pdf: await printSizes(context)(person) });
  if (!printed.ok) return refused("letters-we-cannot-draw");
  await context.change(async (tx) =>
    record(context, tx, {
      organisationId: coordinator.organisationId,
      actor: auditActorOf(coordinator),
      action: "private-letter-printed",
      subject: { kind: "message", id: message.id },
    }),
  );
  return done(printed.value);
}

/** Puts on record that a letter was posted, or that it will not be, and erases its words either way. */
export async function endReadBackLetter(
  context: Context,
  coordinator: Coordinator,
  { reference, messageId, as }: { readonly reference: string; readonly messageId: string; readonly as: "posted" | "erased" },
  intent?: string,
): Promise<Result<object, "not-found">> {
  if ((await letterOf(context, coordinator, reference, messageId)) === null) return refused("not-found");
  const { organisationId } = coordinator;
  const actor = auditActorOf(coordinator);
  return context.change<Result<object, "not-found">>(
    async (tx) => {
      if (as === "erased")
        return (await eraseLetter(context, tx, { organisationId, id: messageId, actor })) ? done({}) : refused("not-found");
      if (!(await moveMessage(tx, messageId, "shown", { state: "sent", body: null, sentAt: context.now }))) return refused("not-found");
      await record(context, tx, { organisationId, actor, action: "private-letter-posted", subject: { kind: "message", id: messageId } });
      return done({});
    },
    intent === undefined ? {} : { intent },
  );
}

async function letterOf(context: Context, coordinator: Coordinator, reference: string, messageId: string) {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  const message = await findMessage(context.db, coordinator.organisationId, messageId);
  if (!meeting || message === undefined || !isLetterWaiting(message)) return null;
  const invited = await listInvited(context.db, coordinator.organisationId, meeting.id);
  const found = invited.find(({ invitation }) => invitation.id === message.aboutId);
  return found === undefined ? null : { message, person: found.person };
}
