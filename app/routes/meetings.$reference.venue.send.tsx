// Send the checklist to a meeting's venue. Without a mail server the message is shown next, to send by hand.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { venueFeatureIds } from "#app/domain/access/venue-features.ts";
import { venueTopics } from "#app/domain/access/venue-topics.ts";
import { findMeetingFor } from "#app/services/meetings.server.ts";
import { featuresToAskFor, readingsForVenue, sendChecklist } from "#app/services/venue-checklist.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Details } from "#app/ui/details.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { goBackSaying, goOn } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { counted } from "#app/words/format.ts";
import { readingText } from "#app/words/sharing.ts";
import { featureName } from "#app/words/venue-questions.ts";
import { answerBeforeMeeting, checklistMessage, nothingToAsk, nothingToAskThere } from "#app/words/venues.ts";
import { countsByTopic, SendingFields, sendingForm } from "./venues.$vid.send/fields.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const meeting = await findMeetingFor(visit.context, visit.coordinator, params["reference"] ?? "");
  if (!meeting.ok) throw notFound();
  const { reference, name } = meeting.value;
  const asking = await featuresToAskFor(visit.context, visit.coordinator, meeting.value, venueAsked(request) ?? meeting.value.venueId);
  if (!asking.ok) throw redirect(`/meetings/${reference}/venue`);
  const { venue, toAsk } = asking.value;
  return {
    shell: staffShell(visit),
    held: visit.held,
    nav: meetingNav(reference, visit.path),
    reference,
    name,
    venue: { name: venue.name, email: venue.contactEmail, contactName: venue.contactName },
    needed: toAsk.now.length,
    ask: toAsk.now,
    reads: (await readingsForVenue(visit.context, meeting.value)).flatMap((reading) => readingText(reading).lines),
    later: toAsk.inAll.length - toAsk.now.length,
    topics: countsByTopic(toAsk.now, venueFeatureIds),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const reference = params["reference"] ?? "";
  const form = await readForm(request, sendingForm(context.today));
  if (!form.ok) return mend(form.answer);
  const venueId = venueAsked(request);
  const sending = { ...form.value, ...(venueId === null ? {} : { venueId }) };
  const sent = await sendChecklist(context, coordinator, reference, sending, checklistMessage(form.value.extraLine), form.intent);
  if (!sent.ok && typeof sent.refusal === "object")
    return mend(problemWith("answerBy.day", answerBeforeMeeting(sent.refusal.notBefore), form.typed));
  if (!sent.ok && sent.refusal === "nothing-to-ask") {
    const isEverywhere = form.value.topics.length === venueTopics.length;
    return mend(problemWith("topics", isEverywhere ? nothingToAsk : nothingToAskThere, form.typed));
  }
  if (!sent.ok) throw notFound();
  if (sent.value.isMailed) return goBackSaying(`/meetings/${reference}/venue`, "sent");
  return goOn(`/meetings/${reference}/venue/messages/${sent.value.messageId}`);
}

/** A venue that is compared with others, from the address; null for the meeting's own. */
function venueAsked(request: Request): string | null {
  return new URL(request.url).searchParams.get("venue");
}

export default function SendChecklist() {
  const { shell, held, nav, reference, name, venue, needed, ask, reads, later, topics } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page
      shell={shell}
      heading={`Send the checklist to ${venue.name}`}
      caption={name}
      meetingNav={nav}
      back={{ href: `/meetings/${reference}/venue` }}
      held={held}
    >
      <p>The venue sees features and counts. It never sees a name. It is asked only what is not known or too old.</p>
      {ask.length === 0 ? null : (
        <Details summary={`What it is asked (${String(needed)})`}>
          <ul className="govuk-list govuk-list--bullet">
            {ask.map((feature) => (
              <li key={feature}>{featureName[feature]}</li>
            ))}
          </ul>
          {later === 0 ? null : <p>{counted(later, "more question follows", "more questions follow")} if an answer makes it matter.</p>}
        </Details>
      )}
      {reads.length === 0 ? null : (
        <Details summary="What it reads about this meeting">
          <ul className="govuk-list govuk-list--bullet">
            {reads.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Details>
      )}
      <PageForm>
        <SendingFields
          answer={answer}
          venue={venue}
          topics={topics}
          words={{
            needed: "Only what this meeting needs",
            none: "Nothing this meeting needs",
            count: (questions) => `${questions} this meeting needs`,
          }}
        />
        <FormButtons primary="Send the checklist" />
      </PageForm>
    </Page>
  );
}
