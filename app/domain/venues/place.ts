// Where a venue is, as a file of somebody else says it: an address or coordinates, with where it stood and what was written. It is an
// offer: nothing is on record until a person approves it.
import type { Coordinates } from "#app/domain/meetings/sunset.ts";

export type OfferedPlace =
  | { readonly kind: "address"; readonly value: string; readonly foundAt: string; readonly written: string }
  | { readonly kind: "coordinates"; readonly value: Coordinates; readonly foundAt: string; readonly written: string };
