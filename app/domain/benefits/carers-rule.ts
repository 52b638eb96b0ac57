// Carer's Allowance and Carer Support Payment: one weekly limit, and a penny over it loses the whole week. Which week a
// payment counts in follows the payment more than the meeting, so both must fit. Averaging is for the office to decide.
// Two benefits, one rule: they differ in nation, first day of the week, first days of the figures, and who is told.
import { calendarDateOf, type Nation, type WeekdayName } from "#app/domain/basics/dates.ts";
import { dayNumberOf } from "#app/domain/basics/day-numbers.ts";
import type { Cited, Dated, Grade } from "#app/domain/basics/figures.ts";
import { penceOf, type Pence, type Rate } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { Source } from "#app/domain/basics/sources.ts";
import { cannotTell, type AssessInput, type DayRange, type Option, type Span, type Verdict } from "./benefit.ts";
import type { Counted, Protection } from "./counted.ts";
import type { CarerCircumstances } from "./offer.ts";
import { couldRunOver } from "./paid-for-a-period.ts";
import { figureAt, type ReadySeries } from "./ready-figures.ts";
import { optionsInOrder, type ActionId, type Reason } from "./reasons.ts";
import { rulesCheckedOn } from "./sources.ts";
import { weeklySpans } from "./spans.ts";
import { factsBehind, judgeWeeks, weeksOf, type WeeklyQuestion, type WeeklyResult, type WeekJudge, whyNotExact } from "./weekly-limit.ts";
import { weeklyBases } from "./weeks.ts";

type CarerBenefit = "carers-allowance" | "carer-support-payment";

/** What differs between the two. */
export type CarerRule = {
  readonly id: CarerBenefit;
  readonly protection: Protection;
  readonly judgeFor: (nation: Nation) => WeekJudge;
  readonly limitOn: (nation: Nation) => ReadySeries<Rate<"week">>;
  readonly weekBegins: (circumstances: CarerCircumstances) => WeekdayName | undefined;
  readonly tell: (nation: Nation) => ActionId;
  readonly rates: ReadySeries<Rate<"week">>;
};

/** A weekly amount from a day on. */
export function weeklyFrom(pence: number, from: string, source: Source, grade: Grade): Cited<Rate<"week">> {
  return { value: { pence: penceOf(pence), per: "week" }, from: calendarDateOf(from), source, grade };
}

/** A page or paper by its title, read on the day the rules were checked. */
export function page(title: string): Source {
  return { title, checkedOn: rulesCheckedOn };
}

/** The weekly payment of both benefits, which is what a week over the limit would cost. */
export const carerRates: Dated<Rate<"week">> = {
  entries: [
    weeklyFrom(81_90, "2024-04-08", page("Published widely; PolicyEngine UK parameters, 17 August 2026"), "confirmed"),
    weeklyFrom(83_30, "2025-04-07", page("Carers UK, Carer's Allowance and the earnings limit (2025/26)"), "confirmed"),
    weeklyFrom(86_45, "2026-04-06", page("gov.uk, Carer's Allowance eligibility (read June 2026)"), "confirmed"),
  ],
  goodUntil: calendarDateOf("2027-04-11"),
};

/** What the weekly limit says of an offer. */
export function assessCarer({ prepared, circumstances }: AssessInput<CarerBenefit>, rule: CarerRule): Verdict {
  const { offer } = prepared;
  const counted = prepared.counted(rule.id, rule.protection);
  const tell = rule.tell(offer.nation);
  const block = counted.blocks[0];
  if (block !== undefined)
    return cannotTell([block, ...counted.blocks.slice(1), ...counted.notes], { missing: counted.missing, actions: [tell] });
  if (counted.items.every((item) => item.most === 0)) {
    return { outcome: "NO_EFFECT", reasons: ["no-pay-counts", ...counted.notes], actions: costActions(counted) };
  }

  const begins = rule.weekBegins(circumstances);
  const question = { prepared, counted, begins, protection: rule.protection };
  const found = judgeWeeks(question, rule.judgeFor(offer.nation));
  if (!found.ok) {
    if (found.refusal.reason !== "day-missing") return cannotTell([found.refusal.reason, ...counted.notes], { actions: [tell] });
    const reason: Reason = found.refusal.fact === "activity-date" ? "activity-date-not-known" : "payment-date-not-known";
    return cannotTell([reason, ...counted.notes], { missing: [found.refusal.fact], actions: [tell] });
  }
  const result = found.value;
  if (result === undefined) return cannotTell(["no-date-known", ...counted.notes], { missing: ["payment-date"], actions: [tell] });

  const notes: readonly Reason[] = [
    ...counted.notes,
    ...(begins === undefined ? (["carer-any-seven-days"] as const) : []),
    "carer-hours-of-care",
  ];
  const shown = { sums: result.sums, figures: result.figures, rooms: result.rooms, ...stake(result, rule) };
  const actions: readonly ActionId[] = [tell, "keep-the-letter", ...costActions(counted)];
  const options: readonly Option[] = optionsInOrder.map((id) => ({ id, cover: coverOf(id) }));
  const standings = weeklyBases.map((basis) => result.byBasis[basis].standing);

  if (standings.includes("over")) {
    if (wouldFitAfterCareCosts(question, rule, circumstances.careCostsWeeklyPence)) {
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
    return cannotTell([whyPerhaps(question), "carer-averaging-is-for-the-office", ...notes], {
      ...shown,
      missing,
      actions,
      options,
    });
  }
  if (couldRunOver(question, rule.limitOn(offer.nation))) {
    return cannotTell(["carer-paid-for-a-period", "carer-averaging-is-for-the-office", ...notes], { ...shown, actions, options });
  }
  return { ...shown, outcome: "WITHIN_LIMIT", reasons: ["carer-inside-limit", ...notes], actions };
}

/** The weeks of a year, each against the limit. */
export function carerSpans(
  { prepared, circumstances }: AssessInput<CarerBenefit>,
  over: DayRange | undefined,
  rule: CarerRule,
): Result<readonly Span[], Reason> {
  const counted = prepared.counted(rule.id, rule.protection);
  if (counted.blocks[0] !== undefined) return refused(counted.blocks[0]);
  const question = { prepared, counted, begins: rule.weekBegins(circumstances), protection: rule.protection };
  return done(weeklySpans(question, over, rule.judgeFor(prepared.offer.nation)));
}

/** The weekly payment of the benefit itself, which is what a week over the limit would cost. */
function stake(result: WeeklyResult, rule: CarerRule): Pick<Verdict, "atStake"> {
  const rate = figureAt(rule.rates, dayNumberOf(result.byBasis["paid-week"].tightest.total.week.to));
  return rate.ok ? { atStake: rate.value.used } : {};
}

function whyOver(result: WeeklyResult, counted: Counted): readonly Reason[] {
  const limit = Math.min(...weeklyBases.map((basis) => result.byBasis[basis].tightest.judged.limit));
  if (counted.items.some((item) => item.least > limit)) return ["carer-one-payment-over"];
  if (counted.items.some((item) => item.parts.length > 1)) return ["carer-one-payment-for-several"];
  return [];
}

function whyPerhaps(question: WeeklyQuestion): Reason {
  const why = whyNotExact(question);
  return why === "other-earnings-not-known" && question.prepared.otherEarnings.answer !== "not-sure" ? "carer-may-be-over" : why;
}

// Care costs may come off, up to half of what is left; how far is in dispute, so they never turn a stop into a yes.
function wouldFitAfterCareCosts(question: WeeklyQuestion, rule: CarerRule, careCosts: Pence | undefined): boolean {
  if (careCosts === undefined || careCosts === 0) return false;
  const weeks = weeksOf(question);
  if (!weeks.ok) return false;
  const series = rule.limitOn(question.prepared.offer.nation);
  let fits = true;
  weeks.value.eachDifferent((row) => {
    const limit = figureAt(series, row.start);
    const least = row.offerLeast + row.otherLeast;
    if (!limit.ok || least - Math.min(careCosts, Math.floor(least / 2)) > limit.value.value.pence) fits = false;
  });
  return fits;
}

function coverOf(option: Option["id"]): Option["cover"] {
  return option === "smaller-fee" || option === "decline-keep-costs" || option === "organisation-donation" ? "not-certain" : "covered";
}

function costActions(counted: Counted): readonly "keep-receipts"[] {
  return counted.notes.includes("expenses-ignored") ? ["keep-receipts"] : [];
}
