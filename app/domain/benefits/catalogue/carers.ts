// Carer's Allowance and Carer Support Payment: one weekly limit, and a penny over it loses the whole week. Which week a
// payment counts in follows the payment more than the meeting, so both must fit. Averaging is for the office to decide.
// Two benefits, one rule: they differ in nation, first day of the week, first days of the figures, and who is told.
import { calendarDateOf, type Nation, type WeekdayName } from "#app/domain/basics/dates.ts";
import type { Cited, Dated, Grade } from "#app/domain/basics/figures.ts";
import { penceOf, type Pence, type Rate } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { Source } from "#app/domain/basics/sources.ts";
import {
  cannotTell,
  defineBenefit,
  requireFigure,
  type AssessInput,
  type DayRange,
  type FigureRefusal,
  type Option,
  type Span,
  type Verdict,
} from "../benefit.ts";
import { countOffer, type Counted, type Protection } from "../counted.ts";
import { exampleOffer } from "../example-offer.ts";
import type { CarerCircumstances, OtherEarnings } from "../offer.ts";
import { optionsInOrder, type ActionId, type Reason } from "../reasons.ts";
import { rulesCheckedOn, sources } from "../sources.ts";
import { weeklySpans } from "../spans.ts";
import { factsBehind, judgeWeeks, standingAgainst, type JudgedWeek, type WeeklyResult } from "../weekly-limit.ts";
import { weeklyBases, type WeekTotal } from "../weeks.ts";

type CarerBenefit = "carers-allowance" | "carer-support-payment";

function weekly(pence: number, from: string, source: Source, grade: Grade): Cited<Rate<"week">> {
  return { value: { pence: penceOf(pence), per: "week" }, from: calendarDateOf(from), source, grade };
}

function page(title: string): Source {
  return { title, checkedOn: rulesCheckedOn };
}

const goodUntil = calendarDateOf("2027-04-11");
const unseen = page("Published widely; not checked again for this program");
const launch = page("Launch limit, by mirroring Carer's Allowance");

const allowanceLimits: Dated<Rate<"week">> = {
  entries: [
    weekly(139_00, "2023-04-10", unseen, "unsure"),
    weekly(151_00, "2024-04-08", page("gov.scot and Carers in Hertfordshire, on the limit before April 2025"), "confirmed"),
    weekly(196_00, "2025-04-07", page("Carers UK, Carer's Allowance and the earnings limit (2025/26)"), "confirmed"),
    weekly(204_00, "2026-04-06", page("gov.uk, Carer's Allowance eligibility (read June 2026)"), "confirmed"),
  ],
  goodUntil,
};

// Northern Ireland follows by its own regulations. Last year's were not seen, and this year's are only expected to match.
const allowanceLimitsNorthernIreland: Dated<Rate<"week">> = {
  entries: [
    weekly(139_00, "2023-04-10", unseen, "unsure"),
    weekly(151_00, "2024-04-08", page("gov.scot and Carers in Hertfordshire, on the limit before April 2025"), "confirmed"),
    weekly(196_00, "2025-04-07", page("Carers UK (2025/26); the Northern Ireland regulations were not seen"), "derived"),
    weekly(204_00, "2026-04-06", page("Expected to match Great Britain; the Northern Ireland regulations were not seen"), "unsure"),
  ],
  goodUntil,
};

const supportLimits: Dated<Rate<"week">> = {
  entries: [
    weekly(139_00, "2023-11-19", launch, "unsure"),
    weekly(151_00, "2024-04-07", page("mygov.scot, Carer Support Payment: if you work (2024 version)"), "confirmed"),
    weekly(196_00, "2025-04-06", page("Scottish Government news release, 2 April 2025"), "confirmed"),
    weekly(204_00, "2026-04-05", page("mygov.scot, Carer Support Payment: if you work (read 10 June 2026)"), "confirmed"),
  ],
  goodUntil: calendarDateOf("2027-04-10"),
};

const rates: Dated<Rate<"week">> = {
  entries: [
    weekly(81_90, "2024-04-08", page("Published widely; PolicyEngine UK parameters, 17 August 2026"), "confirmed"),
    weekly(83_30, "2025-04-07", page("Carers UK, Carer's Allowance and the earnings limit (2025/26)"), "confirmed"),
    weekly(86_45, "2026-04-06", page("gov.uk, Carer's Allowance eligibility (read June 2026)"), "confirmed"),
  ],
  goodUntil,
};

type CarerRule = {
  readonly id: CarerBenefit;
  readonly protection: Protection;
  readonly limitFor: (nation: Nation) => Dated<Rate<"week">>;
  readonly weekBegins: (circumstances: CarerCircumstances) => WeekdayName | undefined;
  readonly tell: (nation: Nation) => ActionId;
};

const allowanceRule: CarerRule = {
  id: "carers-allowance",
  protection: { costs: "ignored", choosingLess: "not-certain", pension: "half" },
  limitFor: (nation) => (nation === "northern-ireland" ? allowanceLimitsNorthernIreland : allowanceLimits),
  weekBegins: (circumstances) => circumstances.weekBegins,
  tell: (nation) => (nation === "northern-ireland" ? "ca-tell-northern-ireland" : "ca-tell-the-unit"),
};

const supportRule: CarerRule = {
  id: "carer-support-payment",
  protection: { costs: "perhaps-ignored", choosingLess: "not-certain", pension: "half" },
  limitFor: () => supportLimits,
  weekBegins: () => "Sunday",
  tell: () => "csp-tell-social-security-scotland",
};

export const carersAllowance = defineBenefit({
  id: "carers-allowance",
  nations: ["england", "wales", "northern-ireland"],
  sources: [sources.carerEntitlement, sources.carerEarningsPeriod, sources.carerGuide],
  vouchedFor: { from: calendarDateOf("2024-04-08"), goodUntil },
  figures: { weeklyLimit: allowanceLimits, weeklyLimitNorthernIreland: allowanceLimitsNorthernIreland, weeklyRate: rates },
  assess: (input) => assess(input, allowanceRule),
  spans: (input, over) => spans(input, over, allowanceRule),
  examples: [
    {
      title: "£200 of pay with £20 paid into a pension counts as £190 against £196",
      source: "Carers UK, Carer's Allowance and the earnings limit (2025/26)",
      input: {
        offer: exampleOffer({ pence: 0, on: "2025-06-11" }),
        circumstances: {},
        otherEarnings: {
          answer: "some",
          pay: [{ id: "job", pattern: "week", takeHomePence: penceOf(200_00), pensionPence: penceOf(20_00) }],
        },
      },
      expected: { outcome: "NO_EFFECT" },
    },
    {
      title: "With that job, £6 more is exactly the limit",
      source: "Carers UK, Carer's Allowance and the earnings limit (2025/26)",
      input: {
        offer: exampleOffer({ pence: 6_00, on: "2025-06-11" }),
        circumstances: {},
        otherEarnings: {
          answer: "some",
          pay: [{ id: "job", pattern: "week", takeHomePence: penceOf(200_00), pensionPence: penceOf(20_00) }],
        },
      },
      expected: { outcome: "WITHIN_LIMIT", left: 0 },
    },
  ],
});

export const carerSupportPayment = defineBenefit({
  id: "carer-support-payment",
  nations: ["scotland"],
  sources: [sources.csp, sources.cspGuide],
  vouchedFor: { from: calendarDateOf("2024-04-08"), goodUntil: supportLimits.goodUntil },
  figures: { weeklyLimit: supportLimits, weeklyRate: rates },
  assess: (input) => assess(input, supportRule),
  spans: (input, over) => spans(input, over, supportRule),
  examples: [
    {
      title: "£884 a month is the same as the weekly limit of £204, so a penny more goes over it",
      source: "mygov.scot, Carer Support Payment: if you work (read 10 June 2026)",
      input: {
        offer: exampleOffer({ pence: 1, on: "2026-06-10", nation: "scotland" }),
        circumstances: {},
        otherEarnings: { answer: "some", pay: [{ id: "job", pattern: "month", takeHomePence: penceOf(884_00) }] },
      },
      expected: { outcome: "BREAKS_LIMIT_STOP" },
    },
  ],
});

function assess({ offer, circumstances, otherEarnings }: AssessInput<CarerBenefit>, rule: CarerRule): Verdict {
  const counted = countOffer(offer, rule.id, rule.protection);
  const tell = rule.tell(offer.nation);
  const block = counted.blocks[0];
  if (block !== undefined)
    return cannotTell([block, ...counted.blocks.slice(1), ...counted.notes], { missing: counted.missing, actions: [tell] });
  if (counted.items.every((item) => item.most === 0)) {
    return { outcome: "NO_EFFECT", reasons: ["no-pay-counts", ...counted.notes], actions: costActions(counted) };
  }

  const begins = rule.weekBegins(circumstances);
  const question = { offer, counted, otherEarnings, begins, protection: rule.protection };
  const found = judgeWeeks(question, (week) => judgeWeek(week, rule, offer.nation));
  if (!found.ok) {
    if (found.refusal.reason !== "day-missing") return cannotTell([found.refusal.reason, ...counted.notes], { actions: [tell] });
    const reason: Reason = found.refusal.fact === "activity-date" ? "activity-date-not-known" : "payment-date-not-known";
    return cannotTell([reason, ...counted.notes], { missing: [found.refusal.fact], actions: [tell] });
  }
  const result = found.value;
  if (result === undefined) return cannotTell(["no-date-known", ...counted.notes], { missing: ["payment-date"], actions: [tell] });

  const notes: readonly Reason[] = [...counted.notes, ...(begins === undefined ? (["carer-any-seven-days"] as const) : [])];
  const shown = { sums: result.sums, figures: result.figures, rooms: result.rooms, ...stake(result, rule) };
  const actions: readonly ActionId[] = [tell, "keep-the-letter", ...costActions(counted)];
  const options: readonly Option[] = optionsInOrder.map((id) => ({ id, cover: coverOf(id) }));
  const standings = weeklyBases.map((basis) => result.byBasis[basis].standing);

  if (standings.includes("over")) {
    if (wouldFitAfterCareCosts(result, circumstances.careCostsWeeklyPence)) {
      return cannotTell(["carer-care-costs-decide", "carer-over-limit", "carer-averaging-is-for-the-office", ...notes], {
        ...shown,
        actions,
        options,
      });
    }
    const several = whyOver(result, counted);
    const reasons: readonly [Reason, ...Reason[]] = ["carer-over-limit", ...several, "carer-averaging-is-for-the-office", ...notes];
    return { ...shown, outcome: "BREAKS_LIMIT_STOP", reasons, actions: ["get-advice", ...actions], options };
  }
  if (standings.includes("perhaps")) {
    const missing = factsBehind(question);
    return cannotTell([whyPerhaps(otherEarnings, counted), "carer-averaging-is-for-the-office", ...notes], {
      ...shown,
      missing,
      actions,
      options,
    });
  }
  return { ...shown, outcome: "WITHIN_LIMIT", reasons: ["carer-inside-limit", ...notes], actions };
}

function judgeWeek(week: WeekTotal, rule: CarerRule, nation: Nation): Result<JudgedWeek, FigureRefusal> {
  const limit = requireFigure(`${rule.id}.weekly-limit`, rule.limitFor(nation), week.week.from);
  if (!limit.ok) return limit;
  const { pence } = limit.value.value;
  return done({ standing: standingAgainst(week.total, pence), limit: pence, figures: [limit.value.used] });
}

function spans(
  { offer, circumstances, otherEarnings }: AssessInput<CarerBenefit>,
  over: DayRange | undefined,
  rule: CarerRule,
): Result<readonly Span[], Reason> {
  const counted = countOffer(offer, rule.id, rule.protection);
  if (counted.blocks[0] !== undefined) return refused(counted.blocks[0]);
  const question = { offer, counted, otherEarnings, begins: rule.weekBegins(circumstances), protection: rule.protection };
  return done(weeklySpans(question, over, (week) => judgeWeek(week, rule, offer.nation)));
}

/** The weekly payment of the benefit itself, which is what a week over the limit would cost. */
function stake(result: WeeklyResult, rule: CarerRule): Pick<Verdict, "atStake"> {
  const lastDay = result.byBasis["paid-week"].tightest.total.week.to;
  const rate = requireFigure(`${rule.id}.weekly-rate`, rates, lastDay);
  return rate.ok ? { atStake: rate.value.used } : {};
}

function whyOver(result: WeeklyResult, counted: Counted): readonly Reason[] {
  const limit = Math.min(...weeklyBases.map((basis) => result.byBasis[basis].tightest.judged.limit));
  if (counted.items.some((item) => item.least > limit)) return ["carer-one-payment-over"];
  if (counted.items.some((item) => item.parts.length > 1)) return ["carer-one-payment-for-several"];
  return [];
}

function whyPerhaps(otherEarnings: OtherEarnings, counted: Counted): Reason {
  if (counted.notes.includes("turned-down-not-certain")) return "turned-down-not-certain";
  if (otherEarnings.answer === "not-sure") return "other-earnings-not-known";
  return "carer-may-be-over";
}

// Care costs may come off, up to half of what is left; how far is in dispute, so they never turn a stop into a yes.
function wouldFitAfterCareCosts(result: WeeklyResult, careCosts: Pence | undefined): boolean {
  if (careCosts === undefined || careCosts === 0) return false;
  return result.weeks.every(({ total, judged }) => afterCareCosts(total, careCosts) <= judged.limit);
}

function afterCareCosts({ total }: WeekTotal, careCosts: Pence): number {
  return total.least - Math.min(careCosts, Math.floor(total.least / 2));
}

function coverOf(option: Option["id"]): Option["cover"] {
  return option === "smaller-fee" || option === "decline-keep-costs" || option === "organisation-donation" ? "not-certain" : "covered";
}

function costActions(counted: Counted): readonly "keep-receipts"[] {
  return counted.notes.includes("expenses-ignored") ? ["keep-receipts"] : [];
}
