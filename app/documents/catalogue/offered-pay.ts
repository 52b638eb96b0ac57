// An offer of payment in words, for letters: what is paid, how it was worked out, costs, when and how the money comes.
import { money, list, plainDate, sentenceCase } from "#app/words/format.ts";
import { costsInWords } from "#app/words/invitation.ts";
import { activityNames, paidWithinWords, workingSentences } from "#app/words/payments.ts";
import { column, paragraph, table } from "#app/documents/model.ts";
import type { Block } from "#app/documents/model.ts";
import type { CancelRule } from "#app/domain/payments/rate-card.ts";
import type { CostsBefore, Offer } from "#app/domain/payments/offer.ts";

/** The sums of an offer as a table that adds up, with each step of the working. */
export function offerTable(offer: Offer): Block {
  return table({
    caption: "What you are paid for your time",
    columns: [column("For"), column("How it is worked out"), column("Amount", "money")],
    rows: [
      ...offer.activities.map((one) => [activityNames[one.entry.activity], workingSentences(one).join(". "), money(one.amount)]),
      ...offer.cuts.map((cut) => [`The most for one ${cut.cap.per}`, `No more than ${money(cut.cap.limit)}`, money(cut.amount)]),
    ],
    totals: [["Total", "", money(offer.total)]],
  });
}

/** Costs that are paid back, and how to have them before the meeting. */
export function costsBlocks(offer: Offer, costsOther: string): readonly Block[] {
  const covered = costsInWords(offer.costsCovered, costsOther);
  if (covered.length === 0) return [paragraph("No costs are paid back for this meeting.")];
  const ways = offer.costsBefore.filter((way) => way !== "claim-later").map((way) => beforeWords[way]);
  return [
    paragraph(
      [
        `We pay back what you spend to take part, on top of any payment: ${list(covered)}. Please keep receipts and tickets.`,
        ...(ways.length === 0 ? [] : [`You do not have to pay first: ${list(ways, "or")}. Ask us before the meeting.`]),
      ].join(" "),
    ),
  ];
}

const beforeWords: Readonly<Record<CostsBefore, string>> = {
  "book-for-you": "we can book things for you",
  advance: "we can send you the money before the meeting",
  "cash-on-the-day": "we can pay you on the day",
  "claim-later": "you can claim later",
};

/** When and how the money comes, and the name to look for. */
export function whenPaidSentences(offer: Offer): readonly string[] {
  return [
    `The money comes ${paidWithinWords(offer.paidWithin)} after your claim is agreed.`,
    offer.nameOnStatement === undefined
      ? "We have not been told which name will show on your bank statement. Ask us if you need to know."
      : `The name on your bank statement will be ${offer.nameOnStatement}.`,
  ];
}

/** What is paid when the meeting is called off or somebody cannot come. Says so where no rule is recorded. */
export function cancellationSentences(offer: Offer): readonly string[] {
  if (offer.cancellation.length === 0)
    return ["We have no written rule for what is paid if the meeting is called off. Ask us, and we will tell you in writing."];
  return offer.cancellation.map(cancelSentence);
}

function cancelSentence(rule: CancelRule): string {
  const who = rule.cancelledBy === "organiser" ? "If we call the meeting off" : "If you cannot come";
  const notice = rule.noticeUnderMinutes === "any" ? "" : ` with less than ${noticeWords(rule.noticeUnderMinutes)} to go`;
  const prepared = rule.paysPreparationDone ? " Getting ready that you have already done is paid." : "";
  switch (rule.pays.kind) {
    case "percent":
      return `${who}${notice}, you are paid ${rule.pays.percent}% of the payment.${prepared}`;
    case "amount":
      return `${who}${notice}, you are paid ${money(rule.pays.amount)}.${prepared}`;
    case "nothing":
      return `${who}${notice}, the meeting itself is not paid.${prepared}`;
  }
}

function noticeWords(minutes: number): string {
  const hours = Math.round(minutes / 60);
  return hours % 24 === 0 && hours > 24 ? `${hours / 24} days` : `${hours} hours`;
}

/** The right to take less or nothing, and until when. */
export function choiceSentence(offer: Offer): string {
  const until = offer.mayDeclineUntil === undefined ? "before the meeting" : `until ${plainDate(offer.mayDeclineUntil)}`;
  return sentenceCase(
    `you can choose to be paid all of it, less or nothing, ${until}. You do not have to say why. If you choose less or nothing, we may give a donation of our own to a charity you name.`,
  );
}
