// The words of "Who can see your answers", and of every reader's own page: the same function writes both (experience.md 2.4.10).
import { followUpOf, yesNoLabels, type FollowUpId, type YesNoAnswer } from "#app/domain/access/follow-ups.ts";
import { layouts } from "#app/domain/access/layouts.ts";
import { onlineFeatures } from "#app/domain/access/online-features.ts";
import type { MealId, ReaderId, Reading, SharedLine, SharingChoice } from "#app/domain/access/sharing.ts";
import { optionOf, type OptionId } from "#app/domain/access/topic-options.ts";
import type { Strength } from "#app/domain/access/topics.ts";
import { clockTimeOf, type CalendarDate } from "#app/domain/basics/dates.ts";
import { clock, counted, duration, list, longDate } from "./format.ts";
import { supportName } from "./requirements.ts";
import { featureName } from "./venue-questions.ts";

export const sharingHeading = "Who can see your answers";
export const sharingIntro = "These are the only people who will see anything. Below is exactly what each of them will read.";
export const whatTheyRead = "What they will read";
export const privateByDefault = "We have set the most private choice that still works.";
export const everyoneQuestion = "Is there something you would like everyone to know? For example: please face me when you speak.";
export const keepAnswers = { keep: "Keep my answers for next time", erase: "Delete them after this meeting" } as const;

/** When the answers go. */
export function keptUntil(date: CalendarDate): string {
  return `Kept until ${longDate(date)}. After that we delete it, unless you ask us to keep it for next time.`;
}

/** The heading of a reader's section. */
export function readerHeading(reader: ReaderId, coordinatorName: string): string {
  const headings: Readonly<Record<ReaderId, string>> = {
    coordinator: `${coordinatorName}, who is organising the meeting`,
    venue: "The venue",
    interpreter: "The interpreter or captioner",
    "chair-and-access-host": "The chair and access host on the day",
    caterer: "The caterer",
    "evacuation-helpers": "People who help in an emergency",
    "other-attendees": "Other people at the meeting",
    finance: "People who pay claims",
  };
  return headings[reader];
}

export const choiceLabel: Readonly<Record<SharingChoice, string>> = {
  "without-name": "Share without my name",
  "with-name": "Share with my name",
  "do-not-share": "Do not share",
};

/** What a reader reads: an opening sentence and lines under it. Without lines the opening says all there is. */
export type ReadingText = { readonly opening: string; readonly lines: readonly string[] };

/** A reading in words. The sharing page and the reader's own page both print exactly this. */
export function readingText(reading: Reading): ReadingText {
  if (reading.lines.length === 0) return { opening: nothingToRead[reading.reader], lines: [] };
  const opening = reading.name === null ? openingWithoutName[reading.reader] : openingWithName(reading.reader, reading.name);
  return { opening, lines: reading.lines.map(lineText) };
}

/** "If we do not tell the venue, we cannot arrange {thing}. That is your choice." Empty when everything can still be arranged. */
export function cannotArrangeText(reader: ReaderId, things: readonly OptionId[], coordinatorName: string): string {
  if (things.length === 0) return "";
  const names = list(
    things.map((id) => `“${asPhrase(id)}”`),
    "or",
  );
  const told: Readonly<Record<ReaderId, string>> = {
    coordinator: `If we do not give ${coordinatorName} your name`,
    venue: "If we do not tell the venue",
    interpreter: "If we do not tell the interpreter or captioner",
    "chair-and-access-host": "If we do not tell the chair and access host",
    caterer: "If we do not tell the caterer",
    "evacuation-helpers": "If we do not tell the people who help in an emergency",
    "other-attendees": "If we do not tell other people",
    finance: "If we do not tell the people who pay claims",
  };
  return `${told[reader]}, we cannot arrange ${names}. That is your choice.`;
}

const nothingToRead: Readonly<Record<ReaderId, string>> = {
  coordinator: "Nothing.",
  venue: "Nothing.",
  interpreter: "Nothing.",
  "chair-and-access-host": "Nothing.",
  caterer: "Nothing.",
  "evacuation-helpers": "Nothing.",
  "other-attendees": "Nothing, unless you choose to.",
  finance:
    "Nothing you have told us here. They see what a booking costs, under a heading such as communication support, without your name.",
};

const openingWithoutName: Readonly<Record<ReaderId, string>> = {
  coordinator: "Asked for, without a name:",
  venue: "This meeting needs:",
  interpreter: "This booking is for:",
  "chair-and-access-host": "To do and to arrange on the day:",
  caterer: "Meals and drinks:",
  "evacuation-helpers": "To leave safely:",
  "other-attendees": "Someone at the meeting would like everyone to know:",
  finance: "",
};

function openingWithName(reader: ReaderId, name: string): string {
  const openings: Readonly<Record<ReaderId, string>> = {
    coordinator: `${name} told us:`,
    venue: "This meeting needs:",
    interpreter: `This booking is for ${name}:`,
    "chair-and-access-host": `For ${name}:`,
    caterer: `For ${name}:`,
    "evacuation-helpers": `To leave safely, for ${name}:`,
    "other-attendees": `${name} would like everyone to know:`,
    finance: "",
  };
  return openings[reader];
}

// The compiler cannot see that a line's own kind picks its own writer; the table's type sees to it that there is one for each.
function lineText(line: SharedLine): string {
  return lineWriters[line.kind](line as never);
}

type LineWriters = { readonly [Kind in SharedLine["kind"]]: (line: Extract<SharedLine, { readonly kind: Kind }>) => string };

const lineWriters: LineWriters = {
  item: ({ option, strength, people }) => `${asPhrase(option)}: ${strengthWords(strength)}${peopleWords(people)}`,
  "confidential-item": ({ option, people }) =>
    `${optionOf(option).name} Only the coordinator sees this. It is never printed.${peopleWords(people)}`,
  choice: ({ option }) => asPhrase(option),
  answer: ({ question, value }) => answerLine(question, value),
  "dates-to-avoid": ({ value }) => `Dates that do not work: ${value}`,
  "venue-feature": ({ feature }) => featureName[feature],
  "venue-quantity": ({ feature, count }) => `${featureName[feature]}: ${count}`,
  "extra-seats": ({ count }) => `Seats for people who come with someone: ${count}`,
  booking: ({ support, languages }) => (languages.length === 0 ? supportName[support] : `${supportName[support]}: ${list(languages)}`),
  "also-at-breaks": () => "Needed at breaks and lunch too",
  "place-in-room": ({ layout }) => layouts[layout].label,
  online: ({ feature }) => `Online: ${onlineFeatures[feature].label}`,
  action: ({ text }) => text,
  "way-of-working": ({ option }) => asPhrase(option),
  "longest-stretch": ({ minutes }) => `A break at least every ${duration(minutes)}`,
  "shortest-break": ({ minutes }) => `Breaks of at least ${duration(minutes)}`,
  "shortest-lunch": ({ minutes }) => `A lunch of at least ${duration(minutes)}`,
  "longest-item": ({ minutes }) => `No item longer than ${duration(minutes)}`,
  meal: ({ meals, allergies, count }) => mealWords(meals, allergies, count),
  "no-meal": ({ count }) => `${counted(count, "person needs", "people need")} no meal from you`,
  "guest-meal": ({ count }) => `${counted(count, "more meal", "more meals")} for people who come with someone`,
  "leave-safely": ({ option }) => asPhrase(option),
  "plan-to-leave-safely": () => "A plan to leave safely is made together before the day",
  "own-words": ({ text }) => `“${text}”`,
};

function strengthWords(strength: Strength | undefined): string {
  const words: Readonly<Record<Strength, string>> = {
    essential: "cannot take part without it",
    helpful: "it really helps",
    varies: "it varies",
  };
  return strength === undefined ? "not said how much it matters, so planned as needed" : words[strength];
}

function asPhrase(option: OptionId): string {
  return optionOf(option).name.replace(/\.$/u, "");
}

function peopleWords(people: number): string {
  return people === 1 ? "" : ` (${people} people)`;
}

/** A typed answer with its question, as everybody who may see it reads it: "Finished by: midday". */
export function answerLine(question: FollowUpId, value: string | number): string {
  return `${askedAs(question)} ${answerWords(question, value)}`;
}

function askedAs(question: FollowUpId): string {
  const asked = followUpOf(question).question.replace(" (optional)", "");
  return /[.?]$/u.test(asked) ? asked : `${asked}:`;
}

function answerWords(question: FollowUpId, value: string | number): string {
  const { kind } = followUpOf(question);
  if (kind === "length") return `${Number(value) / 10} cm`;
  if (kind === "time") return clock(clockTimeOf(String(value)));
  if (kind === "yes-no") return yesNoLabels[value as YesNoAnswer];
  return kind === "number" ? String(value) : `“${value}”`;
}

const mealName: Readonly<Record<MealId, string>> = {
  vegetarian: "vegetarian",
  vegan: "vegan",
  "vegetarian-vegan": "vegetarian or vegan",
  halal: "halal",
  kosher: "kosher",
  "gluten-free": "gluten free",
  "no-nuts": "no nuts",
  "no-dairy": "no dairy",
  "soft-food": "soft or blended",
  "food-allergy": "safe for an allergy or coeliac disease",
  "airborne-allergy": "a food kept out of the room",
};

function mealWords(meals: readonly MealId[], allergies: string | undefined, count: number): string {
  const start = counted(count, "meal", "meals");
  const kinds = list(meals.map((meal) => mealName[meal]));
  if (allergies === undefined) return `${start}: ${kinds}`;
  return kinds === "" ? `${start}. Allergies: “${allergies}”` : `${start}: ${kinds}. Allergies: “${allergies}”`;
}
