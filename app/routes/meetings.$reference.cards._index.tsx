// Cards to hold up, for a meeting's coordinator: to show on a phone, or to print and cut out.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findMeetingFor } from "#app/services/meetings.server.ts";
import { Page } from "#app/ui/page-frame.tsx";
import { SpeechCards } from "#app/ui/speech-card.tsx";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { staffShell } from "#app/web/shell.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await findMeetingFor(visit.context, visit.coordinator, params["reference"] ?? "");
  if (!found.ok) throw notFound();
  const { reference, name } = found.value;
  return { shell: staffShell(visit), nav: meetingNav(reference, visit.path), caption: name, home: `/meetings/${reference}` };
}

export default function CardsPage() {
  const { shell, nav, caption, home } = useLoaderData<typeof loader>();
  return (
    <Page shell={shell} heading="Cards" caption={caption} meetingNav={nav} back={{ href: `${home}/day`, text: "Back to the day" }}>
      <p>
        Open a card to fill the screen with it. Or print this page and cut each sheet in half: two A5 cards to a sheet, and two left blank.
      </p>
      <SpeechCards home={`${home}/cards`} />
    </Page>
  );
}
