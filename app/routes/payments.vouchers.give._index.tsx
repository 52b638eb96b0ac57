// Claims that wait for vouchers: agreed by two people, and the person chose vouchers.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { claimsWaitingForVouchers } from "#app/services/voucher-giving.server.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { requireFinance } from "#app/web/guards.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { inFours, moneyInColumn, shortDate } from "#app/words/format.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireFinance(request);
  const waiting = await claimsWaitingForVouchers(visit.context, visit.finance);
  return {
    shell: staffShell(visit),
    rows: waiting.map((one) => ({
      key: one.claimId,
      href: `/payments/vouchers/give/${one.claimId}`,
      link: `${inFours(one.reference)}, ${one.person}`,
      cells: [
        one.meeting,
        moneyInColumn(one.toPay),
        moneyInColumn(one.given),
        moneyInColumn(one.left),
        one.payBy === null ? "No date" : shortDate(one.payBy),
      ],
    })),
  };
}

export default function WaitingForVouchers() {
  const { shell, rows } = useLoaderData<typeof loader>();
  return (
    <Page shell={shell} heading="Give vouchers out" width="wide" back={{ href: "/payments/vouchers", text: "Vouchers" }}>
      {rows.length === 0 ? (
        <p>No claim waits for vouchers. Claims appear here once two people have agreed them, where the person chose vouchers.</p>
      ) : (
        <DataTable
          id="waiting"
          caption="Claims that wait for vouchers, the first to be paid first"
          columns={[
            { header: "Claim" },
            { header: "Meeting" },
            { header: "To pay", holds: "figures" },
            { header: "Given", holds: "figures" },
            { header: "Left", holds: "figures" },
            { header: "Pay by" },
          ]}
          rows={rows.map(({ key, href, link, cells }) => ({
            key,
            cells: [
              <a key="link" className="target" href={href}>
                {link}
              </a>,
              ...cells,
            ],
          }))}
        />
      )}
    </Page>
  );
}
