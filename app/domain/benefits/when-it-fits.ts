// On which days the same payment would fit. A day may be agreed only before the first meeting the payment is for: money that
// is due is never held back, and a day is never changed afterwards (benefits.md sections 4 and 10).
import { addDays, daysBetween, type CalendarDate } from "#app/domain/basics/dates.ts";
import { assessOffer } from "./assess.ts";
import { tierOf } from "./names.ts";
import type { Offer, Payment, Situation } from "./offer.ts";

/** `too-late`: a meeting it is for has begun, or the money is due already. `cannot-tell`: something is not known on every day. */
export type DatesThatFit =
  | { readonly answer: "days"; readonly days: readonly CalendarDate[] }
  | { readonly answer: "no-day-fits" }
  | { readonly answer: "too-late" }
  | { readonly answer: "cannot-tell" };

/** The longest stretch of days that is tried. */
const mostDays = 92;

/**
 * The days from the last meeting a fee is for until `until`, at most 92 of them, on which the same fee would leave every
 * benefit named at NO_EFFECT or WITHIN_LIMIT if it were agreed today to be due and paid then. Throws RangeError when the
 * offer has no fee with that id.
 */
export function datesThatFit(
  offer: Offer,
  situation: Situation,
  asked: { readonly paymentId: string; readonly today: CalendarDate; readonly until: CalendarDate },
): DatesThatFit {
  const { today, until } = asked;
  const fee = offer.payments.find((payment) => payment.id === asked.paymentId && payment.kind === "fee");
  if (fee?.kind !== "fee") throw new RangeError(`No fee called ${asked.paymentId} in the offer`);
  const worked = fee.for.map((part) => offer.activities.find((activity) => activity.id === part.activity)?.on);
  const days = worked.filter((on) => on !== undefined).toSorted();
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined || days.length < worked.length) return { answer: "cannot-tell" };
  const earliest = [fee.mayArriveFrom, fee.dueOn, fee.paidOn].filter((on) => on !== undefined).toSorted()[0];
  if (first <= today || (earliest !== undefined && earliest <= today)) return { answer: "too-late" };
  const saysEnough = situation.benefits === "none" || (situation.benefits === "some" && Object.keys(situation.circumstances).length > 0);
  if (!saysEnough) return { answer: "cannot-tell" };

  const count = Math.min(mostDays, Math.max(0, daysBetween(last, until) + 1));
  const tried = Array.from({ length: count }, (_, later) => addDays(last, later)).map((day) => ({
    day,
    ...standingOn(day, fee.id, offer, situation),
  }));
  const fitting = tried.filter((one) => one.fits).map((one) => one.day);
  if (fitting.length > 0) return { answer: "days", days: fitting };
  return tried.some((one) => one.isKnown) ? { answer: "no-day-fits" } : { answer: "cannot-tell" };
}

function standingOn(
  day: CalendarDate,
  id: string,
  offer: Offer,
  situation: Situation,
): { readonly fits: boolean; readonly isKnown: boolean } {
  const payments = offer.payments.map((payment): Payment => {
    if (payment.id !== id || payment.kind !== "fee") return payment;
    const { mayArriveFrom: _from, ...rest } = payment;
    return { ...rest, dueOn: day, paidOn: day };
  });
  const { findings } = assessOffer({ ...offer, payments }, situation);
  return {
    fits: findings.every((finding) => tierOf(finding.outcome) <= tierOf("WITHIN_LIMIT")),
    isKnown: findings.every((finding) => finding.outcome !== "UNKNOWN_ADVICE" && finding.outcome !== "CLOSED_CHECK"),
  };
}
