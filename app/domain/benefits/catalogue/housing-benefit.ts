// Housing Benefit: pay above an ignored part takes a share off, by a weekly average that the council works out. Nothing is
// averaged here to make pay fit: the range runs from all of it in one week to an even spread over five.
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import type { Cited, Dated, Grade } from "#app/domain/basics/figures.ts";
import { fractionOf, larger, nothing, penceOf, subtract, type Pence, type Rate } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { Source } from "#app/domain/basics/sources.ts";
import {
  cannotTell,
  defineBenefit,
  type AssessInput,
  type DayRange,
  type Option,
  type Reduction,
  type Span,
  type Sum,
  type Verdict,
} from "../benefit.ts";
import type { Protection } from "../counted.ts";
import { exampleOffer } from "../example-offer.ts";
import type { HousingBenefitCircumstances } from "../offer.ts";
import { figureAt, heldOn, readySeries, stretchesOf } from "../ready-figures.ts";
import { optionsInOrder, type ActionId, type FactId, type Reason } from "../reasons.ts";
import { rulesCheckedOn, sources } from "../sources.ts";
import { weeklySpans } from "../spans.ts";
import {
  everyStanding,
  factsBehind,
  judgeAgainst,
  judgeWeeks,
  rowAgainst,
  whyNotExact,
  weeksOf,
  type WeekJudge,
  type WeeklyQuestion,
} from "../weekly-limit.ts";
import { weeklyBases, type WeekTable, type WeekTotal } from "../weeks.ts";

const goodUntil = calendarDateOf("2027-04-11");
const scheme: Source = {
  title: "Council tax reduction scheme 2026-27 (Kingston upon Thames), which repeats the Housing Benefit rules",
  checkedOn: rulesCheckedOn,
};
const schedule4: Source = { title: "Housing Benefit Regulations 2006", locator: "schedule 4", checkedOn: rulesCheckedOn };

function ignored(pence: number, grade: Grade): Dated<Rate<"week">> {
  return {
    entries: [{ value: { pence: penceOf(pence), per: "week" }, from: calendarDateOf("2015-04-01"), source: scheme, grade }],
    goodUntil,
  };
}

function permitted(pence: number, from: string): Cited<Rate<"week">> {
  return { value: { pence: penceOf(pence), per: "week" }, from: calendarDateOf(from), source: schedule4, grade: "derived" };
}

const ignoredFor = {
  single: ignored(5_00, "confirmed"),
  couple: ignored(10_00, "confirmed"),
  higher: ignored(20_00, "derived"),
  "lone-parent": ignored(25_00, "confirmed"),
};

const figures = {
  ignoredSingle: ignoredFor.single,
  ignoredCouple: ignoredFor.couple,
  ignoredHigher: ignoredFor.higher,
  ignoredLoneParent: ignoredFor["lone-parent"],
  permittedWork: {
    entries: [permitted(183_50, "2024-04-08"), permitted(195_50, "2025-04-07"), permitted(203_50, "2026-04-06")],
    goodUntil,
  } satisfies Dated<Rate<"week">>,
  permittedWorkHours: {
    entries: [{ value: { hours: 16 }, from: calendarDateOf("2008-10-27"), source: sources.esaPermittedWork, grade: "confirmed" }],
    goodUntil,
  } satisfies Dated<{ readonly hours: number }>,
  taper: {
    entries: [
      {
        value: { percent: 65 },
        from: calendarDateOf("2015-04-01"),
        source: { title: "Housing Benefit taper, as in PolicyEngine UK parameters of 17 August 2026", checkedOn: rulesCheckedOn },
        grade: "confirmed",
      },
    ],
    goodUntil,
  } satisfies Dated<{ readonly percent: number }>,
};

const ready = {
  single: readySeries("hb.ignored-single", ignoredFor.single),
  couple: readySeries("hb.ignored-couple", ignoredFor.couple),
  higher: readySeries("hb.ignored-higher", ignoredFor.higher),
  "lone-parent": readySeries("hb.ignored-lone-parent", ignoredFor["lone-parent"]),
  permittedWork: readySeries("hb.permitted-work", figures.permittedWork),
  permittedWorkHours: readySeries("hb.permitted-work-hours", figures.permittedWorkHours),
  taper: readySeries("hb.taper", figures.taper),
};

const protection: Protection = { costs: "ignored", choosingLess: "covered", pension: "half" };
const weeksAveraged = 5;
const minutesPerHour = 60;

export const housingBenefit = defineBenefit({
  id: "housing-benefit",
  nations: ["england", "wales", "scotland"],
  sources: [sources.hbByParallel, sources.hbServiceUser],
  vouchedFor: { from: calendarDateOf("2024-04-08"), goodUntil },
  figures,
  assess,
  spans,
  examples: [
    {
      title: "Three hours of permitted work at £15 change nothing",
      source: "rightsnet thread 4930, welfare rights adviser",
      input: {
        offer: exampleOffer({ pence: 45_00, on: "2026-06-10" }),
        circumstances: { guaranteeCredit: "no", onUniversalCredit: "no", temporaryOrSupportedHousing: "no", permittedWorkEsa: "yes" },
        otherEarnings: { answer: "none" },
      },
      expected: { outcome: "NO_EFFECT", left: 158_50 },
    },
  ],
});

function assess({ prepared, circumstances }: AssessInput<"housing-benefit">): Verdict {
  if (circumstances.guaranteeCredit === "yes")
    return { outcome: "NO_EFFECT", reasons: ["hb-guarantee-credit"], actions: ["hb-tell-council"] };
  const counted = prepared.counted("housing-benefit", protection);
  const actions: readonly ActionId[] = [
    "hb-tell-council",
    "keep-the-letter",
    ...(counted.notes.includes("expenses-ignored") ? (["keep-receipts"] as const) : []),
  ];
  const block = counted.blocks[0];
  if (block !== undefined) return cannotTell([block, ...counted.blocks.slice(1), ...counted.notes], { missing: counted.missing, actions });
  if (counted.items.every((item) => item.most === 0))
    return { outcome: "NO_EFFECT", reasons: ["no-pay-counts", ...counted.notes], actions };

  // With Universal Credit, or in such a home, no other fact would let us say more: so none of them is asked for.
  if (circumstances.onUniversalCredit === "yes" || circumstances.temporaryOrSupportedHousing === "yes") {
    return cannotTell(["hb-with-universal-credit", ...counted.notes], { actions });
  }
  const missing = factsMissing(circumstances);
  if (missing.length > 0) return cannotTell(["hb-facts-missing", ...counted.notes], { missing, actions });
  const question = { prepared, counted, begins: circumstances.weekBegins, protection };
  return circumstances.permittedWorkEsa === "yes" ? permittedWork(question, actions) : byDisregard(question, circumstances, actions);
}

function factsMissing(circumstances: HousingBenefitCircumstances): readonly FactId[] {
  const missing: FactId[] = [];
  const isUnclear = (answer: string | undefined): boolean => answer === undefined || answer === "not-sure";
  if (isUnclear(circumstances.guaranteeCredit)) missing.push("hb-guarantee-credit");
  if (isUnclear(circumstances.onUniversalCredit)) missing.push("hb-universal-credit");
  if (isUnclear(circumstances.temporaryOrSupportedHousing)) missing.push("hb-housing-kind");
  if (isUnclear(circumstances.permittedWorkEsa)) missing.push("hb-permitted-work");
  if (circumstances.permittedWorkEsa === "no" && isUnclear(circumstances.disregard)) missing.push("hb-disregard");
  return missing;
}

const permittedWorkLimits = stretchesOf([ready.permittedWork, ready.permittedWorkHours], (day) => {
  const limit = figureAt(ready.permittedWork, day);
  if (!limit.ok) return limit;
  const hours = figureAt(ready.permittedWorkHours, day);
  if (!hours.ok) return hours;
  const { pence } = limit.value.value;
  const ways = everyStanding({ pence, figures: [limit.value.used, hours.value.used] });
  return { ok: true, pence, minutes: hours.value.value.hours * minutesPerHour, ways } as const;
});

const judgePermittedWork: WeekJudge = (row) => {
  const limits = heldOn(permittedWorkLimits, row.start);
  if (!limits.ok) return limits;
  return limits.ways[row.minutesMost < limits.minutes ? rowAgainst(row, limits.pence) : "perhaps"];
};

const judgeIgnored = {
  single: judgeAgainst(ready.single),
  couple: judgeAgainst(ready.couple),
  higher: judgeAgainst(ready.higher),
  "lone-parent": judgeAgainst(ready["lone-parent"]),
};

/** The part of each week's pay that is ignored, where the facts say which part that is. */
function spans({ prepared, circumstances }: AssessInput<"housing-benefit">, over: DayRange | undefined): Result<readonly Span[], Reason> {
  if (circumstances.guaranteeCredit === "yes") return refused("hb-guarantee-credit");
  const counted = prepared.counted("housing-benefit", protection);
  if (counted.blocks[0] !== undefined) return refused(counted.blocks[0]);
  if (factsMissing(circumstances).length > 0) return refused("hb-facts-missing");
  if (circumstances.onUniversalCredit === "yes" || circumstances.temporaryOrSupportedHousing === "yes") {
    return refused("hb-with-universal-credit");
  }
  const question = { prepared, counted, begins: circumstances.weekBegins, protection };
  if (circumstances.permittedWorkEsa === "yes") return done(weeklySpans(question, over, judgePermittedWork));
  const group = circumstances.disregard;
  if (group === undefined || group === "not-sure") return refused("hb-facts-missing");
  return done(weeklySpans(question, over, judgeIgnored[group]));
}

/** While permitted work keeps its own limits, its pay is ignored; past them nobody can say without the council. */
function permittedWork(question: WeeklyQuestion, actions: readonly ActionId[]): Verdict {
  const { counted } = question;
  const found = judgeWeeks(question, judgePermittedWork);
  if (!found.ok) {
    if (found.refusal.reason !== "day-missing") return cannotTell([found.refusal.reason], { actions });
    return cannotTell([found.refusal.fact === "activity-date" ? "activity-date-not-known" : "payment-date-not-known"], {
      missing: [found.refusal.fact],
      actions,
    });
  }
  const result = found.value;
  if (result === undefined) return cannotTell(["no-date-known"], { actions });
  const shown = { sums: result.sums, figures: result.figures, rooms: result.rooms, actions };
  const fits = weeklyBases.every((basis) => result.byBasis[basis].standing === "fits");
  if (fits) return { ...shown, outcome: "NO_EFFECT", reasons: ["hb-permitted-work", ...counted.notes] };
  return cannotTell(["hb-permitted-work-may-fail", ...counted.notes], { ...shown, missing: factsBehind(question) });
}

function byDisregard(question: WeeklyQuestion, circumstances: HousingBenefitCircumstances, actions: readonly ActionId[]): Verdict {
  const { counted } = question;
  const weeks = weeksOf(question);
  if (!weeks.ok) {
    if (weeks.refusal.reason !== "day-missing") return cannotTell([weeks.refusal.reason], { actions });
    const { fact } = weeks.refusal;
    return cannotTell([fact === "activity-date" ? "activity-date-not-known" : "payment-date-not-known"], { missing: [fact], actions });
  }
  const group = circumstances.disregard;
  const table = weeks.value;
  const [first] = table.starts;
  if (first === undefined || group === undefined || group === "not-sure") return cannotTell(["no-date-known"], { actions });
  const disregard = figureAt(ready[group], first);
  if (!disregard.ok) return cannotTell([disregard.refusal.reason], { actions });
  const taper = figureAt(ready.taper, first);
  if (!taper.ok) return cannotTell([taper.refusal.reason], { actions });

  const used = [disregard.value.used, taper.value.used];
  const part = disregard.value.value.pence;
  let isKnown = counted.items.every((item) => item.least === item.most);
  let fits = true;
  table.eachDifferent((row) => {
    if (row.otherLeast !== row.otherMost) isKnown = false;
    if (rowAgainst(row, part) !== "fits") fits = false;
  });
  if (!isKnown) return cannotTell([whyNotExact(question), ...counted.notes], { missing: factsBehind(question), figures: used, actions });
  if (fits) return { outcome: "WITHIN_LIMIT", reasons: ["hb-inside-disregard", ...counted.notes], figures: used, actions };
  const at = deepestWeek(table, part);
  if (at === undefined) return cannotTell(["no-date-known"], { actions });
  const worst = table.total(at.start, at.basis);

  const share = { numerator: taper.value.value.percent, denominator: 100 };
  const other = worst.fromOtherPay.least;
  const most = rise(worst.fromOffer.most, other, part, share);
  const least = rise(penceOf(Math.floor(worst.fromOffer.most / weeksAveraged)), other, part, share);
  const reduction: Reduction = {
    ...worst.week,
    per: "week",
    least,
    most,
    counted: worst.fromOffer.most,
    kept: subtract(worst.fromOffer.most, most),
  };
  const options: readonly Option[] = optionsInOrder.map((id) => ({ id, cover: counted.test === "yes" ? "covered" : coverWithout(id) }));
  return {
    outcome: "REDUCES_BY",
    reasons: ["hb-above-disregard", "hb-averaging-is-for-the-council", ...counted.notes],
    figures: used,
    reductions: [reduction],
    sums: [workingOf({ worst, part, percent: taper.value.value.percent, most, least })],
    actions,
    options,
  };
}

/** The week in which this offer adds most to the pay above the ignored part. */
function deepestWeek(table: WeekTable, part: Pence): { readonly start: number; readonly basis: number } | undefined {
  let found: { start: number; basis: number; most: number } | undefined;
  table.eachDifferent(({ start, basis, offerMost, otherLeast }) => {
    const most = Math.max(0, otherLeast + offerMost - part) - Math.max(0, otherLeast - part);
    if (found === undefined || most > found.most) found = { start, basis, most };
  });
  return found;
}

function rise(pay: Pence, other: Pence, part: Pence, share: { readonly numerator: number; readonly denominator: number }): Pence {
  const above = (amount: number): Pence => larger(nothing, penceOf(amount - part));
  return fractionOf(subtract(above(other + pay), above(other)), share);
}

function workingOf(input: {
  readonly worst: WeekTotal;
  readonly part: Pence;
  readonly percent: number;
  readonly most: Pence;
  readonly least: Pence;
}): Sum {
  const { worst, part, percent, most, least } = input;
  return {
    basis: worst.basis,
    ...worst.week,
    steps: [
      ...worst.steps,
      { label: "ignored-each-week", operation: "take-away", unit: "pence", amount: part },
      { label: "taper", operation: "share", unit: "percent", amount: percent },
      { label: "cut", operation: "equals", unit: "pence", amount: most },
      { label: "averaged-over-five-weeks", operation: "compare", unit: "pence", amount: least },
    ],
  };
}

function coverWithout(option: Option["id"]): Option["cover"] {
  return option === "smaller-fee" || option === "decline-keep-costs" || option === "organisation-donation" ? "not-certain" : "covered";
}
