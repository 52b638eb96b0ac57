// One paper of a meeting as a web page: the same words as its PDF, in the reader's own colours and letters.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isDocumentId, openPaper } from "#app/services/documents.server.ts";
import { DocumentView } from "#app/ui/document-view.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { cannotPrintNotice } from "#app/web/paper-response.server.ts";
import { staffShell } from "#app/web/shell.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const { reference = "", document: id = "" } = params;
  const search = new URL(request.url).searchParams;
  const invitationId = search.get("for");
  if (!isDocumentId(id)) throw notFound();
  const made = await openPaper(visit.context, visit.coordinator, reference, {
    id,
    ...(invitationId === null ? {} : { invitationId }),
    photoAddress: ({ venueId, photoId }) => `/venues/${venueId}/photos/${photoId}`,
  });
  if (!made.ok) throw notFound();
  return {
    shell: staffShell(visit),
    doc: made.value,
    backHref: `/meetings/${reference}/print${invitationId === null ? "" : `?for=${invitationId}`}`,
    notice: search.get("print") === "letters" ? cannotPrintNotice : null,
  };
}

export default function PaperPage() {
  const { shell, doc, backHref, notice } = useLoaderData<typeof loader>();
  return (
    <Page
      shell={shell}
      title={doc.title}
      back={{ href: backHref, text: "Back to all papers" }}
      notice={notice === null ? undefined : { heading: notice.heading, children: notice.text }}
    >
      <DocumentView doc={doc} />
    </Page>
  );
}
