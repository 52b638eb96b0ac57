// Send the checklist to a meeting's venue. Without a mail server the message is shown next, to send by hand.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { venueAreas, venueFeatureIds, venueFeatureOf, type VenueFeatureId } from "#app/domain/access/venue-features.ts";
import { findMeetingFor } from "#app/services/meetings.server.ts";
import { featuresToAskFor, readingsForVenue, sendChecklist } from "#app/services/venue-checklist.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Checkboxes, Radios } from "#app/ui/choices.tsx";
import { Details } from "#app/ui/details.tsx";
import { DateField, LongField, TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { choice, choices, date, emailAddress, longText, optionalText } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { goBackSaying, goOn } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { counted } from "#app/words/format.ts";
import { readingText } from "#app/words/sharing.ts";
import { featureName } from "#app/words/venue-questions.ts";
import { aboutMinutes, answerBeforeMeeting, areaName, checklistMessage, nothingToAsk, nothingToAskThere } from "#app/words/venues.ts";

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
    areas: venueAreas.map((area) => {
      const asked = (features: readonly VenueFeatureId[]) => features.filter((feature) => venueFeatureOf(feature).area === area).length;
      return { area, needed: asked(toAsk.now), all: asked(venueFeatureIds) };
    }),
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
      areas: choices(venueAreas).refine((areas) => areas.length > 0, "Choose at least 1 part"),
      parts: choice(["needed", "all"], "Choose what to ask"),
      extraLine: longText("the line"),
    }),
  );
  if (!form.ok) return mend(form.answer);
  const venueId = venueAsked(request);
  const sending = { ...form.value, ...(venueId === null ? {} : { venueId }) };
  const sent = await sendChecklist(context, coordinator, reference, sending, checklistMessage(form.value.extraLine), form.intent);
  if (!sent.ok && typeof sent.refusal === "object")
    return mend(problemWith("answerBy.day", answerBeforeMeeting(sent.refusal.notBefore), form.typed));
  if (!sent.ok && sent.refusal === "nothing-to-ask") {
    const isEverywhere = form.value.areas.length === venueAreas.length;
    return mend(problemWith("areas", isEverywhere ? nothingToAsk : nothingToAskThere, form.typed));
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
  const { shell, held, nav, reference, name, venue, needed, ask, reads, later, areas } = useLoaderData<typeof loader>();
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
        <Checkboxes
          name="areas"
          legend="Which parts?"
          hint="What you leave out stays not known."
          options={areas.map((one) => ({
            value: one.area,
            label: areaName[one.area],
            hint: `${one.needed === 0 ? "Nothing this meeting needs" : `${counted(one.needed, "question", "questions")} this meeting needs`}, of ${String(one.all)}.`,
          }))}
          values={answer.values("areas", venueAreas)}
          error={answer.error("areas")}
        />
        <Radios
          name="parts"
          legend="What should we ask?"
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
