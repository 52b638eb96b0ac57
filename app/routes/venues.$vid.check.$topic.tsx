// "Check it yourself": one part of a venue, filled in by staff, on a phone during a visit for example.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ownCheckOf, recordOwnCheck } from "#app/services/venues.server.ts";
import { addPhotoFor, listPhotosFor } from "#app/services/venue-photos.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { mend, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { keepPhotosOf } from "#app/web/question-photos.server.ts";
import { goBackSaying, goOn } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { buildingPhotoOf, topicHeading } from "#app/words/venues.ts";
import { answersFrom, checklistForm, photoField, shownField, shownNumbers, showsField } from "./v.checklist.$rid.$topic/answers.ts";
import { Questions, sentPhotos } from "./v.checklist.$rid.$topic/questions.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await ownCheckOf(visit.context, visit.coordinator, params["vid"] ?? "");
  const page = found.ok ? found.value.pages.find(({ address }) => address === params["topic"]) : undefined;
  if (!found.ok || page === undefined) throw notFound();
  const { venueId, name } = found.value;
  const taken = await listPhotosFor(visit.context, visit.coordinator, venueId);
  return {
    shell: staffShell(visit),
    held: visit.held,
    venue: { venueId, name },
    page,
    photos: sentPhotos(taken.ok ? taken.value : [], (photoId) => `/venues/${venueId}/photos/${photoId}`),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const venueId = params["vid"] ?? "";
  const found = await ownCheckOf(context, coordinator, venueId);
  const pages = found.ok ? found.value.pages : [];
  const at = pages.findIndex(({ address }) => address === params["topic"]);
  const page = pages[at];
  if (page === undefined) throw notFound();
  const features = page.questions.map(({ feature }) => feature);
  const form = await readForm(request, checklistForm(features));
  const photos = await keepPhotosOf(context, request, [...features, null], { photo: photoField, shows: showsField }, (photo, key) =>
    addPhotoFor(context, coordinator, venueId, photo, key),
  );
  if (!form.ok) return mend({ problems: [...form.answer.problems, ...photos.problems], typed: photos.typed });
  const saved = await recordOwnCheck(context, coordinator, venueId, answersFrom(features, form.value), form.intent);
  if (!saved.ok) throw notFound();
  if (photos.problems.length > 0) return mend(photos);
  const next = pages[at + 1];
  return form.button === "later" || next === undefined
    ? goBackSaying(`/venues/${venueId}`, "checked")
    : goOn(`/venues/${venueId}/check/${next.address}`);
}

export default function CheckIt() {
  const { shell, held, venue, page, photos } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page shell={shell} heading={topicHeading(page)} caption={venue.name} back={{ href: `/venues/${venue.venueId}` }} held={held}>
      <p>What you save here says that you checked it yourself, today.</p>
      <PageForm hasFiles carried={{ [shownField]: shownNumbers(page.questions) }}>
        <Questions
          questions={page.questions}
          photos={photos}
          answer={answer}
          toPhotograph={page.part === 1 ? buildingPhotoOf[page.topic] : undefined}
        />
        <FormButtons secondary={[{ intent: "later", text: "Save and stop here" }]} />
      </PageForm>
    </Page>
  );
}
