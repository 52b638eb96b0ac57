// The checklist on paper, to print and fill in by hand.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { checklistOnPaper } from "#app/services/venue-paper.server.ts";
import { checklistOf } from "#app/services/venue-checklist.server.ts";
import { DocumentView } from "#app/ui/document-view.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { requireVenueManager } from "#app/web/guards.server.ts";
import { linkShell } from "#app/web/shell.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, venueManager, path } = await requireVenueManager(request, params["rid"]);
  const { organisation } = await checklistOf(context, venueManager);
  const home = `/v/checklist/${venueManager.venueRequestId}`;
  return {
    shell: linkShell({ organisation, home: `${home}/check`, path }),
    home,
    doc: await checklistOnPaper(context, venueManager),
  };
}

export default function PrintedChecklist() {
  const { shell, home, doc } = useLoaderData<typeof loader>();
  return (
    <Page shell={shell} heading="Print the checklist" back={{ href: `${home}/check`, text: "Back to your answers" }}>
      <div className="no-print">
        <p>Use Print in your browser&apos;s menu.</p>
      </div>
      <DocumentView doc={doc} titleLevel={2} />
    </Page>
  );
}
