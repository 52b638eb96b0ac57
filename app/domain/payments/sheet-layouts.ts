// Files with an organisation's own columns: which, in which order, under which headings, and how dates and amounts are written
// (payments.md section f, "a column mapping per organisation"). A file for a bank carries a bank's letters only and no guards
// against formulas; a file for a spreadsheet cannot begin one.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { bacsText } from "./bacs18.ts";
import { poundsInFigures, withoutFormula } from "./payment-files.ts";

/** What a column may hold, in the order they are offered. */
export const columnSources = [
  "payee",
  "payee-number",
  "account-name",
  "sort-code",
  "account-number",
  "roll-number",
  "account-kind",
  "amount",
  "for-time",
  "for-costs",
  "payment-reference",
  "claim",
  "payment-date",
  "meeting",
  "meeting-date",
  "budget-code",
  "how",
  "batch",
  "signed-by",
  "own-sort-code",
  "own-account-number",
  "own-name",
  "edition",
] as const;
export type ColumnSource = (typeof columnSources)[number];

/**
 * A column with a value of every payment, or with the same words in every row (none: an empty column). `most` is the most characters its
 * reader takes, as they are written in the file and without quotes.
 */
export type SheetColumn = { readonly heading: string; readonly most?: number } & (
  { readonly holds: ColumnSource } | { readonly holds: "the-same"; readonly text: string }
);

export const dateFormats = ["iso", "slashes", "dashes", "digits"] as const;
export const separators = ["comma", "semicolon", "tab"] as const;
export const characterSets = ["utf-8-marked", "utf-8", "bank-letters"] as const;

export type SheetLayout = {
  readonly isFor: "bank" | "spreadsheet";
  /** One row for each payment, or one for each budget code a payment is paid from. */
  readonly rowFor: "payment" | "budget-code";
  readonly columns: readonly SheetColumn[];
  readonly hasHeadings: boolean;
  readonly dates: (typeof dateFormats)[number];
  readonly amounts: "pounds" | "pence";
  readonly separator: (typeof separators)[number];
  readonly quotes: "always" | "when-needed";
  readonly lineEnds: "cr-lf" | "lf";
  readonly characters: (typeof characterSets)[number];
};

/** A value as it is before it is written: text, a day, or money. Null is not known. */
export type SheetValue = string | { readonly day: CalendarDate } | { readonly money: Pence } | null;
export type SheetRow = Readonly<Record<ColumnSource, SheetValue>> & { readonly claim: string };

export type SheetRefusal =
  | { readonly kind: "not-known"; readonly column: ColumnSource; readonly claims: readonly string[] }
  | { readonly kind: "too-long"; readonly column: ColumnSource; readonly most: number; readonly claims: readonly string[] };

/**
 * Writes a file with an organisation's own columns. Refused where a column's value is not known of some payment, so that no row goes
 * to a bank with a hole in it; and where one is longer than its column takes: nothing is ever cut.
 */
export function writeOwnSheet(layout: SheetLayout, rows: readonly SheetRow[]): Result<string, SheetRefusal> {
  for (const column of layout.columns) {
    if (column.holds === "the-same") continue;
    const claims = rows.filter((row) => row[column.holds] === null).map(({ claim }) => claim);
    if (claims.length > 0) return refused({ kind: "not-known", column: column.holds, claims });
    const { most } = column;
    if (most === undefined) continue;
    const long = rows.filter((row) => [...plainly(layout, row[column.holds] ?? "")].length > most).map(({ claim }) => claim);
    if (long.length > 0) return refused({ kind: "too-long", column: column.holds, most, claims: [...new Set(long)] });
  }
  const end = layout.lineEnds === "cr-lf" ? "\r\n" : "\n";
  const between = { comma: ",", semicolon: ";", tab: "\t" }[layout.separator];
  const line = (cells: readonly string[]) => `${cells.join(between)}${end}`;
  const headings = layout.hasHeadings ? line(layout.columns.map(({ heading }) => written(layout, heading, between))) : "";
  const lines = rows.map((row) =>
    line(layout.columns.map((column) => cellOf(layout, column.holds === "the-same" ? column.text : (row[column.holds] ?? ""), between))),
  );
  return done(`${layout.characters === "utf-8-marked" ? "\uFEFF" : ""}${headings}${lines.join("")}`);
}

function cellOf(layout: SheetLayout, value: Exclude<SheetValue, null>, between: string): string {
  const plain = plainly(layout, value);
  // An amount is a number in every layout: quotes would make it a text in a spreadsheet.
  return typeof value !== "string" && "money" in value ? plain : quoted(layout, plain, between);
}

/** A value as the file has it, before quotes. */
function plainly(layout: SheetLayout, value: Exclude<SheetValue, null>): string {
  if (typeof value === "string") return carried(layout, value);
  if ("money" in value) return layout.amounts === "pence" ? String(value.money) : poundsInFigures(value.money);
  return carried(layout, dayIn(layout, value.day));
}

function dayIn({ dates }: SheetLayout, day: CalendarDate): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return { iso: day, slashes: `${date}/${month}/${year}`, dashes: `${date}-${month}-${year}`, digits: `${date}${month}${year}` }[dates];
}

function written(layout: SheetLayout, text: string, between: string): string {
  return quoted(layout, carried(layout, text), between);
}

function carried({ isFor, characters }: SheetLayout, text: string): string {
  const plain = characters === "bank-letters" ? bacsText(text, 2 * text.length).trimEnd() : text;
  return isFor === "spreadsheet" ? withoutFormula(plain) : plain;
}

function quoted({ quotes }: SheetLayout, plain: string, between: string): string {
  const needsQuotes = quotes === "always" || plain.includes(between) || /["\r\n]/u.test(plain);
  return needsQuotes ? `"${plain.replaceAll('"', '""')}"` : plain;
}

const accountColumns: ReadonlySet<ColumnSource> = new Set([
  "sort-code",
  "account-number",
  "roll-number",
  "own-sort-code",
  "own-account-number",
]);
const mostColumns = 60;
/** More characters than any reader of such a file takes in one column. */
const longestColumn = 500;

export type LayoutProblem =
  | { readonly problem: "no-columns" | "too-many-columns" | "no-amount" }
  | { readonly problem: "no-heading" | "account-in-a-spreadsheet" | "length-not-one" | "words-too-long"; readonly column: number };

/**
 * Everything that keeps a layout from being used; an empty list means it is sound. A file for a bank has the amount; account numbers are
 * for banks only, because a spreadsheet is passed on.
 */
export function checkLayout(layout: SheetLayout): readonly LayoutProblem[] {
  const { columns, isFor, hasHeadings } = layout;
  if (columns.length === 0) return [{ problem: "no-columns" }];
  if (columns.length > mostColumns) return [{ problem: "too-many-columns" }];
  return [
    ...(columns.some(({ holds }) => holds === "amount") || isFor === "spreadsheet" ? [] : [{ problem: "no-amount" } as const]),
    ...columns.flatMap((each, column): readonly LayoutProblem[] => lengthProblems(layout, each, column)),
    ...columns.flatMap(({ holds, heading }, column): readonly LayoutProblem[] => [
      ...(hasHeadings && heading.trim() === "" ? [{ problem: "no-heading", column } as const] : []),
      ...(isFor === "spreadsheet" && holds !== "the-same" && accountColumns.has(holds)
        ? [{ problem: "account-in-a-spreadsheet", column } as const]
        : []),
    ]),
  ];
}

// The words that are the same in every row are known now: what would be too long is said now, and not on the day of payment.
function lengthProblems(layout: SheetLayout, column: SheetColumn, index: number): readonly LayoutProblem[] {
  const { most } = column;
  if (most === undefined) return [];
  if (!Number.isInteger(most) || most < 1 || most > longestColumn) return [{ problem: "length-not-one", column: index }];
  const isTooLong = column.holds === "the-same" && [...carried(layout, column.text)].length > most;
  return isTooLong ? [{ problem: "words-too-long", column: index }] : [];
}

const plainSheet = {
  isFor: "spreadsheet",
  rowFor: "payment",
  hasHeadings: true,
  dates: "iso",
  amounts: "pounds",
  separator: "comma",
  quotes: "always",
  lineEnds: "cr-lf",
  characters: "utf-8-marked",
} as const satisfies Omit<SheetLayout, "columns">;

const plainBankFile = {
  isFor: "bank",
  rowFor: "payment",
  hasHeadings: true,
  dates: "slashes",
  amounts: "pounds",
  separator: "comma",
  quotes: "when-needed",
  lineEnds: "cr-lf",
  characters: "bank-letters",
} as const satisfies Omit<SheetLayout, "columns">;

export const layoutBeginnings = ["plain", "paygate", "cater-allen", "ledger"] as const;
export type LayoutBeginning = (typeof layoutBeginnings)[number];

/**
 * A layout to begin one's own from (payments.md section f). Of the template of Cater Allen only the column for a personal or a business
 * account is known, so its others stand here to be put in the template's order; a ledger's columns are local and are put right too.
 */
export const beginLayout: Readonly<Record<LayoutBeginning, SheetLayout>> = {
  plain: {
    ...plainSheet,
    columns: [
      { holds: "claim", heading: "Claim" },
      { holds: "payee", heading: "Payee" },
      { holds: "meeting", heading: "Meeting" },
      { holds: "for-time", heading: "For time" },
      { holds: "for-costs", heading: "For costs" },
      { holds: "amount", heading: "Total" },
      { holds: "budget-code", heading: "Budget code" },
      { holds: "payment-date", heading: "Payment date" },
      { holds: "batch", heading: "Batch" },
    ],
  },
  paygate: {
    ...plainBankFile,
    hasHeadings: false,
    columns: [
      { holds: "sort-code", heading: "" },
      { holds: "account-number", heading: "" },
      { holds: "account-name", heading: "" },
      { holds: "amount", heading: "" },
      { holds: "the-same", text: "99", heading: "" },
      { holds: "own-sort-code", heading: "" },
      { holds: "own-account-number", heading: "" },
      { holds: "own-name", heading: "" },
      { holds: "payment-reference", heading: "" },
      { holds: "payment-date", heading: "" },
    ],
  },
  "cater-allen": {
    ...plainBankFile,
    columns: [
      { holds: "account-name", heading: "Name" },
      { holds: "sort-code", heading: "Sort code" },
      { holds: "account-number", heading: "Account number" },
      { holds: "account-kind", heading: "Person or business" },
      { holds: "amount", heading: "Amount" },
      { holds: "payment-reference", heading: "Reference" },
    ],
  },
  ledger: {
    ...plainSheet,
    rowFor: "budget-code",
    columns: [
      { holds: "payee-number", heading: "Supplier number" },
      { holds: "claim", heading: "Invoice number" },
      { holds: "payment-date", heading: "Date" },
      { holds: "amount", heading: "Net" },
      { holds: "the-same", text: "", heading: "VAT code" },
      { holds: "budget-code", heading: "Code" },
      { holds: "batch", heading: "Description" },
    ],
  },
};
