// Choosing the record to merge into this one: those that look alike first, or anybody by name.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listPossibleTwins } from "#app/services/person-merges.server.ts";
import { TextField } from "#app/ui/fields.tsx";
import { Filters } from "#app/ui/filters.tsx";
import { Item, Items } from "#app/ui/items.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { likenessWords } from "#app/words/person-merges.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const personId = params["pid"] ?? "";
  const search = (new URL(request.url).searchParams.get("name") ?? "").trim();
  const found = await listPossibleTwins(visit.context, visit.coordinator, personId, search);
  if (!found.ok) throw notFound();
  return { shell: staffShell(visit), personId, search, ...found.value };
}

export default function ChooseTwin() {
  const { shell, personId, search, name, twins } = useLoaderData<typeof loader>();
  const here = `/people/${personId}/merge`;
  return (
    <Page shell={shell} heading="Merge with another record" caption={name} back={{ href: `/people/${personId}`, text: `Back to ${name}` }}>
      <p>Sometimes one person is on file twice. Choose the other record. You see what would happen before anything changes.</p>
      <Filters action={here} button="Search">
        <TextField name="name" id="find-name" type="search" label="Find by name" value={search} autoComplete="off" />
      </Filters>
      <section aria-labelledby="records">
        <h2 id="records">{search === "" ? "Records that look alike" : "Records with this name"}</h2>
        {twins.length === 0 ? (
          <p>
            {search === ""
              ? "No other record has the same name, email address or phone number. Search by name to find one."
              : `Nobody else matches '${search}'.`}
          </p>
        ) : (
          <Items>
            {twins.map((twin) => (
              <Item
                key={twin.personId}
                level="h3"
                heading={
                  <a className="target" href={`${here}/${twin.personId}`}>
                    {twin.name}
                    <span className="govuk-visually-hidden">, {twin.email === "" ? twin.phone : twin.email}</span>
                  </a>
                }
              >
                <p>{[twin.email, twin.phone].filter((part) => part !== "").join(" · ") || "Only an address is on file."}</p>
                {twin.alike.length === 0 ? null : <p>{twin.alike.map((one) => likenessWords[one]).join(". ")}.</p>}
              </Item>
            ))}
          </Items>
        )}
      </section>
    </Page>
  );
}
