// The rows banks and spreadsheets read, byte by byte: each layout typed out by hand from its description.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { poundsInFigures, serialOf, withoutFormula, writeBankFile, writeSheet, type BankFile } from "#app/domain/payments/payment-files.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import { refusalOf, valueOf } from "#tests/support/results.ts";
import { day, pounds } from "./builders.ts";

const file: BankFile = {
  payer: { sortCode: "089999", accountNumber: "66374958", name: "Example Trust", serviceUserNumber: "123456" },
  credits: [
    {
      claim: "C1",
      sortCode: "872427",
      accountNumber: "46238510",
      name: "Siân O'Neill-Brown",
      reference: "CLAIM KTRMWPXC",
      amount: pounds(75),
    },
    {
      claim: "C2",
      sortCode: "202959",
      accountNumber: "03748472",
      name: "R Patel",
      reference: "CLAIM KTRMWPXD",
      rollNumber: "D/12345678-9",
      amount: penceOf(1_240),
    },
  ],
  run: 1,
  created: day("2026-12-01"),
  processingDay: day("2026-12-02"),
  entryDay: day("2026-12-03"),
};

describe("a file for a bank's portal", () => {
  test("PayGate: no header, pounds, its date, the roll number as reference, lines ended with CR LF", () => {
    expect(valueOf(writeBankFile("paygate", file))).toBe(
      "872427,46238510,SIAN O NEILL-BROWN,75.00,99,089999,66374958,EXAMPLE TRUST,CLAIM KTRMWPXC,03/12/2026\r\n" +
        "202959,03748472,R PATEL,12.40,99,089999,66374958,EXAMPLE TRUST,D/12345678-9,03/12/2026\r\n",
    );
  });

  test("SDDirect: the payee first, the code after the amount, an empty hash, then the date and the own account", () => {
    expect(valueOf(writeBankFile("sddirect", file))).toBe(
      "SIAN O NEILL-BROWN,872427,46238510,CLAIM KTRMWPXC,75.00,99,,03/12/2026,089999,66374958,EXAMPLE TRUST\r\n" +
        "R PATEL,202959,03748472,D/12345678-9,12.40,99,,03/12/2026,089999,66374958,EXAMPLE TRUST\r\n",
    );
  });

  test("EaziPay: the code and the own account first, a nought, and two empty fields at the end", () => {
    expect(valueOf(writeBankFile("eazipay", file))).toBe(
      "99,089999,66374958,872427,46238510,SIAN O NEILL-BROWN,0,75.00,03/12/2026,,EXAMPLE TRUST,CLAIM KTRMWPXC,123456,,\r\n" +
        "99,089999,66374958,202959,03748472,R PATEL,0,12.40,03/12/2026,,EXAMPLE TRUST,D/12345678-9,123456,,\r\n",
    );
  });

  test("Bankline: 85 columns, all empty but the eight it needs", () => {
    const rows = valueOf(writeBankFile("bankline", file)).split("\r\n");
    expect(rows).toHaveLength(3);
    expect(rows[2]).toBe("");
    const cells = rows[0]!.split(",");
    expect(cells).toHaveLength(85);
    expect(Object.fromEntries(cells.flatMap((cell, index) => (cell === "" ? [] : [[index + 1, cell]])))).toEqual({
      4: "01",
      13: "08999966374958",
      17: "75.00",
      19: "03122026",
      25: "872427",
      31: "46238510",
      33: "SIAN O NEILL-BROWN",
      37: "CLAIM KTRMWPXC",
    });
    expect(rows[0]).toBe(
      `,,,01${",".repeat(9)}08999966374958,,,,75.00,,03122026${",".repeat(6)}872427${",".repeat(6)}46238510,,SIAN O NEILL-BROWN,,,,CLAIM KTRMWPXC${",".repeat(48)}`,
    );
  });

  test("Bankline keeps 35 letters of a name, the others 18", () => {
    const long = { ...file, credits: [{ ...file.credits[0]!, name: "Alexandrina Featherstonehaugh-Cholmondeley" }] };
    expect(valueOf(writeBankFile("bankline", long)).split(",")[32]).toBe("ALEXANDRINA FEATHERSTONEHAUGH-CHOLM");
    for (const layout of ["paygate", "sddirect", "eazipay"] as const)
      expect(valueOf(writeBankFile(layout, long))).toContain(",ALEXANDRINA FEATHE,".slice(layout === "sddirect" ? 1 : 0));
  });

  test("a file is refused, in every layout, for what would pay somebody else or nobody", () => {
    for (const layout of ["bacs18", "paygate", "sddirect", "eazipay", "bankline"] as const) {
      expect(refusalOf(writeBankFile(layout, { ...file, credits: [] })).problem).toBe("no-credits");
      const [credit] = file.credits;
      expect(refusalOf(writeBankFile(layout, { ...file, credits: [{ ...credit!, amount: pounds(0) }] })).problem).toBe("nothing-to-pay");
      expect(refusalOf(writeBankFile(layout, { ...file, credits: [{ ...credit!, name: "王小明" }] })).problem).toBe("name-has-no-letters");
      expect(refusalOf(writeBankFile(layout, { ...file, credits: [{ ...credit!, accountNumber: "1234567" }] })).problem).toBe("account");
    }
  });

  test("for any name and reference, a row has as many columns as its layout, so that nothing moves a sum to another payee", () => {
    const columns = { paygate: 10, sddirect: 11, eazipay: 15, bankline: 85 } as const;
    fc.assert(
      fc.property(
        fc.string({ maxLength: 40 }),
        fc.string({ maxLength: 18 }),
        fc.constantFrom("paygate", "sddirect", "eazipay", "bankline"),
        (name, reference, layout) => {
          const made = writeBankFile(layout, { ...file, credits: [{ ...file.credits[0]!, name: `A${name}`, reference }] });
          if (!made.ok) return;
          expect(made.value.endsWith("\r\n")).toBe(true);
          expect(made.value.slice(0, -2)).toMatch(/^[A-Z0-9.&/ ,-]*$/u);
          expect(made.value.slice(0, -2).split(",")).toHaveLength(columns[layout]);
        },
      ),
    );
  });

  test("no two batches of a year have one serial, as far as 9,999 batches go", () => {
    expect(serialOf(1, day("2026-12-01"))).toBe("260001");
    expect(serialOf(9_999, day("2026-12-01"))).toBe("269999");
    expect(serialOf(1, day("2027-01-04"))).toBe("270001");
  });
});

describe("a list for a spreadsheet", () => {
  test("begins with the mark of UTF-8, quotes every text, writes sums as numbers and ends lines with CR LF", () => {
    expect(
      writeSheet(
        ["Claim", "Total"],
        [
          ["KTRM", { money: penceOf(1_240) }],
          ['O"Neill, Siân', { money: penceOf(-5) }],
        ],
      ),
    ).toBe('\uFEFF"Claim","Total"\r\n"KTRM",12.40\r\n"O""Neill, Siân",-0.05\r\n');
  });

  test("keeps the noughts at the front of a text", () => {
    expect(writeSheet(["Sort code"], [["001122"]])).toContain('"001122"');
  });

  test.each([
    ["=1+1"],
    ["+44"],
    ["-2"],
    ["@SUM(A1)"],
    ["\tx"],
    ["\rx"],
    ["\nx"],
    [" =1"],
    ["＝1"],
    ["＋1"],
    ["－1"],
    ["＠x"],
    ["\u0000=1"],
  ])("%j cannot begin a formula", (text) => {
    expect(withoutFormula(text)).toBe(`'${text}`);
    for (const column of [0, 1, 2]) {
      const row = ["a", "b", "c"].map((plain, index) => (index === column ? text : plain));
      const line = writeSheet(["x", "y", "z"], [row]).slice('\uFEFF"x","y","z"\r\n'.length);
      expect(line).toContain(`"'${text}"`);
    }
    expect(writeSheet([text], [])).toContain(`"'${text}"`);
  });

  test.each([["Siân"], ["1=1"], ["a@example.org"], ["12-34-56"], [""], ["'quoted"]])("%j is left as it is", (text) => {
    expect(withoutFormula(text)).toBe(text);
  });

  test("for any texts, a reader that knows quotes gets them back, each with at most an apostrophe in front", () => {
    const cells = fc.array(fc.string({ maxLength: 12 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(cells, (row) => {
        const line = writeSheet(
          row.map((_, index) => `c${index}`),
          [row],
        )
          .slice(1)
          .split("\r\n")
          .slice(1)
          .join("\r\n")
          .slice(0, -2);
        const read = [...line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/gu)].map((found) => found[1]!.replaceAll('""', '"'));
        expect(read).toEqual(row.map(withoutFormula));
        for (const cell of read) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/u);
      }),
    );
  });

  test("pounds have two figures after the point, whatever the sum", () => {
    expect([0, 5, 1_240, 123_456_789].map((pence) => poundsInFigures(penceOf(pence)))).toEqual(["0.00", "0.05", "12.40", "1234567.89"]);
  });
});
