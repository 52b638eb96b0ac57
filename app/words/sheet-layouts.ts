// The words of an organisation's own columns: what each may hold, how dates and amounts are written, and what has to be mended.
import type { ColumnSource, LayoutBeginning, LayoutProblem, SheetLayout } from "#app/domain/payments/sheet-layouts.ts";

export const columnNames: Readonly<Record<ColumnSource, string>> = {
  payee: "Who is paid",
  "payee-number": "Their number in your ledger",
  "account-name": "Name on the account",
  "sort-code": "Sort code",
  "account-number": "Account number",
  "roll-number": "Roll number",
  "account-kind": "Personal or business account",
  amount: "Amount to pay",
  "for-time": "For time",
  "for-costs": "For costs",
  "payment-reference": "Reference on the bank statement",
  claim: "Claim reference",
  "payment-date": "Payment date",
  meeting: "Meeting",
  "meeting-date": "Date of the meeting",
  "budget-code": "Budget code",
  how: "How it is paid",
  batch: "Batch number",
  "signed-by": "Who signed the batch",
  "own-sort-code": "Your own sort code",
  "own-account-number": "Your own account number",
  "own-name": "Your name on your account",
  edition: "Original or copy",
};

export const beginningNames: Readonly<Record<LayoutBeginning, string>> = {
  plain: "Plain list for a spreadsheet",
  paygate: "PayGate",
  "cater-allen": "Cater Allen",
  ledger: "Ledger",
};

/** What to know before a beginning is used. */
export const beginningNotes: Readonly<Partial<Record<LayoutBeginning, string>>> = {
  "cater-allen":
    "Cater Allen gives you a template. Put the columns in its order, and copy its headings. We know only that it has a column for a personal or a business account.",
  ledger: "Every ledger asks for its own columns. Compare these with what yours takes in.",
};

export const dateFormatNames: Readonly<Record<SheetLayout["dates"], string>> = {
  iso: "2026-12-03",
  slashes: "03/12/2026",
  dashes: "03-12-2026",
  digits: "03122026",
};

export const amountNames: Readonly<Record<SheetLayout["amounts"], string>> = { pounds: "Pounds, like 77.80", pence: "Pence, like 7780" };

export const separatorNames: Readonly<Record<SheetLayout["separator"], string>> = { comma: "Comma", semicolon: "Semicolon", tab: "Tab" };

export const quoteNames: Readonly<Record<SheetLayout["quotes"], string>> = {
  always: "Around every text",
  "when-needed": "Only where a text needs them",
};

export const lineEndNames: Readonly<Record<SheetLayout["lineEnds"], string>> = {
  "cr-lf": "As Windows writes them (CR LF)",
  lf: "As other systems write them (LF)",
};

export const characterNames: Readonly<Record<SheetLayout["characters"], string>> = {
  "utf-8-marked": "Every letter, with a mark that spreadsheets look for (UTF-8)",
  "utf-8": "Every letter, without a mark (UTF-8)",
  "bank-letters": "Capitals and figures that banks can carry. Accents are taken off",
};

export const purposeNames: Readonly<Record<SheetLayout["isFor"], string>> = {
  spreadsheet: "A spreadsheet or a ledger. No cell can begin a formula, and there are no account numbers",
  bank: "Your bank. It holds account numbers, and nothing is added that a bank does not read",
};

export const rowNames: Readonly<Record<SheetLayout["rowFor"], string>> = {
  payment: "One row for each payment",
  "budget-code": "One row for each budget code of a payment",
};

/** What has to be mended in a layout. */
export function layoutProblemSentence(problem: LayoutProblem, layout: SheetLayout): string {
  switch (problem.problem) {
    case "no-columns":
      return "Give at least 1 column a place";
    case "too-many-columns":
      return "Give 60 columns or fewer a place";
    case "no-amount":
      return "A file for your bank has the amount to pay. Give it a place";
    case "no-heading":
    case "length-not-one":
    case "words-too-long":
    case "account-in-a-spreadsheet": {
      const column = layout.columns[problem.column];
      const name = column === undefined || column.holds === "the-same" ? "a column of your own" : columnNames[column.holds].toLowerCase();
      if (problem.problem === "length-not-one") return `The most characters of ${name} must be a whole number from 1 to 500`;
      if (problem.problem === "words-too-long") return `The words of ${name} are longer than the column takes`;
      return problem.problem === "no-heading"
        ? `Enter a heading for ${name}, or choose a file without headings`
        : `Account numbers are only for a file for your bank. Take out the place of ${name}`;
    }
  }
}
