import { describe, expect, test } from "vitest";
import { venueFeatureIds, venueFeatureOf } from "#app/domain/access/venue-features.ts";
import { factsInTags, featuresReadFromTags, readTags, tagsLeftOut } from "#app/domain/venues/openstreetmap.ts";

const offeredBy = (tags: Readonly<Record<string, string>>) =>
  Object.fromEntries(factsInTags(new Map(Object.entries(tags))).offered.map(({ featureId, value }) => [featureId, value]));

describe("tags of OpenStreetMap", () => {
  test("about wheelchairs, toilets, loops, doors and kerbs become facts", () => {
    expect(
      offeredBy({
        building: "yes",
        wheelchair: "yes",
        "toilets:wheelchair": "no",
        hearing_loop: "yes",
        "door:width": "0.9",
        kerb: "lowered",
      }),
    ).toEqual({
      "step-free-route-to-room": true,
      "toilet-accessible": false,
      "loop-present": true,
      "internal-door-width": 900,
      "drop-off-step-free": true,
    });
  });

  test("“limited” may be a step of 7 cm: the threshold is not met, and nothing else is said", () => {
    expect(offeredBy({ wheelchair: "limited" })).toEqual({ "entrance-threshold": false });
  });

  test("say nothing where they say too little", () => {
    expect(
      offeredBy({ wheelchair: "unknown", hearing_loop: "limited", dog: "no", internet_access: "wlan", "changing_table:adult": "yes" }),
    ).toEqual({});
  });

  test("mean what the object is: a width belongs to a bay, a path or an entrance, and to no building", () => {
    expect(offeredBy({ amenity: "parking_space", width: "3.6 m" })).toEqual({ "parking-bay-width": 3600 });
    expect(offeredBy({ highway: "footway", width: "120 cm", incline: "-6%" })).toEqual({ "approach-width": 1200, "approach-gradient": 6 });
    expect(offeredBy({ entrance: "main", width: "2'11\"" })).toEqual({ "entrance-door-width": 889 });
    expect(offeredBy({ building: "yes", width: "12" })).toEqual({});
  });

  test("a steep path in words is no measurement", () => {
    expect(offeredBy({ highway: "footway", incline: "up" })).toEqual({});
  });

  test("keep what was written and where, and list what was not used", () => {
    const read = factsInTags(
      new Map([
        ["hearing_loop", "yes"],
        ["kerb", "rolled"],
        ["name", "Made-up Hall"],
      ]),
    );
    expect(read.offered).toEqual([{ featureId: "loop-present", value: true, foundAt: "hearing_loop", written: "hearing_loop=yes" }]);
    expect(read.unused).toEqual(["kerb=rolled"]);
  });

  test("every tag of the catalogue is read or left out on purpose", () => {
    for (const feature of venueFeatureIds) {
      if (venueFeatureOf(feature).osm === undefined) continue;
      expect([feature, featuresReadFromTags.has(feature) || tagsLeftOut.has(feature)]).toEqual([feature, true]);
      expect([feature, featuresReadFromTags.has(feature) && tagsLeftOut.has(feature)]).toEqual([feature, false]);
    }
  });
});

describe("what people paste", () => {
  test("is read as lines or as the JSON of one object", () => {
    const asLines = readTags("wheelchair = yes\r\nhearing_loop=no\nnot a tag");
    expect(asLines.ok && [...asLines.value]).toEqual([
      ["wheelchair", "yes"],
      ["hearing_loop", "no"],
    ]);
    const asJson = readTags(
      JSON.stringify({
        elements: [
          { type: "way", id: 1, tags: { wheelchair: "yes" } },
          { type: "node", id: 2 },
        ],
      }),
    );
    expect(asJson.ok && [...asJson.value]).toEqual([["wheelchair", "yes"]]);
  });

  test("is refused when it is nothing we can read, or several objects at once", () => {
    expect(readTags("hello")).toMatchObject({ refusal: "nothing-read" });
    expect(readTags("{")).toMatchObject({ refusal: "nothing-read" });
    expect(readTags(JSON.stringify({ elements: [{ tags: { a: "1" } }, { tags: { b: "2" } }] }))).toMatchObject({
      refusal: "several-objects",
    });
  });
});
