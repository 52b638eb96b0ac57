// A copy of everything held about somebody, to read as a page: what the file and the PDF have, for them alone.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { organisationOf } from "#app/services/organisations.server.ts";
import { copyToRead } from "#app/services/own-copy.server.ts";
import { DocumentView } from "#app/ui/document-view.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { attendeeAsked } from "#app/web/attendee-asked.server.ts";
import { requireAnyAttendee } from "#app/web/guards.server.ts";
import { cannotPrintNotice } from "#app/web/paper-response.server.ts";
import { goOn } from "#app/web/responses.server.ts";
import { linkShell } from "#app/web/shell.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireAnyAttendee(request);
  const { attendee, reference } = attendeeAsked(request, visit);
  const copy = await copyToRead(visit.context, attendee);
  if (!copy.ok) throw goOn(`/my/copy?ref=${reference}`);
  const organisation = await organisationOf(visit.context, attendee.organisationId);
  return {
    shell: linkShell({ organisation, home: `/my/m/${reference}`, path: visit.path, clearHref: "/my/clear" }),
    back: `/my/copy?ref=${reference}`,
    doc: copy.value.doc,
    notice: new URL(request.url).searchParams.has("print") ? cannotPrintNotice : null,
  };
}

export default function ReadOwnCopy() {
  const { shell, back, doc, notice } = useLoaderData<typeof loader>();
  return (
    <Page
      shell={shell}
      heading="Your copy"
      back={{ href: back }}
      notice={notice === null ? undefined : { heading: notice.heading, children: notice.text }}
    >
      <DocumentView doc={doc} titleLevel={2} />
    </Page>
  );
}
