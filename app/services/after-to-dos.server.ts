// Things to do that come from a meeting that is over: telling people what changed, and what was written down for the next one.
import { addDays, type CalendarDate } from "#app/domain/basics/dates.ts";
import { daysStillToTell, daysToTell, hasBeen } from "#app/domain/meetings/feedback.ts";
import { listWrittenToDos } from "#db/stores/after-meeting.ts";
import { listInvited, meetingsAround, type Meeting } from "#db/stores/meetings.ts";
import type { Context } from "./context.server.ts";

/** Where a thing to do was written, sealed. */
export const toDoPlace = (row: string) => ({ table: "written_to_dos", column: "what", row });

type AfterToDo = { readonly key: string; readonly by: CalendarDate | null; readonly harm: number; readonly href: string } & (
  { readonly kind: "tell-outcomes" } | { readonly kind: "written"; readonly what: string; readonly meeting: string }
);

/** The day by which people of a meeting are told what changed because of it; null for a meeting with no date. */
export function tellBy({ date }: Pick<Meeting, "date">): CalendarDate | null {
  return date === null ? null : addDays(date, daysToTell);
}

/** Says whether people should have been told what changed and were not: from six weeks after the meeting to half a year after it. */
export function isLateToTell(meeting: Meeting, today: CalendarDate): boolean {
  const by = tellBy(meeting);
  if (by === null || meeting.date === null || meeting.outcomesToldAt !== null || !hasBeen(meeting, today)) return false;
  return by <= today && today <= addDays(meeting.date, daysStillToTell);
}

/** Telling people what changed, once the six weeks they were told are over and nothing was sent. */
export async function toTellAfter(context: Context, meeting: Meeting): Promise<readonly AfterToDo[]> {
  if (!isLateToTell(meeting, context.today)) return [];
  const by = tellBy(meeting);
  const { organisationId, id, reference } = meeting;
  if ((await listInvited(context.db, organisationId, id)).length === 0) return [];
  return [{ kind: "tell-outcomes", key: "tell-outcomes", by, harm: 0, href: `/meetings/${reference}/outcomes` }];
}

/** What was written down after the meetings this one follows from; and on the last one of them all, what was written after itself. */
export async function writtenToDosFor(context: Context, meeting: Meeting): Promise<readonly AfterToDo[]> {
  const { before, hasNext } = await meetingsAround(context.db, meeting);
  const from = hasNext ? before : [...before, meeting];
  const written = await listWrittenToDos(
    context.db,
    meeting.organisationId,
    from.map(({ id }) => id),
  );
  return written.flatMap((row) => {
    const source = from.find(({ id }) => id === row.meetingId);
    if (source === undefined) return [];
    return [
      {
        kind: "written" as const,
        key: `written ${row.id}`,
        by: null,
        harm: 0,
        href: `/meetings/${source.reference}/feedback`,
        what: context.vault.unseal(row.what, toDoPlace(row.id)),
        meeting: source.name,
      },
    ];
  });
}
