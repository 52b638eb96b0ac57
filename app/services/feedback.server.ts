// How a meeting was for somebody, as they answer it. It is kept sealed page by page. Sent without a name, the answers move to a row
// that knows no person, and what stays here is only that there was an answer.
import { askedOf, type AskedId } from "#app/domain/access/asked.ts";
import { addDays, dayIn, type CalendarDate } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import {
  askedAbout,
  askedAndAnswered,
  daysToTell,
  nothingAnswered,
  toTellMoreOf,
  type FeedbackAnswers,
} from "#app/domain/meetings/feedback.ts";
import { auditActorOf, type Attendee } from "#app/domain/people/actors.ts";
import { record } from "#db/audit.ts";
import type { Db } from "#db/open.ts";
import { addUnnamedFeedback, findFeedback, saveFeedback, type StoredFeedback } from "#db/stores/feedback.ts";
import { findMeetingById } from "#db/stores/meetings.ts";
import { findAnswers } from "#db/stores/needs.ts";
import type { Context } from "./context.server.ts";
import { feedbackTime } from "./feedback-time.server.ts";
import { answersIn, needsOf } from "./needs.server.ts";

const place = (row: string) => ({ table: "feedback", column: "answers", row });
/** Where the answers without a name are sealed. */
export const unnamedPlace = (row: string) => ({ table: "unnamed_feedback", column: "answers", row });

// With the answers stays what they were asked about, so that what they answered still stands when what they need was erased. It is not
// passed on with answers that are sent without a name.
type Begun = { readonly answers: FeedbackAnswers; readonly asked: readonly AskedId[] | null };

// Written only by this module, so its shape is known.
function begunIn(context: Context, { invitationId, answers }: Pick<StoredFeedback, "invitationId" | "answers">): Begun {
  if (answers === null) return { answers: nothingAnswered, asked: null };
  const { asked = null, ...said } = JSON.parse(context.vault.unseal(answers, place(invitationId))) as Partial<
    FeedbackAnswers & { readonly asked: readonly AskedId[] }
  >;
  return { answers: { ...nothingAnswered, ...said }, asked };
}

/** What was answered, opened. */
export function openedFeedback(context: Context, row: Pick<StoredFeedback, "invitationId" | "answers">): FeedbackAnswers {
  return begunIn(context, row).answers;
}

export type MyFeedback = {
  /** What they asked for and are asked about; never what only the coordinator may know. */
  readonly asked: readonly AskedId[];
  readonly answers: FeedbackAnswers;
  readonly sentOn: CalendarDate | null;
  /** The day by which everybody is to be told what changed. */
  readonly toldBy: CalendarDate;
  /** The day they were told last; null while they were not. */
  readonly toldOn: CalendarDate | null;
  /** Whether it is too late to answer: what is said is kept no longer. */
  readonly isOver: boolean;
  readonly daysKept: number;
  readonly today: CalendarDate;
  readonly version: number;
};

/** Somebody's own feedback; null before the day after the meeting, and where it was called off. */
export async function myFeedback(context: Context, attendee: Attendee, db: Db = context.db): Promise<MyFeedback | null> {
  const meeting = await findMeetingById(db, attendee.organisationId, attendee.meetingId);
  if (!meeting || meeting.date === null) return null;
  const time = await feedbackTime(context, meeting, db);
  if (time.state === "not-yet") return null;
  const row = await findFeedback(db, attendee.invitationId);
  const begun = row === undefined ? { answers: nothingAnswered, asked: null } : begunIn(context, row);
  return {
    asked: askedAndAnswered(begun.asked ?? (await askedOfPerson(context, db, attendee.invitationId)), begun.answers),
    answers: begun.answers,
    sentOn: row?.sentOn ?? null,
    toldBy: addDays(meeting.date, daysToTell),
    toldOn: meeting.outcomesToldAt === null ? null : dayIn(meeting.outcomesToldAt),
    isOver: time.state === "over",
    daysKept: time.daysKept,
    today: context.today,
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

export type FeedbackRefusal = "not-yet" | "over" | "sent-already" | "changed-elsewhere";

/**
 * Keeps one page of it, with what they were asked about. Refused once it was sent, once it is too late, and when it was changed elsewhere
 * since the page was drawn. Gives nothing back: what was said stands nowhere but in its own row.
 */
export async function saveMyFeedback(
  context: Context,
  attendee: Attendee,
  version: number,
  change: (answers: FeedbackAnswers) => FeedbackAnswers,
  intent?: string,
): Promise<Result<null, FeedbackRefusal>> {
  return context.change<Result<null, FeedbackRefusal>>(
    async (tx) => {
      const before = await myFeedback(context, attendee, tx);
      const refusal = refusalOf(before, version);
      if (before === null || refusal !== null) return refused(refusal ?? "not-yet");
      const answers = change(before.answers);
      const { invitationId, organisationId, meetingId } = attendee;
      const begun = { ...answers, asked: askedAndAnswered(before.asked, answers) };
      const sealed = context.vault.seal(JSON.stringify(begun), place(invitationId));
      if (!(await saveFeedback(tx, version, { invitationId, organisationId, meetingId, answers: sealed })))
        return refused("changed-elsewhere");
      await record(context, tx, {
        organisationId,
        actor: auditActorOf(attendee),
        action: "feedback-saved",
        subject: { kind: "invitation", id: invitationId },
      });
      return done(null);
    },
    intent === undefined ? {} : { intent },
  );
}

function refusalOf(mine: MyFeedback | null, version: number): FeedbackRefusal | null {
  if (mine === null) return "not-yet";
  if (mine.sentOn !== null) return "sent-already";
  if (mine.isOver) return "over";
  return mine.version === version ? null : "changed-elsewhere";
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
      const refusal = refusalOf(before, version);
      if (before === null || refusal !== null) return refused(refusal ?? "not-yet");
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

// What was emptied again is not sent along; what they wrote is, as their own pages show it.
function finished(asked: readonly AskedId[], answers: FeedbackAnswers): FeedbackAnswers {
  const open = toTellMoreOf(asked, answers);
  const kept = <Value>(given: Readonly<Partial<Record<AskedId, Value>>>, of: readonly AskedId[]) =>
    Object.fromEntries(Object.entries(given).filter(([requirement]) => of.some((one) => one === requirement)));
  return { ...answers, got: kept(answers.got, asked), happened: kept(answers.happened, open) };
}
