// What somebody said about things to do: done already, remind me, or given to a colleague.
import { and, eq } from "drizzle-orm";
import type { Db, Tx } from "../open.ts";
import { toDoMarks } from "../schema.ts";

export type StoredMark = typeof toDoMarks.$inferSelect;

/** Every mark of a meeting. */
export async function listMarks(db: Db, organisationId: string, meetingId: string): Promise<readonly StoredMark[]> {
  return db
    .select()
    .from(toDoMarks)
    .where(and(eq(toDoMarks.organisationId, organisationId), eq(toDoMarks.meetingId, meetingId)));
}

/** Keeps a mark; the last word about one thing to do counts. */
export async function saveMark(tx: Tx, mark: typeof toDoMarks.$inferInsert): Promise<void> {
  const { basis, state, remindOn, givenTo, savedBy, savedAt } = mark;
  await tx
    .insert(toDoMarks)
    .values(mark)
    .onConflictDoUpdate({
      target: [toDoMarks.meetingId, toDoMarks.subject],
      set: { basis, state, remindOn: remindOn ?? null, givenTo: givenTo ?? null, savedBy, savedAt },
    });
}
