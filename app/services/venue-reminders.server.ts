// The one reminder to each venue that was sent a checklist and has not finished it.
import { clockIn, dayIn } from "#app/domain/basics/dates.ts";
import { isChecklistReminderDue } from "#app/domain/venues/reminder.ts";
import { checklistReminderMessage } from "#app/words/venues.ts";
import { record } from "#db/audit.ts";
import { hasMessage } from "#db/stores/messages.ts";
import { findMeetingById } from "#db/stores/meetings.ts";
import { findVenue, listRequestsToRemind } from "#db/stores/venues.ts";
import type { Context } from "./context.server.ts";
import { mintLink } from "./links.server.ts";
import { queueMessage } from "./messages.server.ts";
import { organisationOf } from "./organisations.server.ts";

/**
 * Makes the reminders to venues that are due now, in every organisation but the example; gives how many. Each goes to whom the link
 * was passed on last, with a link of its own that opens what was answered so far. A checklist opened again until another day may be
 * reminded of once more.
 */
export async function makeDueVenueReminders(context: Context): Promise<number> {
  const now = { today: context.today, time: clockIn(context.now) };
  const due = (await listRequestsToRemind(context.db, context.today)).filter(({ sentAt, answerBy }) =>
    isChecklistReminderDue({ sentOn: dayIn(sentAt), answerBy }, now),
  );
  let made = 0;
  for (const { id, organisationId, venueId, meetingId, answerBy, email, forwards } of due) {
    const key = `venue-checklist ${id} reminder ${answerBy}`;
    if (await hasMessage(context.db, key)) continue;
    const organisation = await organisationOf(context, organisationId);
    made += await context.change(async (tx) => {
      const venue = await findVenue(tx, organisationId, venueId);
      const meeting = meetingId === null ? undefined : await findMeetingById(tx, organisationId, meetingId);
      if (!venue || (meetingId !== null && meeting?.state !== "open") || (await hasMessage(tx, key))) return 0;
      const path = await mintLink(context, tx, { organisationId, kind: "venue-request", id, meetingDate: meeting?.date ?? null });
      await queueMessage(context, tx, {
        organisationId,
        key,
        kind: "venue-checklist",
        channel: "email",
        recipient: forwards?.at(-1)?.email ?? email,
        ...checklistReminderMessage({
          link: `${context.origin}${path}`,
          venue: venue.name,
          organisation: organisation.name,
          meeting: meeting?.name ?? null,
          answerBy,
        }),
        about: { kind: "venue-request", id },
      });
      await record(context, tx, {
        organisationId,
        actor: { kind: "program", id: "reminders" },
        action: "venue-reminded",
        subject: { kind: "venue-request", id },
      });
      return 1;
    });
  }
  return made;
}
