// What an organisation pays back and by which limits. Never changed: a change is a new row with a later start.
import { asc, eq } from "drizzle-orm";
import type { Db } from "../open.ts";
import { costPolicies } from "../schema.ts";

/** An organisation's rules for costs, the first to start first. */
export async function listCostPolicies(db: Db, organisationId: string): Promise<readonly (typeof costPolicies.$inferSelect)[]> {
  return db.select().from(costPolicies).where(eq(costPolicies.organisationId, organisationId)).orderBy(asc(costPolicies.validFrom));
}
