// How a meeting was for the people who came: one row for a person, and rows that know no person.
import { and, asc, eq } from "drizzle-orm";
import type { Db, Tx } from "../open.ts";
import { feedback, unnamedFeedback } from "../schema.ts";

export type StoredFeedback = typeof feedback.$inferSelect;

/** What there is of one person's feedback. */
export async function findFeedback(db: Db, invitationId: string): Promise<StoredFeedback | undefined> {
  const [found] = await db.select().from(feedback).where(eq(feedback.invitationId, invitationId));
  return found;
}

/** Everybody of a meeting who was asked or has begun to answer. */
export async function listFeedback(db: Db, organisationId: string, meetingId: string): Promise<readonly StoredFeedback[]> {
  return db
    .select()
    .from(feedback)
    .where(and(eq(feedback.organisationId, organisationId), eq(feedback.meetingId, meetingId)));
}

/** Saves feedback at the version it was read at (nought for the first time); says whether it was. */
export async function saveFeedback(
  tx: Tx,
  version: number,
  row: Pick<StoredFeedback, "invitationId" | "organisationId" | "meetingId"> & Partial<StoredFeedback>,
): Promise<boolean> {
  if (version === 0) {
    const added = await tx.insert(feedback).values(row).onConflictDoNothing().returning({ id: feedback.invitationId });
    return added.length === 1;
  }
  const changed = await tx
    .update(feedback)
    .set({ ...row, version: version + 1 })
    .where(and(eq(feedback.invitationId, row.invitationId), eq(feedback.version, version)))
    .returning({ id: feedback.invitationId });
  return changed.length === 1;
}

/** Adds feedback without its writer. */
export async function addUnnamedFeedback(tx: Tx, row: typeof unnamedFeedback.$inferInsert): Promise<void> {
  await tx.insert(unnamedFeedback).values(row);
}

/** Feedback without its writers, in the order of random names, so that the order says nothing about who wrote when. */
export async function listUnnamedFeedback(
  db: Db,
  organisationId: string,
  meetingId: string,
): Promise<readonly (typeof unnamedFeedback.$inferSelect)[]> {
  return db
    .select()
    .from(unnamedFeedback)
    .where(and(eq(unnamedFeedback.organisationId, organisationId), eq(unnamedFeedback.meetingId, meetingId)))
    .orderBy(asc(unnamedFeedback.id));
}
