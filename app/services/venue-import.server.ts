// Facts of a venue, and where it is, from A11yJSON and OpenStreetMap, and as A11yJSON. What a file offers waits until a person approves it line by
// line; what they approve is said to come from there, on the day of the file. Nothing goes straight onto the record.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { VenueFacts } from "#app/domain/meetings/meeting.ts";
import { auditActorOf, type Coordinator } from "#app/domain/people/actors.ts";
import { factsInPlace, placeWith, readPlace, type JsonObject } from "#app/domain/venues/a11yjson.ts";
import type { OfferedFact } from "#app/domain/venues/offered.ts";
import { placedAt, placeInA11yJson, placeInTags, type KnownPlace, type OfferedPlace } from "#app/domain/venues/place.ts";
import { factsInTags, readTags } from "#app/domain/venues/openstreetmap.ts";
import { record } from "#db/audit.ts";
import { addVenueImport, listVenueImports, saveVenueImport, type VenueImport } from "#db/stores/venue-facts.ts";
import { findVenue, saveVenue, type Venue } from "#db/stores/venues.ts";
import type { Context } from "./context.server.ts";
import { recordsOf, stateFacts, type FactRecord } from "./venue-facts.server.ts";
import { columnsOf, coordinatesOf, notePlaces, placeProvenanceOf, type PlaceProvenance } from "./venue-places.server.ts";

export type FactsFile = {
  readonly kind: VenueImport["kind"];
  readonly origin: string;
  readonly checkedOn: CalendarDate;
  readonly content: string;
};

export type FactsFileRefusal = "not-json" | "no-place" | "nothing-read" | "several-objects" | "nothing-offered";

/** The most characters of a file of facts. */
export const longestFactsFile = 200_000;

/** Reads a file of facts and keeps what it offers until somebody decides. Nothing of it is on record yet. */
export async function offerFacts(
  context: Context,
  coordinator: Coordinator,
  venueId: string,
  file: FactsFile,
  intent?: string,
): Promise<Result<{ readonly importId: string }, "not-found" | FactsFileRefusal>> {
  const offered = offeredBy(file);
  if (!offered.ok) return offered;
  const { facts, place } = offered.value;
  if (facts.length + place.length === 0) return refused("nothing-offered");
  return context.change<Result<{ importId: string }, "not-found">>(
    async (tx) => {
      const venue = await findVenue(tx, coordinator.organisationId, venueId);
      if (!venue) return refused("not-found");
      const importId = context.newId();
      await addVenueImport(tx, {
        id: importId,
        organisationId: coordinator.organisationId,
        venueId: venue.id,
        ...file,
        offered: facts,
        place,
        savedBy: coordinator.name,
        savedAt: context.now,
      });
      await record(context, tx, {
        organisationId: coordinator.organisationId,
        actor: auditActorOf(coordinator),
        action: "venue-facts-offered",
        subject: { kind: "venue", id: venue.id },
        details: { kind: file.kind, facts: facts.length, place: place.length },
      });
      return done({ importId });
    },
    intent === undefined ? {} : { intent },
  );
}

type Offered = { readonly facts: readonly OfferedFact[]; readonly place: readonly OfferedPlace[] };

function offeredBy({ kind, content }: FactsFile): Result<Offered, FactsFileRefusal> {
  if (kind === "a11yjson") {
    const place = readPlace(content);
    return place.ok ? done({ facts: factsInPlace(place.value), place: placeInA11yJson(place.value) }) : place;
  }
  const tags = readTags(content);
  return tags.ok ? done({ facts: factsInTags(tags.value).offered, place: placeInTags(tags.value, content) }) : tags;
}

export type ImportLine = {
  readonly importId: string;
  readonly kind: VenueImport["kind"];
  readonly offered: number;
  readonly isWaiting: boolean;
};

/** The files of facts brought in for a venue, the newest first. */
export async function listVenueImportsFor(
  context: Context,
  coordinator: Coordinator,
  venueId: string,
): Promise<Result<readonly ImportLine[], "not-found">> {
  const venue = await findVenue(context.db, coordinator.organisationId, venueId);
  if (!venue) return refused("not-found");
  return done(
    (await listVenueImports(context.db, venue.id)).map(({ id, kind, offered, place, decidedAt }) => ({
      importId: id,
      kind,
      offered: offered.length + (place ?? []).length,
      isWaiting: decidedAt === null,
    })),
  );
}

export type ImportToDecide = {
  readonly venue: { readonly venueId: string; readonly name: string };
  readonly importId: string;
  readonly kind: VenueImport["kind"];
  readonly origin: string;
  readonly checkedOn: CalendarDate;
  readonly version: number;
  /** Each fact offered, beside what is on record now. */
  readonly offered: readonly (OfferedFact & { readonly known: FactRecord | null })[];
  /** Where the file says the venue is. */
  readonly place: readonly OfferedPlace[];
  /** Where we have it, and who said so. */
  readonly knownPlace: KnownPlace & { readonly town: string; readonly saidBy: PlaceProvenance };
  /** Tags about access that were not used; always empty for A11yJSON. */
  readonly unused: readonly string[];
  /** Null while it waits. */
  readonly approved: readonly string[] | null;
};

/** One file of facts with what it offers, beside what is known. */
export async function findVenueImport(
  context: Context,
  coordinator: Coordinator,
  at: { readonly venueId: string; readonly importId: string },
): Promise<Result<ImportToDecide, "not-found">> {
  const venue = await findVenue(context.db, coordinator.organisationId, at.venueId);
  const found = venue && (await listVenueImports(context.db, venue.id)).find(({ id }) => id === at.importId);
  if (!venue || !found) return refused("not-found");
  const records = (await recordsOf(context, context.db, [venue])).get(venue.id) ?? [];
  const tags = found.kind === "openstreetmap" ? readTags(found.content) : null;
  return done({
    venue: { venueId: venue.id, name: venue.name },
    importId: found.id,
    kind: found.kind,
    origin: found.origin,
    checkedOn: found.checkedOn,
    version: found.version,
    offered: found.offered.map((one) => ({ ...one, known: records.find(({ feature }) => feature === one.featureId) ?? null })),
    place: found.place ?? [],
    knownPlace: {
      address: venue.address,
      town: venue.town,
      coordinates: coordinatesOf(venue),
      saidBy: await placeProvenanceOf(context.db, venue),
    },
    unused: tags?.ok === true ? factsInTags(tags.value).unused : [],
    approved: found.approved,
  });
}

/** Puts the approved facts of a file on record, each with where it was found, and closes the file. Approving nothing is an answer. */
export async function decideImport(
  context: Context,
  coordinator: Coordinator,
  at: { readonly venueId: string; readonly importId: string; readonly version: number },
  approved: readonly string[],
  intent?: string,
): Promise<Result<{ readonly saved: number }, "not-found" | "changed-by-someone-else">> {
  return context.change<Result<{ saved: number }, "not-found" | "changed-by-someone-else">>(
    async (tx) => {
      const venue = await findVenue(tx, coordinator.organisationId, at.venueId);
      const found = venue && (await listVenueImports(tx, venue.id)).find(({ id }) => id === at.importId);
      if (!venue || !found) return refused("not-found");
      const taken = found.offered.filter(({ featureId }) => approved.includes(featureId));
      const places = (found.place ?? []).filter(({ kind }) => approved.includes(kind));
      const decision = {
        approved: [...taken.map(({ featureId }) => featureId), ...places.map(({ kind }) => kind)],
        decidedBy: coordinator.name,
        decidedAt: context.now,
      };
      if (found.decidedAt !== null || !(await saveVenueImport(tx, found.id, at.version, decision)))
        return refused("changed-by-someone-else");
      const by = {
        source: found.kind === "openstreetmap" ? "map-data" : "published-guide",
        saidBy: found.origin,
        checkedOn: found.checkedOn,
        importId: found.id,
      } as const;
      if (places.length > 0) {
        const after = placeAfter(venue, places);
        await notePlaces(context, tx, venue, after, by);
        if (!(await saveVenue(tx, venue.id, venue.version, after))) throw new Error("A venue changed within its own change");
      }
      await stateFacts(
        context,
        tx,
        venue,
        taken.map(({ featureId, value, foundAt, written }) => ({ feature: featureId, value, note: noteOf(found.kind, foundAt, written) })),
        by,
      );
      await record(context, tx, {
        organisationId: coordinator.organisationId,
        actor: auditActorOf(coordinator),
        action: "venue-facts-approved",
        subject: { kind: "venue", id: venue.id },
        details: { offered: found.offered.length, approved: taken.length, place: places.length },
      });
      return done({ saved: taken.length + places.length });
    },
    intent === undefined ? {} : { intent },
  );
}

function placeAfter(venue: Venue, places: readonly OfferedPlace[]): Pick<Venue, "address" | "town" | "latitude" | "longitude"> {
  const town = places.find((one) => one.kind === "town")?.value;
  const address = places.find((one) => one.kind === "address")?.value;
  const coordinates = places.find((one) => one.kind === "coordinates")?.value;
  return { address: address ?? venue.address, town: town ?? venue.town, ...columnsOf(coordinates ?? coordinatesOf(venue)) };
}

function noteOf(kind: VenueImport["kind"], foundAt: string, written: string): string {
  return kind === "openstreetmap" ? `(${written})` : `(${foundAt}: ${written})`;
}

/**
 * What may be relied on of a venue as A11yJSON. What came with the newest A11yJSON and is not about our facts stays as it came, null
 * or absent. What is not known, too old or disagreed on is absent.
 */
export async function exportPlace(
  context: Context,
  coordinator: Coordinator,
  venueId: string,
): Promise<Result<{ readonly text: string }, "not-found">> {
  const venue = await findVenue(context.db, coordinator.organisationId, venueId);
  if (!venue) return refused("not-found");
  const newest = (await listVenueImports(context.db, venue.id)).find(({ kind }) => kind === "a11yjson");
  const read = newest === undefined ? null : readPlace(newest.content);
  const before: JsonObject = read?.ok === true ? read.value : { properties: { category: "community_centre" } };
  const records = (await recordsOf(context, context.db, [venue])).get(venue.id) ?? [];
  const facts: VenueFacts = Object.fromEntries(
    records.flatMap(({ feature, value }) => (value === null ? [] : [[feature, value] as const])),
  );
  const named = { ...before, properties: { ...(before["properties"] as JsonObject), name: { "en-GB": venue.name } } };
  await context.change(async (tx) =>
    record(context, tx, {
      organisationId: coordinator.organisationId,
      actor: auditActorOf(coordinator),
      action: "venue-exported",
      subject: { kind: "venue", id: venue.id },
    }),
  );
  const placed = placedAt({ address: venue.address, coordinates: coordinatesOf(venue) }, named);
  return done({ text: `${JSON.stringify(placeWith(facts, placed), null, 2)}\n` });
}
