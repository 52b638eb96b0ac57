// Things a checker should see about a claim: repeats, overlaps, lateness, missing receipts, amounts over policy. Flags
// are for people to decide about; only an exact repeat and somebody's own claim stop anything (payments.md section h).
import type { CalendarDate, Instant } from "#app/domain/basics/dates.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import { amountOf, type Claim, type ClaimBlock, type ClaimLine, groupOf, settleClaim } from "./claim.ts";
import { latenessOf, type ExpenseFinding, type ExpenseKind } from "./expenses.ts";
import type { Activity } from "./rate-card.ts";
import { compareWithWageFloor } from "./wage-floor.ts";

/** A line of another claim, of any team, as far as repeats need it. */
export type OtherLine = {
  readonly claim: string;
  readonly line: string;
  readonly person: string;
  readonly event: string;
  readonly date: CalendarDate;
  readonly amount: Pence;
  readonly what:
    | { readonly kind: "time"; readonly activity: Activity; readonly span?: { readonly from: Instant; readonly to: Instant } }
    | {
        readonly kind: "expense";
        readonly expense: ExpenseKind;
        readonly receiptHash?: string;
        readonly from?: string;
        readonly to?: string;
      };
};

export type ClaimFlag =
  | { readonly flag: "own-claim" }
  | { readonly flag: "claimed-already"; readonly line: string; readonly other: OtherLine }
  | {
      readonly flag: "looks-alike";
      readonly line: string;
      readonly other: OtherLine;
      readonly why: "same-receipt" | "same-journey" | "same-cost";
    }
  | { readonly flag: "at-the-same-time"; readonly line: string; readonly other: OtherLine }
  | { readonly flag: "late"; readonly daysLate: number; readonly lastDay: CalendarDate }
  | { readonly flag: "called-off"; readonly hasRule: boolean }
  | { readonly flag: "booked-already"; readonly line: string }
  | { readonly flag: "under-wage-floor"; readonly line: string; readonly floor: Pence }
  | { readonly flag: "expense"; readonly line: string; readonly finding: ExpenseFinding }
  | { readonly flag: "budget-code-missing" }
  | { readonly flag: "budget-code-form"; readonly pattern: string }
  | { readonly flag: "choice-missing" }
  | { readonly flag: "employer-not-said" }
  | { readonly flag: "advance-left-over"; readonly advance: string; readonly amount: Pence }
  | { readonly flag: "just-under-limit"; readonly limit: Pence; readonly claims: number; readonly total: Pence }
  | { readonly flag: "without-receipt-before"; readonly costs: number; readonly from: CalendarDate }
  | { readonly flag: "account-shared"; readonly others: number };

export type FlagLevel = "stops" | "a-person-decides" | "note";

/** Every flag of a claim, the ones that stop it first. `others` are lines of other claims, of any team; lines of this claim among them are ignored. */
export function flagsOf(input: {
  readonly claim: Claim;
  readonly others: readonly OtherLine[];
  readonly viewer: string;
  readonly claimWithinDays: number;
  /** How a budget code looks, as text people can read and as a rule. */
  readonly budgetCode?: { readonly pattern: string; readonly fits: (code: string) => boolean };
  /** Claims of this person this month that were each under the limit but together over it. */
  readonly split?: { readonly limit: Pence; readonly claims: number; readonly total: Pence };
  /** Costs of this person without a receipt since a day, this claim's among them. */
  readonly withoutReceipt?: { readonly costs: number; readonly from: CalendarDate };
  /** How many other people are paid into the same account. */
  readonly accountSharedBy?: number;
}): readonly ClaimFlag[] {
  const { claim, budgetCode, split } = input;
  const flags: ClaimFlag[] = [];
  if (input.viewer === claim.person) flags.push({ flag: "own-claim" });
  flags.push(...findRepeats(claim, input.others));
  const late = latenessOf({ activityDate: claim.activityDate, sentOn: claim.sentOn, claimWithinDays: input.claimWithinDays });
  if (late.daysLate > 0) flags.push({ flag: "late", ...late });
  if (claim.calledOff !== undefined) flags.push({ flag: "called-off", hasRule: claim.calledOff.rule !== "none" });
  for (const line of claim.lines) {
    if (line.about === "time") flags.push(...underFloor(line));
    if (line.about !== "expense") continue;
    if (claim.booked?.includes(line.assessed.expense.details.kind)) flags.push({ flag: "booked-already", line: line.id });
    for (const finding of line.assessed.findings) flags.push({ flag: "expense", line: line.id, finding });
  }
  const code = (claim.budgetCode ?? "").trim();
  if (code === "") flags.push({ flag: "budget-code-missing" });
  else if (budgetCode !== undefined && !budgetCode.fits(code)) flags.push({ flag: "budget-code-form", pattern: budgetCode.pattern });
  if (claim.choice === undefined) flags.push({ flag: "choice-missing" });
  const hasTime = claim.lines.some((line) => line.about === "time");
  if (hasTime && claim.paidByEmployerForThisTime === "not-said") flags.push({ flag: "employer-not-said" });
  for (const one of settleClaim(claim).leftOver)
    if (!one.isDecided) flags.push({ flag: "advance-left-over", advance: one.advance, amount: one.amount });
  if (split !== undefined && split.total > split.limit && split.claims > 1) flags.push({ flag: "just-under-limit", ...split });
  const { withoutReceipt, accountSharedBy = 0 } = input;
  // One lost receipt is no news beside the cost itself, which says so.
  if (withoutReceipt !== undefined && withoutReceipt.costs > 1) flags.push({ flag: "without-receipt-before", ...withoutReceipt });
  if (accountSharedBy > 0) flags.push({ flag: "account-shared", others: accountSharedBy });
  return flags.toSorted((one, other) => weightOf(one) - weightOf(other));
}

/** How many costs in some claims have no receipt, since a day: asked for and lost or never given. Mileage and access costs are not counted. */
export function costsWithoutReceipt(claims: readonly Claim[], from: CalendarDate): number {
  return claims
    .flatMap(({ lines }) => lines)
    .filter((line) => {
      if (line.about !== "expense" || groupOf(line) === "access") return false;
      const { date, receipt } = line.assessed.expense;
      return date >= from && (receipt.kind === "lost" || receipt.kind === "none-given");
    }).length;
}

// A warning, never a block: payment for involvement is not a wage, and outside the days held nothing is said (section b, rule 5).
function underFloor(line: Extract<ClaimLine, { about: "time" }>): readonly ClaimFlag[] {
  const { entry } = line.priced;
  const amount = amountOf(line);
  if (entry.minutes === undefined || line.priced.working.some(({ step }) => step === "called-off")) return [];
  const compared = compareWithWageFloor({ minutes: entry.minutes, amount, on: entry.date });
  if (!compared.ok || !compared.value.isUnderFloor) return [];
  return [{ flag: "under-wage-floor", line: line.id, floor: compared.value.floor.value.pence }];
}

/** What a flag asks for. */
export function levelOf(flag: ClaimFlag): FlagLevel {
  switch (flag.flag) {
    case "own-claim":
    case "claimed-already":
    case "budget-code-missing":
    case "choice-missing":
      return "stops";
    case "looks-alike":
    case "at-the-same-time":
    case "late":
    case "budget-code-form":
    case "booked-already":
    case "advance-left-over":
    case "just-under-limit":
      return "a-person-decides";
    case "called-off":
      return flag.hasRule ? "note" : "a-person-decides";
    case "under-wage-floor":
      return "note";
    case "expense":
      return noteFindings.has(flag.finding.finding) ? "note" : "a-person-decides";
    case "employer-not-said":
    case "without-receipt-before":
    case "account-shared":
      return "note";
  }
}

export type RepeatFlag = Extract<ClaimFlag, { flag: "claimed-already" | "looks-alike" | "at-the-same-time" | "booked-already" }>;

/** Something that may be paid twice, under the name a decision about it is kept by: the same from both claims. */
export type Repeat = { readonly subject: string; readonly flag: RepeatFlag };

/** Everything among a claim's flags that may be paid twice. */
export function repeatsAmong(claim: Pick<Claim, "reference">, flags: readonly ClaimFlag[]): readonly Repeat[] {
  return flags.flatMap((flag): readonly Repeat[] => {
    if (flag.flag === "booked-already") return [{ flag, subject: `${flag.flag} ${claim.reference}/${flag.line}` }];
    if (flag.flag !== "claimed-already" && flag.flag !== "looks-alike" && flag.flag !== "at-the-same-time") return [];
    const ends = [`${claim.reference}/${flag.line}`, `${flag.other.claim}/${flag.other.line}`].toSorted();
    return [{ flag, subject: [flag.flag === "looks-alike" ? flag.why : flag.flag, ...ends].join(" ") }];
  });
}

/**
 * The repeats that keep a claim from being passed. An exact one does until its line is paid nothing. The same receipt, the same
 * journey, two meetings at once and a cost we booked do until a person decided. The same kind of cost, day and amount alone is
 * shown and stops nothing: a bus there and a bus back cost the same.
 */
export function repeatsThatBlock(
  claim: Pick<Claim, "reference" | "lines">,
  flags: readonly ClaimFlag[],
  decided: ReadonlySet<string> = new Set(),
): readonly ClaimBlock[] {
  return repeatsAmong(claim, flags).flatMap(({ flag, subject }): readonly ClaimBlock[] => {
    const line = claim.lines.find(({ id }) => id === flag.line);
    if (line !== undefined && amountOf(line) === 0 && line.about !== "correction" && line.decision !== undefined) return [];
    if (flag.flag === "claimed-already") return [{ block: "claimed-already", line: flag.line, claim: flag.other.claim }];
    if (decided.has(subject) || (flag.flag === "looks-alike" && flag.why === "same-cost")) return [];
    return [{ block: "repeat-undecided", line: flag.line, subject }];
  });
}

/**
 * Lines that repeat a line of another claim. The same person's same activity at the same event is an exact repeat. The
 * same picture of a receipt, the same journey on a day, or the same cost, day and sum only look alike: two people may
 * share a taxi, and two bus rides cost the same, so a person decides.
 */
export function findRepeats(claim: Claim, others: readonly OtherLine[]): readonly ClaimFlag[] {
  const own = linesToCompare(claim);
  const flags: ClaimFlag[] = [];
  own.forEach((line, index) => {
    const earlier = [...others.filter((other) => other.claim !== claim.reference), ...own.slice(0, index)];
    for (const other of earlier) flags.push(...compareLines(line, other));
  });
  return flags;
}

/** A claim's lines as other claims compare themselves with them. Corrections are left out: they point to what they correct. */
export function linesToCompare(claim: Claim): readonly OtherLine[] {
  const common = { claim: claim.reference, person: claim.person };
  return claim.lines.flatMap((line): OtherLine[] => {
    if (line.about === "correction") return [];
    if (line.about === "time") {
      const { entry, amount } = line.priced;
      const span = line.span === undefined ? {} : { span: line.span };
      return [
        {
          ...common,
          line: line.id,
          event: entry.event,
          date: entry.date,
          amount,
          what: { kind: "time", activity: entry.activity, ...span },
        },
      ];
    }
    const { expense, claimed } = line.assessed;
    const { details, receipt } = expense;
    const hash = receipt.kind === "photo" ? { receiptHash: receipt.fileHash } : {};
    const from = details.kind === "own-vehicle" && details.from !== undefined ? { from: details.from } : {};
    const to = details.kind === "own-vehicle" && details.to !== undefined ? { to: details.to } : {};
    return [
      {
        ...common,
        line: line.id,
        event: claim.event,
        date: expense.date,
        amount: claimed,
        what: { kind: "expense", expense: details.kind, ...hash, ...from, ...to },
      },
    ];
  });
}

function compareLines(line: OtherLine, other: OtherLine): readonly ClaimFlag[] {
  const one = line.what;
  const two = other.what;
  if (one.kind === "time" && two.kind === "time") {
    if (line.person !== other.person) return [];
    if (line.event === other.event && one.activity === two.activity) return [{ flag: "claimed-already", line: line.line, other }];
    if (one.span !== undefined && two.span !== undefined && overlap(one.span, two.span))
      return [{ flag: "at-the-same-time", line: line.line, other }];
    return [];
  }
  if (one.kind !== "expense" || two.kind !== "expense") return [];
  if (one.receiptHash !== undefined && one.receiptHash === two.receiptHash)
    return [{ flag: "looks-alike", line: line.line, other, why: "same-receipt" }];
  if (line.person !== other.person || one.expense !== two.expense || line.date !== other.date) return [];
  if (one.from !== undefined && one.from === two.from && one.to === two.to)
    return [{ flag: "looks-alike", line: line.line, other, why: "same-journey" }];
  if (line.amount === other.amount) return [{ flag: "looks-alike", line: line.line, other, why: "same-cost" }];
  return [];
}

const noteFindings: ReadonlySet<ExpenseFinding["finding"]> = new Set([
  "paid-by-organisation",
  "paid-by-employer",
  "not-agreed-first",
  "paid-without-receipt",
  "receipt-to-come",
  "care-package-not-said",
  "above-approved-mileage",
  "approved-mileage-not-known",
]);

function overlap(one: { readonly from: Instant; readonly to: Instant }, other: { readonly from: Instant; readonly to: Instant }): boolean {
  return one.from < other.to && other.from < one.to;
}

function weightOf(flag: ClaimFlag): number {
  return ["stops", "a-person-decides", "note"].indexOf(levelOf(flag));
}
