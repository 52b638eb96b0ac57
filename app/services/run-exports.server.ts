// A signed run as a file: for a bank, for the ledger, or to look at. What was signed is checked again before anything leaves the house,
// and the fingerprint of each file is kept (promises.md T15).
import { addDays, type CalendarDate, dayIn } from "#app/domain/basics/dates.ts";
import { subtract } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { BacsRefusal } from "#app/domain/payments/bacs18.ts";
import { standardAccountOf } from "#app/domain/payments/bank-details.ts";
import { settleClaim } from "#app/domain/payments/claim.ts";
import { bacsDays } from "#app/domain/payments/payee.ts";
import { type ExportFormat, type FileCredit, type SheetCell, writeBankFile, writeSheet } from "#app/domain/payments/payment-files.ts";
import type { FinanceOfficer } from "#app/domain/people/actors.ts";
import type { Db, Tx } from "#db/open.ts";
import type { BudgetPart } from "#app/domain/payments/budget-codes.ts";
import type { StaffAccount } from "#db/stores/accounts.ts";
import { findSentClaim, listClaimCodes } from "#db/stores/claims.ts";
import { addExport, listExports, type RunLineWithNames, saveRun, type StoredRun } from "#db/stores/payment-runs.ts";
import { sentClaimOf } from "./claim-records.server.ts";
import type { Context } from "./context.server.ts";
import { organisationOf } from "./organisations.server.ts";
import { payeeNumberOf, payingAccountOf } from "./payees.server.ts";
import {
  accountMoved,
  frozenPayeeOf,
  linesFingerprint,
  recordOnRun,
  runDeadline,
  type RunRefusal,
  type Work,
  workOn,
} from "./run-work.server.ts";

export type ExportRefusal =
  | RunRefusal
  | { readonly kind: "no-paying-account" }
  | { readonly kind: "no-accounts"; readonly references: readonly string[] }
  | { readonly kind: "bank-file"; readonly refusal: BacsRefusal; readonly reference: string | null }
  | { readonly kind: "not-for-this-kind" };

/** Makes an export: checks again what was signed, puts the file's fingerprint on record and says under which number it can be had. */
export async function exportRun(
  context: Context,
  finance: FinanceOfficer,
  at: { readonly runId: string; readonly version: number },
  format: ExportFormat,
  intent?: string,
): Promise<Result<{ readonly number: number; readonly fileName: string }, ExportRefusal>> {
  return context.change<Result<{ readonly number: number; readonly fileName: string }, ExportRefusal>>(
    async (tx) => {
      const work = await workOn(tx, finance, at.runId);
      if (work === null) return refused({ kind: "not-found" });
      const { run } = work;
      if (run.version !== at.version) return refused({ kind: "changed-by-someone-else" });
      if (run.state === "draft" || run.state === "cancelled") return refused({ kind: "not-now", state: run.state });
      const isForBank = format !== "csv" && format !== "ledger";
      if (isForBank && run.kind !== "bank-file") return refused({ kind: "not-for-this-kind" });
      const checked = await checkSigned(context, tx, finance, work, isForBank && run.state !== "paid");
      if (checked !== null) return refused(checked);
      const number = (await listExports(tx, run.id)).length + 1;
      const file = await fileOf(context, tx, finance, work, { format, number, on: context.today });
      if (!file.ok) return file;
      await addExport(tx, {
        id: context.newId(),
        runId: run.id,
        number,
        format,
        fileName: file.value.fileName,
        fingerprint: context.vault.fingerprint("payment-file", file.value.text),
        staffId: finance.staffId,
        at: context.now,
      });
      await recordOnRun(context, tx, finance, run, "payment-run-exported", { export: number, format });
      if (!(await saveRun(tx, run.id, run.version, run.state === "locked" && isForBank ? { state: "exported" } : {})))
        return refused({ kind: "changed-by-someone-else" });
      return done({ number, fileName: file.value.fileName });
    },
    { deadline: runDeadline, ...(intent === undefined ? {} : { intent }) },
  );
}

/** The bytes of an export that was made, made again from what was signed. Refused when they would differ from those on record (promises.md T15). */
export async function downloadExport(
  context: Context,
  finance: FinanceOfficer,
  at: { readonly runId: string; readonly number: number },
): Promise<Result<{ readonly text: string; readonly fileName: string }, ExportRefusal>> {
  return context.change<Result<{ readonly text: string; readonly fileName: string }, ExportRefusal>>(async (tx) => {
    const work = await workOn(tx, finance, at.runId);
    if (work === null) return refused({ kind: "not-found" });
    const found = (await listExports(tx, at.runId)).find(({ made }) => made.number === at.number);
    if (!found) return refused({ kind: "not-found" });
    const checked = await checkSigned(context, tx, finance, work, false);
    if (checked !== null) return refused(checked);
    const { made } = found;
    const file = await fileOf(context, tx, finance, work, { format: made.format as ExportFormat, number: made.number, on: dayIn(made.at) });
    if (!file.ok) return file;
    if (context.vault.fingerprint("payment-file", file.value.text) !== made.fingerprint) return refused({ kind: "not-as-signed" });
    await recordOnRun(context, tx, finance, work.run, "payment-run-downloaded", { export: made.number, format: made.format });
    return done(file.value);
  });
}

/** What a signed run must still be before anything of it leaves the house; null where it is. */
async function checkSigned(
  context: Context,
  db: Db | Tx,
  finance: FinanceOfficer,
  { run, lines }: Work,
  withAccounts: boolean,
): Promise<RunRefusal | null> {
  if (
    run.linesFingerprint !==
    linesFingerprint(
      context,
      run,
      lines.map(({ line }) => line),
    )
  )
    return { kind: "not-as-signed" };
  const organisation = await organisationOf(context, finance.organisationId);
  const claims: { reference: string; refusal: "changed" | "account-changed" }[] = [];
  for (const { line, person } of lines) {
    if (line.state !== "in" && line.state !== "paid") continue;
    const found = await findSentClaim(db, finance.organisationId, line.claimId);
    if (!found || settleClaim(sentClaimOf(context, found.claim)).toPay !== line.toPay)
      claims.push({ reference: line.reference, refusal: "changed" });
    else if (withAccounts && (await accountMoved(context, db, organisation, line, person, run.paymentDate)))
      claims.push({ reference: line.reference, refusal: "account-changed" });
  }
  return claims.length === 0 ? null : { kind: "claims", claims };
}

async function fileOf(
  context: Context,
  db: Db | Tx,
  finance: FinanceOfficer,
  { run, lines, staff }: Work,
  { format, number, on }: { readonly format: ExportFormat; readonly number: number; readonly on: CalendarDate },
): Promise<Result<{ readonly text: string; readonly fileName: string }, ExportRefusal>> {
  const mine = lines.filter(({ line }) => line.state !== "left-out" && line.state !== "taken-out");
  const again = number === 1 ? "" : `-copy-${number}`;
  if (format === "csv" || format === "ledger") {
    const parts = await partsByClaim(db, mine);
    return done({ text: sheetOf(context, run, mine, staff, parts, format, number), fileName: `batch-${run.number}-${format}${again}.csv` });
  }
  const payer = await payingAccountOf(context, db, finance.organisationId);
  if (payer === null || (format === "bacs18" && payer.serviceUserNumber === "")) return refused({ kind: "no-paying-account" });
  const credits: FileCredit[] = [];
  const without: string[] = [];
  for (const { line } of mine) {
    const { account } = frozenPayeeOf(context, line);
    const standard = account === null ? null : standardAccountOf(account);
    if (account === null || standard?.ok !== true) without.push(line.reference);
    else
      credits.push({
        claim: line.reference,
        sortCode: standard.value.sortCode,
        accountNumber: standard.value.accountNumber,
        name: account.nameOnAccount,
        reference: `CLAIM ${line.reference}`,
        ...(account.rollNumber === undefined ? {} : { rollNumber: account.rollNumber }),
        amount: line.toPay,
      });
  }
  if (without.length > 0) return refused({ kind: "no-accounts", references: without });
  const days = daysFor(context, run.paymentDate);
  const written = writeBankFile(format, { payer, credits, run: run.number, created: on, ...days });
  if (!written.ok) {
    const { refusal } = written;
    return refused({ kind: "bank-file", refusal, reference: "credit" in refusal ? (credits[refusal.credit]?.claim ?? null) : null });
  }
  return done({ text: written.value, fileName: `batch-${run.number}-${format}${again}.${format === "bacs18" ? "txt" : "csv"}` });
}

/** The payment date is the day people have the money: Bacs processes the working day before it. */
export function daysFor(
  context: Context,
  paymentDate: CalendarDate,
): { readonly processingDay: CalendarDate; readonly entryDay: CalendarDate } {
  const holidays = context.holidaysOf("england");
  for (let back = 1; back <= 14; back += 1) {
    const days = bacsDays(addDays(paymentDate, -back), holidays);
    if (days.ok && days.value.entry === paymentDate) return { processingDay: days.value.processing, entryDay: days.value.entry };
  }
  return { processingDay: paymentDate, entryDay: paymentDate };
}

/** What each budget code pays of those claims that are paid from several. */
export async function partsByClaim(
  db: Db | Tx,
  lines: readonly Pick<RunLineWithNames, "line">[],
): Promise<ReadonlyMap<string, readonly BudgetPart[]>> {
  const codes = await listClaimCodes(
    db,
    lines.map(({ line }) => line.claimId),
  );
  return new Map([...new Set(codes.map(({ claimId }) => claimId))].map((id) => [id, codes.filter(({ claimId }) => claimId === id)]));
}

function sheetOf(
  context: Context,
  run: StoredRun,
  lines: readonly RunLineWithNames[],
  staff: readonly StaffAccount[],
  parts: ReadonlyMap<string, readonly BudgetPart[]>,
  format: "csv" | "ledger",
  number: number,
): string {
  const copy = number === 1 ? "Original" : `Copy ${number}`;
  if (format === "ledger") {
    // A claim paid from several budgets has a row for each, and they add up to it.
    const rows = lines.flatMap(({ line }): readonly (readonly SheetCell[])[] =>
      (parts.get(line.claimId) ?? [{ code: line.budgetCode, amount: line.toPay }]).map(({ code, amount }) => [
        payeeNumberOf(line.personId),
        line.reference,
        run.paymentDate,
        { money: amount },
        "",
        code,
        `Batch ${run.number}`,
        copy,
      ]),
    );
    return writeSheet(["Supplier number", "Invoice number", "Date", "Net", "VAT code", "Code", "Description", "Edition"], rows);
  }
  const signer = staff.find(({ id }) => id === run.signedBy)?.name ?? "";
  const rows = lines.map(({ line, meeting }): readonly SheetCell[] => {
    const { name, account } = frozenPayeeOf(context, line);
    return [
      line.reference,
      name,
      meeting.name,
      meeting.date ?? "",
      { money: line.forTime },
      { money: subtract(line.toPay, line.forTime) },
      { money: line.toPay },
      line.budgetCode,
      line.method,
      account === null ? "" : account.nameOnAccount,
      account === null ? "" : `Ends ${line.lastTwo}`,
      run.paymentDate,
      `Batch ${run.number}`,
      signer,
      copy,
    ];
  });
  const header = [
    "Claim",
    "Payee",
    "Meeting",
    "Meeting date",
    "For time",
    "For costs",
    "Total",
    "Budget code",
    "How",
    "Name on account",
    "Account",
    "Payment date",
    "Batch",
    "Signed by",
    "Edition",
  ];
  return writeSheet(header, rows);
}
