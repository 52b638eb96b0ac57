import fc from "fast-check";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  lastTwoDigits,
  readAccountNumber,
  readRollNumber,
  readSortCode,
  sortCodeInPairs,
  standardAccountOf,
} from "#app/domain/payments/bank-details.ts";
import { checkModulus, readModulusTable, type ModulusTable } from "#app/domain/payments/modulus-check.ts";
import { referenceBytes, referenceFrom, referenceLetters, readReference } from "#app/domain/payments/reference.ts";
import { paymentExamples, type Account } from "#tests/support/payment-examples.ts";
import { refusalOf, valueOf } from "#tests/support/results.ts";

const account = (sortCode: string, accountNumber: string) => ({
  sortCode: valueOf(readSortCode(sortCode)),
  accountNumber: valueOf(readAccountNumber(accountNumber)),
});

describe("reading", () => {
  test.each(["12-34-56", "12 34 56", "123456", "12–34–56", " １２３４５６ "])("%s is a sort code", (typed) => {
    expect(valueOf(readSortCode(typed))).toBe("123456");
  });

  test.each([
    ["", "missing"],
    [" - ", "missing"],
    ["12345", "not-six-digits"],
    ["1234567", "not-six-digits"],
    ["12345o", "not-six-digits"],
  ])("%s is not a sort code", (typed, refusal) => {
    expect(refusalOf(readSortCode(typed))).toBe(refusal);
  });

  test.each([
    ["12345", "not-six-to-ten-digits"],
    ["12345678901", "not-six-to-ten-digits"],
    ["1234567x", "not-digits"],
    ["", "missing"],
  ])("%s is not an account number", (typed, refusal) => {
    expect(refusalOf(readAccountNumber(typed))).toBe(refusal);
  });

  test("six to ten digits are kept as given, noughts in front and all", () => {
    for (const typed of ["001234", "0012345", "00123456", "001234567", "0012345678"]) expect(valueOf(readAccountNumber(typed))).toBe(typed);
  });

  test("a roll number is kept as typed and never cut", () => {
    expect(valueOf(readRollNumber(" D/12345678-9 "))).toBe("D/12345678-9");
    expect(valueOf(readRollNumber("a".repeat(18)))).toBe("a".repeat(18));
    expect(refusalOf(readRollNumber("a".repeat(19)))).toBe("too-long");
    expect(refusalOf(readRollNumber("D_1"))).toBe("other-characters");
    expect(refusalOf(readRollNumber(" "))).toBe("missing");
  });

  test("only the last two digits are for showing", () => {
    expect(lastTwoDigits(account("123456", "66374958").accountNumber)).toBe("58");
    expect(sortCodeInPairs(account("089999", "66374958").sortCode)).toBe("08-99-99");
  });
});

describe("numbers that are not eight digits", () => {
  test("short ones take noughts in front", () => {
    expect(valueOf(standardAccountOf(account("123456", "123456"))).accountNumber).toBe("00123456");
    expect(valueOf(standardAccountOf(account("123456", "1234567"))).accountNumber).toBe("01234567");
  });

  test("long ones depend on the bank, and without knowing it nobody picks", () => {
    const ten = account("123456", "0123456789");
    const nine = account("123456", "912345678");
    expect(refusalOf(standardAccountOf(ten))).toBe("depends-on-the-bank");
    expect(refusalOf(standardAccountOf(nine))).toBe("depends-on-the-bank");
    expect(refusalOf(standardAccountOf(nine, "last-eight"))).toBe("depends-on-the-bank");
    expect(valueOf(standardAccountOf(ten, "last-eight")).accountNumber).toBe("23456789");
    expect(valueOf(standardAccountOf(ten, "first-eight")).accountNumber).toBe("01234567");
    expect(valueOf(standardAccountOf(nine, "first-digit-ends-the-sort-code"))).toEqual({ sortCode: "123459", accountNumber: "12345678" });
    expect(valueOf(standardAccountOf(nine, "drop-the-first-digit")).accountNumber).toBe("12345678");
  });
});

// The published table is not ours to bundle, so these rows are made up, one for each rule. Sort codes from 99 are no bank's.
const plain = "0 0 0 0 0 0 8 7 6 5 4 3 2 1";
const uToH = "1 1 1 1 1 1 1 1 1 1 1 1 1 1";
const madeUp = `
990000 990000 MOD11 ${plain}
990001 990001 MOD10 ${uToH}
990002 990002 DBLAL 2 1 2 1 2 1 2 1 2 1 2 1 2 1
990003 990003 DBLAL 2 1 2 1 2 1 2 1 2 1 2 1 2 1 1
990010 990010 MOD11 ${plain}
990010 990010 MOD10 ${uToH}
990011 990011 MOD11 ${uToH} 2
990011 990011 MOD10 ${uToH} 9
990012 990012 MOD11 ${plain}
990012 990012 MOD10 ${uToH} 3
990013 990013 MOD11 0 0 0 0 0 0 1 1 1 1 1 1 0 0 4
990014 990014 MOD11 0 0 0 0 0 1 1 1 1 1 1 1 0 0 5
990014 990014 DBLAL 2 1 2 1 2 1 2 1 2 1 2 1 2 0 5
990015 990015 MOD11 ${plain} 6
990015 990015 MOD11 ${plain} 6
990016 990016 MOD11 ${uToH} 7
990017 990017 MOD10 ${uToH} 8
990018 990018 MOD11 ${uToH} 10
990018 990018 MOD11 ${plain} 11
990019 990019 MOD11 ${plain} 12
990019 990019 MOD10 ${uToH} 13
990020 990020 MOD11 ${plain} 14
`;
const table: ModulusTable = valueOf(readModulusTable({ version: "made up", weights: madeUp, substitutes: "990014 990000\n" }));
const answer = (sortCode: string, accountNumber: string) => checkModulus(table, account(sortCode, accountNumber)).answer;

describe("the modulus check", () => {
  test("without a table the answer is not checked, never valid", () => {
    expect(checkModulus(null, account("990000", "00000000"))).toEqual({ answer: "not-checked", why: "no-table" });
  });

  test("a sort code the table does not hold cannot be checked", () => {
    expect(checkModulus(table, account("000000", "12345678"))).toEqual({
      answer: "not-checkable",
      why: "sort-code-not-in-table",
      table: "made up",
    });
  });

  test("a length only the bank can read cannot be checked, and is not called wrong", () => {
    expect(checkModulus(table, account("990000", "0123456789"))).toMatchObject({ answer: "not-checkable", why: "depends-on-the-bank" });
    expect(checkModulus(table, { ...account("990000", "0100000007"), custom: "last-eight" }).answer).not.toBe("not-checkable");
  });

  test.each([
    // MOD11: 8x1 + 2x1 + 1x1 = 11
    ["990000", "10000011", "passes"],
    ["990000", "10000012", "fails"],
    // MOD10: 9 + 9 + 0 + 0 + 0 + 1 + 1 = 20
    ["990001", "10000000", "passes"],
    ["990001", "20000000", "fails"],
    // DBLAL: 9 doubled is 18, whose digits are 9; 9 + 9 + 2 = 20; 6 doubled is 12, whose digits are 3; and 7 is 30
    ["990002", "60000007", "passes"],
    ["990002", "60000008", "fails"],
    // exception 1 adds 27: 9 + 9 + 3 = 21 from the sort code, and 21 + 27 + 2 = 50
    ["990003", "00000002", "passes"],
    ["990003", "00000003", "fails"],
  ])("%s %s %s by the method of its row", (sortCode, accountNumber, expected) => {
    expect(answer(sortCode, accountNumber)).toBe(expected);
  });

  test("two ordinary rows both have to pass", () => {
    // MOD11 alone passes: 8 + 2 + 1 = 11, and 0; MOD10 is 19 from the sort code, so 22 and 19.
    expect(answer("990010", "10000011")).toBe("fails");
    expect(answer("990010", "00000000")).toBe("fails");
    const both = Array.from({ length: 100_000 }, (_, index) => String(index).padStart(8, "0")).find(
      (number) => answer("990010", number) === "passes",
    );
    const digits = [...(both ?? "")].map(Number);
    expect(
      (8 * digits[0]! + 7 * digits[1]! + 6 * digits[2]! + 5 * digits[3]! + 4 * digits[4]! + 3 * digits[5]! + 2 * digits[6]! + digits[7]!) %
        11,
    ).toBe(0);
    expect((19 + digits.reduce((one, other) => one + other, 0)) % 10).toBe(0);
  });

  test("exception 3 skips the second check when c is 6 or 9", () => {
    // MOD11 with c = 6: 6x6 + 8 = 44. MOD10 would be 9 + 9 + 1 + 2 + 6 + 1 = 28.
    expect(answer("990012", "10600000")).toBe("passes");
    // The same remainder with c = 1: 6 + 8x2 = 22; MOD10 is 21 + 3 = 24.
    expect(answer("990012", "20100000")).toBe("fails");
  });

  test("exception 4 compares the remainder with the last two digits", () => {
    expect(answer("990013", "90000009")).toBe("passes");
    expect(answer("990013", "91000010")).toBe("passes");
    expect(answer("990013", "91000001")).toBe("fails");
  });

  test("exception 5 checks another sort code and compares with g and h", () => {
    // As 990000: the MOD11 sum is 5 from 50000, so g is 11 - 5 = 6; the DBLAL sum is 9 + 9 + 1 (5 doubled is 10) + 3 (6 doubled is 12) = 22, so h is 8.
    expect(answer("990014", "50000068")).toBe("passes");
    expect(answer("990014", "50000067")).toBe("fails");
    expect(answer("990014", "50000058")).toBe("fails");
    // A remainder of 1 is a fail whatever g is; a remainder of nought needs a nought.
    expect(answer("990014", "10000000")).toBe("fails");
    expect(answer("990014", "00000002")).toBe("passes");
  });

  test("exception 6 counts a foreign currency account as passing and says that nothing was checked", () => {
    expect(checkModulus(table, account("990015", "41000033"))).toEqual({
      answer: "passes",
      table: "made up",
      unchecked: "foreign-currency-account",
    });
    expect(answer("990015", "41000034")).toBe("fails");
    expect(answer("990015", "91000044")).toBe("fails");
  });

  test("exception 7 leaves out u to b for one check and spoils no later one", () => {
    // With g = 9 only c to h count: 9 + 2 = 11. Otherwise all do: 9 + 9 + 1 + 6 + 8 = 33.
    const before = answer("990016", "80000000");
    expect(answer("990016", "77000092")).toBe("passes");
    expect(answer("990016", "80000000")).toBe(before);
    expect(answer("990016", "77000082")).toBe("fails");
  });

  test("exception 8 checks as 090126", () => {
    // 9 + 1 + 2 + 6 = 18, and 2 more is 20.
    expect(answer("990017", "00000002")).toBe("passes");
    expect(answer("990017", "00000003")).toBe("fails");
  });

  test("exceptions 2 and 9: either will do, with other weights when a is not nought and as 309634", () => {
    // a = 1, g not 9: y x5 + z x3 + a x6 + c x8 = 5 + 3 + 6 + 8 = 22.
    expect(answer("990011", "10100000")).toBe("passes");
    // a = 1, g = 9: only c to h count, 9 x3 + 6 = 33.
    expect(answer("990011", "10000096")).toBe("passes");
    // a = 0, so the second row as 309634: 25 from the sort code, and 5 more is 30.
    expect(answer("990011", "00000005")).toBe("passes");
    expect(answer("990011", "00000006")).toBe("fails");
  });

  test("exceptions 10 and 11: either will do, and 09 or 99 with g of 9 leaves out u to b", () => {
    expect(answer("990018", "09000092")).toBe("passes");
    expect(answer("990018", "99000092")).toBe("passes");
    expect(answer("990018", "08000092")).toBe("fails");
    expect(answer("990018", "10000011")).toBe("passes");
  });

  test("exceptions 12 and 13: either will do", () => {
    // MOD11: 8 + 2 + 1 = 11. MOD10: 28 from the sort code, and 2 more is 30.
    expect(answer("990019", "10000011")).toBe("passes");
    expect(answer("990019", "00000002")).toBe("passes");
    expect(answer("990019", "00000003")).toBe("fails");
  });

  test("exception 14 checks again with the last digit dropped, when that is 0, 1 or 9", () => {
    // 01000004 is 7 + 4 = 11. With a digit behind it and no nought in front, it fails the first time: 8 + 8 + h is 16 or more.
    for (const last of ["0", "1", "9"]) expect(answer("990020", `1000004${last}`)).toBe("passes");
    expect(answer("990020", "10000042")).toBe("fails");
    expect(answer("990000", "10000041")).toBe("fails");
    expect(answer("990020", "20000041")).toBe("fails");
  });

  test("for any two accounts, the answer for one does not depend on the other having been checked", () => {
    const sortCode = fc.constantFrom("990000", "990010", "990011", "990016", "990018", "990020");
    const number = fc.integer({ min: 0, max: 99_999_999 }).map((value) => String(value).padStart(8, "0"));
    fc.assert(
      fc.property(sortCode, number, sortCode, number, (one, first, other, second) => {
        const alone = answer(one, first);
        answer(other, second);
        expect(answer(one, first)).toBe(alone);
      }),
    );
  });

  test("a table with a line nobody understands is refused, so that half a table is never used", () => {
    expect(refusalOf(readModulusTable({ version: "x", weights: `${madeUp}\n990000 MOD11`, substitutes: "" })).problem).toBe(
      "row-not-understood",
    );
    expect(
      refusalOf(readModulusTable({ version: "x", weights: "990000 990000 MOD12 1 1 1 1 1 1 1 1 1 1 1 1 1 1", substitutes: "" })),
    ).toEqual({ problem: "row-not-understood", lineNumber: 1 });
    expect(refusalOf(readModulusTable({ version: "x", weights: "990000 990000 MOD11 1 1 1", substitutes: "" })).problem).toBe(
      "row-not-understood",
    );
    expect(
      refusalOf(readModulusTable({ version: "x", weights: "990001 990000 MOD11 1 1 1 1 1 1 1 1 1 1 1 1 1 1", substitutes: "" })).problem,
    ).toBe("row-not-understood");
    expect(refusalOf(readModulusTable({ version: "x", weights: "\n", substitutes: "" })).problem).toBe("no-rows");
    expect(refusalOf(readModulusTable({ version: "x", weights: madeUp, substitutes: "990014 99000" }))).toEqual({
      problem: "substitute-not-understood",
      lineNumber: 1,
    });
  });

  test("anything can be typed or loaded without a fault", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), (one, other) => {
        expect(() => [
          readSortCode(one),
          readAccountNumber(one),
          readRollNumber(one),
          readModulusTable({ version: "x", weights: one, substitutes: other }),
        ]).not.toThrow();
      }),
    );
  });
});

// An administrator's own copy of the published table, where a machine has one, is tried against the published cases.
const folder = process.env["MODULUS_TABLE_FOLDER"] ?? "";
const hasTable = folder !== "" && existsSync(`${folder}/valacdos.txt`) && existsSync(`${folder}/scsubtab.txt`);

test.skipIf(!hasTable)("every published case holds with the published table, and so do the traps", () => {
  const loaded = valueOf(
    readModulusTable({
      version: "published",
      weights: readFileSync(`${folder}/valacdos.txt`, "utf8"),
      substitutes: readFileSync(`${folder}/scsubtab.txt`, "utf8"),
    }),
  );
  const { modulus } = paymentExamples;
  const ask = (one: Account) => checkModulus(loaded, account(one.sortCode, one.accountNumber)).answer;
  for (const one of modulus.cases) expect([one, ask(one)]).toEqual([one, one.passes ? "passes" : "fails"]);
  for (const one of modulus.twoChecksBothNeeded) expect(ask(one)).toBe("fails");
  for (const one of modulus.orderMustNotMatter)
    expect([ask(one.first), ask(one.then), ask(one.first)]).toEqual(["passes", "passes", "passes"]);
});

describe("references", () => {
  const bytes = fc.uint8Array({ minLength: referenceBytes, maxLength: 32 });

  test("for any bytes, a reference is eight letters people do not mix up, and reads back however it is typed", () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const reference = referenceFrom(random);
        expect(reference).toMatch(new RegExp(`^[${referenceLetters}]{8}$`, "u"));
        expect(valueOf(readReference(` ${reference.slice(0, 4).toLowerCase()}-${reference.slice(4)} `))).toBe(reference);
        expect(referenceFrom(random)).toBe(reference);
      }),
    );
  });

  test("no vowel and no letter mistaken for a figure is used", () => {
    const letters = referenceLetters.split("");
    expect(letters.filter((letter) => "AEIOUYBGILOQSZV".includes(letter))).toEqual([]);
    expect(new Set(letters).size).toBe(letters.length);
  });

  test("too few bytes are a fault, and something else typed is refused", () => {
    expect(() => referenceFrom(new Uint8Array(8))).toThrow(RangeError);
    expect(refusalOf(readReference(""))).toBe("missing");
    // Made before there was one alphabet, and still in people's hands.
    expect(valueOf(readReference("gltv-wxzk"))).toBe("GLTVWXZK");
    expect(refusalOf(readReference("KTRCMWP"))).toBe("not-a-reference");
    expect(refusalOf(readReference("KTRCMWPA"))).toBe("not-a-reference");
  });
});
