// "Finish and clear this device": ends this browser's session and asks it to forget everything of ours.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { endSession } from "#app/services/accounts.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Page, PageForm } from "#app/ui/page-frame.tsx";
import { sessionCookie } from "#app/web/cookie.ts";
import { openToAll } from "#app/web/guards.server.ts";
import { goOn } from "#app/web/responses.server.ts";
import { publicShell } from "#app/web/shell.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { context } = await openToAll(request);
  return { shell: await publicShell(context, "/"), isClear: new URL(request.url).searchParams.has("done") };
}

export async function action({ request }: ActionFunctionArgs) {
  const { context, session } = await openToAll(request);
  await endSession(context, session);
  const headers = new Headers({ "Clear-Site-Data": '"cache", "storage"' });
  headers.append("Set-Cookie", sessionCookie(context.origin, "", 0));
  return goOn("/my/clear?done", headers);
}

export default function Clear() {
  const { shell, isClear } = useLoaderData<typeof loader>();
  if (isClear) {
    return (
      <Page shell={shell} heading="This device is clear">
        <p>We have removed our cookie and stored pages from this browser.</p>
        <p>Your answers are still safe with us. Close this tab to be sure.</p>
      </Page>
    );
  }
  return (
    <Page shell={shell} heading="Finish and clear this device">
      <p>Your answers are saved. We will remove our cookie and stored pages from this browser.</p>
      <p>To come back, open your private link again.</p>
      <PageForm>
        <FormButtons primary="Clear this device" />
      </PageForm>
    </Page>
  );
}
