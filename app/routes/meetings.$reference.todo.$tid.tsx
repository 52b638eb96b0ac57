// One thing to do: why, whose it is, when to be reminded, or that it is done already.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { markToDos, planToDo, toDosFor } from "#app/services/to-dos.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { DateField, SelectField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { optionalDate, optionalText } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { longDate } from "#app/words/format.ts";
import { meetingWithDate } from "#app/words/meetings.ts";
import { toDoText } from "#app/words/plan.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await toDosFor(visit.context, visit.coordinator, params["reference"] ?? "");
  const one = found.ok ? found.value.toDos.find(({ toDoId }) => toDoId === params["tid"]) : undefined;
  if (!found.ok || one === undefined) throw notFound();
  const { plan, colleagues } = found.value;
  return {
    shell: staffShell(visit),
    held: visit.held,
    nav: meetingNav(plan.reference, visit.path),
    reference: plan.reference,
    caption: meetingWithDate(plan.name, plan.date),
    one,
    colleagues,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const { reference = "", tid = "" } = params;
  const form = await readForm(
    request,
    z.strictObject({
      givenTo: optionalText({ thing: "who does it" }),
      remindOn: optionalDate({ thing: "the date of the reminder", notBefore: context.today }),
    }),
  );
  if (!form.ok) return mend(form.answer);
  const { givenTo, remindOn } = form.value;
  const saved =
    form.button === "done"
      ? await markToDos(context, coordinator, reference, [tid], "done", form.intent)
      : await planToDo(context, coordinator, reference, tid, { givenTo: givenTo === "" ? null : givenTo, remindOn }, form.intent);
  if (saved.ok) return goBackSaying(`/meetings/${reference}/todo`, form.button === "done" ? "done" : "planned");
  return mend(problemWith("givenTo", "This changed while you had it open. Look at the list again.", form.typed));
}

export default function OneToDo() {
  const { shell, held, nav, reference, caption, one, colleagues } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const { sentence, why, link } = toDoText(one.toDo);
  return (
    <Page
      shell={shell}
      heading={sentence.replace(/\.$/u, "")}
      caption={caption}
      meetingNav={nav}
      back={{ href: `/meetings/${reference}/todo`, text: "Back to everything to do" }}
      held={held}
    >
      <p>{why}</p>
      {one.toDo.by === null ? null : <p>By {longDate(one.toDo.by)}.</p>}
      <p>
        <a className="target" href={one.toDo.href}>
          {link}
        </a>
      </p>
      <PageForm>
        <SelectField
          name="givenTo"
          label="Give to"
          blank="Nobody yet"
          options={colleagues.map(({ staffId, name }) => ({ value: staffId, label: name }))}
          value={answer.value("givenTo", one.givenTo?.staffId)}
          error={answer.error("givenTo")}
        />
        <DateField
          name="remindOn"
          label="Remind me on"
          optional
          hint="It leaves “Do next” until that day. For example, 23 3 2027"
          value={answer.date("remindOn", one.remindOn)}
          error={answer.error("remindOn")}
        />
        <FormButtons primary="Save" secondary={[{ intent: "done", text: "Done already" }]} />
      </PageForm>
      <p>“Done already” takes it off the list. The plan stays open until it has something to show.</p>
    </Page>
  );
}
