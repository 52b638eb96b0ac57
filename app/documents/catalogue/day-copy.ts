// The day page as one page to keep on a phone, for when there is no signal: it holds all it needs, and says from when it is. Plans to
// leave safely are never in it.
import type { DayCheckId } from "#app/domain/meetings/day-checks.ts";
import type { ClockTime } from "#app/domain/basics/dates.ts";
import { bullets, callout, facts, paragraph, section, tickBoxes, type Block, type Doc } from "#app/documents/model.ts";
import { checkLabel, roleDuties, roleName } from "#app/words/day.ts";
import { clock, plainDate } from "#app/words/format.ts";
import type { DayFacts } from "./day-papers.ts";
import { contactOnPaper, framed, whenOnPaper, whereOnPaper } from "./meeting-on-paper.ts";
import { runningOrderTable } from "./plan-parts.ts";

export type DayCopyFacts = Pick<DayFacts, "frame" | "agenda" | "runningOrder" | "roles"> & {
  readonly savedAt: ClockTime;
  readonly checks: readonly { readonly check: DayCheckId; readonly isDone: boolean }[];
  /** Who is expected, each with whether they have come, and only what they let whoever welcomes them know. */
  readonly people: readonly { readonly name: string; readonly standing: string; readonly lines: readonly string[] }[];
  /** What people who gave no name for this asked for, together. */
  readonly unnamed: readonly string[];
  readonly problems: readonly { readonly what: string; readonly isFixed: boolean }[];
};

/** The saved copy, in the order of the day page. */
export function dayCopy(day: DayCopyFacts): Doc {
  const { frame, savedAt, problems } = day;
  const { meeting } = frame;
  return {
    ...framed(frame),
    edition: `Saved at ${clock(savedAt)} on ${plainDate(frame.madeOn)}`,
    title: `The day: ${meeting.name}`,
    saveAs: "saved copy of the day",
    audience: "For whoever runs the day: names. Delete it after the meeting.",
    blocks: [
      callout("note", "This copy does not change", [
        paragraph(
          `It shows what was known at ${clock(savedAt)}. Write on paper what happens while you have no signal. Put it on the day page when the signal is back.`,
        ),
      ]),
      facts([
        ["When", whenOnPaper(meeting)],
        ["Where", whereOnPaper(meeting)],
        ...(meeting.contact === null ? [] : [["Contact on the day", contactOnPaper(meeting.contact)] as const]),
      ]),
      section("Running order", [
        day.runningOrder === null ? paragraph("The running order is not known yet.") : runningOrderTable(day.agenda, day.runningOrder),
      ]),
      section("Roles", day.roles.map(roleSection)),
      section("Before doors open", [
        day.checks.length === 0
          ? paragraph("Nothing to look at.")
          : tickBoxes(
              "Ticked: seen before this copy was saved",
              day.checks.map(({ check, isDone }) => [checkLabel[check], isDone] as const),
            ),
      ]),
      section("Arrivals", arrivals(day)),
      section("Problems", [
        problems.length === 0
          ? paragraph("Nothing was written down.")
          : bullets(problems.map(({ what, isFixed }) => `${isFixed ? "Fixed" : "Not fixed"}: ${what}`)),
      ]),
      ...(meeting.mode === "online"
        ? []
        : [paragraph("Plans to leave safely are not in this copy. Each is a paper of its own, for the person and those who help.")]),
    ],
  };
}

function roleSection({ role, holders }: DayFacts["roles"][number]): Block {
  const who = holders.map(({ name, phone }) => (phone === "" ? name : `${name}, ${phone}`)).join("; ");
  return section(roleName[role], [paragraph(who === "" ? "No one yet." : who), bullets(roleDuties[role])]);
}

function arrivals({ people, unnamed }: DayCopyFacts): readonly Block[] {
  if (people.length === 0) return [paragraph("Nobody is expected yet.")];
  return [
    facts(people.map(({ name, standing, lines }) => [name, [standing, ...lines].join(" ")] as const)),
    ...(unnamed.length === 0 ? [] : [section("Without a name", [bullets(unnamed)])]),
  ];
}
