// The claims somebody else checked, that wait to be authorised.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { financeCounts, isAloneInFinance } from "#app/services/finance.server.ts";
import { QueueTable } from "#app/ui/claim-tables.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { Warning } from "#app/ui/warning.tsx";
import { requireFinance } from "#app/web/guards.server.ts";
import { queueRow } from "#app/web/finance-words.ts";
import { staffShell } from "#app/web/shell.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireFinance(request);
  const { toAuthorise } = await financeCounts(visit.context, visit.finance);
  return {
    shell: staffShell(visit),
    isAlone: await isAloneInFinance(visit.context, visit.finance),
    rows: toAuthorise.map((claim) => ({ ...queueRow(claim), href: `/payments/authorise/${claim.claimId}` })),
    isSaved: new URL(request.url).searchParams.has("saved"),
  };
}

export default function ToAuthorise() {
  const { shell, isAlone, rows, isSaved } = useLoaderData<typeof loader>();
  return (
    <Page
      shell={shell}
      heading="Authorise payments"
      width="wide"
      back={{ href: "/payments", text: "Payments" }}
      notice={isSaved ? { heading: "Saved", children: "What you decided about the claim is saved." } : undefined}
    >
      {isAlone ? <Warning>You need a second person to authorise payments.</Warning> : null}
      {rows.length === 0 ? (
        <p>Nothing to authorise. Claims appear here once somebody has checked them.</p>
      ) : (
        <QueueTable id="to-authorise" caption="Claims to authorise, the first to be paid first" rows={rows} />
      )}
    </Page>
  );
}
