// Payment batches, newest first.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listRunsFor } from "#app/services/run-views.server.ts";
import { ButtonLink } from "#app/ui/buttons.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import { requireFinanceReader } from "#app/web/guards.server.ts";
import { moneyHome } from "#app/web/finance-words.ts";
import { pageFrom } from "#app/web/list-address.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { longDate, moneyInColumn, number } from "#app/words/format.ts";
import { runKindNames, runStateNames } from "#app/words/payment-runs.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireFinanceReader(request);
  const page = pageFrom(request);
  const { runs, pages } = await listRunsFor(visit.context, visit.reader, page);
  return {
    shell: staffShell(visit),
    back: moneyHome(visit.reader),
    mayMake: visit.reader.kind === "finance",
    page,
    pages,
    rows: runs.map((run) => ({
      key: run.runId,
      href: `/payments/batches/${run.runId}`,
      link: `Batch ${number(run.number)}`,
      date: longDate(run.paymentDate),
      how: runKindNames[run.kind],
      count: number(run.count),
      total: moneyInColumn(run.total),
      state: runStateNames[run.state],
    })),
    isSaved: new URL(request.url).searchParams.has("saved"),
  };
}

export default function Batches() {
  const { shell, back, mayMake, page, pages, rows, isSaved } = useLoaderData<typeof loader>();
  return (
    <Page
      shell={shell}
      heading="Payment batches"
      width="wide"
      back={back}
      notice={isSaved ? { heading: "Saved", children: "The batch is given up. Its claims are ready for another." } : undefined}
    >
      {mayMake ? <ButtonLink href="/payments/batches/new">Make a payment batch</ButtonLink> : null}
      {rows.length === 0 ? (
        <p>No batches yet. A batch pays claims that two people have agreed.</p>
      ) : (
        <DataTable
          id="batches"
          caption="Batches, newest first"
          columns={[
            { header: "Batch" },
            { header: "Payment date" },
            { header: "How" },
            { header: "Claims", holds: "figures" },
            { header: "Total", holds: "figures" },
            { header: "State" },
          ]}
          rows={rows.map((row) => ({
            key: row.key,
            cells: [
              <a key="link" className="target" href={row.href}>
                {row.link}
              </a>,
              row.date,
              row.how,
              row.count,
              row.total,
              <StatusTag key="state" status={row.state} />,
            ],
          }))}
        />
      )}
      <Pagination current={page} count={pages} hrefOf={(one) => `/payments/batches?page=${one}`} />
    </Page>
  );
}
