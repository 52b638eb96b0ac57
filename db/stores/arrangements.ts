// What was decided about requirements and clashes: sealed rows, one for each subject of a meeting.
import { and, eq } from "drizzle-orm";
import type { Db, Tx } from "../open.ts";
import { arrangements } from "../schema.ts";

export type StoredArrangement = typeof arrangements.$inferSelect;

/** Every decision of a meeting, still sealed. */
export async function listArrangements(db: Db, organisationId: string, meetingId: string): Promise<readonly StoredArrangement[]> {
  return db
    .select()
    .from(arrangements)
    .where(and(eq(arrangements.organisationId, organisationId), eq(arrangements.meetingId, meetingId)));
}

/** Keeps a first decision about a subject; says whether there was none before. */
export async function addArrangement(tx: Tx, arrangement: typeof arrangements.$inferInsert): Promise<boolean> {
  const added = await tx
    .insert(arrangements)
    .values(arrangement)
    .onConflictDoNothing({ target: [arrangements.meetingId, arrangements.subject] })
    .returning({ id: arrangements.id });
  return added.length === 1;
}

/** Changes a decision that is still at the version it was read at; says whether it was. */
export async function saveArrangement(tx: Tx, id: string, version: number, change: Partial<StoredArrangement>): Promise<boolean> {
  const changed = await tx
    .update(arrangements)
    .set({ ...change, version: version + 1 })
    .where(and(eq(arrangements.id, id), eq(arrangements.version, version)))
    .returning({ id: arrangements.id });
  return changed.length === 1;
}
