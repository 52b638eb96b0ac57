// Adding one photo to a venue's checklist, of one thing or of the building.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readUpload } from "#app/services/files.server.ts";
import { checklistOf } from "#app/services/venue-checklist.server.ts";
import { addOwnPhoto } from "#app/services/venue-photos.server.ts";
import { Page, useAnswer } from "#app/ui/page-frame.tsx";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireVenueManager } from "#app/web/guards.server.ts";
import { goBackSaying, goOn } from "#app/web/responses.server.ts";
import { linkShell } from "#app/web/shell.server.ts";
import { uploadRefusalSentence } from "#app/words/claims.ts";
import { featureName } from "#app/words/venue-questions.ts";
import { tooManyPhotos } from "#app/words/venues.ts";
import { PhotoForm, photoForm } from "./venues.$vid.photos._index/photo-form.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, venueManager, path } = await requireVenueManager(request, params["rid"]);
  const { organisation, venue, pages, isClosed } = await checklistOf(context, venueManager);
  const home = `/v/checklist/${venueManager.venueRequestId}`;
  if (isClosed) throw goOn(`${home}/closed`);
  const page = pages.find(({ questions }) => questions.some(({ feature }) => feature === params["feature"]));
  const asked = page?.questions.find(({ feature }) => feature === params["feature"]);
  if (asked === undefined && params["feature"] !== "building") throw notFound();
  return {
    shell: linkShell({ organisation, home: `${home}/check`, path }),
    venue,
    feature: asked?.feature ?? null,
    back: page === undefined ? `${home}/check` : `${home}/${page.topic}`,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, venueManager } = await requireVenueManager(request, params["rid"]);
  const home = `/v/checklist/${venueManager.venueRequestId}`;
  const { pages } = await checklistOf(context, venueManager);
  const asked = pages.flatMap(({ questions }) => questions).find(({ feature }) => feature === params["feature"]);
  const topic = pages.find(({ questions }) => questions.some(({ feature }) => feature === asked?.feature))?.topic;
  const form = await readForm(request, photoForm);
  if (!form.ok) return mend(form.answer);
  const file = form.value.file instanceof File ? form.value.file : null;
  const upload = await readUpload(context, file);
  if (!upload.ok) return mend(problemWith("file", uploadRefusalSentence(upload.refusal, file?.name ?? ""), form.typed));
  const photo = { feature: asked?.feature ?? null, shows: form.value.shows, upload: upload.value };
  const added = await addOwnPhoto(context, venueManager, photo, form.intent);
  if (added.ok) return topic === undefined ? goBackSaying(`${home}/check`, "photo") : goOn(`${home}/${topic}`);
  return added.refusal === "closed" ? goOn(`${home}/closed`) : mend(problemWith("file", tooManyPhotos, form.typed));
}

export default function AddPhoto() {
  const { shell, venue, feature, back } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  return (
    <Page shell={shell} heading="Add a photo" caption={venue} back={{ href: back }}>
      <p>
        {feature === null
          ? "A photo of the front door from the street, the way to the room, the room or the toilet helps most."
          : `This photo is about: ${featureName[feature]}. For a width, hold a tape measure in the picture if you can.`}
      </p>
      <PhotoForm answer={answer} />
    </Page>
  );
}
