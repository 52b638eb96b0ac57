// What a person's time comes to once it is known how they took part: the activities of their offer, priced again by the same
// card with the minutes they were there. Reading and getting ready were promised with taking part, and stay as offered.
import type { Instant } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { Offer } from "./offer.ts";
import { lengthToPay, priceTime, type EarlierPay, type PricedTime, type PriceProblem, type TimeEntry } from "./price-time.ts";
import type { RateCard } from "./rate-card.ts";

export const attendances = ["in-room", "online", "another-way", "part", "not"] as const;
export type Attendance = (typeof attendances)[number];

/**
 * Prices the time of an offer as it was given. Somebody who did not take part is paid for no time here: what they had already
 * done is for a person to decide. Refused when the card cannot price what was given.
 */
export function priceAttendedTime(input: {
  readonly offer: Pick<Offer, "activities">;
  readonly card: RateCard;
  readonly attendance: Attendance;
  readonly minutes: number;
  readonly earlier: readonly EarlierPay[];
}): Result<PricedTime, readonly PriceProblem[]> {
  const { offer, card, attendance, minutes, earlier } = input;
  const entries = offer.activities.flatMap(({ entry }): readonly TimeEntry[] => {
    if (attendance === "not") return [];
    if (entry.activity !== "meeting" || entry.minutes === undefined) return [entry];
    const { minutes: paid } = lengthToPay(card, {
      plannedMinutes: entry.minutes,
      actualMinutes: minutes,
      attended: attendance === "part" ? "part" : "all",
      breakMinutes: [],
    });
    return [{ ...entry, minutes: paid }];
  });
  const priced = priceTime({ card, entries, earlier });
  return priced.ok ? done(priced.value) : refused(priced.refusal);
}

/** The meeting's planned minutes in an offer, for the box that is filled in beforehand; undefined where the offer has no meeting time. */
export function meetingMinutesIn(offer: Pick<Offer, "activities">): number | undefined {
  return offer.activities.find(({ entry }) => entry.activity === "meeting")?.entry.minutes;
}

/** When a meeting was, as far as comparing it with another claim needs. */
export type Span = { readonly from: Instant; readonly to: Instant };
