// Files with an organisation's own columns, byte by byte: the same payment in different layouts, and what may not begin a formula.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkLayout, writeOwnSheet, type SheetLayout, type SheetRow } from "#app/domain/payments/sheet-layouts.ts";
import { refusalOf, valueOf } from "#tests/support/results.ts";
import { day, pounds } from "./builders.ts";

const row: SheetRow = {
  payee: "Siân O'Neill-Brown",
  "payee-number": "P0000001",
  "account-name": "Siân O'Neill-Brown",
  "sort-code": "070116",
  "account-number": "00003036",
  "roll-number": "",
  "account-kind": "Personal",
  amount: { money: pounds(75) },
  "for-time": { money: pounds(70) },
  "for-costs": { money: pounds(5) },
  "payment-reference": "CLAIM KTRMWPXC",
  claim: "KTRMWPXC",
  "payment-date": { day: day("2026-12-03") },
  meeting: "Falls group",
  "meeting-date": { day: day("2026-11-03") },
  "budget-code": "CP-1042",
  how: "bank",
  batch: "Batch 1",
  "signed-by": "Tom Hale",
  "own-sort-code": "089999",
  "own-account-number": "66374958",
  "own-name": "Example Trust",
  edition: "Original",
};

const bank: SheetLayout = {
  isFor: "bank",
  rowFor: "payment",
  columns: [
    { holds: "sort-code", heading: "Sort code" },
    { holds: "account-number", heading: "Account" },
    { holds: "account-name", heading: "Name" },
    { holds: "account-kind", heading: "Type" },
    { holds: "amount", heading: "Amount" },
    { holds: "the-same", text: "99", heading: "Code" },
    { holds: "payment-date", heading: "Date" },
  ],
  hasHeadings: true,
  dates: "slashes",
  amounts: "pounds",
  separator: "comma",
  quotes: "when-needed",
  lineEnds: "cr-lf",
  characters: "bank-letters",
};

describe("a file with the organisation's own columns", () => {
  test("for a bank: the columns in their order, leading noughts kept, the bank's letters, lines ended with CR LF", () => {
    expect(valueOf(writeOwnSheet(bank, [row]))).toBe(
      "SORT CODE,ACCOUNT,NAME,TYPE,AMOUNT,CODE,DATE\r\n070116,00003036,SIAN O NEILL-BROWN,PERSONAL,75.00,99,03/12/2026\r\n",
    );
  });

  test("without headings, with semicolons, pence, a date in digits and plain line ends", () => {
    const other: SheetLayout = {
      ...bank,
      hasHeadings: false,
      separator: "semicolon",
      amounts: "pence",
      dates: "digits",
      lineEnds: "lf",
    };
    expect(valueOf(writeOwnSheet(other, [row]))).toBe("070116;00003036;SIAN O NEILL-BROWN;PERSONAL;7500;99;03122026\n");
  });

  test("for a spreadsheet: a mark at its start, every text quoted, amounts as numbers, letters as they are", () => {
    const sheet: SheetLayout = { ...bank, isFor: "spreadsheet", quotes: "always", characters: "utf-8-marked", dates: "iso" };
    expect(valueOf(writeOwnSheet(sheet, [row]))).toBe(
      '\uFEFF"Sort code","Account","Name","Type","Amount","Code","Date"\r\n"070116","00003036","Siân O\'Neill-Brown","Personal",75.00,"99","2026-12-03"\r\n',
    );
  });

  test("an account whose kind nobody recorded is named by its claim, and no file is made", () => {
    expect(refusalOf(writeOwnSheet(bank, [row, { ...row, claim: "KTRMWPXD", "account-kind": null }]))).toEqual({
      kind: "not-known",
      column: "account-kind",
      claims: ["KTRMWPXD"],
    });
  });

  test("what is longer than its column takes is refused and named, at the very letter, and never cut", () => {
    const of = (most: number): SheetLayout => ({ ...bank, hasHeadings: false, columns: [{ holds: "payee", heading: "", most }] });
    // Æ is two letters to a bank: the length is that of what the file has.
    const rows = [row, { ...row, claim: "KTRMWPXD", payee: "Ælfric Bæk" }];
    expect(valueOf(writeOwnSheet(of(18), rows))).toBe("SIAN O NEILL-BROWN\r\nAELFRIC BAEK\r\n");
    expect(refusalOf(writeOwnSheet(of(17), rows))).toEqual({ kind: "too-long", column: "payee", most: 17, claims: ["KTRMWPXC"] });
    expect(refusalOf(writeOwnSheet(of(11), rows))).toMatchObject({ kind: "too-long", claims: ["KTRMWPXC", "KTRMWPXD"] });
    const amounts = { ...bank, hasHeadings: false, columns: [{ holds: "amount", heading: "", most: 4 }] } as const satisfies SheetLayout;
    expect(refusalOf(writeOwnSheet(amounts, [row]))).toMatchObject({ kind: "too-long", column: "amount" });
    expect(valueOf(writeOwnSheet({ ...amounts, amounts: "pence" }, [row]))).toBe("7500\r\n");
  });

  test("a length that is none, and words that are too long in every row, are said when the columns are saved", () => {
    const amount = { holds: "amount", heading: "Amount" } as const;
    expect(checkLayout({ ...bank, columns: [{ ...amount, most: 0 }] })).toEqual([{ problem: "length-not-one", column: 0 }]);
    expect(checkLayout({ ...bank, columns: [amount, { holds: "the-same", text: "PAY", heading: "Kind", most: 2 }] })).toEqual([
      { problem: "words-too-long", column: 1 },
    ]);
    expect(checkLayout({ ...bank, columns: [amount, { holds: "the-same", text: "PAY", heading: "Kind", most: 3 }] })).toEqual([]);
  });

  test("letters that become two in a bank's alphabet are not cut off at the end", () => {
    const named = { ...bank, hasHeadings: false, columns: [{ holds: "payee", heading: "" }] } as const satisfies SheetLayout;
    expect(valueOf(writeOwnSheet(named, [{ ...row, payee: "Ælfric Bæk" }]))).toBe("AELFRIC BAEK\r\n");
  });

  test("for any text, no cell of a spreadsheet begins a formula, and a reader of the file gets as many rows and cells as were written", () => {
    const sheet: SheetLayout = { ...bank, isFor: "spreadsheet", characters: "utf-8", columns: two, hasHeadings: false };
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string(), fc.string()), { minLength: 1, maxLength: 4 }),
        fc.constantFrom("always", "when-needed"),
        (texts, quotes) => {
          const made = valueOf(
            writeOwnSheet(
              { ...sheet, quotes },
              texts.map(([payee, meeting]) => ({ ...row, payee, meeting })),
            ),
          );
          const cells = readBack(made);
          expect(cells).toHaveLength(texts.length);
          for (const line of cells) {
            expect(line).toHaveLength(2);
            for (const cell of line) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/u);
          }
        },
      ),
    );
  });
});

const two = [
  { holds: "payee", heading: "Payee" },
  { holds: "meeting", heading: "Meeting" },
] as const;

// A plain reader of RFC 4180, letter by letter.
function readBack(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  let cell = "";
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]!;
    if (isQuoted) {
      if (letter === '"' && text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else if (letter === '"') isQuoted = false;
      else cell += letter;
    } else if (letter === '"') isQuoted = true;
    else if (letter === ",") {
      line.push(cell);
      cell = "";
    } else if (letter === "\r" && text[at + 1] === "\n") {
      line.push(cell);
      lines.push(line);
      line = [];
      cell = "";
      at += 1;
    } else cell += letter;
  }
  return lines;
}
