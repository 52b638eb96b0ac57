// What an organisation pays back and by which limits. Never changed: a change is a new row with a later start.
import { asc, eq } from "drizzle-orm";
import type { Db, Tx } from "../open.ts";
import { costPolicies } from "../schema.ts";

export type StoredCostPolicy = typeof costPolicies.$inferSelect;

/** Adds rules; says whether no others of this organisation start on that day. */
export async function addCostPolicy(tx: Tx, policy: typeof costPolicies.$inferInsert): Promise<boolean> {
  const added = await tx.insert(costPolicies).values(policy).onConflictDoNothing().returning({ id: costPolicies.id });
  return added.length === 1;
}

/** An organisation's rules for costs, the first to start first. */
export async function listCostPolicies(db: Db, organisationId: string): Promise<readonly StoredCostPolicy[]> {
  return db.select().from(costPolicies).where(eq(costPolicies.organisationId, organisationId)).orderBy(asc(costPolicies.validFrom));
}
