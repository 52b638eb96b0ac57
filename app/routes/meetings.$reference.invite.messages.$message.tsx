// One message for one person: to show, to send by hand, or a letter to print. It carries that person's private link.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findMessageFor } from "#app/services/invitations.server.ts";
import { ButtonGroup, ButtonLink } from "#app/ui/buttons.tsx";
import { CopyBox } from "#app/ui/copy-box.tsx";
import { DocumentView } from "#app/ui/document-view.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { channelWords } from "#app/words/meetings.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const reference = params["reference"] ?? "";
  const found = await findMessageFor(visit.context, visit.coordinator, reference, params["message"] ?? "");
  if (!found.ok) throw notFound();
  return { shell: staffShell(visit), reference, ...found.value };
}

export default function Message() {
  const { shell, reference, meeting, name, message, letter } = useLoaderData<typeof loader>();
  const back = { href: `/meetings/${reference}/invite/sent`, text: "Back to invitations" };
  const note = <p>This message is only for {name}. It holds their private link.</p>;
  if (letter !== null) {
    return (
      <Page shell={shell} title={letter.title} back={back}>
        <div className="no-print">
          <p>Use Print in your browser&apos;s menu, or open the PDF.</p>
          <ButtonGroup>
            <ButtonLink href={`/meetings/${reference}/invite/letters/${message.messageId}/12`} about={`for ${name}`}>
              Open the letter as a PDF
            </ButtonLink>
            <ButtonLink href={`/meetings/${reference}/invite/letters/${message.messageId}/18`} kind="secondary" about={`for ${name}`}>
              In large print
            </ButtonLink>
          </ButtonGroup>
          {note}
        </div>
        <DocumentView doc={letter} />
      </Page>
    );
  }
  return (
    <Page shell={shell} heading={`The message for ${name}`} caption={meeting} back={back}>
      {note}
      <SummaryList
        rows={[
          { name: "How", answer: channelWords[message.channel] },
          { name: "To", answer: message.recipient },
          ...(message.channel === "email" ? [{ name: "Subject", answer: message.subject }] : []),
        ]}
      />
      <CopyBox name="message" label="Message" text={message.text} rows={24} />
    </Page>
  );
}
