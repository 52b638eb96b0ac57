// What a person is offered, in writing and before the work: frozen when it is made, so that later changes of a rate card
// change nothing in it (payments.md section b, rule 2). Whether it fits somebody's benefits is decided elsewhere.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { sum, type Pence } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { Source } from "#app/domain/basics/sources.ts";
import type { ExpenseKind } from "./expenses.ts";
import { priceTime, type CapCut, type EarlierPay, type PricedEntry, type PriceProblem, type TimeEntry } from "./price-time.ts";
import type { CancelRule, RateCard } from "./rate-card.ts";

export type CostsBefore = "book-for-you" | "advance" | "cash-on-the-day" | "claim-later";
export type PaymentMethod = "bank" | "someone-elses-account" | "cash" | "voucher" | "cheque" | "payment-card" | "payroll";
export type PaidWithin =
  | { readonly kind: "on-the-day" }
  | { readonly kind: "working-days"; readonly days: number }
  | { readonly kind: "days"; readonly days: number }
  | { readonly kind: "other"; readonly words: string };

export type Offer = {
  readonly reference: string;
  readonly person: string;
  readonly event: string;
  readonly madeOn: CalendarDate;
  readonly card: {
    readonly id: string;
    readonly name: string;
    readonly version: number;
    readonly validFrom: CalendarDate;
    readonly source: Source;
  };
  readonly activities: readonly PricedEntry[];
  readonly cuts: readonly CapCut[];
  readonly total: Pence;
  readonly costsCovered: readonly ExpenseKind[];
  readonly costsBefore: readonly CostsBefore[];
  readonly paidBy: readonly PaymentMethod[];
  readonly paidWithin: PaidWithin;
  /** The name that will show on the bank statement; absent when nobody has recorded it. */
  readonly nameOnStatement?: string;
  readonly cancellation: readonly CancelRule[];
  /** The right to decline, take less or have the organisation give instead, and the last day to say so. */
  readonly mayDeclineUntil?: CalendarDate;
  readonly changes: readonly OfferChange[];
};

export type OfferChange = {
  readonly on: CalendarDate;
  readonly by: string;
  readonly note: string;
  readonly totalBefore: Pence;
  readonly totalAfter: Pence;
};

export type OfferTerms = Pick<
  Offer,
  | "reference"
  | "person"
  | "event"
  | "madeOn"
  | "costsCovered"
  | "costsBefore"
  | "paidBy"
  | "paidWithin"
  | "nameOnStatement"
  | "mayDeclineUntil"
>;

export type OfferRefusal =
  | { readonly reason: "no-activities" }
  | { readonly reason: "card-not-in-force"; readonly entry: string; readonly date: CalendarDate }
  | { readonly reason: "not-priced"; readonly problems: readonly PriceProblem[] };

/**
 * Makes an offer by the card in force on the days of the activities, and freezes it: everything it needs from the card is
 * copied in. Refused when nothing is offered, when the card does not cover a day, or when an activity cannot be priced.
 */
export function makeOffer(input: {
  readonly terms: OfferTerms;
  readonly card: RateCard;
  readonly activities: readonly TimeEntry[];
  readonly earlier?: readonly EarlierPay[];
}): Result<Offer, OfferRefusal> {
  const { terms, card, activities } = input;
  if (activities.length === 0) return refused({ reason: "no-activities" });
  const outside = activities.find((entry) => entry.date < card.validFrom || (card.validTo !== undefined && entry.date > card.validTo));
  if (outside !== undefined) return refused({ reason: "card-not-in-force", entry: outside.id, date: outside.date });
  const priced = priceTime({ card, entries: activities, ...(input.earlier === undefined ? {} : { earlier: input.earlier }) });
  if (!priced.ok) return refused({ reason: "not-priced", problems: priced.refusal });
  return done(
    freeze({
      ...terms,
      card: { id: card.id, name: card.name, version: card.version, validFrom: card.validFrom, source: card.source },
      activities: priced.value.entries.map((one) => ({ ...one, entry: { ...one.entry, lineCode: one.line.code } })),
      cuts: priced.value.cuts,
      total: priced.value.total,
      cancellation: card.cancellation,
      changes: [],
    }),
  );
}

/** An offer of costs only: nothing is paid for time, and costs are met as its terms say. */
export function makeCostsOnlyOffer(terms: OfferTerms, card: Pick<RateCard, "id" | "name" | "version" | "validFrom" | "source">): Offer {
  const { id, name, version, validFrom, source } = card;
  return freeze({
    ...terms,
    card: { id, name, version, validFrom, source },
    activities: [],
    cuts: [],
    total: sum([]),
    cancellation: [],
    changes: [],
  });
}

/** Whether an offer was made before its first activity, on that day, or after it. The record stays true whichever it was. */
export function timingOf(offer: Pick<Offer, "madeOn" | "activities">): "before" | "same-day" | "after" {
  const first = offer.activities.map((one) => one.entry.date).sort()[0];
  if (first === undefined || offer.madeOn < first) return "before";
  return offer.madeOn === first ? "same-day" : "after";
}

/** Minutes of time in an offer, as planned, without what a minimum or a started unit adds. */
export function minutesOffered(offer: Pick<Offer, "activities">): number {
  return offer.activities.reduce((minutes, one) => minutes + (one.entry.minutes ?? 0), 0);
}

/**
 * Applies a later rise to an offer, with a note of why. A later cut is refused: an accepted offer keeps its figures
 * (payments.md section b, rule 2). Refused too when any single activity would be paid less, or the activities differ.
 */
export function applyRise(
  offer: Offer,
  rise: { readonly repriced: Offer; readonly on: CalendarDate; readonly by: string; readonly note: string },
): Result<Offer, "a-cut" | "not-a-rise" | "other-activities" | "note-missing"> {
  if (rise.note.trim() === "") return refused("note-missing");
  const before = new Map(offer.activities.map((one) => [one.entry.id, one.amount]));
  const after = new Map(rise.repriced.activities.map((one) => [one.entry.id, one.amount]));
  if (before.size !== after.size || [...before.keys()].some((id) => !after.has(id))) return refused("other-activities");
  if ([...before].some(([id, amount]) => (after.get(id) ?? amount) < amount) || rise.repriced.total < offer.total) return refused("a-cut");
  if (rise.repriced.total === offer.total) return refused("not-a-rise");
  const change: OfferChange = { on: rise.on, by: rise.by, note: rise.note, totalBefore: offer.total, totalAfter: rise.repriced.total };
  const { card, activities, cuts, total } = rise.repriced;
  return done(freeze({ ...offer, card, activities, cuts, total, changes: [...offer.changes, change] }));
}

// A copy is frozen, so that the card it came from stays the caller's own.
function freeze(offer: Offer): Offer {
  const copy = structuredClone(offer);
  freezeDeeply(copy);
  return copy;
}

function freezeDeeply(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  for (const part of Object.values(value)) freezeDeeply(part);
  Object.freeze(value);
}
