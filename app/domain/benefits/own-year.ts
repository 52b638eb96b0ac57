// A person's own year as the benefits engine reads it: every meeting that was paid for, claimed for or is still to come, with
// what was turned down of it and the days its money is due and comes. A day nobody knows stays unknown.
import type { CalendarDate, Nation } from "#app/domain/basics/dates.ts";
import { sum, type Pence } from "#app/domain/basics/money.ts";
import type { Offer as WrittenOffer } from "#app/domain/payments/offer.ts";
import { engineOffer } from "./meeting-offer.ts";
import type { Offer, Payment, ServiceUserAnswers, WhenAgreed } from "./offer.ts";

/** One meeting of the year. `written` is its frozen offer, with the time that was claimed in it once there is a claim. */
export type MeetingInYear = {
  readonly id: string;
  readonly written: WrittenOffer;
  readonly worked: CalendarDate | undefined;
  /** What is paid to the person for time, and what they turned down of what it came to. */
  readonly forTime: Pence;
  readonly declined: Pence;
  readonly agreed: WhenAgreed;
  readonly isVoucher: boolean;
  readonly dueOn?: CalendarDate;
  readonly paidOn?: CalendarDate;
};

type Shared = {
  readonly nation: Nation;
  readonly payer: string;
  readonly serviceUser: ServiceUserAnswers;
  readonly isTestMet: boolean;
};

/** All the meetings of a year as one offer. Its payments carry the ids of the meetings; a meeting that pays nothing has none. */
export function offerOfYear(meetings: readonly MeetingInYear[], shared: Shared): Offer {
  const parts = meetings.map((meeting) => offerOfMeeting(meeting, shared));
  return {
    nation: shared.nation,
    activities: parts.flatMap((part) => part.activities),
    payments: parts.flatMap((part) => part.payments),
    expenses: parts.flatMap((part) => part.expenses),
    // One meeting for which the test is left open leaves it open for all: what is counted is one sum.
    serviceUser: parts.find((part) => Object.keys(part.serviceUser).length === 0)?.serviceUser ?? shared.serviceUser,
  };
}

function offerOfMeeting(meeting: MeetingInYear, shared: Shared): Offer {
  const { id, written, worked, forTime, declined, agreed, isVoucher, dueOn, paidOn } = meeting;
  const offer = engineOffer({
    written: { ...written, total: sum([forTime, declined]) },
    nation: shared.nation,
    payer: shared.payer,
    meetingDay: worked ?? null,
    serviceUser: shared.serviceUser,
    isTestMet: shared.isTestMet,
  });
  const days = { ...(dueOn === undefined ? {} : { dueOn }), ...(paidOn === undefined ? {} : { paidOn }) };
  const own = (name: string): string => `${id} ${name}`;
  const payments = offer.payments.map((payment): Payment => {
    const base = {
      id,
      pence: forTime,
      payer: payment.payer,
      for: payment.for.map((part) => ({ ...part, activity: own(part.activity) })),
      ...days,
    };
    if (isVoucher) return { ...base, kind: "voucher" };
    const payroll = payment.kind === "fee" ? payment.payroll : undefined;
    return {
      ...base,
      kind: "fee",
      ...(payroll === undefined ? {} : { payroll }),
      ...(declined > 0 ? { turnedDown: { pence: declined, agreed } } : {}),
    };
  });
  return {
    ...offer,
    activities: offer.activities.map((activity) => ({ ...activity, id: own(activity.id) })),
    payments,
    expenses: offer.expenses.map((expense) => ({
      ...expense,
      id: own(expense.id),
      ...(expense.activity === undefined ? {} : { activity: own(expense.activity) }),
      ...days,
    })),
  };
}

/** Whether something turned down was turned down before the work: on the day itself nobody can say which came first. */
export function agreedWhen(decidedOn: CalendarDate, worked: CalendarDate | undefined): WhenAgreed {
  if (worked === undefined || decidedOn === worked) return "not-sure";
  return decidedOn < worked ? "before-activity" : "after-activity";
}
