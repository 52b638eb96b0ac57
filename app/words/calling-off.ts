// The words of "Cancel or move this meeting?": what a coordinator is asked, and what is said before everybody is told.
import { longDate, counted, list } from "./format.ts";
import { supportName } from "./requirements.ts";
import type { SupportId } from "#app/domain/access/supports.ts";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { PaysPreparation } from "#app/domain/meetings/calling-off.ts";

export const callingOffChoices = {
  move: { label: "Move to another date", hint: "Everybody is told the new date. Offers of payment move with it." },
  cancel: { label: "Cancel", hint: "Everybody is told that it is not going ahead. Nothing anybody told you is deleted." },
} as const;

export const paysChoices: Readonly<Record<Exclude<PaysPreparation, "not-asked">, { readonly label: string; readonly hint?: string }>> = {
  yes: { label: "Yes" },
  no: { label: "No", hint: "An offer that says what is paid when a meeting is called off still holds." },
  "not-decided": { label: "We have not decided yet", hint: "People are told that they will hear from you." },
};

/** A booking as something to tick: what, from whom, and until when it can be cancelled free of charge. */
export function bookingToCancel(booking: {
  readonly support: SupportId;
  readonly supplier: string;
  readonly cancelFreeUntil: CalendarDate | null;
  readonly today: CalendarDate;
}): { readonly label: string; readonly hint: string } {
  const { support, supplier, cancelFreeUntil, today } = booking;
  const label = supplier === "" ? supportName[support] : `${supportName[support]}, ${supplier}`;
  if (cancelFreeUntil === null) return { label, hint: "Until when it can be cancelled free of charge is not known. Ask them." };
  return {
    label,
    hint:
      cancelFreeUntil < today
        ? `It could be cancelled free of charge until ${longDate(cancelFreeUntil)}. Ask what it costs now.`
        : `It can be cancelled free of charge until ${longDate(cancelFreeUntil)}.`,
  };
}

/** Under the bookings to tick: what ticking one does. */
export const tickingWords =
  "We mark them as cancelled here, and write to each supplier who has an email address on file. You see every message on the next page.";

/** The labels of bookings in a list, told apart where two of one supplier would read the same. */
export function toldApart<One extends { readonly label: string }>(bookings: readonly One[]): readonly One[] {
  return bookings.map((one, index) => {
    const alike = bookings.filter(({ label }) => label === one.label);
    if (alike.length < 2) return one;
    const place = bookings.slice(0, index).filter(({ label }) => label === one.label).length + 1;
    return { ...one, label: `${one.label}, booking ${String(place)}` };
  });
}

/** How everybody is told: "5 people by email and 2 by letter." Nobody is named. */
export function reachWords(reach: {
  readonly email: number;
  readonly letter: number;
  readonly show: number;
  readonly none: number;
}): string {
  const { email, letter, show, none } = reach;
  const ways = [
    ...(email === 0 ? [] : [`${counted(email, "person", "people")} by email`]),
    ...(letter === 0 ? [] : [`${counted(letter, "person", "people")} by letter, which you print and post`]),
    ...(show === 0 ? [] : [`${counted(show, "person", "people")} by text or phone, with words we give you`]),
  ];
  const told = ways.length === 0 ? "There is nobody to tell." : `We make a message for ${list(ways)}.`;
  return none === 0
    ? told
    : `${told} ${counted(none, "person has", "people have")} no email, phone or address on file: find another way to tell them.`;
}

/** The heading of the page where a meeting is called off, or moved. */
export function callOffHeading(name: string): string {
  return `Cancel ${name}?`;
}

export function moveHeading(name: string, date: CalendarDate): string {
  return `Move ${name} to ${longDate(date)}?`;
}

/** Why a meeting cannot be moved or called off now. */
export const notNowWords = {
  "not-open": "People have not been asked to this meeting, or it is called off already.",
  "is-over": "This meeting is over.",
} as const;
