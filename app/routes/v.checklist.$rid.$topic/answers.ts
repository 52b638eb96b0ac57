// The answers of one page of the checklist, as they are typed.
import { z } from "zod";
import { venueFeatureOf, type VenueFeatureId } from "#app/domain/access/venue-features.ts";
import type { FactAnswer } from "#app/services/venue-facts.server.ts";
import { venueQuestion } from "#app/words/venue-questions.ts";

export const noteField = (feature: VenueFeatureId): string => `${feature}-note`;
export const unknownField = (feature: VenueFeatureId): string => `${feature}-unknown`;

/** Which of the page's questions a photo is of. */
export const photoField = "photo";

/** Whether a feature is asked for as a number. */
export function isNumber(feature: VenueFeatureId): boolean {
  return venueFeatureOf(feature).criterion.is !== "yes" && venueQuestion[feature].number !== undefined;
}

/** The form of one page. Nothing has to be answered; the only errors are about the form of a number. */
export function checklistForm(features: readonly VenueFeatureId[]) {
  const fields = features.flatMap((feature): readonly (readonly [string, z.ZodType])[] => {
    const note = [noteField(feature), z.string().trim().max(1000, "A note must be 1,000 characters or fewer").default("")] as const;
    const { number } = venueQuestion[feature];
    if (number === undefined || !isNumber(feature)) return [[feature, z.enum(["yes", "no", "unknown"]).optional()], note];
    const typed = z
      .string()
      .trim()
      .default("")
      .refine((text) => text === "" || /^\d{1,5}(?:\.\d{1,2})?$/u.test(text), number.error);
    return [[feature, typed], [unknownField(feature), z.literal("yes").optional()], note];
  });
  return z.strictObject({ ...Object.fromEntries(fields), [photoField]: z.enum(["", ...features]).optional() });
}

/** What was answered; a question left open is left out. */
export function answersFrom(features: readonly VenueFeatureId[], said: Readonly<Record<string, unknown>>): readonly FactAnswer[] {
  return features.flatMap((feature): readonly FactAnswer[] => {
    const given = said[feature];
    const written = said[noteField(feature)];
    const note = typeof written === "string" ? written : "";
    const { number } = venueQuestion[feature];
    if (number !== undefined && isNumber(feature)) {
      if (typeof given === "string" && given !== "")
        return [{ feature, value: Math.round(Number(given) * number.timesToFact * 100) / 100, note }];
      return said[unknownField(feature)] === "yes" ? [{ feature, value: null, note }] : [];
    }
    if (given === "unknown") return [{ feature, value: null, note }];
    return given === "yes" || given === "no" ? [{ feature, value: given === "yes", note }] : [];
  });
}
