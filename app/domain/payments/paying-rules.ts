// What an organisation decided about paying, read from the texts it is kept in. What was never decided has a usual answer, named here.
import type { WeekdayName } from "#app/domain/basics/dates.ts";
import { penceOf, type Pence } from "#app/domain/basics/money.ts";
import type { CodePattern } from "./budget-codes.ts";
import type { PaymentMethod } from "./offer.ts";

export const weekdays = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const satisfies readonly WeekdayName[];

type Policies = Readonly<Record<string, string>>;

/** Ways people can be paid, in the order they are offered. Into an account is always one of them. */
export const paymentWays = [
  "bank",
  "someone-elses-account",
  "cash",
  "voucher",
  "cheque",
  "payment-card",
  "payroll",
] as const satisfies readonly PaymentMethod[];
export const usualWays: readonly PaymentMethod[] = ["bank", "someone-elses-account"];

/** The ways an organisation pays people. */
export function paymentWaysIn(policies: Policies): readonly PaymentMethod[] {
  const chosen = (policies["paidBy"] ?? "").split(" ");
  return paymentWays.filter((way) => usualWays.includes(way) || chosen.includes(way));
}

/** The day a week of the rate card begins on, for its weekly caps: Monday unless decided. */
export function weekBeginsIn(policies: Policies): WeekdayName {
  return weekdays.find((day) => day === policies["weekBegins"]) ?? "Monday";
}

/** How budget codes look; empty where any code will do. */
export function budgetCodePatternIn(policies: Policies): CodePattern {
  return policies["budgetCodePattern"] ?? "";
}

/** Working days in which something wrong with a payment is answered: 5 unless decided. */
export function complaintDaysIn(policies: Policies): number {
  const typed = policies["complaintDays"] ?? "";
  return /^[1-9]\d?$/u.test(typed) ? Number(typed) : 5;
}

/** Working days in which a claim is checked; null where the organisation promised none, so that nobody is told a day. */
export function checkDaysIn(policies: Policies): number | null {
  const typed = policies["checkDays"] ?? "";
  return /^[1-9]\d?$/u.test(typed) ? Number(typed) : null;
}

/** The value above which a voucher asks for more steps, by the organisation's own rule; null where it made none. */
export function voucherStepsOverIn(policies: Policies): Pence | null {
  const typed = policies["voucherStepsOver"] ?? "";
  return /^\d{1,7}$/u.test(typed) ? penceOf(Number(typed)) : null;
}

/** Whether claims ask if the work was in the person's own time, beside public-sector work: only where the organisation's rule asks it. */
export function asksOwnTimeIn(policies: Policies): boolean {
  return policies["asksOwnTime"] === "yes";
}
