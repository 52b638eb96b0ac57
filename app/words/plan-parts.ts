// The words of the plan page about its own parts: a part that could not be loaded, and the papers it has links to.
import { counted } from "./format.ts";

/** The heading of each part, in the order of the page. */
export const partHeading = {
  "do-next": "Do next",
  needs: "What people need",
  "own-words": "In people's own words",
  clashes: "Clashes",
  bookings: "Bookings and deadlines",
  timetable: "Timetable",
  papers: "Papers",
  replies: "Replies",
  place: "Date and place",
  print: "Print and share",
} as const;

/** In place of a part that could not be loaded. */
export const partNotLoaded = "We could not load this part. Your data is safe.";

/** Beside a list that is worked out from several parts, where one of them could not be loaded. */
export const listNotWhole = "We could not load all of this part. Your data is safe. Something to do may be missing from this list.";

const paperNames = {
  "access-plan": "Access plan for your file",
  "plan-without-names": "Plan without names",
  "plan-for-venue": "Venue requirement sheet",
  "wall-sheet": "Wall sheet for the room",
} as const;

/** "Plan without names (PDF, 3 pages)"; without the length while nobody has counted it. */
export function planPaperLink(paper: keyof typeof paperNames, pages: number | null): string {
  return `${paperNames[paper]} (PDF${pages === null ? "" : `, ${counted(pages, "page", "pages")}`})`;
}
