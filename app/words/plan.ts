// The coordinator's plan in sentences: what to do next, where each thing stands and why, with the source of every fact.
import { clashOf, type ClashId } from "#app/domain/access/conflicts.ts";
import { followUpOf } from "#app/domain/access/follow-ups.ts";
import { layouts } from "#app/domain/access/layouts.ts";
import { onlineFeatures } from "#app/domain/access/online-features.ts";
import type { ReaderId } from "#app/domain/access/sharing.ts";
import type { AskedId } from "#app/domain/access/asked.ts";
import type { TimetableDemands } from "#app/domain/access/requirement.ts";
import type { WorseOff } from "#app/domain/access/ways-out.ts";
import { venueFeatureOf, type Criterion, type VenueFeature, type VenueFeatureId } from "#app/domain/access/venue-features.ts";
import type { CalendarDate, ClockTime } from "#app/domain/basics/dates.ts";
import { unreachable } from "#app/domain/basics/result.ts";
import type { WayOutNeedState } from "#app/domain/meetings/conflicts.ts";
import type { Booking, DeadlineStatus } from "#app/domain/meetings/deadlines.ts";
import type { AgreedBy, ClashState, HowMet, ReopenReason, RequirementState } from "#app/domain/meetings/decisions.ts";
import type { Demand } from "#app/domain/meetings/demands.ts";
import type { Finding } from "#app/domain/meetings/fit.ts";
import type { VenueFact } from "#app/domain/meetings/meeting.ts";
import type { TimetableChange } from "#app/domain/meetings/timetable.ts";
import type { Reachable } from "#app/domain/people/reach.ts";
import type { Standing } from "#app/domain/venues/standing.ts";
import type { FactSource } from "#app/domain/venues/statements.ts";
import { papersName } from "./arranged.ts";
import { conflictTitle } from "./conflicts.ts";
import { clock, clockRange, counted, duration, list, longDate, number, outOf, plural, sentenceCase, shortDate } from "./format.ts";
import { requirementName, supportName } from "./requirements.ts";
import { featureName } from "./venue-questions.ts";

export const statusWord = {
  "cannot-meet": "Cannot meet",
  "to-do": "To do",
  waiting: "Waiting",
  "part-met": "Part met",
  met: "Met",
} as const satisfies Readonly<Record<RequirementState, string>>;
/** The order of the groups on the plan. */
export const statusOrder: readonly RequirementState[] = ["cannot-meet", "to-do", "waiting", "part-met", "met"];

export const findingWord = { met: "Met", "not-met": "Not met", unknown: "Not known" } as const satisfies Readonly<Record<Finding, string>>;

export const clashWord = {
  "to-sort-out": "To sort out",
  asked: "Asked people",
  agreed: "Agreed",
  "could-not-agree": "Could not agree",
} as const satisfies Readonly<Record<ClashState, string>>;

export const howLabel: Readonly<Record<HowMet, string>> = {
  booking: "Make a booking",
  venue: "The venue has it",
  "way-of-working": "Change how the meeting is run",
  talk: "Talk to the person first",
  cannot: "We cannot meet it",
};

/** Who can make sure of something on the day. */
export const rolesOnTheDay: readonly string[] = [
  "The coordinator",
  "The chair",
  "The access host",
  "The online access host",
  "The venue",
  "The interpreter or captioner",
  "The caterer",
];

/** "2 people, 1 cannot take part without it". */
export function howMany(people: number, essential: number): string {
  const asked = counted(people, "person asked", "people asked");
  if (essential === 0) return `${asked}. It really helps.`;
  if (people === 1) return `${asked}, and cannot take part without it.`;
  return essential === people
    ? `${asked}, and none of them can take part without it.`
    : `${asked}. ${number(essential)} cannot take part without it.`;
}

/** When to begin with what a requirement asks for; a day that has passed says so. */
export function startBySentence(deadline: CalendarDate | null, today: CalendarDate): string {
  if (deadline === null) return "";
  return deadline < today ? `Start now: the usual day to start was ${shortDate(deadline)}.` : `Start by ${shortDate(deadline)}.`;
}

const demandWays: Readonly<Record<Demand["kind"], string>> = {
  "venue-feature": "the venue",
  booking: "a booking",
  format: "papers",
  timetable: "the times",
  "stated-break": "the times",
  layout: "the room",
  online: "the online set-up",
  "facilitator-action": "how it is run",
  "evacuation-plan": "a plan to leave",
  "way-of-working": "how it is run",
};

/** Where a requirement is met: "the venue, a booking and how it is run" */
export function metByWords(kinds: readonly Demand["kind"][]): string {
  return list([
    ...new Set(
      (Object.keys(demandWays) as readonly Demand["kind"][]).filter((kind) => kinds.includes(kind)).map((kind) => demandWays[kind]),
    ),
  ]);
}

/** "The meeting is in 43 days. 3 of 8 people have replied. …" */
export function summarySentences(facts: {
  readonly daysAway: number | null;
  readonly invited: number;
  readonly replied: number;
  readonly requirements: number;
  readonly met: number;
  /** Null while a part it is counted from could not be loaded. */
  readonly dueThisWeek: number | null;
  readonly clashes: number | null;
}): string {
  const { daysAway, invited, replied, requirements, met, dueThisWeek, clashes } = facts;
  const when =
    daysAway === null
      ? "The date is not chosen yet."
      : daysAway > 0
        ? `The meeting is in ${counted(daysAway, "day", "days")}.`
        : daysAway === 0
          ? "The meeting is today."
          : `The meeting was ${counted(-daysAway, "day", "days")} ago.`;
  return [
    when,
    invited === 0 ? "Nobody has been invited yet." : `${outOf(replied, invited)} people ${plural(replied, "has", "have")} replied.`,
    requirements === 0 ? "Nobody has sent what they need yet." : `${outOf(met, requirements)} requirements are met.`,
    dueThisWeek === null
      ? "We could not count what needs you this week."
      : dueThisWeek === 0
        ? "Nothing is due this week."
        : `${counted(dueThisWeek, "thing needs", "things need")} you this week.`,
    clashes === null
      ? "We could not count the clashes."
      : clashes === 0
        ? "There are no clashes to sort out."
        : `There ${plural(clashes, "is 1 clash", `are ${number(clashes)} clashes`)} to sort out.`,
  ].join(" ");
}

const reopenWords: Readonly<Record<ReopenReason, string>> = {
  "somebody-else-asked": "somebody else asked for it",
  "answers-changed": "somebody changed their answer",
  "date-or-times-changed": "the date or times changed",
  "mode-changed": "the way people take part changed",
  "venue-changed": "the venue changed",
  "venue-facts-changed": "what we know of the venue changed",
  "booking-changed": "a booking it leans on changed",
  "agenda-changed": "the agenda changed",
  "sunset-changed": "the time of sunset changed",
  "nation-changed": "the nation changed, and its bank holidays with it",
  "conditions-changed": "the day or the way in has something new that has to be checked",
  "decision-changed": "what was decided changed",
};

/** "Action needed: the venue changed after this was decided." */
export function reopenedSentence(reasons: readonly ReopenReason[]): string {
  return `Action needed: ${list(reasons.map((reason) => reopenWords[reason]))} after this was decided. Look at it again.`;
}

/** A thing to do: a sentence that begins with a verb, why, and the words of its link. */
export type ToDoText = { readonly sentence: string; readonly why: string; readonly link: string };

type ToDo = { readonly by: CalendarDate | null; readonly harm: number } & (
  | { readonly kind: "choose-date" | "choose-mode" | "add-agenda" | "say-how-many" | "invite" | "choose-venue" }
  | { readonly kind: "look-again"; readonly requirement: AskedId; readonly reasons: readonly ReopenReason[] }
  | { readonly kind: "look-again-at-clash"; readonly clash: ClashId; readonly reasons: readonly ReopenReason[] }
  | { readonly kind: "look-again-at-booking"; readonly support: Booking["support"]; readonly reasons: readonly ReopenReason[] }
  | {
      readonly kind: "book";
      readonly support: Booking["support"];
      readonly quantity: number;
      readonly status: DeadlineStatus;
      readonly lastChance?: CalendarDate;
    }
  | { readonly kind: "chase-booking"; readonly support: Booking["support"]; readonly supplier: string }
  | { readonly kind: "ask-venue"; readonly venue: string; readonly count: number; readonly musts: number }
  | { readonly kind: "chase-venue"; readonly venue: string }
  | { readonly kind: "check-venue"; readonly venue: string; readonly features: readonly VenueFeatureId[]; readonly musts: number }
  | { readonly kind: "other-way"; readonly requirement: AskedId; readonly feature: VenueFeatureId }
  | { readonly kind: "clash" | "clash-way-open"; readonly clash: ClashId }
  | { readonly kind: "times" }
  | { readonly kind: "papers"; readonly format: keyof typeof papersName; readonly people: number }
  | { readonly kind: "ways-of-working" | "leave-safely" | "answered-twice"; readonly count: number }
  | { readonly kind: "no-reply"; readonly count: number; readonly told: number; readonly toPhone: boolean }
  | { readonly kind: "question-waits"; readonly requirement: AskedId; readonly people: number }
  | { readonly kind: "confirm-again"; readonly count: number; readonly mayConfirm: boolean }
  | { readonly kind: "confirm" | "tell-outcomes" }
  | { readonly kind: "written"; readonly what: string; readonly meeting: string }
  | { readonly kind: "ask-people"; readonly question: Parameters<typeof followUpOf>[0]; readonly people: number }
);

const toDoTopics: Readonly<Record<ToDo["kind"], string>> = {
  "choose-date": "The meeting",
  "choose-mode": "The meeting",
  "add-agenda": "The meeting",
  "say-how-many": "The meeting",
  invite: "People",
  "choose-venue": "The venue",
  "look-again": "What people need",
  "look-again-at-clash": "Clashes",
  "look-again-at-booking": "Bookings",
  book: "Bookings",
  "chase-booking": "Bookings",
  "ask-venue": "The venue",
  "chase-venue": "The venue",
  "check-venue": "The venue",
  "other-way": "What people need",
  clash: "Clashes",
  "clash-way-open": "Clashes",
  times: "The meeting",
  papers: "Papers",
  "ways-of-working": "What people need",
  "leave-safely": "Leaving safely",
  "ask-people": "People",
  "no-reply": "People",
  "answered-twice": "People",
  "question-waits": "People",
  "confirm-again": "The meeting",
  confirm: "The meeting",
  "tell-outcomes": "After the meeting",
  written: "From the last meeting",
};

/** What a thing to do belongs to, for a list grouped by topic. */
export function toDoTopic(kind: ToDo["kind"]): string {
  return toDoTopics[kind];
}

/** How many of the things to do are for this week, before the list of them; `shown` is how many of them the list shows. */
export function weekSentence(due: number, shown: number, lastDay: CalendarDate): string {
  if (due === 0) return "Nothing has to be done this week. These come next, the soonest first.";
  const until = `late or due by ${shortDate(lastDay)}`;
  if (due > shown) return `${counted(due, "thing is", "things are")} ${until}. The ${number(shown)} most urgent are here.`;
  if (due === shown) return due === 1 ? `Do this one this week: it is ${until}.` : `Do all of these this week: they are ${until}.`;
  return due === 1
    ? `Do the first one this week: it is ${until}. The rest come after.`
    : `Do the first ${number(due)} this week: they are ${until}. The rest come after.`;
}

/** When nothing is left to do now: "Nothing to do today. Next: book a speech-to-text captioner on Tuesday 1 December." */
export function nothingToDo(next: { readonly toDo: ToDo; readonly on: CalendarDate } | null): string {
  if (next === null) return "Nothing to do today.";
  const task = toDoText({ ...next.toDo, by: null }).sentence.replace(/\.$/u, "");
  return `Nothing to do today. Next: ${lowerFirst(task)} on ${shortDate(next.on)}.`;
}

/** Who may read something, as a coordinator speaks of them. */
export const readerInPlan: Readonly<Record<ReaderId, string>> = {
  coordinator: "you",
  venue: "the venue",
  interpreter: "the interpreter or captioner",
  "chair-and-access-host": "the chair and access host",
  caterer: "the caterer",
  "evacuation-helpers": "people who help in an emergency",
  "other-attendees": "other people at the meeting",
  finance: "nobody in finance",
};

/** Who is told of a requirement, because people let them be told. */
export function toldToSentence(told: readonly ReaderId[]): string {
  return told.length === 0 ? "Who knows: only you." : `Who knows: ${list(["you", ...told.map((reader) => readerInPlan[reader])])}.`;
}

/** Under the list by person: how many are not in it. */
export function withoutNameSentence(named: number, others: number): string {
  if (named === 0) return "Nobody gave you their name for what they need. Group by status to see it all.";
  if (others === 0)
    return "Everybody who asked for something gave you their name for some of it. What was asked for without a name is under status.";
  return `${counted(others, "person", "people")} did not give you their name. What they asked for is under status.`;
}

/** How those without a reply like to be contacted: "To ask those who have not replied: 3 by email and 1 by letter." */
export function chaseSentence(ways: readonly { readonly way: Reachable["preferredContact"]; readonly people: number }[]): string {
  return `To ask those who have not replied: ${list(ways.map(({ way, people }) => `${number(people)} ${chaseWays[way]}`))}.`;
}

const chaseWays: Readonly<Record<Reachable["preferredContact"], string>> = {
  email: "by email",
  phone: "by phone",
  text: "by text message",
  letter: "by letter",
  "someone-i-choose": "through someone they choose",
};

/** People who were on file twice and answered twice: nobody but they can say which holds. */
export function twiceSentence(people: number): string {
  return `${counted(people, "person was", "people were")} on file twice and answered twice. Until they choose which answers are right, this plan counts both.`;
}

function silentWhy(count: number, told: number): string {
  const way = "Use the way each of them likes best.";
  if (told === 0) return `What they need is not in the plan yet. ${way}`;
  if (told === count) return `${plural(count, "They have", "They all have")} said what they need, and not whether they come. ${way}`;
  return `${number(told)} of them said what they need, and not whether they come. What the rest need is not in the plan yet. ${way}`;
}

/** A thing to do in words. With today given, what is late says so in place of asking for a day that has passed. */
export function toDoText(toDo: ToDo, today?: CalendarDate): ToDoText {
  const isLate = toDo.by !== null && today !== undefined && toDo.by < today;
  const by = toDo.by === null ? "" : isLate ? ` now: it was due by ${shortDate(toDo.by)}` : ` by ${shortDate(toDo.by)}`;
  switch (toDo.kind) {
    case "choose-date":
      return {
        sentence: "Choose the date and times.",
        why: "Bookings, breaks and deadlines cannot be worked out without them.",
        link: "Choose the date",
      };
    case "choose-mode":
      return {
        sentence: "Say how people take part.",
        why: "The plan for a room and for an online meeting differ.",
        link: "Say how people take part",
      };
    case "add-agenda":
      return { sentence: "Say what will happen at the meeting.", why: "Breaks and the time needed depend on it.", link: "Add the items" };
    case "say-how-many":
      return { sentence: "Say how many people you expect.", why: "Space and food depend on it.", link: "Say how many" };
    case "invite":
      return { sentence: "Invite people.", why: "What they need arrives after you invite them.", link: "Invite people" };
    case "choose-venue":
      return { sentence: `Choose a venue${by}.`, why: "Nothing about the place is known until then.", link: "Choose a venue" };
    case "confirm-again":
      return {
        sentence: "Look at what changed, then confirm the plan again.",
        why: `Action needed: ${counted(toDo.count, "thing", "things")} changed after the plan was confirmed.${toDo.mayConfirm ? "" : " Something essential is open again."}`,
        link: "See what changed",
      };
    case "confirm":
      return { sentence: "Confirm that the plan is ready.", why: "Nothing essential is open.", link: "Confirm the plan" };
    case "look-again":
      return {
        sentence: `Look again at: ${requirementName[toDo.requirement]}.`,
        why: reopenedSentence(toDo.reasons),
        link: `Look at ${requirementName[toDo.requirement]}`,
      };
    case "look-again-at-clash":
      return {
        sentence: `Look again at the clash: ${conflictTitle[toDo.clash]}.`,
        why: reopenedSentence(toDo.reasons),
        link: `Look at ${conflictTitle[toDo.clash]}`,
      };
    case "look-again-at-booking":
      return {
        sentence: `Ask again about: ${supportName[toDo.support]}.`,
        why: reopenedSentence(toDo.reasons),
        link: `Open the booking: ${supportName[toDo.support]}`,
      };
    case "book": {
      const thing = `${number(toDo.quantity)} × ${supportName[toDo.support]}`;
      const late = {
        "in-time": "",
        late: ` The usual notice has passed.${toDo.lastChance === undefined ? "" : ` The last chance is ${shortDate(toDo.lastChance)}.`}`,
        "at-risk": " There is very little notice left. Ask now and plan a fallback.",
        unknown: "",
      }[toDo.status];
      const when = toDo.by !== null && (toDo.status === "late" || toDo.status === "at-risk") ? " today" : by;
      return { sentence: `Book ${thing}${when}.`, why: `${cannotWithout(toDo.harm)}${late}`, link: `Book ${supportName[toDo.support]}` };
    }
    case "chase-booking":
      return {
        sentence: `Ask ${toDo.supplier === "" ? "the supplier" : toDo.supplier} for an answer about: ${supportName[toDo.support]}.`,
        why: "They have not answered yet.",
        link: `Open the booking: ${supportName[toDo.support]}`,
      };
    case "ask-venue":
      return {
        sentence: `Ask ${toDo.venue} ${counted(toDo.count, "question", "questions")}${by}.`,
        why:
          toDo.musts === 0
            ? "Nobody asked for these, and somebody who comes may need them. We do not know the answers yet."
            : `${counted(toDo.musts, "answer decides", "answers decide")} whether somebody can take part. We do not know ${plural(toDo.musts, "it", "them")} yet.`,
        link: "Send the checklist",
      };
    case "chase-venue":
      return { sentence: `Ask ${toDo.venue} to finish the checklist.`, why: "The day to answer has passed.", link: "See the venue" };
    case "check-venue":
      return {
        sentence: `Find out ${counted(toDo.features.length, "thing", "things")} that ${toDo.venue} does not know${by}.`,
        why: [
          "They were asked and told us so.",
          ...(toDo.musts === 0 ? [] : [`${counted(toDo.musts, "answer decides", "answers decide")} whether somebody can take part.`]),
          ...waysToFindOut(toDo.features),
        ].join(" "),
        link: "Check it yourself",
      };
    case "other-way":
      return {
        sentence: `Find another way for: ${requirementName[toDo.requirement]}${by}.`,
        why: `The venue does not have: ${lowerFirst(featureName[toDo.feature])}. You could: ${lowerFirst(venueFeatureOf(toDo.feature).fallback)}.`,
        link: `Open ${requirementName[toDo.requirement]}, ${lowerFirst(featureName[toDo.feature])}`,
      };
    case "clash":
      return {
        sentence: `Sort out the clash: ${conflictTitle[toDo.clash]}.`,
        why: cannotWithout(toDo.harm),
        link: `Look at options for ${conflictTitle[toDo.clash]}`,
      };
    case "clash-way-open":
      return {
        sentence: `Make sure of what was agreed: ${conflictTitle[toDo.clash]}.`,
        why: "What was agreed needs something that is not there, or that nobody has shown. You could agree another way.",
        link: `See what is missing for ${conflictTitle[toDo.clash]}`,
      };
    case "times":
      return {
        sentence: "Change the times or the agenda.",
        why: "The planned times do not suit everybody. The timetable says why and what would fit.",
        link: "See what would fit",
      };
    case "papers":
      return {
        sentence: isLate
          ? `Start now: ${papersName[toDo.format]}, for ${counted(toDo.people, "person", "people")}.`
          : `Start: ${papersName[toDo.format]}, for ${counted(toDo.people, "person", "people")}${by}.`,
        why: `${counted(toDo.people, "person reads", "people read")} papers this way. They take time to make, and have to be ready when papers go out.`,
        link: `See papers: ${papersName[toDo.format]}`,
      };
    case "ways-of-working":
      return {
        sentence: `Say who makes sure of ${counted(toDo.count, "requirement", "requirements")} on the day.`,
        why: "A promise counts when somebody owns it.",
        link: "See what people need",
      };
    case "leave-safely":
      return {
        sentence:
          toDo.count === 1
            ? "Make 1 plan to leave safely, with the person."
            : `Make ${number(toDo.count)} plans to leave safely, each with the person.`,
        why: "They need it before the day.",
        link: "See who",
      };
    case "ask-people":
      return {
        sentence: `Ask ${counted(toDo.people, "person", "people")}: “${followUpOf(toDo.question).question}”`,
        why: "Their answer changes what is planned.",
        link: `See people to ask about: ${followUpOf(toDo.question).question}`,
      };
    case "no-reply":
      return {
        sentence: toDo.toPhone
          ? `Phone ${counted(toDo.count, "person who has", "people who have")} not replied.`
          : `Contact ${counted(toDo.count, "person who has", "people who have")} not replied${by}.`,
        why: silentWhy(toDo.count, toDo.told),
        link: "See who",
      };
    case "answered-twice":
      return {
        sentence: `Ask ${counted(toDo.count, "person", "people")} which of their two sets of answers is right${by}.`,
        why: `${plural(toDo.count, "They were", "Each was")} on file twice and answered twice. Until they choose, the plan counts both.`,
        link: "See who answered twice",
      };
    case "question-waits":
      return {
        sentence: `Remind ${counted(toDo.people, "person", "people")} of your question about: ${requirementName[toDo.requirement]}${by}.`,
        why: "They gave no name, so you cannot ring them. The page has the words to say.",
        link: `Remind people of the question about ${requirementName[toDo.requirement]}`,
      };
    case "tell-outcomes":
      return {
        sentence: `Tell people what changed${by}.`,
        why: "They were told that they would hear within 6 weeks of the meeting.",
        link: "Write what changed",
      };
    case "written":
      return { sentence: toDo.what, why: `Written down after ${toDo.meeting}.`, link: `See where it comes from: ${toDo.what}` };
    default:
      return unreachable(toDo);
  }
}

const findingOut = {
  measure: (things: string) => `Measure this: ${things}.`,
  photo: (things: string) => `See this on a visit, or ask for a photo: ${things}.`,
  ask: (things: string) => `Ask somebody else who works there: ${things}.`,
} as const satisfies Readonly<Record<VenueFeature["verifyBy"][number], (things: string) => string>>;

const mostNamed = 3;

// What shows it best comes first: a measurement is better than a look, and a look better than another word.
function waysToFindOut(features: readonly VenueFeatureId[]): readonly string[] {
  const bestWay = (feature: VenueFeatureId) =>
    (["measure", "photo", "ask"] as const).find((way) => venueFeatureOf(feature).verifyBy.includes(way)) ?? "ask";
  return (["measure", "photo", "ask"] as const).flatMap((way) => {
    const names = features.filter((feature) => bestWay(feature) === way).map((feature) => lowerFirst(featureName[feature]));
    if (names.length === 0) return [];
    const more = names.length - mostNamed;
    return [findingOut[way](list(more > 0 ? [...names.slice(0, mostNamed), `${number(more)} more`] : names))];
  });
}

function cannotWithout(harm: number): string {
  return harm === 0 ? "It really helps." : `${counted(harm, "person", "people")} cannot take part without it.`;
}

/** A fact as it is recorded: "Yes", "No", "82 cm". Kept in millimetres, metres and so on; said in everyday units. */
export function factWords(feature: VenueFeatureId, value: VenueFact | null): string {
  if (value === null) return "Not known";
  if (value === true) return venueFeatureOf(feature).criterion.is === "yes" ? "Yes" : "Yes, but not measured";
  if (value === false) return "No";
  return figure(value, venueFeatureOf(feature).criterion);
}

/** What is wanted: "yes", "at least 80 cm". */
export function wantedWords(wanted: Criterion): string {
  switch (wanted.is) {
    case "yes":
      return "yes";
    case "at-least":
      return `at least ${figure(wanted.value, wanted)}`;
    case "at-most":
      return `at most ${figure(wanted.value, wanted)}`;
    case "between":
      return `between ${number(wanted.from)} and ${figure(wanted.to, wanted)}`;
    default:
      return unreachable(wanted);
  }
}

/** "1 toilet", "2 toilets": units that are things counted, and days, lose their s where there is one. */
const ofOne = (value: number, unit: string): string => (value === 1 && /^[a-z]{2,}s$/u.test(unit) ? unit.slice(0, -1) : unit);

function figure(value: number, criterion: Criterion): string {
  if (criterion.is === "yes") return number(value);
  return criterion.unit === "mm" ? `${number(value / 10)} cm` : `${number(value)} ${ofOne(value, criterion.unit)}`;
}

const sourceWords = {
  "venue-said": "The venue said so",
  "we-measured": "We checked it ourselves",
  "seen-by-visitor": "Seen on a visit",
  "published-guide": "From a published guide",
  "map-data": "From a public map",
  example: "Example fact",
} as const satisfies Readonly<Record<FactSource, string>>;

/** Why a fact somebody spoke of is not known. */
export const notKnownWords: Readonly<Record<Standing["is"], string>> = {
  "nobody-said": "Nobody has told us.",
  "not-known": "The answer was “I do not know”.",
  "too-old": "What we were told is too old to rely on.",
  disagree: "What we were told disagrees. Look at it and settle it.",
  known: "It is there, but not measured.",
};

/** Who said a fact and when: "The venue said so: Mo Ali, 3 February 2027." */
export function sourceSentence(source: FactSource, saidBy: string, on: CalendarDate): string {
  return `${sourceWords[source]}${saidBy === "" ? "" : `: ${saidBy}`}, ${longDate(on)}.`;
}

const timeWords: { readonly [Key in keyof Required<TimetableDemands>]: (value: string | number | boolean | readonly string[]) => string } =
  {
    earliestStart: (value) => `Start at ${clock(value as ClockTime)} or later`,
    latestEnd: (value) => `Finish by ${clock(value as ClockTime)}`,
    maxContinuousMinutes: (value) => `A break at least every ${duration(Number(value))}`,
    minBreakMinutes: (value) => `Breaks of at least ${duration(Number(value))}`,
    lunchMinMinutes: (value) => `A lunch of at least ${duration(Number(value))}`,
    maxMeetingMinutes: (value) => `A meeting of at most ${duration(Number(value))}`,
    maxItemMinutes: (value) => `No item longer than ${duration(Number(value))}`,
    maxItemsPerHour: (value) => `At most ${counted(Number(value), "item", "items")} an hour`,
    extraTimeFactor: (value) => `${number(Math.round((Number(value) - 1) * 100))} percent more time for each item`,
    papersOutWorkingDays: (value) => `Papers out ${counted(Number(value), "working day", "working days")} before`,
    papersToProfessionalsWorkingDays: (value) => `Papers to interpreters ${counted(Number(value), "working day", "working days")} before`,
    questionsOutWorkingDays: (value) => `Questions out ${counted(Number(value), "working day", "working days")} before`,
    summaryAfterWorkingDays: (value) => `A summary within ${counted(Number(value), "working day", "working days")} after`,
    minGapDays: (value) => `At least ${counted(Number(value), "day", "days")} between meetings`,
    endBeforeSunsetMinutes: (value) => `Finish ${duration(Number(value))} before sunset`,
    endBeforeSunsetFridayMinutes: (value) => `On a Friday, finish ${duration(Number(value))} before sunset`,
    fixedBreakTimes: () => "Breaks at the times that were announced",
    endOnTime: () => "End on time",
    avoidDates: () => "A date that is not one to avoid",
    termTimeOnly: () => "A date in term time",
    arrivalBufferMinutes: (value) => `${sentenceCase(duration(Number(value)))} to arrive and settle`,
    preMeetingMinutes: (value) => `${sentenceCase(duration(Number(value)))} together before the meeting`,
    reminders: () => "Reminders before the day",
  };

/** A limit on the times, in words. */
export function timeLimit(key: keyof TimetableDemands, value: string | number | boolean | readonly string[]): string {
  return timeWords[key](value);
}

/** One thing a requirement asks of the meeting. */
export function demandName(demand: Demand): string {
  switch (demand.kind) {
    case "venue-feature":
      return featureName[demand.feature];
    case "booking":
      return `Booked: ${supportName[demand.support]}`;
    case "format":
      return papersName[demand.format];
    case "timetable":
      return timeLimit(demand.key, demand.value);
    case "stated-break":
      return `A break of ${duration(demand.minutes)} at ${clock(demand.at)}`;
    case "layout":
      return layouts[demand.layout].label;
    case "online":
      return `Online: ${onlineFeatures[demand.feature].label}`;
    case "facilitator-action":
      return demand.action;
    case "evacuation-plan":
      return "A plan to leave safely, made with the person";
    case "way-of-working":
      return "Somebody makes sure of it";
    default:
      return unreachable(demand);
  }
}

/** Why a demand stands as it does; for a venue feature, with the figure, what is wanted and who said so. */
export function demandReason(state: {
  readonly demand: Demand;
  readonly reason: string;
  readonly isSecured: boolean;
  readonly isAsked: boolean;
  readonly check?: { readonly wanted: Criterion; readonly fact?: VenueFact } | undefined;
  readonly recorded: {
    readonly value: VenueFact | null;
    readonly standing: Standing["is"];
    readonly source: FactSource;
    readonly saidBy: string;
    readonly on: CalendarDate;
  } | null;
}): string {
  const { demand, reason, check, recorded, isAsked, isSecured } = state;
  if (demand.kind === "venue-feature" && check !== undefined) {
    const arranged = isSecured ? " Another way is arranged." : "";
    if (recorded !== null && recorded.value !== null) {
      const wanted = check.wanted.is === "yes" ? "" : `, ${wantedWords(check.wanted)} wanted`;
      return `${factWords(demand.feature, recorded.value)}${wanted}. ${sourceSentence(recorded.source, recorded.saidBy, recorded.on)}${arranged}`;
    }
    if (recorded !== null)
      return `${notKnownWords[recorded.standing]} ${sourceSentence(recorded.source, recorded.saidBy, recorded.on)}${arranged}`;
    return `${isAsked ? "We have asked the venue." : "Nobody has told us."}${arranged}`;
  }
  const words: Readonly<Record<string, string>> = {
    secured: "Somebody makes sure of it, with something to show.",
    "not-secured": demand.kind === "booking" ? "Not confirmed yet." : "Nobody makes sure of it yet.",
    "planned-times-suit": "The planned times do this.",
    "planned-times-do-not-suit": "The planned times do not do this.",
    "agenda-not-known": "The agenda is not known.",
    "sunset-not-known": "The time of sunset is not known.",
  };
  return words[reason] ?? "";
}

/** Where a deadline stands, in words. */
export function deadlineWords(needed: {
  readonly bookBy?: CalendarDate;
  readonly lastChance?: CalendarDate;
  readonly status: DeadlineStatus;
}): string {
  const { bookBy, lastChance, status } = needed;
  if (bookBy === undefined || lastChance === undefined)
    return "The day to book by is not known: bank holidays that far ahead are not published.";
  switch (status) {
    case "in-time":
      return `Book by ${longDate(bookBy)}. Last chance is usually ${longDate(lastChance)}.`;
    case "late":
      return `Late: usual notice was ${longDate(bookBy)}. Last chance is usually ${longDate(lastChance)}. Ask today.`;
    case "at-risk":
      return `At risk: the shortest usual notice was ${longDate(lastChance)}. Ask anyway, and have a back-up.`;
    case "unknown":
      return "The day to book by is not known.";
    default:
      return unreachable(status);
  }
}

/** How a quantity was worked out: "2, because the meeting is longer than 30 minutes." Length is only named where it decides. */
export function quantityReason(basis: Booking["quantityBasis"]): string {
  const { per, people, languages = 1, eachServes = 1, shared, moreForParallelGroups } = basis;
  const groups =
    moreForParallelGroups === undefined ? "" : ` ${number(moreForParallelGroups)} more for small groups that meet at one time.`;
  switch (per) {
    case "meeting": {
      const sets =
        shared === undefined
          ? ""
          : ` Up to ${number(shared.mostPeople)} people can share, so it takes that ${number(shared.sets)} times over.`;
      return `${lengthReason(basis, counted(people, "person", "people"))}.${sets}${groups}`;
    }
    case "language":
      return `${lengthReason(basis, languages === 1 ? "1 language" : `each of the ${number(languages)} languages`)}.`;
    case "attendee":
      if (basis.length !== undefined) return `${lengthReason(basis, people === 1 ? "1 person" : `each of the ${number(people)} people`)}.`;
      if (eachServes === 1) return people === 1 ? "1 for the person who asked." : `1 for each of the ${number(people)} people who asked.`;
      return `1 for every ${number(eachServes)} people who asked. ${counted(people, "person", "people")} asked.`;
    case "people-at-the-meeting":
      return `1 for every ${number(eachServes)} people at the meeting. ${counted(people, "person is", "people are")} expected.`;
    case "document":
      return "For the papers of this meeting.";
    default:
      return unreachable(per);
  }
}

function lengthReason({ length, whateverTheLength = 1 }: Booking["quantityBasis"], whom: string): string {
  if (length === undefined) return `${number(whateverTheLength)} for ${whom}, however long the meeting is`;
  const { count, over, upTo } = length;
  if (over !== null) return `${number(count)} for ${whom}, because the meeting is longer than ${duration(over)}`;
  return `${number(count)} for ${whom}${upTo === null ? "" : `, because the meeting is no longer than ${duration(upTo)}`}`;
}

/** A way to make the times fit. */
export function changeSentence(change: TimetableChange): string {
  switch (change.kind) {
    case "move-times":
      return `Hold it ${clockRange(change.start, change.end)}.`;
    case "cut-agenda":
      return change.held === undefined
        ? `Take ${duration(change.byMinutes)} out of the agenda, so that ${duration(change.toNetMinutes)} is left.`
        : `Take ${duration(change.byMinutes)} out of the agenda, so that ${duration(change.toNetMinutes)} is left, and hold it ${clockRange(change.held.start, change.held.end)}.`;
    case "split":
      return `Split it into ${number(change.sessions)} meetings of ${duration(change.minutesEach)}${change.daysBetween === undefined ? "" : `, at least ${counted(change.daysBetween, "day", "days")} apart`}.`;
    case "separate-times":
      return "Hold it at two separate times: no one time suits everybody.";
    default:
      return unreachable(change);
  }
}

/** What a way out needs, and whether it is there. */
export function wayNeedWords(need: WayOutNeedState): string {
  const name =
    need.kind === "support" ? supportName[need.id] : need.kind === "venue-feature" ? featureName[need.id] : onlineFeatures[need.id].label;
  const where = {
    met: need.kind === "support" ? "booked" : "the venue has it",
    "not-met": "the venue does not have it",
    unknown: need.kind === "venue-feature" ? "not known: ask the venue" : "to arrange",
  };
  return `${name} (${where[need.finding]})`;
}

/** How much of what every meeting owes everyone is in place at a venue. */
export function owedSentence(notMet: number, asked: number, notInPlace: number): string {
  const unknown = notInPlace - notMet;
  const open = [
    ...(notMet === 0 ? [] : [`${number(notMet)} ${plural(notMet, "is", "are")} not in place`]),
    ...(unknown === 0 ? [] : [`${number(unknown)} ${plural(unknown, "is", "are")} not known`]),
  ];
  return `Whoever comes, ${counted(asked, "thing", "things")} should be there. At this venue ${list(open)}.`;
}

/** Whether everything essential is in hand. */
export function readinessSentence(facts: {
  readonly isReady: boolean;
  readonly requirements: number;
  readonly essentials: number;
  readonly clashes: number;
  readonly times: number;
}): string {
  const { isReady, requirements, essentials, clashes, times } = facts;
  if (requirements === 0) return "Nobody has sent what they need yet, so nobody can say that this meeting is ready.";
  if (isReady) return "Ready: everything that somebody cannot take part without is met, or arranged by somebody with something to show.";
  const open = [
    ...(essentials === 0
      ? []
      : [counted(essentials, "requirement somebody cannot take part without", "requirements somebody cannot take part without")]),
    ...(clashes === 0 ? [] : [counted(clashes, "clash", "clashes")]),
    ...(times === 0 ? [] : [counted(times, "problem with the times", "problems with the times")]),
  ];
  return `Not ready: ${list(open)} still open.`;
}

/** "1 of 8 have decided about payment." Never who, never what. */
export function paymentLine(decided: number, offered: number): string {
  return `${outOf(decided, offered)} ${plural(decided, "has", "have")} decided about payment.`;
}

function lowerFirst(text: string): string {
  return /^(?:[A-Z][a-z]|A )/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** The beginning of what people are told when something cannot be arranged: what happened, what is offered, who to talk to. */
export function cannotMeetMessage(name: string): string {
  return `We have not been able to arrange this: ${name}. We are sorry. Talk to us about what else would work for you. If you are unhappy with this, you can complain.`;
}

/** Who agreed to a way out, as a choice. */
export const whoAgreedLabel: Readonly<Record<AgreedBy, string>> = {
  everybody: "Everybody it affects",
  "one-side": "One side, and it changes nothing for the other",
  "with-supporter": "They did, with their supporters",
  group: "The whole group, without anybody being named",
  chair: "The chair, after talking to the people it affects",
};

/** Who has the poorer part if a way out is taken. Nobody is named, and joining another way is never asked of anybody. */
export function worseOffSentence({
  who,
  requirements,
  people,
}: {
  readonly who: WorseOff;
  readonly requirements: readonly AskedId[];
  readonly people: number;
}): string {
  if (who === "nobody") return "It leaves nobody worse off.";
  if (who === "whoever-agrees") return "It leaves whoever agrees to it worse off, so it is only for somebody who offers.";
  if (requirements.length === 0) return "It leaves both worse off.";
  return `It gives less to ${counted(people, "person", "people")} who asked for ${list(requirements.map((id) => requirementName[id]))}.`;
}

/** "2 people asked. 1 said they could not take part without it." For a meeting that is over. */
export function howManyAsked(people: number, essential: number): string {
  const asked = `${counted(people, "person", "people")} asked.`;
  return essential === 0 ? `${asked} It was to help.` : `${asked} ${number(essential)} could not take part without it.`;
}

/** The way out that was decided on, in the catalogue's words or the coordinator's own. */
export function wayLabel(clash: ClashId, decided: { readonly way: string; readonly otherWay: string }): string {
  const known = clashOf(clash).waysOut.find(({ id }) => id === decided.way);
  const words = known?.label ?? decided.otherWay;
  return words === "" ? "" : `${words.replace(/\.$/u, "")}.`;
}
