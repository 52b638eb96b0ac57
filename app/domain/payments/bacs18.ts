// A Bacs Standard 18 file for one processing day, record by record (payments.md section f). Only organisations with a
// service user number, a bureau or a bank portal can send one. Record types are fixed width, in capitals, one a line.
import { addDays, daysBetween, calendarDateOf, type CalendarDate } from "#app/domain/basics/dates.ts";
import { sum, type Pence } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";

export type BacsAccount = { readonly sortCode: string; readonly accountNumber: string; readonly name: string };

export type BacsCredit = {
  readonly sortCode: string;
  readonly accountNumber: string;
  readonly name: string;
  /** What shows on the payee's statement. */
  readonly reference: string;
  /** A building society's number goes in the reference field instead; the purpose is then only on the remittance. */
  readonly rollNumber?: string;
  readonly amount: Pence;
};

export type BacsFile = {
  readonly serviceUserNumber: string;
  readonly serial: string;
  readonly fileNumber: string;
  readonly created: CalendarDate;
  readonly processingDay: CalendarDate;
  readonly payer: BacsAccount;
  readonly credits: readonly BacsCredit[];
  readonly contraNarrative: string;
};

export type BacsRefusal =
  | {
      readonly problem:
        | "service-user-number"
        | "serial"
        | "file-number"
        | "payer-account"
        | "payer-name"
        | "processing-day"
        | "no-credits"
        | "total-too-large";
    }
  | {
      readonly problem: "account" | "name-has-no-letters" | "reference-too-long" | "nothing-to-pay" | "too-large";
      readonly credit: number;
    };

export type BacsRecords = { readonly records: readonly string[]; readonly total: Pence; readonly count: number };

const largestCredit = 2_000_000_000;
const largestTotal = 99_999_999_999;

/**
 * Lays out the records of a single-day credit file, balanced by one contra. Refused rather than cut where a cut would
 * change who is paid or how much: roll numbers and references over 18 characters, names without a letter Bacs knows.
 */
export function layOutBacsFile(file: BacsFile): Result<BacsRecords, BacsRefusal> {
  const problem = findProblem(file);
  if (problem !== undefined) return refused(problem);
  const total = sum(file.credits.map((credit) => credit.amount));
  if (total > largestTotal) return refused({ problem: "total-too-large" });
  const { payer, serviceUserNumber: user, serial } = file;
  const own = `${payer.sortCode}${payer.accountNumber}`;
  const payerName = bacsText(payer.name, 18);
  const credits = file.credits.map(
    (credit) =>
      `${credit.sortCode}${credit.accountNumber}099${own}    ${figures(credit.amount, 11)}${payerName}${bacsText(credit.rollNumber ?? credit.reference, 18)}${bacsText(credit.name, 18)}`,
  );
  const contra = `${own}017${own}    ${figures(total, 11)}${bacsText(file.contraNarrative, 18)}${"CONTRA".padEnd(18)}${payerName}`;
  const expiry = addDays(file.processingDay, 1);
  const header = `A${user}S${" ".repeat(3)}${user}${serial}00010001${" ".repeat(6)}${yearDay(file.created)}${yearDay(expiry)} `;
  const records = [
    `VOL1${serial}${" ".repeat(31)}${user}${" ".repeat(32)}1`,
    `HDR1${header}000000${" ".repeat(20)}`,
    `HDR2F0200000100${" ".repeat(35)}00${" ".repeat(28)}`,
    `UHL1${yearDay(file.processingDay)}999999${" ".repeat(4)}000000001 DAILY  ${file.fileNumber}`.padEnd(80),
    ...credits,
    contra,
    `EOF1${header}`.padEnd(80),
    `EOF2F0200000100${" ".repeat(35)}00${" ".repeat(28)}`,
    `UTL1${figures(total, 13)}${figures(total, 13)}${figures(1, 7)}${figures(file.credits.length, 7)}`.padEnd(80),
  ];
  return done({ records, total, count: file.credits.length });
}

/**
 * Text as Bacs can carry it, filled or cut to a length: accents come off first, so that Siân is SIAN; what is then not
 * A to Z, 0 to 9, full stop, ampersand, slash, hyphen or space becomes a space. The true name is kept everywhere else.
 */
export function bacsText(text: string, length: number): string {
  return bacsCharacters(text).slice(0, length).padEnd(length);
}

const lettersWithoutAccentForm: ReadonlyMap<string, string> = new Map([
  ["Ø", "O"],
  ["Ł", "L"],
  ["Đ", "D"],
  ["Ð", "D"],
  ["Ħ", "H"],
  ["Æ", "AE"],
  ["Œ", "OE"],
  ["Þ", "TH"],
  ["I\u0307", "I"],
]);

function bacsCharacters(text: string): string {
  const plain = text.toUpperCase().normalize("NFD").replace(/\p{M}/gu, "");
  return [...plain].map((letter) => lettersWithoutAccentForm.get(letter) ?? (/[A-Z0-9.&/ -]/u.test(letter) ? letter : " ")).join("");
}

function findProblem(file: BacsFile): BacsRefusal | undefined {
  if (!/^\d{6}$/u.test(file.serviceUserNumber)) return { problem: "service-user-number" };
  if (!/^[A-Z0-9]{6}$/u.test(file.serial) || file.serial === "000000") return { problem: "serial" };
  if (!/^\d{3}$/u.test(file.fileNumber)) return { problem: "file-number" };
  if (!isAccount(file.payer)) return { problem: "payer-account" };
  if (!hasLetters(file.payer.name)) return { problem: "payer-name" };
  if (file.processingDay < file.created) return { problem: "processing-day" };
  if (file.credits.length === 0) return { problem: "no-credits" };
  for (const [index, credit] of file.credits.entries()) {
    if (!isAccount(credit)) return { problem: "account", credit: index };
    if (!hasLetters(credit.name)) return { problem: "name-has-no-letters", credit: index };
    if ([...(credit.rollNumber ?? credit.reference)].length > 18) return { problem: "reference-too-long", credit: index };
    if (credit.amount <= 0) return { problem: "nothing-to-pay", credit: index };
    if (credit.amount > largestCredit) return { problem: "too-large", credit: index };
  }
  return undefined;
}

function isAccount(account: { readonly sortCode: string; readonly accountNumber: string }): boolean {
  return /^\d{6}$/u.test(account.sortCode) && /^\d{8}$/u.test(account.accountNumber);
}

function hasLetters(name: string): boolean {
  return /[A-Z0-9]/u.test(bacsCharacters(name));
}

function figures(value: number, length: number): string {
  return String(value).padStart(length, "0");
}

// A blank, two figures of the year and the day of the year: " 26335" is 1 December 2026.
function yearDay(date: CalendarDate): string {
  const day = daysBetween(calendarDateOf(`${date.slice(0, 4)}-01-01`), date) + 1;
  return ` ${date.slice(2, 4)}${figures(day, 3)}`;
}
