// What is wrong with the times of a meeting, in words. Whose need set a limit is for the coordinator; the caller says how to
// name it, so that a page can withhold it.
import { unreachable } from "#app/domain/basics/result.ts";
import type { TimetableFinding, TimetableNote, TimetableSource } from "#app/domain/meetings/timetable.ts";
import { conflictTitle } from "./conflicts.ts";
import { clock, counted, duration } from "./format.ts";
import { requirementName } from "./requirements.ts";

/** Names a source by its codes: "baseline" or "p2:bsl-interpreter". */
export function sourceCode(source: TimetableSource): string {
  if (source === "baseline") return source;
  return "clash" in source ? `clash:${source.clash}` : `${source.attendee}:${source.requirement}`;
}

/** Names a source by what was asked for, never by who asked. */
export function sourceForPeople(source: TimetableSource): string {
  if (source === "baseline") return "good practice for every meeting";
  return "clash" in source ? `a way out agreed: ${conflictTitle[source.clash]}` : requirementName[source.requirement];
}

/** One line for one finding, with the figures as they are held: for the command line and for comparing. */
export function timetableFindingSentence(finding: TimetableFinding, nameSource: (source: TimetableSource) => string): string {
  switch (finding.kind) {
    case "starts-too-early":
      return `Planned start ${finding.planned} is before ${finding.limit} (${nameSource(finding.source)})`;
    case "ends-too-late":
      return `Planned end ${finding.planned} is after ${finding.limit} (${nameSource(finding.source)})`;
    case "agenda-does-not-fit": {
      const needs = `Agenda does not fit: needs ${finding.neededMinutes} minutes with extra time and breaks`;
      const limits = [
        ...(finding.windowMinutes === undefined ? [] : [`window is ${finding.windowMinutes} minutes`]),
        ...(finding.longestMeetingMinutes === undefined ? [] : [`longest meeting ${finding.longestMeetingMinutes}`]),
      ];
      return `${needs}; ${limits.join(", ")}`;
    }
    case "planned-too-short":
      return `Planned ${finding.plannedMinutes} minutes is too short: ${finding.neededMinutes} minutes needed`;
    default:
      return unreachable(finding);
  }
}

/** One line for one note, as it is held. */
export function timetableNoteSentence(note: TimetableNote, nameSource: (source: TimetableSource) => string): string {
  const source = nameSource(note.source);
  switch (note.kind) {
    case "baseline-gives-way":
      return note.key === "latestEnd"
        ? `The usual latest end ${note.baseline} is set aside for a later start (${source})`
        : `The usual earliest start ${note.baseline} is set aside for an earlier end (${source})`;
    case "sunset-not-known":
      return `Sunset is not known, so nobody knows how late the meeting can end (${source})`;
    case "falls-on-date-to-avoid":
      return `The meeting is on a date to avoid (${source})`;
    case "check-term-dates":
      return `Check that the date is in term time (${source})`;
    case "ask-which-dates":
      return `Ask which dates to avoid (${source})`;
    case "keep-gap-between-meetings":
      return `Leave at least ${note.days} days between meetings (${source})`;
    default:
      return unreachable(note);
  }
}

/** One sentence for one finding, with times and lengths as people say them: for pages. */
export function findingForPeople(finding: TimetableFinding, nameSource: (source: TimetableSource) => string): string {
  switch (finding.kind) {
    case "starts-too-early":
      return `The planned start, ${clock(finding.planned)}, is before ${clock(finding.limit)} (${nameSource(finding.source)}).`;
    case "ends-too-late":
      return `The planned end, ${clock(finding.planned)}, is after ${clock(finding.limit)} (${nameSource(finding.source)}).`;
    case "agenda-does-not-fit": {
      // Only what stands in the way: a limit that would hold the agenda is no reason.
      const limits = [
        ...(finding.windowMinutes === undefined || finding.windowMinutes >= finding.neededMinutes
          ? []
          : [windowSentence(finding.windowMinutes)]),
        ...(finding.longestMeetingMinutes === undefined || finding.longestMeetingMinutes >= finding.neededMinutes
          ? []
          : [`the longest meeting somebody can manage is ${duration(finding.longestMeetingMinutes)}`]),
      ];
      return `The agenda does not fit: it needs ${duration(finding.neededMinutes)} with extra time and breaks, and ${limits.join(", and ")}.`;
    }
    case "planned-too-short":
      return `The planned ${duration(finding.plannedMinutes)} is too short: ${duration(finding.neededMinutes)} is needed.`;
    default:
      return unreachable(finding);
  }
}

function windowSentence(minutes: number): string {
  return minutes > 0
    ? `the time between the earliest start and the latest end is ${duration(minutes)}`
    : "the earliest start is not before the latest end";
}

/** One sentence for one note, with times and lengths as people say them: for pages. */
export function noteForPeople(note: TimetableNote, nameSource: (source: TimetableSource) => string): string {
  const source = nameSource(note.source);
  switch (note.kind) {
    case "baseline-gives-way":
      return note.key === "latestEnd"
        ? `The usual latest end, ${clock(note.baseline)}, is set aside for a later start (${source}).`
        : `The usual earliest start, ${clock(note.baseline)}, is set aside for an earlier end (${source}).`;
    case "keep-gap-between-meetings":
      return `Leave at least ${counted(note.days, "day", "days")} between meetings (${source}).`;
    default:
      return `${timetableNoteSentence(note, nameSource)}.`;
  }
}
