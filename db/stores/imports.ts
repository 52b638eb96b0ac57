// Files read and not yet taken in, still sealed.
import { and, eq, isNotNull } from "drizzle-orm";
import type { Db, Tx } from "../open.ts";
import { imports } from "../schema.ts";

export type Import = typeof imports.$inferSelect;
export type { ImportKind } from "../schema.ts";

/** Keeps a file. */
export async function addImport(tx: Tx, kept: typeof imports.$inferInsert): Promise<void> {
  await tx.insert(imports).values(kept);
}

/** One file of an organisation, open or ended. */
export async function findImport(db: Db, organisationId: string, id: string): Promise<Import | undefined> {
  const [found] = await db
    .select()
    .from(imports)
    .where(and(eq(imports.organisationId, organisationId), eq(imports.id, id)));
  return found;
}

/** The files of an organisation that are still kept. */
export async function listOpenImports(db: Db, organisationId: string): Promise<readonly Import[]> {
  return db
    .select()
    .from(imports)
    .where(and(eq(imports.organisationId, organisationId), isNotNull(imports.file)));
}

/** Ends the keeping of a file. */
export async function endImport(tx: Tx, id: string, change: Partial<Import>): Promise<void> {
  await tx.update(imports).set(change).where(eq(imports.id, id));
}
