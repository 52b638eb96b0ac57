// One page of a venue's checklist. Every answer is saved as the page is sent, and changes the plan at once.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { checklistOf, saveChecklist } from "#app/services/venues.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { mend, readForm } from "#app/web/forms.server.ts";
import { notFound, requireVenueManager } from "#app/web/guards.server.ts";
import { goOn } from "#app/web/responses.server.ts";
import { linkShell } from "#app/web/shell.server.ts";
import { areaName } from "#app/words/venues.ts";
import { answersFrom, checklistForm } from "./answers.ts";
import { Questions } from "./questions.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, venueManager, path } = await requireVenueManager(request, params["rid"]);
  const { organisation, venue, pages } = await checklistOf(context, venueManager);
  const at = pages.findIndex(({ topic }) => topic === params["topic"]);
  const page = pages[at];
  if (page === undefined) throw notFound();
  const home = `/v/checklist/${venueManager.venueRequestId}`;
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
  const { pages } = await checklistOf(context, venueManager);
  const at = pages.findIndex(({ topic }) => topic === params["topic"]);
  const page = pages[at];
  if (page === undefined) throw notFound();
  const features = page.facts.map(({ feature }) => feature);
  const form = await readForm(request, checklistForm(features));
  if (!form.ok) return mend(form.answer);
  await saveChecklist(context, venueManager, answersFrom(features, form.value), form.intent);
  const home = `/v/checklist/${venueManager.venueRequestId}`;
  const next = pages[at + 1];
  return goOn(form.button === "later" || next === undefined ? `${home}/check` : `${home}/${next.topic}`);
}

export default function ChecklistPage() {
  const { shell, venue, page, place, back } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  const heading = page.parts === 1 ? areaName[page.area] : `${areaName[page.area]}, ${page.part} of ${page.parts}`;
  return (
    <Page shell={shell} heading={heading} caption={`${venue}. ${place}`} back={back}>
      <p>“I do not know” is a fine answer. What you leave open is not known.</p>
      <PageForm>
        <Questions facts={page.facts} answer={answer} />
        <FormButtons secondary={[{ intent: "later", text: "Save and check my answers" }]} />
      </PageForm>
    </Page>
  );
}
