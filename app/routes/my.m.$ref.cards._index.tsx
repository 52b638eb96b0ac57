// Cards to hold up, for the person themselves, and the one they show the chair now.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { myPaper } from "#app/services/documents.server.ts";
import { myCard } from "#app/services/shown-cards.server.ts";
import { Button } from "#app/ui/buttons.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Page, PageForm } from "#app/ui/page-frame.tsx";
import { SpeechCards } from "#app/ui/speech-card.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { cardsLink } from "#app/web/paper-links.server.ts";
import { otherHeldUpSentence } from "#app/words/cards.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, attendee, shell, caption, home } = await requireAttendeePage(request, params["ref"]);
  const { isToday, heldUp } = await myCard(context, attendee);
  const cards = await myPaper(context, attendee, "cards");
  const print = cards.ok ? await cardsLink(cards.value, (file) => `${home}/papers/${file}`) : null;
  return { shell, caption, home, print, isToday, heldUp, saved: new URL(request.url).searchParams.get("saved") };
}

export default function MyCards() {
  const { shell, caption, home, print, isToday, heldUp, saved } = useLoaderData<typeof loader>();
  return (
    <Page
      shell={shell}
      heading="Cards"
      caption={caption}
      back={{ href: home }}
      notice={saved === "down" && heldUp === null ? { heading: "Taken down", children: "The chair sees no card of yours." } : undefined}
    >
      {heldUp === null ? null : (
        <PageForm action={`${home}/cards/${heldUp.card}`}>
          <p>{otherHeldUpSentence(heldUp.card, heldUp.since)}</p>
          <Button kind="secondary" intent="down">
            Take it down
          </Button>
        </PageForm>
      )}
      <p>
        {isToday
          ? "Open a card. Hold up your phone so that the chair can see it. Or press “Show the chair” on the card’s page."
          : "Open a card. Hold up your phone so that the chair can see it."}
      </p>
      <SpeechCards home={`${home}/cards`} />
      {print === null ? null : <LinkList links={[print]} />}
    </Page>
  );
}
