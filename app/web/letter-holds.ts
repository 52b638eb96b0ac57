// What somebody wants in their letter for the Jobcentre, kept in the address so that nothing is stored.
import type { LetterHolds } from "#app/services/documents.server.ts";

/** The parts asked for in an address; the usual ones where nothing was chosen. */
export function letterHolds(search: URLSearchParams): LetterHolds {
  if (search.get("letter") !== "chosen") return { name: true, meeting: true, amount: false };
  const parts = search.getAll("include");
  return { name: parts.includes("name"), meeting: parts.includes("meeting"), amount: parts.includes("amount") };
}

/** The same parts as the end of an address. */
export function searchOfLetter(holds: LetterHolds): string {
  const search = new URLSearchParams({ letter: "chosen" });
  for (const part of ["name", "meeting", "amount"] as const) if (holds[part]) search.append("include", part);
  return `?${search.toString()}`;
}
