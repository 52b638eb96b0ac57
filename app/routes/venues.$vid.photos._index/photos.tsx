// Photos of a venue as pictures with words. A photo without words says so, because somebody cannot see it.
import type { ReactElement } from "react";
import type { PhotoView } from "#app/services/venue-photos.server.ts";
import { dayIn } from "#app/domain/basics/dates.ts";
import { longDate } from "#app/words/format.ts";
import { featureName } from "#app/words/venue-questions.ts";

/** The photos one under another; a PDF is a link. */
export function Photos({ venueId, photos }: { readonly venueId: string; readonly photos: readonly PhotoView[] }): ReactElement {
  if (photos.length === 0) return <p>No photos yet.</p>;
  return (
    <ul className="photos">
      {photos.map((photo) => (
        <li key={photo.photoId}>
          <Photo venueId={venueId} photo={photo} />
        </li>
      ))}
    </ul>
  );
}

/** What a photo is of, in words: what somebody wrote, else the feature, else the building. */
export function photoWords({ shows, feature }: Pick<PhotoView, "shows" | "feature">): string {
  if (shows !== "") return shows;
  return feature === null
    ? "A photo of the building. Nobody has said yet what it shows"
    : `${featureName[feature]}. Nobody has said yet what the photo shows`;
}

/** Why a photo is in no paper yet; undefined where it is. */
export function paperWords({ shows, isApproved }: Pick<PhotoView, "shows" | "isApproved">): string | undefined {
  if (shows === "") return "It waits for words: a photo nobody has described is not put into a paper.";
  return isApproved ? undefined : "It waits for you to look at it: save its words, and it goes into the fact sheet.";
}

function Photo({ venueId, photo }: { readonly venueId: string; readonly photo: PhotoView }): ReactElement {
  const src = `/venues/${venueId}/photos/${photo.photoId}`;
  const words = photoWords(photo);
  return (
    <figure className="photo">
      {photo.isPicture ? <img src={src} alt={words} loading="lazy" /> : null}
      <figcaption>
        {words}. Sent by {photo.sentBy}, {longDate(dayIn(photo.savedAt))}.{" "}
        <a href={src}>
          Save {photo.isPicture ? "the photo" : "the PDF"}
          <span className="govuk-visually-hidden">
            : {words}, {photo.photoId.slice(0, 6)}
          </span>
        </a>
      </figcaption>
    </figure>
  );
}
