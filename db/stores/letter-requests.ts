// Signed copies of the letter for the Jobcentre that people asked for by post. Where to post one is sealed.
import { and, asc, count, eq, isNull } from "drizzle-orm";
import type { Instant } from "#app/domain/basics/dates.ts";
import type { Db, Tx } from "../open.ts";
import { invitations, letterRequests, meetings, people } from "../schema.ts";
import type { Sealed } from "../vault.ts";

export type StoredLetterRequest = typeof letterRequests.$inferSelect;

/** A person's own request, posted or not. */
export async function findLetterRequestOf(db: Db | Tx, invitationId: string): Promise<StoredLetterRequest | undefined> {
  const [found] = await db.select().from(letterRequests).where(eq(letterRequests.invitationId, invitationId));
  return found;
}

/** Keeps a request, in place of any earlier one of the same invitation. */
export async function putLetterRequest(tx: Tx, request: typeof letterRequests.$inferInsert): Promise<void> {
  const before = await findLetterRequestOf(tx, request.invitationId);
  if (before === undefined) {
    await tx.insert(letterRequests).values(request);
    return;
  }
  const { includes, askedAt, postBy } = request;
  await tx
    .update(letterRequests)
    .set({ includes, details: request.details, askedAt, postBy, postedAt: null, postedBy: null, version: before.version + 1 })
    .where(eq(letterRequests.id, before.id));
}

export type LetterToPost = {
  readonly request: StoredLetterRequest;
  readonly invitation: typeof invitations.$inferSelect;
  readonly person: typeof people.$inferSelect;
  readonly meeting: typeof meetings.$inferSelect;
};

function withPerson(db: Db) {
  return db
    .select({ request: letterRequests, invitation: invitations, person: people, meeting: meetings })
    .from(letterRequests)
    .innerJoin(invitations, eq(invitations.id, letterRequests.invitationId))
    .innerJoin(people, eq(people.id, invitations.personId))
    .innerJoin(meetings, eq(meetings.id, invitations.meetingId));
}

/** The letters of an organisation that wait to be posted, the first due first; at most a hundred. */
export async function listLettersToPost(db: Db, organisationId: string): Promise<readonly LetterToPost[]> {
  return withPerson(db)
    .where(and(eq(letterRequests.organisationId, organisationId), isNull(letterRequests.postedAt)))
    .orderBy(asc(letterRequests.postBy), asc(letterRequests.id))
    .limit(100);
}

/** One request of an organisation that waits to be posted. */
export async function findLetterToPost(db: Db, organisationId: string, id: string): Promise<LetterToPost | undefined> {
  const [found] = await withPerson(db).where(
    and(eq(letterRequests.organisationId, organisationId), eq(letterRequests.id, id), isNull(letterRequests.postedAt)),
  );
  return found;
}

/** How many letters of an organisation wait to be posted. */
export async function countLettersToPost(db: Db, organisationId: string): Promise<number> {
  const [found] = await db
    .select({ letters: count() })
    .from(letterRequests)
    .where(and(eq(letterRequests.organisationId, organisationId), isNull(letterRequests.postedAt)));
  return found?.letters ?? 0;
}

/** Notes that a letter was posted and erases where to; says whether it still waited at that version. */
export async function savePosted(
  tx: Tx,
  request: Pick<StoredLetterRequest, "id" | "version">,
  posted: { readonly at: Instant; readonly by: string; readonly details: Sealed },
): Promise<boolean> {
  const changed = await tx
    .update(letterRequests)
    .set({ postedAt: posted.at, postedBy: posted.by, details: posted.details, version: request.version + 1 })
    .where(and(eq(letterRequests.id, request.id), eq(letterRequests.version, request.version), isNull(letterRequests.postedAt)))
    .returning({ id: letterRequests.id });
  return changed.length === 1;
}
