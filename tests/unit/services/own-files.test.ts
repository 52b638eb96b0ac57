// Files with the organisation's own columns through the services and a real database: byte by byte, made again as they were, safe for
// spreadsheets, and never with a hole where a bank needs a value.
import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import type { SheetLayout } from "#app/domain/payments/sheet-layouts.ts";
import { keepLayout, layoutOf, layoutsOf, newLayout, previewOf, retireLayout } from "#app/services/export-layouts.server.ts";
import { recogniseFile } from "#app/services/money-trail.server.ts";
import { payeeForFinance, recordAboutPayee } from "#app/services/payees.server.ts";
import { checksumOf, downloadExport, exportRun, type WantedFile } from "#app/services/run-exports.server.ts";
import { makeRun } from "#app/services/run-making.server.ts";
import { signRun } from "#app/services/run-signing.server.ts";
import { runForFinance } from "#app/services/run-views.server.ts";
import { meetings } from "#db/schema.ts";
import { afterwards } from "#tests/support/claims.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { agree, moneyTeam, type MoneyTeam } from "#tests/support/payment-runs.ts";
import { refusalOf, valueOf } from "#tests/support/results.ts";

let opened: TestInstance;
let team: MoneyTeam;
const moment = (at: string) => opened.context(at);
const now = () => moment(afterwards);
const friday = calendarDateOf("2026-11-06");

beforeAll(async () => {
  opened = await testInstance(afterwards);
});
afterAll(() => opened.close());
beforeEach(async () => {
  team = await moneyTeam(moment, 2);
});

async function signed(): Promise<string> {
  await agree(now(), team);
  const { runId } = valueOf(await makeRun(now(), team.checker, { kind: "bank-file", paymentDate: friday, claimIds: "all" }));
  const { version } = valueOf(await runForFinance(now(), team.releaser, runId));
  valueOf(await signRun(now(), team.releaser, { runId, version }));
  return runId;
}

async function made(runId: string, wanted: WantedFile) {
  const { version } = valueOf(await runForFinance(now(), team.checker, runId));
  return exportRun(now(), team.checker, { runId, version }, wanted);
}

const fileOf = async (runId: string, number: number) => valueOf(await downloadExport(now(), team.checker, { runId, number }));
const keep = async (name: string, layout: SheetLayout) => valueOf(await keepLayout(now(), team.checker, "new", { name, layout })).layoutId;

async function sayKind(index: number, accountKind: "personal" | "business"): Promise<void> {
  const { personId } = team.people[index]!;
  const { payee } = valueOf(await payeeForFinance(now(), team.checker, personId));
  valueOf(await recordAboutPayee(now(), team.checker, { personId, account: payee!.account }, { kind: "account-kind", accountKind }));
}

describe("a bank's template with a column for a personal or a business account", () => {
  test("names the claims whose account nobody said that of, and is written once somebody did", async () => {
    const layoutId = await keep("Cater Allen", newLayout("cater-allen"));
    const runId = await signed();
    await sayKind(0, "personal");
    const references = valueOf(await runForFinance(now(), team.checker, runId)).lines.map(({ reference }) => reference);
    expect(refusalOf(await made(runId, { layoutId }))).toEqual({ kind: "not-known", column: "account-kind", references: [references[1]] });
    await sayKind(1, "business");
    const { number } = valueOf(await made(runId, { layoutId }));
    expect((await fileOf(runId, number)).text).toBe(
      "NAME,SORT CODE,ACCOUNT NUMBER,PERSON OR BUSINESS,AMOUNT,REFERENCE\r\n" +
        `MIA BELL,089999,66374958,PERSONAL,77.80,CLAIM ${references[0]}\r\n` +
        `SIAN O NEILL-BROWN,202959,63748472,BUSINESS,77.80,CLAIM ${references[1]}\r\n`,
    );
    expect(valueOf(await runForFinance(now(), team.checker, runId)).state).toBe("exported");
  });
});

test("a file says of an account what was on record when it was made: it can be had again after somebody recorded another kind", async () => {
  const layoutId = await keep("Cater Allen again", newLayout("cater-allen"));
  const runId = await signed();
  await sayKind(0, "personal");
  await sayKind(1, "personal");
  const { number } = valueOf(await made(runId, { layoutId }));
  const before = await fileOf(runId, number);
  const later = moment("2026-11-04T09:00:00.000Z");
  const { personId } = team.people[0]!;
  const { payee } = valueOf(await payeeForFinance(later, team.checker, personId));
  const kind = { kind: "account-kind", accountKind: "business" } as const;
  valueOf(await recordAboutPayee(later, team.checker, { personId, account: payee!.account }, kind));
  expect(valueOf(await downloadExport(later, team.checker, { runId, number }))).toEqual(before);
  const { version } = valueOf(await runForFinance(later, team.checker, runId));
  const again = valueOf(await exportRun(later, team.checker, { runId, version }, { layoutId }));
  expect(valueOf(await downloadExport(later, team.checker, { runId, number: again.number })).text).toContain(
    "MIA BELL,089999,66374958,BUSINESS",
  );
});

test("a name longer than the bank takes stops the file, names the claim, and leaves no file on record", async () => {
  const begun = newLayout("cater-allen");
  const columns = begun.columns.filter(({ holds }) => holds !== "account-kind");
  const layoutId = await keep("Short names", {
    ...begun,
    columns: columns.map((one) => (one.holds === "account-name" ? { ...one, most: 9 } : one)),
  });
  const runId = await signed();
  const references = valueOf(await runForFinance(now(), team.checker, runId)).lines.map(({ reference }) => reference);
  expect(refusalOf(await made(runId, { layoutId }))).toEqual({
    kind: "too-long",
    column: "account-name",
    most: 9,
    references: [references[1]],
  });
  expect(valueOf(await runForFinance(now(), team.checker, runId)).exports).toEqual([]);
});

describe("columns of one's own", () => {
  test("the columns begun from PayGate write byte for byte what the PayGate file has", async () => {
    const layoutId = await keep("Like PayGate", newLayout("paygate"));
    const runId = await signed();
    const own = valueOf(await made(runId, { layoutId })).number;
    const theirs = valueOf(await made(runId, { format: "paygate" })).number;
    expect((await fileOf(runId, own)).text).toBe((await fileOf(runId, theirs)).text);
  });

  test("a file made before its columns were changed or given up is made again as it was, and is known for it", async () => {
    const layoutId = await keep("For the committee", newLayout("plain"));
    const runId = await signed();
    const { number } = valueOf(await made(runId, { layoutId, withChecksum: true }));
    const before = await fileOf(runId, number);
    const { layout, version } = (await layoutOf(now(), team.checker, layoutId))!;
    valueOf(
      await keepLayout(
        now(),
        team.checker,
        { layoutId, version },
        { name: "For the committee", layout: { ...layout, columns: layout.columns.slice(0, 2) } },
      ),
    );
    valueOf(await retireLayout(now(), team.checker, { layoutId, version: version + 1 }));
    expect(await layoutsOf(now(), team.checker)).toEqual([]);
    expect(await fileOf(runId, number)).toEqual(before);
    expect(await recogniseFile(now(), team.checker, before.text)).toMatchObject({
      answer: "yes",
      runId,
      export: number,
      isButForLineEnds: false,
    });
    expect(refusalOf(await made(runId, { layoutId }))).toEqual({ kind: "no-such-layout" });

    const { text, fileName } = checksumOf(before);
    expect(fileName).toBe("batch-1-own.csv.sha256");
    expect(text).toBe(`${createHash("sha256").update(Buffer.from(before.text, "utf8")).digest("hex")}  batch-1-own.csv\n`);
  });

  test("a name that would be a formula stays a text in a spreadsheet, and account numbers are refused there", async () => {
    const context = now();
    await context.change(async (tx) => tx.update(meetings).set({ name: '=HYPERLINK("http://example.org","Planning")' }));
    const layoutId = await keep("List", { ...newLayout("plain"), quotes: "when-needed" });
    const runId = await signed();
    const { number } = valueOf(await made(runId, { layoutId }));
    const { text } = await fileOf(runId, number);
    expect(text).toContain(`,"'=HYPERLINK(""http://example.org"",""Planning"")",`);
    expect(text).not.toMatch(/66374958|63748472/u);
    const withAccounts = { ...newLayout("cater-allen"), isFor: "spreadsheet" as const };
    expect(refusalOf(await keepLayout(now(), team.checker, "new", { name: "Leaks", layout: withAccounts }))).toEqual([
      { problem: "account-in-a-spreadsheet", column: 1 },
      { problem: "account-in-a-spreadsheet", column: 2 },
    ]);
  });

  test("another organisation's columns are not there, two sets have two names, and two people saving at once do not overwrite", async () => {
    const layoutId = await keep("Our bank", newLayout("paygate"));
    const other = await moneyTeam(moment, 1);
    expect(await layoutOf(now(), other.checker, layoutId)).toBeNull();
    expect(await layoutsOf(now(), other.checker)).toEqual([]);
    const theirs = { name: "Theirs", layout: newLayout("plain") };
    expect(refusalOf(await keepLayout(now(), other.checker, { layoutId, version: 1 }, theirs))).toBe("not-found");
    expect(refusalOf(await retireLayout(now(), other.checker, { layoutId, version: 1 }))).toBe("not-found");
    expect(refusalOf(await keepLayout(now(), team.checker, "new", { name: "our BANK", layout: newLayout("plain") }))).toBe("name-taken");
    const change = { name: "Our bank", layout: newLayout("paygate") };
    valueOf(await keepLayout(now(), team.checker, { layoutId, version: 1 }, change));
    expect(refusalOf(await keepLayout(now(), team.releaser, { layoutId, version: 1 }, change))).toBe("changed-by-someone-else");
  });

  test("nothing of what somebody needs or gets can be a column, and made-up payments show how the file will be", () => {
    for (const beginning of ["plain", "paygate", "cater-allen", "ledger"] as const) {
      const preview = previewOf(newLayout(beginning));
      expect(preview.trimEnd().split("\r\n")).toHaveLength(beginning === "paygate" ? 2 : 3);
    }
    expect(JSON.stringify(newLayout("ledger"))).not.toMatch(/access|benefit|need/iu);
  });
});
