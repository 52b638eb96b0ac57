// The token in every form: it proves that the form was drawn for this browser. It is a keyed fingerprint of the session
// reference, masked afresh for each page, so that compressing the page gives nothing away (decision 44).
import { randomBytes, timingSafeEqual } from "node:crypto";
import type { Vault } from "#db/vault.ts";

/** The token for one page drawn for the browser with this session reference. */
export function formTokenFor(vault: Vault, session: string): string {
  const secret = secretFor(vault, session);
  const mask = randomBytes(secret.length);
  return Buffer.concat([mask, mixed(secret, mask)]).toString("base64url");
}

/** Whether a token was made for the browser with this session reference. */
export function formTokenFits(vault: Vault, session: string, given: string): boolean {
  const secret = secretFor(vault, session);
  const bytes = Buffer.from(given, "base64url");
  if (bytes.length !== secret.length * 2) return false;
  return timingSafeEqual(mixed(bytes.subarray(secret.length), bytes.subarray(0, secret.length)), secret);
}

function secretFor(vault: Vault, session: string): Buffer {
  return Buffer.from(vault.fingerprint("form-token", session), "hex");
}

function mixed(one: Buffer, other: Buffer): Buffer {
  return Buffer.from(one.map((byte, at) => byte ^ (other[at] ?? 0)));
}
