// What was said of where venues are, the oldest first kept for ever: the venue's own row holds what counts now.
import { and, desc, eq } from "drizzle-orm";
import { asWritten } from "../columns.ts";
import type { Db, Tx } from "../open.ts";
import { venuePlaces } from "../schema.ts";

export type VenuePlace = typeof venuePlaces.$inferSelect;

/** Keeps what somebody said of where a venue is. */
export async function addVenuePlace(tx: Tx, row: typeof venuePlaces.$inferInsert): Promise<void> {
  await tx.insert(venuePlaces).values(row);
}

/** What was said last of one thing about where a venue is. */
export async function findLatestPlace(db: Db, venueId: string, kind: VenuePlace["kind"]): Promise<VenuePlace | undefined> {
  const [found] = await db
    .select()
    .from(venuePlaces)
    .where(and(eq(venuePlaces.venueId, venueId), eq(venuePlaces.kind, kind)))
    .orderBy(desc(venuePlaces.savedAt), desc(asWritten(venuePlaces)))
    .limit(1);
  return found;
}
