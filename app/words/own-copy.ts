// What is said of the copy of everything held about somebody: what each part is for and who reads it.

import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { WhyNotDeleted } from "#app/domain/people/erasing.ts";
import { counted, longDate } from "./format.ts";

/** What each part is kept for and who reads it. */
export const purposes = [
  {
    what: "Your name and how to reach you",
    whatFor: "To invite you and tell you what is arranged",
    whoReads: "Coordinators; finance sees part of it",
  },
  {
    what: "What you need to take part",
    whatFor: "To plan the room, the day and the papers",
    whoReads: "Only those you chose on the page “Who can see your answers”",
  },
  { what: "If you are coming, and which dates suit you", whatFor: "To plan the meeting", whoReads: "Coordinators" },
  { what: "Your choice about payment", whatFor: "To pay you as you chose", whoReads: "Finance; coordinators see only that you chose" },
  { what: "Your answers about benefits, if you asked us to keep them", whatFor: "So that you can read them again", whoReads: "Only you" },
  { what: "Your request to talk to an adviser", whatFor: "So that the adviser can contact you", whoReads: "Only that adviser" },
  { what: "Your bank details", whatFor: "To pay you", whoReads: "Finance, for a payment" },
  { what: "Your claims", whatFor: "To check and pay them", whoReads: "Coordinators and finance" },
  {
    what: "Your plan to leave safely",
    whatFor: "To get you out in an emergency",
    whoReads: "You, coordinators and those who help on the day",
  },
] as const;

/** What the copy holds, one sentence each. */
export function copySentences({
  meetings,
  messages,
  deeds,
}: {
  readonly meetings: number;
  readonly messages: number;
  readonly deeds: number;
}): readonly string[] {
  return [
    "Your name and how to reach you.",
    `What you told us for ${counted(meetings, "meeting", "meetings")}, and what was paid.`,
    `A list of ${counted(messages, "message", "messages")} to you and about you.`,
    `A list of ${counted(deeds, "thing", "things")} that people did with your answers, and when.`,
  ];
}

/** One request, for the coordinator. */
export function dataRequestSentence(one: {
  readonly kind: "copy" | "erase";
  readonly askedOn: CalendarDate;
  readonly answerBy: CalendarDate;
  readonly openedOn: CalendarDate | null;
  readonly given: { readonly on: CalendarDate; readonly by: string } | null;
  readonly closed: { readonly on: CalendarDate; readonly why: WhyNotDeleted; readonly by: string } | null;
}): string {
  if (one.closed !== null) return closedSentences[one.closed.why](longDate(one.askedOn), longDate(one.closed.on), one.closed.by);
  if (one.kind === "erase") {
    return `Asked on ${longDate(one.askedOn)} to have everything deleted. The law wants it answered by ${longDate(one.answerBy)}.`;
  }
  const asked = `Asked on ${longDate(one.askedOn)}.`;
  if (one.openedOn !== null) return `${asked} They opened their copy on ${longDate(one.openedOn)}.`;
  if (one.given !== null) return `${asked} ${one.given.by} gave them their copy on ${longDate(one.given.on)}.`;
  return `${asked} The law wants it answered by ${longDate(one.answerBy)}. They do not have their copy yet.`;
}

const closedSentences: Readonly<Record<WhyNotDeleted, (asked: string, closed: string, by: string) => string>> = {
  "not-wanted-any-more": (asked, closed, by) =>
    `Asked on ${asked} to have everything deleted. They no longer want it: ${by} closed the request on ${closed}. Nothing was deleted.`,
  "was-not-them": (asked, closed, by) =>
    `Asked on ${asked} to have everything deleted. It was not them: ${by} closed the request on ${closed}. Nothing was deleted.`,
};

/** Who looked at something of a person, and what it was, as that person reads it. Colleagues are not named: their part is. */
export const lookedWords: Readonly<Record<string, { readonly who: string; readonly what: string }>> = {
  "name-seen": { who: "A coordinator", what: "Opened the names of people who need something. Your name was one of them." },
  "name-listed-to-leave": {
    who: "A coordinator",
    what: "Opened the list of people who need help to leave safely. Your name was one of them.",
  },
  "leave-plan-opened": { who: "A coordinator", what: "Opened your plan to leave safely." },
  "safe-contact-read": { who: "A coordinator", what: "Read how to contact you safely." },
  "private-letter-printed": { who: "A coordinator", what: "Printed a private letter to you, to post it." },
  "people-exported": { who: "A coordinator", what: "Got the list of people as a file. You are on it." },
  "bank-details-opened": { who: "The payments team", what: "Saw your full account number, to pay you." },
  "ways-to-call-opened": { who: "The payments team", what: "Opened earlier ways to call you, to check your account." },
  "claim-form-opened": { who: "The payments team", what: "Opened your payment form." },
  "claim-scan-opened": { who: "The payments team", what: "Opened the paper of your claim." },
  "receipt-opened": { who: "The payments team", what: "Opened a receipt of yours." },
  "signed-letter-opened": { who: "The payments team", what: "Opened a letter to you, to post it." },
  "print-opened": { who: "The payments team", what: "Opened payment forms to print. Yours was one of them." },
  "own-copy-opened": { who: "You", what: "Opened your own copy." },
};
