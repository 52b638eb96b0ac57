// Every sent claim, whatever its state.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ClaimQueueList } from "#app/ui/claim-queue.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { requireFinanceReader } from "#app/web/guards.server.ts";
import { moneyHome } from "#app/web/finance-words.ts";
import { queuePage } from "#app/web/queue-page.server.ts";
import { staffShell } from "#app/web/shell.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireFinanceReader(request);
  const queue = await queuePage(visit.context, visit.reader, request, {
    turn: "all",
    path: "/payments/claims",
    base: "/payments/claims",
  });
  return { shell: staffShell(visit), back: moneyHome(visit.reader), queue };
}

export default function AllClaims() {
  const { shell, back, queue } = useLoaderData<typeof loader>();
  return (
    <Page shell={shell} heading="All claims" width="wide" back={back}>
      <ClaimQueueList
        id="claims"
        caption="All claims, the first to be paid first unless you sort them"
        empty="No claim has been sent yet. Claims appear here when people send them."
        queue={queue}
        withState
      />
    </Page>
  );
}
