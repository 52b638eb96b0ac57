// "What changed": what people said of a meeting and what was done about it, for everybody who was asked to it.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { outcomesForPerson } from "#app/services/outcomes.server.ts";
import { Lines } from "#app/ui/lines.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { byWhenSentence } from "#app/words/after-meeting.ts";
import { longDate } from "#app/words/format.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, attendee, shell, caption, home } = await requireAttendeePage(request, params["ref"]);
  return { shell, caption, home, ...(await outcomesForPerson(context, attendee)) };
}

export default function WhatChanged() {
  const { shell, caption, home, outcomes, toldOn } = useLoaderData<typeof loader>();
  return (
    <Page shell={shell} caption={caption} heading="What changed because of the meeting" back={{ href: home }}>
      {outcomes.length > 0 ? null : toldOn === null ? (
        <p>We have not told anybody yet what changes. You will hear from us.</p>
      ) : (
        <p>We told people what changed on {longDate(toldOn)}. We do not keep the words so long.</p>
      )}
      {outcomes.map(({ outcomeId, said, did, byWhen }, index) => (
        <section key={outcomeId} aria-labelledby={`said-${String(index)}`} className="form-part">
          <h2 id={`said-${String(index)}`}>You said</h2>
          <p>
            <Lines all={said.split("\n")} />
          </p>
          <h3>We did</h3>
          <p>
            <Lines all={did.split("\n")} />
          </p>
          {byWhen === null ? null : <p>{byWhenSentence(byWhen)}</p>}
        </section>
      ))}
    </Page>
  );
}
