// What an organisation recorded about tax and employment status, in words. Nothing here says what is right.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { longDate } from "./format.ts";

export const taxDecisionNames = {
  "expenses-only": "Expenses only",
  "payment-without-employment": "Payment, with no employment link",
  "payroll-for-tax-only": "Through payroll, for tax only",
  "employee-or-worker": "Employee or worker",
  "self-employed": "Self-employed, with an invoice",
} as const;
export type TaxDecisionKind = keyof typeof taxDecisionNames;

export const taxRouteNames = { "accounts-payable": "Accounts payable", payroll: "Payroll", voucher: "Vouchers" } as const;
export type TaxRoute = keyof typeof taxRouteNames;

/** "Recorded by Ines Costa and Tom Price on 1 October 2026: Payment, with no employment link. Paid through: Accounts payable." */
export function taxDecisionSentence(decision: {
  readonly decision: TaxDecisionKind;
  readonly route: TaxRoute;
  readonly decidedBy: string;
  readonly secondBy: string;
  readonly recordedOn: CalendarDate;
}): string {
  const { decidedBy, secondBy, recordedOn } = decision;
  return `Recorded by ${decidedBy} and ${secondBy} on ${longDate(recordedOn)}: ${taxDecisionNames[decision.decision]}. Paid through: ${taxRouteNames[decision.route]}.`;
}

/**
 * What an offer letter says about tax, and whether it may say that it is no contract of employment: only where that is what was
 * recorded. The organisation's own words for the letter are used where there are any.
 */
export function taxInTheLetter(decision: {
  readonly decision: TaxDecisionKind;
  readonly route: TaxRoute;
  readonly facts: Readonly<Record<string, string>>;
  readonly recordedOn: CalendarDate;
}): { readonly hasNoEmploymentLink: boolean; readonly taxLine: string } {
  const own = decision.facts["offer"]?.trim() ?? "";
  return {
    hasNoEmploymentLink: decision.decision === "payment-without-employment",
    taxLine:
      own === ""
        ? `Our decision of ${longDate(decision.recordedOn)} is: ${taxDecisionNames[decision.decision]}. Paid through: ${taxRouteNames[decision.route]}.`
        : own,
  };
}

/** The questions of the record besides the decision itself, in the order of the printed form. */
export const taxQuestions: readonly { readonly name: string; readonly label: string; readonly answers: "words" | "yes-no" }[] = [
  { name: "doing", label: "What people in this role do", answers: "words" },
  { name: "continuing", label: "Is the role continuing, not once only?", answers: "yes-no" },
  { name: "refuse", label: "May they refuse work?", answers: "yes-no" },
  { name: "stop", label: "May they stop at any time?", answers: "yes-no" },
  { name: "substitute", label: "May they send somebody else?", answers: "yes-no" },
  { name: "duty", label: "Is there a duty to offer work, or to do it?", answers: "yes-no" },
  { name: "control", label: "Who decides when, where and how", answers: "words" },
  { name: "equipment", label: "Equipment, and whose it is", answers: "words" },
  { name: "structure", label: "Is the role part of the organisation’s structure?", answers: "yes-no" },
  { name: "office", label: "Is it a formal office or a statutory post?", answers: "yes-no" },
  { name: "cest", label: "HMRC’s check of employment status: date, outcome and reference", answers: "words" },
  { name: "guidance", label: "Other guidance used", answers: "words" },
  { name: "wage", label: "Was the National Minimum Wage considered?", answers: "yes-no" },
  { name: "reasons", label: "Reasons", answers: "words" },
  { name: "offer", label: "What the offer letter may say", answers: "words" },
];

export const yesNoNames = { yes: "Yes", no: "No", "not-sure": "Not sure" } as const;
