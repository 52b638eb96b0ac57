// Sentences about a meeting for the person asked to it.
import type { CalendarDate, ClockTime } from "#app/domain/basics/dates.ts";
import { clockRange, longDate, money } from "./format.ts";
import type { Pence } from "#app/domain/basics/money.ts";

type Dated = {
  readonly date: CalendarDate | null;
  readonly startsAt: ClockTime | null;
  readonly endsAt: ClockTime | null;
  readonly place: { readonly name: string } | null;
};

/** "Tuesday 5 January 2027, 10:30am to 1pm. Riverside Hall." */
export function whenAndWhere({ date, startsAt, endsAt, place }: Dated): string {
  if (date === null) return "Date not chosen yet.";
  const times = startsAt === null || endsAt === null ? "" : `, ${clockRange(startsAt, endsAt)}`;
  return place === null ? `${longDate(date)}${times}.` : `${longDate(date)}${times}. ${place.name}.`;
}

/** "£75 for your time, and your costs". */
export function offerInShort(total: Pence | null): string | null {
  if (total === null) return null;
  return total === 0 ? "We pay your costs." : `We offer ${money(total)} for your time, and pay your costs.`;
}

export const replyLabels = {
  "coming-in-room": "Yes, in the room",
  "coming-online": "Yes, online",
  "coming-by-phone": "Yes, by phone",
  "not-sure": "I am not sure yet",
  "not-coming": "No",
} as const;

export const replyStatuses = {
  "coming-in-room": "Done: coming in person",
  "coming-online": "Done: coming online",
  "coming-by-phone": "Done: coming by phone",
  "not-sure": "Done: not sure yet",
  "not-coming": "Done: not coming",
  none: "Not started",
} as const;

/** What is said on their page after "No". */
export function notComingNotice(contact: string): { readonly heading: string; readonly text: string } {
  return { heading: `Done: we have let ${contact} know`, text: "There will be no more reminders about this meeting." };
}

export const linkEndedHeading = "We cannot open that link";
export const linkEndedText = "Check the whole link was copied. It may also have been switched off, or be too old.";
