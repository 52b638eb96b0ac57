// A venue's checklist on paper.
import type { VenueFeatureId } from "#app/domain/access/venue-features.ts";
import { readingsFor } from "#app/domain/access/sharing.ts";
import type { VenueManager } from "#app/domain/people/actors.ts";
import { buildDocument } from "#app/documents/catalogue/index.ts";
import { recordChecklist, type ChecklistQuestion } from "#app/documents/catalogue/venue-checklist.ts";
import type { Doc } from "#app/documents/model.ts";
import { findMeetingById, type Meeting } from "#db/stores/meetings.ts";
import { findVenue } from "#db/stores/venues.ts";
import type { Context } from "./context.server.ts";
import { letterheadOf, linesOf } from "./letterhead.server.ts";
import { needsOfMeeting } from "./needs.server.ts";
import { organisationOf } from "./organisations.server.ts";
import { frameOf } from "./paper-desk.server.ts";
import { checklistOf } from "./venue-checklist.server.ts";

/**
 * A venue's checklist to print and fill in by hand: what its link asks, with how many are needed where a number matters, and what
 * the venue itself answered so far. Nothing anybody else said of the venue is on it.
 */
export async function checklistOnPaper(context: Context, venueManager: VenueManager): Promise<Doc> {
  const { pages, coordinatorName } = await checklistOf(context, venueManager);
  const { organisationId, meetingId, venueId } = venueManager;
  const meeting = meetingId === null ? null : await findMeetingById(context.db, organisationId, meetingId);
  const venue = await findVenue(context.db, organisationId, venueId);
  if (meeting === undefined || !venue) throw new Error("A checklist belongs to no venue or meeting");
  const organisation = await organisationOf(context, organisationId);
  const counts = meeting === null ? new Map<VenueFeatureId, number>() : await countsOf(context, meeting);
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
  if (meeting !== null) return buildDocument("venue-checklist", { frame: await frameOf(context, meeting, organisation), questions });
  const { phone, email } = organisation.contact;
  return recordChecklist({
    organisation: await letterheadOf(context, organisation),
    madeOn: context.today,
    venue: { name: venue.name, address: linesOf(venue.address) },
    contact: { name: coordinatorName, phone, email },
    questions,
  });
}

async function countsOf(context: Context, meeting: Meeting): Promise<ReadonlyMap<VenueFeatureId, number>> {
  const { toShare } = await needsOfMeeting(context, meeting.organisationId, meeting.id);
  return new Map(
    readingsFor(toShare, "venue").flatMap(({ lines }) =>
      lines.flatMap((line) => (line.kind === "venue-quantity" ? [[line.feature, line.count] as const] : [])),
    ),
  );
}
