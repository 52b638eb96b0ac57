// One card to hold up, as large as the person's screen.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Page } from "#app/ui/page-frame.tsx";
import { OneSpeechCard } from "#app/ui/speech-card.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { notFound } from "#app/web/guards.server.ts";
import { speechCards } from "#app/words/cards.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shell, home } = await requireAttendeePage(request, params["ref"]);
  const card = speechCards.find(({ id }) => id === params["card"]);
  if (card === undefined) throw notFound();
  return { shell, card, home: `${home}/cards` };
}

export default function MyCard() {
  const { shell, card, home } = useLoaderData<typeof loader>();
  return (
    <Page shell={shell} heading={card.words}>
      <OneSpeechCard card={card.id} />
      <p>
        <a className="target" href={home}>
          Back to cards
        </a>
      </p>
    </Page>
  );
}
