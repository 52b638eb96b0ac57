// The details of one cost and its receipt: which questions each kind of cost asks, and what their answers mean.
import { z } from "zod";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { readPounds, type Pence } from "#app/domain/basics/money.ts";
import { hoursAtRate, type Expense, type ExpenseDetails, type ExpenseKind } from "#app/domain/payments/expenses.ts";
import { readMilesTenths, vehicles } from "#app/domain/payments/mileage.ts";
import type { CostSaid, MyCost } from "#app/services/claims.server.ts";
import {
  choice,
  date,
  longText,
  optionalChoice,
  optionalPostcode,
  optionalText,
  pounds,
  requiredText,
  versionField,
} from "#app/web/form-fields.ts";
import { number } from "#app/words/format.ts";
import { milesRefusalSentence } from "#app/words/payments.ts";

/** Kinds that are often paid by the hour, so that hours and a rate are asked for beside an amount. */
export const paidByTheHour: ReadonlySet<ExpenseKind> = new Set(["assistant", "care", "communication-support"]);

export const taxiReasons = ["access", "agreed-before", "no-other-way", "not-said"] as const;
export const receiptAnswers = ["photo", "will-post", "lost", "none-given"] as const;

const receiptFields = {
  receipt: optionalChoice(receiptAnswers),
  reason: longText("What happened"),
  file: z.custom<File>((given) => given instanceof Blob).optional(),
};
const common = { date: date({ thing: "the date" }), version: versionField };

/** The form of one kind of cost. */
export function costForm(kind: ExpenseKind) {
  switch (kind) {
    case "own-vehicle":
      return z.strictObject({
        ...common,
        vehicle: choice(vehicles, "Choose what you travelled in"),
        miles: miles(),
        from: optionalPostcode(),
        to: optionalText({ max: 100, thing: "where you went" }),
        passengers: passengers(),
        passengerNames: optionalText({ max: 300, thing: "names" }),
      });
    case "taxi":
      return z.strictObject({
        ...common,
        ...receiptFields,
        amount: pounds("amount"),
        why: choice(taxiReasons, "Choose an answer, or choose 'Prefer not to say'"),
      });
    case "care":
      return hourly({
        times: optionalText({ max: 200, thing: "times" }),
        inPackage: optionalChoice(["yes", "no", "not-said"]),
      });
    case "assistant":
    case "communication-support":
      return hourly({});
    case "overnight-stay":
      return z.strictObject({
        ...common,
        ...receiptFields,
        amount: pounds("amount"),
        nights: nights(),
        place: choice(["london", "elsewhere"], "Choose where you stayed"),
      });
    case "food-drink":
      return z.strictObject({
        ...common,
        ...receiptFields,
        amount: pounds("amount"),
        awayHours: hoursAway(),
        past8pm: optionalChoice(["yes", "no"]),
      });
    case "other":
      return z.strictObject({
        ...common,
        ...receiptFields,
        amount: pounds("amount"),
        whatFor: requiredText("Tell us what it was for", { thing: "what it was for" }),
      });
    default:
      return z.strictObject({ ...common, ...receiptFields, amount: pounds("amount") });
  }
}

/** What is often paid by the hour asks for an amount, or for hours and a rate. */
function hourly<More extends z.ZodRawShape>(more: More) {
  return z
    .strictObject({
      ...common,
      ...receiptFields,
      amount: optionalText({ thing: "amount" }),
      hours: optionalText({ thing: "hours" }),
      rate: optionalText({ thing: "rate" }),
      who: optionalText({ thing: "name" }),
      paidAlready: optionalChoice(["yes", "no"]),
      ...more,
    })
    .superRefine((said, context) => {
      const amount = amountOf(said as Hourly);
      if (!amount.ok) context.addIssue({ code: "custom", message: amount.message, path: [amount.field] });
    });
}

/** A cost as it was saved, by the names of its boxes. */
export function costTyped({ expense }: MyCost): Readonly<Record<string, string>> {
  if (expense === null) return {};
  const { details, spent, receipt } = expense;
  return {
    amount: spent === undefined ? "" : (spent / 100).toFixed(2),
    whatFor: expense.whatFor,
    receipt: receipt.kind === "not-said" ? "" : receipt.kind,
    reason: "reason" in receipt ? receipt.reason : "",
    ...(details.kind === "own-vehicle"
      ? {
          vehicle: details.vehicle,
          miles: number(details.milesTenths / 10),
          from: details.from ?? "",
          to: details.to ?? "",
          passengers: String(details.passengers.length),
          passengerNames: details.passengers.filter((name) => name !== "not named").join(", "),
        }
      : {}),
    ...(details.kind === "taxi" ? { why: details.why } : {}),
    ...(details.kind === "assistant" ? { who: details.whoWasPaid ?? "", paidAlready: details.alreadyPaidThem } : {}),
    ...(details.kind === "care" ? { who: details.carer ?? "", times: details.times ?? "", inPackage: details.alreadyInCarePackage } : {}),
    ...(details.kind === "food-drink" && details.away !== undefined
      ? { awayHours: String(Math.round((details.away.minutes / 60) * 100) / 100), past8pm: details.away.past8pm ? "yes" : "no" }
      : {}),
    ...(details.kind === "overnight-stay" ? { nights: String(details.nights), place: details.place } : {}),
  };
}

type Said = {
  readonly date: CalendarDate;
  readonly amount?: Pence | string;
  readonly vehicle?: (typeof vehicles)[number];
  readonly miles?: number;
  readonly from?: string;
  readonly to?: string;
  readonly passengers?: number;
  readonly passengerNames?: string;
  readonly times?: string;
  readonly inPackage?: "yes" | "no" | "not-said" | undefined;
  readonly awayHours?: number | null;
  readonly past8pm?: "yes" | "no" | undefined;
  readonly why?: (typeof taxiReasons)[number];
  readonly hours?: string;
  readonly rate?: string;
  readonly who?: string;
  readonly paidAlready?: "yes" | "no" | undefined;
  readonly nights?: number;
  readonly place?: "london" | "elsewhere";
  readonly whatFor?: string;
  readonly receipt?: (typeof receiptAnswers)[number] | undefined;
  readonly reason?: string;
};

/** What was said, as the service takes it. */
export function costFrom(kind: ExpenseKind, said: Said): Omit<CostSaid, "upload"> {
  const spent = typeof said.amount === "number" ? said.amount : amountFrom(said);
  const expense: Omit<Expense, "id" | "receipt"> = {
    date: said.date,
    whatFor: said.whatFor ?? "",
    details: detailsFrom(kind, said),
    ...(spent === undefined ? {} : { spent }),
    agreedFirst: "not-said",
    paidByOrganisation: false,
    paidByEmployer: false,
  };
  return { expense, receipt: said.receipt ?? "not-said", reason: said.reason ?? "" };
}

function detailsFrom(kind: ExpenseKind, said: Said): ExpenseDetails {
  switch (kind) {
    case "own-vehicle":
      return {
        kind,
        vehicle: said.vehicle ?? "car",
        milesTenths: said.miles ?? 0,
        ...(said.from ? { from: said.from } : {}),
        ...(said.to ? { to: said.to } : {}),
        passengers: passengersFrom(said.passengers ?? 0, said.passengerNames ?? ""),
      };
    case "taxi":
      return { kind, why: said.why ?? "not-said" };
    case "assistant":
      return { kind, ...(said.who ? { whoWasPaid: said.who } : {}), alreadyPaidThem: said.paidAlready ?? "not-said" };
    case "care":
      return {
        kind,
        ...(said.times ? { times: said.times } : {}),
        ...(said.who ? { carer: said.who } : {}),
        alreadyInCarePackage: said.inPackage ?? "not-said",
      };
    case "food-drink":
      return said.awayHours === undefined || said.awayHours === null
        ? { kind }
        : { kind, away: { minutes: said.awayHours, past8pm: said.past8pm === "yes" } };
    case "overnight-stay":
      return { kind, nights: said.nights ?? 1, place: said.place ?? "elsewhere" };
    default:
      return { kind };
  }
}

/** Passengers by the names that were given; the rest are counted without a name. */
function passengersFrom(count: number, typed: string): readonly string[] {
  const names = typed
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  return Array.from({ length: Math.max(count, names.length) }, (_, index) => names[index] ?? "not named");
}

type Hourly = { readonly amount?: Pence | string; readonly hours?: string; readonly rate?: string };
const neither = "Enter an amount, or hours and a rate";

function amountOf(
  said: Hourly,
): { readonly ok: true; readonly value: Pence } | { readonly ok: false; readonly field: string; readonly message: string } {
  const typed = typeof said.amount === "string" ? said.amount.trim() : "";
  if (typed !== "") {
    const read = readPounds(typed);
    return read.ok ? { ok: true, value: read.value } : { ok: false, field: "amount", message: "Amount must be an amount, like 12.50" };
  }
  const hours = (said.hours ?? "").trim();
  const rate = (said.rate ?? "").trim();
  if (hours === "" || rate === "") return { ok: false, field: "amount", message: neither };
  if (!/^\d{1,3}(?:\.\d{1,2})?$/u.test(hours)) return { ok: false, field: "hours", message: "Hours must be a number, like 2.5" };
  const read = readPounds(rate);
  if (!read.ok) return { ok: false, field: "rate", message: "Rate must be an amount, like 12.50" };
  return { ok: true, value: hoursAtRate({ minutes: Math.round(Number(hours) * 60), hourly: { pence: read.value, per: "hour" } }) };
}

function amountFrom(said: Hourly): Pence | undefined {
  const read = amountOf(said);
  return read.ok ? read.value : undefined;
}

function miles() {
  return z.string({ error: "Enter how many miles" }).transform((typed, context): number => {
    const read = readMilesTenths(typed);
    if (read.ok && read.value > 0) return read.value;
    context.addIssue({ code: "custom", message: read.ok ? "Enter how many miles" : milesRefusalSentence(read.refusal) });
    return z.NEVER;
  });
}

function passengers() {
  return wholeNumber("Enter a whole number of passengers, like 1", 0, 8, "0");
}

/** Hours as people write them, to whole minutes; nothing typed is not known. */
function hoursAway() {
  const message = "Hours must be a number, like 6.5";
  return z
    .string()
    .default("")
    .transform((typed, context): number | null => {
      const plain = typed.trim();
      if (plain === "") return null;
      if (/^\d{1,2}(?:\.\d{1,2})?$/u.test(plain) && Number(plain) <= 72) return Math.round(Number(plain) * 60);
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    });
}

function nights() {
  return wholeNumber("Enter a whole number of nights, like 1", 1, 60);
}

function wholeNumber(message: string, least: number, most: number, otherwise?: string) {
  const text = otherwise === undefined ? z.string({ error: message }) : z.string().default(otherwise);
  return text.transform((typed, context): number => {
    const plain = typed.trim();
    if (/^\d{1,3}$/u.test(plain) && Number(plain) >= least && Number(plain) <= most) return Number(plain);
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  });
}
