// Privacy and keeping data: how long each kind of thing is kept, requests for a copy that are due, what was erased, and who looked at
// what is sensitive. An administrator sees kinds, days and counts here, and nobody's name but a colleague's.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { keptKinds, periodChoices } from "#app/domain/people/keeping.ts";
import { clockIn, dayIn, type Instant } from "#app/domain/basics/dates.ts";
import { deletionsFor } from "#app/services/erasing.server.ts";
import { changePeriods, keepingFor } from "#app/services/keeping.server.ts";
import { requestsDueFor, sensitiveReadsFor } from "#app/services/sensitive-reads.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { SelectField } from "#app/ui/fields.tsx";
import { Contents } from "#app/ui/items.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { requireAdministrator } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { clock, longDate } from "#app/words/format.ts";
import { keptWords, periodWords, runSentence } from "#app/words/keeping.ts";

const period = (choices: readonly number[]) =>
  z.coerce.number({ error: "Choose how long" }).refine((chosen) => choices.includes(chosen), "Choose how long");

const periodsForm = z.strictObject({
  links: period(periodChoices.links),
  "access-answers": period(periodChoices["access-answers"]),
  "plan-notes": period(periodChoices["plan-notes"]),
  "day-notes": period(periodChoices["day-notes"]),
  feedback: period(periodChoices.feedback),
  invitations: period(periodChoices.invitations),
  messages: period(periodChoices.messages),
  "merged-records": period(periodChoices["merged-records"]),
  leftovers: period(periodChoices.leftovers),
  "benefit-answers": period(periodChoices["benefit-answers"]),
  "declined-invitations": period(periodChoices["declined-invitations"]),
  "bank-details": period(periodChoices["bank-details"]),
  claims: period(periodChoices.claims),
  version: z.coerce.number().int().nonnegative(),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireAdministrator(request);
  const { context, administrator } = visit;
  const asked = new URL(request.url).searchParams;
  return {
    shell: staffShell(visit),
    held: visit.held,
    keeping: await keepingFor(context, administrator),
    requests: await requestsDueFor(context, administrator),
    reads: await sensitiveReadsFor(context, administrator, Number(asked.get("page") ?? "1") || 1),
    isCoordinator: visit.account.roles.includes("coordinator"),
    deletions: await deletionsFor(context, administrator),
    saved: asked.get("saved"),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { context, administrator } = await requireAdministrator(request);
  const form = await readForm(request, periodsForm);
  if (!form.ok) return mend(form.answer);
  const { version, ...periods } = form.value;
  const changed = await changePeriods(context, administrator, version, periods, form.intent);
  if (changed.ok) return goBackSaying("/settings/privacy", "periods");
  const sentence = changed.refusal === "not-a-choice" ? "Choose how long" : "This was changed in another window. Look at it here again.";
  return mend(problemWith("links", sentence, form.typed));
}

const moment = (at: Instant): string => `${longDate(dayIn(at))}, ${clock(clockIn(at))}`;

const notices: Readonly<Record<string, { readonly heading: string; readonly children: string }>> = {
  periods: { heading: "Saved", children: "What is past its time goes with the next daily run." },
  deleted: { heading: "Deleted", children: "Everything about them is deleted, save what the law wants kept." },
  closed: { heading: "Saved", children: "The request is closed. Nothing was deleted." },
  "closed-meanwhile": { heading: "Closed already", children: "Somebody else closed this request meanwhile. Nothing was deleted." },
};

export default function PrivacySettings() {
  const { shell, held, keeping, requests, reads, isCoordinator, deletions, saved } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page
      shell={shell}
      heading="Privacy and keeping data"
      held={held}
      back={{ href: "/settings" }}
      notice={saved === null ? undefined : notices[saved]}
    >
      <p className="govuk-body-l">Nothing is kept longer than people were told. Each day, what has come to its end is deleted by itself.</p>
      <Contents
        links={[
          { id: "periods", text: "How long things are kept" },
          { id: "requests", text: "Data request for a person" },
          { id: "erased", text: "What was deleted" },
          { id: "log", text: "Who looked at sensitive details" },
        ]}
      />
      <h2 id="periods">How long things are kept</h2>
      <PageForm carried={{ version: String(keeping.version) }}>
        {keptKinds.map((kind) => (
          <SelectField
            key={kind}
            name={kind}
            label={keptWords[kind].label}
            hint={keptWords[kind].hint}
            options={periodChoices[kind].map((choice) => ({ value: String(choice), label: periodWords(kind, choice) }))}
            value={answer.value(kind, String(keeping.periods[kind]))}
            error={answer.error(kind)}
          />
        ))}
        {keeping.savedAt === null ? (
          <p>These are the usual periods. Nobody has changed them.</p>
        ) : (
          <p>
            Chosen by {keeping.savedBy}, {moment(keeping.savedAt)}.
          </p>
        )}
        <FormButtons primary="Save how long" />
      </PageForm>
      <h2 id="requests">Data request for a person</h2>
      <p>
        Anybody may have a copy of everything we hold about them. They open it themselves, on a page, as a PDF or as a file. Nobody who
        works here sees it. Anybody may have everything about them deleted too, on their own page.
      </p>
      {isCoordinator ? (
        <p>
          To note that somebody asked, find them under{" "}
          <a className="target" href="/people">
            People
          </a>{" "}
          and choose “Data request”.
        </p>
      ) : (
        <p>A coordinator notes that somebody asked, on that person&apos;s record.</p>
      )}
      {requests.length === 0 ? (
        <p>Nobody is waiting for an answer.</p>
      ) : (
        <DataTable
          id="data-requests"
          caption="Data requests due"
          columns={[{ header: "To be answered by" }, { header: "Asked on" }, { header: "For what" }]}
          rows={requests.map(({ id, kind, askedOn, answerBy }) => ({
            key: id,
            cells: [
              longDate(answerBy),
              longDate(askedOn),
              kind === "copy" ? (
                "A copy"
              ) : (
                <a key="see" className="target" href={`/settings/privacy/${id}`}>
                  Everything deleted
                  <span className="govuk-visually-hidden">, asked on {longDate(askedOn)}</span>
                </a>
              ),
            ],
          }))}
        />
      )}
      <h2 id="erased">What was deleted</h2>
      {keeping.runs.length === 0 ? (
        <p>The daily run has not been yet.</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {keeping.runs.map((run) => (
            <li key={run.day}>{runSentence(run)}</li>
          ))}
        </ul>
      )}
      {deletions.length === 0 ? null : (
        <>
          <h3>People deleted because they asked</h3>
          <ul className="govuk-list govuk-list--bullet">
            {deletions.map(({ id, on, keptSomething }) => (
              <li key={id}>
                {longDate(on)}: {keptSomething ? "one person, save what is kept for tax and accounts" : "one person, everything"}.
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 id="log">Who looked at sensitive details</h2>
      <p>Each person can see in their own copy who looked at their record, their invitations and their claims.</p>
      {reads.entries.length === 0 ? (
        <p>Nobody has looked at anything sensitive yet.</p>
      ) : (
        <DataTable
          id="reads"
          caption="Who looked, the latest first"
          columns={[{ header: "When" }, { header: "Who" }, { header: "What" }]}
          rows={reads.entries.map(({ sequence, at, who, what }) => ({ key: String(sequence), cells: [moment(at), who, what] }))}
        />
      )}
      <Pagination current={reads.page} count={reads.pages} hrefOf={(page) => `/settings/privacy?page=${String(page)}#log`} />
    </Page>
  );
}
