// Create a meeting, page 5: the room, the online part, or both.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { conditionsOfThePlace } from "#app/domain/access/meeting-conditions.ts";
import { findMeetingFor, holidayWarnings, listVenueChoices, saveWhere, type MeetingMode } from "#app/services/meetings.server.ts";
import { venueToChoose } from "#app/services/venue-comparison.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Checkboxes, Radios } from "#app/ui/choices.tsx";
import { LongField, TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { backFrom, onFrom } from "#app/web/meeting-pages.ts";
import { goOn } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import {
  changedMeanwhile,
  conditionWords,
  dateWarningSentence,
  onlineFeatureChoices,
  onlineServices,
  venueLine,
} from "#app/words/meetings.ts";
import { nationNames } from "#app/words/nations.ts";
import { hasOnline, hasRoom, venueValue, whereFactsFrom, whereForm } from "./form.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await findMeetingFor(visit.context, visit.coordinator, params["reference"] ?? "");
  if (!found.ok) throw notFound();
  const meeting = found.value;
  if (meeting.mode === null) throw redirect(`/meetings/${meeting.reference}/edit/type`);
  const venues = await listVenueChoices(visit.context, visit.coordinator);
  return {
    shell: staffShell(visit),
    held: visit.held,
    name: meeting.name,
    version: meeting.version,
    mode: meeting.mode,
    back: backFrom(request, meeting, "where"),
    venues: venues.map((venue) => ({ value: venueValue(venue.venueId), ...venueLine(venue) })),
    saved: {
      place: meeting.venueId === null ? (meeting.venueState === "compare" ? "compare" : "") : venueValue(meeting.venueId),
      service: meeting.onlineService,
      joiningLink: meeting.joiningLink,
    },
    nation: meeting.nation,
    features: meeting.onlineFeatures,
    conditions: meeting.conditions,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const found = await findMeetingFor(context, coordinator, params["reference"] ?? "");
  if (!found.ok || found.value.mode === null) throw notFound();
  const { mode, reference, venueId: before } = found.value;
  const form = await readForm(request, whereForm(mode));
  if (!form.ok) return mend(form.answer);
  // Another nation may make the date that is set a bank holiday: said once, before it is kept.
  const { nation } = form.value;
  if (nation !== found.value.nation && form.value.warned !== nation) {
    const warnings = holidayWarnings(context, { date: found.value.date, nation }).map((one) => dateWarningSentence(one, nation));
    if (warnings.length > 0) return data({ problems: [], typed: form.typed, warnings, warned: nation });
  }
  const { place, ...facts } = whereFactsFrom(mode, form.value);
  const other = place?.kind === "venue" && place.venueId !== before ? place.venueId : null;
  const seen = other === null ? null : await venueToChoose(context, coordinator, reference, other);
  // A venue that leaves somebody's essential need unmet is chosen on a page of its own, once it is said what will be done.
  const asksFirst = seen?.ok === true && seen.value.notMet.length > 0;
  const saved = await saveWhere(
    context,
    coordinator,
    { reference, version: form.value.version },
    place === undefined || asksFirst ? facts : { ...facts, place },
    form.intent,
  );
  if (!saved.ok) {
    if (saved.refusal === "not-found") throw notFound();
    const first = hasRoom(mode) ? "place" : "service";
    return mend(problemWith(first, saved.refusal === "unknown-venue" ? "Choose where the meeting is" : changedMeanwhile, form.typed));
  }
  return goOn(asksFirst ? `/meetings/${reference}/venues/choose?venue=${other ?? ""}` : onFrom(request, reference, "where"));
}

export default function EditWhere() {
  const { shell, held, name, version, mode, back, venues, saved, nation, features, conditions } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const { warnings = [], warned = "" } = useActionData<{ readonly warnings?: readonly string[]; readonly warned?: string }>() ?? {};
  const notice =
    warnings.length === 0
      ? undefined
      : {
          heading: "Before you go on",
          kind: "news" as const,
          children: (
            <>
              {warnings.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
              <p>You can change the nation, or continue anyway.</p>
            </>
          ),
        };
  const field = (key: "venueName" | "venueAddress" | "venueEmail" | "joiningLink") => ({
    name: key,
    value: answer.value(key, key === "joiningLink" ? saved.joiningLink : ""),
    error: answer.error(key),
  });
  return (
    <Page shell={shell} heading="Where is it?" caption={name} back={back} held={held} notice={notice}>
      <PageForm carried={{ version: String(version), warned }}>
        {hasRoom(mode) ? (
          <>
            <Radios
              name="place"
              legend="The room"
              options={[
                ...venues,
                { value: "compare", label: "Compare venues when people have replied (suggested)" },
                { value: "new", label: "A venue not on the list", hint: "Fill in the boxes below." },
              ]}
              value={answer.value("place", saved.place)}
              error={answer.error("place")}
            />
            <TextField {...field("venueName")} label="Venue name" hint="If it is not on the list." autoComplete="off" />
            <LongField
              {...field("venueAddress")}
              label="Address"
              hint="If it is not on the list. With the postcode."
              rows={3}
              limit={500}
            />
            <TextField
              {...field("venueEmail")}
              type="email"
              label="Venue contact email"
              hint="We ask them about access."
              optional
              autoComplete="off"
              spellCheck={false}
            />
            <Checkboxes
              name="conditions"
              legend="What is on the way from the street to the room?"
              optional
              hint="Tick what you know of. We ask the venue about each."
              options={conditionsOfThePlace.map((value) => ({ value, label: conditionWords[value] ?? value }))}
              values={answer.values("conditions", conditions)}
              error={answer.error("conditions")}
            />
          </>
        ) : null}
        {hasOnline(mode) ? (
          <>
            <Radios
              name="service"
              legend="Which online service?"
              options={onlineServices}
              value={answer.value("service", saved.service)}
              error={answer.error("service")}
            />
            <TextField
              {...field("joiningLink")}
              type="url"
              label="Joining link (you can add this later)"
              optional
              autoComplete="off"
              spellCheck={false}
            />
            <Checkboxes
              name="features"
              legend="Which of these will you switch on?"
              options={onlineFeatureChoices}
              values={answer.values("features", features)}
              error={answer.error("features")}
            />
          </>
        ) : null}
        <Radios
          name="nation"
          legend="Which nation is it in?"
          hint={nationHint(mode)}
          options={Object.entries(nationNames).map(([value, label]) => ({ value, label }))}
          value={answer.value("nation", nation)}
          error={answer.error("nation")}
        />
        <FormButtons primary={warnings.length === 0 ? "Save and continue" : "Continue anyway"} />
      </PageForm>
    </Page>
  );
}

function nationHint(mode: MeetingMode): string {
  return hasRoom(mode)
    ? "Its bank holidays decide your deadlines, and its law what you owe people."
    : "Choose where most people will be. Its bank holidays decide your deadlines, and its law what you owe people.";
}
