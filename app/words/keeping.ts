// How long things are kept and what was erased, in words for administrators; and what looking at sensitive things is called.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { keptKinds, type KeptKind } from "#app/domain/people/keeping.ts";
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
  return keptWords[kind].unit === "years" ? counted(period, "year", "years") : counted(period, "day", "days");
}

const erasedWords: Readonly<Record<KeptKind, readonly [one: string, several: string]>> = {
  links: ["link", "links"],
  "access-answers": ["person's answers about needs", "people's answers about needs"],
  "benefit-answers": ["answer about benefits", "answers about benefits"],
  "declined-invitations": ["invitation somebody said no to", "invitations people said no to"],
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
  "leave-plan-opened": "Opened a plan to leave safely",
  "kept-apart-opened": "Opened who is kept apart",
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
