// "How was the meeting for you?": what it is, who reads it, and the way in.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { stepsFor } from "#app/domain/meetings/feedback.ts";
import { myFeedback } from "#app/services/feedback.server.ts";
import { ButtonLink } from "#app/ui/buttons.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Details } from "#app/ui/details.tsx";
import { wordingIn } from "#app/ui/display-preferences.ts";
import { Page } from "#app/ui/page-frame.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { notFound } from "#app/web/guards.server.ts";
import { feedbackIntro, tooLateToAnswer, whenTold, whoSeesFeedback } from "#app/words/feedback.ts";
import { longDate } from "#app/words/format.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, attendee, shell, caption, home, page } = await requireAttendeePage(request, params["ref"]);
  const mine = await myFeedback(context, attendee);
  if (mine === null) throw notFound();
  const wording = wordingIn(request.headers.get("cookie"));
  return {
    shell,
    caption,
    home,
    intro: feedbackIntro(page.meeting.coordinatorName, wording),
    sentOn: mine.sentOn,
    told: whenTold(mine, wording),
    wasTold: mine.toldOn !== null,
    tooLate: mine.isOver ? tooLateToAnswer(mine.daysKept) : null,
    whoSees: whoSeesFeedback(mine.daysKept),
    first: stepsFor(mine.asked, mine.answers)[0] ?? "said",
  };
}

export default function Feedback() {
  const { shell, caption, home, intro, sentOn, told, wasTold, tooLate, whoSees, first } = useLoaderData<typeof loader>();
  return (
    <Page shell={shell} caption={caption} heading="How was the meeting for you?" back={{ href: home }}>
      {sentOn !== null ? (
        <p>You sent your answers on {longDate(sentOn)}. Thank you.</p>
      ) : tooLate !== null ? (
        tooLate.map((line) => <p key={line}>{line}</p>)
      ) : (
        <>
          {intro.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <p>You can skip any question.</p>
          <ButtonLink href={`${home}/feedback/${first}#main`}>Start</ButtonLink>
          <Details summary="Who will see this">{whoSees}</Details>
        </>
      )}
      {sentOn === null && tooLate === null ? null : <p>{told}</p>}
      {wasTold ? <LinkList links={[{ href: `${home}/outcomes`, text: "Read what changed" }]} /> : null}
    </Page>
  );
}
