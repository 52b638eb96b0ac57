// The weeks and assessment periods of a year view: every one that money falls in, with what is counted there and what is
// left. Money or meetings without a day could fall in any of them, so they are counted in all.
import { addDays, type CalendarDate } from "#app/domain/basics/dates.ts";
import { penceOf, subtract, sum, type Pence } from "#app/domain/basics/money.ts";
import type { Result } from "#app/domain/basics/result.ts";
import type { DayRange, FigureRefusal, Span } from "./benefit.ts";
import type { CountedItem } from "./counted.ts";
import type { JudgedWeek, WeeklyQuestion } from "./weekly-limit.ts";
import { amountInWeek, daysOf, totalWeek, weeklyBases, weeksTouching, type WeeklyBasis, type WeekTotal } from "./weeks.ts";

type Judge = (week: WeekTotal) => Result<JudgedWeek, FigureRefusal>;
type Found = { readonly span: Span; readonly days: readonly CalendarDate[] };

/**
 * Every week the dated money and meetings fall in, on each basis, and every week of `over` by the day of payment. Where the
 * first day of the week is not known, only the tightest of the seven weeks around each day is kept.
 */
export function weeklySpans(question: WeeklyQuestion, over: DayRange | undefined, judge: Judge): readonly Span[] {
  const { begins } = question;
  const items = question.counted.items.filter((item) => item.most > 0);
  const dated = items.filter(hasEveryDay);
  const loose = items.filter((item) => !hasEveryDay(item));
  const days = new Set([
    ...question.offer.activities.flatMap((activity) => activity.on ?? []),
    ...dated.flatMap((item) => weeklyBases.flatMap((basis) => daysOf(item, basis))),
    ...(begins === undefined || over === undefined ? [] : everySeventhDay(over)),
  ]);
  const found = weeksTouching(days, begins).flatMap((week) =>
    weeklyBases.flatMap((basis): readonly Found[] => {
      const within = dated.filter((item) => amountInWeek(item, week, basis).most > 0);
      if (within.length === 0 && basis !== "paid-week") return [];
      if (within.length === 0 && (begins === undefined || over === undefined)) return [];
      const total = withLoose(totalWeek({ ...question, week, basis, items: dated }), loose, question);
      const shown = within.map((item) => ({ id: item.id, ...amountInWeek(item, week, basis) }));
      return [{ span: { ...judged(total, judge), isOneOfSeven: begins === undefined, items: shown }, days: daysIn(within, total) }];
    }),
  );
  return begins === undefined ? tightestOfSeven(found) : found.map(({ span }) => span);
}

function hasEveryDay(item: CountedItem): boolean {
  return weeklyBases.every((basis) => daysOf(item, basis).length > 0);
}

function everySeventhDay({ from, to }: DayRange): readonly CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 7)) days.push(day);
  return [...days, to];
}

function withLoose(total: WeekTotal, loose: readonly CountedItem[], { offer }: WeeklyQuestion): WeekTotal {
  const most = sum(loose.map((item) => item.most));
  const isEveryMeetingDated = offer.activities.every((activity) => activity.on !== undefined);
  return {
    ...total,
    total: { least: total.total.least, most: total.total.most === "no-limit" ? "no-limit" : penceOf(total.total.most + most) },
    minutes: isEveryMeetingDated ? total.minutes : { least: total.minutes.least, most: "no-limit" },
  };
}

function judged(total: WeekTotal, judge: Judge): Omit<Span, "isOneOfSeven" | "items"> {
  const { week, basis, total: counted } = total;
  const place = { basis, per: "week", ...week, counted } as const;
  const found = judge(total);
  if (!found.ok) return { ...place, standing: "no-figure", figures: [] };
  const { standing, limit, figures } = found.value;
  return { ...place, standing, limit, figures, ...leftUnder(standing, limit, counted) };
}

/** What is left under a limit, only where everything that could be counted fits. */
export function leftUnder(standing: Span["standing"], limit: Pence, counted: Span["counted"]): { readonly left?: Pence } {
  return standing === "fits" && counted.most !== "no-limit" ? { left: subtract(limit, counted.most) } : {};
}

function daysIn(items: readonly CountedItem[], { week, basis }: WeekTotal): readonly CalendarDate[] {
  return items.flatMap((item) => daysOf(item, basis)).filter((day) => day >= week.from && day <= week.to);
}

function tightestOfSeven(found: readonly Found[]): readonly Span[] {
  const kept = new Map<string, Span>();
  for (const { span, days } of found) {
    for (const day of days) {
      const key = `${span.basis} ${day}`;
      const other = kept.get(key);
      if (other === undefined || compareTightestFirst(span, other) < 0) kept.set(key, span);
    }
  }
  return [...new Set(kept.values())].sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : byBasis(one, other)));
}

function byBasis(one: Span, other: Span): number {
  return weeklyBases.indexOf(one.basis as WeeklyBasis) - weeklyBases.indexOf(other.basis as WeeklyBasis);
}

const order: Readonly<Record<Span["standing"], number>> = { fits: 0, perhaps: 1, "no-figure": 2, over: 3 };

/** Compares spans, the one that worries most first: over a limit, then not known, then the least room. */
export function compareTightestFirst(one: Span, other: Span): number {
  if (one.standing !== other.standing) return order[other.standing] - order[one.standing];
  return roomIn(one) - roomIn(other);
}

function roomIn({ limit, counted }: Span): number {
  if (limit === undefined || counted.most === "no-limit") return -Infinity;
  return limit - counted.most;
}
