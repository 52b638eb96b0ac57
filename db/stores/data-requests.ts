// When people asked for a copy of what is held about them, and when they opened it.
import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { asWritten } from "../columns.ts";
import type { Db, Tx } from "../open.ts";
import { dataRequests, people } from "../schema.ts";

export type DataRequest = typeof dataRequests.$inferSelect;
export type { DataRequestKind } from "../schema.ts";

/** What one person asked for, the latest first. */
export async function listDataRequests(db: Db, organisationId: string, personId: string): Promise<readonly DataRequest[]> {
  return db
    .select()
    .from(dataRequests)
    .where(and(eq(dataRequests.organisationId, organisationId), eq(dataRequests.personId, personId)))
    .orderBy(desc(dataRequests.askedOn), desc(asWritten(dataRequests)));
}

/** One request of an organisation. */
export async function findDataRequest(db: Db, organisationId: string, id: string): Promise<DataRequest | undefined> {
  const [found] = await db
    .select()
    .from(dataRequests)
    .where(and(eq(dataRequests.organisationId, organisationId), eq(dataRequests.id, id)));
  return found;
}

/** Keeps that somebody asked. */
export async function addDataRequest(tx: Tx, request: typeof dataRequests.$inferInsert): Promise<void> {
  await tx.insert(dataRequests).values(request);
}

/** Changes a request that is still at the version it was read at; says whether it was. */
export async function saveDataRequest(tx: Tx, id: string, version: number, change: Partial<DataRequest>): Promise<boolean> {
  const changed = await tx
    .update(dataRequests)
    .set({ ...change, version: version + 1 })
    .where(and(eq(dataRequests.id, id), eq(dataRequests.version, version)))
    .returning({ id: dataRequests.id });
  return changed.length === 1;
}

/** The requests of an organisation that nobody has answered yet, the first to be due first, each with its person. */
export async function listOpenRequests(db: Db, organisationId: string): Promise<readonly (DataRequest & { readonly person: string })[]> {
  const found = await db
    .select({ request: dataRequests, person: people.name })
    .from(dataRequests)
    .innerJoin(people, eq(people.id, dataRequests.personId))
    .where(
      and(
        eq(dataRequests.organisationId, organisationId),
        isNull(dataRequests.openedAt),
        isNull(dataRequests.givenOn),
        isNull(dataRequests.closedAt),
      ),
    )
    .orderBy(asc(dataRequests.answerBy), asc(asWritten(dataRequests)));
  return found.map(({ request, person }) => ({ ...request, person }));
}
