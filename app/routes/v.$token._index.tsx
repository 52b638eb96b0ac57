// The landing page of a venue's link: what the meeting needs, as features and counts. Opening it changes nothing.
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { startFromLink, venueManagerOfSession } from "#app/services/links.server.ts";
import { checklistOf, venueLandingOf } from "#app/services/venue-checklist.server.ts";
import { Button, ButtonGroup } from "#app/ui/buttons.tsx";
import { Page, PageForm } from "#app/ui/page-frame.tsx";
import { formOf } from "#app/web/forms.server.ts";
import { openToAll } from "#app/web/guards.server.ts";
import { goOn } from "#app/web/responses.server.ts";
import { linkShell, publicShell } from "#app/web/shell.server.ts";
import { longDate } from "#app/words/format.ts";
import { linkEndedHeading, linkEndedText } from "#app/words/my-meeting.ts";
import { readingText } from "#app/words/sharing.ts";
import { aboutMinutes, checklistClosed } from "#app/words/venues.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context } = await openToAll(request);
  const found = await venueLandingOf(context, params["token"] ?? "");
  if (!found) return data({ found: null, shell: await publicShell(context, "/") }, { status: 404 });
  const { organisation, venue, meeting, request: sent, readings, asked, isClosed } = found;
  const coordinatorName = meeting?.contact?.name ?? organisation.contact.name;
  return data({
    // The address holds the link's secret, so nothing on the page repeats it.
    shell: linkShell({ organisation, home: "/", path: "/" }),
    found: {
      venue,
      organisation: organisation.name,
      meeting:
        meeting === null
          ? null
          : { when: meeting.date === null ? "a day not chosen yet" : longDate(meeting.date), people: meeting.expectedPeople },
      answerBy: longDate(sent.answerBy),
      extraLine: sent.extraLine,
      needs: readings.flatMap((reading) => readingText(reading).lines),
      minutes: aboutMinutes(asked),
      closed: isClosed ? checklistClosed(coordinatorName, [organisation.contact.phone, organisation.contact.email]) : null,
    },
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, session } = await openToAll(request);
  const token = params["token"] ?? "";
  const started = await startFromLink(context, "venue-request", token, session);
  const found = await venueLandingOf(context, token);
  if (!started.ok || !found) return goOn(new URL(request.url).pathname);
  const home = `/v/checklist/${found.requestId}`;
  const way = (await formOf(request)).get("intent");
  if (found.isClosed) return goOn(`${home}/closed`);
  if (way === "print" || way === "someone-else") return goOn(`${home}/${way}`);
  const venueManager = await venueManagerOfSession(context, session, found.requestId);
  const pages = venueManager === null ? [] : (await checklistOf(context, venueManager)).pages;
  const open = pages.find(({ questions }) => questions.some(({ answer }) => answer === null));
  return goOn(`${home}/${open?.address ?? "check"}`);
}

export default function VenueLanding() {
  const { shell, found } = useLoaderData<typeof loader>();
  if (!found) {
    return (
      <Page shell={shell} heading={linkEndedHeading}>
        <p>{linkEndedText}</p>
      </Page>
    );
  }
  if (found.closed !== null) {
    return (
      <Page shell={shell} heading={`Access checklist for ${found.venue}`}>
        <p>{found.closed}</p>
        <p>What you answered before is kept.</p>
      </Page>
    );
  }
  return (
    <Page shell={shell} heading={`Access checklist for ${found.venue}`}>
      {found.meeting === null ? (
        <p>{found.organisation} keeps a record of access at your venue, for meetings to come.</p>
      ) : (
        <p>
          {found.organisation} plans a meeting at your venue on {found.meeting.when}
          {found.meeting.people === null ? "" : `, for ${found.meeting.people} people`}.
        </p>
      )}
      <p>{found.minutes} You can stop and come back. “I do not know” is a fine answer. You can send a photo instead of measuring.</p>
      {found.extraLine === "" ? null : <p>{found.extraLine}</p>}
      {found.meeting === null ? null : (
        <>
          <h2>This meeting needs</h2>
          {found.needs.length === 0 ? <p>Nobody has told us more yet. We ask what every meeting needs.</p> : null}
          <ul className="govuk-list govuk-list--bullet">
            {found.needs.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      <p>Please answer by {found.answerBy}.</p>
      <PageForm>
        <ButtonGroup>
          <Button>Start</Button>
          <Button kind="secondary" intent="print">
            Print it and fill it in by hand
          </Button>
          <Button kind="secondary" intent="someone-else">
            Someone else should answer this
          </Button>
        </ButtonGroup>
      </PageForm>
    </Page>
  );
}
