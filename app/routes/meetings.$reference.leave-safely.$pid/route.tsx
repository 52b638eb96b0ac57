// One person's plan to leave safely, written with them and seen by few.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { alarmWays, helpWays } from "#app/domain/meetings/leave-plan.ts";
import type { Coordinator } from "#app/domain/people/actors.ts";
import type { Context } from "#app/services/context.server.ts";
import { listPapers, paperFileName, paperOfMeeting, printedSizeOf } from "#app/services/documents.server.ts";
import { leavePlanOf, nameForLeavePlan, writeLeavePlan } from "#app/services/leave-plans.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Checkboxes, Radios } from "#app/ui/choices.tsx";
import { LongField, SelectField, TextField } from "#app/ui/fields.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { Inset, Warning } from "#app/ui/warning.tsx";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { counted, longDate } from "#app/words/format.ts";
import { alarmLabel, firstNameOf, helpLabel, leaveProblem } from "#app/words/leave-plan.ts";
import { changedMeanwhile, meetingWithDate } from "#app/words/meetings.ts";
import { factWords } from "#app/words/plan.ts";
import { readingText } from "#app/words/sharing.ts";
import { featureName } from "#app/words/venue-questions.ts";
import { leaveForm } from "./form.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await leavePlanOf(visit.context, visit.coordinator, params["reference"] ?? "", params["pid"] ?? "");
  if (!found.ok) throw notFound();
  const { meeting, name, plan, helpers, told, venue, invitationId } = found.value;
  const { reference } = meeting;
  return {
    shell: staffShell(visit),
    held: visit.held,
    nav: meetingNav(reference, visit.path),
    reference,
    caption: meetingWithDate(meeting.name, meeting.date),
    name: firstNameOf(name),
    plan,
    helpers,
    today: visit.context.today,
    told: readingText({ reader: "evacuation-helpers", name: null, lines: told }).lines,
    venue:
      venue === null
        ? null
        : {
            name: venue.name,
            lines: venue.facts.map(
              ({ feature, value }) => `${featureName[feature]}: ${value === null ? "not known" : factWords(feature, value).toLowerCase()}.`,
            ),
          },
    hasUntrainedChair: venue?.facts.some(({ feature, value }) => feature === "evac-chair-trained" && value === false) === true,
    print: plan === null ? null : await printLinks(visit.context, visit.coordinator, reference, invitationId),
  };
}

/** The plan as a PDF for those who help, and where every other size is; without one where our typefaces cannot draw it. */
async function printLinks(context: Context, coordinator: Coordinator, reference: string, invitationId: string) {
  const id = "plan-to-leave";
  const base = `/meetings/${reference}/print`;
  const others = { href: `${base}?for=${invitationId}`, text: "The same in large print, or as a web page" };
  const papers = await listPapers(context, coordinator, reference);
  const person = papers.ok ? papers.value.people.find((one) => one.invitationId === invitationId) : undefined;
  const made = await paperOfMeeting(context, coordinator, reference, { id, invitationId });
  if (person === undefined || !made.ok) return [others];
  const printed = await printedSizeOf(made.value, paperFileName(id, person.number), 12);
  if (!printed.ok) return [others];
  const { fileName, pages } = printed.value;
  const href = `${base}/${id}/${fileName}?for=${invitationId}`;
  return [{ href, text: `Print for helpers (PDF, ${counted(pages, "page", "pages")})` }, others];
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const at = { reference: params["reference"] ?? "", personId: params["pid"] ?? "" };
  const whose = await nameForLeavePlan(context, coordinator, at.reference, at.personId);
  if (!whose.ok) throw notFound();
  const name = firstNameOf(whose.value);
  const form = await readForm(request, leaveForm(name));
  if (!form.ok) return mend(form.answer);
  const { agreed, version, ...plan } = form.value;
  const saved = await writeLeavePlan(
    context,
    coordinator,
    { ...at, version },
    { plan, isAgreed: agreed === undefined ? null : agreed === "yes" },
    form.intent,
  );
  if (saved.ok) return goBackSaying(`/meetings/${at.reference}/leave-safely`, "plan");
  if (typeof saved.refusal === "object")
    return mend({ problems: saved.refusal.problems.map((problem) => leaveProblem(problem, name)), typed: form.typed });
  if (saved.refusal === "not-found") throw notFound();
  return mend(problemWith("alarm", saved.refusal === "no-date" ? "Choose the date of the meeting first" : changedMeanwhile, form.typed));
}

export default function PlanToLeave() {
  const data = useLoaderData<typeof loader>();
  const { shell, held, nav, reference, caption, name, plan, helpers, today, told, venue, hasUntrainedChair, print } = data;
  const answer = useAnswer(held);
  const chosenHelp = answer.values("help", plan?.help);
  const helperOptions = [...new Set([...helpers, ...(plan === null ? [] : [plan.helper, plan.backUp]).filter((one) => one !== "")])].map(
    (value) => ({ value, label: helpers.includes(value) ? value : `${value} (no longer has this role)` }),
  );
  return (
    <Page
      shell={shell}
      heading={`Plan to leave safely: ${name}`}
      caption={caption}
      meetingNav={nav}
      back={{ href: `/meetings/${reference}/leave-safely`, text: "Back to all plans to leave safely" }}
      held={held}
    >
      <Warning>Write this with {name}. Do not guess.</Warning>
      {plan === null || plan.stands || plan.agreedOn === null ? null : (
        <Warning>
          {name} agreed this on {longDate(plan.agreedOn)}. The date, the place or who helps has changed since. Look at it again together.
        </Warning>
      )}
      {hasUntrainedChair ? <Warning>The venue says its evacuation chair has no trained user. This plan cannot rely on it.</Warning> : null}
      <h2>What {name} told us</h2>
      {told.length === 0 ? (
        <p>Nothing that {name} shared for this. Ask.</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {told.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <h2>What the venue says</h2>
      {venue === null ? (
        <p>The venue is not chosen, so nothing is known about the way out.</p>
      ) : (
        <Inset>
          <p>{venue.name}</p>
          <ul className="govuk-list govuk-list--bullet">
            {venue.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Inset>
      )}
      <h2>The plan</h2>
      <PageForm carried={{ version: String(plan?.version ?? 0) }}>
        <Checkboxes
          name="alarm"
          legend={`How will ${name} know there is an alarm?`}
          options={alarmWays.map((value) => ({ value, label: alarmLabel[value] }))}
          values={answer.values("alarm", plan?.alarm)}
          error={answer.error("alarm")}
        />
        <TextField
          name="alarmOther"
          label="If something else, what?"
          autoComplete="off"
          value={answer.value("alarmOther", plan?.alarmOther)}
          error={answer.error("alarmOther")}
        />
        <LongField
          name="route"
          label="Which way out, and where is the safe place?"
          value={answer.value("route", plan?.route)}
          error={answer.error("route")}
        />
        <Checkboxes
          name="help"
          legend="What help is needed?"
          options={helpWays.filter((value) => value !== "none").map((value) => ({ value, label: helpLabel[value] }))}
          orElse={{ value: "none", label: helpLabel.none }}
          values={chosenHelp}
          error={answer.error("help")}
        />
        {helpers.length >= 2 ? null : (
          <p>
            Two people have to have the role first: one who helps, and a back-up.{" "}
            <a className="target" href={`/meetings/${reference}/day/roles`}>
              Choose who helps
            </a>
          </p>
        )}
        <SelectField
          name="helper"
          label="Who will help?"
          blank="Nobody needed, or not chosen yet"
          options={helperOptions}
          value={answer.value("helper", plan?.helper)}
          error={answer.error("helper")}
        />
        <SelectField
          name="backUp"
          label="Who is the back-up?"
          blank="Nobody needed, or not chosen yet"
          options={helperOptions}
          value={answer.value("backUp", plan?.backUp)}
          error={answer.error("backUp")}
        />
        <Radios
          name="agreed"
          legend={`Has ${name} agreed this plan?`}
          options={[
            { value: "yes", label: `Yes, on ${longDate(plan?.stands === true && plan.agreedOn !== null ? plan.agreedOn : today)}` },
            { value: "not-yet", label: "Not yet" },
          ]}
          value={answer.value("agreed", plan === null ? undefined : plan.stands ? "yes" : "not-yet")}
          error={answer.error("agreed")}
        />
        <FormButtons primary="Save plan" />
      </PageForm>
      <p>
        When {name} has agreed, they see the plan on their own page. It is deleted after the meeting unless they keep it. That you opened it
        is put on record.
      </p>
      {print === null ? null : <LinkList links={print} />}
    </Page>
  );
}
