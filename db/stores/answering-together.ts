// Times a coordinator and somebody filled in answers together, each with that person's yes.
import { and, desc, eq, isNull } from "drizzle-orm";
import { asWritten } from "../columns.ts";
import type { Db, Tx } from "../open.ts";
import { answeringTogether, staff } from "../schema.ts";

export type Together = typeof answeringTogether.$inferSelect;

/** Records that somebody is happy to go on. */
export async function addTogether(tx: Tx, together: typeof answeringTogether.$inferInsert): Promise<void> {
  await tx.insert(answeringTogether).values(together);
}

/** The time that is going on between a member of staff and the person of an invitation. */
export async function findTogether(db: Db, invitationId: string, staffId: string): Promise<Together | undefined> {
  const [found] = await db
    .select()
    .from(answeringTogether)
    .where(and(eq(answeringTogether.invitationId, invitationId), eq(answeringTogether.staffId, staffId), isNull(answeringTogether.endedAt)))
    .orderBy(desc(answeringTogether.agreedAt), desc(asWritten(answeringTogether)))
    .limit(1);
  return found;
}

/** Every time answers were filled in together for an invitation, the latest first, with who helped. */
export async function listTogether(db: Db, invitationId: string): Promise<readonly (Together & { readonly staffName: string })[]> {
  const found = await db
    .select({ together: answeringTogether, staffName: staff.name })
    .from(answeringTogether)
    .innerJoin(staff, eq(staff.id, answeringTogether.staffId))
    .where(eq(answeringTogether.invitationId, invitationId))
    .orderBy(desc(answeringTogether.agreedAt), desc(asWritten(answeringTogether)));
  return found.map(({ together, staffName }) => ({ ...together, staffName }));
}

/** Ends a time together. */
export async function endTogether(tx: Tx, id: string, endedAt: NonNullable<Together["endedAt"]>): Promise<void> {
  await tx.update(answeringTogether).set({ endedAt }).where(eq(answeringTogether.id, id));
}
