// A venue's checklist on paper.
import { readingsFor } from "#app/domain/access/sharing.ts";
import type { VenueManager } from "#app/domain/people/actors.ts";
import { buildDocument } from "#app/documents/catalogue/index.ts";
import type { ChecklistQuestion } from "#app/documents/catalogue/venue-checklist.ts";
import type { Doc } from "#app/documents/model.ts";
import { findMeetingById } from "#db/stores/meetings.ts";
import type { Context } from "./context.server.ts";
import { needsOfMeeting } from "./needs.server.ts";
import { organisationOf } from "./organisations.server.ts";
import { frameOf } from "./paper-desk.server.ts";
import { checklistOf } from "./venue-checklist.server.ts";

/**
 * A venue's checklist to print and fill in by hand: what its link asks, with how many are needed where a number matters, and what
 * the venue itself answered so far. Nothing anybody else said of the venue is on it.
 */
export async function checklistOnPaper(context: Context, venueManager: VenueManager): Promise<Doc> {
  const { pages } = await checklistOf(context, venueManager);
  const meeting = await findMeetingById(context.db, venueManager.organisationId, venueManager.meetingId);
  if (!meeting) throw new Error("A checklist belongs to no meeting");
  const organisation = await organisationOf(context, meeting.organisationId);
  const { toShare } = await needsOfMeeting(context, meeting.organisationId, meeting.id);
  const counts = new Map(
    readingsFor(toShare, "venue").flatMap(({ lines }) =>
      lines.flatMap((line) => (line.kind === "venue-quantity" ? [[line.feature, line.count] as const] : [])),
    ),
  );
  const questions = pages
    .flatMap((page) => page.questions)
    .map(({ feature, answer }): ChecklistQuestion => {
      const quantity = counts.get(feature);
      return {
        feature,
        ...(quantity === undefined ? {} : { quantity }),
        ...(answer === null ? {} : { known: { value: answer.value, saidBy: "", checkedOn: context.today } }),
      };
    });
  return buildDocument("venue-checklist", { frame: await frameOf(context, meeting, organisation), questions });
}
