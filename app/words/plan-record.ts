// The plan of a meeting that is over, in sentences: what was met and what was not, without praise or blame.
import { penceOf, type Pence } from "#app/domain/basics/money.ts";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { ClashState, RequirementState } from "#app/domain/meetings/decisions.ts";
import { counted, longDate, money, outOf, plural } from "./format.ts";

/** The groups of the record, in order. "Not met" is only said where somebody decided so; otherwise nobody wrote that it was. */
export const recordGroups: readonly { readonly heading: string; readonly statuses: readonly [RequirementState, ...RequirementState[]] }[] =
  [
    { heading: "Not met, and people were told", statuses: ["cannot-meet"] },
    { heading: "Not recorded as met", statuses: ["to-do", "waiting"] },
    { heading: "Met in part", statuses: ["part-met"] },
    { heading: "Met", statuses: ["met"] },
  ];

/** "The meeting was on Tuesday 3 November 2026. 6 of 8 people said they would come. 5 of 9 requirements are recorded as met." */
export function recordSummary(facts: {
  readonly date: CalendarDate | null;
  readonly invited: number;
  readonly coming: number;
  readonly requirements: number;
  readonly met: number;
}): string {
  const { date, invited, coming, requirements, met } = facts;
  return [
    date === null ? "This meeting had no date." : `The day of this meeting was ${longDate(date)}.`,
    invited === 0 ? "Nobody was invited." : `${outOf(coming, invited)} people said they would come.`,
    requirements === 0 ? "" : `${outOf(met, requirements)} requirements are recorded as met.`,
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

/** What the confirmed bookings cost together, and how many have no cost on record. */
export function costSentence(records: readonly { readonly state: string; readonly cost: Pence | null }[]): string {
  const confirmed = records.filter(({ state }) => state === "confirmed");
  const known = confirmed.flatMap(({ cost }) => cost ?? []);
  const unknown = confirmed.length - known.length;
  if (confirmed.length === 0) return "Nothing was confirmed, so no cost is counted.";
  const total = money(penceOf(known.reduce((sum, cost) => sum + cost, 0)));
  return unknown === 0
    ? `The confirmed ${plural(confirmed.length, "booking", "bookings")} cost ${total} together.`
    : `What is on record comes to ${total}. ${counted(unknown, "confirmed booking has", "confirmed bookings have")} no cost on record.`;
}

/** What became of a clash. */
export function clashRecord(clash: { readonly state: ClashState; readonly isHandled: boolean; readonly isDecided: boolean }): string {
  if (!clash.isDecided) return clash.isHandled ? "It was handled by default." : "Nobody wrote down what was decided.";
  return {
    "to-sort-out": "It was not agreed.",
    asked: "People were asked.",
    agreed: "It was agreed.",
    "could-not-agree": "It could not be agreed.",
  }[clash.state];
}
