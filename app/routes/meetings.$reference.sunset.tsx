// Sunset on the day: what is known of it, a time somebody looked up, and where the venue is.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { isInTheUnitedKingdom, sunsetSource } from "#app/domain/meetings/sunset.ts";
import { placeVenue, sunsetFor, typeSunset } from "#app/services/sunset.server.ts";
import { Button, ButtonGroup, ButtonLink } from "#app/ui/buttons.tsx";
import { TextField, TimeField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { degrees, optionalTime, versionField } from "#app/web/form-fields.ts";
import { formOf, mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { longDate } from "#app/words/format.ts";
import { changedMeanwhile, meetingWithDate } from "#app/words/meetings.ts";
import { sunsetSentence } from "#app/words/sunset.ts";
import { missingDegrees, placeElsewhere } from "#app/words/venue-places.ts";

const timeForm = z.strictObject({ sunset: optionalTime("the time of sunset"), version: versionField });
const placeForm = z
  .strictObject({
    latitude: degrees(missingDegrees.latitude),
    longitude: degrees(missingDegrees.longitude),
    version: versionField,
  })
  .superRefine((place, context) => {
    if (isInTheUnitedKingdom(place)) return;
    context.addIssue({
      code: "custom",
      message: placeElsewhere,
      path: ["latitude"],
    });
  });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await sunsetFor(visit.context, visit.coordinator, params["reference"] ?? "");
  if (!found.ok) throw notFound();
  return {
    shell: staffShell(visit),
    held: visit.held,
    nav: meetingNav(found.value.reference, visit.path),
    saved: new URL(request.url).searchParams.get("saved"),
    ...found.value,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const reference = params["reference"] ?? "";
  const here = `/meetings/${reference}/sunset`;
  const button = (await formOf(request)).get("intent");
  if (button === "place") {
    const form = await readForm(request, placeForm);
    if (!form.ok) return mend(form.answer);
    const { version, ...coordinates } = form.value;
    const placed = await placeVenue(context, coordinator, { reference, version }, coordinates, form.intent);
    if (placed.ok) return goBackSaying(here, "place");
    if (placed.refusal === "not-found") throw notFound();
    return mend(problemWith("latitude", changedMeanwhile, form.typed));
  }
  const form = await readForm(request, timeForm);
  if (!form.ok) return mend(form.answer);
  const { sunset, version } = form.value;
  if (sunset === null && button !== "not-typed") return mend(problemWith("sunset", "Enter the time of sunset, like 4:40pm", form.typed));
  const typed = await typeSunset(context, coordinator, { reference, version }, button === "not-typed" ? null : sunset, form.intent);
  if (typed.ok) return goBackSaying(here, "time");
  if (typed.refusal === "not-found") throw notFound();
  return mend(problemWith("sunset", typed.refusal === "no-date" ? "Choose the date of the meeting first" : changedMeanwhile, form.typed));
}

const notices: Readonly<Record<string, string>> = {
  time: "The plan uses this time.",
  place: "The place is on file for every meeting there.",
};

export default function SunsetPage() {
  const { shell, held, nav, reference, meeting, date, isOnline, version, known, venue, saved } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const notice = saved === null ? undefined : notices[saved];
  const { coordinates } = venue ?? { coordinates: null };
  return (
    <Page
      shell={shell}
      heading="Sunset on the day"
      caption={meetingWithDate(meeting, date)}
      meetingNav={nav}
      back={{ href: `/meetings/${reference}/plan#timetable`, text: "Back to the plan" }}
      notice={notice === undefined ? undefined : { heading: "Saved", children: notice }}
      held={held}
    >
      <p>
        Some people travel home by daylight, or keep holy days that begin at sunset. The meeting then ends well before it. While the time is
        not known, nobody can say that the day suits them.
      </p>
      {date === null ? (
        <>
          <p>The date is not chosen yet, so there is no sunset to find.</p>
          <ButtonLink href={`/meetings/${reference}/edit/when`}>Choose the date</ButtonLink>
        </>
      ) : (
        <>
          <p className="lead">{sunsetSentence(known, date, venue?.name ?? null)}</p>
          <h2>Type the time</h2>
          <PageForm carried={{ version: String(version) }}>
            <TimeField
              name="sunset"
              label="What time is sunset?"
              hint={`On ${longDate(date)}, as an almanac or a newspaper gives it. For example, 4:40pm.`}
              value={answer.value("sunset", known?.by === "typed" ? known.at : "")}
              error={answer.error("sunset")}
            />
            <ButtonGroup>
              <Button>Save the time</Button>
              {known?.by === "typed" ? (
                <Button kind="secondary" intent="not-typed">
                  Take the typed time back
                </Button>
              ) : null}
            </ButtonGroup>
          </PageForm>
        </>
      )}
      {isOnline || venue === null ? null : (
        <>
          <h2>Where {venue.name} is</h2>
          <p>With this we work the time out, for this meeting and every other one there.</p>
          <PageForm carried={{ version: String(venue.version) }}>
            <TextField
              name="latitude"
              label="Degrees north (latitude)"
              hint="Press and hold the building on a map to see both numbers. For example, 53.797."
              width={10}
              autoComplete="off"
              spellCheck={false}
              value={answer.value("latitude", coordinates === null ? "" : String(coordinates.latitude))}
              error={answer.error("latitude")}
            />
            <TextField
              name="longitude"
              label="Degrees east (longitude)"
              hint="West of Greenwich it begins with a minus. For example, -1.543."
              width={10}
              autoComplete="off"
              spellCheck={false}
              value={answer.value("longitude", coordinates === null ? "" : String(coordinates.longitude))}
              error={answer.error("longitude")}
            />
            <ButtonGroup>
              <Button intent="place">Save the place</Button>
            </ButtonGroup>
          </PageForm>
        </>
      )}
      <p>
        The sum is that of {sunsetSource.title}. It is for a level horizon: hills and buildings take the light sooner.{" "}
        <a href={sunsetSource.url}>See the equations</a>
      </p>
    </Page>
  );
}
