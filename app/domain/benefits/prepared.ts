// What all benefits of one case share, worked out once: the first and last day the offer touches, what counts under the same
// law, and the table of weeks. Nothing is kept from one case to the next.
import type { CalendarDate, WeekdayName } from "#app/domain/basics/dates.ts";
import { countOffer, type Counted, type Protection } from "./counted.ts";
import type { BenefitId } from "./names.ts";
import type { Activity, Offer, OtherEarnings } from "./offer.ts";
import { serviceUserTest } from "./service-user.ts";
import { tableOfWeeks, type WeeklyTotals } from "./weeks.ts";

export type PreparedOffer = {
  readonly offer: Offer;
  readonly otherEarnings: OtherEarnings;
  /** Of activities, and of the days money is due and paid; both absent when no day is known. */
  readonly firstDay?: CalendarDate;
  readonly lastDay?: CalendarDate;
  /** No payment or activity has a day (or, where only costs are paid back, no cost has one). */
  readonly isWithoutDay: boolean;
  readonly counted: (benefit: BenefitId, protection: Protection) => Counted;
  readonly weeks: (counted: Counted, begins: WeekdayName | undefined, pension: Protection["pension"]) => WeeklyTotals;
};

/** Makes a case ready. Throws RangeError for a payment or cost that names an activity the offer does not have. */
export function prepareOffer(offer: Offer, otherEarnings: OtherEarnings): PreparedOffer {
  const activityCalled = finderOf(offer.activities);
  for (const payment of offer.payments) for (const part of payment.for) requireActivity(activityCalled(part.activity), part.activity);
  for (const { activity } of offer.expenses) if (activity !== undefined) requireActivity(activityCalled(activity), activity);
  const { first, last, hasPaymentDay } = edgesOf(offer);
  const isWithoutDay = offer.payments.length > 0 ? !hasPaymentDay : offer.expenses.length > 0 && first === undefined;

  const hasCosts = offer.expenses.some((expense) => expense.pence > 0);
  const hasLess = offer.payments.some(
    (payment) => payment.kind === "donation" || (payment.kind === "fee" && payment.turnedDown !== undefined),
  );
  const hasPension = offer.payments.some((payment) => payment.kind === "fee" && payment.pensionPence !== undefined);
  const hasPensionElsewhere = otherEarnings.answer === "some" && otherEarnings.pay.some((pay) => pay.pensionPence !== undefined);

  // Laws that treat everything in this offer alike share what they count.
  const counts = new Map<string, Counted>();
  const counted = (benefit: BenefitId, protection: Protection): Counted => {
    const test = serviceUserTest(offer.serviceUser, benefit, offer.nation);
    const key = `${test} ${hasCosts ? protection.costs : ""} ${hasLess ? protection.choosingLess : ""} ${hasPension ? protection.pension : ""}`;
    const known = counts.get(key);
    if (known !== undefined) return known;
    const found = countOffer({ offer, test, protection, activityCalled });
    counts.set(key, found);
    return found;
  };

  const tables: { counted: Counted; begins: WeekdayName | undefined; pension: Protection["pension"]; table: WeeklyTotals }[] = [];
  const weeks = (ofCounted: Counted, begins: WeekdayName | undefined, pension: Protection["pension"]): WeeklyTotals => {
    for (const one of tables) {
      if (one.counted === ofCounted && one.begins === begins && (one.pension === pension || !hasPensionElsewhere)) return one.table;
    }
    const table = tableOfWeeks({ offer, counted: ofCounted, otherEarnings, begins, protection: { pension } });
    tables.push({ counted: ofCounted, begins, pension, table });
    return table;
  };
  return {
    offer,
    otherEarnings,
    ...(first === undefined ? {} : { firstDay: first }),
    ...(last === undefined ? {} : { lastDay: last }),
    isWithoutDay,
    counted,
    weeks,
  };
}

function requireActivity(found: Activity | undefined, id: string): void {
  if (found === undefined) throw new RangeError(`No activity called ${id} in the offer`);
}

// Payments mostly come in the order of their activities, so the one after the last found is looked at first.
function finderOf(activities: readonly Activity[]): (id: string) => Activity | undefined {
  let next = 0;
  let byId: Map<string, Activity> | undefined;
  return (id) => {
    const guess = activities[next] ?? activities[0];
    if (guess?.id === id) {
      next = activities[next] === undefined ? 1 : next + 1;
      return guess;
    }
    byId ??= new Map(activities.toReversed().map((activity) => [activity.id, activity]));
    return byId.get(id);
  };
}

function edgesOf(offer: Offer): {
  readonly first: CalendarDate | undefined;
  readonly last: CalendarDate | undefined;
  readonly hasPaymentDay: boolean;
} {
  let first: CalendarDate | undefined;
  let last: CalendarDate | undefined;
  const see = (day: CalendarDate | undefined): void => {
    if (day === undefined) return;
    if (first === undefined || day < first) first = day;
    if (last === undefined || day > last) last = day;
  };
  for (const activity of offer.activities) see(activity.on);
  for (const payment of offer.payments) {
    see(payment.dueOn);
    see(payment.paidOn);
  }
  const hasPaymentDay = first !== undefined;
  for (const expense of offer.expenses) {
    see(expense.dueOn);
    see(expense.paidOn);
  }
  return { first, last, hasPaymentDay };
}
