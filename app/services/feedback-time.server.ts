// Until when people can say how a meeting was: for as long as their answers are kept, and no longer.
import { addDays, type CalendarDate } from "#app/domain/basics/dates.ts";
import { hasBeen } from "#app/domain/meetings/feedback.ts";
import type { Db } from "#db/open.ts";
import type { Meeting } from "#db/stores/meetings.ts";
import type { Context } from "./context.server.ts";
import { periodsOf } from "./keeping-periods.server.ts";

export type FeedbackTime = {
  /** Before the day after the meeting, and for one that was called off, nobody is asked. */
  readonly state: "not-yet" | "open" | "over";
  /** The last day somebody can answer; null while the meeting has no date. */
  readonly lastDay: CalendarDate | null;
  /** How many days after the meeting answers are kept. */
  readonly daysKept: number;
};

/** How it stands with asking how a meeting was. */
export async function feedbackTime(context: Context, meeting: Meeting, db: Db = context.db): Promise<FeedbackTime> {
  const daysKept = (await periodsOf(db, meeting.organisationId)).feedback;
  const lastDay = meeting.date === null ? null : addDays(meeting.date, daysKept);
  if (!hasBeen(meeting, context.today)) return { state: "not-yet", lastDay, daysKept };
  return { state: lastDay !== null && context.today > lastDay ? "over" : "open", lastDay, daysKept };
}
