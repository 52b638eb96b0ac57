// Where a venue is, as a file of somebody else says it, and as A11yJSON. What is read is an offer: nothing is on record until a person
// approves it. A place outside the United Kingdom is not read: its numbers are swapped, or it is another building.
// Sources: the A11yJSON data model of Sozialhelden e.V. (PlaceInfo, PlaceProperties, Address; read 2026-11-22); RFC 7946 section 3.1.1
// (a position is longitude, then latitude); OpenStreetMap wiki, Key:addr.
import { isInTheUnitedKingdom, type Coordinates } from "#app/domain/meetings/sunset.ts";
import type { Json, JsonObject } from "./a11yjson.ts";

export type OfferedPlace =
  | { readonly kind: "address"; readonly value: string; readonly foundAt: string; readonly written: string }
  | { readonly kind: "town"; readonly value: string; readonly foundAt: string; readonly written: string }
  | { readonly kind: "coordinates"; readonly value: Coordinates; readonly foundAt: string; readonly written: string };
export type PlaceKind = OfferedPlace["kind"];

/** What is known of where a venue is: an address or a town that is not known is empty. */
export type KnownPlace = { readonly address: string; readonly coordinates: Coordinates | null };

/** Where an A11yJSON place says it is. What it does not say, or says of a place elsewhere, is left out. */
export function placeInA11yJson(place: JsonObject): readonly OfferedPlace[] {
  const address = addressIn(place);
  const coordinates = coordinatesIn(place);
  return [
    ...(address === null ? [] : [offeredAddress(address, "properties.address", JSON.stringify(propertiesOf(place)["address"]))]),
    ...townOffered(townIn(place), "properties.address.city"),
    ...(coordinates === null
      ? []
      : [{ kind: "coordinates", value: coordinates, foundAt: "geometry", written: JSON.stringify(place["geometry"]) } as const]),
  ];
}

/**
 * A place with exactly this address and these coordinates. What says the same already stays as it was written, as does what we cannot
 * read, null or absent; what `before` says and we do not know is taken out.
 */
export function placedAt(known: KnownPlace, before: JsonObject): JsonObject {
  return withAddress(known.address.trim(), withCoordinates(known.coordinates, before));
}

function withCoordinates(wanted: Coordinates | null, before: JsonObject): JsonObject {
  const had = coordinatesIn(before);
  if (isSamePlace(wanted, had)) return before;
  if (wanted === null) return without(before, "geometry");
  return { ...before, geometry: { type: "Point", coordinates: [wanted.longitude, wanted.latitude] } };
}

function withAddress(wanted: string, before: JsonObject): JsonObject {
  const had = addressIn(before) ?? "";
  if (wanted === had) return before;
  const properties = propertiesOf(before);
  if (wanted === "") return { ...before, properties: without(properties, "address") };
  return { ...before, properties: { ...properties, address: { text: { "en-GB": wanted } } } };
}

function isSamePlace(one: Coordinates | null, other: Coordinates | null): boolean {
  return one?.latitude === other?.latitude && one?.longitude === other?.longitude;
}

function coordinatesIn(place: JsonObject): Coordinates | null {
  const geometry = place["geometry"];
  if (!isObject(geometry) || geometry["type"] !== "Point" || !Array.isArray(geometry["coordinates"])) return null;
  const [longitude, latitude] = geometry["coordinates"] as readonly Json[];
  return coordinatesOf(latitude, longitude);
}

function coordinatesOf(latitude: unknown, longitude: unknown): Coordinates | null {
  if (typeof latitude !== "number" || typeof longitude !== "number") return null;
  return isInTheUnitedKingdom({ latitude, longitude }) ? { latitude, longitude } : null;
}

function addressIn(place: JsonObject): string | null {
  const address = propertiesOf(place)["address"];
  if (typeof address === "string") return asAddress(address);
  if (!isObject(address)) return null;
  const text = localWords(address["text"]);
  if (text !== "") return asAddress(text);
  const part = (key: string): string => localWords(address[key]);
  const street = [part("house"), part("street")].filter((words) => words !== "").join(" ");
  return asAddress([part("room"), part("building"), street, part("district"), part("city"), part("county"), part("postalCode")].join("\n"));
}

// The town where the file names one of its own; never read out of an address.
function townIn(place: JsonObject): string {
  const address = propertiesOf(place)["address"];
  return isObject(address) ? localWords(address["city"]) : "";
}

function townOffered(town: string, foundAt: string): readonly OfferedPlace[] {
  return town === "" || town.length > longestTown ? [] : [{ kind: "town", value: town, foundAt, written: town }];
}

// Text in several languages is read in English where there is any, else in the language that comes first.
function localWords(value: Json | undefined): string {
  if (typeof value === "string") return value.trim();
  if (!isObject(value)) return "";
  const said = value["en-GB"] ?? value["en"] ?? Object.values(value)[0];
  return typeof said === "string" ? said.trim() : "";
}

function asAddress(text: string): string | null {
  const lines = text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const address = lines.join("\n");
  return address === "" || address.length > longestAddress ? null : address;
}

/** The longest address and town a venue's page takes. */
const longestAddress = 500;
const longestTown = 100;

/** Where an OpenStreetMap object says it is: the `addr:` tags, and the coordinates of a node or the middle of anything else. */
export function placeInTags(tags: ReadonlyMap<string, string>, content: string): readonly OfferedPlace[] {
  const part = (key: string): string => (tags.get(`addr:${key}`) ?? "").trim();
  const street = [part("housenumber"), part("street") === "" ? part("place") : part("street")].filter((words) => words !== "").join(" ");
  // A postcode or a town alone is no address.
  const address =
    street === "" && part("housename") === "" ? null : asAddress([part("housename"), street, part("city"), part("postcode")].join("\n"));
  const written = [...tags].flatMap(([key, value]) => (key.startsWith("addr:") ? [`${key}=${value}`] : [])).join(", ");
  const found = coordinatesInOsm(tags, content);
  return [
    ...(address === null ? [] : [offeredAddress(address, "addr", written)]),
    ...townOffered(part("city"), "addr:city"),
    ...(found === null
      ? []
      : [
          {
            kind: "coordinates",
            value: found,
            foundAt: "lat, lon",
            written: `lat=${String(found.latitude)}, lon=${String(found.longitude)}`,
          } as const,
        ]),
  ];
}

const offeredAddress = (value: string, foundAt: string, written: string): OfferedPlace => ({ kind: "address", value, foundAt, written });

function coordinatesInOsm(tags: ReadonlyMap<string, string>, content: string): Coordinates | null {
  const typed = (key: string): number | undefined =>
    /^-?\d{1,2}(?:\.\d+)?$/u.test(tags.get(key) ?? "") ? Number(tags.get(key)) : undefined;
  const fromLines = coordinatesOf(typed("lat"), typed("lon"));
  if (fromLines !== null) return fromLines;
  const read = parsed(content);
  const element = isObject(read) && Array.isArray(read["elements"]) ? theOneWithTags(read["elements"] as readonly Json[]) : read;
  if (!isObject(element)) return null;
  const middle = element["center"];
  return coordinatesOf(element["lat"], element["lon"]) ?? (isObject(middle) ? coordinatesOf(middle["lat"], middle["lon"]) : null);
}

function theOneWithTags(elements: readonly Json[]): Json | null {
  const tagged = elements.filter((one) => isObject(one) && isObject(one["tags"]));
  return tagged.length === 1 ? (tagged[0] ?? null) : null;
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (problem) {
    if (problem instanceof SyntaxError) return null;
    throw problem;
  }
}

function propertiesOf(place: JsonObject): JsonObject {
  const properties = place["properties"];
  return isObject(properties) ? properties : {};
}

function without(object: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
