// The live plan: the page a coordinator keeps open. Worked out afresh each time it is drawn.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { clockIn } from "#app/domain/basics/dates.ts";
import { confirmPlan } from "#app/services/plan-decisions.server.ts";
import { openNames, openPeople } from "#app/services/plan-names.server.ts";
import { dueWithin } from "#app/services/plan-to-dos.server.ts";
import type { PlanPart } from "#app/services/plan-view.ts";
import { nextReminder, openToDos, toDosFor } from "#app/services/to-dos.server.ts";
import { Contents } from "#app/ui/items.tsx";
import { Page, useAnswer } from "#app/ui/page-frame.tsx";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { inParts, planLinks } from "#app/web/plan-parts.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { clock, longDate } from "#app/words/format.ts";
import { toldSentence } from "#app/words/news.ts";
import { partHeading } from "#app/words/plan-parts.ts";
import { summarySentences } from "#app/words/plan.ts";
import { DoNext, Needs, OwnWords, type Filter } from "./needs.tsx";
import { Part } from "./part.tsx";
import { PlanRecord } from "./record.tsx";
import { Bookings, Clashes, DateAndPlace, Papers, PrintAndShare, Readiness, Replies, Times } from "./sections.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const { loadPart, failed } = inParts();
  const found = await toDosFor(visit.context, visit.coordinator, params["reference"] ?? "", loadPart);
  if (!found.ok) throw notFound();
  // A record of what was arranged is whole or it is none.
  if (found.value.plan.isOver && failed.size > 0) throw new Error("A part of the record of a meeting could not be loaded");
  const open = openToDos(found.value);
  const plan = { ...found.value.plan, toDos: open.map(({ toDo }) => toDo) };
  const search = new URL(request.url).searchParams;
  const who = search.get("who");
  const opened =
    who === null ? null : await loadPart("needs", async () => openNames(visit.context, visit.coordinator, plan.reference, who), null);
  const filter: Filter = {
    show: search.get("show") === "essential" ? "essential" : search.get("show") === "not-met" ? "not-met" : "all",
    group: groupOf(search.get("group")),
    isChosen: search.has("show") || search.has("group"),
  };
  const byPerson =
    filter.group === "person"
      ? await loadPart("needs", async () => openPeople(visit.context, visit.coordinator, plan.reference), null)
      : null;
  const links = plan.isOver ? [] : await loadPart("print", async () => planLinks(visit.context, visit.coordinator, plan), []);
  const isListWhole = ![...failed].some((part) => feedsTheList.has(part));
  return {
    shell: staffShell(visit),
    byPerson: byPerson?.ok === true ? byPerson.value : null,
    nav: meetingNav(plan.reference, visit.path),
    plan,
    filter,
    names: opened?.ok === true && who !== null ? { requirement: who, names: opened.value.names } : null,
    saved: search.get("saved"),
    toDoIds: Object.fromEntries(open.map(({ toDo, toDoId }) => [toDo.key, toDoId])),
    putAside: found.value.toDos.length - open.length,
    next: nextReminder(found.value),
    showsAll: search.get("to-do") === "all",
    links,
    failed: [...failed],
    isListWhole,
    here: `${visit.path}${new URL(request.url).search}`,
    updatedAt: clock(clockIn(visit.context.now)),
    summary: summarySentences({
      daysAway: plan.daysAway,
      invited: plan.replies.invited,
      replied: plan.replies.invited - plan.replies.byReply.none,
      requirements: plan.requirements.length,
      met: plan.requirements.filter(({ status }) => status === "met").length,
      dueThisWeek: isListWhole ? dueWithin(plan, 7) : null,
      clashes: failed.has("clashes") ? null : plan.clashes.filter(({ state, isHandled }) => !isHandled && state !== "agreed").length,
    }),
  };
}

/** The parts that what is to do is worked out from. */
const feedsTheList: ReadonlySet<PlanPart> = new Set(["do-next", "own-words", "clashes", "bookings", "papers", "replies"]);

function groupOf(asked: string | null): Filter["group"] {
  return asked === "topic" || asked === "person" ? asked : "status";
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const form = await readForm(request, z.strictObject({ seen: z.string().max(200) }));
  if (!form.ok) return mend(form.answer);
  const reference = params["reference"] ?? "";
  const confirmed = await confirmPlan(context, coordinator, { reference, seen: form.value.seen }, form.intent);
  if (confirmed.ok) return goBackSaying(`/meetings/${reference}/plan`, "confirmed");
  if (confirmed.refusal === "not-found") throw notFound();
  return mend(problemWith("seen", notConfirmed[confirmed.refusal], form.typed));
}

const notConfirmed = {
  "not-ready": "Something essential is still open, so the plan cannot be confirmed yet",
  "changed-by-someone-else": "Something changed while you were reading. Look at the plan below, then confirm it",
} as const;

/** What was saved; after a no, how the people it is for were told. */
function noticeOf(saved: string): string | undefined {
  const [, emailed, onTheirPage] = /^(?:clash-)?told-(\d{1,4})-(\d{1,4})$/u.exec(saved) ?? [];
  if (emailed === undefined || onTheirPage === undefined) return notices[saved];
  return `What you decided is in the plan. ${toldSentence({ emailed: Number(emailed), onTheirPage: Number(onTheirPage) })}`;
}

const notices: Readonly<Record<string, string>> = {
  requirement: "What you decided is in the plan.",
  told: "What you decided is in the plan, and on the person's own page.",
  booking: "The booking is in the plan.",
  confirmed: "You confirmed the plan. If a fact it rests on changes, this page says so.",
  talk: "The talk is in the plan.",
  clash: "What you decided about the clash is in the plan.",
  sent: "The checklist is sent. Answers change this plan at once.",
  venue: "The venue is in the plan.",
  "venue-not-known": "The venue is in the plan. Some essential needs are not known there: ask the venue.",
  example:
    "You are set up. This is an example meeting. Look around: nothing you do here is sent to anyone. To begin your own work, sign out and sign in with your own email address.",
};

const contents = [
  ...(["needs", "own-words", "clashes", "bookings", "timetable", "papers", "replies", "place"] as const).map((id) => ({
    id,
    text: partHeading[id],
  })),
  { id: "ready", text: "Is it ready?" },
  { id: "print", text: partHeading.print },
];

export default function PlanPage() {
  const { shell, nav, plan, filter, names, byPerson, saved, showsAll, toDoIds, putAside, next, updatedAt, summary, ...rest } =
    useLoaderData<typeof loader>();
  const { links, failed, isListWhole, here } = rest;
  const answer = useAnswer();
  if (plan.isOver) return <PlanRecord shell={shell} nav={nav} plan={plan} />;
  const notice = saved === null ? undefined : noticeOf(saved);
  return (
    <Page
      shell={shell}
      heading={`${plan.name}: plan`}
      caption={plan.date === null ? "Date not chosen yet" : longDate(plan.date)}
      meetingNav={nav}
      width="wide"
      notice={notice === undefined ? undefined : { heading: "Saved", children: notice }}
    >
      <p className="lead">{summary}</p>
      <p className="no-print">
        Last updated {updatedAt}.{" "}
        <a className="target" href={`/meetings/${plan.reference}/plan`}>
          Update<span className="govuk-visually-hidden"> the plan</span>
        </a>
      </p>
      <div className="plan-top">
        <Part part="do-next" failed={failed} here={here}>
          <DoNext plan={plan} showsAll={showsAll} toDoIds={toDoIds} putAside={putAside} next={next} isWhole={isListWhole} />
        </Part>
        <Contents links={contents} />
      </div>
      <Part part="needs" failed={failed} here={here}>
        <Needs plan={plan} filter={filter} names={names} byPerson={byPerson} />
      </Part>
      <Part part="own-words" failed={failed} here={here}>
        <OwnWords plan={plan} />
      </Part>
      <Part part="clashes" failed={failed} here={here}>
        <Clashes plan={plan} />
      </Part>
      <Part part="bookings" failed={failed} here={here}>
        <Bookings plan={plan} />
      </Part>
      <Part part="timetable" failed={failed} here={here}>
        <Times plan={plan} />
      </Part>
      <Part part="papers" failed={failed} here={here}>
        <Papers plan={plan} />
      </Part>
      <Part part="replies" failed={failed} here={here}>
        <Replies plan={plan} />
      </Part>
      <DateAndPlace plan={plan} />
      <Readiness plan={plan} problem={answer.error("seen")} />
      <Part part="print" failed={failed} here={here}>
        <PrintAndShare plan={plan} links={links} />
      </Part>
    </Page>
  );
}
