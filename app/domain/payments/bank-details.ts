// Reading and masking account details as people type them. Nothing here says an account exists: the modulus check is in
// modulus-check.ts, and a name check is something finance does with its bank and records.
import { done, refused, type Result } from "#app/domain/basics/result.ts";

declare const sortCodeBrand: unique symbol;
/** Six digits, kept as text because a first nought counts. */
export type SortCode = string & { readonly [sortCodeBrand]: true };

declare const accountNumberBrand: unique symbol;
/** Six to ten digits as given, kept as text (decision 25). */
export type AccountNumber = string & { readonly [accountNumberBrand]: true };

/** Reads "12-34-56", "12 34 56" or "123456", with any dash or full-width digits a keyboard gives. */
export function readSortCode(typed: string): Result<SortCode, "missing" | "not-six-digits"> {
  const plain = digitsIn(typed);
  if (plain === "") return refused("missing");
  return /^[0-9]{6}$/u.test(plain) ? done(plain as SortCode) : refused("not-six-digits");
}

/** Reads an account number of 6 to 10 digits; spaces and dashes are dropped, digits never. */
export function readAccountNumber(typed: string): Result<AccountNumber, "missing" | "not-digits" | "not-six-to-ten-digits"> {
  const plain = digitsIn(typed);
  if (plain === "") return refused("missing");
  if (!/^[0-9]+$/u.test(plain)) return refused("not-digits");
  return plain.length >= 6 && plain.length <= 10 ? done(plain as AccountNumber) : refused("not-six-to-ten-digits");
}

/**
 * Reads a building society roll number: kept as typed, up to 18 characters with letters, digits, / . - and spaces. It is
 * refused rather than cut, because part of one is somebody else's (payments.md section f).
 */
export function readRollNumber(typed: string): Result<string, "missing" | "too-long" | "other-characters"> {
  const plain = typed.normalize("NFKC").trim();
  if (plain === "") return refused("missing");
  if (plain.length > 18) return refused("too-long");
  return /^[A-Za-z0-9/. -]+$/u.test(plain) ? done(plain) : refused("other-characters");
}

/** The last two digits, the only part of an account number anybody is shown after the answer that received it (decision 25). */
export function lastTwoDigits(account: AccountNumber): string {
  return account.slice(-2);
}

/** "12-34-56", for the one answer that shows it back and for the payment form. */
export function sortCodeInPairs(sortCode: SortCode): string {
  return `${sortCode.slice(0, 2)}-${sortCode.slice(2, 4)}-${sortCode.slice(4)}`;
}

/** How a number that is not eight digits long is read by the bank it belongs to. */
export type AccountNumberCustom = "last-eight" | "first-eight" | "first-digit-ends-the-sort-code" | "drop-the-first-digit";

export type StandardAccount = { readonly sortCode: SortCode; readonly accountNumber: string };

/**
 * The eight-digit account number (and its sort code) that a bank file and the modulus check need. Six digits take two
 * noughts in front and seven take one. Nine and ten depend on the bank, and without knowing which custom it has the answer
 * is refused, never picked (payments.md section f: lengths that are not 8).
 */
export function standardAccountOf(
  given: { readonly sortCode: SortCode; readonly accountNumber: AccountNumber },
  custom?: AccountNumberCustom,
): Result<StandardAccount, "depends-on-the-bank"> {
  const { sortCode, accountNumber } = given;
  if (accountNumber.length <= 8) return done({ sortCode, accountNumber: accountNumber.padStart(8, "0") });
  if (accountNumber.length === 10 && custom === "last-eight") return done({ sortCode, accountNumber: accountNumber.slice(2) });
  if (accountNumber.length === 10 && custom === "first-eight") return done({ sortCode, accountNumber: accountNumber.slice(0, 8) });
  if (accountNumber.length === 9 && custom === "drop-the-first-digit") return done({ sortCode, accountNumber: accountNumber.slice(1) });
  if (accountNumber.length === 9 && custom === "first-digit-ends-the-sort-code") {
    return done({ sortCode: `${sortCode.slice(0, 5)}${accountNumber.charAt(0)}` as SortCode, accountNumber: accountNumber.slice(1) });
  }
  return refused("depends-on-the-bank");
}

function digitsIn(typed: string): string {
  return typed.normalize("NFKC").replace(/[\s\p{Pd}]/gu, "");
}
