// How long each booking is for, from what is known: the planned times of the meeting, and the time the catalogue adds before and
// after. Journeys and talks are never guessed: for those it says only what somebody has to be asked.
import { supportOf, type SupportId } from "#app/domain/access/supports.ts";
import { minutesOf, type ClockTime } from "#app/domain/basics/dates.ts";

export type BookedHours =
  /** It is made or checked before the day, or is counted and not timed: a braille copy, a meal, a journey. */
  | { readonly is: "no-hours" }
  /** A call, a visit or a talk, whose length the catalogue leaves to the person. */
  | { readonly is: "to-agree" }
  | {
      /** "at-least" where it also covers journeys, which nobody has told us. */
      readonly is: "the-meeting" | "at-least";
      readonly from: ClockTime;
      readonly to: ClockTime;
      readonly minutes: number;
      /** Time the catalogue adds, before the papers are discussed and after the meeting. */
      readonly beforeMinutes: number;
      readonly afterMinutes: number;
    };

type Covers = BookedHours["is"];

const byKind: Readonly<Record<ReturnType<typeof supportOf>["kind"], Covers>> = {
  "communication-professional": "the-meeting",
  "support-role": "the-meeting",
  service: "to-agree",
  transport: "no-hours",
  equipment: "the-meeting",
  room: "the-meeting",
  catering: "no-hours",
  "format-production": "no-hours",
};

/** What is not as others of its kind, by what its rule in the catalogue says. */
const apart: { readonly [Id in SupportId]?: Covers } = {
  // Collects, guides and takes home
  "communicator-guide": "at-least",
  // Covers the time of the journey as well
  "replacement-care": "at-least",
  "childcare-costs": "at-least",
  "parking-reservation": "the-meeting",
  // On duty while people are there
  "first-aider": "the-meeting",
  // Two checks, one of them in the week before
  "loop-check": "no-hours",
};

/** How long a booking of a support is for at a meeting with these planned times. */
export function hoursOfBooking(support: SupportId, planned: { readonly startsAt: ClockTime; readonly endsAt: ClockTime }): BookedHours {
  const { kind, quantity } = supportOf(support);
  const is = apart[support] ?? byKind[kind];
  if (is === "no-hours" || is === "to-agree") return { is };
  return {
    is,
    from: planned.startsAt,
    to: planned.endsAt,
    minutes: minutesOf(planned.endsAt) - minutesOf(planned.startsAt),
    beforeMinutes: quantity.preMeetingMinutes ?? 0,
    afterMinutes: quantity.debriefMinutes ?? 0,
  };
}
