// Keeping under a weekly earnings limit: which weeks fit, which certainly do not, and how much room is left. The limit and
// what happens over it belong to each benefit's own file.
import type { WeekdayName } from "#app/domain/basics/dates.ts";
import { subtract, type Pence, type Rate } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { eachOnce, type FigureUsed, type Room, type Standing, type Sum } from "./benefit.ts";
import type { Counted, Protection } from "./counted.ts";
import type { PreparedOffer } from "./prepared.ts";
import { figureAt, heldOn, stretchesOf, type FigureRefusal, type ReadySeries } from "./ready-figures.ts";
import type { FactId, Reason } from "./reasons.ts";
import { weeklyBases, type WeeklyBasis, type WeekRow, type WeekTable, type WeekTotal } from "./weeks.ts";

/** A limit with the figures behind it. Made once for each stretch of days, and never anew for each week. */
export type Limit = { readonly pence: Pence; readonly figures: readonly FigureUsed[] };

/** How a week stands against the limit that holds for it; or why no figure may be used. */
export type JudgedRow = { readonly standing: Standing; readonly limit: Limit };
export type WeekJudge = (row: WeekRow) => Result<JudgedRow, FigureRefusal>;

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
};

export type WeeklyRefusal =
  FigureRefusal | { readonly reason: "day-missing"; readonly fact: Extract<FactId, "activity-date" | "payment-date"> };

export type WeeklyQuestion = {
  readonly prepared: PreparedOffer;
  readonly counted: Counted;
  readonly begins: WeekdayName | undefined;
  readonly protection: Pick<Protection, "pension">;
};

/** The table of weeks a question is about; refused when a day is missing. */
export function weeksOf({ prepared, counted, begins, protection }: WeeklyQuestion): Result<WeekTable, WeeklyRefusal> {
  const totals = prepared.weeks(counted, begins, protection.pension);
  return totals.known ? done(totals.table) : refused({ reason: "day-missing", fact: totals.missing });
}

type Tightest = { start: number; standing: Standing; left: number; limit: Limit };

/**
 * Judges every week the offer touches on every basis, and keeps the tightest of each. Refused when a day or a figure is not
 * known; undefined when there is no week at all.
 */
export function judgeWeeks(question: WeeklyQuestion, judge: WeekJudge): Result<WeeklyResult | undefined, WeeklyRefusal> {
  const weeks = weeksOf(question);
  if (!weeks.ok) return weeks;
  const table = weeks.value;
  let refusal: FigureRefusal | undefined;
  const limits = new Set<Limit>();
  const tightest: (Tightest | undefined)[] = weeklyBases.map(() => undefined);
  let lastLimit: Limit | undefined;
  table.eachDifferent((row) => {
    if (refusal !== undefined) return;
    const found = judge(row);
    if (!found.ok) {
      refusal = found.refusal;
      return;
    }
    const { standing, limit } = found.value;
    if (limit !== lastLimit) limits.add(limit);
    lastLimit = limit;
    const left = limit.pence - (row.offerMost + row.otherMost);
    const worst = tightest[row.basis];
    if (worst === undefined) tightest[row.basis] = { start: row.start, standing, left, limit };
    else if (standing === worst.standing ? left < worst.left : order[standing] > order[worst.standing]) {
      worst.start = row.start;
      worst.standing = standing;
      worst.left = left;
      worst.limit = limit;
    }
  });
  if (refusal !== undefined) return refused(refusal);
  const [byWork, byDue, byPaid] = table.sameAs.map((basis) => tightest[basis]);
  if (byWork === undefined || byDue === undefined || byPaid === undefined) return done(undefined);
  const results = [byWork, byDue, byPaid].map(({ start, standing, limit }, basis): BasisResult => {
    const judged = { standing, limit: limit.pence, figures: limit.figures };
    return { standing, tightest: { total: table.total(start, basis), judged } };
  });
  const [work, due, paid] = results;
  if (work === undefined || due === undefined || paid === undefined) return done(undefined);
  return done({
    byBasis: { "activity-week": work, "due-week": due, "paid-week": paid },
    sums: results.map(({ tightest: week }) => sumOf(week)),
    rooms: results.flatMap(({ tightest: week }) => roomOf(week)),
    figures: eachOnce([...limits].flatMap((limit) => limit.figures)),
  });
}

const order: Readonly<Record<Standing, number>> = { fits: 0, perhaps: 1, over: 2 };

type Judged = { readonly total: WeekTotal; readonly judged: JudgedWeek };

function sumOf({ total, judged }: Judged): Sum {
  const most = total.total.most;
  const { basis, week } = total;
  const limit = { label: "limit", operation: "compare", unit: "pence", amount: judged.limit } as const;
  if (most === "no-limit") return { basis, from: week.from, to: week.to, steps: [...total.steps, limit] };
  const left = subtract(judged.limit, most);
  const last = { label: left < 0 ? "over" : "left", operation: "equals", unit: "pence", amount: Math.abs(left) } as const;
  return { basis, from: week.from, to: week.to, steps: [...total.steps, limit, last] };
}

function roomOf({ total, judged }: Judged): readonly Room[] {
  const most = total.total.most;
  if (judged.standing !== "fits" || most === "no-limit") return [];
  const { limit } = judged;
  const { basis, week } = total;
  return [{ basis, per: "week", from: week.from, to: week.to, limit, total: most, left: subtract(limit, most) }];
}

type EveryStanding = Readonly<Record<Standing, Result<JudgedRow, never>>>;

/** The three ways a week can stand against a limit, made once. */
export function everyStanding(limit: Limit): EveryStanding {
  const as = (standing: Standing): Result<JudgedRow, never> => done({ standing, limit });
  return { fits: as("fits"), perhaps: as("perhaps"), over: as("over") };
}

/** Judges weeks against one weekly amount by the figure of the week's first day. */
export function judgeAgainst(series: ReadySeries<Rate<"week">>): WeekJudge {
  const stretches = stretchesOf([series], (day) => {
    const found = figureAt(series, day);
    if (!found.ok) return found;
    const { pence } = found.value.value;
    return { ok: true, pence, ways: everyStanding({ pence, figures: [found.value.used] }) } as const;
  });
  return (row) => {
    const held = heldOn(stretches, row.start);
    return held.ok ? held.ways[rowAgainst(row, held.pence)] : held;
  };
}

/** How amounts stand against a limit: exactly at the limit fits, a penny over does not. */
export function standingAgainst(least: number, most: number, limit: Pence): Standing {
  if (least > limit) return "over";
  return most > limit ? "perhaps" : "fits";
}

/** How a week stands, offer and other pay together. */
export function rowAgainst({ offerLeast, offerMost, otherLeast, otherMost }: WeekRow, limit: Pence): Standing {
  return standingAgainst(offerLeast + otherLeast, offerMost + otherMost, limit);
}

/** The facts behind a "perhaps", for the page that asks for them. */
export function factsBehind({ prepared, counted }: Pick<WeeklyQuestion, "prepared" | "counted">): readonly FactId[] {
  const { offer, otherEarnings } = prepared;
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

/** Why the amount that counts is a range: what nobody has told us, or what the law does not clearly say. */
export function whyNotExact({ prepared, counted }: Pick<WeeklyQuestion, "prepared" | "counted">): Reason {
  if (prepared.otherEarnings.answer === "not-sure") return "other-earnings-not-known";
  const note = counted.notes.find((one) => one === "turned-down-not-certain" || one === "given-away-after");
  if (note !== undefined) return note;
  if (counted.missing.includes("take-home-pay")) return "take-home-not-known";
  return counted.notes.includes("expenses-perhaps-count") ? "expenses-perhaps-count" : "other-earnings-not-known";
}

/** The payment-day result: what is due and what is paid have to agree, or the week it counts in is not certain. */
export function paymentStanding(result: WeeklyResult): Standing {
  const due = result.byBasis["due-week"].standing;
  const paid = result.byBasis["paid-week"].standing;
  return due === paid ? due : "perhaps";
}
