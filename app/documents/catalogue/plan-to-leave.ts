// One person's plan to get out safely, for them and for whoever helps. It is a paper of its own, never part of another.
import type { LeavePlan } from "#app/domain/meetings/leave-plan.ts";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { callout, facts, paragraph } from "#app/documents/model.ts";
import { plainDate } from "#app/words/format.ts";
import { leavePlanLines } from "#app/words/leave-plan.ts";
import { paperForms, type DocumentDefinition } from "./definition.ts";
import { contactOnPaper, framed, whenOnPaper, whereOnPaper, type PaperFrame } from "./meeting-on-paper.ts";

export type PlanToLeaveFacts = {
  readonly frame: PaperFrame;
  readonly name: string;
  readonly plan: LeavePlan;
  readonly agreedOn: CalendarDate | null;
  /** Whether it is still for this room, this time and these helpers. */
  readonly stands: boolean;
};

export const planToLeave: DocumentDefinition<PlanToLeaveFacts> = {
  id: "plan-to-leave",
  name: "Plan to leave safely",
  forms: paperForms,
  audiences: ["coordinator", "the-person"],
  per: "person",
  build: ({ frame, name, plan, agreedOn, stands }) => ({
    ...framed(frame),
    title: "Plan to leave safely",
    saveAs: "plan to leave safely",
    audience: "For the person and the people who help. Destroy it after the meeting.",
    // Whose it is and whether it may be relied on are read before what it says.
    blocks: [
      facts([["For", name]]),
      stands && agreedOn !== null
        ? paragraph(`Agreed on ${plainDate(agreedOn)}.`)
        : callout("warning", "Not agreed as it stands", [
            paragraph(
              "This plan is not agreed, or something changed after it was agreed. Do not rely on it before you have talked about it.",
            ),
          ]),
      paragraph("If something is not as it stands here, say so at once. Nobody waits for the fire service."),
      facts([
        ["Meeting", frame.meeting.name],
        ["When", whenOnPaper(frame.meeting)],
        ["Where", whereOnPaper(frame.meeting)],
        ...leavePlanLines(plan).map(({ name: row, detail }) => [row, detail] as const),
        ...(frame.meeting.contact === null ? [] : [["Contact on the day", contactOnPaper(frame.meeting.contact)] as const]),
      ]),
    ],
  }),
};
