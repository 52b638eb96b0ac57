// One member of staff and money: up to how much they authorise, and who they are as a person, so that nobody acts on their own claim.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { saveStaffMoney, staffMoneyOf } from "#app/services/money-settings.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { MoneyField, SelectField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { optionalPounds, optionalText, versionField } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireAdministrator } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { list } from "#app/words/format.ts";
import { roleNames } from "#app/words/roles.ts";

const form = z.strictObject({ limit: optionalPounds("amount"), person: optionalText({ thing: "person" }), version: versionField });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireAdministrator(request);
  const found = await staffMoneyOf(visit.context, visit.administrator, params["sid"] ?? "");
  if (found === null) throw notFound();
  return {
    shell: staffShell(visit),
    held: visit.held,
    name: found.name,
    roles: list(found.roles.map((role) => roleNames[role])),
    mayAuthorise: found.roles.includes("finance-authorise"),
    version: found.version,
    limit: found.limit === null ? "" : (found.limit / 100).toFixed(2),
    personId: found.personId ?? "",
    people: found.people.map(({ id, name }) => ({ value: id, label: name })),
    isSaved: new URL(request.url).searchParams.get("saved") === "staff",
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, administrator } = await requireAdministrator(request);
  const staffId = params["sid"] ?? "";
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const { limit, person, version } = read.value;
  const wanted = { limit, personId: person === "" ? null : person };
  const saved = await saveStaffMoney(context, administrator, { staffId, version }, wanted, read.intent);
  if (saved.ok) return goBackSaying(`/settings/staff/${staffId}`, "staff");
  switch (saved.refusal) {
    case "not-found":
      throw notFound();
    case "own-limit":
      return mend(problemWith("limit", "Another administrator sets your own limit", read.typed));
    case "not-a-person-here":
      return mend(problemWith("person", "Choose who they are, or nobody", read.typed));
    case "changed-by-someone-else":
      return mend(problemWith("limit", "Somebody else changed this page while you had it open. Check it and save again.", read.typed));
  }
}

export default function StaffMoney() {
  const { shell, held, name, roles, mayAuthorise, version, limit, personId, people, isSaved } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page
      shell={shell}
      heading={name}
      caption="People and roles"
      held={held}
      back={{ href: "/settings" }}
      notice={isSaved ? { heading: "Saved", children: "This holds from now on." } : undefined}
    >
      <p>{roles}</p>
      <PageForm carried={{ version: String(version) }}>
        <MoneyField
          name="limit"
          label="Authorisation limit, in pounds"
          hint={
            mayAuthorise
              ? "The most they authorise for one person in a month. Leave empty for no limit."
              : "They do not authorise payments now. A limit counts once they do."
          }
          value={answer.value("limit", limit)}
          error={answer.error("limit")}
        />
        <SelectField
          name="person"
          label="Who they are among the people you invite"
          hint="So that they never act on their own claim."
          blank="Nobody: they do not take part as a person"
          options={people}
          value={answer.value("person", personId)}
          error={answer.error("person")}
        />
        <FormButtons primary="Save" />
      </PageForm>
    </Page>
  );
}
