// One of a person's own papers as a web page.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isDocumentId, myPaper } from "#app/services/documents.server.ts";
import { DocumentView } from "#app/ui/document-view.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { notFound } from "#app/web/guards.server.ts";
import { letterHolds } from "#app/web/letter-holds.ts";
import { cannotPrintNotice } from "#app/web/paper-response.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, attendee, shell, home } = await requireAttendeePage(request, params["ref"]);
  const search = new URL(request.url).searchParams;
  const id = params["document"] ?? "";
  const made = isDocumentId(id)
    ? await myPaper(context, attendee, id, letterHolds(search), ({ photoId }) => `${home}/photos/${photoId}`)
    : null;
  if (made?.ok !== true) throw notFound();
  return { shell, doc: made.value, home, notice: search.get("print") === "letters" ? cannotPrintNotice : null };
}

export default function MyPaperPage() {
  const { shell, doc, home, notice } = useLoaderData<typeof loader>();
  return (
    <Page
      shell={shell}
      title={doc.title}
      back={{ href: `${home}/papers`, text: "Back to all papers" }}
      notice={notice === null ? undefined : { heading: notice.heading, children: notice.text }}
    >
      <DocumentView doc={doc} />
    </Page>
  );
}
