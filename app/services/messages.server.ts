// Messages to people: written into the outbox in the same change as the thing they tell of, sent afterwards.
import type { Instant } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { auditActorOf, type Coordinator } from "#app/domain/people/actors.ts";
import { channelFor, recipientBy, type Channel, type Reachable } from "#app/domain/people/reach.ts";
import { record } from "#db/audit.ts";
import type { Tx } from "#db/open.ts";
import { addMessage, findMessage, listMessagesAboutMany, type OutboxMessage } from "#db/stores/messages.ts";
import type { Context } from "./context.server.ts";

export type Message = {
  readonly organisationId: string;
  /** One message for each key, however often the change is tried. */
  readonly key: string;
  readonly kind: string;
  readonly channel: Channel;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly about?: { readonly kind: string; readonly id: string };
};

export const outboxPlace = (row: string) => ({ table: "outbox", column: "body", row });

/** Puts a message in the outbox. Its body is sealed until it is sent, and erased then (decision 19). */
export async function queueMessage(context: Context, tx: Tx, message: Message): Promise<string> {
  const id = context.newId();
  await addMessage(tx, {
    id,
    organisationId: message.organisationId,
    key: message.key,
    kind: message.kind,
    channel: message.channel,
    recipient: message.recipient,
    subject: message.subject,
    body: context.vault.seal(message.body, outboxPlace(id)),
    aboutKind: message.about?.kind ?? "",
    aboutId: message.about?.id ?? "",
    state: message.channel === "email" && context.mailIsSet ? "waiting" : "shown",
    createdAt: context.now,
  });
  await record(context, tx, {
    organisationId: message.organisationId,
    actor: { kind: "program", id: "outbox" },
    action: "message-queued",
    subject: { kind: "message", id },
    details: { kind: message.kind, channel: message.channel },
  });
  return id;
}

/**
 * Puts a message to a person in the outbox, by the channel they prefer where it can be done, and says whether there was one:
 * somebody with no email address, phone or postal address is told nothing, and the caller says so.
 */
export async function queueMessageTo(
  context: Context,
  tx: Tx,
  person: Reachable,
  message: Omit<Message, "channel" | "recipient">,
): Promise<boolean> {
  const channel = channelFor(person);
  if (channel === null) return false;
  await queueMessage(context, tx, { ...message, channel, recipient: recipientBy(person, channel) });
  return true;
}

/**
 * Whether a message about money is written in Easy Read: only where a mail server carries it. What finance prints or reads out itself is
 * in the usual words, as how somebody reads is an access requirement, which finance never sees (promises.md section 3).
 */
export function isEasyUnseen(context: Context, person: Reachable & { readonly easyRead: boolean }): boolean {
  return person.easyRead && context.mailIsSet && channelFor(person) === "email";
}

/** How far a message is: "to-show" has to be shown, printed or sent by hand, because no mail server carries it. */
export type MessageStatus = "waiting" | "sent" | "not-sent" | "letter-to-post" | "to-show";

export type MessageView = {
  readonly messageId: string;
  readonly aboutId: string;
  readonly kind: string;
  readonly channel: Message["channel"];
  readonly status: MessageStatus;
  readonly createdAt: Instant;
};

/** The messages about several things of one kind, newest first; never what is in them. */
export async function listMessagesFor(
  context: Context,
  coordinator: Coordinator,
  about: { readonly kind: string; readonly ids: readonly string[] },
): Promise<readonly MessageView[]> {
  const found = await listMessagesAboutMany(context.db, coordinator.organisationId, about);
  return found.map((message) => ({
    messageId: message.id,
    aboutId: message.aboutId,
    kind: message.kind,
    channel: message.channel,
    status: statusOf(message),
    createdAt: message.createdAt,
  }));
}

function statusOf({ state, channel }: OutboxMessage): MessageStatus {
  if (state === "sent") return "sent";
  if (state === "failed") return "not-sent";
  if (state === "waiting" || state === "sending") return "waiting";
  return channel === "letter" ? "letter-to-post" : "to-show";
}

/**
 * The kinds of message a coordinator may read on screen. Everything else is not for their eyes: above all messages with a
 * link that signs somebody in or lets them read bank and benefit answers back (decision 18).
 */
const kindsToShow: ReadonlySet<string> = new Set([
  "invitation",
  "invitation-link",
  "reminder",
  "date-chosen",
  "called-off",
  "meeting-moved",
  "answers-received",
  "joining-instructions",
  "claim-open",
  "feedback-request",
  "outcomes",
  "venue-checklist",
]);

export type ShownMessage = MessageView & {
  readonly aboutKind: string;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
};

/** One message with its words, for a coordinator to show, read out or print; the showing is recorded. Refused once it was sent and erased. */
export async function showMessage(
  context: Context,
  coordinator: Coordinator,
  messageId: string,
): Promise<Result<ShownMessage, "not-found" | "erased">> {
  const message = await findMessage(context.db, coordinator.organisationId, messageId);
  if (!message || !kindsToShow.has(message.kind)) return refused("not-found");
  if (message.body === null) return refused("erased");
  const text = context.vault.unseal(message.body, outboxPlace(message.id));
  await context.change(async (tx) =>
    record(context, tx, {
      organisationId: message.organisationId,
      actor: auditActorOf(coordinator),
      action: "message-shown",
      subject: { kind: "message", id: message.id },
    }),
  );
  return done({
    messageId: message.id,
    aboutKind: message.aboutKind,
    aboutId: message.aboutId,
    kind: message.kind,
    channel: message.channel,
    status: statusOf(message),
    createdAt: message.createdAt,
    recipient: message.recipient,
    subject: message.subject,
    text,
  });
}
