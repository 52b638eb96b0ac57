// The price of somebody's time by a rate card, with every step of the working as data. The order is time, unit rounding,
// minimum, rate, line rounding, cap (payments.md section g, rule 4). Costs are never here.
import { daysBetween, weekContaining, type CalendarDate, type Instant } from "#app/domain/basics/dates.ts";
import { fractionOf, larger, nothing, penceOf, smaller, subtract, sum, type Pence, type Rate } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import {
  minutesOfBand,
  narrownessOf,
  type Activity,
  type Band,
  type CancelRule,
  type Mode,
  type RateCard,
  type RateLine,
} from "./rate-card.ts";

export type TimeEntry = {
  readonly id: string;
  /** The meeting or other event; "the same event" is what stops an included activity being paid twice. */
  readonly event: string;
  /** The London day it starts on; caps use it (rule 6). */
  readonly date: CalendarDate;
  readonly activity: Activity;
  readonly role?: string;
  readonly mode?: Mode;
  /** The line the offer froze. Without it the narrowest line that fits is used. */
  readonly lineCode?: string;
  readonly minutes?: number;
  readonly items?: number;
};

export type WorkingStep =
  | { readonly step: "time"; readonly minutes: number }
  | { readonly step: "started-units"; readonly unitMinutes: number; readonly units: number; readonly minutes: number }
  | { readonly step: "minimum"; readonly minimumMinutes: number; readonly minutes: number }
  | {
      readonly step: "hourly-rate";
      readonly hourly: Rate<"hour">;
      readonly minutes: number;
      readonly rounded: boolean;
      readonly amount: Pence;
    }
  | { readonly step: "band"; readonly band: Band; readonly minutes: number; readonly amount: Pence }
  | { readonly step: "fixed"; readonly amount: Pence }
  /** Called off: what a rule pays of what the meeting would have come to. */
  | { readonly step: "called-off"; readonly rule: CancelRule; readonly of: Pence; readonly amount: Pence }
  | { readonly step: "items"; readonly items: number; readonly each: Rate<"item">; readonly amount: Pence };

export type PricedEntry = {
  readonly entry: TimeEntry;
  readonly line: { readonly code: string; readonly label: string };
  readonly working: readonly WorkingStep[];
  /** The minutes paid for, after units and minimum; absent where the line does not pay by time. */
  readonly paidMinutes?: number;
  readonly amount: Pence;
};

/** A cap that covers some of the entries, kept so that it can be worked out again when a checker changes an amount. */
export type Cap = {
  readonly lineCode: string;
  readonly per: "day" | "week";
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly limit: Pence;
  /** What earlier claims already used of it. */
  readonly usedBefore: Pence;
  readonly entries: readonly string[];
};

export type CapCut = { readonly cap: Cap; readonly uncapped: Pence; readonly amount: Pence };

export type PricedTime = {
  readonly card: { readonly id: string; readonly version: number };
  readonly entries: readonly PricedEntry[];
  readonly caps: readonly Cap[];
  readonly cuts: readonly CapCut[];
  readonly uncapped: Pence;
  readonly total: Pence;
};

export type PriceProblem =
  | { readonly problem: "no-line"; readonly entry: string }
  | { readonly problem: "more-than-one-line"; readonly entry: string; readonly lines: readonly string[] }
  | { readonly problem: "minutes-missing"; readonly entry: string }
  | { readonly problem: "not-whole-minutes"; readonly entry: string }
  | { readonly problem: "items-missing"; readonly entry: string }
  | { readonly problem: "not-whole-items"; readonly entry: string }
  | { readonly problem: "no-band"; readonly entry: string }
  | { readonly problem: "included-already"; readonly entry: string; readonly inEntry: string; readonly line: string };

export type EarlierPay = { readonly lineCode: string; readonly date: CalendarDate; readonly amount: Pence };

/**
 * Prices a person's time. Each entry is rounded on its own, half a penny up, then added (payments.md section g, rule 3).
 * `earlier` is what other claims of the same person already paid: it uses up caps and is not in the totals.
 * Refused with every entry that cannot be priced; nothing is priced by a line that only nearly fits. Throws RangeError
 * when two entries share an id.
 */
export function priceTime(input: {
  readonly card: RateCard;
  readonly entries: readonly TimeEntry[];
  readonly earlier?: readonly EarlierPay[];
}): Result<PricedTime, readonly PriceProblem[]> {
  const { card, entries, earlier = [] } = input;
  if (new Set(entries.map((entry) => entry.id)).size !== entries.length)
    throw new RangeError("Expected every time entry to have its own id");
  const problems: PriceProblem[] = [];
  const matched: { readonly entry: TimeEntry; readonly line: RateLine }[] = [];
  for (const entry of entries) {
    const line = findLine(card, entry);
    if (line.ok) matched.push({ entry, line: line.value });
    else problems.push(line.refusal);
  }
  problems.push(...findPaidTwice(matched));
  const priced: PricedEntry[] = [];
  for (const { entry, line } of matched) {
    const answer = priceEntry(entry, line);
    if (answer.ok) priced.push(answer.value);
    else problems.push(answer.refusal);
  }
  if (problems.length > 0) return refused(problems);
  const caps = capsFor(card, priced, earlier);
  const amounts = new Map(priced.map((one) => [one.entry.id, one.amount]));
  const cuts = cutsFor(caps, amounts);
  const uncapped = sum(priced.map((one) => one.amount));
  return done({
    card: { id: card.id, version: card.version },
    entries: priced,
    caps,
    cuts,
    uncapped,
    total: sum([uncapped, ...cuts.map((cut) => cut.amount)]),
  });
}

/** The line of a card that pays an entry: the one the offer froze, else the narrowest that fits. Refused when two fit equally. */
export function findLine(card: RateCard, entry: TimeEntry): Result<RateLine, PriceProblem> {
  const fits = card.lines.filter((line) => (entry.lineCode === undefined ? lineFits(line, entry) : line.code === entry.lineCode));
  const narrowest = Math.max(...fits.map(narrownessOf));
  const best = fits.filter((line) => narrownessOf(line) === narrowest);
  const only = best[0];
  if (only === undefined) return refused({ problem: "no-line", entry: entry.id });
  if (best.length > 1) return refused({ problem: "more-than-one-line", entry: entry.id, lines: best.map((line) => line.code) });
  return done(only);
}

/**
 * How much each cap takes off, as amounts below nothing, given what each entry comes to now. Day caps first, then week
 * caps on what is left. An entry without an amount counts as nothing.
 */
export function cutsFor(caps: readonly Cap[], amounts: ReadonlyMap<string, Pence>): readonly CapCut[] {
  const cuts: CapCut[] = [];
  for (const cap of caps.filter((one) => one.per === "day")) cuts.push(...cutBy(cap, sumOf(cap.entries, amounts)));
  for (const cap of caps.filter((one) => one.per === "week")) {
    const inThisWeek = cuts.filter(
      (cut) => cut.cap.per === "day" && cut.cap.lineCode === cap.lineCode && cut.cap.from >= cap.from && cut.cap.to <= cap.to,
    );
    cuts.push(...cutBy(cap, sum([sumOf(cap.entries, amounts), ...inThisWeek.map((cut) => cut.amount)])));
  }
  return cuts;
}

/** Minutes that passed between two moments, so that a clock change in between does not matter. Throws RangeError when they are not whole minutes or run backwards. */
export function minutesBetween(start: Instant, end: Instant): number {
  const minutes = (Date.parse(end) - Date.parse(start)) / 60_000;
  if (!Number.isSafeInteger(minutes) || minutes < 0)
    throw new RangeError(`Expected whole minutes from ${start} to ${end}, found ${minutes}`);
  return minutes;
}

export type PaidLength = {
  readonly minutes: number;
  readonly basis: "planned" | "actual";
  readonly breaksTakenOff: readonly number[];
};

/**
 * The minutes a card pays of a meeting. Planned time is paid only when the card says so, the whole meeting ended early
 * and the person was there for all of it. Breaks longer than the card's edge come off; a break of exactly the edge does not.
 */
export function lengthToPay(
  card: Pick<RateCard, "breaks" | "paysPlannedTime">,
  meeting: {
    readonly plannedMinutes: number;
    readonly actualMinutes: number;
    readonly attended: "all" | "part";
    readonly breakMinutes: readonly number[];
  },
): PaidLength {
  const usePlanned = card.paysPlannedTime && meeting.attended === "all" && meeting.actualMinutes < meeting.plannedMinutes;
  const length = usePlanned ? meeting.plannedMinutes : meeting.actualMinutes;
  const { breaks } = card;
  const breaksTakenOff = breaks.kind === "count" ? [] : meeting.breakMinutes.filter((minutes) => minutes > breaks.longerThanMinutes);
  const off = breaksTakenOff.reduce((one, other) => one + other, 0);
  return { minutes: Math.max(0, length - off), basis: usePlanned ? "planned" : "actual", breaksTakenOff };
}

export type CancellationPay = {
  readonly rule: CancelRule;
  readonly meeting: Pence;
  readonly preparation: Pence;
  /** Fares and care that cannot be got back are always refunded, whatever the rule. */
  readonly costs: Pence;
  readonly total: Pence;
};

/**
 * What is paid when a meeting, or somebody's part in it, is cancelled: the rule with the shortest notice edge that the
 * notice falls under. No published UK figure was found (payments.md section b), so with no rule a person decides: refused.
 */
export function payForCancelled(input: {
  readonly rules: readonly CancelRule[];
  readonly cancelledBy: CancelRule["cancelledBy"];
  readonly noticeMinutes: number;
  readonly meetingAmount: Pence;
  readonly preparationDone: Pence;
  readonly costsLost: Pence;
}): Result<CancellationPay, "no-rule"> {
  const fits = input.rules
    .filter((rule) => rule.cancelledBy === input.cancelledBy)
    .filter((rule) => rule.noticeUnderMinutes === "any" || input.noticeMinutes < rule.noticeUnderMinutes)
    .sort((one, other) => noticeEdge(one) - noticeEdge(other));
  const rule = fits[0];
  if (rule === undefined) return refused("no-rule");
  const meeting = cancelledMeetingPay(rule, input.meetingAmount);
  const preparation = rule.paysPreparationDone ? input.preparationDone : nothing;
  return done({ rule, meeting, preparation, costs: input.costsLost, total: sum([meeting, preparation, input.costsLost]) });
}

function cancelledMeetingPay(rule: CancelRule, amount: Pence): Pence {
  switch (rule.pays.kind) {
    case "percent":
      return fractionOf(amount, { numerator: rule.pays.percent, denominator: 100 });
    case "amount":
      return rule.pays.amount;
    case "nothing":
      return nothing;
  }
}

function noticeEdge(rule: CancelRule): number {
  return rule.noticeUnderMinutes === "any" ? Number.POSITIVE_INFINITY : rule.noticeUnderMinutes;
}

function lineFits(line: RateLine, entry: TimeEntry): boolean {
  const activityFits = line.activities === "any" || line.activities.includes(entry.activity);
  const roleFits = line.roles === "any" || (entry.role !== undefined && line.roles.includes(entry.role));
  const modeFits = line.modes === "any" || (entry.mode !== undefined && line.modes.includes(entry.mode));
  return activityFits && roleFits && modeFits;
}

function findPaidTwice(matched: readonly { readonly entry: TimeEntry; readonly line: RateLine }[]): PriceProblem[] {
  const problems: PriceProblem[] = [];
  for (const { entry } of matched) {
    const covering = matched.find(
      (one) => one.entry.id !== entry.id && one.entry.event === entry.event && one.line.includes.includes(entry.activity),
    );
    if (covering !== undefined)
      problems.push({ problem: "included-already", entry: entry.id, inEntry: covering.entry.id, line: covering.line.code });
  }
  return problems;
}

function priceEntry(entry: TimeEntry, line: RateLine): Result<PricedEntry, PriceProblem> {
  const { basis } = line;
  const priced = { entry, line: { code: line.code, label: line.label } };
  if (basis.kind === "fixed-per-event")
    return done({ ...priced, working: [{ step: "fixed", amount: basis.amount }], amount: basis.amount });
  if (basis.kind === "per-item") {
    if (entry.items === undefined) return refused({ problem: "items-missing", entry: entry.id });
    if (!Number.isSafeInteger(entry.items) || entry.items < 0) return refused({ problem: "not-whole-items", entry: entry.id });
    const amount = penceOf(basis.each.pence * entry.items);
    return done({ ...priced, working: [{ step: "items", items: entry.items, each: basis.each, amount }], amount });
  }
  if (entry.minutes === undefined) return refused({ problem: "minutes-missing", entry: entry.id });
  if (!Number.isSafeInteger(entry.minutes) || entry.minutes < 0) return refused({ problem: "not-whole-minutes", entry: entry.id });
  const working: WorkingStep[] = [{ step: "time", minutes: entry.minutes }];
  // No time, no pay: a minimum is for a short meeting, not for one that the person was not at.
  if (entry.minutes === 0) return done({ ...priced, working, paidMinutes: 0, amount: nothing });
  let minutes = entry.minutes;
  if (basis.kind === "started-unit") {
    const units = Math.ceil(minutes / basis.unitMinutes);
    minutes = units * basis.unitMinutes;
    working.push({ step: "started-units", unitMinutes: basis.unitMinutes, units, minutes });
  }
  if (line.minimumMinutes !== undefined && minutes < line.minimumMinutes) {
    minutes = line.minimumMinutes;
    working.push({ step: "minimum", minimumMinutes: line.minimumMinutes, minutes });
  }
  if (basis.kind === "band") {
    const band = findBand(basis.bands, minutes);
    if (band === undefined) return refused({ problem: "no-band", entry: entry.id });
    working.push({ step: "band", band, minutes, amount: band.amount });
    return done({ ...priced, working, paidMinutes: minutes, amount: band.amount });
  }
  const amount = fractionOf(basis.hourly.pence, { numerator: minutes, denominator: 60 });
  working.push({ step: "hourly-rate", hourly: basis.hourly, minutes, rounded: (basis.hourly.pence * minutes) % 60 !== 0, amount });
  return done({ ...priced, working, paidMinutes: minutes, amount });
}

function findBand(bands: readonly Band[], minutes: number): Band | undefined {
  return bands.find((band) => {
    const { first, last } = minutesOfBand(band);
    return minutes >= first && (last === "no-end" || minutes <= last);
  });
}

function capsFor(card: RateCard, priced: readonly PricedEntry[], earlier: readonly EarlierPay[]): readonly Cap[] {
  const caps: Cap[] = [];
  for (const line of card.lines) {
    const mine = priced.filter((one) => one.line.code === line.code);
    const before = earlier.filter((pay) => pay.lineCode === line.code);
    const kinds = [
      { per: "day", limit: line.dayCap },
      { per: "week", limit: line.weekCap },
    ] as const;
    for (const { per, limit } of kinds) {
      if (limit === undefined) continue;
      const spans = new Map(mine.map((one) => [spanOf(card, per, one.entry.date).from, spanOf(card, per, one.entry.date)]));
      for (const { from, to } of spans.values()) {
        const inside = (date: CalendarDate) => daysBetween(from, date) >= 0 && daysBetween(date, to) >= 0;
        const entries = mine.filter((one) => inside(one.entry.date)).map((one) => one.entry.id);
        const usedBefore = sum(before.filter((pay) => inside(pay.date)).map((pay) => pay.amount));
        caps.push({ lineCode: line.code, per, from, to, limit, usedBefore, entries });
      }
    }
  }
  return caps;
}

function spanOf(card: RateCard, per: "day" | "week", date: CalendarDate): { readonly from: CalendarDate; readonly to: CalendarDate } {
  return per === "day" ? { from: date, to: date } : weekContaining(date, card.weekBegins);
}

function cutBy(cap: Cap, uncapped: Pence): readonly CapCut[] {
  const left = larger(nothing, subtract(cap.limit, cap.usedBefore));
  if (uncapped <= left) return [];
  return [{ cap, uncapped, amount: smaller(nothing, subtract(left, uncapped)) }];
}

function sumOf(entries: readonly string[], amounts: ReadonlyMap<string, Pence>): Pence {
  return sum(entries.map((id) => amounts.get(id) ?? nothing));
}
