// Adding a photo of the building as a whole to a venue's checklist. Photos of one thing are added where it is asked about.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readUpload } from "#app/services/files.server.ts";
import { checklistOf } from "#app/services/venue-checklist.server.ts";
import { addOwnPhoto } from "#app/services/venue-photos.server.ts";
import { Page, useAnswer } from "#app/ui/page-frame.tsx";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { requireVenueManager } from "#app/web/guards.server.ts";
import { goBackSaying, goOn } from "#app/web/responses.server.ts";
import { linkShell } from "#app/web/shell.server.ts";
import { uploadRefusalSentence } from "#app/words/claims.ts";
import { tooManyPhotos } from "#app/words/venues.ts";
import { PhotoForm, photoForm } from "./venues.$vid.photos._index/photo-form.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, venueManager, path } = await requireVenueManager(request, params["rid"]);
  const { organisation, venue, isClosed } = await checklistOf(context, venueManager);
  const home = `/v/checklist/${venueManager.venueRequestId}`;
  if (isClosed) throw goOn(`${home}/closed`);
  return {
    shell: linkShell({ organisation, home: `${home}/check`, path }),
    venue,
    home,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, venueManager } = await requireVenueManager(request, params["rid"]);
  const home = `/v/checklist/${venueManager.venueRequestId}`;
  const form = await readForm(request, photoForm);
  if (!form.ok) return mend(form.answer);
  const file = form.value.file instanceof File ? form.value.file : null;
  const upload = await readUpload(context, file);
  if (!upload.ok) return mend(problemWith("file", uploadRefusalSentence(upload.refusal, file?.name ?? ""), form.typed));
  const photo = { feature: null, shows: form.value.shows, upload: upload.value };
  const added = await addOwnPhoto(context, venueManager, photo, form.intent);
  if (added.ok) return goBackSaying(`${home}/check`, "photo");
  return added.refusal === "closed" ? goOn(`${home}/closed`) : mend(problemWith("file", tooManyPhotos, form.typed));
}

export default function AddPhoto() {
  const { shell, venue, home } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  return (
    <Page shell={shell} heading="Add a photo" caption={venue} back={{ href: `${home}/check` }}>
      <p>A photo of the front door from the street, the way to the room, the room or the toilet helps most.</p>
      <PhotoForm answer={answer} />
    </Page>
  );
}
