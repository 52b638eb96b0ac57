// A claim in the words finance reads it in: shared by checking, authorising and the payment form.
import type { ComplaintLink } from "#app/services/complaints.server.ts";
import type { CheckLine, CheckView } from "#app/services/finance-claim.server.ts";
import type { QueuedClaim } from "#app/services/finance-lists.server.ts";
import type { FinanceReader } from "#app/domain/people/actors.ts";
import type { StatusWord } from "#app/ui/status-tag.tsx";
import { complaintNames } from "#app/words/complaints.ts";
import { claimStateNames, claimBlockSentence, expenseKindNames, activityNames } from "#app/words/payments.ts";
import { financeWorking } from "#app/words/claim-working.ts";
import {
  findingForFinance,
  flagForFinance,
  historySentence,
  instructionSentences,
  noTaxTreatment,
  payByWords,
  repeatDecidedSentence,
  repeatSentence,
  typedInSentence,
  takenOffForFinance,
} from "#app/words/claims.ts";
import { inFours, longDate, money, moneyInColumn, plainDate, shortDate } from "#app/words/format.ts";
import { payeeNeedSentences } from "#app/words/payment-runs.ts";
import { dayIn } from "#app/domain/basics/dates.ts";

/** Where whoever reads about money comes from: officers from their payments, auditors from their own page. */
export function moneyHome({ kind }: FinanceReader): { readonly href: string; readonly text: string } {
  return kind === "auditor" ? { href: "/payments/audit", text: "Follow the money" } : { href: "/payments", text: "Payments" };
}

export type LineWords = {
  readonly id: string;
  /** Unlike any other line's on the page. */
  readonly label: string;
  readonly rule: string;
  /** How the amount came about, from which rate line and date. */
  readonly working: readonly string[];
  readonly claimed: string;
  readonly difference: string;
  readonly amount: string;
  readonly receipt: { readonly text: string; readonly href: string | null };
  readonly notes: readonly string[];
};

/** The lines of a claim for its table; alike ones are numbered. */
export function lineWords(view: Pick<CheckView, "lines" | "card">): readonly LineWords[] {
  const names = view.lines.map(({ what }) => nameOf(what));
  return view.lines.map((line, index) => {
    const name = names[index] ?? "";
    const place = names.slice(0, index + 1).filter((other) => other === name).length;
    const label = names.filter((other) => other === name).length > 1 ? `${name} ${place}` : name;
    return {
      id: line.id,
      label,
      rule: ruleOf(line),
      working: financeWorking(line, view.card),
      claimed: moneyInColumn(line.claimed),
      difference: moneyInColumn(line.difference),
      amount: moneyInColumn(line.amount),
      receipt: receiptWords(line, label),
      notes: [
        ...line.findings.map(findingForFinance),
        ...(line.decision === null ? [] : [`${line.decision.by} changed this on ${plainDate(line.decision.on)}: ${line.decision.why}`]),
      ],
    };
  });
}

function nameOf(what: CheckLine["what"]): string {
  if (what.kind === "access") return "Access cost";
  if (what.kind === "time") return activityNames[what.activity];
  return what.whatFor === "" ? expenseKindNames[what.expense] : `${expenseKindNames[what.expense]}: ${what.whatFor}`;
}

function ruleOf({ what, date }: CheckLine): string {
  if (what.kind === "time") return what.rate;
  if (what.kind === "cost" && what.mileage !== null) return what.mileage.scheme.name;
  return `What was spent, ${plainDate(date)}`;
}

function receiptWords({ receipt }: CheckLine, label: string): LineWords["receipt"] {
  switch (receipt.kind) {
    case "not-needed":
      return { text: "Not needed", href: null };
    case "photo":
      return {
        text: `Receipt for ${label}, ${receipt.mediaType === "application/pdf" ? "PDF" : "photo"}, downloads`,
        href: `/payments/receipts/${receipt.fileId}`,
      };
    case "held-back":
      return { text: "Kept. It is private to the person", href: null };
    case "will-post":
      return { text: "Will be posted", href: null };
    case "lost":
      return { text: receipt.reason === "" ? "Lost" : `Lost. They wrote: ${receipt.reason}`, href: null };
    case "none-given":
      return { text: receipt.reason === "" ? "No receipt" : `No receipt. They wrote: ${receipt.reason}`, href: null };
    case "not-said":
      return { text: "Not answered", href: null };
  }
}

/** Everything of a claim that checking and authorising both show. */
export function claimPage(view: CheckView) {
  const blocks = [...new Set(view.blocks.map(missingOrToDo))];
  const lines = lineWords(view);
  return {
    claimId: view.claimId,
    reference: inFours(view.reference),
    person: view.person,
    firstName: view.firstName,
    meeting: `${view.meeting}, ${longDate(view.meetingDate)}`,
    state: claimStateNames[view.state] as StatusWord,
    version: view.version,
    completeness: blocks.length === 0 ? ["Everything needed is here"] : blocks,
    isComplete: blocks.length === 0,
    lines,
    repeats: view.repeats.map(({ subject, flag, line, otherClaimId, otherPaidOn, decided, blocks: mustDecide }) => ({
      subject,
      label: lines.find(({ id }) => id === line)?.label ?? "A line",
      sentence: repeatSentence(flag, otherPaidOn),
      otherHref: otherClaimId === null ? null : `/payments/claims/${otherClaimId}`,
      isOpen: decided === null,
      mustDecide,
      mayClear: flag.flag !== "claimed-already",
      decided: decided === null ? null : repeatDecidedSentence({ ...decided, on: longDate(decided.on) }),
    })),
    typedIn: view.typedIn === null ? null : typedInSentence(view.typedIn),
    codes: view.budgetSplit === null ? [] : view.budgetParts.map(({ code, amount }) => ({ code, amount: money(amount) })),
    takenOff: view.takenOff.map(({ id, amount, line }) => ({ id, text: takenOffForFinance(line), amount: moneyInColumn(amount) })),
    totals: [
      { id: "time", text: "For time", amount: moneyInColumn(view.forTime) },
      { id: "costs", text: "For costs", amount: moneyInColumn(view.forCosts) },
      ...(view.forAccess === 0 ? [] : [{ id: "access", text: "For access", amount: moneyInColumn(view.forAccess) }]),
      { id: "total", text: "Total to pay", amount: moneyInColumn(view.instruction.toPay) },
    ],
    flags: view.flags.filter(({ flag }) => flag !== "budget-code-missing" && flag !== "choice-missing").map(flagForFinance),
    instruction: [
      ...instructionSentences(view.instruction),
      view.taxTreatment === "not-recorded" ? noTaxTreatment : `Tax treatment. ${view.taxTreatment.recorded}`,
    ],
    bank:
      view.bank === null
        ? "No bank details on file."
        : view.bank.state === "changed" && view.payeeNeeds.length > 0
          ? `Ends ${view.bank.lastTwo}. These details were changed, so payment waits until the change is confirmed.`
          : view.payeeNeeds.length > 0
            ? `Ends ${view.bank.lastTwo}. Payment waits: ${payeeNeedSentences(view.payeeNeeds).join(". ")}.`
            : `Ends ${view.bank.lastTwo}`,
    hasBank: view.bank !== null,
    tieHref: view.isOwn ? null : `/payments/payees/${view.personId}/tie`,
    budgetCode: view.budgetCode,
    timeDiffers: view.timeDiffers,
    question: view.question,
    answer: view.answer,
    why: view.why,
    payBy: view.payBy === null ? null : longDate(view.payBy),
    paidOn: view.paidOn === null ? null : longDate(view.paidOn),
    history: view.history.flatMap(({ at, action, name, isPerson }, index) => {
      const what = historySentence(action);
      return what === undefined ? [] : [{ id: String(index), what, who: isPerson ? view.person : (name ?? ""), when: longDate(dayIn(at)) }];
    }),
  };
}

function missingOrToDo(block: CheckView["blocks"][number]): string {
  if (block.block === "budget-code-missing") return "Missing: budget code";
  if (block.block === "choice-missing") return "Missing: how much the person chose to be paid";
  return `Still to do: ${claimBlockSentence(block)}`;
}

/** A row of a queue, in the order of its columns. */
export function queueRow(claim: QueuedClaim) {
  return {
    key: claim.claimId,
    link: `${inFours(claim.reference)}, ${claim.person}`,
    cells: [
      claim.meeting,
      moneyInColumn(claim.forTime),
      moneyInColumn(claim.forCosts),
      moneyInColumn(claim.total),
      payByWords(claim.payBy, claim.daysLate),
      claim.waitingSince === null ? "" : shortDate(claim.waitingSince),
    ],
    state: claimStateNames[claim.state] as StatusWord,
  };
}

/** What somebody said about a payment, as a link to it. */
export function complaintLink({ id, what, saidOn, isAnswered }: ComplaintLink): { readonly href: string; readonly text: string } {
  const state = isAnswered ? "answered" : "waits for an answer";
  return { href: `/payments/complaints/${id}`, text: `${complaintNames[what]}, said on ${plainDate(saidOn)}: ${state}` };
}
