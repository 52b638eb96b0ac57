// The venues on file, with how much is known of each, and a form to add one.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { addDays } from "#app/domain/basics/dates.ts";
import { addVenueFor, listVenuesFor } from "#app/services/venues.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { LongField, TextField } from "#app/ui/fields.tsx";
import { Item, Items } from "#app/ui/items.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { longText, optionalEmail, optionalPhone, optionalText, requiredText } from "#app/web/form-fields.ts";
import { mend, readForm } from "#app/web/forms.server.ts";
import { requireCoordinator } from "#app/web/guards.server.ts";
import { goOn } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { counted, longDate } from "#app/words/format.ts";

const venueForm = z.strictObject({
  name: requiredText("Enter the name of the venue", { thing: "name of the venue" }),
  address: longText("the address"),
  contactName: optionalText({ thing: "contact name" }),
  contactEmail: optionalEmail,
  contactPhone: optionalPhone,
});

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const venues = await listVenuesFor(visit.context, visit.coordinator);
  return { shell: staffShell(visit), held: visit.held, venues, yearAgo: addDays(visit.context.today, -365) };
}

export async function action({ request }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const form = await readForm(request, venueForm);
  if (!form.ok) return mend(form.answer);
  const { venueId } = await addVenueFor(context, coordinator, form.value, form.intent);
  return goOn(`/venues/${venueId}`);
}

export default function Venues() {
  const { shell, held, venues, yearAgo } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const field = (name: "name" | "contactName" | "contactEmail" | "contactPhone") => ({
    name,
    value: answer.value(name),
    error: answer.error(name),
  });
  return (
    <Page shell={shell} heading="Venues" held={held} width="wide">
      {venues.length === 0 ? (
        <p>You have no venues yet. Add one below. You can ask it about access without knowing anything yourself.</p>
      ) : null}
      <Items>
        {venues.map((venue) => (
          <Item
            key={venue.venueId}
            level="h2"
            heading={
              <a className="target" href={`/venues/${venue.venueId}`}>
                {venue.name}
              </a>
            }
          >
            <p>{venue.address.replaceAll("\n", ", ")}</p>
            <p>
              {counted(venue.known, "fact", "facts")} known.{" "}
              {venue.checkedOn === null
                ? "Never checked."
                : venue.checkedOn < yearAgo
                  ? "Checked over a year ago."
                  : `Checked ${longDate(venue.checkedOn)}.`}
            </p>
          </Item>
        ))}
      </Items>
      <h2>Add a venue</h2>
      <PageForm>
        <TextField {...field("name")} label="Name of the venue" autoComplete="off" />
        <LongField name="address" label="Address" optional rows={3} value={answer.value("address")} error={answer.error("address")} />
        <TextField {...field("contactName")} label="Who to ask there" optional autoComplete="off" />
        <TextField {...field("contactEmail")} label="Their email address" optional type="email" autoComplete="off" />
        <TextField {...field("contactPhone")} label="Their phone number" optional type="tel" autoComplete="off" />
        <FormButtons primary="Add the venue" />
      </PageForm>
    </Page>
  );
}
