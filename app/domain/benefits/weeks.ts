// Weekly limits. A benefit week begins on a day the office sets; where it is not known every run of seven days is tried.
// Amounts are tried by the day of the activity, the day the money is due and the day it is paid, and every one must fit.
// Days are whole numbers and each column of the table is filled in one pass, so that a year takes millionths of a second.
import { dayAt, dayNumberOf, weekStart } from "#app/domain/basics/day-numbers.ts";
import type { CalendarDate, WeekdayName } from "#app/domain/basics/dates.ts";
import { nothing, penceOf, smaller, sum, type Pence } from "#app/domain/basics/money.ts";
import type { Basis, Step } from "./working.ts";
import { pensionDeduction, type Counted, type CountedItem, type Protection } from "./counted.ts";
import type { Offer, OtherEarnings, OtherPay } from "./offer.ts";

export type Week = { readonly from: CalendarDate; readonly to: CalendarDate };

/** The least and most that may be counted. `most` is "no-limit" where other pay is not known at all. */
export type Range = { readonly least: Pence; readonly most: Pence | "no-limit" };

/** Minutes of work in a week; "no-limit" where somebody's hours are not known. */
export type MinutesRange = { readonly least: number; readonly most: number | "no-limit" };

export type WeeklyBasis = Exclude<Basis, "assessment-period">;
export const weeklyBases: readonly WeeklyBasis[] = ["activity-week", "due-week", "paid-week"];

const allBases = [0, 1, 2];

const weeksPerYear = 52;
const monthsPerYear = 12;
export const daysPerWeek = 7;

/** Regular pay as so much a week, rounded up to the penny: a month is twelve fifty-seconds (benefits.md section 3.8). */
export function asWeekly(pence: Pence, pattern: "week" | "fortnight" | "four-weeks" | "month"): Pence {
  if (pattern === "week") return pence;
  if (pattern === "fortnight") return penceOf(Math.ceil(pence / 2));
  if (pattern === "four-weeks") return penceOf(Math.ceil(pence / 4));
  return penceOf(Math.ceil((pence * monthsPerYear) / weeksPerYear));
}

/** Other pay after the part of a pension contribution that comes off. */
export function countedPay(pay: OtherPay, protection: Pick<Protection, "pension">): Pence {
  const deduction = pensionDeduction(pay.pensionPence, protection);
  return pay.takeHomePence > deduction ? penceOf(pay.takeHomePence - deduction) : nothing;
}

/** Everything known about one week on one basis, with its working. */
export type WeekTotal = {
  readonly week: Week;
  readonly basis: WeeklyBasis;
  readonly total: Range;
  /** The most that this offer adds, without other pay. */
  readonly fromOffer: { readonly least: Pence; readonly most: Pence };
  readonly fromOtherPay: Range;
  readonly minutes: MinutesRange;
  readonly steps: readonly Step[];
};

/** A row of the table: one week on one basis. Money is whole pence and time whole minutes; Infinity where nobody knows the most. */
export type WeekRow = {
  /** The number of the week's first day. */
  readonly start: number;
  readonly basis: number;
  readonly offerLeast: number;
  readonly offerMost: number;
  readonly otherLeast: number;
  readonly otherMost: number;
  readonly minutesLeast: number;
  readonly minutesMost: number;
};

/** Every week that holds a day of the offer, on every basis. */
export type WeekTable = {
  /** The numbers of the first days, in order. */
  readonly starts: readonly number[];
  /** Calls with every week in order, and within it every basis. The row is one object, filled anew each time: take from it, never keep it. */
  readonly each: (look: (row: WeekRow) => void) => void;
  /** The same, without a basis whose rows are all equal to those of an earlier one: for what only looks for the most or the tightest. */
  readonly eachDifferent: (look: (row: WeekRow) => void) => void;
  /** For each basis, the earliest one whose rows are all equal to its own. */
  readonly sameAs: readonly number[];
  /** One week on one basis with its working. */
  readonly total: (start: number, basis: number) => WeekTotal;
  /** The counted items of one week on one basis, with how much of each falls there. */
  readonly itemsIn: (start: number, basis: number) => readonly ItemInWeek[];
};
export type ItemInWeek = { readonly item: CountedItem; readonly least: Pence; readonly most: Pence };

export type WeeklyTotals =
  { readonly known: true; readonly table: WeekTable } | { readonly known: false; readonly missing: "activity-date" | "payment-date" };

export type TableQuestion = {
  readonly offer: Offer;
  readonly counted: Pick<Counted, "items">;
  readonly otherEarnings: OtherEarnings;
  readonly begins: WeekdayName | undefined;
  readonly protection: Pick<Protection, "pension">;
};

/**
 * The table of every week the offer touches. Not known when an item that may count has no day for a basis, or a meeting has
 * none, because then nobody can say which week it belongs to.
 */
export function tableOfWeeks(question: TableQuestion): WeeklyTotals {
  const items = question.counted.items.filter((item) => item.most > 0);
  for (const item of items) {
    const missing = missingDay(item);
    if (missing !== undefined) return { known: false, missing };
  }
  if (question.offer.activities.some((activity) => activity.on === undefined)) return { known: false, missing: "activity-date" };
  return { known: true, table: buildTable({ ...question, items, alsoDays: [] }) };
}

/** Which day an item lacks to stand on every basis, if one. */
export function missingDay(item: CountedItem): "activity-date" | "payment-date" | undefined {
  if (item.parts.length === 0 || item.parts.some((part) => part.on === undefined)) return "activity-date";
  return item.dueOn === undefined ? "payment-date" : undefined;
}

/** Amounts that stand on one day each, in order of day; those of several meetings apart. */
type Line = {
  readonly days: readonly number[];
  readonly at: readonly number[];
  readonly least: readonly number[];
  readonly most: readonly number[];
};

/** An item for meetings on several days: nobody may know how much of it falls in which week. */
type SpreadItem = { readonly at: number; readonly days: readonly number[]; readonly first: number; readonly last: number };

/** The table for items that all have their days; `alsoDays` asks for the weeks of further days. */
export function buildTable(
  question: Omit<TableQuestion, "counted"> & { readonly items: readonly CountedItem[]; readonly alsoDays: readonly number[] },
): WeekTable {
  const { offer, items, begins } = question;
  const spread: SpreadItem[] = [];
  const worked: number[] = [];
  const due: number[] = [];
  const paid: number[] = [];
  for (const [at, item] of items.entries()) {
    const { dueOn, paidOn, parts } = item;
    const dueDay = dueOn === undefined ? Number.NaN : dayNumberOf(dueOn);
    due.push(dueDay);
    paid.push(paidOn === undefined || paidOn === dueOn ? dueDay : dayNumberOf(paidOn));
    const [only] = parts;
    if (parts.length === 1 && only?.on !== undefined) {
      worked.push(only.on === dueOn ? dueDay : dayNumberOf(only.on));
      continue;
    }
    const days = parts.map((part) => (part.on === undefined ? Number.NaN : dayNumberOf(part.on)));
    const first = days[0] ?? Number.NaN;
    if (days.every((day) => day === first)) worked.push(first);
    else {
      worked.push(Number.NaN);
      spread.push({ at, days, first: Math.min(...days), last: Math.max(...days) });
    }
  }
  // Most money is due on the day of the meeting and paid when it is due: what is the same is worked out once.
  const workedLine = lineOf(items, worked);
  const dueLine = areSameDays(worked, due) ? workedLine : lineOf(items, due);
  const paidLine = areSameDays(due, paid) ? dueLine : lineOf(items, paid);
  const lines: readonly [Line, Line, Line] = [workedLine, dueLine, paidLine];
  const meetings = meetingLine(offer);
  const starts = startsOf(
    [...new Set([workedLine.days, dueLine.days, paidLine.days]), meetings.days, question.alsoDays, ...spread.map(({ days }) => days)],
    begins,
  );

  const workedSums = sumsOver(starts, workedLine);
  for (const one of spread) addSpread(one, items, starts, workedSums);
  const dueSums = dueLine === workedLine && spread.length === 0 ? workedSums : sumsOver(starts, dueLine);
  const offerSums = [workedSums, dueSums, paidLine === dueLine ? dueSums : sumsOver(starts, paidLine)] as const;
  const other = otherPayOver(question, starts);
  const minutes = minutesOver(question, meetings, starts);

  const dueAs = dueSums === workedSums && other.paid === other.worked ? 0 : 1;
  const sameAs = [0, dueAs, offerSums[2] === dueSums ? dueAs : 2];
  const different = [0, 1, 2].filter((basis) => sameAs[basis] === basis);

  const eachOf = (bases: readonly number[], look: (row: WeekRow) => void): void => {
    const row = { start: 0, basis: 0, offerLeast: 0, offerMost: 0, otherLeast: 0, otherMost: 0, minutesLeast: 0, minutesMost: 0 };
    for (let index = 0; index < starts.length; index += 1) {
      row.start = starts[index] ?? 0;
      row.minutesLeast = minutes.least[index] ?? 0;
      row.minutesMost = minutes.most[index] ?? 0;
      for (const basis of bases) {
        const mine = basis === 0 ? offerSums[0] : basis === 1 ? offerSums[1] : offerSums[2];
        const others = basis === 0 ? other.worked : other.paid;
        row.basis = basis;
        row.offerLeast = mine.least[index] ?? 0;
        row.offerMost = mine.most[index] ?? 0;
        row.otherLeast = others.least[index] ?? 0;
        row.otherMost = others.most[index] ?? 0;
        look(row);
      }
    }
  };
  const itemsIn = (start: number, basis: number): readonly ItemInWeek[] => {
    const line = basis === 0 ? lines[0] : basis === 1 ? lines[1] : lines[2];
    const found: number[] = [];
    for (let at = firstFrom(line.days, start); at < line.days.length && (line.days[at] ?? 0) < start + daysPerWeek; at += 1) {
      found.push(line.at[at] ?? 0);
    }
    const shares = new Map<number, { readonly least: Pence; readonly most: Pence }>();
    if (basis === 0) {
      for (const one of spread) {
        const share = shareInWeek(items[one.at], one, start);
        if (share === undefined || share.most === 0) continue;
        shares.set(one.at, share);
        found.push(one.at);
      }
    }
    return found
      .sort((one, next) => one - next)
      .flatMap((at) => {
        const item = items[at];
        if (item === undefined) return [];
        const share = shares.get(at) ?? item;
        return [{ item, least: share.least, most: share.most }];
      });
  };
  const total = (start: number, basis: number): WeekTotal =>
    totalOf({ question, start, basis, itemsIn, index: firstFrom(starts, start), minutes });
  return {
    starts,
    each: (look) => eachOf(allBases, look),
    eachDifferent: (look) => eachOf(different, look),
    sameAs,
    total,
    itemsIn,
  };
}

/** Items in order of their days; those that have no one day stand elsewhere. */
function lineOf(items: readonly CountedItem[], dayOf: readonly number[]): Line {
  const places: number[] = [];
  let isInOrder = true;
  let before = -Infinity;
  for (let at = 0; at < items.length; at += 1) {
    const day = dayOf[at] ?? Number.NaN;
    if (Number.isNaN(day)) continue;
    if (day < before) isInOrder = false;
    before = day;
    places.push(at);
  }
  if (!isInOrder) places.sort((one, next) => (dayOf[one] ?? 0) - (dayOf[next] ?? 0));
  const days: number[] = [];
  const least: number[] = [];
  const most: number[] = [];
  for (const at of places) {
    days.push(dayOf[at] ?? 0);
    least.push(items[at]?.least ?? 0);
    most.push(items[at]?.most ?? 0);
  }
  return { at: places, days, least, most };
}

function areSameDays(one: readonly number[], other: readonly number[]): boolean {
  return one.every((day, at) => Object.is(day, other[at]));
}

type Meetings = { readonly days: readonly number[]; readonly least: readonly number[]; readonly most: readonly number[] };

/** Minutes of the meetings that have a day, in order of day. */
function meetingLine({ activities }: Offer): Meetings {
  const dated: { readonly day: number; readonly minutes: number | undefined }[] = [];
  let isInOrder = true;
  for (const { on, minutes } of activities) {
    if (on === undefined) continue;
    const day = dayNumberOf(on);
    if (day < (dated.at(-1)?.day ?? -Infinity)) isInOrder = false;
    dated.push({ day, minutes });
  }
  if (!isInOrder) dated.sort((one, next) => one.day - next.day);
  return {
    days: dated.map(({ day }) => day),
    least: dated.map(({ minutes }) => minutes ?? 0),
    most: dated.map(({ minutes }) => minutes ?? Infinity),
  };
}

/** The first days of all the weeks that hold one of the days; for an unknown first day, of every run of seven days that does. */
function startsOf(lines: readonly (readonly number[])[], begins: WeekdayName | undefined): readonly number[] {
  const days = new Set<number>();
  for (const line of lines) {
    let before = Number.NaN;
    for (const day of line) {
      const start = begins === undefined ? day : weekStart(day, begins);
      if (start !== before) days.add(start);
      before = start;
    }
  }
  const inOrder = [...days].sort((one, next) => one - next);
  if (begins !== undefined) return inOrder;
  const starts: number[] = [];
  for (const day of inOrder) {
    for (let start = Math.max(day - daysPerWeek + 1, (starts.at(-1) ?? -Infinity) + 1); start <= day; start += 1) starts.push(start);
  }
  return starts;
}

type Sums = { readonly least: number[]; readonly most: number[] };

/** What each week holds: one walk over days and weeks together, because both are in order. */
function sumsOver(starts: readonly number[], { days, least, most }: Pick<Line, "days" | "least" | "most">): Sums {
  const sums: Sums = { least: [], most: [] };
  let from = 0;
  let to = 0;
  let leastHere = 0;
  let mostHere = 0;
  let unknownHere = 0;
  for (const start of starts) {
    for (; to < days.length && (days[to] ?? 0) < start + daysPerWeek; to += 1) {
      leastHere += least[to] ?? 0;
      if (most[to] === Infinity) unknownHere += 1;
      else mostHere += most[to] ?? 0;
    }
    for (; from < to && (days[from] ?? 0) < start; from += 1) {
      leastHere -= least[from] ?? 0;
      if (most[from] === Infinity) unknownHere -= 1;
      else mostHere -= most[from] ?? 0;
    }
    sums.least.push(leastHere);
    sums.most.push(unknownHere > 0 ? Infinity : mostHere);
  }
  return sums;
}

function addSpread(one: SpreadItem, items: readonly CountedItem[], starts: readonly number[], into: Sums): void {
  for (let index = firstFrom(starts, one.first - daysPerWeek + 1); index < starts.length && (starts[index] ?? 0) <= one.last; index += 1) {
    const share = shareInWeek(items[one.at], one, starts[index] ?? 0);
    if (share === undefined) continue;
    into.least[index] = (into.least[index] ?? 0) + share.least;
    into.most[index] = (into.most[index] ?? 0) + share.most;
  }
}

/** How much of a payment for several meetings falls in a week. One whose parts nobody named may fall there whole. */
function shareInWeek(
  item: CountedItem | undefined,
  { days }: SpreadItem,
  start: number,
): { readonly least: Pence; readonly most: Pence } | undefined {
  if (item === undefined) return undefined;
  const within = item.parts.filter((_, at) => (days[at] ?? -1) >= start && (days[at] ?? -1) < start + daysPerWeek);
  if (within.length === 0) return undefined;
  if (within.length === item.parts.length) return item;
  const named = within.map((part) => part.pence).filter((pence) => pence !== undefined);
  if (named.length < within.length || item.least !== item.most) return { least: nothing, most: item.most };
  // What comes off the whole payment comes off somewhere: perhaps all of it here, perhaps none.
  const takenOff = sum(item.parts.map((part) => part.pence ?? nothing)) - item.most;
  const here = sum(named);
  return { least: penceOf(Math.max(0, here - takenOff)), most: smaller(here, item.most) };
}

/** Where the first number is that is not below a value. */
function firstFrom(numbers: readonly number[], value: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Place = "here" | "perhaps-here" | "elsewhere";

function placeOf(pay: OtherPay, start: number, isByWork: boolean): Place {
  if (pay.pattern === "in-the-same-period") return "perhaps-here";
  if (pay.pattern !== "once") return "here";
  const on = isByWork ? pay.workedOn : pay.paidOn;
  if (on === undefined) return "perhaps-here";
  const day = dayNumberOf(on);
  return day >= start && day < start + daysPerWeek ? "here" : "elsewhere";
}

function weeklyPay(amount: Pence, pattern: OtherPay["pattern"]): Pence {
  return pattern === "once" || pattern === "in-the-same-period" ? amount : asWeekly(amount, pattern);
}

/** Other pay in each week, by the day of the work and by the day of payment. Pay on a day nobody named is in the most and not in the least. */
function otherPayOver(
  question: Pick<TableQuestion, "otherEarnings" | "protection">,
  starts: readonly number[],
): { readonly worked: Sums; readonly paid: Sums } {
  const { otherEarnings, protection } = question;
  const isKnown = otherEarnings.answer !== "not-sure";
  const filled = (): Sums => ({ least: starts.map(() => 0), most: starts.map(() => (isKnown ? 0 : Infinity)) });
  if (otherEarnings.answer !== "some") {
    const same = filled();
    return { worked: same, paid: same };
  }
  const found = { worked: filled(), paid: filled() };
  for (const pay of otherEarnings.pay) {
    const weekly = weeklyPay(countedPay(pay, protection), pay.pattern);
    for (const isByWork of [true, false]) {
      const sums = isByWork ? found.worked : found.paid;
      for (const [index, start] of starts.entries()) {
        const place = placeOf(pay, start, isByWork);
        if (place === "here") sums.least[index] = (sums.least[index] ?? 0) + weekly;
        if (place !== "elsewhere") sums.most[index] = (sums.most[index] ?? 0) + weekly;
      }
    }
  }
  return found;
}

function minutesOver({ otherEarnings }: Pick<TableQuestion, "otherEarnings">, meetings: Meetings, starts: readonly number[]): Sums {
  const sums = sumsOver(starts, meetings);
  if (otherEarnings.answer === "not-sure") return { least: sums.least, most: starts.map(() => Infinity) };
  for (const pay of otherEarnings.answer === "some" ? otherEarnings.pay : []) {
    const weekly = pay.minutes === undefined ? Infinity : weeklyPay(penceOf(pay.minutes), pay.pattern);
    for (const [index, start] of starts.entries()) {
      const place = placeOf(pay, start, true);
      if (place === "here" && weekly !== Infinity) sums.least[index] = (sums.least[index] ?? 0) + weekly;
      if (place !== "elsewhere") sums.most[index] = (sums.most[index] ?? 0) + weekly;
    }
  }
  return sums;
}

function totalOf(input: {
  readonly question: Pick<TableQuestion, "otherEarnings" | "protection">;
  readonly start: number;
  readonly basis: number;
  readonly itemsIn: WeekTable["itemsIn"];
  readonly index: number;
  readonly minutes: Sums;
}): WeekTotal {
  const { start, basis, minutes, index } = input;
  const other = otherPayInWeek(input.question, start, basis === 0);
  const steps: Step[] = [...other.steps];
  let least = 0;
  let most = 0;
  for (const { item, least: leastHere, most: mostHere } of input.itemsIn(start, basis)) {
    least += leastHere;
    most += mostHere;
    steps.push({ label: item.origin, operation: "add", unit: "pence", amount: mostHere, item: item.id });
  }
  const isKnown = other.range.most !== "no-limit";
  const total: Range = {
    least: penceOf(least + other.range.least),
    most: other.range.most === "no-limit" ? "no-limit" : penceOf(most + other.range.most),
  };
  if (isKnown && total.most !== "no-limit") steps.push({ label: "total-earnings", operation: "equals", unit: "pence", amount: total.most });
  const mostMinutes = minutes.most[index] ?? Infinity;
  return {
    week: weekFrom(start),
    basis: weeklyBases[basis] ?? "paid-week",
    total,
    fromOffer: { least: penceOf(least), most: penceOf(most) },
    fromOtherPay: other.range,
    minutes: { least: minutes.least[index] ?? 0, most: mostMinutes === Infinity ? "no-limit" : mostMinutes },
    steps,
  };
}

/** The seven days from a first day. */
export function weekFrom(start: number): Week {
  return { from: dayAt(start), to: dayAt(start + daysPerWeek - 1) };
}

/** Other pay in one week, with a step for each pay that may be there. */
function otherPayInWeek(
  { otherEarnings, protection }: Pick<TableQuestion, "otherEarnings" | "protection">,
  start: number,
  isByWork: boolean,
): { readonly range: Range; readonly steps: readonly Step[] } {
  if (otherEarnings.answer === "none") return { range: { least: nothing, most: nothing }, steps: [] };
  if (otherEarnings.answer === "not-sure") return { range: { least: nothing, most: "no-limit" }, steps: [] };
  let least = 0;
  let most = 0;
  const steps: Step[] = [];
  for (const pay of otherEarnings.pay) {
    const amount = countedPay(pay, protection);
    const place = placeOf(pay, start, isByWork);
    if (place === "elsewhere" || amount === 0) continue;
    const weekly = weeklyPay(amount, pay.pattern);
    if (place === "here") least += weekly;
    most += weekly;
    const label = place === "here" ? "other-earnings" : "other-earnings-week-not-known";
    steps.push({ label, operation: "add", unit: "pence", amount: weekly, item: pay.id });
  }
  return { range: { least: penceOf(least), most: penceOf(most) }, steps };
}
