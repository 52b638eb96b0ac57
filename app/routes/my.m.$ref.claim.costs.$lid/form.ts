// The details of one cost and its receipt: which questions each kind of cost asks, and what their answers mean.
import { z } from "zod";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { readPounds, type Pence } from "#app/domain/basics/money.ts";
import { hoursAtRate, type Expense, type ExpenseDetails, type ExpenseKind } from "#app/domain/payments/expenses.ts";
import { readMilesTenths, vehicles } from "#app/domain/payments/mileage.ts";
import type { CostSaid } from "#app/services/claims.server.ts";
import { choice, date, longText, optionalChoice, optionalText, pounds, requiredText, versionField } from "#app/web/form-fields.ts";
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
        from: optionalText({ max: 10, thing: "postcode" }),
        passengers: passengers(),
      });
    case "taxi":
      return z.strictObject({
        ...common,
        ...receiptFields,
        amount: pounds("amount"),
        why: choice(taxiReasons, "Choose an answer, or choose 'Prefer not to say'"),
      });
    case "assistant":
    case "care":
    case "communication-support":
      return z
        .strictObject({
          ...common,
          ...receiptFields,
          amount: optionalText({ thing: "amount" }),
          hours: optionalText({ thing: "hours" }),
          rate: optionalText({ thing: "rate" }),
          who: optionalText({ thing: "name" }),
          paidAlready: optionalChoice(["yes", "no"]),
        })
        .superRefine((said, context) => {
          const amount = amountOf(said);
          if (!amount.ok) context.addIssue({ code: "custom", message: amount.message, path: [amount.field] });
        });
    case "overnight-stay":
      return z.strictObject({
        ...common,
        ...receiptFields,
        amount: pounds("amount"),
        nights: nights(),
        place: choice(["london", "elsewhere"], "Choose where you stayed"),
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

type Said = {
  readonly date: CalendarDate;
  readonly amount?: Pence | string;
  readonly vehicle?: (typeof vehicles)[number];
  readonly miles?: number;
  readonly from?: string;
  readonly passengers?: number;
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
        ...(said.from ? { from: said.from.toUpperCase() } : {}),
        passengers: Array.from({ length: said.passengers ?? 0 }, () => "not named"),
      };
    case "taxi":
      return { kind, why: said.why ?? "not-said" };
    case "assistant":
      return { kind, ...(said.who ? { whoWasPaid: said.who } : {}), alreadyPaidThem: said.paidAlready ?? "not-said" };
    case "care":
      return { kind, ...(said.who ? { carer: said.who } : {}), alreadyInCarePackage: "not-said" };
    case "food-drink":
      return { kind };
    case "overnight-stay":
      return { kind, nights: said.nights ?? 1, place: said.place ?? "elsewhere" };
    default:
      return { kind };
  }
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
