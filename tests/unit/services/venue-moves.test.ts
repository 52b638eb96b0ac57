// A venue with another address: whether the building is another one is asked, and then nothing of the old one counts. The town is what
// somebody wrote or a file says, and is never read out of an address.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { placeInA11yJson, placeInTags } from "#app/domain/venues/place.ts";
import { readUpload } from "#app/services/files.server.ts";
import { confirmImport, keepImport, previewImport } from "#app/services/csv-import.server.ts";
import { exportVenues, venueImport } from "#app/services/venue-lists.server.ts";
import { addPhotoFor, photosForPaper } from "#app/services/venue-photos.server.ts";
import { addVenueFor, changeVenue, findVenueFor, listVenuesFor, type HasMoved } from "#app/services/venues.server.ts";
import { importButton } from "#app/words/lists-from-files.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { harbourSign } from "#tests/support/pictures.ts";
import { actionsAbout, factAt, said, venueDesk, type VenueDesk } from "#tests/support/venue-desk.ts";

let opened: TestInstance;
let desk: VenueDesk;
const now = () => opened.context();

beforeEach(async () => {
  opened = await testInstance();
  desk = await venueDesk(opened);
  await said(now(), desk, "entrance-door-width", 850, { source: "we-measured", on: "2026-10-20" });
  await said(now(), desk, "loop-present", true, { source: "we-measured", on: "2026-11-23" });
});
afterEach(() => opened.close());

async function venue() {
  const found = await findVenueFor(now(), desk.asha, desk.venueId);
  if (!found.ok) throw new Error(found.refusal);
  return found.value;
}

async function change(address: string, hasMoved?: HasMoved) {
  const { name, contactName, contactEmail, contactPhone, version, coordinates } = await venue();
  const details = { name, address, contactName, contactEmail, contactPhone, changedOn: null, coordinates };
  return changeVenue(now(), desk.asha, { venueId: desk.venueId, version }, { ...details, ...(hasMoved === undefined ? {} : { hasMoved }) });
}

const known = async () => [(await factAt(now(), desk, "entrance-door-width")).value, (await factAt(now(), desk, "loop-present")).value];

describe("another address for a venue", () => {
  test("is not taken before somebody says whether the building is another one", async () => {
    expect(await change("9 Weir Road\nHalifax")).toMatchObject({ ok: false, refusal: "say-whether-moved" });
    expect((await venue()).address).toBe("1 Kiln Lane\nLeeds");
    // The same address in other letters is no other address.
    expect((await change("1 KILN LANE\nLeeds")).ok).toBe(true);
    expect(await known()).toEqual([850, true]);
  });

  test("that is a correction leaves what is known", async () => {
    expect((await change("1 Kiln Lane\nLeeds LS1 4AP", "no")).ok).toBe(true);
    expect(await known()).toEqual([850, true]);
  });

  test("of another building leaves nothing known, what was measured today included, until somebody looks there", async () => {
    const upload = await readUpload(now(), new File([new Uint8Array(harbourSign)], "door.png", { type: "image/png" }));
    if (!upload.ok) throw new Error(upload.refusal);
    await addPhotoFor(now(), desk.asha, desk.venueId, { feature: null, shows: "The old door", upload: upload.value });
    expect((await change("9 Weir Road\nHalifax", "yes")).ok).toBe(true);
    expect(await known()).toEqual([null, null]);
    expect((await factAt(now(), desk, "entrance-door-width")).standing.is).toBe("too-old");
    expect((await factAt(now(), desk, "loop-present")).statements).toHaveLength(1);
    expect(await photosForPaper(now(), desk.asha, desk.venueId)).toMatchObject({ value: { shown: [], left: { notLookedAt: 1 } } });
    expect(await actionsAbout(now(), desk.venueId)).toContain("venue-moved");
    const later = opened.context("2026-11-24T10:00:00.000Z");
    await said(later, desk, "loop-present", false, { source: "we-measured", on: "2026-11-24" });
    expect((await factAt(later, desk, "loop-present")).value).toBe(false);
  });
});

describe("a line of a list of venues", () => {
  async function preview(...lines: readonly string[]) {
    const text = ["Name,Address,Town,Has moved", ...lines].join("\n");
    const kept = await keepImport(now(), desk.asha, venueImport, { name: "venues.csv", bytes: Buffer.from(text) });
    if (!kept.ok) throw new Error(kept.refusal.problem);
    const seen = await previewImport(now(), desk.asha, venueImport, kept.value.importId);
    if (!seen.ok || seen.value.state !== "open") throw new Error("No preview");
    return seen.value.preview;
  }

  test("that says its venue has moved says so before anything changes, and then nothing known there counts", async () => {
    const shown = await preview('Kiln Hall,"9 Weir Road, Halifax",Halifax,yes', "Mill Rooms,2 Mill Row,Leeds,");
    expect(shown.lines.map(({ outcome }) => outcome)).toEqual(["change", "add"]);
    expect(shown.lines[0]?.because.join(" ")).toContain("It has moved. It is on file at 1 Kiln Lane, Leeds.");
    expect(importButton(shown.counts, { one: "venue", many: "venues" })).toBe("Add 1 venue and change 1");
    expect((await venue()).address).toBe("1 Kiln Lane\nLeeds");
    const taken = await confirmImport(now(), desk.asha, venueImport, { importId: shown.importId, seen: shown.seen });
    expect(taken).toMatchObject({ ok: true, value: { added: 1, changed: 1, left: 0 } });
    expect(await venue()).toMatchObject({ address: "9 Weir Road, Halifax", town: "Halifax", contactEmail: "hall@example.org" });
    expect(await known()).toEqual([null, null]);
    const again = await confirmImport(now(), desk.asha, venueImport, { importId: shown.importId, seen: shown.seen });
    expect(again).toMatchObject({ ok: true, value: { added: 1, changed: 1, left: 0 } });
  });

  test("with another address and no word of a move adds another venue, and asks", async () => {
    const [line] = (await preview("Kiln Hall,9 Weir Road,Halifax,")).lines;
    expect(line).toMatchObject({ outcome: "add" });
    expect(line?.because.join(" ")).toContain("If it has moved, write yes under “Has moved” in this line");
  });

  test.each([
    ["Nowhere House,9 Weir Road,,yes", "Has moved says yes, and no venue of this name is on file"],
    ["Kiln Hall,,,yes", "Enter the address it has moved to"],
    ["Kiln Hall,9 Weir Road,,perhaps", "Has moved must be yes, no or empty"],
  ])("that cannot be followed is to mend: %s", async (line, because) => {
    expect((await preview(line)).lines[0]).toMatchObject({ outcome: "problem", because: [because] });
  });

  test("moves nothing where two venues have the name, and one venue once", async () => {
    const twice = await preview("Kiln Hall,9 Weir Road,,yes", "Kiln Hall,8 Weir Road,,yes");
    expect(twice.lines.map(({ outcome }) => outcome)).toEqual(["change", "already-there"]);
    await addVenueFor(now(), desk.asha, { name: "Kiln Hall", address: "7 Weir Road", contactName: "", contactEmail: "", contactPhone: "" });
    expect((await preview("Kiln Hall,9 Weir Road,,yes")).lines[0]).toMatchObject({ outcome: "problem" });
  });

  test("carries the town out and in again", async () => {
    await addVenueFor(now(), desk.asha, {
      name: "Mill Rooms",
      address: "2 Mill Row",
      town: "Leeds",
      contactName: "",
      contactEmail: "",
      contactPhone: "",
    });
    expect(await exportVenues(now(), desk.asha)).toContain("Mill Rooms,2 Mill Row,Leeds,");
  });
});

describe("the town of a venue", () => {
  test("is not read out of its address", async () => {
    expect((await listVenuesFor(now(), desk.asha)).map(({ town }) => town)).toEqual([""]);
    expect(placeInTags(new Map([["addr:street", "Mill Row"]]), "").map(({ kind }) => kind)).toEqual(["address"]);
    expect(placeInA11yJson({ properties: { address: "2 Mill Row, Leeds" } }).map(({ kind }) => kind)).toEqual(["address"]);
  });

  test("is offered where a file names one of its own", () => {
    expect(placeInTags(new Map([["addr:city", "Leeds"]]), "")).toEqual([
      { kind: "town", value: "Leeds", foundAt: "addr:city", written: "Leeds" },
    ]);
    const read = placeInA11yJson({ properties: { address: { street: "Mill Row", city: { "en-GB": "Leeds" } } } });
    expect(read.find(({ kind }) => kind === "town")).toMatchObject({ value: "Leeds", foundAt: "properties.address.city" });
  });
});

test("the day a venue moved is today, for whoever asks why its facts are too old", async () => {
  await change("9 Weir Road", "yes");
  expect((await venue()).changedOn).toBe(calendarDateOf("2026-11-23"));
});
