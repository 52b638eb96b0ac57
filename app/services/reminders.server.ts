// The one reminder to people who have not replied: made when it is due, each person's own way, and never twice.
import { clockIn, dayIn } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { isReminderDue } from "#app/domain/meetings/key-dates.ts";
import { auditActorOf, type Coordinator } from "#app/domain/people/actors.ts";
import { channelFor } from "#app/domain/people/reach.ts";
import { reminderFor } from "#app/words/invitation.ts";
import { record } from "#db/audit.ts";
import { findMeeting, findMeetingById, listInvited, listMeetingsWantingReplies, saveInvitation, saveMeeting } from "#db/stores/meetings.ts";
import type { Context } from "./context.server.ts";
import { invitationFactsOf, sendLink } from "./invitations.server.ts";
import { onceEach } from "./once-each.server.ts";

/**
 * Makes the reminders that are due now, in every organisation but the example; gives how many. Whoever has replied since, was reminded
 * before or cannot be reached is passed over. One meeting is one change, so that a stop in the middle leaves nobody half reminded.
 */
export async function makeDueReminders(context: Context): Promise<number> {
  let made = 0;
  for (const { id, organisationId } of await listMeetingsWantingReplies(context.db, context.today)) {
    made += await context.change(async (tx) => {
      const meeting = await findMeetingById(tx, organisationId, id);
      if (!meeting || meeting.state !== "open" || meeting.replyBy === null) return 0;
      const { replyBy } = meeting;
      // Whoever replied on one of two invitations has replied.
      const each = await onceEach(tx, meeting, await listInvited(tx, organisationId, id), ({ invitation }) => {
        if (invitation.notForMe !== null) return 2;
        return invitation.reply === "none" ? 1 : 0;
      });
      const due = each.filter(
        ({ invitation }) =>
          // A link somebody said is not theirs is never sent to them again by itself.
          invitation.notForMe === null &&
          isReminderDue({
            today: context.today,
            time: clockIn(context.now),
            replyBy,
            invitedOn: dayIn(invitation.invitedAt ?? context.now),
            hasReplied: invitation.reply !== "none",
            wasReminded: invitation.remindedAt !== null,
            isStopped: meeting.remindersStoppedAt !== null,
          }),
      );
      if (due.length === 0) return 0;
      const facts = await invitationFactsOf(context, tx, meeting);
      let sent = 0;
      for (const { invitation, person } of due) {
        const channel = channelFor(person);
        if (channel === null || !(await saveInvitation(tx, invitation.id, invitation.version, { remindedAt: context.now }))) continue;
        await sendLink(
          context,
          tx,
          { meeting, person, invitationId: invitation.id, channel, kind: "reminder", key: `reminder ${invitation.id}` },
          (access) => reminderFor(facts, { ...access, isNeutral: person.neutralSubject, isEasyRead: person.easyRead }),
        );
        await record(context, tx, {
          organisationId,
          actor: { kind: "program", id: "reminders" },
          action: "reminded",
          subject: { kind: "invitation", id: invitation.id },
          details: { channel },
        });
        sent += 1;
      }
      return sent;
    });
  }
  return made;
}

/** Stops the one reminder of a meeting, or wants it after all. */
export async function changeReminder(
  context: Context,
  coordinator: Coordinator,
  at: { readonly reference: string; readonly version: number },
  wanted: "stopped" | "wanted",
): Promise<Result<null, "not-found" | "changed-by-someone-else">> {
  return context.change(async (tx) => {
    const meeting = await findMeeting(tx, coordinator.organisationId, at.reference);
    if (!meeting) return refused("not-found");
    if (!(await saveMeeting(tx, meeting.id, at.version, { remindersStoppedAt: wanted === "stopped" ? context.now : null })))
      return refused("changed-by-someone-else");
    await record(context, tx, {
      organisationId: meeting.organisationId,
      actor: auditActorOf(coordinator),
      action: wanted === "stopped" ? "reminder-stopped" : "reminder-wanted",
      subject: { kind: "meeting", id: meeting.id },
    });
    return done(null);
  });
}
