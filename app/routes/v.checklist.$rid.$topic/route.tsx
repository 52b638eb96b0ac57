// One page of a venue's checklist. Every answer is saved as the page is sent, and changes the plan at once.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { checklistOf, saveChecklist } from "#app/services/venue-checklist.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireVenueManager } from "#app/web/guards.server.ts";
import { goOn } from "#app/web/responses.server.ts";
import { linkShell } from "#app/web/shell.server.ts";
import { areaName } from "#app/words/venues.ts";
import { answersFrom, checklistForm, photoField, shownField, shownNumbers } from "./answers.ts";
import { PhotoOfAnyOf, Questions } from "./questions.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, venueManager, path } = await requireVenueManager(request, params["rid"]);
  const { organisation, venue, pages, isClosed } = await checklistOf(context, venueManager);
  const home = `/v/checklist/${venueManager.venueRequestId}`;
  if (isClosed) throw goOn(`${home}/closed`);
  const at = pages.findIndex(({ topic }) => topic === params["topic"]);
  const page = pages[at];
  if (page === undefined) throw notFound();
  const before = pages[at - 1];
  return {
    shell: linkShell({ organisation, home: `${home}/check`, path }),
    venue,
    page,
    place: `Part ${at + 1} of ${pages.length}`,
    back: { href: before === undefined ? `${home}/check` : `${home}/${before.topic}` },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, venueManager } = await requireVenueManager(request, params["rid"]);
  const home = `/v/checklist/${venueManager.venueRequestId}`;
  const { pages } = await checklistOf(context, venueManager);
  const page = pages.find(({ topic }) => topic === params["topic"]);
  if (page === undefined) throw notFound();
  const features = page.questions.map(({ feature }) => feature);
  const form = await readForm(request, checklistForm(features));
  if (!form.ok) return mend(form.answer);
  const photoOf = form.button === "photo" ? form.value[photoField] : undefined;
  if (form.button === "photo" && !photoOf) return mend(problemWith(photoField, "Choose what the photo is of", form.typed));
  const saved = await saveChecklist(context, venueManager, answersFrom(features, form.value), form.intent);
  if (!saved.ok) return goOn(`${home}/closed`);
  if (typeof photoOf === "string") return goOn(`${home}/photos/${photoOf}`);
  if (form.button === "later") return goOn(`${home}/check`);
  return goOn(`${home}/${(await nextTopic()) ?? "check"}`);

  // An answer can bring questions in. Where they stand on this page, the page comes again, with the rest filled in.
  async function nextTopic(): Promise<string | undefined> {
    const now = (await checklistOf(context, venueManager)).pages;
    const asked = new Set(features);
    const again = now.find(({ area, questions }) => area === page?.area && questions.some(({ feature }) => isNew(feature)));
    if (again !== undefined) return again.topic;
    return now[now.findIndex(({ topic }) => topic === page?.topic) + 1]?.topic;

    function isNew(feature: (typeof features)[number]): boolean {
      return !asked.has(feature) && !pages.some(({ questions }) => questions.some((one) => one.feature === feature));
    }
  }
}

export default function ChecklistPage() {
  const { shell, venue, page, place, back } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  const heading = page.parts === 1 ? areaName[page.area] : `${areaName[page.area]}, ${page.part} of ${page.parts}`;
  return (
    <Page shell={shell} heading={heading} caption={`${venue}. ${place}`} back={back}>
      <p>“I do not know” is a fine answer. What you leave open is not known.</p>
      <PageForm carried={{ [shownField]: shownNumbers(page.questions) }}>
        <Questions questions={page.questions} answer={answer} />
        <FormButtons secondary={[{ intent: "later", text: "Save and check my answers" }]} />
        <PhotoOfAnyOf questions={page.questions} answer={answer} />
      </PageForm>
    </Page>
  );
}
