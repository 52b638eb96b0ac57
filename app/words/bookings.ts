// What is said to a supplier: the same words to send, or to read out on the phone. No names of people who need it, and no reasons.
import { supportOf, type SupportId } from "#app/domain/access/supports.ts";
import type { CalendarDate, ClockTime } from "#app/domain/basics/dates.ts";
import { unreachable } from "#app/domain/basics/result.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import { hoursOfBooking, type BookedHours } from "#app/domain/meetings/booked-hours.ts";
import { clockRange, counted, duration, list, longDate, money, shortDate } from "./format.ts";
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
  /** Where the invoice goes: the organisation's postal address, a line for each line. Empty while nobody has typed one. */
  readonly invoiceTo: readonly string[];
};

/** For how long something is booked; empty for what is not booked by the hour. */
export function bookedHoursWords(hours: BookedHours): string {
  switch (hours.is) {
    case "no-hours":
      return "";
    case "to-agree":
      return "For how long: agree it with each person.";
    case "at-least":
      return `For at least ${duration(hours.minutes)}, ${clockRange(hours.from, hours.to)}. Journeys come on top: ask each person how long theirs takes.`;
    case "the-meeting":
      return `For ${duration(hours.minutes)}, ${clockRange(hours.from, hours.to)}.${aroundWords(hours)}`;
    default:
      return unreachable(hours);
  }
}

function aroundWords({ beforeMinutes, afterMinutes }: Extract<BookedHours, { readonly minutes: number }>): string {
  if (beforeMinutes === 0 && afterMinutes === 0) return "";
  if (afterMinutes === 0) return ` Also ${duration(beforeMinutes)} together before.`;
  if (beforeMinutes === 0) return ` Also ${duration(afterMinutes)} together afterwards.`;
  return ` Also ${duration(beforeMinutes)} together before, and ${duration(afterMinutes)} afterwards.`;
}

/** The request as lines to copy. */
export function requestText(facts: RequestFacts): string {
  const { support, quantity, meeting, organisation, date, startsAt, endsAt, place, breaks, papersBy, contact, invoiceTo } = facts;
  const { positionAndNeeds, register } = supportOf(support);
  const hours = hoursOfBooking(support, { startsAt, endsAt });
  const around = hours.is === "the-meeting" ? aroundWords(hours).trim() : "";
  return [
    `We would like to book: ${supportName[support]}. How many: ${quantity}.`,
    `For: ${meeting}, ${organisation}.`,
    `When: ${longDate(date)}, ${clockRange(startsAt, endsAt)}. Please be there 15 minutes before.`,
    ...(around === "" ? [] : [around]),
    ...(breaks.length === 0 ? [] : [`Breaks: ${breaks.join(", ")}.`]),
    place === null
      ? "Where: online. We will send the link."
      : `Where: ${[place.name, ...place.address.split("\n")].filter((line) => line !== "").join(", ")}.`,
    ...(positionAndNeeds === undefined ? [] : [`In the room: ${positionAndNeeds}.`]),
    ...(papersBy === null ? [] : [`You will have the papers by ${longDate(papersBy)}.`]),
    ...(register === undefined ? [] : [`Please tell us the registration: ${register}.`]),
    "Please tell us who is free, the cost, and until when we can cancel free of charge.",
    invoiceTo.length === 0
      ? "Please ask us for the address for the invoice."
      : `Please send the invoice to: ${[organisation, ...invoiceTo].join(", ")}.`,
    contact === null ? "" : `On the day, ask for ${[contact.name, contact.phone, contact.email].filter((part) => part !== "").join(", ")}.`,
  ]
    .filter((line) => line !== "")
    .join("\n");
}

/** What is on record of a supplier, in one line: notice, price, cancelling, and how they can be asked. */
export function supplierLine(supplier: {
  readonly contactEmail: string;
  readonly contactPhone: string;
  readonly noticeWorkingDays: number | null;
  readonly cancellationTerms: string;
  readonly price: string;
}): string {
  const { contactEmail, contactPhone, noticeWorkingDays, cancellationTerms, price } = supplier;
  const ways = [contactEmail, contactPhone].filter((way) => way !== "");
  return [
    noticeWorkingDays === null
      ? "How much notice they want is not known."
      : `They want ${counted(noticeWorkingDays, "working day", "working days")} of notice.`,
    price === "" ? "" : `Price: ${price.replace(/\.$/u, "")}.`,
    cancellationTerms === "" ? "" : `Cancelling: ${cancellationTerms.replace(/\.$/u, "")}.`,
    ways.length === 0 ? "No email or phone number on file." : `${list(ways)}.`,
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** The subject line of a request: what, and when. */
export function requestSubject({ support, date }: Pick<RequestFacts, "support" | "date">): string {
  return `Booking request: ${supportName[support]}, ${shortDate(date)}`;
}

export type CancelFacts = Pick<
  RequestFacts,
  "support" | "quantity" | "meeting" | "organisation" | "date" | "startsAt" | "endsAt" | "place"
> & {
  readonly isOnline: boolean;
  /** A phone number and an email address to answer to; never a name. */
  readonly reply: readonly string[];
};

/** The subject line of a cancelled booking: what, and when. */
export function cancelSubject({ support, date }: Pick<CancelFacts, "support" | "date">): string {
  return `Please cancel: ${supportName[support]}, ${shortDate(date)}`;
}

/** What a supplier reads when a booking is cancelled: the booking, the day and the place, and nobody's name. */
export function cancelText({
  support,
  quantity,
  meeting,
  organisation,
  date,
  startsAt,
  endsAt,
  place,
  isOnline,
  reply,
}: CancelFacts): string {
  return [
    `Please cancel this booking: ${supportName[support]}. How many: ${quantity}.`,
    `It was for: ${meeting}, ${organisation}.`,
    `When: ${longDate(date)}, ${clockRange(startsAt, endsAt)}.`,
    ...(isOnline ? ["Where: online."] : []),
    ...(place === null || isOnline
      ? []
      : [`Where: ${[place.name, ...place.address.split("\n")].filter((line) => line !== "").join(", ")}.`]),
    "Please write back to say that it is cancelled, and whether there is anything to pay.",
    ...(reply.length === 0 ? [] : [`You can reach us here: ${reply.join(", ")}.`]),
  ].join("\n");
}

/** How a supplier gets to know that a booking is cancelled, before it is. `mailIsSet` says whether messages leave from here. */
export function willHearWords({ supplier, email, phone, mailIsSet }: SupplierWays & { readonly mailIsSet: boolean }): string {
  if (email !== "") return mailIsSet ? `We write to ${email}.` : `We make a message to ${email}, which you send yourself.`;
  return phoneThem({ supplier, email, phone });
}

/** "Phone Hands Interpreting: 01632 960 001." Said where there is nowhere to write to. */
export function phoneThem({ supplier, phone }: SupplierWays): string {
  const who = supplier === "" ? "the supplier" : supplier;
  return phone === ""
    ? `Tell ${who} yourself: no email address or phone number is on file.`
    : `No email address is on file. Phone ${who}: ${phone}.`;
}

/** How a supplier was told, after it was cancelled; null for `told` where nothing was written. */
export function heardWords(
  ways: SupplierWays,
  told: { readonly on: CalendarDate; readonly status: "on-its-way" | "to-send-by-hand" | "not-sent" } | null,
): string {
  if (told === null) return ways.email === "" ? phoneThem(ways) : "Nobody was written to from here.";
  switch (told.status) {
    case "on-its-way":
      return `We wrote to ${ways.email} on ${longDate(told.on)} that it is cancelled.`;
    case "to-send-by-hand":
      return `This service cannot send email yet. Send the message to ${ways.email} yourself.`;
    case "not-sent":
      return `The message to ${ways.email} could not be sent. ${ways.phone === "" ? "Tell them yourself." : `Phone them: ${ways.phone}.`}`;
    default:
      return unreachable(told.status);
  }
}

type SupplierWays = { readonly supplier: string; readonly email: string; readonly phone: string };

/** The same request to say on the phone, with what to write down. */
export function phoneScript(facts: RequestFacts): string {
  const { support, quantity, meeting, organisation, date, startsAt, endsAt, place, papersBy } = facts;
  const { register } = supportOf(support);
  return [
    `“Hello. I am ringing from ${organisation}. I would like to book: ${supportName[support]}. I need ${quantity}.”`,
    `“It is for ${meeting}, on ${longDate(date)}, ${clockRange(startsAt, endsAt)}. Please be there 15 minutes before.”`,
    place === null
      ? "“It is online.”"
      : `“It is at ${[place.name, ...place.address.split("\n")].filter((line) => line !== "").join(", ")}.”`,
    ...(papersBy === null ? [] : [`“You will have the papers by ${longDate(papersBy)}.”`]),
    "“Are you free? What does it cost? Until when can I cancel free of charge?”",
    ...(register === undefined ? [] : [`“Are they on the register: ${register}?”`]),
    "“Will you confirm that by email?”",
    "Write down: who you spoke to, the day, the price, and who is coming. Do not say who it is for.",
  ].join("\n");
}

/** "Asked on Monday 23 November 2026. We remind you if there is no answer by …" */
export function askedSentence(askedOn: CalendarDate | null, remindOn: CalendarDate | null): string {
  if (askedOn === null) return "Not asked yet.";
  return remindOn === null
    ? `Asked on ${longDate(askedOn)}.`
    : `Asked on ${longDate(askedOn)}. We remind you if there is no answer by ${longDate(remindOn)}.`;
}

/** Where a booking stands, with the day they were asked: a no and a yes are said before anything else. */
export function standsSentence({
  state,
  askedOn,
  remindOn,
}: {
  readonly state: "to-book" | "asked" | "confirmed" | "declined" | "cancelled";
  readonly askedOn: CalendarDate | null;
  readonly remindOn: CalendarDate | null;
}): string {
  switch (state) {
    case "confirmed":
      return `Confirmed. ${askedSentence(askedOn, null)}`;
    case "declined":
      return `They said no. ${askedSentence(askedOn, null)}`;
    case "cancelled":
      return `Cancelled. ${askedSentence(askedOn, null)}`;
    case "to-book":
    case "asked":
      return askedSentence(askedOn, remindOn);
    default:
      return unreachable(state);
  }
}

/** Who did this before and what it cost, from the organisation's own bookings; never a price of ours. */
export function beforeSentence(before: {
  readonly suppliers: readonly string[];
  readonly cost: { readonly from: Pence; readonly to: Pence; readonly bookings: number } | null;
}): string {
  const { suppliers, cost } = before;
  if (suppliers.length === 0)
    return "You have not booked this before. Ask the Deaf or disabled people’s organisations you work with who they trust.";
  const who = `You have booked this before with ${list(suppliers)}.`;
  if (cost === null) return `${who} No cost is on record.`;
  return cost.from === cost.to
    ? `${who} It cost ${money(cost.from)}.`
    : `${who} It cost between ${money(cost.from)} and ${money(cost.to)}.`;
}
