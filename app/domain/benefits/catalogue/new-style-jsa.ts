// New Style Jobseeker's Allowance: a small part of each week's pay is ignored, the rest comes off pound for pound, and work
// of the hours limit or more on average normally ends it. Averaging is for the office to decide.
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import type { Dated } from "#app/domain/basics/figures.ts";
import { larger, nothing, penceOf, subtract, type Pence, type Rate } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
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
import { figureAt, readySeries } from "../ready-figures.ts";
import { optionsInOrder, type Reason } from "../reasons.ts";
import { sources } from "../sources.ts";
import { weeklySpans } from "../spans.ts";
import { judgeAgainst } from "../weekly-limit.ts";
import { daysPerWeek, weekFrom, weeklyBases, type Week, type WeekTable, type WeekTotal } from "../weeks.ts";

const goodUntil = calendarDateOf("2027-04-11");

const figures = {
  ignoredEachWeek: {
    entries: [
      {
        value: { pence: penceOf(5_00), per: "week" },
        from: calendarDateOf("2015-04-01"),
        source: { ...sources.jsaRegulations, locator: "earnings disregard, as in PolicyEngine UK parameters of 17 August 2026" },
        grade: "confirmed",
      },
    ],
    goodUntil,
  } satisfies Dated<Rate<"week">>,
  hoursLimit: {
    entries: [{ value: { hours: 16 }, from: calendarDateOf("2015-04-01"), source: sources.jsaWork, grade: "confirmed" }],
    goodUntil,
  } satisfies Dated<{ readonly hours: number }>,
};

const ready = {
  ignored: readySeries("jsa.ignored-each-week", figures.ignoredEachWeek),
  hours: readySeries("jsa.hours-limit", figures.hoursLimit),
};
const judgeIgnored = judgeAgainst(ready.ignored);

const protection: Protection = { costs: "ignored", choosingLess: "not-certain", pension: "none" };
const minutesPerHour = 60;
const dueBasis = weeklyBases.indexOf("due-week");

export const newStyleJsa = defineBenefit({
  id: "new-style-jsa",
  nations: ["england", "wales", "scotland", "northern-ireland"],
  sources: [sources.jsaWork, sources.jsaRegulations],
  vouchedFor: { from: calendarDateOf("2024-04-08"), goodUntil },
  figures,
  assess,
  spans,
  examples: [
    {
      title: "A fee of £50 in a week usually costs £45",
      source: "DWP New Style JSA leaflet B7L, September 2023, and the weekly disregard of £5",
      input: { offer: exampleOffer({ pence: 50_00, on: "2026-06-10" }), circumstances: {}, otherEarnings: { answer: "none" } },
      expected: { outcome: "REDUCES_BY", cut: 45_00 },
    },
  ],
});

function assess({ prepared, circumstances }: AssessInput<"new-style-jsa">): Verdict {
  const { offer } = prepared;
  const counted = prepared.counted("new-style-jsa", protection);
  const actions = [
    "jsa-declare",
    "jsa-stay-available",
    "keep-the-letter",
    ...(counted.notes.includes("expenses-ignored") ? (["keep-receipts"] as const) : []),
  ] as const;
  const block = counted.blocks[0];
  if (block !== undefined) return cannotTell([block, ...counted.blocks.slice(1), ...counted.notes], { missing: counted.missing, actions });
  if (offer.activities.length === 0 && counted.items.every((item) => item.most === 0)) {
    return { outcome: "NO_EFFECT", reasons: ["no-pay-counts", ...counted.notes], actions };
  }
  const totals = prepared.weeks(counted, circumstances.weekBegins, protection.pension);
  if (!totals.known) {
    const reason: Reason = totals.missing === "activity-date" ? "activity-date-not-known" : "payment-date-not-known";
    return cannotTell([reason, ...counted.notes], { missing: [totals.missing], actions });
  }
  const { table } = totals;
  const [first] = table.starts;
  if (first === undefined) return cannotTell(["no-date-known", ...counted.notes], { missing: ["activity-date"], actions });
  const ignored = figureAt(ready.ignored, first);
  const hours = figureAt(ready.hours, first);
  if (!ignored.ok) return cannotTell([ignored.refusal.reason], { actions });
  if (!hours.ok) return cannotTell([hours.refusal.reason], { actions });

  const limitMinutes = hours.value.value.hours * minutesPerHour;
  const used = [ignored.value.used, hours.value.used];
  const options: readonly Option[] = optionsInOrder.map((id) => ({ id, cover: coverOf(id) }));
  const shown = { figures: used, actions, options };
  const most = hoursIn(table);
  if (most.least >= limitMinutes) {
    return { ...shown, outcome: "BREAKS_LIMIT_STOP", reasons: ["jsa-over-hours", ...counted.notes], actions: ["get-advice", ...actions] };
  }
  if (most.most >= limitMinutes) {
    return cannotTell(["jsa-hours-not-known", ...counted.notes], { ...shown, missing: ["activity-hours"] });
  }

  const worst = deepestCut(table, ignored.value.value.pence);
  if (worst === "not-known") return cannotTell(["other-earnings-not-known", ...counted.notes], { ...shown, missing: ["other-earnings"] });
  if (worst.cut === 0)
    return { outcome: "WITHIN_LIMIT", reasons: ["jsa-inside-disregard", ...counted.notes], sums: [worst.sum], figures: used, actions };
  if (counted.items.some((item) => item.least !== item.most)) {
    return cannotTell(["jsa-cut-not-known", ...counted.notes], { ...shown, missing: counted.missing, sums: [worst.sum] });
  }
  const reductions = reductionsIn(table, worst, ignored.value.value.pence);
  return {
    ...shown,
    outcome: "REDUCES_BY",
    reasons: [reductions.length > 1 ? "jsa-above-disregard-in-weeks" : "jsa-above-disregard", ...counted.notes],
    sums: [worst.sum],
    reductions,
  };
}

/** The deepest cut, and those of the other weeks in which money is due where the deepest is one of them. */
function reductionsIn(table: WeekTable, worst: Cut, ignored: Pence): readonly Reduction[] {
  const byDue: CutInWeek[] = [];
  let mayOverlap = false;
  const above = (amount: number): number => Math.max(0, amount - ignored);
  table.each(({ start, basis, offerMost, otherLeast, otherMost }) => {
    if (basis !== dueBasis || offerMost === 0 || otherLeast !== otherMost) return;
    const cut = above(otherLeast + offerMost) - above(otherLeast);
    if (cut === 0) return;
    const before = byDue.at(-1);
    if (before !== undefined && start - before.start < daysPerWeek) mayOverlap = true;
    byDue.push({ start, cut, counted: offerMost });
  });
  byDue.sort((one, other) => other.cut - one.cut);
  if (mayOverlap || byDue[0]?.cut !== worst.cut) {
    const { week, cut } = worst;
    return [reductionOf({ ...week.week, cut, counted: week.fromOffer.most })];
  }
  return byDue.map(({ start, cut, counted }) => reductionOf({ ...weekFrom(start), cut, counted }));
}

type CutInWeek = { readonly start: number; readonly cut: number; readonly counted: number };

function reductionOf({ from, to, cut, counted }: Week & { readonly cut: number; readonly counted: number }): Reduction {
  return { from, to, per: "week", least: penceOf(cut), most: penceOf(cut), counted: penceOf(counted), kept: penceOf(counted - cut) };
}

/** The part of each week's pay that is ignored, and what is left of it. */
function spans({ prepared, circumstances }: AssessInput<"new-style-jsa">, over: DayRange | undefined): Result<readonly Span[], Reason> {
  const counted = prepared.counted("new-style-jsa", protection);
  if (counted.blocks[0] !== undefined) return refused(counted.blocks[0]);
  const question = { prepared, counted, begins: circumstances.weekBegins, protection };
  return done(weeklySpans(question, over, judgeIgnored));
}

/** The most minutes of work in any week. */
function hoursIn(table: WeekTable): { readonly least: number; readonly most: number } {
  const found = { least: 0, most: 0 };
  table.eachDifferent(({ minutesLeast, minutesMost }) => {
    found.least = Math.max(found.least, minutesLeast);
    found.most = Math.max(found.most, minutesMost);
  });
  return found;
}

type Cut = { readonly week: WeekTotal; readonly cut: Pence; readonly sum: Sum };

/** The week that loses most. Pay nobody dated leaves the cut not known, because the part ignored may be used up or not. */
function deepestCut(table: WeekTable, ignored: Pence): Cut | "not-known" {
  const above = (amount: number): number => Math.max(0, amount - ignored);
  const worst = { cut: -1, start: 0, basis: 0 };
  let isKnown = true;
  table.eachDifferent(({ start, basis, offerMost, otherLeast, otherMost }) => {
    const other = otherMost === Infinity ? otherLeast : otherMost;
    const cut = above(other + offerMost) - above(other);
    const isCertain = otherMost !== Infinity && cut === above(otherLeast + offerMost) - above(otherLeast);
    if (offerMost > 0 && !isCertain) isKnown = false;
    if (cut > worst.cut) {
      worst.cut = cut;
      worst.start = start;
      worst.basis = basis;
    }
  });
  if (!isKnown) return "not-known";
  const week = table.total(worst.start, worst.basis);
  return cutOf(week, week.fromOtherPay.most === "no-limit" ? week.fromOtherPay.least : week.fromOtherPay.most, ignored);
}

function cutOf(week: WeekTotal, other: Pence, ignored: Pence): Cut {
  const above = (amount: number): Pence => larger(nothing, penceOf(amount - ignored));
  const withOffer = above(other + week.fromOffer.most);
  const cut = subtract(withOffer, above(other));
  return {
    week,
    cut,
    sum: {
      basis: week.basis,
      ...week.week,
      steps: [
        ...week.steps,
        { label: "ignored-each-week", operation: "take-away", unit: "pence", amount: ignored },
        { label: "lower-with", operation: "equals", unit: "pence", amount: withOffer },
        { label: "lower-without", operation: "take-away", unit: "pence", amount: above(other) },
        { label: "cut", operation: "equals", unit: "pence", amount: cut },
      ],
    },
  };
}

// The rule about choosing less was not read for this benefit, so it is leaned on nowhere (benefits.md section 2.1).
function coverOf(option: Option["id"]): Option["cover"] {
  return option === "smaller-fee" || option === "decline-keep-costs" || option === "organisation-donation" ? "not-certain" : "covered";
}
