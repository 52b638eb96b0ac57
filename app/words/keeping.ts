// How long things are kept and what was erased, in words for administrators; and what looking at sensitive things is called.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { keptKinds, type KeepingPeriods, type KeptKind } from "#app/domain/people/keeping.ts";
import { counted, list, longDate } from "./format.ts";

/** Each kind as a question, with what happens at the end. */
export const keptWords: Readonly<Record<KeptKind, { readonly label: string; readonly hint: string; readonly unit: "days" | "years" }>> = {
  links: {
    label: "Private links, after the meeting",
    hint: "Then a link opens nothing any more. Links that were sent before keep the day they were sent with.",
    unit: "days",
  },
  "access-answers": {
    label: "What people need, food and emergency contacts, after the meeting",
    hint: "Then it is deleted, unless the person asked us to keep it for next time. We tell people 30 days at most.",
    unit: "days",
  },
  "plan-notes": {
    label: "What was decided and noted on a plan, after the meeting",
    hint: "Decisions, talks, dates people could do, marks on things to do. They say what somebody needs, so 30 days at most.",
    unit: "days",
  },
  "day-notes": {
    label: "Notes about the day, after the meeting",
    hint: "Who did what, who came, what went wrong. Of use for the next meeting. What you told people has changed is kept 60 days at least.",
    unit: "days",
  },
  feedback: {
    label: "What people said about the meeting, after the meeting",
    hint: "How it was for them, and who you think was missing. People can answer until then. That they answered stays.",
    unit: "days",
  },
  "benefit-answers": {
    label: "Answers about benefits and requests for advice, after the meeting",
    hint: "Only where the person asked us to keep them. Then they are deleted.",
    unit: "days",
  },
  "declined-invitations": {
    label: "Invitations people said no to, after the meeting",
    hint: "Then the invitation and what was said with it is deleted. The person's record stays.",
    unit: "days",
  },
  invitations: {
    label: "Other invitations, after the meeting",
    hint: "Then the invitation goes, with the reply and the choice about payment. An invitation with a claim stays with the claim.",
    unit: "days",
  },
  messages: {
    label: "Messages, after they were sent",
    hint: "Then the words, the subject and the address go. That a message was sent, and when, stays.",
    unit: "days",
  },
  "merged-records": {
    label: "How two records were put together, after that day",
    hint: "Until then the two can be taken apart again. Then the old record is emptied.",
    unit: "days",
  },
  leftovers: {
    label: "What the program keeps for its own work",
    hint: "Forms sent twice or cut off, lists nobody took in, sessions nobody uses.",
    unit: "days",
  },
  "bank-details": {
    label: "Bank details, after the last payment and the last meeting",
    hint: "Never while a claim is under way or a meeting is ahead.",
    unit: "days",
  },
  claims: {
    label: "Claims, after the end of the financial year (31 March)",
    hint: "Then only names, amounts, dates and references are left. The record of who did what goes at the same time.",
    unit: "years",
  },
};

/** One choice, like "30 days". */
export function periodWords(kind: KeptKind, period: number): string {
  if (keptWords[kind].unit === "years") return counted(period, "year", "years");
  return period >= 365 ? counted(Math.round(period / 365), "year", "years") : counted(period, "day", "days");
}

const erasedWords: Readonly<Record<KeptKind, readonly [one: string, several: string]>> = {
  links: ["link", "links"],
  "access-answers": ["person's answers about needs", "people's answers about needs"],
  "plan-notes": ["note on a plan", "notes on plans"],
  "day-notes": ["note about a day", "notes about days"],
  feedback: ["thing said about a meeting", "things said about meetings"],
  "benefit-answers": ["answer about benefits", "answers about benefits"],
  "declined-invitations": ["invitation somebody said no to", "invitations people said no to"],
  invitations: ["other invitation", "other invitations"],
  messages: ["message emptied", "messages emptied"],
  "merged-records": ["record that was put together", "records that were put together"],
  leftovers: ["leftover of the program", "leftovers of the program"],
  "bank-details": ["person's bank details", "people's bank details"],
  claims: ["claim reduced", "claims reduced"],
};

/** What one day's run erased. */
export function runSentence(run: {
  readonly day: CalendarDate;
  readonly isDone: boolean;
  readonly counts: Readonly<Record<string, number>>;
}): string {
  const parts = keptKinds.flatMap((kind) => {
    const count = run.counts[kind] ?? 0;
    return count === 0 ? [] : [counted(count, ...erasedWords[kind])];
  });
  const what = parts.length === 0 ? "nothing was due" : list(parts);
  return run.isDone
    ? `${longDate(run.day)}: ${what}.`
    : `${longDate(run.day)}: ${what} so far. It was stopped and goes on at the next start.`;
}

/** Actions that are somebody looking at what is sensitive, as the log says them. */
export const sensitiveReads: Readonly<Record<string, string>> = {
  "names-opened": "Opened the names of people who need something",
  "leave-plans-listed": "Opened the list of plans to leave safely",
  "leave-plan-opened": "Opened a plan to leave safely",
  "day-copy-saved": "Saved a copy of the day, with names, to keep on a phone",
  "kept-apart-opened": "Opened who is kept apart",
  "shared-answers-opened": "Opened what somebody let coordinators read with their name",
  "earlier-answers-opened": "Opened what somebody told us for an earlier meeting",
  "safe-contact-read": "Read how to contact somebody safely",
  "bank-details-opened": "Saw a full account number",
  "ways-to-call-opened": "Opened earlier ways to call somebody",
  "claim-form-opened": "Opened a payment form",
  "claim-scan-opened": "Opened a scanned claim",
  "receipt-opened": "Opened a receipt",
  "signed-letter-opened": "Opened a letter to post",
  "private-letter-printed": "Printed a private letter",
  "print-opened": "Opened payment forms to print",
  "people-exported": "Exported the list of people",
  "own-copy-opened": "Opened the copy of everything about themselves",
};

/** How long things are kept, for anybody who reads the privacy page: what, and until when. */
export function keptSentences(periods: KeepingPeriods): readonly (readonly [what: string, until: string])[] {
  const days = (kind: KeptKind): string => periodWords(kind, periods[kind]);
  return [
    [
      "What you need to take part, food and emergency contacts",
      `${days("access-answers")} after the meeting, unless you ask us to keep it`,
    ],
    ["What we decided so that you can take part", `${days("plan-notes")} after the meeting`],
    ["Your plan to leave safely", "The day of the meeting, unless you keep it"],
    ["Notes about the day: who came, what went wrong", `${days("day-notes")} after the meeting`],
    ["What you said about the meeting afterwards", `${days("feedback")} after the meeting`],
    ["Answers about benefits, if you asked us to keep them", `${days("benefit-answers")} after the meeting`],
    ["An invitation you said no to", `${days("declined-invitations")} after the meeting`],
    ["Other invitations", `${days("invitations")} after the meeting`],
    ["Your private link", `${days("links")} after the meeting`],
    ["The words of messages to you", `${days("messages")} after they were sent`],
    ["Your bank details", `${days("bank-details")} after the last payment`],
    ["Claims and receipts", `${days("claims")} after the end of the financial year. Then only names, amounts, dates and numbers`],
    ["Your name and how to reach you", "Until you ask us to delete it"],
  ];
}
