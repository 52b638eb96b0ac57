// Cards to hold up, for the person themselves.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Page } from "#app/ui/page-frame.tsx";
import { SpeechCards } from "#app/ui/speech-card.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shell, caption, home } = await requireAttendeePage(request, params["ref"]);
  return { shell, caption, home };
}

export default function MyCards() {
  const { shell, caption, home } = useLoaderData<typeof loader>();
  return (
    <Page shell={shell} heading="Cards" caption={caption} back={{ href: home }}>
      <p>Open a card. Hold up your phone so that the chair can see it.</p>
      <SpeechCards home={`${home}/cards`} />
    </Page>
  );
}
