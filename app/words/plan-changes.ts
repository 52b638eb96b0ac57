// What changed since something was decided or confirmed: which fact, from what to what, when, and what it touches.
import type { AskedId } from "#app/domain/access/asked.ts";
import type { ClashId } from "#app/domain/access/conflicts.ts";
import type { SupportId } from "#app/domain/access/supports.ts";
import type { VenueFeatureId } from "#app/domain/access/venue-features.ts";
import type { CalendarDate, ClockTime, Nation } from "#app/domain/basics/dates.ts";
import { unreachable } from "#app/domain/basics/result.ts";
import type { MeetingMode, VenueFact } from "#app/domain/meetings/meeting.ts";
import { conflictTitle } from "./conflicts.ts";
import { clock, clockRange, counted, list, longDate } from "./format.ts";
import { nationNames } from "./nations.ts";
import { factWords } from "./plan.ts";
import { requirementName, supportName } from "./requirements.ts";
import { featureName } from "./venue-questions.ts";

type When = { readonly date: CalendarDate; readonly startsAt: ClockTime; readonly endsAt: ClockTime };
type Changed = { readonly on: CalendarDate | null } & (
  | { readonly kind: "somebody-else-asked" | "answers-changed"; readonly requirement: AskedId | null }
  | { readonly kind: "date-or-times-changed"; readonly then: When; readonly now: When }
  | { readonly kind: "mode-changed"; readonly then: MeetingMode; readonly now: MeetingMode }
  | { readonly kind: "venue-changed"; readonly then: string | null; readonly now: string | null }
  | {
      readonly kind: "venue-facts-changed";
      readonly feature: VenueFeatureId;
      readonly then: VenueFact | null;
      readonly now: VenueFact | null;
    }
  | { readonly kind: "booking-changed"; readonly support: SupportId | null }
  | { readonly kind: "agenda-changed" }
  | { readonly kind: "sunset-changed"; readonly then: ClockTime | "not-known"; readonly now: ClockTime | "not-known" }
  | { readonly kind: "nation-changed"; readonly then: Nation; readonly now: Nation }
  | { readonly kind: "conditions-changed" }
  | { readonly kind: "decision-changed"; readonly requirement: AskedId | null; readonly clash: ClashId | null }
);

const modeWords: Readonly<Record<MeetingMode, string>> = {
  "in-person": "in person",
  hybrid: "in person and online",
  online: "online",
};

/** One sentence for one change, with the day it happened where that is known. */
export function whatChanged(change: Changed): string {
  const day = change.on === null ? "" : ` (${longDate(change.on)})`;
  switch (change.kind) {
    case "somebody-else-asked":
      return `Somebody else asked for ${askedName(change.requirement)}${day}.`;
    case "answers-changed":
      return `Somebody changed their answer about ${askedName(change.requirement)}${day}.`;
    case "date-or-times-changed":
      return `The date or times changed from ${whenWords(change.then)} to ${whenWords(change.now)}${day}.`;
    case "mode-changed":
      return `How people take part changed from ${modeWords[change.then]} to ${modeWords[change.now]}${day}.`;
    case "venue-changed":
      return `The venue changed from ${change.then ?? "none"} to ${change.now ?? "none"}${day}.`;
    case "venue-facts-changed":
      return `${featureName[change.feature]}: it was “${factWords(change.feature, change.then)}”, and is now “${factWords(change.feature, change.now)}”${day}.`;
    case "booking-changed":
      return `The booking of ${change.support === null ? "a support" : supportName[change.support]} changed${day}.`;
    case "agenda-changed":
      return `The agenda changed${day}.`;
    case "sunset-changed":
      return `The time of sunset was ${sunsetWords(change.then)}, and is now ${sunsetWords(change.now)}${day}.`;
    case "nation-changed":
      return `The meeting was in ${nationNames[change.then]}, and is now in ${nationNames[change.now]}, with other bank holidays${day}.`;
    case "conditions-changed":
      return `The day or the way in has something it did not have before, and there is more to check${day}.`;
    case "decision-changed":
      return change.clash === null
        ? `What was decided about ${askedName(change.requirement)} changed${day}.`
        : `What was decided about the clash ${conflictTitle[change.clash]} changed${day}.`;
    default:
      return unreachable(change);
  }
}

/** What a change touches, named while that is a short list. */
export function whatItTouches(touches: "everything" | readonly AskedId[]): string {
  if (touches === "everything") return "It touches everything that was planned.";
  if (touches.length === 0) return "";
  if (touches.length > mostNamed) return `It touches ${counted(touches.length, "requirement", "requirements")}.`;
  return `It touches: ${list(touches.map((id) => requirementName[id]))}.`;
}

const mostNamed = 5;

/** Who confirmed a plan, and on how much. */
export function confirmedSentence(said: {
  readonly by: string;
  readonly on: CalendarDate;
  readonly requirements: number;
  readonly answers: number;
  readonly facts: number;
  readonly bookings: number;
  readonly decisions: number;
}): string {
  const restsOn = list([
    counted(said.answers, "answer", "answers"),
    counted(said.facts, "venue fact", "venue facts"),
    counted(said.bookings, "confirmed booking", "confirmed bookings"),
    counted(said.decisions, "decision", "decisions"),
  ]);
  return `${said.by} confirmed this plan on ${longDate(said.on)}: ${counted(said.requirements, "requirement", "requirements")}, resting on ${restsOn}.`;
}

function askedName(requirement: AskedId | null): string {
  return requirement === null ? "something" : requirementName[requirement];
}

function sunsetWords(sunset: ClockTime | "not-known"): string {
  return sunset === "not-known" ? "not known" : clock(sunset);
}

function whenWords({ date, startsAt, endsAt }: When): string {
  return `${longDate(date)}, ${clockRange(startsAt, endsAt)},`;
}
