// The claims that wait to be checked.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { financeCounts } from "#app/services/finance.server.ts";
import { QueueTable } from "#app/ui/claim-tables.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { requireFinance } from "#app/web/guards.server.ts";
import { queueRow } from "#app/web/finance-words.ts";
import { staffShell } from "#app/web/shell.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireFinance(request);
  const { toCheck } = await financeCounts(visit.context, visit.finance);
  return {
    shell: staffShell(visit),
    rows: toCheck.map((claim) => ({ ...queueRow(claim), href: `/payments/claims/${claim.claimId}` })),
    isSaved: new URL(request.url).searchParams.has("saved"),
  };
}

export default function ToCheck() {
  const { shell, rows, isSaved } = useLoaderData<typeof loader>();
  return (
    <Page
      shell={shell}
      heading="Claims to check"
      width="wide"
      back={{ href: "/payments", text: "Payments" }}
      notice={isSaved ? { heading: "Saved", children: "What you decided about the claim is saved." } : undefined}
    >
      {rows.length === 0 ? (
        <p>Nothing to check. New claims appear here.</p>
      ) : (
        <QueueTable id="to-check" caption="Claims to check, the first to be paid first" rows={rows} />
      )}
    </Page>
  );
}
