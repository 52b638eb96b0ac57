// After everything about somebody was deleted. It belongs to nobody any more, so anybody may open it, and it says nothing of anybody.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Page } from "#app/ui/page-frame.tsx";
import { openToAll } from "#app/web/guards.server.ts";
import { publicShell } from "#app/web/shell.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { context } = await openToAll(request);
  return { shell: await publicShell(context, "/") };
}

export default function Deleted() {
  const { shell } = useLoaderData<typeof loader>();
  return (
    <Page shell={shell} heading="Everything is deleted">
      <p>We have deleted what we held about you. We keep only what you read on the page before.</p>
      <p>Your private links do not work any more.</p>
      <p>If you ever want to take part again, you are welcome. We begin anew.</p>
      <p>
        Is this a device that others use too?{" "}
        <a className="target" href="/my/clear">
          Clear this device
        </a>
        .
      </p>
    </Page>
  );
}
