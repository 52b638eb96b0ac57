// What is offered to a person and what they told us about their own situation. Amounts are whole pence, time is whole
// minutes. A property that is absent was not recorded, and an unrecorded fact is never taken to be the kind one.
import type { CalendarDate, Nation, WeekdayName } from "#app/domain/basics/dates.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import type { BenefitId } from "./names.ts";

export type YesNo = "yes" | "no" | "not-sure";

/** Something the person takes part in: a meeting, or the reading before it. */
export type Activity = { readonly id: string; readonly on?: CalendarDate; readonly minutes?: number };

/** Which activity a payment is for; with the amount for it where one payment covers several. */
export type PaidFor = { readonly activity: string; readonly pence?: Pence };

/** When a choice not to be paid was made. Only a choice made before the activity is covered (benefits.md section 2.4). */
export type WhenAgreed = "before-activity" | "after-activity" | "not-sure";

type PaymentBase = {
  readonly id: string;
  readonly pence: Pence;
  readonly payer: string;
  readonly for: readonly PaidFor[];
  readonly dueOn?: CalendarDate;
  readonly paidOn?: CalendarDate;
};

/** Money for the person's time, whatever it is called. `takeHomePence` is after tax and National Insurance, before pension. */
export type Fee = PaymentBase & {
  readonly kind: "fee";
  /** The first day the money may come, where only the last day is promised (`paidOn` or `dueOn`): every day between is tried. */
  readonly mayArriveFrom?: CalendarDate;
  readonly payroll?: YesNo;
  readonly takeHomePence?: Pence;
  readonly pensionPence?: Pence;
  /** The part of what was offered that the person said no to. It is not in `pence`. */
  readonly turnedDown?: { readonly pence: Pence; readonly agreed: WhenAgreed };
};

export type Voucher = PaymentBase & { readonly kind: "voucher" };

/** Money the organisation gives to a charity. It is the organisation's own gift only if the person turned the fee down first. */
export type Donation = PaymentBase & { readonly kind: "donation"; readonly agreed: WhenAgreed };

export type Payment = Fee | Voucher | Donation;

/** The kinds of cost that the rules treat differently (benefits.md section 6). */
export const expenseKinds = [
  "travel-to-venue",
  "travel-between-sites",
  "overnight-stay",
  "access-taxi-or-parking",
  "replacement-care",
  "support-worker",
  "meals",
  "phone-data-printing",
  "flat-sum",
  "loss-of-earnings",
  "other",
] as const;
export type ExpenseKind = (typeof expenseKinds)[number];

/** A cost paid back, kept apart from any payment for time. */
export type Expense = {
  readonly id: string;
  readonly kind: ExpenseKind;
  readonly pence: Pence;
  readonly payer: string;
  /** Whether the sum is no more than what the person really spent. */
  readonly meetsActualCost: YesNo;
  readonly activity?: string;
  readonly dueOn?: CalendarDate;
  readonly paidOn?: CalendarDate;
};

/** The plain questions of the service-user test (benefits.md section 2.2). Absent means nobody has answered. */
export type ServiceUserAnswers = {
  readonly a?: YesNo;
  readonly b?: YesNo;
  readonly c1?: YesNo;
  readonly c2?: YesNo;
  readonly c3?: YesNo;
  readonly c4?: YesNo;
};

export type Offer = {
  readonly nation: Nation;
  readonly activities: readonly Activity[];
  readonly payments: readonly Payment[];
  readonly expenses: readonly Expense[];
  readonly serviceUser: ServiceUserAnswers;
};

/** How often other pay comes. `in-the-same-period` is a total for the period asked about, on days nobody has named. */
export type OtherPayPattern = "once" | "week" | "fortnight" | "four-weeks" | "month" | "in-the-same-period";

/** Other pay after tax and National Insurance, before pension. `minutes` are the hours behind each such payment. */
export type OtherPay = {
  readonly id: string;
  readonly pattern: OtherPayPattern;
  readonly takeHomePence: Pence;
  readonly pensionPence?: Pence;
  readonly minutes?: number;
  readonly workedOn?: CalendarDate;
  readonly paidOn?: CalendarDate;
};

export type OtherEarnings =
  | { readonly answer: "none" }
  | { readonly answer: "some"; readonly pay: readonly [OtherPay, ...OtherPay[]] }
  | { readonly answer: "not-sure" };

export type UniversalCreditCircumstances = {
  /** The day of the month on which the first assessment period began: 1 to 31. */
  readonly periodDay?: number;
  readonly limitedCapability?: YesNo;
  readonly childOnClaim?: YesNo;
  readonly housingCosts?: YesNo;
  readonly selfEmployed?: YesNo;
  readonly capped?: YesNo;
  readonly couple?: YesNo;
  readonly partnerEarnings?: OtherEarnings;
  readonly waitingForAssessment?: YesNo;
  /** Universal Credit for such a period before this payment is counted. */
  readonly usualAwardPence?: Pence;
  /** For people who would rather not say how much they get: is it more than the cut we worked out? */
  readonly awardMoreThanCut?: YesNo;
};

export type EsaCircumstances = { readonly weekBegins?: WeekdayName; readonly formSent?: YesNo };

export type CarerCircumstances = { readonly weekBegins?: WeekdayName; readonly careCostsWeeklyPence?: Pence };

export type JsaCircumstances = { readonly weekBegins?: WeekdayName };

export type HousingBenefitCircumstances = {
  readonly guaranteeCredit?: YesNo;
  readonly onUniversalCredit?: YesNo;
  readonly temporaryOrSupportedHousing?: YesNo;
  readonly permittedWorkEsa?: YesNo;
  readonly disregard?: "single" | "couple" | "lone-parent" | "higher" | "not-sure";
  readonly weekBegins?: WeekdayName;
};

export type CouncilTaxReductionCircumstances = { readonly guaranteeCredit?: YesNo };

export type PensionCreditCircumstances = {
  readonly part?: "guarantee" | "savings" | "both" | "not-sure";
  readonly weekBegins?: WeekdayName;
};

/** Benefits about which nothing needs to be asked, because no answer would change what we can say. */
export type NothingAsked = Readonly<Record<string, never>>;

type AskedOf = {
  readonly "universal-credit": UniversalCreditCircumstances;
  readonly "new-style-esa": EsaCircumstances;
  readonly "carers-allowance": CarerCircumstances;
  readonly "carer-support-payment": CarerCircumstances;
  readonly "new-style-jsa": JsaCircumstances;
  readonly "housing-benefit": HousingBenefitCircumstances;
  readonly "council-tax-reduction": CouncilTaxReductionCircumstances;
  readonly "pension-credit": PensionCreditCircumstances;
};

export type CircumstancesFor<Id extends BenefitId> = Id extends keyof AskedOf ? AskedOf[Id] : NothingAsked;

/** A benefit named here is one the person gets; a benefit left out was not named. */
export type Circumstances = { readonly [Id in BenefitId]?: CircumstancesFor<Id> };

/** What the person said about benefits at all. `some` and `not-sure` may both come with benefits they did name. */
export type BenefitsAnswer = "some" | "none" | "not-sure" | "prefer-not-to-say";

export type Situation = {
  readonly benefits: BenefitsAnswer;
  readonly circumstances: Circumstances;
  /** The person's own other pay. Absent means nobody asked, which is not the same as none. */
  readonly otherEarnings?: OtherEarnings;
  /** Benefits whose new figures the organisation has not agreed to use yet: nothing is worked out with them. */
  readonly heldBack?: readonly BenefitId[];
};
