// A checklist after its day: nothing can be answered, and who can open it again.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { checklistOf } from "#app/services/venue-checklist.server.ts";
import { Page } from "#app/ui/page-frame.tsx";
import { requireVenueManager } from "#app/web/guards.server.ts";
import { goOn } from "#app/web/responses.server.ts";
import { linkShell } from "#app/web/shell.server.ts";
import { checklistClosed } from "#app/words/venues.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, venueManager, path } = await requireVenueManager(request, params["rid"]);
  const { organisation, venue, coordinatorName, isClosed } = await checklistOf(context, venueManager);
  const home = `/v/checklist/${venueManager.venueRequestId}`;
  if (!isClosed) throw goOn(`${home}/check`);
  const { email, phone } = organisation.contact;
  return {
    shell: linkShell({ organisation, home: `${home}/closed`, path }),
    venue,
    sentence: checklistClosed(coordinatorName, [phone, email]),
  };
}

export default function ClosedChecklist() {
  const { shell, venue, sentence } = useLoaderData<typeof loader>();
  return (
    <Page shell={shell} heading="This checklist is closed" caption={venue}>
      <p>{sentence}</p>
      <p>What you answered before is kept.</p>
    </Page>
  );
}
