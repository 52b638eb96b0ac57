// The day of a meeting: who does what, what was looked at, who has come, breaks as they were taken, and what went wrong.
import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { asWritten } from "../columns.ts";
import type { Db, Tx } from "../open.ts";
import { arrivals, dayBreaks, dayChecks, dayProblems, dayRoles, meetings, shownCards } from "../schema.ts";

export type StoredRole = typeof dayRoles.$inferSelect;
export type StoredArrival = typeof arrivals.$inferSelect;
export type StoredBreak = typeof dayBreaks.$inferSelect;
export type StoredProblem = typeof dayProblems.$inferSelect;
export type { Arrival, DayRole } from "../schema.ts";

/** Everybody who has a role at a meeting, in the order they were given it. */
export async function listRoles(db: Db, organisationId: string, meetingId: string): Promise<readonly StoredRole[]> {
  return db
    .select()
    .from(dayRoles)
    .where(and(eq(dayRoles.organisationId, organisationId), eq(dayRoles.meetingId, meetingId)))
    .orderBy(asc(dayRoles.role), asc(dayRoles.name), asc(dayRoles.id));
}

/** Gives somebody a role. */
export async function addRole(tx: Tx, role: typeof dayRoles.$inferInsert): Promise<void> {
  await tx.insert(dayRoles).values(role);
}

/** Takes a role from somebody; says whether it was there. */
export async function removeRole(tx: Tx, organisationId: string, meetingId: string, id: string): Promise<boolean> {
  const gone = await tx
    .delete(dayRoles)
    .where(and(eq(dayRoles.organisationId, organisationId), eq(dayRoles.meetingId, meetingId), eq(dayRoles.id, id)))
    .returning({ id: dayRoles.id });
  return gone.length === 1;
}

/** What was looked at before doors open. */
export async function listChecks(db: Db, meetingId: string): Promise<readonly (typeof dayChecks.$inferSelect)[]> {
  return db.select().from(dayChecks).where(eq(dayChecks.meetingId, meetingId));
}

/** Notes what was looked at; what was noted before stays as it was. */
export async function addChecks(tx: Tx, checks: readonly (typeof dayChecks.$inferInsert)[]): Promise<void> {
  if (checks.length > 0)
    await tx
      .insert(dayChecks)
      .values([...checks])
      .onConflictDoNothing();
}

/** Takes back that things were looked at. */
export async function removeChecks(tx: Tx, meetingId: string, checks: readonly string[]): Promise<void> {
  if (checks.length > 0) await tx.delete(dayChecks).where(and(eq(dayChecks.meetingId, meetingId), inArray(dayChecks.check, [...checks])));
}

/** Who has come, of these invitations. */
export async function listArrivals(db: Db, invitationIds: readonly string[]): Promise<readonly StoredArrival[]> {
  if (invitationIds.length === 0) return [];
  return db
    .select()
    .from(arrivals)
    .where(inArray(arrivals.invitationId, [...invitationIds]));
}

/** Notes whether somebody has come; the last word counts. */
export async function saveArrival(tx: Tx, arrival: typeof arrivals.$inferInsert): Promise<void> {
  const { state, savedBy, savedAt } = arrival;
  await tx.insert(arrivals).values(arrival).onConflictDoUpdate({ target: arrivals.invitationId, set: { state, savedBy, savedAt } });
}

/** Takes back whatever was noted about somebody's coming. */
export async function removeArrival(tx: Tx, invitationId: string): Promise<void> {
  await tx.delete(arrivals).where(eq(arrivals.invitationId, invitationId));
}

/** The card somebody holds up. */
export async function findShownCard(db: Db, invitationId: string): Promise<typeof shownCards.$inferSelect | undefined> {
  const [shown] = await db.select().from(shownCards).where(eq(shownCards.invitationId, invitationId));
  return shown;
}

/** The cards held up, of these invitations: the longest held up first. */
export async function listShownCards(db: Db, invitationIds: readonly string[]): Promise<readonly (typeof shownCards.$inferSelect)[]> {
  if (invitationIds.length === 0) return [];
  return db
    .select()
    .from(shownCards)
    .where(inArray(shownCards.invitationId, [...invitationIds]))
    .orderBy(asc(shownCards.savedAt), asc(shownCards.invitationId));
}

/** Holds a card up, in place of the one before it. */
export async function saveShownCard(
  tx: Tx,
  shown: Pick<typeof shownCards.$inferSelect, "invitationId" | "card" | "savedAt">,
): Promise<void> {
  const { card, savedAt } = shown;
  await tx
    .insert(shownCards)
    .values(shown)
    .onConflictDoUpdate({ target: shownCards.invitationId, set: { card, savedAt, version: sql`${shownCards.version} + 1` } });
}

/** Takes a card down that is still the one that was read; says whether it was. */
export async function removeShownCard(
  tx: Tx,
  { invitationId, version }: Pick<typeof shownCards.$inferSelect, "invitationId" | "version">,
): Promise<boolean> {
  const gone = await tx
    .delete(shownCards)
    .where(and(eq(shownCards.invitationId, invitationId), eq(shownCards.version, version)))
    .returning({ id: shownCards.invitationId });
  return gone.length === 1;
}

/** The breaks of a meeting, the latest first. */
export async function listBreaks(db: Db, organisationId: string, meetingId: string): Promise<readonly StoredBreak[]> {
  return db
    .select()
    .from(dayBreaks)
    .where(and(eq(dayBreaks.organisationId, organisationId), eq(dayBreaks.meetingId, meetingId)))
    .orderBy(desc(dayBreaks.startedAt), desc(asWritten(dayBreaks)));
}

/** Notes that a break began. */
export async function addBreak(tx: Tx, taken: typeof dayBreaks.$inferInsert): Promise<void> {
  await tx.insert(dayBreaks).values(taken);
}

/** Changes a break that is still at the version it was read at; says whether it was. */
export async function saveBreak(tx: Tx, id: string, version: number, change: Partial<StoredBreak>): Promise<boolean> {
  const changed = await tx
    .update(dayBreaks)
    .set({ ...change, version: version + 1 })
    .where(and(eq(dayBreaks.id, id), eq(dayBreaks.version, version)))
    .returning({ id: dayBreaks.id });
  return changed.length === 1;
}

/** What went wrong at a meeting, in the order it was written down. */
export async function listProblems(db: Db, organisationId: string, meetingId: string): Promise<readonly StoredProblem[]> {
  return db
    .select()
    .from(dayProblems)
    .where(and(eq(dayProblems.organisationId, organisationId), eq(dayProblems.meetingId, meetingId)))
    .orderBy(asc(dayProblems.savedAt), asc(asWritten(dayProblems)));
}

/** What went wrong at the meetings held at a venue, the latest first, with the meeting. */
export async function listProblemsAtVenue(
  db: Db,
  organisationId: string,
  venueId: string,
): Promise<readonly { readonly problem: StoredProblem; readonly meeting: string }[]> {
  return db
    .select({ problem: dayProblems, meeting: meetings.name })
    .from(dayProblems)
    .innerJoin(meetings, eq(meetings.id, dayProblems.meetingId))
    .where(and(eq(dayProblems.organisationId, organisationId), eq(dayProblems.venueId, venueId)))
    .orderBy(desc(dayProblems.savedAt), desc(asWritten(dayProblems)));
}

/** Writes down what went wrong. */
export async function addProblem(tx: Tx, problem: typeof dayProblems.$inferInsert): Promise<void> {
  await tx.insert(dayProblems).values(problem);
}
