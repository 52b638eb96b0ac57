// What people will be told about a venue: its own answers, in the words they will read. What it did not answer is not told.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { checklistOf } from "#app/services/venue-checklist.server.ts";
import { Page } from "#app/ui/page-frame.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { requireVenueManager } from "#app/web/guards.server.ts";
import { linkShell } from "#app/web/shell.server.ts";
import { factWords } from "#app/words/plan.ts";
import { featureName } from "#app/words/venue-questions.ts";
import { topicHeading } from "#app/words/venues.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, venueManager, path } = await requireVenueManager(request, params["rid"]);
  const { organisation, venue, pages } = await checklistOf(context, venueManager);
  const home = `/v/checklist/${venueManager.venueRequestId}`;
  const told = pages
    .map((page) => ({
      address: page.address,
      heading: topicHeading(page),
      facts: page.questions.flatMap(({ feature, answer }) =>
        answer === null || answer.value === null ? [] : [{ name: featureName[feature], answer: factWords(feature, answer.value) }],
      ),
    }))
    .filter(({ facts }) => facts.length > 0);
  return { shell: linkShell({ organisation, home: `${home}/check`, path }), venue, home, told };
}

export default function FactsToTell() {
  const { shell, venue, home, told } = useLoaderData<typeof loader>();
  return (
    <Page shell={shell} heading="What we will tell people about your venue" caption={venue} back={{ href: `${home}/done` }}>
      {told.length === 0 ? <p>You have not told us anything yet. We tell people only what you answer.</p> : null}
      {told.map(({ address, heading, facts }) => (
        <section key={address} aria-labelledby={`told-${address}`}>
          <h2 id={`told-${address}`}>{heading}</h2>
          <SummaryList rows={facts} />
        </section>
      ))}
      <p>Where people who visit find something different, we ask you about it.</p>
    </Page>
  );
}
