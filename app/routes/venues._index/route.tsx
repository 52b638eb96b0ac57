// The venues on file: looking for one, how much is known of each, adding one, and whole lists as files.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { addMonths } from "#app/domain/basics/dates.ts";
import { addVenueFor, listVenuesFor } from "#app/services/venues.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { Filters } from "#app/ui/filters.tsx";
import { Item, Items, LinkList } from "#app/ui/items.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { ListPages } from "#app/ui/pagination.tsx";
import { addressWith, onePage, typedFrom } from "#app/web/list-address.ts";
import { mend, readForm } from "#app/web/forms.server.ts";
import { requireCoordinator } from "#app/web/guards.server.ts";
import { goOn } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { counted } from "#app/words/format.ts";
import { factWords } from "#app/words/plan.ts";
import { featureName } from "#app/words/venue-questions.ts";
import { checkedWords } from "#app/words/venues.ts";
import { VenueFields, venueFields } from "./fields.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const words = typedFrom(request, "q");
  const venues = await listVenuesFor(visit.context, visit.coordinator, words);
  return {
    shell: staffShell(visit),
    held: visit.held,
    words,
    found: venues.length,
    ...onePage(request, venues),
    yearAgo: addMonths(visit.context.today, -12),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const form = await readForm(request, venueFields);
  if (!form.ok) return mend(form.answer);
  const { venueId } = await addVenueFor(context, coordinator, form.value, form.intent);
  return goOn(`/venues/${venueId}`);
}

export default function Venues() {
  const { shell, held, words, found, rows: venues, page, pages, yearAgo } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page shell={shell} heading="Venues" held={held} width="wide">
      {venues.length === 0 && words === "" ? (
        <p>You have no venues yet. Add one below. You can ask it about access without knowing anything yourself.</p>
      ) : (
        <>
          <Filters
            action="/venues"
            button="Search"
            result={words === "" ? undefined : `${counted(found, "venue", "venues")} with “${words}”`}
          >
            <TextField name="q" type="search" label="Find a venue by name or address" value={words} autoComplete="off" />
          </Filters>
          {words === "" ? null : (
            <p>
              <a className="target" href="/venues">
                Clear search
              </a>
            </p>
          )}
        </>
      )}
      <Items>
        {venues.map((venue) => (
          <Item
            key={venue.venueId}
            level="h2"
            heading={
              <a className="target" href={`/venues/${venue.venueId}`}>
                {venue.name}
              </a>
            }
          >
            <p>{venue.town === "" ? venue.address.replaceAll("\n", ", ") : venue.town}</p>
            <p>{checkedWords(venue.checkedOn, yearAgo)}</p>
            <p>{venue.headlines.map(({ feature, value }) => `${featureName[feature]}: ${factWords(feature, value)}`).join(". ")}.</p>
            <p>
              {counted(venue.known, "fact", "facts")} known.{" "}
              {venue.toSettle === 0 ? "" : `${counted(venue.toSettle, "fact", "facts")} to settle. `}
              {venue.tooOld === 0 ? "" : `${counted(venue.tooOld, "fact is", "facts are")} too old. `}
            </p>
          </Item>
        ))}
      </Items>
      <ListPages page={page} pages={pages} hrefOf={(wanted) => addressWith("/venues", { q: words, page: wanted })} />
      <h2>Add a venue</h2>
      <PageForm>
        <VenueFields answer={answer} />
        <FormButtons primary="Add the venue" />
      </PageForm>
      <h2>Lists and suppliers</h2>
      <LinkList
        links={[
          { href: "/venues/import", text: "Add venues from a file" },
          { href: "/venues.csv", text: "Get your venues as a file (CSV)" },
          { href: "/suppliers", text: "Suppliers of interpreters, captions, transport and more" },
        ]}
      />
    </Page>
  );
}
