// The weeks and assessment periods of a year view: every one that money falls in, with what is counted there and what is
// left. Money or meetings without a day could fall in any of them, so they are counted in all.
import { dayNumberOf } from "#app/domain/basics/day-numbers.ts";
import { penceOf, subtract, sum, type Pence } from "#app/domain/basics/money.ts";
import type { DayRange, Span } from "./benefit.ts";
import type { WeekJudge, WeeklyQuestion } from "./weekly-limit.ts";
import { buildTable, missingDay, weekFrom, weeklyBases, type WeeklyBasis, type WeekRow, type WeekTable } from "./weeks.ts";

const daysPerWeek = 7;

/**
 * Every week the dated money and meetings fall in, on each basis, and every week of `over` by the day of payment. Where the
 * first day of the week is not known, only the tightest of the seven weeks around each day is kept.
 */
export function weeklySpans(question: WeeklyQuestion, over: DayRange | undefined, judge: WeekJudge): readonly Span[] {
  const { prepared, begins, protection } = question;
  const items = question.counted.items.filter((item) => item.most > 0);
  const dated = items.filter((item) => missingDay(item) === undefined);
  const loose = sum(items.filter((item) => missingDay(item) !== undefined).map((item) => item.most));
  const asksForAll = begins !== undefined && over !== undefined;
  const alsoDays = asksForAll ? everySeventhDay(over) : [];
  const { offer, otherEarnings } = prepared;
  const table = buildTable({ offer, otherEarnings, items: dated, begins, protection, alsoDays });
  const isEveryMeetingDated = offer.activities.every((activity) => activity.on !== undefined);
  const found: Span[] = [];
  table.each((row) => {
    const within = table.itemsIn(row.start, row.basis);
    const isAskedFor = asksForAll && weeklyBases[row.basis] === "paid-week";
    const whole: WeekRow = {
      ...row,
      offerMost: row.offerMost + loose,
      minutesMost: isEveryMeetingDated ? row.minutesMost : Infinity,
    };
    const shown = within.map(({ item, least, most }) => ({ id: item.id, least, most }));
    const span = { ...judgedSpan(whole, judge), isOneOfSeven: begins === undefined, items: shown };
    // A week with none of this money is shown where it was asked for, and where other pay alone is too much.
    if (within.length > 0 || isAskedFor || span.standing === "over") found.push(span);
  });
  return begins === undefined ? tightestOfSeven(found, table) : found;
}

function everySeventhDay({ from, to }: DayRange): readonly number[] {
  const last = dayNumberOf(to);
  const days: number[] = [];
  for (let day = dayNumberOf(from); day < last; day += daysPerWeek) days.push(day);
  return [...days, last];
}

function judgedSpan(row: WeekRow, judge: WeekJudge): Omit<Span, "isOneOfSeven" | "items"> {
  const most = row.offerMost + row.otherMost;
  const counted = { least: penceOf(row.offerLeast + row.otherLeast), most: most === Infinity ? ("no-limit" as const) : penceOf(most) };
  const place = { basis: weeklyBases[row.basis] ?? "paid-week", per: "week", ...weekFrom(row.start), counted } as const;
  const found = judge(row);
  if (!found.ok) return { ...place, standing: "no-figure", figures: [] };
  const { standing, limit } = found.value;
  return { ...place, standing, limit: limit.pence, figures: limit.figures, ...leftUnder(standing, limit.pence, counted) };
}

/** What is left under a limit, only where everything that could be counted fits. */
export function leftUnder(standing: Span["standing"], limit: Pence, counted: Span["counted"]): { readonly left?: Pence } {
  return standing === "fits" && counted.most !== "no-limit" ? { left: subtract(limit, counted.most) } : {};
}

// A run of seven days stands for a day of money in it when no other run holding that day is tighter.
function tightestOfSeven(found: readonly Span[], table: WeekTable): readonly Span[] {
  const kept = new Map<string, Span>();
  for (const span of found) {
    const basis = weeklyBases.indexOf(span.basis as WeeklyBasis);
    const ids = table.itemsIn(dayNumberOf(span.from), basis).map(({ item }) => item.id);
    for (const id of ids.length === 0 ? [""] : ids) {
      const key = `${span.basis} ${id}`;
      const other = kept.get(key);
      if (other === undefined || compareTightestFirst(span, other) < 0) kept.set(key, span);
    }
  }
  const stays = new Set(kept.values());
  return found.filter((span) => stays.has(span));
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
