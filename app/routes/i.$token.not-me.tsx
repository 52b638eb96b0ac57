// "This is not for me": switches the link off, and asks for nothing in return.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { refuseLink } from "#app/services/my-meeting.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { DonePanel } from "#app/ui/panel.tsx";
import { Page, PageForm } from "#app/ui/page-frame.tsx";
import { openToAll } from "#app/web/guards.server.ts";
import { publicShell } from "#app/web/shell.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { context } = await openToAll(request);
  return { shell: await publicShell(context, "/") };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context } = await openToAll(request);
  await refuseLink(context, params["token"] ?? "");
  return { isDone: true };
}

export default function NotMe() {
  const { shell } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.isDone) {
    return (
      <Page shell={shell} title="Done: thank you">
        <DonePanel what="thank you" />
        <p>The link is switched off. You can close this page.</p>
      </Page>
    );
  }
  return (
    <Page shell={shell} heading="Thanks for telling us">
      <p>If this message was not meant for you, we will not use this link again.</p>
      <PageForm>
        <FormButtons primary="Switch this link off" />
      </PageForm>
    </Page>
  );
}
