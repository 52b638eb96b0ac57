// The price-claim command without its pipes: reads the JSON of a rate card, an offer and a claim strictly, prices them with the
// same functions as the pages, and shapes the answer. All money in and out is whole pence; miles are whole tenths.
import { z } from "zod";
import { calendarDateOf, type CalendarDate } from "#app/domain/basics/dates.ts";
import { penceOf, type Pence } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { attendances, priceAttendedTime } from "#app/domain/payments/attended-time.ts";
import type { Choice } from "#app/domain/payments/choice.ts";
import { flagsOf, levelOf, type FlagLevel, type OtherLine } from "#app/domain/payments/claim-flags.ts";
import { findBlocks, settleClaim, type Claim } from "#app/domain/payments/claim.ts";
import { expensePolicyOf, mealScales, type CostPolicy } from "#app/domain/payments/cost-policy.ts";
import { expenseKinds, type Expense, type ExpenseDetails } from "#app/domain/payments/expenses.ts";
import { assessCosts, makeClaim } from "#app/domain/payments/make-claim.ts";
import { vehicles, type MileRate } from "#app/domain/payments/mileage.ts";
import { makeCostsOnlyOffer, makeOffer, type Offer } from "#app/domain/payments/offer.ts";
import {
  activities,
  cardInForce,
  checkRateCard,
  modes,
  type Basis,
  type CancelRule,
  type RateCard,
  type RateLine,
} from "#app/domain/payments/rate-card.ts";
import {
  claimBlockSentence,
  claimFlagSentence,
  offerRefusalSentence,
  priceProblemSentence,
  rateCardProblemSentence,
} from "#app/words/payments.ts";
import { workingOfLine } from "#app/words/claim-working.ts";
import { readStrictly } from "./strict-json.ts";

const mostPence = 99_999_999;
const mostItems = 500;

const text = (most: number) => z.string().max(most);
const said = (most: number) => z.string().min(1).max(most);
const pence = z
  .int({ error: `expected whole pence from 0 to ${mostPence}` })
  .min(0, `expected whole pence from 0 to ${mostPence}`)
  .max(mostPence, `expected whole pence from 0 to ${mostPence}`)
  .transform((amount): Pence => penceOf(amount));
const whole = (least: number, most: number) =>
  z
    .int({ error: `expected a whole number from ${least} to ${most}` })
    .min(least, `expected a whole number from ${least} to ${most}`)
    .max(most, `expected a whole number from ${least} to ${most}`);
const minutes = whole(0, 100_000);
const date = z.string({ error: "expected a day like 2026-06-02" }).transform((typed, context): CalendarDate => {
  try {
    return calendarDateOf(typed);
  } catch {
    context.addIssue({ code: "custom", message: "expected a day like 2026-06-02" });
    return z.NEVER;
  }
});
const oneOf = <const Options extends readonly [string, ...string[]]>(options: Options) =>
  z.enum(options, { error: `expected one of ${options.join(", ")}` });
const weekday = oneOf(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]);
const yesNo = oneOf(["yes", "no", "not-said"]);
const anyOr = <Item extends z.ZodType>(item: Item, expected: string) =>
  z.union([z.literal("any"), z.array(item).min(1).max(mostItems)], { error: expected });

const edge = z.strictObject({ minutes, inclusive: z.boolean() });
const basis = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({ kind: z.literal("per-minute"), hourlyPence: pence }),
    z.strictObject({ kind: z.literal("started-unit"), unitMinutes: whole(1, 1440), hourlyPence: pence }),
    z.strictObject({
      kind: z.literal("band"),
      bands: z
        .array(z.strictObject({ from: edge, to: z.union([edge, z.literal("no-end")], { error: 'expected an edge, or "no-end"' }), pence }))
        .min(1)
        .max(100),
    }),
    z.strictObject({ kind: z.literal("fixed-per-event"), pence }),
    z.strictObject({ kind: z.literal("per-item"), eachPence: pence }),
  ],
  { error: "expected per-minute, started-unit, band, fixed-per-event or per-item" },
);
const rateLine = z.strictObject({
  code: said(64),
  label: text(200),
  activities: anyOr(oneOf(activities), 'expected "any" or a list of activities').default("any"),
  roles: anyOr(said(100), 'expected "any" or a list of roles').default("any"),
  modes: anyOr(oneOf(modes), 'expected "any" or a list of ways of taking part').default("any"),
  basis,
  includes: z.array(oneOf(activities)).max(activities.length).default([]),
  minimumMinutes: minutes.exactOptional(),
  dayCapPence: pence.exactOptional(),
  weekCapPence: pence.exactOptional(),
});
const cancelRule = z.strictObject({
  cancelledBy: oneOf(["organiser", "participant"]),
  noticeUnderMinutes: z.union([whole(1, 1_000_000), z.literal("any")], { error: 'expected whole minutes, or "any"' }),
  pays: z.discriminatedUnion(
    "kind",
    [
      z.strictObject({ kind: z.literal("percent"), percent: whole(0, 100) }),
      z.strictObject({ kind: z.literal("amount"), pence }),
      z.strictObject({ kind: z.literal("nothing") }),
    ],
    { error: "expected percent, amount or nothing" },
  ),
  paysPreparationDone: z.boolean(),
});
const rateCard = z.strictObject({
  name: text(200),
  version: whole(1, 100_000).default(1),
  validFrom: date,
  validTo: date.exactOptional(),
  source: z.strictObject({ title: said(500), url: text(2000).exactOptional(), checkedOn: date }),
  breaks: z
    .union([z.strictObject({ kind: z.literal("count") }), z.strictObject({ kind: z.literal("take-off"), longerThanMinutes: minutes })], {
      error: "expected count, or take-off with longerThanMinutes",
    })
    .default({ kind: "count" }),
  paysPlannedTime: z.boolean().default(false),
  weekBegins: weekday.default("Monday"),
  lines: z.array(rateLine).max(mostItems),
  cancellation: z.array(cancelRule).max(100).default([]),
});

const mileRate = z.strictObject({ firstPence: pence, afterMiles: whole(1, 1_000_000).exactOptional(), thenPence: pence.exactOptional() });
const costRules = z.strictObject({
  withoutReceiptUpToPence: pence,
  claimWithinDays: whole(1, 3660),
  ceilingsPence: z.partialRecord(oneOf(expenseKinds), pence).default({}),
  meals: oneOf(mealScales).default("none"),
  nightlyPence: z.strictObject({ london: pence, elsewhere: pence }).exactOptional(),
  mileage: z
    .union(
      [
        z.literal("hmrc-approved"),
        z.strictObject({
          name: said(200),
          yearBegins: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d)$/u, "expected a month and day like 04-06"),
          car: mileRate.exactOptional(),
          motorcycle: mileRate.exactOptional(),
          cycle: mileRate.exactOptional(),
          passengerPence: pence.exactOptional(),
        }),
      ],
      { error: 'expected "hmrc-approved", or rates of your own' },
    )
    .default("hmrc-approved"),
});

const entry = z.strictObject({
  id: said(64),
  event: said(64).exactOptional(),
  date,
  activity: oneOf(activities),
  role: said(100).exactOptional(),
  mode: oneOf(modes).exactOptional(),
  line: said(64).exactOptional(),
  minutes: minutes.exactOptional(),
  items: whole(0, 10_000).exactOptional(),
});
const offer = z.strictObject({
  reference: said(64),
  madeOn: date,
  activities: z.array(entry).max(mostItems),
  costsCovered: z.array(oneOf(expenseKinds)).max(expenseKinds.length).default([]),
});

const charity = z.strictObject({ name: said(200), number: text(20).exactOptional() });
const choice = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({ kind: z.literal("full") }),
    z.strictObject({ kind: z.literal("less"), pence }),
    z.strictObject({ kind: z.literal("charity"), charity }),
    z.strictObject({ kind: z.literal("split"), forPersonPence: pence, forCharityPence: pence, charity }),
    z.strictObject({ kind: z.literal("costs-only") }),
    z.strictObject({ kind: z.literal("nothing") }),
  ],
  { error: "expected full, less, charity, split, costs-only or nothing" },
);
const receipt = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({ kind: z.literal("photo"), fileHash: said(128) }),
    z.strictObject({ kind: z.literal("will-post") }),
    z.strictObject({ kind: z.literal("lost"), reason: text(4000) }),
    z.strictObject({ kind: z.literal("none-given"), reason: text(4000) }),
    z.strictObject({ kind: z.literal("not-said") }),
  ],
  { error: "expected photo, will-post, lost, none-given or not-said" },
);
const cost = {
  id: said(64),
  date,
  whatFor: text(500).default(""),
  receipt: receipt.default({ kind: "not-said" }),
  agreedFirst: yesNo.default("not-said"),
  paidByOrganisation: z.boolean().default(false),
  paidByEmployer: z.boolean().default(false),
};
const spentPence = pence.exactOptional();
const plainKinds = [
  "public-transport",
  "parking-toll",
  "communication-support",
  "phone-data",
  "printing-post",
  "training",
  "other",
] as const;
const costs = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({
      ...cost,
      kind: z.literal("own-vehicle"),
      vehicle: oneOf(vehicles),
      milesTenths: whole(0, 50_000),
      from: text(100).exactOptional(),
      to: text(100).exactOptional(),
      passengers: z.array(said(100)).max(20).default([]),
    }),
    z.strictObject({
      ...cost,
      kind: z.literal("taxi"),
      spentPence,
      why: oneOf(["access", "agreed-before", "no-other-way", "not-said"]).default("not-said"),
    }),
    z.strictObject({
      ...cost,
      kind: z.literal("care"),
      spentPence,
      times: text(200).exactOptional(),
      carer: text(200).exactOptional(),
      alreadyInCarePackage: yesNo.default("not-said"),
    }),
    z.strictObject({
      ...cost,
      kind: z.literal("assistant"),
      spentPence,
      whoWasPaid: text(200).exactOptional(),
      alreadyPaidThem: yesNo.default("not-said"),
    }),
    z.strictObject({
      ...cost,
      kind: z.literal("food-drink"),
      spentPence,
      away: z.strictObject({ minutes, past8pm: z.boolean() }).exactOptional(),
    }),
    z.strictObject({ ...cost, kind: z.literal("overnight-stay"), spentPence, nights: whole(1, 60), place: oneOf(["london", "elsewhere"]) }),
    z.strictObject({ ...cost, kind: oneOf(plainKinds), spentPence }),
  ],
  { error: `expected one of ${expenseKinds.join(", ")}` },
);
const otherLine = z.strictObject({
  claim: said(64),
  line: said(64),
  person: said(64),
  event: said(64),
  date,
  pence,
  what: z.discriminatedUnion(
    "kind",
    [
      z.strictObject({ kind: z.literal("time"), activity: oneOf(activities) }),
      z.strictObject({
        kind: z.literal("expense"),
        expense: oneOf(expenseKinds),
        receiptHash: said(128).exactOptional(),
        from: text(100).exactOptional(),
        to: text(100).exactOptional(),
      }),
    ],
    { error: "expected time or expense" },
  ),
});
const claim = z.strictObject({
  reference: said(64),
  person: said(64),
  event: said(64),
  activityDate: date,
  sentOn: date,
  choice: choice.exactOptional(),
  paidByEmployerForThisTime: yesNo.default("not-said"),
  attendance: oneOf(attendances).default("in-room"),
  minutes: minutes.exactOptional(),
  beside: z
    .array(z.strictObject({ activity: oneOf(activities), minutes: minutes.exactOptional(), items: whole(0, 10_000).exactOptional() }))
    .max(50)
    .exactOptional(),
  calledOff: z
    .strictObject({ by: oneOf(["organiser", "participant"]), noticeMinutes: whole(0, 1_000_000), preparationDone: z.boolean() })
    .exactOptional(),
  costs: z.array(costs).max(mostItems).default([]),
  advances: z
    .array(
      z.strictObject({
        id: said(64),
        pence,
        paidOn: date,
        covers: z.union([oneOf(expenseKinds), z.literal("any-cost")], { error: 'expected a kind of cost, or "any-cost"' }),
      }),
    )
    .max(100)
    .default([]),
  budgetCode: text(100).exactOptional(),
  earlierPay: z
    .array(z.strictObject({ line: said(64), date, pence }))
    .max(10_000)
    .default([]),
  earlierJourneys: z
    .array(z.strictObject({ date, vehicle: oneOf(vehicles), milesTenths: whole(0, 10_000_000) }))
    .max(10_000)
    .default([]),
});

const input = z
  .strictObject({
    rateCard: z.union([rateCard, z.array(rateCard).min(1).max(100)]),
    costRules: costRules.exactOptional(),
    offer,
    claim,
    otherLines: z.array(otherLine).max(10_000).default([]),
  })
  .superRefine((given, context) => {
    for (const [path, ids] of [
      [["offer", "activities"], given.offer.activities.map(({ id }) => id)],
      [["claim", "costs"], given.claim.costs.map(({ id }) => id)],
      [["claim", "advances"], given.claim.advances.map(({ id }) => id)],
    ] as const) {
      for (const [index, id] of ids.entries()) {
        if (ids.indexOf(id) !== index) context.addIssue({ code: "custom", path: [...path, index, "id"], message: "two have this id" });
      }
    }
  });

type Input = z.infer<typeof input>;

export type PriceAnswer = {
  readonly offer: {
    readonly totalPence: Pence;
    readonly card: { readonly name: string; readonly version: number; readonly validFrom: CalendarDate };
    readonly activities: readonly { readonly id: string; readonly line: string; readonly pence: Pence; readonly paidMinutes?: number }[];
  };
  readonly lines: readonly {
    readonly id: string;
    readonly group: string;
    readonly because: string;
    readonly what: string;
    readonly pence: Pence;
    readonly working: readonly string[];
    readonly steps: readonly object[];
  }[];
  readonly totals: {
    readonly timePence: Pence;
    readonly costsPence: Pence;
    readonly accessPence: Pence;
    readonly totalPence: Pence;
    readonly advancesTakenPence: Pence;
    readonly toPayPence: Pence;
    readonly declinedPence: Pence;
    readonly ownDonationPence: Pence | null;
  };
  readonly undecided: readonly { readonly line: string; readonly pence: Pence }[];
  readonly leftOver: readonly { readonly advance: string; readonly pence: Pence }[];
  readonly flags: readonly {
    readonly flag: string;
    readonly level: FlagLevel;
    readonly line: string | null;
    readonly says: string;
    readonly facts: object;
  }[];
  readonly beforeItIsPassed: readonly string[];
};

/** Prices the claim described by some JSON. Refused with one line for each thing that is wrong, by its path; values are never repeated. */
export function priceClaimFromJson(json: string): Result<PriceAnswer, readonly string[]> {
  const read = readStrictly(json, input);
  if (!read.ok) return read;
  const given = read.value;
  const versions = (Array.isArray(given.rateCard) ? given.rateCard : [given.rateCard]).map((card, index) => cardFrom(card, index));
  const problems = versions.flatMap((card) => checkRateCard(card).map((problem) => `rateCard: ${rateCardProblemSentence(problem)}`));
  if (problems.length > 0) return refused(problems);
  const offered = offerFrom(given, versions);
  if (!offered.ok) return offered;
  const made = claimFrom(given, offered.value);
  if (!made.ok) return made;
  return done(answerOf(given, offered.value.offer, made.value));
}

type Offered = { readonly offer: Offer; readonly card: RateCard | undefined };

function offerFrom(given: Input, versions: readonly RateCard[]): Result<Offered, readonly string[]> {
  const {
    offer: asked,
    claim: { person, event },
  } = given;
  const terms = {
    reference: asked.reference,
    person,
    event,
    madeOn: asked.madeOn,
    costsCovered: asked.costsCovered,
    costsBefore: ["claim-later"],
    paidBy: ["bank"],
    paidWithin: { kind: "other", words: "" },
  } as const;
  const [first] = asked.activities;
  if (first === undefined) {
    const [card] = versions;
    if (card === undefined) return refused(["rateCard: expected a card"]);
    return done({ offer: makeCostsOnlyOffer(terms, card), card: undefined });
  }
  const card = cardInForce(versions, first.date);
  if (!card.ok) return refused([`offer.activities[0].date: no version of the rate card is in force on this day`]);
  const made = makeOffer({
    terms,
    card: card.value,
    activities: asked.activities.map(({ line, event: own, ...rest }) => ({
      ...rest,
      event: own ?? event,
      ...(line === undefined ? {} : { lineCode: line }),
    })),
  });
  return made.ok ? done({ offer: made.value, card: card.value }) : refused([`offer: ${offerRefusalSentence(made.refusal)}`]);
}

function claimFrom(given: Input, { offer: frozen, card }: Offered): Result<Claim, readonly string[]> {
  const { claim: told } = given;
  const time =
    card === undefined
      ? null
      : priceAttendedTime({
          offer: frozen,
          card,
          attendance: told.attendance,
          minutes: told.minutes,
          beside: told.beside?.map((one) => ({ activity: one.activity, minutes: one.minutes ?? null, items: one.items ?? null })),
          calledOff: told.calledOff,
          earlier: told.earlierPay.map((pay) => ({ lineCode: pay.line, date: pay.date, amount: pay.pence })),
        });
  if (time !== null && !time.ok) return refused(time.refusal.map((problem) => `claim: ${priceProblemSentence(problem)}`));
  const rules = rulesFrom(given.costRules);
  const assessed = assessCosts({
    expenses: told.costs.map(expenseFrom),
    earlier: told.earlierJourneys.map(journeyFrom),
    policyFor: (on) =>
      expensePolicyOf(rules.policy, { covered: frozen.costsCovered, on, ownName: rules.ownName, source: frozen.card.source }),
  });
  return done(
    makeClaim({
      reference: told.reference,
      person: told.person,
      event: told.event,
      activityDate: told.activityDate,
      sentOn: told.sentOn,
      offer: frozen.reference,
      // Somebody who is offered only costs has nothing to choose between.
      choice: told.choice === undefined ? (card === undefined ? { kind: "costs-only" } : undefined) : choiceFrom(told.choice),
      paidByEmployerForThisTime: told.paidByEmployerForThisTime,
      time: time === null ? null : time.value,
      costs: assessed,
      advances: told.advances.map(({ pence: amount, ...rest }) => ({ ...rest, amount })),
      budgetCode: told.budgetCode,
    }),
  );
}

function answerOf(given: Input, offered: Offer, made: Claim): PriceAnswer {
  const settled = settleClaim(made);
  const { name, version, validFrom } = offered.card;
  const flags = flagsOf({
    claim: made,
    others: given.otherLines.map(otherLineFrom),
    viewer: "",
    claimWithinDays: rulesFrom(given.costRules).policy.claimWithinDays,
  });
  return {
    offer: {
      totalPence: offered.total,
      card: { name, version, validFrom },
      activities: offered.activities.map((one) => ({
        id: one.entry.id,
        line: one.line.code,
        pence: one.amount,
        ...(one.paidMinutes === undefined ? {} : { paidMinutes: one.paidMinutes }),
      })),
    },
    lines: settled.lines.map((line) => ({
      id: line.id,
      group: line.group,
      because: line.because.kind === "line" ? line.because.line.about : line.because.kind,
      pence: line.amount,
      ...wordsOf(line, offered),
      steps: stepsOf(line),
    })),
    totals: {
      timePence: settled.time,
      costsPence: settled.costs,
      accessPence: settled.access,
      totalPence: settled.total,
      advancesTakenPence: settled.advancesTaken,
      toPayPence: settled.toPay,
      declinedPence: settled.declined,
      ownDonationPence: settled.ownGift?.amount ?? null,
    },
    undecided: settled.undecided.map(({ line, amount }) => ({ line, pence: amount })),
    leftOver: settled.leftOver.map(({ advance, amount }) => ({ advance, pence: amount })),
    flags: flags.map((flag) => {
      const { flag: kind, ...facts } = flag;
      return { flag: kind, level: levelOf(flag), line: "line" in flag ? flag.line : null, says: claimFlagSentence(flag), facts };
    }),
    beforeItIsPassed: findBlocks(made).map(claimBlockSentence),
  };
}

function wordsOf(
  line: Parameters<typeof workingOfLine>[0],
  { card }: Offer,
): { readonly what: string; readonly working: readonly string[] } {
  const { what, sentences } = workingOfLine(line, card);
  return { what, working: sentences };
}

function stepsOf({ because }: Parameters<typeof workingOfLine>[0]): readonly object[] {
  if (because.kind !== "line") return [];
  if (because.line.about === "time") return because.line.priced.working;
  return because.line.about === "expense" ? (because.line.assessed.mileage?.working ?? []) : [];
}

function cardFrom(given: z.infer<typeof rateCard>, index: number): RateCard {
  const { lines, cancellation, ...rest } = given;
  return {
    ...rest,
    id: `card-${index + 1}`,
    organisation: "",
    published: "undated",
    lines: lines.map(lineFrom),
    cancellation: cancellation.map(cancelFrom),
  };
}

function lineFrom({ basis: given, dayCapPence, weekCapPence, ...rest }: z.infer<typeof rateLine>): RateLine {
  return {
    ...rest,
    basis: basisFrom(given),
    ...(dayCapPence === undefined ? {} : { dayCap: dayCapPence }),
    ...(weekCapPence === undefined ? {} : { weekCap: weekCapPence }),
  };
}

function basisFrom(given: z.infer<typeof basis>): Basis {
  switch (given.kind) {
    case "per-minute":
      return { kind: given.kind, hourly: { pence: given.hourlyPence, per: "hour" } };
    case "started-unit":
      return { kind: given.kind, unitMinutes: given.unitMinutes, hourly: { pence: given.hourlyPence, per: "hour" } };
    case "band":
      return { kind: given.kind, bands: given.bands.map(({ pence: amount, ...edges }) => ({ ...edges, amount })) };
    case "fixed-per-event":
      return { kind: given.kind, amount: given.pence };
    case "per-item":
      return { kind: given.kind, each: { pence: given.eachPence, per: "item" } };
  }
}

function cancelFrom({ pays, ...rest }: z.infer<typeof cancelRule>): CancelRule {
  return { ...rest, pays: pays.kind === "amount" ? { kind: pays.kind, amount: pays.pence } : pays };
}

// Without rules of its own, every cost without a receipt goes to a person and HMRC's mileage is used, as on the pages.
function rulesFrom(given: Input["costRules"]): { readonly policy: CostPolicy; readonly ownName: string } {
  const validFrom = calendarDateOf("2000-01-01");
  if (given === undefined)
    return {
      ownName: "",
      policy: { validFrom, withoutReceiptUpTo: penceOf(0), claimWithinDays: 92, ceilings: {}, meals: "none", mileage: "hmrc-approved" },
    };
  const { mileage } = given;
  return {
    ownName: mileage === "hmrc-approved" ? "" : mileage.name,
    policy: {
      validFrom,
      withoutReceiptUpTo: given.withoutReceiptUpToPence,
      claimWithinDays: given.claimWithinDays,
      ceilings: given.ceilingsPence,
      meals: given.meals,
      ...(given.nightlyPence === undefined ? {} : { nightly: given.nightlyPence }),
      mileage:
        mileage === "hmrc-approved"
          ? mileage
          : {
              yearBegins: mileage.yearBegins,
              rates: {
                ...(mileage.car === undefined ? {} : { car: mileRateFrom(mileage.car) }),
                ...(mileage.motorcycle === undefined ? {} : { motorcycle: mileRateFrom(mileage.motorcycle) }),
                ...(mileage.cycle === undefined ? {} : { cycle: mileRateFrom(mileage.cycle) }),
              },
              ...(mileage.passengerPence === undefined ? {} : { passenger: { pence: mileage.passengerPence, per: "mile" } }),
            },
    },
  };
}

function mileRateFrom({ firstPence, afterMiles, thenPence }: z.infer<typeof mileRate>): MileRate {
  const first = { pence: firstPence, per: "mile" } as const;
  return afterMiles === undefined || thenPence === undefined
    ? { first }
    : { first, then: { afterMiles, rate: { pence: thenPence, per: "mile" } } };
}

function expenseFrom(given: z.infer<typeof costs>): Expense {
  const { id, date: on, whatFor, receipt: shown, agreedFirst, paidByOrganisation, paidByEmployer } = given;
  return {
    id,
    date: on,
    whatFor,
    receipt: shown,
    agreedFirst,
    paidByOrganisation,
    paidByEmployer,
    details: detailsFrom(given),
    ...("spentPence" in given && given.spentPence !== undefined ? { spent: given.spentPence } : {}),
  };
}

function detailsFrom(given: z.infer<typeof costs>): ExpenseDetails {
  switch (given.kind) {
    case "own-vehicle": {
      const { kind, vehicle, milesTenths, from, to, passengers } = given;
      return { kind, vehicle, milesTenths, passengers, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    }
    case "taxi":
      return { kind: given.kind, why: given.why };
    case "care": {
      const { kind, times, carer, alreadyInCarePackage } = given;
      return { kind, alreadyInCarePackage, ...(times === undefined ? {} : { times }), ...(carer === undefined ? {} : { carer }) };
    }
    case "assistant": {
      const { kind, whoWasPaid, alreadyPaidThem } = given;
      return { kind, alreadyPaidThem, ...(whoWasPaid === undefined ? {} : { whoWasPaid }) };
    }
    case "food-drink":
      return { kind: given.kind, ...(given.away === undefined ? {} : { away: given.away }) };
    case "overnight-stay":
      return { kind: given.kind, nights: given.nights, place: given.place };
    default:
      return { kind: given.kind };
  }
}

function journeyFrom(given: Input["claim"]["earlierJourneys"][number], index: number): Expense {
  return {
    id: `earlier-${index}`,
    date: given.date,
    whatFor: "",
    details: { kind: "own-vehicle", vehicle: given.vehicle, milesTenths: given.milesTenths, passengers: [] },
    receipt: { kind: "not-said" },
    agreedFirst: "not-said",
    paidByOrganisation: false,
    paidByEmployer: false,
  };
}

function choiceFrom(given: z.infer<typeof choice>): Choice {
  switch (given.kind) {
    case "less":
      return { kind: given.kind, amount: given.pence };
    case "split":
      return { kind: given.kind, forPerson: given.forPersonPence, forCharity: given.forCharityPence, charity: given.charity };
    default:
      return given;
  }
}

function otherLineFrom({ pence: amount, ...rest }: z.infer<typeof otherLine>): OtherLine {
  return { ...rest, amount };
}
