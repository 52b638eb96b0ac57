// One checklist sent to a venue: to whom, how far it has got, its messages, and a way to open it until another day.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { findMeetingFor } from "#app/services/meetings.server.ts";
import { listSentChecklists, reopenChecklist } from "#app/services/venue-checklist.server.ts";
import { Page, useAnswer } from "#app/ui/page-frame.tsx";
import { date, versionField } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { changedMeanwhile } from "#app/words/meetings.ts";
import { SentParts } from "./venues.$vid.send/sent.tsx";

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
      <SentParts sent={sent} answer={answer} messageHref={(messageId) => `/meetings/${reference}/venue/messages/${messageId}`} />
    </Page>
  );
}
