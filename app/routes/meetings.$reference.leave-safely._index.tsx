// Who needs a plan to leave safely, and where each stands. Only people who shared their name with those who help are listed.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { leavePlansFor } from "#app/services/leave-plans.server.ts";
import { ButtonLink } from "#app/ui/buttons.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { counted } from "#app/words/format.ts";
import { meetingWithDate } from "#app/words/meetings.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await leavePlansFor(visit.context, visit.coordinator, params["reference"] ?? "");
  if (!found.ok) throw notFound();
  const { meeting, people, withoutName, helpers } = found.value;
  const { reference } = meeting;
  return {
    shell: staffShell(visit),
    nav: meetingNav(reference, visit.path),
    reference,
    caption: meetingWithDate(meeting.name, meeting.date),
    people,
    withoutName,
    helpers,
    saved: new URL(request.url).searchParams.get("saved"),
  };
}

const states = {
  "not-started": ["Not started", "Not started"],
  "not-agreed": ["Started", "Not agreed yet"],
  "look-again": ["Started", "Agreed before something changed: look again"],
  agreed: ["Done", "Agreed"],
} as const;

export default function LeaveSafely() {
  const { shell, nav, reference, caption, people, withoutName, helpers, saved } = useLoaderData<typeof loader>();
  return (
    <Page
      shell={shell}
      heading="Plans to leave safely"
      caption={caption}
      meetingNav={nav}
      back={{ href: `/meetings/${reference}/plan#ready`, text: "Back to the plan" }}
      notice={saved === null ? undefined : { heading: "Saved", children: "The plan to leave safely is saved." }}
    >
      <p>Each plan is written with the person, before the day. Nobody is asked to wait for the fire service.</p>
      {people.length === 0 && withoutName === 0 ? (
        <p>Nobody has asked for help to leave so far. Plans appear here when somebody does.</p>
      ) : null}
      {people.length === 0 ? null : (
        <TaskList
          tasks={people.map(({ personId, name, state }) => ({
            text: name,
            href: `/meetings/${reference}/leave-safely/${personId}`,
            status: states[state][0],
            statusText: states[state][1],
          }))}
        />
      )}
      {people.length === 0 ? null : <p>That you opened this list of names is put on record.</p>}
      {people.some(({ state }) => state !== "not-started") ? (
        <LinkList links={[{ href: `/meetings/${reference}/leave-safely/together`, text: "Read all plans on one page" }]} />
      ) : null}
      {withoutName === 0 ? null : (
        <p>
          {counted(withoutName, "person needs a plan and did", "people need a plan and did")} not share their name. Ask everybody in your
          next message to talk to you about leaving safely.
        </p>
      )}
      <h2>Who helps on the day</h2>
      {helpers.length === 0 ? (
        <p>Nobody yet. A plan needs somebody who helps, and a back-up.</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {helpers.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
      <ButtonLink href={`/meetings/${reference}/day/roles`} kind="secondary">
        Choose who helps
      </ButtonLink>
    </Page>
  );
}
