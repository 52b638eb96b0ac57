// Lists as CSV files (RFC 4180): reading what spreadsheets really write, and writing what none of them will run.
import { done, refused, type Result } from "./result.ts";

/** One record of a file, with the number of the line it begins on as an editor counts them. */
export type CsvRecord = { readonly line: number; readonly cells: readonly string[] };
export type CsvTable = {
  /** The first record that is not empty. */
  readonly header: CsvRecord;
  readonly records: readonly CsvRecord[];
  readonly separator: "," | ";" | "\t";
};
export type CsvRefusal = { readonly problem: "empty" } | { readonly problem: "quote-not-closed"; readonly line: number };

/**
 * Reads a file's bytes as text: UTF-8, or UTF-16 where it begins with its mark, else the old Windows letters, which older
 * spreadsheets still save. `letters` says which, because accents are worth checking in the last case.
 */
export function textOfCsv(bytes: Uint8Array): { readonly text: string; readonly letters: "utf-8" | "utf-16" | "windows-1252" } {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder("utf-16le").decode(bytes), letters: "utf-16" };
  if (first === 0xfe && second === 0xff) return { text: new TextDecoder("utf-16be").decode(bytes), letters: "utf-16" };
  const text = new TextDecoder("utf-8").decode(bytes);
  if (!text.includes("\uFFFD")) return { text, letters: "utf-8" };
  return { text: new TextDecoder("windows-1252").decode(bytes), letters: "windows-1252" };
}

/**
 * Reads CSV text: quoted cells with commas, line ends and doubled quotes in them, any line end, a byte order mark, and commas,
 * semicolons or tabs between the cells (told by the first line). Records with nothing in them are left out; every other keeps
 * the number of its line. A mark that `csvText` put before a cell is taken off again. Refuses a file with nothing in it, and a quote
 * that is never closed, with the line it was opened on.
 */
export function readCsv(given: string): Result<CsvTable, CsvRefusal> {
  const text = given.replace(/^\uFEFF/u, "");
  const separator = separatorOf(text);
  const read = recordsOf(text, separator);
  if (!read.ok) return read;
  const [header, ...records] = read.value.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (header === undefined) return refused({ problem: "empty" });
  return done({ header, records, separator });
}

/**
 * Writes CSV text: RFC 4180, every line ended by CR LF, with a byte order mark so that spreadsheets read accents rightly. A cell that
 * a spreadsheet could take for a formula gets an apostrophe before it, and so is shown and never run.
 */
export function csvText(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\uFEFF${[header, ...rows].map((row) => `${row.map(writtenCell).join(",")}\r\n`).join("")}`;
}

const couldBeFormula = /^[\s\u0000-\u001F]*[=+\-@＝＋－＠|%]|^[\t\r\n]/u;

function writtenCell(cell: string): string {
  const safe = couldBeFormula.test(cell) || (cell.startsWith("'") && couldBeFormula.test(cell.replace(/^'+/u, ""))) ? `'${cell}` : cell;
  return /[",;\t\r\n']|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function readCell(cell: string): string {
  return cell.startsWith("'") && couldBeFormula.test(cell.replace(/^'+/u, "")) ? cell.slice(1) : cell;
}

// The separator that stands most often outside quotes in the first line with anything in it; a comma when none does.
function separatorOf(text: string): CsvTable["separator"] {
  const counts = { ",": 0, ";": 0, "\t": 0 };
  let isQuoted = false;
  let hasText = false;
  for (const letter of text) {
    if (letter === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (letter === "\n" || letter === "\r") {
      if (hasText) break;
    } else {
      hasText = true;
      if (letter === "," || letter === ";" || letter === "\t") counts[letter] += 1;
    }
  }
  const order = [",", ";", "\t"] as const;
  return order.reduce((best, one) => (counts[one] > counts[best] ? one : best));
}

function recordsOf(text: string, separator: string): Result<readonly CsvRecord[], CsvRefusal> {
  const records: CsvRecord[] = [];
  let cells: string[] = [];
  let at = 0;
  let line = 1;
  let beganOn = 1;
  const endRecord = (): void => {
    records.push({ line: beganOn, cells });
    cells = [];
    beganOn = line;
  };
  while (at < text.length) {
    let cell = "";
    if (text[at] === '"') {
      const openedOn = line;
      at += 1;
      for (;;) {
        const close = text.indexOf('"', at);
        if (close === -1) return refused({ problem: "quote-not-closed", line: openedOn });
        const piece = text.slice(at, close);
        cell += piece;
        line += lineEndsIn(piece);
        at = close + 1;
        if (text[at] !== '"') break;
        cell += '"';
        at += 1;
      }
    }
    // What follows a closing quote and is neither separator nor line end belongs to the cell: nothing typed is dropped.
    const rest = restOfCell(text, at, separator);
    cell += rest;
    at += rest.length;
    cells.push(readCell(cell));
    if (text[at] === separator) {
      at += 1;
      if (at >= text.length) cells.push("");
      else if (text[at] !== "\r" && text[at] !== "\n") continue;
      else cells.push("");
    }
    if (at < text.length) {
      at += text[at] === "\r" && text[at + 1] === "\n" ? 2 : 1;
      line += 1;
    }
    endRecord();
  }
  return done(records);
}

function restOfCell(text: string, from: number, separator: string): string {
  let to = from;
  while (to < text.length && text[to] !== separator && text[to] !== "\r" && text[to] !== "\n") to += 1;
  return text.slice(from, to);
}

function lineEndsIn(piece: string): number {
  return piece.match(/\r\n|\r|\n/gu)?.length ?? 0;
}
