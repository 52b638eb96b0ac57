// One card to hold up, as large as the person's screen; on the day it can be shown to whoever leads the meeting, too.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { myCard, putCardDown, showCard } from "#app/services/shown-cards.server.ts";
import { Button, ButtonGroup } from "#app/ui/buttons.tsx";
import { Page, PageForm } from "#app/ui/page-frame.tsx";
import { OneSpeechCard } from "#app/ui/speech-card.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireAttendee } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { heldUpSentence, notTheDay, speechCards, whoSeesACard } from "#app/words/cards.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, attendee, shell, home } = await requireAttendeePage(request, params["ref"]);
  const card = speechCards.find(({ id }) => id === params["card"]);
  if (card === undefined) throw notFound();
  const { isToday, heldUp } = await myCard(context, attendee);
  const since = heldUp?.card === card.id ? heldUp.since : null;
  return { shell, card, isToday, since, home: `${home}/cards`, saved: new URL(request.url).searchParams.get("saved") };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, attendee, reference } = await requireAttendee(request, params["ref"]);
  const card = params["card"] ?? "";
  const form = await readForm(request, z.strictObject({}));
  if (!form.ok) return mend(form.answer);
  const here = `/my/m/${reference}/cards`;
  if (form.button === "down") {
    await putCardDown(context, attendee, form.intent);
    return goBackSaying(here, "down");
  }
  const shown = await showCard(context, attendee, card, form.intent);
  if (shown.ok) return goBackSaying(`${here}/${card}`, "shown");
  if (shown.refusal === "not-found") throw notFound();
  return mend(problemWith("main", "You can show a card to the chair on the day of the meeting", form.typed));
}

export default function MyCard() {
  const { shell, card, isToday, since, home, saved } = useLoaderData<typeof loader>();
  return (
    <Page
      shell={shell}
      title={card.words}
      notice={saved === "shown" && since !== null ? { heading: "Shown to the chair", children: heldUpSentence(since) } : undefined}
    >
      <OneSpeechCard card={card.id} />
      {isToday ? (
        <PageForm>
          {since === null || saved === "shown" ? null : <p>{heldUpSentence(since)}</p>}
          <ButtonGroup>
            {since === null ? (
              <Button>Show the chair</Button>
            ) : (
              <Button kind="secondary" intent="down">
                Take it down
              </Button>
            )}
          </ButtonGroup>
          <p>{whoSeesACard}</p>
        </PageForm>
      ) : (
        <p>{notTheDay}</p>
      )}
      <p>
        <a className="target" href={home}>
          Back to cards
        </a>
      </p>
    </Page>
  );
}
