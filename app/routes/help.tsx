// Help: short answers to what people ask most.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Page } from "#app/ui/page-frame.tsx";
import { openToAll } from "#app/web/guards.server.ts";
import { publicShell } from "#app/web/shell.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { context, path } = await openToAll(request);
  return { shell: await publicShell(context, path) };
}

export default function Help() {
  const { shell } = useLoaderData<typeof loader>();
  return (
    <Page shell={shell} heading="Help">
      <h2>Your meeting</h2>
      <p>Open the link in your invitation. It brings you to your own page for the meeting. You can come back as often as you like.</p>
      <h2>Your access requirements</h2>
      <p>
        You can skip any question. You see who will read each answer before you send it. You can change an answer at any time, even on the
        day.
      </p>
      <h2>Your payment</h2>
      <p>Being paid is your choice. You can take all of it, some of it, or none. You decide in private.</p>
      <p>We show what a payment could do to your benefits, with the rule and its date. Where we cannot tell, we say so.</p>
      <h2>Using this service</h2>
      <p>
        You can <a href="/display">change the text size and colours</a>. Everything works with a keyboard, and without scripts.
      </p>
      <p>
        If you lost your link, <a href="/link-help">ask for a new one</a>. You can also talk to a person: the ways are below.
      </p>
    </Page>
  );
}
