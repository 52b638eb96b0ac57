// One person's claim for one activity: its lines, what a checker decided about them, and what is then to be paid. The
// total is always the sum of the lines shown; what is taken off is a line of its own. Who may act is in claim-states.ts.
import type { CalendarDate, Instant } from "#app/domain/basics/dates.ts";
import { nothing, smaller, subtract, sum, type Pence } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { CalledOff } from "./attended-time.ts";
import { payableFor, type Choice, type Payable } from "./choice.ts";
import type { AssessedExpense, ExpenseKind, Purse } from "./expenses.ts";
import { cutsFor, type Cap, type CapCut, type PricedEntry } from "./price-time.ts";
import type { CancelRule } from "./rate-card.ts";

/** Time is the person's own payment; costs are paid back; access costs are another budget. They are never added up into one figure without being shown apart. */
export type LineGroup = "time" | Purse;

export type LineDecision = { readonly amount: Pence; readonly why: string; readonly by: string; readonly on: CalendarDate };

export type ClaimLine =
  | {
      readonly id: string;
      readonly about: "time";
      readonly priced: PricedEntry;
      /** When it was, where known, so that two paid meetings at once can be noticed. */
      readonly span?: { readonly from: Instant; readonly to: Instant };
      readonly decision?: LineDecision;
    }
  | { readonly id: string; readonly about: "expense"; readonly assessed: AssessedExpense; readonly decision?: LineDecision }
  | {
      readonly id: string;
      readonly about: "correction";
      readonly group: LineGroup;
      readonly of: { readonly claim: string; readonly line: string };
      readonly why: string;
      /** May be below nothing, when too much was paid before. */
      readonly amount: Pence;
    };

export type Advance = {
  readonly id: string;
  readonly amount: Pence;
  readonly paidOn: CalendarDate;
  /** The kind of cost it was given for. It is only ever taken off costs, never off somebody's payment. */
  readonly covers: ExpenseKind | "any-cost";
};

export type LeftOverDecision = {
  readonly advance: string;
  readonly what: "person-keeps-it" | "person-returns-it" | "goes-to-next-claim";
  readonly why: string;
  readonly by: string;
  readonly on: CalendarDate;
};

/** Several budget codes for one claim: some lines, or some amounts, are paid by another code than the claim's own. */
export type BudgetSplit =
  | { readonly by: "line"; readonly codes: Readonly<Record<string, string>> }
  | { readonly by: "amount"; readonly parts: readonly { readonly code: string; readonly amount: Pence }[] };

export type Claim = {
  readonly reference: string;
  readonly person: string;
  readonly event: string;
  readonly activityDate: CalendarDate;
  readonly sentOn: CalendarDate;
  readonly offer?: string;
  /** Absent until the person has chosen; a claim without a choice is not passed. */
  readonly choice?: Choice;
  readonly paidByEmployerForThisTime: "yes" | "no" | "not-said";
  readonly lines: readonly ClaimLine[];
  readonly caps: readonly Cap[];
  readonly advances: readonly Advance[];
  readonly leftOverDecisions: readonly LeftOverDecision[];
  readonly budgetCode?: string;
  readonly budgetSplit?: BudgetSplit;
  /** Kinds of cost that were booked and paid for this person before the meeting, so that nobody claims them too. */
  readonly booked?: readonly ExpenseKind[];
  /** The meeting, or this person's part in it, was called off, and how that was paid. */
  readonly calledOff?: { readonly what: CalledOff; readonly rule: CancelRule | "none" };
};

export type SettledLine = {
  readonly id: string;
  readonly group: LineGroup;
  readonly amount: Pence;
  readonly because:
    | { readonly kind: "line"; readonly line: ClaimLine }
    | { readonly kind: "cap"; readonly cut: CapCut }
    | { readonly kind: "employer-pays" }
    | { readonly kind: "choice"; readonly choice: Choice }
    | { readonly kind: "advance"; readonly advance: Advance; readonly line: string };
};

export type Settlement = {
  /** Everything that adds up to `toPay`, in the order it is shown. */
  readonly lines: readonly SettledLine[];
  readonly time: Pence;
  readonly costs: Pence;
  readonly access: Pence;
  readonly total: Pence;
  readonly advancesTaken: Pence;
  readonly toPay: Pence;
  readonly declined: Pence;
  readonly ownGift?: NonNullable<Payable["ownGift"]>;
  /** Lines with an amount nobody has decided yet. It is not in the totals. */
  readonly undecided: readonly { readonly line: string; readonly amount: Pence }[];
  /** Advances that were more than the costs, and how much is left of each. */
  readonly leftOver: readonly { readonly advance: string; readonly amount: Pence; readonly isDecided: boolean }[];
};

/** Works out what a claim comes to now: caps, then time an employer already pays, then the person's choice, then advances off costs. */
export function settleClaim(claim: Claim): Settlement {
  const own: SettledLine[] = claim.lines.map((line) => ({
    id: line.id,
    group: groupOf(line),
    amount: amountOf(line),
    because: { kind: "line", line },
  }));
  const lines: SettledLine[] = [...own.filter((line) => line.group === "time"), ...capLines(claim)];

  const afterCaps = addUp(lines, "time");
  const isPaidElsewhere = claim.paidByEmployerForThisTime === "yes" && afterCaps > 0;
  if (isPaidElsewhere)
    lines.push({ id: "employer-pays", group: "time", amount: subtract(nothing, afterCaps), because: { kind: "employer-pays" } });

  const choice: Choice = claim.choice ?? { kind: "full" };
  const earned = addUp(lines, "time");
  const payable = payableFor(choice, earned > 0 ? earned : nothing);
  if (payable.declined > 0) lines.push(choiceLine("time", choice, payable.declined));

  for (const group of ["costs", "access"] as const) {
    const inGroup = own.filter((line) => line.group === group);
    lines.push(...inGroup);
    const total = addUp(inGroup, group);
    if (!payable.paysCosts && total > 0) lines.push(choiceLine(group, choice, total));
  }
  const time = addUp(lines, "time");
  const costs = addUp(lines, "costs");
  const access = addUp(lines, "access");

  const netted = netAdvances({ costs: payable.paysCosts ? costsToNet(claim) : [], advances: claim.advances });
  const advanceLines = netted.taken.map((one): SettledLine => ({
    id: `advance-${one.advance.id}-${one.cost.id}`,
    group: one.cost.group,
    amount: subtract(nothing, one.amount),
    because: { kind: "advance", advance: one.advance, line: one.cost.id },
  }));
  const total = sum([time, costs, access]);
  const advancesTaken = sum(netted.taken.map((one) => one.amount));
  const decided = new Set(claim.leftOverDecisions.map((one) => one.advance));
  return {
    lines: [...lines, ...advanceLines],
    time,
    costs,
    access,
    total,
    advancesTaken,
    toPay: subtract(total, advancesTaken),
    declined: payable.declined,
    ...(payable.ownGift === undefined ? {} : { ownGift: payable.ownGift }),
    undecided: claim.lines.flatMap((line) => undecidedOf(line)),
    leftOver: netted.left.map((one) => ({ advance: one.advance.id, amount: one.amount, isDecided: decided.has(one.advance.id) })),
  };
}

export type CostToNet = { readonly id: string; readonly group: Purse; readonly kind: ExpenseKind; readonly amount: Pence };

export type Netted = {
  readonly taken: readonly { readonly advance: Advance; readonly cost: CostToNet; readonly amount: Pence }[];
  readonly left: readonly { readonly advance: Advance; readonly amount: Pence }[];
};

/**
 * Takes advances off the costs they were given for, advances for one kind of cost before advances for any. No cost goes
 * below nothing, and what is left of an advance is handed back as `left` for a person to decide, never taken elsewhere.
 */
export function netAdvances(input: { readonly costs: readonly CostToNet[]; readonly advances: readonly Advance[] }): Netted {
  const due = new Map(input.costs.map((cost) => [cost.id, cost.amount]));
  const taken: { advance: Advance; cost: CostToNet; amount: Pence }[] = [];
  const left: { advance: Advance; amount: Pence }[] = [];
  const inOrder = [
    ...input.advances.filter((one) => one.covers !== "any-cost"),
    ...input.advances.filter((one) => one.covers === "any-cost"),
  ];
  for (const advance of inOrder) {
    let remaining = advance.amount;
    for (const cost of input.costs) {
      if (advance.covers !== "any-cost" && advance.covers !== cost.kind) continue;
      const amount = smaller(remaining, due.get(cost.id) ?? nothing);
      if (amount <= 0) continue;
      taken.push({ advance, cost, amount });
      due.set(cost.id, subtract(due.get(cost.id) ?? nothing, amount));
      remaining = subtract(remaining, amount);
    }
    if (remaining > 0) left.push({ advance, amount: remaining });
  }
  return { taken, left };
}

/** Records what a checker decided about one line. Refused without a reason, because the person will read it. */
export function decideLine(
  claim: Claim,
  lineId: string,
  decision: LineDecision,
): Result<Claim, "no-such-line" | "not-a-line-to-decide" | "why-missing" | "below-nothing"> {
  const line = claim.lines.find((one) => one.id === lineId);
  if (line === undefined) return refused("no-such-line");
  if (line.about === "correction") return refused("not-a-line-to-decide");
  if (decision.why.trim() === "") return refused("why-missing");
  if (decision.amount < 0) return refused("below-nothing");
  return done({
    ...claim,
    lines: claim.lines.map((one) => (one.id === lineId && one.about !== "correction" ? { ...one, decision } : one)),
  });
}

/** Records what a person decided about money left over from an advance. */
export function decideLeftOver(claim: Claim, decision: LeftOverDecision): Result<Claim, "nothing-left" | "why-missing"> {
  if (!settleClaim(claim).leftOver.some((one) => one.advance === decision.advance)) return refused("nothing-left");
  if (decision.why.trim() === "") return refused("why-missing");
  return done({ ...claim, leftOverDecisions: [...claim.leftOverDecisions.filter((one) => one.advance !== decision.advance), decision] });
}

export type ClaimBlock =
  | { readonly block: "choice-missing" }
  | { readonly block: "budget-code-missing" }
  | { readonly block: "line-undecided"; readonly line: string; readonly amount: Pence }
  | { readonly block: "left-over-undecided"; readonly advance: string; readonly amount: Pence }
  | { readonly block: "below-nothing"; readonly toPay: Pence }
  | { readonly block: "claimed-already"; readonly line: string; readonly claim: string }
  | { readonly block: "repeat-undecided"; readonly line: string; readonly subject: string }
  /** The amounts other codes pay are more than the claim comes to now. */
  | { readonly block: "split-too-large"; readonly by: Pence };

/** What keeps a claim from being passed for authorising, apart from repeats of other claims (claim-flags.ts adds those). */
export function findBlocks(claim: Claim): readonly ClaimBlock[] {
  const settled = settleClaim(claim);
  const blocks: ClaimBlock[] = [];
  if (claim.choice === undefined) blocks.push({ block: "choice-missing" });
  if ((claim.budgetCode ?? "").trim() === "") blocks.push({ block: "budget-code-missing" });
  for (const one of settled.undecided) blocks.push({ block: "line-undecided", line: one.line, amount: one.amount });
  for (const one of settled.leftOver)
    if (!one.isDecided) blocks.push({ block: "left-over-undecided", advance: one.advance, amount: one.amount });
  if (settled.toPay < 0) blocks.push({ block: "below-nothing", toPay: settled.toPay });
  if (claim.budgetSplit?.by === "amount") {
    const by = subtract(sum(claim.budgetSplit.parts.map(({ amount }) => amount)), settled.toPay);
    if (by > 0) blocks.push({ block: "split-too-large", by });
  }
  return blocks;
}

/** The group a line belongs to. */
export function groupOf(line: ClaimLine): LineGroup {
  if (line.about === "time") return "time";
  return line.about === "correction" ? line.group : line.assessed.purse;
}

/** What a line comes to now: what was decided, else what policy pays. What waits for a decision is not in it. */
export function amountOf(line: ClaimLine): Pence {
  if (line.about === "correction") return line.amount;
  if (line.decision !== undefined) return line.decision.amount;
  return line.about === "time" ? line.priced.amount : line.assessed.payable;
}

function undecidedOf(line: ClaimLine): readonly { readonly line: string; readonly amount: Pence }[] {
  if (line.about !== "expense" || line.decision !== undefined || !line.assessed.needsAPerson) return [];
  return [{ line: line.id, amount: line.assessed.toDecide }];
}

function capLines(claim: Claim): readonly SettledLine[] {
  const amounts = new Map(claim.lines.flatMap((line) => (line.about === "time" ? [[line.priced.entry.id, amountOf(line)] as const] : [])));
  return cutsFor(claim.caps, amounts).map((cut) => ({
    id: `cap-${cut.cap.per}-${cut.cap.lineCode}-${cut.cap.from}`,
    group: "time",
    amount: cut.amount,
    because: { kind: "cap", cut },
  }));
}

function choiceLine(group: LineGroup, choice: Choice, declined: Pence): SettledLine {
  return { id: `choice-${group}`, group, amount: subtract(nothing, declined), because: { kind: "choice", choice } };
}

function costsToNet(claim: Claim): readonly CostToNet[] {
  return claim.lines.flatMap((line) =>
    line.about === "expense"
      ? [{ id: line.id, group: line.assessed.purse, kind: line.assessed.expense.details.kind, amount: amountOf(line) }]
      : [],
  );
}

function addUp(lines: readonly SettledLine[], group: LineGroup): Pence {
  return sum(lines.filter((line) => line.group === group).map((line) => line.amount));
}
