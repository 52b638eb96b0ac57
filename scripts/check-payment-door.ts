// The check-payment command without its pipes: reads the JSON of one offer strictly, assesses it with the same function as
// the pages, and shapes the answer. All money in and out is whole pence; nothing in the answer names the person.
import { z } from "zod";
import { addDays, calendarDateOf, type CalendarDate } from "#app/domain/basics/dates.ts";
import { penceOf, type Pence } from "#app/domain/basics/money.ts";
import { done, type Result } from "#app/domain/basics/result.ts";
import type { Source } from "#app/domain/basics/sources.ts";
import { assessOffer, largestAmountThatFits, type Fits, type Overall } from "#app/domain/benefits/assess.ts";
import type { FigureUsed, Finding, Option, Reduction, Room, Sum } from "#app/domain/benefits/benefit.ts";
import { benefitIds, type BenefitId, type OutcomeClass } from "#app/domain/benefits/names.ts";
import { expenseKinds, type Offer, type Situation } from "#app/domain/benefits/offer.ts";
import { sourcesOfAction, type ActionId, type FactId, type Reason } from "#app/domain/benefits/reasons.ts";
import { datesThatFit, type DatesThatFit } from "#app/domain/benefits/when-it-fits.ts";
import { otherDatesSaid, reasonsSaid } from "#app/words/benefits.ts";
import { sayAction } from "#app/words/benefits/reasons.ts";
import { readStrictly } from "./strict-json.ts";

const mostPence = 9_999_999;
const mostMinutes = 100_000;
const mostItems = 500;

const reference = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/u, "expected a reference of letters, figures, - and _");
const pence = z
  .int({ error: `expected whole pence from 0 to ${mostPence}` })
  .min(0, `expected whole pence from 0 to ${mostPence}`)
  .max(mostPence, `expected whole pence from 0 to ${mostPence}`)
  .transform((amount): Pence => penceOf(amount));
const minutes = z
  .int({ error: "expected whole minutes" })
  .min(0, "expected whole minutes, 0 or more")
  .max(mostMinutes, `expected at most ${mostMinutes} minutes`);

const date = z.string({ error: "expected a day like 2026-06-02" }).transform((typed, context): CalendarDate => {
  try {
    return calendarDateOf(typed);
  } catch {
    context.addIssue({ code: "custom", message: "expected a day like 2026-06-02" });
    return z.NEVER;
  }
});

const oneOf = <const Options extends readonly [string, ...string[]]>(options: Options) =>
  z.enum(options, { error: `expected ${options.length > 12 ? "a name we know" : `one of ${options.join(", ")}`}` });
const yesNo = oneOf(["yes", "no", "not-sure"]);
const whenAgreed = oneOf(["before-activity", "after-activity", "not-sure"]);
const weekday = oneOf(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]);

const activity = z.strictObject({ id: reference, on: date.exactOptional(), minutes: minutes.exactOptional() });
const paidFor = z.array(z.strictObject({ activity: reference, pence: pence.exactOptional() })).max(mostItems);
const payment = {
  id: reference,
  pence,
  payer: z.string().min(1).max(200),
  for: paidFor,
  dueOn: date.exactOptional(),
  paidOn: date.exactOptional(),
};

const payments = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({
      kind: z.literal("fee"),
      ...payment,
      payroll: yesNo.exactOptional(),
      takeHomePence: pence.exactOptional(),
      pensionPence: pence.exactOptional(),
      mayArriveFrom: date.exactOptional(),
      turnedDown: z.strictObject({ pence, agreed: whenAgreed }).exactOptional(),
    }),
    z.strictObject({ kind: z.literal("voucher"), ...payment }),
    z.strictObject({ kind: z.literal("donation"), ...payment, agreed: whenAgreed }),
  ],
  { error: "expected fee, voucher or donation" },
);

const expense = z.strictObject({
  id: reference,
  kind: oneOf(expenseKinds),
  pence,
  payer: z.string().min(1).max(200),
  meetsActualCost: yesNo,
  activity: reference.exactOptional(),
  dueOn: date.exactOptional(),
  paidOn: date.exactOptional(),
});

const serviceUser = z.strictObject({
  a: yesNo.exactOptional(),
  b: yesNo.exactOptional(),
  c1: yesNo.exactOptional(),
  c2: yesNo.exactOptional(),
  c3: yesNo.exactOptional(),
  c4: yesNo.exactOptional(),
});

const otherPay = z.strictObject({
  id: reference,
  pattern: oneOf(["once", "week", "fortnight", "four-weeks", "month", "in-the-same-period"]),
  takeHomePence: pence,
  pensionPence: pence.exactOptional(),
  minutes: minutes.exactOptional(),
  workedOn: date.exactOptional(),
  paidOn: date.exactOptional(),
});

const otherEarnings = z.discriminatedUnion(
  "answer",
  [
    z.strictObject({ answer: z.literal("none") }),
    z.strictObject({ answer: z.literal("some"), pay: z.tuple([otherPay], otherPay) }),
    z.strictObject({ answer: z.literal("not-sure") }),
  ],
  { error: "expected none, some or not-sure" },
);

const carer = z.strictObject({ weekBegins: weekday.exactOptional(), careCostsWeeklyPence: pence.exactOptional() });

const asked = {
  "universal-credit": z.strictObject({
    periodDay: z
      .int({ error: "expected a day of the month from 1 to 31" })
      .min(1, "expected a day of the month from 1 to 31")
      .max(31, "expected a day of the month from 1 to 31")
      .exactOptional(),
    limitedCapability: yesNo.exactOptional(),
    childOnClaim: yesNo.exactOptional(),
    housingCosts: yesNo.exactOptional(),
    selfEmployed: yesNo.exactOptional(),
    capped: yesNo.exactOptional(),
    couple: yesNo.exactOptional(),
    partnerEarnings: otherEarnings.exactOptional(),
    waitingForAssessment: yesNo.exactOptional(),
    usualAwardPence: pence.exactOptional(),
    awardMoreThanCut: yesNo.exactOptional(),
  }),
  "new-style-esa": z.strictObject({ weekBegins: weekday.exactOptional(), formSent: yesNo.exactOptional() }),
  "new-style-jsa": z.strictObject({ weekBegins: weekday.exactOptional() }),
  "carers-allowance": carer,
  "carer-support-payment": carer,
  "housing-benefit": z.strictObject({
    guaranteeCredit: yesNo.exactOptional(),
    onUniversalCredit: yesNo.exactOptional(),
    temporaryOrSupportedHousing: yesNo.exactOptional(),
    permittedWorkEsa: yesNo.exactOptional(),
    disregard: oneOf(["single", "couple", "lone-parent", "higher", "not-sure"]).exactOptional(),
    weekBegins: weekday.exactOptional(),
  }),
  "council-tax-reduction": z.strictObject({ guaranteeCredit: yesNo.exactOptional() }),
  "pension-credit": z.strictObject({
    part: oneOf(["guarantee", "savings", "both", "not-sure"]).exactOptional(),
    weekBegins: weekday.exactOptional(),
  }),
};

const nothingAsked = z.strictObject({});
type NothingAskedOf = Exclude<BenefitId, keyof typeof asked>;
const others = benefitIds.filter((id): id is NothingAskedOf => !(id in asked));
const circumstances = z.strictObject({
  ...(Object.fromEntries(Object.entries(asked).map(([id, schema]) => [id, schema.exactOptional()])) as {
    readonly [Id in keyof typeof asked]: z.ZodExactOptional<(typeof asked)[Id]>;
  }),
  ...(Object.fromEntries(others.map((id) => [id, nothingAsked.exactOptional()])) as {
    readonly [Id in NothingAskedOf]: z.ZodExactOptional<typeof nothingAsked>;
  }),
});

const input = z
  .strictObject({
    nation: oneOf(["england", "wales", "scotland", "northern-ireland"]),
    activities: z.array(activity).max(mostItems),
    payments: z.array(payments).max(mostItems),
    expenses: z.array(expense).max(mostItems),
    serviceUser,
    benefits: oneOf(["some", "none", "not-sure", "prefer-not-to-say"]),
    circumstances,
    otherEarnings: otherEarnings.exactOptional(),
    today: date.exactOptional(),
  })
  .superRefine((given, context) => {
    const refuse = (path: readonly (string | number)[], message: string): void => {
      context.addIssue({ code: "custom", path: [...path], message });
    };
    const known = new Set<string>();
    for (const [index, { id }] of given.activities.entries()) {
      if (known.has(id)) refuse(["activities", index, "id"], "two activities have this id");
      known.add(id);
    }
    const money = new Set<string>();
    for (const [name, list] of [
      ["payments", given.payments],
      ["expenses", given.expenses],
    ] as const) {
      for (const [index, { id }] of list.entries()) {
        if (money.has(id)) refuse([name, index, "id"], "two payments or expenses have this id");
        money.add(id);
      }
    }
    for (const [index, one] of given.payments.entries()) {
      for (const [part, { activity: id }] of one.for.entries()) {
        if (!known.has(id)) refuse(["payments", index, "for", part, "activity"], "expected the id of one of the activities");
      }
      if (new Set(one.for.map((part) => part.activity)).size < one.for.length)
        refuse(["payments", index, "for"], "an activity is named twice");
      const parts = one.for.flatMap((part) => (part.pence === undefined ? [] : [part.pence]));
      const isSplit = parts.length > 0;
      if (isSplit && (parts.length < one.for.length || parts.reduce((total, part) => total + part, 0) !== one.pence)) {
        refuse(["payments", index, "for"], "expected parts for every activity, adding up to the payment");
      }
      if (one.kind === "fee" && (one.takeHomePence ?? 0) > one.pence)
        refuse(["payments", index, "takeHomePence"], "expected no more than the payment");
    }
    for (const [index, one] of given.expenses.entries()) {
      if (one.activity !== undefined && !known.has(one.activity))
        refuse(["expenses", index, "activity"], "expected the id of one of the activities");
    }
    const credit = given.circumstances["universal-credit"];
    if (credit?.usualAwardPence !== undefined && credit.awardMoreThanCut !== undefined) {
      refuse(["circumstances", "universal-credit", "awardMoreThanCut"], "expected only one of usualAwardPence and awardMoreThanCut");
    }
    if (given.benefits === "none" && Object.keys(given.circumstances).length > 0) {
      refuse(["benefits"], "expected some or not-sure, because circumstances names a benefit");
    }
  });

type Sourced<Id extends string> = { readonly id: Id; readonly text: string; readonly sources: readonly Source[] };

export type PaymentAnswer = {
  readonly overall: Overall;
  readonly benefits: readonly {
    readonly benefit: BenefitId;
    readonly effect: OutcomeClass;
    readonly why: readonly Sourced<Reason>[];
    readonly missing: readonly FactId[];
    readonly amounts: { readonly reductions: readonly Reduction[]; readonly room: readonly Room[] };
    readonly sums: readonly Sum[];
    readonly figures: readonly FigureUsed[];
    readonly tell: readonly Sourced<ActionId>[];
    readonly options: readonly Option[];
  }[];
  readonly largestThatFits: readonly {
    readonly payment: string;
    readonly overall: Fits;
    /** Only where `today` was given: the days in the next 92 on which the same fee would fit. */
    readonly otherDates?: DatesThatFit;
    readonly otherDatesInWords?: readonly string[];
    readonly byBenefit: readonly { readonly benefit: BenefitId; readonly fits: Fits }[];
  }[];
};

/** Assesses the offer described by some JSON. Refused with one line for each thing that is wrong, by its path; values are never repeated. */
export function checkPaymentFromJson(json: string): Result<PaymentAnswer, readonly string[]> {
  const read = readStrictly(json, input);
  if (!read.ok) return read;
  const {
    nation,
    activities,
    payments: paid,
    expenses,
    serviceUser: answers,
    benefits,
    circumstances: named,
    otherEarnings: other,
    today,
  } = read.value;
  const offer: Offer = { nation, activities, payments: paid, expenses, serviceUser: answers };
  const situation: Situation = {
    benefits,
    circumstances: named,
    ...(other === undefined ? {} : { otherEarnings: other }),
  };
  return done(answerOf(offer, situation, today));
}

function answerOf(offer: Offer, situation: Situation, today: CalendarDate | undefined): PaymentAnswer {
  const { overall, findings } = assessOffer(offer, situation);
  const fees = offer.payments.filter((one) => one.kind === "fee");
  return {
    overall,
    benefits: findings.map((finding) => ({
      benefit: finding.benefit,
      effect: finding.outcome,
      why: whyOf(finding),
      missing: finding.missing,
      amounts: { reductions: finding.reductions, room: finding.rooms },
      sums: finding.sums,
      figures: finding.atStake === undefined ? finding.figures : [...finding.figures, finding.atStake],
      tell: finding.actions.map((id) => ({ id, text: sayAction(id), sources: sourcesOfAction(id) })),
      options: finding.options,
    })),
    largestThatFits: fees.map((fee) => ({
      payment: fee.id,
      ...largestAmountThatFits(offer, situation, fee.id),
      ...otherDatesFor(fee.id, offer, situation, today),
    })),
  };
}

const daysLookedAhead = 92;

function otherDatesFor(paymentId: string, offer: Offer, situation: Situation, today: CalendarDate | undefined) {
  if (today === undefined) return {};
  const otherDates = datesThatFit(offer, situation, { paymentId, today, until: addDays(today, daysLookedAhead) });
  return { otherDates, otherDatesInWords: otherDatesSaid(otherDates, assessOffer(offer, situation)).map((said) => said.text) };
}

function whyOf(finding: Finding): readonly Sourced<Reason>[] {
  return reasonsSaid(finding).map(({ reason, text, sources }) => ({ id: reason, text, sources }));
}
