// How each amount of a claim came about, in words: from which rate line and date, by which mileage rate, and what was taken off.
// One list of sentences for a line, so that a page can open it and a command can print it.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import type { ClaimLine, SettledLine } from "#app/domain/payments/claim.ts";
import type { AssessedExpense, ExpenseFinding } from "#app/domain/payments/expenses.ts";
import type { PricedEntry } from "#app/domain/payments/price-time.ts";
import { duration, money, plainDate } from "./format.ts";
import { activityNames, expenseKindNames, mileageSentence, takenOffSentence, workingSentences } from "./payments.ts";

/** The card an offer was frozen with, as far as a reader needs it. */
export type CardSaid = { readonly name: string; readonly version: number; readonly validFrom: CalendarDate };

type LineWorking = { readonly what: string; readonly sentences: readonly string[] };

/** How one priced time came about, with the rate it was priced by. */
export function timeWorking(priced: PricedEntry, card: CardSaid): readonly string[] {
  const { entry, line } = priced;
  return [
    ...(entry.minutes === undefined ? [] : [`Time: ${duration(entry.minutes)}, on ${plainDate(entry.date)}.`]),
    ...workingSentences(priced).map((sentence) => `${sentence}.`),
    `Rate: “${line.label}” on the card “${card.name}”, version ${card.version}, in use from ${plainDate(card.validFrom)}.`,
  ];
}

/** How one cost came about: what was spent or driven, what is paid now, and why anything waits. */
export function expenseWorking(assessed: AssessedExpense): readonly string[] {
  const { expense, mileage, claimed, payable, toDecide, notDue, findings } = assessed;
  const source = mileage === undefined ? [] : [`Rate: “${mileage.scheme.name}”, in use from ${plainDate(mileage.scheme.validFrom)}.`];
  const spent = mileage === undefined ? [`You spent ${money(claimed)} on ${plainDate(expense.date)}.`] : [];
  const parts = [
    ...(payable > 0 && (toDecide > 0 || notDue > 0) ? [`${money(payable)} of it is paid by our rules.`] : []),
    ...(toDecide > 0 ? [`A person decides about ${money(toDecide)} of it.`] : []),
  ];
  return [
    ...spent,
    ...(mileage?.working.map((step) => `${mileageSentence(step)}.`) ?? []),
    ...source,
    ...parts,
    ...findings.flatMap((finding) => findingForPerson(finding)),
  ];
}

/** One line of a claim as finance may open it: never what an access cost was for. */
type FinanceLine = {
  readonly what:
    | { readonly kind: "time"; readonly rate: string; readonly working: PricedEntry["working"]; readonly minutes: number | null }
    | { readonly kind: "cost"; readonly mileage: AssessedExpense["mileage"] | null }
    | { readonly kind: "access" };
  readonly date: CalendarDate;
  readonly claimed: Pence;
  readonly byTheRules: Pence;
  readonly notDue: Pence;
  readonly toDecide: Pence | null;
  readonly amount: Pence;
};

/** How one amount came about for whoever checks it: from which rate line and date, step by step, and what waits for a person. */
export function financeWorking(line: FinanceLine, card: CardSaid | null): readonly string[] {
  const { what, date, claimed, byTheRules, notDue, toDecide, amount } = line;
  const end = `Paid now: ${money(amount)}.`;
  if (what.kind === "time")
    return [
      `Done on ${plainDate(date)}${what.minutes === null ? "" : `: ${duration(what.minutes)}`}.`,
      ...workingSentences({ working: what.working }).map((sentence) => `${sentence}.`),
      card === null
        ? `Rate: “${what.rate}”.`
        : `Rate: “${what.rate}” on the card “${card.name}”, version ${card.version}, in use from ${plainDate(card.validFrom)}.`,
      end,
    ];
  const mileage = what.kind === "cost" ? (what.mileage ?? null) : null;
  return [
    mileage === null ? `Spent on ${plainDate(date)}: ${money(claimed)}.` : `Driven or ridden on ${plainDate(date)}.`,
    ...(mileage === null
      ? []
      : [
          ...mileage.working.map((step) => `${mileageSentence(step)}.`),
          `Rate: “${mileage.scheme.name}”, in use from ${plainDate(mileage.scheme.validFrom)}.`,
        ]),
    ...(byTheRules === claimed ? ["All of it is paid by the rules for costs."] : [`Paid by the rules for costs: ${money(byTheRules)}.`]),
    ...(notDue > 0 ? [`Paid by somebody else already: ${money(notDue)}.`] : []),
    ...(toDecide !== null && toDecide > 0 ? [`A person decides about ${money(toDecide)}.`] : []),
    end,
  ];
}

/** What somebody reads about their own cost. Nothing here is a warning about them; nothing is refused by a machine. */
function findingForPerson(finding: ExpenseFinding): readonly string[] {
  switch (finding.finding) {
    case "paid-by-organisation":
      return ["We have already paid for this, so there is nothing to pay back to you."];
    case "paid-by-employer":
      return ["An employer has paid for this, so there is nothing to pay back to you."];
    case "not-covered":
      return ["This is not one of the costs in the offer, so a person looks at it."];
    case "paid-without-receipt":
      return ["There is no receipt, and you told us why. That is enough for this amount."];
    case "no-receipt":
      return ["There is no receipt, so a person looks at it. That is normal."];
    case "receipt-to-come":
      return ["You are posting the receipt."];
    case "over-ceiling":
      return [`This is more than our usual ${money(finding.ceiling)}, so a person looks at the rest.`];
    case "time-away-not-given":
      return ["Our limit for food depends on how long you were away. You did not say, so a person looks at it."];
    case "away-too-short-for-the-scale":
      return ["Our meal limits say nothing for a short time away, so a person looks at it."];
    case "in-care-package":
      return ["You said that this care may be paid for another way, so a person looks at it."];
    case "amount-missing":
      return ["There is no amount yet, so a person will ask you."];
    case "mileage-not-priced":
      return ["We have no rate for this journey, so a person looks at it."];
    case "not-agreed-first":
    case "care-package-not-said":
    case "above-approved-mileage":
    case "approved-mileage-not-known":
      return [];
  }
}

/** What a line of a settled claim is, and every step of how its amount came about. */
export function workingOfLine(line: SettledLine, card: CardSaid | undefined): LineWorking {
  const { because } = line;
  if (because.kind !== "line") return { what: takenOffSentence(line) ?? "", sentences: [] };
  const own = because.line;
  return { what: nameOf(own), sentences: [...sentencesOf(own, card), ...decisionOf(own)] };
}

function nameOf(line: ClaimLine): string {
  if (line.about === "time") return activityNames[line.priced.entry.activity];
  return line.about === "expense" ? expenseKindNames[line.assessed.expense.details.kind] : "A correction";
}

function sentencesOf(line: ClaimLine, card: CardSaid | undefined): readonly string[] {
  if (line.about === "correction") return [line.why];
  if (line.about === "expense") return expenseWorking(line.assessed);
  return card === undefined ? workingSentences(line.priced).map((sentence) => `${sentence}.`) : timeWorking(line.priced, card);
}

function decisionOf(line: ClaimLine): readonly string[] {
  if (line.about === "correction" || line.decision === undefined) return [];
  return [changedSentence(line.decision)];
}

/** "Changed to £4 on 8 February 2027: the ticket shows £4." */
function changedSentence(decision: { readonly amount: Pence; readonly on: CalendarDate; readonly why: string }): string {
  return `Changed to ${money(decision.amount)} on ${plainDate(decision.on)}: ${decision.why}`;
}
