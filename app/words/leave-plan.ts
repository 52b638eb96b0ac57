// The words of a plan to leave safely: its questions, its choices, and what keeps it from being whole.
import type { AlarmWay, HelpWay, LeavePlan, LeaveAnswerProblem } from "#app/domain/meetings/leave-plan.ts";

export const alarmLabel: Readonly<Record<AlarmWay, string>> = {
  "hears-it": "Hears it",
  "sees-a-light": "Sees a flashing light",
  "somebody-tells": "Someone tells them",
  pager: "Vibrating pager",
  "something-else": "Something else",
};

export const helpLabel: Readonly<Record<HelpWay, string>> = {
  none: "None",
  alongside: "Someone alongside",
  "evacuation-chair": "Evacuation chair",
  "wait-with-someone": "Wait in a safe place with someone",
  "calm-guide": "Quiet, calm guide",
  "medicine-or-equipment": "Take medicine or equipment",
};

/** What has to be put right, and beside which field. */
export function leaveProblem(problem: LeaveAnswerProblem, name: string): { readonly field: string; readonly message: string } {
  const problems: Readonly<Record<LeaveAnswerProblem, { readonly field: string; readonly message: string }>> = {
    "no-alarm": { field: "alarm", message: `Choose how ${name} will know` },
    "no-other-alarm": { field: "alarmOther", message: `Say how else ${name} will know` },
    "no-route": { field: "route", message: "Say which way out" },
    "no-help": { field: "help", message: "Choose what help is needed" },
    "none-and-help": { field: "help", message: "You chose ‘None’ and other answers. Choose one or the other." },
    "no-helper": { field: "helper", message: "Choose who will help" },
    "no-back-up": { field: "backUp", message: "Choose who is the back-up" },
    "same-back-up": { field: "backUp", message: "Choose a different person as back-up" },
    "agreed-not-said": { field: "agreed", message: `Say whether ${name} has agreed` },
  };
  return problems[problem];
}

export type LeavePlanLine = { readonly name: string; readonly detail: string };

/** The plan as lines to read, for whoever helps. */
export function leavePlanLines(plan: LeavePlan): readonly LeavePlanLine[] {
  return linesOf(plan, alarmLabel, {
    alarm: "How they will know there is an alarm",
    route: "The way out, and the safe place",
    help: "Help",
    helper: "Who will help",
    backUp: "Back-up",
  });
}

/** The same lines, said to the person themselves. */
export function myLeavePlanLines(plan: LeavePlan): readonly LeavePlanLine[] {
  return linesOf(plan, myAlarmLabel, {
    alarm: "How you will know there is an alarm",
    route: "Your way out, and the safe place",
    help: "The help you need",
    helper: "Who will help you",
    backUp: "Who helps if that person cannot",
  });
}

const myAlarmLabel: typeof alarmLabel = {
  "hears-it": "You hear it",
  "sees-a-light": "You see a flashing light",
  "somebody-tells": "Someone tells you",
  pager: alarmLabel.pager,
  "something-else": alarmLabel["something-else"],
};

function linesOf(
  plan: LeavePlan,
  alarmWords: typeof alarmLabel,
  names: Readonly<Record<"alarm" | "route" | "help" | "helper" | "backUp", string>>,
): readonly LeavePlanLine[] {
  const alarm = plan.alarm.map((way) => (way === "something-else" ? plan.alarmOther : alarmWords[way]));
  return [
    { name: names.alarm, detail: inTurn(alarm) },
    { name: names.route, detail: plan.route },
    { name: names.help, detail: inTurn(plan.help.map((way) => helpLabel[way])) },
    ...(plan.helper === "" ? [] : [{ name: names.helper, detail: plan.helper }]),
    ...(plan.backUp === "" ? [] : [{ name: names.backUp, detail: plan.backUp }]),
  ];
}

// Choices have commas and capitals of their own, and some are words somebody typed, so several are said one after another.
function inTurn(choices: readonly string[]): string {
  return choices.length < 2 ? choices.join("") : choices.map((choice) => (/[.!?]$/u.test(choice) ? choice : `${choice}.`)).join(" ");
}

/** "Fiadh Mac Cárthaigh" is called "Fiadh" on a page about them alone. */
export function firstNameOf(name: string): string {
  return name.trim().split(/\s+/u)[0] ?? name;
}
