// The topics a person picks from and the pages of each (experience.md 2.4.7 and 2.4.8; decisions 7 and 30). The first pages are
// experience.md's, in its order and at most 12 choices a page; everything else in the catalogue stands under "More about ...".
import { clockTimeOf } from "#app/domain/basics/dates.ts";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { statedDatesIn } from "./stated-dates.ts";
import { followUpIds, followUpOf, followUpsFor, ownBreaksIn, type FollowUpAnswers, type FollowUpId, type OwnBreak } from "./follow-ups.ts";
import type { FormatId } from "./formats.ts";
import type { LayoutId } from "./layouts.ts";
import type { OnlineFeatureId } from "./online-features.ts";
import type { TimetableDemands } from "./requirement.ts";
import { requirementOf, type RequirementId } from "./requirements/index.ts";
import { optionOf, topicIds, type OptionId, type TopicId, type TopicOption } from "./topic-options.ts";
import type { VenueFeatureId } from "./venue-features.ts";

export type TopicQuestion = {
  readonly id: string;
  readonly legend: string;
  readonly kind: "checkboxes" | "radios";
  readonly options: readonly [OptionId, ...OptionId[]];
};

export type TopicPage = {
  /** The last part of the page's address: `/my/m/:ref/access/{id}`. */
  readonly id: string;
  readonly title: string;
  readonly questions: readonly TopicQuestion[];
  /** Typed answers that stand on the page itself. */
  readonly fields?: readonly FollowUpId[];
  readonly isMore?: true;
};

export type Topic = {
  readonly id: TopicId;
  readonly title: string;
  readonly hint?: string;
  readonly onlyWhen?: "online-is-offered";
  readonly pages: readonly TopicPage[];
};

/** The most choices on one page. */
export const mostOptionsOnPage = 12;

/** The last choice of the topics page; it does not go together with any other. */
export const nothingNeeded = {
  id: "nothing",
  label: "I do not need anything",
  mixedError: "You chose 'I do not need anything' and other topics. Choose one or the other.",
  onCheckPage: "Nothing needed for now. You can add something at any time, even on the day.",
} as const;

/** The label of the open question at the end of every topic page. */
export const anythingElseLabel = "Anything else about this? (optional)";

export const topicsQuestion = {
  legend: "What would you like to tell us about?",
  hint: "Tick the ones that matter to you. You will only be asked about those.",
} as const;

const whichWouldHelp = "Which of these would help you take part?";

const topicTable: Readonly<Record<TopicId, Omit<Topic, "id">>> = {
  "contact-and-papers": {
    title: "How we contact you and send papers",
    hint: "Large print, Easy Read, BSL video, post",
    pages: [
      {
        id: "contact",
        title: "How we contact you",
        questions: [
          {
            id: "contact-ways",
            legend: "How should we contact you?",
            kind: "checkboxes",
            options: [
              "contact-by-email",
              "contact-by-text",
              "contact-by-whatsapp",
              "contact-by-phone-call",
              "contact-by-text-relay",
              "video-relay-contact",
              "contact-post",
              "contact-supporter",
            ],
          },
          {
            id: "contact-safety",
            legend: "Is there anything we should know so contacting you is safe?",
            kind: "checkboxes",
            options: ["no-voicemail", "do-not-say-what-about", "contact-times", "only-this-address"],
          },
        ],
      },
      page("papers", "checkboxes", "How do you like information?", [
        "screen-reader-papers",
        "plain-email",
        "large-print",
        "easy-read",
        "braille",
        "audio-papers",
        "bsl-papers",
        "paper-by-post",
        "coloured-background",
        "translated-papers",
        "papers-in-welsh",
      ]),
      page("papers-when", "radios", "When do you need papers?", [
        "papers-2-days-before",
        "papers-1-week-before",
        "papers-early",
        "papers-as-early-as-possible",
        "papers-not-before",
      ]),
      page("papers-together", "radios", "Would it help if someone went through the papers with you?", [
        "pre-meeting",
        "go-through-papers-no",
        "go-through-papers-varies",
        "go-through-papers-not-said",
      ]),
      more("more-papers", "More about how we contact you and send papers", [
        "contact-text",
        "contact-phone",
        "reminders",
        "read-to-me",
        "dyslexia-format",
        "clear-print-14",
        "high-contrast",
        "tactile-diagrams",
      ]),
    ],
  },
  communication: {
    title: "Talking, listening and understanding",
    hint: "Interpreters, captions, plain words, more time",
    pages: [
      page("communication", "checkboxes", "What helps you take part in conversation?", [
        "bsl-interpreter",
        "sse-needed",
        "deafblind-interpreter",
        "lipspeaker-needed",
        "captions-human",
        "captions-auto",
        "notetaker-needed",
        "hearing-loop",
        "lipread-clear-view",
        "makaton",
        "aac-user",
        "plain-english",
      ]),
      more("more-communication", "More about talking, listening and understanding", [
        "supporter-with-me",
        "other-language",
        "speak-in-welsh",
        "bsl-relay",
        "communicator-guide-needed",
        "near-speaker",
        "extra-time-to-speak",
        "revoicer",
        "mask-barrier",
        "describe-visuals",
        "short-contributions",
        "fewer-words",
      ]),
    ],
  },
  "getting-around": {
    title: "Getting around the building",
    hint: "Step-free, seats, toilets, parking",
    pages: [
      page("building", "checkboxes", "What do you need in the building?", [
        "no-stairs",
        "few-steps-with-handrail",
        "lift-to-other-floors",
        "powered-wheelchair",
        "manual-wheelchair",
        "short-walk-only",
        "firm-chair-arms",
        "high-chair",
        "special-seat",
        "stand-and-move",
        "seat-near-exit",
        "heavy-doors",
      ]),
      more("more-building", "More about getting around the building", [
        "clear-signs",
        "table-for-wheelchair",
        "charge-equipment",
        "mobility-scooter",
        "steps-not-slopes",
        "walking-aid",
        "rest-seats",
        "no-lifts",
        "wide-strong-chair",
        "seat-back-to-wall",
        "same-seat",
        "table-to-write",
      ]),
      page("toilets", "checkboxes", "Which toilet do you need?", [
        "any-toilet",
        "accessible-toilet",
        "toilet-transfer-left",
        "toilet-transfer-right",
        "changing-places-needed",
        "gender-neutral-toilet",
        "toilet-close-urgent",
        "toilet-shelf-bin",
      ]),
      more("more-toilets", "More about toilets, care and rest", ["personal-care-support", "lie-down"]),
      page("arriving", "checkboxes", "What helps when you arrive?", [
        "drop-off-at-door",
        "sighted-guide",
        "orientation-on-arrival",
        "hands-on-guiding",
        "no-search-or-security",
      ]),
    ],
  },
  senses: {
    title: "Light, sound, smells and calm",
    hint: "Quiet space, low light, scents",
    pages: [
      page("senses", "checkboxes", "What helps with light, sound, smells and calm?", [
        "no-flashing",
        "low-light",
        "strong-light",
        "natural-light",
        "quiet-acoustics",
        "microphones-for-all",
        "quiet-room",
        "no-strong-scents",
        "fresh-air",
        "infection-risk",
        "cool-room",
        "warm-room",
      ]),
      more("more-senses", "More about light, sound, smells and calm", [
        "low-noise",
        "fidget-and-move",
        "low-glare",
        "near-screen",
        "plain-visuals",
        "low-movement-in-view",
        "personal-space-no-touch",
        "change-position",
        "quiet-room-shared",
        "scent-wearer",
      ]),
    ],
  },
  running: {
    title: "How the meeting is run",
    hint: "Breaks, pace, cards, knowing what will happen",
    pages: [
      page("running", "checkboxes", "What helps in how the meeting is run?", [
        "break-every-30-minutes",
        "frequent-breaks",
        "longer-lunch",
        "timed-agenda",
        "know-who-attends",
        "photos-of-building",
        "visit-before",
        "questions-in-advance",
        "not-on-the-spot",
        "slow-pace",
        "small-group-only",
        "one-at-a-time",
      ]),
      { id: "times", title: "What times work for you?", questions: [], fields: ["not-before", "finished-by"] },
      more("more-running", "More about how the meeting is run", [
        "communication-cards",
        "write-not-speak",
        "camera-off-in-room",
        "leave-freely",
        "named-person-on-day",
        "no-forced-introductions",
        "choose-my-group",
        "short-items",
        "recap-and-summary",
        "day-and-date-cues",
        "fast-pace",
        "lively-session",
      ]),
      more("more-times", "More about dates and times", [
        "some-dates-do-not-work",
        "short-meeting",
        "late-start",
        "early-finish",
        "mornings-best",
        "afternoons-best",
        "no-two-days",
        "school-hours",
        "work-hours-only",
        "prayer-space",
        "avoid-holy-days",
      ]),
      more("more-trust", "More about feeling safe in the meeting", [
        "topic-warning",
        "wellbeing-support",
        "avoid-a-person",
        "no-recording-photos",
        "recording-needed",
        "women-only-space",
      ]),
    ],
  },
  food: {
    title: "Food, drink and medicine",
    pages: [
      {
        ...page("food", "checkboxes", "What do you need for food, drink and medicine?", [
          "vegetarian",
          "vegan",
          "halal",
          "kosher",
          "gluten-free",
          "no-nuts",
          "no-dairy",
          "soft-food",
          "straws-or-cup",
          "eating-help",
          "bring-own-food",
          "medication-fridge",
        ]),
        fields: ["allergies"],
      },
      more("more-food", "More about food, drink and medicine", [
        "private-place-for-medicine",
        "medication-time",
        "food-allergy",
        "airborne-allergy",
        "vegetarian-vegan",
        "no-food-smells",
        "working-lunch",
        "fasting",
        "feeding-baby",
        "first-aid-briefed",
      ]),
    ],
  },
  "with-me": {
    title: "Someone or an animal coming with you",
    hint: "Supporter, personal assistant, assistance dog",
    pages: [
      page("with-me", "checkboxes", "Who is coming with you?", [
        "own-pa",
        "carer-or-family",
        "assistance-dog",
        "childcare",
        "find-a-supporter",
      ]),
      more("more-with-me", "More about people and animals", ["pa-arranged", "advocate", "supporter-gender", "dog-allergy", "dog-fear"]),
    ],
  },
  travel: {
    title: "Travel and costs",
    hint: "Getting here, care you need to arrange",
    pages: [
      page("travel", "checkboxes", "How will you travel?", [
        "travel-walk-or-wheel",
        "travel-bus",
        "travel-train",
        "travel-taxi",
        "travel-accessible-taxi",
        "travel-own-car",
        "travel-lift",
        "travel-community-transport",
        "travel-not-known",
      ]),
      page("travel-help", "checkboxes", "What would help?", [
        "travel-paid-upfront",
        "meet-on-arrival",
        "blue-badge-parking",
        "photo-directions",
        "money-before",
        "replacement-care",
        "low-data",
      ]),
      more("more-travel", "More about travel and costs", [
        "accessible-taxi",
        "taxi-not-public-transport",
        "avoid-peak-travel",
        "travel-companion",
        "rail-assistance",
        "finish-in-daylight",
        "overnight-stay",
        "claim-help-needed",
        "paid-promptly-discreetly",
      ]),
    ],
  },
  online: {
    title: "Taking part online",
    onlyWhen: "online-is-offered",
    pages: [
      page("online", "checkboxes", "What helps you online?", [
        "online-practice",
        "online-phone-dial-in",
        "captions-online",
        "interpreter-in-view",
        "chat-read-aloud",
        "no-chat",
        "papers-not-only-shared-screen",
        "online-camera-off",
        "shorter-sessions",
        "help-during-call",
        "borrow-device",
      ]),
      more("more-online", "More about taking part online", ["online-option", "online-keyboard-only", "faces-visible-online"]),
    ],
  },
  safety: {
    title: "Getting out in an emergency",
    pages: [
      page("safety", "checkboxes", "If the alarm sounds and the lifts stop, what would help you get out?", [
        "leave-nothing-extra",
        "leave-walk-with-me",
        "leave-help-on-stairs",
        "leave-no-stairs",
        "visual-alarm",
        "leave-may-not-see",
        "leave-distressed",
        "leave-not-said",
      ]),
      more("more-safety", "More about getting out in an emergency", ["evacuation-help", "evacuation-briefing"]),
    ],
  },
  else: { title: "Something else", pages: [{ id: "else", title: "Something else", questions: [] }] },
};

/** The open questions of the topic "Something else". */
export const openQuestions = {
  "goes-well": "What makes a meeting go well for you?",
  "goes-badly": "What makes a meeting hard for you?",
  "anything-else": "Is there anything else?",
} as const;
export type OpenQuestionId = keyof typeof openQuestions;

/** A topic with its pages. */
export function topicOf(id: TopicId): Topic {
  return { ...topicTable[id], id };
}

/** Every topic, in the order people are shown them. */
export const topics: readonly Topic[] = topicIds.map(topicOf);

/** The topic and page at an address; undefined when there is no such page. */
export function findTopicPage(pageId: string): { readonly topic: Topic; readonly page: TopicPage } | undefined {
  for (const topic of topics) {
    const found = topic.pages.find((one) => one.id === pageId);
    if (found) return { topic, page: found };
  }
  return undefined;
}

/** The topic an option belongs to, also when it is the choice of a question that follows. */
export function topicOfOption(id: OptionId): TopicId {
  const found = topicOfEveryOption.get(id);
  if (found === undefined) throw new Error(`No topic has the option ${id}`);
  return found;
}

export type Strength = "essential" | "helpful" | "varies";

/** One thing ticked. `strength` is absent until "What matters most" is answered. */
export type ChosenOption = { readonly id: OptionId; readonly strength?: Strength };

export type ChosenRequirement = {
  readonly id: RequirementId;
  /** The strongest of the choices that mean it, as answered; absent when not answered, which plans as essential. */
  readonly strength?: Strength;
  readonly from: readonly OptionId[];
  /** Planned for until somebody asks which was meant. */
  readonly isAssumed: boolean;
  /** The person's own figures, which stand in place of the catalogue's. */
  readonly ownTimes?: TimetableDemands;
  /** Breaks at times of the person's own: to eat, for medicine, for prayer. */
  readonly breaksAt?: readonly OwnBreak[];
  /** Days on which a meeting does not work for the person. */
  readonly datesToAvoid?: readonly CalendarDate[];
  /** For interpreters and translations. */
  readonly languages?: readonly string[];
};

export type MeaningOfChoices = {
  readonly requirements: readonly ChosenRequirement[];
  /**
   * Formats of papers, when a choice names one itself. Then the formats of the requirements stand here too: planning takes this
   * list in place of theirs, and "Paper by post" must not undo "Easy Read". Empty when no choice names a format.
   */
  readonly formats: readonly FormatId[];
  readonly venueFeatures: readonly VenueFeatureId[];
  readonly layout: readonly LayoutId[];
  readonly online: readonly OnlineFeatureId[];
  /** Times asked for by a choice that is no requirement, such as a longer lunch. */
  readonly timetables: readonly TimetableDemands[];
  /** Days that do not work, said with a choice that is no requirement. */
  readonly datesToAvoid: readonly CalendarDate[];
  /** Choices no requirement stands for, which a person has to read. */
  readonly ownWords: readonly OptionId[];
  /** Questions that decide what is planned and are not answered yet. */
  readonly stillToAsk: readonly FollowUpId[];
};

/**
 * The things a person asked for, as "What matters most", the check page and the sharing page list them: needs only, and "Large
 * print" gives way to "Large print, 18 point" once the size is said.
 */
export function itemsOf(chosen: readonly ChosenOption[], answers: FollowUpAnswers = {}): readonly ChosenOption[] {
  const ids = chosen.map((one) => one.id);
  return chosen.filter(({ id }) => {
    if (narrowingQuestions.some((asked) => asked.options.includes(id))) return isDecisive(id, answers);
    const asked = narrowingOf(id);
    return optionOf(id).isNeed && (asked === undefined || !isNarrowed(asked, ids, answers));
  });
}

/** What a person's choices and answers mean in the catalogue. Nothing asked for is dropped: each is a requirement, a demand or own words. */
export function meaningOfChoices(chosen: readonly ChosenOption[], answers: FollowUpAnswers = {}): MeaningOfChoices {
  const ids = chosen.map((one) => one.id);
  const options = ids.map(optionOf);
  const unanswered = narrowingQuestions.filter((asked) => ids.includes(asked.narrows) && !isNarrowed(asked, ids, answers));
  const assumedFor = new Set(unanswered.map((asked) => asked.narrows));
  const requirements = requirementsMeant(chosen, answers, assumedFor);
  return {
    requirements,
    formats: formatsMeant(options, requirements),
    venueFeatures: [...new Set(options.flatMap((option) => option.venueFeatures))],
    layout: [...new Set(options.flatMap((option) => option.layout))],
    online: [...new Set(options.flatMap((option) => option.online))],
    timetables: options.flatMap((option) => (option.requirements.length === 0 && isFull(option.timetable) ? [option.timetable] : [])),
    datesToAvoid: datesSaid("own-dates", ids, answers),
    ownWords: options.filter(isOwnWords).map((option) => option.id),
    stillToAsk: unanswered.map((asked) => asked.id),
  };
}

function requirementsMeant(
  chosen: readonly ChosenOption[],
  answers: FollowUpAnswers,
  assumedFor: ReadonlySet<OptionId>,
): readonly ChosenRequirement[] {
  const found = new Map<RequirementId, Held>();
  const hold = (requirement: RequirementId): Held => {
    const held = found.get(requirement) ?? {
      from: [],
      strengths: [],
      isAssumed: true,
      times: {},
      breaks: [],
      dates: [],
      languages: new Set<string>(),
    };
    found.set(requirement, held);
    return held;
  };
  for (const one of chosen) {
    const option = optionOf(one.id);
    const asked = narrowingQuestions.find((question) => question.options.includes(one.id));
    const strength = one.strength ?? chosen.find((other) => other.id === asked?.narrows)?.strength;
    const isAssumed = assumedFor.has(one.id);
    for (const requirement of [...option.requirements, ...printSizeMeant(one.id, answers), ...(isAssumed ? option.untilAnswered : [])]) {
      const held = hold(requirement);
      held.from.push(one.id);
      held.strengths.push(strength);
      held.isAssumed &&= isAssumed;
      held.times = { ...held.times, ...option.timetable };
      if (option.language !== undefined) held.languages.add(option.language);
    }
  }
  addTypedTime(hold, "late-start", startFrom(answers["not-before"]));
  addTypedTime(hold, "early-finish", endBy(answers["finished-by"]));
  const ids = chosen.map(({ id }) => id);
  for (const [question, requirement] of ownTimesMean) {
    const isAsked = followUpsFor(ids).some(({ id }) => id === question);
    const typed = answers[question];
    const read = isAsked && typeof typed === "string" ? ownBreaksIn(typed) : undefined;
    if (read?.ok !== true) continue;
    const held = hold(requirement);
    held.isAssumed = false;
    held.breaks.push(...read.value);
  }
  for (const [question, requirement] of ownDatesMean) {
    const dates = datesSaid(question, ids, answers);
    if (dates.length > 0) hold(requirement).dates.push(...dates);
  }
  // An allergy somebody wrote down is planned for, whether or not they also ticked it.
  if (typeof answers.allergies === "string" && answers.allergies.trim() !== "") hold("food-allergy").isAssumed = false;
  if (chosen.some((one) => one.id === "translated-papers")) addLanguage(hold("translated-papers"), answers["papers-language"]);
  if (chosen.some((one) => one.id === "other-language")) addLanguage(hold("other-language"), answers["spoken-language"]);

  return [...found].map(([id, held]) => {
    const strength = strongest(held.strengths);
    return {
      id,
      ...(strength === undefined ? {} : { strength }),
      from: held.from,
      isAssumed: held.isAssumed,
      ...(isFull(held.times) ? { ownTimes: held.times } : {}),
      ...(held.breaks.length > 0 ? { breaksAt: held.breaks } : {}),
      ...(held.dates.length > 0 ? { datesToAvoid: held.dates } : {}),
      ...(held.languages.size > 0 ? { languages: [...held.languages] } : {}),
    };
  });
}

type Held = {
  readonly from: OptionId[];
  readonly strengths: (Strength | undefined)[];
  readonly languages: Set<string>;
  readonly breaks: OwnBreak[];
  readonly dates: CalendarDate[];
  isAssumed: boolean;
  times: TimetableDemands;
};

/** What times of the person's own ask for: they are that requirement, whether or not it was ticked. */
const ownTimesMean = [
  ["break-times", "frequent-breaks"],
  ["prayer-times", "prayer-space"],
  ["medicine-times", "medication-time"],
] as const satisfies readonly (readonly [FollowUpId, RequirementId])[];

/** The requirement each question about days belongs to; each is asked only once that requirement is chosen. */
const ownDatesMean = [
  ["holy-days", "avoid-holy-days"],
  ["school-holidays", "school-hours"],
  ["fast-days", "fasting"],
] as const satisfies readonly (readonly [FollowUpId, RequirementId])[];

function datesSaid(question: FollowUpId, chosen: readonly OptionId[], answers: FollowUpAnswers): readonly CalendarDate[] {
  const typed = answers[question];
  if (typeof typed !== "string" || !followUpsFor(chosen).some(({ id }) => id === question)) return [];
  const read = statedDatesIn(typed);
  return read.ok ? read.value : [];
}

function formatsMeant(options: readonly TopicOption[], asked: readonly ChosenRequirement[]): readonly FormatId[] {
  const named = options.flatMap((option) => option.formats);
  if (named.length === 0) return [];
  const ofRequirements = asked.flatMap(({ id }) => {
    const { formats, aisCategory } = requirementOf(id);
    if (formats === undefined || aisCategory !== "information-format") return [];
    return formats.choose === "one" ? [formats.from[0]] : formats.from;
  });
  return [...new Set([...named, ...ofRequirements])];
}

/** A time somebody typed is that requirement at their own hour, whether or not they also ticked it. */
function addTypedTime(hold: (requirement: RequirementId) => Held, requirement: RequirementId, times: TimetableDemands): void {
  if (!isFull(times)) return;
  const held = hold(requirement);
  held.isAssumed = false;
  held.times = times;
}

function addLanguage(held: Held, typed: string | number | undefined): void {
  if (typeof typed === "string" && typed !== "") held.languages.add(typed);
}

function isFull(times: TimetableDemands): boolean {
  return Object.keys(times).length > 0;
}

// One "cannot take part without it" is enough. Not answered plans as essential, and so counts before "it varies".
function strongest(strengths: readonly (Strength | undefined)[]): Strength | undefined {
  if (strengths.includes("essential")) return "essential";
  if (strengths.length === 0 || strengths.includes(undefined)) return undefined;
  return strengths.includes("varies") ? "varies" : "helpful";
}

type NarrowingQuestion = { readonly id: FollowUpId; readonly narrows: OptionId; readonly options: readonly OptionId[] };

const narrowingQuestions: readonly NarrowingQuestion[] = followUpIds.flatMap((id) => {
  const asked = followUpOf(id);
  return asked.kind === "radios" && asked.narrows !== undefined ? [{ id, narrows: asked.narrows, options: asked.options }] : [];
});

function narrowingOf(id: OptionId): NarrowingQuestion | undefined {
  return narrowingQuestions.find((asked) => asked.narrows === id);
}

function isNarrowed(asked: NarrowingQuestion, ids: readonly OptionId[], answers: FollowUpAnswers): boolean {
  return asked.options.some((id) => ids.includes(id) && isDecisive(id, answers));
}

/** Says which thing was meant: "I am not sure" does not, nor does "Another size" without the size. */
function isDecisive(id: OptionId, answers: FollowUpAnswers): boolean {
  return optionOf(id).requirements.length > 0 || printSizeMeant(id, answers).length > 0;
}

/** The smallest size in the catalogue that is not smaller than what was asked for; the size itself stays in the answer. */
function printSizeMeant(id: OptionId, answers: FollowUpAnswers): readonly RequirementId[] {
  const size = answers["print-size-other"];
  if (id !== "large-print-another-size" || typeof size !== "number") return [];
  if (size <= 14) return ["clear-print-14"];
  if (size <= 16) return ["large-print-16"];
  if (size <= 18) return ["large-print-18"];
  return size <= 20 ? ["large-print-20"] : ["giant-print"];
}

/** Asked for, and nothing in the catalogue stands for it: a person has to read it. */
function isOwnWords(option: TopicOption): boolean {
  const parts = [option.requirements, option.untilAnswered, option.formats, option.venueFeatures, option.layout, option.online];
  return option.isNeed && parts.every((part) => part.length === 0) && !isFull(option.timetable);
}

function startFrom(typed: string | number | undefined): TimetableDemands {
  return typeof typed === "string" ? { earliestStart: clockTimeOf(typed) } : {};
}

function endBy(typed: string | number | undefined): TimetableDemands {
  return typeof typed === "string" ? { latestEnd: clockTimeOf(typed), endOnTime: true } : {};
}

const topicOfEveryOption: ReadonlyMap<OptionId, TopicId> = new Map([
  ...followUpIds.map(followUpOf).flatMap((asked) => ("options" in asked ? asked.options.map((id) => [id, asked.topic] as const) : [])),
  ...topics.flatMap((topic) =>
    topic.pages.flatMap((one) => one.questions.flatMap((question) => question.options.map((id) => [id, topic.id] as const))),
  ),
]);

function page(id: string, kind: TopicQuestion["kind"], legend: string, options: TopicQuestion["options"]): TopicPage {
  return { id, title: legend, questions: [{ id, legend, kind, options }] };
}

function more(id: string, title: string, options: TopicQuestion["options"]): TopicPage {
  return { id, title, questions: [{ id, legend: whichWouldHelp, kind: "checkboxes", options }], isMore: true };
}
