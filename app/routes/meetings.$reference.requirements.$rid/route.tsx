// One requirement of a meeting: how it stands, and how it will be met. "We cannot meet it" leads to "Before you say no".
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { accessSources } from "#app/domain/access/access-sources.ts";
import { askedOf } from "#app/domain/access/asked.ts";
import { isRequirementId } from "#app/domain/access/requirements/index.ts";
import { supportOf } from "#app/domain/access/supports.ts";
import { venueFeatureOf } from "#app/domain/access/venue-features.ts";
import { pastBookings } from "#app/services/bookings.server.ts";
import { listContacts } from "#app/services/meetings.server.ts";
import { decideRequirement, type RequirementChoice } from "#app/services/plan-decisions.server.ts";
import { planFor } from "#app/services/plan.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios, Tick } from "#app/ui/choices.tsx";
import { Details } from "#app/ui/details.tsx";
import { LongField, SelectField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import { Warning } from "#app/ui/warning.tsx";
import { formOf, mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { goBackSaying, goOn } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { beforeSentence } from "#app/words/bookings.ts";
import { helpCardOf } from "#app/words/help-cards.ts";
import { changedMeanwhile } from "#app/words/meetings.ts";
import {
  cannotMeetMessage,
  deadlineWords,
  howLabel,
  howMany,
  reopenedSentence,
  rolesOnTheDay,
  startBySentence,
  statusWord,
  toldToSentence,
} from "#app/words/plan.ts";
import { requirementName, supportName } from "#app/words/requirements.ts";
import { featureName } from "#app/words/venue-questions.ts";
import { DemandList, mayReadWords, topicOfRequirement } from "../meetings.$reference.plan/needs.tsx";
import { cannotForm, hows, requirementForm, states } from "./form.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await planFor(visit.context, visit.coordinator, params["reference"] ?? "");
  const requirement = params["rid"] ?? "";
  const item = found.ok ? found.value.requirements.find((one) => one.requirement === requirement) : undefined;
  if (!found.ok || item === undefined) throw notFound();
  const plan = found.value;
  const staff = await listContacts(visit.context, visit.coordinator);
  const isCannot = new URL(request.url).searchParams.has("cannot");
  return {
    shell: staffShell(visit),
    held: visit.held,
    nav: meetingNav(plan.reference, visit.path),
    reference: plan.reference,
    meeting: plan.name,
    today: plan.today,
    item,
    notes: plan.notes.filter(({ about }) => about === topicOfRequirement(item.requirement)),
    bookings: plan.bookings.filter(({ support }) =>
      item.demands.some(({ demand }) => demand.kind === "booking" && demand.support === support),
    ),
    others: staff.filter(({ staffId }) => staffId !== visit.coordinator.staffId).map(({ name }) => name),
    isCannot,
    supported: await pastBookings(
      visit.context,
      visit.coordinator,
      (askedOf(item.requirement).bookings ?? []).map(({ support }) => support),
    ),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const at = { reference: params["reference"] ?? "", requirement: params["rid"] ?? "" };
  const isCannot = new URL(request.url).searchParams.has("cannot");
  const read = isCannot ? await readCannot(request) : await readChoice(request);
  if (!read.ok) return mend(read.answer);
  if (read.choice === null) return goOn(`/meetings/${at.reference}/requirements/${at.requirement}?cannot`);
  const saved = await decideRequirement(context, coordinator, { ...at, version: read.version }, read.choice, read.intent);
  if (saved.ok) {
    const { emailed, onTheirPage } = saved.value.told;
    const told =
      read.choice.state === "cannot-meet" && emailed + onTheirPage > 0 ? `told-${String(emailed)}-${String(onTheirPage)}` : "told";
    return goBackSaying(`/meetings/${at.reference}/plan`, isCannot ? told : "requirement");
  }
  if (saved.refusal === "not-found") throw notFound();
  const sentence = saved.refusal === "no-date" ? "Choose the date of the meeting first" : changedMeanwhile;
  return mend(problemWith(isCannot ? "tried" : "how", sentence, read.typed));
}

const nothingTried = { tried: "", offered: "", agreedBy: "", message: "" };

async function readChoice(request: Request) {
  const form = await readForm(request, requirementForm);
  if (!form.ok) return form;
  const { version, state = "to-do", hasPlansToLeave, how, ...said } = form.value;
  const choice: RequirementChoice | null =
    how === "cannot" ? null : { ...said, ...nothingTried, how, state, hasPlansToLeave: hasPlansToLeave === "yes" };
  return { ...form, choice, version };
}

async function readCannot(request: Request) {
  const form = await readForm(request, cannotForm);
  if (!form.ok) return form;
  const { version, ...said } = form.value;
  const isRinging = (await formOf(request)).get("intent") === "ring";
  const plan = isRinging ? "The coordinator rings the people it is for today." : "";
  const choice: RequirementChoice = { ...said, how: "cannot", state: "cannot-meet", plan, role: "", evidence: "", hasPlansToLeave: false };
  return { ...form, choice, version };
}

export default function RequirementPage() {
  const data = useLoaderData<typeof loader>();
  return data.isCannot ? <BeforeYouSayNo data={data} /> : <OneRequirement data={data} />;
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

function OneRequirement({ data }: { readonly data: Data }) {
  const { shell, held, nav, reference, meeting, today, item, bookings, notes } = data;
  const answer = useAnswer(held);
  const name = requirementName[item.requirement];
  const { decision } = item;
  const role = answer.value("role", decision?.role);
  const isPrivate = askedOf(item.requirement).sensitivity === "confidential-coordinator-only";
  const hasEvacuation = item.demands.some(({ demand }) => demand.kind === "evacuation-plan");
  return (
    <Page
      shell={shell}
      heading={name}
      caption={meeting}
      meetingNav={nav}
      back={{ href: `/meetings/${reference}/plan#needs`, text: "Back to the plan" }}
      held={held}
      width="wide"
    >
      <p>
        <StatusTag status={statusWord[item.status]} />
      </p>
      {item.reopened.length === 0 ? null : <Warning>{reopenedSentence(item.reopened)}</Warning>}
      <p className="lead">{howMany(item.people, item.essentialPeople)}</p>
      {item.deadline === null || item.status === "met" ? null : <p>{startBySentence(item.deadline, today)}</p>}
      <p>{isPrivate ? "Only you see this. It is never printed." : toldToSentence(item.told)}</p>
      <div className="columns columns--section">
        <div>
          <h2>What it asks for</h2>
          <DemandList item={item} />
          <WhatPeopleWrote notes={notes} />
          <HelpCard data={data} />
        </div>
        <div>
          {bookings.length === 0 ? null : (
            <>
              <h2>Bookings</h2>
              <ul className="link-list">
                {bookings.map(({ support, needed, records }) => (
                  <li key={support}>
                    <a
                      className="target"
                      href={
                        records[0] === undefined
                          ? `/meetings/${reference}/bookings/new?for=${support}`
                          : `/meetings/${reference}/bookings/${records[0].bookingId}`
                      }
                    >
                      {records.length === 0 ? `Book ${supportName[support]}` : `Open the booking: ${supportName[support]}`}
                    </a>
                    {needed === null ? null : <p>{deadlineWords(needed)}</p>}
                  </li>
                ))}
              </ul>
            </>
          )}
          <h2>Your plan</h2>
          <PageForm carried={{ version: String(item.version) }}>
            <Radios
              name="how"
              legend="How will you meet this?"
              options={hows.map((value) => ({ value, label: howLabel[value] }))}
              value={answer.value("how", decision?.how)}
              error={answer.error("how")}
            />
            <LongField
              name="plan"
              label="What have you planned?"
              value={answer.value("plan", decision?.plan)}
              error={answer.error("plan")}
            />
            <SelectField
              name="role"
              label="Who will make sure on the day?"
              blank="Not decided yet"
              options={[...new Set([...rolesOnTheDay, ...(role === "" ? [] : [role])])].map((value) => ({ value, label: value }))}
              value={role}
              error={answer.error("role")}
            />
            <LongField
              name="evidence"
              label="What shows it?"
              hint="For example an email, a photo, or a phone call and its date. Needed for the status Met."
              rows={2}
              value={answer.value("evidence", decision?.evidence)}
              error={answer.error("evidence")}
            />
            {hasEvacuation ? (
              <Tick
                name="hasPlansToLeave"
                label="A plan to leave safely has been made with each person this is for"
                isTicked={answer.isAnswer ? answer.value("hasPlansToLeave") === "yes" : decision?.hasPlansToLeave === true}
              />
            ) : null}
            <Radios
              name="state"
              legend="Status"
              options={states.map((value) => ({ value, label: statusWord[value] }))}
              value={answer.value("state", decision === null || decision.state === "cannot-meet" ? undefined : decision.state)}
              error={answer.error("state")}
            />
            <FormButtons primary="Save" />
          </PageForm>
        </div>
      </div>
    </Page>
  );
}

/** What people wrote about the topic this belongs to, and who each lets it be repeated to; never who wrote it. */
function WhatPeopleWrote({ notes }: { readonly notes: Data["notes"] }) {
  if (notes.length === 0) return null;
  return (
    <>
      <h2>What people wrote about this topic</h2>
      <ul className="govuk-list govuk-list--bullet">
        {notes.map(({ text, mayRead }, index) => (
          // By place: two people may write the same words
          <li key={index}>
            “{text}” {mayReadWords(mayRead)}
          </li>
        ))}
      </ul>
    </>
  );
}

function HelpCard({ data: { item, supported } }: { readonly data: Data }) {
  const entry = askedOf(item.requirement);
  const lacking = item.demands.flatMap(({ demand, finding }) =>
    demand.kind === "venue-feature" && finding !== "met" ? [demand.feature] : [],
  );
  const card = isRequirementId(item.requirement) ? helpCardOf(item.requirement) : null;
  return (
    <>
      <h2>How to meet it</h2>
      <p>{entry.help}</p>
      {card === null ? null : (
        <dl className="govuk-summary-list">
          {[
            ["What good looks like", card.goodLooksLike],
            ["Words to use", card.wordsToUse],
            ["On the day", entry.facilitatorAction ?? ""],
            ["What often goes wrong", card.goesWrong],
            ["Who else it helps", card.alsoHelps],
          ]
            .filter(([, words]) => words !== "")
            .map(([title, words]) => (
              <div key={title} className="govuk-summary-list__row">
                <dt className="govuk-summary-list__key">{title}</dt>
                <dd className="govuk-summary-list__value">{words}</dd>
              </div>
            ))}
        </dl>
      )}
      {supported.map(({ support, suppliers, cost }) => {
        const { leadWorkingDays, leadBasis, positionAndNeeds, register, quantity, briefingWorkingDays } = supportOf(support);
        return (
          <section key={support} aria-labelledby={`support-${support}`}>
            <h3 id={`support-${support}`}>{supportName[support]}</h3>
            <ul className="govuk-list govuk-list--bullet">
              <li>
                Usual notice: {leadWorkingDays.typical} working days. Shortest: {leadWorkingDays.minimum}.{" "}
                {leadBasis === "published" ? "This is published advice." : "This is our own working rule. Ask your suppliers."}
              </li>
              <li>How many, and why: {quantity.text}.</li>
              {briefingWorkingDays === undefined ? null : <li>Papers reach them {briefingWorkingDays} working days before.</li>}
              {positionAndNeeds === undefined ? null : <li>In the room: {positionAndNeeds}.</li>}
              {register === undefined ? null : <li>Check that they are registered: {register}.</li>}
              <li>{beforeSentence({ suppliers, cost })}</li>
            </ul>
          </section>
        );
      })}
      {lacking.length === 0 ? null : (
        <>
          <h3>If the venue does not have it</h3>
          <ul className="govuk-list govuk-list--bullet">
            {lacking.map((feature) => (
              <li key={feature}>
                {featureName[feature]}: {venueFeatureOf(feature).fallback}.
              </li>
            ))}
          </ul>
        </>
      )}
      {entry.sources.length === 0 ? null : (
        <Details summary="Where this comes from">
          <p>The facts rest on these sources. The advice is our own.</p>
          <ul className="govuk-list govuk-list--bullet">
            {entry.sources.map((source) => (
              <li key={source}>
                <a href={accessSources[source].url}>{accessSources[source].title}</a>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}

function BeforeYouSayNo({ data }: { readonly data: Data }) {
  const { shell, held, nav, reference, meeting, item, others } = data;
  const answer = useAnswer(held);
  const name = requirementName[item.requirement];
  const here = `/meetings/${reference}/requirements/${item.requirement}`;
  return (
    <Page shell={shell} heading="Before you say no" caption={`${meeting}: ${name}`} meetingNav={nav} back={{ href: here }} held={held}>
      <p>
        The law says that organisations must make reasonable adjustments, and think ahead about them: section 20 of the Equality Act 2010,
        or in Northern Ireland the Disability Discrimination Act 1995. {howMany(item.people, item.essentialPeople)}
      </p>
      <PageForm carried={{ version: String(item.version) }} action={`${here}?cannot`}>
        <LongField
          name="tried"
          label="What did you try?"
          value={answer.value("tried", item.decision?.tried)}
          error={answer.error("tried")}
        />
        <LongField
          name="offered"
          label="What could you offer instead?"
          value={answer.value("offered", item.decision?.offered)}
          error={answer.error("offered")}
        />
        <SelectField
          name="agreedBy"
          label="Who agreed this?"
          hint="At least one other person."
          blank="Choose a person"
          options={[...others, "Somebody outside this list, named in what you tried"].map((value) => ({ value, label: value }))}
          value={answer.value("agreedBy", item.decision?.agreedBy)}
          error={answer.error("agreedBy")}
        />
        <LongField
          name="message"
          label="The message the person will see"
          hint="You can change the words. The person always gets a message."
          value={answer.value(
            "message",
            item.decision?.message === undefined || item.decision.message === "" ? cannotMeetMessage(name) : item.decision.message,
          )}
          error={answer.error("message")}
        />
        <FormButtons primary="Save and tell them" secondary={[{ intent: "ring", text: "Save, I will ring them today" }]} />
      </PageForm>
    </Page>
  );
}
