// For somebody whose link does not open: the short code from a letter, or a new link to a channel already on file.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { openByLetterCode, sendLinkAgainTo } from "#app/services/link-help.server.ts";
import { Button, ButtonGroup, FormButtons } from "#app/ui/buttons.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { emailAddress, requiredText } from "#app/web/form-fields.ts";
import { formOf, mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { openToAll } from "#app/web/guards.server.ts";
import { goOn } from "#app/web/responses.server.ts";
import { publicShell } from "#app/web/shell.server.ts";

const codeForm = z.strictObject({ code: requiredText("Enter the code from your letter, like KTRV MWPX", { thing: "code", max: 20 }) });
const emailForm = z.strictObject({ email: emailAddress });

export async function loader({ request }: LoaderFunctionArgs) {
  const { context, path } = await openToAll(request);
  const { searchParams } = new URL(request.url);
  return {
    shell: await publicShell(context, path),
    mailIsSet: context.mailIsSet,
    isForVenue: searchParams.get("for") === "venue",
    isSent: searchParams.get("saved") === "sent",
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { context, session } = await openToAll(request);
  if ((await formOf(request)).get("intent") === "send-link") {
    const form = await readForm(request, emailForm);
    if (!form.ok) return mend(form.answer);
    await sendLinkAgainTo(context, form.value.email);
    return goOn("/link-help?saved=sent");
  }
  const form = await readForm(request, codeForm);
  if (!form.ok) return mend(form.answer);
  const opened = await openByLetterCode(context, form.value.code, session);
  if (opened.ok) throw redirect(opened.value.path, 303);
  const message =
    opened.refusal === "too-many-tries"
      ? "Too many codes were tried. Wait 15 minutes and try again, or talk to the person below."
      : "We do not recognise that code. Check it against your letter, or talk to the person below.";
  return mend(problemWith("code", message, form.typed));
}

export default function LinkHelp() {
  const { shell, mailIsSet, isForVenue, isSent } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  return (
    <Page
      shell={shell}
      heading="Open your private link"
      notice={isSent ? { heading: "Thank you", children: "If we know that address, your link is on its way." } : undefined}
    >
      {isForVenue ? (
        <p>Open the link in the message we sent to your venue. If it has stopped working, the person below can open it again.</p>
      ) : null}
      <h2>I have a letter with a short code</h2>
      <PageForm id="by-code">
        <TextField
          name="code"
          label="Short code from your letter"
          hint="It has 8 letters. Spaces do not matter."
          width={10}
          spellCheck={false}
          value={answer.value("code")}
          error={answer.error("code")}
        />
        <FormButtons primary="Open my invitation" />
      </PageForm>
      <h2>I lost my link</h2>
      {mailIsSet ? (
        <PageForm id="by-email">
          <TextField
            name="email"
            type="email"
            label="Email address"
            hint="We only use this to send your link again."
            autoComplete="email"
            spellCheck={false}
            value={answer.value("email")}
            error={answer.error("email")}
          />
          <ButtonGroup>
            <Button intent="send-link">Send my link</Button>
          </ButtonGroup>
        </PageForm>
      ) : (
        <p>Talk to the person below. They can give you a new link.</p>
      )}
    </Page>
  );
}
