// Where a venue is, and who said so: its address, its town and its coordinates. Everything said is kept; what was said last counts, because an
// address or a place on a map is corrected, not measured.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { Coordinates } from "#app/domain/meetings/sunset.ts";
import type { PlaceKind } from "#app/domain/venues/place.ts";
import type { Db, Tx } from "#db/open.ts";
import { addVenuePlace, findLatestPlace, type VenuePlace } from "#db/stores/venue-places.ts";
import type { Venue } from "#db/stores/venues.ts";
import type { Context } from "./context.server.ts";

export type SaidBy = {
  readonly source: VenuePlace["source"];
  readonly saidBy: string;
  readonly checkedOn: CalendarDate;
  readonly importId?: string;
};

/** Where a venue is as its row has it. */
type Place = Pick<Venue, "address" | "town" | "latitude" | "longitude">;

/** Who said where a venue is; null for what is not known, and for what was on file before it was noted who said it. */
export type PlaceProvenance = Readonly<Record<PlaceKind, Pick<VenuePlace, "source" | "saidBy" | "checkedOn"> | null>>;

/** Keeps who said what changed of where a venue is, inside the change that saves it. What stayed the same is not said again. */
export async function notePlaces(context: Context, tx: Tx, before: Venue, after: Place, by: SaidBy): Promise<readonly PlaceKind[]> {
  const changed = (["address", "town", "coordinates"] as const).filter((kind) => written(before, kind) !== written(after, kind));
  for (const kind of changed) {
    const { source, saidBy, checkedOn, importId } = by;
    await addVenuePlace(tx, {
      id: context.newId(),
      organisationId: before.organisationId,
      venueId: before.id,
      kind,
      value: written(after, kind),
      source,
      saidBy,
      checkedOn,
      savedAt: context.now,
      importId: importId ?? null,
    });
  }
  return changed;
}

function written({ address, town, latitude, longitude }: Place, kind: PlaceKind): string {
  if (kind === "address") return address;
  if (kind === "town") return town;
  return latitude === null || longitude === null ? "" : `${String(latitude)}, ${String(longitude)}`;
}

/** Who said where a venue is. */
export async function placeProvenanceOf(db: Db, venue: Venue): Promise<PlaceProvenance> {
  const by = async (kind: PlaceKind) => {
    const last = await findLatestPlace(db, venue.id, kind);
    const now = written(venue, kind);
    if (last === undefined || now === "" || last.value !== now) return null;
    return { source: last.source, saidBy: last.saidBy, checkedOn: last.checkedOn };
  };
  return { address: await by("address"), town: await by("town"), coordinates: await by("coordinates") };
}

/** Where a venue is, where both numbers are on file. */
export function coordinatesOf(venue: Pick<Venue, "latitude" | "longitude"> | null): Coordinates | null {
  if (venue === null || venue.latitude === null || venue.longitude === null) return null;
  return { latitude: venue.latitude, longitude: venue.longitude };
}

/** The columns of a venue's row for a place on the map. */
export function columnsOf(coordinates: Coordinates | null): Pick<Venue, "latitude" | "longitude"> {
  return coordinates ?? { latitude: null, longitude: null };
}
