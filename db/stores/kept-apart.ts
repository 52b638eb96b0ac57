// Pairs of people who are not to meet: sealed rows, one for each pair of an organisation.
import { and, asc, eq } from "drizzle-orm";
import { asWritten } from "../columns.ts";
import type { Db, Tx } from "../open.ts";
import { keptApart } from "../schema.ts";

export type StoredPair = typeof keptApart.$inferSelect;

/** Every pair of an organisation, still sealed, ended ones too. */
export async function listPairs(db: Db, organisationId: string): Promise<readonly StoredPair[]> {
  return db
    .select()
    .from(keptApart)
    .where(eq(keptApart.organisationId, organisationId))
    .orderBy(asc(keptApart.savedAt), asc(asWritten(keptApart)));
}

/** Puts a pair on record; says whether it was not there before. */
export async function addPair(tx: Tx, pair: typeof keptApart.$inferInsert): Promise<boolean> {
  const added = await tx
    .insert(keptApart)
    .values(pair)
    .onConflictDoNothing({ target: [keptApart.organisationId, keptApart.pair] })
    .returning({ id: keptApart.id });
  return added.length === 1;
}

/** Changes a pair that is still at the version it was read at; says whether it was. */
export async function savePair(tx: Tx, id: string, version: number, change: Partial<StoredPair>): Promise<boolean> {
  const changed = await tx
    .update(keptApart)
    .set({ ...change, version: version + 1 })
    .where(and(eq(keptApart.id, id), eq(keptApart.version, version)))
    .returning({ id: keptApart.id });
  return changed.length === 1;
}
