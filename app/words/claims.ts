// The sentences of attendance, claims and their checking that are not about amounts themselves: those are in words/payments.ts.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import type { Result } from "#app/domain/basics/result.ts";
import type { Attendance } from "#app/domain/payments/attended-time.ts";
import type { ClaimFlag } from "#app/domain/payments/claim-flags.ts";
import type { ClaimRefusal } from "#app/domain/payments/claim-states.ts";
import type { SettledLine } from "#app/domain/payments/claim.ts";
import type { ExpenseFinding, ExpenseKind } from "#app/domain/payments/expenses.ts";
import type { Activity } from "#app/domain/payments/rate-card.ts";
import {
  easyAmountChanged,
  easyClaimOpen,
  easyClaimPaid,
  easyClaimQuestion,
  easyClaimWaits,
  easyNoClaim,
  easyTypedIn,
} from "./easy-messages.ts";
import { counted, duration, inFours, list, longDate, money, shortDate } from "./format.ts";
import {
  activityNames,
  claimFlagSentence,
  claimRefusalSentence,
  expenseFindingSentence,
  expenseKindNames,
  takenOffSentence,
} from "./payments.ts";

export const attendanceLabels: Readonly<Record<Attendance, string>> = {
  "in-room": "Took part in the room",
  online: "Took part online or by phone",
  "another-way": "Gave views another way",
  part: "Came for part",
  not: "Did not take part",
};

/** The first page of a claim. */
export const claimStartWords = {
  time: "Check your time",
  costs: "Add your costs",
  costsHint: "What you spent to take part",
  send: "Check and send",
  late: "If you miss it, contact us. We will not refuse only because it is late.",
} as const;

/** "Claims are open. 5 people have been told in their own format." */
export function claimsOpenNotice(told: number): string {
  return told === 1
    ? "Claims are open. 1 person has been told in their own format."
    : `Claims are open. ${counted(told, "person has", "people have")} been told in their own format.`;
}

type Words = { readonly subject: string; readonly body: string };

/** Tells somebody that they can claim. */
export function claimOpenMessage(facts: {
  readonly name: string;
  readonly meeting: string;
  readonly organisation: string;
  readonly link: string;
  readonly isEasyRead: boolean;
}): Words {
  return {
    subject: `Claim your payment and costs for ${facts.meeting}`,
    body: facts.isEasyRead
      ? easyClaimOpen(facts)
      : `Hello ${facts.name},

Thank you for ${facts.meeting}.

You can now claim for your time and your costs. Start your claim with your private link:
${facts.link}

You do not need receipts for everything. If something is missing, tell us about it.

${facts.organisation}`,
  };
}

/** Thanks somebody who chose no payment and no costs. */
export function noClaimMessage(facts: {
  readonly name: string;
  readonly meeting: string;
  readonly organisation: string;
  readonly isEasyRead: boolean;
}): Words {
  return {
    subject: `Thank you for ${facts.meeting}`,
    body: facts.isEasyRead
      ? easyNoClaim(facts)
      : `Hello ${facts.name},

Thank you for ${facts.meeting}. There is nothing you need to do.

${facts.organisation}`,
  };
}

/** Tells a coordinator that somebody needs a paper form. */
export function paperFormMessage(facts: { readonly reference: string; readonly meeting: string }): Words {
  return {
    subject: `Claim ${inFours(facts.reference)}: please send a paper form`,
    body: `Somebody who came to ${facts.meeting} cannot sign their claim online. Please send them a paper claim form. Their claim is ${inFours(facts.reference)}.`,
  };
}

/** Tells somebody what was typed in from their paper form, or while they spoke with us, and how to put it right. */
export function typedInMessage(facts: {
  readonly name: string;
  readonly reference: string;
  readonly meeting: string;
  readonly from: "paper" | "phone";
  readonly forTime: Pence;
  readonly forCosts: Pence;
  readonly total: Pence;
  readonly contact: string;
  readonly phone: string;
  readonly link: string;
  readonly organisation: string;
  readonly isEasyRead: boolean;
}): Words {
  const way = facts.phone === "" ? facts.contact : `${facts.contact} on ${facts.phone}`;
  return {
    subject: `We have your claim for ${facts.meeting}`,
    body: facts.isEasyRead
      ? easyTypedIn(facts)
      : `Hello ${facts.name},

${facts.from === "paper" ? "Thank you for your paper claim form." : "Thank you for telling us what to claim."} We have typed it in for you. The reference is ${inFours(facts.reference)}.

For your time: ${money(facts.forTime)}.
For your costs: ${money(facts.forCosts)}.
Total: ${money(facts.total)}.

You can see the whole claim with your private link:
${facts.link}

If we typed something wrong, contact ${way}. We will put it right.

${facts.organisation}`,
  };
}

/** Puts a checker's question to the person. */
export function claimQuestionMessage(facts: {
  readonly name: string;
  readonly reference: string;
  readonly question: string;
  readonly isEasyRead: boolean;
}): Words {
  return {
    subject: `A question about your claim ${inFours(facts.reference)}`,
    body: facts.isEasyRead
      ? easyClaimQuestion(facts)
      : `Hello ${facts.name},

We have a question about your claim ${inFours(facts.reference)}:

${facts.question}

Use your private link to answer and send the claim again. Nothing you told us is lost.`,
  };
}

/** Tells the person that an amount was changed, and why. The amounts themselves are on their claim page. */
export function amountChangedMessage(facts: {
  readonly name: string;
  readonly reference: string;
  readonly reasons: readonly string[];
  readonly isEasyRead: boolean;
}): Words {
  return {
    subject: `We changed an amount on your claim ${inFours(facts.reference)}`,
    body: facts.isEasyRead
      ? easyAmountChanged(facts)
      : `Hello ${facts.name},

We changed an amount on your claim ${inFours(facts.reference)}. This is why:

${facts.reasons.join("\n\n")}

You can see the amounts on your claim page. If you do not agree, please contact us.`,
  };
}

/** Tells the person on the day that they are paid, with time and costs apart. */
export function claimPaidMessage(facts: {
  readonly name: string;
  readonly reference: string;
  readonly meeting: string;
  readonly total: Pence;
  readonly time: Pence;
  readonly costs: Pence;
  readonly paidOn: CalendarDate;
  readonly isEasyRead: boolean;
}): Words {
  return {
    subject: `We have paid your claim ${inFours(facts.reference)}`,
    body: facts.isEasyRead
      ? easyClaimPaid(facts)
      : `Hello ${facts.name},

We have paid ${money(facts.total)}: ${money(facts.time)} for your time and ${money(facts.costs)} for costs, for ${facts.meeting}. We paid it on ${longDate(facts.paidOn)}. Reference ${inFours(facts.reference)}.`,
  };
}

/** Tells somebody that their money takes longer, and whom to ask. */
export function claimWaitsMessage(facts: {
  readonly name: string;
  readonly reference: string;
  readonly contact: string;
  readonly isEasyRead: boolean;
}): Words {
  return {
    subject: `Your claim ${inFours(facts.reference)} is taking longer`,
    body: facts.isEasyRead
      ? easyClaimWaits(facts)
      : `Hello ${facts.name},

Your claim ${inFours(facts.reference)} is taking longer than we said. We are sorry. We are still working on it, and nothing you told us is lost.

You can see where it is on your claim page. To ask about it, contact ${facts.contact}.`,
  };
}

/** "Meeting: 2 hours": what the time was for and how long. */
export function timeLine(activity: Activity, minutes: number | undefined): string {
  return minutes === undefined ? activityNames[activity] : `${activityNames[activity]}: ${duration(minutes)}`;
}

/** The types of cost as the person chooses them. */
export function costLabel(kind: ExpenseKind): string {
  return expenseKindNames[kind];
}

/** What was booked and paid for somebody before the meeting, so that nobody claims it twice. */
export function bookedSentence(kinds: readonly ExpenseKind[]): string {
  return `We have already booked and paid: ${list(kinds.map((kind) => costLabel(kind).toLowerCase()))}. You do not need to claim that.`;
}

/** What somebody cannot send yet, and where they put it right. */
export const unreadySentences = {
  "choice-missing": "Choose about payment first. Then you can send your claim.",
  "time-not-priced": "We could not work out the money for your time. Please contact us and we will do it with you.",
  "time-not-checked": "Check your time first.",
  "cost-not-finished": "One of your costs is not finished. Fill it in, or take it out.",
  "nothing-to-claim": "There is nothing to claim yet. Add a cost, or tell us what is different about your time.",
  "answer-missing": "Write your answer to our question",
} as const;

export const whyNoClaim = {
  "not-marked": "Your claim is not open yet. It opens when we have noted who took part. We will tell you.",
  "nothing-offered": "There is no payment and no costs to claim for this meeting.",
  "nothing-chosen": "Thank you for taking part. You chose no payment and no costs, so there is nothing to claim.",
} as const;

// Sent back to its checker, a claim is still with us and the person has nothing to do.
const whereItIs = { sent: "Sent", "sent-back": "Sent", checked: "Checked", agreed: "Agreed", paid: "Paid", "on-hold": "On hold" } as const;

type ClaimSoFar = {
  readonly state: "open" | keyof typeof whereItIs;
  readonly mayChange: boolean;
  readonly timeAnswer: string | null;
  readonly costs: readonly unknown[];
  readonly hasNoCosts: boolean;
};

/** How far a person's own claim is, for the list of things to do; null where there is nothing to claim for. */
export function claimStatus(found: Result<ClaimSoFar, keyof typeof whyNoClaim>) {
  if (!found.ok) {
    if (found.refusal === "nothing-offered") return null;
    return found.refusal === "not-marked"
      ? ({ status: "Cannot start yet", statusText: "Not open yet" } as const)
      : ({ status: "Done", statusText: "Done: nothing to claim" } as const);
  }
  const { state, mayChange, timeAnswer, costs, hasNoCosts } = found.value;
  if (state === "open") {
    const isBegun = timeAnswer !== null || costs.length > 0 || hasNoCosts;
    return { status: isBegun ? "Started" : "Not started" } as const;
  }
  if (state === "sent-back" && mayChange) return { status: "Sent back", statusText: "Sent back: we have a question" } as const;
  return { status: whereItIs[state] } as const;
}

export const changedElsewhere = "This page was changed in another window. Look at it again, then save.";
export const notNow = "Your claim was sent, so it cannot be changed now. Contact us if something is wrong.";

/** The message for a file that cannot be taken. */
export function uploadRefusalSentence(
  refusal: "nothing-chosen" | "too-big" | "not-a-photo-or-pdf" | "heic" | "damaged" | "too-many-dots",
  name: string,
): string {
  switch (refusal) {
    case "nothing-chosen":
      return "Choose a file";
    case "too-big":
      return `${name} is too big. It must be 5 MB or smaller.`;
    case "not-a-photo-or-pdf":
      return `${name} must be a photo or a PDF`;
    case "heic":
      return `${name} is a HEIC photo, which we cannot open. Send it as a JPEG, or send a screenshot of it.`;
    case "too-many-dots":
      return `${name} is too wide or too high to show. Make it smaller, or send a screenshot of it.`;
    case "damaged":
      return `${name} did not upload. Choose it again.`;
  }
}

/** Why somebody may not check, authorise or pay: the words of 2.11.3 where they differ by what was tried. */
export function financeRefusalSentence(refusal: ClaimRefusal, others: readonly string[], tried: "check" | "authorise" | "pay"): string {
  if (refusal.reason === "own-claim") {
    if (tried === "check") return "This is your own claim. Someone else must check it.";
    if (tried === "authorise") return "You cannot authorise your own claim.";
    return "You cannot pay your own claim.";
  }
  return claimRefusalSentence(refusal, others);
}

/** Where a question would never be answered. */
export const nobodyToAsk =
  "This person asked us to delete everything about them, so nobody can answer a question. Decide it here, or put the claim on hold.";

/** What finance reads about a cost. Where no limit was set, no limit is named. */
export function findingForFinance(finding: ExpenseFinding): string {
  if (finding.finding === "no-receipt" && finding.why === "over-limit" && finding.limit === 0)
    return "No receipt. A reason was given. Decide whether to pay it";
  return expenseFindingSentence(finding);
}

/** What may be claimed twice; where the other claim was paid, with the day. */
export function repeatSentence(flag: ClaimFlag, otherPaidOn: CalendarDate | null): string {
  if (otherPaidOn === null) return claimFlagSentence(flag);
  const on = longDate(otherPaidOn);
  if (flag.flag === "looks-alike" && flag.why === "same-journey") return `A claim for the same journey was paid on ${on}.`;
  return `${claimFlagSentence(flag)} That claim was paid on ${on}.`;
}

/** What was decided about the claim before this one, on the page of the next. */
export function decidedSentence(decision: string, reference: string): string | null {
  const which = `Claim ${inFours(reference)}`;
  switch (decision) {
    case "pass":
      return `${which} is passed for authorising. This is the next one.`;
    case "ask":
      return `The question about claim ${inFours(reference)} is sent. This is the next claim.`;
    case "hold":
      return `${which} is on hold. This is the next one.`;
    case "authorise":
      return `${which} is authorised. This is the next one.`;
    case "send-back":
      return `${which} is sent back to be checked again. This is the next one.`;
    default:
      return null;
  }
}

/** A flag as finance reads it, with references in fours. */
export function flagForFinance(flag: ClaimFlag): string {
  return claimFlagSentence(flag);
}

/** What a line that takes money off is, for finance: never why the person wanted less. */
export function takenOffForFinance(line: SettledLine): string {
  if (line.because.kind === "choice") return "Less, as the person chose";
  return takenOffSentence(line) ?? "";
}

const deeds: Readonly<Record<string, string>> = {
  "claim-opened": "Opened",
  "claim-time-saved": "Time looked at",
  "claim-cost-started": "A cost begun",
  "claim-cost-saved": "A cost saved",
  "claim-cost-removed": "A cost taken out",
  "claim-receipt-removed": "A receipt taken out",
  "claim-no-costs": "No costs to add",
  "claim-paper-asked": "Paper form asked for",
  "claim-sent": "Sent",
  "claim-typed-in": "Typed in for the person",
  "claim-checked": "Checked",
  "claim-amount-changed": "An amount changed",
  "claim-repeat-found": "Found to be claimed twice",
  "claim-repeat-cleared": "Found not to be a repeat",
  "claim-codes-set": "Budget codes set",
  "claim-question-asked": "A question asked",
  "claim-held": "Put on hold",
  "claim-resumed": "Taken off hold",
  "claim-authorised": "Authorised",
  "claim-sent-back": "Sent back to be checked again",
  "claim-paid": "Marked as paid",
  "claim-released": "Released in a signed batch",
  "claim-taken-out": "Taken out of a batch",
  "claim-not-paid": "The bank did not pay it",
  "claim-returned": "The bank sent the money back",
  "claim-person-told": "The person told that it takes longer",
  "receipt-opened": "A receipt opened",
  "payment-form-made": "Payment form made with full bank details",
};

/** One line of a claim's history; undefined for what is not finance's to read. */
export function historySentence(action: string): string | undefined {
  const isFillingIn = /^claim-(?:opened|time-saved|cost-|receipt-removed|no-costs)/u.test(action);
  return isFillingIn ? undefined : deeds[action];
}

/** "Pay £62 to Mia Bell." and what else finance does; never why. */
export function instructionSentences(instruction: {
  readonly toPay: Pence;
  readonly payee: string;
  readonly ownGift: { readonly charity: { readonly name: string }; readonly amount: Pence } | null;
  readonly notBefore: CalendarDate | null;
  readonly notAfter: CalendarDate | null;
}): readonly string[] {
  const { toPay, payee, ownGift, notBefore, notAfter } = instruction;
  return [
    toPay > 0 ? `Pay ${money(toPay)} to ${payee}.` : `Pay nothing to ${payee}.`,
    ...(ownGift === null
      ? []
      : [`The organisation may give a donation of its own of ${money(ownGift.amount)} to ${ownGift.charity.name}.`]),
    ...(notBefore === null ? [] : [`Do not pay before ${longDate(notBefore)}.`]),
    ...(notAfter === null ? [] : [`The money should arrive by ${longDate(notAfter)}.`]),
  ];
}

/** "Not a repeat, because they shared the taxi. Ben Ali, 3 November 2026." */
export function repeatDecidedSentence(decided: {
  readonly decision: "not-a-repeat" | "is-a-repeat";
  readonly why: string;
  readonly by: string;
  readonly on: string;
}): string {
  const said = decided.decision === "not-a-repeat" ? "Not a repeat, because" : "A repeat, because";
  return `${said}: ${decided.why} (${decided.by}, ${decided.on})`;
}

/** Who typed a claim in, from what, and the day it came. */
export function typedInSentence(typed: {
  readonly from: "paper" | "phone";
  readonly by: readonly string[];
  readonly receivedOn: CalendarDate | null;
  readonly hasScan: boolean;
}): string {
  const came = typed.receivedOn === null ? "" : ` It came on ${longDate(typed.receivedOn)}.`;
  const scan = typed.hasScan ? " Coordinators keep the scan of the form." : "";
  const way = typed.from === "paper" ? "from a paper form" : "from a phone call";
  return `Typed in ${way} by ${list(typed.by)}.${came}${scan}`;
}

/** "Late by 3 days", or the day it is due by. */
export function payByWords(payBy: CalendarDate | null, daysLate: number): string {
  if (payBy === null) return "No date";
  return daysLate > 0 ? `${shortDate(payBy)}. Late by ${counted(daysLate, "day", "days")}` : shortDate(payBy);
}

/** Why there is no payment form yet. */
export const noPaymentFormSentences = {
  "not-agreed":
    "This claim is not agreed yet. The payment form can be printed once one person has checked it and another has authorised it.",
  "nothing-to-pay": "There is nothing to pay on this claim, so there is no payment form.",
  "no-bank-details": "This person has not given bank details yet. Ask them how they would like to be paid.",
  "budget-code-missing": "This claim has no budget code.",
} as const;

export const noTaxTreatment = "No tax treatment is recorded for this role. Ask whoever decides this before you pay.";

/** How somebody is told that they were paid; "another-way" where staff find the way, "no-way" where nothing on file reaches them. */
export type ToldBy = "email" | "letter" | "text" | "phone" | "another-way" | "no-way";

const toldSentences: Readonly<Record<ToldBy, string>> = {
  email: "We tell you by email on the day we pay.",
  letter: "We tell you by letter on the day we pay.",
  text: "We tell you by text message on the day we pay.",
  phone: "We tell you by phone on the day we pay.",
  "another-way": "We tell you on the day we pay.",
  "no-way": "You can see it on your page on the day we pay.",
};

/** What happens after a claim is sent, with days and people. */
export function afterSending(facts: {
  readonly contact: string;
  readonly payBy: CalendarDate | null;
  /** The day the claim is checked by, where the organisation promises one. */
  readonly checkBy: CalendarDate | null;
  readonly told: ToldBy;
}): readonly string[] {
  return [
    facts.checkBy === null ? "The payments team checks it." : `The payments team checks it by ${longDate(facts.checkBy)}.`,
    "A second person agrees it.",
    ...(facts.payBy === null
      ? [`We pay you. ${toldSentences[facts.told]}`]
      : [`The money should reach you by ${longDate(facts.payBy)}. ${toldSentences[facts.told]}`]),
    `If it is late, contact ${facts.contact}. You can see where it is at any time.`,
  ];
}
