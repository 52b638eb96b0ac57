// Films in British Sign Language: the places on our pages that can have one, in order of worth, what an address and a length must be,
// and when a film is no longer shown (experience.md 5.10).
import { done, refused, type Result } from "../basics/result.ts";

export const filmSlots = ["invitation", "private-link", "who-sees", "payment", "claim", "complain"] as const;

/** A place on our pages that can have a film. */
export type FilmSlot = (typeof filmSlots)[number];

/** A slot by its name in an address; null where there is no such slot. */
export function filmSlotOf(name: string): FilmSlot | null {
  return filmSlots.find((slot) => slot === name) ?? null;
}

/** The address of a film elsewhere, as a browser would write it. Refused unless it is https, names a host, and holds no password. */
export function readFilmAddress(typed: string): Result<string, "not-https"> {
  const address = URL.parse(typed.trim());
  if (address === null || address.protocol !== "https:" || address.username !== "" || address.password !== "") return refused("not-https");
  return address.hostname.includes(".") ? done(address.href) : refused("not-https");
}

/** How long a film is, in seconds, from minutes and seconds like "1:40". Refused below a second and above 59:59. */
export function readFilmLength(typed: string): Result<number, "not-a-length"> {
  const read = /^(\d{1,2}):([0-5]\d)$/u.exec(typed.trim());
  const seconds = read === null ? 0 : Number(read[1]) * 60 + Number(read[2]);
  return seconds > 0 && seconds < 3_600 ? done(seconds) : refused("not-a-length");
}

export type FilmState = "none" | "shown" | "out-of-date";

/** How a slot stands. A film checked against other words than the page has now is out of date, and is not shown. */
export function filmState(film: { readonly checkedWords: string } | null, wordsNow: string): FilmState {
  if (film === null) return "none";
  return film.checkedWords === wordsNow ? "shown" : "out-of-date";
}
