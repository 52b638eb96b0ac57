// A fresh link to what is on file for somebody, for reading their own private answers back. It goes to a channel already known to be
// theirs, and is never shown to whoever asked (decision 18).
import { dayIn, type CalendarDate } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { auditActorOf, type Attendee } from "#app/domain/people/actors.ts";
import { readBackMessage } from "#app/words/payment-choice.ts";
import { record } from "#db/audit.ts";
import type { Tx } from "#db/open.ts";
import { listMessagesAboutMany, moveMessage, type OutboxMessage } from "#db/stores/messages.ts";
import { findPerson, type Person } from "#db/stores/people.ts";
import type { Context } from "./context.server.ts";
import { findLinkGrant, letterLinkEnd, mintReadBackLink } from "./links.server.ts";
import { outboxPlace, queueMessage } from "./messages.server.ts";
import { organisationOf } from "./organisations.server.ts";
import { invitationOf } from "./payment-check.server.ts";

export type ReadBackChannel = { readonly channel: "email" | "letter"; readonly recipient: string };

/** The ways to reach somebody that are on file, for what must not go anywhere else. */
export function channelsOf(person: Pick<Person, "email" | "address">): readonly ReadBackChannel[] {
  return [
    ...(person.email === "" ? [] : [{ channel: "email" as const, recipient: person.email }]),
    ...(person.address.trim() === "" ? [] : [{ channel: "letter" as const, recipient: person.address }]),
  ];
}

/** Where a fresh link can be sent to show that a device is the person's own, each masked. */
export async function readBackChannels(
  context: Context,
  attendee: Attendee,
): Promise<readonly { readonly channel: "email" | "letter"; readonly masked: string }[]> {
  const person = await personOf(context, attendee);
  return channelsOf(person)
    .filter(({ channel }) => channel === "letter" || context.mailIsSet)
    .map(({ channel, recipient }) => ({ channel, masked: channel === "email" ? maskedEmail(recipient) : maskedAddress(recipient) }));
}

/**
 * Sends a fresh link to a channel already on file: by email, or in a letter that staff print and post. One letter to a person waits at a
 * time: another one of the same day is not made, and one of a later day takes its place. Refused when the links of the meeting have ended.
 */
export async function sendReadBackLink(
  context: Context,
  attendee: Attendee,
  wanted: "email" | "letter",
  intent?: string,
): Promise<Result<object, "no-such-channel" | "links-ended">> {
  const person = await personOf(context, attendee);
  const found = channelsOf(person).find(({ channel }) => channel === wanted);
  if (!found || (wanted === "email" && !context.mailIsSet)) return refused("no-such-channel");
  const organisation = await organisationOf(context, attendee.organisationId);
  const { meeting } = await invitationOf(context, attendee);
  const { organisationId, invitationId } = attendee;
  const waiting = wanted === "letter" ? await lettersWaiting(context, attendee) : [];
  for (const letter of waiting) {
    if (dayIn(letter.createdAt) === context.today && (await letterLinkOf(context, letter)) !== null) return done({});
  }
  return context.change<Result<object, "links-ended">>(
    async (tx) => {
      for (const { id } of waiting) await eraseLetter(context, tx, { organisationId, id, actor: auditActorOf(attendee) });
      const minted = await mintReadBackLink(
        context,
        tx,
        { organisationId, kind: "invitation", id: invitationId, meetingDate: meeting.date },
        wanted,
      );
      if (!minted.ok) return minted;
      const { path, until } = minted.value;
      const { subject, body } = readBackMessage({
        name: person.name,
        organisation: organisation.name,
        address: `${context.origin}${path}`,
        until,
        madeFor: attendee.helpedBy !== undefined,
      });
      await queueMessage(context, tx, {
        organisationId,
        // One email every ten minutes, however often the button is pressed.
        key: `read-back ${invitationId} ${wanted} ${wanted === "email" ? context.now.slice(0, 15) : context.newId()}`,
        kind: "read-back",
        channel: found.channel,
        recipient: found.recipient,
        subject,
        body,
        about: { kind: "invitation", id: invitationId },
      });
      if (attendee.helpedBy !== undefined) {
        await record(context, tx, {
          organisationId,
          actor: auditActorOf(attendee),
          action: "private-letter-made",
          subject: { kind: "invitation", id: invitationId },
        });
      }
      return done({});
    },
    intent === undefined ? {} : { intent },
  );
}

/** Whether a message is a letter to read answers back with that nobody has posted or erased. */
export function isLetterWaiting({ kind, channel, state, body }: OutboxMessage): boolean {
  return kind === "read-back" && channel === "letter" && state === "shown" && body !== null;
}

/** The last day the link in a letter opens anything; null when it opens nothing any more, or the letter is erased. */
export async function letterLinkOf(context: Context, { id, body, createdAt }: OutboxMessage): Promise<CalendarDate | null> {
  if (body === null) return null;
  const [, token = ""] = /\/i\/([A-Za-z0-9_-]{43})$/mu.exec(context.vault.unseal(body, outboxPlace(id))) ?? [];
  const found = await findLinkGrant(context, "invitation", token);
  return found === null ? null : letterLinkEnd(dayIn(createdAt), found.grant);
}

/** Erases a letter that is not posted, inside a change; says whether it was still there. */
export async function eraseLetter(
  context: Context,
  tx: Tx,
  letter: { readonly organisationId: string; readonly id: string; readonly actor: { readonly kind: string; readonly id: string } },
): Promise<boolean> {
  if (!(await moveMessage(tx, letter.id, "shown", { state: "failed", body: null }))) return false;
  await record(context, tx, {
    organisationId: letter.organisationId,
    actor: letter.actor,
    action: "private-letter-erased",
    subject: { kind: "message", id: letter.id },
  });
  return true;
}

async function lettersWaiting(context: Context, { organisationId, invitationId }: Attendee): Promise<readonly OutboxMessage[]> {
  const messages = await listMessagesAboutMany(context.db, organisationId, { kind: "invitation", ids: [invitationId] });
  return messages.filter((message) => isLetterWaiting(message));
}

async function personOf(context: Context, attendee: Attendee): Promise<Person> {
  const person = await findPerson(context.db, attendee.organisationId, attendee.personId);
  if (!person) throw new Error("An invitation belongs to no person");
  return person;
}

function maskedEmail(email: string): string {
  const [name = "", host = ""] = email.split("@");
  return `${name.charAt(0)}•••@${host}`;
}

/** An address as somebody with only a link may see it: "the address that ends 4AP". */
export function maskedAddress(address: string): string {
  const lines = address.split("\n").filter((line) => line.trim() !== "");
  const last = lines.at(-1) ?? "";
  return `the address that ends ${last.trim().slice(-3)}`;
}
