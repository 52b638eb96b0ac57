// What a person let coordinators read with their name, for their page among the people: opened on request, and each look is on record.
import { readingOf } from "#app/domain/access/sharing.ts";
import { dayIn, type CalendarDate } from "#app/domain/basics/dates.ts";
import { auditActorOf, type Coordinator } from "#app/domain/people/actors.ts";
import { readingText } from "#app/words/sharing.ts";
import { record } from "#db/audit.ts";
import { listSentBy } from "#db/stores/needs.ts";
import type { Context } from "./context.server.ts";
import { answersIn, areReadWithName, sharedOf, type AccessAnswers } from "./needs.server.ts";

export type SharedAnswers = {
  /** What they last sent, and for which meeting; null while they sent nothing. */
  readonly sent: { readonly on: CalendarDate; readonly meeting: string; readonly isShared: boolean } | null;
  /** Those who helped them and would like to be contacted. */
  readonly supporters: readonly string[];
  /** What it says; null while it is not opened, or not for coordinators to read with the name. */
  readonly lines: readonly string[] | null;
};

/** What coordinators may read of somebody's answers with their name, as lines; null where they did not let them. */
export function linesReadWithName(answers: AccessAnswers): readonly string[] | null {
  return areReadWithName(answers) ? readingText(readingOf(sharedOf("", answers), "coordinator")).lines : null;
}

/** What somebody last sent, as a coordinator may know of it: that it is there, and, opened, what they shared with their name. */
export async function sharedAnswersOf(
  context: Context,
  coordinator: Coordinator,
  personId: string,
  look: "closed" | "opened",
): Promise<SharedAnswers> {
  const { organisationId } = coordinator;
  const found = (await listSentBy(context.db, organisationId, personId)).flatMap(({ answers, meetingName }) =>
    answers.sent === null || answers.sentAt === null
      ? []
      : [{ sent: answersIn(context, answers.sent, "sent", answers.invitationId), on: dayIn(answers.sentAt), meeting: meetingName }],
  );
  const supporters = [...new Set(found.map(({ sent }) => sent.helper).filter((helper) => helper !== ""))];
  const latest = found[0];
  if (latest === undefined) return { sent: null, supporters, lines: null };
  const { on, meeting } = latest;
  const lines = linesReadWithName(latest.sent);
  const seen = { sent: { on, meeting, isShared: lines !== null }, supporters };
  if (lines === null || look === "closed") return { ...seen, lines: null };
  await context.change(async (tx) =>
    record(context, tx, {
      organisationId,
      actor: auditActorOf(coordinator),
      action: "shared-answers-opened",
      subject: { kind: "person", id: personId },
    }),
  );
  return { ...seen, lines };
}
