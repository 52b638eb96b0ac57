// What claims come to by budget code: waiting, agreed, and paid in the financial year.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import { budgetTotals } from "#app/services/finance-lists.server.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { requireFinance } from "#app/web/guards.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { longDate, moneyInColumn, number } from "#app/words/format.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireFinance(request);
  const { today } = visit.context;
  const thisYear = Number(today.slice(0, 4)) - (today.slice(5) < "04-01" ? 1 : 0);
  const asked = Number(new URL(request.url).searchParams.get("year") ?? "");
  const year = Number.isInteger(asked) && asked >= 2000 && asked <= thisYear ? asked : thisYear;
  const from = calendarDateOf(`${year}-04-01`);
  const totals = await budgetTotals(visit.context, visit.finance, from);
  return {
    shell: staffShell(visit),
    from: longDate(from),
    year,
    earlier: `/payments/budgets?year=${year - 1}`,
    rows: totals.map(({ code, waiting, agreed, paid, claims }) => ({
      key: code === "" ? "none" : code,
      cells: [
        code === "" ? "No code yet" : code,
        number(claims),
        moneyInColumn(penceOf(waiting)),
        moneyInColumn(penceOf(agreed)),
        moneyInColumn(penceOf(paid)),
      ],
    })),
  };
}

export default function Budgets() {
  const { shell, from, year, earlier, rows } = useLoaderData<typeof loader>();
  return (
    <Page shell={shell} heading="Totals by budget code" width="wide" back={{ href: "/payments", text: "Payments" }}>
      {rows.length === 0 ? (
        <p>No claim has been sent yet. Totals appear here with the first claim.</p>
      ) : (
        <DataTable
          id="codes"
          caption={`Claims by budget code. Paid since ${from}`}
          columns={[
            { header: "Budget code" },
            { header: "Claims", holds: "figures" },
            { header: "Waiting", holds: "figures" },
            { header: "Agreed", holds: "figures" },
            { header: "Paid", holds: "figures" },
          ]}
          rows={rows}
        />
      )}
      <LinkList links={[{ href: earlier, text: `Year from April ${year - 1}` }]} />
    </Page>
  );
}
