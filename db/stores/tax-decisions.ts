// How an organisation decided to treat payments for each role. Rows are added and never changed.
import { asc, eq } from "drizzle-orm";
import { asWritten } from "../columns.ts";
import type { Db, Tx } from "../open.ts";
import { taxDecisions } from "../schema.ts";

export type StoredTaxDecision = typeof taxDecisions.$inferSelect;

/** Every decision of an organisation, the first first. */
export async function listTaxDecisions(db: Db, organisationId: string): Promise<readonly StoredTaxDecision[]> {
  return db
    .select()
    .from(taxDecisions)
    .where(eq(taxDecisions.organisationId, organisationId))
    .orderBy(asc(taxDecisions.recordedAt), asc(asWritten(taxDecisions)));
}

/** Adds a decision. */
export async function addTaxDecision(tx: Tx, decision: typeof taxDecisions.$inferInsert): Promise<void> {
  await tx.insert(taxDecisions).values(decision);
}
