// New Style Jobseeker's Allowance: a small part of each week's pay is ignored, the rest comes off pound for pound, and work
// of the hours limit or more on average normally ends it. Averaging is for the office to decide.
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import type { Dated } from "#app/domain/basics/figures.ts";
import { larger, nothing, penceOf, subtract, type Pence, type Rate } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import {
  cannotTell,
  defineBenefit,
  requireFigure,
  type AssessInput,
  type DayRange,
  type Option,
  type Reduction,
  type Span,
  type Sum,
  type Verdict,
} from "../benefit.ts";
import { countOffer, type Counted, type Protection } from "../counted.ts";
import { exampleOffer } from "../example-offer.ts";
import { optionsInOrder, type Reason } from "../reasons.ts";
import { sources } from "../sources.ts";
import { weeklySpans } from "../spans.ts";
import { standingAgainst } from "../weekly-limit.ts";
import { totalWeeks, type WeekTotal } from "../weeks.ts";

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

const protection: Protection = { costs: "ignored", choosingLess: "covered", pension: "none" };
const minutesPerHour = 60;

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

function assess({ offer, circumstances, otherEarnings }: AssessInput<"new-style-jsa">): Verdict {
  const counted = countOffer(offer, "new-style-jsa", protection);
  const actions = [
    "jsa-declare",
    "keep-the-letter",
    ...(counted.notes.includes("expenses-ignored") ? (["keep-receipts"] as const) : []),
  ] as const;
  const block = counted.blocks[0];
  if (block !== undefined) return cannotTell([block, ...counted.blocks.slice(1), ...counted.notes], { missing: counted.missing, actions });
  if (offer.activities.length === 0 && counted.items.every((item) => item.most === 0)) {
    return { outcome: "NO_EFFECT", reasons: ["no-pay-counts", ...counted.notes], actions };
  }
  const totals = totalWeeks({ offer, counted, otherEarnings, begins: circumstances.weekBegins, protection });
  if (!totals.known) {
    const reason: Reason = totals.missing === "activity-date" ? "activity-date-not-known" : "payment-date-not-known";
    return cannotTell([reason, ...counted.notes], { missing: [totals.missing], actions });
  }
  const first = totals.weeks[0];
  if (first === undefined) return cannotTell(["no-date-known", ...counted.notes], { missing: ["activity-date"], actions });
  const ignored = requireFigure("jsa.ignored-each-week", figures.ignoredEachWeek, first.week.from);
  const hours = requireFigure("jsa.hours-limit", figures.hoursLimit, first.week.from);
  if (!ignored.ok) return cannotTell([ignored.refusal.reason], { actions });
  if (!hours.ok) return cannotTell([hours.refusal.reason], { actions });

  const limitMinutes = hours.value.value.hours * minutesPerHour;
  const used = [ignored.value.used, hours.value.used];
  const options: readonly Option[] = optionsInOrder.map((id) => ({ id, cover: coverOf(id, counted) }));
  const shown = { figures: used, actions, options };
  if (totals.weeks.some((week) => week.minutes.least >= limitMinutes)) {
    return { ...shown, outcome: "BREAKS_LIMIT_STOP", reasons: ["jsa-over-hours", ...counted.notes], actions: ["get-advice", ...actions] };
  }
  if (totals.weeks.some((week) => week.minutes.most === "no-limit" || week.minutes.most >= limitMinutes)) {
    return cannotTell(["jsa-hours-not-known", ...counted.notes], { ...shown, missing: ["activity-hours"] });
  }

  const worst = deepestCut(totals.weeks, ignored.value.value.pence);
  if (worst === "not-known") return cannotTell(["other-earnings-not-known", ...counted.notes], { ...shown, missing: ["other-earnings"] });
  if (worst.cut === 0)
    return { outcome: "WITHIN_LIMIT", reasons: ["jsa-inside-disregard", ...counted.notes], sums: [worst.sum], figures: used, actions };
  if (counted.items.some((item) => item.least !== item.most)) {
    return cannotTell(["jsa-cut-not-known", ...counted.notes], { ...shown, missing: counted.missing, sums: [worst.sum] });
  }
  const reduction: Reduction = {
    ...worst.week.week,
    per: "week",
    least: worst.cut,
    most: worst.cut,
    counted: worst.week.fromOffer.most,
    kept: subtract(worst.week.fromOffer.most, worst.cut),
  };
  return {
    ...shown,
    outcome: "REDUCES_BY",
    reasons: ["jsa-above-disregard", ...counted.notes],
    sums: [worst.sum],
    reductions: [reduction],
  };
}

/** The part of each week's pay that is ignored, and what is left of it. */
function spans(
  { offer, circumstances, otherEarnings }: AssessInput<"new-style-jsa">,
  over: DayRange | undefined,
): Result<readonly Span[], Reason> {
  const counted = countOffer(offer, "new-style-jsa", protection);
  if (counted.blocks[0] !== undefined) return refused(counted.blocks[0]);
  const question = { offer, counted, otherEarnings, begins: circumstances.weekBegins, protection };
  return done(
    weeklySpans(question, over, (week) => {
      const ignored = requireFigure("jsa.ignored-each-week", figures.ignoredEachWeek, week.week.from);
      if (!ignored.ok) return ignored;
      const { pence } = ignored.value.value;
      return done({ standing: standingAgainst(week.total, pence), limit: pence, figures: [ignored.value.used] });
    }),
  );
}

type Cut = { readonly week: WeekTotal; readonly cut: Pence; readonly sum: Sum };

/** The week that loses most. Pay nobody dated leaves the cut not known, because the part ignored may be used up or not. */
function deepestCut(weeks: readonly WeekTotal[], ignored: Pence): Cut | "not-known" {
  if (weeks.some((week) => week.fromOffer.most > 0 && week.fromOtherPay.most === "no-limit")) return "not-known";
  let worst: Cut | undefined;
  let largestLeast = nothing;
  for (const week of weeks) {
    const { least, most } = week.fromOtherPay;
    const cut = cutOf(week, most === "no-limit" ? least : most, ignored);
    largestLeast = larger(largestLeast, cutOf(week, least, ignored).cut);
    if (worst === undefined || cut.cut > worst.cut) worst = cut;
  }
  if (worst === undefined || worst.cut !== largestLeast) return "not-known";
  return worst;
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

function coverOf(option: Option["id"], counted: Counted): Option["cover"] {
  const isAboutLess = option === "smaller-fee" || option === "decline-keep-costs" || option === "organisation-donation";
  return isAboutLess && counted.test !== "yes" ? "not-certain" : "covered";
}
