// The rows a payment run leaves the house with: the layouts banks read and the plain lists people open in a spreadsheet
// (payments.md section f, promises.md T8). A bank's layout refuses characters it does not know how to carry; a spreadsheet's
// is quoted and cannot begin a formula. Which columns there are is fixed here.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import { done, type Result } from "#app/domain/basics/result.ts";
import { bacsText, layOutBacsFile, type BacsRefusal } from "./bacs18.ts";

const bankLayouts = ["bacs18", "paygate", "sddirect", "eazipay", "bankline"] as const;
export type BankLayout = (typeof bankLayouts)[number];

/** Everything a run can be exported as: lists to look at and the layouts of banks. */
export const exportFormats = ["csv", ...bankLayouts, "ledger"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Why a bank did not pay, or sent a payment back. */
export const reasonsNotPaid = ["wrong-account", "account-closed", "returned", "other"] as const;
export type ReasonNotPaid = (typeof reasonsNotPaid)[number];

/** One payment as every layout reads it. Account digits are eight, as a bank file needs them. */
export type FileCredit = {
  readonly claim: string;
  readonly sortCode: string;
  readonly accountNumber: string;
  readonly name: string;
  readonly reference: string;
  readonly rollNumber?: string;
  readonly amount: Pence;
};

export type PayerAccount = {
  readonly sortCode: string;
  readonly accountNumber: string;
  readonly name: string;
  /** Six digits given by the bank; only a file sent to Bacs needs one. */
  readonly serviceUserNumber: string;
};

export type BankFile = {
  readonly payer: PayerAccount;
  readonly credits: readonly FileCredit[];
  /** The run's number, for the serial and the narrative. */
  readonly run: number;
  readonly created: CalendarDate;
  readonly processingDay: CalendarDate;
  /** The day the money is in accounts. */
  readonly entryDay: CalendarDate;
};

/** Writes one bank file, byte for byte what the layout asks. Refused rather than cut where a cut changes who is paid or how much. */
export function writeBankFile(layout: BankLayout, file: BankFile): Result<string, BacsRefusal> {
  const { payer, run, created, processingDay } = file;
  // One set of rules for every layout: what Bacs could not carry, a bank's portal would refuse or mangle.
  const laidOut = layOutBacsFile({
    serviceUserNumber: layout === "bacs18" || layout === "eazipay" ? payer.serviceUserNumber : "000001",
    serial: serialOf(run, created),
    fileNumber: "001",
    created,
    processingDay,
    payer,
    credits: file.credits,
    contraNarrative: `BATCH ${run}`,
  });
  if (!laidOut.ok) return laidOut;
  if (layout === "bacs18") return done(laidOut.value.records.map((record) => `${record}\r\n`).join(""));
  // Every text of a row went through the Bacs characters, among which is no comma, quote or line end: it is never quoted.
  return done(file.credits.map((credit) => `${rowOf(layout, credit, file).join(",")}\r\n`).join(""));
}

/** A serial of six that no other run of the organisation has: the year and the run's number. */
export function serialOf(run: number, on: CalendarDate): string {
  return `${on.slice(2, 4)}${String(run % 10_000).padStart(4, "0")}`;
}

function rowOf(layout: Exclude<BankLayout, "bacs18">, credit: FileCredit, { payer, entryDay }: BankFile): readonly string[] {
  const name = bacsText(credit.name, 18).trimEnd();
  const reference = bacsText(credit.rollNumber ?? credit.reference, 18).trimEnd();
  const ownName = bacsText(payer.name, 18).trimEnd();
  const [year = "", month = "", day = ""] = entryDay.split("-");
  const amount = poundsInFigures(credit.amount);
  const { sortCode, accountNumber } = credit;
  switch (layout) {
    case "paygate":
      return [
        sortCode,
        accountNumber,
        name,
        amount,
        "99",
        payer.sortCode,
        payer.accountNumber,
        ownName,
        reference,
        `${day}/${month}/${year}`,
      ];
    case "sddirect":
      return [
        name,
        sortCode,
        accountNumber,
        reference,
        amount,
        "99",
        "",
        `${day}/${month}/${year}`,
        payer.sortCode,
        payer.accountNumber,
        ownName,
      ];
    case "eazipay":
      return [
        "99",
        payer.sortCode,
        payer.accountNumber,
        sortCode,
        accountNumber,
        name,
        "0",
        amount,
        `${day}/${month}/${year}`,
        "",
        ownName,
        reference,
        payer.serviceUserNumber,
        "",
        "",
      ];
    case "bankline": {
      const row = Array.from({ length: 85 }, () => "");
      row[3] = "01";
      row[12] = `${payer.sortCode}${payer.accountNumber}`;
      row[16] = amount;
      row[18] = `${day}${month}${year}`;
      row[24] = sortCode;
      row[30] = accountNumber;
      row[32] = bacsText(credit.name, 35).trimEnd();
      row[36] = reference;
      return row;
    }
  }
}

/** "12.50": pounds with two decimals and no sign, as files write money. */
export function poundsInFigures(amount: Pence): string {
  const pence = Math.abs(amount);
  return `${amount < 0 ? "-" : ""}${Math.floor(pence / 100)}.${String(pence % 100).padStart(2, "0")}`;
}

export type SheetCell = string | { readonly money: Pence };

/**
 * A list for a spreadsheet: UTF-8 with a mark at its start, a header row, every cell quoted (RFC 4180), lines ending in CR LF.
 * A text that a spreadsheet would read as a formula gets an apostrophe in front; amounts are written as numbers (promises.md T8).
 */
export function writeSheet(header: readonly string[], rows: readonly (readonly SheetCell[])[]): string {
  const line = (cells: readonly SheetCell[]) => `${cells.map(quoted).join(",")}\r\n`;
  return `\uFEFF${line(header)}${rows.map(line).join("")}`;
}

function quoted(cell: SheetCell): string {
  if (typeof cell !== "string") return poundsInFigures(cell.money);
  return `"${withoutFormula(cell).replaceAll('"', '""')}"`;
}

/** The text with an apostrophe before it where a spreadsheet would take it for a formula, full-width signs among them. */
export function withoutFormula(text: string): string {
  return /^[\s\u0000]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n\u0000]/u.test(text) ? `'${text}` : text;
}
