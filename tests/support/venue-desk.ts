// A venue of an organisation, and a second organisation that may not see it: for tests of everything known of venues.
import { calendarDateOf, type CalendarDate } from "#app/domain/basics/dates.ts";
import type { VenueFeatureId } from "#app/domain/access/venue-features.ts";
import type { VenueFact } from "#app/domain/meetings/meeting.ts";
import type { Coordinator } from "#app/domain/people/actors.ts";
import type { FactSource } from "#app/domain/venues/statements.ts";
import type { Context } from "#app/services/context.server.ts";
import { findFact, recordFact, type FactRecord } from "#app/services/venue-facts.server.ts";
import { addVenueFor } from "#app/services/venues.server.ts";
import { coordinatorWith } from "#tests/support/coordinators.ts";
import type { TestInstance } from "#tests/support/instance.ts";

export type VenueDesk = { readonly asha: Coordinator; readonly stranger: Coordinator; readonly venueId: string };

/** A venue nothing is known of, its coordinator, and the coordinator of somebody else's organisation. */
export async function venueDesk(opened: TestInstance): Promise<VenueDesk> {
  const context = opened.context();
  const asha = await coordinatorWith(opened, { organisation: "Weavers", email: `${context.newId()}@example.org` });
  const stranger = await coordinatorWith(opened, { organisation: "Others", email: `${context.newId()}@example.org` });
  const { venueId } = await addVenueFor(context, asha, {
    name: "Kiln Hall",
    address: "1 Kiln Lane\nLeeds",
    contactName: "Rosa Bell",
    contactEmail: "hall@example.org",
    contactPhone: "",
  });
  return { asha, stranger, venueId };
}

/** Puts one statement about a feature on record. */
export async function said(
  context: Context,
  { asha, venueId }: VenueDesk,
  feature: VenueFeatureId,
  value: VenueFact | null,
  { source = "venue-said", on = "2026-11-20", saidBy = "Rosa Bell", note = "" }: SaidHow = {},
): Promise<void> {
  const saved = await recordFact(context, asha, venueId, { feature, value, source, saidBy, checkedOn: calendarDateOf(on), note });
  if (!saved.ok) throw new Error(saved.refusal);
}

type SaidHow = { readonly source?: FactSource; readonly on?: CalendarDate | string; readonly saidBy?: string; readonly note?: string };

/** Everything on record of one feature. */
export async function factAt(context: Context, { asha, venueId }: VenueDesk, feature: VenueFeatureId): Promise<FactRecord> {
  const found = await findFact(context, asha, { venueId, feature });
  if (!found.ok) throw new Error(found.refusal);
  return found.value.fact;
}

/** The actions the audit record has about a venue or a request, the oldest first. */
export async function actionsAbout(context: Context, id: string): Promise<readonly string[]> {
  const rows = await context.db.query.audit.findMany({
    where: (table, { eq }) => eq(table.subjectId, id),
    orderBy: (table, { asc }) => asc(table.sequence),
  });
  return rows.map(({ action }) => action);
}
