// The message that carries a checklist's link, shown again: to send by hand or to read out. The showing is recorded.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findMeetingFor } from "#app/services/meetings.server.ts";
import { showChecklistMessage } from "#app/services/venue-checklist.server.ts";
import { CopyBox } from "#app/ui/copy-box.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { staffShell } from "#app/web/shell.server.ts";

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
  const back = { href: `/meetings/${reference}/venue`, text: "Back to the venue" };
  if (message === null) {
    return (
      <Page shell={shell} heading="The message was sent" caption={name} back={back}>
        <p>We erase a message once it is sent, because its link opens the checklist. Send the checklist again to make another.</p>
      </Page>
    );
  }
  return (
    <Page shell={shell} heading="The message for the venue" caption={name} back={back}>
      <p>
        {message.status === "to-show"
          ? "No mail server is set up, so nothing was sent. Copy the message and send it yourself."
          : "The message is on its way."}{" "}
        Anybody who has the link can answer for the venue.
      </p>
      <SummaryList
        rows={[
          { name: "To", answer: message.recipient },
          { name: "Subject", answer: message.subject },
        ]}
      />
      <CopyBox name="message" label="Message" text={message.text} rows={14} />
    </Page>
  );
}
