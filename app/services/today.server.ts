// What needs a member of staff now, gathered from every part they have.
import { addDays, instantOf, type CalendarDate } from "#app/domain/basics/dates.ts";
import { administratorOf, coordinatorOf, financeOfficerOf, type Coordinator, type Staff } from "#app/domain/people/actors.ts";
import { listMeetingsNobodyIsAskedTo } from "#db/stores/claims.ts";
import { listOpenRequests } from "#db/stores/data-requests.ts";
import { listMeetingsAnsweredSince } from "#db/stores/feedback.ts";
import { listMeetings, listMeetingsWithPeople } from "#db/stores/meetings.ts";
import { listFinishedSince } from "#db/stores/venues.ts";
import { isLateToTell, tellBy } from "./after-to-dos.server.ts";
import { complaintsWaiting } from "./complaints.server.ts";
import type { Context } from "./context.server.ts";
import { countHeldTooLong } from "./claim-turns.server.ts";
import { financeCounts } from "./finance-lists.server.ts";
import { dueWithin } from "./plan-to-dos.server.ts";
import { planFor } from "./plan.server.ts";
import { lettersByMeeting } from "./read-back-letters.server.ts";
import { rulesNeedLooking } from "./rules.server.ts";
import { rolesToAgree } from "./staff-accounts.server.ts";

/** One thing to do, as data: words/today.ts makes its sentence. */
export type ToDo = {
  readonly key: string;
  readonly kind:
    | "claims-to-check"
    | "claims-to-authorise"
    | "meeting-needs"
    | "invite-people"
    | "rules-to-agree"
    | "rules-to-review"
    | "roles-to-agree"
    | "data-requests-due"
    | "problems-to-answer"
    | "held-too-long"
    | "venue-answered"
    | "feedback-in"
    | "private-letters"
    | "outcomes-due";
  readonly by: CalendarDate | null;
  readonly count: number;
  readonly meeting?: string;
  readonly venue?: string;
  readonly href: string;
};

/** Everything that needs this person, unsorted; only from the parts their roles give them. */
export async function todayFor(context: Context, staff: Staff): Promise<{ readonly today: CalendarDate; readonly toDos: readonly ToDo[] }> {
  return {
    today: context.today,
    toDos: [
      ...(await financeToDos(context, staff)),
      ...(await meetingToDos(context, staff)),
      ...(await rulesToDos(context, staff)),
      ...(await rolesToDos(context, staff)),
      ...(await heldTooLong(context, staff)),
      ...(await dataRequestsDue(context, staff)),
      ...(await problemsToDo(context, staff)),
    ],
  };
}

async function financeToDos(context: Context, staff: Staff): Promise<readonly ToDo[]> {
  const finance = financeOfficerOf(staff);
  if (finance === null) return [];
  const { check, checkFirst, authorise, authoriseFirst } = await financeCounts(context, finance);
  return [
    ...(finance.mayCheck ? claimsToDo("claims-to-check", check, checkFirst, "/payments/check") : []),
    ...(finance.mayAuthorise ? claimsToDo("claims-to-authorise", authorise, authoriseFirst, "/payments/authorise") : []),
  ];
}

/** What people said went wrong with payments, for whoever coordinates or pays. */
async function problemsToDo(context: Context, staff: Staff): Promise<readonly ToDo[]> {
  if (financeOfficerOf(staff) === null && coordinatorOf(staff) === null) return [];
  const { count, first } = await complaintsWaiting(context, staff);
  return count === 0 ? [] : [{ key: "problems-to-answer", kind: "problems-to-answer", by: first, count, href: "/payments/complaints" }];
}

/** What has been on hold for more than 10 working days, for administrators: how many, never whose. */
async function heldTooLong(context: Context, staff: Staff): Promise<readonly ToDo[]> {
  if (administratorOf(staff) === null) return [];
  const { count, since } = await countHeldTooLong(context, staff.organisationId);
  if (count === 0) return [];
  const href = financeOfficerOf(staff) === null ? "/settings" : "/payments/held";
  return [{ key: "held-too-long", kind: "held-too-long", by: since, count, href }];
}

async function rolesToDos(context: Context, staff: Staff): Promise<readonly ToDo[]> {
  const administrator = administratorOf(staff);
  const count = administrator === null ? 0 : await rolesToAgree(context, administrator);
  return count === 0 ? [] : [{ key: "roles-to-agree", kind: "roles-to-agree", by: null, count, href: "/settings/people" }];
}

/** Requests for a copy of everything held about somebody that are still to be answered, for administrators: how many, never whose. */
async function dataRequestsDue(context: Context, staff: Staff): Promise<readonly ToDo[]> {
  if (administratorOf(staff) === null) return [];
  const open = await listOpenRequests(context.db, staff.organisationId);
  const by = open[0]?.answerBy ?? null;
  return open.length === 0
    ? []
    : [{ key: "data-requests-due", kind: "data-requests-due", by, count: open.length, href: "/settings/privacy#requests" }];
}

async function rulesToDos(context: Context, staff: Staff): Promise<readonly ToDo[]> {
  if (administratorOf(staff) === null) return [];
  const found = await rulesNeedLooking(context, staff.organisationId);
  if (found === null) return [];
  const kind = found.reason === "update-waits" ? "rules-to-agree" : "rules-to-review";
  return [{ key: kind, kind, by: found.by, count: 1, href: "/settings/rules" }];
}

function claimsToDo(
  kind: "claims-to-check" | "claims-to-authorise",
  count: number,
  by: CalendarDate | null,
  href: string,
): readonly ToDo[] {
  return count === 0 ? [] : [{ key: kind, kind, by, count, href }];
}

async function meetingToDos(context: Context, staff: Staff): Promise<readonly ToDo[]> {
  const coordinator = coordinatorOf(staff);
  if (coordinator === null) return [];
  const nobodyAsked = await listMeetingsNobodyIsAskedTo(context.db, staff.organisationId);
  const toInvite = nobodyAsked
    .filter(({ date }) => date === null || date >= context.today)
    .map(({ reference, name, date }) => ({
      key: `invite-people ${reference}`,
      kind: "invite-people" as const,
      by: date,
      count: 1,
      meeting: name,
      href: `/meetings/${reference}/invite`,
    }));
  return [
    ...toInvite,
    ...(await venuesThatAnswered(context, coordinator)),
    ...(await feedbackIn(context, coordinator)),
    ...(await lettersToPost(context, coordinator)),
    ...(await outcomesDue(context, coordinator)),
    ...(await plansToDo(context, coordinator)),
  ];
}

/** The private letters people asked for that nobody has posted, by meeting. */
async function lettersToPost(context: Context, coordinator: Coordinator): Promise<readonly ToDo[]> {
  return (await lettersByMeeting(context, coordinator)).map(({ reference, name, count }) => ({
    key: `private-letters ${reference}`,
    kind: "private-letters",
    by: null,
    count,
    meeting: name,
    href: `/meetings/${reference}/private-letters`,
  }));
}

/** The meetings of the last half year whose people were not told in time what changed. */
async function outcomesDue(context: Context, coordinator: Coordinator): Promise<readonly ToDo[]> {
  const late = (await listMeetings(context.db, coordinator.organisationId)).filter((meeting) => isLateToTell(meeting, context.today));
  const asked = await listMeetingsWithPeople(
    context.db,
    coordinator.organisationId,
    late.map(({ id }) => id),
  );
  return late
    .filter(({ id }) => asked.has(id))
    .map((meeting) => ({
      key: `outcomes-due ${meeting.reference}`,
      kind: "outcomes-due",
      by: tellBy(meeting),
      count: 1,
      meeting: meeting.name,
      href: `/meetings/${meeting.reference}/outcomes`,
    }));
}

const daysOfNews = 3;

/** The venues that finished their checklist in the last days: what a plan knows of them has changed. */
async function venuesThatAnswered(context: Context, coordinator: Coordinator): Promise<readonly ToDo[]> {
  const since = instantOf(`${addDays(context.today, -daysOfNews)}T00:00:00.000Z`);
  const finished = await listFinishedSince(context.db, coordinator.organisationId, since, context.today);
  return finished.map(({ requestId, venueId, venue, meeting, reference }) => ({
    key: `venue-answered ${requestId}`,
    kind: "venue-answered",
    by: null,
    count: 1,
    meeting: meeting ?? "",
    venue,
    href: reference === null ? `/venues/${venueId}` : `/meetings/${reference}/venue`,
  }));
}

/** What people told us about a meeting in the last days: how many answered, never who. */
async function feedbackIn(context: Context, coordinator: Coordinator): Promise<readonly ToDo[]> {
  const found = await listMeetingsAnsweredSince(context.db, coordinator.organisationId, addDays(context.today, -daysOfNews));
  return found.map(({ reference, meeting, answers }) => ({
    key: `feedback-in ${reference}`,
    kind: "feedback-in",
    by: null,
    count: answers,
    meeting,
    href: `/meetings/${reference}/feedback`,
  }));
}

const daysLookedAhead = 7;

/** What falls due within a week, or is late, in the plan of each meeting ahead that somebody has been asked to. */
async function plansToDo(context: Context, coordinator: Coordinator): Promise<readonly ToDo[]> {
  const meetings = await listMeetings(context.db, coordinator.organisationId);
  const ahead = meetings.filter(({ state, date }) => state === "open" && date !== null && date >= context.today);
  const plans = await Promise.all(ahead.map(({ reference }) => planFor(context, coordinator, reference)));
  return plans.flatMap((plan) => {
    if (!plan.ok || plan.value.replies.invited === 0) return [];
    const { reference, name, toDos } = plan.value;
    const count = dueWithin(plan.value, daysLookedAhead);
    if (count === 0) return [];
    const by = toDos.flatMap((toDo) => (toDo.by === null ? [] : [toDo.by])).sort()[0] ?? null;
    return [
      {
        key: `meeting-needs ${reference}`,
        kind: "meeting-needs" as const,
        by,
        count,
        meeting: name,
        href: `/meetings/${reference}/plan#do-next`,
      },
    ];
  });
}
