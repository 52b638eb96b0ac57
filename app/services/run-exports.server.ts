// A signed run as a file: for a bank, for the ledger, or to look at. What was signed is checked again before anything leaves the house,
// and the fingerprint of each file is kept (promises.md T15).
import { createHash } from "node:crypto";
import { dayIn, type Instant } from "#app/domain/basics/dates.ts";
import { subtract } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { BacsRefusal } from "#app/domain/payments/bacs18.ts";
import { standardAccountOf } from "#app/domain/payments/bank-details.ts";
import { type ExportFormat, type FileCredit, type SheetCell, writeBankFile, writeSheet } from "#app/domain/payments/payment-files.ts";
import type { ColumnSource, SheetLayout } from "#app/domain/payments/sheet-layouts.ts";
import type { FinanceOfficer } from "#app/domain/people/actors.ts";
import type { Db, Tx } from "#db/open.ts";
import { findLayout } from "#db/stores/export-layouts.ts";
import { addExport, listExports, type RunLineWithNames, saveRun, type StoredRun } from "#db/stores/payment-runs.ts";
import type { Context } from "./context.server.ts";
import { ownFileOf } from "./own-files.server.ts";
import { payeeNumberOf, payingAccountOf } from "./payees.server.ts";
import { filesMadeWith, isSameAccount, linesAsSigned, sealSignedWith, type SignedWith } from "./run-signed-with.server.ts";
import { frozenPayeeOf, signedStateOf, linesNow, recordOnRun, runDeadline, type RunRefusal, type Work, workOn } from "./run-work.server.ts";

export type ExportRefusal =
  | RunRefusal
  | { readonly kind: "no-paying-account" }
  /** What was signed has no number with Bacs, and the account has been changed for another since. */
  | { readonly kind: "signed-without-bacs-number" }
  /** The file was made before a claim was taken out: it would pay what is not to be paid. */
  | { readonly kind: "taken-out-since" }
  | { readonly kind: "no-such-layout" }
  | { readonly kind: "not-known"; readonly column: ColumnSource; readonly references: readonly string[] }
  | { readonly kind: "too-long"; readonly column: ColumnSource; readonly most: number; readonly references: readonly string[] }
  | { readonly kind: "no-accounts"; readonly references: readonly string[] }
  | { readonly kind: "bank-file"; readonly refusal: BacsRefusal; readonly reference: string | null }
  | { readonly kind: "not-for-this-kind" };

/** A file to make: in a layout of ours or with the organisation's own columns; with a file of its checksum beside it, or without. */
export type WantedFile = ({ readonly format: ExportFormat } | { readonly layoutId: string }) & { readonly withChecksum?: boolean };

/** Makes an export: checks again what was signed, puts the file's fingerprint on record and says under which number it can be had. */
export async function exportRun(
  context: Context,
  finance: FinanceOfficer,
  at: { readonly runId: string; readonly version: number },
  file: ExportFormat | WantedFile,
  intent?: string,
): Promise<Result<{ readonly number: number; readonly fileName: string }, ExportRefusal>> {
  return context.change<Result<{ readonly number: number; readonly fileName: string }, ExportRefusal>>(
    async (tx) => {
      const work = await workOn(tx, finance, at.runId);
      if (work === null) return refused({ kind: "not-found" });
      const { run } = work;
      if (run.version !== at.version) return refused({ kind: "changed-by-someone-else" });
      if (run.state === "draft" || run.state === "cancelled") return refused({ kind: "not-now", state: run.state });
      const wanted: WantedFile = typeof file === "string" ? { format: file } : file;
      const own = "layoutId" in wanted ? await findLayout(tx, finance.organisationId, wanted.layoutId) : undefined;
      if ("layoutId" in wanted && own === undefined) return refused({ kind: "no-such-layout" });
      const format = "format" in wanted ? wanted.format : "own";
      const layout = own?.layout ?? null;
      const isForBank = layout === null ? format !== "csv" && format !== "ledger" : layout.isFor === "bank";
      if (isForBank && run.kind !== "bank-file") return refused({ kind: "not-for-this-kind" });
      const checked = await checkSigned(context, tx, finance, work, isForBank && run.state !== "paid");
      if (checked !== null) return refused(checked);
      const number = (await listExports(tx, run.id)).length + 1;
      const madeWith = await filesMadeWith(context, tx, finance, work);
      if (format === "bacs18" && madeWith.payer?.serviceUserNumber === "") {
        const payer = await payingAccountOf(context, tx, finance.organisationId);
        if (payer !== null && !isSameAccount(payer, madeWith.payer)) return refused({ kind: "signed-without-bacs-number" });
      }
      const made = await fileOf(context, tx, work, madeWith, { format, layout, number, madeAt: context.now });
      if (!made.ok) return made;
      await addExport(tx, {
        id: context.newId(),
        runId: run.id,
        number,
        format,
        fileName: made.value.fileName,
        fingerprint: context.vault.fingerprint("payment-file", made.value.text),
        layout,
        withChecksum: wanted.withChecksum ?? false,
        staffId: finance.staffId,
        at: context.now,
      });
      await recordOnRun(context, tx, finance, run, "payment-run-exported", { export: number, format });
      const moved = run.state === "locked" && isForBank ? ({ state: "exported" } as const) : {};
      if (!(await saveRun(tx, run.id, run.version, { ...moved, signedWith: sealSignedWith(context, run.id, madeWith) })))
        return refused({ kind: "changed-by-someone-else" });
      return done({ number, fileName: made.value.fileName });
    },
    { deadline: runDeadline, ...(intent === undefined ? {} : { intent }) },
  );
}

export type MadeFile = { readonly text: string; readonly fileName: string; readonly hasChecksum: boolean };

/** The bytes of an export that was made, made again from what was signed. Refused when they would differ from those on record (promises.md T15). */
export async function downloadExport(
  context: Context,
  finance: FinanceOfficer,
  at: { readonly runId: string; readonly number: number },
): Promise<Result<MadeFile, ExportRefusal>> {
  return context.change<Result<MadeFile, ExportRefusal>>(async (tx) => {
    const again = await madeAgain(context, tx, finance, at);
    if (!again.ok) return again;
    const { file, run, format } = again.value;
    await recordOnRun(context, tx, finance, run, "payment-run-downloaded", { export: at.number, format });
    return done(file);
  });
}

async function madeAgain(
  context: Context,
  db: Db | Tx,
  finance: FinanceOfficer,
  at: { readonly runId: string; readonly number: number },
): Promise<Result<{ readonly file: MadeFile; readonly run: StoredRun; readonly format: string }, ExportRefusal>> {
  const work = await workOn(db, finance, at.runId);
  if (work === null) return refused({ kind: "not-found" });
  const found = (await listExports(db, at.runId)).find(({ made }) => made.number === at.number);
  if (!found) return refused({ kind: "not-found" });
  const checked = await checkSigned(context, db, finance, work, false);
  if (checked !== null) return refused(checked);
  const { made } = found;
  const madeWith = await filesMadeWith(context, db, finance, work);
  const file = await fileOf(context, db, work, madeWith, {
    format: made.format as ExportFormat | "own",
    layout: made.layout,
    number: made.number,
    madeAt: made.at,
  });
  if (!file.ok) return file;
  if (context.vault.fingerprint("payment-file", file.value.text) !== made.fingerprint)
    return refused({ kind: work.lines.some(({ line }) => line.state === "taken-out") ? "taken-out-since" : "not-as-signed" });
  return done({ file: { ...file.value, hasChecksum: made.withChecksum }, run: work.run, format: made.format });
}

/** Why a file that was made cannot be had again now; null where it can. */
export async function whyNotAgain(
  context: Context,
  finance: FinanceOfficer,
  at: { readonly runId: string; readonly number: number },
): Promise<ExportRefusal | null> {
  const again = await madeAgain(context, context.db, finance, at);
  return again.ok ? null : again.refusal;
}

/** The checksum of a file as the usual tools read it: SHA-256 of its bytes, then its name. */
export function checksumOf({ text, fileName }: Pick<MadeFile, "text" | "fileName">): { readonly text: string; readonly fileName: string } {
  return { text: `${createHash("sha256").update(text, "utf8").digest("hex")}  ${fileName}\n`, fileName: `${fileName}.sha256` };
}

/** What a signed run must still be before anything of it leaves the house; null where it is. */
async function checkSigned(
  context: Context,
  db: Db | Tx,
  finance: FinanceOfficer,
  work: Work,
  withAccounts: boolean,
): Promise<RunRefusal | null> {
  const { run, lines } = work;
  const signed = signedStateOf(context, run, lines);
  if (signed !== "as-signed") return { kind: signed === "over-its-time" ? signed : "not-as-signed" };
  const paid = lines.filter(({ line }) => line.state === "in" || line.state === "paid");
  const now = await linesNow(context, db, finance, { ...work, lines: paid });
  const claims: { reference: string; refusal: "changed" | "account-changed" }[] = [];
  for (const { line } of paid) {
    const found = now.get(line.id);
    if (found?.facts.toPay !== line.toPay) claims.push({ reference: line.reference, refusal: "changed" });
    else if (withAccounts && found.hasMoved) claims.push({ reference: line.reference, refusal: "account-changed" });
  }
  return claims.length === 0 ? null : { kind: "claims", claims };
}

type FileWanted = {
  readonly format: ExportFormat | "own";
  readonly layout: SheetLayout | null;
  readonly number: number;
  /** When it was made first. */
  readonly madeAt: Instant;
};

async function fileOf(
  context: Context,
  db: Db | Tx,
  { run, lines }: Pick<Work, "run" | "lines">,
  madeWith: SignedWith,
  { format, layout, number, madeAt }: FileWanted,
): Promise<Result<{ readonly text: string; readonly fileName: string }, ExportRefusal>> {
  const mine = linesAsSigned(
    lines.filter(({ line }) => line.state !== "left-out" && line.state !== "taken-out"),
    madeWith,
  );
  const again = number === 1 ? "" : `-copy-${number}`;
  if (format === "csv" || format === "ledger")
    return done({ text: sheetOf(context, run, mine, madeWith, format, number), fileName: `batch-${run.number}-${format}${again}.csv` });
  const { payer } = madeWith;
  if (format === "own") {
    if (layout === null) throw new Error("A file with the organisation's own columns has none on record");
    if (layout.isFor === "bank") {
      // What no bank could carry is refused here as for every other file.
      const carried = await fileOf(context, db, { run, lines }, madeWith, { format: "paygate", layout: null, number, madeAt });
      if (!carried.ok) return carried;
    }
    const written = await ownFileOf(context, db, layout, { run, lines: mine, madeWith, edition: editionOf(number), madeAt });
    return written.ok ? done({ text: written.value, fileName: `batch-${run.number}-own${again}.csv` }) : written;
  }
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
  const written = writeBankFile(format, { payer, credits, run: run.number, created: dayIn(madeAt), ...madeWith.days });
  if (!written.ok) {
    const { refusal } = written;
    return refused({ kind: "bank-file", refusal, reference: "credit" in refusal ? (credits[refusal.credit]?.claim ?? null) : null });
  }
  return done({ text: written.value, fileName: `batch-${run.number}-${format}${again}.${format === "bacs18" ? "txt" : "csv"}` });
}

function editionOf(number: number): string {
  return number === 1 ? "Original" : `Copy ${number}`;
}

function sheetOf(
  context: Context,
  run: StoredRun,
  lines: readonly RunLineWithNames[],
  { parts, signer }: SignedWith,
  format: "csv" | "ledger",
  number: number,
): string {
  const copy = editionOf(number);
  if (format === "ledger") {
    // A claim paid from several budgets has a row for each, and they add up to it.
    const rows = lines.flatMap(({ line }): readonly (readonly SheetCell[])[] =>
      (parts[line.claimId] ?? [{ code: line.budgetCode, amount: line.toPay }]).map(({ code, amount }) => [
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
