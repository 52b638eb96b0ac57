// "Check it yourself": one part of a venue, filled in by staff, on a phone during a visit for example.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ownCheckOf, recordOwnCheck } from "#app/services/venues.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { goBackSaying, goOn } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { areaName } from "#app/words/venues.ts";
import { answersFrom, checklistForm, photoField, shownField, shownNumbers } from "./v.checklist.$rid.$topic/answers.ts";
import { PhotoOfAnyOf, Questions } from "./v.checklist.$rid.$topic/questions.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await ownCheckOf(visit.context, visit.coordinator, params["vid"] ?? "");
  const page = found.ok ? found.value.pages.find(({ topic }) => topic === params["topic"]) : undefined;
  if (!found.ok || page === undefined) throw notFound();
  return { shell: staffShell(visit), held: visit.held, venue: { venueId: found.value.venueId, name: found.value.name }, page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const venueId = params["vid"] ?? "";
  const found = await ownCheckOf(context, coordinator, venueId);
  const pages = found.ok ? found.value.pages : [];
  const at = pages.findIndex(({ topic }) => topic === params["topic"]);
  const page = pages[at];
  if (page === undefined) throw notFound();
  const features = page.questions.map(({ feature }) => feature);
  const form = await readForm(request, checklistForm(features));
  if (!form.ok) return mend(form.answer);
  const photoOf = form.button === "photo" ? form.value[photoField] : undefined;
  if (form.button === "photo" && !photoOf) return mend(problemWith(photoField, "Choose what the photo is of", form.typed));
  const saved = await recordOwnCheck(context, coordinator, venueId, answersFrom(features, form.value), form.intent);
  if (!saved.ok) throw notFound();
  if (typeof photoOf === "string") return goOn(`/venues/${venueId}/photos?of=${photoOf}`);
  const next = pages[at + 1];
  return form.button === "later" || next === undefined
    ? goBackSaying(`/venues/${venueId}`, "checked")
    : goOn(`/venues/${venueId}/check/${next.topic}`);
}

export default function CheckIt() {
  const { shell, held, venue, page } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const heading = page.parts === 1 ? areaName[page.area] : `${areaName[page.area]}, ${String(page.part)} of ${String(page.parts)}`;
  return (
    <Page shell={shell} heading={heading} caption={venue.name} back={{ href: `/venues/${venue.venueId}` }} held={held}>
      <p>What you save here says that you checked it yourself, today.</p>
      <PageForm carried={{ [shownField]: shownNumbers(page.questions) }}>
        <Questions questions={page.questions} answer={answer} />
        <FormButtons secondary={[{ intent: "later", text: "Save and stop here" }]} />
        <PhotoOfAnyOf questions={page.questions} answer={answer} />
      </PageForm>
    </Page>
  );
}
