// The words of a plan to leave safely: its questions, its choices, and what keeps it from being whole.
import type { AlarmWay, HelpWay, LeavePlan, LeavePlanProblem } from "#app/domain/meetings/leave-plan.ts";
import { list } from "./format.ts";

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
export function leaveProblem(problem: LeavePlanProblem, name: string): { readonly field: string; readonly message: string } {
  const problems: Readonly<Record<LeavePlanProblem, { readonly field: string; readonly message: string }>> = {
    "no-alarm": { field: "alarm", message: `Choose how ${name} will know` },
    "no-other-alarm": { field: "alarmOther", message: `Say how else ${name} will know` },
    "no-route": { field: "route", message: "Say which way out" },
    "no-help": { field: "help", message: "Choose what help is needed" },
    "none-and-help": { field: "help", message: "You chose ‘None’ and other answers. Choose one or the other." },
    "no-helper": { field: "helper", message: "Choose who will help" },
    "no-back-up": { field: "backUp", message: "Choose who is the back-up" },
    "same-back-up": { field: "backUp", message: "Choose a different person as back-up" },
  };
  return problems[problem];
}

/** The plan as lines to read: for the person, and for whoever helps. */
export function leavePlanLines(plan: LeavePlan): readonly { readonly name: string; readonly detail: string }[] {
  const alarm = plan.alarm.map((way) => (way === "something-else" ? plan.alarmOther : alarmLabel[way]));
  return [
    { name: "How they will know there is an alarm", detail: list(alarm) },
    { name: "The way out, and the safe place", detail: plan.route },
    { name: "Help", detail: list(plan.help.map((way) => helpLabel[way])) },
    ...(plan.helper === "" ? [] : [{ name: "Who will help", detail: plan.helper }]),
    ...(plan.backUp === "" ? [] : [{ name: "Back-up", detail: plan.backUp }]),
  ];
}

/** The same lines, said to the person themselves. */
export function myLeavePlanLines(plan: LeavePlan): ReturnType<typeof leavePlanLines> {
  const mine: Readonly<Record<string, string>> = {
    "How they will know there is an alarm": "How you will know there is an alarm",
    "The way out, and the safe place": "Your way out, and the safe place",
    Help: "The help you need",
    "Who will help": "Who will help you",
    "Back-up": "Who helps if that person cannot",
  };
  return leavePlanLines(plan).map(({ name, detail }) => ({ name: mine[name] ?? name, detail }));
}

/** "Fiadh Mac Cárthaigh" is called "Fiadh" on a page about them alone. */
export function firstNameOf(name: string): string {
  return name.trim().split(/\s+/u)[0] ?? name;
}
