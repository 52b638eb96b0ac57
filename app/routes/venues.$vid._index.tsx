// One venue: every fact with its value, who said so, and when.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findVenueFor, pagesOf } from "#app/services/venues.server.ts";
import { Details } from "#app/ui/details.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { counted, longDate, outOf } from "#app/words/format.ts";
import { factWords, sourceSentence } from "#app/words/plan.ts";
import { featureName } from "#app/words/venue-questions.ts";
import { areaName } from "#app/words/venues.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await findVenueFor(visit.context, visit.coordinator, params["vid"] ?? "");
  if (!found.ok) throw notFound();
  const saved = new URL(request.url).searchParams.has("saved");
  const first = new Map(pagesOf(found.value.areas).map((page) => [page.area, page.topic]));
  return {
    shell: staffShell(visit),
    venue: found.value,
    saved,
    areas: found.value.areas.map((area) => ({ ...area, topic: first.get(area.area) ?? area.area })),
  };
}

export default function OneVenue() {
  const { shell, venue, areas, saved } = useLoaderData<typeof loader>();
  const contact = [venue.contactName, venue.contactPhone, venue.contactEmail].filter((part) => part !== "").join(", ");
  return (
    <Page
      shell={shell}
      heading={venue.name}
      back={{ href: "/venues", text: "Back to venues" }}
      width="wide"
      notice={saved ? { heading: "Saved", children: "What you checked is on file. Plans that use this venue have changed." } : undefined}
    >
      <p>
        {venue.address.replaceAll("\n", ", ")} {contact === "" ? "" : `Ask for: ${contact}.`}
      </p>
      <p>
        {counted(venue.known, "fact", "facts")} known. What nobody has told us is not known: it never counts as yes or no.
        {venue.checkedOn === null ? "" : ` Checked ${longDate(venue.checkedOn)}.`}
      </p>
      {areas.map(({ area, facts, topic }) => {
        const known = facts.filter(({ said }) => said !== null);
        return (
          <section key={area} aria-labelledby={`area-${area}`}>
            <h2 id={`area-${area}`}>{areaName[area]}</h2>
            <p>{outOf(facts.filter(({ value }) => value !== null).length, facts.length)} known.</p>
            {known.length === 0 ? null : (
              <SummaryList
                rows={known.map(({ feature, value, said }) => ({
                  name: featureName[feature],
                  answer: `${factWords(feature, value)}. ${said === null ? "" : sourceSentence(said.source, said.saidBy, said.on)} ${said?.note ?? ""}`,
                }))}
              />
            )}
            {known.length === facts.length ? null : (
              <Details summary={`Not known: ${areaName[area]} (${String(facts.length - known.length)})`}>
                <ul className="govuk-list govuk-list--bullet">
                  {facts
                    .filter(({ said }) => said === null)
                    .map(({ feature }) => (
                      <li key={feature}>{featureName[feature]}</li>
                    ))}
                </ul>
              </Details>
            )}
            <p>
              <a className="target" href={`/venues/${venue.venueId}/check/${topic}`}>
                Check it yourself<span className="govuk-visually-hidden">: {areaName[area]}</span>
              </a>
            </p>
          </section>
        );
      })}
      <h2>Meetings here</h2>
      {venue.meetings.length === 0 ? <p>No meetings yet.</p> : null}
      <LinkList
        links={venue.meetings.map(({ reference, name, date }) => ({
          href: `/meetings/${reference}/venue`,
          text: `${name}, ${date === null ? "date not chosen yet" : longDate(date)}`,
        }))}
      />
    </Page>
  );
}
