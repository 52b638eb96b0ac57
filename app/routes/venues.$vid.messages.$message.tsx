// The message that carries the link of a checklist for a venue's record, shown again. The showing is recorded.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { showRecordMessage } from "#app/services/venue-checklist.server.ts";
import { findVenueFor } from "#app/services/venues.server.ts";
import { Page } from "#app/ui/page-frame.tsx";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { MessageParts } from "./venues.$vid.send/sent.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const { vid = "", message = "" } = params;
  const venue = await findVenueFor(visit.context, visit.coordinator, vid);
  const shown = await showRecordMessage(visit.context, visit.coordinator, vid, message);
  if (!venue.ok || (!shown.ok && shown.refusal === "not-found")) throw notFound();
  return { shell: staffShell(visit), vid, name: venue.value.name, message: shown.ok ? shown.value : null };
}

export default function RecordMessage() {
  const { shell, vid, name, message } = useLoaderData<typeof loader>();
  return (
    <Page
      shell={shell}
      heading={message === null ? "The message was sent" : "The message for the venue"}
      caption={name}
      back={{ href: `/venues/${vid}`, text: "Back to the venue" }}
    >
      <MessageParts message={message} />
    </Page>
  );
}
