// Messages to people: written into the outbox in the same change as the thing they tell of, sent afterwards.
import { record } from "#db/audit.ts";
import type { Tx } from "#db/open.ts";
import { addMessage } from "#db/stores/messages.ts";
import type { Context } from "./context.server.ts";

export type Message = {
  readonly organisationId: string;
  /** One message for each key, however often the change is tried. */
  readonly key: string;
  readonly kind: string;
  readonly channel: "email" | "letter" | "show";
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
