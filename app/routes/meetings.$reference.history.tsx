// "What has changed": who did what and when, without personal content.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { clockIn, dayIn } from "#app/domain/basics/dates.ts";
import { historyFor } from "#app/services/history.server.ts";
import { LinkList } from "#app/ui/items.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { clock, longDate } from "#app/words/format.ts";
import { historyLine } from "#app/words/history.ts";
import { meetingWithDate } from "#app/words/meetings.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const wanted = Number(new URL(request.url).searchParams.get("page") ?? "1");
  const found = await historyFor(visit.context, visit.coordinator, params["reference"] ?? "", Number.isInteger(wanted) ? wanted : 1);
  if (!found.ok) throw notFound();
  const { meeting, entries, page, pages } = found.value;
  const lines = entries.map(({ sequence, at, who, what, state }) => ({
    sequence,
    day: longDate(dayIn(at)),
    time: clock(clockIn(at)),
    text: historyLine(who, what, state),
  }));
  return {
    shell: staffShell(visit),
    nav: meetingNav(meeting.reference, visit.path),
    reference: meeting.reference,
    caption: meetingWithDate(meeting.name, meeting.date),
    page,
    pages,
    days: [...new Set(lines.map(({ day }) => day))].map((day) => ({ day, lines: lines.filter((line) => line.day === day) })),
  };
}

export default function HistoryPage() {
  const { shell, nav, reference, caption, page, pages, days } = useLoaderData<typeof loader>();
  return (
    <Page
      shell={shell}
      heading="What has changed"
      caption={caption}
      meetingNav={nav}
      back={{ href: `/meetings/${reference}/plan`, text: "Back to the plan" }}
    >
      <p>The latest is first. What people told us is never in this list, and neither is anything about payment.</p>
      {days.length === 0 ? <p>Nothing has happened yet.</p> : null}
      {days.map(({ day, lines }) => (
        <section key={day} aria-label={day}>
          <h2>{day}</h2>
          <ul className="govuk-list">
            {lines.map(({ sequence, time, text }) => (
              <li key={sequence}>
                <strong>{time}</strong>: {text}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {pages === 1 ? null : (
        <LinkList
          links={[
            ...(page < pages ? [{ href: `/meetings/${reference}/history?page=${String(page + 1)}`, text: "Earlier changes" }] : []),
            ...(page > 1 ? [{ href: `/meetings/${reference}/history?page=${String(page - 1)}`, text: "Later changes" }] : []),
          ]}
        />
      )}
    </Page>
  );
}
