// The shared field library of experience.md 2.0.7 as zod pieces: the rule and the exact sentence for each kind of field.
import { z } from "zod";
import { readClockTime, readDate, type CalendarDate, type ClockTime } from "#app/domain/basics/dates.ts";
import { readPounds, type Pence } from "#app/domain/basics/money.ts";
import { readEmail, readPhone } from "#app/domain/people/contact.ts";
import { number, sentenceCase } from "#app/words/format.ts";

const lengthOf = (text: string): number => [...text].length;

/** Text that has to be there. */
export function requiredText(missing: string, { max = 100, thing }: { readonly max?: number; readonly thing: string }) {
  return z
    .string({ error: missing })
    .trim()
    .min(1, missing)
    .refine((text) => lengthOf(text) <= max, `${sentenceCase(thing)} must be ${max} characters or fewer`);
}

/** A full UK postcode, spaces and capitals as they come; nothing typed is nothing. Given back in capitals with its space. */
export function optionalPostcode() {
  return z
    .string()
    .default("")
    .transform((typed, context): string => {
      const plain = typed.normalize("NFKC").replace(/\s+/gu, "").toUpperCase();
      if (plain === "") return "";
      const parts = /^([A-Z]{1,2}\d[A-Z\d]?|GIR)(\d[A-Z]{2})$/u.exec(plain);
      if (parts !== null) return `${parts[1] ?? ""} ${parts[2] ?? ""}`;
      context.addIssue({ code: "custom", message: "Enter a full UK postcode, like LS1 4AP" });
      return z.NEVER;
    });
}

/** Text that may be left out; nothing typed is the empty text. */
export function optionalText({ max = 100, thing }: { readonly max?: number; readonly thing: string }) {
  return z
    .string()
    .trim()
    .refine((text) => lengthOf(text) <= max, `${sentenceCase(thing)} must be ${max} characters or fewer`)
    .default("");
}

/** A long answer: up to 4,000 characters, with how many are too many. */
export function longText(thing: string, { missing, max = 4_000 }: { readonly missing?: string; readonly max?: number } = {}) {
  const check = (text: string, context: z.RefinementCtx) => {
    if (lengthOf(text) <= max) return;
    context.addIssue({
      code: "custom",
      message: `${sentenceCase(thing)} must be ${number(max)} characters or fewer. You have ${lengthOf(text) - max} too many.`,
    });
  };
  if (missing === undefined) return z.string().trim().superRefine(check).default("");
  return z.string({ error: missing }).trim().min(1, missing).superRefine(check);
}

export const fullName = requiredText("Enter your full name", { thing: "full name" });

/** A password somebody chooses; whether it is one that everybody guesses is the service's to say. */
export const newPassword = z
  .string({ error: "Enter a password" })
  .min(1, "Enter a password")
  .min(12, "Password must be 12 characters or more")
  .max(200, "Password must be 200 characters or fewer");

const emailFormat = "Enter an email address in the right format, like name@example.com";
const isEmail = (text: string): boolean => readEmail(text) !== null;

/** An email address, trimmed and in lower case. */
export const emailAddress = z
  .string({ error: "Enter an email address" })
  .trim()
  .min(1, "Enter an email address")
  .refine(isEmail, emailFormat)
  .transform((text) => text.toLowerCase());

/** An email address that may be left out. */
export const optionalEmail = z
  .string()
  .trim()
  .refine((text) => text === "" || isEmail(text), emailFormat)
  .transform((text) => text.toLowerCase())
  .default("");

const phoneFormat = "Enter a phone number with all its digits, like 07700 900982";
const isPhone = (text: string): boolean => readPhone(text) !== null;
export const optionalPhone = z
  .string()
  .trim()
  .refine((text) => text === "" || isPhone(text), phoneFormat)
  .default("");

/** One of a group of radios. */
export function choice<const Option extends string>(options: readonly Option[], missing: string) {
  return z
    .string({ error: missing })
    .refine((given): given is Option => (options as readonly string[]).includes(given), missing) as unknown as z.ZodType<Option>; // refine narrows at run time; zod 4 cannot say so for a string schema
}

/** One of a group of radios, or none chosen. */
export function optionalChoice<const Option extends string>(options: readonly Option[]) {
  return z.enum(options as readonly [Option, ...Option[]]).optional();
}

/** Any of a group of checkboxes, in the order of the options; none ticked is an empty list. */
export function choices<const Option extends string>(options: readonly Option[]) {
  return z
    .preprocess(
      (given): unknown => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
      z.array(z.enum(options as readonly [Option, ...Option[]])),
    )
    .transform((given) => options.filter((option) => given.includes(option)));
}

const parts = z.preprocess(
  (given) => given ?? {},
  z.strictObject({ day: z.string().default(""), month: z.string().default(""), year: z.string().default("") }),
);

type DateOptions = { readonly thing: string; readonly notBefore?: CalendarDate };

function dateFrom(
  typed: { day: string; month: string; year: string },
  context: z.RefinementCtx,
  { thing, notBefore }: DateOptions,
  optional: boolean,
): CalendarDate | null {
  const read = readDate(typed);
  if (!read.ok) {
    if (read.refusal.problem === "missing" && optional) return null;
    const message = {
      missing: `Enter ${thing}`,
      "part-missing": `${sentenceCase(thing)} must include a ${read.refusal.problem === "part-missing" ? read.refusal.part : "day"}`,
      "not-real": `${sentenceCase(thing)} must be a real date, like 23 3 2027`,
    }[read.refusal.problem];
    const part = read.refusal.problem === "part-missing" ? read.refusal.part : "day";
    context.addIssue({ code: "custom", message, path: [part] });
    return null;
  }
  if (notBefore !== undefined && read.value < notBefore) {
    context.addIssue({ code: "custom", message: `${sentenceCase(thing)} must be today or later`, path: ["day"] });
  }
  return read.value;
}

/** Three boxes named `x-day`, `x-month` and `x-year`. `thing` reads like "the date of the meeting". */
export function date(options: DateOptions) {
  return parts.transform((typed, context): CalendarDate => dateFrom(typed, context, options, false) ?? z.NEVER);
}

/** Three boxes that may all be left empty. */
export function optionalDate(options: DateOptions) {
  return parts.transform((typed, context): CalendarDate | null => dateFrom(typed, context, options, true));
}

/** A clock time that may be left out. */
export function optionalTime(thing: string) {
  return z
    .string()
    .default("")
    .transform((typed, context): ClockTime | null => {
      const read = readClockTime(typed);
      if (read.ok) return read.value;
      if (read.refusal === "missing") return null;
      context.addIssue({ code: "custom", message: `${sentenceCase(thing)} must be a time, like 10:30am` });
      return null;
    });
}

function moneyFrom(typed: string, thing: string, context: z.RefinementCtx): Pence | null {
  const read = readPounds(typed);
  if (read.ok) return read.value;
  context.addIssue({
    code: "custom",
    message:
      read.refusal === "too-large"
        ? `${sentenceCase(thing)} must be £99,999.99 or less`
        : `${sentenceCase(thing)} must be an amount, like 12.50`,
  });
  return null;
}

/** An amount in pounds. `thing` reads like "amount". */
export function pounds(thing: string) {
  const missing = `Enter ${thing} in pounds`;
  return z
    .string({ error: missing })
    .trim()
    .min(1, missing)
    .transform((typed, context): Pence => moneyFrom(typed, thing, context) ?? z.NEVER);
}

/** An amount in pounds that may be left out. */
export function optionalPounds(thing: string) {
  return z
    .string()
    .trim()
    .default("")
    .transform((typed, context): Pence | null => (typed === "" ? null : moneyFrom(typed, thing, context)));
}

/** A tick box that has to be ticked. */
export function ticked(missing: string) {
  return z.literal("yes", { error: missing });
}

/** The version of the row a form was drawn from, so that two people editing never overwrite each other silently. */
export const versionField = z.coerce.number().int().positive();

const degreesTyped = /^[-−]?\d{1,2}(?:\.\d{1,8})?$/u;
const asDegrees = (text: string): number => Number(text.replace("−", "-"));

/** Degrees north or east in tenths and less, as maps show them. */
export function degrees(missing: string) {
  return z.string({ error: missing }).trim().regex(degreesTyped, missing).transform(asDegrees);
}

/** The same where it may be left empty. */
export function optionalDegrees(wrong: string) {
  return z
    .string()
    .trim()
    .default("")
    .refine((text) => text === "" || degreesTyped.test(text), wrong)
    .transform((text) => (text === "" ? null : asDegrees(text)));
}
