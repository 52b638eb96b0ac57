// The modulus check of a sort code and account number: a check for slips of the pen, not for fraud and not for whether an
// account exists. The table of weights is not ours to bundle, so an administrator loads it; without one the answer is
// "not-checked", never "valid" (decision 14). Method and exceptions: payments.md section f.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { standardAccountOf, type AccountNumber, type AccountNumberCustom, type SortCode } from "./bank-details.ts";

export type WeightRow = {
  readonly from: string;
  readonly to: string;
  readonly method: "MOD10" | "MOD11" | "DBLAL";
  /** Weights for u v w x y z a b c d e f g h. */
  readonly weights: readonly number[];
  readonly exception?: number;
};

export type ModulusTable = {
  readonly version: string;
  readonly validFrom?: CalendarDate;
  readonly rows: readonly WeightRow[];
  /** Sort codes that exception 5 checks as another. */
  readonly substitutes: ReadonlyMap<string, string>;
};

export type ModulusAnswer =
  /** `unchecked` says that the publication counts the pair as passing although nothing could be checked. */
  | { readonly answer: "passes"; readonly table: string; readonly unchecked?: "foreign-currency-account" }
  | { readonly answer: "fails"; readonly table: string }
  | { readonly answer: "not-checkable"; readonly why: "sort-code-not-in-table" | "depends-on-the-bank"; readonly table: string }
  | { readonly answer: "not-checked"; readonly why: "no-table" };

export type TableRefusal = {
  readonly problem: "row-not-understood" | "no-rows" | "substitute-not-understood";
  readonly lineNumber: number;
};

/**
 * Reads the two published text files: weights ("089000 089999 MOD10 0 0 ... 1" with an exception number last) and the
 * sort codes that stand for others. Refused at the first line that is not understood, so that half a table is never used.
 */
export function readModulusTable(files: {
  readonly version: string;
  readonly validFrom?: CalendarDate;
  readonly weights: string;
  readonly substitutes: string;
}): Result<ModulusTable, TableRefusal> {
  const rows: WeightRow[] = [];
  for (const { line, lineNumber } of linesOf(files.weights)) {
    const row = readRow(line);
    if (row === undefined) return refused({ problem: "row-not-understood", lineNumber });
    rows.push(row);
  }
  if (rows.length === 0) return refused({ problem: "no-rows", lineNumber: 0 });
  const substitutes = new Map<string, string>();
  for (const { line, lineNumber } of linesOf(files.substitutes)) {
    const pair = /^(\d{6})\s+(\d{6})$/u.exec(line);
    if (pair?.[1] === undefined || pair[2] === undefined) return refused({ problem: "substitute-not-understood", lineNumber });
    substitutes.set(pair[1], pair[2]);
  }
  return done({ version: files.version, rows, substitutes, ...(files.validFrom === undefined ? {} : { validFrom: files.validFrom }) });
}

/**
 * Checks a pair against a table. "Fails" means "look at it again", not that it is wrong. A sort code the table does not
 * hold and a number whose length only the bank can read cannot be checked, and it says so; so does a foreign-currency
 * account, which the publication counts as passing.
 */
export function checkModulus(
  table: ModulusTable | null,
  account: { readonly sortCode: SortCode; readonly accountNumber: AccountNumber; readonly custom?: AccountNumberCustom },
): ModulusAnswer {
  if (table === null) return { answer: "not-checked", why: "no-table" };
  const version = table.version;
  const standard = standardAccountOf(account, account.custom);
  if (!standard.ok) return { answer: "not-checkable", why: standard.refusal, table: version };
  const { sortCode, accountNumber } = standard.value;
  const rows = table.rows.filter((row) => sortCode >= row.from && sortCode <= row.to);
  const [first, second] = rows;
  if (first === undefined) return { answer: "not-checkable", why: "sort-code-not-in-table", table: version };
  const pair: Pair = { sortCode, accountNumber, substitutes: table.substitutes };
  if (rows.some((row) => row.exception === 6) && isForeignCurrency(accountNumber))
    return { answer: "passes", table: version, unchecked: "foreign-currency-account" };
  return { answer: passes(first, second, pair) ? "passes" : "fails", table: version };
}

type Pair = { readonly sortCode: string; readonly accountNumber: string; readonly substitutes: ReadonlyMap<string, string> };

// Both rows have to pass. Only these pairs of exceptions let either do; the published flow chart lists 5 as well, but the
// publication's own test cases need both rows there.
const eitherWillDo = new Set(["2,9", "10,11", "12,13"]);

function passes(first: WeightRow, second: WeightRow | undefined, pair: Pair): boolean {
  const firstPasses = rowPasses(first, pair);
  if (second === undefined) return firstPasses;
  if (eitherWillDo.has(`${first.exception ?? ""},${second.exception ?? ""}`)) return firstPasses || rowPasses(second, pair);
  const skipsSecond = [first, second].some((row) => row.exception === 3) && (digitAt(pair, "c") === 6 || digitAt(pair, "c") === 9);
  return firstPasses && (skipsSecond || rowPasses(second, pair));
}

function rowPasses(row: WeightRow, pair: Pair): boolean {
  const sortCode = sortCodeFor(row, pair);
  const weights = weightsFor(row, pair);
  const remainder = remainderOf(row, digitsOf(sortCode, pair.accountNumber), weights);
  if (row.exception === 4) return remainder === digitAt(pair, "g") * 10 + digitAt(pair, "h");
  if (row.exception === 5) return checkDigitFits(row, remainder, pair);
  if (remainder === 0) return true;
  return row.exception === 14 && passesShifted(row, sortCode, weights, pair);
}

function sortCodeFor(row: WeightRow, pair: Pair): string {
  if (row.exception === 5) return pair.substitutes.get(pair.sortCode) ?? pair.sortCode;
  if (row.exception === 8) return "090126";
  return row.exception === 9 ? "309634" : pair.sortCode;
}

const secondWeights = [0, 0, 1, 2, 5, 3, 6, 4, 8, 7, 10, 9, 3, 1];
const secondWeightsWhenGIsNine = [0, 0, 0, 0, 0, 0, 0, 0, 8, 7, 10, 9, 3, 1];

// New arrays, always: a table spoiled by one check would answer the next one wrongly.
function weightsFor(row: WeightRow, pair: Pair): readonly number[] {
  const g = digitAt(pair, "g");
  if (row.exception === 2 && digitAt(pair, "a") !== 0) return g === 9 ? secondWeightsWhenGIsNine : secondWeights;
  const withoutUToB = row.weights.map((weight, index) => (index < 8 ? 0 : weight));
  if (row.exception === 7 && g === 9) return withoutUToB;
  const startsLikeExceptionTen = pair.accountNumber.startsWith("09") || pair.accountNumber.startsWith("99");
  return row.exception === 10 && startsLikeExceptionTen && g === 9 ? withoutUToB : row.weights;
}

function remainderOf(row: WeightRow, digits: readonly number[], weights: readonly number[]): number {
  const products = digits.map((digit, index) => digit * (weights[index] ?? 0));
  const added = products.map((product) => (row.method === "DBLAL" ? digitsAdded(product) : product)).reduce((one, other) => one + other, 0);
  const total = row.exception === 1 ? added + 27 : added;
  return total % (row.method === "MOD11" ? 11 : 10);
}

// Exception 5: the remainder is compared with a check digit instead of nought, g in the MOD11 row and h in the DBLAL row.
function checkDigitFits(row: WeightRow, remainder: number, pair: Pair): boolean {
  if (row.method !== "MOD11") return (10 - remainder) % 10 === digitAt(pair, "h");
  return remainder !== 1 && (11 - remainder) % 11 === digitAt(pair, "g");
}

function passesShifted(row: WeightRow, sortCode: string, weights: readonly number[], pair: Pair): boolean {
  if (![0, 1, 9].includes(digitAt(pair, "h"))) return false;
  return remainderOf(row, digitsOf(sortCode, `0${pair.accountNumber.slice(0, 7)}`), weights) === 0;
}

function isForeignCurrency(accountNumber: string): boolean {
  const first = Number(accountNumber.charAt(0));
  return first >= 4 && first <= 8 && accountNumber.charAt(6) === accountNumber.charAt(7);
}

function digitAt(pair: Pair, name: "a" | "c" | "g" | "h"): number {
  return Number(pair.accountNumber.charAt({ a: 0, c: 2, g: 6, h: 7 }[name]));
}

function digitsOf(sortCode: string, accountNumber: string): readonly number[] {
  return [...sortCode, ...accountNumber].map(Number);
}

function digitsAdded(product: number): number {
  return [...String(product)].map(Number).reduce((one, other) => one + other, 0);
}

function readRow(line: string): WeightRow | undefined {
  const [from, to, method, ...numbers] = line.split(/\s+/u);
  if (from === undefined || to === undefined || !/^\d{6}$/u.test(from) || !/^\d{6}$/u.test(to) || to < from) return undefined;
  if (method !== "MOD10" && method !== "MOD11" && method !== "DBLAL") return undefined;
  if ((numbers.length !== 14 && numbers.length !== 15) || numbers.some((one) => !/^-?\d{1,3}$/u.test(one))) return undefined;
  const [exception] = numbers.slice(14).map(Number);
  const weights = numbers.slice(0, 14).map(Number);
  return { from, to, method, weights, ...(exception === undefined ? {} : { exception }) };
}

function linesOf(text: string): readonly { readonly line: string; readonly lineNumber: number }[] {
  return text
    .split(/\r?\n/u)
    .map((line, index) => ({ line: line.trim(), lineNumber: index + 1 }))
    .filter(({ line }) => line !== "");
}
