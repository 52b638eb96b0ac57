// Roles that wait for a second administrator, and what goes with somebody's access: their sessions, their links and their tasks.
import { and, count, eq, inArray, ne, or } from "drizzle-orm";
import type { Instant } from "#app/domain/basics/dates.ts";
import { asWritten } from "../columns.ts";
import type { Db, Tx } from "../open.ts";
import { heldForms, meetings, roleRequests, sessions, signInLinks, toDoMarks, vouchers, type RoleRequestState } from "../schema.ts";

export type RoleRequest = typeof roleRequests.$inferSelect;

/** Puts roles before another administrator. */
export async function addRoleRequest(tx: Tx, request: typeof roleRequests.$inferInsert): Promise<void> {
  await tx.insert(roleRequests).values(request);
}

/** The requests of an organisation that wait, the oldest first. */
export async function listWaitingRoles(db: Db, organisationId: string): Promise<readonly RoleRequest[]> {
  return db
    .select()
    .from(roleRequests)
    .where(and(eq(roleRequests.organisationId, organisationId), eq(roleRequests.state, "waiting")))
    .orderBy(roleRequests.askedAt, asWritten(roleRequests));
}

/** Decides a request that still waits at the version it was read at; says whether it did. */
export async function decideRoles(
  tx: Tx,
  at: { readonly id: string; readonly version: number },
  decision: { readonly state: Exclude<RoleRequestState, "waiting">; readonly by: string; readonly at: Instant },
): Promise<boolean> {
  const changed = await tx
    .update(roleRequests)
    .set({ state: decision.state, decidedBy: decision.by, decidedAt: decision.at, version: at.version + 1 })
    .where(and(eq(roleRequests.id, at.id), eq(roleRequests.version, at.version), eq(roleRequests.state, "waiting")))
    .returning({ id: roleRequests.id });
  return changed.length === 1;
}

/** Takes back what waits for somebody, and what they asked for. */
export async function withdrawRoles(tx: Tx, staffId: string, by: string, at: Instant): Promise<void> {
  await tx
    .update(roleRequests)
    .set({ state: "withdrawn", decidedBy: by, decidedAt: at })
    .where(and(eq(roleRequests.state, "waiting"), or(eq(roleRequests.staffId, staffId), eq(roleRequests.askedBy, staffId))));
}

/** Ends every way in somebody has: open sessions, links that wait, and forms kept for them. */
export async function endWaysIn(tx: Tx, staffId: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.staffId, staffId));
  await endLinks(tx, staffId);
  await tx.delete(heldForms).where(eq(heldForms.staffId, staffId));
}

/** Ends the links that would sign somebody in or set them up. */
export async function endLinks(tx: Tx, staffId: string): Promise<void> {
  await tx.delete(signInLinks).where(eq(signInLinks.staffId, staffId));
}

const notOver = ["draft", "open", "held"] as const;

/** The meetings somebody looks after that were not called off, and how many things to do were given to them. */
export async function tasksOf(
  db: Db,
  staffId: string,
): Promise<{
  readonly meetings: readonly { readonly reference: string; readonly name: string }[];
  readonly toDos: number;
  readonly vouchers: number;
}> {
  const own = await db
    .select({ reference: meetings.reference, name: meetings.name })
    .from(meetings)
    .where(and(eq(meetings.coordinatorId, staffId), inArray(meetings.state, [...notOver])))
    .orderBy(meetings.date);
  const [given] = await db
    .select({ many: count() })
    .from(toDoMarks)
    .where(and(eq(toDoMarks.givenTo, staffId), ne(toDoMarks.state, "done")));
  const [held] = await db
    .select({ many: count() })
    .from(vouchers)
    .where(and(eq(vouchers.heldBy, staffId), eq(vouchers.state, "held")));
  return { meetings: own, toDos: given?.many ?? 0, vouchers: held?.many ?? 0 };
}

/** Gives somebody's meetings and things to do to somebody else. */
export async function giveTasks(tx: Tx, from: string, to: string): Promise<void> {
  const own = await tx
    .select({ id: meetings.id, version: meetings.version })
    .from(meetings)
    .where(and(eq(meetings.coordinatorId, from), inArray(meetings.state, [...notOver])));
  for (const { id, version } of own) {
    await tx
      .update(meetings)
      .set({ coordinatorId: to, version: version + 1 })
      .where(eq(meetings.id, id));
  }
  await tx
    .update(toDoMarks)
    .set({ givenTo: to })
    .where(and(eq(toDoMarks.givenTo, from), ne(toDoMarks.state, "done")));
}
