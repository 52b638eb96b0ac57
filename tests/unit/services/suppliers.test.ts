// Suppliers, one by one and as a list in a file; and venues as a list in a file.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Coordinator } from "#app/domain/people/actors.ts";
import { confirmImport, keepImport, previewImport, type CsvImport } from "#app/services/csv-import.server.ts";
import { exportSuppliers, supplierColumns, supplierImport } from "#app/services/supplier-lists.server.ts";
import { addSupplierFor, changeSupplier, findSupplierFor, listSuppliersFor, type SupplierFacts } from "#app/services/suppliers.server.ts";
import { exportVenues, venueColumns, venueImport } from "#app/services/venue-lists.server.ts";
import { addVenueFor, listVenuesFor } from "#app/services/venues.server.ts";
import { supportName } from "#app/words/requirements.ts";
import { coordinatorWith } from "#tests/support/coordinators.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { actionsAbout } from "#tests/support/venue-desk.ts";

let opened: TestInstance;
let asha: Coordinator;
let stranger: Coordinator;

beforeAll(async () => {
  opened = await testInstance();
});
afterAll(() => opened.close());
beforeEach(async () => {
  asha = await coordinatorWith(opened, { organisation: "Weavers", email: `${opened.context().newId()}@example.org` });
  stranger = await coordinatorWith(opened, { organisation: "Others", email: `${opened.context().newId()}@example.org` });
});

const now = () => opened.context();
const facts = (more: Partial<SupplierFacts> = {}): SupplierFacts => ({
  name: "Hands and Voices",
  supports: ["bsl-interpreter"],
  contactName: "Ola Falk",
  contactEmail: "ola@example.org",
  contactPhone: "",
  noticeWorkingDays: 10,
  cancellationTerms: "Half within 5 days",
  price: "£45 an hour",
  notes: "",
  ...more,
});
const names = async (wanted: Parameters<typeof listSuppliersFor>[2] = {}) =>
  (await listSuppliersFor(now(), asha, wanted)).map(({ name }) => name);
const notFound = { ok: false, refusal: "not-found" };
const meanwhile = { ok: false, refusal: "changed-by-someone-else" };

describe("a supplier", () => {
  test("is kept with their terms, and nobody's notice is guessed", async () => {
    const { supplierId } = await addSupplierFor(now(), asha, facts({ noticeWorkingDays: null }));
    expect(await findSupplierFor(now(), asha, supplierId)).toMatchObject({
      value: { name: "Hands and Voices", noticeWorkingDays: null, isEnded: false },
    });
    expect(await actionsAbout(now(), supplierId)).toEqual(["supplier-added"]);
  });

  test("is found by support and by words, whatever the accents", async () => {
    await addSupplierFor(now(), asha, facts());
    await addSupplierFor(now(), asha, facts({ name: "Zoë Captions", supports: ["sttr-remote"], contactName: "", notes: "" }));
    expect(await names({ support: "sttr-remote" })).toEqual(["Zoë Captions"]);
    expect(await names({ words: "zoe" })).toEqual(["Zoë Captions"]);
    expect(await names({ words: "OLA falk" })).toEqual(["Hands and Voices"]);
    expect(await names({ words: "nobody" })).toEqual([]);
  });

  test("who has ended stays on file, after the others, and can be brought back", async () => {
    const { supplierId } = await addSupplierFor(now(), asha, facts());
    await addSupplierFor(now(), asha, facts({ name: "Other Hands" }));
    expect(await changeSupplier(now(), asha, { supplierId, version: 1 }, { isEnded: true })).toMatchObject({ ok: true });
    expect(await names()).toEqual(["Other Hands", "Hands and Voices"]);
    expect(await changeSupplier(now(), asha, { supplierId, version: 2 }, { isEnded: false })).toMatchObject({ ok: true });
    expect(await names()).toEqual(["Hands and Voices", "Other Hands"]);
    expect(await actionsAbout(now(), supplierId)).toEqual(["supplier-added", "supplier-ended", "supplier-brought-back"]);
  });

  test("somebody else changed meanwhile is not overwritten, and another organisation's is not found", async () => {
    const { supplierId } = await addSupplierFor(now(), asha, facts());
    expect(await changeSupplier(now(), asha, { supplierId, version: 1 }, { facts: facts({ price: "£50 an hour" }) })).toMatchObject({
      ok: true,
    });
    expect(await changeSupplier(now(), asha, { supplierId, version: 1 }, { facts: facts({ price: "£5" }) })).toEqual(meanwhile);
    expect(await changeSupplier(now(), stranger, { supplierId, version: 2 }, { facts: facts({ price: "£5" }) })).toEqual(notFound);
    expect(await findSupplierFor(now(), stranger, supplierId)).toEqual(notFound);
    expect(await listSuppliersFor(now(), stranger)).toEqual([]);
    expect(await findSupplierFor(now(), asha, supplierId)).toMatchObject({ value: { price: "£50 an hour", version: 2 } });
  });
});

async function previewed<Name extends string, Row>(definition: CsvImport<Name, Row>, text: string) {
  const kept = await keepImport(now(), asha, definition, { name: "list.csv", bytes: new TextEncoder().encode(text) });
  if (!kept.ok) throw new Error(JSON.stringify(kept.refusal));
  const found = await previewImport(now(), asha, definition, kept.value.importId);
  if (!found.ok || found.value.state !== "open") throw new Error("no preview");
  return found.value.preview;
}

describe("a list of suppliers in a file", () => {
  test("says of each line everything that is wrong with it, and adds nobody", async () => {
    await addSupplierFor(now(), asha, facts());
    const { lines } = await previewed(
      supplierImport,
      [
        "Name,Supplies,Email,Phone,Notice",
        `Good Hands,${supportName["bsl-interpreter"]}; ${supportName["sttr-remote"]},good@example.org,,10`,
        "hands  AND voices,,,,",
        ",interpretive dance,no address,12,soon",
        "Good Hands,,,,",
      ].join("\n"),
    );
    expect(lines.map(({ outcome, because }) => ({ outcome, because }))).toEqual([
      { outcome: "add", because: [] },
      { outcome: "already-there", because: ["Already on the list"] },
      {
        outcome: "problem",
        because: [
          "Enter a name",
          "“interpretive dance” is not in the list of supports",
          "Enter an email address in the right format, like name@example.com",
          "Enter a phone number with all its digits, like 07700 900982",
          "Notice must be a whole number of working days, like 10",
        ],
      },
      { outcome: "already-there", because: ["The same as line 2"] },
    ]);
    expect(await names()).toEqual(["Hands and Voices"]);
  });

  test("written out and taken in elsewhere is the same list", async () => {
    await addSupplierFor(
      now(),
      asha,
      facts({ notes: 'Ask for "Ola", not the office\nNever on Mondays', supports: ["bsl-interpreter", "sttr-remote"] }),
    );
    await addSupplierFor(now(), asha, facts({ name: "=Cards & Co", noticeWorkingDays: null, supports: [], price: "" }));
    const text = await exportSuppliers(now(), asha);
    expect(text.split("\n")[0]).toContain(supplierColumns[0] ?? "nothing");
    expect(text).not.toMatch(/(?:^|,)=/mu);
    const kept = await keepImport(now(), stranger, supplierImport, { name: "list.csv", bytes: new TextEncoder().encode(text) });
    if (!kept.ok) throw new Error("not kept");
    const found = await previewImport(now(), stranger, supplierImport, kept.value.importId);
    if (!found.ok || found.value.state !== "open") throw new Error("no preview");
    await confirmImport(now(), stranger, supplierImport, { importId: kept.value.importId, seen: found.value.preview.seen });
    const bare = async (who: Coordinator) =>
      (await listSuppliersFor(now(), who)).map(({ supplierId: _id, version: _version, name, ...rest }) => ({
        name: name.replace(/^'/u, ""),
        ...rest,
      }));
    expect(await bare(stranger)).toEqual(await bare(asha));
  });
});

describe("a list of venues in a file", () => {
  test("takes a name in two towns for two venues, and the same name and address for one", async () => {
    await addVenueFor(now(), asha, {
      name: "Kiln Hall",
      address: "1 Kiln Lane\nLeeds",
      contactName: "",
      contactEmail: "",
      contactPhone: "",
    });
    const { lines, importId, seen } = await previewed(
      venueImport,
      'Name,Address\nKILN hall,"1 Kiln Lane\nLeeds"\nKiln Hall,"2 High Street\nYork"\n,"Nowhere"\n',
    );
    expect(lines.map(({ outcome }) => outcome)).toEqual(["already-there", "add", "problem"]);
    expect(await confirmImport(now(), asha, venueImport, { importId, seen })).toEqual({ ok: true, value: { added: 1, left: 2 } });
    const addresses = (await listVenuesFor(now(), asha)).map(({ address }) => address);
    expect(addresses.toSorted()).toEqual(["1 Kiln Lane\nLeeds", "2 High Street\nYork"]);
    expect(await listVenuesFor(now(), asha, "york")).toHaveLength(1);
  });

  test("written out has the columns it reads, and its going is on record", async () => {
    await addVenueFor(now(), asha, { name: "Kiln Hall", address: "Leeds", contactName: "Rosa", contactEmail: "", contactPhone: "" });
    const text = await exportVenues(now(), asha);
    const { lines } = await previewed(venueImport, text);
    expect(lines).toMatchObject([{ name: "Kiln Hall", outcome: "already-there" }]);
    for (const column of venueColumns) expect(text).toContain(column);
    expect(await actionsAbout(now(), asha.organisationId)).toContain("venues-exported");
    expect(await exportVenues(now(), stranger)).not.toContain("Kiln");
  });
});
