// Compare venues: what people need down the side, up to three venues beside each other, and choosing one.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { z } from "zod";
import { mostCompared } from "#app/domain/venues/compare.ts";
import { chooseVenueKnowing, compareVenues, type NeedAtVenue } from "#app/services/venue-comparison.server.ts";
import { Button, ButtonGroup, ButtonLink } from "#app/ui/buttons.tsx";
import { Checkboxes } from "#app/ui/choices.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Filters } from "#app/ui/filters.tsx";
import { Item, Items } from "#app/ui/items.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import { versionField } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { outOf } from "#app/words/format.ts";
import { changedMeanwhile, meetingWithDate } from "#app/words/meetings.ts";
import { howMany } from "#app/words/plan.ts";
import { featureName } from "#app/words/venue-questions.ts";
import { requirementName } from "#app/words/requirements.ts";
import {
  baselineSentence,
  confirmedBy,
  onlyHelpsAtVenue,
  openSentences,
  toDoAbout,
  tooOldByTheDay,
  venueSentences,
  venueWord,
} from "#app/words/venue-comparison.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const search = new URL(request.url).searchParams;
  const wanted = search.getAll("venue");
  const found = await compareVenues(visit.context, visit.coordinator, params["reference"] ?? "", wanted);
  if (!found.ok) throw notFound();
  const { meeting, ...compared } = found.value;
  return {
    shell: staffShell(visit),
    held: visit.held,
    nav: meetingNav(meeting.reference, visit.path),
    reference: meeting.reference,
    caption: meetingWithDate(meeting.name, meeting.date),
    isOnline: meeting.mode === "online",
    version: meeting.version,
    wanted: wanted.length,
    turn: turnOf(compared.venues.length, search),
    ...compared,
  };
}

/** Which venue a small screen shows, and the addresses of the one before and the one after; the rest of the address stays. */
function turnOf(
  count: number,
  search: URLSearchParams,
): { readonly at: number; readonly before: string | null; readonly after: string | null } {
  const asked = Number(search.get("at"));
  const at = Number.isInteger(asked) && asked >= 1 && asked <= count ? asked : 1;
  const addressAt = (place: number): string => {
    const address = new URLSearchParams(search.getAll("venue").map((venue) => ["venue", venue]));
    address.set("at", String(place));
    return `?${address.toString()}#one-at-a-time`;
  };
  return { at, before: at > 1 ? addressAt(at - 1) : null, after: at < count ? addressAt(at + 1) : null };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const reference = params["reference"] ?? "";
  const form = await readForm(request, z.strictObject({ chosen: z.string({ error: "Choose a venue" }), version: versionField }));
  if (!form.ok) return mend(form.answer);
  const { chosen: venueId, version } = form.value;
  const chosen = await chooseVenueKnowing(context, coordinator, { reference, version, venueId }, new Map(), form.intent);
  if (chosen.ok) return goBackSaying(`/meetings/${reference}/venue`, chosen.value.notKnown === 0 ? "chosen" : "chosen-not-known");
  if (typeof chosen.refusal === "object") return redirect(`/meetings/${reference}/venues/choose?venue=${venueId}`, { status: 303 });
  if (chosen.refusal === "not-found") throw notFound();
  return mend(problemWith("main", changedMeanwhile, form.typed));
}

export default function CompareVenues() {
  const data = useLoaderData<typeof loader>();
  const { shell, held, nav, reference, caption, isOnline, version, wanted, onFile, venues, answered, turn } = data;
  useAnswer(held);
  const here = `/meetings/${reference}/venues`;
  const frame = { shell, heading: "Compare venues", caption, meetingNav: nav, held, back: { href: `/meetings/${reference}/venue` } };
  if (onFile.length === 0) {
    return (
      <Page {...frame}>
        <p>You have no venues yet.</p>
        <ButtonLink href="/venues">Add a venue</ButtonLink>
      </Page>
    );
  }
  const needs = venues[0]?.needs ?? [];
  return (
    <Page {...frame} width="wide">
      {isOnline ? <p>This meeting is online only, so it needs no venue.</p> : null}
      <p>Not known is never taken as yes. Every fact says who confirmed it and when.</p>
      {answered === 0 ? <p>No one has told us what they need yet, so only what every meeting owes everyone can be compared.</p> : null}
      {venues.length < 2 ? null : <Turn here={here} turn={turn} names={venues.map(({ name }) => name)} />}
      <Items>
        {venues.map((venue, index) => (
          <Item
            key={venue.venueId}
            isAside={index + 1 !== turn.at}
            level="h2"
            heading={venue.name}
            status={venue.isChosen ? "Confirmed" : undefined}
            statusText={venue.isChosen ? "Chosen" : undefined}
          >
            <p>{venueSentences(venue.name, venue.essential, venue.asked)}</p>
            {venue.isChosen ? (
              <AskLink reference={reference} venue={venue} />
            ) : (
              <PageForm carried={{ version: String(version) }}>
                <ButtonGroup>
                  <Button name="chosen" value={venue.venueId}>
                    Choose {venue.name}
                  </Button>
                  <AskLink reference={reference} venue={venue} />
                </ButtonGroup>
              </PageForm>
            )}
          </Item>
        ))}
      </Items>
      <DataTable
        id="venues"
        caption={venues.length === 1 ? "What people need, at one venue" : "What people need, venue by venue"}
        columns={[
          { header: "What is needed" },
          ...venues.map(({ name }, index) => ({ header: headerOf(venues, name, index), isAside: index + 1 !== turn.at })),
        ]}
        rows={[
          ...(needs.some(({ isEssential }) => isEssential)
            ? [
                {
                  key: "essential",
                  cells: ["Essential needs met", ...venues.map(({ essential }) => outOf(essential.met, essential.of))],
                },
              ]
            : []),
          ...needs.map((need) => ({
            key: need.requirement,
            cells: [
              <NeedName key="need" need={need} />,
              ...venues.map((venue) => (
                <Cell
                  key={venue.venueId}
                  venueId={venue.venueId}
                  venue={venue.name}
                  need={venue.needs.find(({ requirement }) => requirement === need.requirement)}
                />
              )),
            ],
          })),
          {
            key: "baseline",
            cells: [
              "What every meeting owes everyone",
              ...venues.map(({ baseline }) => baselineSentence(baseline.map(({ finding }) => finding))),
            ],
          },
        ]}
      />
      {onFile.length === 1 ? null : (
        <>
          <h2>Choose what to compare</h2>
          <Filters
            action={here}
            button="Show these venues"
            result={wanted > mostCompared ? `${String(mostCompared)} venues are shown: no more fit beside each other.` : undefined}
          >
            <Checkboxes
              name="venue"
              legend="Which venues?"
              hint="Up to 3 at a time."
              options={onFile.map(({ venueId, name }) => ({ value: venueId, label: name }))}
              values={onFile.filter(({ isShown }) => isShown).map(({ venueId }) => venueId)}
            />
          </Filters>
        </>
      )}
    </Page>
  );
}

type TurnProps = {
  readonly here: string;
  readonly turn: { readonly at: number; readonly before: string | null; readonly after: string | null };
  readonly names: readonly string[];
};

/** On a small screen: which venue is shown, and the way to the others. Where there is room all are shown, and this is not. */
function Turn({ here, turn: { at, before, after }, names }: TurnProps): ReactElement {
  return (
    <nav className="turn no-print" id="one-at-a-time" aria-label="Venues, one at a time">
      <p>
        Venue {at} of {names.length}: {names[at - 1]}
      </p>
      {before === null ? null : (
        <a className="target" href={here + before}>
          Previous venue: {names[at - 2]}
        </a>
      )}
      {after === null ? null : (
        <a className="target" href={here + after}>
          Next venue: {names[at]}
        </a>
      )}
    </nav>
  );
}

type AskProps = { readonly reference: string; readonly venue: { readonly venueId: string; readonly name: string } };

function AskLink({ reference, venue: { venueId, name } }: AskProps): ReactElement {
  return (
    <ButtonLink kind="secondary" href={`/meetings/${reference}/venue/send?venue=${venueId}`}>
      Ask {name} to fill in the checklist
    </ButtonLink>
  );
}

/** Two venues may have the same name. */
function headerOf(venues: readonly { readonly name: string }[], name: string, index: number): string {
  return venues.findIndex((one) => one.name === name) === index ? name : `${name} (${String(index + 1)})`;
}

function NeedName({ need }: { readonly need: NeedAtVenue }): ReactElement {
  return (
    <>
      <p>{requirementName[need.requirement]}</p>
      <p className="govuk-hint">
        {howMany(need.people, need.essentialPeople)} {need.isEssential || need.essentialPeople === 0 ? "" : onlyHelpsAtVenue}
      </p>
    </>
  );
}

type CellProps = { readonly need: NeedAtVenue | undefined; readonly venueId: string; readonly venue: string };

function Cell({ need, venueId, venue }: CellProps): ReactElement {
  if (need === undefined) return <>Not needed here</>;
  const toDo = need.checks.flatMap((check) => {
    const words = toDoAbout(check);
    return words === undefined ? [] : [{ feature: check.feature, words }];
  });
  const told = [...(need.finding === "met" ? confirmedBy(need.checks) : openSentences(need.checks)), ...tooOldByTheDay(need.checks)];
  return (
    <>
      <StatusTag status={venueWord[need.finding]} />
      <ul className="govuk-list">
        {told.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {toDo.map(({ feature, words }) => (
          <li key={feature}>
            <a className="target" href={`/venues/${venueId}/facts/${feature}`}>
              {words}
              <span className="govuk-visually-hidden">
                : {featureName[feature]}, {venue}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
