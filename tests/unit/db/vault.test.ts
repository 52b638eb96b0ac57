import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeVault, readKeys, writeKeys, type Sealed } from "#db/vault.ts";

const key = randomBytes(32);
const place = { table: "people", column: "note", row: "one" };

describe("sealing sensitive text", () => {
  test("for any text, what is sealed for a place opens at that place", () => {
    const vault = makeVault(new Map([[1, key]]));
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(vault.unseal(vault.seal(text, place), place)).toBe(text.toWellFormed());
      }),
    );
  });

  test("one person's note does not open in another person's row, in another column or in another table", () => {
    const vault = makeVault(new Map([[1, key]]));
    const sealed = vault.seal("asthma", place);
    for (const elsewhere of [
      { ...place, row: "two" },
      { ...place, column: "name" },
      { ...place, table: "venues" },
    ]) {
      expect(() => vault.unseal(sealed, elsewhere)).toThrow();
    }
  });

  test("a changed letter of the sealed text does not open", () => {
    const vault = makeVault(new Map([[1, key]]));
    const bytes = Buffer.from(vault.seal("asthma", place), "base64url");
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    expect(() => vault.unseal(bytes.toString("base64url") as Sealed, place)).toThrow();
  });

  test("the newest key seals, and text sealed by an older key still opens", () => {
    const old = makeVault(new Map([[1, key]]));
    const both = makeVault(
      new Map([
        [1, key],
        [2, randomBytes(32)],
      ]),
    );
    expect(both.unseal(old.seal("asthma", place), place)).toBe("asthma");
    expect(() => old.unseal(both.seal("asthma", place), place)).toThrow("No sealed key numbered 2");
  });

  test("adding a key leaves every fingerprint as it was, so no link and no audit chain breaks", () => {
    const before = makeVault(new Map([[1, key]])).fingerprint("link", "secret");
    const after = makeVault(
      new Map([
        [1, key],
        [2, randomBytes(32)],
      ]),
    ).fingerprint("link", "secret");
    expect(after).toBe(before);
  });

  test("a key file says which line is wrong", () => {
    expect(readKeys(writeKeys(new Map([[3, key]]))).get(3)).toEqual(key);
    expect(() => readKeys("1 abc\n")).toThrow("Line 1 of the key file");
  });
});
