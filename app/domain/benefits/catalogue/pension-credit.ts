// Pension Credit: pay above an ignored part comes off pound for pound. How much is ignored was not read again, so no pay is
// ever said to fit, and the cut is a range. Savings Credit is not worked out.
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import type { Dated } from "#app/domain/basics/figures.ts";
import { larger, nothing, penceOf, subtract, type Pence, type Rate } from "#app/domain/basics/money.ts";
import { cannotTell, defineBenefit, type AssessInput, type FigureUsed, type Figures, type Reduction, type Verdict } from "../benefit.ts";
import type { Protection } from "../counted.ts";
import { exampleOffer } from "../example-offer.ts";
import { optionsInOrder, type ActionId, type OptionId } from "../reasons.ts";
import { rulesCheckedOn, sources } from "../sources.ts";
import { factsBehind, whyNotExact } from "../weekly-limit.ts";
import type { WeekTotal } from "../weeks.ts";

const goodUntil = calendarDateOf("2027-04-11");

function ignored(pence: number): Dated<Rate<"week">> {
  return {
    entries: [
      {
        value: { pence: penceOf(pence), per: "week" },
        from: calendarDateOf("2015-04-01"),
        source: { title: "State Pension Credit Regulations 2002", locator: "schedule 6, not read again", checkedOn: rulesCheckedOn },
        grade: "unsure",
      },
    ],
    goodUntil,
  };
}

const leastIgnored = ignored(5_00);
const mostIgnored = ignored(20_00);
const figures: Figures = { leastIgnored, mostIgnored };
const protection: Protection = { costs: "ignored", choosingLess: "not-certain", pension: "half" };

export const pensionCredit = defineBenefit({
  id: "pension-credit",
  nations: ["england", "wales", "scotland", "northern-ireland"],
  sources: [sources.pensionCredit, sources.pensionCreditGuide],
  vouchedFor: { from: calendarDateOf("2024-04-08"), goodUntil },
  figures,
  assess,
  examples: [
    {
      title: "£57 counted, because half of a £6 weekly pension contribution comes off £60, is never said to fit",
      source: "DWP Decision makers' guide, chapter 86, paragraph 86041",
      input: {
        offer: exampleOffer({ pence: 0, on: "2026-06-10" }),
        circumstances: { part: "guarantee" },
        otherEarnings: {
          answer: "some",
          pay: [{ id: "job", pattern: "week", takeHomePence: penceOf(60_00), pensionPence: penceOf(6_00) }],
        },
      },
      expected: { outcome: "NO_EFFECT" },
    },
    {
      title: "A fee of £50 could take up to £45 off",
      source: "The range the rules give while the weekly disregard is not certain",
      input: {
        offer: exampleOffer({ pence: 50_00, on: "2026-06-10" }),
        circumstances: { part: "guarantee" },
        otherEarnings: { answer: "none" },
      },
      expected: { outcome: "REDUCES_BY", cut: 45_00 },
    },
  ],
});

// Graded unsure, so never made ready to say that something fits: only the two ends of a range that is shown as one.
const usedLeast: FigureUsed = { id: "pc.least-ignored", ...leastIgnored.entries[0], goodUntil };
const usedMost: FigureUsed = { id: "pc.most-ignored", ...mostIgnored.entries[0], goodUntil };

function assess({ prepared, circumstances }: AssessInput<"pension-credit">): Verdict {
  const counted = prepared.counted("pension-credit", protection);
  const actions: readonly ActionId[] = [
    "pc-tell-pension-service",
    "keep-the-letter",
    ...(counted.notes.includes("expenses-ignored") ? (["keep-receipts"] as const) : []),
  ];
  const block = counted.blocks[0];
  if (block !== undefined) return cannotTell([block, ...counted.blocks.slice(1), ...counted.notes], { missing: counted.missing, actions });
  if (counted.items.every((item) => item.most === 0))
    return { outcome: "NO_EFFECT", reasons: ["no-pay-counts", ...counted.notes], actions };
  if (circumstances.part !== "guarantee") {
    const missing = circumstances.part === undefined || circumstances.part === "not-sure" ? (["pc-part"] as const) : [];
    return cannotTell(["pc-facts-missing", ...counted.notes], { missing, actions });
  }
  const totals = prepared.weeks(counted, circumstances.weekBegins, protection.pension);
  if (!totals.known) {
    return cannotTell([totals.missing === "activity-date" ? "activity-date-not-known" : "payment-date-not-known"], {
      missing: [totals.missing],
      actions,
    });
  }
  const smallPart = leastIgnored.entries[0].value.pence;
  let isKnown = counted.items.every((item) => item.least === item.most);
  let at: { start: number; basis: number; most: number } | undefined;
  totals.table.eachDifferent(({ start, basis, offerMost, otherLeast, otherMost }) => {
    if (otherLeast !== otherMost) isKnown = false;
    const most = Math.max(0, otherLeast + offerMost - smallPart) - Math.max(0, otherLeast - smallPart);
    if (at === undefined || most > at.most) at = { start, basis, most };
  });
  if (!isKnown)
    return cannotTell([whyNotExact({ prepared, counted }), ...counted.notes], { missing: factsBehind({ prepared, counted }), actions });
  if (at === undefined) return cannotTell(["no-date-known", ...counted.notes], { actions });
  const worst = totals.table.total(at.start, at.basis);
  if (worst.week.from < usedLeast.from || worst.week.from > goodUntil) return cannotTell(["outside-known-dates"], { actions });
  const largePart = mostIgnored.entries[0].value.pence;

  const most = cutFor(worst, smallPart);
  const least = cutFor(worst, largePart);
  const reduction: Reduction = {
    ...worst.week,
    per: "week",
    least,
    most,
    counted: worst.fromOffer.most,
    kept: subtract(worst.fromOffer.most, most),
  };
  return {
    outcome: "REDUCES_BY",
    reasons: [most === 0 ? "pc-perhaps-none" : "pc-range", ...counted.notes],
    figures: [usedLeast, usedMost],
    sums: [
      {
        basis: worst.basis,
        ...worst.week,
        steps: [
          ...worst.steps,
          { label: "ignored-each-week", operation: "take-away", unit: "pence", amount: smallPart },
          { label: "cut", operation: "equals", unit: "pence", amount: most },
          { label: "ignored-each-week", operation: "take-away", unit: "pence", amount: largePart },
          { label: "cut", operation: "equals", unit: "pence", amount: least },
        ],
      },
    ],
    reductions: [reduction],
    actions,
    options: optionsInOrder.map((id) => ({ id, cover: isAboutLess(id) || counted.test !== "yes" ? "not-certain" : "covered" })),
  };
}

function isAboutLess(option: OptionId): boolean {
  return option === "smaller-fee" || option === "decline-keep-costs" || option === "organisation-donation";
}

function cutFor(week: WeekTotal, ignoredPart: Pence): Pence {
  const other = week.fromOtherPay.least;
  const above = (amount: number): Pence => larger(nothing, penceOf(amount - ignoredPart));
  return subtract(above(other + week.fromOffer.most), above(other));
}
