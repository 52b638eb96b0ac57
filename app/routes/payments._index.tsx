// Payments: how much waits for each part, and the claims that are agreed or that wait for somebody else.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { financeCounts, isAloneInFinance } from "#app/services/finance.server.ts";
import { QueueTable } from "#app/ui/claim-tables.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { Warning } from "#app/ui/warning.tsx";
import { requireFinance } from "#app/web/guards.server.ts";
import { queueRow } from "#app/web/finance-words.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { plural } from "#app/words/format.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireFinance(request);
  const { toCheck, toAuthorise, toPay, late, others } = await financeCounts(visit.context, visit.finance);
  const row = (claim: (typeof toPay)[number]) => ({ ...queueRow(claim), href: `/payments/claims/${claim.claimId}` });
  return {
    shell: staffShell(visit),
    isAlone: await isAloneInFinance(visit.context, visit.finance),
    counts: { check: toCheck.length, authorise: toAuthorise.length, pay: toPay.length, late: late.length },
    toPay: toPay.map(row),
    others: others.map(row),
  };
}

export default function Payments() {
  const { shell, isAlone, counts, toPay, others } = useLoaderData<typeof loader>();
  return (
    <Page shell={shell} heading="Payments" width="wide">
      {isAlone ? <Warning>You need a second person to authorise payments.</Warning> : null}
      <p className="govuk-body-l">
        {counts.check} to check, {counts.authorise} to authorise, {counts.pay} ready to pay, {counts.late} late.
      </p>
      <ul className="link-list">
        <li>
          <a className="target" href="/payments/check">
            {`Check claims: ${counts.check} ${plural(counts.check, "waits", "wait")}`}
          </a>
        </li>
        <li>
          <a className="target" href="/payments/authorise">
            {`Authorise payments: ${counts.authorise} ${plural(counts.authorise, "waits", "wait")}`}
          </a>
        </li>
      </ul>
      <h2>Ready to pay</h2>
      {toPay.length === 0 ? (
        <p>Nothing is ready to pay. Claims appear here once two people have agreed them.</p>
      ) : (
        <QueueTable id="to-pay" caption="Claims to pay, the first to be paid first" rows={toPay} />
      )}
      <h2>Paid, on hold or sent back</h2>
      {others.length === 0 ? <p>None yet.</p> : <QueueTable id="others" caption="Claims that wait for nobody here" rows={others} />}
    </Page>
  );
}
