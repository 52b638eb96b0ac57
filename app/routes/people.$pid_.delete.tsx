// A coordinator deletes everything about somebody who asked for it: what they may know of it, how they know who asks, one button.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { waysToKnow } from "#app/domain/people/erasing.ts";
import { deletePerson, deletionFor } from "#app/services/erasing.server.ts";
import { periodsOf } from "#app/services/keeping-periods.server.ts";
import { findPersonFor } from "#app/services/people.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios, Tick } from "#app/ui/choices.tsx";
import { DeletionLists } from "#app/ui/deletion.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { Warning } from "#app/ui/warning.tsx";
import { choice } from "#app/web/form-fields.ts";
import { mend, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { goingSentencesForStaff, stayingSentencesForStaff, wayToKnowWords } from "#app/words/erasing.ts";

const form = z.strictObject({
  how: choice(waysToKnow, "Choose how you know that it is them"),
  told: z.literal("yes", "Tick the box once they know what goes and what stays"),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await findPersonFor(visit.context, visit.coordinator, params["pid"] ?? "");
  if (!found.ok) throw notFound();
  const { personId, name } = found.value;
  const looked = await deletionFor(visit.context, visit.coordinator, personId);
  if (!looked.ok) throw notFound();
  const { claims: years } = await periodsOf(visit.context.db, visit.coordinator.organisationId);
  return {
    shell: staffShell(visit),
    held: visit.held,
    personId,
    name,
    going: goingSentencesForStaff(looked.value),
    staying: stayingSentencesForStaff(looked.value, years),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const made = await deletePerson(context, coordinator, params["pid"] ?? "", read.value.how, read.intent);
  if (!made.ok) throw notFound();
  return goBackSaying("/people", "deleted");
}

export default function DeletePerson() {
  const { shell, held, personId, name, going, staying } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page
      shell={shell}
      heading="Delete everything about somebody"
      caption={name}
      back={{ href: `/people/${personId}/data-request`, text: "Back to the data request" }}
      held={held}
    >
      <p>
        Do this only when they asked for it. They can do it themselves too, from their own page for any meeting: “Delete everything we hold
        about you”.
      </p>
      <DeletionLists going={going} staying={staying} nothingStays="Nothing: they were never paid." />
      <p>
        Safety copies of the whole system still hold them until those are thrown away. If one is put back, they are deleted from it before
        anybody works with it. What was sent or printed before cannot be taken back.
      </p>
      <Warning>This cannot be undone.</Warning>
      <PageForm>
        <Radios
          name="how"
          legend="How do you know that it is them who ask?"
          options={waysToKnow.map((way) => ({ value: way, label: wayToKnowWords[way] }))}
          value={answer.value("how")}
          error={answer.error("how")}
        />
        <Tick
          name="told"
          label="I have told them what goes and what stays, and they still want it"
          isTicked={answer.value("told") === "yes"}
          error={answer.error("told")}
        />
        <FormButtons primary="Delete everything about them" />
      </PageForm>
    </Page>
  );
}
