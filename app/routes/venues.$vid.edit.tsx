// The details of a venue, and the day building works ended.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { isInTheUnitedKingdom } from "#app/domain/meetings/sunset.ts";
import { changeVenue, findVenueFor } from "#app/services/venues.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { DateField, TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { optionalDate, optionalDegrees, versionField } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { changedMeanwhile } from "#app/words/meetings.ts";
import { bothOrNeither, missingDegrees, placeElsewhere, placeSourceSentence, sayWhetherMoved } from "#app/words/venue-places.ts";
import { VenueFields, venueFields } from "./venues._index/fields.tsx";

const editForm = venueFields
  .extend({
    latitude: optionalDegrees(missingDegrees.latitude),
    longitude: optionalDegrees(missingDegrees.longitude),
    hasMoved: z.enum(["yes", "no"]).optional(),
    changedOn: optionalDate({ thing: "the day the works ended" }),
    version: versionField,
  })
  .superRefine(({ latitude, longitude }, context) => {
    const problem = (message: string, path: string): void => context.addIssue({ code: "custom", message, path: [path] });
    if (latitude === null && longitude === null) return;
    if (latitude === null) problem(bothOrNeither, "latitude");
    else if (longitude === null) problem(bothOrNeither, "longitude");
    else if (!isInTheUnitedKingdom({ latitude, longitude })) problem(placeElsewhere, "latitude");
  });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await findVenueFor(visit.context, visit.coordinator, params["vid"] ?? "");
  if (!found.ok) throw notFound();
  const { venueId, name, address, town, contactName, contactEmail, contactPhone, changedOn, version, coordinates, placeSaidBy } =
    found.value;
  return {
    shell: staffShell(visit),
    held: visit.held,
    venue: { venueId, name, address, town, contactName, contactEmail, contactPhone, changedOn, version, coordinates, placeSaidBy },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const venueId = params["vid"] ?? "";
  const form = await readForm(request, editForm);
  if (!form.ok) return mend(form.answer);
  const { version, latitude, longitude, hasMoved, ...rest } = form.value;
  const details = {
    ...rest,
    ...(hasMoved === undefined ? {} : { hasMoved }),
    coordinates: latitude === null || longitude === null ? null : { latitude, longitude },
  };
  if (details.changedOn !== null && details.changedOn > context.today)
    return mend(problemWith("changedOn.day", "The day the works ended must be today or earlier", form.typed));
  const changed = await changeVenue(context, coordinator, { venueId, version }, details, form.intent);
  if (changed.ok) return goBackSaying(`/venues/${venueId}`, "saved");
  if (changed.refusal === "say-whether-moved") return mend(problemWith("hasMoved", sayWhetherMoved, form.typed));
  if (changed.refusal === "not-found") throw notFound();
  return mend(problemWith("name", changedMeanwhile, form.typed));
}

export default function EditVenue() {
  const { shell, held, venue } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page shell={shell} heading="Change the venue's details" caption={venue.name} back={{ href: `/venues/${venue.venueId}` }} held={held}>
      <PageForm carried={{ version: String(venue.version) }}>
        <VenueFields
          answer={answer}
          saved={venue}
          addressHint={venue.address === "" ? undefined : placeSourceSentence(venue.placeSaidBy.address)}
          townHint={venue.town === "" ? undefined : placeSourceSentence(venue.placeSaidBy.town)}
        >
          {venue.address === "" ? null : (
            <Radios
              name="hasMoved"
              legend="If you change the address: has the venue moved?"
              options={[
                {
                  value: "yes",
                  label: "Yes, it is in another building now",
                  hint: "What is known of the old building counts as not known from today. It stays as history.",
                },
                { value: "no", label: "No, only the words of the address change", hint: "What is known stays." },
              ]}
              value={answer.value("hasMoved")}
              error={answer.error("hasMoved")}
            />
          )}
        </VenueFields>
        <h2>Where it is on a map</h2>
        <p>
          With this we work out when the sun sets there, for every meeting.{" "}
          {venue.coordinates === null ? "Nobody has said yet." : placeSourceSentence(venue.placeSaidBy.coordinates)}
        </p>
        <TextField
          name="latitude"
          label="Degrees north (latitude)"
          optional
          hint="Press and hold the building on a map to see both numbers. For example, 53.797."
          width={10}
          autoComplete="off"
          spellCheck={false}
          value={answer.value("latitude", venue.coordinates === null ? "" : String(venue.coordinates.latitude))}
          error={answer.error("latitude")}
        />
        <TextField
          name="longitude"
          label="Degrees east (longitude)"
          optional
          hint="West of Greenwich it begins with a minus. For example, -1.543."
          width={10}
          autoComplete="off"
          spellCheck={false}
          value={answer.value("longitude", venue.coordinates === null ? "" : String(venue.coordinates.longitude))}
          error={answer.error("longitude")}
        />
        <h2>Building works</h2>
        <DateField
          name="changedOn"
          label="When did building works end?"
          optional
          hint="What was checked before that day counts as too old, and is asked again."
          value={answer.date("changedOn", venue.changedOn)}
          error={answer.error("changedOn")}
        />
        <FormButtons primary="Save the details" />
      </PageForm>
    </Page>
  );
}
