// What the tags of one OpenStreetMap object say about a venue. A tag means different things on different objects: a width belongs
// to a parking space, a path or an entrance. Tags that say too little for a fact are left out, never rounded up to a yes.
// Source: access.md d ("Mapping"), OpenStreetMap wiki Key:wheelchair and Proposal:Accessibility, read 2023-05-10 draft.
import type { VenueFeatureId } from "#app/domain/access/venue-features.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { VenueFact } from "#app/domain/meetings/meeting.ts";
import type { OfferedFact } from "./offered.ts";

export type Tags = ReadonlyMap<string, string>;

type Kind = "building" | "entrance" | "parking" | "parking-space" | "path" | "toilets";
type Reading = {
  readonly on: readonly Kind[];
  readonly key: string;
  readonly feature: VenueFeatureId;
  readonly read: (value: string) => VenueFact | null;
};

const yesNo = (value: string): boolean | null => (value === "yes" ? true : value === "no" ? false : null);
const oneOf =
  (yes: readonly string[], no: readonly string[]) =>
  (value: string): boolean | null =>
    yes.includes(value) ? true : no.includes(value) ? false : null;
const millimetres = (value: string): number | null => {
  const metres = metresIn(value);
  return metres === null ? null : Math.round(metres * 1000);
};

const readings: readonly Reading[] = [
  // "limited" may be a step of up to 7 cm: that is too high a threshold, and says nothing certain of the rest.
  { on: ["building"], key: "wheelchair", feature: "step-free-route-to-room", read: oneOf(["yes", "designated"], ["no"]) },
  { on: ["building", "entrance"], key: "wheelchair", feature: "entrance-threshold", read: (value) => (value === "limited" ? false : null) },
  { on: ["building"], key: "toilets:wheelchair", feature: "toilet-accessible", read: oneOf(["yes", "designated"], ["no"]) },
  { on: ["toilets"], key: "wheelchair", feature: "toilet-accessible", read: oneOf(["yes", "designated"], ["no"]) },
  { on: ["building"], key: "hearing_loop", feature: "loop-present", read: yesNo },
  { on: ["building"], key: "door:width", feature: "internal-door-width", read: millimetres },
  { on: ["building"], key: "entrance:width", feature: "entrance-door-width", read: millimetres },
  { on: ["building"], key: "entrance:kerb:height", feature: "entrance-threshold", read: millimetres },
  { on: ["entrance"], key: "width", feature: "entrance-door-width", read: millimetres },
  { on: ["entrance"], key: "door:width", feature: "entrance-door-width", read: millimetres },
  { on: ["entrance"], key: "kerb:height", feature: "entrance-threshold", read: millimetres },
  {
    on: ["building", "entrance"],
    key: "automatic_door",
    feature: "entrance-automatic",
    read: oneOf(["yes", "button", "motion", "continuous", "slowdown_button"], ["no"]),
  },
  { on: ["entrance"], key: "covered", feature: "entrance-shelter", read: yesNo },
  { on: ["building", "path"], key: "kerb", feature: "drop-off-step-free", read: oneOf(["lowered", "flush", "no"], ["raised"]) },
  { on: ["building", "parking"], key: "capacity:disabled", feature: "parking-accessible-bay-count", read: countIn },
  { on: ["parking"], key: "maxheight", feature: "parking-height-clearance", read: millimetres },
  { on: ["parking-space"], key: "width", feature: "parking-bay-width", read: millimetres },
  { on: ["parking-space"], key: "length", feature: "parking-bay-length", read: millimetres },
  { on: ["path"], key: "width", feature: "approach-width", read: millimetres },
  { on: ["path"], key: "incline", feature: "approach-gradient", read: percentIn },
  {
    on: ["path"],
    key: "smoothness",
    feature: "approach-surface",
    read: oneOf(["excellent", "good"], ["bad", "very_bad", "horrible", "very_horrible", "impassable"]),
  },
  { on: ["path"], key: "lit", feature: "approach-lit", read: oneOf(["yes", "24/7"], ["no"]) },
  { on: ["building", "toilets"], key: "unisex", feature: "toilet-gender-neutral", read: yesNo },
  { on: ["building", "toilets"], key: "tactile_writing", feature: "signage-tactile", read: yesNo },
  // A bench for adults is not yet a Changing Places toilet; without one there is none.
  { on: ["building", "toilets"], key: "changing_table:adult", feature: "changing-places", read: oneOf([], ["no"]) },
  // "No dogs" often means other dogs than assistance dogs.
  { on: ["building"], key: "dog", feature: "dogs-welcome", read: oneOf(["yes"], []) },
  { on: ["building"], key: "internet_access", feature: "wifi-guest", read: oneOf([], ["no"]) },
];

/** The tags of the catalogue that we do not read, because what they say is too little or about another thing. */
export const tagsLeftOut: ReadonlySet<VenueFeatureId> = new Set([
  "step-free-station-route",
  "bus-stop-distance",
  "approach-rest-seats",
  "arrival-info-published",
  "entrance-same-for-all",
  "entrance-revolving-bypass",
  "ramp-gradient",
  "ramp-width",
  "ramp-handrails",
  "steps-alternative-to-ramp",
  "lift-tactile-buttons",
  "corridor-width",
  "stairs-handrails",
  "stairs-contrast-edges",
  "floor-calm",
  "floor-firm",
  "reception-loop",
  "temperature-range",
  "toilet-accessible-count",
  "toilet-not-a-store",
  "dog-spending-distance",
  "catering-diets",
  "water-in-room",
  "exit-step-free",
  "venue-contact-on-day",
]);

/** The features some tag can tell us about. */
export const featuresReadFromTags: ReadonlySet<VenueFeatureId> = new Set(readings.map(({ feature }) => feature));

export type TagsRead = {
  readonly offered: readonly OfferedFact[];
  /** Tags about access that we did not use, as written. */
  readonly unused: readonly string[];
};

/** What the tags of one object offer. Each feature once, from the first tag that tells it. */
export function factsInTags(tags: Tags): TagsRead {
  const kind = kindOf(tags);
  const offered = new Map<VenueFeatureId, OfferedFact>();
  const used = new Set<string>();
  for (const { on, key, feature, read } of readings) {
    const written = tags.get(key);
    if (written === undefined || !on.includes(kind)) continue;
    const value = read(written.trim().toLowerCase());
    if (value === null) continue;
    used.add(key);
    if (!offered.has(feature)) offered.set(feature, { featureId: feature, value, foundAt: key, written: `${key}=${written}` });
  }
  const ofAccess = new Set(readings.map(({ key }) => key));
  const unused = [...tags].flatMap(([key, value]) => (ofAccess.has(key) && !used.has(key) ? [`${key}=${value}`] : []));
  return { offered: [...offered.values()], unused };
}

/**
 * Reads tags as people copy them: one "key=value" a line, or the JSON of an object with its tags. Refused when neither is found, and
 * when the JSON holds several objects, because their tags would run together.
 */
export function readTags(text: string): Result<Tags, "nothing-read" | "several-objects"> {
  const trimmed = text.trim();
  if (trimmed.startsWith("{") || trimmed.startsWith("[")) return tagsInJson(trimmed);
  const pairs = trimmed.split(/\r?\n/u).flatMap((line): readonly (readonly [string, string])[] => {
    const at = line.indexOf("=");
    const [key, value] = at < 0 ? ["", ""] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    return /^[a-z][\w:.-]*$/u.test(key) && value !== "" ? [[key, value]] : [];
  });
  return pairs.length === 0 ? refused("nothing-read") : done(new Map(pairs));
}

function tagsInJson(text: string): Result<Tags, "nothing-read" | "several-objects"> {
  const read = parsed(text);
  if (!isRecord(read)) return refused("nothing-read");
  const elements = Array.isArray(read["elements"]) ? (read["elements"] as readonly unknown[]) : [read];
  const tagged = elements.filter((one): one is Readonly<Record<string, unknown>> => isRecord(one) && isRecord(one["tags"]));
  const [only, ...more] = tagged;
  if (only === undefined) return refused("nothing-read");
  if (more.length > 0) return refused("several-objects");
  const tags = Object.entries(only["tags"] as Readonly<Record<string, unknown>>).flatMap(([key, value]) =>
    typeof value === "string" ? [[key, value] as const] : [],
  );
  return tags.length === 0 ? refused("nothing-read") : done(new Map(tags));
}

function kindOf(tags: Tags): Kind {
  const amenity = tags.get("amenity");
  if (amenity === "parking_space") return "parking-space";
  if (amenity === "parking") return "parking";
  if (amenity === "toilets") return "toilets";
  if (tags.has("highway")) return "path";
  if (tags.has("entrance") || (tags.has("door") && !tags.has("building"))) return "entrance";
  return "building";
}

/** A length as OpenStreetMap writes it, in metres: "0.9", "0.9 m", "90 cm", "900 mm", "2'11\\"". Null for anything else. */
function metresIn(value: string): number | null {
  const metric = /^(\d+(?:\.\d+)?)\s*(m|cm|mm|metres?|meters?)?$/u.exec(value);
  if (metric) {
    const by = metric[2] === "cm" ? 0.01 : metric[2] === "mm" ? 0.001 : 1;
    return Number(metric[1]) * by;
  }
  const imperial = /^(\d+)'(?:\s*(\d+(?:\.\d+)?)")?$/u.exec(value);
  return imperial ? Number(imperial[1]) * 0.3048 + Number(imperial[2] ?? 0) * 0.0254 : null;
}

// Up and down are as steep. Words for steepness ("up", "steep") are no measurement.
function percentIn(value: string): number | null {
  const percent = /^[+-]?(\d+(?:\.\d+)?)\s*%$/u.exec(value);
  if (percent) return Number(percent[1]);
  const degrees = /^[+-]?(\d+(?:\.\d+)?)\s*°$/u.exec(value);
  return degrees && Number(degrees[1]) < 90 ? Math.round(Math.tan((Number(degrees[1]) * Math.PI) / 180) * 1000) / 10 : null;
}

function countIn(value: string): VenueFact | null {
  if (/^\d{1,4}$/u.test(value)) return Number(value);
  return yesNo(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (problem) {
    if (problem instanceof SyntaxError) return null;
    throw problem;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
