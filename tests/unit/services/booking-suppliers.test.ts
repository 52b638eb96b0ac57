// Bookings with suppliers from the records, the next one after a no, and the confirmation that shows a booking stands.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { penceOf } from "#app/domain/basics/money.ts";
import type { Coordinator } from "#app/domain/people/actors.ts";
import {
  addBookingFor,
  carriedOver,
  changeBooking,
  confirmationOf,
  findBookingFor,
  keepConfirmation,
  type NewBooking,
} from "#app/services/bookings.server.ts";
import { readUpload } from "#app/services/files.server.ts";
import type { SavedMeeting } from "#app/services/meetings.server.ts";
import { addSupplierFor } from "#app/services/suppliers.server.ts";
import { coordinatorWith } from "#tests/support/coordinators.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { plannedMeeting } from "#tests/support/planned-meeting.ts";

let opened: TestInstance;
let asha: Coordinator;
let meeting: SavedMeeting;
let hands: string;

beforeEach(async () => {
  opened = await testInstance();
  asha = await coordinatorWith(opened, { organisation: "Harbour Trust", email: "asha@example.org" });
  meeting = await plannedMeeting(opened.context(), asha);
  hands = (await supplier("Hands Interpreting")).supplierId;
});
afterEach(() => opened.close());

const supplier = async (name: string, of: Coordinator = asha) =>
  addSupplierFor(opened.context(), of, {
    name,
    supports: ["bsl-interpreter"],
    contactName: "",
    contactEmail: "bookings@hands.example",
    contactPhone: "",
    noticeWorkingDays: 10,
    cancellationTerms: "",
    price: "",
    notes: "",
  });
const booking: NewBooking = {
  support: "bsl-interpreter",
  quantity: 2,
  supplier: "Hands Interpreting",
  supplierContact: "",
  state: "asked",
  cost: null,
  cancelFreeUntil: null,
  owner: "The access host",
  evidence: "",
};
const add = async (more: Partial<NewBooking> = {}): Promise<string> => {
  const added = await addBookingFor(opened.context(), asha, meeting.reference, { ...booking, ...more });
  if (!added.ok) throw new Error(added.refusal);
  return added.value.bookingId;
};
const one = async (bookingId: string) => {
  const found = await findBookingFor(opened.context(), asha, meeting.reference, bookingId);
  if (!found.ok) throw new Error(found.refusal);
  return found.value;
};
const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const upload = async (name = "Zqxconfirmation.png") => {
  const read = await readUpload(opened.context(), new File([new Uint8Array(png)], name));
  if (!read.ok) throw new Error(read.refusal);
  return read.value;
};
const at = (bookingId: string, version: number) => ({ reference: meeting.reference, bookingId, version });

describe("a supplier from the records", () => {
  test("stays with the booking, and one of another organisation is refused", async () => {
    expect((await one(await add({ supplierId: hands }))).supplierId).toBe(hands);
    const other = await coordinatorWith(opened, { organisation: "Elsewhere", email: "else@example.org" });
    const theirs = (await supplier("Theirs", other)).supplierId;
    const refused = await addBookingFor(opened.context(), asha, meeting.reference, { ...booking, supplierId: theirs });
    expect(refused).toEqual({ ok: false, refusal: "no-such-supplier" });
  });

  test("who says no hands the details on to the next, and is known to have been asked", async () => {
    const first = await add({ supplierId: hands });
    const seen = await one(first);
    await changeBooking(opened.context(), asha, at(first, seen.version), { ...seen, state: "declined" });
    expect(await carriedOver(opened.context(), asha, meeting.reference, first)).toEqual({
      bookingId: first,
      supplier: "Hands Interpreting",
      quantity: 2,
      owner: "The access host",
      expectedCost: null,
      askedAlready: [hands],
    });
    const second = await add({ supplier: "Signs of Leeds", takesOverFrom: first });
    expect((await one(second)).tookOverFrom).toBe("Hands Interpreting");
    expect((await one(first)).state).toBe("declined");
  });
});

describe("the cost of a booking that was turned down", () => {
  test("is the start of what the next supplier may cost; a price that was agreed is not", async () => {
    const first = await add({ supplierId: hands, cost: penceOf(30_000) });
    const seen = await one(first);
    await changeBooking(opened.context(), asha, at(first, seen.version), { ...seen, state: "declined" });
    expect((await carriedOver(opened.context(), asha, meeting.reference, first))?.expectedCost).toBe(30_000);
    await changeBooking(opened.context(), asha, at(first, seen.version + 1), { ...seen, state: "cancelled" });
    expect((await carriedOver(opened.context(), asha, meeting.reference, first))?.expectedCost).toBeNull();
  });
});

describe("the supplier of a booking that is cancelled", () => {
  const written = async () => opened.context().db.query.outbox.findMany({ where: (table, { eq }) => eq(table.kind, "booking-cancelled") });

  test("is written to where that was asked for, at the address on their record, once for each time", async () => {
    const id = await add({ supplierId: hands, supplierEmail: "" });
    const seen = await one(id);
    expect(seen.notice?.email).not.toBe("");
    expect((await changeBooking(opened.context(), asha, at(id, seen.version), { ...seen, state: "cancelled" }, undefined, "tell")).ok).toBe(
      true,
    );
    expect((await written()).map(({ recipient, aboutId }) => [recipient, aboutId])).toEqual([[seen.notice?.email, id]]);
    expect((await one(id)).supplierTold).toEqual({ on: "2026-11-23", status: "to-send-by-hand" });
  });

  test("is not written to unasked, nor where it was not cancelled after all", async () => {
    const id = await add({ supplierId: hands });
    const seen = await one(id);
    await changeBooking(opened.context(), asha, at(id, seen.version), { ...seen, state: "asked" }, undefined, "tell");
    await changeBooking(opened.context(), asha, at(id, seen.version + 1), { ...seen, state: "cancelled" });
    expect(await written()).toEqual([]);
    expect((await one(id)).supplierTold).toBeNull();
  });
});

describe("the confirmation of a booking", () => {
  test("is kept sealed, downloads as it was under a name of ours, and leaves the status alone", async () => {
    const id = await add();
    expect((await keepConfirmation(opened.context(), asha, at(id, (await one(id)).version), await upload())).ok).toBe(true);
    const seen = await one(id);
    expect(seen.confirmation).toEqual({ name: "Zqxconfirmation.png", kind: "PNG", savedOn: "2026-11-23" });
    expect(seen.state).toBe("asked");
    const file = await confirmationOf(opened.context(), asha, meeting.reference, id);
    if (!file.ok) throw new Error(file.refusal);
    expect(file.value).toMatchObject({ mediaType: "image/png", saveAs: "confirmation.png" });
    expect(Buffer.from(file.value.bytes).subarray(0, 8)).toEqual(png.subarray(0, 8));
    for (const entry of readdirSync(join(opened.folder, "data"), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      expect(entry.name).not.toContain("Zqx");
      expect(readFileSync(join(entry.parentPath, entry.name)).includes("Zqxconfirmation")).toBe(false);
    }
  });

  test("another in its place takes over, and it can be taken off", async () => {
    const id = await add();
    await keepConfirmation(opened.context(), asha, at(id, (await one(id)).version), await upload());
    await keepConfirmation(opened.context(), asha, at(id, (await one(id)).version), await upload("second.png"));
    expect((await one(id)).confirmation?.name).toBe("second.png");
    await keepConfirmation(opened.context(), asha, at(id, (await one(id)).version), null);
    expect((await one(id)).confirmation).toBeNull();
    expect(await confirmationOf(opened.context(), asha, meeting.reference, id)).toEqual({ ok: false, refusal: "not-found" });
  });

  test("sent over somebody else's change is refused, and the file written for nothing goes again", async () => {
    const id = await add();
    const refused = await keepConfirmation(opened.context(), asha, at(id, 99), await upload());
    expect(refused).toEqual({ ok: false, refusal: "changed-by-someone-else" });
    expect(readdirSync(opened.context().filesFolder)).toEqual([]);
  });

  test("is not found by another organisation", async () => {
    const id = await add();
    await keepConfirmation(opened.context(), asha, at(id, (await one(id)).version), await upload());
    const other = await coordinatorWith(opened, { organisation: "Elsewhere", email: "else@example.org" });
    expect(await confirmationOf(opened.context(), other, meeting.reference, id)).toEqual({ ok: false, refusal: "not-found" });
  });
});
