// The break clock, told by the server: planned breaks by the clock, and the one that is running. It only reminds.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { minutesOf } from "#app/domain/basics/dates.ts";
import { changeBreak, dayOf, startBreak } from "#app/services/day.server.ts";
import { Button, ButtonGroup } from "#app/ui/buttons.tsx";
import { Page, PageForm } from "#app/ui/page-frame.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import { versionField } from "#app/web/form-fields.ts";
import { formOf, mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { breakSentence, nextBreakSentence, whereInTheDay } from "#app/words/day.ts";
import { clock, clockRange, counted, duration, longDate } from "#app/words/format.ts";

const startForm = z.strictObject({ minutes: z.coerce.number().int().min(5).max(90) });
const changeForm = z.strictObject({ breakId: z.string(), version: versionField });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await dayOf(visit.context, visit.coordinator, params["reference"] ?? "");
  if (!found.ok) throw notFound();
  const { meeting, runningOrder, now, standing, breaks, cards } = found.value;
  const isToday = standing === "today";
  const planned = (runningOrder?.parts ?? []).filter(({ kind }) => kind !== "work");
  const at = minutesOf(now);
  const due = planned.find((part) => minutesOf(part.to) > at);
  return {
    shell: staffShell(visit),
    nav: meetingNav(meeting.reference, visit.path),
    reference: meeting.reference,
    caption: meeting.date === null ? meeting.name : `${meeting.name}, ${longDate(meeting.date)}`,
    isToday,
    now: clock(now),
    next: isToday && runningOrder !== null ? nextBreakSentence(whereInTheDay(runningOrder, now).nextBreak) : null,
    planned: planned.map((part) => ({
      times: clockRange(part.from, part.to),
      name: part.kind === "lunch" ? "Lunch" : "Break",
      isOver: isToday && minutesOf(part.to) <= at,
    })),
    usual: due === undefined ? (meeting.breakMinutes ?? 15) : minutesOf(due.to) - minutesOf(due.from),
    running: breaks.find(({ isRunning }) => isRunning) ?? null,
    cards: cards.length,
    taken: breaks.filter(({ isRunning }) => !isRunning).toReversed(),
    saved: new URL(request.url).searchParams.get("saved"),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const reference = params["reference"] ?? "";
  const here = `/meetings/${reference}/day/breaks`;
  const button = (await formOf(request)).get("intent");
  if (button === "start") {
    const form = await readForm(request, startForm);
    if (!form.ok) return mend(form.answer);
    const started = await startBreak(context, coordinator, reference, form.value.minutes, form.intent);
    if (started.ok) return goBackSaying(here, "started");
    if (started.refusal === "not-found") throw notFound();
    return mend(problemWith("minutes", "A break has begun already. Open this page again to see it.", form.typed));
  }
  const form = await readForm(request, changeForm);
  if (!form.ok) return mend(form.answer);
  const { breakId, version } = form.value;
  const change = button === "end" ? ("end" as const) : ("add-five" as const);
  const changed = await changeBreak(context, coordinator, { reference, breakId, version }, change, form.intent);
  if (changed.ok) return goBackSaying(here, change);
  if (changed.refusal === "not-found") throw notFound();
  return mend(problemWith("minutes", "Somebody else changed this break. Open this page again to see it.", form.typed));
}

const notices: Readonly<Record<string, string>> = {
  started: "The break has begun.",
  "add-five": "The break is 5 minutes longer.",
  end: "The break is over.",
};

export default function BreakClock() {
  const { shell, nav, reference, caption, isToday, now, next, planned, usual, running, cards, taken, saved } =
    useLoaderData<typeof loader>();
  const notice = saved === null ? undefined : notices[saved];
  return (
    <Page
      shell={shell}
      heading="Breaks"
      caption={caption}
      meetingNav={nav}
      back={{ href: `/meetings/${reference}/day`, text: "Back to the day" }}
      notice={notice === undefined ? undefined : { heading: "Saved", children: notice }}
    >
      <p className="break-clock">{running === null ? (next ?? "No break is running.") : breakSentence(running)}</p>
      <p>It is {now}. This page does not move by itself: press Update to see the time now.</p>
      <p>
        <a className="govuk-button govuk-button--secondary" href={`/meetings/${reference}/day/breaks`}>
          Update
        </a>
      </p>
      {cards === 0 ? null : (
        <p>
          <a className="target" href={`/meetings/${reference}/day#held-up`}>
            {counted(cards, "card is held up", "cards are held up")}: see {cards === 1 ? "it" : "them"} on the day page
          </a>
        </p>
      )}
      {running === null ? (
        <PageForm carried={{ minutes: String(usual) }}>
          <Button intent="start" about={`of ${duration(usual)}`}>
            Start break now
          </Button>
        </PageForm>
      ) : (
        <PageForm carried={{ breakId: running.breakId, version: String(running.version) }}>
          <ButtonGroup>
            <Button intent="add-five">Add 5 minutes</Button>
            <Button intent="end" kind="secondary">
              End break
            </Button>
          </ButtonGroup>
        </PageForm>
      )}
      <p>This is a reminder for the chair. Nothing happens on anybody&apos;s page when a break ends.</p>
      <h2>Planned breaks</h2>
      {planned.length === 0 ? <p>No break is planned, or the running order is not known yet.</p> : null}
      <ul className="govuk-list">
        {planned.map(({ times, name, isOver }) => (
          <li key={times}>
            <strong>{times}</strong> {name} {isOver ? <StatusTag status="Done" text="Over" /> : null}
          </li>
        ))}
      </ul>
      {isToday ? null : <p>On the day this page says when the next break is.</p>}
      {taken.length === 0 ? null : (
        <>
          <h2>Breaks taken</h2>
          <ul className="govuk-list">
            {taken.map(({ breakId, from, to, minutes }) => (
              <li key={breakId}>
                {clockRange(from, to)} ({minutes === 0 ? "less than a minute" : duration(minutes)})
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}
