// Offers and situations for benefit tests: a plain fee for one meeting, with only what a test cares about changed.
import { calendarDateOf, type Nation } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import type {
  Activity,
  EsaCircumstances,
  Expense,
  ExpenseKind,
  Fee,
  Offer,
  OtherEarnings,
  OtherPay,
  ServiceUserAnswers,
  Situation,
  UniversalCreditCircumstances,
} from "#app/domain/benefits/offer.ts";

export const testMet: ServiceUserAnswers = { a: "yes", b: "yes", c1: "yes", c2: "no", c3: "no", c4: "no" };
export const testNotMet: ServiceUserAnswers = { a: "no", b: "no", c1: "no", c2: "no", c3: "no", c4: "no" };

export type FeeShape = {
  readonly id?: string;
  readonly pounds: number;
  readonly on: string | readonly string[];
  readonly due?: string;
  readonly paid?: string;
  readonly payer?: string;
  readonly minutes?: number;
};

/** An offer of fees, each for its own meeting or meetings, paid outside payroll, due on the first meeting's day unless said. */
export function offerOf(fees: readonly FeeShape[], more: Partial<Offer> & { readonly nation?: Nation } = {}): Offer {
  const activities: Activity[] = [];
  const payments: Fee[] = [];
  for (const [index, fee] of fees.entries()) {
    const days = typeof fee.on === "string" ? [fee.on] : fee.on;
    const ids = days.map((day, position) => {
      const id = `meeting-${index + 1}-${position + 1}`;
      activities.push({ id, on: calendarDateOf(day), minutes: fee.minutes ?? 120 });
      return id;
    });
    const due = fee.due ?? days[0] ?? "2026-06-02";
    payments.push({
      id: fee.id ?? `fee-${index + 1}`,
      kind: "fee",
      pence: penceOf(Math.round(fee.pounds * 100)),
      payer: fee.payer ?? "Harbour Trust",
      payroll: "no",
      for: ids.map((activity) => ({ activity })),
      dueOn: calendarDateOf(due),
      ...(fee.paid === undefined ? {} : { paidOn: calendarDateOf(fee.paid) }),
    });
  }
  return { nation: "england", activities, payments, expenses: [], serviceUser: testMet, ...more };
}

/** A cost paid back at what was really spent, on the day of the first meeting. */
export function costOf(kind: ExpenseKind, pounds: number, more: Partial<Expense> = {}): Expense {
  return {
    id: "cost-1",
    kind,
    pence: penceOf(Math.round(pounds * 100)),
    payer: "Harbour Trust",
    meetsActualCost: "yes",
    activity: "meeting-1-1",
    dueOn: calendarDateOf("2026-06-02"),
    ...more,
  };
}

/** Somebody single who has told us all we ask about Universal Credit: limited capability, rent paid by it, nothing else earned. */
export const ucKnown: UniversalCreditCircumstances = {
  periodDay: 10,
  limitedCapability: "yes",
  childOnClaim: "no",
  housingCosts: "yes",
  selfEmployed: "no",
  capped: "no",
  couple: "no",
  waitingForAssessment: "no",
  usualAwardPence: penceOf(1200_00),
};

export const esaKnown: EsaCircumstances = { weekBegins: "Monday", formSent: "yes" };

export const noOtherPay: OtherEarnings = { answer: "none" };

/** Other pay of one kind. */
export function otherPay(pay: Omit<OtherPay, "id" | "takeHomePence"> & { readonly pounds: number }): OtherEarnings {
  const { pounds, ...rest } = pay;
  return { answer: "some", pay: [{ id: "job", takeHomePence: penceOf(Math.round(pounds * 100)), ...rest }] };
}

/** A person who named these benefits and has no other pay unless said. */
export function situationOf(circumstances: Situation["circumstances"], otherEarnings: OtherEarnings = noOtherPay): Situation {
  return { benefits: "some", circumstances, otherEarnings };
}
