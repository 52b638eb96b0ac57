// One page of a venue's checklist. Every answer is saved as the page is sent, and changes the plan at once.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { checklistOf, saveChecklist } from "#app/services/venue-checklist.server.ts";
import { addOwnPhoto, listOwnPhotos } from "#app/services/venue-photos.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { mend, readForm } from "#app/web/forms.server.ts";
import { notFound, requireVenueManager } from "#app/web/guards.server.ts";
import { keepPhotosOf } from "#app/web/question-photos.server.ts";
import { goOn } from "#app/web/responses.server.ts";
import { linkShell } from "#app/web/shell.server.ts";
import { buildingPhotoOf, topicHeading } from "#app/words/venues.ts";
import { answersFrom, checklistForm, photoField, shownField, shownNumbers, showsField } from "./answers.ts";
import { Questions, sentPhotos } from "./questions.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, venueManager, path } = await requireVenueManager(request, params["rid"]);
  const { organisation, venue, pages, isClosed } = await checklistOf(context, venueManager);
  const home = `/v/checklist/${venueManager.venueRequestId}`;
  if (isClosed) throw goOn(`${home}/closed`);
  const at = pages.findIndex(({ address }) => address === params["topic"]);
  const page = pages[at];
  if (page === undefined) throw notFound();
  const before = pages[at - 1];
  return {
    shell: linkShell({ organisation, home: `${home}/check`, path }),
    venue,
    page,
    photos: sentPhotos(await listOwnPhotos(context, venueManager), (photoId) => `${home}/photo/${photoId}`),
    place: `Part ${at + 1} of ${pages.length}`,
    back: { href: before === undefined ? `${home}/check` : `${home}/${before.address}` },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, venueManager } = await requireVenueManager(request, params["rid"]);
  const home = `/v/checklist/${venueManager.venueRequestId}`;
  const { pages } = await checklistOf(context, venueManager);
  const page = pages.find(({ address }) => address === params["topic"]);
  if (page === undefined) throw notFound();
  const features = page.questions.map(({ feature }) => feature);
  const form = await readForm(request, checklistForm(features));
  const photos = await keepPhotosOf(context, request, [...features, null], { photo: photoField, shows: showsField }, (photo, key) =>
    addOwnPhoto(context, venueManager, photo, key),
  );
  if (!form.ok) return mend({ problems: [...form.answer.problems, ...photos.problems], typed: photos.typed });
  const saved = await saveChecklist(context, venueManager, answersFrom(features, form.value), form.intent);
  if (!saved.ok) return goOn(`${home}/closed`);
  if (photos.problems.length > 0) return mend(photos);
  if (form.button === "later") return goOn(`${home}/check`);
  return goOn(`${home}/${(await nextPage()) ?? "check"}`);

  // An answer can bring questions in. Where they stand on this page, the page comes again, with the rest filled in.
  async function nextPage(): Promise<string | undefined> {
    const now = (await checklistOf(context, venueManager)).pages;
    const asked = new Set(features);
    const again = now.find(({ topic, questions }) => topic === page?.topic && questions.some(({ feature }) => isNew(feature)));
    if (again !== undefined) return again.address;
    return now[now.findIndex(({ address }) => address === page?.address) + 1]?.address;

    function isNew(feature: (typeof features)[number]): boolean {
      return !asked.has(feature) && !pages.some(({ questions }) => questions.some((one) => one.feature === feature));
    }
  }
}

export default function ChecklistPage() {
  const { shell, venue, page, photos, place, back } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  return (
    <Page shell={shell} heading={topicHeading(page)} caption={`${venue}. ${place}`} back={back}>
      <p>“I do not know” is a fine answer. What you leave open is not known. You can send a photo instead of measuring.</p>
      <PageForm hasFiles carried={{ [shownField]: shownNumbers(page.questions) }}>
        <Questions
          questions={page.questions}
          photos={photos}
          answer={answer}
          toPhotograph={page.part === 1 ? buildingPhotoOf[page.topic] : undefined}
        />
        <FormButtons secondary={[{ intent: "later", text: "Save and check my answers" }]} />
      </PageForm>
    </Page>
  );
}
