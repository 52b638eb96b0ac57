// Somebody asked for a copy of everything held about them, or to have it deleted: when, by when it is answered, and how they do it
// themselves.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { whysNotDeleted } from "#app/domain/people/erasing.ts";
import { closeDeletionRequest } from "#app/services/erasing.server.ts";
import { listDataRequestsFor, noteCopyGiven, noteDataRequest } from "#app/services/own-copy.server.ts";
import { findPersonFor } from "#app/services/people.server.ts";
import { Button, FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { DateField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { choice, date, versionField } from "#app/web/form-fields.ts";
import { formOf, mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { closingMissing, whyNotDeletedWords } from "#app/words/erasing.ts";
import { dataRequestSentence } from "#app/words/own-copy.ts";

const givenForm = z.strictObject({
  requestId: z.string().max(100),
  version: versionField,
  givenOn: date({ thing: "the day they were given it" }),
});

const closingForm = z.strictObject({
  requestId: z.string().max(100),
  version: versionField,
  closing: z.literal("yes"),
  why: choice(whysNotDeleted, closingMissing),
});

const askedForm = z.strictObject({
  kind: choice(["copy", "erase"], "Choose what they asked for"),
  askedOn: date({ thing: "the day they asked" }),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await findPersonFor(visit.context, visit.coordinator, params["pid"] ?? "");
  if (!found.ok) throw notFound();
  const { personId, name } = found.value;
  return {
    shell: staffShell(visit),
    held: visit.held,
    personId,
    name,
    today: visit.context.today,
    requests: await listDataRequestsFor(visit.context, visit.coordinator, personId),
    saved: new URL(request.url).searchParams.get("saved"),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const personId = params["pid"] ?? "";
  const here = `/people/${personId}/data-request`;
  const sent = await formOf(request);
  if (sent.has("closing")) {
    const closing = await readForm(request, closingForm);
    if (!closing.ok) return mend(closing.answer);
    const { requestId, version, why } = closing.value;
    const closed = await closeDeletionRequest(context, coordinator, { requestId, version, personId }, why, closing.intent);
    if (closed.ok) return goBackSaying(here, "closed");
    if (closed.refusal === "not-found") throw notFound();
    return goBackSaying(here, "closed-meanwhile");
  }
  if (sent.has("requestId")) {
    const given = await readForm(request, givenForm);
    if (!given.ok) return mend(given.answer);
    const { requestId, version, givenOn } = given.value;
    const noted = await noteCopyGiven(context, coordinator, { personId, requestId, version }, givenOn, given.intent);
    if (noted.ok) return goBackSaying(here, "given");
    if (noted.refusal === "not-found") throw notFound();
    return mend(problemWith("givenOn.day", givenProblems[noted.refusal], given.typed));
  }
  const form = await readForm(request, askedForm);
  if (!form.ok) return mend(form.answer);
  const noted = await noteDataRequest(context, coordinator, personId, { kind: form.value.kind, on: form.value.askedOn }, form.intent);
  if (noted.ok) return goBackSaying(here, "noted");
  if (noted.refusal === "not-found") throw notFound();
  return mend(problemWith("askedOn.day", "The day they asked must be today or earlier", form.typed));
}

const givenProblems = {
  "not-then": "The day must be between the day they asked and today",
  "answered-already": "This request is answered already",
} as const;

const notices: Readonly<Record<string, { readonly heading: string; readonly children: string }>> = {
  noted: { heading: "Saved", children: "The request is noted, with the day by which it has to be answered." },
  given: { heading: "Saved", children: "The request is answered." },
  closed: { heading: "Saved", children: "The request is closed. Nothing was deleted." },
  "closed-meanwhile": { heading: "Closed already", children: "Somebody else closed this request meanwhile. Nothing was deleted." },
};

export default function DataRequest() {
  const { shell, held, personId, name, today, requests, saved } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const open = requests.find(({ kind, openedOn, given }) => kind === "copy" && openedOn === null && given === null);
  const toDelete = requests.find(({ kind, closed }) => kind === "erase" && closed === null);
  return (
    <Page
      shell={shell}
      heading="Data request"
      caption={name}
      back={{ href: `/people/${personId}`, text: `Back to ${name}` }}
      held={held}
      notice={saved === null ? undefined : notices[saved]}
    >
      <p>
        Anybody may have a copy of everything we hold about them. They open it themselves, from their own page for any meeting: “Get a copy
        of everything we hold about you”. They get a fresh link first, to show that it is them.
      </p>
      <p>You never see the copy. It holds what they told us in private.</p>
      <p>
        Anybody may have everything about them deleted too. They do it on their own page: “Delete everything we hold about you”. If they
        cannot, you can do it for them.
      </p>
      {requests.length === 0 ? (
        <p>They have not asked for anything yet.</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {requests.map((one, at) => (
            <li key={`${one.askedOn} ${String(at)}`}>{dataRequestSentence(one)}</li>
          ))}
        </ul>
      )}
      {toDelete === undefined ? null : (
        <>
          <p>
            <a className="target" href={`/people/${personId}/delete`}>
              See what deleting everything about them does
            </a>
          </p>
          <h2>Nothing to delete?</h2>
          <p>If they changed their mind, or it was not them, close the request. Nothing is deleted.</p>
          <PageForm carried={{ requestId: toDelete.requestId, version: String(toDelete.version), closing: "yes" }}>
            <Radios
              name="why"
              legend="Why is nothing deleted?"
              options={whysNotDeleted.map((why) => ({ value: why, label: whyNotDeletedWords[why] }))}
              value={answer.value("why")}
              error={answer.error("why")}
            />
            <Button kind="secondary">Close the request</Button>
          </PageForm>
        </>
      )}
      {open === undefined ? null : (
        <>
          <h2>Did they get it in another way?</h2>
          <p>For example, they opened it here with somebody they trust, and took it home on paper.</p>
          <PageForm carried={{ requestId: open.requestId, version: String(open.version) }}>
            <DateField name="givenOn" label="What day were they given it?" value={answer.date("givenOn")} error={answer.error("givenOn")} />
            <Button kind="secondary">Note that they have it</Button>
          </PageForm>
        </>
      )}
      <h2>Note that they asked</h2>
      <PageForm>
        <Radios
          name="kind"
          legend="What did they ask for?"
          options={[
            { value: "copy", label: "A copy of everything we hold about them" },
            { value: "erase", label: "To have everything about them deleted" },
          ]}
          value={answer.value("kind")}
          error={answer.error("kind")}
        />
        <DateField name="askedOn" label="What day did they ask?" value={answer.date("askedOn", today)} error={answer.error("askedOn")} />
        <FormButtons primary="Note the request" />
      </PageForm>
    </Page>
  );
}
