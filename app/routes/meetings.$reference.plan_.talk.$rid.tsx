// "We talked to the person": who was talked to about one thing they asked for, how, when, and what was said.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { recordTalk, talksAbout } from "#app/services/plan-decisions.server.ts";
import { askWithoutNames, remindWithoutNames, writtenAbout } from "#app/services/written-questions.server.ts";
import { Button, ButtonGroup, FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { LongField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { Inset } from "#app/ui/warning.tsx";
import { choice, longText } from "#app/web/form-fields.ts";
import { formOf, mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { counted, longDate } from "#app/words/format.ts";
import { changedMeanwhile } from "#app/words/meetings.ts";
import { answersSentence, askedSentence, remindedSentence, wordsToEverybody } from "#app/words/written-questions.ts";
import { whatChanged } from "#app/words/plan-changes.ts";
import { requirementName } from "#app/words/requirements.ts";

const outcomes = ["other-way-agreed", "told-it-will-not-be-met"] as const;
const outcomeWords = {
  "other-way-agreed": "We agreed what will be done",
  "told-it-will-not-be-met": "They know that it will not be met",
} as const;

const talkForm = z.strictObject({
  person: z.string({ error: "Choose who you talked to" }).min(1, "Choose who you talked to").max(100, "Choose who you talked to"),
  state: choice(outcomes, "Choose how the talk ended"),
  agreed: longText("what you agreed", { missing: "Say what you agreed, or what they said" }),
  evidence: longText("how and when you talked", { missing: "Say how and when you talked" }),
});

const askForm = z.strictObject({ offer: longText("what you can offer", { missing: "Write what you can offer", max: 1_000 }) });

/** Who was told of a question, or reminded of it: how many, never who. */
function askedNotice(saved: string): { readonly heading: string; readonly children: string } | undefined {
  const [, what, emailed, onTheirPage] = /^(told|reminded)-(\d{1,4})-(\d{1,4})$/u.exec(saved) ?? [];
  if (emailed === undefined || onTheirPage === undefined) return undefined;
  const told = { emailed: Number(emailed), onTheirPage: Number(onTheirPage) };
  return what === "told" ? { heading: "Asked", children: askedSentence(told) } : { heading: "Reminded", children: remindedSentence(told) };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await talksAbout(visit.context, visit.coordinator, params["reference"] ?? "", params["rid"] ?? "");
  const written = await writtenAbout(visit.context, visit.coordinator, params["reference"] ?? "", params["rid"] ?? "");
  if (!found.ok || !written.ok) throw notFound();
  const saved = new URL(request.url).searchParams.get("saved");
  return {
    shell: staffShell(visit),
    held: visit.held,
    nav: meetingNav(found.value.reference, visit.path),
    view: found.value,
    written: written.value,
    saved,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  if ((await formOf(request)).get("intent") === "ask") {
    const asking = await readForm(request, askForm);
    if (!asking.ok) return mend(asking.answer);
    const about = { reference: params["reference"] ?? "", requirement: params["rid"] ?? "" };
    const told = await askWithoutNames(context, coordinator, about, asking.value.offer, asking.intent);
    if (told.ok) {
      const { emailed, onTheirPage } = told.value;
      return goBackSaying(`/meetings/${about.reference}/plan/talk/${about.requirement}`, `told-${String(emailed)}-${String(onTheirPage)}`);
    }
    if (told.refusal === "not-found") throw notFound();
    return mend(problemWith("offer", "Everybody who asked for this gave their name, so talk to them", asking.typed));
  }
  if ((await formOf(request)).get("intent") === "remind") {
    const reminding = await readForm(request, z.strictObject({}));
    if (!reminding.ok) return mend(reminding.answer);
    const about = { reference: params["reference"] ?? "", requirement: params["rid"] ?? "" };
    const told = await remindWithoutNames(context, coordinator, about, reminding.intent);
    if (!told.ok && told.refusal === "not-found") throw notFound();
    const { emailed, onTheirPage } = told.ok ? told.value : { emailed: 0, onTheirPage: 0 };
    const saved = told.ok ? `reminded-${String(emailed)}-${String(onTheirPage)}` : "";
    return goBackSaying(`/meetings/${about.reference}/plan/talk/${about.requirement}`, saved);
  }
  const form = await readForm(request, talkForm);
  if (!form.ok) return mend(form.answer);
  const { person, ...talk } = form.value;
  const at = { reference: params["reference"] ?? "", requirement: params["rid"] ?? "", person };
  const saved = await recordTalk(context, coordinator, at, talk, form.intent);
  if (saved.ok) return goBackSaying(`/meetings/${at.reference}/plan`, "talk");
  if (saved.refusal === "not-found") throw notFound();
  return mend(problemWith("person", saved.refusal === "no-date" ? "Choose the date of the meeting first" : changedMeanwhile, form.typed));
}

export default function TalkPage() {
  const { shell, held, nav, view, written, saved } = useLoaderData<typeof loader>();
  const notice = saved === null ? undefined : askedNotice(saved);
  const answer = useAnswer(held);
  const talked = view.people.filter(({ talk }) => talk !== null);
  return (
    <Page
      shell={shell}
      heading="Record a talk"
      caption={`${view.meeting}: ${requirementName[view.requirement]}`}
      meetingNav={nav}
      back={{ href: `/meetings/${view.reference}/plan#needs`, text: "Back to the plan" }}
      held={held}
      notice={notice}
    >
      <p>
        When somebody has been talked to about what they asked for, it does not hold the plan back for them. If their answer or a fact it
        rests on changes, it does again.
      </p>
      {talked.length === 0 ? null : (
        <>
          <h2>Talked to so far</h2>
          <ul className="govuk-list govuk-list--bullet">
            {talked.map(({ invitationId, name, talk }) =>
              talk === null ? null : (
                <li key={invitationId}>
                  {name}, {longDate(talk.on)}, recorded by {talk.by}. {outcomeWords[talk.state]}: “{talk.agreed}” How and when: “
                  {talk.evidence}”
                  {talk.changes.length === 0 ? null : (
                    <strong> Action needed: talk again. {[...new Set(talk.changes.map(whatChanged))].join(" ")}</strong>
                  )}
                </li>
              ),
            )}
          </ul>
        </>
      )}
      {view.people.length === 0 ? null : (
        <PageForm>
          <Radios
            name="person"
            legend="Who did you talk to?"
            hint="Opening names is recorded."
            options={view.people.map(({ invitationId, name }) => ({ value: invitationId, label: name }))}
            value={answer.value("person", view.people.length === 1 ? view.people[0]?.invitationId : undefined)}
            error={answer.error("person")}
          />
          <Radios
            name="state"
            legend="How did it end?"
            options={outcomes.map((value) => ({ value, label: outcomeWords[value] }))}
            value={answer.value("state")}
            error={answer.error("state")}
          />
          <LongField
            name="agreed"
            label="What did you agree?"
            hint="In their words where you can. They may ask to see this."
            value={answer.value("agreed")}
            error={answer.error("agreed")}
          />
          <LongField
            name="evidence"
            label="How and when did you talk?"
            hint="For example: by phone on 4 January, with their supporter."
            rows={2}
            value={answer.value("evidence")}
            error={answer.error("evidence")}
          />
          <FormButtons primary="Save" />
        </PageForm>
      )}
      {view.withoutName === 0 ? null : (
        <>
          <h2>Ask those who gave no name</h2>
          <p>
            {counted(view.withoutName, "person", "people")} asked for this without giving a name. Write what you can offer. They read it on
            their own page, and a yes counts as a talk. You do not see who they are.
          </p>
          {written.asked === 0 || written.askedOn === null ? null : (
            <>
              <p>
                Asked on {longDate(written.askedOn)}: “{written.offer}” {answersSentence(written)}
              </p>
              {written.words.length === 0 ? null : (
                <ul className="govuk-list govuk-list--bullet">
                  {written.words.map((words, index) => (
                    // Two people may write the same words.
                    <li key={`${String(index)} ${words}`}>“{words}”</li>
                  ))}
                </ul>
              )}
            </>
          )}
          {written.waiting === 0 ? null : (
            <>
              <h3 id="waiting">Those who have not answered</h3>
              <p>You do not see who they are, so say this to everybody, in your next message or when you ring:</p>
              <Inset>
                <p>“{wordsToEverybody}”</p>
              </Inset>
              {written.toRemind === 0 ? (
                <p>They were reminded once by email, where they use it. They are not reminded again.</p>
              ) : (
                <PageForm>
                  <Button kind="secondary" intent="remind">
                    Remind {counted(written.toRemind, "person", "people")} once
                  </Button>
                </PageForm>
              )}
            </>
          )}
          <PageForm>
            <LongField
              name="offer"
              label="What can you offer?"
              hint="Short and plain. Nothing that says who you think it is."
              rows={3}
              limit={1000}
              value={answer.value("offer")}
              error={answer.error("offer")}
            />
            <ButtonGroup>
              <Button kind={view.people.length === 0 ? "primary" : "secondary"} intent="ask">
                Ask them
              </Button>
            </ButtonGroup>
          </PageForm>
        </>
      )}
    </Page>
  );
}
