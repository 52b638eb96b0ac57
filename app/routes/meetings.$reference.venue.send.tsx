// Send the checklist to a meeting's venue. Without a mail server the link is shown once, on the answer to this form.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { venueFeatureIds } from "#app/domain/access/venue-features.ts";
import { findMeetingFor } from "#app/services/meetings.server.ts";
import { featuresToAsk, findVenueFor, sendChecklist } from "#app/services/venues.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { CopyBox } from "#app/ui/copy-box.tsx";
import { DateField, LongField, TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { choice, date, emailAddress, longText, optionalText } from "#app/web/form-fields.ts";
import { mend, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { counted } from "#app/words/format.ts";
import { aboutMinutes, checklistMessage } from "#app/words/venues.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const meeting = await findMeetingFor(visit.context, visit.coordinator, params["reference"] ?? "");
  if (!meeting.ok) throw notFound();
  const { reference, name, venueId, organisationId, id } = meeting.value;
  const venue = venueId === null ? null : await findVenueFor(visit.context, visit.coordinator, venueId);
  if (venue === null || !venue.ok) throw redirect(`/meetings/${reference}/venue`);
  return {
    shell: staffShell(visit),
    held: visit.held,
    nav: meetingNav(reference, visit.path),
    reference,
    name,
    venue: { name: venue.value.name, email: venue.value.contactEmail, contactName: venue.value.contactName },
    needed: (await featuresToAsk(visit.context, organisationId, id)).length,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const reference = params["reference"] ?? "";
  const form = await readForm(
    request,
    z.strictObject({
      email: emailAddress,
      sentTo: optionalText({ thing: "name" }),
      answerBy: date({ thing: "'Answer by'", notBefore: context.today }),
      parts: choice(["needed", "all"], "Choose at least 1 part"),
      extraLine: longText("the line"),
    }),
  );
  if (!form.ok) return mend(form.answer);
  const sent = await sendChecklist(context, coordinator, reference, form.value, checklistMessage(form.value.extraLine), form.intent);
  if (!sent.ok) throw notFound();
  if (sent.value.isMailed || sent.value.link === null) return goBackSaying(`/meetings/${reference}/plan`, "sent");
  return data({ link: sent.value.link });
}

export default function SendChecklist() {
  const { shell, held, nav, reference, name, venue, needed } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const link = useActionData<{ readonly link?: string }>()?.link;
  if (link !== undefined) {
    return (
      <Page shell={shell} heading={`Give this link to ${venue.name}`} caption={name} meetingNav={nav}>
        <p>
          No mail server is set up, so nothing was sent. Copy the link now: it is shown once. Anybody who has it can answer for the venue.
        </p>
        <CopyBox name="link" label="Link to the checklist" text={link} rows={3} />
        <p>
          <a href={`/meetings/${reference}/plan`}>Back to the plan</a>
        </p>
      </Page>
    );
  }
  return (
    <Page
      shell={shell}
      heading={`Send the checklist to ${venue.name}`}
      caption={name}
      meetingNav={nav}
      back={{ href: `/meetings/${reference}/venue` }}
      held={held}
    >
      <p>The venue sees features and counts. It never sees a name.</p>
      <PageForm>
        <TextField
          name="email"
          label="Venue's email address"
          type="email"
          autoComplete="off"
          spellCheck={false}
          value={answer.value("email", venue.email)}
          error={answer.error("email")}
        />
        <TextField
          name="sentTo"
          label="Who are you sending it to?"
          optional
          autoComplete="off"
          value={answer.value("sentTo", venue.contactName)}
          error={answer.error("sentTo")}
        />
        <DateField name="answerBy" label="Answer by" value={answer.date("answerBy")} error={answer.error("answerBy")} />
        <Radios
          name="parts"
          legend="Which parts?"
          options={[
            {
              value: "needed",
              label: "Only what this meeting needs",
              hint: `${counted(needed, "question", "questions")}. ${aboutMinutes(needed)}`,
            },
            {
              value: "all",
              label: "Everything",
              hint: `${counted(venueFeatureIds.length, "question", "questions")}. ${aboutMinutes(venueFeatureIds.length)}`,
            },
          ]}
          value={answer.value("parts", "needed")}
          error={answer.error("parts")}
        />
        <LongField
          name="extraLine"
          label="Add a line"
          optional
          rows={2}
          value={answer.value("extraLine")}
          error={answer.error("extraLine")}
        />
        <FormButtons primary="Send the checklist" />
      </PageForm>
    </Page>
  );
}
