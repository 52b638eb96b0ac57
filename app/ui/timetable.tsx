// The running order of a day, read from top to bottom, breaks told apart by words and not by shade alone.
import type { ReactElement, ReactNode } from "react";
import type { ClockTime } from "#app/domain/basics/dates.ts";
import { clockRange, duration } from "#app/words/format.ts";
import { minutesOf } from "#app/domain/basics/dates.ts";

export type TimetableEntry = {
  readonly from: ClockTime;
  readonly to: ClockTime;
  readonly title: string;
  /** A pause is a break or a meal: nothing is discussed. */
  readonly kind: "session" | "pause";
  /** Why it is there or what it is for. */
  readonly note?: ReactNode;
};

/** The parts of a day in order, each with its times and length. */
export function Timetable({ entries, label }: { readonly entries: readonly TimetableEntry[]; readonly label: string }): ReactElement {
  return (
    <ol className="timetable" aria-label={label}>
      {entries.map((entry) => (
        <li key={`${entry.from}-${entry.title}`} className={entry.kind === "pause" ? "timetable__pause" : undefined}>
          <p className="timetable__time">{clockRange(entry.from, entry.to)}</p>
          <div>
            <p>
              <strong>{entry.title}</strong> ({duration(minutesOf(entry.to) - minutesOf(entry.from))})
            </p>
            {entry.note === undefined ? null : <p>{entry.note}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
