// The plan anybody working on the meeting may have: things, counts and times, and nobody's name or own words.
import type { Doc } from "#app/documents/model.ts";
import { paperForms, type DocumentDefinition } from "./definition.ts";
import { framed, type PaperFrame } from "./meeting-on-paper.ts";
import { clashSections, openingOf, planSections, type NoPlan, type PlanOnPaper, type Replies } from "./plan-parts.ts";

export type PlanWithoutNamesFacts = {
  readonly frame: PaperFrame;
  readonly replies: Replies;
  readonly agenda: readonly string[];
  readonly plan: PlanOnPaper | NoPlan;
  readonly showsClashes: boolean;
};

export const planWithoutNames: DocumentDefinition<PlanWithoutNamesFacts> = {
  id: "plan-without-names",
  name: "Access plan, without names",
  forms: paperForms,
  audiences: ["coordinator", "anyone"],
  per: "meeting",
  build: buildPlanWithoutNames,
};

function buildPlanWithoutNames({ frame, replies, agenda, plan, showsClashes }: PlanWithoutNamesFacts): Doc {
  const opening = openingOf(frame.meeting, replies, plan);
  return {
    ...framed(frame),
    title: `Access plan without names: ${frame.meeting.name}`,
    saveAs: "access plan without names",
    audience: "Anyone working on the meeting: no names.",
    blocks:
      typeof plan === "string"
        ? opening
        : [...opening, ...planSections(frame.meeting, agenda, plan), ...(showsClashes ? clashSections(plan) : [])],
  };
}
