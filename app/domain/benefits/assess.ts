// The one door of the benefits engine: what an offer does to each benefit a person named, and the answer taken together.
// It never says that nothing could go wrong; it says which rules were looked at, what they give, and what is not known.
import { addDays, daysBetween, type CalendarDate } from "#app/domain/basics/dates.ts";
import { penceOf, type Pence } from "#app/domain/basics/money.ts";
import { cannotTell, type AssessInput, type Benefit, type DayRange, type Finding, type Verdict } from "./benefit.ts";
import { benefits } from "./catalogue/index.ts";
import { benefitIds, compareStrictestFirst, outcomeClasses, tierOf, type BenefitId, type OutcomeClass } from "./names.ts";
import type { CircumstancesFor, Offer, OtherEarnings, Payment, Situation } from "./offer.ts";
import { prepareOffer, type PreparedOffer } from "./prepared.ts";
import type { FactId } from "./reasons.ts";

/** R1 should not change a benefit; R2 fits the limits; R3 could change a benefit; R4 we cannot tell (README decision 33). */
export type OverallResult = "R1" | "R2" | "R3" | "R4";

export type Overall = {
  readonly result: OverallResult;
  /** A limit would be broken and something else is not known: the words of R4 are added to R3. */
  readonly alsoCannotTell: boolean;
  /** The strictest outcome of all; absent when the person named no benefit. */
  readonly strictest?: OutcomeClass;
  /** R1 has a second body text when benefits were named. */
  readonly benefitsWereNamed: boolean;
  /** False where anything is unknown or a limit would be broken: then no single comforting total may be shown. */
  readonly mayShowTotal: boolean;
  readonly missing: readonly FactId[];
};

/** Findings come strictest first. */
export type Assessment = { readonly findings: readonly Finding[]; readonly overall: Overall };

/**
 * Says what an offer does to each benefit the person named. Every benefit is looked at on its own and the strictest
 * answer wins. A day outside a benefit's known dates, another nation, a missing fact or a rule we do not hold gives
 * UNKNOWN_ADVICE. Throws RangeError for a payment or cost that names an activity the offer does not have.
 */
export function assessOffer(offer: Offer, situation: Situation): Assessment {
  const named = namedIn(situation);
  const [first, ...others] = everyArrival(offer).map((arrived) => findingsFor(named, arrived, situation));
  const worst =
    others.length === 0 ? (first ?? []) : named.map((_, at) => strictestOf([first, ...others].flatMap((all) => all?.[at] ?? [])));
  const findings = inOrderOfStrictness(worst);
  return { findings, overall: overallOf(findings, situation) };
}

function namedIn({ circumstances }: Situation): readonly BenefitId[] {
  return benefitIds.filter((id) => circumstances[id] !== undefined);
}

function findingsFor(ids: readonly BenefitId[], offer: Offer, situation: Situation): readonly Finding[] {
  const prepared = prepareOffer(offer, situation.otherEarnings ?? notAsked);
  return ids.map((id) => findingFor(id, prepared, situation));
}

const notAsked: OtherEarnings = { answer: "not-sure" };

/** Strictest first; among equals in the order in which benefits are named. */
function inOrderOfStrictness(findings: readonly Finding[]): readonly Finding[] {
  const sorted: Finding[] = [];
  for (let at = outcomeClasses.length - 1; at >= 0; at -= 1) {
    for (const finding of findings) if (finding.outcome === outcomeClasses[at]) sorted.push(finding);
  }
  return sorted;
}

/** The longest stretch of days, both ends counted, over which every day of arrival is tried; beyond it the day is not known. */
const mostArrivalDays = 62;

// Money that may arrive on any of several days is tried on each of them, because the week or period it falls in decides.
function everyArrival(offer: Offer): readonly [Offer, ...Offer[]] {
  const starts = offer.payments.flatMap((payment) =>
    payment.kind === "fee" && payment.mayArriveFrom !== undefined ? [payment.mayArriveFrom] : [],
  );
  const ends = offer.payments.flatMap((payment) =>
    payment.kind === "fee" && payment.mayArriveFrom !== undefined ? [payment.paidOn ?? payment.dueOn] : [],
  );
  const from = starts.toSorted()[0];
  const to = ends
    .flatMap((day) => day ?? [])
    .toSorted()
    .at(-1);
  if (from === undefined || to === undefined || to <= from) return [offer];
  const span = daysBetween(from, to) + 1;
  if (span > mostArrivalDays) return [arrivingOn(offer, undefined)];
  const [first = from, ...others] = Array.from({ length: span }, (_, later) => addDays(from, later));
  return [arrivingOn(offer, first), ...others.map((day) => arrivingOn(offer, day))];
}

function arrivingOn(offer: Offer, day: CalendarDate | undefined): Offer {
  const payments = offer.payments.map((payment): Payment => {
    if (payment.kind !== "fee" || payment.mayArriveFrom === undefined) return payment;
    const { mayArriveFrom: _from, dueOn: _due, paidOn: _paid, ...rest } = payment;
    return day === undefined ? rest : { ...rest, dueOn: day, paidOn: day };
  });
  return { ...offer, payments };
}

// The strictest of a benefit's findings; among equals the one that takes most, and then the latest day.
function strictestOf(findings: readonly Finding[]): Finding {
  const [first, ...others] = findings;
  if (first === undefined) throw new Error("No finding to choose from");
  return others.reduce((worst, finding) => {
    const compared = compareStrictestFirst(finding.outcome, worst.outcome);
    if (compared !== 0) return compared < 0 ? finding : worst;
    return mostTaken(finding) >= mostTaken(worst) ? finding : worst;
  }, first);
}

function mostTaken(finding: Finding): number {
  return Math.max(0, ...finding.reductions.map((reduction) => reduction.most));
}

function findingFor<Id extends BenefitId>(id: Id, prepared: PreparedOffer, situation: Situation): Finding {
  const benefit: Benefit<Id> = benefits[id];
  const circumstances = situation.circumstances[id] as CircumstancesFor<Id> | undefined;
  const isHeldBack = situation.heldBack !== undefined && situation.heldBack.includes(id);
  const verdict = isHeldBack ? notApproved : circumstances === undefined ? notHeld : verdictOf(benefit, { prepared, circumstances });
  const known = saidAlways.get(verdict);
  if (known !== undefined) return known;
  const finding = findingOf(id, verdict);
  if (Object.isFrozen(verdict)) saidAlways.set(verdict, finding);
  return finding;
}

// What benefits always say, by the verdict they say it with; each belongs to one benefit, and nobody's case is in it.
const saidAlways = new WeakMap<Verdict, Finding>();

function findingOf(id: BenefitId, verdict: Verdict): Finding {
  const { outcome, reasons, missing, sums, figures, rooms, reductions, actions, options, atStake } = verdict;
  return {
    benefit: id,
    outcome,
    reasons: withoutRepeats(reasons),
    missing: missing === undefined ? none : withoutRepeats(missing),
    sums: sums ?? none,
    figures: figures ?? none,
    rooms: rooms ?? none,
    reductions: reductions ?? none,
    actions: actions ?? none,
    options: options ?? none,
    ...(atStake === undefined ? undefined : { atStake }),
  };
}

const none: readonly never[] = [];
const notHeld = cannotTell(["rule-not-held"]);
const notApproved = cannotTell(["figures-not-approved"]);
const outsideKnownDates = cannotTell(["outside-known-dates"]);
const anotherNation = cannotTell(["another-nation"]);
const noDateKnown = cannotTell(["no-date-known"], { missing: ["activity-date", "payment-date"] });

function withoutRepeats<Items extends readonly string[]>(items: Items): Items {
  for (let at = 1; at < items.length; at += 1) {
    // Keeping the first of each keeps a list that cannot be empty from becoming so.
    if (items.indexOf(items[at] ?? "") < at) return [...new Set(items)] as readonly string[] as Items;
  }
  return items;
}

function verdictOf<Id extends BenefitId>(benefit: Benefit<Id>, input: AssessInput<Id>): Verdict {
  const { firstDay, lastDay, isWithoutDay, offer } = input.prepared;
  if (firstDay !== undefined && lastDay !== undefined && !isVouchedFor(benefit, { from: firstDay, to: lastDay })) return outsideKnownDates;
  if (!benefit.nations.includes(offer.nation)) return anotherNation;
  if (isWithoutDay) return noDateKnown;
  return benefit.assess(input);
}

/** Whether a benefit's rules and figures are vouched for on every one of these days. */
export function isVouchedFor({ vouchedFor }: Pick<Benefit<BenefitId>, "vouchedFor">, { from, to }: DayRange): boolean {
  return from >= vouchedFor.from && to <= vouchedFor.goodUntil;
}

function overallOf(findings: readonly Finding[], situation: Situation): Overall {
  const outcomes = findings.map((finding) => finding.outcome);
  const saidNothing = situation.benefits === "not-sure" || situation.benefits === "prefer-not-to-say";
  const namedNone = situation.benefits === "some" && findings.length === 0;
  const cannot = saidNothing || namedNone || outcomes.some((outcome) => outcome === "UNKNOWN_ADVICE" || outcome === "CLOSED_CHECK");
  const breaks = outcomes.includes("BREAKS_LIMIT_STOP");
  const [strictest] = outcomes;
  return {
    result: resultOf({ cannot, breaks, strictest }),
    alsoCannotTell: breaks && cannot,
    ...(strictest === undefined ? {} : { strictest }),
    benefitsWereNamed: findings.length > 0,
    mayShowTotal: !cannot && !breaks,
    missing: [
      ...new Set([...(saidNothing || namedNone ? (["which-benefits"] as const) : []), ...findings.flatMap((finding) => finding.missing)]),
    ],
  };
}

function resultOf(found: {
  readonly cannot: boolean;
  readonly breaks: boolean;
  readonly strictest: OutcomeClass | undefined;
}): OverallResult {
  if (found.breaks) return "R3";
  if (found.cannot) return "R4";
  const tier = found.strictest === undefined ? 0 : tierOf(found.strictest);
  if (tier === 0) return "R1";
  return tier === 1 ? "R2" : "R3";
}

/** The most a payment could be. `nothing-fits` means that even an offer of nothing would not; `cannot-tell` that a fact is missing. */
export type Fits =
  | { readonly answer: "up-to"; readonly pence: Pence }
  | { readonly answer: "any-amount" }
  | { readonly answer: "nothing-fits" }
  | { readonly answer: "cannot-tell" };

export type FitsByBenefit = { readonly byBenefit: readonly { readonly benefit: BenefitId; readonly fits: Fits }[]; readonly overall: Fits };

const mostTried = penceOf(99_999_99);

/**
 * The largest whole pence that, offered as this one payment with everything else the same, leaves each benefit at NO_EFFECT
 * or WITHIN_LIMIT. It answers for an offer of that amount; whether choosing less of a larger offer is covered is said by a
 * finding's options. `cannot-tell` where no amount above nothing can be said to fit because something is not known.
 * Throws RangeError when the offer has no fee with that id.
 */
export function largestAmountThatFits(offer: Offer, situation: Situation, paymentId: string): FitsByBenefit {
  if (!offer.payments.some((payment) => payment.id === paymentId && payment.kind === "fee"))
    throw new RangeError(`No fee called ${paymentId} in the offer`);
  const saysEnough = situation.benefits === "some" || situation.benefits === "none";
  const named = namedIn(situation);
  const byBenefit = named.map((benefit) => ({ benefit, fits: fitsFor(benefit, { offer, situation, paymentId }) }));
  const nobodyNamed = situation.benefits === "some" && named.length === 0;
  return { byBenefit, overall: saysEnough && !nobodyNamed ? tightest(byBenefit.map((found) => found.fits)) : { answer: "cannot-tell" } };
}

type FitsQuestion = { readonly offer: Offer; readonly situation: Situation; readonly paymentId: string };

function fitsFor(benefit: BenefitId, question: FitsQuestion): Fits {
  const outcomeAt = (pence: number): OutcomeClass => {
    const offers = everyArrival(withAmount(question, penceOf(pence)));
    return strictestOf(offers.flatMap((arrived) => findingsFor([benefit], arrived, question.situation))).outcome;
  };
  const fitsAt = (pence: number): boolean => tierOf(outcomeAt(pence)) <= tierOf("WITHIN_LIMIT");
  if (fitsAt(mostTried)) return { answer: "any-amount" };
  if (!fitsAt(0)) return { answer: isNotKnown(outcomeAt(0)) ? "cannot-tell" : "nothing-fits" };

  // More pay never moves to a better tier, so the amounts that fit are all below the amounts that do not.
  let fits = 0;
  let fails: number = mostTried;
  while (fails - fits > 1) {
    const middle = Math.floor((fits + fails) / 2);
    if (fitsAt(middle)) fits = middle;
    else fails = middle;
  }
  if (fits === 0 && isNotKnown(outcomeAt(1))) return { answer: "cannot-tell" };
  return { answer: "up-to", pence: penceOf(fits) };
}

function isNotKnown(outcome: OutcomeClass): boolean {
  return outcome === "UNKNOWN_ADVICE" || outcome === "CLOSED_CHECK";
}

// Another amount would have other tax and other parts, which nobody has told us.
function withAmount({ offer, paymentId }: FitsQuestion, pence: Pence): Offer {
  const payments = offer.payments.map((payment): Payment => {
    if (payment.id !== paymentId || payment.kind !== "fee") return payment;
    const { id, payer, dueOn, paidOn, mayArriveFrom, payroll, kind } = payment;
    return {
      id,
      kind,
      payer,
      pence,
      for: payment.for.map(({ activity }) => ({ activity })),
      ...(payroll === undefined ? {} : { payroll }),
      ...(dueOn === undefined ? {} : { dueOn }),
      ...(paidOn === undefined ? {} : { paidOn }),
      ...(mayArriveFrom === undefined ? {} : { mayArriveFrom }),
    };
  });
  return { ...offer, payments };
}

function tightest(all: readonly Fits[]): Fits {
  if (all.some((fits) => fits.answer === "cannot-tell")) return { answer: "cannot-tell" };
  if (all.some((fits) => fits.answer === "nothing-fits")) return { answer: "nothing-fits" };
  const amounts = all.flatMap((fits) => (fits.answer === "up-to" ? [fits.pence] : []));
  const [first, ...others] = amounts;
  if (first === undefined) return { answer: "any-amount" };
  return { answer: "up-to", pence: others.reduce((one, other) => (one < other ? one : other), first) };
}
