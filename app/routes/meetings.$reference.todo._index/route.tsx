// Everything to do for a meeting: what, by when, whose, and what somebody said is done.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { markToDos, toDosFor, type MarkedToDo } from "#app/services/to-dos.server.ts";
import { Button, ButtonGroup } from "#app/ui/buttons.tsx";
import { Checkboxes, Radios } from "#app/ui/choices.tsx";
import { Filters } from "#app/ui/filters.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { counted, shortDate } from "#app/words/format.ts";
import { meetingWithDate } from "#app/words/meetings.ts";
import { toDoText, toDoTopic } from "#app/words/plan.ts";

const manyForm = z.strictObject({
  done: z
    .preprocess((given): unknown => (given === undefined ? [] : Array.isArray(given) ? given : [given]), z.array(z.string()))
    .refine((given) => given.length > 0, "Tick at least one thing"),
});

const groupings = ["date", "person", "topic"] as const;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await toDosFor(visit.context, visit.coordinator, params["reference"] ?? "");
  if (!found.ok) throw notFound();
  const { plan, toDos } = found.value;
  const search = new URL(request.url).searchParams;
  return {
    shell: staffShell(visit),
    nav: meetingNav(plan.reference, visit.path),
    reference: plan.reference,
    caption: meetingWithDate(plan.name, plan.date),
    today: plan.today,
    toDos,
    group: groupings.find((one) => one === search.get("group")) ?? "date",
    saved: search.get("saved"),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const reference = params["reference"] ?? "";
  const form = await readForm(request, manyForm);
  if (!form.ok) return mend(form.answer);
  const state = form.button === "put-back" ? ("open" as const) : ("done" as const);
  const marked = await markToDos(context, coordinator, reference, form.value.done, state, form.intent);
  if (marked.ok) return goBackSaying(`/meetings/${reference}/todo`, `${state}-${String(marked.value.marked)}`);
  return mend(problemWith("done", "These changed while you had the page open. Look at the list again.", form.typed));
}

/** What was marked, by what stands in the address: "done-3". */
function markedWords(saved: string): string {
  const [, state, count = "1"] = /^(done|open)(?:-(\d{1,4}))?$/u.exec(saved) ?? [];
  if (state === undefined) return "Your changes are saved.";
  const things = counted(Number(count), "thing is", "things are");
  return state === "done" ? `${things} marked as done.` : `${things} back on the list.`;
}

type Group = { readonly name: string; readonly items: readonly MarkedToDo[] };

function groupsOf(toDos: readonly MarkedToDo[], group: (typeof groupings)[number]): readonly Group[] {
  if (group === "date") return [{ name: "Everything, by date", items: toDos }];
  const nameOf = (one: MarkedToDo): string => (group === "person" ? (one.givenTo?.name ?? "Nobody yet") : toDoTopic(one.toDo.kind));
  return [...new Set(toDos.map(nameOf))].map((name) => ({ name, items: toDos.filter((one) => nameOf(one) === name) }));
}

export default function EverythingToDo() {
  const { shell, nav, reference, caption, today, toDos, group, saved } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  const home = `/meetings/${reference}`;
  const open = toDos.filter(({ state }) => state !== "done");
  const done = toDos.filter(({ state }) => state === "done");
  return (
    <Page
      shell={shell}
      heading="Everything to do"
      caption={caption}
      meetingNav={nav}
      back={{ href: `${home}/plan#do-next`, text: "Back to the plan" }}
      width="wide"
      notice={
        saved === null
          ? undefined
          : {
              heading: "Saved",
              children: markedWords(saved),
            }
      }
    >
      {open.length === 0 ? <p>Nothing is left to do.</p> : <p>{counted(open.length, "thing", "things")} to do.</p>}
      {open.length < 2 ? null : (
        <Filters action={`${home}/todo`}>
          <Radios
            name="group"
            legend="Group by"
            value={group}
            options={[
              { value: "date", label: "Date" },
              { value: "person", label: "Who does it" },
              { value: "topic", label: "Topic" },
            ]}
          />
        </Filters>
      )}
      {groupsOf(open, group).map(({ name, items }, index) =>
        items.length === 0 ? null : (
          <DataTable
            key={name}
            id={`to-do-${String(index + 1)}`}
            caption={name}
            columns={[{ header: "What" }, { header: "By" }, { header: "Who" }, { header: "Status" }]}
            rows={items.map(({ toDoId, toDo, givenTo, state, remindOn }) => ({
              key: toDoId,
              cells: [
                <a key="link" className="target" href={`${home}/todo/${toDoId}`}>
                  {toDoText(toDo, today).sentence}
                </a>,
                toDo.by === null ? "No date" : shortDate(toDo.by),
                givenTo?.name ?? "Nobody yet",
                state === "later" && remindOn !== null ? (
                  <StatusTag key="tag" status="Waiting" text={`Reminder on ${shortDate(remindOn)}`} />
                ) : (
                  <StatusTag key="tag" status={toDo.by !== null && toDo.by < today ? "Late" : "To do"} />
                ),
              ],
            }))}
          />
        ),
      )}
      {open.length === 0 ? null : (
        <div className="counts-ticks">
          <PageForm>
            <Checkboxes
              name="done"
              legend="Done already"
              hint="This takes things off the list. The plan stays open until it has something to show."
              options={open.map(({ toDoId, toDo }) => ({ value: toDoId, label: toDoText(toDo, today).sentence }))}
              values={answer.values("done")}
              error={answer.error("done")}
            />
            <ButtonGroup>
              <Button>
                Mark what is ticked as done
                <span className="ticked-count" />
              </Button>
            </ButtonGroup>
          </PageForm>
        </div>
      )}
      {done.length === 0 ? null : (
        <>
          <h2>You said these are done ({done.length})</h2>
          <p>Each comes back by itself when something about it changes.</p>
          <PageForm>
            {done.map(({ toDoId, toDo }) => (
              <p key={toDoId}>
                {toDoText(toDo, today).sentence}{" "}
                <Button kind="plain" name="done" value={toDoId} about={`: ${toDoText(toDo, today).sentence}`}>
                  Put back
                </Button>
              </p>
            ))}
            <input type="hidden" name="intent" value="put-back" />
          </PageForm>
        </>
      )}
      <LinkList
        links={[
          { href: `${home}/todo.ics`, text: "Add deadlines to my calendar (calendar file, ICS)" },
          { href: `${home}/history`, text: "What has changed" },
        ]}
      />
    </Page>
  );
}
