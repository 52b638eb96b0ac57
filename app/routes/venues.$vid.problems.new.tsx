// Noting that something went wrong at a venue.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { noteProblem } from "#app/services/venue-problems.server.ts";
import { findVenueFor } from "#app/services/venues.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { DateField, LongField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { date, longText } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";

const problemForm = z.strictObject({
  what: longText("the problem", { missing: "Say what went wrong", max: 1_000 }),
  seenOn: date({ thing: "the day it was seen" }),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await findVenueFor(visit.context, visit.coordinator, params["vid"] ?? "");
  if (!found.ok) throw notFound();
  const { venueId, name } = found.value;
  return { shell: staffShell(visit), held: visit.held, venue: { venueId, name }, today: visit.context.today };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const venueId = params["vid"] ?? "";
  const form = await readForm(request, problemForm);
  if (!form.ok) return mend(form.answer);
  if (form.value.seenOn > context.today) return mend(problemWith("seenOn.day", "The day it was seen must be today or earlier", form.typed));
  const noted = await noteProblem(context, coordinator, venueId, form.value, form.intent);
  if (!noted.ok) throw notFound();
  return goBackSaying(`/venues/${venueId}`, "problem");
}

export default function NewProblem() {
  const { shell, held, venue, today } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page
      shell={shell}
      heading="Add a problem"
      caption={venue.name}
      back={{ href: `/venues/${venue.venueId}`, text: "Back to the venue" }}
      held={held}
    >
      <PageForm>
        <LongField
          name="what"
          label="What went wrong?"
          hint="About the place, not about a person. Do not give names."
          rows={4}
          value={answer.value("what")}
          error={answer.error("what")}
        />
        <DateField name="seenOn" label="When was it seen?" value={answer.date("seenOn", today)} error={answer.error("seenOn")} />
        <FormButtons primary="Save the problem" />
      </PageForm>
    </Page>
  );
}
