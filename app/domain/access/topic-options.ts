// The one table of wording: what a person can tick (experience.md 2.4.8) and what ticking it means in the catalogue.
// An option named after a requirement means that requirement. The others are ours: they point at requirements that have their
// own option elsewhere, at a format, at a fact of the venue or at a time, or they are an answer and nothing more.
import type { FormatId } from "./formats.ts";
import type { LayoutId } from "./layouts.ts";
import type { OnlineFeatureId } from "./online-features.ts";
import type { TimetableDemands } from "./requirement.ts";
import { requirements, type RequirementId } from "./requirements/index.ts";
import type { VenueFeatureId } from "./venue-features.ts";

export const topicIds = [
  "contact-and-papers",
  "communication",
  "getting-around",
  "senses",
  "running",
  "food",
  "with-me",
  "travel",
  "online",
  "safety",
  "else",
] as const;
export type TopicId = (typeof topicIds)[number];

type Wording = {
  readonly label: string;
  readonly hint?: string;
  /** The label where it stands without its question: "Email" becomes "Contact by email". */
  readonly saidAlone?: string;
};

type OwnOption = Wording & {
  /** Requirements this also stands for; each has its own option on another page. */
  readonly alsoMeans?: readonly RequirementId[];
  /** Planned for until the question that follows says which of them it is. */
  readonly untilAnswered?: readonly RequirementId[];
  readonly formats?: readonly FormatId[];
  readonly venueFeatures?: readonly VenueFeatureId[];
  readonly layout?: readonly LayoutId[];
  readonly online?: readonly OnlineFeatureId[];
  readonly timetable?: TimetableDemands;
  /** A language the option itself names. */
  readonly language?: "Welsh";
  /** Something to be done or provided, so that "What matters most" asks about it. Absent for an answer and nothing more. */
  readonly isNeed?: true;
  /** How the meeting is run has to change, so the chair and access host are told. */
  readonly isWayOfWorking?: true;
  /** Shown only where this is so. */
  readonly onlyWhen?: "whatsapp-is-allowed";
};

/** Options of experience.md that are not one catalogue requirement. */
export const ownOptions = {
  // How should we contact you?
  "contact-by-email": { label: "Email", saidAlone: "Contact by email" },
  "contact-by-text": { label: "Text message", saidAlone: "Contact by text message" },
  "contact-by-whatsapp": { label: "WhatsApp", saidAlone: "Contact by WhatsApp", onlyWhen: "whatsapp-is-allowed" },
  "contact-by-phone-call": { label: "Phone call", saidAlone: "Contact by phone call" },
  "contact-by-text-relay": { label: "Text relay (Relay UK)", saidAlone: "Contact by text relay (Relay UK)" },
  "no-voicemail": { label: "Do not leave voicemail" },
  "do-not-say-what-about": { label: "Do not say what it is about" },
  "contact-times": { label: "Only contact me at these times" },
  "only-this-address": { label: "Only send to the address I gave here" },

  // How do you like information?
  "plain-email": { label: "Plain email with no pictures", formats: ["plain-text"], isNeed: true },
  "large-print": { label: "Large print", untilAnswered: ["large-print-18"], isNeed: true },
  "large-print-another-size": { label: "Another size", saidAlone: "Large print in another size" },
  braille: { label: "Braille", untilAnswered: ["braille-papers"], isNeed: true },
  "braille-not-sure": { label: "I am not sure", saidAlone: "Braille, grade not decided" },
  "paper-by-post": { label: "Paper by post", formats: ["paper-by-post"], isNeed: true },
  "papers-in-welsh": { label: "Welsh", saidAlone: "Papers in Welsh", alsoMeans: ["translated-papers"], language: "Welsh", isNeed: true },
  "papers-2-days-before": { label: "2 days before", saidAlone: "Papers 2 days before", timetable: { papersOutWorkingDays: 2 } },
  "papers-1-week-before": {
    label: "1 week before",
    saidAlone: "Papers 1 week before",
    timetable: { papersOutWorkingDays: 5 },
    isNeed: true,
  },
  "papers-as-early-as-possible": {
    label: "As early as you can",
    saidAlone: "Papers as early as you can",
    alsoMeans: ["papers-early"],
    isNeed: true,
  },
  "papers-not-before": { label: "I do not need papers before", saidAlone: "No papers needed before" },
  "go-through-papers-no": { label: "No", saidAlone: "No help needed with going through the papers" },
  "go-through-papers-varies": {
    label: "It varies",
    saidAlone: "Someone to go through the papers with me: it varies",
    alsoMeans: ["pre-meeting"],
    isNeed: true,
  },
  "go-through-papers-not-said": { label: "Prefer not to say", saidAlone: "Going through the papers: prefer not to say" },

  // What helps you take part in conversation?
  "deafblind-interpreter": { label: "Deafblind interpreter", untilAnswered: ["hands-on-signing", "deafblind-manual"], isNeed: true },
  "deafblind-way-not-sure": {
    label: "Something else, or I am not sure",
    saidAlone: "Deafblind interpreter, way of communicating not decided",
  },
  makaton: { label: "Makaton or signs", isNeed: true, isWayOfWorking: true },
  "speak-in-welsh": { label: "Taking part in Welsh", alsoMeans: ["other-language"], language: "Welsh", isNeed: true },

  // What do you need in the building?
  "few-steps-with-handrail": { label: "A few steps are fine with a handrail", venueFeatures: ["stairs-handrails"] },
  "lift-to-other-floors": { label: "A lift, if not on the ground floor", alsoMeans: ["no-stairs"], isNeed: true },
  "high-chair": { label: "A high chair", alsoMeans: ["special-seat"], isNeed: true },
  "table-for-wheelchair": { label: "A table I can get my wheelchair under", venueFeatures: ["table-knee-height"], isNeed: true },
  "charge-equipment": { label: "Somewhere to charge my equipment", venueFeatures: ["power-at-seats"], isNeed: true },
  "walk-10-metres": { label: "To the end of a bus (about 10 metres)", saidAlone: "Walking distance: about 10 metres" },
  "walk-50-metres": { label: "Across a small car park (about 50 metres)", saidAlone: "Walking distance: about 50 metres" },
  "walk-further": { label: "Further", saidAlone: "Walking distance: more than 50 metres" },
  "walk-varies": { label: "It varies", saidAlone: "Walking distance: it varies" },
  "walk-not-said": { label: "Prefer not to say", saidAlone: "Walking distance: prefer not to say" },

  // Which toilet do you need?
  "any-toilet": { label: "Any toilet is fine" },

  // Light, sound, smells and calm
  "natural-light": { label: "Natural light or a window", layout: ["seat-near-window"], isNeed: true },
  "microphones-for-all": {
    label: "Microphones used by everyone",
    venueFeatures: ["microphones"],
    layout: ["one-mic-passed"],
    isNeed: true,
    isWayOfWorking: true,
  },

  // How the meeting is run
  "break-every-30-minutes": {
    label: "A break every 30 minutes",
    alsoMeans: ["frequent-breaks"],
    timetable: { maxContinuousMinutes: 30 },
    isNeed: true,
  },
  "longer-lunch": { label: "A longer lunch", timetable: { lunchMinMinutes: 60 }, isNeed: true },
  "photos-of-building": { label: "Photos of the building and room", alsoMeans: ["photo-directions"], isNeed: true },
  "some-dates-do-not-work": {
    label: "Some dates do not work for me",
    hint: "You do not need to say why.",
    timetable: { avoidDates: true },
    isNeed: true,
  },
  "not-on-the-spot": { label: "Not being put on the spot", isNeed: true, isWayOfWorking: true },
  "camera-off-in-room": { label: "Camera off is fine", alsoMeans: ["online-camera-off"], isNeed: true },
  "named-person-on-day": { label: "A named person to go to on the day", isNeed: true, isWayOfWorking: true },

  // Food, drink and medicine
  vegetarian: { label: "Vegetarian", alsoMeans: ["vegetarian-vegan"], isNeed: true },
  vegan: { label: "Vegan", alsoMeans: ["vegetarian-vegan"], isNeed: true },
  "gluten-free": { label: "Gluten free", alsoMeans: ["food-allergy"], isNeed: true },
  "no-nuts": { label: "No nuts", alsoMeans: ["food-allergy"], isNeed: true },
  "no-dairy": { label: "No dairy", alsoMeans: ["food-allergy"], isNeed: true },
  "straws-or-cup": { label: "Straws or an easy-grip cup", venueFeatures: ["drink-straws-cups"], isNeed: true },
  "private-place-for-medicine": {
    label: "A clean private place for medicine, injections or feeding",
    venueFeatures: ["private-care-room"],
    isNeed: true,
  },

  // Someone or an animal coming with you
  "carer-or-family": { label: "A carer or family member", alsoMeans: ["own-pa"], isNeed: true },
  "find-a-supporter": { label: "I would like the organisation to find me a supporter", alsoMeans: ["supporter-with-me"], isNeed: true },
  "supporter-meal": { label: "A meal", saidAlone: "A meal for the person coming with me" },
  "supporter-seat": { label: "A seat next to you", saidAlone: "A seat next to me for the person coming with me" },
  "supporter-own-access": { label: "Their own access planned", saidAlone: "Access planned for the person coming with me" },
  "supporter-paid-by-us": {
    label: "I need the organisation to pay or pay back",
    saidAlone: "The organisation pays the person coming with me",
  },
  "supporter-already-paid": { label: "Already covered", saidAlone: "Pay for the person coming with me is already covered" },
  "supporter-pay-not-sure": { label: "I am not sure", saidAlone: "Not sure who pays the person coming with me" },
  "dog-needs-water": { label: "Water", saidAlone: "Water for my dog", venueFeatures: ["dog-water"] },
  "dog-needs-space": { label: "Space to lie down", saidAlone: "Space for my dog to lie down", venueFeatures: ["dog-floor-space"] },
  "dog-needs-grass": {
    label: "Somewhere to relieve itself",
    saidAlone: "Somewhere for my dog to relieve itself",
    venueFeatures: ["dog-spending-distance"],
  },

  // Travel and costs
  "travel-walk-or-wheel": { label: "Walk or wheel", saidAlone: "Travel: walk or wheel" },
  "travel-bus": { label: "Bus", saidAlone: "Travel by bus" },
  "travel-train": { label: "Train", saidAlone: "Travel by train" },
  "travel-taxi": { label: "Taxi", saidAlone: "Travel by taxi" },
  "travel-accessible-taxi": { label: "Accessible taxi", saidAlone: "Travel by accessible taxi" },
  "travel-own-car": { label: "Own car", saidAlone: "Travel by own car" },
  "travel-lift": { label: "Lift from someone", saidAlone: "Travel: a lift from someone" },
  "travel-community-transport": { label: "Community transport", saidAlone: "Travel by community transport" },
  "travel-not-known": { label: "I do not know yet", saidAlone: "Travel: not known yet" },
  "money-before": { label: "Money before the meeting for costs", alsoMeans: ["travel-paid-upfront"], isNeed: true },

  // What helps you online?
  "captions-online": { label: "Captions", saidAlone: "Captions online", untilAnswered: ["captions-human"], isNeed: true },
  "captions-online-human": {
    label: "Captions typed by a person",
    saidAlone: "Captions online, typed by a person",
    alsoMeans: ["captions-human"],
  },
  "captions-online-auto": { label: "Automatic captions", saidAlone: "Automatic captions online", alsoMeans: ["captions-auto"] },
  "captions-online-not-sure": { label: "I am not sure", saidAlone: "Captions online, kind not decided" },
  "interpreter-in-view": { label: "Interpreter kept in view", online: ["interpreter-pinned"], isNeed: true },
  "chat-read-aloud": { label: "Chat read aloud", online: ["chat-optional-and-read-aloud"], isNeed: true },
  "papers-not-only-shared-screen": { label: "Papers, not just screen sharing", online: ["slides-sent-before"], isNeed: true },
  "shorter-sessions": { label: "Shorter sessions", alsoMeans: ["short-meeting"], isNeed: true },
  "help-during-call": { label: "Help from someone during the call", online: ["host-phone-help"], isNeed: true },
  "borrow-device": { label: "A device or data to borrow", alsoMeans: ["low-data"], isNeed: true },

  // If the alarm sounds and the lifts stop, what would help you get out?
  "leave-nothing-extra": { label: "Nothing extra", saidAlone: "Nothing extra needed to leave safely" },
  "leave-walk-with-me": {
    label: "Someone to walk with me",
    saidAlone: "Someone to walk with me if the alarm sounds",
    alsoMeans: ["evacuation-help"],
    isNeed: true,
  },
  "leave-help-on-stairs": {
    label: "Help on stairs",
    saidAlone: "Help on stairs if the alarm sounds",
    alsoMeans: ["evacuation-help"],
    isNeed: true,
  },
  "leave-no-stairs": {
    label: "I could not use stairs",
    saidAlone: "I could not use stairs if the alarm sounds",
    alsoMeans: ["evacuation-help"],
    isNeed: true,
  },
  "leave-may-not-see": { label: "I may not see the way out", alsoMeans: ["evacuation-help"], isNeed: true },
  "leave-distressed": {
    label: "I may feel very distressed",
    saidAlone: "I may feel very distressed if the alarm sounds",
    alsoMeans: ["evacuation-help"],
    isNeed: true,
  },
  "leave-not-said": { label: "Prefer not to say", saidAlone: "Leaving safely: prefer not to say" },
} as const satisfies Readonly<Record<string, OwnOption>>;

export type OwnOptionId = keyof typeof ownOptions;
export type OptionId = RequirementId | OwnOptionId;

/** experience.md's words where one of its options is exactly one requirement; every other requirement keeps the catalogue's label and help. */
const wordings: Readonly<Partial<Record<RequirementId, Wording>>> = {
  "video-relay-contact": { label: "BSL video relay", saidAlone: "Contact by BSL video relay" },
  "contact-post": { label: "Letter", saidAlone: "Contact by letter" },
  "contact-supporter": { label: "Through someone I choose", saidAlone: "Contact through someone I choose" },
  "screen-reader-papers": { label: "On a screen, as a web page or Word file that works with a screen reader" },
  "large-print-16": { label: "16 point", saidAlone: "Large print, 16 point" },
  "large-print-18": { label: "18 point", saidAlone: "Large print, 18 point" },
  "large-print-20": { label: "20 point", saidAlone: "Large print, 20 point" },
  "giant-print": { label: "24 point", saidAlone: "Large print, 24 point" },
  "easy-read": { label: "Easy Read with pictures" },
  "braille-uncontracted": { label: "Grade 1", saidAlone: "Braille, grade 1" },
  "braille-papers": { label: "Grade 2", saidAlone: "Braille, grade 2" },
  "audio-papers": { label: "Audio", saidAlone: "Papers as audio" },
  "bsl-papers": { label: "BSL video", saidAlone: "Papers as BSL video" },
  "coloured-background": { label: "On coloured paper" },
  "translated-papers": { label: "Another language", saidAlone: "Papers in another language" },
  "papers-early": { label: "2 weeks before", saidAlone: "Papers 2 weeks before" },
  "pre-meeting": { label: "Yes", saidAlone: "Someone to go through the papers with me" },

  "bsl-interpreter": { label: "British Sign Language interpreter" },
  "sse-needed": { label: "Sign Supported English interpreter", hint: "Signs from BSL, in the order of spoken English." },
  "lipspeaker-needed": { label: "Lipspeaker", hint: "A person who repeats what is said without voice, so that it can be lipread." },
  "captions-human": { label: "Captions typed by a person", hint: "Every word, on a screen, as it is said." },
  "captions-auto": { label: "Automatic captions", hint: "Made by a computer. They make mistakes with names and accents." },
  "notetaker-needed": { label: "Notetaker" },
  "hearing-loop": { label: "Hearing loop", hint: "Sends sound to a hearing aid or implant set to T." },
  "lipread-clear-view": { label: "Sitting where I can see faces" },
  "aac-user": { label: "I use a communication aid and need time" },
  "plain-english": { label: "Plain words and no initials" },
  "supporter-with-me": { label: "Someone to explain things quietly as we go" },
  "other-language": { label: "An interpreter for another spoken language" },

  "no-stairs": { label: "No steps at all" },
  "powered-wheelchair": { label: "Space for a powered wheelchair or scooter" },
  "manual-wheelchair": { label: "Space for a manual wheelchair" },
  "short-walk-only": { label: "A short walk from the door" },
  "firm-chair-arms": { label: "A chair with arms" },
  "special-seat": { label: "A soft or recliner chair" },
  "stand-and-move": { label: "Space to stand, stretch or lie down" },
  "seat-near-exit": { label: "A seat near the door" },
  "heavy-doors": { label: "Automatic or light doors" },
  "clear-signs": { label: "Clear signs or someone to show me the way" },

  "accessible-toilet": { label: "Accessible toilet" },
  "toilet-transfer-left": { label: "Space to transfer from the left", hint: "Your left when you are sitting on it." },
  "toilet-transfer-right": { label: "Space to transfer from the right", hint: "Your right when you are sitting on it." },
  "changing-places-needed": { label: "Changing Places toilet with hoist and bench" },
  "gender-neutral-toilet": { label: "Toilet for any gender" },
  "toilet-close-urgent": { label: "Close to the room", saidAlone: "A toilet close to the room" },
  "toilet-shelf-bin": {
    label: "A shelf and bin for a stoma, catheter or medicines",
    saidAlone: "A toilet with a shelf and bin for a stoma, catheter or medicines",
  },

  "no-flashing": { label: "No flickering or flashing lights" },
  "low-light": { label: "Lower light" },
  "strong-light": { label: "Bright, even light" },
  "quiet-acoustics": { label: "Quiet room with little echo" },
  "quiet-room": { label: "A quiet space to go to, with no need to ask" },
  "no-strong-scents": { label: "No strong perfume or cleaning smells" },
  "fresh-air": { label: "Fresh air, or a seat by a window" },
  "infection-risk": { label: "People keeping masks on near me" },
  "cool-room": { label: "Cool room" },
  "warm-room": { label: "Warm room" },
  "low-noise": { label: "No bangs, balloons or surprise activities" },
  "fidget-and-move": { label: "Ear defenders, dark glasses, or moving about being treated as normal" },

  "frequent-breaks": { label: "A break every 45 minutes" },
  "timed-agenda": { label: "A running order with times" },
  "know-who-attends": { label: "Names and photos of who will be there" },
  "visit-before": { label: "A visit or call before the meeting" },
  "questions-in-advance": { label: "To know the questions before the day" },
  "slow-pace": { label: "Time to think before answering" },
  "small-group-only": { label: "Small groups" },
  "one-at-a-time": { label: "One person speaking at a time" },
  "communication-cards": { label: "'Stop', 'slow down' and 'I want to speak' cards" },
  "write-not-speak": { label: "Chat or notes instead of speaking" },
  "leave-freely": { label: "Being able to leave and come back" },

  halal: { label: "Halal" },
  kosher: { label: "Kosher" },
  "soft-food": { label: "Soft or blended food" },
  "eating-help": { label: "Help to eat or drink" },
  "bring-own-food": { label: "I will bring my own food" },
  "medication-fridge": { label: "A fridge for medicine or feed" },
  "medication-time": { label: "Eating at a set time" },

  "own-pa": { label: "A personal assistant or supporter" },
  "assistance-dog": { label: "A guide or assistance dog" },
  childcare: { label: "A child who needs looking after" },

  "travel-paid-upfront": { label: "Book and pay for my travel before the meeting" },
  "meet-on-arrival": { label: "Someone to meet me at the station or stop" },
  "blue-badge-parking": { label: "A parking space near the door" },
  "photo-directions": { label: "Clear directions with photos" },
  "replacement-care": { label: "Help with care for someone I look after, so that I can come" },
  "low-data": { label: "Help with internet, phone or data" },

  "online-practice": { label: "A practice call before" },
  "online-phone-dial-in": { label: "Joining by phone" },
  "no-chat": { label: "Chat kept quiet" },
  "online-camera-off": { label: "Camera off is fine" },

  "visual-alarm": { label: "I may not hear the alarm" },
};

export type TopicOption = {
  readonly id: OptionId;
  /** What stands beside the box. */
  readonly label: string;
  readonly hint?: string;
  /** The same in a list, without its question. */
  readonly name: string;
  /** Requirements this choice means. Empty for an answer and nothing more. */
  readonly requirements: readonly RequirementId[];
  readonly untilAnswered: readonly RequirementId[];
  readonly formats: readonly FormatId[];
  readonly venueFeatures: readonly VenueFeatureId[];
  readonly layout: readonly LayoutId[];
  readonly online: readonly OnlineFeatureId[];
  readonly timetable: TimetableDemands;
  readonly language?: "Welsh";
  readonly isNeed: boolean;
  readonly isWayOfWorking: boolean;
  readonly onlyWhen?: "whatsapp-is-allowed";
};

export const ownOptionIds = Object.keys(ownOptions) as readonly OwnOptionId[];

/** Says whether some text is the id of an option. */
export function isOptionId(text: string): text is OptionId {
  return Object.hasOwn(ownOptions, text) || Object.hasOwn(requirements, text);
}

// Asked for thousands of times while one plan is made, so each is put together once.
const optionsMade = new Map<OptionId, TopicOption>();

/** An option with everything choosing it means. */
export function optionOf(id: OptionId): TopicOption {
  const made = optionsMade.get(id);
  if (made !== undefined) return made;
  const option = isOwn(id) ? ownOptionOf(id) : requirementOptionOf(id);
  optionsMade.set(id, option);
  return option;
}

function isOwn(id: OptionId): id is OwnOptionId {
  return Object.hasOwn(ownOptions, id);
}

function ownOptionOf(id: OwnOptionId): TopicOption {
  const own: OwnOption = ownOptions[id];
  return {
    id,
    label: own.label,
    ...(own.hint === undefined ? {} : { hint: own.hint }),
    name: own.saidAlone ?? own.label,
    requirements: own.alsoMeans ?? [],
    untilAnswered: own.untilAnswered ?? [],
    formats: own.formats ?? [],
    venueFeatures: own.venueFeatures ?? [],
    layout: own.layout ?? [],
    online: own.online ?? [],
    timetable: own.timetable ?? {},
    ...(own.language === undefined ? {} : { language: own.language }),
    isNeed: own.isNeed ?? false,
    isWayOfWorking: own.isWayOfWorking ?? false,
    ...(own.onlyWhen === undefined ? {} : { onlyWhen: own.onlyWhen }),
  };
}

function requirementOptionOf(id: RequirementId): TopicOption {
  const said = wordings[id];
  const label = said?.label ?? requirements[id].label;
  const hint = said === undefined ? requirements[id].help : said.hint;
  return {
    id,
    label,
    ...(hint === undefined ? {} : { hint }),
    name: said?.saidAlone ?? label,
    requirements: [id],
    untilAnswered: [],
    formats: [],
    venueFeatures: [],
    layout: [],
    online: [],
    timetable: {},
    isNeed: true,
    isWayOfWorking: false,
  };
}
