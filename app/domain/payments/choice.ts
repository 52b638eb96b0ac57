// What a person chooses to do with an offer, and what is then payable to whom. Declining all or part comes before the
// work; a gift to a charity is afterwards the organisation's own, never a payment redirected (decision 20). No reason is
// ever asked, and finance gets amounts and dates only (decision 21).
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { nothing, smaller, subtract, sum, type Pence } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";

export type Charity = { readonly name: string; readonly number?: string };

export type Choice =
  | { readonly kind: "full" }
  | { readonly kind: "less"; readonly amount: Pence }
  | { readonly kind: "charity"; readonly charity: Charity }
  | { readonly kind: "split"; readonly forPerson: Pence; readonly forCharity: Pence; readonly charity: Charity }
  | { readonly kind: "costs-only" }
  | { readonly kind: "nothing" };

export const choiceKinds: readonly Choice["kind"][] = ["full", "less", "charity", "split", "costs-only", "nothing"];

export type ChoiceRefusal =
  | { readonly reason: "amount-missing"; readonly field: "less" | "for-person" | "for-charity" }
  | { readonly reason: "amount-below-nothing"; readonly field: "less" | "for-person" | "for-charity" }
  | { readonly reason: "not-less"; readonly offered: Pence }
  | { readonly reason: "adds-up-to-more"; readonly total: Pence; readonly offered: Pence }
  | { readonly reason: "charity-missing" };

/**
 * Makes a choice from what was asked for. "Less" has to be less than the offer and more than nothing (nothing is a choice
 * of its own); the two parts of a split may add up to less than the offer, never to more.
 */
export function makeChoice(
  offered: Pence,
  asked: {
    readonly kind: Choice["kind"];
    readonly less?: Pence;
    readonly forPerson?: Pence;
    readonly forCharity?: Pence;
    readonly charity?: Charity;
  },
): Result<Choice, ChoiceRefusal> {
  const { kind, less, forPerson, forCharity, charity } = asked;
  switch (kind) {
    case "full":
    case "costs-only":
    case "nothing":
      return done({ kind });
    case "less":
      if (less === undefined) return refused({ reason: "amount-missing", field: "less" });
      if (less <= 0) return refused({ reason: "amount-below-nothing", field: "less" });
      return less < offered ? done({ kind, amount: less }) : refused({ reason: "not-less", offered });
    case "charity":
      return hasName(charity) ? done({ kind, charity }) : refused({ reason: "charity-missing" });
    case "split": {
      if (forPerson === undefined) return refused({ reason: "amount-missing", field: "for-person" });
      if (forCharity === undefined) return refused({ reason: "amount-missing", field: "for-charity" });
      if (forPerson < 0) return refused({ reason: "amount-below-nothing", field: "for-person" });
      if (forCharity < 0) return refused({ reason: "amount-below-nothing", field: "for-charity" });
      const total = sum([forPerson, forCharity]);
      if (total > offered) return refused({ reason: "adds-up-to-more", total, offered });
      return hasName(charity) ? done({ kind, forPerson, forCharity, charity }) : refused({ reason: "charity-missing" });
    }
  }
}

/** The record of a choice, kept with the claim to show what was offered and freely chosen (payments.md section d, form 6). */
export type ChoiceRecord = {
  readonly reference: string;
  readonly offer: string;
  readonly offered: Pence;
  readonly choice: Choice;
  readonly decidedOn: CalendarDate;
  readonly activityDate: CalendarDate;
  readonly appliesTo: "this-date" | "series";
  readonly given: { readonly how: "online" | "phone" | "paper"; readonly witness?: string };
};

/**
 * Whether a choice was made before the work. On the day itself is "same-day": a date alone cannot say which came first,
 * and the difference matters to how money given up is treated, so nobody guesses.
 */
export function timingOfChoice(record: Pick<ChoiceRecord, "decidedOn" | "activityDate">): "before" | "same-day" | "after" {
  if (record.decidedOn < record.activityDate) return "before";
  return record.decidedOn === record.activityDate ? "same-day" : "after";
}

export type Payable = {
  /** For the person's time. */
  readonly forTime: Pence;
  /** What the person gave up of the time they earned. */
  readonly declined: Pence;
  /** What the organisation may then give, from its own money, to the charity named. */
  readonly ownGift?: { readonly charity: Charity; readonly amount: Pence };
  /** Whether costs are paid back. Costs are always on top of payment, and never set against it. */
  readonly paysCosts: boolean;
};

/**
 * What is payable once the time is known. What the person chose is the most they get; when less time was given, they come
 * first and the gift is what is left of the time, up to what they named. `forTime + declined` is always what was earned.
 */
export function payableFor(choice: Choice, earned: Pence): Payable {
  switch (choice.kind) {
    case "full":
      return { forTime: earned, declined: nothing, paysCosts: true };
    case "less": {
      const forTime = smaller(choice.amount, earned);
      return { forTime, declined: subtract(earned, forTime), paysCosts: true };
    }
    case "charity":
      return { forTime: nothing, declined: earned, ...giftOf(choice.charity, earned), paysCosts: true };
    case "split": {
      const forTime = smaller(choice.forPerson, earned);
      const declined = subtract(earned, forTime);
      return { forTime, declined, ...giftOf(choice.charity, smaller(choice.forCharity, declined)), paysCosts: true };
    }
    case "costs-only":
      return { forTime: nothing, declined: earned, paysCosts: true };
    case "nothing":
      return { forTime: nothing, declined: earned, paysCosts: false };
  }
}

/** What finance is told about one payment: how much, and the first and last day it may arrive. There is no field for a reason, a limit or a benefit. */
export type PaymentInstruction = {
  readonly forTime: Pence;
  readonly forCosts: Pence;
  readonly forAccess: Pence;
  readonly total: Pence;
  readonly ownGift?: { readonly charity: Charity; readonly amount: Pence };
  readonly notBefore?: CalendarDate;
  readonly notAfter?: CalendarDate;
};

/** Makes the instruction for finance. Refused when the first day is after the last: then a person has to sort it out. */
export function makeInstruction(input: {
  readonly payable: Payable;
  readonly costs: Pence;
  readonly access: Pence;
  readonly notBefore?: CalendarDate;
  readonly notAfter?: CalendarDate;
}): Result<PaymentInstruction, "dates-cross"> {
  const { payable, notBefore, notAfter } = input;
  if (notBefore !== undefined && notAfter !== undefined && notBefore > notAfter) return refused("dates-cross");
  const forCosts = payable.paysCosts ? input.costs : nothing;
  const forAccess = payable.paysCosts ? input.access : nothing;
  return done({
    forTime: payable.forTime,
    forCosts,
    forAccess,
    total: sum([payable.forTime, forCosts, forAccess]),
    ...(payable.ownGift === undefined ? {} : { ownGift: payable.ownGift }),
    ...(notBefore === undefined ? {} : { notBefore }),
    ...(notAfter === undefined ? {} : { notAfter }),
  });
}

function giftOf(charity: Charity, amount: Pence): { readonly ownGift?: { readonly charity: Charity; readonly amount: Pence } } {
  return amount > 0 ? { ownGift: { charity, amount } } : {};
}

function hasName(charity: Charity | undefined): charity is Charity {
  return charity !== undefined && charity.name.trim() !== "";
}
