// "Papers about this meeting": a person's own letters and forms, and what their letter for the Jobcentre should hold.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { documentOf, mySizes, myPaper, ownPaperIds } from "#app/services/documents.server.ts";
import { Button } from "#app/ui/buttons.tsx";
import { Checkboxes } from "#app/ui/choices.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { letterHolds, searchOfLetter } from "#app/web/letter-holds.ts";
import { linksOf } from "#app/web/paper-links.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, attendee, shell, caption, home } = await requireAttendeePage(request, params["ref"]);
  const holds = letterHolds(new URL(request.url).searchParams);
  const sizes = await mySizes(context, attendee);
  const papers = [];
  for (const id of ownPaperIds) {
    const made = await myPaper(context, attendee, id, holds);
    if (!made.ok) continue;
    const { name } = documentOf(id);
    const search = id === "jobcentre-letter" ? searchOfLetter(holds) : "";
    const page = `${home}/papers/read/${id}${search}`;
    const found = await linksOf(made.value, { name, page, fileName: id, fileHref: (file) => `${home}/papers/${file}${search}`, sizes });
    papers.push({ id, name, ...found });
  }
  return { shell, caption, home, papers, ticked: Object.entries(holds).flatMap(([part, isIn]) => (isIn ? [part] : [])) };
}

export default function MyPapersPage() {
  const { shell, caption, home, papers, ticked } = useLoaderData<typeof loader>();
  return (
    <Page shell={shell} caption={caption} heading="Papers about this meeting" back={{ href: home }}>
      <p>These papers are yours. They are made from what we know today.</p>
      {papers.map(({ id, name, note, links }) => (
        <section key={id} aria-labelledby={`paper-${id}`}>
          <h2 id={`paper-${id}`}>{name}</h2>
          {id !== "jobcentre-letter" ? null : <LetterForm ticked={ticked} />}
          {note === null ? null : <p>{note}</p>}
          <LinkList links={links} />
        </section>
      ))}
    </Page>
  );
}

function LetterForm({ ticked }: { readonly ticked: readonly string[] }) {
  return (
    <>
      <p>Some people find it helps to show this to the Jobcentre or the council. It says what involvement is, and that it is not a job.</p>
      <form method="get" action="#paper-jobcentre-letter" noValidate>
        <input type="hidden" name="letter" value="chosen" />
        <Checkboxes
          name="include"
          legend="What should the letter include?"
          values={ticked}
          options={[
            { value: "name", label: "My name" },
            { value: "meeting", label: "The meeting and date" },
            { value: "amount", label: "The amount offered" },
          ]}
        />
        <Button kind="secondary">Change the letter</Button>
      </form>
    </>
  );
}
