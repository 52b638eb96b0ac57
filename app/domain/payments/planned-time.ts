// The time a meeting offers to pay for, as entries to be priced. A line that was chosen for the meeting pays for the other
// activities too where it covers them; else the card's own line for that activity does, or nobody's: then pricing refuses.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { TimeEntry } from "./price-time.ts";
import type { Activity, Mode, RateLine } from "./rate-card.ts";

/** Minutes offered for each activity; nothing is offered for one with no minutes. */
export type PlannedMinutes = {
  readonly meeting: number;
  readonly reading: number;
  readonly preparation: number;
  readonly travel: number;
};

/** The entries of one person's offer, in the order they are told: the meeting, then reading, getting ready and travel. */
export function plannedEntries(input: {
  readonly event: string;
  readonly date: CalendarDate;
  readonly mode?: Mode;
  readonly line: RateLine;
  readonly minutes: PlannedMinutes;
}): readonly TimeEntry[] {
  const { event, date, mode, line, minutes } = input;
  const activities: readonly { readonly activity: Activity; readonly minutes: number }[] = [
    { activity: "meeting", minutes: minutes.meeting },
    { activity: "reading", minutes: minutes.reading },
    { activity: "preparation", minutes: minutes.preparation },
    { activity: "travel-time", minutes: minutes.travel },
  ];
  const [role] = line.roles === "any" ? [] : line.roles;
  return activities
    .filter((planned) => planned.minutes > 0)
    .map((planned) => ({
      id: planned.activity,
      event,
      date,
      activity: planned.activity,
      minutes: planned.minutes,
      ...(role === undefined ? {} : { role }),
      ...(mode === undefined ? {} : { mode }),
      ...(covers(line, planned.activity) ? { lineCode: line.code } : {}),
    }));
}

/** Whether a line pays for an activity. */
export function covers(line: Pick<RateLine, "activities">, activity: Activity): boolean {
  return line.activities === "any" || line.activities.includes(activity);
}
