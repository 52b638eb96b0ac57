// "Print fact sheet": everything known of a venue as one paper, to print from here or to keep as a file.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { usualSizes } from "#app/services/documents.server.ts";
import { venueSheet } from "#app/services/venue-sheet.server.ts";
import { DocumentView } from "#app/ui/document-view.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { linksOf } from "#app/web/paper-links.server.ts";
import { cannotPrintNotice } from "#app/web/paper-response.server.ts";
import { staffShell } from "#app/web/shell.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const { vid = "" } = params;
  const home = `/venues/${vid}`;
  const made = await venueSheet(visit.context, visit.coordinator, vid);
  const shown = await venueSheet(visit.context, visit.coordinator, vid, (photoId) => `${home}/photos/${photoId}`);
  if (!made.ok || !shown.ok) throw notFound();
  const { links, note } = await linksOf(made.value, {
    name: "Venue fact sheet",
    page: `${home}/fact-sheet`,
    fileName: "venue-fact-sheet",
    fileHref: (file) => `${home}/fact-sheet/${file}`,
    sizes: usualSizes,
  });
  const cannotPrint = new URL(request.url).searchParams.get("print") === "letters";
  return { shell: staffShell(visit), home, doc: shown.value, files: links.slice(1), note, notice: cannotPrint ? cannotPrintNotice : null };
}

export default function FactSheet() {
  const { shell, home, doc, files, note, notice } = useLoaderData<typeof loader>();
  return (
    <Page
      shell={shell}
      heading="Print fact sheet"
      back={{ href: home, text: "Back to the venue" }}
      notice={notice === null ? undefined : { heading: notice.heading, children: notice.text }}
    >
      <div className="no-print">
        <p>Use Print in your browser’s menu. Or keep the same paper as a file:</p>
        {note === null ? null : <p>{note}</p>}
        {files.length === 0 ? null : <LinkList links={files} />}
      </div>
      <DocumentView doc={doc} titleLevel={2} />
    </Page>
  );
}
