// People and roles: who works here, what waits for a second administrator, and inviting somebody.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { staffRoles } from "#app/domain/people/role-changes.ts";
import { agreeToRoles, aloneAgainOn, inviteStaff, peopleAndRoles, turnDownRoles } from "#app/services/staff-accounts.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Checkboxes } from "#app/ui/choices.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { HistoryLink } from "#app/ui/history-link.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { linkShownIn, StaffLink } from "#app/ui/staff-link.tsx";
import { choices, emailAddress, fullName, versionField } from "#app/web/form-fields.ts";
import { formOf, mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { requireAdministrator } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { list, longDate, money } from "#app/words/format.ts";
import { roleNames } from "#app/words/roles.ts";
import { changedInSettings } from "#app/words/settings.ts";
import { roleRefusalSentence, waitingRolesSentence } from "#app/words/staff.ts";
import { Waiting } from "./waiting.tsx";

const inviteForm = z.strictObject({ name: fullName, email: emailAddress, roles: choices(staffRoles) });
const decisionForm = z.strictObject({ request: z.string().max(64), version: versionField });

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireAdministrator(request);
  const { people, waiting } = await peopleAndRoles(visit.context, visit.administrator);
  return {
    shell: staffShell(visit),
    held: visit.held,
    mailIsSet: visit.context.mailIsSet,
    saved: new URL(request.url).searchParams.get("saved"),
    people: people.map(({ id, name, email, roles, limit, isInvited }) => ({
      id,
      name,
      email: isInvited ? `${email} (invited)` : email,
      roles: roles.length === 0 ? "None yet" : list(roles.map((role) => roleNames[role])),
      limit: roles.includes("finance-authorise") ? (limit === null ? "No limit" : money(limit)) : "",
    })),
    waiting: waiting.map((one) => ({ ...one, sentence: waitingRolesSentence(one) })),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { context, administrator } = await requireAdministrator(request);
  if ((await formOf(request)).has("request")) return decide();
  const read = await readForm(request, inviteForm);
  if (!read.ok) return mend(read.answer);
  const invited = await inviteStaff(context, administrator, read.value, read.intent);
  if (invited.ok) return answerTo(invited.value.way, read.value.name);
  if (invited.refusal === "email-in-use")
    return mend(problemWith("email", "Enter an email address that is not in use here yet", read.typed));
  const from = await aloneAgainOn(context, administrator);
  const sentence = roleRefusalSentence(invited.refusal, read.value.name, from === null ? "tomorrow" : longDate(from));
  return mend(problemWith("roles", sentence, read.typed));

  async function decide() {
    const decision = await readForm(request, decisionForm);
    if (!decision.ok) return mend(decision.answer);
    const at = { requestId: decision.value.request, version: decision.value.version };
    if (decision.button !== "agree") {
      const turned = await turnDownRoles(context, administrator, at, decision.intent);
      return turned.ok ? goBackSaying("/settings/people", "turned-down") : mend(problemWith("name", changedInSettings, {}));
    }
    const { waiting, people } = await peopleAndRoles(context, administrator);
    const name = waiting.find(({ requestId }) => requestId === at.requestId)?.name ?? people[0]?.name ?? "";
    const agreed = await agreeToRoles(context, administrator, at, decision.intent);
    if (agreed.ok) return answerTo(agreed.value.way, name);
    return mend(problemWith("name", agreed.refusal === "your-own" ? "Another administrator has to agree" : changedInSettings, {}));
  }

  function answerTo(way: "waits" | "hold-now" | "sent" | { readonly link: string }, name: string) {
    if (typeof way === "object") return { link: way.link, name };
    return goBackSaying("/settings/people", { waits: "waits", "hold-now": "agreed", sent: "invited" }[way]);
  }
}

const notices: Readonly<Record<string, string>> = {
  invited: "The invitation is on its way. The link in it works for 7 days.",
  waits: "The invitation goes out once another administrator agrees.",
  agreed: "The roles hold from now on.",
  "turned-down": "The roles were not given.",
  removed: "Their access has ended.",
};

export default function PeopleAndRoles() {
  const { shell, held, mailIsSet, saved, people, waiting } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const shown = linkShownIn(useActionData());
  if (shown !== null) return <StaffLink shell={shell} {...shown} />;
  const notice = saved === null ? undefined : notices[saved];
  return (
    <Page
      shell={shell}
      heading="People and roles"
      width="wide"
      held={held}
      back={{ href: "/settings", text: "Settings" }}
      notice={notice === undefined ? undefined : { heading: "Saved", children: notice }}
    >
      {waiting.length === 0 ? null : (
        <>
          <h2>Roles to agree to</h2>
          {waiting.map((one) => (
            <Waiting key={one.requestId} request={one} />
          ))}
        </>
      )}
      <DataTable
        id="staff"
        caption="Who works here"
        columns={[{ header: "Name" }, { header: "Email" }, { header: "Roles" }, { header: "Authorises for one person in a month" }]}
        rows={people.map(({ id, name, email, roles, limit }) => ({
          key: id,
          cells: [
            <a key="name" className="target" href={`/settings/people/${id}`}>
              {name}
            </a>,
            email,
            roles,
            limit,
          ],
        }))}
      />
      <h2>Invite someone</h2>
      <p>
        They choose their own password by a link that works for 7 days.{" "}
        {mailIsSet ? "We send it to them." : "No mail server is set up, so we show it to you once, and you hand it over."}
      </p>
      <PageForm>
        <TextField
          name="name"
          label="Full name"
          autoComplete="off"
          spellCheck={false}
          value={answer.value("name")}
          error={answer.error("name")}
        />
        <TextField
          name="email"
          type="email"
          label="Email address"
          hint="They use this to sign in."
          autoComplete="off"
          spellCheck={false}
          value={answer.value("email")}
          error={answer.error("email")}
        />
        <Checkboxes
          name="roles"
          legend="Roles"
          hint="Where there are two administrators, the other one agrees first."
          options={staffRoles.map((value) => ({ value, label: roleNames[value] }))}
          values={answer.values("roles")}
          error={answer.error("roles")}
        />
        <FormButtons primary="Invite someone" />
      </PageForm>
      <HistoryLink kind="people" />
    </Page>
  );
}
