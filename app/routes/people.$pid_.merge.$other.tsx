// What merging two records would do, side by side, and the one button that does it.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { mergePeople, previewMerge } from "#app/services/person-merges.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { Warning } from "#app/ui/warning.tsx";
import { choice, versionField } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { number, sentenceCase } from "#app/words/format.ts";
import { changedMeanwhile, preferredContactNames } from "#app/words/meetings.ts";
import { howKnownChoices, mergeEffects, mergeObstacleWords } from "#app/words/person-merges.ts";

const ways = ["they-said", "same-contact", "know-them"] as const;
const mergeForm = z.strictObject({
  how: choice(ways, "Say how you know that this is one person"),
  keptVersion: versionField,
  otherVersion: versionField,
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const { pid: keptId = "", other: otherId = "" } = params;
  const found = await previewMerge(visit.context, visit.coordinator, { keptId, otherId });
  if (!found.ok) throw notFound();
  return { shell: staffShell(visit), held: visit.held, ...found.value };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const { pid: keptId = "", other: otherId = "" } = params;
  const form = await readForm(request, mergeForm);
  if (!form.ok) return mend(form.answer);
  const { how, ...seen } = form.value;
  const merged = await mergePeople(context, coordinator, { keptId, otherId, ...seen }, how, form.intent);
  if (merged.ok) return goBackSaying(`/people/${keptId}`, "merged");
  switch (merged.refusal) {
    case "not-found":
    case "same-record":
      throw notFound();
    case "changed-by-someone-else":
      return mend(problemWith("how", changedMeanwhile, form.typed));
    default:
      return mend(problemWith("how", mergeObstacleWords[merged.refusal], form.typed));
  }
}

export default function Merge() {
  const { shell, held, kept, other, filled, obstacle, ofBoth } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const none = "None on file";
  const row = (key: string, header: string, of: (record: typeof kept) => string) => ({ key, cells: [header, of(kept), of(other)] });
  return (
    <Page
      shell={shell}
      heading="Merge these two records?"
      caption={kept.name}
      back={{ href: `/people/${kept.personId}/merge`, text: "Back to choosing a record" }}
      held={held}
    >
      <DataTable
        id="records"
        caption="The two records"
        columns={[{ header: "What is on file" }, { header: "The record you keep" }, { header: "The record merged into it" }]}
        rows={[
          row("name", "Name", ({ name }) => name),
          row("email", "Email address", ({ email }) => email || none),
          row("phone", "Phone number", ({ phone }) => phone || none),
          row("address", "Address", ({ address }) => address || none),
          row("preferred", "Likes to be contacted by", ({ preferredContact }) => sentenceCase(preferredContactNames[preferredContact])),
          row("safe", "Notes about safe contact", ({ hasSafeContact }) => (hasSafeContact ? "Yes" : "No")),
          row("bank", "Bank details", ({ hasBankDetails }) => (hasBankDetails ? "On file" : none)),
          row("meetings", "Meetings", ({ meetings }) => number(meetings)),
        ]}
      />
      {obstacle === null ? null : <Warning>{mergeObstacleWords[obstacle.reason]}</Warning>}
      {obstacle === null ? (
        <>
          <h2>What will happen</h2>
          <ul className="govuk-list govuk-list--bullet">
            {mergeEffects({ kept, other, filled, ofBoth }).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <PageForm carried={{ keptVersion: String(kept.version), otherVersion: String(other.version) }}>
            <Radios
              name="how"
              legend="How do you know that this is one person?"
              hint="If you are not sure, ask them first. Two people can share a name, an email address or a phone."
              options={ways.map((value) => ({ value, label: howKnownChoices[value].label }))}
              value={answer.value("how")}
              error={answer.error("how")}
            />
            <FormButtons primary="Merge the two records" />
          </PageForm>
          <p>
            <a className="target" href={`/people/${kept.personId}`}>
              Keep them as two records
            </a>
          </p>
        </>
      ) : null}
    </Page>
  );
}
