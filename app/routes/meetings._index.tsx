// Every meeting, in groups: coming up, not finished, past.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { z } from "zod";
import { copyMeeting, listMeetingsFor, type ListedMeeting } from "#app/services/meetings.server.ts";
import { Button, ButtonLink } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { Filters } from "#app/ui/filters.tsx";
import { Item, Items } from "#app/ui/items.tsx";
import { Page, PageForm } from "#app/ui/page-frame.tsx";
import { requiredText } from "#app/web/form-fields.ts";
import { mend, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { goOn } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { meetingLine, meetingWithDate } from "#app/words/meetings.ts";

const copyForm = z.strictObject({ copy: requiredText("Choose a meeting to copy", { thing: "meeting" }) });

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const { searchParams } = new URL(request.url);
  const show = searchParams.get("show") === "mine" ? ("mine" as const) : ("all" as const);
  const name = (searchParams.get("name") ?? "").trim();
  const withOlder = searchParams.get("older") === "yes";
  const list = await listMeetingsFor(visit.context, visit.coordinator, { show, name, withOlder });
  return { shell: staffShell(visit), list, show, name, isSaved: searchParams.get("saved") === "draft" };
}

export async function action({ request }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const form = await readForm(request, copyForm);
  if (!form.ok) return mend(form.answer);
  const copied = await copyMeeting(context, coordinator, form.value.copy, form.intent);
  if (!copied.ok) throw notFound();
  return goOn(`/meetings/${copied.value.reference}/edit/about`);
}

export default function Meetings() {
  const { shell, list, show, name, isSaved } = useLoaderData<typeof loader>();
  const isFiltered = show === "mine" || name !== "";
  const shown = list.comingUp.length + list.notFinished.length + list.past.length;
  return (
    <Page
      shell={shell}
      heading="Meetings"
      width="wide"
      notice={isSaved ? { heading: "Saved", children: "Your draft is under “Not finished”." } : undefined}
    >
      <p>
        <ButtonLink href="/meetings/new/about">Create a meeting</ButtonLink>
      </p>
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
          <TextField name="name" type="search" label="Find by name" value={name} autoComplete="off" />
        </Filters>
      ) : (
        <p>You have no meetings yet. They appear here once you create one.</p>
      )}
      {list.hasAny && shown === 0 ? (
        <p role="status">
          {name === "" ? "You have no meetings of your own yet." : `No meetings match '${name}'.`} <a href="/meetings">Clear search</a>
        </p>
      ) : null}
      <Group id="coming-up" heading="Coming up" meetings={list.comingUp} />
      <Group id="not-finished" heading="Not finished" meetings={list.notFinished} isDraft />
      <Group id="past" heading="Past" meetings={list.past} canCopy />
      {list.older > 0 ? (
        <p>
          <a href={`/meetings?show=${show}&name=${encodeURIComponent(name)}&older=yes`}>Older meetings</a>
        </p>
      ) : null}
    </Page>
  );
}

type GroupProps = {
  readonly id: string;
  readonly heading: string;
  readonly meetings: readonly ListedMeeting[];
  readonly isDraft?: boolean;
  readonly canCopy?: boolean;
};

function Group({ id, heading, meetings, isDraft = false, canCopy = false }: GroupProps): JSX.Element | null {
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
            {isDraft ? <p>Not created yet. Nobody can be invited to it.</p> : <p>{meetingLine(meeting)}</p>}
            {canCopy ? (
              <PageForm carried={{ copy: meeting.reference }}>
                <Button kind="secondary" about={meetingWithDate(meeting.name, meeting.date)}>
                  Copy this meeting
                </Button>
              </PageForm>
            ) : null}
          </Item>
        ))}
      </Items>
    </section>
  );
}
