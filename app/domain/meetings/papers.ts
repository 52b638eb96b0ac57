// Papers: which formats each person gets, the day they go out, and the day work on each format starts.
import { baseline } from "#app/domain/access/baseline.ts";
import { formatOf, type FormatId } from "#app/domain/access/formats.ts";
import { askedOf } from "#app/domain/access/asked.ts";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { CountBack } from "./count-back.ts";
import { isPlannedAsEssential, type AttendeeNeeds, type MeetingFacts } from "./meeting.ts";
import { timesAskedBy } from "./timetable.ts";

/** Why a format: the person chose it, a requirement of theirs asks for it, or nobody asked and clear print is what everyone gets. */
export type FormatReason = "chosen" | "asked-by-requirement" | "usual";

export type Paper = {
  readonly attendee: string;
  readonly format: FormatId;
  readonly reason: FormatReason;
  /** Working days before the meeting that this person needs their papers. */
  readonly outWorkingDays: number;
  /** Absent when the holidays that far are not known. */
  readonly sendBy?: CalendarDate;
  readonly startProductionBy?: CalendarDate;
};

const usualFormat: FormatId = "clear-print";

/**
 * One line for each person and format. A person's own notice counts, never less than the baseline's; production starts the
 * format's usual lead time before that. Dates the holiday list does not cover are absent, never guessed.
 */
export function planPapers(meeting: MeetingFacts, attendees: readonly AttendeeNeeds[], countBack: CountBack): readonly Paper[] {
  return attendees.flatMap((attendee) => {
    const outWorkingDays = papersNoticeOf(attendee);
    const sendBy = countBack(meeting.date, outWorkingDays);
    return formatsFor(attendee).map(({ format, reason }) => {
      const line = { attendee: attendee.ref, format, reason, outWorkingDays };
      if (sendBy === undefined) return line;
      const start = countBack(sendBy, formatOf(format).leadWorkingDays.typical);
      return { ...line, sendBy, ...(start === undefined ? {} : { startProductionBy: start }) };
    });
  });
}

/** The formats a person gets: those chosen; else those their requirements about format ask for; else clear print. */
export function formatsFor(attendee: AttendeeNeeds): readonly { readonly format: FormatId; readonly reason: FormatReason }[] {
  if (attendee.chosenFormats.length > 0) return [...new Set(attendee.chosenFormats)].map((format) => ({ format, reason: "chosen" }));
  const asked = new Set<FormatId>();
  for (const { requirement } of attendee.needs) {
    const { formats, aisCategory } = askedOf(requirement);
    if (formats === undefined || aisCategory !== "information-format") continue;
    for (const format of formats.choose === "one" ? [formats.from[0]] : formats.from) asked.add(format);
  }
  if (asked.size > 0) return [...asked].map((format) => ({ format, reason: "asked-by-requirement" }));
  return [{ format: usualFormat, reason: "usual" }];
}

/** Working days before the meeting by which this person needs papers: the largest they ask for, never less than the baseline. */
export function papersNoticeOf(attendee: AttendeeNeeds): number {
  const asked = attendee.needs.filter(isPlannedAsEssential).map((need) => timesAskedBy(need).papersOutWorkingDays ?? 0);
  return Math.max(baseline.timetable.papersOutWorkingDays ?? 0, ...asked);
}
