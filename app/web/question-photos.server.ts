// Photos sent with a page of questions about a venue. A photo that can be kept is kept at once, whatever else needs mending on the
// page: a browser cannot hand a chosen file back, and on a phone in a cellar it may not be sent twice.
import type { VenueFeatureId } from "#app/domain/access/venue-features.ts";
import type { Result } from "#app/domain/basics/result.ts";
import type { Context } from "#app/services/context.server.ts";
import { readUpload } from "#app/services/files.server.ts";
import type { NewPhoto } from "#app/services/venue-photos.server.ts";
import { uploadRefusalSentence } from "#app/words/claims.ts";
import { tooManyPhotos } from "#app/words/venues.ts";
import { formOf, typedOf, wholeText, type Problem, type Typed } from "./forms.server.ts";

/** The names of the two fields of a question's photo. */
export type PhotoFields = {
  readonly photo: (feature: VenueFeatureId | null) => string;
  readonly shows: (feature: VenueFeatureId | null) => string;
};

export type PhotosKept = {
  readonly problems: readonly Problem[];
  /** What was typed, without the words about photos that are kept now. */
  readonly typed: Typed;
};

/** Keeps each photo of the form that can be kept, and says of each other one why it cannot. Null stands for the building as a whole. */
export async function keepPhotosOf(
  context: Context,
  request: Request,
  features: readonly (VenueFeatureId | null)[],
  fields: PhotoFields,
  add: (photo: NewPhoto, key: string | undefined) => Promise<Result<unknown, string>>,
): Promise<PhotosKept> {
  const form = await formOf(request);
  const problems: Problem[] = [];
  const kept = new Set<string>();
  for (const feature of features) {
    const field = fields.photo(feature);
    const file = form.get(field);
    if (!(file instanceof File) || (file.size === 0 && file.name === "")) continue;
    const words = form.get(fields.shows(feature));
    const shows = typeof words === "string" ? wholeText(words).trim() : "";
    // Words that are too long are told by the form itself; the photo is kept, and they can be shortened with it on record.
    const upload = await readUpload(context, file);
    if (!upload.ok) {
      problems.push({ field, message: uploadRefusalSentence(upload.refusal, file.name) });
      continue;
    }
    const said = [...shows].length > 300 ? "" : shows;
    // The same photo sent twice from the same page is kept once.
    const page = form.get("intentKey");
    const key = typeof page === "string" && page !== "" ? JSON.stringify(["photo", page, feature, upload.value.fingerprint]) : undefined;
    const added = await add({ feature, shows: said, upload: upload.value }, key);
    if (!added.ok) problems.push({ field, message: tooManyPhotos });
    else if (said === shows) kept.add(fields.shows(feature));
  }
  const typed = Object.fromEntries(Object.entries(typedOf(form)).filter(([name]) => !kept.has(name)));
  return { problems, typed };
}
