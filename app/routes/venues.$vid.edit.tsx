// The details of a venue, and the day building works ended.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { changeVenue, findVenueFor } from "#app/services/venues.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { DateField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { optionalDate, versionField } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { changedMeanwhile } from "#app/words/meetings.ts";
import { VenueFields, venueFields } from "./venues._index/fields.tsx";

const editForm = venueFields.extend({ changedOn: optionalDate({ thing: "the day the works ended" }), version: versionField });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await findVenueFor(visit.context, visit.coordinator, params["vid"] ?? "");
  if (!found.ok) throw notFound();
  const { venueId, name, address, contactName, contactEmail, contactPhone, changedOn, version } = found.value;
  return {
    shell: staffShell(visit),
    held: visit.held,
    venue: { venueId, name, address, contactName, contactEmail, contactPhone, changedOn, version },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const venueId = params["vid"] ?? "";
  const form = await readForm(request, editForm);
  if (!form.ok) return mend(form.answer);
  const { version, ...details } = form.value;
  if (details.changedOn !== null && details.changedOn > context.today)
    return mend(problemWith("changedOn.day", "The day the works ended must be today or earlier", form.typed));
  const changed = await changeVenue(context, coordinator, { venueId, version }, details, form.intent);
  if (changed.ok) return goBackSaying(`/venues/${venueId}`, "saved");
  if (changed.refusal === "not-found") throw notFound();
  return mend(problemWith("name", changedMeanwhile, form.typed));
}

export default function EditVenue() {
  const { shell, held, venue } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page shell={shell} heading="Change the venue's details" caption={venue.name} back={{ href: `/venues/${venue.venueId}` }} held={held}>
      <PageForm carried={{ version: String(venue.version) }}>
        <VenueFields answer={answer} saved={venue} />
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
