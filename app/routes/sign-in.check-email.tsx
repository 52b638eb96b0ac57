// After asking for a sign-in link: the same words whether or not the address has an account.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Page } from "#app/ui/page-frame.tsx";
import { openToAll } from "#app/web/guards.server.ts";
import { publicShell } from "#app/web/shell.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { context, path } = await openToAll(request);
  return { shell: await publicShell(context, path) };
}

export default function CheckEmail() {
  const { shell } = useLoaderData<typeof loader>();
  return (
    <Page shell={shell} heading="Check your email">
      <p>If that address has an account, we have sent a link. It works for 24 hours.</p>
      <p>
        <a className="target" href="/sign-in">
          Send it again
        </a>
      </p>
    </Page>
  );
}
