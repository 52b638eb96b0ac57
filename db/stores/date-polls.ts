// The dates people were asked about, and what each of them said, still sealed.
import { and, eq, isNotNull } from "drizzle-orm";
import type { Db, Tx } from "../open.ts";
import { dateAnswers, datePolls, invitations } from "../schema.ts";

export type DatePoll = typeof datePolls.$inferSelect;
export type StoredDateAnswers = typeof dateAnswers.$inferSelect;

/** The dates offered for a meeting of an organisation. */
export async function findDatePoll(db: Db, organisationId: string, meetingId: string): Promise<DatePoll | undefined> {
  const [found] = await db
    .select()
    .from(datePolls)
    .where(and(eq(datePolls.organisationId, organisationId), eq(datePolls.meetingId, meetingId)));
  return found;
}

/** Offers dates for the first time; says whether none were offered before. */
export async function addDatePoll(tx: Tx, poll: typeof datePolls.$inferInsert): Promise<boolean> {
  return (await tx.insert(datePolls).values(poll).onConflictDoNothing().returning({ id: datePolls.meetingId })).length === 1;
}

/** Changes offered dates that are still at the version they were read at; says whether they were. */
export async function saveDatePoll(tx: Tx, meetingId: string, version: number, change: Partial<DatePoll>): Promise<boolean> {
  const changed = await tx
    .update(datePolls)
    .set({ ...change, version: version + 1 })
    .where(and(eq(datePolls.meetingId, meetingId), eq(datePolls.version, version)))
    .returning({ id: datePolls.meetingId });
  return changed.length === 1;
}

/** Stops asking about dates. What people said stays on file. */
export async function removeDatePoll(tx: Tx, meetingId: string): Promise<void> {
  await tx.delete(datePolls).where(eq(datePolls.meetingId, meetingId));
}

/** What one person said about the dates. */
export async function findDateAnswers(db: Db, invitationId: string): Promise<StoredDateAnswers | undefined> {
  const [found] = await db.select().from(dateAnswers).where(eq(dateAnswers.invitationId, invitationId));
  return found;
}

/** Saves what one person said, at the version it was read at (nought for the first time); says whether it was. */
export async function saveDateAnswersAt(tx: Tx, version: number, answers: Omit<StoredDateAnswers, "version">): Promise<boolean> {
  if (version === 0) {
    return (await tx.insert(dateAnswers).values(answers).onConflictDoNothing().returning({ id: dateAnswers.invitationId })).length === 1;
  }
  const changed = await tx
    .update(dateAnswers)
    .set({ answers: answers.answers, savedAt: answers.savedAt, version: version + 1 })
    .where(and(eq(dateAnswers.invitationId, answers.invitationId), eq(dateAnswers.version, version)))
    .returning({ id: dateAnswers.invitationId });
  return changed.length === 1;
}

/** What everybody asked to a meeting said about its dates. */
export async function listDateAnswers(db: Db, organisationId: string, meetingId: string): Promise<readonly StoredDateAnswers[]> {
  const found = await db
    .select({ answers: dateAnswers })
    .from(dateAnswers)
    .innerJoin(invitations, eq(invitations.id, dateAnswers.invitationId))
    .where(and(eq(invitations.organisationId, organisationId), eq(invitations.meetingId, meetingId), isNotNull(invitations.invitedAt)));
  return found.map(({ answers }) => answers);
}
