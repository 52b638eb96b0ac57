// The formats each person of a meeting gets their papers in, for the list of joining instructions: by name only where they let it be read.
import type { FormatId } from "#app/domain/access/formats.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { formatsFor } from "#app/domain/meetings/papers.ts";
import type { Coordinator } from "#app/domain/people/actors.ts";
import { findMeeting } from "#db/stores/meetings.ts";
import type { Context } from "./context.server.ts";
import { answersFor } from "./paper-desk.server.ts";
import { recordNames } from "./plan-names.server.ts";

/**
 * The formats of one person as they are planned; `isUsual` where nobody asked and everybody gets that one. "private" where they sent
 * what they need and do not let their coordinator read it with their name: their papers are in the plan, without it.
 */
export type FormatsOfPerson = { readonly formats: readonly FormatId[]; readonly isUsual: boolean } | "private";

/**
 * The formats by invitation; nobody who sent nothing is in it, because what they need is not known. Whose formats are read by name is put
 * on record (decision 23).
 */
export async function openFormats(
  context: Context,
  coordinator: Coordinator,
  reference: string,
): Promise<Result<ReadonlyMap<string, FormatsOfPerson>, "not-found">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  if (!meeting) return refused("not-found");
  const { attendees, named } = await answersFor(context, meeting);
  const seen = attendees.filter(({ ref }) => named.has(ref)).map(({ ref }) => ({ invitationId: ref }));
  if (seen.length > 0) await recordNames(context, coordinator, meeting, seen);
  return done(
    new Map(
      attendees.map((attendee): readonly [string, FormatsOfPerson] => {
        if (!named.has(attendee.ref)) return [attendee.ref, "private"];
        const planned = formatsFor(attendee);
        return [attendee.ref, { formats: planned.map(({ format }) => format), isUsual: planned.every(({ reason }) => reason === "usual") }];
      }),
    ),
  );
}
