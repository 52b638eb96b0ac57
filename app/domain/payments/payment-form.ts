// What stands on the two claim forms and on finance's payment sheet, field by field, as data (payments.md section d,
// forms 1 and 2; experience.md 2.11.4). There is nowhere in these types for an access requirement, a health fact or a
// benefit, so none can be printed. The words are elsewhere.
import type { CalendarDate, ClockTime } from "#app/domain/basics/dates.ts";
import { sum, type Pence } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { AccountNumber, SortCode } from "./bank-details.ts";
import type { Charity, Choice } from "./choice.ts";
import type { ClaimState } from "./claim-states.ts";
import { amountOf, settleClaim, type Claim, type ClaimLine, type SettledLine, type Settlement } from "./claim.ts";
import { totalsByKind, type AssessedExpense, type ExpenseKind, type Purse, type ReceiptAnswer } from "./expenses.ts";
import type { PricedMileage, Vehicle } from "./mileage.ts";
import type { PaymentMethod } from "./offer.ts";
import type { WorkingStep } from "./price-time.ts";
import type { Activity, Mode } from "./rate-card.ts";

export type OrganisationBlock = {
  readonly name: string;
  readonly department?: string;
  readonly address?: readonly string[];
  readonly contactName?: string;
  readonly phone?: string;
  readonly email?: string;
  /** The number to dial with Relay UK. */
  readonly relayPhone?: string;
};

export type PersonBlock = {
  readonly reference: string;
  readonly nameUsed: string;
  readonly address?: readonly string[];
  readonly phone?: string;
  readonly email?: string;
  readonly preferredContact?: string;
  /** Somebody who helped fill the form in, named only if the person wishes. */
  readonly helper?: string;
};

export type ActivityBlock = {
  readonly reference: string;
  readonly title: string;
  readonly date: CalendarDate;
  readonly plannedFrom?: ClockTime;
  readonly plannedTo?: ClockTime;
  readonly actualFrom?: ClockTime;
  readonly actualTo?: ClockTime;
  readonly mode?: Mode;
  readonly place?: string;
  readonly organiser?: string;
  readonly project?: string;
};

export type CodeBlock = {
  readonly costCentre: string;
  readonly account?: string;
  readonly project?: string;
  readonly funder?: string;
  readonly budgetHolder?: string;
};

/** A signature, or the space for one where nobody has signed. */
export type SignBlock = {
  readonly role: "person" | "coordinator" | "checker" | "authoriser" | "releaser";
  readonly name?: string;
  readonly on?: CalendarDate;
  readonly at?: ClockTime;
  readonly how?: "online" | "phone" | "paper" | "with-support";
};

export type Declaration =
  | "true"
  | "not-claimed-before"
  | "not-paid-by-anyone-else-for-this-time"
  | "took-part-as-shown"
  | "needed-to-take-part"
  | "receipts-given-where-there-are-any"
  | "real-distance"
  | "the-way-that-worked-for-me";

export type FinanceUse = { readonly payeeNumber?: string; readonly batch?: string; readonly paidOn?: CalendarDate };

export type FormParties = {
  readonly organisation: OrganisationBlock;
  readonly person: PersonBlock;
  readonly activities: readonly ActivityBlock[];
  readonly code?: CodeBlock;
  readonly signatures: readonly SignBlock[];
  readonly financeUse: FinanceUse;
};

export type InvolvementForm = FormParties & {
  readonly form: "involvement-payment";
  readonly reference: string;
  readonly offer?: {
    readonly reference: string;
    readonly card: { readonly name: string; readonly version: number; readonly validFrom: CalendarDate };
  };
  readonly lines: readonly {
    readonly id: string;
    readonly date: CalendarDate;
    readonly activity: Activity;
    readonly minutes?: number;
    readonly items?: number;
    readonly rateLine: string;
    readonly working: readonly WorkingStep[];
    readonly amount: Pence;
    readonly changed?: { readonly from: Pence; readonly why: string };
  }[];
  /** Day and week caps, time an employer pays, and the choice: each a line of its own, below nothing. */
  readonly takenOff: readonly SettledLine[];
  readonly choice?: { readonly choice: Choice; readonly record?: string };
  readonly paidByEmployerForThisTime: Claim["paidByEmployerForThisTime"];
  /** Only where the organisation's policy asks. */
  readonly publicSectorJobUnrelatedAndOwnTime?: "yes" | "no" | "not-said";
  readonly method?: PaymentMethod;
  /** Never an account number: the form carries only a reference to the payee. */
  readonly payeeReference?: string;
  readonly total: Pence;
  readonly ownGift?: { readonly charity: Charity; readonly amount: Pence };
  readonly declarations: readonly Declaration[];
};

/** One cost as the form shows it. Why somebody needed a taxi is left out: it can be an access requirement. */
export type ExpensesFormItem = {
  readonly id: string;
  readonly kind: ExpenseKind;
  readonly date: CalendarDate;
  readonly whatFor: string;
  readonly journey?: {
    readonly vehicle: Vehicle;
    readonly milesTenths: number;
    readonly from?: string;
    readonly to?: string;
    readonly passengers: readonly string[];
    readonly priced?: PricedMileage;
  };
  readonly care?: { readonly times?: string; readonly carer?: string; readonly alreadyInCarePackage: "yes" | "no" | "not-said" };
  readonly whoWasPaid?: string;
  readonly timeAway?: { readonly minutes: number; readonly past8pm: boolean };
  readonly nights?: number;
  readonly receipt: ReceiptAnswer["kind"];
  readonly noReceiptReason?: string;
  readonly paidByOrganisation: boolean;
  readonly claimed: Pence;
  readonly amount: Pence;
  readonly changed?: { readonly from: Pence; readonly why: string };
};

export type ExpensesForm = FormParties & {
  readonly form: "expenses";
  readonly reference: string;
  /** Costs agreed before the meeting: the day of the answer, and the amount where one was agreed. Never what they were for. */
  readonly agreedBefore: readonly { readonly on: CalendarDate; readonly amount?: Pence }[];
  /** Costs, and apart from them access costs, which belong to another budget. */
  readonly costs: readonly ExpensesFormItem[];
  readonly access: readonly ExpensesFormItem[];
  readonly totalsByKind: readonly { readonly kind: ExpenseKind; readonly claimed: Pence; readonly payable: Pence }[];
  readonly takenOff: readonly SettledLine[];
  readonly costsTotal: Pence;
  readonly accessTotal: Pence;
  readonly advanced: Pence;
  readonly balance: Pence;
  readonly leftOver: Settlement["leftOver"];
  readonly isAboveApprovedMileage: boolean;
  readonly declarations: readonly Declaration[];
};

export type PaymentSheet = {
  readonly form: "payment-sheet";
  readonly reference: string;
  readonly organisation: string;
  readonly payee: string;
  readonly address: readonly string[];
  readonly forTime: Pence;
  readonly forCosts: Pence;
  readonly forAccess: Pence;
  readonly advancesTaken: Pence;
  readonly toPay: Pence;
  readonly ownGift?: { readonly charity: Charity; readonly amount: Pence };
  readonly notBefore?: CalendarDate;
  readonly notAfter?: CalendarDate;
  /** The recorded decision for the role, or that none is recorded; never the program's own opinion (payments.md section e). */
  readonly taxTreatment: { readonly recorded: string } | "not-recorded";
  readonly budgetCode: string;
  /** In full on this sheet only, and printing it is recorded. */
  readonly bank?: {
    readonly accountName: string;
    readonly sortCode: SortCode;
    readonly accountNumber: AccountNumber;
    readonly rollNumber?: string;
  };
  readonly method: PaymentMethod;
  readonly signatures: readonly SignBlock[];
};

/** Lays out the involvement payment claim form from a claim as it stands. It can be printed at any stage. */
export function layOutInvolvementForm(
  claim: Claim,
  parties: FormParties,
  more: Pick<InvolvementForm, "offer" | "publicSectorJobUnrelatedAndOwnTime" | "method" | "payeeReference"> & {
    readonly choiceRecord?: string;
  },
): InvolvementForm {
  const settled = settleClaim(claim);
  const { choiceRecord, ...rest } = more;
  return {
    ...parties,
    ...rest,
    form: "involvement-payment",
    reference: claim.reference,
    lines: claim.lines.flatMap((line) => (line.about === "time" ? [timeLineOf(line)] : [])),
    takenOff: settled.lines.filter((line) => line.group === "time" && line.because.kind !== "line"),
    ...(claim.choice === undefined
      ? {}
      : { choice: { choice: claim.choice, ...(choiceRecord === undefined ? {} : { record: choiceRecord }) } }),
    paidByEmployerForThisTime: claim.paidByEmployerForThisTime,
    total: settled.time,
    ...(settled.ownGift === undefined ? {} : { ownGift: settled.ownGift }),
    declarations: ["true", "not-claimed-before", "not-paid-by-anyone-else-for-this-time"],
  };
}

/** Lays out the expenses claim form from a claim as it stands, access costs apart. */
export function layOutExpensesForm(claim: Claim, parties: FormParties, more: Pick<ExpensesForm, "agreedBefore">): ExpensesForm {
  const settled = settleClaim(claim);
  const expenseLines = claim.lines.filter((line) => line.about === "expense");
  const itemsOf = (purse: Purse) => expenseLines.filter((line) => line.assessed.purse === purse).map(expenseItemOf);
  const assessed = expenseLines.map((line) => line.assessed);
  return {
    ...parties,
    ...more,
    form: "expenses",
    reference: claim.reference,
    costs: itemsOf("costs"),
    access: itemsOf("access"),
    totalsByKind: totalsByKind(assessed),
    takenOff: settled.lines.filter((line) => line.group !== "time" && line.because.kind !== "line"),
    costsTotal: settled.costs,
    accessTotal: settled.access,
    advanced: sum(claim.advances.map((advance) => advance.amount)),
    balance: sum([
      settled.costs,
      settled.access,
      ...settled.lines.filter((line) => line.because.kind === "advance").map((line) => line.amount),
    ]),
    leftOver: settled.leftOver,
    isAboveApprovedMileage: assessed.some((one) => one.findings.some((finding) => finding.finding === "above-approved-mileage")),
    declarations: [
      "needed-to-take-part",
      "not-claimed-before",
      "receipts-given-where-there-are-any",
      "real-distance",
      "the-way-that-worked-for-me",
    ],
  };
}

/**
 * Lays out finance's payment sheet. Refused until two people have signed, when there is nothing to pay, and when a bank
 * payment has no account, so that nobody keys in a payment that was not agreed.
 */
export function layOutPaymentSheet(
  claim: Claim,
  state: ClaimState,
  more: Pick<PaymentSheet, "organisation" | "payee" | "address" | "notBefore" | "notAfter" | "taxTreatment" | "bank" | "method"> & {
    readonly nameOf: (person: string) => string;
  },
): Result<PaymentSheet, "not-agreed" | "nothing-to-pay" | "no-bank-details" | "budget-code-missing"> {
  if (state.state !== "agreed" && state.state !== "paid") return refused("not-agreed");
  const settled = settleClaim(claim);
  if (settled.toPay <= 0) return refused("nothing-to-pay");
  if (more.bank === undefined && (more.method === "bank" || more.method === "someone-elses-account")) return refused("no-bank-details");
  if (claim.budgetCode === undefined || claim.budgetCode.trim() === "") return refused("budget-code-missing");
  const { nameOf, ...rest } = more;
  return done({
    ...rest,
    form: "payment-sheet",
    reference: claim.reference,
    forTime: settled.time,
    forCosts: settled.costs,
    forAccess: settled.access,
    advancesTaken: settled.advancesTaken,
    toPay: settled.toPay,
    ...(settled.ownGift === undefined ? {} : { ownGift: settled.ownGift }),
    budgetCode: claim.budgetCode,
    signatures: [
      { role: "checker", name: nameOf(state.checked.by), on: state.checked.on },
      { role: "authoriser", name: nameOf(state.authorised.by), on: state.authorised.on },
      state.released === undefined ? { role: "releaser" } : { role: "releaser", name: nameOf(state.released.by), on: state.released.on },
    ],
  });
}

function timeLineOf(line: Extract<ClaimLine, { about: "time" }>): InvolvementForm["lines"][number] {
  const { entry, line: rateLine, working, amount } = line.priced;
  return {
    id: line.id,
    date: entry.date,
    activity: entry.activity,
    ...(entry.minutes === undefined ? {} : { minutes: entry.minutes }),
    ...(entry.items === undefined ? {} : { items: entry.items }),
    rateLine: rateLine.label,
    working,
    amount: amountOf(line),
    ...(line.decision === undefined ? {} : { changed: { from: amount, why: line.decision.why } }),
  };
}

function expenseItemOf(line: Extract<ClaimLine, { about: "expense" }>): ExpensesFormItem {
  const { assessed, decision } = line;
  const { expense } = assessed;
  const { receipt } = expense;
  return {
    id: line.id,
    kind: expense.details.kind,
    date: expense.date,
    whatFor: expense.whatFor,
    ...detailsOnForm(assessed),
    receipt: receipt.kind,
    ...(receipt.kind === "lost" || receipt.kind === "none-given" ? { noReceiptReason: receipt.reason } : {}),
    paidByOrganisation: expense.paidByOrganisation,
    claimed: assessed.claimed,
    amount: amountOf(line),
    ...(decision === undefined ? {} : { changed: { from: assessed.claimed, why: decision.why } }),
  };
}

function detailsOnForm(assessed: AssessedExpense): Pick<ExpensesFormItem, "journey" | "care" | "whoWasPaid" | "timeAway" | "nights"> {
  const { details } = assessed.expense;
  switch (details.kind) {
    case "own-vehicle": {
      const { kind: _kind, ...journey } = details;
      return { journey: { ...journey, ...(assessed.mileage === undefined ? {} : { priced: assessed.mileage }) } };
    }
    case "care": {
      const { kind: _kind, ...care } = details;
      return { care };
    }
    case "assistant":
      return details.whoWasPaid === undefined ? {} : { whoWasPaid: details.whoWasPaid };
    case "food-drink":
      return details.away === undefined ? {} : { timeAway: details.away };
    case "overnight-stay":
      return { nights: details.nights };
    default:
      return {};
  }
}
