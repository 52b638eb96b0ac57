// The day of a meeting, run from a phone: what is happening now, who does what, what was looked at, who has come, breaks as they are
// taken, and what went wrong. Beside a name stands only what that person let whoever welcomes them read, with their name.
import { readingOf, readingsFor, type Reading, type SharedLine } from "#app/domain/access/sharing.ts";
import type { AskedId } from "#app/domain/access/asked.ts";
import type { SupportId } from "#app/domain/access/supports.ts";
import { clockIn, type ClockTime, type Instant } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { dayCheckIds, dayChecksFor, type DayCheckId } from "#app/domain/meetings/day-checks.ts";
import type { RunningOrder } from "#app/domain/meetings/running-order.ts";
import { auditActorOf, type Coordinator } from "#app/domain/people/actors.ts";
import { record } from "#db/audit.ts";
import type { Tx } from "#db/open.ts";
import { listStaff } from "#db/stores/accounts.ts";
import {
  addBreak,
  addChecks,
  addProblem,
  addRole,
  listArrivals,
  listBreaks,
  listChecks,
  listProblems,
  listRoles,
  removeArrival,
  removeChecks,
  removeRole,
  saveArrival,
  saveBreak,
  type Arrival,
  type DayRole,
  type StoredProblem,
} from "#db/stores/day.ts";
import { findMeeting, listInvited, type Meeting, type Reply } from "#db/stores/meetings.ts";
import type { Context } from "./context.server.ts";
import { needsOfMeeting } from "./needs.server.ts";
import type { PlanView } from "./plan-view.ts";
import { planFor } from "./plan.server.ts";
import { cardsHeldUp, type CardToAnswer } from "./shown-cards.server.ts";

export type { Arrival, DayRole };
export const dayRoleIds = [
  "chair",
  "access-host",
  "online-access-host",
  "welcome",
  "notetaker",
  "timekeeper",
  "technology",
  "evacuation-helper",
] as const satisfies readonly DayRole[];

/** The roles a meeting has: nobody hosts online at a meeting that is only in a room, and nobody helps to leave one that is only online. */
export function rolesOf(mode: Meeting["mode"]): readonly DayRole[] {
  return dayRoleIds.filter((role) => {
    if (role === "online-access-host") return mode !== "in-person";
    return role !== "evacuation-helper" || mode !== "online";
  });
}

export type RoleHolder = { readonly roleId: string; readonly name: string; readonly phone: string };
export type BreakTaken = {
  readonly breakId: string;
  readonly from: ClockTime;
  readonly to: ClockTime;
  readonly isRunning: boolean;
  /** Whole minutes until it ends, nought once it is over its time. */
  readonly minutesLeft: number;
  readonly minutes: number;
  readonly version: number;
};

export type DayView = {
  readonly meeting: Meeting;
  /** Negative before the day, nought on it, positive after it; null while the date is not known. */
  readonly standing: "before" | "today" | "after" | "no-date";
  readonly now: ClockTime;
  readonly runningOrder: RunningOrder | null;
  readonly roles: readonly { readonly role: DayRole; readonly holders: readonly RoleHolder[] }[];
  readonly checks: readonly { readonly check: DayCheckId; readonly done: { readonly by: string; readonly at: ClockTime } | null }[];
  readonly people: readonly {
    readonly invitationId: string;
    readonly name: string;
    readonly reply: Reply;
    readonly arrival: Arrival | null;
    readonly lines: readonly SharedLine[];
  }[];
  /** What people who did not give their name for this asked for, together. */
  readonly unnamed: Reading | null;
  /** Cards people hold up now from their own pages, the longest held up first. */
  readonly cards: readonly CardToAnswer[];
  readonly breaks: readonly BreakTaken[];
  readonly problems: readonly { readonly what: string; readonly isFixed: boolean; readonly at: ClockTime; readonly by: string }[];
};

/** Everything of a meeting's day, as it stands at this moment. */
export async function dayOf(context: Context, coordinator: Coordinator, reference: string): Promise<Result<DayView, "not-found">> {
  const found = await dayAndPlanOf(context, coordinator, reference);
  return found.ok ? done(found.value.day) : found;
}

/** The same with the plan it was taken from, for papers of that day. */
export async function dayAndPlanOf(
  context: Context,
  coordinator: Coordinator,
  reference: string,
): Promise<Result<{ readonly day: DayView; readonly plan: PlanView }, "not-found">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  const plan = await planFor(context, coordinator, reference);
  if (!meeting || !plan.ok) return refused("not-found");
  const { organisationId, id } = meeting;
  const staffNames = new Map((await listStaff(context.db, organisationId)).map((one) => [one.id, one.name]));
  const nameOf = (staffId: string): string => staffNames.get(staffId) ?? "Somebody who has left";
  const invited = (await listInvited(context.db, organisationId, id)).filter(({ invitation }) => invitation.reply !== "not-coming");
  const { toShare } = await needsOfMeeting(context, organisationId, id);
  const arrived = new Map(
    (
      await listArrivals(
        context.db,
        invited.map(({ invitation }) => invitation.id),
      )
    ).map(({ invitationId, state }) => [invitationId, state]),
  );
  const checked = new Map((await listChecks(context.db, id)).map((row) => [row.check, row]));
  const holders = await listRoles(context.db, organisationId, id);
  const asked = new Set<AskedId>(plan.value.requirements.map(({ requirement }) => requirement));
  const booked = new Set<SupportId>(plan.value.bookings.map(({ support }) => support));
  const problems = await listProblems(context.db, organisationId, id);
  const day: DayView = {
    meeting,
    standing:
      meeting.date === null ? "no-date" : meeting.date === context.today ? "today" : meeting.date > context.today ? "before" : "after",
    now: clockIn(context.now),
    runningOrder: plan.value.timetable?.runningOrder ?? null,
    roles: rolesOf(meeting.mode).map((role) => ({
      role,
      holders: holders.filter((one) => one.role === role).map(({ id: roleId, name, phone }) => ({ roleId, name, phone })),
    })),
    checks: dayChecksFor(meeting.mode ?? "in-person", asked, booked).map((check) => {
      const row = checked.get(check);
      return { check, done: row === undefined ? null : { by: nameOf(row.doneBy), at: clockIn(row.doneAt) } };
    }),
    people: invited.map(({ invitation, person }) => {
      const answers = toShare.find(({ invitationId }) => invitationId === invitation.id);
      const reading = answers === undefined ? null : readingOf(answers, "chair-and-access-host");
      return {
        invitationId: invitation.id,
        name: person.name,
        reply: invitation.reply,
        arrival: arrived.get(invitation.id) ?? null,
        lines: reading !== null && reading.name !== null ? reading.lines : [],
      };
    }),
    unnamed: readingsFor(toShare, "chair-and-access-host").find(({ name }) => name === null) ?? null,
    cards: await cardsHeldUp(context, meeting),
    breaks: (await listBreaks(context.db, organisationId, id)).map((row) => breakView(row, context.now)),
    problems: problems.map((row) => ({
      what: openedProblem(context, row),
      isFixed: row.isFixed,
      at: clockIn(row.savedAt),
      by: nameOf(row.savedBy),
    })),
  };
  return done({ day, plan: plan.value });
}

/** What was written down about a problem of the day. */
export function openedProblem(context: Context, { id, what }: Pick<StoredProblem, "id" | "what">): string {
  return context.vault.unseal(what, problemPlace(id));
}

const problemPlace = (row: string) => ({ table: "day_problems", column: "what", row });

function minutesBetween(from: Instant, to: Instant): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 60_000);
}

function later(from: Instant, minutes: number): Instant {
  return new Date(Date.parse(from) + minutes * 60_000).toISOString() as Instant;
}

function breakView(
  row: {
    readonly id: string;
    readonly startedAt: Instant;
    readonly minutes: number;
    readonly endedAt: Instant | null;
    readonly version: number;
  },
  now: Instant,
): BreakTaken {
  const end = row.endedAt ?? later(row.startedAt, row.minutes);
  return {
    breakId: row.id,
    from: clockIn(row.startedAt),
    to: clockIn(end),
    isRunning: row.endedAt === null,
    minutesLeft: row.endedAt === null ? Math.max(0, Math.ceil((Date.parse(end) - Date.parse(now)) / 60_000)) : 0,
    minutes: row.endedAt === null ? row.minutes : Math.max(0, minutesBetween(row.startedAt, row.endedAt)),
    version: row.version,
  };
}

type DayRefusal = "not-found" | "changed-by-someone-else";

// Everything done on the day is one change of one meeting with one line in the record.
async function onTheDay<Refusal extends string>(
  context: Context,
  coordinator: Coordinator,
  { reference, action, intent }: { readonly reference: string; readonly action: string; readonly intent: string | undefined },
  change: (tx: Tx, meeting: Meeting) => Promise<Refusal | null | Readonly<Record<string, string | number | boolean>>>,
): Promise<Result<null, Refusal | "not-found">> {
  return context.change<Result<null, Refusal | "not-found">>(
    async (tx) => {
      const meeting = await findMeeting(tx, coordinator.organisationId, reference);
      if (!meeting) return refused("not-found");
      const changed = await change(tx, meeting);
      if (typeof changed === "string") return refused(changed);
      await record(context, tx, {
        organisationId: meeting.organisationId,
        actor: auditActorOf(coordinator),
        action,
        subject: { kind: "meeting", id: meeting.id },
        ...(changed === null ? {} : { details: changed }),
      });
      return done(null);
    },
    intent === undefined ? {} : { intent },
  );
}

/** Gives somebody a role. Helping to leave safely is shared by several; every other role passes to its new holder. */
export async function giveRole(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  given: { readonly role: DayRole; readonly name: string; readonly phone: string },
  intent?: string,
): Promise<Result<null, "not-found" | "already-there">> {
  return onTheDay<"already-there">(context, coordinator, { reference, action: "role-given", intent }, async (tx, meeting) => {
    const before = (await listRoles(tx, meeting.organisationId, meeting.id)).filter(({ role }) => role === given.role);
    if (before.some(({ name }) => name === given.name)) return "already-there";
    if (given.role !== "evacuation-helper") for (const { id } of before) await removeRole(tx, meeting.organisationId, meeting.id, id);
    await addRole(tx, { id: context.newId(), organisationId: meeting.organisationId, meetingId: meeting.id, ...given });
    return { role: given.role };
  });
}

/** Takes a role from somebody. */
export async function takeRole(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  roleId: string,
  intent?: string,
): Promise<Result<null, "not-found">> {
  return onTheDay<"not-found">(context, coordinator, { reference, action: "role-taken-back", intent }, async (tx, meeting) =>
    (await removeRole(tx, meeting.organisationId, meeting.id, roleId)) ? null : "not-found",
  );
}

/** Keeps which things were looked at: `seen` is everything ticked, of everything that was `shown`. */
export async function saveChecks(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  ticked: { readonly shown: readonly DayCheckId[]; readonly seen: readonly DayCheckId[] },
  intent?: string,
): Promise<Result<null, "not-found">> {
  return onTheDay<never>(context, coordinator, { reference, action: "checks-saved", intent }, async (tx, meeting) => {
    const seen = dayCheckIds.filter((check) => ticked.seen.includes(check));
    await removeChecks(
      tx,
      meeting.id,
      ticked.shown.filter((check) => !seen.includes(check)),
    );
    await addChecks(
      tx,
      seen.map((check) => ({ meetingId: meeting.id, check, doneBy: coordinator.staffId, doneAt: context.now })),
    );
    return { seen: seen.length };
  });
}

/** Notes whether somebody has come, or takes back what was noted. It opens no claim: who took part is another answer. */
export async function noteArrival(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  noted: { readonly invitationId: string; readonly state: Arrival | "not-said" },
  intent?: string,
): Promise<Result<null, "not-found">> {
  return onTheDay<"not-found">(context, coordinator, { reference, action: "arrival-noted", intent }, async (tx, meeting) => {
    const invited = await listInvited(tx, meeting.organisationId, meeting.id);
    if (!invited.some(({ invitation }) => invitation.id === noted.invitationId)) return "not-found";
    const { invitationId, state } = noted;
    if (state === "not-said") await removeArrival(tx, invitationId);
    else await saveArrival(tx, { invitationId, state, savedBy: coordinator.staffId, savedAt: context.now });
    return null;
  });
}

/** Writes down what went wrong, for the next time here. */
export async function noteProblem(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  said: { readonly what: string; readonly isFixed: boolean },
  intent?: string,
): Promise<Result<null, "not-found">> {
  return onTheDay<never>(context, coordinator, { reference, action: "problem-noted", intent }, async (tx, meeting) => {
    const id = context.newId();
    await addProblem(tx, {
      id,
      organisationId: meeting.organisationId,
      meetingId: meeting.id,
      venueId: meeting.mode === "online" ? null : meeting.venueId,
      what: context.vault.seal(said.what, problemPlace(id)),
      isFixed: said.isFixed,
      savedBy: coordinator.staffId,
      savedAt: context.now,
    });
    return { fixed: said.isFixed };
  });
}

/** Starts a break of so many minutes. Refused while one is running. */
export async function startBreak(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  minutes: number,
  intent?: string,
): Promise<Result<null, "not-found" | "break-is-running">> {
  return onTheDay<"break-is-running">(context, coordinator, { reference, action: "break-started", intent }, async (tx, meeting) => {
    const taken = await listBreaks(tx, meeting.organisationId, meeting.id);
    if (taken.some(({ endedAt }) => endedAt === null)) return "break-is-running";
    const { organisationId, id: meetingId } = meeting;
    await addBreak(tx, { id: context.newId(), organisationId, meetingId, startedAt: context.now, minutes });
    return { minutes };
  });
}

/** Adds five minutes to the break that is running, or ends it. */
export async function changeBreak(
  context: Context,
  coordinator: Coordinator,
  at: { readonly reference: string; readonly breakId: string; readonly version: number },
  change: "add-five" | "end",
  intent?: string,
): Promise<Result<null, DayRefusal>> {
  const action = change === "end" ? "break-ended" : "break-made-longer";
  return onTheDay<DayRefusal>(context, coordinator, { reference: at.reference, action, intent }, async (tx, meeting) => {
    const running = (await listBreaks(tx, meeting.organisationId, meeting.id)).find(({ id }) => id === at.breakId);
    if (running === undefined) return "not-found";
    if (running.endedAt !== null) return "changed-by-someone-else";
    const changed = change === "end" ? { endedAt: context.now } : { minutes: running.minutes + 5 };
    return (await saveBreak(tx, running.id, at.version, changed)) ? null : "changed-by-someone-else";
  });
}
