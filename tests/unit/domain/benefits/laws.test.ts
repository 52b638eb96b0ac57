import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, calendarDateOf } from "#app/domain/basics/dates.ts";
import { penceOf, type Pence } from "#app/domain/basics/money.ts";
import { assessOffer } from "#app/domain/benefits/assess.ts";
import { benefitIds, tierOf, type BenefitId, type Tier } from "#app/domain/benefits/names.ts";
import type { Fee, Offer, OtherEarnings, Payment, Situation } from "#app/domain/benefits/offer.ts";
import { reasonsSaid, thingsToDo } from "#app/words/benefits.ts";
import { amounts, knownDays, offersFrom, runs, situationsFrom } from "#tests/support/benefit-arbitraries.ts";
import { costOf } from "#tests/support/benefit-builders.ts";

const modelled = [
  "universal-credit",
  "new-style-esa",
  "carers-allowance",
  "carer-support-payment",
  "new-style-jsa",
  "housing-benefit",
  "pension-credit",
  "pip",
] as const;

// One or two benefits a case: a household with all of them would hide a better tier behind a worse one, and take longer.
const cases = fc
  .tuple(
    offersFrom(knownDays),
    situationsFrom(knownDays),
    fc.uniqueArray(fc.constantFrom<BenefitId>(...modelled), { minLength: 1, maxLength: 2 }),
  )
  .map(([offer, situation, chosen]): [Offer, Situation] => {
    const circumstances = Object.fromEntries(chosen.map((benefit) => [benefit, situation.circumstances[benefit]]));
    return [offer, { ...situation, circumstances }];
  });
const patience = 900_000;

function tiersOf(offer: Offer, situation: Situation): ReadonlyMap<BenefitId | "overall", Tier> {
  const { findings } = assessOffer(offer, situation);
  const tiers = new Map<BenefitId | "overall", Tier>(findings.map((finding) => [finding.benefit, tierOf(finding.outcome)]));
  return tiers.set("overall", Math.max(...tiers.values()) as Tier);
}

function expectNoBetter(before: ReadonlyMap<string, Tier>, after: ReadonlyMap<string, Tier>): void {
  for (const [benefit, tier] of before) expect(after.get(benefit), benefit).toBeGreaterThanOrEqual(tier);
}

describe("more pay", () => {
  test(
    "for any offer, a larger fee never moves a benefit to a better tier",
    () => {
      fc.assert(
        fc.property(cases, fc.nat({ max: 2 }), fc.oneof(fc.constant(penceOf(1)), amounts), ([offer, situation], index, more) => {
          const larger = { ...offer, payments: offer.payments.map((payment, at) => (at === index ? plus(payment, more) : payment)) };
          expectNoBetter(tiersOf(offer, situation), tiersOf(larger, situation));
        }),
        { numRuns: runs },
      );
    },
    patience,
  );

  test(
    "for any offer, more other pay never moves a benefit to a better tier",
    () => {
      fc.assert(
        fc.property(cases, fc.oneof(fc.constant(penceOf(1)), amounts), ([offer, situation], more) => {
          const other = situation.otherEarnings;
          fc.pre(other?.answer === "some");
          if (other?.answer !== "some") return;
          const [first, ...rest] = other.pay;
          const richer: OtherEarnings = {
            answer: "some",
            pay: [{ ...first, takeHomePence: penceOf(first.takeHomePence + more) }, ...rest],
          };
          expectNoBetterFor(["new-style-esa", "carers-allowance", "carer-support-payment"], offer, situation, richer);
          expect(isWithinAllowance(offer, { ...situation, otherEarnings: richer }) && !isWithinAllowance(offer, situation)).toBe(false);
        }),
        { numRuns: runs },
      );
    },
    patience,
  );
});

function expectNoBetterFor(ids: readonly BenefitId[], offer: Offer, situation: Situation, richer: OtherEarnings): void {
  const before = tiersOf(offer, situation);
  const after = tiersOf(offer, { ...situation, otherEarnings: richer });
  for (const id of ids) expect(after.get(id) ?? 0, id).toBeGreaterThanOrEqual(before.get(id) ?? 0);
}

function isWithinAllowance(offer: Offer, situation: Situation): boolean {
  return (tiersOf(offer, situation).get("universal-credit") ?? tierOf("BREAKS_LIMIT_STOP")) <= tierOf("WITHIN_LIMIT");
}

function plus(payment: Payment, more: Pence): Payment {
  const [first, ...rest] = payment.for;
  const isSplit = first?.pence !== undefined;
  const parts = first === undefined || !isSplit ? payment.for : [{ ...first, pence: penceOf((first.pence ?? 0) + more) }, ...rest];
  const larger = { ...payment, pence: penceOf(payment.pence + more), for: parts };
  if (larger.kind !== "fee" || larger.takeHomePence === undefined) return larger;
  return { ...larger, takeHomePence: penceOf(larger.takeHomePence + more) };
}

type Forget = (offer: Offer, situation: Situation) => readonly [Offer, Situation];

/** Takes one key away from a plain object. */
function without<Value extends object>(value: Value, key: string): Value {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)) as Value;
}

const forgetInOffer =
  (change: (offer: Offer) => Offer): Forget =>
  (offer, situation) => [change(offer), situation];
const forgetAbout =
  (benefit: BenefitId, key: string): Forget =>
  (offer, situation) => {
    const facts = situation.circumstances[benefit];
    if (facts === undefined) return [offer, situation];
    return [offer, { ...situation, circumstances: { ...situation.circumstances, [benefit]: without(facts, key) } }];
  };
const inEveryFee = (change: (fee: Fee) => Payment): Forget =>
  forgetInOffer((offer) => ({ ...offer, payments: offer.payments.map((payment) => (payment.kind === "fee" ? change(payment) : payment)) }));
const inOtherPay =
  (key: string): Forget =>
  (offer, situation) => {
    const other = situation.otherEarnings;
    if (other?.answer !== "some") return [offer, situation];
    const [first, ...rest] = other.pay;
    return [offer, { ...situation, otherEarnings: { answer: "some", pay: [without(first, key), ...rest] } }];
  };

const forgettings: Readonly<Record<string, Forget>> = {
  "the day of an activity": forgetInOffer((offer) => ({
    ...offer,
    activities: offer.activities.map((one, at) => (at === 0 ? without(one, "on") : one)),
  })),
  "the hours of an activity": forgetInOffer((offer) => ({
    ...offer,
    activities: offer.activities.map((one, at) => (at === 0 ? without(one, "minutes") : one)),
  })),
  "when fees are due": inEveryFee((fee) => without(fee, "dueOn")),
  "how a fee is shared between meetings": inEveryFee((fee) => ({ ...fee, for: fee.for.map(({ activity }) => ({ activity })) })),
  "take-home pay": inEveryFee((fee) => without(fee, "takeHomePence")),
  "whether it is payroll": inEveryFee((fee) => without(fee, "payroll")),
  "a pension contribution": inEveryFee((fee) => without(fee, "pensionPence")),
  "when money was turned down": inEveryFee((fee) =>
    fee.turnedDown === undefined ? fee : { ...fee, turnedDown: { ...fee.turnedDown, agreed: "not-sure" } },
  ),
  "who is consulted": forgetInOffer((offer) => ({ ...offer, serviceUser: without(offer.serviceUser, "a") })),
  "who runs it": forgetInOffer((offer) => ({ ...offer, serviceUser: without(offer.serviceUser, "b") })),
  "whether it is health, care or housing": forgetInOffer((offer) => ({ ...offer, serviceUser: without(offer.serviceUser, "c1") })),
  "what a cost really was": forgetInOffer((offer) => ({
    ...offer,
    expenses: offer.expenses.map((expense) => ({ ...expense, meetsActualCost: "not-sure" as const })),
  })),
  "when costs are due": forgetInOffer((offer) => ({ ...offer, expenses: offer.expenses.map((expense) => without(expense, "dueOn")) })),
  "other pay": (offer, situation) => [offer, { ...situation, otherEarnings: { answer: "not-sure" } }],
  "that anybody asked about other pay": (offer, situation) => [offer, without(situation, "otherEarnings")],
  "the day other pay came": inOtherPay("paidOn"),
  "the day of other work": inOtherPay("workedOn"),
  "the hours of other work": inOtherPay("minutes"),
  "the pension on other pay": inOtherPay("pensionPence"),
  ...Object.fromEntries(
    (
      [
        [
          "universal-credit",
          "periodDay limitedCapability childOnClaim housingCosts selfEmployed capped couple partnerEarnings waitingForAssessment usualAwardPence awardMoreThanCut",
        ],
        ["new-style-esa", "weekBegins formSent"],
        ["carers-allowance", "weekBegins careCostsWeeklyPence"],
        ["new-style-jsa", "weekBegins"],
        ["housing-benefit", "guaranteeCredit onUniversalCredit temporaryOrSupportedHousing permittedWorkEsa disregard weekBegins"],
        ["pension-credit", "part weekBegins"],
      ] as const
    ).flatMap(([benefit, keys]) => keys.split(" ").map((key) => [`${benefit} ${key}`, forgetAbout(benefit, key)] as const)),
  ),
};

describe("one more unknown", () => {
  test(
    "for any offer, forgetting any fact never moves a benefit to a better tier",
    () => {
      fc.assert(
        fc.property(cases, fc.constantFrom(...Object.keys(forgettings)), ([offer, situation], name) => {
          const [lessOffer, lessSituation] = forgettings[name]!(offer, situation);
          const before = tiersOf(offer, situation);
          const after = new Map(tiersOf(lessOffer, lessSituation));
          // Nothing taken off for a pension is more other pay, not an unknown: past the allowance it can only make a cut certain.
          if (name === "the pension on other pay" && !isWithinAllowance(offer, situation)) {
            for (const one of ["universal-credit", "overall"] as const) after.set(one, before.get(one) ?? after.get(one) ?? 0);
          }
          expectNoBetter(before, after);
        }),
        { numRuns: runs * 2 },
      );
    },
    patience,
  );
});

describe("costs and payers", () => {
  test(
    "for any offer where the test is met, a real cost paid back never changes an answer",
    () => {
      const kinds = fc.constantFrom("travel-to-venue", "replacement-care", "support-worker", "meals", "access-taxi-or-parking" as const);
      fc.assert(
        fc.property(cases, kinds, fc.integer({ min: 1, max: 90_000 }), knownDays, ([drawn, situation], kind, pence, dueOn) => {
          const offer: Offer = { ...drawn, serviceUser: { a: "yes", b: "yes", c1: "yes" } };
          const cost = { ...costOf(kind, 0), id: "bus", pence: penceOf(pence), dueOn, activity: "a0" };
          const withCost = assessOffer({ ...offer, expenses: [...offer.expenses, cost] }, situation);
          const before = assessOffer(offer, situation);
          // Carer Support Payment is left out: whether its rules name these costs is not certain (benefits.md section 11, 5).
          const judged = (assessment: typeof before) =>
            assessment.findings
              .filter((finding) => finding.benefit !== "carer-support-payment")
              .map(({ benefit, outcome, rooms, reductions }) => ({ benefit, outcome, rooms, reductions }))
              .sort((one, other) => (one.benefit < other.benefit ? -1 : 1));
          expect(judged(withCost)).toEqual(judged(before));
        }),
        { numRuns: runs },
      );
    },
    patience,
  );

  test(
    "for any fee, splitting it over more payers in the same week changes nothing",
    () => {
      fc.assert(
        fc.property(cases, fc.integer({ min: 1, max: 99 }), ([drawn, situation], hundredths) => {
          const offer: Offer = { ...drawn, payments: drawn.payments.map(plainFee) };
          const split: Offer = { ...offer, payments: offer.payments.flatMap((payment) => inTwo(payment, hundredths)) };
          const judged = (assessed: Offer) =>
            assessOffer(assessed, situation).findings.map(({ benefit, outcome, rooms, reductions }) => ({
              benefit,
              outcome,
              rooms,
              reductions,
            }));
          expect(judged(split)).toEqual(judged(offer));
        }),
        { numRuns: runs },
      );
    },
    patience,
  );
});

function plainFee(payment: Payment): Payment {
  return {
    ...without(without(without({ ...payment, kind: "fee" }, "turnedDown"), "pensionPence"), "agreed"),
    for: [{ activity: "a0" }],
    payroll: "no",
  };
}

function inTwo(payment: Payment, hundredths: number): readonly Payment[] {
  const part = penceOf(Math.floor((payment.pence * hundredths) / 100));
  return [
    { ...payment, id: `${payment.id}-one`, pence: part },
    { ...payment, id: `${payment.id}-two`, pence: penceOf(payment.pence - part), payer: "Second payer" },
  ];
}

describe("what is said", () => {
  test(
    "for any offer, every sentence has words and a source",
    () => {
      fc.assert(
        fc.property(cases, ([offer, situation]) => {
          const assessment = assessOffer(offer, situation);
          const said = [...assessment.findings.flatMap((finding) => reasonsSaid(finding)), ...thingsToDo(assessment)];
          expect(said.length).toBeGreaterThan(0);
          for (const sentence of said) {
            expect(sentence.sources.length).toBeGreaterThan(0);
            expect(sentence.text).toMatch(/^\S.*[.?]$/u);
            expect(sentence.text).not.toMatch(/\bsafe\b|guarantee[ds]|be fine|undefined|NaN|\[|\]/u);
          }
        }),
        { numRuns: runs },
      );
    },
    patience,
  );

  test(
    "for any offer moved past the figures, every benefit is not known: advice first",
    () => {
      fc.assert(
        fc.property(cases, ([offer, situation]) => {
          const everything = Object.fromEntries(benefitIds.map((id) => [id, situation.circumstances[id] ?? {}]));
          const { findings } = assessOffer(inYears(offer, 73), { ...situation, circumstances: everything });
          expect(findings).toHaveLength(benefitIds.length);
          for (const finding of findings) expect(finding.outcome, finding.benefit).toBe("UNKNOWN_ADVICE");
        }),
        { numRuns: Math.min(runs, 2000) },
      );
    },
    patience,
  );
});

function inYears(offer: Offer, years: number): Offer {
  const moved = <Dated extends object>(one: Dated): Dated => {
    const later = (value: string): string => addDays(calendarDateOf(value), years * 365);
    const entries = Object.entries(one).map(([key, value]: [string, unknown]) => [
      key,
      dayKeys.includes(key) ? later(String(value)) : value,
    ]);
    return Object.fromEntries(entries) as Dated;
  };
  return { ...offer, activities: offer.activities.map(moved), payments: offer.payments.map(moved), expenses: offer.expenses.map(moved) };
}

const dayKeys = ["on", "dueOn", "paidOn"];
