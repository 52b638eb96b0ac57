// The words of feedback after a meeting: for whoever answers, in standard and in Easy Read, and for the coordinator who reads it.
import type { AskedId } from "#app/domain/access/asked.ts";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { Got, HowMuch, RequirementInTheirView } from "#app/domain/meetings/feedback.ts";
import { easyFeedbackRequest } from "./easy-messages.ts";
import { counted, list, longDate, outOf } from "./format.ts";
import type { InvitationFor, WrittenMessage } from "./invitation.ts";
import { requirementName } from "./requirements.ts";

type Wording = "standard" | "easy";

export const gotLabels: Readonly<Record<Got, string>> = {
  yes: "Yes",
  partly: "Partly",
  no: "No",
  "not-needed": "I did not need it",
  "not-said": "Prefer not to say",
};

export const saidLabels: Readonly<Record<HowMuch, string>> = {
  all: "Yes, all of it",
  some: "Some of it",
  "not-really": "Not really",
  "not-said": "Prefer not to say",
};

export const heardLabels: Readonly<Record<HowMuch, string>> = {
  all: "Yes, all of the time",
  some: "Some of the time",
  "not-really": "Not really",
  "not-said": "Prefer not to say",
};

/** "Hearing loop: did you get it?" */
export function gotQuestion(requirement: AskedId): string {
  return `${requirementName[requirement]}: did you get it?`;
}

/** The questions, each in both ways of writing. */
export const feedbackQuestions: Readonly<
  Record<"got" | "happened" | "said" | "heard" | "hard" | "saved" | "words" | "name", Readonly<Record<Wording, string>>>
> = {
  got: { standard: "What you asked for", easy: "Did you get what you need?" },
  happened: { standard: "What happened?", easy: "What happened?" },
  said: { standard: "Did you get to say what you wanted to?", easy: "Could you say what you wanted?" },
  heard: { standard: "Did people listen and treat you as an equal?", easy: "Did people listen to you?" },
  hard: { standard: "Was anything hard that we did not know about?", easy: "Was anything hard for you?" },
  saved: { standard: "Should we change your saved answers for next time?", easy: "Do you want to change what you told us you need?" },
  words: { standard: "May we use your words in a report, without your name?", easy: "Can we use your words in a report?" },
  name: { standard: "Do you want to leave your name off?", easy: "Do you want to keep your name secret?" },
};

/** Under the last questions, what each answer means. */
export const feedbackHints = {
  words: {
    standard: "If you say no, only the organiser reads them.",
    easy: "We do not say your name.",
  },
  name: {
    standard:
      "Without your name, we do not keep which answers are yours. If only a few people answer, somebody may still guess. You cannot change them after you send them.",
    easy: "Then your name is not with your answers. Somebody may still guess.",
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Wording, string>>>>;

/** "About 3 minutes. Asha reads every answer. You can leave your name off." */
export function feedbackIntro(reader: string, wording: Wording): readonly string[] {
  return wording === "easy"
    ? [
        "We want to know how the meeting was for you.",
        "It takes about 3 minutes.",
        `${reader} reads what you say.`,
        "You can keep your name secret.",
      ]
    : [`About 3 minutes. ${reader} reads every answer. You can leave your name off.`];
}

/** Under the button: who sees what, and until when. */
export function whoSeesFeedback(daysKept: number): string {
  return `The organiser sees how many people got what they asked for. Your words are in a report only if you say yes. The payments team and the venue never see your answers. We delete them ${counted(daysKept, "day", "days")} after the meeting.`;
}

/** When people are told what changed: by a day, since a day, or later than we meant to. */
export function whenTold(
  { toldOn, toldBy, today }: { readonly toldOn: CalendarDate | null; readonly toldBy: CalendarDate; readonly today: CalendarDate },
  wording: Wording,
): string {
  if (toldOn !== null)
    return wording === "easy" ? `We told you what changes on ${longDate(toldOn)}.` : `On ${longDate(toldOn)} we told people what changes.`;
  if (today <= toldBy)
    return wording === "easy" ? `We write to you by ${longDate(toldBy)}.` : `By ${longDate(toldBy)} we will tell you what changes.`;
  return wording === "easy"
    ? `We wanted to tell you what changes by ${longDate(toldBy)}. We are late. We are sorry.`
    : `We meant to tell you what changes by ${longDate(toldBy)}. We have not done it yet. We are sorry.`;
}

/** For somebody who comes too late to answer. */
export function tooLateToAnswer(daysKept: number): readonly string[] {
  return [
    `You can answer for ${counted(daysKept, "day", "days")} after a meeting. That time is over.`,
    "You can still tell the organiser how it was. Phone or write to them.",
  ];
}

/** Where something somebody typed cannot be kept, because they come too late. */
export const tooLateToKeep = "It is too late to send this. Copy what you wrote, and tell the organiser.";

/** On the page about what happened, where there is nothing to say more of. */
export const nothingMoreToTell: Readonly<Record<Wording, string>> = {
  standard: "You did not say that something was missing. There is nothing more to ask here.",
  easy: "You did not say that something was missing. Go on to the next page.",
};

/** The message that asks. */
export function feedbackRequest(
  facts: { readonly meeting: string; readonly organisation: string; readonly contact: string },
  person: Pick<InvitationFor, "name" | "form" | "link" | "code" | "isNeutral"> & {
    readonly isReminder: boolean;
    readonly isEasyRead: boolean;
  },
): WrittenMessage {
  const subject = person.isNeutral ? `A message from ${facts.organisation}` : `How was ${facts.meeting}?`;
  if (person.isEasyRead) return { subject, parts: easyFeedbackRequest(facts, person) };
  const open =
    person.form === "letter" && person.code !== undefined
      ? [
          `On the internet, go to ${person.code.at} and type this code: ${person.code.code}`,
          "You can also tell us by phone, or write to us.",
        ]
      : [`Tell us how it was: ${person.link}`, "This link is only for you. Please do not pass it on."];
  return {
    subject,
    parts: [
      { lines: [`Hello ${person.name}.`] },
      {
        lines: person.isReminder
          ? [`We asked you how ${facts.meeting} was for you.`, "We would still like to know. You do not have to answer."]
          : [`Thank you for taking part in ${facts.meeting}.`, "How was it for you? You do not have to answer."],
      },
      { lines: ["It takes about 3 minutes.", `${facts.contact} reads every answer.`, "You can leave your name off."] },
      { lines: open },
    ],
  };
}

/** "4 of 6 people answered. 7 of 9 requirements were met in people's own view." */
export function feedbackSummary(facts: {
  readonly answered: number;
  readonly of: number;
  readonly met: { readonly met: number; readonly of: number };
  /** Whether answers without a name are left out, because there are too few of them. */
  readonly hidesSome: boolean;
}): string {
  const { answered, of, met, hidesSome } = facts;
  const first = `${outOf(answered, of)} answered.`;
  if (hidesSome && met.of === 0) return `${first} Too few people answered without their name to count what they got.`;
  if (hidesSome)
    return `${first} ${outOf(met.met, met.of)} requirements were met in people’s own view. Small numbers without a name are not counted.`;
  if (met.of === 0) return `${first} Nobody said whether they got what they asked for.`;
  return `${first} ${outOf(met.met, met.of)} requirements were met in people’s own view.`;
}

/** Said where answers without a name are not counted. */
export const whyHidden =
  "Answers without a name are counted only where 3 or more people gave one about the same requirement. With fewer you could tell who it was. They are not in the problems either.";

/** "Yes 2, partly 1, no 1", and nothing that nobody said; and where answers are left out, that they are. */
export function theySaid({ yes, partly, no, hidesSome }: RequirementInTheirView): string {
  return [
    ...(yes === 0 ? [] : [`Yes: ${String(yes)}`]),
    ...(partly === 0 ? [] : [`Partly: ${String(partly)}`]),
    ...(no === 0 ? [] : [`No: ${String(no)}`]),
    ...(hidesSome ? ["Fewer than 3 without a name: not shown"] : []),
  ].join(". ");
}

/** A requirement people did not wholly get, as a problem to mend. Never who. */
export function requirementProblem({ requirement, partly, no }: RequirementInTheirView): string {
  const parts = [
    ...(no === 0 ? [] : [`${counted(no, "person", "people")} did not get it`]),
    ...(partly === 0 ? [] : [`${counted(partly, "person", "people")} got it partly`]),
  ];
  return `${requirementName[requirement]}: ${list(parts)}.`;
}

/** "2 people wrote something for you alone." */
export function privateWriters(count: number): string {
  return `${counted(count, "person", "people")} wrote something for you to read, and not for a report.`;
}

/** What words are about: the requirement, what we did not know, or several things that are not told apart. */
export function aboutWords(about: AskedId | "hard" | "other"): string {
  if (about === "other") return "What people got or did not get";
  return about === "hard" ? "What was hard that we did not know about" : requirementName[about];
}

/** Once what people said is kept no longer, for the coordinator. Whether anybody answered then is known to nobody. */
export function closedSentences({
  closed: { lastDay, daysKept },
  answered,
  askedOn,
}: {
  readonly closed: { readonly lastDay: CalendarDate; readonly daysKept: number };
  readonly answered: number;
  readonly askedOn: CalendarDate | null;
}): readonly string[] {
  return [
    askedOn === null ? "Nobody was asked." : `The request was sent on ${longDate(askedOn)}.`,
    `Feedback closed on ${longDate(lastDay)}. What people say is kept for ${counted(daysKept, "day", "days")} after the meeting.`,
    ...(answered > 0 ? ["What stands here is deleted next."] : askedOn === null ? [] : ["What people said is deleted."]),
  ];
}
