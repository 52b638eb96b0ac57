// What an organisation pays for time. A card is never changed: a change is a new row with a later start.
import { and, asc, eq } from "drizzle-orm";
import { asWritten } from "../columns.ts";
import type { Db, Tx } from "../open.ts";
import { rateCards } from "../schema.ts";

export type StoredCard = typeof rateCards.$inferSelect;

/** Adds a card. */
export async function addRateCard(tx: Tx, card: typeof rateCards.$inferInsert): Promise<void> {
  await tx.insert(rateCards).values(card);
}

/** An organisation's cards, the first to start first. */
export async function listRateCards(db: Db, organisationId: string): Promise<readonly StoredCard[]> {
  return db
    .select()
    .from(rateCards)
    .where(eq(rateCards.organisationId, organisationId))
    .orderBy(asc(rateCards.validFrom), asc(rateCards.createdAt), asc(asWritten(rateCards)));
}

/** One card of an organisation. */
export async function findRateCard(db: Db, organisationId: string, id: string): Promise<StoredCard | undefined> {
  const [found] = await db
    .select()
    .from(rateCards)
    .where(and(eq(rateCards.organisationId, organisationId), eq(rateCards.id, id)));
  return found;
}
