// Every plan to leave safely of a meeting on one page, for the access host on the day: nothing to open one by one when it counts.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { leavePlansTogether } from "#app/services/leave-plans.server.ts";
import { Item, Items } from "#app/ui/items.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { leavePlanLines } from "#app/words/leave-plan.ts";
import { meetingWithDate } from "#app/words/meetings.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await leavePlansTogether(visit.context, visit.coordinator, params["reference"] ?? "");
  if (!found.ok) throw notFound();
  const { meeting, plans } = found.value;
  return {
    shell: staffShell(visit),
    nav: meetingNav(meeting.reference, visit.path),
    reference: meeting.reference,
    caption: meetingWithDate(meeting.name, meeting.date),
    plans: plans.map(({ personId, name, plan }) => ({ personId, name, stands: plan.stands, lines: leavePlanLines(plan) })),
  };
}

export default function PlansTogether() {
  const { shell, nav, reference, caption, plans } = useLoaderData<typeof loader>();
  const home = `/meetings/${reference}/leave-safely`;
  return (
    <Page
      shell={shell}
      heading="All plans to leave safely"
      caption={caption}
      meetingNav={nav}
      back={{ href: home, text: "Back to plans to leave safely" }}
    >
      {plans.length === 0 ? (
        <p>No plan is written yet. Plans appear here once they are.</p>
      ) : (
        <p>Only you and the people who help read these. That you opened each plan is put on record.</p>
      )}
      <Items>
        {plans.map(({ personId, name, stands, lines }) => (
          <Item key={personId} level="h2" heading={name}>
            {stands ? null : (
              <p>
                <StatusTag status="To do" text="Not agreed as it stands" /> Talk about it before you rely on it.
              </p>
            )}
            <SummaryList rows={lines.map((line) => ({ name: line.name, answer: line.detail }))} />
            <p>
              <a className="target" href={`${home}/${personId}`}>
                Change this plan<span className="govuk-visually-hidden">: {name}</span>
              </a>
            </p>
          </Item>
        ))}
      </Items>
    </Page>
  );
}
