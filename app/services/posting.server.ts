// Letters to people about their money: who gets one, in which size of print, and what stands at its head. The size is used for the
// person's own letter and is shown to nobody.
import type { Attendee } from "#app/domain/people/actors.ts";
import { channelFor } from "#app/domain/people/reach.ts";
import type { ToldBy } from "#app/words/claims.ts";
import { listMeetingsOf } from "#db/stores/meetings.ts";
import { findPerson, type Person } from "#db/stores/people.ts";
import type { Context } from "./context.server.ts";
import { printSizesOf } from "./documents.server.ts";

/** Print nobody asked to be larger. */
export const usualPoints = 12;

/** Whether somebody is told by a letter: they like letters, or nothing can carry an email and there is an address to post to. */
export function isPosted(context: Context, person: Person): boolean {
  const channel = channelFor(person);
  return channel === "letter" || (channel === "email" && !context.mailIsSet && person.address !== "");
}

/** How this person is told that they were paid, as things stand: what they like, where it can be done. */
export async function toldOfPayingBy(context: Context, attendee: Attendee): Promise<ToldBy> {
  const person = await findPerson(context.db, attendee.organisationId, attendee.personId);
  const channel = person === undefined ? null : channelFor(person);
  if (person === undefined || channel === null) return "no-way";
  if (channel === "letter" || isPosted(context, person)) return "letter";
  if (channel === "email") return context.mailIsSet ? "email" : "another-way";
  return person.preferredContact === "text" ? "text" : "phone";
}

/**
 * Says which size of print a person asked for most lately; the usual one where they asked for none. Each meeting's answers are
 * opened once, however many letters there are.
 */
export function printSizes(context: Context): (person: Person) => Promise<number> {
  const known = new Map<string, Promise<ReadonlyMap<string, number>>>();
  return async (person) => {
    for (const { invitation, meeting } of await listMeetingsOf(context.db, person.organisationId, person.id)) {
      const sizes = known.get(meeting.id) ?? printSizesOf(context, person.organisationId, meeting.id);
      known.set(meeting.id, sizes);
      const size = (await sizes).get(invitation.id);
      if (size !== undefined) return size;
    }
    return usualPoints;
  };
}
