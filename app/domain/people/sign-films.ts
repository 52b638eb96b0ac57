// Films in British Sign Language: the places on our pages that can have one, and whether a film still says what the page says.
import { calendarDateOf, type CalendarDate } from "#app/domain/basics/dates.ts";

export const filmSlots = ["invitation", "private-link", "who-sees", "payment", "claim", "complain"] as const;

/** A place on our pages that can have a film, in order of worth (experience.md 5.10). */
export type FilmSlot = (typeof filmSlots)[number];

/** The day the words a film tells of were last changed. Move the day with the words: every earlier film is then taken down. */
export const filmWordsChangedOn: Readonly<Record<FilmSlot, CalendarDate>> = {
  invitation: calendarDateOf("2026-11-22"),
  "private-link": calendarDateOf("2026-11-22"),
  "who-sees": calendarDateOf("2026-11-22"),
  payment: calendarDateOf("2026-11-22"),
  claim: calendarDateOf("2026-11-22"),
  complain: calendarDateOf("2026-11-22"),
};

/** Whether a film checked on that day still tells what the page says: nobody may be shown a film older than its words. */
export function isFilmCurrent(slot: FilmSlot, checkedOn: CalendarDate, wordsChangedOn = filmWordsChangedOn): boolean {
  return checkedOn >= wordsChangedOn[slot];
}
