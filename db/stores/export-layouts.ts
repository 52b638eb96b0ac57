// The columns an organisation chose for its own files. One that is no longer offered stays: files were made with it.
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Db, Tx } from "../open.ts";
import { exportLayouts } from "../schema.ts";

export type StoredLayout = typeof exportLayouts.$inferSelect;

/** The layouts an organisation offers now, by name. */
export async function listLayouts(db: Db, organisationId: string): Promise<readonly StoredLayout[]> {
  return db
    .select()
    .from(exportLayouts)
    .where(and(eq(exportLayouts.organisationId, organisationId), isNull(exportLayouts.retiredAt)))
    .orderBy(asc(exportLayouts.name), asc(exportLayouts.id));
}

/** One layout that is offered now. */
export async function findLayout(db: Db, organisationId: string, id: string): Promise<StoredLayout | undefined> {
  const [found] = await db
    .select()
    .from(exportLayouts)
    .where(and(eq(exportLayouts.organisationId, organisationId), eq(exportLayouts.id, id), isNull(exportLayouts.retiredAt)));
  return found;
}

/** Adds a layout. */
export async function addLayout(tx: Tx, layout: typeof exportLayouts.$inferInsert): Promise<void> {
  await tx.insert(exportLayouts).values(layout);
}

/** Changes a layout that is still at the version it was read at; says whether it was. */
export async function saveLayout(tx: Tx, id: string, version: number, change: Partial<StoredLayout>): Promise<boolean> {
  const changed = await tx
    .update(exportLayouts)
    .set({ ...change, version: version + 1 })
    .where(and(eq(exportLayouts.id, id), eq(exportLayouts.version, version)))
    .returning({ id: exportLayouts.id });
  return changed.length === 1;
}
