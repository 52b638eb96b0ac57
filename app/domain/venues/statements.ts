// What somebody said, saw, measured or published about one fact of a venue: the value, how they know, and the day. Statements
// are kept for ever; what a plan may rely on is worked out from them in standing.ts.
import { venueFeatureOf, type VenueFeatureId } from "#app/domain/access/venue-features.ts";
import { addMonths, type CalendarDate, type Instant } from "#app/domain/basics/dates.ts";
import type { VenueFact } from "#app/domain/meetings/meeting.ts";

/**
 * How somebody knows a fact, the most to be trusted first (access.md, "From answers to venue facts"). Facts of the example come
 * from no real place and are trusted least.
 */
export const factSources = ["we-measured", "seen-by-visitor", "published-guide", "venue-said", "map-data", "example"] as const;
export type FactSource = (typeof factSources)[number];

export type Statement = {
  readonly id: string;
  /** A value, or null where somebody said that they do not know. */
  readonly value: VenueFact | null;
  readonly source: FactSource;
  /** The day it was true. */
  readonly checkedOn: CalendarDate;
  readonly savedAt: Instant;
};

/** Says whether we saw or measured it with our own eyes, rather than being told. */
export function isFirstHand(source: FactSource): boolean {
  return source === "we-measured" || source === "seen-by-visitor";
}

/** Nought for the source to be trusted most; higher is trusted less. */
export function rankOf(source: FactSource): number {
  return factSources.indexOf(source);
}

// Our own rule (access.md d): 12 months, and sooner for what wears out, breaks or changes from one week to the next. A hoist
// that lifts people is examined every 6 months (Lifting Operations and Lifting Equipment Regulations 1998, reg. 9(3)(a)(i)).
const usualMonths = 12;
const shorterMonths: { readonly [Id in VenueFeatureId]?: number } = {
  "loop-present": 3,
  "loop-field-strength": 3,
  "loop-noise-margin": 3,
  "loop-tested-recently": 3,
  "reception-loop": 3,
  "lift-in-service": 3,
  "lift-speaks": 3,
  "evac-lift": 3,
  "evac-chair-trained": 6,
  "changing-places-hoist-load": 6,
  "alarm-test-known": 1,
  "no-works-on-date": 1,
  "no-recent-paint": 1,
};

/** For how many months a statement about a feature may be relied on. */
export function monthsItHolds(feature: VenueFeatureId): number {
  return shorterMonths[feature] ?? usualMonths;
}

/** The last day a statement of a day may be relied on. */
export function holdsUntil(feature: VenueFeatureId, checkedOn: CalendarDate): CalendarDate {
  return addMonths(checkedOn, monthsItHolds(feature));
}

/** Says whether a statement is too old on a day: past its months, or made before the building was changed. */
export function isTooOld(
  feature: VenueFeatureId,
  statement: Pick<Statement, "checkedOn">,
  on: CalendarDate,
  changedOn: CalendarDate | null,
): boolean {
  return holdsUntil(feature, statement.checkedOn) < on || (changedOn !== null && statement.checkedOn < changedOn);
}

/** Says whether two values cannot both be right. "It is there" and a measurement of it agree; "it is not there" and nought do. */
export function disagree(feature: VenueFeatureId, one: VenueFact, other: VenueFact): boolean {
  const [first, second] = [asWritten(feature, one), asWritten(feature, other)];
  if (first === second) return false;
  if (first === true) return second === false;
  if (second === true) return first === false;
  return true;
}

// A count of nought says the same as "there is none".
function asWritten(feature: VenueFeatureId, value: VenueFact): VenueFact {
  return value === 0 && venueFeatureOf(feature).criterion.is === "at-least" ? false : value;
}

/** Says whether a value falls short of what the catalogue asks of the feature. What is there and not measured does not. */
export function fallsShort(feature: VenueFeatureId, value: VenueFact): boolean {
  if (typeof value === "boolean") return !value;
  const { criterion } = venueFeatureOf(feature);
  switch (criterion.is) {
    case "yes":
      return false;
    case "at-least":
      return value < criterion.value;
    case "at-most":
      return value > criterion.value;
    case "between":
      return value < criterion.from || value > criterion.to;
  }
}
