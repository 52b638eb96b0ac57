// What an organisation pays for time: dated cards of lines. A card is typed in from a publication or a decision, never
// worked out from another (payments.md section b). Pricing with a card is in price-time.ts.
import type { CalendarDate, WeekdayName } from "#app/domain/basics/dates.ts";
import type { Pence, Rate } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { Source } from "#app/domain/basics/sources.ts";

export const activities = [
  "meeting",
  "preparation",
  "reading",
  "review",
  "training",
  "interview-panel",
  "chairing",
  "facilitating",
  "presenting",
  "travel-time",
  "feedback",
  "other",
] as const;
export type Activity = (typeof activities)[number];

export const modes = ["in-person", "online", "phone", "at-home"] as const;
export type Mode = (typeof modes)[number];

/** An edge between bands; `inclusive` says that exactly so many minutes belong to this band. */
export type BandEdge = { readonly minutes: number; readonly inclusive: boolean };
export type Band = { readonly from: BandEdge; readonly to: BandEdge | "no-end"; readonly amount: Pence };

export type Basis =
  | { readonly kind: "per-minute"; readonly hourly: Rate<"hour"> }
  | { readonly kind: "started-unit"; readonly unitMinutes: number; readonly hourly: Rate<"hour"> }
  | { readonly kind: "band"; readonly bands: readonly Band[] }
  | { readonly kind: "fixed-per-event"; readonly amount: Pence }
  | { readonly kind: "per-item"; readonly each: Rate<"item"> };

export type RateLine = {
  readonly code: string;
  /** What the line is called to people; never blank, because nobody is shown a code alone. */
  readonly label: string;
  readonly easyReadLabel?: string;
  readonly activities: readonly Activity[] | "any";
  readonly roles: readonly string[] | "any";
  readonly modes: readonly Mode[] | "any";
  readonly basis: Basis;
  /** Activities this line already pays for, so that nobody pays for them twice at one event. */
  readonly includes: readonly Activity[];
  readonly minimumMinutes?: number;
  /** Caps are for budgets. They are never a benefit limit, and costs are outside them. */
  readonly dayCap?: Pence;
  readonly weekCap?: Pence;
};

export type CancelRule = {
  readonly cancelledBy: "organiser" | "participant";
  /** The rule holds when notice is shorter than this; exactly this much notice is outside it. */
  readonly noticeUnderMinutes: number | "any";
  readonly pays:
    | { readonly kind: "percent"; readonly percent: number }
    | { readonly kind: "amount"; readonly amount: Pence }
    | { readonly kind: "nothing" };
  readonly paysPreparationDone: boolean;
};

export type BreakRule = { readonly kind: "count" } | { readonly kind: "take-off"; readonly longerThanMinutes: number };

export type RateCard = {
  readonly id: string;
  readonly organisation: string;
  readonly name: string;
  readonly version: number;
  readonly validFrom: CalendarDate;
  /** The last day, only where the publication or decision gives one. Otherwise a card runs until the next version. */
  readonly validTo?: CalendarDate;
  readonly approved?: { readonly by: string; readonly on: CalendarDate };
  readonly source: Source;
  readonly published: CalendarDate | "undated";
  readonly breaks: BreakRule;
  /** Whether the planned time is paid when a meeting ends early. */
  readonly paysPlannedTime: boolean;
  readonly weekBegins: WeekdayName;
  readonly lines: readonly RateLine[];
  readonly cancellation: readonly CancelRule[];
};

export type RateCardProblem =
  | { readonly problem: "no-name" }
  | { readonly problem: "no-lines" }
  | { readonly problem: "ends-before-it-starts" }
  | { readonly problem: "code-used-twice"; readonly line: string }
  | { readonly problem: "no-label"; readonly line: string }
  | { readonly problem: "nothing-chosen"; readonly line: string; readonly field: "activities" | "roles" | "modes" }
  | { readonly problem: "not-an-amount"; readonly line: string }
  | { readonly problem: "not-whole-minutes"; readonly line: string }
  | { readonly problem: "minimum-not-whole-units"; readonly line: string; readonly unitMinutes: number; readonly minimumMinutes: number }
  | { readonly problem: "minimum-without-time"; readonly line: string }
  | { readonly problem: "band-empty"; readonly line: string; readonly band: number }
  | { readonly problem: "bands-gap"; readonly line: string; readonly fromMinute: number; readonly toMinute: number | "no-end" }
  | { readonly problem: "bands-overlap"; readonly line: string; readonly fromMinute: number; readonly toMinute: number | "no-end" }
  | { readonly problem: "lines-clash"; readonly line: string; readonly other: string }
  | { readonly problem: "cancellation-rule-twice"; readonly cancelledBy: CancelRule["cancelledBy"] }
  | { readonly problem: "cancellation-not-a-share"; readonly cancelledBy: CancelRule["cancelledBy"] };

/** Everything that keeps a card from being saved; an empty list means it is sound. */
export function checkRateCard(card: RateCard): readonly RateCardProblem[] {
  const problems: RateCardProblem[] = [];
  if (card.name.trim() === "") problems.push({ problem: "no-name" });
  if (card.lines.length === 0) problems.push({ problem: "no-lines" });
  if (card.validTo !== undefined && card.validTo < card.validFrom) problems.push({ problem: "ends-before-it-starts" });
  for (const line of card.lines) problems.push(...checkLine(line));
  problems.push(...checkLinesTogether(card.lines), ...checkCancellation(card.cancellation));
  return problems;
}

/**
 * The version in force on the day of the activity (payments.md section b, rule 2): the one that started last. Refused
 * before the first version, and after the last day of a version that says when it ends.
 */
export function cardInForce(versions: readonly RateCard[], on: CalendarDate): Result<RateCard, "no-card-yet" | "card-ended"> {
  let found: RateCard | undefined;
  for (const card of versions) {
    if (card.validFrom > on) continue;
    if (found === undefined || card.validFrom > found.validFrom || (card.validFrom === found.validFrom && card.version > found.version))
      found = card;
  }
  if (found === undefined) return refused("no-card-yet");
  if (found.validTo !== undefined && on > found.validTo) return refused("card-ended");
  return done(found);
}

/** Versions of one card that start on one day; only one of them can be meant. */
export function findVersionsThatClash(
  versions: readonly RateCard[],
): readonly { readonly version: number; readonly other: number; readonly on: CalendarDate }[] {
  return versions.flatMap((card, index) =>
    versions
      .slice(index + 1)
      .filter((other) => other.validFrom === card.validFrom)
      .map((other) => ({ version: card.version, other: other.version, on: card.validFrom })),
  );
}

/** How many of activity, role and mode a line narrows; the narrower line wins. */
export function narrownessOf(line: RateLine): number {
  return [line.activities, line.roles, line.modes].filter((which) => which !== "any").length;
}

function checkLine(line: RateLine): RateCardProblem[] {
  const problems: RateCardProblem[] = [];
  const name = line.code;
  if (line.label.trim() === "") problems.push({ problem: "no-label", line: name });
  for (const field of ["activities", "roles", "modes"] as const) {
    if (line[field].length === 0) problems.push({ problem: "nothing-chosen", line: name, field });
  }
  const amounts = [...amountsOf(line.basis), line.dayCap, line.weekCap].filter((amount) => amount !== undefined);
  if (amounts.some((amount) => !Number.isSafeInteger(amount) || amount < 0)) problems.push({ problem: "not-an-amount", line: name });
  if (minutesIn(line).some((minutes) => !Number.isSafeInteger(minutes) || minutes < 0)) {
    problems.push({ problem: "not-whole-minutes", line: name });
    return problems;
  }
  const { basis, minimumMinutes } = line;
  if (basis.kind === "band") problems.push(...checkBands(name, basis.bands));
  if (basis.kind === "started-unit" && basis.unitMinutes < 1) problems.push({ problem: "not-whole-minutes", line: name });
  else if (basis.kind === "started-unit" && minimumMinutes !== undefined && minimumMinutes % basis.unitMinutes !== 0) {
    // With whole units the minimum gives the same answer before and after unit rounding, so nobody has to know the order.
    problems.push({ problem: "minimum-not-whole-units", line: name, unitMinutes: basis.unitMinutes, minimumMinutes });
  }
  if (minimumMinutes !== undefined && (basis.kind === "fixed-per-event" || basis.kind === "per-item"))
    problems.push({ problem: "minimum-without-time", line: name });
  return problems;
}

function amountsOf(basis: Basis): readonly Pence[] {
  switch (basis.kind) {
    case "per-minute":
    case "started-unit":
      return [basis.hourly.pence];
    case "band":
      return basis.bands.map((band) => band.amount);
    case "fixed-per-event":
      return [basis.amount];
    case "per-item":
      return [basis.each.pence];
  }
}

function minutesIn(line: RateLine): readonly number[] {
  const { basis } = line;
  const own = line.minimumMinutes === undefined ? [] : [line.minimumMinutes];
  if (basis.kind === "started-unit") return [...own, basis.unitMinutes];
  if (basis.kind !== "band") return own;
  return [...own, ...basis.bands.flatMap((band) => [band.from.minutes, ...(band.to === "no-end" ? [] : [band.to.minutes])])];
}

/** The first and last whole minute of a band. */
export function minutesOfBand(band: Band): { readonly first: number; readonly last: number | "no-end" } {
  const first = band.from.inclusive ? band.from.minutes : band.from.minutes + 1;
  if (band.to === "no-end") return { first, last: "no-end" };
  return { first, last: band.to.inclusive ? band.to.minutes : band.to.minutes - 1 };
}

function checkBands(line: string, bands: readonly Band[]): RateCardProblem[] {
  const problems: RateCardProblem[] = [];
  const spans = bands.map((band, index) => ({ ...minutesOfBand(band), index })).sort((one, other) => one.first - other.first);
  let next = 1;
  let ended = false;
  for (const span of spans) {
    if (span.last !== "no-end" && (span.last < span.first || span.last < 1)) {
      problems.push({ problem: "band-empty", line, band: span.index });
      continue;
    }
    const first = Math.max(span.first, 1);
    if (ended || first < next) {
      const until = ended ? span.last : span.last === "no-end" ? next - 1 : Math.min(span.last, next - 1);
      problems.push({ problem: "bands-overlap", line, fromMinute: first, toMinute: until });
    } else if (first > next) problems.push({ problem: "bands-gap", line, fromMinute: next, toMinute: first - 1 });
    if (span.last === "no-end") ended = true;
    else next = Math.max(next, span.last + 1);
  }
  if (!ended) problems.push({ problem: "bands-gap", line, fromMinute: next, toMinute: "no-end" });
  return problems;
}

function checkLinesTogether(lines: readonly RateLine[]): RateCardProblem[] {
  const problems: RateCardProblem[] = [];
  lines.forEach((line, index) => {
    for (const other of lines.slice(index + 1)) {
      if (line.code === other.code) problems.push({ problem: "code-used-twice", line: line.code });
      const bothFit = meet(line.activities, other.activities) && meet(line.roles, other.roles) && meet(line.modes, other.modes);
      if (bothFit && narrownessOf(line) === narrownessOf(other))
        problems.push({ problem: "lines-clash", line: line.code, other: other.code });
    }
  });
  return problems;
}

function meet(one: readonly string[] | "any", other: readonly string[] | "any"): boolean {
  if (one === "any" || other === "any") return true;
  return one.some((name) => other.includes(name));
}

function checkCancellation(rules: readonly CancelRule[]): RateCardProblem[] {
  const problems: RateCardProblem[] = [];
  rules.forEach((rule, index) => {
    const { cancelledBy, noticeUnderMinutes, pays } = rule;
    const twice = rules
      .slice(index + 1)
      .some((other) => other.cancelledBy === cancelledBy && other.noticeUnderMinutes === noticeUnderMinutes);
    if (twice) problems.push({ problem: "cancellation-rule-twice", cancelledBy });
    const isShare = pays.kind !== "percent" || (Number.isSafeInteger(pays.percent) && pays.percent >= 0 && pays.percent <= 100);
    const isAmount = pays.kind !== "amount" || pays.amount >= 0;
    if (!isShare || !isAmount || (noticeUnderMinutes !== "any" && !(Number.isSafeInteger(noticeUnderMinutes) && noticeUnderMinutes > 0))) {
      problems.push({ problem: "cancellation-not-a-share", cancelledBy });
    }
  });
  return problems;
}
