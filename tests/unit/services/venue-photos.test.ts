// Photos of venues: told by content, without where and when they were taken, sealed, and only ever a download. The files here are
// the ones people attack with.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { largestUpload, readUpload } from "#app/services/files.server.ts";
import {
  addOwnPhoto,
  addPhotoFor,
  describePhoto,
  listOwnPhotos,
  listPhotosFor,
  openOwnPhoto,
  openPhoto,
  removePhoto,
} from "#app/services/venue-photos.server.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { actionsAbout, venueDesk, type VenueDesk } from "#tests/support/venue-desk.ts";
import { askedVenue } from "#tests/support/asked-venue.ts";

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
const file = (content: string | Buffer, name = "door.jpg", type = "image/jpeg") =>
  new File([typeof content === "string" ? Buffer.from(content, "latin1") : new Uint8Array(content)], name, { type });
const read = async (given: File | null) => readUpload(now(), given);
const refusal = async (given: File | null) => {
  const upload = await read(given);
  return upload.ok ? "taken" : upload.refusal;
};

const segment = (marker: number, body: string) =>
  `${String.fromCharCode(0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff)}${body}`;
const gps = "Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0GPS 53.7997 N 1.5492 W";
const jpeg = (after = "") => `\xff\xd8${segment(0xe1, gps)}${segment(0xfe, "taken by Rosa")}${segment(0xda, "scan")}dots\xff\xd9${after}`;

async function upload(given: File = file(jpeg())) {
  const taken = await read(given);
  if (!taken.ok) throw new Error(taken.refusal);
  return taken.value;
}

async function added(shows = "The front door"): Promise<string> {
  const kept = await addPhotoFor(now(), desk.asha, desk.venueId, { feature: "entrance-door-width", shows, upload: await upload() });
  if (!kept.ok) throw new Error(kept.refusal);
  return kept.value.photoId;
}

describe("a file sent as a photo", () => {
  test.each([
    ["a web page named .jpg", file("<!doctype html><script>alert(1)</script>", "door.jpg")],
    ["an SVG drawing named .png", file('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "door.png", "image/png")],
    ["an SVG drawing that says what it is", file('<?xml version="1.0"?><svg/>', "door.svg", "image/svg+xml")],
    ["a GIF that is a script as well", file("GIF89a/*\x01\0\x01\0*/=1;alert(1)", "door.gif", "image/gif")],
    ["a program", file("MZ\x90\0\x03", "door.jpg")],
    ["a zip", file("PK\x03\x04", "photos.jpg")],
    ["words", file("It is 82 cm, honestly", "door.jpg")],
  ])("%s is refused", async (_name, given) => {
    expect(await refusal(given)).toBe("not-a-photo-or-pdf");
  });

  test("is refused when it is too big, cut off, empty, missing or a HEIC, each by its own name", async () => {
    expect(await refusal(file(Buffer.concat([Buffer.from("\xff\xd8\xff", "latin1"), Buffer.alloc(largestUpload)])))).toBe("too-big");
    expect(await refusal(file(jpeg().slice(0, -4)))).toBe("damaged");
    expect(await refusal(file("", "door.jpg"))).toBe("not-a-photo-or-pdf");
    expect(await refusal(null)).toBe("nothing-chosen");
    expect(await refusal(new File([], ""))).toBe("nothing-chosen");
    expect(await refusal(file("\0\0\0\x18ftypheic", "door.heic"))).toBe("heic");
  });

  test("that unfolds into a huge picture is refused", async () => {
    const size = Buffer.alloc(13);
    size.writeUInt32BE(65_000, 0);
    size.writeUInt32BE(65_000, 4);
    const chunk = (name: string, body: string) => `\0\0\0${String.fromCharCode(body.length)}${name}${body}\0\0\0\0`;
    const bomb = `\x89PNG\r\n\x1a\n${chunk("IHDR", size.toString("latin1"))}${chunk("IDAT", "dots")}${chunk("IEND", "")}`;
    expect(await refusal(file(bomb, "door.png", "image/png"))).toBe("too-many-dots");
  });

  test("loses where it was taken, by whom, and the page hidden behind it", async () => {
    const { bytes, mediaType } = await upload(file(jpeg("<script>alert(1)</script>PK\x03\x04")));
    const text = Buffer.from(bytes).toString("latin1");
    expect(mediaType).toBe("image/jpeg");
    expect(text).toContain("dots");
    for (const secret of ["GPS", "53.7997", "Rosa", "<script>", "PK\x03\x04"]) expect(text).not.toContain(secret);
  });

  test("is told by its content and never by its name or what the sender called it", async () => {
    expect((await upload(file(jpeg(), "page.html", "text/html"))).mediaType).toBe("image/jpeg");
  });

  test.each([
    ["../../../etc/passwd", "passwd"],
    ["C:\\Users\\rosa\\door.jpg", "door.jpg"],
    ["/var/door.jpg", "door.jpg"],
    ["door\u202Egpj.exe", "doorgpj.exe"],
    ["do\u0000or\r\n.jpg", "door.jpg"],
    ["..", ".."],
  ])("named %j keeps only a plain name, and is stored under a random one", async (name, plain) => {
    const before = new Set(filesOnDisk());
    const taken = await upload(file(jpeg(), name));
    expect(taken.name).toBe(plain);
    await addPhotoFor(now(), desk.asha, desk.venueId, { feature: null, shows: "", upload: taken });
    const [stored = "", ...more] = filesOnDisk().filter((one) => !before.has(one));
    expect(more).toEqual([]);
    expect(stored).toMatch(/^[\w-]{8,}$/u);
    expect(stored).not.toContain("passwd");
  });
});

function filesOnDisk(): readonly string[] {
  return existsSync(now().filesFolder) ? readdirSync(now().filesFolder) : [];
}

describe("a photo on record", () => {
  test("is sealed on disk, and comes back whole under a name of ours", async () => {
    const photoId = await added();
    for (const one of filesOnDisk()) expect(readFileSync(join(now().filesFolder, one), "latin1")).not.toContain("dots");
    const opening = await openPhoto(now(), desk.asha, { venueId: desk.venueId, photoId });
    if (!opening.ok) throw new Error(opening.refusal);
    expect(opening.value).toMatchObject({ mediaType: "image/jpeg", saveAs: "venue-photo.jpg" });
    expect(Buffer.from(opening.value.bytes).toString("latin1")).toContain("dots");
  });

  test("changes no fact by itself", async () => {
    await added("The door is 90 cm wide");
    const rows = await now().db.query.venueStatements.findMany({ where: (table, { eq }) => eq(table.venueId, desk.venueId) });
    expect(rows).toEqual([]);
  });

  test("can be described and taken away, once for each version, and then nobody can open it", async () => {
    const photoId = await added("");
    const at = { venueId: desk.venueId, photoId };
    expect(await describePhoto(now(), desk.asha, { ...at, version: 1 }, "A wide door")).toMatchObject({ ok: true });
    expect(await describePhoto(now(), desk.asha, { ...at, version: 1 }, "A narrow door")).toEqual({
      ok: false,
      refusal: "changed-by-someone-else",
    });
    expect(await listPhotosFor(now(), desk.asha, desk.venueId)).toMatchObject({ value: [{ shows: "A wide door", version: 2 }] });
    expect(await removePhoto(now(), desk.asha, { ...at, version: 1 })).toEqual({ ok: false, refusal: "changed-by-someone-else" });
    expect(await removePhoto(now(), desk.asha, { ...at, version: 2 })).toMatchObject({ ok: true });
    expect(await openPhoto(now(), desk.asha, at)).toEqual({ ok: false, refusal: "not-found" });
    expect(await listPhotosFor(now(), desk.asha, desk.venueId)).toEqual({ ok: true, value: [] });
    expect(await actionsAbout(now(), desk.venueId)).toEqual([
      "venue-added",
      "venue-photo-added",
      "venue-photo-described",
      "venue-photo-removed",
    ]);
  });

  test("is not found by another organisation, nor at another venue", async () => {
    const photoId = await added();
    const other = await venueDesk(opened);
    const notFound = { ok: false, refusal: "not-found" };
    expect(await openPhoto(now(), desk.stranger, { venueId: desk.venueId, photoId })).toEqual(notFound);
    expect(await openPhoto(now(), other.asha, { venueId: other.venueId, photoId })).toEqual(notFound);
    expect(await listPhotosFor(now(), desk.stranger, desk.venueId)).toEqual(notFound);
    expect(await describePhoto(now(), desk.stranger, { venueId: desk.venueId, photoId, version: 1 }, "x")).toEqual(notFound);
    expect(await removePhoto(now(), desk.stranger, { venueId: desk.venueId, photoId, version: 1 })).toEqual(notFound);
    expect(await addPhotoFor(now(), desk.stranger, desk.venueId, { feature: null, shows: "", upload: await upload() })).toEqual(notFound);
  });

  test("sent twice from one form is kept once, and no second file is left on disk", async () => {
    const before = filesOnDisk().length;
    const photo = { feature: null, shows: "", upload: await upload() } as const;
    const twice = await Promise.all([1, 2].map(async () => addPhotoFor(now(), desk.asha, desk.venueId, photo, "one form")));
    expect(twice[0]).toEqual(twice[1]);
    expect(filesOnDisk().length).toBe(before + 1);
  });
});

describe("a photo a venue sends", () => {
  test("is the venue's word, and the venue sees only what it sent with this checklist", async () => {
    const { venueManager, venueId, asha } = await askedVenue(now(), desk.asha);
    await addPhotoFor(now(), asha, venueId, { feature: null, shows: "Our own", upload: await upload() });
    const ours = await listPhotosFor(now(), asha, venueId);
    const kept = await addOwnPhoto(now(), venueManager, { feature: null, shows: "The ramp", upload: await upload() });
    if (!kept.ok || !ours.ok) throw new Error("not kept");
    expect(await listOwnPhotos(now(), venueManager)).toMatchObject([{ shows: "The ramp", source: "venue-said" }]);
    expect(await openOwnPhoto(now(), venueManager, kept.value.photoId)).toMatchObject({ ok: true });
    expect(await openOwnPhoto(now(), venueManager, ours.value[0]?.photoId ?? "")).toEqual({ ok: false, refusal: "not-found" });
  });

  test("is not taken once the checklist is closed, and its file does not stay", async () => {
    const { venueManager } = await askedVenue(now(), desk.asha, "2026-12-01");
    const before = filesOnDisk().length;
    const late = opened.context("2026-12-02T10:00:00.000Z");
    expect(await addOwnPhoto(late, venueManager, { feature: null, shows: "", upload: await upload() })).toEqual({
      ok: false,
      refusal: "closed",
    });
    expect(filesOnDisk().length).toBe(before);
  });

  test("is refused after forty, so that a link that travels cannot fill the disk", async () => {
    const { venueManager } = await askedVenue(now(), desk.asha);
    const photo = { feature: null, shows: "", upload: await upload() } as const;
    for (let count = 0; count < 40; count += 1) expect(await addOwnPhoto(now(), venueManager, photo)).toMatchObject({ ok: true });
    expect(await addOwnPhoto(now(), venueManager, photo)).toEqual({ ok: false, refusal: "too-many" });
  });
});
