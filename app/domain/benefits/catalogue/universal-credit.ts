// Universal Credit: earnings received in the monthly assessment period, less the work allowance if there is one, then a
// share comes off. No weekly limit and no permitted work. Savings, other income and the award itself are out of scope.
import { dayAt, dayNumberOf } from "#app/domain/basics/day-numbers.ts";
import { calendarDateOf, type CalendarDate } from "#app/domain/basics/dates.ts";
import type { Dated, Grade } from "#app/domain/basics/figures.ts";
import { fractionOf, larger, nothing, penceOf, smaller, subtract, sum, type Pence, type Rate } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { Source } from "#app/domain/basics/sources.ts";
import { otherPayInPeriod, periodHolding, type AssessmentPeriod, type PeriodDays } from "../assessment-periods.ts";
import {
  cannotTell,
  defineBenefit,
  eachOnce,
  type AssessInput,
  type DayRange,
  type FigureUsed,
  type Option,
  type Reduction,
  type Room,
  type Span,
  type Standing,
  type Sum,
  type Verdict,
} from "../benefit.ts";
import type { Step } from "../working.ts";
import type { Counted, CountedItem, Protection } from "../counted.ts";
import { exampleOffer } from "../example-offer.ts";
import type { OtherEarnings, UniversalCreditCircumstances } from "../offer.ts";
import { figureAt, heldOn, readySeries, stretchesOf, type FigureRefusal } from "../ready-figures.ts";
import { optionsInOrder, type FactId, type Reason } from "../reasons.ts";
import { rulesCheckedOn, sources } from "../sources.ts";
import { leftUnder } from "../spans.ts";
import type { Range } from "../weeks.ts";

const firstYear = calendarDateOf("2024-04-08");
const secondYear = calendarDateOf("2025-04-07");
const thirdYear = calendarDateOf("2026-04-06");
const goodUntil = calendarDateOf("2027-04-11");

const allowanceSource: Source = {
  title: "Universal Credit Regulations 2013 (SI 2013/376)",
  locator: "regulation 22, table of work allowances",
  url: "https://www.legislation.gov.uk/uksi/2013/376/regulation/22",
  checkedOn: rulesCheckedOn,
};

function monthly(amounts: readonly [number, number, number], source: Source, grade: Grade): Dated<Rate<"month">> {
  const [one, two, three] = amounts;
  return {
    entries: [
      { value: { pence: penceOf(one), per: "month" }, from: firstYear, source, grade },
      { value: { pence: penceOf(two), per: "month" }, from: secondYear, source, grade },
      { value: { pence: penceOf(three), per: "month" }, from: thirdYear, source, grade },
    ],
    goodUntil,
  };
}

/** All of these belong to assessment periods that begin on or after the day shown. */
const figures = {
  workAllowanceWithHousing: monthly([404_00, 411_00, 427_00], allowanceSource, "confirmed"),
  workAllowanceWithoutHousing: monthly([673_00, 684_00, 710_00], allowanceSource, "confirmed"),
  taper: {
    entries: [{ value: { percent: 55 }, from: calendarDateOf("2021-11-24"), source: sources.ucTaper, grade: "confirmed" }],
    goodUntil,
  } satisfies Dated<{ readonly percent: number }>,
  /** 16 hours at the National Living Wage, times 52, divided by 12. */
  firstAssessmentEarnings: monthly([793_17, 846_56, 881_23], sources.ucAssessmentThreshold, "derived"),
};

const ready = {
  withHousing: readySeries("uc.work-allowance-with-housing", figures.workAllowanceWithHousing),
  withoutHousing: readySeries("uc.work-allowance-without-housing", figures.workAllowanceWithoutHousing),
  taper: readySeries("uc.taper", figures.taper),
  threshold: readySeries("uc.first-assessment-earnings", figures.firstAssessmentEarnings),
};
const figuresByDay = stretchesOf(Object.values(ready), (day) => ({
  withHousing: figureAt(ready.withHousing, day),
  withoutHousing: figureAt(ready.withoutHousing, day),
  taper: figureAt(ready.taper, day),
  threshold: figureAt(ready.threshold, day),
}));

const protection: Protection = { costs: "ignored", choosingLess: "covered", pension: "all" };
// The Northern Ireland regulation on choosing less was not read, so it is not leaned on.
const protectionNorthernIreland: Protection = { ...protection, choosingLess: "not-certain" };

const exampleCircumstances: UniversalCreditCircumstances = {
  periodDay: 1,
  limitedCapability: "yes",
  childOnClaim: "no",
  housingCosts: "no",
  selfEmployed: "no",
  capped: "no",
  couple: "no",
  waitingForAssessment: "no",
  usualAwardPence: penceOf(900_00),
};

export const universalCredit = defineBenefit({
  id: "universal-credit",
  nations: ["england", "wales", "scotland", "northern-ireland"],
  sources: [sources.ucTaper, sources.ucReceived, sources.ucServiceUser],
  vouchedFor: { from: firstYear, goodUntil },
  figures,
  assess,
  spans,
  examples: [
    {
      title: "£900 in the period against an allowance of £673 takes £124.85 off",
      source: "r/DWPhelp verified adviser answer (2025), limited capability for work-related activity, no housing element",
      input: {
        offer: exampleOffer({ pence: 900_00, on: "2024-06-12" }),
        circumstances: exampleCircumstances,
        otherEarnings: { answer: "none" },
      },
      expected: { outcome: "REDUCES_BY", cut: 124_85 },
    },
    {
      title: "£1,000 in the period against an allowance of £673 takes £179.85 off",
      source: "Scope forum discussion 119620",
      input: {
        offer: exampleOffer({ pence: 1000_00, on: "2024-06-12" }),
        circumstances: exampleCircumstances,
        otherEarnings: { answer: "none" },
      },
      expected: { outcome: "REDUCES_BY", cut: 179_85 },
    },
    {
      title: "Without an allowance £100 leaves a household £45 better off",
      source: "DWP written answer, 31 October 2022",
      input: {
        offer: exampleOffer({ pence: 100_00, on: "2026-06-12" }),
        circumstances: { ...exampleCircumstances, limitedCapability: "no" },
        otherEarnings: { answer: "none" },
      },
      expected: { outcome: "REDUCES_BY", cut: 55_00 },
    },
  ],
});

function assess({ prepared, circumstances }: AssessInput<"universal-credit">): Verdict {
  const { offer, otherEarnings } = prepared;
  const mine = offer.nation === "northern-ireland" ? protectionNorthernIreland : protection;
  const counted = prepared.counted("universal-credit", mine);
  const standing = standingNotes(circumstances, counted);
  const block = counted.blocks[0];
  if (block !== undefined) {
    const dwpView: readonly Reason[] = block === "voucher-not-certain" ? ["voucher-dwp-view-on-uc"] : [];
    return cannotTell([block, ...counted.blocks.slice(1), ...dwpView, ...standing], {
      missing: counted.missing,
      actions: ["uc-report-in-journal"],
    });
  }
  const items = counted.items.filter((item) => item.most > 0);
  if (items.length === 0) return { outcome: "NO_EFFECT", reasons: ["no-pay-counts", ...standing], actions: costActions(counted) };

  const [unknown, ...alsoUnknown] = whatIsMissing(circumstances, items);
  if (unknown !== undefined) {
    const all = [unknown, ...alsoUnknown];
    const reasons: readonly [Reason, ...Reason[]] = [unknown.reason, ...alsoUnknown.map((found) => found.reason), ...standing];
    return cannotTell(reasons, { missing: all.map((found) => found.fact), actions: ["uc-report-in-journal", ...costActions(counted)] });
  }

  const judged: JudgedPeriod[] = [];
  for (const period of groupByPeriod(items, circumstances.periodDay)) {
    const result = judgePeriod({ ...period, circumstances, otherEarnings });
    if (!result.ok) return cannotTell([result.refusal.reason, ...standing], { actions: ["uc-report-in-journal"] });
    judged.push(result.value);
  }
  return combine(
    judged,
    counted,
    standing,
    mine,
    offer.payments.some((payment) => payment.kind === "fee" && payment.payroll !== "no"),
  );
}

/**
 * Every assessment period that money falls in, and those of `over`. The limit is the smallest the work allowance could be;
 * over it Universal Credit goes down. Money without a day could fall in any period, so it is in the most of all.
 */
function spans({ prepared, circumstances }: AssessInput<"universal-credit">, over: DayRange | undefined): Result<readonly Span[], Reason> {
  const { offer, otherEarnings } = prepared;
  const mine = offer.nation === "northern-ireland" ? protectionNorthernIreland : protection;
  const counted = prepared.counted("universal-credit", mine);
  if (counted.blocks[0] !== undefined) return refused(counted.blocks[0]);
  const { periodDay } = circumstances;
  if (periodDay === undefined) return refused("uc-period-not-known");
  if (circumstances.selfEmployed !== "no") return refused("uc-self-employed");
  const items = counted.items.filter((item) => item.most > 0);
  const loose = sum(items.filter((item) => receivedOn(item) === undefined).map((item) => item.most));
  const touched = new Map(groupByPeriod(items, periodDay).map((group) => [group.start, group]));
  if (over !== undefined) {
    const last = dayNumberOf(over.to);
    for (let day = dayNumberOf(over.from); day <= last;) {
      const period = periodHolding(day, periodDay);
      if (!touched.has(period.start)) touched.set(period.start, { ...period, items: [] });
      day = period.end + 1;
    }
  }
  const inOrder = [...touched.values()].sort((one, other) => one.start - other.start);
  return done(inOrder.map((period) => spanOf({ ...period, circumstances, otherEarnings, loose })));
}

function spanOf(input: PeriodQuestion & { readonly loose: Pence }): Span {
  const { start, end, items, circumstances, loose } = input;
  const pay = householdPay(input, input).range;
  const counted = {
    least: penceOf(pay.least + sum(items.map((item) => item.least))),
    most: pay.most === "no-limit" ? pay.most : penceOf(pay.most + sum(items.map((item) => item.most)) + loose),
  };
  const shown = items.map(({ id, least, most }) => ({ id, least, most }));
  const place = {
    basis: "assessment-period",
    per: "assessment-period",
    from: dayAt(start),
    to: dayAt(end),
    isOneOfSeven: false,
    counted,
    items: shown,
  } as const;
  const found = allowances(circumstances, start);
  if (!found.ok) return { ...place, standing: "no-figure", figures: [] };
  const { lowest, highest, used } = found.value;
  const standing: Standing = counted.least > highest ? "over" : counted.most === "no-limit" || counted.most > lowest ? "perhaps" : "fits";
  const judged = loose > 0 || items.length === 0 ? undefined : judgePeriod(input);
  const reduction = judged?.ok === true ? judged.value.reduction : undefined;
  return {
    ...place,
    standing,
    limit: lowest,
    figures: used,
    ...leftUnder(standing, lowest, counted),
    ...(reduction === undefined ? {} : { reduction }),
  };
}

function standingNotes(circumstances: UniversalCreditCircumstances, counted: Counted): readonly Reason[] {
  const health: readonly Reason[] = circumstances.limitedCapability === "yes" ? ["uc-health-element-not-lost-by-working"] : [];
  // The rule for costs was read for employed earnings only; which kind of work this is, DWP decides (benefits.md section 11, 1).
  const kind: readonly Reason[] = counted.notes.includes("expenses-ignored") ? ["uc-kind-of-work-not-certain"] : [];
  return [...counted.notes, ...kind, ...health];
}

function costActions(counted: Counted): readonly "keep-receipts"[] {
  return counted.notes.includes("expenses-ignored") ? ["keep-receipts"] : [];
}

type Unknown = { readonly reason: Reason; readonly fact: FactId };

function whatIsMissing(circumstances: UniversalCreditCircumstances, items: readonly CountedItem[]): readonly Unknown[] {
  const missing: Unknown[] = [];
  if (circumstances.periodDay === undefined) missing.push({ reason: "uc-period-not-known", fact: "uc-period-day" });
  if (items.some((item) => receivedOn(item) === undefined)) missing.push({ reason: "payment-date-not-known", fact: "payment-date" });
  if (circumstances.selfEmployed !== "no") missing.push({ reason: "uc-self-employed", fact: "uc-self-employed" });
  return missing;
}

/** Universal Credit counts money when it is received; until then the agreed day stands in for it. */
function receivedOn(item: CountedItem): CalendarDate | undefined {
  return item.paidOn ?? item.dueOn;
}

type PeriodItems = PeriodDays & { readonly items: readonly CountedItem[] };
type PeriodQuestion = PeriodItems & { readonly circumstances: UniversalCreditCircumstances; readonly otherEarnings: OtherEarnings };

function groupByPeriod(items: readonly CountedItem[], periodDay: number | undefined): readonly PeriodItems[] {
  const periods: { readonly start: number; readonly end: number; readonly items: CountedItem[] }[] = [];
  if (periodDay === undefined) return periods;
  let last: (typeof periods)[number] | undefined;
  for (const item of items) {
    const on = receivedOn(item);
    if (on === undefined) continue;
    const day = dayNumberOf(on);
    // Payments mostly come in order, so the period of the one before is looked at first.
    if (last === undefined || day < last.start || day > last.end) {
      last = periods.find((period) => day >= period.start && day <= period.end);
      if (last === undefined) {
        last = { ...periodHolding(day, periodDay), items: [] };
        periods.push(last);
      }
    }
    last.items.push(item);
  }
  return periods.sort((one, other) => one.start - other.start);
}

type JudgedPeriod = {
  readonly outcome: "WITHIN_LIMIT" | "REDUCES_BY" | "UNKNOWN_ADVICE";
  readonly reasons: readonly Reason[];
  readonly missing: readonly FactId[];
  readonly sum: Sum;
  readonly room: Room | undefined;
  readonly reduction: Reduction | undefined;
  readonly figures: readonly FigureUsed[];
};

function judgePeriod(input: PeriodQuestion): Result<JudgedPeriod, FigureRefusal> {
  const { start, end, items, circumstances } = input;
  const period: AssessmentPeriod = { from: dayAt(start), to: dayAt(end) };
  const { taper, threshold } = heldOn(figuresByDay, start);
  if (!taper.ok) return taper;
  if (!threshold.ok) return threshold;
  const found = allowances(circumstances, start);
  if (!found.ok) return found;
  const { lowest, highest, missing, used } = found.value;
  const usedFigures = [...used, taper.value.used];

  const fromOffer = { least: sum(items.map((item) => item.least)), most: sum(items.map((item) => item.most)) };
  const other = householdPay(input, input);
  const share = { numerator: taper.value.value.percent, denominator: 100 };
  const cuts = cutsOf({ fromOffer, other, lowest, highest, share });
  const working = workingOf({ items, fromOffer, other, allowance: lowest, percent: taper.value.value.percent, cuts });
  const sumOf: Sum = { basis: "assessment-period", from: period.from, to: period.to, steps: working };
  const base = { sum: sumOf, figures: usedFigures };

  const unclear = (reason: Reason, facts: readonly FactId[]): Result<JudgedPeriod, never> =>
    done({ ...base, outcome: "UNKNOWN_ADVICE", reasons: [reason], missing: facts, room: undefined, reduction: undefined });

  if (reachesThreshold({ circumstances, fromOffer, other, threshold: threshold.value.value.pence })) {
    const reason: Reason = other.range.most === "no-limit" ? "other-earnings-not-known" : "uc-reaches-assessment-threshold";
    const reached = unclear(reason, [...other.missing, "uc-waiting-for-assessment"]);
    return reached.ok ? done({ ...reached.value, figures: [...usedFigures, threshold.value.used] }) : reached;
  }
  if (other.range.most !== "no-limit" && other.range.most + fromOffer.most <= lowest) {
    const total = penceOf(other.range.most + fromOffer.most);
    const room: Room = {
      basis: "assessment-period",
      per: "assessment-period",
      ...period,
      limit: lowest,
      total,
      left: subtract(lowest, total),
    };
    return done({ ...base, outcome: "WITHIN_LIMIT", reasons: ["uc-inside-allowance"], missing: [], room, reduction: undefined });
  }
  if (!cuts.isKnown) {
    const isTakeHomeKnown = fromOffer.least === fromOffer.most;
    const facts = [...missing, ...other.missing, ...(isTakeHomeKnown ? [] : ["take-home-pay" as const])];
    if (missing.length > 0) return unclear("uc-allowance-not-known", facts);
    return unclear(isTakeHomeKnown ? "other-earnings-not-known" : "take-home-not-known", facts);
  }
  if (circumstances.capped !== "no") return unclear("uc-capped", ["uc-capped"]);
  const award = circumstances.usualAwardPence;
  if (award !== undefined && cuts.upTo >= award) return unclear("uc-could-reach-nil", []);
  if (award === undefined && circumstances.awardMoreThanCut !== "yes") {
    return unclear(circumstances.awardMoreThanCut === "no" ? "uc-could-reach-nil" : "uc-award-not-known", ["uc-usual-award"]);
  }
  const reduction: Reduction = {
    ...period,
    per: "assessment-period",
    least: cuts.least,
    most: cuts.most,
    counted: fromOffer.most,
    kept: subtract(fromOffer.most, cuts.most),
  };
  const reason: Reason = highest === 0 ? "uc-no-allowance" : "uc-above-allowance";
  return done({ ...base, outcome: "REDUCES_BY", reasons: [reason], missing: [], room: undefined, reduction });
}

type Allowances = {
  readonly lowest: Pence;
  readonly highest: Pence;
  readonly missing: readonly FactId[];
  readonly used: readonly FigureUsed[];
};

function allowances(circumstances: UniversalCreditCircumstances, day: number): Result<Allowances, FigureRefusal> {
  const { withHousing, withoutHousing } = heldOn(figuresByDay, day);
  if (!withHousing.ok) return withHousing;
  if (!withoutHousing.ok) return withoutHousing;
  const either = [circumstances.limitedCapability, circumstances.childOnClaim];
  const hasAllowance = either.includes("yes") ? "yes" : either.every((answer) => answer === "no") ? "no" : "not-sure";
  if (hasAllowance === "no") return done({ lowest: nothing, highest: nothing, missing: [], used: [] });

  const housing = circumstances.housingCosts ?? "not-sure";
  const possible = [
    ...(hasAllowance === "not-sure" ? [nothing] : []),
    ...(housing === "no" ? [] : [withHousing.value.value.pence]),
    ...(housing === "yes" ? [] : [withoutHousing.value.value.pence]),
  ];
  const missing: FactId[] = [];
  if (hasAllowance === "not-sure") missing.push("uc-limited-capability-or-child");
  if (housing === "not-sure") missing.push("uc-housing-costs");
  return done({
    lowest: possible.reduce(smaller),
    highest: possible.reduce(larger),
    missing,
    used: [...(housing === "no" ? [] : [withHousing.value.used]), ...(housing === "yes" ? [] : [withoutHousing.value.used])],
  });
}

type HouseholdPay = { readonly range: Range; readonly missing: readonly FactId[] };

/** The work allowance is one for the household, so a partner's pay uses it too. */
function householdPay(
  input: { readonly circumstances: UniversalCreditCircumstances; readonly otherEarnings: OtherEarnings },
  period: PeriodDays,
): HouseholdPay {
  const own = otherPayInPeriod(input.otherEarnings, period, protection);
  const missing: FactId[] = [];
  if (own.most === "no-limit") missing.push("other-earnings");
  else if (own.least !== own.most) missing.push("other-earnings-dates");
  if (input.circumstances.couple === "no") return { range: own, missing };

  const partner = otherPayInPeriod(input.circumstances.partnerEarnings, period, protection);
  if (input.circumstances.couple !== "yes") missing.push("uc-couple");
  if (partner.most === "no-limit") missing.push("uc-partner-earnings");
  else if (partner.least !== partner.most) missing.push("other-earnings-dates");
  const partnerLeast = input.circumstances.couple === "yes" ? partner.least : nothing;
  return {
    range: {
      least: penceOf(own.least + partnerLeast),
      most: own.most === "no-limit" || partner.most === "no-limit" ? "no-limit" : penceOf(own.most + partner.most),
    },
    missing,
  };
}

type Share = { readonly numerator: number; readonly denominator: number };

function payAbove(allowance: Pence, other: Pence, pay: Pence): Pence {
  const above = (amount: number): Pence => larger(nothing, penceOf(amount - allowance));
  return subtract(above(other + pay), above(other));
}

type Cuts = {
  /** Whether it is certain how much of this pay is above the allowance. */
  readonly isKnown: boolean;
  readonly least: Pence;
  readonly most: Pence;
  /** The cut before rounding, rounded up: it never falls by a penny when other pay rises, so the edge of nothing is judged by it. */
  readonly upTo: Pence;
};

/**
 * The share is taken off all the pay of a period and rounded to the penny, so with other pay known the cut is exact, and
 * with other pay not known it can be a penny either way.
 */
function cutsOf(input: {
  readonly fromOffer: { readonly least: Pence; readonly most: Pence };
  readonly other: HouseholdPay;
  readonly lowest: Pence;
  readonly highest: Pence;
  readonly share: Share;
}): Cuts {
  const { fromOffer, other, lowest, highest, share } = input;
  const { range } = other;
  const leastAbove = payAbove(highest, range.least, fromOffer.least);
  const mostAbove = range.most === "no-limit" ? fromOffer.most : payAbove(lowest, range.most, fromOffer.most);
  const isKnown = leastAbove === mostAbove;
  const part = (amount: Pence): number => (amount * share.numerator) / share.denominator;
  const upTo = penceOf(Math.ceil(part(mostAbove)));
  if (isKnown && range.least === range.most && lowest === highest) {
    const above = (amount: number): Pence => larger(nothing, penceOf(amount - lowest));
    const cut = subtract(fractionOf(above(range.least + fromOffer.most), share), fractionOf(above(range.least), share));
    return { isKnown, least: cut, most: cut, upTo };
  }
  return { isKnown, least: penceOf(Math.floor(part(leastAbove))), most: upTo, upTo };
}

// At this much pay a first assessment of capability for work cannot normally be done, which matters to people waiting for one.
function reachesThreshold(input: {
  readonly circumstances: UniversalCreditCircumstances;
  readonly fromOffer: { readonly most: Pence };
  readonly other: HouseholdPay;
  readonly threshold: Pence;
}): boolean {
  const { circumstances, fromOffer, other, threshold } = input;
  if (circumstances.waitingForAssessment === "no" || circumstances.limitedCapability === "yes") return false;
  return other.range.most === "no-limit" || other.range.most + fromOffer.most >= threshold;
}

function workingOf(input: {
  readonly items: readonly CountedItem[];
  readonly fromOffer: { readonly most: Pence };
  readonly other: HouseholdPay;
  readonly allowance: Pence;
  readonly percent: number;
  readonly cuts: { readonly least: Pence; readonly most: Pence };
}): readonly Step[] {
  const { items, fromOffer, other, allowance, percent, cuts } = input;
  const isOtherKnown = other.range.most !== "no-limit";
  const otherPay = other.range.most === "no-limit" ? other.range.least : other.range.most;
  const total = penceOf(otherPay + fromOffer.most);
  const paid: readonly Step[] = items.map((item) => ({
    label: item.origin,
    operation: "add",
    unit: "pence",
    amount: item.most,
    item: item.id,
  }));
  const allowed: readonly Step[] = [
    { label: "total-earnings", operation: "equals", unit: "pence", amount: total },
    { label: "work-allowance", operation: "take-away", unit: "pence", amount: allowance },
  ];
  const start: Step = { label: "other-earnings", operation: "start", unit: "pence", amount: otherPay };
  if (total <= allowance && isOtherKnown) {
    return [start, ...paid, ...allowed, { label: "left", operation: "equals", unit: "pence", amount: subtract(allowance, total) }];
  }
  const share = { numerator: percent, denominator: 100 };
  const above = larger(nothing, subtract(total, allowance));
  const before = larger(nothing, subtract(otherPay, allowance));
  return [
    start,
    ...paid,
    ...allowed,
    { label: "above-allowance-with", operation: "equals", unit: "pence", amount: above },
    { label: "taper", operation: "share", unit: "percent", amount: percent },
    { label: "lower-with", operation: "equals", unit: "pence", amount: fractionOf(above, share) },
    { label: "lower-without", operation: "take-away", unit: "pence", amount: fractionOf(before, share) },
    { label: "cut", operation: "equals", unit: "pence", amount: cuts.most },
    { label: "kept", operation: "compare", unit: "pence", amount: subtract(fromOffer.most, cuts.most) },
  ];
}

function combine(
  judged: readonly JudgedPeriod[],
  counted: Counted,
  standing: readonly Reason[],
  mine: Protection,
  mayBePayroll: boolean,
): Verdict {
  const sums = judged.map((period) => period.sum);
  const usedFigures = eachOnce(judged.flatMap((period) => period.figures));
  const reports = mayBePayroll ? (["uc-report-in-journal", "uc-report-payroll"] as const) : (["uc-report-in-journal"] as const);
  const actions = [...reports, "uc-keep-commitment" as const, "keep-the-letter" as const, ...costActions(counted)];
  const options: readonly Option[] = optionsInOrder.map((id) => ({
    id,
    cover: isAboutLess(id) && (counted.test !== "yes" || mine.choosingLess !== "covered") ? "not-certain" : "covered",
  }));
  const rooms = judged.map((period) => period.room).filter((room) => room !== undefined);
  const reductions = judged.map((period) => period.reduction).filter((reduction) => reduction !== undefined);

  const unclear = judged.filter((period) => period.outcome === "UNKNOWN_ADVICE");
  const firstUnclear = unclear[0]?.reasons[0];
  if (firstUnclear !== undefined) {
    const missing = [...new Set(unclear.flatMap((period) => period.missing))];
    const others = unclear.slice(1).flatMap((period) => period.reasons);
    return cannotTell([firstUnclear, ...new Set(others), ...standing], { missing, sums, figures: usedFigures, actions, options });
  }
  if (reductions.length > 0) {
    const reasons = judged.filter((period) => period.outcome === "REDUCES_BY").flatMap((period) => period.reasons);
    const [first = "uc-above-allowance", ...others] = [...new Set(reasons)];
    const linked: readonly Reason[] = ["uc-linked-help", "uc-savings-not-looked-at"];
    return {
      outcome: "REDUCES_BY",
      reasons: [first, ...others, ...linked, ...standing],
      sums,
      figures: usedFigures,
      rooms,
      reductions,
      actions,
      options,
    };
  }
  return {
    outcome: "WITHIN_LIMIT",
    reasons: ["uc-inside-allowance", "uc-linked-help", "uc-savings-not-looked-at", ...standing],
    sums,
    figures: usedFigures,
    rooms,
    actions,
  };
}

function isAboutLess(option: Option["id"]): boolean {
  return option === "smaller-fee" || option === "decline-keep-costs" || option === "organisation-donation";
}
