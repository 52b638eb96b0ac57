// Series of meetings: the meetings of one group, under one name.
import { and, asc, eq } from "drizzle-orm";
import type { Db, Tx } from "../open.ts";
import { series } from "../schema.ts";

export type Series = typeof series.$inferSelect;

/** An organisation's series, by name. */
export async function listSeries(db: Db, organisationId: string): Promise<readonly Series[]> {
  return db.select().from(series).where(eq(series.organisationId, organisationId)).orderBy(asc(series.name));
}

/** One series of an organisation. */
export async function findSeries(db: Db, organisationId: string, id: string): Promise<Series | undefined> {
  const [found] = await db
    .select()
    .from(series)
    .where(and(eq(series.organisationId, organisationId), eq(series.id, id)));
  return found;
}

/** Begins a series. */
export async function addSeries(tx: Tx, added: typeof series.$inferInsert): Promise<void> {
  await tx.insert(series).values(added);
}
