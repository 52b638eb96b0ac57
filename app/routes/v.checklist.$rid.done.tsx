// The end of a venue's checklist.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { checklistOf } from "#app/services/venue-checklist.server.ts";
import { Page } from "#app/ui/page-frame.tsx";
import { DonePanel } from "#app/ui/panel.tsx";
import { requireVenueManager } from "#app/web/guards.server.ts";
import { linkShell } from "#app/web/shell.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, venueManager, path } = await requireVenueManager(request, params["rid"]);
  const { organisation, venue, coordinatorName, isClosed } = await checklistOf(context, venueManager);
  const home = `/v/checklist/${venueManager.venueRequestId}`;
  return { shell: linkShell({ organisation, home: `${home}/check`, path }), venue, coordinatorName, home, isClosed };
}

export default function DoneChecklist() {
  const { shell, venue, coordinatorName, home, isClosed } = useLoaderData<typeof loader>();
  return (
    <Page shell={shell} title="Done: thank you">
      <DonePanel what="thank you" />
      <p>
        {coordinatorName} will see your answers now. We keep them for {venue} so you will not be asked again for a year. Some things, like
        lifts and hearing loops, we ask about sooner. Next time we ask only what has changed.
      </p>
      <p>
        <a className="target" href={`${home}/facts`}>
          See what we will tell people about your venue
        </a>
      </p>
      {isClosed ? null : (
        <p>
          <a className="target" href={`${home}/check`}>
            Change an answer
          </a>
        </p>
      )}
    </Page>
  );
}
