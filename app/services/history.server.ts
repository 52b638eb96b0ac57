// What has changed in a meeting, from the record of who did what. Only what a coordinator may read comes out, without values: that
// somebody answered is here, what they answered is not, and payment is not here at all.
import type { Instant } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { Coordinator } from "#app/domain/people/actors.ts";
import { listEntriesAbout } from "#db/audit.ts";
import { listStaff } from "#db/stores/accounts.ts";
import { listArrangements } from "#db/stores/arrangements.ts";
import { listBookings } from "#db/stores/bookings.ts";
import { findMeeting, listInvited, type Meeting } from "#db/stores/meetings.ts";
import { listRequests } from "#db/stores/venues.ts";
import { whatWasDone } from "#app/words/history.ts";
import type { Context } from "./context.server.ts";

export type HistoryEntry = {
  readonly sequence: number;
  readonly at: Instant;
  readonly who: string;
  readonly what: string;
  readonly state: string | null;
};
export type History = {
  readonly meeting: Meeting;
  readonly entries: readonly HistoryEntry[];
  readonly pages: number;
  readonly page: number;
};

const entriesOnAPage = 25;

/** One page of what has changed, the latest first. */
export async function historyFor(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  page: number,
): Promise<Result<History, "not-found">> {
  const { organisationId } = coordinator;
  const meeting = await findMeeting(context.db, organisationId, reference);
  if (!meeting) return refused("not-found");
  const subjects = [
    meeting.id,
    ...(await listInvited(context.db, organisationId, meeting.id)).map(({ invitation }) => invitation.id),
    ...(await listBookings(context.db, organisationId, meeting.id)).map(({ id }) => id),
    ...(await listArrangements(context.db, organisationId, meeting.id)).map(({ id }) => id),
    ...(await listRequests(context.db, organisationId, meeting.id)).map(({ id }) => id),
  ];
  const names = new Map((await listStaff(context.db, organisationId)).map(({ id, name }) => [id, name]));
  const found = await listEntriesAbout(context.db, organisationId, subjects);
  const entries = found.flatMap(({ sequence, at, actorKind, actorId, action, details }): readonly HistoryEntry[] => {
    const what = whatWasDone(action, actorKind);
    if (what === undefined) return [];
    const state = details["state"];
    return [{ sequence, at, who: whoDid(actorKind, names.get(actorId)), what, state: typeof state === "string" ? state : null }];
  });
  const pages = Math.max(1, Math.ceil(entries.length / entriesOnAPage));
  const shown = Math.min(Math.max(1, page), pages);
  return done({ meeting, pages, page: shown, entries: entries.slice((shown - 1) * entriesOnAPage, shown * entriesOnAPage) });
}

function whoDid(kind: string, name: string | undefined): string {
  if (kind === "staff") return name ?? "Somebody who has left";
  if (kind === "attendee") return "A person who is invited";
  return kind === "venue-manager" ? "The venue" : "Welcome Table";
}
