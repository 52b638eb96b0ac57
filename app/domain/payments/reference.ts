// References that people read out and copy by hand: eight letters in two groups of four, without vowels (so that no word
// appears) and without letters mistaken for a figure or for each other. They are names, not secrets.
import { done, refused, type Result } from "#app/domain/basics/result.ts";

/** What new references are made of. Left out: vowels and Y; B G I L O Q S Z (8, 6, 1, 0, 5, 2 when written by hand); V (U). */
export const referenceLetters = "CDFHJKMNPRTWX";
/** In references made before there was one alphabet; they are read for as long as people hold them. */
const olderLetters = "GLVZ";

declare const referenceBrand: unique symbol;
/** Eight letters without a gap, like "KTRCMWPX"; `inFours` in words/format.ts shows it. */
export type Reference = string & { readonly [referenceBrand]: true };

const length = 8;
/** Random bytes a reference is made from: enough that every letter is equally likely to within one part in 10^28. */
export const referenceBytes = 16;

/** Makes a reference from random bytes. The same bytes give the same reference. Throws RangeError for too few bytes. */
export function referenceFrom(bytes: Uint8Array): Reference {
  if (bytes.length < referenceBytes) throw new RangeError(`Expected ${referenceBytes} random bytes, found ${bytes.length}`);
  let left = 0n;
  for (const byte of bytes.subarray(0, referenceBytes)) left = left * 256n + BigInt(byte);
  const base = BigInt(referenceLetters.length);
  let letters = "";
  for (let count = 0; count < length; count += 1) {
    letters += referenceLetters.charAt(Number(left % base));
    left /= base;
  }
  return letters as Reference;
}

/** A reference without its gap, in capitals, whatever its letters: case, spaces and dashes do not matter. */
export function withoutGap(typed: string): string {
  return typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, "");
}

/** Reads a reference as people type it: case, spaces and dashes do not matter. One made with the older letters is read too. */
export function readReference(typed: string): Result<Reference, "missing" | "not-a-reference"> {
  const plain = withoutGap(typed);
  if (plain === "") return refused("missing");
  const isOne = plain.length === length && [...plain].every((letter) => referenceLetters.includes(letter) || olderLetters.includes(letter));
  return isOne ? done(plain as Reference) : refused("not-a-reference");
}
