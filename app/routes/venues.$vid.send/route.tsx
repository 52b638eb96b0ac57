// "Send checklist" from a venue's record: for the record alone, or on to a meeting that needs to know.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { venueFeatureIds } from "#app/domain/access/venue-features.ts";
import { venueTopics } from "#app/domain/access/venue-topics.ts";
import { featuresToAskForRecord, sendRecordChecklist } from "#app/services/venue-checklist.server.ts";
import { meetingsToAskAbout } from "#app/services/venue-sheet.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { goBackSaying, goOn } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { meetingWithDate } from "#app/words/meetings.ts";
import { checklistMessage, nothingToAskForRecord, nothingToAskForRecordThere } from "#app/words/venues.ts";
import { countsByTopic, SendingFields, sendingForm } from "./fields.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const asking = await featuresToAskForRecord(visit.context, visit.coordinator, params["vid"] ?? "");
  if (!asking.ok) throw notFound();
  const { venue, open } = asking.value;
  const meetings = await meetingsToAskAbout(visit.context, visit.coordinator, venue.id);
  return {
    shell: staffShell(visit),
    held: visit.held,
    venue: { venueId: venue.id, name: venue.name, email: venue.contactEmail, contactName: venue.contactName },
    topics: countsByTopic(open, venueFeatureIds),
    meetings: meetings.map(({ reference, name: meeting, date, isHere }) => ({
      href: `/meetings/${reference}/venue/send?venue=${venue.id}`,
      text: `${meetingWithDate(meeting, date)}${isHere ? " (planned here)" : ""}`,
    })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const venueId = params["vid"] ?? "";
  const form = await readForm(request, sendingForm(context.today));
  if (!form.ok) return mend(form.answer);
  const { value } = form;
  const sent = await sendRecordChecklist(context, coordinator, venueId, value, checklistMessage(value.extraLine), form.intent);
  if (!sent.ok && sent.refusal === "nothing-to-ask") {
    const isEverywhere = value.topics.length === venueTopics.length;
    return mend(problemWith("topics", isEverywhere ? nothingToAskForRecord : nothingToAskForRecordThere, form.typed));
  }
  if (!sent.ok) throw notFound();
  return sent.value.isMailed ? goBackSaying(`/venues/${venueId}`, "sent") : goOn(`/venues/${venueId}/messages/${sent.value.messageId}`);
}

export default function SendFromVenue() {
  const { shell, held, venue, topics, meetings } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page
      shell={shell}
      heading={`Send the checklist to ${venue.name}`}
      back={{ href: `/venues/${venue.venueId}`, text: "Back to the venue" }}
      held={held}
    >
      {meetings.length === 0 ? null : (
        <section aria-labelledby="for-a-meeting">
          <h2 id="for-a-meeting">For one meeting</h2>
          <p>Ask only what a meeting needs and what is not known or too old. The venue then sees what the meeting needs, as counts.</p>
          <LinkList links={meetings} />
        </section>
      )}
      <h2>For our record of the venue</h2>
      <p>No meeting and no person is named in it. Each answer goes on the record with its day.</p>
      <PageForm>
        <SendingFields
          answer={answer}
          venue={venue}
          topics={topics}
          words={{
            needed: "Only what is not known or too old",
            none: "Everything here is known",
            count: (questions) => `${questions} not known or too old`,
          }}
        />
        <FormButtons primary="Send the checklist" />
      </PageForm>
    </Page>
  );
}
