// Words people wrote for the organiser alone. Opening them is put on record.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { privateWords } from "#app/services/feedback-read.server.ts";
import { findMeetingFor } from "#app/services/meetings.server.ts";
import { Page } from "#app/ui/page-frame.tsx";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { meetingWithDate } from "#app/words/meetings.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const reference = params["reference"] ?? "";
  const meeting = await findMeetingFor(visit.context, visit.coordinator, reference);
  const found = await privateWords(visit.context, visit.coordinator, reference);
  if (!found.ok || !meeting.ok) throw notFound();
  return {
    shell: staffShell(visit),
    nav: meetingNav(reference, visit.path),
    caption: meetingWithDate(meeting.value.name, meeting.value.date),
    home: `/meetings/${reference}/feedback`,
    words: found.value.map(({ words, name }) => ({ words, name })),
  };
}

export default function WordsForYou() {
  const { shell, nav, caption, home, words } = useLoaderData<typeof loader>();
  return (
    <Page
      shell={shell}
      heading="Words for you to read"
      caption={caption}
      meetingNav={nav}
      back={{ href: home, text: "Back to what people told us" }}
    >
      <p>
        The people who wrote this did not say that it may stand in a report. Do not copy it or pass it on. A name stands here only where
        somebody left it on. That you opened this page is on record.
      </p>
      {words.length === 0 ? <p>Nobody has written anything for you alone.</p> : null}
      <ul className="govuk-list govuk-list--bullet">
        {words.map(({ words: text, name }, index) => (
          <li key={`${name ?? ""} ${String(index)}`}>
            {name === null ? null : `${name}: `}&ldquo;{text}&rdquo;
          </li>
        ))}
      </ul>
    </Page>
  );
}
