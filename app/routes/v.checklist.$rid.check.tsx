// Every answer of a venue's checklist, with a way to change each part.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { checklistOf, finishChecklist } from "#app/services/venues.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Page, PageForm } from "#app/ui/page-frame.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { mend, readForm } from "#app/web/forms.server.ts";
import { requireVenueManager } from "#app/web/guards.server.ts";
import { goOn } from "#app/web/responses.server.ts";
import { linkShell } from "#app/web/shell.server.ts";
import { factWords } from "#app/words/plan.ts";
import { featureName } from "#app/words/venue-questions.ts";
import { areaName } from "#app/words/venues.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, venueManager, path } = await requireVenueManager(request, params["rid"]);
  const { organisation, venue, pages } = await checklistOf(context, venueManager);
  const home = `/v/checklist/${venueManager.venueRequestId}`;
  return { shell: linkShell({ organisation, home: `${home}/check`, path }), venue, pages, home };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, venueManager } = await requireVenueManager(request, params["rid"]);
  const form = await readForm(request, z.strictObject({}));
  if (!form.ok) return mend(form.answer);
  await finishChecklist(context, venueManager, form.intent);
  return goOn(`/v/checklist/${venueManager.venueRequestId}/done`);
}

export default function CheckChecklist() {
  const { shell, venue, pages, home } = useLoaderData<typeof loader>();
  return (
    <Page shell={shell} heading="Check your answers" caption={venue}>
      {pages.map((page) => (
        <section key={page.topic} aria-labelledby={`part-${page.topic}`}>
          <h2 id={`part-${page.topic}`}>
            {page.parts === 1 ? areaName[page.area] : `${areaName[page.area]}, ${page.part} of ${page.parts}`}
          </h2>
          <SummaryList
            rows={page.facts.map(({ feature, value, said }) => ({
              name: featureName[feature],
              answer:
                said === null
                  ? "Not answered"
                  : value === null
                    ? "I do not know"
                    : `${factWords(feature, value)}${said.note === "" ? "" : `. ${said.note}`}`,
            }))}
          />
          <p>
            <a className="target" href={`${home}/${page.topic}`}>
              Change these answers<span className="govuk-visually-hidden"> about {page.topic}</span>
            </a>
          </p>
        </section>
      ))}
      <PageForm>
        <FormButtons primary="I have finished" />
      </PageForm>
    </Page>
  );
}
