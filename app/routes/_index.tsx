// The start page: sends each kind of person to the right door.
import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listOrganisations } from "#app/services/organisations.server.ts";
import { Page } from "#app/ui/page-frame.tsx";
import { openToAll } from "#app/web/guards.server.ts";
import { publicShell } from "#app/web/shell.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { context, path } = await openToAll(request);
  if ((await listOrganisations(context)).length === 0) throw redirect("/setup");
  return { shell: await publicShell(context, path) };
}

export default function Start() {
  const { shell } = useLoaderData<typeof loader>();
  return (
    <Page shell={shell} heading="Plan meetings everyone can take part in">
      <p className="govuk-body-l">Tell us what you need to take part. We plan the meeting around it.</p>
      <p>If you are offered payment for your time, you can decide in private, and change your mind.</p>
      <ul className="doors">
        <li>
          <a href="/link-help">I have a private link or letter</a>
        </li>
        <li>
          <a href="/sign-in">I work here: sign in</a>
        </li>
        <li>
          <a href="/link-help?for=venue">I manage a venue</a>
        </li>
      </ul>
      <h2>What this does</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>Ask people what they need, once.</li>
        <li>See what is booked and what is not.</li>
        <li>Pay people properly and on time.</li>
        <li>Learn what to do better next time.</li>
      </ul>
    </Page>
  );
}
