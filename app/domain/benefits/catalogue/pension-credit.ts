// Pension Credit: pay above an ignored part comes off pound for pound. How much is ignored was not read again, so no pay is
// ever said to fit, and the cut is a range. Savings Credit is not worked out.
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import type { Dated } from "#app/domain/basics/figures.ts";
import { larger, nothing, penceOf, subtract, type Pence, type Rate } from "#app/domain/basics/money.ts";
import { cannotTell, defineBenefit, type AssessInput, type Figures, type Reduction, type Verdict } from "../benefit.ts";
import { figureOn } from "#app/domain/basics/figures.ts";
import { countOffer, type Protection } from "../counted.ts";
import { exampleOffer } from "../example-offer.ts";
import { optionsInOrder, type ActionId } from "../reasons.ts";
import { rulesCheckedOn, sources } from "../sources.ts";
import { factsBehind } from "../weekly-limit.ts";
import { totalWeeks, type WeekTotal } from "../weeks.ts";

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
const protection: Protection = { costs: "ignored", choosingLess: "covered", pension: "half" };

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

function assess({ offer, circumstances, otherEarnings }: AssessInput<"pension-credit">): Verdict {
  const counted = countOffer(offer, "pension-credit", protection);
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
  const question = { offer, counted, otherEarnings, begins: circumstances.weekBegins, protection };
  const totals = totalWeeks(question);
  if (!totals.known) {
    return cannotTell([totals.missing === "activity-date" ? "activity-date-not-known" : "payment-date-not-known"], {
      missing: [totals.missing],
      actions,
    });
  }
  const isKnown = totals.weeks.every((week) => week.fromOtherPay.least === week.fromOtherPay.most);
  if (!isKnown || counted.items.some((item) => item.least !== item.most)) {
    return cannotTell(["other-earnings-not-known", ...counted.notes], { missing: factsBehind(question), actions });
  }
  const worst = totals.weeks.reduce<WeekTotal | undefined>(
    (one, other) => (one === undefined || other.fromOffer.most > one.fromOffer.most ? other : one),
    undefined,
  );
  if (worst === undefined) return cannotTell(["no-date-known", ...counted.notes], { actions });
  const small = figureOn(leastIgnored, worst.week.from);
  const large = figureOn(mostIgnored, worst.week.from);
  if (!small.ok || !large.ok) return cannotTell(["outside-known-dates"], { actions });

  const most = cutFor(worst, small.value.value.pence);
  const least = cutFor(worst, large.value.value.pence);
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
    reasons: ["pc-range", ...counted.notes],
    figures: [
      { id: "pc.least-ignored", ...small.value, goodUntil },
      { id: "pc.most-ignored", ...large.value, goodUntil },
    ],
    sums: [
      {
        basis: worst.basis,
        ...worst.week,
        steps: [
          ...worst.steps,
          { label: "ignored-each-week", operation: "take-away", unit: "pence", amount: small.value.value.pence },
          { label: "cut", operation: "equals", unit: "pence", amount: most },
          { label: "ignored-each-week", operation: "take-away", unit: "pence", amount: large.value.value.pence },
          { label: "cut", operation: "equals", unit: "pence", amount: least },
        ],
      },
    ],
    reductions: [reduction],
    actions,
    options: optionsInOrder.map((id) => ({ id, cover: counted.test === "yes" ? "covered" : "not-certain" })),
  };
}

function cutFor(week: WeekTotal, ignoredPart: Pence): Pence {
  const other = week.fromOtherPay.least;
  const above = (amount: number): Pence => larger(nothing, penceOf(amount - ignoredPart));
  return subtract(above(other + week.fromOffer.most), above(other));
}
