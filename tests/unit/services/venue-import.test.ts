// Facts from other people's files: offered, looked at line by line, and on record only when somebody approves them.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import {
  decideImport,
  exportPlace,
  findVenueImport,
  listVenueImportsFor,
  offerFacts,
  type FactsFile,
} from "#app/services/venue-import.server.ts";
import { sunsetFor } from "#app/services/sunset.server.ts";
import { changeVenue, findVenueFor } from "#app/services/venues.server.ts";
import { askedVenue } from "#tests/support/asked-venue.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { actionsAbout, factAt, said, venueDesk, type VenueDesk } from "#tests/support/venue-desk.ts";

let opened: TestInstance;
let desk: VenueDesk;

beforeAll(async () => {
  opened = await testInstance();
});
afterAll(() => opened.close());
beforeEach(async () => {
  desk = await venueDesk(opened);
});

const now = () => opened.context();
const checkedOn = calendarDateOf("2026-11-02");
const tags = (content: string): FactsFile => ({ kind: "openstreetmap", origin: "OpenStreetMap, node 1", checkedOn, content });
const place = (accessibility: unknown, more: object = {}): FactsFile => ({
  kind: "a11yjson",
  origin: "Hall guide",
  checkedOn,
  content: JSON.stringify({ properties: { category: "community_centre", accessibility }, ...more }),
});

async function offered(file: FactsFile): Promise<string> {
  const kept = await offerFacts(now(), desk.asha, desk.venueId, file);
  if (!kept.ok) throw new Error(kept.refusal);
  return kept.value.importId;
}

async function decided(importId: string) {
  const found = await findVenueImport(now(), desk.asha, { venueId: desk.venueId, importId });
  if (!found.ok) throw new Error(found.refusal);
  return found.value;
}

describe("a file of facts", () => {
  test.each([
    ["no JSON", { ...place({}), content: "hello" }, "not-json"],
    ["JSON that is no place", { ...place({}), content: "[1,2]" }, "no-place"],
    ["a place that says nothing we know", place({}), "nothing-offered"],
    ["words where tags were wanted", tags("the hall is very accessible"), "nothing-read"],
    ["tags that say nothing about access", tags("building=yes\nname=Kiln Hall"), "nothing-offered"],
  ] as const)("with %s is refused, and nothing is kept", async (_name, file, refusal) => {
    expect(await offerFacts(now(), desk.asha, desk.venueId, file)).toEqual({ ok: false, refusal });
    expect(await listVenueImportsFor(now(), desk.asha, desk.venueId)).toEqual({ ok: true, value: [] });
  });

  test("waits: nothing of it is on record, and each line stands beside what we know", async () => {
    await said(now(), desk, "loop-present", false, { source: "we-measured" });
    const importId = await offered(tags("hearing_loop=yes\ntoilets:wheelchair=yes\ndoor:width=wide"));
    expect(await factAt(now(), desk, "toilet-accessible")).toMatchObject({ value: null, statements: [] });
    const { offered: lines, approved, unused } = await decided(importId);
    expect(approved).toBeNull();
    expect(unused).toEqual(["door:width=wide"]);
    expect(lines.toSorted((one, other) => one.featureId.localeCompare(other.featureId))).toMatchObject([
      { featureId: "loop-present", value: true, foundAt: "hearing_loop", known: { value: false } },
      { featureId: "toilet-accessible", value: true, known: null },
    ]);
  });

  test("puts only what was approved on record, with where it comes from and the day of the file", async () => {
    const importId = await offered(tags("hearing_loop=yes\ntoilets:wheelchair=yes"));
    const at = { venueId: desk.venueId, importId, version: 1 };
    expect(await decideImport(now(), desk.asha, at, ["toilet-accessible"])).toEqual({ ok: true, value: { saved: 1 } });
    expect(await factAt(now(), desk, "toilet-accessible")).toMatchObject({
      value: true,
      statements: [{ source: "map-data", saidBy: "OpenStreetMap, node 1", checkedOn: "2026-11-02", note: "(toilets:wheelchair=yes)" }],
    });
    expect((await factAt(now(), desk, "loop-present")).statements).toEqual([]);
    expect(await listVenueImportsFor(now(), desk.asha, desk.venueId)).toMatchObject({ value: [{ isWaiting: false, offered: 2 }] });
    expect((await actionsAbout(now(), desk.venueId)).slice(1)).toEqual(["venue-facts-offered", "venue-facts-approved"]);
  });

  test("approved does not beat what we measured: they disagree until a person settles it", async () => {
    await said(now(), desk, "loop-present", true, { source: "we-measured", on: "2026-10-01" });
    const importId = await offered(tags("hearing_loop=no"));
    await decideImport(now(), desk.asha, { venueId: desk.venueId, importId, version: 1 }, ["loop-present"]);
    expect(await factAt(now(), desk, "loop-present")).toMatchObject({ value: null, standing: { is: "disagree" } });
  });

  test("takes nothing that it did not offer, whatever is ticked", async () => {
    const importId = await offered(tags("hearing_loop=yes"));
    const at = { venueId: desk.venueId, importId, version: 1 };
    expect(await decideImport(now(), desk.asha, at, ["entrance-door-width", "no-such-thing"])).toEqual({ ok: true, value: { saved: 0 } });
    expect((await factAt(now(), desk, "entrance-door-width")).statements).toEqual([]);
  });

  test("is decided once: a second decision changes nothing", async () => {
    const importId = await offered(tags("hearing_loop=yes"));
    const at = { venueId: desk.venueId, importId, version: 1 };
    expect(await decideImport(now(), desk.asha, at, [])).toEqual({ ok: true, value: { saved: 0 } });
    for (const version of [1, 2]) {
      expect(await decideImport(now(), desk.asha, { ...at, version }, ["loop-present"])).toEqual({
        ok: false,
        refusal: "changed-by-someone-else",
      });
    }
    expect((await factAt(now(), desk, "loop-present")).statements).toEqual([]);
  });

  test("of another organisation's venue, or of another venue, is not found", async () => {
    const importId = await offered(tags("hearing_loop=yes"));
    const other = await venueDesk(opened);
    const notFound = { ok: false, refusal: "not-found" };
    expect(await offerFacts(now(), desk.stranger, desk.venueId, tags("hearing_loop=yes"))).toEqual(notFound);
    expect(await findVenueImport(now(), desk.stranger, { venueId: desk.venueId, importId })).toEqual(notFound);
    expect(await findVenueImport(now(), other.asha, { venueId: other.venueId, importId })).toEqual(notFound);
    expect(await decideImport(now(), desk.stranger, { venueId: desk.venueId, importId, version: 1 }, ["loop-present"])).toEqual(notFound);
    expect(await listVenueImportsFor(now(), desk.stranger, desk.venueId)).toEqual(notFound);
    expect(await exportPlace(now(), desk.stranger, desk.venueId)).toEqual(notFound);
  });
});

describe("a venue as A11yJSON", () => {
  const exported = async () => {
    const out = await exportPlace(now(), desk.asha, desk.venueId);
    if (!out.ok) throw new Error(out.refusal);
    return JSON.parse(out.value.text) as { properties: { name: unknown; accessibility?: { [key: string]: unknown } } };
  };

  test("says what may be relied on, and nothing that is too old, disagreed on or not known", async () => {
    await said(now(), desk, "toilet-accessible", false);
    await said(now(), desk, "loop-present", true, { on: "2026-01-01" });
    const { properties } = await exported();
    expect(properties.name).toEqual({ "en-GB": "Kiln Hall" });
    expect(properties.accessibility).toHaveProperty("restrooms");
    expect(JSON.stringify(properties)).not.toContain("inductionLoop");
  });

  test("keeps what came with the newest file and is not about our facts: null stays null, and absent stays absent", async () => {
    await offered(place({ wheelchairPlaces: { count: 2 }, smokingPolicy: null }, { context: "kept" }));
    const { properties, ...rest } = await exported();
    expect(rest).toMatchObject({ context: "kept" });
    expect(properties.accessibility).toHaveProperty("smokingPolicy", null);
    expect(properties.accessibility).not.toHaveProperty("pathways");
  });
});

describe("where a venue is", () => {
  const kiln = { latitude: 53.7997, longitude: -1.5492 };
  const venueNow = async () => {
    const found = await findVenueFor(now(), desk.asha, desk.venueId);
    if (!found.ok) throw new Error(found.refusal);
    return found.value;
  };

  test("waits with the facts, goes on record when approved with who said so, and the sun sets by it", async () => {
    const { meeting, venueId: there } = await askedVenue(now(), desk.asha);
    desk = { ...desk, venueId: there };
    const before = await venueNow();
    const importId = await offered(
      tags("hearing_loop=yes\naddr:housenumber=4\naddr:street=Mill Row\naddr:city=Leeds\nlat=53.7997\nlon=-1.5492"),
    );
    expect((await venueNow()).coordinates).toEqual(before.coordinates);
    expect((await decided(importId)).place).toMatchObject([
      { kind: "address", value: "4 Mill Row\nLeeds" },
      { kind: "town", value: "Leeds" },
      { kind: "coordinates", value: kiln },
    ]);
    await decideImport(now(), desk.asha, { venueId: desk.venueId, importId, version: 1 }, ["coordinates"]);
    const after = await venueNow();
    expect(after).toMatchObject({ coordinates: kiln, address: before.address });
    expect(after.placeSaidBy.coordinates).toEqual({ source: "map-data", saidBy: "OpenStreetMap, node 1", checkedOn: "2026-11-02" });
    const sunset = await sunsetFor(now(), desk.asha, meeting.reference);
    expect(sunset).toMatchObject({ ok: true, value: { known: { by: "worked-out" } } });
  });

  test("typed afterwards, it counts as typed, and what a map said before is kept", async () => {
    const importId = await offered(tags("hearing_loop=yes\nlat=53.7997\nlon=-1.5492"));
    await decideImport(now(), desk.asha, { venueId: desk.venueId, importId, version: 1 }, ["coordinates"]);
    const { venueId, version, name, address, contactName, contactEmail, contactPhone, changedOn } = await venueNow();
    const typed = { latitude: 53.8, longitude: -1.55 };
    const details = { name, address, contactName, contactEmail, contactPhone, changedOn, coordinates: typed };
    expect(await changeVenue(opened.context("2026-11-23T11:00:00.000Z"), desk.asha, { venueId, version }, details)).toMatchObject({
      ok: true,
    });
    expect((await venueNow()).placeSaidBy.coordinates).toMatchObject({ source: "typed", saidBy: desk.asha.name });
    const said = await now().db.query.venuePlaces.findMany({ where: (table, { eq }) => eq(table.venueId, venueId) });
    expect(said.map(({ kind, value, source }) => ({ kind, value, source }))).toEqual([
      { kind: "coordinates", value: "53.7997, -1.5492", source: "map-data" },
      { kind: "coordinates", value: "53.8, -1.55", source: "typed" },
    ]);
  });

  test.each([
    ["left out, it is not exported", [], undefined],
    ["approved, it is exported as it was written", ["coordinates"], { type: "Point", coordinates: [-1.5492, 53.7997, 41] }],
  ])("%s", async (_name, taken, geometry) => {
    const file = place({ hasInductionLoop: true }, { geometry: { type: "Point", coordinates: [-1.5492, 53.7997, 41] } });
    await decideImport(now(), desk.asha, { venueId: desk.venueId, importId: await offered(file), version: 1 }, taken);
    const exported = await exportPlace(now(), desk.asha, desk.venueId);
    if (!exported.ok) throw new Error(exported.refusal);
    expect((JSON.parse(exported.value.text) as { readonly geometry?: unknown }).geometry).toEqual(geometry);
  });
});
