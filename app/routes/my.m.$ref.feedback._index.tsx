// "How was the meeting for you?": what it is, who reads it, and the way in.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { stepsFor } from "#app/domain/meetings/feedback.ts";
import { myFeedback } from "#app/services/feedback.server.ts";
import { ButtonLink } from "#app/ui/buttons.tsx";
import { Details } from "#app/ui/details.tsx";
import { wordingIn } from "#app/ui/display-preferences.ts";
import { Page } from "#app/ui/page-frame.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { notFound } from "#app/web/guards.server.ts";
import { feedbackIntro } from "#app/words/feedback.ts";
import { longDate } from "#app/words/format.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, attendee, shell, caption, home, page } = await requireAttendeePage(request, params["ref"]);
  const mine = await myFeedback(context, attendee);
  if (mine === null) throw notFound();
  return {
    shell,
    caption,
    home,
    intro: feedbackIntro(page.meeting.coordinatorName, wordingIn(request.headers.get("cookie"))),
    sentOn: mine.sentOn,
    toldBy: mine.toldBy,
    first: stepsFor(mine.asked, mine.answers)[0] ?? "said",
  };
}

export default function Feedback() {
  const { shell, caption, home, intro, sentOn, toldBy, first } = useLoaderData<typeof loader>();
  return (
    <Page shell={shell} caption={caption} heading="How was the meeting for you?" back={{ href: home }}>
      {sentOn === null ? (
        <>
          {intro.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <p>You can skip any question.</p>
          <ButtonLink href={`${home}/feedback/${first}#main`}>Start</ButtonLink>
          <Details summary="Who will see this">
            The organiser sees how many people got what they asked for. Your words are in a report only if you say yes. The payments team
            and the venue never see your answers. We delete them 90 days after the meeting.
          </Details>
        </>
      ) : (
        <>
          <p>You sent your answers on {longDate(sentOn)}. Thank you.</p>
          <p>We will tell you what changes by {longDate(toldBy)}.</p>
        </>
      )}
    </Page>
  );
}
