// Set up your account: somebody who was invited to work here chooses their name and password. Opening the link changes nothing.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { findInvitationToWork, joinByInvitation } from "#app/services/staff-invitations.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { PasswordField, ShowTypedButton, TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer, useShownPassword } from "#app/ui/page-frame.tsx";
import { fullName, newPassword } from "#app/web/form-fields.ts";
import { formOf, mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { openToAll } from "#app/web/guards.server.ts";
import { goOnSignedIn } from "#app/web/responses.server.ts";
import { publicShell } from "#app/web/shell.server.ts";
import { showTyped } from "#app/web/show-typed.server.ts";

const form = z.strictObject({ fullName, password: newPassword });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context } = await openToAll(request);
  // The address holds the link's secret, so the page does not repeat it.
  return { shell: await publicShell(context, "/"), invitation: await findInvitationToWork(context, params["token"] ?? "") };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context } = await openToAll(request);
  const shown = showTyped(await formOf(request));
  if (shown) return shown;
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const { password } = read.value;
  const joined = await joinByInvitation(context, params["token"] ?? "", { name: read.value.fullName, password });
  if (joined.ok) return goOnSignedIn(context, "/today", joined.value.session);
  if (joined.refusal === "password-is-common")
    return mend(problemWith("password", "Choose a password that is harder to guess", read.typed));
  return mend(problemWith("password", "That link has stopped working. Ask for a new one.", read.typed));
}

export default function SetUpYourAccount() {
  const { shell, invitation } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  const password = useShownPassword();
  if (invitation === null) {
    return (
      <Page shell={shell} heading="That invitation has stopped working">
        <p>A link to set up an account works for 7 days, and once. Ask the person who invited you for a new one.</p>
        <p>
          <a className="target" href="/sign-in">
            Sign in
          </a>
        </p>
      </Page>
    );
  }
  return (
    <Page shell={shell} heading="Set up your account">
      <p>
        You are invited to work with {invitation.organisation}. Your role: {invitation.roles}.
      </p>
      <p>You sign in with {invitation.email}.</p>
      <PageForm>
        <TextField
          name="fullName"
          label="Your full name"
          hint="Use the name you want us to use."
          autoComplete="name"
          spellCheck={false}
          value={answer.value("fullName", invitation.name)}
          error={answer.error("fullName")}
        />
        <PasswordField
          name="password"
          label="Password"
          hint="Use 12 or more characters. Three or more random words work well. You can paste from a password manager."
          autoComplete="new-password"
          error={answer.error("password")}
          {...password}
        />
        <FormButtons primary="Set up my account">
          <ShowTypedButton isShown={password.isShown} />
        </FormButtons>
      </PageForm>
    </Page>
  );
}
