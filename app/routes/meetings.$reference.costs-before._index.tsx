// What people asked to have paid before a meeting, the ones that wait for an answer first.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { costsBeforeOf, type CostRequestForCoordinator } from "#app/services/costs-before.server.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { needLabels, requestStateForStaff } from "#app/words/costs-before.ts";
import { longDate, money, shortDate } from "#app/words/format.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await costsBeforeOf(visit.context, visit.coordinator, params["reference"] ?? "");
  if (!found.ok) throw notFound();
  const { meeting, requests } = found.value;
  const waits = (one: CostRequestForCoordinator) => one.state === "asked";
  return {
    shell: staffShell(visit),
    nav: meetingNav(meeting.reference, visit.path),
    caption: meeting.date === null ? meeting.name : `${meeting.name}, ${longDate(meeting.date)}`,
    isAnswered: new URL(request.url).searchParams.get("saved") === "answered",
    toAnswer: requests.filter(waits).map((one) => rowOf(one, meeting.reference)),
    answered: requests.filter((one) => !waits(one)).map((one) => rowOf(one, meeting.reference)),
  };
}

function rowOf(one: CostRequestForCoordinator, reference: string) {
  return {
    key: one.id,
    href: `/meetings/${reference}/costs-before/${one.id}`,
    link: `${needLabels[one.need]}, ${one.person}`,
    amount: amountOf(one),
    needed: one.neededBy === null ? "Not said" : shortDate(one.neededBy),
    replyBy: shortDate(one.replyBy),
    state: requestStateForStaff(one),
  };
}

function amountOf({ amount, estimate }: CostRequestForCoordinator): string {
  if (amount !== null) return money(amount);
  return estimate === null ? "Not known" : `About ${money(estimate)}`;
}

type Rows = ReturnType<typeof useLoaderData<typeof loader>>["toAnswer"];

export default function CostsBeforeOfMeeting() {
  const { shell, nav, caption, isAnswered, toAnswer, answered } = useLoaderData<typeof loader>();
  return (
    <Page
      shell={shell}
      heading="Costs before the meeting"
      caption={caption}
      meetingNav={nav}
      width="wide"
      notice={isAnswered ? { heading: "Saved", children: "They have been told, in the way they prefer." } : undefined}
    >
      <p>Nobody should have to lend you money to take part. Finance sees an amount and a name, never what it is for.</p>
      {toAnswer.length === 0 && answered.length === 0 ? <p>Nobody has asked for anything. Requests appear here.</p> : null}
      {toAnswer.length === 0 ? null : <Requests id="to-answer" caption="To answer" rows={toAnswer} />}
      {answered.length === 0 ? null : <Requests id="answered" caption="Answered" rows={answered} />}
    </Page>
  );
}

function Requests({ id, caption, rows }: { readonly id: string; readonly caption: string; readonly rows: Rows }) {
  return (
    <DataTable
      id={id}
      caption={caption}
      columns={[
        { header: "What, and for whom" },
        { header: "Amount", holds: "figures" },
        { header: "Needed by" },
        { header: "Answer by" },
        { header: "State" },
      ]}
      rows={rows.map((row) => ({
        key: row.key,
        cells: [
          <a key="link" className="target" href={row.href}>
            {row.link}
          </a>,
          row.amount,
          row.needed,
          row.replyBy,
          row.state,
        ],
      }))}
    />
  );
}
