// Money to send before meetings: who, how much, and which step is next. Finance never sees what it is for.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { advancesFor, type AdvanceForFinance } from "#app/services/costs-before.server.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { requireFinance } from "#app/web/guards.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { advanceStates } from "#app/words/costs-before.ts";
import { money, shortDate } from "#app/words/format.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireFinance(request);
  const advances = await advancesFor(visit.context, visit.finance);
  const saved = new URL(request.url).searchParams.get("saved");
  return {
    shell: staffShell(visit),
    notice: saved === "authorise" ? "The money is authorised." : saved === "send" ? "The money is marked as sent." : null,
    open: advances.filter(({ state }) => state !== "money-sent").map(rowOf),
    gone: advances.filter(({ state }) => state === "money-sent").map(rowOf),
  };
}

function rowOf(one: AdvanceForFinance) {
  return {
    key: one.id,
    href: `/payments/advances/${one.id}`,
    link: `${one.person}, ${one.meeting}`,
    amount: money(one.amount),
    by: one.neededBy ?? one.meetingDate,
    state: one.sentOn === null ? advanceStates[one.state] : `Sent on ${shortDate(one.sentOn)}`,
  };
}

type Rows = ReturnType<typeof useLoaderData<typeof loader>>["open"];

export default function Advances() {
  const { shell, notice, open, gone } = useLoaderData<typeof loader>();
  return (
    <Page
      shell={shell}
      heading="Money before meetings"
      width="wide"
      back={{ href: "/payments" }}
      notice={notice === null ? undefined : { heading: "Saved", children: notice }}
    >
      <p>A coordinator agrees each amount, one of you authorises it, and another sends it. It is taken off the later claim.</p>
      {open.length === 0 ? (
        <p>Nothing to send. Money agreed before a meeting appears here.</p>
      ) : (
        <List id="open" caption="To do" rows={open} />
      )}
      {gone.length === 0 ? null : <List id="gone" caption="Sent" rows={gone} />}
    </Page>
  );
}

function List({ id, caption, rows }: { readonly id: string; readonly caption: string; readonly rows: Rows }) {
  return (
    <DataTable
      id={id}
      caption={caption}
      columns={[{ header: "For" }, { header: "Amount", holds: "figures" }, { header: "Needed by" }, { header: "State" }]}
      rows={rows.map((row) => ({
        key: row.key,
        cells: [
          <a key="link" className="target" href={row.href}>
            {row.link}
          </a>,
          row.amount,
          row.by === null ? "Not known" : shortDate(row.by),
          row.state,
        ],
      }))}
    />
  );
}
