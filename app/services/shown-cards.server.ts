// Cards held up from somebody's own page on the day: one at a time, seen by whoever runs the meeting until it is put down or answered.
// Somebody who shows a card gives their name with it, for that card alone.
import { cardIds, type CardId } from "#app/domain/meetings/speech-cards.ts";
import { clockIn, dayIn, type ClockTime } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { auditActorOf, type Attendee, type Coordinator } from "#app/domain/people/actors.ts";
import { record } from "#db/audit.ts";
import { findShownCard, listShownCards, removeShownCard, saveShownCard } from "#db/stores/day.ts";
import { findMeeting, findMeetingById, listInvited, type Meeting } from "#db/stores/meetings.ts";
import type { Context } from "./context.server.ts";

/** A card somebody holds up now. */
export type HeldUp = { readonly card: CardId; readonly since: ClockTime };

/** What a person may do with cards now: show them on the day of the meeting, and put down the one they hold up. */
export async function myCard(context: Context, attendee: Attendee): Promise<{ readonly isToday: boolean; readonly heldUp: HeldUp | null }> {
  const meeting = await findMeetingById(context.db, attendee.organisationId, attendee.meetingId);
  const shown = await findShownCard(context.db, attendee.invitationId);
  const isToday = meeting?.date === context.today;
  // A card nobody answered yesterday asks for nothing today.
  const isHeldUp = shown !== undefined && isToday && dayIn(shown.savedAt) === context.today;
  return { isToday, heldUp: isHeldUp ? { card: shown.card, since: clockIn(shown.savedAt) } : null };
}

/** Holds a card up to whoever runs the meeting, in place of any other. Refused on any day but the meeting's own. */
export async function showCard(
  context: Context,
  attendee: Attendee,
  wanted: string,
  intent?: string,
): Promise<Result<null, "not-found" | "not-today">> {
  const card = cardIds.find((id) => id === wanted);
  if (card === undefined) return refused("not-found");
  return context.change<Result<null, "not-found" | "not-today">>(
    async (tx) => {
      const meeting = await findMeetingById(tx, attendee.organisationId, attendee.meetingId);
      if (!meeting) return refused("not-found");
      if (meeting.date !== context.today) return refused("not-today");
      await saveShownCard(tx, { invitationId: attendee.invitationId, card, savedAt: context.now });
      await record(context, tx, { ...byPerson(attendee), action: "card-shown" });
      return done(null);
    },
    intent === undefined ? {} : { intent },
  );
}

/** Puts down the card the person holds up, if they hold one up. */
export async function putCardDown(context: Context, attendee: Attendee, intent?: string): Promise<Result<null, never>> {
  return context.change<Result<null, never>>(
    async (tx) => {
      const shown = await findShownCard(tx, attendee.invitationId);
      if (shown === undefined) return done(null);
      await removeShownCard(tx, shown);
      await record(context, tx, { ...byPerson(attendee), action: "card-put-down" });
      return done(null);
    },
    intent === undefined ? {} : { intent },
  );
}

function byPerson(attendee: Attendee) {
  return {
    organisationId: attendee.organisationId,
    actor: auditActorOf(attendee),
    subject: { kind: "invitation", id: attendee.invitationId },
  };
}

/** A card as whoever runs the meeting sees it. */
export type CardToAnswer = HeldUp & WhichCard & { readonly name: string };
type WhichCard = { readonly invitationId: string; readonly savedAt: string; readonly version: number };

/** The cards held up at a meeting now, whoever has waited longest first. */
export async function cardsHeldUp(context: Context, meeting: Meeting): Promise<readonly CardToAnswer[]> {
  if (meeting.date !== context.today) return [];
  const invited = new Map(
    (await listInvited(context.db, meeting.organisationId, meeting.id)).map(({ invitation, person }) => [invitation.id, person.name]),
  );
  const shown = await listShownCards(context.db, [...invited.keys()]);
  return shown
    .filter(({ savedAt }) => dayIn(savedAt) === context.today)
    .map(({ invitationId, card, savedAt, version }) => ({
      invitationId,
      name: invited.get(invitationId) ?? "",
      card,
      since: clockIn(savedAt),
      savedAt,
      version,
    }));
}

/** Takes a card off the list because it was answered. Refused where the person shows another by now, or put it down. */
export async function answerCard(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  at: WhichCard,
  intent?: string,
): Promise<Result<null, "not-found" | "changed-by-someone-else">> {
  return context.change<Result<null, "not-found" | "changed-by-someone-else">>(
    async (tx) => {
      const meeting = await findMeeting(tx, coordinator.organisationId, reference);
      const invited = meeting === undefined ? [] : await listInvited(tx, coordinator.organisationId, meeting.id);
      if (meeting === undefined || !invited.some(({ invitation }) => invitation.id === at.invitationId)) return refused("not-found");
      const shown = await findShownCard(tx, at.invitationId);
      if (shown?.savedAt !== at.savedAt || !(await removeShownCard(tx, { ...shown, version: at.version })))
        return refused("changed-by-someone-else");
      await record(context, tx, {
        organisationId: meeting.organisationId,
        actor: auditActorOf(coordinator),
        action: "card-answered",
        subject: { kind: "invitation", id: at.invitationId },
      });
      return done(null);
    },
    intent === undefined ? {} : { intent },
  );
}
