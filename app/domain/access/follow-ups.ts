// The questions that follow a choice, one a page and only if needed, as data (experience.md 2.4.8). None has to be answered:
// an empty answer is "not said", and the only errors are about form. Error texts are experience.md's.
import { clockTimeOf, readClockTime, type ClockTime } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { statedDatesIn } from "./stated-dates.ts";
import type { OptionId, TopicId } from "./topic-options.ts";

/** The four answers of every yes-or-no question. */
export const yesNoAnswers = ["yes", "no", "varies", "prefer-not-to-say"] as const;
export type YesNoAnswer = (typeof yesNoAnswers)[number];
export const yesNoLabels: Readonly<Record<YesNoAnswer, string>> = {
  yes: "Yes",
  no: "No",
  varies: "It varies",
  "prefer-not-to-say": "Prefer not to say",
};

export type FollowUpEntry = {
  readonly topic: TopicId;
  readonly question: string;
  readonly hint?: string;
  /** Asked when any of these is chosen; "on-the-page" when it stands on its topic's own page, whatever is chosen. */
  readonly askedWhen: readonly [OptionId, ...OptionId[]] | "on-the-page";
} & (
  | { readonly kind: "text" | "long"; readonly most: number; readonly error: string }
  /** A whole number. */
  | { readonly kind: "number"; readonly from: number; readonly to: number; readonly error: string }
  /** A length in centimetres or inches; kept in millimetres. */
  | { readonly kind: "length"; readonly fromMillimetres: number; readonly toMillimetres: number; readonly error: string }
  | { readonly kind: "time"; readonly error: string }
  /** Times of day at which somebody must have a break, each with its length where it was said. Kept as typed. */
  | { readonly kind: "breaks"; readonly most: number; readonly error: string }
  /** Days on which a meeting does not work for somebody. Kept as typed. */
  | { readonly kind: "dates"; readonly most: number; readonly error: string }
  /** Choices of their own in the table of options. `narrows`: says which of several things the first choice meant. */
  | { readonly kind: "radios" | "checkboxes"; readonly options: readonly [OptionId, ...OptionId[]]; readonly narrows?: OptionId }
  | { readonly kind: "yes-no" }
);

/** Own words for times that are the person's own, and no more of them than a day can hold. */
const ownTimes = {
  kind: "breaks",
  hint: "For example: 12:30pm for 15 minutes, 3pm. We plan the breaks around these times.",
  most: 6,
  error: "Times must be like 12:30pm for 15 minutes, 3pm",
} as const;

/** Own words for days that do not work, each with its year. */
const ownDates = {
  kind: "dates",
  hint: "For example: 4 March 2027, 10 to 14 March 2027. We use them only to choose the date.",
  most: 1000,
  error: "Dates must be like 4 March 2027, 10 to 14 March 2027",
} as const;

/** One line of text; the limit is ours, the counted message is the shared field library's (experience.md 2.0.7). */
const shortText = { kind: "text", most: 200, error: "Your answer must be 200 characters or fewer" } as const;
const longText = { kind: "long", most: 4000, error: "Your answer must be 4,000 characters or fewer" } as const;

export const followUps = {
  // contact and papers
  "contact-times-detail": {
    topic: "contact-and-papers",
    question: "When should we contact you?",
    askedWhen: ["contact-times"],
    ...shortText,
  },
  "supporter-contact-detail": {
    topic: "contact-and-papers",
    question: "Who should we contact, and how?",
    askedWhen: ["contact-supporter"],
    ...shortText,
  },
  "print-size": {
    topic: "contact-and-papers",
    question: "What size of print?",
    askedWhen: ["large-print"],
    kind: "radios",
    options: ["large-print-16", "large-print-18", "large-print-20", "giant-print", "large-print-another-size"],
    narrows: "large-print",
  },
  "print-size-other": {
    topic: "contact-and-papers",
    question: "What size, in points?",
    hint: "From 14 to 72.",
    askedWhen: ["large-print-another-size"],
    kind: "number",
    from: 14,
    to: 72,
    error: "Enter a print size from 14 to 72",
  },
  "braille-grade": {
    topic: "contact-and-papers",
    question: "Which grade of braille?",
    askedWhen: ["braille"],
    kind: "radios",
    options: ["braille-uncontracted", "braille-papers", "braille-not-sure"],
    narrows: "braille",
  },
  "paper-colour": {
    topic: "contact-and-papers",
    question: "Which colour?",
    askedWhen: ["coloured-background"],
    ...shortText,
  },
  "papers-language": {
    topic: "contact-and-papers",
    question: "Which language?",
    askedWhen: ["translated-papers"],
    kind: "text",
    most: 200,
    error: "Enter the language you need",
  },
  // talking, listening and understanding
  "deafblind-way": {
    topic: "communication",
    question: "How do you communicate with your interpreter?",
    askedWhen: ["deafblind-interpreter"],
    kind: "radios",
    options: ["hands-on-signing", "deafblind-manual", "visual-frame-signing", "deafblind-way-not-sure"],
    narrows: "deafblind-interpreter",
  },
  "interpreter-preferred": {
    topic: "communication",
    question: "Is there an interpreter you like to work with? (optional)",
    askedWhen: [
      "bsl-interpreter",
      "sse-needed",
      "deafblind-interpreter",
      "lipspeaker-needed",
      "other-language",
      "speak-in-welsh",
      "bsl-relay",
    ],
    ...shortText,
  },
  "interpreter-not-wanted": {
    topic: "communication",
    question: "Is there anyone you would rather not work with? You do not need to say why. We only share this with the booking agency.",
    askedWhen: [
      "bsl-interpreter",
      "sse-needed",
      "deafblind-interpreter",
      "lipspeaker-needed",
      "other-language",
      "speak-in-welsh",
      "bsl-relay",
    ],
    ...shortText,
  },
  "interpreter-at-breaks": {
    topic: "communication",
    question: "Do you need them at breaks and lunch too?",
    askedWhen: [
      "bsl-interpreter",
      "sse-needed",
      "deafblind-interpreter",
      "lipspeaker-needed",
      "other-language",
      "speak-in-welsh",
      "bsl-relay",
    ],
    kind: "yes-no",
  },
  "spoken-language": {
    topic: "communication",
    question: "Which language?",
    askedWhen: ["other-language"],
    kind: "text",
    most: 200,
    error: "Enter the language you need",
  },
  // getting around
  "wheelchair-width": {
    topic: "getting-around",
    question: "How wide is your wheelchair or scooter? (optional)",
    hint: "In centimetres or inches. Leave blank if you are not sure.",
    askedWhen: ["powered-wheelchair", "manual-wheelchair", "mobility-scooter"],
    kind: "length",
    fromMillimetres: 300,
    toMillimetres: 1500,
    error: "Width must be a number, like 70",
  },
  "walking-distance": {
    topic: "getting-around",
    question: "How far can you walk comfortably?",
    askedWhen: ["short-walk-only", "walking-aid", "rest-seats", "no-stairs"],
    kind: "radios",
    options: ["walk-10-metres", "walk-50-metres", "walk-further", "walk-varies", "walk-not-said"],
  },
  // how the meeting is run
  "not-before": {
    topic: "running",
    question: "Not before (optional)",
    hint: "For example, 10:30am or 14:00",
    askedWhen: "on-the-page",
    kind: "time",
    error: "'Not before' must be a time, like 10:30am",
  },
  "finished-by": {
    topic: "running",
    question: "Finished by (optional)",
    hint: "For example, 10:30am or 14:00",
    askedWhen: "on-the-page",
    kind: "time",
    error: "'Finished by' must be a time, like 10:30am",
  },
  "break-times": {
    topic: "running",
    question: "Is there a time when you must have a break? (optional)",
    askedWhen: ["frequent-breaks", "break-every-30-minutes"],
    ...ownTimes,
  },
  "prayer-times": {
    topic: "running",
    question: "What times are your prayers on the day? (optional)",
    askedWhen: ["prayer-space"],
    ...ownTimes,
  },
  "own-dates": {
    topic: "running",
    question: "Which dates do not work for you? (optional)",
    askedWhen: ["some-dates-do-not-work"],
    ...ownDates,
  },
  "holy-days": {
    topic: "running",
    question: "Which holy days should we keep clear of? (optional)",
    askedWhen: ["avoid-holy-days"],
    ...ownDates,
  },
  "school-holidays": {
    topic: "running",
    question: "When are the school holidays where you live? (optional)",
    askedWhen: ["school-hours"],
    ...ownDates,
  },
  // food
  allergies: {
    topic: "food",
    question: "Allergies: tell us what and how serious (optional)",
    hint: "If you have a serious allergy we will ask the venue in writing.",
    askedWhen: "on-the-page",
    ...longText,
  },
  "medicine-times": {
    topic: "food",
    question: "What times do you eat or take medicine? (optional)",
    askedWhen: ["medication-time", "medication-fridge", "private-place-for-medicine"],
    ...ownTimes,
  },
  "fast-days": {
    topic: "food",
    question: "Which days of a fast should we keep clear of? (optional)",
    askedWhen: ["fasting"],
    ...ownDates,
  },
  // someone or an animal coming with you
  "supporter-count": {
    topic: "with-me",
    question: "How many people are coming with you?",
    askedWhen: ["own-pa", "carer-or-family"],
    kind: "number",
    from: 1,
    to: 4,
    error: "Enter how many people, from 1 to 4",
  },
  "supporter-needs": {
    topic: "with-me",
    question: "Do they need a meal, a seat next to you, or their own access planned?",
    askedWhen: ["own-pa", "carer-or-family"],
    kind: "checkboxes",
    options: ["supporter-meal", "supporter-seat", "supporter-own-access"],
  },
  "supporter-pay": {
    topic: "with-me",
    question: "Who pays them?",
    askedWhen: ["own-pa", "carer-or-family"],
    kind: "radios",
    options: ["supporter-paid-by-us", "supporter-already-paid", "supporter-pay-not-sure"],
  },
  "dog-needs": {
    topic: "with-me",
    question: "Does your dog need water, space to lie down, somewhere to relieve itself?",
    askedWhen: ["assistance-dog"],
    kind: "checkboxes",
    options: ["dog-needs-water", "dog-needs-space", "dog-needs-grass"],
  },
  // online
  "captions-online-kind": {
    topic: "online",
    question: "Which captions help you online?",
    askedWhen: ["captions-online"],
    kind: "radios",
    options: ["captions-online-human", "captions-online-auto", "captions-online-not-sure"],
    narrows: "captions-online",
  },
  // emergency
  "leave-safely-talk-to": {
    topic: "safety",
    question: "We make a plan with you before the day. Who may we talk to?",
    askedWhen: ["leave-help-on-stairs", "leave-no-stairs"],
    ...shortText,
  },
} as const satisfies Readonly<Record<string, FollowUpEntry>>;

export type FollowUpId = keyof typeof followUps;
export type FollowUp = FollowUpEntry & { readonly id: FollowUpId };

export const followUpIds = Object.keys(followUps) as readonly FollowUpId[];

/** What was answered, by question: text as typed, whole numbers, millimetres, "14:30" or a yes-no answer. Choices are options, not answers. */
export type FollowUpAnswers = Readonly<Partial<Record<FollowUpId, string | number>>>;

/** A follow-up question. */
export function followUpOf(id: FollowUpId): FollowUp {
  return { ...followUps[id], id };
}

const everyFollowUp: readonly FollowUp[] = followUpIds.map(followUpOf);

/** Says whether some text is the id of a follow-up question. */
export function isFollowUpId(text: string): text is FollowUpId {
  return Object.hasOwn(followUps, text);
}

/** The questions that follow from what was chosen, in order, without those that stand on the topic's own page. */
export function followUpsFor(chosen: readonly OptionId[]): readonly FollowUp[] {
  return everyFollowUp.filter((asked) => asked.askedWhen !== "on-the-page" && asked.askedWhen.some((id) => chosen.includes(id)));
}

/**
 * Reads what was typed into a follow-up: the text, a whole number, a width in millimetres, a time as "14:30" or a yes-no answer.
 * An empty box is done with null, because nothing here has to be answered. Refused with the error to show.
 * Not for radios and checkboxes: their choices are options.
 */
export function readFollowUp(id: FollowUpId, typed: string): Result<string | number | null, string> {
  const asked = followUpOf(id);
  const plain = typed.normalize("NFC").trim();
  if (plain === "") return done(null);
  switch (asked.kind) {
    case "text":
    case "long":
      return plain.length <= asked.most ? done(plain) : refused(asked.error);
    case "number": {
      const whole = /^\d{1,3}$/u.test(plain) ? Number(plain) : Number.NaN;
      return whole >= asked.from && whole <= asked.to ? done(whole) : refused(asked.error);
    }
    case "length": {
      const millimetres = readLength(plain);
      const fits = millimetres !== undefined && millimetres >= asked.fromMillimetres && millimetres <= asked.toMillimetres;
      return fits ? done(millimetres) : refused(asked.error);
    }
    case "time": {
      const time = readClockTime(plain);
      return time.ok ? done(clockTimeOf(time.value)) : refused(asked.error);
    }
    case "breaks":
      return plain.length <= 200 && ownBreaksIn(plain).ok ? done(plain) : refused(asked.error);
    case "dates":
      return plain.length <= asked.most && statedDatesIn(plain).ok ? done(plain) : refused(asked.error);
    case "yes-no":
      return yesNoAnswers.some((answer) => answer === plain) ? done(plain) : refused("Choose one of the answers");
    case "radios":
    case "checkboxes":
      throw new Error(`The answers to ${id} are options, found typed text`);
  }
}

/** A break at a time of the person's own; its length is absent where they did not say. */
export type OwnBreak = { readonly at: ClockTime; readonly minutes?: number };

/**
 * The times in "12:30pm for 15 minutes, 3pm and 4.15". Refused where any part is not a time, where a length is not from 5 to 120
 * minutes, and where there are more than six.
 */
export function ownBreaksIn(typed: string): Result<readonly OwnBreak[], "not-times"> {
  const parts = typed
    .normalize("NFC")
    .split(/[,;\n]|\band\b/iu)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (parts.length === 0 || parts.length > ownTimes.most) return refused("not-times");
  const breaks: OwnBreak[] = [];
  for (const part of parts) {
    const [, time = part, length] = /^(.+?)\s+(?:for\s+)?(\d{1,3})\s*(?:minutes?|mins?|m)$/iu.exec(part) ?? [];
    const at = readClockTime(time.replace(/^at\s+/iu, ""));
    const minutes = length === undefined ? undefined : Number(length);
    if (!at.ok || (minutes !== undefined && (minutes < 5 || minutes > 120))) return refused("not-times");
    breaks.push({ at: at.value, ...(minutes === undefined ? {} : { minutes }) });
  }
  return done(breaks);
}

// A bare number is centimetres. Part millimetres go up, because a door must be wide enough and never nearly wide enough.
function readLength(plain: string): number | undefined {
  const parts = /^(\d{1,4}(?:\.\d{1,2})?)\s*(mm|cm|m|in|inch|inches|"|centimetres?|centimeters?|millimetres?|metres?)?$/iu.exec(plain);
  if (!parts) return undefined;
  const unit = (parts[2] ?? "cm").toLowerCase();
  const perUnit = unit.startsWith("c") ? 10 : unit === "m" || unit.startsWith("metre") ? 1000 : unit.startsWith("m") ? 1 : 25.4;
  return Math.ceil(Number((Number(parts[1]) * perUnit).toFixed(3)));
}
