// How a meeting was for the people who came: one row for a person, and rows that know no person.
import { and, asc, count, desc, eq, gte, inArray, isNotNull, lt } from "drizzle-orm";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { Db, Tx } from "../open.ts";
import { evaluations, feedback, meetings, unnamedFeedback } from "../schema.ts";

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

/** The meetings people answered about since a day, with how many answered since then, with their name or without; the latest meeting first. */
export async function listMeetingsAnsweredSince(
  db: Db,
  organisationId: string,
  since: CalendarDate,
): Promise<readonly { readonly reference: string; readonly meeting: string; readonly answers: number }[]> {
  return db
    .select({ reference: meetings.reference, meeting: meetings.name, answers: count() })
    .from(feedback)
    .innerJoin(meetings, eq(meetings.id, feedback.meetingId))
    .where(and(eq(feedback.organisationId, organisationId), gte(feedback.sentOn, since)))
    .groupBy(meetings.id)
    .orderBy(desc(meetings.date), asc(meetings.reference));
}

/**
 * Erases what people said of meetings before a day, and what a coordinator wrote of who was missing from them; gives how many rows. That
 * somebody was asked and has answered stays, without an answer, so that nobody is asked again.
 */
export async function eraseFeedback(tx: Tx, organisationId: string, before: CalendarDate, most: number): Promise<number> {
  const old = tx
    .select({ id: meetings.id })
    .from(meetings)
    .where(and(eq(meetings.organisationId, organisationId), lt(meetings.date, before)));
  const named = tx
    .select({ id: feedback.invitationId })
    .from(feedback)
    .where(and(inArray(feedback.meetingId, old), isNotNull(feedback.answers)))
    .limit(most);
  const unnamed = tx.select({ id: unnamedFeedback.id }).from(unnamedFeedback).where(inArray(unnamedFeedback.meetingId, old)).limit(most);
  const gone = await tx
    .update(feedback)
    .set({ answers: null })
    .where(inArray(feedback.invitationId, named))
    .returning({ id: feedback.invitationId });
  const more = await tx.delete(unnamedFeedback).where(inArray(unnamedFeedback.id, unnamed)).returning({ id: unnamedFeedback.id });
  const forgotten = await tx
    .update(evaluations)
    .set({ missing: null })
    .where(and(inArray(evaluations.meetingId, old), isNotNull(evaluations.missing)))
    .returning({ id: evaluations.meetingId });
  return gone.length + more.length + forgotten.length;
}
