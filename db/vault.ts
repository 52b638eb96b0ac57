// Seals and unseals sensitive text: AES-256-GCM, bound to the table, column and row it belongs to, so that one person's
// note cannot be pasted into another's row. The key lives outside the data folder and never in the database.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

declare const sealedBrand: unique symbol;
/** Text only the vault can read, as base64url: key number (1 byte), nonce (12), tag (16), ciphertext. */
export type Sealed = string & { readonly [sealedBrand]: true };

export type Place = { readonly table: string; readonly column: string; readonly row: string };

/** The numbered keys of an installation; the highest number seals, all of them unseal. */
export type VaultKeys = ReadonlyMap<number, Uint8Array>;

export type Vault = {
  /** Seals text for one place. */
  readonly seal: (text: string, place: Place) => Sealed;
  /** Opens text sealed for exactly this place. Throws when the place, the key or the text differs. */
  readonly unseal: (sealed: Sealed, place: Place) => string;
  /** A keyed fingerprint for one purpose, in hex: for audit chains, form tokens and look-ups of secrets. */
  readonly fingerprint: (purpose: string, text: string) => string;
  /** The number of the key that seals now. */
  readonly keyNumber: number;
};

/** Makes the vault from its keys. Throws when there is none, or one is not 32 bytes long. */
export function makeVault(keys: VaultKeys): Vault {
  const keyNumber = Math.max(...keys.keys());
  if (keys.size === 0 || ![...keys.values()].every((key) => key.length === 32)) throw new Error("Expected at least one key of 32 bytes");
  const keyOf = (number: number): Uint8Array => {
    const key = keys.get(number);
    if (!key) throw new Error(`No sealed key numbered ${number}`);
    return key;
  };
  const derived = new Map<string, Buffer>();
  const purposeKey = (purpose: string): Buffer => {
    const known = derived.get(purpose);
    if (known) return known;
    // Always from the first key, so that changing the sealing key breaks no audit chain and no private link.
    const made = Buffer.from(hkdfSync("sha256", keyOf(Math.min(...keys.keys())), "welcome-table", purpose, 32));
    derived.set(purpose, made);
    return made;
  };
  return {
    keyNumber,
    seal(text, place) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", keyOf(keyNumber), nonce);
      cipher.setAAD(boundTo(place));
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([Buffer.from([keyNumber]), nonce, cipher.getAuthTag(), body]).toString("base64url") as Sealed;
    },
    unseal(sealed, place) {
      const bytes = Buffer.from(sealed, "base64url");
      const cipher = createDecipheriv("aes-256-gcm", keyOf(bytes[0] ?? 0), bytes.subarray(1, 13));
      cipher.setAAD(boundTo(place));
      cipher.setAuthTag(bytes.subarray(13, 29));
      return Buffer.concat([cipher.update(bytes.subarray(29)), cipher.final()]).toString("utf8");
    },
    fingerprint(purpose, text) {
      return createHmac("sha256", purposeKey(purpose)).update(text).digest("hex");
    },
  };
}

/** Writes keys as the lines of a key file: "1 <64 hexadecimal digits>". */
export function writeKeys(keys: VaultKeys): string {
  return [...keys].map(([number, key]) => `${number} ${Buffer.from(key).toString("hex")}\n`).join("");
}

/** Reads the lines of a key file. Throws naming the line that is not a numbered key. */
export function readKeys(text: string): VaultKeys {
  const keys = new Map<number, Uint8Array>();
  for (const [at, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const parts = /^(\d{1,3}) ([0-9a-f]{64})$/u.exec(line.trim());
    if (!parts) throw new Error(`Line ${at + 1} of the key file is not a number and 64 hexadecimal digits`);
    keys.set(Number(parts[1]), Buffer.from(parts[2] ?? "", "hex"));
  }
  return keys;
}

function boundTo(place: Place): Buffer {
  return Buffer.from(JSON.stringify([place.table, place.column, place.row]), "utf8");
}
