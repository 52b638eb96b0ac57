// One clash: what each side needs, in the abstract, the ways to make both work, and a fair, recorded decision. No names here.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { clashOf } from "#app/domain/access/conflicts.ts";
import { decideClash, planFor } from "#app/services/plan.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios, Tick } from "#app/ui/choices.tsx";
import { LongField, SelectField } from "#app/ui/fields.tsx";
import { Item, Items } from "#app/ui/items.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import { Warning } from "#app/ui/warning.tsx";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { conflictTitle } from "#app/words/conflicts.ts";
import { list, longDate } from "#app/words/format.ts";
import { changedMeanwhile } from "#app/words/meetings.ts";
import { clashWord, findingWord, howMany, reopenedSentence, rolesOnTheDay, wayNeedWords } from "#app/words/plan.ts";
import { requirementName } from "#app/words/requirements.ts";
import { clashForm, somethingElse } from "./form.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await planFor(visit.context, visit.coordinator, params["reference"] ?? "");
  const clash = found.ok ? found.value.clashes.find((one) => one.clash === params["cid"]) : undefined;
  if (!found.ok || clash === undefined) throw notFound();
  const { reference, name } = found.value;
  return { shell: staffShell(visit), held: visit.held, nav: meetingNav(reference, visit.path), reference, meeting: name, clash };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const reference = params["reference"] ?? "";
  const found = await planFor(context, coordinator, reference);
  const clash = found.ok ? found.value.clashes.find((one) => one.clash === params["cid"]) : undefined;
  if (clash === undefined) throw notFound();
  const form = await readForm(request, clashForm(clash.waysOut.map(({ way }) => way.id)));
  if (!form.ok) return mend(form.answer);
  const { version, couldNot, ...said } = form.value;
  const isAgreed = form.button !== "not-agreed" && couldNot === undefined;
  if (isAgreed && said.role === "") return mend(problemWith("role", "Choose who will make sure on the day", form.typed));
  if (isAgreed && said.evidence === "") return mend(problemWith("evidence", "Say who agreed and how you know", form.typed));
  const state = couldNot === "yes" ? "could-not-agree" : isAgreed ? "agreed" : said.asked === "not-yet" ? "to-sort-out" : "asked";
  const saved = await decideClash(context, coordinator, { reference, clash: clash.clash, version }, { ...said, state }, form.intent);
  if (saved.ok) return goBackSaying(`/meetings/${reference}/plan`, "clash");
  if (saved.refusal === "not-found") throw notFound();
  return mend(problemWith("way", changedMeanwhile, form.typed));
}

const effort = { low: "Little effort.", medium: "Some effort.", high: "A lot of effort." } as const;

export default function ClashPage() {
  const { shell, held, nav, reference, meeting, clash } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const known = clashOf(clash.clash);
  const { decision } = clash;
  return (
    <Page
      shell={shell}
      heading={conflictTitle[clash.clash]}
      caption={meeting}
      meetingNav={nav}
      back={{ href: `/meetings/${reference}/plan#clashes`, text: "Back to the plan" }}
      held={held}
      width="wide"
    >
      <p>
        <StatusTag
          status={clashWord[clash.state]}
          text={clash.state === "agreed" && decision !== null ? `Agreed on ${longDate(decision.decidedOn)}` : undefined}
        />
      </p>
      {clash.reopened.length === 0 ? null : <Warning>{reopenedSentence(clash.reopened)}</Warning>}
      {clash.isConfidential ? <p>Only you see this. It is never printed.</p> : null}
      <p>{known.why}</p>
      <p>
        {howMany(clash.people, clash.essentialPeople)}{" "}
        {clash.requirements.length === 0 ? "" : `Asked for: ${list(clash.requirements.map((id) => requirementName[id]))}.`}
      </p>
      {clash.isCertain ? null : <p>This may not be a clash here: a fact that could rule it out is not known. Ask the venue.</p>}
      {clash.breakMinutesForQueue === null ? null : (
        <p>Breaks of at least {clash.breakMinutesForQueue} minutes give everybody time. This is our own rule.</p>
      )}
      {known.note === undefined ? null : <p>{known.note}</p>}
      <h2>Ways to make both work</h2>
      <Items>
        {clash.waysOut.map(({ way, needs, finding }) => (
          <Item
            key={way.id}
            level="h3"
            heading={way.label}
            status={findingWord[finding]}
            statusText={finding === "met" ? "Can be done" : finding === "not-met" ? "Something is missing" : "To find out"}
          >
            <p>
              {effort[way.effort]} {way.leavesWorse === undefined ? "" : `${way.leavesWorse}.`}
            </p>
            <p>{needs.length === 0 ? "Needs nothing from the venue." : `Needs: ${list(needs.map(wayNeedWords))}.`}</p>
          </Item>
        ))}
      </Items>
      <h2>What you decide</h2>
      <p>People usually know the best answer. Ask before you decide.</p>
      <PageForm carried={{ version: String(clash.version) }}>
        <Radios
          name="way"
          legend="Way forward"
          options={[
            ...clash.waysOut.map(({ way }) => ({ value: way.id, label: way.label })),
            { value: somethingElse, label: "Something else" },
          ]}
          value={answer.value("way", decision?.way)}
          error={answer.error("way")}
        />
        <LongField
          name="otherWay"
          label="If something else, what?"
          rows={3}
          value={answer.value("otherWay", decision?.otherWay)}
          error={answer.error("otherWay")}
        />
        <Radios
          name="asked"
          legend="Have you asked the people it affects?"
          options={[
            { value: "both", label: "Yes, both" },
            { value: "one", label: "One of them" },
            { value: "not-yet", label: "Not yet" },
          ]}
          value={answer.value("asked", decision?.asked)}
          error={answer.error("asked")}
        />
        <LongField
          name="message"
          label="What you will tell those affected"
          optional
          hint="No names. Say what you decided and who to talk to."
          value={answer.value("message", decision?.message)}
          error={answer.error("message")}
        />
        <SelectField
          name="role"
          label="Who will make sure on the day?"
          blank="Not decided yet"
          options={rolesOnTheDay.map((value) => ({ value, label: value }))}
          value={answer.value("role", decision?.role)}
          error={answer.error("role")}
        />
        <LongField
          name="evidence"
          label="Who agreed, and how do you know?"
          hint="For example: both said yes by phone on 3 February."
          rows={2}
          value={answer.value("evidence", decision?.evidence)}
          error={answer.error("evidence")}
        />
        <Tick
          name="couldNot"
          label="We could not agree. What happens instead is written above."
          isTicked={answer.isAnswer ? answer.value("couldNot") === "yes" : decision?.state === "could-not-agree"}
        />
        <FormButtons primary="Save: agreed" secondary={[{ intent: "not-agreed", text: "Save, not agreed yet" }]} />
      </PageForm>
    </Page>
  );
}
