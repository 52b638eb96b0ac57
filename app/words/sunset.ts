// The time of sunset in sentences, always with how it is known.
import type { CalendarDate, ClockTime } from "#app/domain/basics/dates.ts";
import { clock, longDate } from "./format.ts";

/** What is known of sunset on a day, and how; said just as plainly when it is not known. */
export function sunsetSentence(
  known: { readonly at: ClockTime; readonly by: "typed" | "worked-out" } | null,
  date: CalendarDate,
  venue: string | null,
): string {
  const day = longDate(date);
  if (known === null) {
    return venue === null
      ? `The time of sunset on ${day} is not known. Nobody has typed it.`
      : `The time of sunset on ${day} is not known. Nobody has typed it, or said where ${venue} is.`;
  }
  const at = `The sun sets at ${clock(known.at)} on ${day}`;
  return known.by === "typed" ? `${at}. Somebody of us looked it up.` : `${at}. We worked it out from where ${venue ?? "the venue"} is.`;
}
