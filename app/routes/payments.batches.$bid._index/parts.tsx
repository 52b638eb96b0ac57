// The parts of a batch's page: its steps as a list of tasks, and the claims in it with totals.
import type { ReactElement } from "react";
import { DataTable } from "#app/ui/data-table.tsx";
import type { TaskRow } from "#app/ui/task-list.tsx";
import type { runPage } from "#app/web/run-words.ts";

type Run = ReturnType<typeof runPage>;

/** Print, export, get it paid, mark as paid, send remittance: each with how far it is. */
export function tasksOf(
  run: Pick<Run, "runId" | "raw" | "kind" | "exports" | "isPrinted" | "isRemitted" | "exceptions">,
): readonly TaskRow[] {
  const at = (part: string) => `/payments/batches/${run.runId}/${part}`;
  const isSigned = run.raw !== "draft";
  const isPaid = run.raw === "paid";
  const waits = { status: "Cannot start yet" } as const;
  const isBank = run.kind === "bank-file";
  return [
    {
      text: "Print forms",
      ...(isSigned ? { href: at("print"), status: run.isPrinted ? ("Done" as const) : ("To do" as const) } : waits),
    },
    {
      text: "Export",
      ...(isSigned ? { href: at("export"), status: run.exports.length > 0 ? ("Done" as const) : ("To do" as const) } : waits),
    },
    {
      text: "Get it paid",
      hint: isBank ? "Send the file through your bank." : "Key the forms in, or hand the money over.",
      status: isPaid ? "Done" : isSigned ? "To do" : "Cannot start yet",
    },
    {
      text: "Mark as paid",
      ...(isSigned ? { ...(isPaid ? {} : { href: at("paid") }), status: isPaid ? ("Done" as const) : ("To do" as const) } : waits),
    },
    {
      text: "Send remittance",
      ...(isPaid ? { href: at("remittance"), status: run.isRemitted ? ("Done" as const) : ("To do" as const) } : waits),
    },
    ...(run.exceptions.claims === 0
      ? []
      : [
          {
            text: "Have somebody outside finance look",
            hint: "One person both checked and released claims in it.",
            href: at("review"),
            status: run.exceptions.isReviewed ? ("Done" as const) : ("To do" as const),
          },
        ]),
  ];
}

/** The claims of a batch and what they come to, by claim and by budget code. */
export function LinesTable({ run }: { readonly run: Pick<Run, "lines" | "total" | "codes"> }): ReactElement {
  return (
    <>
      <h2>Claims</h2>
      <DataTable
        id="claims"
        caption="Claims in this batch, by surname"
        columns={[
          { header: "Claim" },
          { header: "Meeting" },
          { header: "Budget code" },
          { header: "Account" },
          { header: "For time", holds: "figures" },
          { header: "For costs", holds: "figures" },
          { header: "Total", holds: "figures" },
          { header: "State" },
        ]}
        rows={run.lines.map((line) => ({
          key: line.lineId,
          cells: [
            <a key="claim" className="target" href={line.href}>
              {line.label}
            </a>,
            line.meeting,
            line.budgetCode,
            line.account,
            line.time,
            line.costs,
            line.total,
            line.stateText,
          ],
        }))}
        totals={[{ key: "total", cells: ["Total to pay", "", "", "", "", "", run.total, ""] }]}
      />
      {run.codes.length > 1 ? (
        <DataTable
          id="codes"
          caption="By budget code"
          columns={[{ header: "Budget code" }, { header: "Claims", holds: "figures" }, { header: "Total", holds: "figures" }]}
          rows={run.codes.map(({ code, count, total }) => ({ key: code, cells: [code, count, total] }))}
        />
      ) : null}
    </>
  );
}

/** The files that were made of a batch, with the fingerprint kept of each. */
export function FilesMade({ exports }: { readonly exports: Run["exports"] }): ReactElement | null {
  if (exports.length === 0) return null;
  return (
    <>
      <h2>Files made</h2>
      <ul className="govuk-list govuk-list--bullet">
        {exports.map(({ number, text, fingerprint }) => (
          <li key={number}>
            {text}. Fingerprint {fingerprint}.
          </li>
        ))}
      </ul>
      <p>
        <a className="target" href="/payments/audit">
          Ask whether a file is one of these
        </a>
      </p>
    </>
  );
}
