// The people asked to a meeting with what they said about days: for comparing offered dates, and for warning before one is set.
import type { AskedPerson, DateAnswers } from "#app/domain/meetings/date-poll.ts";
import { isPlannedAsEssential } from "#app/domain/meetings/meeting.ts";
import type { Db } from "#db/open.ts";
import { listDateAnswers, type StoredDateAnswers } from "#db/stores/date-polls.ts";
import { listInvited, type Meeting } from "#db/stores/meetings.ts";
import type { Context } from "./context.server.ts";
import { needsOfMeeting } from "./needs.server.ts";

/** Where answers about dates are sealed. */
export const dateAnswersPlace = (row: string) => ({ table: "date_answers", column: "answers", row });

/** Everybody asked who has not said no to the meeting, with what they answered about dates and the days they named before. */
export async function askedPeople(context: Context, db: Db, meeting: Meeting) {
  const { attendees, toShare } = await needsOfMeeting(context, meeting.organisationId, meeting.id);
  const essential = new Set(attendees.filter(({ needs }) => needs.some(isPlannedAsEssential)).map(({ ref }) => ref));
  const daysOf = new Map(
    attendees.map(({ ref, needs }) => [ref, needs.filter(isPlannedAsEssential).flatMap(({ datesToAvoid = [] }) => datesToAvoid)]),
  );
  const said = new Map(
    (await listDateAnswers(db, meeting.organisationId, meeting.id)).map((row) => [row.invitationId, dateAnswersIn(context, row)]),
  );
  const invited = (await listInvited(db, meeting.organisationId, meeting.id)).filter(({ invitation }) => invitation.reply !== "not-coming");
  const people = invited.map(({ invitation }): AskedPerson => ({
    ref: invitation.id,
    answers: said.get(invitation.id) ?? null,
    hasEssential: essential.has(invitation.id),
    datesToAvoid: daysOf.get(invitation.id) ?? [],
  }));
  return { people, attendees, toShare };
}

/** One person's answers about dates, opened. Written only by the services of dates, so their shape is known. */
export function dateAnswersIn(context: Context, stored: StoredDateAnswers): DateAnswers {
  return JSON.parse(context.vault.unseal(stored.answers, dateAnswersPlace(stored.invitationId))) as DateAnswers;
}
