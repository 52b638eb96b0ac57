// New Style Employment and Support Allowance: permitted work. A week keeps ESA if pay is within the lower limit, or within
// the higher limit with few enough hours. The form goes in before starting. Averaging is for the office to decide.
import { calendarDateOf, type Nation } from "#app/domain/basics/dates.ts";
import type { Cited, Dated } from "#app/domain/basics/figures.ts";
import { penceOf, type Pence, type Rate } from "#app/domain/basics/money.ts";
import { done, refused } from "#app/domain/basics/result.ts";
import { cannotTell, defineBenefit, type AssessInput, type Option, type Standing, type Verdict } from "../benefit.ts";
import type { Counted, Protection } from "../counted.ts";
import { exampleOffer } from "../example-offer.ts";
import { figureAt, heldOn, readySeries, stretchesOf, type FigureRefusal, type ReadySeries, type Stretch } from "../ready-figures.ts";
import { optionsInOrder, type Reason } from "../reasons.ts";
import { rulesCheckedOn, sources } from "../sources.ts";
import { weeklySpans } from "../spans.ts";
import {
  everyStanding,
  factsBehind,
  judgeWeeks,
  paymentStanding,
  rowAgainst,
  whyNotExact,
  type JudgedWeek,
  type WeeklyResult,
  type WeekJudge,
  type WeeklyQuestion,
} from "../weekly-limit.ts";
import type { WeekRow, WeekTotal } from "../weeks.ts";

const goodUntil = calendarDateOf("2027-04-11");

// It is not certain whether a new limit begins with the wage on 1 April or on the first Monday of the tax year, so the
// older and lower figure is kept between the two days.
const earlierLimits: readonly [Cited<Rate<"week">>, Cited<Rate<"week">>] = [
  {
    value: { pence: penceOf(183_50), per: "week" },
    from: calendarDateOf("2024-04-08"),
    source: { title: "DWP permitted work factsheet, updated 8 April 2024", checkedOn: rulesCheckedOn },
    grade: "confirmed",
  },
  {
    value: { pence: penceOf(195_50), per: "week" },
    from: calendarDateOf("2025-04-07"),
    source: { title: "Pathways to Work Green Paper, March 2025", locator: "paragraph 122", checkedOn: rulesCheckedOn },
    grade: "confirmed",
  },
];

const limitOf2026: Cited<Rate<"week">> = {
  value: { pence: penceOf(203_50), per: "week" },
  from: calendarDateOf("2026-04-06"),
  source: {
    title: "Worked out from ESA Regs 2013 regulation 39 and the National Living Wage",
    locator: "16 times £12.71, rounded up to the next 50p",
    checkedOn: rulesCheckedOn,
  },
  grade: "derived",
};

const figures = {
  higherWeeklyLimit: { entries: [...earlierLimits, limitOf2026], goodUntil },
  // The Northern Ireland figure for this year was not found published, so it is never used to say that pay fits.
  higherWeeklyLimitNorthernIreland: {
    entries: [earlierLimits[0], { ...earlierLimits[1], grade: "derived" }, { ...limitOf2026, grade: "unsure" }],
    goodUntil,
  },
  lowerWeeklyLimit: {
    entries: [
      {
        value: { pence: penceOf(20_00), per: "week" },
        from: calendarDateOf("2008-10-27"),
        source: sources.esaPermittedWork,
        grade: "confirmed",
      },
    ],
    goodUntil,
  },
  hoursLimit: {
    entries: [{ value: { hours: 16 }, from: calendarDateOf("2008-10-27"), source: sources.esaPermittedWork, grade: "confirmed" }],
    goodUntil,
  },
} satisfies Readonly<Record<string, Dated<Rate<"week"> | { readonly hours: number }>>>;

const ready = {
  higher: readySeries("esa.higher-weekly-limit", figures.higherWeeklyLimit),
  higherNorthernIreland: readySeries("esa.higher-weekly-limit", figures.higherWeeklyLimitNorthernIreland),
  lower: readySeries("esa.lower-weekly-limit", figures.lowerWeeklyLimit),
  hours: readySeries("esa.hours-limit", figures.hoursLimit),
};

const protection: Protection = { costs: "ignored", choosingLess: "not-certain", pension: "none" };
const minutesPerHour = 60;

export const newStyleEsa = defineBenefit({
  id: "new-style-esa",
  nations: ["england", "wales", "scotland", "northern-ireland"],
  sources: [sources.esaPermittedWork, sources.esaFactsheet],
  vouchedFor: { from: calendarDateOf("2024-04-08"), goodUntil },
  figures,
  assess,
  spans: ({ prepared, circumstances }, over) => {
    const counted = prepared.counted("new-style-esa", protection);
    if (counted.blocks[0] !== undefined) return refused(counted.blocks[0]);
    const question = { prepared, counted, begins: circumstances.weekBegins, protection };
    return done(weeklySpans(question, over, judgeFor(prepared.offer.nation)));
  },
  examples: [
    {
      title: "Exactly the weekly limit is allowed once the form is in",
      source: "DWP permitted work factsheet, updated 8 April 2024",
      input: {
        offer: exampleOffer({ pence: 183_50, on: "2024-06-12" }),
        circumstances: { formSent: "yes" },
        otherEarnings: { answer: "none" },
      },
      expected: { outcome: "WITHIN_LIMIT", left: 0 },
    },
    {
      title: "The form goes in before starting",
      source: "DWP permitted work factsheet, updated 8 April 2024",
      input: {
        offer: exampleOffer({ pence: 45_00, on: "2024-06-12" }),
        circumstances: { formSent: "no" },
        otherEarnings: { answer: "none" },
      },
      expected: { outcome: "NOTICE_FIRST", left: 138_50 },
    },
  ],
});

function assess({ prepared, circumstances }: AssessInput<"new-style-esa">): Verdict {
  const { offer } = prepared;
  const counted = prepared.counted("new-style-esa", protection);
  const block = counted.blocks[0];
  if (block !== undefined) {
    return cannotTell([block, ...counted.blocks.slice(1), ...counted.notes], {
      missing: counted.missing,
      actions: ["esa-send-form-first"],
    });
  }
  const isPaid = counted.items.some((item) => item.most > 0);
  if (!isPaid && offer.activities.length === 0) {
    return { outcome: "NO_EFFECT", reasons: ["no-pay-counts", ...counted.notes], actions: costActions(counted) };
  }

  const question = { prepared, counted, begins: circumstances.weekBegins, protection };
  const found = judgeWeeks(question, judgeFor(offer.nation));
  if (!found.ok) {
    if (found.refusal.reason !== "day-missing")
      return cannotTell([found.refusal.reason, ...counted.notes], { actions: ["esa-send-form-first"] });
    const reason: Reason = found.refusal.fact === "activity-date" ? "activity-date-not-known" : "payment-date-not-known";
    return cannotTell([reason, ...counted.notes], { missing: [found.refusal.fact], actions: ["esa-send-form-first"] });
  }
  const result = found.value;
  if (result === undefined) return cannotTell(["no-date-known", ...counted.notes], { missing: ["activity-date"] });

  const notes: readonly Reason[] = [...counted.notes, ...(circumstances.weekBegins === undefined ? (["esa-any-seven-days"] as const) : [])];
  const shown = { sums: withHours(result), figures: result.figures, rooms: result.rooms };
  const options: readonly Option[] = optionsInOrder.map((id) => ({ id, cover: coverOf(id) }));
  const byWork = result.byBasis["activity-week"].standing;
  const byPayment = paymentStanding(result);
  const keeps = ["esa-keep-note-of-support", "keep-the-letter", ...costActions(counted)] as const;

  if (byWork === "over" && byPayment === "over") {
    const reason: Reason = isOverOnlyByHours(result) ? "esa-over-hours" : "esa-over-limit";
    return {
      ...shown,
      outcome: "BREAKS_LIMIT_STOP",
      reasons: [reason, "esa-averaging-is-for-the-office", ...notes],
      actions: ["get-advice", ...keeps],
      options,
    };
  }
  if (byWork !== "fits" || byPayment !== "fits") {
    const [reason, facts] = whyUnclear(byWork, byPayment, result, question);
    return cannotTell([reason, "esa-averaging-is-for-the-office", ...notes], {
      ...shown,
      missing: [...factsBehind(question), ...facts],
      actions: ["esa-send-form-first", ...keeps],
      options,
    });
  }
  const inside: Reason = usesLowerLimit(result) ? "esa-inside-lower-limit" : "esa-inside-limit";
  if (circumstances.formSent !== "yes") {
    const missing = circumstances.formSent === "no" ? [] : (["esa-form-sent"] as const);
    return {
      ...shown,
      outcome: "NOTICE_FIRST",
      reasons: ["esa-form-missing", inside, ...notes],
      missing,
      actions: ["esa-send-form-first", ...keeps],
      options,
    };
  }
  return { ...shown, outcome: "WITHIN_LIMIT", reasons: [inside, ...notes], actions: ["esa-form-was-sent", ...keeps] };
}

type NoLimits = { readonly ok: false; readonly refusal: FigureRefusal };
type EsaLimits = {
  readonly ok: true;
  readonly higher: Pence;
  readonly lower: Pence;
  readonly minutes: number;
  readonly insideHigher: ReturnType<typeof everyStanding>;
  readonly insideLower: ReturnType<typeof everyStanding>;
  readonly pastHigher: ReturnType<typeof everyStanding>;
  readonly pastLower: ReturnType<typeof everyStanding>;
};

function limitsOf(higherSeries: ReadySeries<Rate<"week">>): readonly Stretch<EsaLimits | NoLimits>[] {
  return stretchesOf<EsaLimits | NoLimits>([ready.lower, ready.hours, higherSeries], (day) => {
    const lower = figureAt(ready.lower, day);
    if (!lower.ok) return lower;
    const hours = figureAt(ready.hours, day);
    if (!hours.ok) return hours;
    const higher = figureAt(higherSeries, day);
    if (!higher.ok) return higher;
    const byHigher = { pence: higher.value.value.pence, figures: [higher.value.used, hours.value.used] };
    const byLower = { pence: lower.value.value.pence, figures: [lower.value.used] };
    const both = [...byHigher.figures, ...byLower.figures];
    return {
      ok: true,
      higher: byHigher.pence,
      lower: byLower.pence,
      minutes: hours.value.value.hours * minutesPerHour,
      insideHigher: everyStanding(byHigher),
      insideLower: everyStanding(byLower),
      pastHigher: everyStanding({ pence: byHigher.pence, figures: both }),
      pastLower: everyStanding({ pence: byLower.pence, figures: both }),
    };
  });
}

const limitsGreatBritain = limitsOf(ready.higher);
const limitsNorthernIreland = limitsOf(ready.higherNorthernIreland);

function judgeFor(nation: Nation): WeekJudge {
  const stretches = nation === "northern-ireland" ? limitsNorthernIreland : limitsGreatBritain;
  return (row) => {
    const limits = heldOn(stretches, row.start);
    if (!limits.ok) return limits;
    const byHigher = rowAgainst(row, limits.higher);
    const byHours = hoursStanding(row, limits.minutes);
    if (byHigher === "fits" && byHours === "fits") return limits.insideHigher.fits;
    const byLower = rowAgainst(row, limits.lower);
    if (byLower === "fits") return limits.insideLower.fits;
    const isOver = byHigher === "over" || (byHours === "over" && byLower === "over");
    return (byHours === "over" ? limits.pastLower : limits.pastHigher)[isOver ? "over" : "perhaps"];
  };
}

/** Hours have to be fewer than the limit: exactly the limit is too many. */
function hoursStanding({ minutesLeast, minutesMost }: WeekRow, limitMinutes: number): Standing {
  if (minutesLeast >= limitMinutes) return "over";
  return minutesMost >= limitMinutes ? "perhaps" : "fits";
}

function tightestWeeks(result: WeeklyResult): readonly { readonly total: WeekTotal; readonly judged: JudgedWeek }[] {
  return Object.values(result.byBasis).map((basis) => basis.tightest);
}

function isLower(judged: JudgedWeek): boolean {
  return judged.figures.every((figure) => figure.id === "esa.lower-weekly-limit");
}

function usesLowerLimit(result: WeeklyResult): boolean {
  return tightestWeeks(result).some(({ judged }) => isLower(judged));
}

function isOverOnlyByHours(result: WeeklyResult): boolean {
  return tightestWeeks(result).every(({ total, judged }) => {
    const higher = judged.figures.find((figure) => figure.id === "esa.higher-weekly-limit");
    return higher !== undefined && "pence" in higher.value && total.total.least <= higher.value.pence;
  });
}

function whyUnclear(
  byWork: Standing,
  byPayment: Standing,
  result: WeeklyResult,
  question: WeeklyQuestion,
): readonly [Reason, readonly "activity-hours"[]] {
  const hasUnknownHours = tightestWeeks(result).some(
    ({ total, judged }) => judged.standing === "perhaps" && total.minutes.most === "no-limit",
  );
  if (hasUnknownHours) return ["esa-hours-not-known", ["activity-hours"]];
  if (byWork === "over" || byPayment === "over") return ["esa-weeks-disagree", []];
  if (result.byBasis["due-week"].standing !== result.byBasis["paid-week"].standing) return ["esa-weeks-disagree", []];
  return [whyNotExact(question), []];
}

function withHours(result: WeeklyResult): WeeklyResult["sums"] {
  const work = result.byBasis["activity-week"].tightest;
  const hours = work.judged.figures.find((figure) => figure.id === "esa.hours-limit");
  if (work.total.minutes.most === "no-limit" || hours === undefined || !("hours" in hours.value)) return result.sums;
  const { minutes } = work.total;
  const limitMinutes = hours.value.hours * minutesPerHour;
  return result.sums.map((sum) =>
    sum.basis === "activity-week"
      ? {
          ...sum,
          steps: [
            ...sum.steps,
            { label: "hours", operation: "start", unit: "minutes", amount: minutes.most === "no-limit" ? minutes.least : minutes.most },
            { label: "hours-limit", operation: "compare", unit: "minutes", amount: limitMinutes },
          ],
        }
      : sum,
  );
}

// The rule about choosing less was not read for this benefit, so it is leaned on nowhere (benefits.md section 2.1).
function coverOf(option: Option["id"]): Option["cover"] {
  return option === "smaller-fee" || option === "decline-keep-costs" || option === "organisation-donation" ? "not-certain" : "covered";
}

function costActions(counted: Counted): readonly "keep-receipts"[] {
  return counted.notes.includes("expenses-ignored") ? ["keep-receipts"] : [];
}
