// Two sets of answers side by side, for the person whose they are.
import { dayIn, type CalendarDate, type Instant } from "#app/domain/basics/dates.ts";
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

/** What a coordinator reads of somebody who answered twice: never what either says. */
export function twiceForCoordinator(name: string): string {
  return `${name} was on file twice and answered twice. Until they choose which is right, the plan counts both.`;
}

export const accessLegend = "Which answers about what you need are right?";

/** Why two sets cannot be made one together with a coordinator. */
export const twiceByPhoneProblems = {
  payment: "They chose about payment twice, and that is private. They choose with their own link: send it again, or make a private letter.",
  "two-claims": "There are two claims for this meeting. Ask the payments team to look at them first.",
} as const;

/** One set of answers as a coordinator may know of it: its day, and what the person lets them read with their name. */
export function givenSet(
  label: string,
  { sentOn, lines }: { readonly sentOn: CalendarDate | null; readonly lines: readonly string[] | null },
): { readonly label: string; readonly hint: string } {
  const when = sentOn === null ? `${label}: begun and not sent` : `${label}: sent on ${longDate(sentOn)}`;
  if (lines === null) return { label: when, hint: "What it says is private to them." };
  return { label: when, hint: lines.length === 0 ? "They shared nothing with you." : `You may read: ${lines.join("; ")}.` };
}
