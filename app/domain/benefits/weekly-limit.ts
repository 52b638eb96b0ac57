// Keeping under a weekly earnings limit: which weeks fit, which certainly do not, and how much room is left. The limit and
// what happens over it belong to each benefit's own file.
import type { WeekdayName } from "#app/domain/basics/dates.ts";
import { subtract, type Pence } from "#app/domain/basics/money.ts";
import { done, type Result } from "#app/domain/basics/result.ts";
import { eachOnce, type FigureRefusal, type FigureUsed, type Room, type Standing, type Sum } from "./benefit.ts";
import type { Counted, Protection } from "./counted.ts";
import type { Offer, OtherEarnings } from "./offer.ts";
import type { FactId } from "./reasons.ts";
import { totalWeeks, weeklyBases, type WeeklyBasis, type WeekTotal } from "./weeks.ts";

/** The limit that holds for a week, and whether the week keeps it. */
export type JudgedWeek = { readonly standing: Standing; readonly limit: Pence; readonly figures: readonly FigureUsed[] };

export type BasisResult = {
  readonly standing: Standing;
  /** The week with the least room. */
  readonly tightest: { readonly total: WeekTotal; readonly judged: JudgedWeek };
};

export type WeeklyResult = {
  readonly byBasis: Readonly<Record<WeeklyBasis, BasisResult>>;
  readonly sums: readonly Sum[];
  readonly rooms: readonly Room[];
  readonly figures: readonly FigureUsed[];
  /** Every week that was judged, on every basis. */
  readonly weeks: readonly { readonly total: WeekTotal; readonly judged: JudgedWeek }[];
};

export type WeeklyRefusal =
  FigureRefusal | { readonly reason: "day-missing"; readonly fact: Extract<FactId, "activity-date" | "payment-date"> };

export type WeeklyQuestion = {
  readonly offer: Offer;
  readonly counted: Counted;
  readonly otherEarnings: OtherEarnings;
  readonly begins: WeekdayName | undefined;
  readonly protection: Pick<Protection, "pension">;
};

/** Judges every week the offer touches on every basis. Refused when a day or a figure is not known. */
export function judgeWeeks(
  question: WeeklyQuestion,
  judge: (week: WeekTotal) => Result<JudgedWeek, FigureRefusal>,
): Result<WeeklyResult | undefined, WeeklyRefusal> {
  const totals = totalWeeks(question);
  if (!totals.known) return { ok: false, refusal: { reason: "day-missing", fact: totals.missing } };
  const judgedWeeks: { readonly total: WeekTotal; readonly judged: JudgedWeek }[] = [];
  for (const total of totals.weeks) {
    const judged = judge(total);
    if (!judged.ok) return judged;
    judgedWeeks.push({ total, judged: judged.value });
  }
  const byBasis: Partial<Record<WeeklyBasis, BasisResult>> = {};
  for (const basis of weeklyBases) {
    const result = worstOf(judgedWeeks.filter((week) => week.total.basis === basis));
    if (result === undefined) return done(undefined);
    byBasis[basis] = result;
  }
  const all = byBasis as Readonly<Record<WeeklyBasis, BasisResult>>;
  const tightest = weeklyBases.map((basis) => all[basis].tightest);
  return done({
    byBasis: all,
    sums: tightest.map(sumOf),
    rooms: tightest.flatMap(roomOf),
    figures: eachOnce(judgedWeeks.flatMap((week) => week.judged.figures)),
    weeks: judgedWeeks,
  });
}

function worstOf(weeks: readonly { readonly total: WeekTotal; readonly judged: JudgedWeek }[]): BasisResult | undefined {
  const [first, ...others] = weeks;
  if (first === undefined) return undefined;
  let tightest = first;
  for (const week of others) if (isTighter(week, tightest)) tightest = week;
  return { standing: tightest.judged.standing, tightest };
}

type Judged = { readonly total: WeekTotal; readonly judged: JudgedWeek };

const order: Readonly<Record<Standing, number>> = { fits: 0, perhaps: 1, over: 2 };

function isTighter(one: Judged, other: Judged): boolean {
  if (one.judged.standing !== other.judged.standing) return order[one.judged.standing] > order[other.judged.standing];
  return leftIn(one) < leftIn(other);
}

function leftIn({ total, judged }: Judged): number {
  return total.total.most === "no-limit" ? -Infinity : judged.limit - total.total.most;
}

function sumOf({ total, judged }: Judged): Sum {
  const most = total.total.most;
  const limit = { label: "limit", operation: "compare", unit: "pence", amount: judged.limit } as const;
  if (most === "no-limit") return { basis: total.basis, ...total.week, steps: [...total.steps, limit] };
  const left = subtract(judged.limit, most);
  const last = { label: left < 0 ? "over" : "left", operation: "equals", unit: "pence", amount: Math.abs(left) } as const;
  return { basis: total.basis, ...total.week, steps: [...total.steps, limit, last] };
}

function roomOf({ total, judged }: Judged): readonly Room[] {
  const most = total.total.most;
  if (judged.standing !== "fits" || most === "no-limit") return [];
  const { limit } = judged;
  return [{ basis: total.basis, per: "week", ...total.week, limit, total: most, left: subtract(limit, most) }];
}

/** How an amount range stands against a limit: exactly at the limit fits, a penny over does not. */
export function standingAgainst(total: WeekTotal["total"], limit: Pence): Standing {
  if (total.least > limit) return "over";
  return total.most === "no-limit" || total.most > limit ? "perhaps" : "fits";
}

/** The facts behind a "perhaps", for the page that asks for them. */
export function factsBehind(question: WeeklyQuestion): readonly FactId[] {
  const { otherEarnings, counted, offer } = question;
  const facts: FactId[] = [...counted.missing];
  if (otherEarnings.answer === "not-sure") facts.push("other-earnings");
  const isUndated =
    otherEarnings.answer === "some" &&
    otherEarnings.pay.some(
      (pay) => pay.pattern === "in-the-same-period" || (pay.pattern === "once" && (pay.workedOn === undefined || pay.paidOn === undefined)),
    );
  if (isUndated) facts.push("other-earnings-dates");
  const isUnsplit = offer.payments.some((payment) => payment.for.length > 1 && payment.for.some((part) => part.pence === undefined));
  if (isUnsplit) facts.push("payment-split");
  return [...new Set(facts)];
}

/** The payment-day result: what is due and what is paid have to agree, or the week it counts in is not certain. */
export function paymentStanding(result: WeeklyResult): Standing {
  const due = result.byBasis["due-week"].standing;
  const paid = result.byBasis["paid-week"].standing;
  return due === paid ? due : "perhaps";
}
