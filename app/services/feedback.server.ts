// How a meeting was for somebody, as they answer it. It is kept sealed page by page. Sent without a name, the answers move to a row
// that knows no person, and what stays here is only that there was an answer.
import { askedOf, type AskedId } from "#app/domain/access/asked.ts";
import { addDays, type CalendarDate } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { askedAbout, daysToTell, nothingAnswered, notWhole, type FeedbackAnswers } from "#app/domain/meetings/feedback.ts";
import { auditActorOf, type Attendee } from "#app/domain/people/actors.ts";
import { record } from "#db/audit.ts";
import type { Db } from "#db/open.ts";
import { addUnnamedFeedback, findFeedback, saveFeedback, type StoredFeedback } from "#db/stores/feedback.ts";
import { findMeetingById } from "#db/stores/meetings.ts";
import { findAnswers } from "#db/stores/needs.ts";
import type { Context } from "./context.server.ts";
import { answersIn, needsOf } from "./needs.server.ts";

const place = (row: string) => ({ table: "feedback", column: "answers", row });
/** Where the answers without a name are sealed. */
export const unnamedPlace = (row: string) => ({ table: "unnamed_feedback", column: "answers", row });

/** What was answered, opened. Written only by these modules, so its shape is known. */
export function openedFeedback(
  context: Context,
  { invitationId, answers }: Pick<StoredFeedback, "invitationId" | "answers">,
): FeedbackAnswers {
  if (answers === null) return nothingAnswered;
  return { ...nothingAnswered, ...(JSON.parse(context.vault.unseal(answers, place(invitationId))) as Partial<FeedbackAnswers>) };
}

export type MyFeedback = {
  /** What they asked for and are asked about; never what only the coordinator may know. */
  readonly asked: readonly AskedId[];
  readonly answers: FeedbackAnswers;
  readonly sentOn: CalendarDate | null;
  /** The day by which everybody is told what changed. */
  readonly toldBy: CalendarDate;
  readonly version: number;
};

/** Somebody's own feedback; null before the day after the meeting, and where it was called off. */
export async function myFeedback(context: Context, attendee: Attendee, db: Db = context.db): Promise<MyFeedback | null> {
  const meeting = await findMeetingById(db, attendee.organisationId, attendee.meetingId);
  if (!meeting || meeting.date === null || meeting.state === "cancelled" || meeting.state === "draft") return null;
  if (meeting.date >= context.today && meeting.state !== "held") return null;
  const row = await findFeedback(db, attendee.invitationId);
  return {
    asked: await askedOfPerson(context, db, attendee.invitationId),
    answers: row === undefined ? nothingAnswered : openedFeedback(context, row),
    sentOn: row?.sentOn ?? null,
    toldBy: addDays(meeting.date, daysToTell),
    version: row?.version ?? 0,
  };
}

async function askedOfPerson(context: Context, db: Db, invitationId: string): Promise<readonly AskedId[]> {
  const stored = await findAnswers(db, invitationId);
  if (!stored || stored.sent === null) return [];
  const { needs } = needsOf(invitationId, answersIn(context, stored.sent, "sent", invitationId));
  return askedAbout(
    needs
      .filter(({ requirement }) => askedOf(requirement).sensitivity !== "confidential-coordinator-only")
      .map(({ requirement, strength }) => ({ requirement, isEssential: strength === "essential" })),
  );
}

export type FeedbackRefusal = "not-yet" | "sent-already" | "changed-elsewhere";

/** Keeps one page of it. Refused once it was sent, and when it was changed elsewhere since the page was drawn. */
export async function saveMyFeedback(
  context: Context,
  attendee: Attendee,
  version: number,
  change: (answers: FeedbackAnswers) => FeedbackAnswers,
  intent?: string,
): Promise<Result<FeedbackAnswers, FeedbackRefusal>> {
  return context.change<Result<FeedbackAnswers, FeedbackRefusal>>(
    async (tx) => {
      const before = await myFeedback(context, attendee, tx);
      if (before === null) return refused("not-yet");
      if (before.sentOn !== null) return refused("sent-already");
      if (before.version !== version) return refused("changed-elsewhere");
      const answers = change(before.answers);
      const { invitationId, organisationId, meetingId } = attendee;
      const sealed = context.vault.seal(JSON.stringify(answers), place(invitationId));
      if (!(await saveFeedback(tx, version, { invitationId, organisationId, meetingId, answers: sealed })))
        return refused("changed-elsewhere");
      await record(context, tx, {
        organisationId,
        actor: auditActorOf(attendee),
        action: "feedback-saved",
        subject: { kind: "invitation", id: invitationId },
      });
      return done(answers);
    },
    intent === undefined ? {} : { intent },
  );
}

/** Sends it, with their name or without. Without, nothing that is kept joins the answers to the person, and it cannot be changed any more. */
export async function sendMyFeedback(
  context: Context,
  attendee: Attendee,
  version: number,
  withName: boolean,
  intent?: string,
): Promise<Result<{ readonly wantsToChange: boolean }, FeedbackRefusal>> {
  return context.change<Result<{ wantsToChange: boolean }, FeedbackRefusal>>(
    async (tx) => {
      const before = await myFeedback(context, attendee, tx);
      if (before === null) return refused("not-yet");
      if (before.sentOn !== null) return refused("sent-already");
      if (before.version !== version) return refused("changed-elsewhere");
      const { invitationId, organisationId, meetingId } = attendee;
      const answers = finished(before.asked, { ...before.answers, withName });
      const row = { invitationId, organisationId, meetingId, sentOn: context.today };
      const sealed = withName ? context.vault.seal(JSON.stringify(answers), place(invitationId)) : null;
      if (!(await saveFeedback(tx, version, { ...row, answers: sealed }))) return refused("changed-elsewhere");
      if (!withName) {
        const id = context.newId();
        const words = JSON.stringify({ ...answers, wantsToChange: false });
        await addUnnamedFeedback(tx, { id, organisationId, meetingId, answers: context.vault.seal(words, unnamedPlace(id)) });
      }
      await record(context, tx, {
        organisationId,
        actor: auditActorOf(attendee),
        action: "feedback-sent",
        subject: { kind: "invitation", id: invitationId },
      });
      return done({ wantsToChange: answers.wantsToChange });
    },
    intent === undefined ? {} : { intent },
  );
}

// What was said about something that turned out well, or is not asked about any more, is not sent along.
function finished(asked: readonly AskedId[], answers: FeedbackAnswers): FeedbackAnswers {
  const open = notWhole(asked, answers);
  const kept = <Value>(given: Readonly<Partial<Record<AskedId, Value>>>, of: readonly AskedId[]) =>
    Object.fromEntries(Object.entries(given).filter(([requirement]) => of.some((one) => one === requirement)));
  return { ...answers, got: kept(answers.got, asked), happened: kept(answers.happened, open) };
}
