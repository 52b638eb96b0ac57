// The words of a person's private payment pages: the questions about benefits, the choice, and the bank details.
import type { CalendarDate, Nation } from "#app/domain/basics/dates.ts";
import type { Choice } from "#app/domain/payments/choice.ts";
import type { PaidWithin } from "#app/domain/payments/offer.ts";
import type { Wording } from "./benefits/questions.ts";
import { longDate, plainDate } from "./format.ts";
import { paidWithinWords } from "./payments.ts";

export const whereYouLive: Readonly<Record<Wording, string>> = {
  standard: "We do not know: where you live. Benefits have other rules in each nation.",
  easy: "We do not know where you live. The rules are not the same everywhere.",
};
export const outOfDateSentence: Readonly<Record<Wording, string>> = {
  standard: "We do not have this year's figures yet for all the benefits you named. So we cannot work them out.",
  easy: "We do not have all the new amounts yet. So we cannot work it out.",
};

/** When the money would arrive, as far as it is known; never a guess. */
export function arrivalSentence(
  worked: CalendarDate | undefined,
  plannedFor: CalendarDate | undefined,
  within: PaidWithin,
  wording: Wording = "standard",
): string {
  if (wording === "easy") return easyArrival(worked, plannedFor);
  if (worked === undefined) return "We do not know the day of the meeting yet, so we cannot say when the money would arrive.";
  if (plannedFor === undefined) {
    return within.kind === "other"
      ? `The terms say: ${within.words}. We do not know the day, so we cannot say which week or month it would count in.`
      : "We do not know the day the money would arrive.";
  }
  if (plannedFor === worked) return `The money should reach you on the day of the meeting, ${longDate(plannedFor)}.`;
  return `The money should reach you between ${longDate(worked)} and ${longDate(plannedFor)}. That is ${paidWithinWords(within)}. We worked with ${plainDate(plannedFor)}. On another day the answer could be different.`;
}

function easyArrival(worked: CalendarDate | undefined, plannedFor: CalendarDate | undefined): string {
  if (worked === undefined) return "We do not know the day of the meeting yet. So we do not know when you get the money.";
  if (plannedFor === undefined) return "We do not know the day you get the money.";
  if (plannedFor === worked) return `You get the money on the day of the meeting. That is ${longDate(plannedFor)}.`;
  return `The meeting is on ${longDate(worked)}. You get the money by ${longDate(plannedFor)}. On another day the answer may change.`;
}

/** The labels of the choices once the meeting's day has come: declining comes before, so a gift is no longer offered (decision 20). */
export const choicesAfterTheMeeting: readonly Choice["kind"][] = ["full", "less", "costs-only", "nothing"];

export const afterTheMeetingNote =
  "The day of the meeting has come. You can still take less. For some benefits the full amount may then still count. Talk to an adviser first.";

/** Free and independent places to ask, by nation (names only: they change their numbers more often than we would notice). */
export function adviceLines(nation: Nation): readonly string[] {
  const everywhere = [
    "Citizens Advice",
    "Advicelocal",
    "Turn2us",
    "Scope",
    "Disability Rights UK",
    "Carers UK",
    "Contact, for families with disabled children",
  ];
  const own: Readonly<Record<Nation, readonly string[]>> = {
    england: [
      "Benefits Advice Service for Involvement, if this is research paid for by the NIHR",
      "Your council's welfare rights team",
      "Citizens Advice Help to Claim, for a new Universal Credit claim",
    ],
    wales: ["Advicelink Cymru", "Your council's welfare rights team"],
    scotland: ["Your council's welfare rights team", "Carers Scotland"],
    "northern-ireland": ["Advice NI", "Law Centre NI"],
  };
  const skipped = nation === "northern-ireland" ? ["Citizens Advice", "Advicelocal"] : [];
  return [...own[nation], ...everywhere.filter((name) => !skipped.includes(name))];
}

/** A person's own bank details in groups, for the one answer that shows them back: "12 34 56 78". */
export function inPairs(digits: string): string {
  return digits.replace(/(\d{2})(?=\d)/gu, "$1 ");
}

type Letter = { readonly subject: string; readonly body: string };

/** Told to every address on file when bank details were added or changed. It says nothing of the account. */
export function bankChangedMessage(about: { readonly name: string; readonly organisation: string; readonly isFirst: boolean }): Letter {
  const what = about.isFirst ? "added" : "changed";
  return {
    subject: `A message from ${about.organisation}`,
    body: [
      `Hello ${about.name},`,
      `Bank details for paying you were ${what} today, with your private link.`,
      "If that was you, you do not need to do anything.",
      "If it was not you, tell us at once. Use a phone number or address you already have for us.",
      about.isFirst
        ? "We check new details before the first payment."
        : "We pay nothing into the new account until we have checked with you.",
      about.organisation,
    ].join("\n\n"),
  };
}

/** Asks an adviser to contact somebody: the name, the way, and nothing of what was answered. */
export function adviserMessage(about: {
  readonly name: string;
  readonly organisation: string;
  readonly adviser: string;
  readonly how: "email" | "phone" | "text" | "letter";
  readonly reach: string;
  readonly when: string;
}): Letter {
  const ways = { email: "By email", phone: "By phone", text: "By text message", letter: "By letter" };
  const [first = about.name] = about.name.split(" ");
  return {
    subject: `${first} has asked for benefits advice`,
    body: [
      `Hello ${about.adviser},`,
      `${about.name} takes part in a meeting of ${about.organisation} and may be paid for it. They ask you to contact them before they decide.`,
      `${ways[about.how]}: ${about.reach}`,
      ...(about.when === "" ? [] : [`When is good: ${about.when}`]),
      "Only you have this request. We do not know what they will ask you, and we have not sent you any of their answers.",
      about.organisation,
    ].join("\n\n"),
  };
}

/**
 * Carries the fresh link that lets a person read their own private answers back: for a day by email, until the end of a day in a letter.
 * `madeFor` is a letter that a coordinator made when the person asked in another way than by their link.
 */
export function readBackMessage(about: {
  readonly name: string;
  readonly organisation: string;
  readonly address: string;
  readonly until: CalendarDate | null;
  readonly madeFor: boolean;
}): Letter {
  return {
    subject: `Your private link from ${about.organisation}`,
    body: [
      `Hello ${about.name},`,
      about.madeFor
        ? "With this link you can read your private payment answers, and what we typed in for you. Open it on the device you use."
        : "You asked to see your private payment answers. Open this link on the device you use.",
      about.address,
      about.until === null ? "It works for 24 hours." : `It works until the end of ${longDate(about.until)}. Keep this letter private.`,
      "If you did not ask for it, you do not need to do anything.",
      about.organisation,
    ].join("\n\n"),
  };
}

/** The choices where nothing is paid for time. */
export const costsOnlyChoices: readonly Choice["kind"][] = ["costs-only", "nothing"];
