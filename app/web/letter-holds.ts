// What somebody wants in their letter for the Jobcentre, kept in the address so that nothing is stored.
import type { LetterHolds } from "#app/services/documents.server.ts";

const usualHolds: LetterHolds = { name: true, meeting: true, amount: false, chosen: false };

/** The parts ticked in a form. */
export function holdsIn(parts: readonly string[]): LetterHolds {
  const has = (part: string): boolean => parts.includes(part);
  return { name: has("name"), meeting: has("meeting"), amount: has("amount"), chosen: has("chosen") };
}

/** The parts asked for in an address; the usual ones where nothing was chosen. */
export function letterHolds(search: URLSearchParams): LetterHolds {
  if (search.get("letter") !== "chosen") return usualHolds;
  const parts = search.getAll("include");
  return holdsIn(parts);
}

/** The same parts as the end of an address. */
export function searchOfLetter(holds: LetterHolds): string {
  const search = new URLSearchParams({ letter: "chosen" });
  for (const part of ["name", "meeting", "amount", "chosen"] as const) if (holds[part]) search.append("include", part);
  return `?${search.toString()}`;
}
