// The plan of the pages beside the answer of the JSON door: the same findings, put the same way. The pages name nobody, so people
// are counted; whose limit a time is stays out for the same reason.
import type { FormatId } from "#app/domain/access/formats.ts";
import type { PlanView } from "#app/services/plan-view.ts";
import { sourceCode, timetableFindingSentence } from "#app/words/timetable-findings.ts";
import { planMeetingFromJson, type PlanAnswer } from "#scripts/plan-meeting-door.ts";
import type { WorkedMeeting } from "./worked-meetings.ts";

/** What the JSON door says of a worked meeting, with these formats for each person, and with or without the time of sunset. */
export function doorAnswer(
  { given }: WorkedMeeting,
  formatsOf: (ref: string) => readonly FormatId[],
  sunset: "as-given" | "not-known" = "not-known",
): PlanAnswer {
  const { meeting, attendees, venue, coordinatorOnlyLinks } = given;
  const people = attendees.map((one) => ({ ...one, chosenFormats: formatsOf(one.ref) }));
  const known = sunset === "as-given" ? meeting.sunset : null;
  const answer = planMeetingFromJson(
    JSON.stringify({ meeting: { ...meeting, sunset: known }, attendees: people, venue, coordinatorOnlyLinks }),
  );
  if (!answer.ok) throw new Error(answer.refusal.join("; "));
  return answer.value;
}

/** The findings of the JSON door, without references. */
export function findingsOfDoor(answer: PlanAnswer) {
  const named = ({ requirement, feature }: { readonly requirement: string; readonly feature: string }) => `${requirement} ${feature}`;
  return {
    unmetMusts: once(answer.unmetMusts.map(named)),
    unmetShoulds: once(answer.unmetShoulds.map(named)),
    unknownMusts: once(answer.unknownMustsToAsk.map(named)),
    baselineNotMet: answer.baselineNotMet,
    clashes: [
      ...answer.conflicts.map(({ conflict, between }) => `${conflict} ${new Set(between.map((side) => side.split(":")[0])).size}`),
      ...answer.otherConflictsToConsider.map(({ conflict, people }) => `${conflict} ${people.length}`),
    ].toSorted(),
    limits: answer.mergedTimetable,
    timetable: answer.timetableFindings.map(withoutReferences),
    minutesNeeded: answer.minutesNeeded,
    breaks: answer.breaksNeeded,
    bookings: answer.bookings.map(({ support, quantity, attendees, bookBy, lastChance, statusOnPlanningDay }) =>
      [support, quantity, attendees.length, bookBy, lastChance, statusOnPlanningDay].join(" "),
    ),
    papers: once(answer.papers.map(({ format }) => format)).map((format) => {
      const theirs = answer.papers.filter((one) => one.format === format);
      const first = (days: readonly (string | null)[]) => days.toSorted()[0];
      return [format, theirs.length, first(theirs.map(({ sendBy }) => sendBy)), first(theirs.map((one) => one.startProductionBy))].join(
        " ",
      );
    }),
    plansToLeave: answer.evacuationPlansFor.length,
  };
}

/** The findings of the plan page. */
export function findingsOfPage(plan: PlanView) {
  const facts = (level: string, finding: string) =>
    once(
      plan.requirements.flatMap(({ requirement, demands }) =>
        demands.flatMap((state) =>
          state.demand.kind === "venue-feature" && state.level === level && state.finding === finding
            ? [`${requirement} ${state.demand.feature}`]
            : [],
        ),
      ),
    );
  return {
    unmetMusts: facts("must", "not-met"),
    unmetShoulds: facts("should", "not-met"),
    unknownMusts: facts("must", "unknown"),
    baselineNotMet: plan.baseline.filter(({ level, finding }) => level === "must" && finding === "not-met").map(({ feature }) => feature),
    clashes: plan.clashes.map(({ clash, people }) => `${clash} ${people}`).toSorted(),
    limits: plan.timetable?.limits,
    timetable: [
      ...(plan.timetable?.findings ?? []).map((finding) => withoutReferences(timetableFindingSentence(finding, sourceCode))),
      ...(plan.timetable?.notes ?? []).flatMap((note) =>
        note.kind === "baseline-gives-way"
          ? [
              note.key === "latestEnd"
                ? `The usual latest end ${note.baseline} is set aside for a later start (${withoutReferences(sourceCode(note.source))})`
                : `The usual earliest start ${note.baseline} is set aside for an earlier end (${withoutReferences(sourceCode(note.source))})`,
            ]
          : [],
      ),
    ],
    minutesNeeded: plan.timetable?.needed.totalMinutes,
    breaks: plan.timetable?.needed.breaks,
    bookings: plan.bookings
      .flatMap(({ support, needed, people }) =>
        needed === null
          ? []
          : [[support, needed.quantity, people, needed.bookBy ?? null, needed.lastChance ?? null, needed.status].join(" ")],
      )
      .toSorted(),
    papers: plan.papers.map(({ format, people, sendBy, startBy }) => [format, people, sendBy, startBy].join(" ")).toSorted(),
    plansToLeave: plan.leaveSafely.people,
  };
}

function once(lines: readonly string[]): readonly string[] {
  return [...new Set(lines)].toSorted();
}

function withoutReferences(sentence: string): string {
  return sentence.replaceAll(/\bp\d+:|(?<=\():|^:/gu, "");
}
