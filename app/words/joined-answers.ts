// Two sets of answers side by side, for the person whose they are.
import { dayIn, type Instant } from "#app/domain/basics/dates.ts";
import { longDate } from "./format.ts";

export const twiceHeading = "Which answers are right?";
export const twiceIntro = [
  "We had you on file twice. So you told us things twice for this meeting.",
  "Here are both. Choose which is right. Nobody else sees this page.",
] as const;
export const twiceTask = {
  text: "Choose which of your answers are right",
  hint: "We had you on file twice, and you answered twice",
} as const;

/** The questions that are about something whole. */
export const wholePartLegends = {
  dateAnswers: "Which dates can you do?",
  leavePlans: "Which plan to leave safely is right?",
  paymentChoices: "Which choice about payment is right?",
} as const;

export const replyLegend = "Are you coming?";
export const everyoneLegend = "What would you like everyone to know?";

export const sideLabels = { one: "The first", other: "The second", both: "Both together" } as const;

/** An answer that is told apart by when it was given. */
export function givenOn(at: Instant): string {
  return /^\d{4}-/u.test(at) ? `What you said on ${longDate(dayIn(at))}` : "What you began and did not finish";
}

/** Why the choices could not be taken. */
export const twiceProblems = {
  "changed-elsewhere": "Something was changed meanwhile. Look at both again",
  "two-claims": "There are two claims for this meeting. Ask us to look at them first",
} as const;
export const chooseOne = "Choose which is right";
