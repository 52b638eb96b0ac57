// Suppliers of support, and their terms.
import { and, asc, eq } from "drizzle-orm";
import type { Db, Tx } from "../open.ts";
import { suppliers } from "../schema.ts";

export type Supplier = typeof suppliers.$inferSelect;

/** An organisation's suppliers by name. */
export async function listSuppliers(db: Db, organisationId: string): Promise<readonly Supplier[]> {
  return db.select().from(suppliers).where(eq(suppliers.organisationId, organisationId)).orderBy(asc(suppliers.name), asc(suppliers.id));
}

/** A supplier of an organisation. */
export async function findSupplier(db: Db, organisationId: string, id: string): Promise<Supplier | undefined> {
  const [found] = await db
    .select()
    .from(suppliers)
    .where(and(eq(suppliers.organisationId, organisationId), eq(suppliers.id, id)));
  return found;
}

/** Adds a supplier. */
export async function addSupplier(tx: Tx, supplier: typeof suppliers.$inferInsert): Promise<void> {
  await tx.insert(suppliers).values(supplier);
}

/** Changes a supplier that is still at the version it was read at; says whether it was. */
export async function saveSupplier(tx: Tx, id: string, version: number, change: Partial<Supplier>): Promise<boolean> {
  const changed = await tx
    .update(suppliers)
    .set({ ...change, version: version + 1 })
    .where(and(eq(suppliers.id, id), eq(suppliers.version, version)))
    .returning({ id: suppliers.id });
  return changed.length === 1;
}
