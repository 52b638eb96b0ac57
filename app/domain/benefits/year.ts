// A year of payments, for people who take part often: each payment planned or paid, the weeks or assessment periods it
// falls in for each benefit, and what is left there. What may be said is still decided by assessOffer alone.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import { assessOffer, isVouchedFor, type Assessment } from "./assess.ts";
import type { Benefit, DayRange, Span } from "./benefit.ts";
import { benefits } from "./catalogue/index.ts";
import type { BenefitId, OutcomeClass } from "./names.ts";
import type { CircumstancesFor, Offer, OtherEarnings, Payment, Situation } from "./offer.ts";
import { prepareOffer } from "./prepared.ts";
import type { Reason } from "./reasons.ts";
import { compareTightestFirst } from "./spans.ts";

/** A payment of the year. `on` is the day it was paid, or else the day it is due. */
export type YearPayment = {
  readonly id: string;
  readonly kind: Payment["kind"];
  readonly pence: Pence;
  readonly state: "paid" | "planned" | "no-day";
  readonly on?: CalendarDate;
  readonly activityDays: readonly CalendarDate[];
  /** For each benefit with spans, the tightest one this payment falls in. */
  readonly places: readonly { readonly benefit: BenefitId; readonly span: Span }[];
};

export type YearOfBenefit = {
  readonly benefit: BenefitId;
  /** What assessOffer says of the whole year. */
  readonly outcome: OutcomeClass;
  /**
   * `spans`: the weeks or periods follow. `no-limit`: money does not matter to it. `cannot-show`: no week or period can be
   * worked out, for the reasons of the finding.
   */
  readonly shown: "spans" | "no-limit" | "cannot-show";
  readonly reasons: readonly Reason[];
  /** In order of day; each week up to three times, by the day of the meeting, the day money is due, and the day it is paid. */
  readonly spans: readonly Span[];
};

export type Year = {
  /** In order of day; those without a day last. */
  readonly payments: readonly YearPayment[];
  /** Strictest first, in the order of the findings. */
  readonly benefits: readonly YearOfBenefit[];
  readonly assessment: Assessment;
};

/**
 * The year of a person's payments. `over` also asks for the weeks and periods of those days in which nothing falls, where a
 * week's first day or a period's day is known. A span without a figure we may use has no limit and nothing is left in it.
 * Throws RangeError for a payment that names an activity the offer does not have.
 */
export function yearOf(offer: Offer, situation: Situation, over?: DayRange): Year {
  const assessment = assessOffer(offer, situation);
  const ofBenefits = assessment.findings.map(({ benefit, outcome, reasons }): YearOfBenefit => {
    const spans = spansOf(benefit, offer, situation, over);
    const shown = spans !== undefined && spans.length > 0 ? "spans" : outcome === "NO_EFFECT" ? "no-limit" : "cannot-show";
    return { benefit, outcome, shown, reasons, spans: spans ?? [] };
  });
  const payments = offer.payments.map((payment) => yearPayment(payment, offer, ofBenefits));
  return { payments: payments.toSorted(byDay), benefits: ofBenefits, assessment };
}

function spansOf<Id extends BenefitId>(id: Id, offer: Offer, situation: Situation, over?: DayRange): readonly Span[] | undefined {
  const benefit: Benefit<Id> = benefits[id];
  const circumstances = situation.circumstances[id] as CircumstancesFor<Id> | undefined;
  if (
    situation.heldBack?.includes(id) === true ||
    benefit.spans === undefined ||
    circumstances === undefined ||
    !benefit.nations.includes(offer.nation)
  )
    return undefined;
  const otherEarnings: OtherEarnings = situation.otherEarnings ?? { answer: "not-sure" };
  const found = benefit.spans({ prepared: prepareOffer(offer, otherEarnings), circumstances }, over);
  return found.ok ? found.value.map((span) => (isVouchedFor(benefit, span) ? span : withoutFigure(span))) : undefined;
}

function withoutFigure({ basis, per, from, to, isOneOfSeven, counted, items }: Span): Span {
  return { basis, per, from, to, isOneOfSeven, counted, items, standing: "no-figure", figures: [] };
}

function yearPayment(payment: Payment, offer: Offer, ofBenefits: readonly YearOfBenefit[]): YearPayment {
  const on = payment.paidOn ?? payment.dueOn;
  const activityDays = payment.for.flatMap((part) => offer.activities.find((activity) => activity.id === part.activity)?.on ?? []);
  const places = ofBenefits.flatMap(({ benefit, spans }) => {
    const mine = spans.filter((span) => span.items.some((item) => item.id === payment.id)).toSorted(compareTightestFirst);
    return mine.slice(0, 1).map((span) => ({ benefit, span }));
  });
  return {
    id: payment.id,
    kind: payment.kind,
    pence: payment.pence,
    state: on === undefined ? "no-day" : payment.paidOn === undefined ? "planned" : "paid",
    ...(on === undefined ? {} : { on }),
    activityDays: activityDays.toSorted(),
    places,
  };
}

function byDay(one: YearPayment, other: YearPayment): number {
  if (one.on === other.on) return 0;
  if (one.on === undefined) return 1;
  return other.on === undefined || one.on < other.on ? -1 : 1;
}
