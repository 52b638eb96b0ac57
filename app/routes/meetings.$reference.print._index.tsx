// "Print": every paper of a meeting, for whom it is, as a web page and a PDF in three sizes of print.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listPapers } from "#app/services/documents.server.ts";
import { LinkList } from "#app/ui/items.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { paperLinks } from "#app/web/paper-links.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { meetingWithDate } from "#app/words/meetings.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const { context, coordinator, path } = visit;
  const reference = params["reference"] ?? "";
  const papers = await listPapers(context, coordinator, reference);
  if (!papers.ok) throw notFound();
  const { meeting, people } = papers.value;
  const wanted = new URL(request.url).searchParams.get("for");
  const person = people.find(({ invitationId }) => invitationId === wanted) ?? null;
  if (wanted !== null && person === null) throw notFound();
  return {
    shell: staffShell(visit),
    meetingNav: meetingNav(reference, path),
    caption: meetingWithDate(meeting.name, meeting.date),
    person,
    papers: await paperLinks(context, coordinator, meeting, person),
    people: people.map(({ invitationId, name }) => ({
      href: `/meetings/${reference}/print?for=${invitationId}#main`,
      text: `Papers for ${name}`,
    })),
    allHref: `/meetings/${reference}/print`,
  };
}

export default function PrintPage() {
  const { shell, meetingNav: pages, caption, person, papers, people, allHref } = useLoaderData<typeof loader>();
  const heading = person === null ? "Print" : `Papers for ${person.name}`;
  return (
    <Page
      shell={shell}
      meetingNav={pages}
      caption={caption}
      heading={heading}
      back={person === null ? undefined : { href: allHref, text: "Back to all papers" }}
    >
      <p>Each paper is made from what is known now. It is the same as a web page and in print.</p>
      {person !== null ? null : (
        <p>
          <a href={`${allHref}/plan`}>Print the access plan</a> for one reader: choose the text size, and whether it holds clashes.
        </p>
      )}
      {papers.map(({ id, name, note, links }) => (
        <section key={id} aria-labelledby={`paper-${id}`}>
          <h2 id={`paper-${id}`}>{name}</h2>
          {note === null ? null : <p>{note}</p>}
          {links.length === 0 ? null : <LinkList links={links} />}
        </section>
      ))}
      {person !== null ? null : (
        <section aria-labelledby="one-person">
          <h2 id="one-person">Papers for one person</h2>
          {people.length === 0 ? (
            <p>Nobody has been invited yet. Letters and forms for each person appear here.</p>
          ) : (
            <LinkList links={people} />
          )}
        </section>
      )}
    </Page>
  );
}
