// The second menu: the pages of one meeting.
import type { NavItem } from "#app/ui/page.tsx";

const pages = [
  { text: "Plan", end: "plan" },
  { text: "Who is invited", end: "people" },
  { text: "Dates", end: "dates" },
  { text: "Venue", end: "venue" },
  { text: "Instructions", end: "instructions" },
  { text: "Costs before", end: "costs-before" },
  { text: "Day", end: "day" },
  { text: "Attendance and claims", end: "attendance" },
  { text: "Feedback", end: "feedback" },
  { text: "Print", end: "print" },
] as const;

/** The menu of a meeting, with the page somebody is on marked; `path` is the address they asked for. */
export function meetingNav(reference: string, path: string): readonly NavItem[] {
  const [here = ""] = path.split("?");
  return pages.map(({ text, end }) => {
    const href = `/meetings/${reference}/${end}`;
    const isUnder = (start: string) => here === start || here.startsWith(`${start}/`);
    // Comparing venues is part of the venue; what follows feedback belongs to it; claims that came on paper and private letters belong to attendance and claims.
    const isNear =
      (end === "venue" && here.startsWith(`${href}s`)) ||
      (end === "feedback" && ["outcomes", "evaluation"].some((one) => isUnder(`/meetings/${reference}/${one}`))) ||
      (end === "attendance" && ["paper-claims", "private-letters"].some((one) => isUnder(`/meetings/${reference}/${one}`)));
    return { text, href, isCurrent: isUnder(href) || isNear };
  });
}
