// One checklist sent for a venue's record: to whom, how far it has got, its messages, and a way to open it until another day.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { listRecordChecklists, reopenChecklist } from "#app/services/venue-checklist.server.ts";
import { findVenueFor } from "#app/services/venues.server.ts";
import { Page, useAnswer } from "#app/ui/page-frame.tsx";
import { date, versionField } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { changedMeanwhile } from "#app/words/meetings.ts";
import { SentParts } from "./venues.$vid.send/sent.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const { vid = "", rid = "" } = params;
  const venue = await findVenueFor(visit.context, visit.coordinator, vid);
  const sent = (await listRecordChecklists(visit.context, visit.coordinator, vid)).find(({ id }) => id === rid);
  if (!venue.ok || sent === undefined) throw notFound();
  return {
    shell: staffShell(visit),
    held: visit.held,
    vid,
    name: venue.value.name,
    sent,
    isSaved: new URL(request.url).searchParams.has("saved"),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const { vid = "", rid = "" } = params;
  const form = await readForm(
    request,
    z.strictObject({ answerBy: date({ thing: "'Answer by'", notBefore: context.today }), version: versionField }),
  );
  if (!form.ok) return mend(form.answer);
  if (!(await listRecordChecklists(context, coordinator, vid)).some(({ id }) => id === rid)) throw notFound();
  const { answerBy, version } = form.value;
  const opened = await reopenChecklist(context, coordinator, { requestId: rid, version }, answerBy, form.intent);
  if (opened.ok) return goBackSaying(`/venues/${vid}/requests/${rid}`, "day");
  if (opened.refusal === "not-found") throw notFound();
  return mend(problemWith("answerBy", changedMeanwhile, form.typed));
}

export default function RecordChecklist() {
  const { shell, held, vid, name, sent, isSaved } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page
      shell={shell}
      heading="Checklist sent to the venue"
      caption={name}
      back={{ href: `/venues/${vid}`, text: "Back to the venue" }}
      held={held}
      notice={isSaved ? { heading: "Saved", children: "The same links work until the new day." } : undefined}
    >
      <SentParts sent={sent} answer={answer} messageHref={(messageId) => `/venues/${vid}/messages/${messageId}`} />
    </Page>
  );
}
