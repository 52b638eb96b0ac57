// Plans to get out safely, one for a person at a meeting.
import { and, eq, lt } from "drizzle-orm";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { Db, Tx } from "../open.ts";
import { leavePlans, meetings } from "../schema.ts";

export type StoredLeavePlan = typeof leavePlans.$inferSelect;

/** Every plan to get out safely of a meeting. */
export async function listLeavePlans(db: Db, organisationId: string, meetingId: string): Promise<readonly StoredLeavePlan[]> {
  return db
    .select()
    .from(leavePlans)
    .where(and(eq(leavePlans.organisationId, organisationId), eq(leavePlans.meetingId, meetingId)));
}

/** The plan of one invitation. */
export async function findLeavePlan(db: Db, organisationId: string, invitationId: string): Promise<StoredLeavePlan | undefined> {
  const [found] = await db
    .select()
    .from(leavePlans)
    .where(and(eq(leavePlans.organisationId, organisationId), eq(leavePlans.invitationId, invitationId)));
  return found;
}

/** Adds a plan; says whether there was none. */
export async function addLeavePlan(tx: Tx, plan: typeof leavePlans.$inferInsert): Promise<boolean> {
  const added = await tx.insert(leavePlans).values(plan).onConflictDoNothing().returning({ id: leavePlans.invitationId });
  return added.length === 1;
}

/** Changes a plan that is still at the version it was read at; says whether it was. */
export async function saveLeavePlan(tx: Tx, invitationId: string, version: number, change: Partial<StoredLeavePlan>): Promise<boolean> {
  const changed = await tx
    .update(leavePlans)
    .set({ ...change, version: version + 1 })
    .where(and(eq(leavePlans.invitationId, invitationId), eq(leavePlans.version, version)))
    .returning({ id: leavePlans.invitationId });
  return changed.length === 1;
}

/** Plans nobody asked to keep whose meeting was before a day. */
export async function listLeavePlansToErase(db: Db, before: CalendarDate): Promise<readonly StoredLeavePlan[]> {
  const found = await db
    .select({ plan: leavePlans })
    .from(leavePlans)
    .innerJoin(meetings, eq(meetings.id, leavePlans.meetingId))
    .where(and(eq(leavePlans.isKept, false), lt(meetings.date, before)));
  return found.map(({ plan }) => plan);
}

/** Erases one plan. */
export async function removeLeavePlan(tx: Tx, invitationId: string): Promise<void> {
  await tx.delete(leavePlans).where(eq(leavePlans.invitationId, invitationId));
}
