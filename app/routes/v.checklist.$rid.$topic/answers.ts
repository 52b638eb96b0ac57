// The answers of one page of the checklist, as they are typed.
import { z } from "zod";
import { venueFeatureOf, type VenueFeatureId } from "#app/domain/access/venue-features.ts";
import type { FactAnswer } from "#app/services/venue-facts.server.ts";
import type { QuestionView } from "#app/services/venues.server.ts";
import { optionalText } from "#app/web/form-fields.ts";
import { soundsUnsure } from "#app/words/unsure.ts";
import { mostCentimetres, venueQuestion, type VenueNumber } from "#app/words/venue-questions.ts";

export const noteField = (feature: VenueFeatureId): string => `${feature}-note`;
export const unknownField = (feature: VenueFeatureId): string => `${feature}-unknown`;
export const noneField = (feature: VenueFeatureId): string => `${feature}-none`;

/** The fields of a photo: of what a question asks about, or of the building where there is no feature. */
export const photoField = (feature: VenueFeatureId | null): string => `${feature ?? "building"}-photo`;
export const showsField = (feature: VenueFeatureId | null): string => `${feature ?? "building"}-shows`;

/** Which numbers the page showed as answered: clearing one of those takes the answer back. */
export const shownField = "shown";

/** Whether a feature is asked for as a number. */
export function isNumber(feature: VenueFeatureId): boolean {
  return venueFeatureOf(feature).criterion.is !== "yes" && venueQuestion[feature].number !== undefined;
}

/** The features whose number stands on the page as it is drawn, for the hidden field that carries them. */
export function shownNumbers(questions: readonly QuestionView[]): string {
  return questions.flatMap(({ feature, answer }) => (isNumber(feature) && (answer?.value ?? null) !== null ? [feature] : [])).join(",");
}

/** The form of one page. Nothing has to be answered; the only errors are about the form of a number, and two answers to one question. */
export function checklistForm(features: readonly VenueFeatureId[]) {
  const fields = features.flatMap((feature): readonly (readonly [string, z.ZodType])[] => {
    const beside = [
      [noteField(feature), z.string().trim().max(1000, "A note must be 1,000 characters or fewer").default("")],
      [photoField(feature), z.custom<File>((given) => given instanceof Blob).optional()],
      [showsField(feature), optionalText({ max: 300, thing: "answer to “What does this photo show?”" })],
    ] as const;
    const { number } = venueQuestion[feature];
    if (number === undefined || !isNumber(feature)) return [[feature, z.enum(["yes", "no", "unknown"]).optional()], ...beside];
    const typed = z
      .string()
      .trim()
      .default("")
      .superRefine((text, context) => {
        const problem = text === "" ? undefined : problemOf(feature, number, text);
        if (problem !== undefined) context.addIssue({ code: "custom", message: problem });
      });
    const ticks = number.none === undefined ? [unknownField(feature)] : [unknownField(feature), noneField(feature)];
    return [[feature, typed], ...ticks.map((tick) => [tick, z.literal("yes").optional()] as const), ...beside];
  });
  return z
    .strictObject({
      ...Object.fromEntries(fields),
      [photoField(null)]: z.custom<File>((given) => given instanceof Blob).optional(),
      [showsField(null)]: optionalText({ max: 300, thing: "answer to “What does this photo show?”" }),
      [shownField]: z.string().max(20_000).default(""),
    })
    .superRefine((said: Said, context) => {
      for (const feature of features.filter((one) => isNumber(one) && waysAnswered(said, one) > 1)) {
        context.addIssue({ code: "custom", message: twoAnswers, path: [feature] });
      }
    });
}

/** What is wrong with a number as it was typed. A width typed in millimetres would be ten times too wide, and somebody would rely on it. */
export function problemOf(feature: VenueFeatureId, { isWhole, error }: VenueNumber, text: string): string | undefined {
  if (!(isWhole === true ? /^\d{1,5}$/u : /^\d{1,5}(?:\.\d{1,2})?$/u).test(text)) return error;
  const believed = mostCentimetres(feature);
  return believed !== undefined && Number(text) > believed.most ? believed.error : undefined;
}

type Said = Readonly<Record<string, unknown>>;

function waysAnswered(said: Said, feature: VenueFeatureId): number {
  const isTyped = typeof said[feature] === "string" && said[feature] !== "";
  return [isTyped, said[noneField(feature)] === "yes", said[unknownField(feature)] === "yes"].filter(Boolean).length;
}

const twoAnswers = "Give one answer: a number, or one of the boxes under it";

/** "There is no lift" as the note of a no, before anything else that was noted: a no alone could mean that the lift is too small. */
export function noteOfNone(feature: VenueFeatureId, note: string): string {
  return [venueQuestion[feature].number?.none ?? "", ownNote(feature, note)].filter((part) => part !== "").join(". ");
}

const answeredUnsurely = /^Answered “[^”]*”, and wrote: /u;

/** A note without the words that "there is none" or an unsure answer put before it. */
export function ownNote(feature: VenueFeatureId, kept: string): string {
  const { none } = venueQuestion[feature].number ?? {};
  const note = kept.replace(answeredUnsurely, "");
  if (none === undefined || !note.startsWith(none)) return note;
  return note.slice(none.length).replace(/^\. /u, "");
}

/**
 * What was answered; a question left open is left out. A number that stood on the page and was cleared is not known any more, and a
 * note beside no answer is kept as one: it says something, and not that anybody knows. A yes or a number beside words like "should be
 * fine" is not known either; what was answered stands in the note.
 */
export function answersFrom(features: readonly VenueFeatureId[], said: Said): readonly FactAnswer[] {
  const carried = said[shownField];
  const shown = new Set(typeof carried === "string" ? carried.split(",") : []);
  return features.flatMap((feature): readonly FactAnswer[] => {
    const given = said[feature];
    const written = said[noteField(feature)];
    const note = typeof written === "string" ? ownNote(feature, written) : "";
    const { number } = venueQuestion[feature];
    if (number !== undefined && isNumber(feature)) {
      if (typeof given === "string" && given !== "")
        return [unlessUnsure({ feature, value: Math.round(Number(given) * number.timesToFact * 100) / 100, note }, given)];
      if (said[noneField(feature)] === "yes") return [{ feature, value: false, note: noteOfNone(feature, note) }];
      if (said[unknownField(feature)] === "yes" || shown.has(feature)) return [{ feature, value: null, note }];
    }
    if (given === "yes") return [unlessUnsure({ feature, value: true, note }, "Yes")];
    if (given === "no") return [{ feature, value: false, note }];
    return given === "unknown" || note !== "" ? [{ feature, value: null, note }] : [];
  });
}

function unlessUnsure(answer: FactAnswer, said: string): FactAnswer {
  return soundsUnsure(answer.note) ? { ...answer, value: null, note: `Answered “${said}”, and wrote: ${answer.note}` } : answer;
}
