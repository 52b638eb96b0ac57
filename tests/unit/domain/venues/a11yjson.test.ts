import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { venueFeatureIds, venueFeatureOf, type VenueFeatureId } from "#app/domain/access/venue-features.ts";
import type { VenueFact, VenueFacts } from "#app/domain/meetings/meeting.ts";
import { factsInPlace, featuresInA11yJson, pathsLeftOut, placeWith, readPlace, type JsonObject } from "#app/domain/venues/a11yjson.ts";

const place = (accessibility: unknown): JsonObject => ({ properties: { category: "community_centre", accessibility } }) as JsonObject;
const factsIn = (from: JsonObject): VenueFacts => Object.fromEntries(factsInPlace(from).map(({ featureId, value }) => [featureId, value]));

describe("A11yJSON", () => {
  test("null means that there is none, and an absent property means that nobody knows", () => {
    expect(factsIn(place({ wheelchairPlaces: null, restrooms: null, parking: { forWheelchairUsers: null } }))).toEqual({
      "wheelchair-spaces": 0,
      "toilet-accessible": false,
      "parking-accessible-bay-count": 0,
    });
    expect(factsIn(place({}))).toEqual({});
    expect(factsIn(place(null))).toEqual({});
    expect(factsIn({ properties: { category: "hall" } })).toEqual({});
  });

  test("what is there and not counted is not known", () => {
    expect(factsIn(place({ wheelchairPlaces: {} }))).toEqual({});
  });

  test("lengths come in the unit of the fact, whatever unit they were written in", () => {
    const door = (width: unknown) => factsIn(place({ entrances: [{ properties: { isMainEntrance: true, door: { width } } }] }));
    for (const width of ["86 cm", "0.86 m", { value: 0.86 }, { value: 86, unit: "cm" }, { value: 860, unit: "mm", operator: "==" }]) {
      expect(door(width)).toEqual({ "entrance-door-width": 860 });
    }
  });

  test("a range, “at least” and “about” are no measurement", () => {
    const door = (width: unknown) => factsIn(place({ entrances: [{ properties: { isMainEntrance: true, door: { width } } }] }));
    for (const width of [
      ">= 86 cm",
      "~ 86 cm",
      "80 ... 90 cm",
      { value: 86, unit: "cm", operator: ">=" },
      { min: 80, max: 90, unit: "cm" },
      "86 ells",
    ]) {
      expect(door(width)).toEqual({});
    }
  });

  test("of several entrances the main one is read, and none where it is not certain which is", () => {
    const one = { properties: { door: { width: "86 cm" } } };
    const main = { properties: { isMainEntrance: true, door: { width: "90 cm" } } };
    expect(factsIn(place({ entrances: [one, main] }))).toEqual({ "entrance-door-width": 900 });
    expect(factsIn(place({ entrances: [one, one] }))).toEqual({});
  });

  test("a toilet is accessible if one is, and not accessible only if all are known not to be", () => {
    const toilets = (...said: readonly (boolean | undefined)[]) =>
      factsIn(place({ restrooms: said.map((isAccessibleWithWheelchair) => ({ isAccessibleWithWheelchair })) }))["toilet-accessible"];
    expect(toilets(false, true)).toBe(true);
    expect(toilets(false, false)).toBe(false);
    expect(toilets(false, undefined)).toBeUndefined();
    expect(toilets()).toBeUndefined();
  });

  test("“partially” is no answer about a route without steps", () => {
    expect(factsIn(place({ wheelchairAccessibilityGrade: "fully" }))).toEqual({ "step-free-route-to-room": true });
    expect(factsIn(place({ wheelchairAccessibilityGrade: "partially" }))).toEqual({});
  });

  test("a bench for adults is not yet a Changing Places toilet", () => {
    const bench = (has: boolean) => factsIn(place({ restrooms: [{ isAccessibleWithWheelchair: true, hasChangingTableForAdults: has }] }));
    expect(bench(true)["changing-places"]).toBeUndefined();
    expect(bench(false)["changing-places"]).toBe(false);
  });

  test("text that is no JSON, or no place, is refused by name", () => {
    expect(readPlace("{")).toMatchObject({ refusal: "not-json" });
    expect(readPlace("[]")).toMatchObject({ refusal: "no-place" });
    expect(readPlace('{"type":"Feature"}')).toMatchObject({ refusal: "no-place" });
  });

  test("every path of the catalogue is read or left out on purpose, and never both", () => {
    for (const feature of venueFeatureIds) {
      const hasPath = venueFeatureOf(feature).a11yJsonPath !== undefined;
      expect([feature, featuresInA11yJson.has(feature) || pathsLeftOut.has(feature)]).toEqual([feature, hasPath]);
      expect([feature, featuresInA11yJson.has(feature) && pathsLeftOut.has(feature)]).toEqual([feature, false]);
    }
  });
});

const noOnly: ReadonlySet<VenueFeatureId> = new Set(["stairs-handrails", "wifi-guest", "toilet-alarm", "changing-places"]);
const counted: ReadonlySet<VenueFeatureId> = new Set(["parking-accessible-bay-count", "wheelchair-spaces"]);
const ofTheToilet = (feature: VenueFeatureId): boolean => /^toilet-|^changing-places$/u.test(feature) && feature !== "toilet-accessible";

function valueOf(feature: VenueFeatureId): fc.Arbitrary<VenueFact> {
  if (noOnly.has(feature)) return fc.constant(false);
  if (counted.has(feature)) return fc.nat({ max: 20 });
  return venueFeatureOf(feature).criterion.is === "yes"
    ? fc.boolean()
    : fc.integer({ min: 0, max: 900_000 }).map((hundredths) => hundredths / 100);
}
// A toilet that is not accessible has no measurements of an accessible one.
const anyFacts: fc.Arbitrary<VenueFacts> = fc
  .record(Object.fromEntries([...featuresInA11yJson].map((feature) => [feature, valueOf(feature)])), { requiredKeys: [] })
  .map((facts) => {
    const known = facts as VenueFacts;
    if (known["toilet-accessible"] !== false) return known;
    return Object.fromEntries(Object.entries(known).filter(([feature]) => !ofTheToilet(feature as VenueFeatureId)));
  });

const quantity = fc.oneof(
  fc.integer({ min: 1, max: 500 }).map((value) => `${String(value)} cm`),
  fc.record({ value: fc.integer({ min: 1, max: 5 }), unit: fc.constantFrom("m", "meter") }),
);
const yesNo = fc.boolean();
const objectOf = (fields: Readonly<Record<string, fc.Arbitrary<unknown>>>) => fc.record(fields, { requiredKeys: [] });
const orNull = (arbitrary: fc.Arbitrary<unknown>) => fc.oneof(arbitrary, fc.constant(null));
const door = objectOf({ width: quantity, thresholdHeight: quantity, isAutomaticOrAlwaysOpen: yesNo, colors: fc.constant(["#fff"]) });
/** Any place, with objects that are there, known not to be there, and not mentioned. */
const anyPlace: fc.Arbitrary<JsonObject> = objectOf({
  accessibility: orNull(
    objectOf({
      parking: orNull(objectOf({ count: fc.nat(9), forWheelchairUsers: orNull(objectOf({ count: fc.nat(9), width: quantity })) })),
      pathways: orNull(objectOf({ width: quantity, isKerbstoneFree: yesNo })),
      entrances: orNull(
        fc.array(objectOf({ properties: objectOf({ isMainEntrance: yesNo, door: orNull(door), slopeAngle: quantity }) }), { maxLength: 3 }),
      ),
      restrooms: orNull(
        fc.array(
          objectOf({
            isAccessibleWithWheelchair: yesNo,
            entrance: objectOf({ door }),
            toilet: objectOf({ spaceOnUsersLeftSide: quantity }),
          }),
          { maxLength: 3 },
        ),
      ),
      wheelchairPlaces: orNull(objectOf({ count: fc.nat(9), hasSpaceForAssistant: yesNo })),
      tables: orNull(fc.array(objectOf({ fixedHeight: quantity }), { maxLength: 2 })),
      hasInductionLoop: yesNo,
      hasBackgroundMusic: yesNo,
      wheelchairAccessibilityGrade: fc.constantFrom("fully", "partially", "not"),
      smokingPolicy: fc.constant("prohibited"),
    }),
  ),
  name: fc.constant({ "en-GB": "A hall" }),
  address: fc.constant(null),
}).map((properties) => JSON.parse(JSON.stringify({ properties: { category: "hall", ...properties } })) as JsonObject);

describe("for any facts and any place", () => {
  test("what is written is read again as it was: known none, not known, and every value", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(factsIn(placeWith(facts))).toEqual(facts);
      }),
    );
  });

  test("writing what was read changes nothing: null stays null, and absent stays absent", () => {
    fc.assert(
      fc.property(anyPlace, (one) => {
        expect(placeWith(factsIn(one), one)).toEqual(one);
      }),
    );
  });

  test("a fact that is not known any more is absent, and nothing that is not ours is lost", () => {
    fc.assert(
      fc.property(anyPlace, (one) => {
        const emptied = placeWith({}, one);
        expect(factsIn(emptied)).toEqual({});
        expect((emptied["properties"] as JsonObject)["address"]).toEqual((one["properties"] as JsonObject)["address"]);
      }),
    );
  });
});
