// Every answer of a venue's checklist, with a way to change each part, the photos sent, and what else can be done.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { checklistOf, finishChecklist } from "#app/services/venue-checklist.server.ts";
import { listOwnPhotos } from "#app/services/venue-photos.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Page, PageForm } from "#app/ui/page-frame.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { mend, readForm } from "#app/web/forms.server.ts";
import { requireVenueManager } from "#app/web/guards.server.ts";
import { goOn } from "#app/web/responses.server.ts";
import { linkShell } from "#app/web/shell.server.ts";
import { counted, longDate } from "#app/words/format.ts";
import { featureName } from "#app/words/venue-questions.ts";
import { answerInWords, checklistNotice, pleaseAddPhotos, topicHeading } from "#app/words/venues.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, venueManager, path } = await requireVenueManager(request, params["rid"]);
  const { organisation, venue, pages, isClosed, request: sent } = await checklistOf(context, venueManager);
  const home = `/v/checklist/${venueManager.venueRequestId}`;
  if (isClosed) throw goOn(`${home}/closed`);
  return {
    shell: linkShell({ organisation, home: `${home}/check`, path }),
    venue,
    pages,
    home,
    answerBy: sent.answerBy,
    photos: await listOwnPhotos(context, venueManager),
    notice: checklistNotice(new URL(request.url).searchParams.get("saved")),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, venueManager } = await requireVenueManager(request, params["rid"]);
  const form = await readForm(request, z.strictObject({}));
  if (!form.ok) return mend(form.answer);
  const finished = await finishChecklist(context, venueManager, form.intent);
  return goOn(`/v/checklist/${venueManager.venueRequestId}/${finished.ok ? "done" : "closed"}`);
}

export default function CheckChecklist() {
  const { shell, venue, pages, home, answerBy, photos, notice } = useLoaderData<typeof loader>();
  const open = pages.flatMap(({ questions }) => questions.filter(({ answer }) => answer === null)).length;
  return (
    <Page shell={shell} heading="Check your answers" caption={venue} notice={notice}>
      <p>
        {open === 0
          ? "You have answered every question."
          : `${counted(open, "question is", "questions are")} still open. That is fine: what is open is not known.`}{" "}
        You can change your answers until {longDate(answerBy)}.
      </p>
      {pages.map((page) => {
        const heading = topicHeading(page);
        return (
          <section key={page.address} aria-labelledby={`part-${page.address}`}>
            <h2 id={`part-${page.address}`}>{heading}</h2>
            <SummaryList
              rows={page.questions.map(({ feature, answer }) => ({
                name: featureName[feature],
                answer: answer === null ? "Not answered" : answerInWords(feature, answer),
              }))}
            />
            <p>
              <a className="target" href={`${home}/${page.address}`}>
                Change these answers<span className="govuk-visually-hidden"> about {heading}</span>
              </a>
            </p>
          </section>
        );
      })}
      <h2>Photos</h2>
      <p>{pleaseAddPhotos}</p>
      {photos.length === 0 ? null : (
        <LinkList
          links={photos.map(({ photoId, feature, shows }, index) => ({
            href: `${home}/photo/${photoId}`,
            text: `Photo ${String(photos.length - index)}: ${shows === "" ? (feature === null ? "your building" : featureName[feature]) : shows}`,
          }))}
        />
      )}
      <p>
        <a className="target" href={`${home}/photos/building`}>
          Add a photo of the building
        </a>
      </p>
      <PageForm>
        <FormButtons primary="I have finished" />
      </PageForm>
      <h2>Other ways</h2>
      <LinkList
        links={[
          { href: `${home}/print`, text: "Print it and fill it in by hand" },
          { href: `${home}/someone-else`, text: "Someone else should answer this" },
        ]}
      />
    </Page>
  );
}
