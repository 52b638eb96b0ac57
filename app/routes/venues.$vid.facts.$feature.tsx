// One fact of a venue: everything anybody said of it, settling it where people differ, and recording what you learned.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { dayIn } from "#app/domain/basics/dates.ts";
import { venueFeatureIds, type VenueFeatureId } from "#app/domain/access/venue-features.ts";
import { findFact, recordFact, settleFact, type SaidView } from "#app/services/venue-facts.server.ts";
import { listPhotosFor } from "#app/services/venue-photos.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios, Tick } from "#app/ui/choices.tsx";
import { DateField, LongField, TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { choice, date, optionalText, requiredText } from "#app/web/form-fields.ts";
import { formOf, mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { longDate } from "#app/words/format.ts";
import { changedMeanwhile } from "#app/words/meetings.ts";
import { factWords, sourceSentence } from "#app/words/plan.ts";
import {
  askAgainWords,
  holdsWords,
  relianceWords,
  sourceChoices,
  standingWords,
  venueNotice,
  type ChosenSource,
} from "#app/words/venue-facts.ts";
import { featureName, venueQuestion } from "#app/words/venue-questions.ts";
import { isNumber, noteOfNone, problemOf } from "./v.checklist.$rid.$topic/answers.ts";
import { Photos } from "./venues.$vid.photos._index/photos.tsx";

const sources = Object.keys(sourceChoices) as readonly ChosenSource[];
const settleForm = z.strictObject({
  stands: z.string({ error: "Choose what stands" }).max(100),
  reason: requiredText("Say why", { thing: "reason", max: 500 }),
  considered: z.string().max(20_000),
});

function recordForm(feature: VenueFeatureId, isNone: boolean) {
  const { number } = venueQuestion[feature];
  const isMeasured = number !== undefined && isNumber(feature);
  const typed = z.string().trim().default("");
  const measured = typed
    .superRefine((text, check) => {
      const problem = number === undefined ? undefined : problemOf(feature, number, text);
      if (problem !== undefined) check.addIssue({ code: "custom", message: problem });
    })
    .transform((text) => Math.round(Number(text) * (number?.timesToFact ?? 1) * 100) / 100);
  const nothing = typed.refine((text) => text === "", "Give one answer: a number, or the box under it").transform(() => false);
  return z.strictObject({
    isNone: number?.none === undefined ? z.undefined().optional() : z.literal("yes").optional(),
    value: isMeasured ? (isNone ? nothing : measured) : choice(["yes", "no"], "Choose yes or no").transform((said) => said === "yes"),
    source: choice(sources, "Choose how you know"),
    saidBy: requiredText("Enter who or what it comes from", { thing: "answer", max: 100 }),
    checkedOn: date({ thing: "the day it was checked" }),
    note: optionalText({ thing: "note", max: 1000 }),
  });
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const { context, coordinator } = visit;
  const { vid = "", feature = "" } = params;
  const found = await findFact(context, coordinator, { venueId: vid, feature });
  const photos = await listPhotosFor(context, coordinator, vid);
  if (!found.ok || !photos.ok) throw notFound();
  return {
    shell: staffShell(visit),
    held: visit.held,
    ...found.value,
    photos: photos.value.filter((photo) => photo.feature === feature),
    today: context.today,
    notice: venueNotice(new URL(request.url).searchParams.get("saved")),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const { vid = "" } = params;
  const feature = venueFeatureIds.find((id) => id === params["feature"]);
  if (feature === undefined) throw notFound();
  const here = `/venues/${vid}/facts/${feature}`;
  const sent = await formOf(request);
  if (sent.has("considered")) {
    const form = await readForm(request, settleForm);
    if (!form.ok) return mend(form.answer);
    const { stands, reason, considered } = form.value;
    const decision = { statementId: stands === "not-known" ? null : stands, considered: considered.split(","), reason };
    const settled = await settleFact(context, coordinator, { venueId: vid, feature }, decision, form.intent);
    if (settled.ok) return goBackSaying(here, "settled");
    if (settled.refusal === "not-found") throw notFound();
    return mend(problemWith("stands", changedMeanwhile, form.typed));
  }
  const form = await readForm(request, recordForm(feature, sent.get("isNone") === "yes"));
  if (!form.ok) return mend(form.answer);
  const { value, source, saidBy, checkedOn } = form.value;
  const note = form.value.isNone === "yes" ? noteOfNone(feature, form.value.note) : form.value.note;
  const saved = await recordFact(context, coordinator, vid, { feature, value, source, saidBy, checkedOn, note }, form.intent);
  if (saved.ok) return goBackSaying(here, "saved");
  if (saved.refusal === "not-found") throw notFound();
  return mend(problemWith("checkedOn.day", "The day it was checked must be today or earlier", form.typed));
}

export default function OneFact() {
  const { shell, held, venue, fact, photos, today, notice } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const { feature, standing, statements, settlements } = fact;
  const byId = new Map(statements.map((one) => [one.id, one]));
  // Each kind of source speaks with its newest word; older ones are history.
  const speaking = statements.filter((one, at) => one.value !== null && statements.findIndex(({ source }) => source === one.source) === at);
  const { question, hint, number } = venueQuestion[feature];
  const isMeasured = number !== undefined && isNumber(feature);
  return (
    <Page
      shell={shell}
      heading={featureName[feature]}
      caption={venue.name}
      back={{ href: `/venues/${venue.id}`, text: "Back to the venue" }}
      held={held}
      notice={notice}
    >
      <p className="lead">
        <strong>{standingWords(feature, standing)}.</strong> {relianceWords(standing)}
      </p>
      {speaking.length < 2 && standing.is !== "disagree" ? null : (
        <section aria-labelledby="settle">
          <h2 id="settle">{standing.is === "disagree" ? "Settle it" : "Settle it differently"}</h2>
          <PageForm carried={{ considered: statements.map(({ id }) => id).join(",") }}>
            <Radios
              name="stands"
              legend="Which one stands?"
              options={[
                ...speaking.map((one) => ({ value: one.id, label: `${factWords(feature, one.value)}. ${saidSentence(one)}` })),
                { value: "not-known", label: "None of them. It counts as not known until somebody checks." },
              ]}
              value={answer.value("stands", settlements[0] === undefined ? undefined : (settlements[0].statementId ?? "not-known"))}
              error={answer.error("stands")}
            />
            <LongField name="reason" label="Why?" rows={2} value={answer.value("reason")} error={answer.error("reason")} />
            <FormButtons primary="Settle it" />
          </PageForm>
        </section>
      )}
      <h2>What we were told</h2>
      {statements.length === 0 ? <p>Nobody has told us anything yet.</p> : null}
      <ul className="states states--bare">
        {statements.map((one) => (
          <li key={one.id}>
            <div className="states__text">
              <p>
                <strong>{one.value === null ? "“I do not know”" : factWords(feature, one.value)}</strong>
              </p>
              <p>
                {saidSentence(one)} {one.value === null ? "" : holdsWords(one.holdsUntil, one.isTooOld)} {one.note}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <p>{askAgainWords(fact.monthsItHolds)}</p>
      {settlements.length === 0 ? null : (
        <>
          <h2>What was settled</h2>
          <ul className="states states--bare">
            {settlements.map((one) => {
              const stood = one.statementId === null ? undefined : byId.get(one.statementId);
              return (
                <li key={one.settledAt}>
                  <div className="states__text">
                    <p>
                      <strong>{stood === undefined ? "Not known until somebody checks" : factWords(feature, stood.value)}</strong>
                    </p>
                    <p>
                      Settled by {one.settledBy}, {longDate(dayIn(one.settledAt))}: {one.reason}
                    </p>
                  </div>
                </li>
              );
            })}
          </ul>
        </>
      )}
      <h2>Photos</h2>
      <Photos venueId={venue.id} photos={photos} />
      <p>
        <a className="target" href={`/venues/${venue.id}/photos?of=${feature}`}>
          Add a photo of this
        </a>
      </p>
      <h2>Record what you know</h2>
      <PageForm>
        {isMeasured ? (
          <>
            <TextField
              name="value"
              label={question}
              hint={`${hint} ${number.label}`}
              width={5}
              inputMode="decimal"
              autoComplete="off"
              value={answer.value("value")}
              error={answer.error("value")}
            />
            {number.none === undefined ? null : <Tick name="isNone" label={number.none} isTicked={answer.value("isNone") === "yes"} />}
          </>
        ) : (
          <Radios
            name="value"
            legend={question}
            hint={hint}
            options={[
              { value: "yes", label: "Yes" },
              { value: "no", label: "No" },
            ]}
            value={answer.value("value")}
            error={answer.error("value")}
          />
        )}
        <Radios
          name="source"
          legend="How do you know?"
          options={sources.map((source) => ({ value: source, ...sourceChoices[source] }))}
          value={answer.value("source")}
          error={answer.error("source")}
        />
        <TextField
          name="saidBy"
          label="Who or what does it come from?"
          hint="A role or a title is enough."
          autoComplete="off"
          value={answer.value("saidBy")}
          error={answer.error("saidBy")}
        />
        <DateField
          name="checkedOn"
          label="What day was it checked, said or published?"
          value={answer.date("checkedOn", today)}
          error={answer.error("checkedOn")}
        />
        <TextField name="note" label="Note" optional autoComplete="off" value={answer.value("note")} error={answer.error("note")} />
        <FormButtons primary="Save this fact" />
      </PageForm>
    </Page>
  );
}

function saidSentence({ source, saidBy, checkedOn }: SaidView): string {
  return sourceSentence(source, saidBy, checkedOn);
}
