// Set up: from nothing to a working organisation in one screen.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { beginFirstSession, isSetUp, setUp } from "#app/services/accounts.server.ts";
import { openExample } from "#app/services/example.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { PasswordField, ShowTypedButton, TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer, useShownPassword } from "#app/ui/page-frame.tsx";
import { formOf, mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { openToAll } from "#app/web/guards.server.ts";
import { goOnSignedIn } from "#app/web/responses.server.ts";
import { publicShell } from "#app/web/shell.server.ts";
import { showTyped } from "#app/web/show-typed.server.ts";
import { nationNames } from "#app/words/nations.ts";
import { setUpForm } from "./form.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { context, path } = await openToAll(request);
  if (await isSetUp(context)) throw redirect("/sign-in");
  return { shell: await publicShell(context, path) };
}

export async function action({ request }: ActionFunctionArgs) {
  const { context } = await openToAll(request);
  const shown = showTyped(await formOf(request));
  if (shown) return shown;
  const form = await readForm(request, setUpForm);
  if (!form.ok) return mend(form.answer);
  const made = await setUp(context, form.value, form.intent);
  if (!made.ok) {
    if (made.refusal === "already-set-up") throw redirect("/sign-in", 303);
    return mend(
      made.refusal === "password-is-common"
        ? problemWith("password", "Choose a password that is harder to guess", form.typed)
        : problemWith("email", "Enter an email address that is not in use here yet", form.typed),
    );
  }
  if (form.value.start === "example") {
    const example = await openExample(context);
    return goOnSignedIn(context, `/meetings/${example.reference}/plan?saved=example`, example.session);
  }
  return goOnSignedIn(context, "/today?saved=set-up", await beginFirstSession(context, form.value.email));
}

export default function SetUp() {
  const { shell } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  const password = useShownPassword();
  return (
    <Page shell={shell} heading="Set up your organisation">
      <p className="govuk-body-l">This takes about 2 minutes. You can change everything later.</p>
      <PageForm>
        <TextField
          name="organisationName"
          label="Organisation name"
          hint="This appears on letters and payment forms."
          autoComplete="organization"
          value={answer.value("organisationName")}
          error={answer.error("organisationName")}
        />
        <Radios
          name="nation"
          legend="Where is your organisation?"
          hint="We use this for bank holidays, language and benefit rules."
          options={Object.entries(nationNames).map(([value, label]) => ({ value, label }))}
          value={answer.value("nation")}
          error={answer.error("nation")}
        />
        <TextField
          name="fullName"
          label="Your full name"
          hint="Use the name you want us to use."
          autoComplete="name"
          spellCheck={false}
          value={answer.value("fullName")}
          error={answer.error("fullName")}
        />
        <TextField
          name="email"
          type="email"
          label="Your work email address"
          hint="You will use this to sign in."
          autoComplete="email"
          spellCheck={false}
          value={answer.value("email")}
          error={answer.error("email")}
        />
        <PasswordField
          name="password"
          label="Password"
          hint="Use 12 or more characters. Three or more random words work well. You can paste from a password manager."
          autoComplete="new-password"
          error={answer.error("password")}
          {...password}
        />
        <Radios
          name="start"
          legend="How would you like to start?"
          hint="You can clear the example with one button."
          options={[
            { value: "example", label: "Show me an example meeting" },
            { value: "empty", label: "Start empty" },
          ]}
          value={answer.value("start", "example")}
          error={answer.error("start")}
        />
        <FormButtons primary="Set up and continue">
          <ShowTypedButton isShown={password.isShown} />
        </FormButtons>
      </PageForm>
    </Page>
  );
}
