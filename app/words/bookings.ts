// What is said to a supplier: the same words to send, or to read out on the phone. No names of people who need it, and no reasons.
import { supportOf, type SupportId } from "#app/domain/access/supports.ts";
import type { CalendarDate, ClockTime } from "#app/domain/basics/dates.ts";
import { clockRange, longDate } from "./format.ts";
import { supportName } from "./requirements.ts";

export type RequestFacts = {
  readonly support: SupportId;
  readonly quantity: number;
  readonly meeting: string;
  readonly organisation: string;
  readonly date: CalendarDate;
  readonly startsAt: ClockTime;
  readonly endsAt: ClockTime;
  /** Null when it is online. */
  readonly place: { readonly name: string; readonly address: string } | null;
  readonly breaks: readonly string[];
  readonly papersBy: CalendarDate | null;
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string } | null;
};

/** The request as lines to copy. */
export function requestText(facts: RequestFacts): string {
  const { support, quantity, meeting, organisation, date, startsAt, endsAt, place, breaks, papersBy, contact } = facts;
  const { positionAndNeeds, register } = supportOf(support);
  return [
    `We would like to book: ${supportName[support]}. How many: ${quantity}.`,
    `For: ${meeting}, ${organisation}.`,
    `When: ${longDate(date)}, ${clockRange(startsAt, endsAt)}. Please be there 15 minutes before.`,
    ...(breaks.length === 0 ? [] : [`Breaks: ${breaks.join(", ")}.`]),
    place === null
      ? "Where: online. We will send the link."
      : `Where: ${[place.name, ...place.address.split("\n")].filter((line) => line !== "").join(", ")}.`,
    ...(positionAndNeeds === undefined ? [] : [`In the room: ${positionAndNeeds}.`]),
    ...(papersBy === null ? [] : [`You will have the papers by ${longDate(papersBy)}.`]),
    ...(register === undefined ? [] : [`Please tell us the registration: ${register}.`]),
    "Please tell us who is free, the cost, and until when we can cancel free of charge.",
    contact === null ? "" : `On the day, ask for ${[contact.name, contact.phone, contact.email].filter((part) => part !== "").join(", ")}.`,
  ]
    .filter((line) => line !== "")
    .join("\n");
}

/** "Asked on Monday 23 November 2026. We remind you if there is no answer by …" */
export function askedSentence(askedOn: CalendarDate | null, remindOn: CalendarDate | null): string {
  if (askedOn === null) return "Not asked yet.";
  return remindOn === null
    ? `Asked on ${longDate(askedOn)}.`
    : `Asked on ${longDate(askedOn)}. We remind you if there is no answer by ${longDate(remindOn)}.`;
}
