// Which budget codes pay a claim, and how codes have to look. A claim is sent once and may be paid from several budgets behind the
// scenes (payments.md section d); the parts always add up to what is to be paid, to the penny.
import { nothing, share, subtract, sum, type Pence } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { settleClaim, type BudgetSplit, type Claim, type SettledLine } from "./claim.ts";

/** How an organisation's codes look: each A stands for a letter, each 9 for a figure, and everything else for itself. */
export type CodePattern = string;

/** Reads a pattern as typed. Refused where it says nothing about a code. */
export function readCodePattern(typed: string): Result<CodePattern, "no-letters-or-figures" | "too-long"> {
  const pattern = typed.normalize("NFKC").trim();
  if (pattern.length > 40) return refused("too-long");
  return /[A9]/u.test(pattern) ? done(pattern) : refused("no-letters-or-figures");
}

/** Whether a code looks as the pattern says; small letters count as letters. Any code fits where there is no pattern. */
export function fitsPattern(code: string, pattern: CodePattern): boolean {
  if (pattern === "") return true;
  const letters = [...code.trim().toUpperCase()];
  const marks = [...pattern];
  return (
    letters.length === marks.length &&
    marks.every((mark, index) => {
      const letter = letters[index] ?? "";
      if (mark === "A") return /^[A-Z]$/u.test(letter);
      return mark === "9" ? /^[0-9]$/u.test(letter) : letter === mark.toUpperCase();
    })
  );
}

export type BudgetPart = { readonly code: string; readonly amount: Pence };

/**
 * What each budget code pays of a claim, the claim's own code first. The parts add up to what is to be paid; what is taken off
 * (a cap, a choice, an advance) is taken from the lines it was taken off, in proportion. A code that pays nothing is left out.
 */
export function budgetPartsOf(claim: Claim): readonly BudgetPart[] {
  const own = claim.budgetCode ?? "";
  const { budgetSplit } = claim;
  const { toPay, lines } = settleClaim(claim);
  if (budgetSplit === undefined) return [{ code: own, amount: toPay }];
  if (budgetSplit.by === "amount") {
    const rest = subtract(toPay, sum(budgetSplit.parts.map(({ amount }) => amount)));
    return gather([{ code: own, amount: rest }, ...budgetSplit.parts]);
  }
  const nets = netOfLines(lines);
  return gather([{ code: own, amount: nothing }, ...[...nets].map(([line, amount]) => ({ code: budgetSplit.codes[line] ?? own, amount }))]);
}

/** Splits a claim. Refused where an amount is not more than nothing, where the parts come to more than the claim, or a code is missing. */
export function splitClaim(claim: Claim, split: BudgetSplit | null): Result<Claim, "code-missing" | "no-amount" | "more-than-the-claim"> {
  const { budgetSplit: _before, ...whole } = claim;
  if (split === null) return done(whole);
  if (split.by === "line") {
    const codes = Object.fromEntries(
      Object.entries(split.codes).flatMap(([line, code]) =>
        code.trim() === "" || code.trim() === (claim.budgetCode ?? "") || !claim.lines.some(({ id }) => id === line)
          ? []
          : [[line, code.trim()]],
      ),
    );
    return done(Object.keys(codes).length === 0 ? whole : { ...whole, budgetSplit: { by: "line", codes } });
  }
  if (split.parts.some(({ code }) => code.trim() === "")) return refused("code-missing");
  if (split.parts.some(({ amount }) => amount <= 0)) return refused("no-amount");
  if (split.parts.length === 0) return done(whole);
  const wanted: Claim = {
    ...whole,
    budgetSplit: { by: "amount", parts: split.parts.map(({ code, amount }) => ({ code: code.trim(), amount })) },
  };
  return overBy(wanted) > 0 ? refused("more-than-the-claim") : done(wanted);
}

function overBy(claim: Claim): number {
  if (claim.budgetSplit?.by !== "amount") return 0;
  return sum(claim.budgetSplit.parts.map(({ amount }) => amount)) - settleClaim(claim).toPay;
}

/** What each line of a claim comes to once everything taken off is taken off the lines it belongs to; it adds up to what is to be paid. */
function netOfLines(settled: readonly SettledLine[]): ReadonlyMap<string, Pence> {
  const nets = new Map(settled.flatMap(({ id, amount, because }) => (because.kind === "line" ? [[id, amount] as const] : [])));
  const takeFrom = (ids: readonly string[], amount: Pence) => {
    if (ids.length === 0) return;
    const weights = ids.map((id) => Math.max(0, nets.get(id) ?? 0));
    const parts = share(subtract(nothing, amount), weights.some((weight) => weight > 0) ? weights : ids.map(() => 1));
    ids.forEach((id, index) => nets.set(id, subtract(nets.get(id) ?? nothing, parts[index] ?? nothing)));
  };
  for (const { group, amount, because } of settled) {
    if (because.kind === "line") continue;
    if (because.kind === "advance") {
      takeFrom([because.line], amount);
      continue;
    }
    const capped = because.kind === "cap" ? new Set(because.cut.cap.entries) : null;
    const ids = settled.flatMap((one) => {
      if (one.because.kind !== "line" || one.group !== group) return [];
      const { line } = one.because;
      return capped === null || (line.about === "time" && capped.has(line.priced.entry.id)) ? [one.id] : [];
    });
    takeFrom(ids, amount);
  }
  return nets;
}

function gather(parts: readonly BudgetPart[]): readonly BudgetPart[] {
  const codes = [...new Set(parts.map(({ code }) => code))];
  const gathered = codes.map((code) => ({ code, amount: sum(parts.flatMap((part) => (part.code === code ? [part.amount] : []))) }));
  const [first] = gathered;
  const paying = gathered.filter(({ amount }) => amount !== 0);
  return paying.length === 0 && first !== undefined ? [first] : paying;
}
