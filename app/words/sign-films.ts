// Videos in British Sign Language: what each is called, and the words of our pages that each has to say. A video is shown only while
// these words are as they were when it was checked (experience.md 5.10).
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { FilmSlot, FilmState } from "#app/domain/people/sign-films.ts";
import { claimStartWords } from "./claims.ts";
import { complaintNames, complaintWords } from "./complaints.ts";
import { landingHeadings, landingWords } from "./easy-access.ts";
import { counted, longDate } from "./format.ts";
import { payWords } from "./pay-pages.ts";
import { privateByDefault, sharingHeading, sharingIntro, whatTheyRead } from "./sharing.ts";

export const filmNames: Readonly<Record<FilmSlot, string>> = {
  invitation: "The invitation",
  "private-link": "How the private link works",
  "who-sees": "Who sees what",
  payment: "Payment and benefits",
  claim: "How to claim",
  complain: "How to complain",
};

/** Where people find each. */
export const filmPlaces: Readonly<Record<FilmSlot, string>> = {
  invitation: "On the page that a private link opens.",
  "private-link": "On the page that a private link opens, after the invitation.",
  "who-sees": "On “Who can see your answers”.",
  payment: "On “Your payment for this meeting”, where time is paid.",
  claim: "On the first page of a claim.",
  complain: "On “Tell us what went wrong”.",
};

/** The link to each. */
export const watchWords: Readonly<Record<FilmSlot, string>> = {
  invitation: "Watch this invitation in BSL",
  "private-link": "Watch how your private link works in BSL",
  "who-sees": "Watch who sees what in BSL",
  payment: "Watch this page about payment in BSL",
  claim: "Watch how to claim in BSL",
  complain: "Watch how to complain in BSL",
};

const landing = landingWords.standard;
const pay = payWords.standard.start;

/** The words of our pages that each has to say, in their order. What differs from person to person stands in brackets. */
export const filmedWords: Readonly<Record<FilmSlot, readonly string[]>> = {
  invitation: [
    landingHeadings.standard.open("(name of the meeting)"),
    "(the day, the time and the place)",
    "(what the meeting is about)",
    landing.from("(organisation)"),
  ],
  "private-link": [landing.end, landing.start, landing.notMe, landing.other],
  "who-sees": [sharingHeading, sharingIntro, privateByDefault, whatTheyRead],
  payment: [
    pay.heading,
    pay.offered("(amount)"),
    pay.paysCosts,
    pay.yourChoice,
    pay.yourChoiceText,
    pay.legend,
    ...Object.values(pay.options),
    ...[pay.whoSees("(organiser)"), pay.tellsDwp].flatMap(({ heading, text }) => [heading, text]),
  ],
  claim: [claimStartWords.time, claimStartWords.costs, claimStartWords.costsHint, claimStartWords.send, claimStartWords.late],
  complain: [
    complaintWords.heading,
    complaintWords.intro,
    complaintWords.what,
    ...Object.values(complaintNames),
    complaintWords.textHint,
    complaintWords.about,
    complaintWords.aboutHint,
  ],
};

/** How a video stands, a sentence each. */
export function filmStands(
  state: FilmState,
  film: {
    readonly address: string;
    readonly savedOn: CalendarDate;
    readonly seconds: number;
    readonly checkedBy: string;
    readonly checkedOn: CalendarDate;
  } | null,
): readonly string[] {
  if (film === null) return ["There is no video yet."];
  return [
    state === "out-of-date"
      ? "People do not see it: the words of the page have changed since it was checked."
      : `People see it since ${longDate(film.savedOn)}.`,
    `Checked by a BSL user on ${longDate(film.checkedOn)}: ${film.checkedBy}.`,
    `It is ${filmLength(film.seconds)} long, on ${new URL(film.address).hostname}.`,
  ];
}

/** What is wrong with what was typed about a video. */
export const filmProblems = {
  "not-https": "Enter a web address that begins with https://",
  length: "Enter how long the video is, like 1:40",
  "not-checked-yet": "The date of the check must be today or in the past",
  "check-again": "The words of the page have changed. Ask a BSL user to check the video again, and enter that date",
} as const;

/** "1 minute 40", "2 minutes", "45 seconds". */
function filmLength(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  if (minutes === 0) return counted(rest, "second", "seconds");
  const whole = counted(minutes, "minute", "minutes");
  return rest === 0 ? whole : `${whole} ${rest}`;
}

/** A length as it is typed: "1:40". */
export function typedLength(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** What stands under the link. */
export function filmCaption(seconds: number, site: string): string {
  return `BSL video with captions, ${filmLength(seconds)}. It opens on ${site}.`;
}

/** What is known about a video, for the history of settings. */
export function filmSaid(
  film: {
    readonly address: string;
    readonly seconds: number;
    readonly transcript: string;
    readonly checkedBy: string;
    readonly checkedOn: CalendarDate;
  } | null,
): Readonly<Record<string, string>> | null {
  if (film === null) return null;
  return {
    address: film.address,
    length: filmLength(film.seconds),
    transcript: film.transcript,
    "checked by": film.checkedBy,
    "checked on": longDate(film.checkedOn),
  };
}
