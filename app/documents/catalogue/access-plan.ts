// The plan for the coordinator's file. Names stand in it only where the person let the coordinator read their answers by name.
import type { Reading } from "#app/domain/access/sharing.ts";
import { bullets, facts, paragraph, section, sheet, slip } from "#app/documents/model.ts";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { Block, Doc } from "#app/documents/model.ts";
import { plainDate } from "#app/words/format.ts";
import { readingText } from "#app/words/sharing.ts";
import { paperForms, type DocumentDefinition } from "./definition.ts";
import { framed, type PaperFrame } from "./meeting-on-paper.ts";
import { clashSections, openingOf, planSections, type NoPlan, type PlanOnPaper, type Replies } from "./plan-parts.ts";

export type AccessPlanFacts = {
  readonly frame: PaperFrame;
  readonly replies: Replies;
  readonly agenda: readonly string[];
  readonly plan: PlanOnPaper | NoPlan;
  /** What each person let the coordinator read, without anything that is never printed. */
  readonly readings: readonly Reading[];
  /** What was decided, in the coordinators' own words; null leaves clashes and decisions out. */
  readonly decisions: readonly PlannedDecision[] | null;
};

export type PlannedDecision = {
  readonly about: string;
  readonly words: string;
  /** Who makes sure on the day, and what shows it; empty where nobody said. */
  readonly role: string;
  readonly evidence: string;
  readonly decidedBy: string;
  readonly decidedOn: CalendarDate;
};

export const accessPlan: DocumentDefinition<AccessPlanFacts> = {
  id: "access-plan",
  name: "Access plan, for your file",
  forms: paperForms,
  audiences: ["coordinator"],
  per: "meeting",
  build: buildAccessPlan,
};

function buildAccessPlan({ frame, replies, agenda, plan, readings, decisions }: AccessPlanFacts): Doc {
  const opening = openingOf(frame.meeting, replies, plan);
  return {
    ...framed(frame),
    title: `Access plan: ${frame.meeting.name}`,
    saveAs: "access plan",
    audience: "For the coordinator’s file. Names where people agreed.",
    blocks:
      typeof plan === "string"
        ? opening
        : [
            ...opening,
            ...planSections(frame.meeting, agenda, plan),
            ...(decisions === null ? [] : [...clashSections(plan), ...decisionSections(decisions)]),
            peopleSheet(readings),
          ],
  };
}

function decisionSections(decisions: readonly PlannedDecision[]): readonly Block[] {
  if (decisions.length === 0) return [];
  return [
    section(
      "What was decided",
      decisions.map(({ about, words, role, evidence, decidedBy, decidedOn }) =>
        slip(about, [
          ...(words === "" ? [] : [paragraph(words)]),
          facts([
            ...(role === "" ? [] : [["Who makes sure on the day", role] as const]),
            ...(evidence === "" ? [] : [["What shows it", evidence] as const]),
            ["Decided by", `${decidedBy}, ${plainDate(decidedOn)}`],
          ]),
        ]),
      ),
    ),
  ];
}

function peopleSheet(readings: readonly Reading[]): Block {
  const told = readings.filter(({ lines }) => lines.length > 0);
  return sheet("What people told us", [
    paragraph("A name stands here only where the person agreed. Keep this sheet out of sight of other people."),
    ...(told.length === 0 ? [paragraph("Nobody has sent their answers yet.")] : []),
    ...told.map((reading) => section(reading.name ?? "Without a name", [bullets(readingText(reading).lines)])),
  ]);
}
