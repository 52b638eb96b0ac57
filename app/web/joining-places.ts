// Where each thing that joining instructions still lack is put right.
import type { Missing } from "#app/words/joining.ts";

/** The page on which a missing part is added; for a person who cannot be reached, their own record. */
export function placeToAdd(missing: Missing, reference: string, personId?: string): string {
  const edit = `/meetings/${reference}/edit`;
  switch (missing) {
    case "date":
      return `${edit}/when?from=check`;
    case "place":
    case "joining-link":
      return `${edit}/where?from=check`;
    case "who-meets":
    case "day-phone":
      return `/meetings/${reference}/day/roles`;
    case "no-way-to-contact":
      return personId === undefined ? "/people" : `/people/${personId}`;
  }
}
