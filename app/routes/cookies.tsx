// The cookies page.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Page } from "#app/ui/page-frame.tsx";
import { openToAll } from "#app/web/guards.server.ts";
import { publicShell } from "#app/web/shell.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { context, path } = await openToAll(request);
  return { shell: await publicShell(context, path) };
}

export default function Cookies() {
  const { shell } = useLoaderData<typeof loader>();
  return (
    <Page shell={shell} heading="Cookies">
      <p>We use two cookies, and only because the service needs them.</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>One keeps you signed in, or keeps your private link open on this device. It holds a random number and nothing about you.</li>
        <li>One keeps your display settings, if you change them.</li>
      </ul>
      <p>There is no tracking, so there is nothing to agree to.</p>
    </Page>
  );
}
