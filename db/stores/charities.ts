// The charities an organisation offers as a choice. One taken off the list stays on file: somebody may have chosen it.
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Instant } from "#app/domain/basics/dates.ts";
import type { Db, Tx } from "../open.ts";
import { charities } from "../schema.ts";

export type StoredCharity = typeof charities.$inferSelect;

/** The charities on the list, by name. */
export async function listCharities(db: Db | Tx, organisationId: string): Promise<readonly StoredCharity[]> {
  return db
    .select()
    .from(charities)
    .where(and(eq(charities.organisationId, organisationId), isNull(charities.removedAt)))
    .orderBy(asc(charities.name), asc(charities.id));
}

/** Puts a charity on the list. */
export async function addCharity(tx: Tx, charity: typeof charities.$inferInsert): Promise<void> {
  await tx.insert(charities).values(charity);
}

/** Takes a charity off the list; says whether it stood on it at that version. */
export async function removeCharity(
  tx: Tx,
  {
    organisationId,
    id,
    version,
    at,
  }: { readonly organisationId: string; readonly id: string; readonly version: number; readonly at: Instant },
): Promise<boolean> {
  const removed = await tx
    .update(charities)
    .set({ removedAt: at, version: version + 1 })
    .where(
      and(eq(charities.organisationId, organisationId), eq(charities.id, id), eq(charities.version, version), isNull(charities.removedAt)),
    )
    .returning({ id: charities.id });
  return removed.length === 1;
}
