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
