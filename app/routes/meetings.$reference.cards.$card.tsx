// One card to hold up, as large as the screen.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findMeetingFor } from "#app/services/meetings.server.ts";
import { Page } from "#app/ui/page-frame.tsx";
import { OneSpeechCard } from "#app/ui/speech-card.tsx";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { speechCards } from "#app/words/cards.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await findMeetingFor(visit.context, visit.coordinator, params["reference"] ?? "");
  const card = speechCards.find(({ id }) => id === params["card"]);
  if (!found.ok || card === undefined) throw notFound();
  return { shell: staffShell(visit), card, home: `/meetings/${found.value.reference}/cards` };
}

export default function CardPage() {
  const { shell, card, home } = useLoaderData<typeof loader>();
  return (
    <Page shell={shell} title={card.words}>
      <OneSpeechCard card={card.id} />
      <p>
        <a className="target" href={home}>
          Back to cards
        </a>
      </p>
    </Page>
  );
}
