// A venue's facts as A11yJSON and back. In A11yJSON null means "it is known that there is none" and an absent property means "not
// known": the two stay different both ways. What an A11yJSON property does not quite say is left out.
// Source: the A11yJSON data model of Sozialhelden e.V., commit 6b67ff2 of 9 October 2024 (interfaces in src/, null in the comments).
import { venueFeatureOf, type VenueFeatureId } from "#app/domain/access/venue-features.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { VenueFact, VenueFacts } from "#app/domain/meetings/meeting.ts";
import type { OfferedFact } from "./offered.ts";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** A property, or one object out of a list: the main entrance, the accessible toilet, the lift, or the only one there is. */
type Step = string | { readonly list: string; readonly pick: Pick };
type Pick = "main-entrance" | "accessible-restroom" | "lift" | "only";
type Kind = "yes-no" | "no-yes" | "no-only" | "length" | "slope" | "sound" | "count" | "grade";
type Mapping = {
  readonly feature: VenueFeatureId;
  readonly way: readonly Step[];
  readonly leaf: string;
  readonly kind: Kind;
};

const entrance: Step = { list: "entrances", pick: "main-entrance" };
const restroom: Step = { list: "restrooms", pick: "accessible-restroom" };
const lift: Step = { list: "availableEquipment", pick: "lift" };
const room: Step = { list: "rooms", pick: "only" };
const bays: readonly Step[] = ["parking", "forWheelchairUsers"];

const mappings: readonly Mapping[] = [
  { feature: "parking-accessible-bay-count", way: bays, leaf: "count", kind: "count" },
  { feature: "parking-bay-width", way: bays, leaf: "width", kind: "length" },
  { feature: "parking-bay-length", way: bays, leaf: "length", kind: "length" },
  { feature: "parking-bay-distance", way: bays, leaf: "distanceToEntrance", kind: "length" },
  { feature: "parking-height-clearance", way: bays, leaf: "maxVehicleHeight", kind: "length" },
  { feature: "drop-off-step-free", way: ["pathways"], leaf: "isKerbstoneFree", kind: "yes-no" },
  { feature: "approach-width", way: ["pathways"], leaf: "width", kind: "length" },
  { feature: "approach-gradient", way: ["pathways", "surface"], leaf: "longitudinalSlope", kind: "slope" },
  { feature: "entrance-threshold", way: [entrance, "properties", "door"], leaf: "thresholdHeight", kind: "length" },
  { feature: "entrance-door-width", way: [entrance, "properties", "door"], leaf: "width", kind: "length" },
  { feature: "entrance-automatic", way: [entrance, "properties", "door"], leaf: "isAutomaticOrAlwaysOpen", kind: "yes-no" },
  { feature: "glass-marked", way: [entrance, "properties", "door"], leaf: "hasClearMarkingOnGlassDoor", kind: "yes-no" },
  { feature: "ramp-gradient", way: [entrance, "properties"], leaf: "slopeAngle", kind: "slope" },
  { feature: "stairs-contrast-edges", way: [entrance, "properties", "stairs"], leaf: "hasHighContrastNosing", kind: "yes-no" },
  { feature: "stairs-handrails", way: [entrance, "properties", "stairs"], leaf: "hasHandRail", kind: "no-only" },
  { feature: "step-free-route-to-room", way: [], leaf: "wheelchairAccessibilityGrade", kind: "grade" },
  { feature: "lift-car-width", way: [lift], leaf: "cabinWidth", kind: "length" },
  { feature: "lift-car-depth", way: [lift], leaf: "cabinLength", kind: "length" },
  { feature: "lift-door-width", way: [lift, "door"], leaf: "width", kind: "length" },
  { feature: "corridor-width", way: ["pathwaysInside"], leaf: "widthAtObstacles", kind: "length" },
  { feature: "internal-door-width", way: [room, "entrance", "door"], leaf: "width", kind: "length" },
  { feature: "internal-doors-held-open", way: [room, "entrance", "door"], leaf: "isAutomaticOrAlwaysOpen", kind: "yes-no" },
  { feature: "room-turning-space", way: [room], leaf: "turningSpaceInside", kind: "length" },
  { feature: "signage-tactile", way: [], leaf: "hasBrailleSignage", kind: "yes-no" },
  { feature: "reception-low-section", way: [{ list: "desks", pick: "only" }], leaf: "fixedHeight", kind: "length" },
  { feature: "loop-present", way: [], leaf: "hasInductionLoop", kind: "yes-no" },
  { feature: "wheelchair-spaces", way: ["wheelchairPlaces"], leaf: "count", kind: "count" },
  { feature: "table-knee-height", way: [{ list: "tables", pick: "only" }], leaf: "fixedHeightBelow", kind: "length" },
  { feature: "table-surface-height", way: [{ list: "tables", pick: "only" }], leaf: "fixedHeight", kind: "length" },
  { feature: "room-noise", way: [], leaf: "ambientNoiseLevel", kind: "sound" },
  { feature: "room-no-music", way: [], leaf: "hasBackgroundMusic", kind: "no-yes" },
  { feature: "caption-screen", way: [{ list: "media", pick: "only" }], leaf: "hasDedicatedScreenForSubtitles", kind: "yes-no" },
  { feature: "wifi-guest", way: ["wifi"], leaf: "isOpenToVisitors", kind: "no-only" },
  { feature: "quiet-room", way: [], leaf: "hasLowStimulusEnvironment", kind: "yes-no" },
  { feature: "toilet-accessible", way: [restroom], leaf: "isAccessibleWithWheelchair", kind: "yes-no" },
  { feature: "toilet-door-width", way: [restroom, "entrance", "door"], leaf: "width", kind: "length" },
  { feature: "toilet-door-opens-out", way: [restroom, "entrance", "door"], leaf: "doorOpensToOutside", kind: "yes-no" },
  { feature: "toilet-transfer-left", way: [restroom, "toilet"], leaf: "spaceOnUsersLeftSide", kind: "length" },
  { feature: "toilet-transfer-right", way: [restroom, "toilet"], leaf: "spaceOnUsersRightSide", kind: "length" },
  { feature: "toilet-alarm", way: [restroom], leaf: "hasEmergencyPullstring", kind: "no-only" },
  { feature: "changing-places", way: [restroom], leaf: "hasChangingTableForAdults", kind: "no-only" },
  { feature: "dogs-welcome", way: ["animalPolicy"], leaf: "allowsAssistanceDogs", kind: "yes-no" },
  { feature: "dog-water", way: ["animalPolicy"], leaf: "suppliesWaterForPets", kind: "yes-no" },
];

/** Features with a path in the catalogue that says less than the feature, or is alive for minutes only: not read, not written. */
export const pathsLeftOut: ReadonlySet<VenueFeatureId> = new Set([
  "step-free-station-route",
  "approach-surface",
  "entrance-same-for-all",
  "entrance-revolving-bypass",
  "entrance-entry-without-speech",
  "ramp-width",
  "steps-alternative-to-ramp",
  "lift-in-service",
  "lift-tactile-buttons",
  "signage-clear",
  "floor-calm",
  "floor-firm",
  "reception-loop",
  "room-task-light",
  "room-face-light",
  "room-reverberation",
  "loop-field-strength",
  "temperature-range",
  "stage-step-free",
  "breakout-step-free",
  "washing-before-prayer",
  "outdoor-air-step-free",
  "toilet-accessible-count",
  "toilet-grab-rails",
  "toilet-not-a-store",
  "toilet-ambulant",
  "toilet-gender-neutral",
  "changing-places-hoist-load",
  "exit-step-free",
  "staff-disability-trained",
  "staff-guide-trained",
  "staff-bsl",
  "venue-contact-on-day",
]);

/** The features that A11yJSON carries. */
export const featuresInA11yJson: ReadonlySet<VenueFeatureId> = new Set(mappings.map(({ feature }) => feature));

/** Reads a place out of JSON text. Refused when it is not JSON, or holds no place with properties. */
export function readPlace(text: string): Result<JsonObject, "not-json" | "no-place"> {
  let read: Json;
  try {
    read = JSON.parse(text) as Json;
  } catch (problem) {
    if (problem instanceof SyntaxError) return refused("not-json");
    throw problem;
  }
  return isObject(read) && isObject(read["properties"]) ? done(read) : refused("no-place");
}

/** The facts a place offers, in the order of a walk through the building. */
export function factsInPlace(place: JsonObject): readonly OfferedFact[] {
  return mappings.flatMap((mapping) => {
    const found = readFact(place, mapping);
    return found === null ? [] : [{ featureId: mapping.feature, foundAt: nameOf(mapping), ...found }];
  });
}

/**
 * A place with exactly these facts in it. Everything of `before` that is not about them stays as it is, null or absent, and so does the
 * way a fact was written when it says the same. A fact `before` has and `facts` has not is taken out.
 */
export function placeWith(facts: VenueFacts, before: JsonObject = {}): JsonObject {
  let place = before;
  for (const mapping of mappings) {
    const wanted = isOfNoToilet(mapping, facts) ? undefined : facts[mapping.feature];
    const had = readFact(place, mapping)?.value;
    if (wanted === had) continue;
    const written = wanted === undefined ? undefined : writtenAs(mapping, wanted);
    // What A11yJSON has no words for is left out, never written as something near it.
    if (written !== undefined || had !== undefined) place = put(place, mapping, written);
  }
  return place;
}

// Measurements of the accessible toilet, where it is known that no toilet is accessible.
function isOfNoToilet({ way, feature }: Mapping, facts: VenueFacts): boolean {
  return way.includes(restroom) && feature !== "toilet-accessible" && facts["toilet-accessible"] === false;
}

type Found = { readonly value: VenueFact; readonly written: string };

function readFact(place: JsonObject, mapping: Mapping): Found | null {
  const { way, leaf, kind, feature } = mapping;
  let here: Json | undefined = accessibilityOf(place);
  for (const step of way) {
    if (!isObject(here)) return null;
    const next: Json | undefined = here[typeof step === "string" ? step : step.list];
    if (next === null) return noneOf(mapping, step);
    if (typeof step === "string") here = next;
    else if (feature === "toilet-accessible") return anyAccessible(next);
    else here = pickFrom(next, step.pick);
  }
  if (!isObject(here)) return null;
  const value = here[leaf];
  if (value === undefined || value === null) return null;
  const fact = factFrom(value, kind, feature);
  return fact === null ? null : { value: fact, written: JSON.stringify(value) };
}

// Known to have none: no bays, no wheelchair places, no toilets at all.
function noneOf({ feature, kind }: Mapping, step: Step): Found | null {
  const isOwn = kind === "count" || (feature === "toilet-accessible" && typeof step !== "string");
  return isOwn ? { value: kind === "count" ? 0 : false, written: "null" } : null;
}

function anyAccessible(restrooms: Json | undefined): Found | null {
  if (!isList(restrooms) || restrooms.length === 0) return null;
  const said = restrooms.map((one) => (isObject(one) ? one["isAccessibleWithWheelchair"] : undefined));
  if (said.includes(true)) return { value: true, written: "true" };
  return said.every((one) => one === false) ? { value: false, written: "false" } : null;
}

function factFrom(value: Json, kind: Kind, feature: VenueFeatureId): VenueFact | null {
  switch (kind) {
    case "yes-no":
      return typeof value === "boolean" ? value : null;
    case "no-yes":
      return typeof value === "boolean" ? !value : null;
    case "no-only":
      return value === false ? false : null;
    case "count":
      return typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : null;
    case "grade":
      return value === "fully" ? true : value === "not" ? false : null;
    case "length":
      return inUnits(value, metresPer, "meter", unitOf(feature) === "mm" ? 0.001 : 1);
    case "slope":
      return slopeIn(value);
    case "sound":
      return inUnits(value, decibels, "dB", 1);
  }
}

function writtenAs({ kind, feature }: Mapping, fact: VenueFact): Json | undefined {
  switch (kind) {
    case "yes-no":
      return typeof fact === "boolean" ? fact : undefined;
    case "no-yes":
      return typeof fact === "boolean" ? !fact : undefined;
    case "no-only":
      return fact === false ? false : undefined;
    case "grade":
      return typeof fact === "boolean" ? (fact ? "fully" : "not") : undefined;
    case "count":
      return fact === true ? undefined : Number(fact);
    case "length":
      return typeof fact === "number" ? { value: fact, unit: unitOf(feature) } : undefined;
    case "slope":
      return typeof fact === "number" ? { value: fact, unit: "%" } : undefined;
    case "sound":
      return typeof fact === "number" ? { value: fact, unit: "dB" } : undefined;
  }
}

// Sets or takes out one leaf. A count of nought is written as null where the thing itself stands: there is none.
function put(place: JsonObject, mapping: Mapping, written: Json | undefined): JsonObject {
  const properties = place["properties"];
  const accessibility = accessibilityOf(place);
  const changed = putAt(isObject(accessibility) ? accessibility : {}, mapping.way, mapping, written);
  return { ...place, properties: { ...(isObject(properties) ? properties : {}), accessibility: changed } };
}

function putAt(here: JsonObject, way: readonly Step[], mapping: Mapping, written: Json | undefined): JsonObject {
  const [step, ...rest] = way;
  if (step === undefined) return withKey(here, mapping.leaf, written);
  if (typeof step !== "string") return putInList(here, step, rest, mapping, written);
  const next = here[step];
  const isOwn = rest.length === 0 && mapping.kind === "count";
  if (isOwn && written === 0) return { ...here, [step]: null };
  if (mapping.kind === "count" && written === undefined && next === null) return withKey(here, step, undefined);
  if (isOwn && written === undefined && isEmptyBut(next, mapping.leaf)) return withKey(here, step, undefined);
  if (written === undefined && !isObject(next)) return here;
  // "There are none" is still said beside what else is known of them.
  const begun: JsonObject = next === null && rest.length === 0 && countedIn.has(step) ? { count: 0 } : {};
  return { ...here, [step]: putAt(isObject(next) ? next : begun, rest, mapping, written) };
}

const countedIn: ReadonlySet<string> = new Set(["forWheelchairUsers", "wheelchairPlaces"]);

function putInList(
  here: JsonObject,
  { list, pick }: { readonly list: string; readonly pick: Pick },
  rest: readonly Step[],
  mapping: Mapping,
  written: Json | undefined,
): JsonObject {
  const found = here[list];
  const items = isList(found) ? found : [];
  if (mapping.feature === "toilet-accessible") return putAccessible(here, items, found === null, written);
  const at = items.findIndex((one) => one === pickFrom(items, pick));
  if (at < 0 && written === undefined) return here;
  const item = items[at];
  const begun = isObject(item) ? item : newItem(pick);
  const changed = putAt(begun, rest, mapping, written);
  return { ...here, [list]: at < 0 ? [...items, changed] : items.with(at, changed) };
}

function putAccessible(here: JsonObject, items: readonly Json[], isNone: boolean, written: Json | undefined): JsonObject {
  const key = "isAccessibleWithWheelchair";
  if (written === undefined) {
    if (isNone) return withKey(here, "restrooms", undefined);
    return { ...here, restrooms: items.map((one) => (isObject(one) ? withKey(one, key, undefined) : one)) };
  }
  if (written === false) {
    const all = items.map((one) => (isObject(one) ? { ...one, [key]: false } : one));
    return { ...here, restrooms: all.length === 0 ? [{ [key]: false }] : all };
  }
  const at = items.findIndex((one) => one === pickFrom(items, "accessible-restroom"));
  const item = items[at];
  return { ...here, restrooms: at < 0 || !isObject(item) ? [...items, { [key]: true }] : items.with(at, { ...item, [key]: true }) };
}

function newItem(pick: Pick): JsonObject {
  if (pick === "main-entrance") return { properties: { isMainEntrance: true } };
  return pick === "lift" ? { category: "elevator" } : {};
}

/** One object out of a list; nothing when it is not certain which. */
function pickFrom(list: Json | undefined, pick: Pick): JsonObject | undefined {
  if (!isList(list)) return undefined;
  const items = list.filter(isObject);
  const onlyOf = (some: readonly JsonObject[]): JsonObject | undefined => (some.length === 1 ? some[0] : undefined);
  switch (pick) {
    case "only":
      return items.length === list.length ? onlyOf(items) : undefined;
    case "lift":
      return onlyOf(items.filter((one) => one["category"] === "elevator"));
    case "main-entrance": {
      const main = items.filter((one) => isObject(one["properties"]) && one["properties"]["isMainEntrance"] === true);
      return main.length === 0 ? onlyOf(items.filter((one) => !isSideEntrance(one))) : onlyOf(main);
    }
    case "accessible-restroom": {
      const known = items.filter((one) => one["isAccessibleWithWheelchair"] === true);
      return known.length === 0 ? onlyOf(items.filter((one) => one["isAccessibleWithWheelchair"] === undefined)) : onlyOf(known);
    }
  }
}

function isSideEntrance(one: JsonObject): boolean {
  return isObject(one["properties"]) && one["properties"]["isMainEntrance"] === false;
}

const metresPer: Readonly<Record<string, number>> = {
  m: 1,
  meter: 1,
  meters: 1,
  metre: 1,
  metres: 1,
  cm: 0.01,
  centimeter: 0.01,
  centimeters: 0.01,
  mm: 0.001,
  millimeter: 0.001,
  millimeters: 0.001,
  in: 0.0254,
  inch: 0.0254,
  inches: 0.0254,
  ft: 0.3048,
  foot: 0.3048,
  feet: 0.3048,
};
const decibels: Readonly<Record<string, number>> = { dB: 1, "dB(A)": 1 };

type Quantity = { readonly value: number; readonly unit: string };

// An exact figure only: "at least", "about" and ranges would have to be guessed at.
function quantityIn(value: Json, usualUnit: string): Quantity | null {
  if (typeof value === "string") {
    const read = /^\s*=?=?\s*(\d+(?:\.\d+)?)\s*(\D*)$/u.exec(value);
    return read === null ? null : { value: Number(read[1]), unit: (read[2] ?? "").trim() || usualUnit };
  }
  if (!isObject(value) || typeof value["value"] !== "number") return null;
  const { operator, min, max, unit } = value as { operator?: Json; min?: Json; max?: Json; unit?: Json };
  if ((operator !== undefined && operator !== "==" && operator !== "=") || min !== undefined || max !== undefined) return null;
  if (unit !== undefined && typeof unit !== "string") return null;
  return { value: value["value"], unit: unit ?? usualUnit };
}

function inUnits(value: Json, units: Readonly<Record<string, number>>, usualUnit: string, unit: number): number | null {
  const quantity = quantityIn(value, usualUnit);
  const by = quantity === null ? undefined : units[quantity.unit];
  if (quantity === null || by === undefined || quantity.value < 0) return null;
  return Math.round(((quantity.value * by) / unit) * 100) / 100;
}

// A slope is in degrees unless it says percent; we keep percent.
function slopeIn(value: Json): number | null {
  const quantity = quantityIn(value, "deg");
  if (quantity === null || quantity.value < 0) return null;
  if (quantity.unit === "%" || quantity.unit === "percent") return quantity.value;
  if (!["deg", "degree", "degrees", "°"].includes(quantity.unit) || quantity.value >= 90) return null;
  return Math.round(Math.tan((quantity.value * Math.PI) / 180) * 1000) / 10;
}

function accessibilityOf(place: JsonObject): Json | undefined {
  const properties = place["properties"];
  return isObject(properties) ? properties["accessibility"] : undefined;
}

function nameOf({ way, leaf }: Mapping): string {
  return ["accessibility", ...way.map((step) => (typeof step === "string" ? step : `${step.list}[]`)), leaf].join(".");
}

function unitOf(feature: VenueFeatureId): string {
  const { criterion } = venueFeatureOf(feature);
  return criterion.is === "yes" ? "" : criterion.unit;
}

function withKey(here: JsonObject, key: string, value: Json | undefined): JsonObject {
  if (value !== undefined) return { ...here, [key]: value };
  return Object.fromEntries(Object.entries(here).filter(([name]) => name !== key));
}

function isEmptyBut(value: Json | undefined, leaf: string): boolean {
  return isObject(value) && Object.keys(value).every((key) => key === leaf);
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
