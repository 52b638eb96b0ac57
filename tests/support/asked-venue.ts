// A venue that was sent its checklist for a meeting, and somebody at the venue who opened the link.
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import type { ChosenOption } from "#app/domain/access/topics.ts";
import { venueManagerOf, type Coordinator, type VenueManager } from "#app/domain/people/actors.ts";
import type { Context } from "#app/services/context.server.ts";
import type { SavedMeeting } from "#app/services/meetings.server.ts";
import { sendChecklist } from "#app/services/venue-checklist.server.ts";
import { checklistMessage } from "#app/words/venues.ts";
import { plannedMeeting, somebodyAsks } from "#tests/support/planned-meeting.ts";

export type AskedVenue = {
  readonly asha: Coordinator;
  readonly meeting: SavedMeeting;
  readonly venueId: string;
  readonly requestId: string;
  readonly messageId: string;
  readonly venueManager: VenueManager;
};

/** A meeting whose venue is asked to answer by a day, with somebody coming who chose these options. */
export async function askedVenue(
  context: Context,
  asha: Coordinator,
  answerBy = "2026-12-10",
  chosen: readonly ChosenOption[] = [],
  parts: "needed" | "all" = "needed",
): Promise<AskedVenue> {
  const meeting = await plannedMeeting(context, asha);
  if (chosen.length > 0) await somebodyAsks(context, asha, meeting, "Maren Vik", chosen);
  const sending = { email: "hall@example.org", sentTo: "Rosa Bell", answerBy: calendarDateOf(answerBy), parts, extraLine: "" };
  const sent = await sendChecklist(context, asha, meeting.reference, sending, checklistMessage(""));
  if (!sent.ok) throw new Error(JSON.stringify(sent.refusal));
  const request = await context.db.query.venueRequests.findFirst({ where: (table, { eq }) => eq(table.meetingId, meeting.id) });
  if (!request) throw new Error("Nothing was sent");
  const { venueId, id } = request;
  const venueManager = venueManagerOf({ organisationId: asha.organisationId, venueId, venueRequestId: id, meetingId: meeting.id });
  return { asha, meeting, venueId, requestId: id, messageId: sent.value.messageId, venueManager };
}
