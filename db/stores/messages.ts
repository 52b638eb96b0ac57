// The outbox.
import { and, asc, count, desc, eq, inArray, isNotNull, ne, or } from "drizzle-orm";
import { asWritten } from "../columns.ts";
import type { Db, Tx } from "../open.ts";
import { invitations, meetings, outbox } from "../schema.ts";

export type OutboxMessage = typeof outbox.$inferSelect;

/** Adds a message; one whose key is there already is left as it is. */
export async function addMessage(tx: Tx, message: typeof outbox.$inferInsert): Promise<void> {
  await tx.insert(outbox).values(message).onConflictDoNothing({ target: outbox.key });
}

/** Messages waiting to be handed to the mail server, oldest first. */
export async function listWaiting(db: Db): Promise<readonly OutboxMessage[]> {
  return db
    .select()
    .from(outbox)
    .where(eq(outbox.state, "waiting"))
    .orderBy(asc(outbox.createdAt), asc(asWritten(outbox)))
    .limit(100);
}

/** Messages about several things of one kind, newest first. */
export async function listMessagesAboutMany(
  db: Db,
  organisationId: string,
  about: { readonly kind: string; readonly ids: readonly string[] },
): Promise<readonly OutboxMessage[]> {
  if (about.ids.length === 0) return [];
  return db
    .select()
    .from(outbox)
    .where(and(eq(outbox.organisationId, organisationId), eq(outbox.aboutKind, about.kind), inArray(outbox.aboutId, [...about.ids])))
    .orderBy(desc(outbox.createdAt), desc(asWritten(outbox)));
}

/** One message of an organisation. */
export async function findMessage(db: Db, organisationId: string, id: string): Promise<OutboxMessage | undefined> {
  const [found] = await db
    .select()
    .from(outbox)
    .where(and(eq(outbox.organisationId, organisationId), eq(outbox.id, id)));
  return found;
}

/** Changes the state of a message that is still in the state it was seen in; says whether it was. */
export async function moveMessage(tx: Tx, id: string, from: OutboxMessage["state"], change: Partial<OutboxMessage>): Promise<boolean> {
  const changed = await tx
    .update(outbox)
    .set(change)
    .where(and(eq(outbox.id, id), eq(outbox.state, from)))
    .returning({ id: outbox.id });
  return changed.length === 1;
}

/** Puts messages that were being sent when the program stopped back among the waiting. */
export async function releaseInterrupted(tx: Tx): Promise<void> {
  await tx.update(outbox).set({ state: "waiting" }).where(eq(outbox.state, "sending"));
}

type Shown = {
  readonly kinds: readonly string[];
  readonly ids?: readonly string[];
  readonly skip: number;
  readonly atMost: number;
};

/** Messages of some kinds that no mail server carries, the first written first; of some ids only where they are given. */
export async function listShown(db: Db, organisationId: string, { kinds, ids, skip, atMost }: Shown): Promise<readonly OutboxMessage[]> {
  if (ids?.length === 0) return [];
  return db
    .select()
    .from(outbox)
    .where(
      and(
        eq(outbox.organisationId, organisationId),
        eq(outbox.state, "shown"),
        or(ne(outbox.recipient, ""), isNotNull(outbox.body)),
        inArray(outbox.kind, [...kinds]),
        ids === undefined ? undefined : inArray(outbox.id, [...ids]),
      ),
    )
    .orderBy(asc(outbox.createdAt), asc(asWritten(outbox)))
    .limit(atMost)
    .offset(skip);
}

/** How many messages of some kinds no mail server carries. */
export async function countShown(db: Db, organisationId: string, kinds: readonly string[]): Promise<number> {
  return db.$count(
    outbox,
    and(
      eq(outbox.organisationId, organisationId),
      eq(outbox.state, "shown"),
      or(ne(outbox.recipient, ""), isNotNull(outbox.body)),
      inArray(outbox.kind, [...kinds]),
    ),
  );
}

/** Whether a message was ever made under a key. */
export async function hasMessage(db: Db, key: string): Promise<boolean> {
  const found = await db.select({ id: outbox.id }).from(outbox).where(eq(outbox.key, key)).limit(1);
  return found.length === 1;
}

/** How many letters of one kind wait to be posted in each meeting, by its name: those that are about an invitation to it. */
export async function listLettersByMeeting(
  db: Db,
  organisationId: string,
  kind: string,
): Promise<readonly { readonly reference: string; readonly name: string; readonly count: number }[]> {
  return db
    .select({ reference: meetings.reference, name: meetings.name, count: count() })
    .from(outbox)
    .innerJoin(invitations, and(eq(outbox.aboutKind, "invitation"), eq(invitations.id, outbox.aboutId)))
    .innerJoin(meetings, eq(meetings.id, invitations.meetingId))
    .where(
      and(
        eq(outbox.organisationId, organisationId),
        eq(outbox.kind, kind),
        eq(outbox.channel, "letter"),
        eq(outbox.state, "shown"),
        isNotNull(outbox.body),
      ),
    )
    .groupBy(meetings.id)
    .orderBy(asc(meetings.name), asc(meetings.id));
}
