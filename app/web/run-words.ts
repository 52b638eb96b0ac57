// A payment run in the words its pages share: what it is, what keeps a claim out, and why something may not be done.
import type { RunStop } from "#app/services/run-making.server.ts";
import type { RunLineView, RunView } from "#app/services/run-views.server.ts";
import type { RunRefusal } from "#app/services/run-work.server.ts";
import type { StatusWord } from "#app/ui/status-tag.tsx";
import { inFours, list, longDate, money, moneyInColumn, number, plainDate } from "#app/words/format.ts";
import { notPaidNames, payeeNeedSentences, runKindNames, runStateNames } from "#app/words/payment-runs.ts";
import { claimRefusalSentence, paymentMethodNames } from "#app/words/payments.ts";

/** Why a claim is not in a run like this one. */
export function stopSentence(stop: RunStop): string {
  switch (stop.stop) {
    case "own-claim":
      return "This is your own claim. Somebody else puts it in a batch.";
    case "you-are-tied":
      return "You said how you know this person. Somebody else puts their claim in a batch.";
    case "no-bank-details":
      return "No bank details on file.";
    case "payee-held":
      return payeeNeedSentences(stop.needs).join(". ");
    case "number-depends-on-the-bank":
      return "The account number is not 8 digits long. Ask the bank how to write it.";
    case "not-before":
      return `Not to be paid before ${longDate(stop.on)}.`;
    case "another-way":
      return `To be paid another way: ${paymentMethodNames[stop.method].toLowerCase()}.`;
    case "nothing-to-pay":
      return "There is nothing to pay.";
  }
}

/** Why a run could not be changed, in one or more sentences. */
export function runRefusalSentences(refusal: RunRefusal): readonly string[] {
  switch (refusal.kind) {
    case "not-found":
      return ["Choose again. It is not in this batch any more."];
    case "changed-by-someone-else":
      return ["Somebody else changed this batch while you had it open. Read it again, then go on."];
    case "not-now":
      return [`This batch is ${runStateNames[refusal.state].toLowerCase()}, so this cannot be done now.`];
    case "you-made-it":
      return ["You made this batch, so someone else signs it."];
    case "empty":
      return ["There is no claim in this batch."];
    case "not-as-signed":
      return ["This batch is not as it was signed. Nothing leaves it until an administrator has found out why."];
    case "over-its-time":
      return ["Accounts in this batch were erased, because they are not kept any longer. Nothing can be made from it now."];
    case "vouchers-not-given":
      return [
        `The voucher log has no voucher that was given for ${list(refusal.references.map(inFours))}. Give them out first, or tick them as still to be given.`,
      ];
    case "nobody-paid":
      return ["Nobody in this batch would be paid. Give the vouchers out first, then mark it as paid."];
    case "claims":
      return claimSentences(refusal.claims);
  }
}

/** Where several claims are kept back alike, it is said once for all of them: nobody reads one sentence thirty times. */
function claimSentences(claims: Extract<RunRefusal, { kind: "claims" }>["claims"]): readonly string[] {
  const alike = Map.groupBy(claims, ({ refusal }) => whyClaimSentence(refusal));
  return [...alike].map(([why, those]) => {
    const [one] = those;
    return one !== undefined && those.length === 1
      ? `Claim ${inFours(one.reference)}: ${why}`
      : `Claims ${list(those.map(({ reference }) => inFours(reference)))}: ${why}`;
  });
}

function whyClaimSentence(why: Extract<RunRefusal, { kind: "claims" }>["claims"][number]["refusal"]): string {
  if (why === "changed") return "changed after the batch was made. Take it out.";
  if (why === "account-changed") return "the bank details changed after the batch was made. Take it out.";
  return claimRefusalSentence(why, []);
}

/** How a line of a batch stands. */
export const lineStateNames: Readonly<Record<RunLineView["state"], string>> = {
  in: "In the batch",
  "left-out": "Taken out",
  "taken-out": "Taken out",
  paid: "Paid",
  failed: "Not paid",
  returned: "Sent back by the bank",
};

/** A run whole, for its page. */
export function runPage(run: RunView) {
  return {
    runId: run.runId,
    version: run.version,
    number: number(run.number),
    state: runStateNames[run.state] as StatusWord,
    raw: run.state,
    kind: run.kind,
    heading: `Batch ${number(run.number)}, ${longDate(run.paymentDate)}`,
    signed: run.signed,
    facts: [
      { name: "How", answer: runKindNames[run.kind] },
      { name: "Claims", answer: number(run.count) },
      { name: "Total", answer: money(run.total) },
      { name: "Made by", answer: `${run.builtBy}, ${plainDate(run.builtOn)}` },
      {
        name: "Signed by",
        answer: run.signedBy === null || run.signedOn === null ? "Nobody yet" : `${run.signedBy}, ${plainDate(run.signedOn)}`,
      },
      { name: "Control sum", answer: run.controlSum ?? "Made when the batch is signed" },
      ...(run.paidOn === null ? [] : [{ name: "Paid on", answer: plainDate(run.paidOn) }]),
      ...(run.remittedOn === null ? [] : [{ name: "People told on", answer: plainDate(run.remittedOn) }]),
    ],
    lines: run.lines.map((line) => ({
      lineId: line.lineId,
      personId: line.personId,
      href: `/payments/claims/${line.claimId}`,
      label: `${inFours(line.reference)}, ${line.person}`,
      meeting: line.meeting,
      budgetCode: line.budgetCode,
      account: line.endsIn === "" ? paymentMethodNames[line.method] : `Ends ${line.endsIn}`,
      time: moneyInColumn(line.forTime),
      costs: moneyInColumn(line.forCosts),
      total: moneyInColumn(line.toPay),
      sum: money(line.toPay),
      state: line.state,
      stateText: whyText(line),
    })),
    total: moneyInColumn(run.total),
    codes: run.byBudgetCode.map(({ code, count, total }) => ({ code, count: number(count), total: moneyInColumn(total) })),
    exports: run.exports.map((made) => ({
      number: made.number,
      text: `${made.fileName}, made by ${made.by} on ${plainDate(made.on)}`,
      fileName: made.fileName,
      fingerprint: made.fingerprint.slice(0, 16),
      withChecksum: made.withChecksum,
      isCopy: made.number > 1,
    })),
    whyNotSign: run.mayNotSign === null ? [] : runRefusalSentences(run.mayNotSign),
    askToSign: run.othersMaySign.length === 0 ? null : `Ask: ${list(run.othersMaySign)}.`,
    isPrinted: run.isPrinted,
    isRemitted: run.remittedOn !== null,
    exceptions: run.exceptions,
  };
}

function whyText({ state, why }: RunLineView): string {
  const name = lineStateNames[state];
  if (why === "" || state === "in") return name;
  const reason = state === "failed" || state === "returned" ? notPaidNames[why as keyof typeof notPaidNames] : why;
  return `${name}: ${reason}`;
}

/** One sentence for several. */
export function together(sentences: readonly string[]): string {
  return sentences.length === 0 ? "" : sentences.join(" ");
}

/** "3 people have no safe way to be told: Ali Zaman and Edith Long." */
export function unreachableSentence(names: readonly string[]): string {
  return `There is no safe way on file to tell ${list(names)}. Ask their coordinator.`;
}
