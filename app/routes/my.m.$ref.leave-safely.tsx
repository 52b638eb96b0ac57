// A person's own plan to leave safely: to check, to print, and to keep after the meeting if they want.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { keepMyLeavePlan, myLeavePlan } from "#app/services/leave-plans.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { Warning } from "#app/ui/warning.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { choice, versionField } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { longDate } from "#app/words/format.ts";
import { myLeavePlanLines } from "#app/words/leave-plan.ts";

const keepForm = z.strictObject({ keep: choice(["yes", "no"], "Choose whether we keep your plan"), version: versionField });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, attendee, shell, caption, home } = await requireAttendeePage(request, params["ref"]);
  const plan = await myLeavePlan(context, attendee);
  if (plan === null) throw notFound();
  const { agreedOn, stands, isKept, version } = plan;
  const saved = new URL(request.url).searchParams.get("saved");
  return { shell, caption, home, agreedOn, stands, isKept, version, lines: myLeavePlanLines(plan), saved };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, attendee, home } = await requireAttendeePage(request, params["ref"]);
  const form = await readForm(request, keepForm);
  if (!form.ok) return mend(form.answer);
  const kept = await keepMyLeavePlan(context, attendee, form.value.version, form.value.keep === "yes", form.intent);
  if (kept.ok) return goBackSaying(`${home}/leave-safely`, "kept");
  if (kept.refusal === "not-found") throw notFound();
  return mend(problemWith("keep", "This plan was changed. Read it again, then choose.", form.typed));
}

export default function MyPlanToLeave() {
  const { shell, caption, home, agreedOn, stands, isKept, version, lines, saved } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  return (
    <Page
      shell={shell}
      heading="My plan to leave safely"
      caption={caption}
      back={{ href: home }}
      notice={saved === null ? undefined : { heading: "Saved", children: "We saved what you chose." }}
    >
      <p>This is the plan we made with you. Only the organiser and the people who help you see it.</p>
      {stands && agreedOn !== null ? (
        <p>You agreed it on {longDate(agreedOn)}.</p>
      ) : (
        <Warning>This plan is not finished. Something changed, or you have not agreed it yet. We will talk with you.</Warning>
      )}
      <SummaryList rows={lines.map(({ name, detail }) => ({ name, answer: detail }))} />
      <p>Is something wrong? Talk to us. We change it with you.</p>
      <LinkList links={[{ href: `${home}/papers/read/plan-to-leave`, text: "Your plan as a paper to print" }]} />
      <PageForm carried={{ version: String(version) }}>
        <Radios
          name="keep"
          legend="Do you want us to keep this plan?"
          hint="If not, we delete it after the meeting."
          options={[
            { value: "yes", label: "Yes, keep it for next time" },
            { value: "no", label: "No, delete it after the meeting" },
          ]}
          value={answer.value("keep", isKept ? "yes" : "no")}
          error={answer.error("keep")}
        />
        <FormButtons primary="Save" />
      </PageForm>
    </Page>
  );
}
