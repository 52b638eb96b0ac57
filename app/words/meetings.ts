// What is said about a meeting: how people take part, when, where, the days to work towards, and what is still unanswered.
import type { MeetingCondition } from "#app/domain/access/meeting-conditions.ts";
import type { CalendarDate, ClockTime, Nation } from "#app/domain/basics/dates.ts";
import type { ObservanceOn } from "#app/domain/basics/observances.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import type { KeyDateId } from "#app/domain/meetings/key-dates.ts";
import type { PaidWithin } from "#app/domain/payments/offer.ts";
import type { NewPersonProblem } from "#app/domain/people/new-people.ts";
import { clock, clockRange, counted, duration, list, longDate, money, outOf, shortDate } from "./format.ts";
import { nationNames } from "./nations.ts";
import { paidWithinWords } from "./payments.ts";

export const modeNames = { "in-person": "In a room", online: "Online", hybrid: "Both: people choose" } as const;
type Mode = keyof typeof modeNames;

export const onlineServices = [
  { value: "teams", label: "Microsoft Teams" },
  { value: "zoom", label: "Zoom" },
  { value: "meet", label: "Google Meet" },
  { value: "phone", label: "Phone call" },
  { value: "other", label: "Something else" },
] as const;

/** The ways to run the online part that are asked about when it is set up. */
export const onlineFeatureChoices = [
  { value: "captions-auto", label: "Live captions" },
  { value: "chat-optional-and-read-aloud", label: "Chat" },
  { value: "dial-in-phone", label: "Phone dial-in" },
  { value: "host-phone-help", label: "A person to help with the technology" },
] as const;

export const conditionWords: Readonly<Partial<Record<MeetingCondition, string>>> = {
  "stage-used": "Someone speaks from a stage or platform",
  "ends-after-dark": "It will be dark outside when people leave",
  "reception-used": "People check in at a reception desk",
  "route-uses-lift": "A lift",
  "route-uses-stairs": "Stairs",
  "route-uses-ramp": "A ramp",
  "locked-door-or-intercom": "A locked door or an intercom",
  "revolving-door-or-turnstile": "A revolving door or a turnstile",
};

export const costGroups = [
  { value: "travel", label: "Travel", kinds: ["public-transport", "taxi", "own-vehicle", "parking-toll"] },
  { value: "assistant", label: "Personal assistant or supporter", kinds: ["assistant"] },
  { value: "care", label: "Care for someone I look after, and childcare", kinds: ["care"] },
  { value: "phone-data", label: "Internet, phone or data", kinds: ["phone-data"] },
  { value: "food-drink", label: "Food and drink", kinds: ["food-drink"] },
  { value: "overnight-stay", label: "Overnight stay", kinds: ["overnight-stay"] },
  { value: "printing", label: "Printing", kinds: ["printing-post"] },
  { value: "other", label: "Something else", kinds: ["other"] },
] as const;

/** Beside a meeting without payment and costs; the organisation's own policy is quoted where it wrote one. */
export function withoutCostsSentence(policy: string): string {
  const why = "Without expenses some people cannot afford to come.";
  return policy === "" ? why : `${why} Your organisation’s policy says: ${/[.!?]$/u.test(policy) ? policy : `${policy}.`}`;
}

export const preferredContactNames = {
  email: "email",
  phone: "phone call",
  text: "text message",
  letter: "letter",
  "someone-i-choose": "through someone they choose",
} as const;

export const replyWords = {
  "coming-in-room": { status: "Coming", text: "Coming: in the room" },
  "coming-online": { status: "Coming", text: "Coming: online" },
  "coming-by-phone": { status: "Coming", text: "Coming: by phone" },
  "not-sure": { status: "Not sure", text: "Not sure" },
  "not-coming": { status: "Not coming", text: "Not coming" },
  none: { status: "No reply", text: "No reply" },
} as const;

/** Who filled in the access answers somebody sent. */
export const filledByWords = {
  me: "They filled in their answers on their own.",
  "me-with-help": "They filled in their answers with someone helping.",
  "on-my-behalf": "Someone filled in the answers on their behalf.",
  "together-by-phone": "The answers were filled in together with us, by phone.",
  "together-in-person": "The answers were filled in together with us, in person.",
} as const;

export const messageStatusWords = {
  waiting: { status: "Waiting", text: "Waiting to be sent" },
  sent: { status: "Sent", text: "Sent" },
  "not-sent": { status: "Cannot meet", text: "Not sent: check the address" },
  "letter-to-post": { status: "To do", text: "Letter to post" },
  "to-show": { status: "To do", text: "To show or print" },
} as const;

export const channelWords = { email: "Email", letter: "Letter", show: "Text message or phone" } as const;

/** Said when two people changed one thing at the same time. */
export const changedMeanwhile = "Someone else changed this while you had it open. What you typed is still here. Check it, then save again.";

type When = { readonly date: CalendarDate | null; readonly startsAt: ClockTime | null; readonly endsAt: ClockTime | null };

/** "Tuesday 12 January 2027, 10:30am to 1pm", or that it is not known. */
export function whenInWords({ date, startsAt, endsAt }: When): string {
  if (date === null) return "Not known yet";
  if (startsAt === null || endsAt === null) return longDate(date);
  return `${longDate(date)}, ${clockRange(startsAt, endsAt)}`;
}

/** The heading of a meeting in a list: "Planning group, Tuesday 12 January". */
export function meetingWithDate(name: string, date: CalendarDate | null): string {
  return date === null ? name : `${name}, ${shortDate(date)}`;
}

/** "Every 45 minutes, for 15 minutes". */
export function breaksInWords(everyMinutes: number, minutes: number): string {
  return `Every ${counted(everyMinutes, "minute", "minutes")}, for ${counted(minutes, "minute", "minutes")}`;
}

/** One line under a meeting: how many replied, how many requirements are still to sort, and the next day it is worked towards. */
export function meetingLine(facts: {
  readonly invited: number;
  readonly replied: number;
  /** How far what people need is sorted; absent for a meeting that is over, or to which nobody is invited. */
  readonly toSort?: "no-answers" | "not-worked-out" | { readonly requirements: number } | undefined;
  readonly next: { readonly id: KeyDateId; readonly on: CalendarDate } | null;
}): string {
  const next = facts.next === null ? [] : [`Next: ${keyDateWords[facts.next.id].task} by ${shortDate(facts.next.on)}.`];
  if (facts.invited === 0) return ["Nobody is invited yet.", ...next].join(" ");
  const sorting = facts.toSort === undefined ? [] : [toSortSentence(facts.toSort)];
  return [`${outOf(facts.replied, facts.invited)} replied.`, ...sorting, ...next].join(" ");
}

function toSortSentence(toSort: "no-answers" | "not-worked-out" | { readonly requirements: number }): string {
  if (toSort === "no-answers") return "No access answers yet.";
  if (toSort === "not-worked-out") return "Requirements cannot be checked yet.";
  if (toSort.requirements === 0) return "No requirements still to sort.";
  return `${counted(toSort.requirements, "requirement", "requirements")} still to sort.`;
}

export const keyDateWords: Readonly<Record<KeyDateId, { readonly name: string; readonly task: string; readonly why: string }>> = {
  "reply-by": { name: "Reply by", task: "get replies", why: "We ask people to reply by this day." },
  "book-communication": {
    name: "Book interpreters and captions",
    task: "book interpreters and captions",
    why: "British Sign Language interpreters, captioners and lipspeakers usually need this much notice.",
  },
  "order-formats": {
    name: "Order other formats",
    task: "order other formats",
    why: "Braille, Easy Read and sign language video take time to make before papers go out.",
  },
  "papers-out": { name: "Papers out", task: "send the papers", why: "People need time to read, or to have papers read to them." },
  "venue-checklist-back": {
    name: "Venue checklist back",
    task: "get the venue checklist back",
    why: "There is still time to change the venue if it does not fit.",
  },
  "joining-instructions": {
    name: "Joining instructions",
    task: "send joining instructions",
    why: "People plan their journey, their support and their energy.",
  },
};

/** When a key date is, or that nobody knows. */
export function keyDateInWords(on: { readonly ok: true; readonly value: CalendarDate } | { readonly ok: false }, isPast: boolean): string {
  if (!on.ok) return "Not known: the bank holidays of that year are not published yet";
  return isPast ? `${longDate(on.value)}. This day has passed: do it now` : longDate(on.value);
}

type Warning =
  | { readonly kind: "bank-holiday" | "holidays-not-known" | "observances-not-known" | "early-start" }
  | { readonly kind: "observance"; readonly on: ObservanceOn }
  | { readonly kind: "short-notice"; readonly days: number; readonly usualWorkingDays: number }
  | { readonly kind: "people-cannot"; readonly people: number; readonly leavesOut: number }
  | { readonly kind: "never-then"; readonly people: number };

/** What to know about a date before it is kept. */
export function dateWarningSentence(warning: Warning, nation: Nation): string {
  switch (warning.kind) {
    case "bank-holiday":
      return `This date is a bank holiday in ${nationNames[nation]}.`;
    case "holidays-not-known":
      return `We do not know yet whether this date is a bank holiday in ${nationNames[nation]}. Deadlines for it are not known either.`;
    case "observance":
      return observanceSentence(warning.on);
    case "observances-not-known":
      return "We do not know which religious or cultural days fall on this date. Ask people before you set it.";
    case "early-start":
      return "Starting before 10am is hard for people who use care, medicine routines or off-peak travel passes. Most groups start at 10:30am or later.";
    case "short-notice":
      return `This is ${counted(warning.days, "day", "days")} away. BSL interpreters usually need ${counted(warning.usualWorkingDays, "working day", "working days")}. You can still ask, but have a back-up plan.`;
    case "people-cannot": {
      const told = `${counted(warning.people, "person has", "people have")} told us that this day does not work for them.`;
      if (warning.leavesOut === 0) return told;
      return `${told} It leaves someone out: ${counted(warning.leavesOut, "of them needs", "of them need")} support to take part. Ask what would let them take part before you set it.`;
    }
    case "never-then":
      return `${counted(warning.people, "person", "people")} said that this time of day never works for them.`;
  }
}

function observanceSentence({ observance, how }: ObservanceOn): string {
  const day = `${observance.name} (${observance.who})`;
  switch (how) {
    case "begins-at-sunset":
      return `${day} begins at sunset on this date. Some people may need to be home before then.`;
    case "may-be-in":
      return observance.certainty === "moon"
        ? `This date may be in ${day}: it depends on the moon. Some people may not be able to come.`
        : `This date is next to ${day}, and some keep it a day earlier or later. Some people may not be able to come.`;
    case "in": {
      const unsure = {
        certain: "",
        moon: " It depends on the moon: it may be a day earlier or later.",
        differs: " Some keep it a day earlier or later.",
      };
      return `This date is in ${day}. Some people may not be able to come.${unsure[observance.certainty]}`;
    }
  }
}

/** Above the list of religious and cultural days: how far it reaches. */
export function daysChecked(goodUntil: CalendarDate): string {
  return `We check these days, to ${longDate(goodUntil)}:`;
}

/** The message for a time that cannot be kept; `at` is the time as people wrote it. */
export function clockChangeSentence(problem: "does-not-exist" | "happens-twice", at: ClockTime, date: CalendarDate): string {
  return problem === "does-not-exist"
    ? `The clocks go forward on ${shortDate(date)}, so there is no ${clock(at)} that day. Choose another time.`
    : `The clocks go back on ${shortDate(date)}, so ${clock(at)} happens twice that day. Choose another time.`;
}

/** The questions by the answers they ask for, as the error summary names them. */
export const questionOf = {
  name: "Meeting name",
  about: "What is it about?",
  asked: "What will people be asked to do?",
  contact: "Who can they talk to about it?",
  mode: "How will people take part?",
  when: "When is it?",
  breaks: "Breaks",
  agenda: "What will happen?",
  "expected-people": "How many people do you expect?",
  place: "Where is it?",
  "online-service": "Which online service?",
  payment: "Will you pay people for their time?",
  rate: "Payment rate",
  "costs-before": "Can people have costs paid before the meeting?",
  "paid-within": "How soon will people be paid?",
} as const;

/** The offer as a coordinator hears it after every save. */
export function offerSentence(offer: {
  readonly total: Pence;
  readonly minutes: number;
  readonly costs: readonly string[];
  readonly within: PaidWithin | null;
  readonly isCostsOnly: boolean;
}): string {
  const within = offer.within === null ? "" : `, paid ${paidWithinWords(offer.within)}`;
  if (offer.isCostsOnly) return `You are offering: costs only (${list(offer.costs)})${within}.`;
  const costs = offer.costs.length === 0 ? "" : `, plus ${list(offer.costs)}`;
  return `You are offering: ${money(offer.total)} for about ${duration(offer.minutes)}${costs}${within}.`;
}

/** A venue in the list to choose from, with a first look at its access. */
export function venueLine(venue: {
  readonly name: string;
  readonly stepFree: boolean | null;
  readonly accessibleToilet: boolean | null;
  readonly hearingLoop: boolean | null;
  readonly checkedOn: CalendarDate | null;
}): { readonly label: string; readonly hint: string } {
  const answer = (value: boolean | null): string => (value === null ? "not known" : value ? "yes" : "no");
  const checked = venue.checkedOn === null ? "Nobody has checked it yet." : `Checked ${longDate(venue.checkedOn)}.`;
  return {
    label: venue.name,
    hint: `Step-free to the room: ${answer(venue.stepFree)}. Accessible toilet: ${answer(venue.accessibleToilet)}. Hearing loop: ${answer(venue.hearingLoop)}. ${checked}`,
  };
}

/** The message for one line of the list of new people. */
export function newPersonSentence(problem: NewPersonProblem): string {
  switch (problem.problem) {
    case "no-name":
      return `Line ${problem.line}: enter a name`;
    case "name-too-long":
      return `Line ${problem.line}: the name must be 100 characters or fewer`;
    case "no-contact":
      return `Line ${problem.line}: enter an email address or phone number, or add the person by post below`;
    case "email-twice":
      return `Line ${problem.line}: ${problem.email} is already on the list`;
  }
}

/** What the plain-words checker says under a text. */
export function readingAgeSentence({ age, longWords }: { readonly age: number; readonly longWords: readonly string[] }): string {
  const words = longWords.length === 0 ? "" : ` Long words to check: ${list(longWords)}.`;
  return `This reads at about age ${age}. Aim for 11 or less.${words}`;
}

/** How people take part, for a summary. */
export function modeInWords(mode: Mode | null): string {
  return mode === null ? "Not answered yet" : modeNames[mode];
}

/** What a copy of a meeting begins with. */
export const copiedFacts: readonly string[] = [
  "The name, what it is about, and what people are asked to do",
  "How people take part, the breaks and the agenda",
  "The venue, the nation and the online service",
  "The payment, the costs you cover, and the budget code",
  "Who people can talk to, and who has which role on the day",
  "Notes about people who should not meet: they hold for every meeting, and only coordinators read them",
];

/** What a copy of a meeting never takes along. */
export const notCopiedFacts: readonly string[] = [
  "The date and times, and any dates people were asked about",
  "The people invited, their links and their replies",
  "What anybody told you they need, and what they let you see",
  "Choices about payment, claims, and costs paid before the meeting",
  "Bookings, suppliers and what they cost",
  "Decisions about requirements and clashes, because they were made for those people",
  "Checklists sent to the venue (what is known of the venue stays with the venue)",
  "Messages, joining instructions and attendance",
  "The joining link of the online room, because people at the last meeting have it",
];
