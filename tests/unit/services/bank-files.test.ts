// Files for the bank through the services and the database: the published sample byte by byte, cells that could be formulas, and a
// print that is stopped.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import type { FinanceOfficer } from "#app/domain/people/actors.ts";
import { savePayingAccount } from "#app/services/payees.server.ts";
import { cancelPrint, printedFile, printsOf, startPrint } from "#app/services/print-jobs.server.ts";
import { downloadExport, exportRun } from "#app/services/run-exports.server.ts";
import { makeRun } from "#app/services/run-making.server.ts";
import { markRunPaid } from "#app/services/run-paying.server.ts";
import { signRun } from "#app/services/run-signing.server.ts";
import { runForFinance } from "#app/services/run-views.server.ts";
import { taxYearSheet } from "#app/services/statements.server.ts";
import { meetings, people } from "#db/schema.ts";
import { afterwards, financePerson, invitedPerson, markEverybody, pastMeeting, sentClaim } from "#tests/support/claims.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { filesIn } from "#tests/support/archives.ts";
import { makeOrganisation } from "#tests/support/meeting.ts";
import { paymentExamples } from "#tests/support/payment-examples.ts";
import { agree, giveAccount, moneyTeam, type MoneyTeam } from "#tests/support/payment-runs.ts";
import { readPdf, readingText } from "#tests/support/pdf-reader.ts";
import { valueOf } from "#tests/support/results.ts";

let opened: TestInstance;
const moment = (at: string) => opened.context(at);
/** A Tuesday: processed on Wednesday, in accounts on Thursday. */
const submitted = "2026-12-01T15:00:00.000Z";
const thursday = calendarDateOf("2026-12-03");

beforeAll(async () => {
  opened = await testInstance(afterwards);
});
afterAll(() => opened.close());

async function signed(team: Pick<MoneyTeam, "checker" | "releaser">, at = submitted): Promise<string> {
  const { runId } = valueOf(await makeRun(moment(at), team.checker, { kind: "bank-file", paymentDate: thursday, claimIds: "all" }));
  const { version } = valueOf(await runForFinance(moment(at), team.releaser, runId));
  valueOf(await signRun(moment(at), team.releaser, { runId, version }));
  return runId;
}

async function exported(finance: FinanceOfficer, runId: string, format: "bacs18" | "csv" | "ledger", at = submitted): Promise<string> {
  const { version } = valueOf(await runForFinance(moment(at), finance, runId));
  const { number } = valueOf(await exportRun(moment(at), finance, { runId, version }, format));
  return valueOf(await downloadExport(moment(at), finance, { runId, number })).text;
}

async function sampleTeam(): Promise<MoneyTeam> {
  const made = await makeOrganisation(moment("2026-08-01T09:00:00.000Z"));
  const { organisationId, coordinator } = made;
  const { reference } = await pastMeeting(moment, coordinator);
  const sian = await invitedPerson(moment, coordinator, reference, { name: "Siân O'Neill-Brown", email: "sian@example.org" });
  const patel = await invitedPerson(moment, coordinator, reference, { name: "R Patel", email: "patel@example.org", choice: "costs-only" });
  await giveAccount(moment(afterwards), sian, 2, "Siân O'Neill-Brown");
  await giveAccount(moment(afterwards), patel, 1, "R Patel");
  const both = ["finance-check", "finance-authorise"] as const;
  const [checker, authoriser, releaser] = [
    await financePerson(moment(afterwards), organisationId, "Ben Ali", both),
    await financePerson(moment(afterwards), organisationId, "Cara Iqbal", both),
    await financePerson(moment(afterwards), organisationId, "Dev Shah", both),
  ];
  valueOf(
    await savePayingAccount(moment(afterwards), releaser, {
      name: "Example Trust",
      sortCode: "089999",
      accountNumber: "66374958",
      serviceUserNumber: "123456",
    }),
  );
  await markEverybody(moment(afterwards), coordinator, reference);
  const claims = [
    await sentClaim(moment(afterwards), sian),
    await sentClaim(moment(afterwards), patel, { kind: "public-transport", pence: 1_240 }),
  ];
  return { organisationId, coordinator, reference, checker, authoriser, releaser, people: [sian, patel], claims };
}

test("the Bacs file of a signed batch is the published sample, byte by byte, but for our own references and narrative", async () => {
  const team = await sampleTeam();
  await agree(moment(afterwards), team);
  const runId = await signed(team);
  const { records, totalPence } = paymentExamples.bacsStandard18[0]!.expect;
  const lines = valueOf(await runForFinance(moment(submitted), team.checker, runId)).lines;
  expect(lines.map(({ person }) => person)).toEqual(["Siân O'Neill-Brown", "R Patel"]);
  const put = (record: string, at: number, text: string) => `${record.slice(0, at)}${text.padEnd(18)}${record.slice(at + 18)}`;
  const expected = records.map((record, index) => {
    // The reference is in positions 65 to 82 of a payment, the narrative in 47 to 64 of the contra.
    if (index === 4 || index === 5) return put(record, 64, `CLAIM ${lines[index - 4]!.reference}`);
    return index === 6 ? put(record, 46, "BATCH 1") : record;
  });
  expect(await exported(team.checker, runId, "bacs18")).toBe(expected.map((record) => `${record}\r\n`).join(""));
  expect(valueOf(await runForFinance(moment(submitted), team.checker, runId)).total).toBe(totalPence);
});

test("no cell of a list made from what people typed begins a formula, in any column", async () => {
  const team = await moneyTeam(moment, 2);
  const { db } = moment(afterwards);
  const [first, second] = team.people;
  await moment(afterwards).change(async (tx) => {
    await tx.update(people).set({ name: "=HYPERLINK(1)" }).where(eq(people.id, first!.personId));
    await tx.update(people).set({ name: "@SUM(A1)" }).where(eq(people.id, second!.personId));
    await tx.update(meetings).set({ name: "+44 group" }).where(eq(meetings.id, first!.meetingId));
    return { ok: true as const, value: {} };
  });
  await giveAccount(moment(afterwards), first!, 0, "-Bell");
  expect((await db.query.people.findMany()).some(({ name }) => name.startsWith("="))).toBe(true);
  await agree(moment(afterwards), team);
  const run = await makeRun(moment(submitted), team.checker, { kind: "bank-file", paymentDate: thursday, claimIds: [team.claims[1]!] });
  const { runId } = valueOf(run);
  const { version } = valueOf(await runForFinance(moment(submitted), team.releaser, runId));
  valueOf(await signRun(moment(submitted), team.releaser, { runId, version }));
  for (const format of ["csv", "ledger"] as const) {
    const text = await exported(team.checker, runId, format);
    const cells = [...text.slice(1).matchAll(/"((?:[^"]|"")*)"/gu)].map((found) => found[1]!);
    expect(cells.length).toBeGreaterThan(10);
    for (const cell of cells) expect(cell).not.toMatch(/^[\s]*[=+\-@\t\r]/u);
  }
  const sheet = await exported(team.checker, runId, "csv");
  expect(sheet).toContain(`"'@SUM(A1)"`);
  expect(sheet).toContain(`"'+44 group"`);
  const at = { runId, version: valueOf(await runForFinance(moment(submitted), team.releaser, runId)).version };
  valueOf(await markRunPaid(moment(submitted), team.releaser, at, { paidOn: calendarDateOf("2026-12-01"), notPaid: [] }));
  expect(await taxYearSheet(moment(submitted), team.checker, 2026)).toContain(`"'@SUM(A1)"`);
});

test("a print that is stopped leaves nothing behind: no file, no record of one, and the batch as it was", async () => {
  const team = await moneyTeam(moment, 6);
  await agree(moment(afterwards), team);
  const runId = await signed(team);
  const context = moment(submitted);
  const folder = join(opened.folder, "data", "files");
  const filesBefore = readable(folder);
  const rowsBefore = (await context.db.query.files.findMany()).length;
  const runBefore = await context.db.query.paymentRuns.findFirst({ where: (table, { eq }) => eq(table.id, runId) });
  const { jobId } = valueOf(await startPrint(context, team.checker, runId, { what: "payment-forms", order: "surname" }));
  valueOf(await cancelPrint(context, team.checker, jobId));
  expect(await cancelPrint(context, team.checker, jobId)).toEqual({ ok: false, refusal: "not-now" });
  await new Promise((later) => setTimeout(later, 1_500));
  expect(valueOf(await printsOf(context, team.checker, runId)).map(({ state, pages }) => [state, pages])).toEqual([["cancelled", null]]);
  expect(readable(folder)).toEqual(filesBefore);
  expect((await context.db.query.files.findMany()).length).toBe(rowsBefore);
  expect(await context.db.query.paymentRuns.findFirst({ where: (table, { eq }) => eq(table.id, runId) })).toEqual(runBefore);
  // The next print is the first that was ever finished, so it is no copy.
  const next = valueOf(await startPrint(context, team.checker, runId, { what: "payment-forms", order: "budget-code" }));
  await expect
    .poll(async () => valueOf(await printsOf(context, team.checker, runId)).find((one) => one.jobId === next.jobId)?.state, {
      timeout: 20_000,
    })
    .toBe("done");
  expect(valueOf(await printsOf(context, team.checker, runId)).find((one) => one.jobId === next.jobId)?.isCopy).toBe(false);
}, 60_000);

test("a file for each claim is made beside the program: one archive, numbered in order, each a form of one claim with its account", async () => {
  const team = await moneyTeam(moment, 3);
  await agree(moment(afterwards), team);
  const runId = await signed(team);
  const context = moment(submitted);
  const wanted = { what: "payment-form-files", order: "surname" } as const;
  const folder = join(opened.folder, "data", "files");
  const before = readable(folder);
  const stopped = valueOf(await startPrint(context, team.checker, runId, wanted));
  valueOf(await cancelPrint(context, team.checker, stopped.jobId));
  const finished = async () => {
    const { jobId } = valueOf(await startPrint(context, team.checker, runId, wanted));
    const state = async () => valueOf(await printsOf(context, team.checker, runId)).find((one) => one.jobId === jobId)?.state;
    await expect.poll(state, { timeout: 20_000 }).toBe("done");
    return valueOf(await printedFile(context, team.checker, jobId));
  };
  const first = await finished();
  expect(readable(folder)).toHaveLength(before.length + 1);
  expect([first.fileName, first.mediaType]).toEqual([expect.stringMatching(/^batch-\d+-payment-form-files\.zip$/u), "application/zip"]);
  const files = filesIn(first.bytes);
  const lines = valueOf(await runForFinance(context, team.checker, runId)).lines;
  expect(files.map(({ name }) => name)).toEqual(
    lines.map(({ reference }, index) => `${index + 1}-payment-form-${reference.toLowerCase()}.pdf`),
  );
  for (const [index, { bytes }] of files.entries()) {
    const text = readingText(await readPdf(bytes));
    expect(text).toContain(lines[index]!.person);
    expect(text).not.toContain("Copy 2");
  }
  const again = await finished();
  expect(again.fileName).toContain("-copy.zip");
  for (const { bytes } of filesIn(again.bytes)) expect(readingText(await readPdf(bytes))).toContain("Copy 2");
}, 60_000);

function readable(folder: string): readonly string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
}
