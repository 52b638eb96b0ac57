// Access answers, one sealed value for each invitation: which requirements somebody has is itself sensitive.
import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { asWritten } from "../columns.ts";
import type { Db, Tx } from "../open.ts";
import { accessAnswers, invitations, meetings, people } from "../schema.ts";

export type StoredAnswers = typeof accessAnswers.$inferSelect;

/** The answers of one invitation, still sealed. */
export async function findAnswers(db: Db, invitationId: string): Promise<StoredAnswers | undefined> {
  const [found] = await db.select().from(accessAnswers).where(eq(accessAnswers.invitationId, invitationId));
  return found;
}

/** Saves answers for the first time; says whether there were none before. */
export async function addAnswers(tx: Tx, answers: typeof accessAnswers.$inferInsert): Promise<boolean> {
  const added = await tx.insert(accessAnswers).values(answers).onConflictDoNothing().returning({ id: accessAnswers.invitationId });
  return added.length === 1;
}

/** Changes answers that are still at the version they were read at; says whether they were. */
export async function saveAnswers(tx: Tx, invitationId: string, version: number, change: Partial<StoredAnswers>): Promise<boolean> {
  const changed = await tx
    .update(accessAnswers)
    .set({ ...change, version: version + 1 })
    .where(and(eq(accessAnswers.invitationId, invitationId), eq(accessAnswers.version, version)))
    .returning({ id: accessAnswers.invitationId });
  return changed.length === 1;
}

/** What one person sent for any meeting, the latest first, still sealed. */
export async function listSentBy(
  db: Db,
  organisationId: string,
  personId: string,
): Promise<readonly { readonly answers: StoredAnswers; readonly meetingName: string }[]> {
  return db
    .select({ answers: accessAnswers, meetingName: meetings.name })
    .from(accessAnswers)
    .innerJoin(invitations, eq(invitations.id, accessAnswers.invitationId))
    .innerJoin(meetings, eq(meetings.id, invitations.meetingId))
    .where(and(eq(invitations.organisationId, organisationId), eq(invitations.personId, personId), isNotNull(accessAnswers.sentAt)))
    .orderBy(desc(accessAnswers.sentAt), desc(asWritten(accessAnswers)));
}

/** What people of an organisation sent for any meeting, the latest first, still sealed. */
export async function listSentIn(
  db: Db,
  organisationId: string,
): Promise<readonly { readonly answers: StoredAnswers; readonly personId: string }[]> {
  return db
    .select({ answers: accessAnswers, personId: invitations.personId })
    .from(accessAnswers)
    .innerJoin(invitations, eq(invitations.id, accessAnswers.invitationId))
    .where(and(eq(invitations.organisationId, organisationId), isNotNull(accessAnswers.sentAt)))
    .orderBy(desc(accessAnswers.sentAt), desc(asWritten(accessAnswers)));
}

export type AnswersOfMeeting = {
  readonly invitation: typeof invitations.$inferSelect;
  readonly personName: string;
  readonly answers: StoredAnswers | null;
};

/** Everybody asked to a meeting, with their answers still sealed, in the order they were asked. */
export async function listAnswersOfMeeting(db: Db, organisationId: string, meetingId: string): Promise<readonly AnswersOfMeeting[]> {
  return db
    .select({ invitation: invitations, personName: people.name, answers: accessAnswers })
    .from(invitations)
    .innerJoin(people, eq(people.id, invitations.personId))
    .leftJoin(accessAnswers, eq(accessAnswers.invitationId, invitations.id))
    .where(and(eq(invitations.organisationId, organisationId), eq(invitations.meetingId, meetingId), isNull(people.erasedAt)))
    .orderBy(invitations.invitedAt, asWritten(invitations));
}
