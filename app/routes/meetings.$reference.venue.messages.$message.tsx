// The message that carries a checklist's link, shown again: to send by hand or to read out. The showing is recorded.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findMeetingFor } from "#app/services/meetings.server.ts";
import { showChecklistMessage } from "#app/services/venue-checklist.server.ts";
import { Page } from "#app/ui/page-frame.tsx";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { MessageParts } from "./venues.$vid.send/sent.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const { context, coordinator } = visit;
  const meeting = await findMeetingFor(context, coordinator, params["reference"] ?? "");
  if (!meeting.ok) throw notFound();
  const shown = await showChecklistMessage(context, coordinator, meeting.value, params["message"] ?? "");
  if (!shown.ok && shown.refusal === "not-found") throw notFound();
  const { reference, name } = meeting.value;
  return { shell: staffShell(visit), reference, name, message: shown.ok ? shown.value : null };
}

export default function ChecklistMessage() {
  const { shell, reference, name, message } = useLoaderData<typeof loader>();
  return (
    <Page
      shell={shell}
      heading={message === null ? "The message was sent" : "The message for the venue"}
      caption={name}
      back={{ href: `/meetings/${reference}/venue`, text: "Back to the venue" }}
    >
      <MessageParts message={message} />
    </Page>
  );
}
