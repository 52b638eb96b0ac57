// The claims that wait to be checked.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ClaimQueueList } from "#app/ui/claim-queue.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { requireFinance } from "#app/web/guards.server.ts";
import { queuePage } from "#app/web/queue-page.server.ts";
import { staffShell } from "#app/web/shell.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireFinance(request);
  const queue = await queuePage(visit.context, visit.finance, request, {
    turn: "check",
    path: "/payments/check",
    base: "/payments/claims",
  });
  return { shell: staffShell(visit), queue, isSaved: new URL(request.url).searchParams.has("saved") };
}

export default function ToCheck() {
  const { shell, queue, isSaved } = useLoaderData<typeof loader>();
  return (
    <Page
      shell={shell}
      heading="Claims to check"
      width="wide"
      back={{ href: "/payments", text: "Payments" }}
      notice={isSaved ? { heading: "Saved", children: "What you decided about the claim is saved." } : undefined}
    >
      <ClaimQueueList
        id="to-check"
        caption="Claims to check, the first to be paid first unless you sort them"
        empty="Nothing to check. New claims appear here."
        queue={queue}
      />
    </Page>
  );
}
