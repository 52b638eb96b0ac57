// Charities people can choose: a simple list. What the organisation gives is always its own donation.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { addCharityFor, charitiesOf, removeCharityFor } from "#app/services/charities.server.ts";
import { Button, FormButtons } from "#app/ui/buttons.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { HistoryLink } from "#app/ui/history-link.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { optionalText, requiredText, versionField } from "#app/web/form-fields.ts";
import { formOf, mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { requireAdministrator } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";

const addForm = z.strictObject({
  name: requiredText("Enter the charity's name", { max: 200, thing: "charity name" }),
  number: optionalText({ max: 20, thing: "charity number" }),
});
const removeForm = z.strictObject({ charityId: z.string().max(100), version: versionField });

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireAdministrator(request);
  return {
    shell: staffShell(visit),
    charities: await charitiesOf(visit.context, visit.administrator.organisationId),
    saved: new URL(request.url).searchParams.get("saved"),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { context, administrator } = await requireAdministrator(request);
  if ((await formOf(request)).has("charityId")) {
    const remove = await readForm(request, removeForm);
    if (!remove.ok) return mend(remove.answer);
    const removed = await removeCharityFor(context, administrator, remove.value, remove.intent);
    return removed.ok
      ? goBackSaying("/settings/charities", "removed")
      : mend(problemWith("name", "The list was changed in another window. Look at it here again.", remove.typed));
  }
  const read = await readForm(request, addForm);
  if (!read.ok) return mend(read.answer);
  const added = await addCharityFor(context, administrator, read.value, read.intent);
  if (!added.ok) return mend(problemWith("name", "This charity is on the list already", read.typed));
  return goBackSaying("/settings/charities", "added");
}

const notices: Readonly<Record<string, { readonly heading: string; readonly children: string }>> = {
  added: { heading: "Saved", children: "People can choose this charity now." },
  removed: { heading: "Saved", children: "The charity is off the list. Choices already made stand." },
};

export default function Charities() {
  const { shell, charities, saved } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  return (
    <Page
      shell={shell}
      heading="Charities"
      back={{ href: "/settings", text: "Settings" }}
      notice={saved === null ? undefined : notices[saved]}
    >
      <p className="govuk-body-l">People who turn a payment down can name a charity. What you then give is your own donation.</p>
      {charities.length === 0 ? (
        <p>There is no charity on the list yet. People can still write the name of one.</p>
      ) : (
        <DataTable
          id="charities"
          caption="Charities people can choose"
          columns={[{ header: "Name" }, { header: "Charity number" }, { header: "Change" }]}
          rows={charities.map(({ id, version, name, number }) => ({
            key: id,
            cells: [
              name,
              number === "" ? "Not given" : number,
              <PageForm key="remove" carried={{ charityId: id, version: String(version) }}>
                <Button kind="secondary" about={name}>
                  Take off the list
                </Button>
              </PageForm>,
            ],
          }))}
        />
      )}
      <h2>Add a charity</h2>
      <PageForm>
        <TextField name="name" label="Charity name" value={answer.value("name")} error={answer.error("name")} />
        <TextField
          name="number"
          label="Charity number (optional)"
          width={10}
          value={answer.value("number")}
          error={answer.error("number")}
        />
        <FormButtons primary="Add the charity" />
      </PageForm>
      <HistoryLink kind="charities" />
    </Page>
  );
}
