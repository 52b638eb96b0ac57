// Sign in, with a password or with a link by email.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { sendSignInLink, signInWithPassword, staffOfSession } from "#app/services/accounts.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { PasswordField, ShowTypedButton, TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer, useShownPassword } from "#app/ui/page-frame.tsx";
import { formOf, mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { openToAll } from "#app/web/guards.server.ts";
import { goOn, goOnSignedIn, localPath } from "#app/web/responses.server.ts";
import { publicShell } from "#app/web/shell.server.ts";
import { showTyped } from "#app/web/show-typed.server.ts";
import { linkForm, signInForm } from "./form.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { context, session, path } = await openToAll(request);
  const { searchParams } = new URL(request.url);
  if ((await staffOfSession(context, session)).state === "signed-in") throw redirect("/today");
  return {
    shell: await publicShell(context, path),
    mailIsSet: context.mailIsSet,
    isHeld: searchParams.has("held"),
    isOut: searchParams.get("saved") === "signed-out",
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { context } = await openToAll(request);
  const shown = showTyped(await formOf(request));
  if (shown) return shown;
  const { searchParams } = new URL(request.url);
  if ((await formOf(request)).get("intent") === "send-link") {
    const asked = await readForm(request, linkForm);
    if (!asked.ok) return mend(asked.answer);
    await sendSignInLink(context, asked.value.email);
    return goOn("/sign-in/check-email");
  }
  const form = await readForm(request, signInForm);
  if (!form.ok) return mend(form.answer);
  const signedIn = await signInWithPassword(context, form.value);
  if (!signedIn.ok) return mend(problemWith(signedIn.refusal === "paused" ? "password" : "email", refusals[signedIn.refusal], form.typed));
  if (signedIn.value.session === null) return goOn("/sign-in/check-email");
  const held = searchParams.get("held");
  const next = localPath(searchParams.get("next"), "/today");
  const back = held === null ? next : `${next}${next.includes("?") ? "&" : "?"}held=${encodeURIComponent(held)}`;
  return goOnSignedIn(context, back, signedIn.value.session);
}

const refusals = {
  "no-match": "The email address or password is not right. Check both, or ask for a sign-in link.",
  paused: "Sign in is paused for this account for 15 minutes to keep it safe. A sign-in link by email still works now.",
};

export default function SignIn() {
  const { shell, mailIsSet, isHeld, isOut } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  const password = useShownPassword();
  const notice = isHeld
    ? {
        heading: "Sign in again",
        children: "You were away for a while. We kept what you typed, and give it back when you sign in.",
        kind: "news" as const,
      }
    : isOut
      ? { heading: "You are signed out", kind: "done" as const }
      : undefined;
  return (
    <Page shell={shell} heading="Sign in" notice={notice}>
      <PageForm>
        <TextField
          name="email"
          type="email"
          label="Email address"
          autoComplete="username"
          spellCheck={false}
          value={answer.value("email")}
          error={answer.error("email")}
        />
        <PasswordField name="password" label="Password" autoComplete="current-password" error={answer.error("password")} {...password} />
        <FormButtons primary="Sign in" secondary={mailIsSet ? [{ intent: "send-link", text: "Email me a sign-in link instead" }] : []}>
          <ShowTypedButton isShown={password.isShown} />
        </FormButtons>
      </PageForm>
      {mailIsSet ? null : <p>Sign-in links by email are switched off here, because no mail server is set up yet.</p>}
    </Page>
  );
}
