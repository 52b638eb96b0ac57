// What a coordinator writes down after a meeting: what changed, the look back, and things to do.
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Instant } from "#app/domain/basics/dates.ts";
import { asWritten } from "../columns.ts";
import type { Db, Tx } from "../open.ts";
import { evaluations, meetings, outcomes, writtenToDos } from "../schema.ts";

export type StoredOutcome = typeof outcomes.$inferSelect;
export type StoredEvaluation = typeof evaluations.$inferSelect;
export type StoredToDo = typeof writtenToDos.$inferSelect;

/** What people said of a meeting and what was done about it, in the order it was written. */
export async function listOutcomes(db: Db, organisationId: string, meetingId: string): Promise<readonly StoredOutcome[]> {
  return db
    .select()
    .from(outcomes)
    .where(and(eq(outcomes.organisationId, organisationId), eq(outcomes.meetingId, meetingId)))
    .orderBy(asc(outcomes.savedAt), asc(asWritten(outcomes)));
}

/** Notes on a meeting that its people were told what changed. Nobody types it, so it needs no version. */
export async function noteOutcomesTold(tx: Tx, meetingId: string, at: Instant): Promise<void> {
  await tx.update(meetings).set({ outcomesToldAt: at }).where(eq(meetings.id, meetingId));
}

/** Adds one. */
export async function addOutcome(tx: Tx, row: typeof outcomes.$inferInsert): Promise<void> {
  await tx.insert(outcomes).values(row);
}

/** Changes one that is still at the version it was read at; says whether it was. */
export async function saveOutcome(tx: Tx, id: string, version: number, change: Partial<StoredOutcome>): Promise<boolean> {
  const changed = await tx
    .update(outcomes)
    .set({ ...change, version: version + 1 })
    .where(and(eq(outcomes.id, id), eq(outcomes.version, version)))
    .returning({ id: outcomes.id });
  return changed.length === 1;
}

/** Takes one away. */
export async function removeOutcome(tx: Tx, id: string): Promise<void> {
  await tx.delete(outcomes).where(eq(outcomes.id, id));
}

/** The look back on a meeting. */
export async function findEvaluation(db: Db, organisationId: string, meetingId: string): Promise<StoredEvaluation | undefined> {
  const [found] = await db
    .select()
    .from(evaluations)
    .where(and(eq(evaluations.organisationId, organisationId), eq(evaluations.meetingId, meetingId)));
  return found;
}

/** Saves the look back at the version it was read at (nought for the first time); says whether it was. */
export async function saveEvaluation(tx: Tx, version: number, row: typeof evaluations.$inferInsert): Promise<boolean> {
  if (version === 0) {
    const added = await tx.insert(evaluations).values(row).onConflictDoNothing().returning({ id: evaluations.meetingId });
    return added.length === 1;
  }
  const changed = await tx
    .update(evaluations)
    .set({ ...row, version: version + 1 })
    .where(and(eq(evaluations.meetingId, row.meetingId), eq(evaluations.version, version)))
    .returning({ id: evaluations.meetingId });
  return changed.length === 1;
}

/** The things to do that were written down after some meetings, in the order they were written. */
export async function listWrittenToDos(db: Db, organisationId: string, meetingIds: readonly string[]): Promise<readonly StoredToDo[]> {
  if (meetingIds.length === 0) return [];
  return db
    .select()
    .from(writtenToDos)
    .where(and(eq(writtenToDos.organisationId, organisationId), inArray(writtenToDos.meetingId, [...meetingIds])))
    .orderBy(asc(writtenToDos.savedAt), asc(asWritten(writtenToDos)));
}

/** Writes a thing to do down, once for each source; says whether it was new. */
export async function addWrittenToDo(tx: Tx, row: typeof writtenToDos.$inferInsert): Promise<boolean> {
  const added = await tx.insert(writtenToDos).values(row).onConflictDoNothing().returning({ id: writtenToDos.id });
  return added.length === 1;
}

/** Changes what a thing to do says; that it was done, or given to somebody, stays with it. */
export async function saveWrittenToDo(tx: Tx, id: string, change: Partial<StoredToDo>): Promise<void> {
  await tx.update(writtenToDos).set(change).where(eq(writtenToDos.id, id));
}

/** Takes the thing to do of one source away, if there is one. */
export async function removeWrittenToDo(tx: Tx, meetingId: string, source: string): Promise<void> {
  await tx.delete(writtenToDos).where(and(eq(writtenToDos.meetingId, meetingId), eq(writtenToDos.source, source)));
}
