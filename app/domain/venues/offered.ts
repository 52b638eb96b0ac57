// A fact read out of somebody else's file, with where it stood and what was written there. It is an offer: nothing is on record
// until a person approves it.
import type { VenueFeatureId } from "#app/domain/access/venue-features.ts";
import type { VenueFact } from "#app/domain/meetings/meeting.ts";

export type OfferedFact = {
  readonly featureId: VenueFeatureId;
  readonly value: VenueFact;
  /** A path in A11yJSON or the key of a tag. */
  readonly foundAt: string;
  /** What stood there, as written. */
  readonly written: string;
};
