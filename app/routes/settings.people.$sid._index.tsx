// One member of staff: what they may do, up to how much they authorise, and who they are as a person, so that nobody acts on their own claim.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { staffRoles } from "#app/domain/people/role-changes.ts";
import { aloneAgainOn, inviteAgain, saveStaffMember, staffMemberOf } from "#app/services/staff-accounts.server.ts";
import { Button, FormButtons } from "#app/ui/buttons.tsx";
import { Checkboxes } from "#app/ui/choices.tsx";
import { DateField, MoneyField, SelectField, TextField } from "#app/ui/fields.tsx";
import { HistoryLink } from "#app/ui/history-link.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { linkShownIn, StaffLink } from "#app/ui/staff-link.tsx";
import { Inset } from "#app/ui/warning.tsx";
import { choices, optionalDate, optionalPounds, optionalText, versionField } from "#app/web/form-fields.ts";
import { formOf, mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireAdministrator } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { list, longDate } from "#app/words/format.ts";
import { roleNames } from "#app/words/roles.ts";
import { changedInSettings } from "#app/words/settings.ts";
import { roleRefusalSentence } from "#app/words/staff.ts";

const form = z.strictObject({
  roles: choices(staffRoles),
  limit: optionalPounds("amount"),
  person: optionalText({ thing: "person" }),
  codes: optionalText({ thing: "budget codes", max: 400 }),
  from: optionalDate({ thing: "the first day" }),
  until: optionalDate({ thing: "the last day" }),
  version: versionField,
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireAdministrator(request);
  const found = await staffMemberOf(visit.context, visit.administrator, params["sid"] ?? "");
  if (found === null) throw notFound();
  return {
    shell: staffShell(visit),
    held: visit.held,
    member: {
      ...found,
      codes: found.authorises.codes.join(", "),
      limit: found.limit === null ? "" : (found.limit / 100).toFixed(2),
      waiting: list(found.waiting.map((role) => roleNames[role])),
      people: found.people.map(({ id, name }) => ({ value: id, label: name })),
    },
    saved: new URL(request.url).searchParams.get("saved"),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, administrator } = await requireAdministrator(request);
  const staffId = params["sid"] ?? "";
  if ((await formOf(request)).get("intent") === "again") {
    const again = await readForm(request, z.strictObject({ version: versionField }));
    const invited = await inviteAgain(context, administrator, staffId, again.ok ? again.intent : undefined);
    if (!invited.ok) throw notFound();
    const { way } = invited.value;
    return typeof way === "object" ? { link: way.link, name: "" } : redirect("/settings/people?saved=invited#main", { status: 303 });
  }
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const { roles, limit, person, codes, from, until, version } = read.value;
  if (from !== null && until !== null && until < from)
    return mend(problemWith("until.day", "The last day must be the first day or later", read.typed));
  const authorises = { codes: budgetCodesIn(codes), from, until };
  const wanted = { roles, limit, personId: person === "" ? null : person, authorises };
  const saved = await saveStaffMember(context, administrator, { staffId, version }, wanted, read.intent);
  if (saved.ok) return goBackSaying(`/settings/people/${staffId}`, saved.value.waiting.length > 0 ? "waits" : "staff");
  switch (saved.refusal) {
    case "not-found":
      throw notFound();
    case "own-limit":
      return mend(problemWith("limit", "Another administrator sets your own limit", read.typed));
    case "own-person":
      return mend(problemWith("person", "Another administrator changes who you are", read.typed));
    case "not-a-person-here":
      return mend(problemWith("person", "Choose who they are, or nobody", read.typed));
    case "changed-by-someone-else":
      return mend(problemWith("roles", changedInSettings, read.typed));
    default: {
      const member = await staffMemberOf(context, administrator, staffId);
      const from = await aloneAgainOn(context, administrator);
      const sentence = roleRefusalSentence(saved.refusal, member?.name ?? "", from === null ? "tomorrow" : longDate(from));
      return mend(problemWith("roles", sentence, read.typed));
    }
  }
}

// Codes as people write them in a row: with commas, semicolons or on lines of their own.
function budgetCodesIn(typed: string): readonly string[] {
  return [...new Set(typed.split(/[,;\n]/u).map((code) => code.trim()))].filter((code) => code !== "");
}

const notices: Readonly<Record<string, { readonly heading: string; readonly children: string }>> = {
  staff: { heading: "Saved", children: "This holds from now on." },
  waits: { heading: "Saved", children: "New roles hold once another administrator agrees. Everything else holds now." },
};

export default function StaffMember() {
  const { shell, held, member, saved } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const shown = linkShownIn(useActionData());
  if (shown !== null) return <StaffLink shell={shell} name={member.name} link={shown.link} />;
  return (
    <Page
      shell={shell}
      heading={member.name}
      caption="People and roles"
      held={held}
      back={{ href: "/settings/people", text: "People and roles" }}
      notice={saved === null ? undefined : notices[saved]}
    >
      <p>{member.email}</p>
      {member.isInvited ? (
        <>
          <p>{member.name} was invited and has not set up an account yet.</p>
          {member.roles.length === 0 ? null : (
            <PageForm carried={{ version: String(member.version) }}>
              <Button kind="secondary" intent="again">
                Make a new link
              </Button>
            </PageForm>
          )}
        </>
      ) : null}
      {member.waiting === "" ? null : <Inset>Waits until another administrator agrees: {member.waiting}.</Inset>}
      <PageForm carried={{ version: String(member.version) }}>
        <Checkboxes
          name="roles"
          legend="Roles"
          hint="A role you take away ends at once. Where there are two administrators, a new one holds once the other agrees."
          options={staffRoles.map((value) => ({ value, label: roleNames[value] }))}
          values={answer.values("roles", member.roles)}
          error={answer.error("roles")}
        />
        <MoneyField
          name="limit"
          label="Authorisation limit, in pounds"
          hint={
            member.roles.includes("finance-authorise")
              ? "The most they authorise for one person in a month. Leave empty for no limit."
              : "They do not authorise payments now. A limit counts once they do."
          }
          value={answer.value("limit", member.limit)}
          error={answer.error("limit")}
        />
        <TextField
          name="codes"
          label="Budget codes they authorise for"
          optional
          hint="With commas between them, like PPI-204, PPI-310. Leave empty for every code."
          value={answer.value("codes", member.codes)}
          error={answer.error("codes")}
          autoComplete="off"
        />
        <DateField
          name="from"
          label="First day they authorise"
          optional
          value={answer.date("from", member.authorises.from ?? "")}
          error={answer.error("from")}
        />
        <DateField
          name="until"
          label="Last day they authorise"
          optional
          value={answer.date("until", member.authorises.until ?? "")}
          error={answer.error("until")}
        />
        <SelectField
          name="person"
          label="Who they are among the people you invite"
          hint="So that they never act on their own claim. Only records with their own name or email address are here, because you do not see who is invited."
          blank="Nobody: they do not take part as a person"
          options={member.people}
          value={answer.value("person", member.personId ?? "")}
          error={answer.error("person")}
        />
        <FormButtons primary="Save" />
      </PageForm>
      {member.isMe ? null : (
        <p>
          <a className="target" href={`/settings/people/${member.id}/remove`}>
            Remove access for {member.name}
          </a>
        </p>
      )}
      <HistoryLink kind="people" />
    </Page>
  );
}
