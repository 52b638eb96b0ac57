// One clash: what each side needs, in the abstract, the ways to make both work, and a fair, recorded decision. No names here.
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { clashOf } from "#app/domain/access/conflicts.ts";
import { whoAgreed } from "#app/domain/meetings/decisions.ts";
import { isSupportId, pastBookings } from "#app/services/bookings.server.ts";
import { decideClash, previewOfTelling, type TellingPreview } from "#app/services/plan-decisions.server.ts";
import { planFor } from "#app/services/plan.server.ts";
import { Button, ButtonGroup } from "#app/ui/buttons.tsx";
import { Radios, Tick } from "#app/ui/choices.tsx";
import { LongField, SelectField } from "#app/ui/fields.tsx";
import { Item, Items } from "#app/ui/items.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import { Inset, Warning } from "#app/ui/warning.tsx";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { beforeSentence } from "#app/words/bookings.ts";
import { conflictTitle } from "#app/words/conflicts.ts";
import { list, longDate } from "#app/words/format.ts";
import { changedMeanwhile } from "#app/words/meetings.ts";
import { reachSentence } from "#app/words/news.ts";
import {
  clashWord,
  findingWord,
  howMany,
  reopenedSentence,
  rolesOnTheDay,
  wayNeedWords,
  whoAgreedLabel,
  worseOffSentence,
} from "#app/words/plan.ts";
import { requirementName, supportName } from "#app/words/requirements.ts";
import { Demands, WhatChanged } from "../meetings.$reference.plan/needs.tsx";
import { clashForm, somethingElse } from "./form.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await planFor(visit.context, visit.coordinator, params["reference"] ?? "");
  const clash = found.ok ? found.value.clashes.find((one) => one.clash === params["cid"]) : undefined;
  if (!found.ok || clash === undefined) throw notFound();
  const { reference, name } = found.value;
  const supports = clash.waysOut.flatMap(({ way }) => way.needs.filter(isSupportId));
  return {
    shell: staffShell(visit),
    held: visit.held,
    nav: meetingNav(reference, visit.path),
    reference,
    meeting: name,
    clash,
    before: await pastBookings(visit.context, visit.coordinator, [...new Set(supports)]),
    saved: new URL(request.url).searchParams.get("saved"),
  };
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
  const isTelling = form.button === "see" || form.button === "tell";
  const isAgreed = form.button !== "not-agreed" && couldNot === undefined;
  const missing = whatIsMissing(said, { isAgreed, isTelling });
  if (missing !== null) return mend(problemWith(missing.field, missing.message, form.typed));
  const at = { reference, clash: clash.clash };
  if (form.button === "see") {
    const preview = await previewOfTelling(context, coordinator, at, said.message);
    if (!preview.ok) return mend(problemWith("message", notToldWords[preview.refusal], form.typed));
    return data({ problems: [], typed: form.typed, preview: preview.value });
  }
  const state = couldNot === "yes" ? "could-not-agree" : isAgreed ? "agreed" : said.asked === "not-yet" ? "to-sort-out" : "asked";
  const tell = form.button === "tell" ? "tell" : "do-not-tell";
  const saved = await decideClash(context, coordinator, { ...at, version }, { ...said, state }, form.intent, tell);
  if (saved.ok) {
    const { emailed, onTheirPage } = saved.value.told;
    return goBackSaying(`/meetings/${reference}/plan`, tell === "tell" ? `clash-told-${String(emailed)}-${String(onTheirPage)}` : "clash");
  }
  if (saved.refusal === "not-found") throw notFound();
  if (saved.refusal === "names-somebody" || saved.refusal === "not-to-be-told")
    return mend(problemWith("message", notToldWords[saved.refusal], form.typed));
  return mend(problemWith("way", saved.refusal === "no-date" ? "Choose the date of the meeting first" : changedMeanwhile, form.typed));
}

const notToldWords = {
  "not-found": "This clash is not there any more. Go back to the plan",
  "names-somebody": "Take the names out: the same message goes to everybody it affects",
  "not-to-be-told": "This is never sent in a message. Talk to each person yourself",
} as const;

/** The first thing that has to be said before this can be saved; null when nothing is missing. */
function whatIsMissing(
  said: { readonly role: string; readonly evidence: string; readonly agreedBy: string; readonly message: string },
  { isAgreed, isTelling }: { readonly isAgreed: boolean; readonly isTelling: boolean },
): { readonly field: string; readonly message: string } | null {
  if (isTelling && said.message === "") return { field: "message", message: "Write what you will tell those affected" };
  if (!isAgreed) return null;
  if (said.agreedBy === "") return { field: "agreedBy", message: "Choose who agreed" };
  if (said.role === "") return { field: "role", message: "Choose who will make sure on the day" };
  return said.evidence === "" ? { field: "evidence", message: "Say how you know that they agreed" } : null;
}

const effort = { low: "Little effort.", medium: "Some effort.", high: "A lot of effort." } as const;

/** What would be sent, where somebody asked to see it. */
function previewIn(sent: unknown): TellingPreview | null {
  return typeof sent === "object" && sent !== null && "preview" in sent ? (sent.preview as TellingPreview) : null; // made by our own action
}

export default function ClashPage() {
  const { shell, held, nav, reference, meeting, clash, before } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const known = clashOf(clash.clash);
  const { decision } = clash;
  const preview = previewIn(useActionData());
  return (
    <Page
      shell={shell}
      heading={conflictTitle[clash.clash]}
      caption={meeting}
      meetingNav={nav}
      back={{ href: `/meetings/${reference}/plan#clashes`, text: "Back to the plan" }}
      held={held}
      width="wide"
      notice={
        preview === null
          ? undefined
          : {
              heading: "Nothing is sent yet",
              children: (
                <a className="target" href="#preview">
                  Read the message, then send it
                </a>
              ),
              kind: "news",
            }
      }
    >
      <p>
        <StatusTag
          status={clashWord[clash.state]}
          text={clash.state === "agreed" && decision !== null ? `Agreed on ${longDate(decision.decidedOn)}` : undefined}
        />
      </p>
      {clash.reopened.length === 0 ? null : <Warning>{reopenedSentence(clash.reopened)}</Warning>}
      <WhatChanged changes={clash.changes} />
      {clash.isConfidential ? (
        <p>
          Only you see this. It is never printed and never sent. <a href={`/meetings/${reference}/apart`}>See who is kept apart</a>
        </p>
      ) : null}
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
        {clash.waysOut.map(({ way, needs, finding, worseOff }) => (
          <Item
            key={way.id}
            level="h3"
            heading={way.label}
            status={findingWord[finding]}
            statusText={finding === "met" ? "Can be done" : finding === "not-met" ? "Something is missing" : "To find out"}
          >
            <p>
              {effort[way.effort]} {worseOffSentence(worseOff)} {way.leavesWorse === undefined ? "" : `${way.leavesWorse}.`}
            </p>
            <p>{needs.length === 0 ? "Needs nothing from the venue." : `Needs: ${list(needs.map(wayNeedWords))}.`}</p>
            {before
              .filter(({ support }) => way.needs.includes(support))
              .map((past) => (
                <p key={past.support}>
                  {supportName[past.support]}: {beforeSentence(past)}
                </p>
              ))}
          </Item>
        ))}
      </Items>
      {clash.agreed.map(({ way, demands }) =>
        demands.length === 0 ? null : (
          <section key={way} aria-labelledby={`agreed-${way}`}>
            <h2 id={`agreed-${way}`}>What was agreed asks for</h2>
            <Demands demands={demands} />
          </section>
        ),
      )}
      <h2>What you decide</h2>
      {answer.value("asked", decision?.asked) === "not-yet" || decision === null ? (
        <p>People usually know the best answer. Ask before you decide.</p>
      ) : null}
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
        <SelectField
          name="agreedBy"
          label="Who agreed?"
          blank="Nobody yet"
          options={whoAgreed.map((value) => ({ value, label: whoAgreedLabel[value] }))}
          value={answer.value("agreedBy", decision?.agreedBy ?? "")}
          error={answer.error("agreedBy")}
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
          label="How do you know that they agreed?"
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
        {clash.isConfidential ? null : (
          <LongField
            name="message"
            label="Message to those affected"
            optional
            hint="No names, and nothing about what somebody else needs. Say what you decided. Everybody it affects gets the same words."
            value={answer.value("message", decision?.message)}
            error={answer.error("message")}
          />
        )}
        <ButtonGroup>
          <Button>Save: agreed</Button>
          {clash.isConfidential ? null : (
            <Button kind="secondary" intent="see">
              {preview === null ? "Save and tell them: see the message first" : "See the message again"}
            </Button>
          )}
          <Button kind="secondary" intent="not-agreed">
            Save, not agreed yet
          </Button>
        </ButtonGroup>
        {preview === null ? null : (
          <section aria-labelledby="preview">
            <h3 id="preview">This is what goes out</h3>
            <p>{reachSentence(preview.reach)}</p>
            <Inset>
              <p>
                <strong>{preview.subject}</strong>
              </p>
              {preview.body.split("\n\n").map((line) => (
                <p key={line}>{line}</p>
              ))}
            </Inset>
            <ButtonGroup>
              <Button intent="tell">Send it and save: agreed</Button>
            </ButtonGroup>
          </section>
        )}
      </PageForm>
    </Page>
  );
}
