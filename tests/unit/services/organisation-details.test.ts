// Who the organisation is, as an administrator changes it: on every paper from then on, on record, and never by halves.
import { existsSync, readdirSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Administrator } from "#app/domain/people/actors.ts";
import { letterheadOf } from "#app/services/letterhead.server.ts";
import {
  keepLogoWaiting,
  openLogo,
  organisationDetailsOf,
  readLogoUpload,
  saveOrganisationDetails,
  type LogoChange,
  type OrganisationFacts,
} from "#app/services/organisation-details.server.ts";
import { organisationOf } from "#app/services/organisations.server.ts";
import { settingsHistoryFor } from "#app/services/settings-history.server.ts";
import { administratorOfNew } from "#tests/support/administrators.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { harbourSign, pngPicture } from "#tests/support/pictures.ts";
import { valueOf } from "#tests/support/results.ts";

let opened: TestInstance;
let ines: Administrator;
const now = () => opened.context();

beforeAll(async () => {
  opened = await testInstance();
});
afterAll(() => opened.close());
beforeEach(async () => {
  ines = await administratorOfNew(now(), "Harbour Health Trust");
});

const facts: OrganisationFacts = {
  name: "Harbour and Quayside Trust",
  department: "Involvement team",
  nation: "wales",
  address: "1 The Quay\nExampleton\nEX4 9ZZ",
  contact: {
    name: "Meera Nair",
    phone: "01632 960 044",
    textNumber: "07700 900 044",
    email: "involve@example.org",
    bslVideoRelay: "https://relay.example.org/harbour",
    hours: "Monday to Thursday, 10am to 4pm",
  },
  logoDescription: "",
};

async function save(change: Partial<OrganisationFacts> = {}, logo: LogoChange = "stays") {
  const { version } = await organisationDetailsOf(now(), ines);
  return saveOrganisationDetails(now(), ines, version, { facts: { ...facts, ...change }, logo });
}

async function picture(bytes: Uint8Array) {
  const read = await readLogoUpload(now(), new File([new Uint8Array(bytes)], "sign.png"));
  if (!read.ok) throw new Error(read.refusal);
  return read.value;
}

const letterhead = async () => letterheadOf(now(), await organisationOf(now(), ines.organisationId));
const files = () => (existsSync(now().filesFolder) ? readdirSync(now().filesFolder).length : 0);

describe("organisation details", () => {
  test("once saved, stand on every letter from then on", async () => {
    expect(await save()).toMatchObject({ ok: true });
    expect(await organisationDetailsOf(now(), ines)).toMatchObject({ ...facts, hasLogo: false });
    expect(await letterhead()).toEqual({
      name: "Harbour and Quayside Trust",
      address: ["1 The Quay", "Exampleton", "EX4 9ZZ"],
      phone: "01632 960 044",
      email: "involve@example.org",
    });
  });

  test("keep what they were before and what they became, by whom, and leave out what stayed", async () => {
    await save();
    await save({ contact: { ...facts.contact, hours: "Every weekday" } });
    const { changes, total } = await settingsHistoryFor(now(), ines, { kind: "organisation", page: 1 });
    expect(total).toBe(2);
    expect(changes[0]).toMatchObject({
      who: "Ines Costa",
      about: "Organisation details",
      fields: [{ field: "Opening hours", before: "Monday to Thursday, 10am to 4pm", after: "Every weekday" }],
    });
    expect(changes[1]?.fields).toContainEqual({
      field: "Organisation name",
      before: "Harbour Health Trust",
      after: "Harbour and Quayside Trust",
    });
    expect(changes[1]?.fields).toContainEqual({ field: "Where the organisation is", before: "England", after: "Wales" });
  });

  test("saved without a change leave nothing in the history", async () => {
    await save();
    await save();
    expect((await settingsHistoryFor(now(), ines, { kind: null, page: 1 })).total).toBe(1);
  });

  test("changed by somebody else in the meantime are not written over, and the picture sent with them is not left behind", async () => {
    const { version } = await organisationDetailsOf(now(), ines);
    await save();
    const before = files();
    const logo = await picture(harbourSign);
    const given = { facts: { ...facts, name: "Another name", logoDescription: "A lifebelt" }, logo };
    expect(await saveOrganisationDetails(now(), ines, version, given)).toEqual({ ok: false, refusal: "changed-by-someone-else" });
    expect((await organisationDetailsOf(now(), ines)).name).toBe("Harbour and Quayside Trust");
    expect(files()).toBe(before);
  });

  test("of one organisation are not those of another", async () => {
    await save({}, "stays");
    const other = await administratorOfNew(now(), "Hillside Voices");
    expect((await organisationDetailsOf(now(), other)).name).toBe("Hillside Voices");
    expect((await settingsHistoryFor(now(), other, { kind: null, page: 1 })).changes).toEqual([]);
    expect(await openLogo(now(), other)).toEqual({ ok: false, refusal: "not-found" });
  });
});

describe("a logo", () => {
  test("stands on papers with what it shows in words, and goes when it is taken off", async () => {
    await save({ logoDescription: "A blue lifebelt" }, await picture(harbourSign));
    expect((await letterhead()).logo).toMatchObject({ width: 240, height: 80, description: "A blue lifebelt" });
    expect((await letterhead()).logo?.address).toMatch(/^data:image\/png;base64,/u);
    expect(await openLogo(now(), ines)).toMatchObject({ ok: true, value: { mediaType: "image/png", saveAs: "logo.png" } });
    await save({ logoDescription: "A blue lifebelt" }, "goes");
    expect((await letterhead()).logo).toBeUndefined();
    expect((await organisationDetailsOf(now(), ines)).logoDescription).toBe("");
    const { changes } = await settingsHistoryFor(now(), ines, { kind: "organisation", page: 1 });
    expect(changes[0]?.fields).toEqual([{ field: "Logo", before: "A blue lifebelt", after: "" }]);
  });

  test("is another one from the moment it is changed, also where its words stay the same", async () => {
    await save({ logoDescription: "Our sign" }, await picture(harbourSign));
    const first = (await letterhead()).logo;
    await save({ logoDescription: "Our sign" }, await picture(pngPicture(30, 30, () => [0, 90, 40, 255])));
    const second = (await letterhead()).logo;
    expect(second).toMatchObject({ width: 30, height: 30 });
    expect(second?.address).not.toBe(first?.address);
    const { changes } = await settingsHistoryFor(now(), ines, { kind: "organisation", page: 1 });
    expect(changes[0]?.fields).toEqual([{ field: "Logo", before: "Our sign", after: "Another picture: Our sign" }]);
  });

  test("without words for those who cannot see it is not taken, and nothing of it stays", async () => {
    const before = files();
    expect(await save({ logoDescription: "" }, await picture(harbourSign))).toEqual({ ok: false, refusal: "logo-not-described" });
    expect(files()).toBe(before);
    await save({ logoDescription: "A lifebelt" }, await picture(harbourSign));
    expect(await save({ logoDescription: "" })).toEqual({ ok: false, refusal: "logo-not-described" });
  });

  test("that waits for the rest of its form stands nowhere until that is saved, and then it is the logo", async () => {
    const before = files();
    const first = await keepLogoWaiting(now(), ines, await picture(pngPicture(30, 30, () => [0, 90, 40, 255])));
    const waiting = await keepLogoWaiting(now(), ines, await picture(harbourSign));
    // One waits at a time.
    expect(files()).toBe(before + 1);
    expect((await letterhead()).logo).toBeUndefined();
    expect(await save({ logoDescription: "A lifebelt" }, { waiting: first })).toEqual({ ok: false, refusal: "logo-gone" });
    expect(await save({ logoDescription: "" }, { waiting })).toEqual({ ok: false, refusal: "logo-not-described" });
    valueOf(await save({ logoDescription: "A lifebelt" }, { waiting }));
    expect((await letterhead()).logo).toMatchObject({ width: 240, height: 80, description: "A lifebelt" });
    expect(await save({ logoDescription: "A lifebelt" }, { waiting })).toEqual({ ok: false, refusal: "logo-gone" });
  });

  test("that waited and was left out after all is gone, from the record and from the disk", async () => {
    const before = files();
    await keepLogoWaiting(now(), ines, await picture(harbourSign));
    valueOf(await save());
    expect(files()).toBe(before);
    expect(await now().db.query.files.findMany({ where: (table, { eq }) => eq(table.organisationId, ines.organisationId) })).toEqual([]);
    expect((await letterhead()).logo).toBeUndefined();
  });

  test("of another organisation cannot be taken by sending its id", async () => {
    const other = await administratorOfNew(now(), "Hillside Voices");
    const waiting = await keepLogoWaiting(now(), other, await picture(harbourSign));
    expect(await save({ logoDescription: "A lifebelt" }, { waiting })).toEqual({ ok: false, refusal: "logo-gone" });
  });

  test("that is a PDF, a text called a picture, or half a picture is refused", async () => {
    const read = async (content: Uint8Array | string) =>
      readLogoUpload(now(), new File([typeof content === "string" ? content : new Uint8Array(content)], "sign.png"));
    expect(await read("%PDF-1.7\n%%EOF")).toEqual({ ok: false, refusal: "not-a-picture" });
    expect(await read("a picture")).toEqual({ ok: false, refusal: "not-a-photo-or-pdf" });
    expect(await read(harbourSign.subarray(0, 100))).toEqual({ ok: false, refusal: "damaged" });
    expect(await readLogoUpload(now(), null)).toEqual({ ok: false, refusal: "nothing-chosen" });
  });
});
