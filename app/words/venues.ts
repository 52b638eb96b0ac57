// Headings and messages of the venue side.
import type { VenueFeatureId } from "#app/domain/access/venue-features.ts";
import type { VenueTopic } from "#app/domain/access/venue-topics.ts";
import { dayIn, type CalendarDate, type Instant } from "#app/domain/basics/dates.ts";
import type { VenueFact } from "#app/domain/meetings/meeting.ts";
import { counted, list, longDate, outOf } from "./format.ts";
import { factWords } from "./plan.ts";
import { soundsUnsure } from "./unsure.ts";

/** The topics of a checklist and of a venue's record, as headings (experience.md 2.7.3). */
export const topicName: Readonly<Record<VenueTopic, string>> = {
  arriving: "Arriving and parking",
  doors: "Doors and routes",
  room: "The room",
  toilets: "Toilets",
  hearing: "Hearing and sound",
  light: "Light, smell and air",
  signs: "Signs and photos",
  food: "Food",
  emergency: "Emergency",
  people: "People and policies",
};

/** The heading of one page of a topic: "Toilets, 1 of 2" where it goes over several. */
export function topicHeading({
  topic,
  part,
  parts,
}: {
  readonly topic: VenueTopic;
  readonly part: number;
  readonly parts: number;
}): string {
  return parts === 1 ? topicName[topic] : `${topicName[topic]}, ${String(part)} of ${String(parts)}`;
}

const countsAsNotKnown =
  "These words sound unsure, so we count this as not known. If you are sure, answer again without them and say how you know.";

/** An answer as the venue reads it back, and what becomes of one whose words sound unsure. */
export function answerInWords(
  feature: VenueFeatureId,
  { value, note }: { readonly value: VenueFact | null; readonly note: string },
): string {
  const said = `${value === null ? "I do not know" : factWords(feature, value)}${note === "" ? "" : `. ${note}`}`;
  return value === null && soundsUnsure(note) ? `${/[.!?]$/u.test(said) ? said : `${said}.`} ${countsAsNotKnown}` : said;
}

/** The photos asked of a venue (experience.md 2.7.3). */
export const pleaseAddPhotos = "Please add photos: the front door from the street, the way to the room, the room, the toilet.";

/** What a photo of the building shows, asked for beside the questions of the topic it belongs to. */
export const buildingPhotoOf: Readonly<Partial<Record<VenueTopic, BuildingPhotoWords>>> = {
  arriving: { heading: "A photo of the front door", shows: "The front door from the street" },
  doors: { heading: "A photo of the way to the room", shows: "The way to the room" },
  room: { heading: "A photo of the room", shows: "The room" },
  toilets: { heading: "A photo of the toilet", shows: "The toilet" },
  signs: { heading: "Photos of the building", shows: "", ask: pleaseAddPhotos },
};

/** `ask` is said in place of the usual sentence; `shows` is empty where it could be any part of the building. */
export type BuildingPhotoWords = { readonly heading: string; readonly shows: string; readonly ask?: string };

/** When a venue was checked last: "Checked Tuesday 3 March 2026". */
export function checkedWords(checkedOn: CalendarDate | null, yearAgo: CalendarDate): string {
  if (checkedOn === null) return "Never checked";
  return checkedOn < yearAgo ? "Checked over a year ago" : `Checked ${longDate(checkedOn)}`;
}

/** About 20 seconds a question: our own reckoning. */
export function aboutMinutes(questions: number): string {
  return `About ${counted(Math.max(1, Math.ceil(questions / 3)), "minute", "minutes")}.`;
}

/** The email to a venue. It says what is asked and never who asks. */
export function checklistMessage(extraLine: string) {
  return (facts: {
    readonly link: string;
    readonly venue: string;
    readonly organisation: string;
    readonly meeting: string | null;
    readonly answerBy: CalendarDate;
  }) => ({
    subject: `Access checklist for ${facts.venue}, please answer by ${longDate(facts.answerBy)}`,
    body: [
      facts.meeting === null
        ? `${facts.organisation} keeps a record of access at ${facts.venue}, for meetings to come.`
        : `${facts.organisation} plans to meet at ${facts.venue}: ${facts.meeting}.`,
      "Please answer some questions about access. “I do not know” is a fine answer. You can stop and come back, and send a photo instead of measuring.",
      ...(extraLine === "" ? [] : [extraLine]),
      "Open the checklist:",
      facts.link,
      `The link works until ${longDate(facts.answerBy)}.`,
    ].join("\n\n"),
  });
}

/** The one reminder to a venue that has not finished. */
export function checklistReminderMessage(facts: {
  readonly link: string;
  readonly venue: string;
  readonly organisation: string;
  readonly meeting: string | null;
  readonly answerBy: CalendarDate;
}): { readonly subject: string; readonly body: string } {
  return {
    subject: `Reminder: access checklist for ${facts.venue}, please answer by ${longDate(facts.answerBy)}`,
    body: [
      facts.meeting === null
        ? `${facts.organisation} keeps a record of access at ${facts.venue}, for meetings to come. Some questions are still open.`
        : `${facts.organisation} plans to meet at ${facts.venue}: ${facts.meeting}. Some questions about access are still open.`,
      "What you answered before is kept. “I do not know” is a fine answer. If you have answered all you can, press “I have finished”.",
      "Open the checklist:",
      facts.link,
      `The link works until ${longDate(facts.answerBy)}. This is the only reminder.`,
    ].join("\n\n"),
  };
}

/** Said when a venue is asked to answer too late to plan with. */
export function answerBeforeMeeting(date: CalendarDate): string {
  return `'Answer by' must be before ${longDate(date)}`;
}

/** Whether and when a venue is reminded, once its checklist is sent. */
export function reminderSentence(day: CalendarDate | null): string {
  return day === null
    ? "The day is so near that we do not remind them. We tell you when they answer."
    : `We remind them on ${longDate(day)} and tell you when they answer.`;
}

/** How far a checklist has got, for the coordinator. */
export function sentChecklistWords(sent: {
  readonly sentAt: Instant;
  readonly sentTo: string;
  readonly email: string;
  readonly answerBy: CalendarDate;
  readonly answeredAt: Instant | null;
  readonly answeredBy: string;
  readonly isClosed: boolean;
  readonly asked: number;
  readonly answered: number;
}): string {
  const asked = `You asked ${sent.sentTo === "" ? sent.email : sent.sentTo} on ${longDate(dayIn(sent.sentAt))}.`;
  const far = `${outOf(sent.answered, sent.asked)} questions answered.`;
  if (sent.answeredAt !== null) return `${asked} ${far} Finished on ${longDate(dayIn(sent.answeredAt))} by ${sent.answeredBy}.`;
  return sent.isClosed
    ? `${asked} ${far} It closed on ${longDate(sent.answerBy)}.`
    : `${asked} ${far} We asked for answers by ${longDate(sent.answerBy)}.`;
}

/** What a venue reads once the day of its checklist is past. `ways` to contact somebody may be empty. */
export function checklistClosed(coordinatorName: string, ways: readonly string[]): string {
  const known = ways.filter((way) => way !== "");
  const who = coordinatorName === "" ? "The organisation that sent it" : coordinatorName;
  return `This checklist is closed. ${who} can open it again${known.length === 0 ? "." : `: ${list(known, "or")}.`}`;
}

const factsFileProblems = {
  "not-json": "This is not JSON. Copy the whole of it, with its first and last bracket.",
  "no-place": "This JSON holds no place with properties. A11yJSON has one place at a time here.",
  "nothing-read": "We found no tags. Put one on each line, like wheelchair=yes.",
  "several-objects": "This holds several objects, and their tags would run together. Bring in one at a time.",
  "nothing-offered": "We found nothing in it that tells us a fact about access.",
  "too-big": "The file must be 200,000 characters or fewer",
} as const;

/** Why nothing was read out of a file of facts. */
export function factsFileProblem(problem: keyof typeof factsFileProblems): string {
  return factsFileProblems[problem];
}

export const nothingToAsk = "There is nothing to ask: everything this meeting needs is known";
export const nothingToAskThere =
  "There is nothing to ask in these parts: what this meeting needs there is known. Choose another part, or everything";
export const nothingToAskForRecord = "There is nothing to ask: everything is known. Choose “Everything” to ask all of it again";
export const nothingToAskForRecordThere = "There is nothing to ask in these parts: all of it is known. Choose another part, or everything";
export const passedOnTooOften = "This checklist has been passed on 5 times. Ask the person who sent it to send it again.";
export const tooManyPhotos = "You have sent as many photos as we can keep. Thank you.";

const checklistNotices = {
  photo: { heading: "Photo saved", children: "Thank you. We look at it and may ask you about it." },
  "passed-on": { heading: "Passed on", children: "We have sent them a link of their own." },
  "to-pass-on": { heading: "Saved", children: "The person who asked you sends them a link." },
} as const;

/** The notice for "?saved=…" on a venue's own pages, where there is one. */
export function checklistNotice(key: string | null) {
  return key !== null && key in checklistNotices ? checklistNotices[key as keyof typeof checklistNotices] : undefined;
}

/** Photos that are on record and not in a paper, counted by why. */
export type PhotosLeft = { readonly withoutWords: number; readonly notLookedAt: number; readonly notPrinted: number };

/** Which photos a paper leaves out, and what they wait for. */
export function photosLeftSentences({ withoutWords, notLookedAt, notPrinted }: PhotosLeft): readonly string[] {
  return [
    ...(withoutWords === 0
      ? []
      : [`${counted(withoutWords, "photo waits", "photos wait")} for words. A photo nobody has described is not put into a paper.`]),
    ...(notLookedAt === 0
      ? []
      : [`${counted(notLookedAt, "photo from the venue waits", "photos from the venue wait")} until somebody here has looked at them.`]),
    ...(notPrinted === 0 ? [] : [`${counted(notPrinted, "more photo or PDF is", "more photos or PDFs are")} on the page of the venue.`]),
  ];
}

/** The line under a photo in a paper: what it shows, who sent it and when. */
export function photoCaption(one: { readonly shows: string; readonly sentBy: string; readonly on: CalendarDate }): string {
  const shows = /[.!?]$/u.test(one.shows) ? one.shows : `${one.shows}.`;
  return `${shows} Sent by ${one.sentBy}, ${longDate(one.on)}.`;
}

/** The link to a file of facts that waits to be looked at. */
export function waitingFileWords({ offered, at, of }: { readonly offered: number; readonly at: number; readonly of: number }): string {
  const facts = counted(offered, "fact", "facts");
  return of === 1
    ? `Look at ${facts} from a file: nothing is on record until you approve it`
    : `Look at file ${String(at + 1)} of ${String(of)}, with ${facts}: nothing is on record until you approve it`;
}

/** When and where a problem of the day was written down. */
export function dayProblemWords(one: { readonly meeting: string; readonly on: CalendarDate; readonly isFixed: boolean }): string {
  return one.isFixed
    ? `Written down on ${longDate(one.on)}, on the day of ${one.meeting}. It was put right that day.`
    : `Written down on ${longDate(one.on)}, on the day of ${one.meeting}. It was not put right that day.`;
}

/** How a meeting was in people's own view; fewer answers than can be counted together are not counted. */
export function ratingWords(rating: { readonly met: number; readonly of: number } | "few"): string {
  if (rating === "few") return "Too few people said how it was to count it.";
  return rating.of === 0
    ? "Nothing was said that can be counted about what people needed."
    : `People said that ${outOf(rating.met, rating.of)} things they needed were there.`;
}
