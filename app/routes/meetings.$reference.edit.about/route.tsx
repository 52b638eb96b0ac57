// Create a meeting, page 1, for a meeting that has been begun: what it is about.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findMeetingFor, listContacts, saveAbout } from "#app/services/meetings.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { backFrom, onFrom } from "#app/web/meeting-pages.ts";
import { goOn } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { changedMeanwhile } from "#app/words/meetings.ts";
import { AboutFields } from "./fields.tsx";
import { aboutFactsFrom, aboutForm, someoneElse } from "./form.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await findMeetingFor(visit.context, visit.coordinator, params["reference"] ?? "");
  if (!found.ok) throw notFound();
  const { name, about, asked, contact, version } = found.value;
  const contacts = await listContacts(visit.context, visit.coordinator);
  const member = contacts.find((one) => one.name === contact?.name && one.email === contact.email);
  return {
    shell: staffShell(visit),
    held: visit.held,
    contacts,
    version,
    back: backFrom(request, found.value, "about"),
    saved: {
      name,
      about,
      asked,
      contact: contact === null ? "" : (member?.staffId ?? someoneElse),
      contactName: member ? "" : (contact?.name ?? ""),
      contactPhone: member ? "" : (contact?.phone ?? ""),
      contactEmail: member ? "" : (contact?.email ?? ""),
    },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const form = await readForm(request, aboutForm);
  if (!form.ok) return mend(form.answer);
  const at = { reference: params["reference"] ?? "", version: form.value.version };
  const saved = await saveAbout(context, coordinator, at, aboutFactsFrom(form.value), form.intent);
  if (!saved.ok) {
    if (saved.refusal === "not-found") throw notFound();
    return mend(
      saved.refusal === "unknown-contact"
        ? problemWith("contact", "Choose who people can talk to", form.typed)
        : problemWith("name", changedMeanwhile, form.typed),
    );
  }
  return goOn(onFrom(request, at.reference, "about"));
}

export default function EditAbout() {
  const { shell, held, contacts, version, back, saved } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page shell={shell} heading="What is the meeting?" caption={saved.name} back={back} held={held}>
      <PageForm carried={{ version: String(version) }}>
        <AboutFields answer={answer} saved={saved} contacts={contacts} />
        <FormButtons />
      </PageForm>
    </Page>
  );
}
