// Where a venue is, in words: what to type, and who said it.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { Coordinates } from "#app/domain/meetings/sunset.ts";
import type { FactSource } from "#app/domain/venues/statements.ts";
import { longDate } from "./format.ts";
import { sourceSentence } from "./plan.ts";

export const missingDegrees = {
  latitude: "Enter the degrees north, like 53.797",
  longitude: "Enter the degrees east, like -1.543",
} as const;
export const placeElsewhere = "This place is not in the United Kingdom. Check that the two numbers are the right way round";
export const sayWhetherMoved = "Say whether the venue has moved";
export const bothOrNeither = "Enter both numbers, or leave both empty";

/** Both numbers as a map shows them. */
export function coordinateWords({ latitude, longitude }: Coordinates): string {
  return longitude < 0
    ? `${String(latitude)} degrees north, ${String(-longitude)} degrees west`
    : `${String(latitude)} degrees north, ${String(longitude)} degrees east`;
}

/** Who said where a venue is; for what was on file before that was noted, that it is not known who. */
export function placeSourceSentence(
  said: { readonly source: FactSource | "typed"; readonly saidBy: string; readonly checkedOn: CalendarDate } | null,
): string {
  if (said === null) return "We did not note who said so.";
  if (said.source === "typed") return `Typed by ${said.saidBy}, ${longDate(said.checkedOn)}.`;
  return sourceSentence(said.source, said.saidBy, said.checkedOn);
}
