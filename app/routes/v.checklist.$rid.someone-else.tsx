// "Someone else should answer this": sends the checklist on, with a link of their own.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { checklistOf, forwardChecklist } from "#app/services/venue-checklist.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { emailAddress } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { requireVenueManager } from "#app/web/guards.server.ts";
import { goBackSaying, goOn } from "#app/web/responses.server.ts";
import { linkShell } from "#app/web/shell.server.ts";
import { checklistMessage, passedOnTooOften } from "#app/words/venues.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, venueManager, path } = await requireVenueManager(request, params["rid"]);
  const { organisation, venue, coordinatorName, isClosed } = await checklistOf(context, venueManager);
  const home = `/v/checklist/${venueManager.venueRequestId}`;
  if (isClosed) throw goOn(`${home}/closed`);
  return {
    shell: linkShell({ organisation, home: `${home}/check`, path }),
    venue,
    home,
    coordinatorName,
    canSend: context.mailIsSet,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, venueManager } = await requireVenueManager(request, params["rid"]);
  const home = `/v/checklist/${venueManager.venueRequestId}`;
  const form = await readForm(request, z.strictObject({ email: emailAddress }));
  if (!form.ok) return mend(form.answer);
  const sent = await forwardChecklist(context, venueManager, form.value.email, checklistMessage(""), form.intent);
  if (sent.ok) return goBackSaying(`${home}/check`, sent.value.isMailed ? "passed-on" : "to-pass-on");
  return sent.refusal === "closed" ? goOn(`${home}/closed`) : mend(problemWith("email", passedOnTooOften, form.typed));
}

export default function SomeoneElse() {
  const { shell, venue, home, coordinatorName, canSend } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  return (
    <Page shell={shell} heading="Someone else should answer this" caption={venue} back={{ href: `${home}/check` }}>
      <p>
        {canSend
          ? "We send them a link of their own. They see your answers so far."
          : `${coordinatorName} sends them a link of their own. They see your answers so far.`}
      </p>
      <PageForm>
        <TextField
          name="email"
          label="Their email address"
          type="email"
          autoComplete="off"
          spellCheck={false}
          value={answer.value("email")}
          error={answer.error("email")}
        />
        <FormButtons primary="Pass it on" />
      </PageForm>
    </Page>
  );
}
