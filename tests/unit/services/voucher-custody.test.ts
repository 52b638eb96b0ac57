// Vouchers change hands on record: who keeps them now, who kept them before, and what happens to them when somebody leaves.
import Database from "better-sqlite3";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { administratorOf } from "#app/domain/people/actors.ts";
import { addStaffMember } from "#app/services/accounts.server.ts";
import { endAccess, leavingOf } from "#app/services/staff-accounts.server.ts";
import { custodyOf, handOver, type Handover } from "#app/services/voucher-custody.server.ts";
import { giveVouchers, receiptScanOf, recordReceipt } from "#app/services/voucher-giving.server.ts";
import { voucherLogPaper, voucherLogSheet } from "#app/services/voucher-papers.server.ts";
import { buyVouchers, voucherFor, voucherLogFor } from "#app/services/vouchers.server.ts";
import { vouchers } from "#db/schema.ts";
import { afterwards } from "#tests/support/claims.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { valueOf } from "#tests/support/results.ts";
import { someVouchers, voucherTeam, type VoucherTeam } from "#tests/support/vouchers.ts";

let opened: TestInstance;
let team: VoucherTeam;
let voucherId: string;
const now = () => opened.context(afterwards);
const today = calendarDateOf("2026-11-03");

beforeAll(async () => {
  opened = await testInstance(afterwards);
});
afterAll(() => opened.close());
beforeEach(async () => {
  team = await voucherTeam((at) => opened.context(at));
  valueOf(await buyVouchers(now(), team.releaser, someVouchers(team)));
  voucherId = (await voucherLogFor(now(), team.checker, { state: null, page: 1 })).vouchers[0]!.voucherId;
});

const view = async (id = voucherId) => valueOf(await voucherFor(now(), team.checker, id));
const hand = async (change: Partial<Handover> = {}, by = team.checker, id = voucherId) =>
  handOver(
    now(),
    by,
    { voucherId: id, version: (await view(id)).version },
    { to: team.releaser.staffId, where: "The safe in room 4", on: today, which: "this", ...change },
  );

test("a voucher goes to somebody else with the day, both names and who wrote it down; the others stay where they are", async () => {
  expect(valueOf(await custodyOf(now(), team.checker, voucherId))).toMatchObject({ handovers: [], keptBySame: 3 });
  expect(valueOf(await hand())).toEqual({ count: 1 });
  expect(await view()).toMatchObject({ heldBy: "Dev Shah", heldWhere: "The safe in room 4" });
  expect(valueOf(await custodyOf(now(), team.checker, voucherId))).toMatchObject({
    handovers: [{ on: today, from: "Asha Grewal", to: "Dev Shah", writtenBy: "Ben Ali" }],
    keptBySame: 1,
  });
  const { vouchers: inLog } = await voucherLogFor(now(), team.checker, { state: null, page: 1 });
  expect(inLog.map(({ heldBy }) => heldBy).toSorted()).toEqual(["Asha Grewal", "Asha Grewal", "Dev Shah"]);
});

test("all that one person keeps goes together", async () => {
  expect(valueOf(await hand({ which: "all" }))).toEqual({ count: 3 });
  const { vouchers: inLog } = await voucherLogFor(now(), team.checker, { state: null, page: 1 });
  expect(new Set(inLog.map(({ heldBy }) => heldBy))).toEqual(new Set(["Dev Shah"]));
});

test("the log on paper and as rows says each time vouchers changed hands in its days: when, from whom, to whom, how many and worth what", async () => {
  await now().change(async (tx) => tx.update(vouchers).set({ boughtOn: calendarDateOf("2026-10-01") }));
  valueOf(await hand({ which: "all" }));
  const november = { from: calendarDateOf("2026-11-01"), to: calendarDateOf("2026-11-30") };
  const paper = await voucherLogPaper(now(), team.checker, november);
  const handed = paper.blocks.find((block) => JSON.stringify(block).includes("Handed over to somebody else to keep"));
  const text = JSON.stringify(handed);
  for (const said of ["3 vouchers from Asha Grewal to Dev Shah, 3 November 2026", "The safe in room 4", "Written down by", "Ben Ali"])
    expect(text).toContain(said);
  expect(JSON.stringify(paper)).not.toContain("None were handed over in this time.");
  const rows = (await voucherLogSheet(now(), team.checker, november)).trim().split("\r\n");
  expect(rows).toHaveLength(4);
  expect(rows.slice(1).every((row) => row.includes(`"2026-11-03 Asha Grewal to Dev Shah"`))).toBe(true);
  const october = { from: calendarDateOf("2026-10-01"), to: calendarDateOf("2026-10-31") };
  expect(JSON.stringify(await voucherLogPaper(now(), team.checker, october))).toContain("None were handed over in this time.");
});

test("whoever takes a voucher does not write it down; nor is it handed to who has it, to a stranger, ahead of the day or before it was bought", async () => {
  const refusals = [
    [{}, team.releaser, "to-yourself"],
    [{ to: team.coordinator.staffId }, team.checker, "same-holder"],
    [{ to: "nobody" }, team.checker, "no-such-holder"],
    [{ on: calendarDateOf("2026-11-04") }, team.checker, "in-the-future"],
    [{ on: calendarDateOf("2026-10-19") }, team.checker, "before-bought"],
  ] as const;
  for (const [change, by, refusal] of refusals) expect(await hand(change, by)).toEqual({ ok: false, refusal });
  expect(valueOf(await custodyOf(now(), team.checker, voucherId)).handovers).toEqual([]);
  const stale = { voucherId, version: 99 };
  const said = { to: team.releaser.staffId, where: "", on: today, which: "this" } as const;
  expect(await handOver(now(), team.checker, stale, said)).toEqual({ ok: false, refusal: "changed-elsewhere" });
});

test("whoever took a voucher over does not give it out, and once it is given it changes hands no more", async () => {
  valueOf(await hand());
  const giving = { voucherIds: [voucherId], on: today, sentHow: "post", canUse: "said-yes", needsMet: [] } as const;
  expect(await giveVouchers(now(), team.releaser, team.claims[0]!, giving)).toMatchObject({ ok: false });
  valueOf(await giveVouchers(now(), team.checker, team.claims[0]!, giving));
  expect(await hand({ to: team.coordinator.staffId })).toEqual({ ok: false, refusal: "not-now" });
});

test("another organisation hands over nothing, and sees nothing of who keeps what", async () => {
  const other = await voucherTeam((at) => opened.context(at));
  expect(await custodyOf(now(), other.checker, voucherId)).toEqual({ ok: false, refusal: "not-found" });
  const said = { to: other.releaser.staffId, where: "", on: today, which: "this" } as const;
  expect(await handOver(now(), other.checker, { voucherId, version: 1 }, said)).toEqual({ ok: false, refusal: "not-found" });
});

test("the database itself refuses a voucher that changes hands off the record, and a handover that is changed afterwards", async () => {
  valueOf(await hand());
  const file = new Database(join(opened.folder, "data", "welcome-table.db"));
  try {
    expect(() => file.prepare("UPDATE vouchers SET held_by = ? WHERE id = ?").run(team.checker.staffId, voucherId)).toThrow(/on record/u);
    expect(() => file.prepare("UPDATE voucher_handovers SET held_by = 'x'").run()).toThrow(/never changed/u);
  } finally {
    file.close();
  }
});

test("the database itself wants each change of hands on record anew, by a second person, and keeps what was written", async () => {
  valueOf(await hand());
  valueOf(await hand({ to: team.authoriser.staffId }));
  const file = new Database(join(opened.folder, "data", "welcome-table.db"));
  try {
    const stored = file.prepare("SELECT * FROM voucher_handovers ORDER BY rowid DESC LIMIT 1").get() as Record<string, unknown>;
    // It went from the first to the second once: that does not let it go there again.
    file
      .prepare(
        "INSERT INTO voucher_handovers SELECT 'back', organisation_id, voucher_id, held_by, held_before, held_where, \"on\", written_by, written_at FROM voucher_handovers WHERE id = ?",
      )
      .run(stored["id"]);
    file.prepare("UPDATE vouchers SET held_by = ? WHERE id = ?").run(stored["held_before"], voucherId);
    expect(() => file.prepare("UPDATE vouchers SET held_by = ? WHERE id = ?").run(stored["held_by"], voucherId)).toThrow(/on record/u);
    const alone = file.prepare(
      "INSERT INTO voucher_handovers SELECT 'alone', organisation_id, voucher_id, held_before, written_by, held_where, \"on\", written_by, written_at FROM voucher_handovers WHERE id = ?",
    );
    expect(() => alone.run(stored["id"])).toThrow(/while somebody else can/u);
    expect(() => file.prepare("DELETE FROM voucher_handovers").run()).toThrow(/never taken off/u);
  } finally {
    file.close();
  }
});

test("nobody's access ends while it is not said who has the vouchers they keep; then the log says so", async () => {
  const { staffId } = valueOf(
    await addStaffMember(now(), {
      organisationId: team.organisationId,
      name: "Ines Sá",
      email: "ines@example.org",
      roles: ["administrator"],
    }),
  );
  const ines = administratorOf({
    staffId,
    organisationId: team.organisationId,
    name: "Ines Sá",
    email: "ines@example.org",
    roles: ["administrator"],
  })!;
  const kept = await hand({ to: team.authoriser.staffId, which: "all" });
  expect(valueOf(kept)).toEqual({ count: 3 });
  const leaving = async () => (await leavingOf(now(), ines, team.authoriser.staffId))!;
  expect(await leaving()).toMatchObject({ vouchers: 3 });
  expect((await leaving()).keepers.map(({ name }) => name)).toContain("Dev Shah");
  // Whoever writes it down does not take them while somebody else can.
  expect((await leaving()).keepers.map(({ name }) => name)).not.toContain("Ines Sá");
  const end = async (vouchersTo: string | null) =>
    endAccess(
      now(),
      ines,
      { staffId: team.authoriser.staffId, version: (await leaving()).version },
      { giveTo: team.coordinator.staffId, vouchersTo },
    );
  for (const to of [null, "nobody", team.authoriser.staffId, ines.staffId])
    expect(await end(to)).toEqual({ ok: false, refusal: "vouchers-with-them" });
  valueOf(await end(team.releaser.staffId));
  expect(await view()).toMatchObject({ heldBy: "Dev Shah" });
  expect(valueOf(await custodyOf(now(), team.checker, voucherId)).handovers.at(-1)).toMatchObject({
    from: "A former member of staff",
    to: "Dev Shah",
    writtenBy: "Ines Sá",
  });
});

test("a scan of the receipt somebody signed is kept sealed with the voucher, opened on record, and by nobody else", async () => {
  const giving = { voucherIds: [voucherId], on: today, sentHow: "post", canUse: "said-yes", needsMet: [] } as const;
  valueOf(await giveVouchers(now(), team.checker, team.claims[0]!, giving));
  const bytes = new TextEncoder().encode("%PDF-1.7 signed by Ruth Patel");
  const scan = { name: "receipt.pdf", mediaType: "application/pdf", bytes, fingerprint: "print" } as const;
  const at = { voucherId, version: (await view()).version };
  expect(await receiptScanOf(now(), team.checker, voucherId)).toEqual({ ok: false, refusal: "not-found" });
  valueOf(await recordReceipt(now(), team.checker, at, { how: "signed", on: today, scan }));
  expect((await view()).given?.confirmed).toMatchObject({ how: "signed", hasScan: true });
  const written = new Database(join(opened.folder, "data", "welcome-table.db"));
  expect(() => written.prepare("UPDATE vouchers SET receipt_file_id = NULL WHERE id = ?").run(voucherId)).toThrow(/kept as it was/u);
  written.close();
  const kept = valueOf(await receiptScanOf(now(), team.checker, voucherId));
  expect(new TextDecoder().decode(kept.bytes)).toContain("signed by Ruth Patel");
  expect(kept.saveAs).toMatch(/^voucher-receipt-[A-Z]{8}\.pdf$/u);
  expect((await now().db.query.audit.findMany()).some(({ action }) => action === "voucher-receipt-opened")).toBe(true);
  const other = await voucherTeam((moment) => opened.context(moment));
  expect(await receiptScanOf(now(), other.checker, voucherId)).toEqual({ ok: false, refusal: "not-found" });
});
