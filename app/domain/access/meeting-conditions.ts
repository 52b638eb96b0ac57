// Facts about a meeting that switch venue checks on: a gradient matters only where the route uses a ramp.

export const meetingConditions = [
  "route-uses-lift",
  "route-uses-ramp",
  "route-uses-stairs",
  "hybrid",
  "food-served",
  "ends-after-dark",
  "no-step-free-exit-from-room-floor",
  "revolving-door-or-turnstile",
  "locked-door-or-intercom",
  "someone-parks",
  "stage-used",
  "small-groups-used",
  "reception-used",
  "someone-uses-public-transport",
  "venue-has-changing-places",
] as const;

export type MeetingCondition = (typeof meetingConditions)[number];

/** Conditions only the person who plans the day can know. */
export const conditionsOfTheDay = ["stage-used", "ends-after-dark"] as const satisfies readonly MeetingCondition[];
/** Conditions of the way from the street to the room. The other conditions follow from other facts (meetings/meeting.ts). */
export const conditionsOfThePlace = [
  "reception-used",
  "route-uses-lift",
  "route-uses-stairs",
  "route-uses-ramp",
  "locked-door-or-intercom",
  "revolving-door-or-turnstile",
] as const satisfies readonly MeetingCondition[];
