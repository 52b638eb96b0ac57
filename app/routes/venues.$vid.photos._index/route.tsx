// The photos of a venue: adding one, saying what each shows, and taking one off the record.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { venueFeatureIds } from "#app/domain/access/venue-features.ts";
import { readUpload } from "#app/services/files.server.ts";
import { addPhotoFor, describePhoto, listPhotosFor, removePhoto } from "#app/services/venue-photos.server.ts";
import { findVenueFor } from "#app/services/venues.server.ts";
import { Button, ButtonGroup } from "#app/ui/buttons.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { optionalText, versionField } from "#app/web/form-fields.ts";
import { formOf, mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { uploadRefusalSentence } from "#app/words/claims.ts";
import { changedMeanwhile } from "#app/words/meetings.ts";
import { featureName } from "#app/words/venue-questions.ts";
import { venueNotice } from "#app/words/venue-facts.ts";
import { tooManyPhotos } from "#app/words/venues.ts";
import { PhotoForm, photoForm } from "./photo-form.tsx";
import { paperWords, Photos, photoWords } from "./photos.tsx";

const ofPhoto = z.strictObject({
  photo: z.string().max(64),
  version: versionField,
  shows: optionalText({ max: 300, thing: "answer to “What does this photo show?”" }),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const { context, coordinator } = visit;
  const vid = params["vid"] ?? "";
  const venue = await findVenueFor(context, coordinator, vid);
  const photos = await listPhotosFor(context, coordinator, vid);
  if (!venue.ok || !photos.ok) throw notFound();
  const { searchParams } = new URL(request.url);
  const of = venueFeatureIds.find((id) => id === searchParams.get("of")) ?? null;
  return {
    shell: staffShell(visit),
    held: visit.held,
    venue: { venueId: venue.value.venueId, name: venue.value.name },
    photos: photos.value,
    of,
    notice: venueNotice(searchParams.get("saved")),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const venueId = params["vid"] ?? "";
  const posted = await formOf(request);
  if (posted.has("photo")) return changeOne();
  const of = venueFeatureIds.find((id) => id === new URL(request.url).searchParams.get("of")) ?? null;
  const form = await readForm(request, photoForm);
  if (!form.ok) return mend(form.answer);
  const file = form.value.file instanceof File ? form.value.file : null;
  const upload = await readUpload(context, file);
  if (!upload.ok) return mend(problemWith("file", uploadRefusalSentence(upload.refusal, file?.name ?? ""), form.typed));
  const photo = { feature: of, shows: form.value.shows, upload: upload.value };
  const added = await addPhotoFor(context, coordinator, venueId, photo, form.intent);
  if (added.ok) return goBackSaying(of === null ? `/venues/${venueId}/photos` : `/venues/${venueId}/facts/${of}`, "photo");
  if (added.refusal === "not-found") throw notFound();
  return mend(problemWith("file", tooManyPhotos, form.typed));

  async function changeOne() {
    const form = await readForm(request, ofPhoto);
    if (!form.ok) return mend(form.answer);
    const { photo, version, shows } = form.value;
    const at = { venueId, photoId: photo, version };
    const isRemoving = form.button === "remove";
    const changed = isRemoving
      ? await removePhoto(context, coordinator, at, form.intent)
      : await describePhoto(context, coordinator, at, shows, form.intent);
    if (changed.ok) return goBackSaying(`/venues/${venueId}/photos`, isRemoving ? "removed" : "described");
    if (changed.refusal === "not-found") throw notFound();
    return mend(problemWith("shows", changedMeanwhile, form.typed));
  }
}

export default function VenuePhotos() {
  const { shell, held, venue, photos, of, notice } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  // Each photo has a form of its own: what came back belongs to the one that was sent.
  const sent = answer.isAnswer ? answer.value("photo") : "";
  const none = { ...answer, error: () => undefined, value: (_field: string, otherwise = "") => otherwise };
  return (
    <Page
      shell={shell}
      heading="Photos"
      caption={venue.name}
      back={{ href: `/venues/${venue.venueId}`, text: "Back to the venue" }}
      held={held}
      notice={notice}
    >
      <h2>Add a photo</h2>
      <p>{of === null ? "A photo of the building, outside or inside." : `This photo is about: ${featureName[of]}.`}</p>
      <PhotoForm answer={sent === "" ? answer : none} />
      <h2>Photos on record</h2>
      {photos.length === 0 ? <p>No photos yet.</p> : null}
      {photos.map((photo, index) => {
        const own = sent === photo.photoId ? answer : none;
        const number = String(photos.length - index);
        return (
          <section key={photo.photoId} aria-labelledby={`photo-${photo.photoId}`}>
            <h3 id={`photo-${photo.photoId}`}>Photo {number}</h3>
            <Photos venueId={venue.venueId} photos={[photo]} />
            {paperWords(photo) === undefined ? null : <p>{paperWords(photo)}</p>}
            <PageForm carried={{ photo: photo.photoId, version: String(photo.version) }}>
              <TextField
                name="shows"
                id={`shows-${photo.photoId}`}
                label={`What does photo ${number} show?`}
                autoComplete="off"
                value={own.value("shows", photo.shows)}
                error={own.error("shows")}
              />
              <ButtonGroup>
                <Button about={`of photo ${number}`}>Save the words</Button>
                <Button kind="secondary" intent="remove" about={`${number}: ${photoWords(photo)}`}>
                  Remove photo
                </Button>
              </ButtonGroup>
            </PageForm>
          </section>
        );
      })}
    </Page>
  );
}
