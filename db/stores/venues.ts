// Venues, what is known of each, and the checklists sent to them.
import { and, asc, desc, eq, gte, isNull, or } from "drizzle-orm";
import type { Db, Tx } from "../open.ts";
import type { CalendarDate, Instant } from "#app/domain/basics/dates.ts";
import { meetings, organisations, venueRequests, venues } from "../schema.ts";

export type Venue = typeof venues.$inferSelect;
export type VenueRequest = typeof venueRequests.$inferSelect;
export type { FactSource } from "#app/domain/venues/statements.ts";

/** A venue of an organisation. */
export async function findVenue(db: Db, organisationId: string, id: string): Promise<Venue | undefined> {
  const [found] = await db
    .select()
    .from(venues)
    .where(and(eq(venues.organisationId, organisationId), eq(venues.id, id)));
  return found;
}

/** Adds a venue; nothing is known of it yet. */
export async function addVenue(tx: Tx, venue: typeof venues.$inferInsert): Promise<void> {
  await tx.insert(venues).values(venue);
}

/** An organisation's venues by name. */
export async function listVenues(db: Db, organisationId: string): Promise<readonly Venue[]> {
  return db.select().from(venues).where(eq(venues.organisationId, organisationId)).orderBy(asc(venues.name), asc(venues.id));
}

/** Changes a venue that is still at the version it was read at; says whether it was. */
export async function saveVenue(tx: Tx, id: string, version: number, change: Partial<Venue>): Promise<boolean> {
  const changed = await tx
    .update(venues)
    .set({ ...change, version: version + 1 })
    .where(and(eq(venues.id, id), eq(venues.version, version)))
    .returning({ id: venues.id });
  return changed.length === 1;
}

/** The meetings held or planned at a venue, the latest first. */
export async function listMeetingsAt(
  db: Db,
  organisationId: string,
  venueId: string,
): Promise<readonly Pick<typeof meetings.$inferSelect, "name" | "reference" | "date" | "state">[]> {
  return db
    .select({ name: meetings.name, reference: meetings.reference, date: meetings.date, state: meetings.state })
    .from(meetings)
    .where(and(eq(meetings.organisationId, organisationId), eq(meetings.venueId, venueId)))
    .orderBy(desc(meetings.date));
}

/** Keeps that a checklist was sent. */
export async function addRequest(tx: Tx, request: typeof venueRequests.$inferInsert): Promise<void> {
  await tx.insert(venueRequests).values(request);
}

/** The checklists sent for a meeting, the newest first. */
export async function listRequests(db: Db, organisationId: string, meetingId: string): Promise<readonly VenueRequest[]> {
  return db
    .select()
    .from(venueRequests)
    .where(and(eq(venueRequests.organisationId, organisationId), eq(venueRequests.meetingId, meetingId)))
    .orderBy(desc(venueRequests.sentAt));
}

/** The checklists sent to a venue, for a meeting or for its record, the newest first. */
export async function listRequestsTo(db: Db, organisationId: string, venueId: string): Promise<readonly VenueRequest[]> {
  return db
    .select()
    .from(venueRequests)
    .where(and(eq(venueRequests.organisationId, organisationId), eq(venueRequests.venueId, venueId)))
    .orderBy(desc(venueRequests.sentAt));
}

/** The checklists venues have not finished and may still answer, in every organisation but the example. */
export async function listRequestsToRemind(db: Db, today: CalendarDate): Promise<readonly VenueRequest[]> {
  const found = await db
    .select({ request: venueRequests })
    .from(venueRequests)
    .innerJoin(organisations, eq(organisations.id, venueRequests.organisationId))
    .where(and(isNull(venueRequests.answeredAt), gte(venueRequests.answerBy, today), eq(organisations.isExample, false)));
  return found.map(({ request }) => request);
}

/** The checklists of meetings still to come, and of no meeting, that venues have finished since a moment, the latest first. */
export async function listFinishedSince(
  db: Db,
  organisationId: string,
  since: Instant,
  today: CalendarDate,
): Promise<
  readonly {
    readonly requestId: string;
    readonly venueId: string;
    readonly venue: string;
    readonly meeting: string | null;
    readonly reference: string | null;
  }[]
> {
  return db
    .select({
      requestId: venueRequests.id,
      venueId: venueRequests.venueId,
      venue: venues.name,
      meeting: meetings.name,
      reference: meetings.reference,
    })
    .from(venueRequests)
    .innerJoin(venues, eq(venues.id, venueRequests.venueId))
    .leftJoin(meetings, eq(meetings.id, venueRequests.meetingId))
    .where(
      and(
        eq(venueRequests.organisationId, organisationId),
        gte(venueRequests.answeredAt, since),
        or(isNull(venueRequests.meetingId), gte(meetings.date, today)),
      ),
    )
    .orderBy(desc(venueRequests.answeredAt));
}

/** One checklist of an organisation. */
export async function findRequest(db: Db, organisationId: string, id: string): Promise<VenueRequest | undefined> {
  const [found] = await db
    .select()
    .from(venueRequests)
    .where(and(eq(venueRequests.organisationId, organisationId), eq(venueRequests.id, id)));
  return found;
}

/** Changes a checklist that is still at the version it was read at; says whether it was. */
export async function saveRequest(tx: Tx, id: string, version: number, change: Partial<VenueRequest>): Promise<boolean> {
  const changed = await tx
    .update(venueRequests)
    .set({ ...change, version: version + 1 })
    .where(and(eq(venueRequests.id, id), eq(venueRequests.version, version)))
    .returning({ id: venueRequests.id });
  return changed.length === 1;
}
