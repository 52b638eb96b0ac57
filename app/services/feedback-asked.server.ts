// Asking people how the meeting was: the day after it, each their own way and once; and one reminder, where a coordinator wants it.
import { addDays, clockIn } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { auditActorOf, type Coordinator } from "#app/domain/people/actors.ts";
import { channelFor } from "#app/domain/people/reach.ts";
import { feedbackRequest } from "#app/words/feedback.ts";
import { record, type AuditEntry } from "#db/audit.ts";
import type { Db, Tx } from "#db/open.ts";
import { listArrivals } from "#db/stores/day.ts";
import { listFeedback, saveFeedback, type StoredFeedback } from "#db/stores/feedback.ts";
import { findMeeting, findMeetingById, listInvited, listMeetingsJustOver, type InvitedPerson, type Meeting } from "#db/stores/meetings.ts";
import type { Context } from "./context.server.ts";
import { feedbackTime } from "./feedback-time.server.ts";
import { sendLink } from "./invitations.server.ts";
import { onceEach } from "./once-each.server.ts";
import { organisationOf } from "./organisations.server.ts";

/** People are asked by themselves only within so many days of a meeting: later it would puzzle them. */
const daysToAsk = 14;

/** Asks everybody who is due, in every organisation but the example; gives how many. One meeting is one change. */
export async function askDueFeedback(context: Context): Promise<number> {
  const time = clockIn(context.now);
  if (time < "09:00" || time >= "18:00") return 0;
  let asked = 0;
  const meetings = await listMeetingsJustOver(context.db, { after: addDays(context.today, -daysToAsk - 1), before: context.today });
  for (const { id, organisationId } of meetings) {
    asked += await context.change(async (tx) => {
      const meeting = await findMeetingById(tx, organisationId, id);
      return meeting ? ask(context, tx, meeting, { by: { kind: "program", id: "feedback" }, kind: "request" }) : 0;
    });
  }
  return asked;
}

/**
 * Those who took part, or said that they would where nobody has marked it yet: each once, by the invitation they answered or were asked
 * on already, where they have two.
 */
export async function whoTookPart(db: Db, meeting: Meeting): Promise<readonly InvitedPerson[]> {
  const invited = await listInvited(db, meeting.organisationId, meeting.id);
  const ids = invited.map(({ invitation }) => invitation.id);
  const came = new Set((await listArrivals(db, ids)).filter(({ state }) => state !== "not-here").map(({ invitationId }) => invitationId));
  const tookPart = invited.filter(({ invitation }) => {
    if (invitation.notForMe !== null) return false;
    if (invitation.attendance !== null) return invitation.attendance !== "not";
    return came.has(invitation.id) || (invitation.reply !== "none" && invitation.reply !== "not-coming");
  });
  const rows = new Map((await listFeedback(db, meeting.organisationId, meeting.id)).map((row) => [row.invitationId, row]));
  return onceEach(db, meeting, tookPart, ({ invitation }) => {
    const row = rows.get(invitation.id);
    if (row === undefined) return 2;
    return row.sentOn === null ? 1 : 0;
  });
}

type Asking = { readonly by: AuditEntry["actor"]; readonly kind: "request" | "reminder" };

async function ask(context: Context, tx: Tx, meeting: Meeting, { by, kind }: Asking): Promise<number> {
  if ((await feedbackTime(context, meeting, tx)).state !== "open") return 0;
  const organisation = await organisationOf(context, meeting.organisationId);
  const rows = new Map((await listFeedback(tx, meeting.organisationId, meeting.id)).map((row) => [row.invitationId, row]));
  let asked = 0;
  for (const { invitation, person } of await whoTookPart(tx, meeting)) {
    const row = rows.get(invitation.id);
    const channel = channelFor(person);
    if (channel === null || !isDue(row, kind)) continue;
    const change: Partial<StoredFeedback> = kind === "request" ? { askedAt: context.now } : { remindedAt: context.now };
    const key = { invitationId: invitation.id, organisationId: meeting.organisationId, meetingId: meeting.id };
    if (!(await saveFeedback(tx, row?.version ?? 0, { ...key, ...change }))) continue;
    await sendLink(
      context,
      tx,
      {
        meeting,
        person,
        invitationId: invitation.id,
        channel,
        kind: "feedback-request",
        key: `feedback-${kind} ${invitation.id}`,
      },
      (access) =>
        feedbackRequest(
          { meeting: meeting.name, organisation: organisation.name, contact: meeting.contact?.name ?? organisation.name },
          { ...access, isNeutral: person.neutralSubject, isEasyRead: person.easyRead, isReminder: kind === "reminder" },
        ),
    );
    await record(context, tx, {
      organisationId: meeting.organisationId,
      actor: by,
      action: kind === "request" ? "feedback-asked" : "feedback-reminded",
      subject: { kind: "invitation", id: invitation.id },
      details: { channel },
    });
    asked += 1;
  }
  return asked;
}

function isDue(row: StoredFeedback | undefined, kind: Asking["kind"]): boolean {
  if (kind === "request") return row === undefined || (row.askedAt === null && row.sentOn === null);
  return row !== undefined && row.askedAt !== null && row.sentOn === null && row.remindedAt === null;
}

/**
 * How many may be asked now, and how many reminded: those who were asked, have not answered and were not reminded before. Nobody before
 * the day after the meeting, nor once answers are kept no longer.
 */
export async function feedbackDue(
  context: Context,
  db: Db,
  meeting: Meeting,
): Promise<{ readonly toAsk: number; readonly toRemind: number }> {
  if ((await feedbackTime(context, meeting, db)).state !== "open") return { toAsk: 0, toRemind: 0 };
  const rows = new Map((await listFeedback(db, meeting.organisationId, meeting.id)).map((row) => [row.invitationId, row]));
  const reachable = (await whoTookPart(db, meeting)).filter(({ person }) => channelFor(person) !== null);
  const due = (kind: Asking["kind"]) => reachable.filter(({ invitation }) => isDue(rows.get(invitation.id), kind)).length;
  return { toAsk: due("request"), toRemind: due("reminder") };
}

/** Asks those who were not asked yet, or reminds those who have not answered, because a coordinator wants it now. Gives how many. */
export async function askNow(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  kind: "request" | "reminder",
  intent?: string,
): Promise<Result<{ readonly asked: number }, "not-found" | "not-yet" | "over">> {
  return context.change<Result<{ asked: number }, "not-found" | "not-yet" | "over">>(
    async (tx) => {
      const meeting = await findMeeting(tx, coordinator.organisationId, reference);
      if (!meeting) return refused("not-found");
      const { state } = await feedbackTime(context, meeting, tx);
      if (state !== "open") return refused(state);
      return done({ asked: await ask(context, tx, meeting, { by: auditActorOf(coordinator), kind }) });
    },
    intent === undefined ? {} : { intent },
  );
}
