// Bringing in facts of a venue from another system. Nothing is put on record here: the next page shows each fact for approval.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { longestFactsFile, offerFacts } from "#app/services/venue-import.server.ts";
import { findVenueFor } from "#app/services/venues.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { DateField, FileField, LongField, TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { choice, date, requiredText } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { goOn } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { factsFileProblem } from "#app/words/venues.ts";

const factsForm = z.strictObject({
  kind: choice(["a11yjson", "openstreetmap"], "Choose what it is"),
  origin: requiredText("Enter where it comes from", { thing: "answer", max: 200 }),
  checkedOn: date({ thing: "the day the facts are of" }),
  content: z.string().max(longestFactsFile, "The text must be 200,000 characters or fewer").default(""),
  file: z.custom<File>((given) => given instanceof Blob).optional(),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await findVenueFor(visit.context, visit.coordinator, params["vid"] ?? "");
  if (!found.ok) throw notFound();
  return { shell: staffShell(visit), held: visit.held, venue: { venueId: found.value.venueId, name: found.value.name } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const venueId = params["vid"] ?? "";
  const form = await readForm(request, factsForm);
  if (!form.ok) return mend(form.answer);
  const { file, content: typed, ...facts } = form.value;
  const content = file instanceof File && file.size > 0 ? await textOf(file) : typed.trim();
  if (content === null) return mend(problemWith("file", factsFileProblem("too-big"), form.typed));
  if (content === "") return mend(problemWith("content", "Paste the facts or choose a file", form.typed));
  if (facts.checkedOn > context.today)
    return mend(problemWith("checkedOn.day", "The day the facts are of must be today or earlier", form.typed));
  const offered = await offerFacts(context, coordinator, venueId, { ...facts, content }, form.intent);
  if (offered.ok) return goOn(`/venues/${venueId}/facts-file/${offered.value.importId}`);
  if (offered.refusal === "not-found") throw notFound();
  return mend(problemWith("content", factsFileProblem(offered.refusal), form.typed));
}

async function textOf(file: File): Promise<string | null> {
  return file.size > longestFactsFile ? null : (await file.text()).trim();
}

export default function BringInFacts() {
  const { shell, held, venue } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page
      shell={shell}
      heading="Bring in facts"
      caption={venue.name}
      back={{ href: `/venues/${venue.venueId}`, text: "Back to the venue" }}
      held={held}
    >
      <p>You see each fact before it goes on record, with where it was found. Nothing is on record until you approve it.</p>
      <PageForm hasFiles>
        <Radios
          name="kind"
          legend="What is it?"
          options={[
            {
              value: "openstreetmap",
              label: "Tags of OpenStreetMap",
              hint: "One tag on each line, like wheelchair=yes. One object at a time.",
            },
            { value: "a11yjson", label: "A11yJSON", hint: "One place, as JSON." },
          ]}
          value={answer.value("kind")}
          error={answer.error("kind")}
        />
        <LongField name="content" label="Paste it here" optional rows={8} value={answer.value("content")} error={answer.error("content")} />
        <FileField
          name="file"
          label="Or choose a file"
          optional
          accept=".json,.txt,application/json,text/plain"
          error={answer.error("file")}
        />
        <TextField
          name="origin"
          label="Where does it come from?"
          hint="Like “OpenStreetMap, way 4242” or the name of the guide and its owner."
          autoComplete="off"
          value={answer.value("origin")}
          error={answer.error("origin")}
        />
        <DateField
          name="checkedOn"
          label="What day are the facts of?"
          hint="The day somebody last changed them there. Older facts count as too old sooner."
          value={answer.date("checkedOn")}
          error={answer.error("checkedOn")}
        />
        <FormButtons primary="Show the facts" />
      </PageForm>
    </Page>
  );
}
