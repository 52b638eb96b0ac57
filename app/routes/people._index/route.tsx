// Everybody on file, and the form that adds one more.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { addPerson, listPeopleFor } from "#app/services/people.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Tick } from "#app/ui/choices.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { Filters } from "#app/ui/filters.tsx";
import { Item, Items, LinkList } from "#app/ui/items.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { ListPages } from "#app/ui/pagination.tsx";
import { addressWith, onePage, typedFrom } from "#app/web/list-address.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { requireCoordinator } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { longDate, outOf } from "#app/words/format.ts";
import { preferredContactNames } from "#app/words/meetings.ts";
import { ContactFields } from "./fields.tsx";
import { addPersonForm, personFactsFrom } from "./form.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const { searchParams } = new URL(request.url);
  const search = typedFrom(request, "name");
  const { people, total } = await listPeopleFor(visit.context, visit.coordinator, search);
  const saved = searchParams.get("saved");
  return { shell: staffShell(visit), held: visit.held, search, ...onePage(request, people), found: people.length, total, saved };
}

export async function action({ request }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const form = await readForm(request, addPersonForm);
  if (!form.ok) return mend(form.answer);
  const added = await addPerson(context, coordinator, personFactsFrom(form.value), form.intent);
  if (added.ok) return goBackSaying("/people", "added");
  return mend(
    added.refusal === "already-there"
      ? problemWith("email", `${form.value.email} is already on the list`, form.typed)
      : problemWith("email", "Enter an email address, a phone number or an address", form.typed),
  );
}

const notices: Readonly<Record<string, { readonly heading: string; readonly children: string }>> = {
  added: { heading: "Saved", children: "The person is added." },
  deleted: { heading: "Deleted", children: "Everything about them is deleted, save what the law wants kept. Tell them that it is done." },
};

export default function People() {
  const { shell, held, search, rows: people, page, pages, found, total, saved } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page shell={shell} heading="People" held={held} notice={saved === null ? undefined : notices[saved]}>
      <LinkList
        links={[
          { href: "/people/import", text: "Add people from a file" },
          ...(total === 0 ? [] : [{ href: "/people.csv", text: "Get everybody as a file (CSV)" }]),
        ]}
      />
      {total === 0 ? (
        <p>You have not added anyone yet. People appear here when you add them, or when you invite them to a meeting.</p>
      ) : (
        <Filters action="/people" button="Search" result={search === "" ? undefined : `Showing ${outOf(found, total)}`}>
          <TextField name="name" id="find-name" type="search" label="Find by name" value={search} autoComplete="off" />
        </Filters>
      )}
      {total > 0 && people.length === 0 ? (
        <p>
          Nobody matches &apos;{search}&apos;. <a href="/people">Clear search</a>
        </p>
      ) : null}
      {people.length === 0 ? null : (
        <section aria-labelledby="everybody">
          <h2 id="everybody">Everybody</h2>
          <Items>
            {people.map((person) => (
              <Item
                key={person.personId}
                level="h3"
                heading={
                  <a className="target" href={`/people/${person.personId}`}>
                    {person.hasNamesake ? `${person.name}, ${person.email || person.phone || "by letter"}` : person.name}
                  </a>
                }
              >
                <p>Likes to be contacted by {preferredContactNames[person.preferredContact]}.</p>
                {person.hasSavedProfile ? <p>Has a saved access profile.</p> : null}
                <p>
                  {person.nextMeeting === null
                    ? "Not invited to a meeting that is coming up."
                    : `Next meeting: ${person.nextMeeting.name}, ${longDate(person.nextMeeting.date)}.`}
                </p>
              </Item>
            ))}
          </Items>
          <ListPages page={page} pages={pages} hrefOf={(wanted) => addressWith("/people", { name: search, page: wanted })} />
        </section>
      )}
      <section aria-labelledby="add">
        <h2 id="add">Add a person</h2>
        <PageForm>
          <ContactFields answer={answer} />
          <Tick
            name="agreed"
            label="They have agreed to be contacted about taking part"
            isTicked={answer.value("agreed") === "yes"}
            error={answer.error("agreed")}
          />
          <FormButtons primary="Add person" />
        </PageForm>
      </section>
    </Page>
  );
}
