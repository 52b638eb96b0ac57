// What needs a member of staff now, gathered from every part they have.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { coordinatorOf, financeOfficerOf, type Staff } from "#app/domain/people/actors.ts";
import { listMeetingsNobodyIsAskedTo } from "#db/stores/claims.ts";
import type { Context } from "./context.server.ts";
import { financeCounts, type QueuedClaim } from "./finance.server.ts";

/** One thing to do, as data: words/today.ts makes its sentence. */
export type ToDo = {
  readonly key: string;
  readonly kind: "claims-to-check" | "claims-to-authorise" | "meeting-needs" | "invite-people";
  readonly by: CalendarDate | null;
  readonly count: number;
  readonly meeting?: string;
  readonly href: string;
};

/** Everything that needs this person, unsorted; only from the parts their roles give them. */
export async function todayFor(
  context: Context,
  staff: Staff,
): Promise<{ readonly today: CalendarDate; readonly toDos: readonly ToDo[] }> {
  return { today: context.today, toDos: [...(await financeToDos(context, staff)), ...(await meetingToDos(context, staff))] };
}

async function financeToDos(context: Context, staff: Staff): Promise<readonly ToDo[]> {
  const finance = financeOfficerOf(staff);
  if (finance === null) return [];
  const { toCheck, toAuthorise } = await financeCounts(context, finance);
  return [
    ...(finance.mayCheck ? claimsToDo("claims-to-check", toCheck, "/payments/check") : []),
    ...(finance.mayAuthorise ? claimsToDo("claims-to-authorise", toAuthorise, "/payments/authorise") : []),
  ];
}

function claimsToDo(kind: "claims-to-check" | "claims-to-authorise", claims: readonly QueuedClaim[], href: string): readonly ToDo[] {
  if (claims.length === 0) return [];
  const days = claims.flatMap(({ payBy }) => (payBy === null ? [] : [payBy])).sort();
  return [{ key: kind, kind, by: days[0] ?? null, count: claims.length, href }];
}

async function meetingToDos(context: Context, staff: Staff): Promise<readonly ToDo[]> {
  if (coordinatorOf(staff) === null) return [];
  const meetings = await listMeetingsNobodyIsAskedTo(context.db, staff.organisationId);
  return meetings
    .filter(({ date }) => date === null || date >= context.today)
    .map(({ reference, name, date }) => ({
      key: `invite-people ${reference}`,
      kind: "invite-people",
      by: date,
      count: 1,
      meeting: name,
      href: `/meetings/${reference}/invite`,
    }));
}
