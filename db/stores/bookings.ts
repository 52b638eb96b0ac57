// Bookings of support for a meeting.
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Db, Tx } from "../open.ts";
import { bookings } from "../schema.ts";

export type StoredBooking = typeof bookings.$inferSelect;
export type { BookedFor, BookingState } from "../schema.ts";

/** Every booking of a meeting, in the order of what is booked. */
export async function listBookings(db: Db, organisationId: string, meetingId: string): Promise<readonly StoredBooking[]> {
  return db
    .select()
    .from(bookings)
    .where(and(eq(bookings.organisationId, organisationId), eq(bookings.meetingId, meetingId)))
    .orderBy(asc(bookings.supportId), asc(bookings.id));
}

/** One booking of a meeting. */
export async function findBooking(db: Db, organisationId: string, meetingId: string, id: string): Promise<StoredBooking | undefined> {
  const [found] = await db
    .select()
    .from(bookings)
    .where(and(eq(bookings.organisationId, organisationId), eq(bookings.meetingId, meetingId), eq(bookings.id, id)));
  return found;
}

/** An organisation's confirmed bookings of some supports, at any meeting. */
export async function listConfirmedBookings(
  db: Db,
  organisationId: string,
  supportIds: readonly string[],
): Promise<readonly StoredBooking[]> {
  if (supportIds.length === 0) return [];
  return db
    .select()
    .from(bookings)
    .where(and(eq(bookings.organisationId, organisationId), eq(bookings.state, "confirmed"), inArray(bookings.supportId, [...supportIds])))
    .orderBy(asc(bookings.supplier));
}

/** Adds a booking. */
export async function addBooking(tx: Tx, booking: typeof bookings.$inferInsert): Promise<void> {
  await tx.insert(bookings).values(booking);
}

/** Changes a booking that is still at the version it was read at; says whether it was. */
export async function saveBooking(tx: Tx, id: string, version: number, change: Partial<StoredBooking>): Promise<boolean> {
  const changed = await tx
    .update(bookings)
    .set({ ...change, version: version + 1 })
    .where(and(eq(bookings.id, id), eq(bookings.version, version)))
    .returning({ id: bookings.id });
  return changed.length === 1;
}
