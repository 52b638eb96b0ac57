// Tables of claims for finance: a queue, and what one claim comes to.
import type { ReactElement } from "react";
import { DataTable } from "#app/ui/data-table.tsx";
import { Details } from "#app/ui/details.tsx";
import { StatusTag, type StatusWord } from "#app/ui/status-tag.tsx";

export type QueueTableRow = {
  readonly key: string;
  readonly link: string;
  readonly href: string;
  readonly cells: readonly string[];
  readonly state: StatusWord;
};

const columns = [
  { header: "Claim", order: "person" },
  { header: "Meeting", order: "meeting" },
  { header: "For time", holds: "figures", order: "time" },
  { header: "For costs", holds: "figures", order: "costs" },
  { header: "Total", holds: "figures", order: "total" },
  { header: "Pay by", order: "pay-by" },
  { header: "Waiting since", order: "since" },
  { header: "State" },
] as const;

/** Where each header that sorts leads, by its order, and how the rows stand now. */
export type QueueSorts = Readonly<
  Record<string, { readonly href: string; readonly order: "ascending" | "descending" | "none" } | undefined>
>;

/** Claims in a queue. */
export function QueueTable({
  id,
  caption,
  rows,
  sorts = {},
}: {
  readonly id: string;
  readonly caption: string;
  readonly rows: readonly QueueTableRow[];
  readonly sorts?: QueueSorts;
}): ReactElement {
  return (
    <DataTable
      id={id}
      caption={caption}
      columns={columns.map((column) => ({ ...column, sort: "order" in column ? sorts[column.order] : undefined }))}
      rows={rows.map((row) => ({
        key: row.key,
        cells: [
          <a key="link" className="target" href={row.href}>
            {row.link}
          </a>,
          ...row.cells,
          <StatusTag key="state" status={row.state} />,
        ],
      }))}
    />
  );
}

type Line = {
  readonly id: string;
  readonly label: string;
  readonly rule: string;
  readonly working: readonly string[];
  readonly claimed: string;
  readonly difference: string;
  readonly amount: string;
  readonly receipt: { readonly text: string; readonly href: string | null };
  readonly notes: readonly string[];
};
type Sum = { readonly id: string; readonly text: string; readonly amount: string };

/** What is being claimed, line by line with how it came about, what was taken off, and the totals. */
export function AmountsTable({
  lines,
  takenOff,
  totals,
}: {
  readonly lines: readonly Line[];
  readonly takenOff: readonly Sum[];
  readonly totals: readonly Sum[];
}): ReactElement {
  const sumRow = ({ id, text, amount }: Sum) => ({ key: id, cells: [text, "", "", "", amount, ""] });
  return (
    <DataTable
      id="amounts"
      caption="What is being claimed"
      isWide
      columns={[
        { header: "For" },
        { header: "Policy rate" },
        { header: "Claimed", holds: "figures" },
        { header: "Difference", holds: "figures" },
        { header: "To pay", holds: "figures" },
        { header: "Receipt" },
      ]}
      rows={[
        ...lines.map((line) => ({
          key: line.id,
          cells: [
            line.label,
            <div key="rule">
              {[line.rule, ...line.notes].map((sentence) => (
                <div key={sentence}>{sentence}</div>
              ))}
              <Details summary="How it was worked out" about={line.label}>
                <ul className="govuk-list">
                  {line.working.map((sentence) => (
                    <li key={sentence}>{sentence}</li>
                  ))}
                </ul>
              </Details>
            </div>,
            line.claimed,
            line.difference,
            line.amount,
            line.receipt.href === null ? (
              line.receipt.text
            ) : (
              <a key="receipt" className="target" href={line.receipt.href}>
                {line.receipt.text}
              </a>
            ),
          ],
        })),
        ...takenOff.map(sumRow),
      ]}
      totals={totals.map(sumRow)}
    />
  );
}
