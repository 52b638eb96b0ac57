import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvText, readCsv, textOfCsv } from "#app/domain/basics/csv.ts";

const cellsOf = (text: string): readonly (readonly string[])[] => {
  const read = readCsv(text);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return [read.value.header, ...read.value.records].map(({ cells }) => cells);
};

describe("reading a list", () => {
  test("quoted cells keep their commas, doubled quotes and line ends, and lines are counted as an editor counts them", () => {
    const read = readCsv('Name,Address\r\n"Prŷs, Gwilym","1 ""The Row""\r\nLeeds"\r\n\r\nAsha,2 Hill\r\n');
    expect(read).toEqual({
      ok: true,
      value: {
        header: { line: 1, cells: ["Name", "Address"] },
        records: [
          { line: 2, cells: ["Prŷs, Gwilym", '1 "The Row"\r\nLeeds'] },
          { line: 5, cells: ["Asha", "2 Hill"] },
        ],
        separator: ",",
      },
    });
  });

  test("a byte order mark, semicolons, tabs and any line end are understood", () => {
    expect(cellsOf("\uFEFFName;Email\nAsha;asha@example.org\n")).toEqual([
      ["Name", "Email"],
      ["Asha", "asha@example.org"],
    ]);
    expect(cellsOf("Name\tEmail\rAsha\ta,b;c")).toEqual([
      ["Name", "Email"],
      ["Asha", "a,b;c"],
    ]);
  });

  test("separators inside quotes do not decide what separates the cells", () => {
    expect(cellsOf('"Last; first; middle; more",Email\nA,b')).toEqual([
      ["Last; first; middle; more", "Email"],
      ["A", "b"],
    ]);
  });

  test("an empty last cell is a cell", () => {
    expect(cellsOf("a,b,\n1,,\n2,3,")).toEqual([
      ["a", "b", ""],
      ["1", "", ""],
      ["2", "3", ""],
    ]);
  });

  test("a file with nothing in it and a quote never closed are refused", () => {
    expect(readCsv("\uFEFF\r\n , \n")).toEqual({ ok: false, refusal: { problem: "empty" } });
    expect(readCsv('Name\nAsha\n"Gwilym\n')).toEqual({ ok: false, refusal: { problem: "quote-not-closed", line: 3 } });
  });

  test("old Windows letters and UTF-16 are read as the letters they are", () => {
    expect(textOfCsv(new Uint8Array([0x43, 0x61, 0x66, 0xe9]))).toEqual({ text: "Café", letters: "windows-1252" });
    expect(textOfCsv(new Uint8Array([0xff, 0xfe, 0x41, 0, 0xe9, 0]))).toEqual({ text: "Aé", letters: "utf-16" });
    expect(textOfCsv(new TextEncoder().encode("Prŷs"))).toEqual({ text: "Prŷs", letters: "utf-8" });
  });
});

describe("writing a list", () => {
  test("no cell begins as a formula, and each comes back as it was", () => {
    for (const cell of ["=1+1", "+44 7700 900982", "-5", "@SUM(A1)", "\t=1", " =1", "＝1", "'=1", "''+1", "|calc", "%0"]) {
      const text = csvText(["A"], [[cell]]);
      const [, written = ""] = text.slice(1).split("\r\n");
      expect(written.replace(/^"/u, "").startsWith("'"), cell).toBe(true);
      expect(cellsOf(text)).toEqual([["A"], [cell]]);
    }
  });

  test("for any cells, what is written is read again as it was, and nothing a spreadsheet reads is a formula", () => {
    const cell = fc.string({ unit: fc.constantFrom(..."ab=+-@'\",;\t\r\n é|%".split(""), "x") }).filter((text) => !text.includes("\uFEFF"));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 6 }), (rows) => {
        const kept = rows.filter((row) => row.some((one) => one.trim() !== ""));
        const text = csvText(["A", "B", "C"], kept);
        expect(cellsOf(text)).toEqual([["A", "B", "C"], ...kept]);
        // As a spreadsheet reads it, with the guard still on.
        for (const field of text.slice(1).match(/"(?:[^"]|"")*"|[^,\r\n]+/gu) ?? []) {
          const shown = field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;
          expect(/^\s*[=+\-@]/u.test(shown), JSON.stringify(shown)).toBe(false);
        }
      }),
    );
  });
});
