// How far each person's joining instructions have got.
import { and, eq } from "drizzle-orm";
import type { Db, Tx } from "../open.ts";
import { invitations, joiningInstructions } from "../schema.ts";

export type StoredInstructions = typeof joiningInstructions.$inferSelect;

/** The joining instructions of everybody asked to a meeting, where anything was done about them. */
export async function listJoiningInstructions(db: Db, organisationId: string, meetingId: string): Promise<readonly StoredInstructions[]> {
  const found = await db
    .select({ stored: joiningInstructions })
    .from(joiningInstructions)
    .innerJoin(invitations, eq(invitations.id, joiningInstructions.invitationId))
    .where(and(eq(joiningInstructions.organisationId, organisationId), eq(invitations.meetingId, meetingId)));
  return found.map(({ stored }) => stored);
}

/** Saves joining instructions at the version they were read at (nought for the first time); says whether they were. */
export async function saveJoiningInstructions(
  tx: Tx,
  version: number,
  row: Pick<StoredInstructions, "invitationId" | "organisationId"> & Partial<StoredInstructions>,
): Promise<boolean> {
  if (version === 0) {
    const added = await tx
      .insert(joiningInstructions)
      .values(row)
      .onConflictDoNothing()
      .returning({ id: joiningInstructions.invitationId });
    return added.length === 1;
  }
  const changed = await tx
    .update(joiningInstructions)
    .set({ ...row, version: version + 1 })
    .where(and(eq(joiningInstructions.invitationId, row.invitationId), eq(joiningInstructions.version, version)))
    .returning({ id: joiningInstructions.invitationId });
  return changed.length === 1;
}
