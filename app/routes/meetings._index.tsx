// Every meeting, in groups: coming up, not finished, past.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import type { Coordinator } from "#app/domain/people/actors.ts";
import type { Context } from "#app/services/context.server.ts";
import { listMeetingsFor, listSeriesFor, type ListedMeeting } from "#app/services/meetings.server.ts";
import { planFor, toSort, type ToSort } from "#app/services/plan.server.ts";
import { ButtonGroup, ButtonLink } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { SelectField, TextField } from "#app/ui/fields.tsx";
import { Filters } from "#app/ui/filters.tsx";
import { Item, Items } from "#app/ui/items.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { ListPages } from "#app/ui/pagination.tsx";
import { addressWith, onePage } from "#app/web/list-address.ts";
import { requireCoordinator } from "#app/web/guards.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { meetingLine, meetingWithDate } from "#app/words/meetings.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const { searchParams } = new URL(request.url);
  const show = searchParams.get("show") === "mine" ? ("mine" as const) : ("all" as const);
  const name = (searchParams.get("name") ?? "").trim();
  const withOlder = searchParams.get("older") === "yes";
  const series = await listSeriesFor(visit.context, visit.coordinator);
  const seriesId = series.find((one) => one.seriesId === searchParams.get("series"))?.seriesId ?? "";
  const list = await listMeetingsFor(visit.context, visit.coordinator, {
    show,
    name,
    withOlder,
    ...(seriesId === "" ? {} : { seriesId }),
  });
  const sorting = await howFarSorted(visit.context, visit.coordinator, list.comingUp);
  const { rows: past, page, pages } = onePage(request, list.past);
  const shown = list.comingUp.length + list.notFinished.length + list.past.length;
  return {
    shell: staffShell(visit),
    list: { ...list, past },
    sorting,
    shown,
    page,
    pages,
    withOlder,
    show,
    name,
    series,
    seriesId,
    isSaved: searchParams.get("saved") === "draft",
  };
}

/** How far what people need is sorted, for each meeting ahead that somebody is invited to, by its reference. */
async function howFarSorted(context: Context, coordinator: Coordinator, ahead: readonly ListedMeeting[]): Promise<Record<string, ToSort>> {
  const found: Record<string, ToSort> = {};
  for (const { reference, invited, isCancelled } of ahead) {
    if (invited === 0 || isCancelled) continue;
    const plan = await planFor(context, coordinator, reference);
    if (plan.ok) found[reference] = toSort(plan.value);
  }
  return found;
}

export default function Meetings() {
  const { shell, list, sorting, shown, page, pages, withOlder, show, name, series, seriesId, isSaved } = useLoaderData<typeof loader>();
  const isFiltered = show === "mine" || name !== "" || seriesId !== "";
  return (
    <Page
      shell={shell}
      heading="Meetings"
      width="wide"
      notice={isSaved ? { heading: "Saved", children: "Your draft is under “Not finished”." } : undefined}
    >
      <ButtonGroup>
        <ButtonLink href="/meetings/new/about">Create a meeting</ButtonLink>
        {list.past.length === 0 ? null : (
          <ButtonLink kind="secondary" href="#past">
            Copy a past meeting
          </ButtonLink>
        )}
      </ButtonGroup>
      {list.hasAny ? (
        <Filters action="/meetings" result={isFiltered && shown > 0 ? `Showing ${shown}` : undefined}>
          <Radios
            name="show"
            legend="Show"
            options={[
              { value: "mine", label: "My meetings" },
              { value: "all", label: "All meetings" },
            ]}
            value={show}
          />
          {series.length === 0 ? null : (
            <SelectField
              name="series"
              label="Series"
              blank="Any"
              options={series.map((one) => ({ value: one.seriesId, label: one.name }))}
              value={seriesId}
            />
          )}
          <TextField name="name" type="search" label="Find by name" value={name} autoComplete="off" />
        </Filters>
      ) : (
        <p>You have no meetings yet. They appear here once you create one.</p>
      )}
      {list.hasAny && shown === 0 ? (
        <p role="status">
          {name === "" ? "No meetings match what you chose." : `No meetings match '${name}'.`} <a href="/meetings">Clear search</a>
        </p>
      ) : null}
      <Group id="coming-up" heading="Coming up" meetings={list.comingUp} sorting={sorting} canCopy />
      <Group id="not-finished" heading="Not finished" meetings={list.notFinished} isDraft />
      <Group id="past" heading="Past" meetings={list.past} canCopy />
      <ListPages
        page={page}
        pages={pages}
        hrefOf={(wanted) => addressWith("/meetings", { show, name, series: seriesId, older: withOlder ? "yes" : "", page: wanted })}
      />
      {list.older > 0 ? (
        <p>
          <a href={addressWith("/meetings", { show, name, series: seriesId, older: "yes" })}>Older meetings</a>
        </p>
      ) : null}
    </Page>
  );
}

type GroupProps = {
  readonly id: string;
  readonly heading: string;
  readonly meetings: readonly ListedMeeting[];
  readonly sorting?: Readonly<Record<string, ToSort>>;
  readonly isDraft?: boolean;
  readonly canCopy?: boolean;
};

function Group({ id, heading, meetings, sorting, isDraft = false, canCopy = false }: GroupProps): JSX.Element | null {
  if (meetings.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <Items>
        {meetings.map((meeting) => (
          <Item
            key={meeting.reference}
            level="h3"
            heading={
              <a className="target" href={`/meetings/${meeting.reference}/${isDraft ? "edit/check" : "plan"}`}>
                {meetingWithDate(meeting.name, meeting.date)}
              </a>
            }
            status={isDraft ? "Draft" : meeting.isCancelled ? "Cancelled" : undefined}
          >
            {isDraft ? (
              <p>Not created yet. Nobody can be invited to it.</p>
            ) : (
              <p>{meetingLine({ ...meeting, toSort: sorting?.[meeting.reference] })}</p>
            )}
            {meeting.series === null ? null : <p>Part of the series {meeting.series}.</p>}
            {canCopy ? (
              <p>
                <a className="target" href={`/meetings/${meeting.reference}/copy`}>
                  Copy this meeting<span className="govuk-visually-hidden">: {meetingWithDate(meeting.name, meeting.date)}</span>
                </a>
              </p>
            ) : null}
          </Item>
        ))}
      </Items>
    </section>
  );
}
