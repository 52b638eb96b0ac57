// What a year of payments does to every benefit a person could name, with all the working, beside one payment, beside the slow
// second opinion of the tests, and as ten thousand "what if" variants.
import { existsSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { addDays, calendarDateOf } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import { assessOffer } from "#app/domain/benefits/assess.ts";
import { benefitIds } from "#app/domain/benefits/names.ts";
import type { Offer, Situation } from "#app/domain/benefits/offer.ts";
import type { Bench } from "./bench.ts";
import type { Figure } from "./figures.ts";
import { inTurns, processorTimePerCall, ratiosOf, summaryOf } from "./rounds.ts";

const microseconds = 1_000;
const paymentsInAYear = 52;
const variants = 10_000;

/** A year of 52 weekly payments against every benefit, with all the working. */
export const benefitsBench: Bench = async ({ rounds, roundMilliseconds }) => {
  const year = offerOf(paymentsInAYear);
  const single = offerOf(1);
  const found = assessOffer(year, everyBenefit);
  if (!isDeepStrictEqual(found, assessOffer(year, everyBenefit))) throw new Error("Two checks of one offer differ");
  for (const finding of found.findings) {
    const isWorkedOut = finding.benefit in known.circumstances && finding.benefit !== "carer-support-payment";
    if (finding.reasons.includes("outside-known-dates") || (isWorkedOut && finding.sums.length === 0))
      throw new Error(`The year of payments was not worked out for ${finding.benefit}, so its time would mean nothing`);
  }
  const fill = roundMilliseconds / 4;
  const slow = await slowOpinions();
  const times = await inTurns(
    {
      year: () => processorTimePerCall(() => assessOffer(year, everyBenefit), fill) * microseconds,
      worked: () => processorTimePerCall(() => assessOffer(year, known), fill) * microseconds,
      single: () => processorTimePerCall(() => assessOffer(single, everyBenefit), fill) * microseconds,
      slow: () => (slow === undefined ? 0 : processorTimePerCall(() => slow(year), fill) * microseconds),
      variants: () => processorTimePerCall(() => tryVariants(year), 1),
    },
    rounds,
  );
  return [
    {
      ...figure(`a year of ${paymentsInAYear} payments, all ${benefitIds.length} benefits, with working, processor time`, "µs"),
      ...summaryOf(times.year),
      limit: { level: "goal", is: "at most", value: 25 },
    },
    { ...figure("the same, only the benefits that are worked out, processor time", "µs"), ...summaryOf(times.worked) },
    { ...figure("one payment, all benefits, with working, processor time", "µs"), ...summaryOf(times.single) },
    { ...figure(`${paymentsInAYear} payments against one`, "×"), ...summaryOf(ratiosOf(times.year, times.single)) },
    {
      ...figure(`${variants} what-if variants of the year, all benefits, processor time`, "ms"),
      ...summaryOf(times.variants),
      limit: { level: "goal", is: "at most", value: 50 },
    },
    slow === undefined
      ? {
          kind: "not-measured",
          bench: "benefits",
          name: "ratio to the slow second opinion",
          because: "the tests it belongs to are not here",
        }
      : {
          ...figure("the slow second opinion of the tests, worked-out benefits, against ours", "×"),
          ...summaryOf(ratiosOf(times.slow, times.worked)),
          limit: { level: "goal", is: "at least", value: 20 },
        },
  ];
};

/** The year with one payment of another amount on another day, again and again. */
function tryVariants(year: Offer): void {
  for (let index = 0; index < variants; index += 1) {
    const at = index % paymentsInAYear;
    const payments = year.payments.map((payment, place) => {
      if (place !== at || payment.dueOn === undefined) return payment;
      const day = addDays(payment.dueOn, index % 7);
      return { ...payment, pence: penceOf((index * 37) % 30_000), dueOn: day, paidOn: day };
    });
    assessOffer({ ...year, payments }, everyBenefit);
  }
}

type SlowOpinions = {
  readonly slowUniversalCredit: (offer: Offer, situation: Situation) => unknown;
  readonly slowEsa: (offer: Offer, situation: Situation) => unknown;
  readonly slowJsa: (offer: Offer, situation: Situation) => unknown;
  readonly slowHousing: (offer: Offer, situation: Situation) => unknown;
  readonly slowPensionCredit: (offer: Offer, situation: Situation) => unknown;
  readonly slowCarer: (offer: Offer, situation: Situation, id: "carers-allowance") => unknown;
};

/** The second implementation is loaded by its place, because nothing here may be built on the tests. */
async function slowOpinions(): Promise<((offer: Offer) => void) | undefined> {
  const place = new URL("../../tests/unit/domain/benefits/slow-opinion.ts", import.meta.url);
  if (!existsSync(place)) return undefined;
  const slow = (await import(place.href)) as SlowOpinions;
  return (offer) => {
    slow.slowUniversalCredit(offer, known);
    slow.slowEsa(offer, known);
    slow.slowJsa(offer, known);
    slow.slowHousing(offer, known);
    slow.slowPensionCredit(offer, known);
    slow.slowCarer(offer, known, "carers-allowance");
  };
}

function offerOf(payments: number): Offer {
  const first = calendarDateOf("2026-04-07");
  const days = Array.from({ length: payments }, (_, week) => addDays(first, week * 7));
  return {
    nation: "england",
    activities: days.map((on, week) => ({ id: `meeting-${week + 1}`, on, minutes: 120 })),
    payments: days.map((dueOn, week) => ({
      id: `fee-${week + 1}`,
      kind: "fee",
      pence: penceOf(5000 + week * 25),
      payer: "Harbour Trust",
      payroll: "no",
      for: [{ activity: `meeting-${week + 1}` }],
      dueOn,
      paidOn: dueOn,
    })),
    expenses: [],
    serviceUser: { a: "yes", b: "yes", c1: "yes", c2: "no", c3: "no", c4: "no" },
  };
}

const known: Situation = {
  benefits: "some",
  circumstances: {
    "universal-credit": {
      periodDay: 10,
      limitedCapability: "yes",
      childOnClaim: "no",
      housingCosts: "yes",
      selfEmployed: "no",
      capped: "no",
      couple: "no",
      waitingForAssessment: "no",
      usualAwardPence: penceOf(120_000),
    },
    "new-style-esa": { weekBegins: "Monday", formSent: "yes" },
    "new-style-jsa": { weekBegins: "Monday" },
    "carers-allowance": { weekBegins: "Monday" },
    "housing-benefit": {
      weekBegins: "Monday",
      guaranteeCredit: "no",
      onUniversalCredit: "no",
      temporaryOrSupportedHousing: "no",
      permittedWorkEsa: "no",
      disregard: "single",
    },
    "pension-credit": { part: "guarantee", weekBegins: "Monday" },
  },
  otherEarnings: { answer: "none" },
};

const everyBenefit: Situation = {
  ...known,
  circumstances: { ...Object.fromEntries(benefitIds.map((id) => [id, {}])), ...known.circumstances },
};

function figure(name: string, unit: string): Pick<Figure, "kind" | "bench" | "name" | "unit"> {
  return { kind: "figure", bench: "benefits", name, unit };
}
