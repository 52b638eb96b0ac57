// A copy of everything held about somebody, for them alone: what it has, what each part is for, and the file.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { clockIn, dayIn } from "#app/domain/basics/dates.ts";
import { organisationOf } from "#app/services/organisations.server.ts";
import { copySummary, printSizeOf, whoLooked } from "#app/services/own-copy.server.ts";
import { ButtonLink } from "#app/ui/buttons.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { attendeeAsked } from "#app/web/attendee-asked.server.ts";
import { requireAnyAttendee } from "#app/web/guards.server.ts";
import { linkShell } from "#app/web/shell.server.ts";
import { clock, longDate } from "#app/words/format.ts";
import { copySentences, purposes } from "#app/words/own-copy.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireAnyAttendee(request);
  const { context, path } = visit;
  const { attendee, reference } = attendeeAsked(request, visit);
  const organisation = await organisationOf(context, attendee.organisationId);
  const home = `/my/m/${reference}`;
  return {
    shell: linkShell({ organisation, home, path, clearHref: "/my/clear" }),
    home,
    reference,
    contact: organisation.contact.name,
    isProven: attendee.mayReadBack,
    sizes: sizesWith(await printSizeOf(context, attendee)),
    looks: (await whoLooked(context, attendee)).slice(0, mostLooks).map(({ at, who, what }) => ({
      at: `${longDate(dayIn(at))}, ${clock(clockIn(at))}`,
      who,
      what,
    })),
    sentences: copySentences(await copySummary(context, attendee)),
  };
}

/** The latest of those who looked; all of them are in the copy. */
const mostLooks = 20;

/** The person's own size of print first, then the others. */
function sizesWith(own: number): readonly number[] {
  return [own, ...[12, 18, 24].filter((points) => points !== own)];
}

export default function OwnCopy() {
  const { shell, home, reference, contact, isProven, sizes, sentences, looks } = useLoaderData<typeof loader>();
  return (
    <Page shell={shell} heading="A copy of everything we hold about you" back={{ href: home }}>
      <p>You can have a copy of everything we keep about you. It is free. Nobody who works here sees it.</p>
      {isProven ? (
        <>
          <h2>What is in it</h2>
          <ul className="govuk-list govuk-list--bullet">
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <p>
            We leave out your full account number. We leave out notes about how to contact you safely, so that nobody else can find them in
            the file. {contact} can read them to you.
          </p>
          <ButtonLink href={`/my/copy/read?ref=${reference}`}>Read your copy</ButtonLink>
          <p>You can also keep it:</p>
          <LinkList
            links={[
              ...sizes.map((points) => ({
                href: `/my/copy/your-copy-${String(points)}-point.pdf?ref=${reference}`,
                text: `Your copy, letters of ${String(points)} points${points === sizes[0] && points > 12 ? ", your size" : ""} (PDF)`,
              })),
              { href: `/my/copy.json?ref=${reference}`, text: "Your copy, for computers (text)" },
            ]}
          />
          <p>If you would like it in another way, ask {contact}. The ways are below.</p>
          <h2>Who looked at your details</h2>
          {looks.length === 0 ? (
            <p>Nobody has opened anything private of yours.</p>
          ) : (
            <>
              <p>Each time somebody opens something private, we write it down. The latest are here. All of them are in your copy.</p>
              <DataTable
                id="looks"
                caption="Who looked, the latest first"
                columns={[{ header: "When" }, { header: "Who" }, { header: "What they did" }]}
                rows={looks.map(({ at, who, what }, row) => ({ key: String(row), cells: [at, who, what] }))}
              />
            </>
          )}
        </>
      ) : (
        <>
          <p>First we check that it is you. We send a new link to a place we already know is yours.</p>
          <ButtonLink href={`/my/confirm-you?ref=${reference}`}>Check it is you</ButtonLink>
        </>
      )}
      <h2>What we keep, and why</h2>
      <DataTable
        id="purposes"
        caption="What each thing is for, and who reads it"
        columns={[{ header: "What" }, { header: "Why we keep it" }, { header: "Who reads it" }]}
        rows={purposes.map(({ what, whatFor, whoReads }) => ({ key: what, cells: [what, whatFor, whoReads] }))}
      />
    </Page>
  );
}
