// One checklist sent to a venue: to whom, how far it has got, its messages, and a way to open it until another day.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { dayIn } from "#app/domain/basics/dates.ts";
import { findMeetingFor } from "#app/services/meetings.server.ts";
import { listSentChecklists, reopenChecklist } from "#app/services/venue-checklist.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { DateField } from "#app/ui/fields.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { date, versionField } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { longDate, outOf } from "#app/words/format.ts";
import { changedMeanwhile } from "#app/words/meetings.ts";
import { reminderSentence } from "#app/words/venues.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const { context, coordinator } = visit;
  const meeting = await findMeetingFor(context, coordinator, params["reference"] ?? "");
  if (!meeting.ok) throw notFound();
  const sent = (await listSentChecklists(context, coordinator, meeting.value)).find(({ id }) => id === params["rid"]);
  if (sent === undefined) throw notFound();
  const { reference, name } = meeting.value;
  return {
    shell: staffShell(visit),
    held: visit.held,
    nav: meetingNav(reference, visit.path),
    reference,
    name,
    sent,
    isSaved: new URL(request.url).searchParams.has("saved"),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const { reference = "", rid = "" } = params;
  const form = await readForm(
    request,
    z.strictObject({ answerBy: date({ thing: "'Answer by'", notBefore: context.today }), version: versionField }),
  );
  if (!form.ok) return mend(form.answer);
  const { answerBy, version } = form.value;
  const opened = await reopenChecklist(context, coordinator, { requestId: rid, version }, answerBy, form.intent);
  if (opened.ok) return goBackSaying(`/meetings/${reference}/venue/requests/${rid}`, "day");
  if (opened.refusal === "not-found") throw notFound();
  return mend(problemWith("answerBy", changedMeanwhile, form.typed));
}

export default function SentChecklist() {
  const { shell, held, nav, reference, name, sent, isSaved } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page
      shell={shell}
      heading="Checklist sent to the venue"
      caption={name}
      meetingNav={nav}
      back={{ href: `/meetings/${reference}/venue`, text: "Back to the venue" }}
      held={held}
      notice={isSaved ? { heading: "Saved", children: "The same links work until the new day." } : undefined}
    >
      <SummaryList
        rows={[
          { name: "Sent to", answer: [sent.sentTo, sent.email].filter((part) => part !== "").join(", ") },
          { name: "Sent on", answer: longDate(dayIn(sent.sentAt)) },
          {
            name: "Passed on to",
            answer:
              sent.forwards.length === 0 ? "Nobody" : sent.forwards.map(({ email, at }) => `${email}, ${longDate(dayIn(at))}`).join("; "),
          },
          { name: "Answered", answer: outOf(sent.answered, sent.asked) },
          {
            name: "Finished",
            answer: sent.answeredAt === null ? "Not yet" : `${longDate(dayIn(sent.answeredAt))}, by ${sent.answeredBy}`,
          },
          {
            name: sent.isClosed ? "Closed on" : "Open until",
            answer: longDate(sent.answerBy),
          },
        ]}
      />
      {sent.isClosed || sent.answeredAt !== null ? null : <p>{reminderSentence(sent.remindedOn)}</p>}
      <h2>{sent.isClosed ? "Open it again" : "Change the day"}</h2>
      <PageForm carried={{ version: String(sent.version) }}>
        <DateField name="answerBy" label="Answer by" value={answer.date("answerBy")} error={answer.error("answerBy")} />
        <FormButtons primary={sent.isClosed ? "Open the checklist" : "Save the day"} />
      </PageForm>
      {sent.messages.length === 0 ? null : (
        <>
          <h2>Messages</h2>
          <LinkList
            links={sent.messages.map(({ messageId, createdAt }, index) => ({
              href: `/meetings/${reference}/venue/messages/${messageId}`,
              text: `Show message ${String(sent.messages.length - index)}, made on ${longDate(dayIn(createdAt))}`,
            }))}
          />
        </>
      )}
    </Page>
  );
}
