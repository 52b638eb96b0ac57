// Costs people asked to have paid before a meeting, and what became of each.
import { asc, eq } from "drizzle-orm";
import type { Db } from "../open.ts";
import { costRequests } from "../schema.ts";

export type StoredCostRequest = typeof costRequests.$inferSelect;

/** What one person asked for one meeting, the first first. */
export async function listCostRequestsOf(db: Db, invitationId: string): Promise<readonly StoredCostRequest[]> {
  return db
    .select()
    .from(costRequests)
    .where(eq(costRequests.invitationId, invitationId))
    .orderBy(asc(costRequests.askedAt), asc(costRequests.id));
}
