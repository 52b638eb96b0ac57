// Where a venue is, out of A11yJSON and OpenStreetMap, and back into A11yJSON.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "#app/domain/venues/a11yjson.ts";
import { readTags } from "#app/domain/venues/openstreetmap.ts";
import { placedAt, placeInA11yJson, placeInTags, type KnownPlace } from "#app/domain/venues/place.ts";

const known = (place: JsonObject): KnownPlace => {
  const said = placeInA11yJson(place);
  const address = said.find((one) => one.kind === "address");
  const coordinates = said.find((one) => one.kind === "coordinates");
  return {
    address: address?.kind === "address" ? address.value : "",
    coordinates: coordinates?.kind === "coordinates" ? coordinates.value : null,
  };
};
const at = (coordinates: unknown, properties: unknown = {}) => ({ properties, geometry: { type: "Point", coordinates } }) as JsonObject;
const ofTags = (content: string) => {
  const tags = readTags(content);
  if (!tags.ok) throw new Error(tags.refusal);
  return placeInTags(tags.value, content).map(({ kind, value }) => ({ kind, value }));
};

describe("A11yJSON", () => {
  test("a position is longitude first, and one outside the United Kingdom is not read: it may be the wrong way round", () => {
    expect(known(at([-1.5492, 53.7997])).coordinates).toEqual({ latitude: 53.7997, longitude: -1.5492 });
    expect(known(at([53.7997, -1.5492])).coordinates).toBeNull();
    expect(known(at([0, 0])).coordinates).toBeNull();
  });

  test.each([
    ["nothing", undefined],
    ["null", null],
    ["a shape", { type: "Polygon", coordinates: [[[-1.5, 53.7]]] }],
    ["words", { type: "Point", coordinates: ["-1.5492", "53.7997"] }],
  ])("coordinates that are %s are not known", (_name, geometry) => {
    expect(known(JSON.parse(JSON.stringify({ properties: {}, geometry })) as JsonObject).coordinates).toBeNull();
  });

  test("an address is read from its words, or put together from its parts", () => {
    expect(known({ properties: { address: "4 Mill Row, Leeds" } }).address).toBe("4 Mill Row, Leeds");
    expect(known({ properties: { address: { text: { en: "4 Mill Row" }, city: "Leeds" } } }).address).toBe("4 Mill Row");
    const parts = { house: "4", street: { "en-GB": "Mill Row", de: "Mühlgasse" }, city: "Leeds", postalCode: "LS1 4AA" };
    expect(known({ properties: { address: parts } }).address).toBe("4 Mill Row\nLeeds\nLS1 4AA");
    expect(known({ properties: { address: null } }).address).toBe("");
  });
});

describe("OpenStreetMap", () => {
  test("a node says where it is, and anything else where its middle is", () => {
    const tags = { "addr:street": "Mill Row", "addr:housenumber": "4" };
    const where = { kind: "coordinates", value: { latitude: 53.7997, longitude: -1.5492 } };
    expect(ofTags(JSON.stringify({ lat: 53.7997, lon: -1.5492, tags }))).toEqual([{ kind: "address", value: "4 Mill Row" }, where]);
    expect(
      ofTags(JSON.stringify({ elements: [{ type: "way", center: { lat: 53.7997, lon: -1.5492 }, tags: { building: "yes" } }] })),
    ).toEqual([where]);
  });

  test("a town or a postcode alone is no address", () => {
    expect(ofTags("addr:postcode=LS1 4AA")).toEqual([]);
    expect(ofTags("addr:city=Leeds\naddr:postcode=LS1 4AA")).toEqual([{ kind: "town", value: "Leeds" }]);
    expect(ofTags("addr:housename=Kiln Hall\naddr:city=Leeds")).toEqual([
      { kind: "address", value: "Kiln Hall\nLeeds" },
      { kind: "town", value: "Leeds" },
    ]);
  });
});

const coordinates = fc.record({
  latitude: fc.double({ min: 49.5, max: 61.2, noNaN: true }),
  longitude: fc.double({ min: -9, max: 2.2, noNaN: true }).map((east) => (Object.is(east, -0) ? 0 : east)),
});
const line = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 ,'-]{0,30}[A-Za-z0-9]$/u);
const address = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join("\n"));
const anyKnown = fc.record({ address: fc.oneof(fc.constant(""), address), coordinates: fc.option(coordinates) });
const anyBefore = fc
  .record(
    {
      geometry: fc.oneof(
        fc.constant(null),
        coordinates.map(({ latitude, longitude }) => ({ type: "Point", coordinates: [longitude, latitude] })),
        coordinates.map(({ latitude, longitude }) => ({ type: "Point", coordinates: [longitude, latitude, 12] })),
        fc.constant({ type: "Point", coordinates: [53.8, -1.5] }),
        fc.constant({ type: "Polygon", coordinates: [] }),
      ),
      address: fc.oneof(
        fc.constant(null),
        address,
        address.map((text) => ({ text: { "en-GB": text }, countryCode: "GBR" })),
        fc.constant({ countryCode: "GBR" }),
      ),
    },
    { requiredKeys: [] },
  )
  .map(({ geometry, address: said }) => {
    const properties = said === undefined ? { category: "hall" } : { category: "hall", address: said };
    return geometry === undefined ? { properties } : { properties, geometry };
  });

describe("for any place", () => {
  test("what is written is read again as it was, wherever it is written", () => {
    fc.assert(
      fc.property(anyKnown, anyBefore, (place, before) => {
        expect(known(placedAt(place, before))).toEqual(place);
      }),
    );
  });

  test("writing what was read changes nothing: null stays null, and absent stays absent", () => {
    fc.assert(
      fc.property(anyBefore, (before) => {
        expect(placedAt(known(before), before)).toEqual(before);
      }),
    );
  });

  test("what is not known any more is absent, never null and never nought", () => {
    fc.assert(
      fc.property(anyKnown, (place) => {
        const written = placedAt({ address: "", coordinates: null }, placedAt(place, { properties: { category: "hall" } }));
        expect(written).toEqual({ properties: { category: "hall" } });
      }),
    );
  });
});
