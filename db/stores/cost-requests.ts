// Costs people asked to have paid before a meeting, and what became of each.
import { and, asc, eq, inArray } from "drizzle-orm";
import type { CostRequestState } from "#app/domain/payments/costs-before.ts";
import { asWritten } from "../columns.ts";
import type { Db, Tx } from "../open.ts";
import { costRequests, meetings, people } from "../schema.ts";

export type StoredCostRequest = typeof costRequests.$inferSelect;
export type CostRequestWithPeople = {
  readonly request: StoredCostRequest;
  readonly person: typeof people.$inferSelect;
  readonly meeting: typeof meetings.$inferSelect;
};

/** Adds what somebody asked for. */
export async function addCostRequests(tx: Tx, requests: readonly (typeof costRequests.$inferInsert)[]): Promise<void> {
  if (requests.length > 0) await tx.insert(costRequests).values([...requests]);
}

/** What one person asked for one meeting, the first first. */
export async function listCostRequestsOf(db: Db, invitationId: string): Promise<readonly StoredCostRequest[]> {
  return db
    .select()
    .from(costRequests)
    .where(eq(costRequests.invitationId, invitationId))
    .orderBy(asc(costRequests.askedAt), asc(asWritten(costRequests)));
}

/** What everybody asked for one meeting, the first first. */
export async function listCostRequestsOfMeeting(
  db: Db,
  organisationId: string,
  meetingId: string,
): Promise<readonly CostRequestWithPeople[]> {
  return withPeople(db)
    .where(and(eq(costRequests.organisationId, organisationId), eq(costRequests.meetingId, meetingId)))
    .orderBy(asc(costRequests.askedAt), asc(asWritten(costRequests)));
}

/** One request of an organisation, with who it is from and for which meeting. */
export async function findCostRequest(db: Db, organisationId: string, id: string): Promise<CostRequestWithPeople | undefined> {
  const [found] = await withPeople(db).where(and(eq(costRequests.organisationId, organisationId), eq(costRequests.id, id)));
  return found;
}

/** An organisation's requests in these states, the first asked first. */
export async function listCostRequestsIn(
  db: Db,
  organisationId: string,
  states: readonly CostRequestState[],
): Promise<readonly CostRequestWithPeople[]> {
  return withPeople(db)
    .where(and(eq(costRequests.organisationId, organisationId), inArray(costRequests.state, [...states])))
    .orderBy(asc(costRequests.askedAt), asc(asWritten(costRequests)));
}

/** Changes a request that is still at the version it was read at; says whether it was. */
export async function saveCostRequest(
  tx: Tx,
  at: { readonly id: string; readonly version: number },
  change: Partial<StoredCostRequest>,
): Promise<boolean> {
  const changed = await tx
    .update(costRequests)
    .set({ ...change, version: at.version + 1 })
    .where(and(eq(costRequests.id, at.id), eq(costRequests.version, at.version)))
    .returning({ id: costRequests.id });
  return changed.length === 1;
}

function withPeople(db: Db) {
  return db
    .select({ request: costRequests, person: people, meeting: meetings })
    .from(costRequests)
    .innerJoin(people, eq(people.id, costRequests.personId))
    .innerJoin(meetings, eq(meetings.id, costRequests.meetingId));
}
