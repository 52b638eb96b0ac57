// What people said went wrong with their payments: what waits for an answer, the first to be answered first, and what has one.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { complaintsFor, type ComplaintView } from "#app/services/complaints.server.ts";
import { ButtonLink } from "#app/ui/buttons.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { requireStaff } from "#app/web/guards.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { complaintNames } from "#app/words/complaints.ts";
import { inFours, shortDate } from "#app/words/format.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireStaff(request);
  const { open, answered } = await complaintsFor(visit.context, visit.staff);
  return {
    shell: staffShell(visit),
    saved: new URL(request.url).searchParams.get("saved"),
    open: open.map(rowOf),
    answered: answered.map(rowOf),
  };
}

function rowOf({ id, what, person, reference, saidOn, answerBy, isLate, answeredOn, answeredBy }: ComplaintView) {
  const due = answerBy === null ? "No date" : isLate ? `${shortDate(answerBy)}. Late` : shortDate(answerBy);
  return {
    key: id,
    href: `/payments/complaints/${id}`,
    link: `${complaintNames[what]}, ${person}`,
    claim: inFours(reference),
    saidOn: shortDate(saidOn),
    due: answeredOn === null ? due : `${shortDate(answeredOn)}, ${answeredBy ?? ""}`,
  };
}

export default function Complaints() {
  const { shell, saved, open, answered } = useLoaderData<typeof loader>();
  return (
    <Page
      shell={shell}
      heading="Problems with payments"
      width="wide"
      notice={
        saved === "answered"
          ? { heading: "Answered", children: "They are told in the way they chose." }
          : saved === "written"
            ? { heading: "Saved", children: "It waits for an answer like everything people tell us themselves." }
            : undefined
      }
    >
      <ButtonLink href="/payments/complaints/new" kind="secondary">
        Write down what somebody told you
      </ButtonLink>
      {open.length === 0 && answered.length === 0 ? (
        <p>Nobody has told us that a payment went wrong. What people say appears here.</p>
      ) : null}
      {open.length === 0 ? null : <Said id="open" caption="To answer, the first to be answered first" last="Answer by" rows={open} />}
      {answered.length === 0 ? null : <Said id="answered" caption="Answered" last="Answered on, by" rows={answered} />}
    </Page>
  );
}

type Rows = ReturnType<typeof useLoaderData<typeof loader>>["open"];

function Said({ id, caption, last, rows }: { readonly id: string; readonly caption: string; readonly last: string; readonly rows: Rows }) {
  return (
    <DataTable
      id={id}
      caption={caption}
      columns={[{ header: "What went wrong" }, { header: "Claim" }, { header: "Said on" }, { header: last }]}
      rows={rows.map(({ key, href, link, claim, saidOn, due }) => ({
        key,
        cells: [
          <a key="link" className="target" href={href}>
            {link}
          </a>,
          claim,
          saidOn,
          due,
        ],
      }))}
    />
  );
}
