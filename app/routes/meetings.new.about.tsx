// Create a meeting, page 1: what it is about. Saving it begins the draft.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listContacts, startMeeting } from "#app/services/meetings.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { requireCoordinator } from "#app/web/guards.server.ts";
import { goOn } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { AboutFields } from "./meetings.$reference.edit.about/fields.tsx";
import { aboutFactsFrom, newAboutForm } from "./meetings.$reference.edit.about/form.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  return { shell: staffShell(visit), held: visit.held, contacts: await listContacts(visit.context, visit.coordinator) };
}

export async function action({ request }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const form = await readForm(request, newAboutForm);
  if (!form.ok) return mend(form.answer);
  const begun = await startMeeting(context, coordinator, aboutFactsFrom(form.value), form.intent);
  if (!begun.ok) return mend(problemWith("contact", "Choose who people can talk to", form.typed));
  return goOn(`/meetings/${begun.value.reference}/edit/type`);
}

export default function NewMeeting() {
  const { shell, held, contacts } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page shell={shell} heading="What is the meeting?" caption="Create a meeting" back={{ href: "/meetings" }} held={held}>
      <p>There are 6 short pages, and a page to check everything. Each page is saved as you go.</p>
      <PageForm>
        <AboutFields answer={answer} contacts={contacts} />
        <FormButtons />
      </PageForm>
    </Page>
  );
}
