// Finding and erasing what is kept no longer, a batch at a time, and the record of each day's run.
import { and, desc, eq, exists, inArray, isNotNull, isNull, lt, max, not, notInArray, or, sql } from "drizzle-orm";
import type { CalendarDate, Instant } from "#app/domain/basics/dates.ts";
import type { Db, Tx } from "../open.ts";
import {
  accessAnswers,
  adviserRequests,
  answeringTogether,
  audit,
  bankDetails,
  benefitAnswers,
  claimFindings,
  claimLines,
  claims,
  costRequests,
  earlierOffers,
  files,
  grants,
  installation,
  invitations,
  joinedInvitations,
  joiningInstructions,
  keepingRules,
  keepingRuns,
  meetings,
  paymentChoices,
  paymentComplaints,
  paymentRunLines,
  vouchers,
} from "../schema.ts";

export type KeepingRun = typeof keepingRuns.$inferSelect;
export type KeepingRules = typeof keepingRules.$inferSelect;

/** What an organisation chose; nothing where it keeps the usual periods. */
export async function findKeepingRules(db: Db, organisationId: string): Promise<KeepingRules | undefined> {
  const [found] = await db.select().from(keepingRules).where(eq(keepingRules.organisationId, organisationId));
  return found;
}

/** Keeps what an organisation chose; says whether nobody chose meanwhile. `version` is nought where nothing was chosen before. */
export async function saveKeepingRules(tx: Tx, version: number, rules: Omit<KeepingRules, "version">): Promise<boolean> {
  if (version === 0) return (await tx.insert(keepingRules).values(rules).onConflictDoNothing().returning()).length === 1;
  const changed = await tx
    .update(keepingRules)
    .set({ ...rules, version: version + 1 })
    .where(and(eq(keepingRules.organisationId, rules.organisationId), eq(keepingRules.version, version)))
    .returning({ id: keepingRules.organisationId });
  return changed.length === 1;
}

/** The runs of an organisation, the newest first. */
export async function listKeepingRuns(db: Db, organisationId: string, most = 30): Promise<readonly KeepingRun[]> {
  return db.select().from(keepingRuns).where(eq(keepingRuns.organisationId, organisationId)).orderBy(desc(keepingRuns.day)).limit(most);
}

/** Begins a run. */
export async function addKeepingRun(tx: Tx, run: typeof keepingRuns.$inferInsert): Promise<void> {
  await tx.insert(keepingRuns).values(run);
}

/** Writes what a run has come to. */
export async function saveKeepingRun(tx: Tx, id: string, change: Partial<KeepingRun>): Promise<void> {
  await tx.update(keepingRuns).set(change).where(eq(keepingRuns.id, id));
}

/** A run as it stands. */
export async function findKeepingRun(db: Db, id: string): Promise<KeepingRun | undefined> {
  const [found] = await db.select().from(keepingRuns).where(eq(keepingRuns.id, id));
  return found;
}

/** Links whose last day has passed, with the places they were opened from. */
export async function eraseEndedLinks(tx: Tx, organisationId: string, today: CalendarDate, most: number): Promise<number> {
  const ids = tx
    .select({ id: grants.id })
    .from(grants)
    .where(and(eq(grants.organisationId, organisationId), lt(grants.expiresOn, today)))
    .limit(most);
  return (await tx.delete(grants).where(inArray(grants.id, ids)).returning({ id: grants.id })).length;
}

/** An invitation whose meeting is over, with its person. */
export type OldInvitation = { readonly invitationId: string; readonly personId: string };

/** Invitations with access answers or instructions on file, to meetings before a day. */
export async function listOldAnswers(db: Db, organisationId: string, before: CalendarDate): Promise<readonly OldInvitation[]> {
  const has = (table: typeof accessAnswers | typeof joiningInstructions | typeof answeringTogether) =>
    exists(
      db
        .select({ one: sql`1` })
        .from(table)
        .where(eq(table.invitationId, invitations.id)),
    );
  return db
    .select({ invitationId: invitations.id, personId: invitations.personId })
    .from(invitations)
    .innerJoin(meetings, eq(meetings.id, invitations.meetingId))
    .where(
      and(
        eq(invitations.organisationId, organisationId),
        lt(meetings.date, before),
        or(has(accessAnswers), has(joiningInstructions), has(answeringTogether)),
      ),
    );
}

/** Erases what these people said they need for these meetings, and what was written to them because of it. */
export async function eraseAccessAnswers(tx: Tx, invitationIds: readonly string[]): Promise<void> {
  const ids = [...invitationIds];
  await tx.delete(accessAnswers).where(inArray(accessAnswers.invitationId, ids));
  await tx.delete(joiningInstructions).where(inArray(joiningInstructions.invitationId, ids));
  await tx.delete(answeringTogether).where(inArray(answeringTogether.invitationId, ids));
}

/** What was kept of two invitations that became one, for meetings before a day: from then on they are not taken apart again. */
export async function eraseJoined(tx: Tx, organisationId: string, before: CalendarDate, most: number): Promise<number> {
  const ids = tx
    .select({ id: joinedInvitations.id })
    .from(joinedInvitations)
    .innerJoin(meetings, eq(meetings.id, joinedInvitations.meetingId))
    .where(and(eq(joinedInvitations.organisationId, organisationId), lt(meetings.date, before)))
    .limit(most);
  return (await tx.delete(joinedInvitations).where(inArray(joinedInvitations.id, ids)).returning({ id: joinedInvitations.id })).length;
}

/** Answers about benefits and requests for advice, for meetings before a day; where no day is chosen, said before that day. */
export async function eraseBenefitAnswers(tx: Tx, organisationId: string, before: CalendarDate, most: number): Promise<number> {
  const over = (said: typeof benefitAnswers.savedAt | typeof adviserRequests.askedAt) =>
    and(eq(invitations.organisationId, organisationId), lt(sql`coalesce(${meetings.date}, substr(${said}, 1, 10))`, before));
  const answers = tx
    .select({ id: benefitAnswers.invitationId })
    .from(benefitAnswers)
    .innerJoin(invitations, eq(invitations.id, benefitAnswers.invitationId))
    .innerJoin(meetings, eq(meetings.id, invitations.meetingId))
    .where(over(benefitAnswers.savedAt))
    .limit(most);
  const gone = await tx.delete(benefitAnswers).where(inArray(benefitAnswers.invitationId, answers)).returning();
  const requests = tx
    .select({ id: adviserRequests.id })
    .from(adviserRequests)
    .innerJoin(invitations, eq(invitations.id, adviserRequests.invitationId))
    .innerJoin(meetings, eq(meetings.id, invitations.meetingId))
    .where(over(adviserRequests.askedAt))
    .limit(most);
  const asked = await tx.delete(adviserRequests).where(inArray(adviserRequests.id, requests)).returning({ id: adviserRequests.id });
  return gone.length + asked.length;
}

/** Invitations that were declined, to meetings before a day, with no money in them. */
export async function eraseDeclined(tx: Tx, organisationId: string, before: CalendarDate, most: number): Promise<number> {
  const found = await tx
    .select({ id: invitations.id })
    .from(invitations)
    .innerJoin(meetings, eq(meetings.id, invitations.meetingId))
    .where(
      and(
        eq(invitations.organisationId, organisationId),
        eq(invitations.reply, "not-coming"),
        lt(meetings.date, before),
        not(
          exists(
            tx
              .select({ one: sql`1` })
              .from(claims)
              .where(eq(claims.invitationId, invitations.id)),
          ),
        ),
        not(
          exists(
            tx
              .select({ one: sql`1` })
              .from(costRequests)
              .where(eq(costRequests.invitationId, invitations.id)),
          ),
        ),
      ),
    )
    .limit(most);
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await tx.delete(earlierOffers).where(inArray(earlierOffers.invitationId, ids));
  await tx.delete(invitations).where(inArray(invitations.id, ids));
  return ids.length;
}

/**
 * Bank details of people whose last payment, last meeting and last change of the details were all before a day, and who have no claim
 * under way and no meeting ahead.
 */
export async function eraseBankDetails(tx: Tx, organisationId: string, before: CalendarDate, most: number): Promise<number> {
  const lastPaid = tx
    .select({ on: max(claims.paidOn) })
    .from(claims)
    .where(eq(claims.personId, bankDetails.personId));
  const lastMeeting = tx
    .select({ on: max(sql`coalesce(${meetings.date}, '9999-12-31')`) })
    .from(invitations)
    .innerJoin(meetings, eq(meetings.id, invitations.meetingId))
    .where(eq(invitations.personId, bankDetails.personId));
  const underWay = tx
    .select({ one: sql`1` })
    .from(claims)
    .where(and(eq(claims.personId, bankDetails.personId), notInArray(claims.state, ["paid", "open"])));
  const gone = await tx
    .delete(bankDetails)
    .where(
      inArray(
        bankDetails.personId,
        tx
          .select({ id: bankDetails.personId })
          .from(bankDetails)
          .where(
            and(
              sql`EXISTS (SELECT 1 FROM people WHERE people.id = ${bankDetails.personId} AND people.organisation_id = ${organisationId})`,
              lt(sql`substr(${bankDetails.savedAt}, 1, 10)`, before),
              lt(sql`coalesce((${lastPaid}), '')`, before),
              lt(sql`coalesce((${lastMeeting}), '')`, before),
              not(exists(underWay)),
            ),
          )
          .limit(most),
      ),
    )
    .returning({ id: bankDetails.personId });
  return gone.length;
}

/** Claims that are whole, paid before a day or, never paid, of a meeting before it. */
export async function listClaimsToReduce(db: Db, organisationId: string, before: CalendarDate, most: number) {
  const found = await db
    .select({ claim: claims })
    .from(claims)
    .innerJoin(meetings, eq(meetings.id, claims.meetingId))
    .where(
      and(
        eq(claims.organisationId, organisationId),
        isNull(claims.reducedAt),
        lt(sql`coalesce(${claims.paidOn}, ${meetings.date})`, before),
      ),
    )
    .limit(most);
  return found.map(({ claim }) => claim);
}

/** The receipts and scans of some claims, and of the vouchers given for them. */
export async function listFilesOfClaims(db: Db, some: readonly (typeof claims.$inferSelect)[]): Promise<readonly string[]> {
  const lines = await db
    .select({ fileId: claimLines.fileId })
    .from(claimLines)
    .where(
      inArray(
        claimLines.claimId,
        some.map(({ id }) => id),
      ),
    );
  const given = await db
    .select({ fileId: vouchers.receiptFileId })
    .from(vouchers)
    .where(
      inArray(
        vouchers.claimId,
        some.map(({ id }) => id),
      ),
    );
  return [...[...lines, ...given].map(({ fileId }) => fileId), ...some.map(({ scanFileId }) => scanFileId)].filter((id) => id !== null);
}

/** Everything that hangs from a claim but its name, amounts, dates and references. */
export async function eraseRestOfClaim(tx: Tx, claim: typeof claims.$inferSelect): Promise<void> {
  await tx.delete(claimLines).where(eq(claimLines.claimId, claim.id));
  await tx.update(vouchers).set({ receiptFileId: null }).where(eq(vouchers.claimId, claim.id));
  await tx.delete(claimFindings).where(eq(claimFindings.claimId, claim.id));
  await tx.delete(paymentComplaints).where(eq(paymentComplaints.claimId, claim.id));
  await tx.delete(paymentChoices).where(eq(paymentChoices.invitationId, claim.invitationId));
  await tx.delete(costRequests).where(eq(costRequests.invitationId, claim.invitationId));
}

/** Takes files off the record that no claim has any more. */
export async function eraseFiles(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.delete(files).where(inArray(files.id, [...ids]));
}

/** The lines of payment runs that paid a claim. */
export async function listRunLinesOf(db: Db, claimId: string): Promise<readonly (typeof paymentRunLines.$inferSelect)[]> {
  return db.select().from(paymentRunLines).where(eq(paymentRunLines.claimId, claimId));
}

/** Changes a line of a payment run whose money is long settled. */
export async function saveRunLine(tx: Tx, id: string, change: Partial<typeof paymentRunLines.$inferSelect>): Promise<void> {
  await tx.update(paymentRunLines).set(change).where(eq(paymentRunLines.id, id));
}

/** The last entry of the record in a row of entries from the start that are all from before a moment; nothing where there is none. */
export async function lastEntryBefore(db: Db, before: Instant): Promise<{ readonly sequence: number; readonly chain: string } | undefined> {
  const [kept] = await db
    .select({ sequence: sql<number | null>`min(${audit.sequence})` })
    .from(audit)
    .where(not(lt(audit.at, before)));
  const [last] = await db
    .select({ sequence: audit.sequence, chain: audit.chain })
    .from(audit)
    .where(kept?.sequence == null ? lt(audit.at, before) : lt(audit.sequence, kept.sequence))
    .orderBy(desc(audit.sequence))
    .limit(1);
  return last;
}

/** Removes the record up to and with one entry, which must be written down as the new beginning first. */
export async function eraseEntriesUpTo(tx: Tx, sequence: number): Promise<number> {
  return (
    await tx
      .delete(audit)
      .where(sql`${audit.sequence} <= ${sequence}`)
      .returning({ sequence: audit.sequence })
  ).length;
}

/** Writes a fact of this installation, in place of what it was. */
export async function putInstallationFact(tx: Tx, name: string, value: string): Promise<void> {
  await tx.insert(installation).values({ name, value }).onConflictDoUpdate({ target: installation.name, set: { value } });
}

/** Whether any claim of the installation is kept whole from before a day: then its record is kept too. */
export async function earliestWholeClaim(db: Db): Promise<CalendarDate | null> {
  const [found] = await db
    .select({ on: sql<CalendarDate | null>`min(coalesce(${claims.paidOn}, ${meetings.date}))` })
    .from(claims)
    .innerJoin(meetings, eq(meetings.id, claims.meetingId))
    .where(and(isNull(claims.reducedAt), isNotNull(meetings.date)));
  return found?.on ?? null;
}
