// "Finish and clear this device": ends this browser's session and asks it to forget everything of ours.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { endSession } from "#app/services/accounts.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { wordingIn } from "#app/ui/display-preferences.ts";
import { Page, PageForm } from "#app/ui/page-frame.tsx";
import { sessionCookie } from "#app/web/cookie.ts";
import { openToAll } from "#app/web/guards.server.ts";
import { goOn } from "#app/web/responses.server.ts";
import { publicShell } from "#app/web/shell.server.ts";
import { clearWords } from "#app/words/easy-access.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { context } = await openToAll(request);
  const wording = wordingIn(request.headers.get("Cookie"));
  return { shell: await publicShell(context, "/"), wording, isClear: new URL(request.url).searchParams.has("done") };
}

export async function action({ request }: ActionFunctionArgs) {
  const { context, session } = await openToAll(request);
  await endSession(context, session);
  const headers = new Headers({ "Clear-Site-Data": '"cache", "storage"' });
  headers.append("Set-Cookie", sessionCookie(context.origin, "", 0));
  return goOn("/my/clear?done", headers);
}

export default function Clear() {
  const { shell, wording, isClear } = useLoaderData<typeof loader>();
  const words = clearWords[wording];
  if (isClear) {
    return (
      <Page shell={shell} heading="This device is clear">
        {words.done.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Page>
    );
  }
  return (
    <Page shell={shell} heading="Finish and clear this device">
      {words.before.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <PageForm>
        <FormButtons primary="Clear this device" />
      </PageForm>
    </Page>
  );
}
