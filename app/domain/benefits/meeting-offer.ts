// A meeting's written offer as the benefits engine reads it: the fee, the day of the work, the day the money is planned to
// arrive, and whether costs paid back could count. A day nobody has fixed stays unknown.
import { addDays, addWorkingDays, type BankHolidays, type CalendarDate, type Nation } from "#app/domain/basics/dates.ts";
import { penceOf, sum } from "#app/domain/basics/money.ts";
import type { ExpenseKind as ClaimedKind } from "#app/domain/payments/expenses.ts";
import type { Offer as WrittenOffer, PaidWithin } from "#app/domain/payments/offer.ts";
import type { Activity, Expense, ExpenseKind, Offer, PaidFor, ServiceUserAnswers } from "./offer.ts";
import { dependsOnTest } from "./service-user.ts";

const kinds: Readonly<Record<ClaimedKind, ExpenseKind>> = {
  "public-transport": "travel-to-venue",
  taxi: "travel-to-venue",
  "own-vehicle": "travel-to-venue",
  "parking-toll": "access-taxi-or-parking",
  assistant: "support-worker",
  "communication-support": "support-worker",
  care: "replacement-care",
  "food-drink": "meals",
  "phone-data": "phone-data-printing",
  "printing-post": "phone-data-printing",
  "overnight-stay": "overnight-stay",
  training: "other",
  other: "other",
};

/** The last day the money should arrive for work done on a day; absent where the terms or the bank holidays do not say. */
export function plannedPaymentDay(worked: CalendarDate, within: PaidWithin, holidays: BankHolidays): CalendarDate | undefined {
  switch (within.kind) {
    case "on-the-day":
      return worked;
    case "days":
      return addDays(worked, within.days);
    case "working-days": {
      const found = addWorkingDays(worked, within.days, holidays);
      return found.ok ? found.value : undefined;
    }
    case "other":
      return undefined;
  }
}

/** The day of the work in a written offer: its first, or the meeting's own day where only costs are offered. */
export function dayOfWork(offer: Pick<WrittenOffer, "activities">, meetingDay: CalendarDate | null): CalendarDate | undefined {
  return offer.activities.map(({ entry }) => entry.date).toSorted()[0] ?? meetingDay ?? undefined;
}

/** What of a written offer bears on benefits. */
export type WhatIsOffered = Pick<WrittenOffer, "activities" | "cuts" | "total" | "costsCovered" | "paidBy">;

/**
 * The written offer as the engine reads it. Costs are not known yet, so each kind stands in with a penny, only to be
 * ignored or to be not known. Where the person is not known to take part as someone who uses services, the test is left open:
 * costs might count, and nobody knows how much they will be.
 */
export function engineOffer(input: {
  readonly written: WhatIsOffered;
  readonly nation: Nation;
  readonly payer: string;
  readonly meetingDay: CalendarDate | null;
  /** The last day the money should arrive; it may come on any day from the work on. */
  readonly plannedFor?: CalendarDate;
  readonly serviceUser: ServiceUserAnswers;
  readonly isTestMet: boolean;
}): Offer {
  const { written, nation, payer, meetingDay, plannedFor, serviceUser, isTestMet } = input;
  const activities = activitiesOf(written, meetingDay);
  const days = plannedFor === undefined ? {} : { dueOn: plannedFor, paidOn: plannedFor };
  const lastWorked = activities
    .flatMap(({ activity }) => activity.on ?? [])
    .toSorted()
    .at(-1);
  // "Within 10 working days" is a promise about the last day only, so the engine tries every day from the work to that one.
  const arrival = plannedFor === undefined || lastWorked === undefined ? {} : { mayArriveFrom: lastWorked };
  const covered = [...new Set(written.costsCovered.map((kind) => kinds[kind]))].filter((kind) => dependsOnTest(kind, "yes"));
  return {
    nation,
    activities: activities.map(({ activity }) => activity),
    payments:
      written.total === 0
        ? []
        : [
            {
              id: "fee",
              kind: "fee",
              pence: written.total,
              payer,
              // Whether a payroll is used is the organisation's decision; offered ways to pay are all it has told us.
              payroll: written.paidBy.includes("payroll") ? "not-sure" : "no",
              for: activities.map(({ paidFor }) => paidFor),
              ...days,
              ...arrival,
            },
          ],
    expenses: covered.map((kind): Expense => ({
      id: `cost-${kind}`,
      kind,
      pence: penceOf(1),
      payer,
      meetsActualCost: "yes",
      activity: "day-1",
      ...days,
    })),
    serviceUser: covered.length > 0 && !isTestMet ? {} : serviceUser,
  };
}

type DayOfOffer = { readonly activity: Activity; readonly paidFor: PaidFor };

// Reading before and the meeting itself are one activity where they are on one day: the weeks are the same.
function activitiesOf(written: WhatIsOffered, meetingDay: CalendarDate | null): readonly DayOfOffer[] {
  const days = [...new Set(written.activities.map(({ entry }) => entry.date))].toSorted();
  if (days.length === 0)
    return [{ activity: { id: "day-1", ...(meetingDay === null ? {} : { on: meetingDay }) }, paidFor: { activity: "day-1" } }];
  return days.map((on, at) => {
    const that = written.activities.filter(({ entry }) => entry.date === on);
    const id = `day-${at + 1}`;
    const pence = sum(that.map(({ amount }) => amount));
    const minutes = that.every(({ entry }) => entry.minutes !== undefined)
      ? { minutes: that.reduce((total, { entry }) => total + (entry.minutes ?? 0), 0) }
      : {};
    return { activity: { id, on, ...minutes }, paidFor: written.cuts.length > 0 ? { activity: id } : { activity: id, pence } };
  });
}
