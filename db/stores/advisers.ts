// Free, independent advisers an organisation works with, and the sealed requests people sent them.
import { and, asc, count, eq, isNull } from "drizzle-orm";
import type { Instant } from "#app/domain/basics/dates.ts";
import type { Db, Tx } from "../open.ts";
import { adviserRequests, advisers } from "../schema.ts";

export type Adviser = typeof advisers.$inferSelect;

/** The advisers who still take requests, by name. */
export async function listAdvisers(db: Db | Tx, organisationId: string): Promise<readonly Adviser[]> {
  return db
    .select()
    .from(advisers)
    .where(and(eq(advisers.organisationId, organisationId), isNull(advisers.stoppedAt)))
    .orderBy(asc(advisers.name), asc(advisers.id));
}

/** Adds an adviser. */
export async function addAdviser(tx: Tx, adviser: typeof advisers.$inferInsert): Promise<void> {
  await tx.insert(advisers).values(adviser);
}

/** Takes an adviser off the list; says whether they stood on it at that version. */
export async function stopAdviser(tx: Tx, organisationId: string, id: string, version: number, at: Instant): Promise<boolean> {
  const stopped = await tx
    .update(advisers)
    .set({ stoppedAt: at, version: version + 1 })
    .where(and(eq(advisers.organisationId, organisationId), eq(advisers.id, id), eq(advisers.version, version), isNull(advisers.stoppedAt)))
    .returning({ id: advisers.id });
  return stopped.length === 1;
}

/** Keeps a person's request, in place of one they sent before. */
export async function putAdviserRequest(tx: Tx, request: typeof adviserRequests.$inferInsert): Promise<void> {
  const { adviserId, request: sealed, askedAt } = request;
  await tx
    .insert(adviserRequests)
    .values(request)
    .onConflictDoUpdate({ target: adviserRequests.invitationId, set: { adviserId, request: sealed, askedAt, contactedAt: null } });
}

/** How many people of an organisation asked an adviser to contact them: a number and nothing else. */
export async function countAdviserRequests(db: Db, organisationId: string): Promise<number> {
  const [found] = await db.select({ requests: count() }).from(adviserRequests).where(eq(adviserRequests.organisationId, organisationId));
  return found?.requests ?? 0;
}
