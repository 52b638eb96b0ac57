// A personal plan to get out safely: its choices, what makes it whole, and when it may be relied on. Written with the person;
// nobody is ever asked to wait for the fire service (access.md section g).
import type { MeetingMode } from "./meeting.ts";
import type { CalendarDate, ClockTime } from "#app/domain/basics/dates.ts";

export const alarmWays = ["hears-it", "sees-a-light", "somebody-tells", "pager", "something-else"] as const;
export type AlarmWay = (typeof alarmWays)[number];

export const helpWays = ["none", "alongside", "evacuation-chair", "wait-with-someone", "calm-guide", "medicine-or-equipment"] as const;
export type HelpWay = (typeof helpWays)[number];

export type LeavePlan = {
  readonly alarm: readonly AlarmWay[];
  /** In words, where "something else" was chosen. */
  readonly alarmOther: string;
  readonly route: string;
  readonly help: readonly HelpWay[];
  readonly helper: string;
  readonly backUp: string;
};

/** What a plan was made for: agreed for one room it says nothing about another. */
export type MadeFor = {
  readonly date: CalendarDate;
  readonly startsAt: ClockTime;
  readonly endsAt: ClockTime;
  readonly venueId: string | null;
  readonly mode: MeetingMode;
};

type LeavePlanProblem =
  "no-alarm" | "no-other-alarm" | "no-route" | "no-help" | "none-and-help" | "no-helper" | "no-back-up" | "same-back-up";

/** What keeps a plan from being saved: what it lacks itself, and whether the person agreed it. */
export type LeaveAnswerProblem = LeavePlanProblem | "agreed-not-said";

/** What keeps a plan from being whole, in the order of its questions. Somebody who needs no help needs no helper. */
export function problemsOf(plan: LeavePlan): readonly LeavePlanProblem[] {
  const needsHelp = plan.help.some((way) => way !== "none");
  return [
    ...(plan.alarm.length === 0 ? (["no-alarm"] as const) : []),
    ...(plan.alarm.includes("something-else") && plan.alarmOther.trim() === "" ? (["no-other-alarm"] as const) : []),
    ...(plan.route.trim() === "" ? (["no-route"] as const) : []),
    ...(plan.help.length === 0 ? (["no-help"] as const) : []),
    ...(plan.help.includes("none") && needsHelp ? (["none-and-help"] as const) : []),
    ...(needsHelp && plan.helper === "" ? (["no-helper"] as const) : []),
    ...(needsHelp && plan.backUp === "" ? (["no-back-up"] as const) : []),
    ...(plan.helper !== "" && plan.helper === plan.backUp ? (["same-back-up"] as const) : []),
  ];
}

/** Says whether a plan stands for the meeting as it is now: agreed by the person, whole, helpers still there, and made for this room and time. */
export function standsFor(
  plan: LeavePlan,
  agreedOn: CalendarDate | null,
  madeFor: MadeFor,
  now: MadeFor | null,
  helpers: readonly string[],
): boolean {
  if (agreedOn === null || now === null || problemsOf(plan).length > 0) return false;
  const isHere = [plan.helper, plan.backUp].every((name) => name === "" || helpers.includes(name));
  return (
    isHere &&
    madeFor.date === now.date &&
    madeFor.startsAt === now.startsAt &&
    madeFor.endsAt === now.endsAt &&
    madeFor.venueId === now.venueId &&
    madeFor.mode === now.mode
  );
}
