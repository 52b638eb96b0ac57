// How somebody knows a fact of a venue.

/**
 * The ways of knowing, the most to be trusted first (access.md, "From answers to venue facts"). Facts of the example come from
 * no real place and are trusted least.
 */
export type FactSource = "we-measured" | "seen-by-visitor" | "published-guide" | "venue-said" | "map-data" | "example";
