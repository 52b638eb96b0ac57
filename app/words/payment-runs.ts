// The sentences of payment runs, which people read as batches, and of what finance does to make sure of an account.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import type { BacsRefusal } from "#app/domain/payments/bacs18.ts";
import type { PaymentMethod } from "#app/domain/payments/offer.ts";
import type { PayeeNeed } from "#app/domain/payments/payee.ts";
import { easyMoneyCameBack } from "./easy-messages.ts";
import { counted, inFours, longDate, money } from "./format.ts";
import { payeeNeedSentence, paymentMethodNames } from "./payments.ts";

type Words = { readonly subject: string; readonly body: string };

/** Tells somebody that money came back from their bank, kindly. */
export function moneyCameBackMessage(facts: {
  readonly name: string;
  readonly reference: string;
  readonly amount: Pence;
  readonly isEasyRead: boolean;
}): Words {
  return {
    subject: `About your payment ${inFours(facts.reference)}`,
    body: facts.isEasyRead
      ? easyMoneyCameBack(facts)
      : `Hello ${facts.name},

Your bank sent the money back. It is still yours. Please check your bank details.

This is about ${money(facts.amount)} for claim ${inFours(facts.reference)}. Use your private link to check your bank details, or contact us and we will do it with you.`,
  };
}

/** What a payment was, whatever it is told in. */
export type PaidFacts = {
  readonly meeting: string;
  readonly total: Pence;
  readonly time: Pence;
  readonly costs: Pence;
  readonly byDay: CalendarDate;
  readonly method: PaymentMethod;
  readonly endsIn: string;
  readonly statementName: string;
  readonly organisation: string;
};

/** What was paid, time and costs apart, because benefits treat them differently; then where and when it shows. */
export function paidSentences(facts: PaidFacts): readonly string[] {
  const isIntoAccount = facts.endsIn !== "";
  const where = isIntoAccount
    ? `It should show in your account that ends ${facts.endsIn} by ${longDate(facts.byDay)}.`
    : `How we paid it: ${paymentMethodNames[facts.method].toLowerCase()}, on ${longDate(facts.byDay)}.`;
  const shows =
    facts.statementName === "" ? `We are ${facts.organisation}.` : `Your bank statement will show the name ${facts.statementName}.`;
  return [
    `We have paid ${money(facts.total)}: ${money(facts.time)} for your time and ${money(facts.costs)} for costs, for ${facts.meeting}.`,
    isIntoAccount ? `${where} ${shows}` : where,
  ];
}

/** A name and the ways to reach somebody that are known. */
export function waysToAsk(contact: { readonly name: string; readonly phone: string; readonly email: string }): string {
  return [contact.name, contact.phone, contact.email].filter((way) => way !== "").join(", ");
}

/** What somebody is told on the day they are paid, as a message. */
export function remittanceMessage(
  facts: PaidFacts & {
    readonly name: string;
    readonly reference: string;
    readonly contact: { readonly name: string; readonly phone: string; readonly email: string };
  },
): Words {
  return {
    subject: `We have paid your claim ${inFours(facts.reference)}`,
    body: `Hello ${facts.name},

${paidSentences(facts).join("\n\n")}

Reference ${inFours(facts.reference)}.

For your time: ${money(facts.time)}
For your costs: ${money(facts.costs)}
Total: ${money(facts.total)}

If it has not come by then, contact us: ${waysToAsk(facts.contact)}.`,
  };
}

/** Why a bank file cannot be written, naming the claim it is about where there is one. */
export function bankFileSentence(refusal: BacsRefusal, reference: string | null): string {
  const claim = reference === null ? "" : `Claim ${inFours(reference)}: `;
  switch (refusal.problem) {
    case "service-user-number":
      return "Enter your number with Bacs. Your bank gave it to you";
    case "serial":
    case "file-number":
      return "This batch has no number a bank file can carry. Export it as a spreadsheet";
    case "payer-account":
      return "Check the account you pay from";
    case "payer-name":
      return "The name of the account you pay from has no letters a bank file can carry";
    case "processing-day":
      return "It is too late for the bank to pay this batch on its payment date. Take the claims out and make a new batch";
    case "no-credits":
      return "There is nothing to pay in this batch";
    case "total-too-large":
      return "The total is more than one bank file can carry. Make two batches";
    case "account":
      return `${claim}the sort code and account number are not 6 and 8 digits`;
    case "name-has-no-letters":
      return `${claim}the name on the account has no letters a bank file can carry`;
    case "reference-too-long":
      return `${claim}the roll number is longer than a bank file can carry`;
    case "nothing-to-pay":
      return `${claim}there is nothing to pay`;
    case "too-large":
      return `${claim}the amount is more than a bank file can carry`;
  }
}

/** What still has to happen before money may go to an account, each once. */
export function payeeNeedSentences(needs: readonly PayeeNeed[]): readonly string[] {
  return [...new Set(needs.map(payeeNeedSentence))];
}

/** What was not as usual in a batch, a sentence each. */
export function exceptionSentences(facts: {
  readonly takenOut: readonly { readonly reference: string; readonly why: string }[];
  readonly releasedByChecker: readonly string[];
  readonly review: { readonly reviewer: string; readonly reviewedOn: CalendarDate } | null;
}): readonly string[] {
  return [
    ...facts.takenOut.map(({ reference, why }) =>
      why === ""
        ? `Claim ${inFours(reference)} was taken out.`
        : `Claim ${inFours(reference)} was taken out: ${why.replace(/[.\s]+$/u, "")}.`,
    ),
    ...facts.releasedByChecker.map((reference) => `Claim ${inFours(reference)} was released by the person who checked it.`),
    ...(facts.review === null ? [] : [`${facts.review.reviewer} looked at these on ${longDate(facts.review.reviewedOn)}.`]),
  ];
}

/** What a message about money is about, for a list of messages. */
export const moneyMessageNames = {
  "bank-details-changed": "bank details changed",
  "money-came-back": "the bank sent money back",
  remittance: "money was paid",
  "annual-statement": "statement of a year",
  "claim-amount-changed": "an amount was changed",
  "claim-question": "a question about a claim",
  "claim-paid": "a claim is paid",
  "claim-waits": "why a claim waits",
  "voucher-given": "vouchers were given out",
  "offer-raised": "an offer went up",
} as const;

export const messageWayNames = {
  letter: "A letter to post",
  say: "Call or text them",
  email: "An email, and no mail server is set. Call them",
} as const;

export const runKindNames = {
  "bank-file": "Bank file",
  "printed-forms": "Printed forms for finance to key in",
  "cash-or-voucher": "Cash or voucher list",
  payroll: "Payroll list",
} as const;

export const runStateNames = {
  draft: "Draft",
  locked: "Locked",
  exported: "Exported",
  paid: "Paid",
  cancelled: "Cancelled",
} as const;

export const notPaidNames = {
  "wrong-account": "Wrong account details",
  "account-closed": "Account closed",
  returned: "Returned by bank",
  other: "Other",
} as const;

export const exportNames = {
  csv: "Spreadsheet (CSV)",
  bacs18: "Bank file (Bacs Standard 18)",
  paygate: "Bank file (PayGate CSV)",
  sddirect: "Bank file (SDDirect CSV)",
  eazipay: "Bank file (EaziPay CSV)",
  bankline: "Bank file (Bankline CSV)",
  ledger: "Ledger file",
} as const;

/** What an export is called: by its format, or "your own columns". */
export function exportName(format: string): string {
  return format in exportNames ? exportNames[format as keyof typeof exportNames] : "Your own columns";
}

/** "12 claims, £340". */
export function countAndTotal(count: number, total: Pence): string {
  return `${counted(count, "claim", "claims")}, ${money(total)}`;
}

export const nameCheckNames = {
  match: "The name matches",
  "close-match": "A close match",
  "no-match": "The name does not match",
  unavailable: "The bank could not check. That is not a match",
  "not-done": "Not done",
} as const;

export const nameDecisionNames = {
  "name-updated": "The name was put right",
  "confirmed-with-person": "The person confirmed it",
  accepted: "Accepted as it is",
} as const;

/** What name checks and some banks' files call an account. */
export const accountKindNames = { personal: "Personal", business: "Business" } as const;

export const authorityNames = {
  "court-order": "A court order, as a deputy",
  attorney: "A power of attorney",
  "third-party-mandate": "A mandate for somebody else’s account",
  "dwp-appointee": "A DWP appointee",
  "account-holder-agrees": "The account holder’s agreement",
} as const;

type Entry =
  | { readonly kind: "call-back"; readonly reached: string; readonly said: string }
  | { readonly kind: "confirmed-reply"; readonly said: string }
  | { readonly kind: "name-check"; readonly result: keyof typeof nameCheckNames; readonly nameGiven: string }
  | { readonly kind: "name-check-decision"; readonly what: keyof typeof nameDecisionNames; readonly why: string }
  | { readonly kind: "authority"; readonly authority: keyof typeof authorityNames; readonly evidence: string }
  | { readonly kind: "appointee-advice"; readonly advice: string }
  | { readonly kind: "account-kind"; readonly accountKind: keyof typeof accountKindNames };

/** What was recorded about an account, told back. */
export function payeeEntrySentence(entry: Entry): string {
  switch (entry.kind) {
    case "call-back":
      return `Called back on ${entry.reached}. ${entry.said}`;
    case "confirmed-reply":
      return `A reply that confirms it. ${entry.said}`;
    case "name-check":
      return entry.nameGiven === "" ? nameCheckNames[entry.result] : `${nameCheckNames[entry.result]}. The bank gave: ${entry.nameGiven}`;
    case "name-check-decision":
      return `${nameDecisionNames[entry.what]}. ${entry.why}`;
    case "authority":
      return `${authorityNames[entry.authority]}. ${entry.evidence}`;
    case "appointee-advice":
      return `Legal advice. ${entry.advice}`;
    case "account-kind":
      return `It is a ${accountKindNames[entry.accountKind].toLowerCase()} account.`;
  }
}
