// "This is not for me": switches the link off, and asks for nothing in return.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { refuseLink } from "#app/services/my-meeting.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { DonePanel } from "#app/ui/panel.tsx";
import { wordingIn } from "#app/ui/display-preferences.ts";
import { Page, PageForm } from "#app/ui/page-frame.tsx";
import { optionalChoice } from "#app/web/form-fields.ts";
import { readForm } from "#app/web/forms.server.ts";
import { openToAll } from "#app/web/guards.server.ts";
import { publicShell } from "#app/web/shell.server.ts";
import { notMeWords } from "#app/words/easy-access.ts";

const form = z.strictObject({ why: optionalChoice(["wrong-person", "no-invitations"]) });

export async function loader({ request }: LoaderFunctionArgs) {
  const { context } = await openToAll(request);
  return { shell: await publicShell(context, "/"), wording: wordingIn(request.headers.get("Cookie")) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context } = await openToAll(request);
  const read = await readForm(request, form);
  if (!read.ok) return { isDone: false, ...read.answer };
  await refuseLink(context, params["token"] ?? "", read.value.why ?? "not-said");
  return { isDone: true };
}

export default function NotMe() {
  const { shell, wording } = useLoaderData<typeof loader>();
  const words = notMeWords[wording];
  const answer = useActionData<typeof action>();
  if (answer?.isDone) {
    return (
      <Page shell={shell} title="Done: thank you">
        <DonePanel what="thank you" />
        <p>{words.done}</p>
      </Page>
    );
  }
  return (
    <Page shell={shell} heading={words.heading}>
      <p>{words.text}</p>
      <PageForm>
        <Radios
          name="why"
          legend={words.why}
          hint={words.hint}
          options={[
            { value: "wrong-person", label: words.wrongPerson },
            { value: "no-invitations", label: words.noInvitations },
          ]}
        />
        <FormButtons primary="Send" />
      </PageForm>
    </Page>
  );
}
