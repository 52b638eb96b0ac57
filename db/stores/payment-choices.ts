// What people decided about being paid, the benefit answers they asked us to keep, and their bank details. All of it is
// sealed: this store moves sealed values and never opens one.
import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import type { Instant } from "#app/domain/basics/dates.ts";
import type { Db, Tx } from "../open.ts";
import { bankDetails, benefitAnswers, claims, invitations, meetings, paymentChoices } from "../schema.ts";
import type { Sealed } from "../vault.ts";

export type StoredChoice = typeof paymentChoices.$inferSelect;
export type StoredBankDetails = typeof bankDetails.$inferSelect;

/** The decision of one invitation, still sealed. */
export async function findChoice(db: Db, invitationId: string): Promise<StoredChoice | undefined> {
  const [found] = await db.select().from(paymentChoices).where(eq(paymentChoices.invitationId, invitationId));
  return found;
}

/** The decisions of several invitations, still sealed. */
export async function listChoices(db: Db, invitationIds: readonly string[]): Promise<readonly StoredChoice[]> {
  if (invitationIds.length === 0) return [];
  return db
    .select()
    .from(paymentChoices)
    .where(inArray(paymentChoices.invitationId, [...invitationIds]));
}

/** Saves a first decision or draft; says whether there was none before. */
export async function addChoice(tx: Tx, choice: typeof paymentChoices.$inferInsert): Promise<boolean> {
  const added = await tx.insert(paymentChoices).values(choice).onConflictDoNothing().returning({ id: paymentChoices.invitationId });
  return added.length === 1;
}

/** Changes a decision that is still at the version it was read at; says whether it was. */
export async function saveChoice(tx: Tx, invitationId: string, version: number, change: Partial<StoredChoice>): Promise<boolean> {
  const changed = await tx
    .update(paymentChoices)
    .set({ ...change, version: version + 1 })
    .where(and(eq(paymentChoices.invitationId, invitationId), eq(paymentChoices.version, version)))
    .returning({ id: paymentChoices.invitationId });
  return changed.length === 1;
}

/** The kept benefit answers of one invitation, still sealed. */
export async function findBenefitAnswers(
  db: Db,
  invitationId: string,
): Promise<{ readonly answers: Sealed; readonly savedAt: Instant } | undefined> {
  const [found] = await db.select().from(benefitAnswers).where(eq(benefitAnswers.invitationId, invitationId));
  return found;
}

/** Keeps benefit answers, in place of any kept before. */
export async function putBenefitAnswers(tx: Tx, kept: typeof benefitAnswers.$inferInsert): Promise<void> {
  await tx
    .insert(benefitAnswers)
    .values(kept)
    .onConflictDoUpdate({ target: benefitAnswers.invitationId, set: { answers: kept.answers, savedAt: kept.savedAt } });
}

/** Forgets kept benefit answers; says whether there were any. */
export async function dropBenefitAnswers(tx: Tx, invitationId: string): Promise<boolean> {
  const dropped = await tx
    .delete(benefitAnswers)
    .where(eq(benefitAnswers.invitationId, invitationId))
    .returning({ id: benefitAnswers.invitationId });
  return dropped.length === 1;
}

/** Somebody's bank details, still sealed. */
export async function findBankDetails(db: Db, personId: string): Promise<StoredBankDetails | undefined> {
  const [found] = await db.select().from(bankDetails).where(eq(bankDetails.personId, personId));
  return found;
}

/** The bank details of several people, still sealed. */
export async function listBankDetails(db: Db, personIds: readonly string[]): Promise<readonly StoredBankDetails[]> {
  if (personIds.length === 0) return [];
  return db
    .select()
    .from(bankDetails)
    .where(inArray(bankDetails.personId, [...personIds]));
}

/** Saves bank details, in place of any on file. */
export async function putBankDetails(tx: Tx, details: typeof bankDetails.$inferInsert): Promise<void> {
  const { personId, ...change } = details;
  await tx.insert(bankDetails).values(details).onConflictDoUpdate({ target: bankDetails.personId, set: change });
}

export type OwnMeeting = {
  readonly invitation: typeof invitations.$inferSelect;
  readonly meeting: typeof meetings.$inferSelect;
  readonly claim: typeof claims.$inferSelect | null;
};

/** Every meeting a person was asked to with an offer, and their claim for it if there is one, by the day of the meeting. */
export async function listOwnMeetings(db: Db, organisationId: string, personId: string): Promise<readonly OwnMeeting[]> {
  return db
    .select({ invitation: invitations, meeting: meetings, claim: claims })
    .from(invitations)
    .innerJoin(meetings, eq(meetings.id, invitations.meetingId))
    .leftJoin(claims, eq(claims.invitationId, invitations.id))
    .where(and(eq(invitations.organisationId, organisationId), eq(invitations.personId, personId), isNotNull(invitations.offer)))
    .orderBy(asc(meetings.date), asc(invitations.id));
}
