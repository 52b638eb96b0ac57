// Cards to hold up, for a meeting's coordinator: to show on a phone, or to print and cut out.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { paperOfMeeting } from "#app/services/documents.server.ts";
import { findMeetingFor } from "#app/services/meetings.server.ts";
import { LinkList } from "#app/ui/items.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { SpeechCards } from "#app/ui/speech-card.tsx";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { cardsLink } from "#app/web/paper-links.server.ts";
import { staffShell } from "#app/web/shell.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await findMeetingFor(visit.context, visit.coordinator, params["reference"] ?? "");
  if (!found.ok) throw notFound();
  const { reference, name } = found.value;
  const home = `/meetings/${reference}`;
  const cards = await paperOfMeeting(visit.context, visit.coordinator, reference, { id: "cards" });
  const print = cards.ok ? await cardsLink(cards.value, (file) => `${home}/print/cards/${file}`) : null;
  return { shell: staffShell(visit), nav: meetingNav(reference, visit.path), caption: name, home, print };
}

export default function CardsPage() {
  const { shell, nav, caption, home, print } = useLoaderData<typeof loader>();
  return (
    <Page shell={shell} heading="Cards" caption={caption} meetingNav={nav} back={{ href: `${home}/day`, text: "Back to the day" }}>
      <p>
        Open a card to fill the screen with it. Or print the cards and cut each sheet in half: two A5 cards to a sheet, and two left blank.
      </p>
      <SpeechCards home={`${home}/cards`} />
      {print === null ? null : <LinkList links={[print]} />}
    </Page>
  );
}
