// What papers about one meeting have in common: the organisation, the meeting's own facts, and how they are said when
// something is not known yet. Nothing about any person stands here.
import type { CalendarDate, ClockTime } from "#app/domain/basics/dates.ts";
import type { Doc, DocOrganisation } from "#app/documents/model.ts";
import { clockRange, inFours, longDate, plainDate } from "#app/words/format.ts";
import { onlineServiceNames } from "#app/words/invitation.ts";

export type MeetingOnPaper = {
  readonly reference: string;
  readonly name: string;
  readonly about: string;
  readonly asked: string;
  readonly date: CalendarDate | null;
  readonly startsAt: ClockTime | null;
  readonly endsAt: ClockTime | null;
  readonly mode: "in-person" | "online" | "hybrid" | null;
  readonly place: { readonly name: string; readonly address: readonly string[] } | null;
  readonly onlineService: string;
  readonly joiningLink: string;
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string } | null;
};

/** What every paper of a meeting is made with. */
export type PaperFrame = { readonly organisation: DocOrganisation; readonly madeOn: CalendarDate; readonly meeting: MeetingOnPaper };

/** The parts of a paper that say where it comes from, when it was made and what it belongs to. */
export function framed({
  organisation,
  madeOn,
  meeting,
}: PaperFrame): Pick<Doc, "language" | "organisation" | "madeOn" | "edition" | "reference"> {
  return { language: "en-GB", organisation, madeOn, edition: `Made on ${plainDate(madeOn)}`, reference: inFours(meeting.reference) };
}

/** The parts of a letter: the same, with its date in place of the edition. */
export function framedAsLetter(frame: PaperFrame): ReturnType<typeof framed> {
  return { ...framed(frame), edition: plainDate(frame.madeOn) };
}

/** "Tuesday 5 January 2027, 10:30am to 1pm", or that it is not known. */
export function whenOnPaper({ date, startsAt, endsAt }: MeetingOnPaper): string {
  if (date === null) return "Not chosen yet";
  if (startsAt === null || endsAt === null) return `${longDate(date)}. The times are not chosen yet`;
  return `${longDate(date)}, ${clockRange(startsAt, endsAt)}`;
}

/** "Riverside Hall, 1 Mill Lane, Leeds", "Online, by Zoom", or both; says so where it is not known. */
export function whereOnPaper(meeting: MeetingOnPaper): string {
  const room = meeting.place === null ? "The room is not chosen yet" : [meeting.place.name, ...meeting.place.address].join(", ");
  const online = `Online, by ${serviceOnPaper(meeting)}`;
  if (meeting.mode === null) return "Not chosen yet";
  if (meeting.mode === "online") return online;
  return meeting.mode === "hybrid" ? `${room}. Or ${online.toLowerCase().slice(0, 1)}${online.slice(1)}` : room;
}

/** "Zoom", or that the service is not chosen. */
export function serviceOnPaper({ onlineService }: MeetingOnPaper): string {
  return onlineServiceNames[onlineService] ?? "an online service we will tell you about";
}

/** How to have a paper in another format, and how to reach us by text or with Relay UK. */
export function otherWays({ organisation }: Pick<PaperFrame, "organisation">): string {
  const ask = `To have this in another format or language, ask ${organisation.name}.`;
  return organisation.phone === undefined ? ask : `${ask} With Relay UK, dial ${relayNumber(organisation.phone)}.`;
}

/** The number to dial with Relay UK: 18001 before any other (relayuk.bt.com, checked 22 November 2026). */
export function relayNumber(phone: string): string {
  return `18001 ${phone}`;
}

/** A name and the ways to reach somebody that are known, for a row of facts. */
export function contactOnPaper({ name, phone, email }: { readonly name: string; readonly phone: string; readonly email: string }): string {
  return [name, phone, email].filter((part) => part !== "").join(", ");
}
