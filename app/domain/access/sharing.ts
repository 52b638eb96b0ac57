// Who reads what. One function works out the lines a reader is entitled to from one person's answers; the sharing page and the
// reader's own page are both drawn from it, so what is shown is what is read (experience.md 2.4.10, A4; access.md a.4).
// Rules: the venue and the caterer never get a name, save a caterer for an allergy; free text goes only to readers the person
// ticked; finance and other people get nothing; a request to be kept apart from somebody never leaves the coordinator.
import { baseline } from "./baseline.ts";
import { followUpIds, followUpOf, followUpsFor, type FollowUpAnswers, type FollowUpId } from "./follow-ups.ts";
import type { LayoutId } from "./layouts.ts";
import type { OnlineFeatureId } from "./online-features.ts";
import { requirementOf, type RequirementId } from "./requirements/index.ts";
import { supportOf, type SupportId } from "./supports.ts";
import { optionOf, type OptionId, type TopicId } from "./topic-options.ts";
import { itemsOf, meaningOfChoices, type ChosenOption, type OpenQuestionId, type Strength } from "./topics.ts";
import { venueFeatureIds, venueFeatureOf, type VenueFeatureId } from "./venue-features.ts";

/** In the order of the sharing page. Finance is last: it never has a section of its own, and never gets a line. */
export const readerIds = [
  "coordinator",
  "venue",
  "interpreter",
  "chair-and-access-host",
  "caterer",
  "evacuation-helpers",
  "other-attendees",
  "finance",
] as const;
export type ReaderId = (typeof readerIds)[number];

export type SharingChoice = "without-name" | "with-name" | "do-not-share";

/** Free text, with the readers besides the coordinator the person let it be repeated to. */
export type Note = { readonly about: TopicId | OpenQuestionId; readonly text: string; readonly mayRead: readonly ReaderId[] };

export type AnswersToShare = {
  readonly name: string;
  readonly chosen: readonly ChosenOption[];
  readonly answers: FollowUpAnswers;
  readonly notes: readonly Note[];
  /** "Is there something you would like everyone to know?" */
  readonly forEveryone?: string;
  readonly choices: Readonly<Partial<Record<ReaderId, SharingChoice>>>;
  /** Whether they asked to talk about something: nobody can talk with somebody whose name is not told. */
  readonly wishesToTalk?: true;
};

export const mealIds = [
  "vegetarian",
  "vegan",
  "vegetarian-vegan",
  "halal",
  "kosher",
  "gluten-free",
  "no-nuts",
  "no-dairy",
  "soft-food",
  "food-allergy",
  "airborne-allergy",
] as const;
export type MealId = (typeof mealIds)[number];

export type SharedLine =
  | { readonly kind: "item"; readonly option: OptionId; readonly strength?: Strength; readonly people: number }
  | { readonly kind: "confidential-item"; readonly option: OptionId; readonly people: number }
  | { readonly kind: "choice"; readonly option: OptionId }
  | { readonly kind: "answer"; readonly question: FollowUpId; readonly value: string | number }
  /** Days that do not work, without what they are. */
  | { readonly kind: "dates-to-avoid"; readonly value: string }
  | { readonly kind: "venue-feature"; readonly feature: VenueFeatureId }
  | { readonly kind: "venue-quantity"; readonly feature: VenueFeatureId; readonly count: number }
  | { readonly kind: "extra-seats"; readonly count: number }
  | { readonly kind: "booking"; readonly support: SupportId; readonly languages: readonly string[] }
  | { readonly kind: "also-at-breaks" }
  | { readonly kind: "place-in-room"; readonly layout: LayoutId }
  | { readonly kind: "online"; readonly feature: OnlineFeatureId }
  /** What the chair does, in the catalogue's own words. */
  | { readonly kind: "action"; readonly text: string }
  | { readonly kind: "way-of-working"; readonly option: OptionId }
  | { readonly kind: "longest-stretch" | "shortest-break" | "shortest-lunch" | "longest-item"; readonly minutes: number }
  | { readonly kind: "meal"; readonly meals: readonly MealId[]; readonly allergies?: string; readonly count: number }
  | { readonly kind: "no-meal" | "guest-meal"; readonly count: number }
  | { readonly kind: "leave-safely"; readonly option: OptionId }
  | { readonly kind: "plan-to-leave-safely" }
  | { readonly kind: "own-words"; readonly text: string };

/** What one reader reads of one person, or of everybody who shared without a name. */
export type Reading = { readonly reader: ReaderId; readonly name: string | null; readonly lines: readonly SharedLine[] };

/** What a person lets a reader read, under the choice they made or, where they made none, the most private one that still works. */
export function readingOf(person: AnswersToShare, reader: ReaderId): Reading {
  const choice = choiceOf(person, reader);
  const lines = choice === "do-not-share" ? [] : linesFor[reader](person);
  if (choice === "with-name" && lines.length > 0) return { reader, name: person.name, lines: inOrder(lines) };
  return { reader, name: null, lines: together(lines) };
}

/**
 * A reader's own page: those who shared their name, one by one, then everybody else's lines together, in an order that does not
 * show which of them belong to one person. Quantities are added up; anything else stands once.
 */
export function readingsFor(people: readonly AnswersToShare[], reader: ReaderId): readonly Reading[] {
  const readings = people.map((person) => readingOf(person, reader)).filter((reading) => reading.lines.length > 0);
  const named = readings.filter((reading) => reading.name !== null);
  const unnamed = together(readings.filter((reading) => reading.name === null).flatMap((reading) => reading.lines));
  return unnamed.length === 0 ? named : [...named, { reader, name: null, lines: unnamed }];
}

/** The choices a person has about a reader, most private first; only one means there is nothing to choose. */
export function choicesFor(person: AnswersToShare, reader: ReaderId): readonly SharingChoice[] {
  switch (reader) {
    case "coordinator":
      return ["without-name", "with-name"];
    case "venue":
      return ["do-not-share", "without-name"];
    case "caterer":
      return hasAllergy(person) ? ["do-not-share", "without-name", "with-name"] : ["do-not-share", "without-name"];
    case "interpreter":
    case "chair-and-access-host":
    case "other-attendees":
      return ["do-not-share", "without-name", "with-name"];
    case "evacuation-helpers":
      return ["do-not-share", "with-name"];
    case "finance":
      return ["do-not-share"];
  }
}

/** The least sharing that still lets each thing be arranged (A4). */
export function defaultChoice(person: AnswersToShare, reader: ReaderId): SharingChoice {
  switch (reader) {
    case "coordinator":
      return person.wishesToTalk === true || itemsOf(person.chosen, person.answers).some((item) => isArrangedForOne(item.id))
        ? "with-name"
        : "without-name";
    case "interpreter":
      return person.answers["interpreter-preferred"] === undefined ? "without-name" : "with-name";
    case "evacuation-helpers":
      return "with-name";
    case "other-attendees":
    case "venue":
    case "caterer":
    case "chair-and-access-host":
      return "without-name";
    case "finance":
      return "do-not-share";
  }
}

/** The choice that stands: the person's own where it is one they may make, else the default. */
export function choiceOf(person: AnswersToShare, reader: ReaderId): SharingChoice {
  const made = person.choices[reader];
  return made !== undefined && choicesFor(person, reader).includes(made) ? made : defaultChoice(person, reader);
}

/** The things that could not be arranged under a choice, because the reader who would arrange them is not told. */
export function cannotBeArranged(person: AnswersToShare, reader: ReaderId, choice: SharingChoice): readonly OptionId[] {
  const items = itemsOf(person.chosen, person.answers)
    .map((item) => item.id)
    .filter((id) => !isConfidential(id));
  if (reader === "coordinator") return choice === "without-name" ? items.filter(isArrangedForOne) : [];
  if (choice !== "do-not-share") return [];
  const lost = items.filter((id) => linesFor[reader](onlyAbout(person, id)).some(isMoreThanBaseline));
  const isAllergyTyped = reader === "caterer" && person.answers.allergies !== undefined && !lost.includes("food-allergy");
  return isAllergyTyped ? [...lost, "food-allergy"] : lost;
}

const linesFor: Readonly<Record<ReaderId, (person: AnswersToShare) => readonly SharedLine[]>> = {
  coordinator: coordinatorLines,
  venue: (person) => [...venueLines(person), ...notesFor(person, "venue")],
  interpreter: (person) => withNotes(interpreterLines(person), person, "interpreter"),
  "chair-and-access-host": (person) => [...chairLines(person), ...notesFor(person, "chair-and-access-host")],
  caterer: (person) => [...catererLines(person), ...notesFor(person, "caterer")],
  "evacuation-helpers": (person) => [...leavingLines(person), ...notesFor(person, "evacuation-helpers")],
  "other-attendees": (person) => ownWords(person.forEveryone),
  finance: () => [],
};

function coordinatorLines(person: AnswersToShare): readonly SharedLine[] {
  const items = itemsOf(person.chosen, person.answers);
  const itemIds = new Set(items.map((item) => item.id));
  const lines: SharedLine[] = items.map(({ id, strength }) =>
    isConfidential(id)
      ? { kind: "confidential-item", option: id, people: 1 }
      : { kind: "item", option: id, ...(strength === undefined ? {} : { strength }), people: 1 },
  );
  for (const { id } of person.chosen) if (!itemIds.has(id) && !optionOf(id).isNeed) lines.push({ kind: "choice", option: id });
  for (const id of followUpIds) {
    const value = person.answers[id];
    if (value === undefined || value === "") continue;
    // What a day is, a holy day or a fast, is told only by somebody who gives their name with it; else it is a day that does not work.
    const isReasonShared = followUpOf(id).kind !== "dates" || choiceOf(person, "coordinator") === "with-name";
    lines.push(isReasonShared ? { kind: "answer", question: id, value } : { kind: "dates-to-avoid", value: String(value) });
  }
  for (const note of person.notes) lines.push(...ownWords(note.text));
  return lines;
}

function venueLines(person: AnswersToShare): readonly SharedLine[] {
  const meant = meaningOfChoices(person.chosen, person.answers);
  const asked = new Set<VenueFeatureId>(meant.venueFeatures);
  for (const id of shareableRequirements(person)) {
    const { venueMust = [], venueShould = [], venueNice = [] } = requirementOf(id);
    for (const feature of [...venueMust, ...venueShould, ...venueNice]) asked.add(feature);
  }
  const lines: SharedLine[] = venueFeatureIds
    .filter((feature) => asked.has(feature))
    .map((feature) => (isQuantity(feature) ? { kind: "venue-quantity", feature, count: 1 } : { kind: "venue-feature", feature }));
  const guests = guestsOf(person);
  return guests === 0 ? lines : [...lines, { kind: "extra-seats", count: guests }];
}

function interpreterLines(person: AnswersToShare): readonly SharedLine[] {
  const asked = shareableRequirements(person);
  const languages = new Map(meaningOfChoices(person.chosen, person.answers).requirements.map((one) => [one.id, one.languages ?? []]));
  const lines: SharedLine[] = [];
  for (const id of asked) {
    const booked = interpretersFor(id, asked);
    for (const support of booked) lines.push({ kind: "booking", support, languages: languages.get(id) ?? [] });
    if (booked.length > 0) for (const layout of requirementOf(id).layout ?? []) lines.push({ kind: "place-in-room", layout });
  }
  if (lines.length === 0) return [];
  if (person.chosen.some((one) => one.id === "interpreter-in-view")) lines.push({ kind: "online", feature: "interpreter-pinned" });
  const atBreaks = person.answers["interpreter-at-breaks"];
  if (atBreaks === "yes" || atBreaks === "varies") lines.push({ kind: "also-at-breaks" });
  return lines;
}

function chairLines(person: AnswersToShare): readonly SharedLine[] {
  const meant = meaningOfChoices(person.chosen, person.answers);
  const lines: SharedLine[] = [];
  for (const { id, ownTimes } of meant.requirements) {
    if (isConfidential(id)) continue;
    const { facilitatorAction, layout = [], online = [], timetable } = requirementOf(id);
    if (facilitatorAction !== undefined) lines.push({ kind: "action", text: facilitatorAction });
    for (const one of layout) lines.push({ kind: "place-in-room", layout: one });
    for (const one of online) lines.push({ kind: "online", feature: one });
    lines.push(...timeLines({ ...timetable, ...ownTimes }));
  }
  for (const one of meant.layout) lines.push({ kind: "place-in-room", layout: one });
  for (const one of meant.online) lines.push({ kind: "online", feature: one });
  for (const one of meant.timetables) lines.push(...timeLines(one));
  for (const { id } of person.chosen) if (optionOf(id).isWayOfWorking) lines.push({ kind: "way-of-working", option: id });
  return lines;
}

type Times = {
  readonly maxContinuousMinutes?: number;
  readonly minBreakMinutes?: number;
  readonly lunchMinMinutes?: number;
  readonly maxItemMinutes?: number;
};

function timeLines(times: Times): readonly SharedLine[] {
  return [
    ...minutesLine("longest-stretch", times.maxContinuousMinutes),
    ...minutesLine("shortest-break", times.minBreakMinutes),
    ...minutesLine("shortest-lunch", times.lunchMinMinutes),
    ...minutesLine("longest-item", times.maxItemMinutes),
  ];
}

function minutesLine(
  kind: "longest-stretch" | "shortest-break" | "shortest-lunch" | "longest-item",
  minutes: number | undefined,
): readonly SharedLine[] {
  return minutes === undefined ? [] : [{ kind, minutes }];
}

function catererLines(person: AnswersToShare): readonly SharedLine[] {
  const chosen = new Set<string>(person.chosen.map((one) => one.id));
  const named = mealIds.filter((meal) => chosen.has(meal));
  // "I am vegetarian or vegan" says no more than either of the two choices that say which.
  const meals = named.filter((meal) => meal !== "vegetarian-vegan" || !(chosen.has("vegetarian") || chosen.has("vegan")));
  const allergies = person.answers.allergies;
  const lines: SharedLine[] = [];
  if (meals.length > 0 || typeof allergies === "string") {
    lines.push({ kind: "meal", meals, ...(typeof allergies === "string" ? { allergies } : {}), count: 1 });
  } else if (chosen.has("fasting") || chosen.has("bring-own-food")) {
    lines.push({ kind: "no-meal", count: 1 });
  }
  const guests = chosen.has("supporter-meal") ? guestsOf(person) : 0;
  return guests === 0 ? lines : [...lines, { kind: "guest-meal", count: guests }];
}

const leavingOptions: ReadonlySet<OptionId> = new Set([
  "leave-walk-with-me",
  "leave-help-on-stairs",
  "leave-no-stairs",
  "leave-may-not-see",
  "leave-distressed",
  "visual-alarm",
  "evacuation-help",
  "evacuation-briefing",
]);

function leavingLines(person: AnswersToShare): readonly SharedLine[] {
  const said = person.chosen.filter((one) => leavingOptions.has(one.id));
  if (said.length > 0) return said.map(({ id }) => ({ kind: "leave-safely", option: id }));
  const wantsNone = person.chosen.some((one) => one.id === "leave-not-said" || one.id === "leave-nothing-extra");
  const needsPlan = shareableRequirements(person).some((id) => requirementOf(id).needsEvacuationPlan === true);
  return needsPlan && !wantsNone ? [{ kind: "plan-to-leave-safely" }] : [];
}

function notesFor(person: AnswersToShare, reader: ReaderId): readonly SharedLine[] {
  return person.notes.filter((note) => note.mayRead.includes(reader)).flatMap((note) => ownWords(note.text));
}

/** An interpreter nobody booked has nothing to read. */
function withNotes(lines: readonly SharedLine[], person: AnswersToShare, reader: ReaderId): readonly SharedLine[] {
  return lines.length === 0 ? [] : [...lines, ...notesFor(person, reader)];
}

/** The same person, had they asked for this one thing and what follows from it. */
function onlyAbout(person: AnswersToShare, id: OptionId): AnswersToShare {
  const asked = followUpsFor([id]);
  const details = new Set<OptionId>([id, ...asked.flatMap((question) => ("options" in question ? question.options : []))]);
  const about = new Set<string>(asked.map((question) => question.id));
  return {
    ...person,
    chosen: person.chosen.filter((one) => details.has(one.id)),
    answers: Object.fromEntries(Object.entries(person.answers).filter(([question]) => about.has(question))),
    notes: [],
  };
}

function shareableRequirements(person: AnswersToShare): readonly RequirementId[] {
  return meaningOfChoices(person.chosen, person.answers)
    .requirements.map((one) => one.id)
    .filter((id) => !isConfidential(id));
}

/** Never printed, never exported, never in a file name, and read by the coordinator only. */
function isConfidential(id: OptionId): boolean {
  return optionOf(id).requirements.some((one) => requirementOf(one).sensitivity === "confidential-coordinator-only");
}

function interpretersFor(id: RequirementId, asked: readonly RequirementId[]): readonly SupportId[] {
  return (requirementOf(id).bookings ?? [])
    .filter(({ unlessAlsoAsked = [] }) => !unlessAlsoAsked.some((other) => asked.some((one) => one === other)))
    .map(({ support }) => support)
    .filter((support) => supportOf(support).kind === "communication-professional" || support === "communicator-guide");
}

/** Something bought, sent, fetched or agreed for one person, which cannot be done without knowing who. */
function isArrangedForOne(id: OptionId): boolean {
  const option = optionOf(id);
  if (option.formats.length > 0 || option.untilAnswered.length > 0) return true;
  return option.requirements.map(requirementOf).some((entry) => {
    const isPersonal = entry.group === "contact-and-payment" || entry.group === "getting-there" || entry.needsEvacuationPlan === true;
    return (
      isPersonal || entry.formats !== undefined || (entry.bookings ?? []).length > 0 || entry.timetable?.preMeetingMinutes !== undefined
    );
  });
}

function hasAllergy(person: AnswersToShare): boolean {
  const chosen = new Set<OptionId>(person.chosen.map((one) => one.id));
  return chosen.has("food-allergy") || chosen.has("airborne-allergy") || typeof person.answers.allergies === "string";
}

function guestsOf(person: AnswersToShare): number {
  if (!person.chosen.some((one) => one.id === "own-pa" || one.id === "carer-or-family")) return 0;
  const said = person.answers["supporter-count"];
  return typeof said === "number" ? said : 1;
}

// Decision 22: an exact number where a quantity has to be supplied, and otherwise the feature alone.
const suppliedInNumbers: ReadonlySet<VenueFeatureId> = new Set([
  "dog-floor-space",
  "chairs-with-arms",
  "chairs-wide-no-arms",
  "alarm-pagers",
]);

function isQuantity(feature: VenueFeatureId): boolean {
  return venueFeatureOf(feature).countsPeopleWhoAsk === true || suppliedInNumbers.has(feature);
}

/** What every meeting has anyway is arranged whether or not anybody is told. */
function isMoreThanBaseline(line: SharedLine): boolean {
  if (line.kind === "venue-feature") return !baseline.venueMust.includes(line.feature) && !baseline.venueShould.includes(line.feature);
  if (line.kind === "place-in-room") return !baseline.layout.includes(line.layout);
  if (line.kind === "online") return !baseline.online.includes(line.feature);
  if (line.kind === "longest-stretch") return line.minutes < (baseline.timetable.maxContinuousMinutes ?? 0);
  if (line.kind === "shortest-break") return line.minutes > (baseline.timetable.minBreakMinutes ?? 0);
  if (line.kind === "shortest-lunch") return line.minutes > (baseline.timetable.lunchMinMinutes ?? 0);
  return true;
}

const kindsInOrder: readonly SharedLine["kind"][] = [
  "confidential-item",
  "item",
  "choice",
  "answer",
  "dates-to-avoid",
  "venue-quantity",
  "extra-seats",
  "venue-feature",
  "booking",
  "also-at-breaks",
  "action",
  "way-of-working",
  "longest-stretch",
  "shortest-break",
  "shortest-lunch",
  "longest-item",
  "place-in-room",
  "online",
  "meal",
  "no-meal",
  "guest-meal",
  "leave-safely",
  "plan-to-leave-safely",
  "own-words",
];

/** One person's lines, each once, grouped by kind and otherwise in the order of their own answers. */
function inOrder(lines: readonly SharedLine[]): readonly SharedLine[] {
  const once = new Map(lines.map((line) => [keyOf(line), line]));
  const kept = strictestTimes([...once.values()]);
  return kindsInOrder.flatMap((kind) => kept.filter((line) => line.kind === kind));
}

/**
 * Lines without a name, of one person or several: quantities added, the rest once, in an order that comes from what they say and
 * not from who said it, so that nobody's own lines stand together.
 */
function together(lines: readonly SharedLine[]): readonly SharedLine[] {
  const merged = new Map<string, SharedLine>();
  for (const line of lines) {
    const held = merged.get(keyOf(line));
    merged.set(keyOf(line), held === undefined ? line : addedTo(held, line));
  }
  const sorted = [...merged.values()].sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
  const kept = strictestTimes(sorted);
  return kindsInOrder.flatMap((kind) => kept.filter((line) => line.kind === kind));
}

/** Features in the order of a walk through the building; anything else by what it says. */
function orderOf(line: SharedLine): string {
  const isFeature = line.kind === "venue-feature" || line.kind === "venue-quantity";
  return isFeature ? String(venueFeatureIds.indexOf(line.feature)).padStart(4, "0") : keyOf(line);
}

function keyOf(line: SharedLine): string {
  return JSON.stringify({ ...line, count: undefined, people: undefined });
}

function addedTo(held: SharedLine, line: SharedLine): SharedLine {
  if ("count" in held && "count" in line) return { ...held, count: held.count + line.count };
  if ("people" in held && "people" in line) return { ...held, people: held.people + line.people };
  return held;
}

/** Of several stretches the shortest is kept, and of several breaks and lunches the longest: they serve everybody. */
function strictestTimes(lines: readonly SharedLine[]): readonly SharedLine[] {
  return lines.filter((line) => {
    if (!("minutes" in line)) return true;
    const sameKind = lines.flatMap((other) => ("minutes" in other && other.kind === line.kind ? [other.minutes] : []));
    const strictest = line.kind === "longest-stretch" || line.kind === "longest-item" ? Math.min(...sameKind) : Math.max(...sameKind);
    return line.minutes === strictest;
  });
}

function ownWords(text: string | undefined): readonly SharedLine[] {
  const plain = text?.trim() ?? "";
  return plain === "" ? [] : [{ kind: "own-words", text: plain }];
}
