// A person's own meetings and what goes with them, from any link of theirs. On a device that two people share, each sees their own.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { myPage } from "#app/services/my-meeting.server.ts";
import { LinkList } from "#app/ui/items.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { wordingIn } from "#app/ui/display-preferences.ts";
import { notFound, requireAnyAttendee } from "#app/web/guards.server.ts";
import { linkShell } from "#app/web/shell.server.ts";
import { accountWords } from "#app/words/easy-access.ts";
import { whenAndWhere } from "#app/words/my-meeting.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { context, path, attendees } = await requireAnyAttendee(request);
  const asked = new URL(request.url).searchParams.get("ref");
  const found = asked === null ? attendees[0] : attendees.find(({ reference }) => reference === asked);
  if (!found) throw notFound();
  const { personId } = found.attendee;
  const own = attendees.filter(({ attendee }) => attendee.personId === personId);
  const pages = await Promise.all(own.map(async ({ attendee }) => (await myPage(context, attendee)).meeting));
  const here = pages.find(({ reference }) => reference === found.reference);
  if (!here) throw notFound();
  const meetings = pages.map((meeting) => ({
    reference: meeting.reference,
    name: meeting.name,
    when: whenAndWhere(meeting),
    isOver: meeting.isOver,
    // A meeting without a date comes after those that have one.
    order: meeting.date ?? "9999",
  }));
  return {
    wording: wordingIn(request.headers.get("Cookie")),
    shell: linkShell({ organisation: here.organisation, home: `/my/m/${found.reference}`, path, clearHref: "/my/clear" }),
    reference: found.reference,
    comingUp: meetings.filter(({ isOver }) => !isOver).toSorted((one, other) => one.order.localeCompare(other.order)),
    over: meetings.filter(({ isOver }) => isOver).toSorted((one, other) => other.order.localeCompare(one.order)),
  };
}

export default function MyMeetings() {
  const { wording, shell, reference, comingUp, over } = useLoaderData<typeof loader>();
  const words = accountWords[wording];
  return (
    <Page shell={shell} heading={words.heading} back={{ href: `/my/m/${reference}` }}>
      <p>{words.which}</p>
      <h2>{words.comingUp}</h2>
      {comingUp.length === 0 ? <p>{words.none}</p> : <Meetings meetings={comingUp} />}
      {over.length === 0 ? null : (
        <>
          <h2>{words.over}</h2>
          <Meetings meetings={over} />
        </>
      )}
      <h2>{words.payments}</h2>
      <LinkList links={[{ href: `/my/statements?ref=${reference}`, text: words.paid }]} />
      <h2>{words.told}</h2>
      <LinkList
        links={[
          ...[...comingUp, ...over].map((meeting) => ({
            href: `/my/m/${meeting.reference}/access/check`,
            text: words.toldFor(meeting.name),
          })),
          { href: `/my/copy?ref=${reference}`, text: words.copy },
        ]}
      />
      <h2>{words.papers}</h2>
      <LinkList
        links={[...comingUp, ...over].map((meeting) => ({
          href: `/my/m/${meeting.reference}/papers`,
          text: words.papersFor(meeting.name),
        }))}
      />
    </Page>
  );
}

type Listed = { readonly reference: string; readonly name: string; readonly when: string };

function Meetings({ meetings }: { readonly meetings: readonly Listed[] }) {
  return (
    <ul className="govuk-list">
      {meetings.map(({ reference, name, when }) => (
        <li key={reference}>
          <a className="target" href={`/my/m/${reference}`}>
            {name}
          </a>
          <br />
          {when}
        </li>
      ))}
    </ul>
  );
}
