// The venue of a meeting: what this meeting needs of it, met, not met or not known, with who said so; or a venue to choose.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { findMeetingFor } from "#app/services/meetings.server.ts";
import { planFor } from "#app/services/plan.server.ts";
import { listSentChecklists } from "#app/services/venue-checklist.server.ts";
import { chooseVenueKnowing, venueChoiceOf } from "#app/services/venue-comparison.server.ts";
import { findVenueFor, listVenuesFor } from "#app/services/venues.server.ts";
import { ButtonLink, FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { Inset } from "#app/ui/warning.tsx";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { versionField } from "#app/web/form-fields.ts";
import { counted, longDate, outOf, shortDate } from "#app/words/format.ts";
import { changedMeanwhile } from "#app/words/meetings.ts";
import { factWords, findingWord, wantedWords } from "#app/words/plan.ts";
import { whoSaidSo } from "#app/words/venue-facts.ts";
import { requirementName } from "#app/words/requirements.ts";
import { featureName } from "#app/words/venue-questions.ts";
import { choiceSentence, wayToGoOnWords } from "#app/words/venue-comparison.ts";
import { reminderSentence } from "#app/words/venues.ts";
import { SentList } from "./venues.$vid.send/sent.tsx";

const chooseForm = z.strictObject({ venue: z.string({ error: "Choose a venue" }), version: versionField });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const { context, coordinator } = visit;
  const plan = await planFor(context, coordinator, params["reference"] ?? "");
  const meeting = await findMeetingFor(context, coordinator, params["reference"] ?? "");
  if (!plan.ok || !meeting.ok) throw notFound();
  const { reference, name, mode, venue, venueQuestions, missing } = plan.value;
  const record = venue === null ? null : await findVenueFor(context, coordinator, venue.venueId);
  const facts = record?.ok === true ? record.value.topics.flatMap(({ facts }) => facts) : [];
  return {
    shell: staffShell(visit),
    held: visit.held,
    nav: meetingNav(reference, visit.path),
    reference,
    name,
    mode,
    venue,
    isPlanned: missing === null,
    version: meeting.value.version,
    venues: await listVenuesFor(context, coordinator),
    requests: await listSentChecklists(context, coordinator, meeting.value),
    choice: await venueChoiceOf(context, coordinator, meeting.value),
    notice: new URL(request.url).searchParams.get("saved"),
    questions: venueQuestions.map((question) => ({
      ...question,
      known: facts.find(({ feature }) => feature === question.feature)?.known ?? null,
    })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const reference = params["reference"] ?? "";
  const form = await readForm(request, chooseForm);
  if (!form.ok) return mend(form.answer);
  const { venue: venueId, version } = form.value;
  const chosen = await chooseVenueKnowing(context, coordinator, { reference, version, venueId }, new Map(), form.intent);
  if (chosen.ok) return goBackSaying(`/meetings/${reference}/plan`, chosen.value.notKnown === 0 ? "venue" : "venue-not-known");
  if (typeof chosen.refusal === "object") return redirect(`/meetings/${reference}/venues/choose?venue=${venueId}`, { status: 303 });
  if (chosen.refusal === "not-found") throw notFound();
  return mend(problemWith("venue", changedMeanwhile, form.typed));
}

const notices: Readonly<Record<string, { readonly heading: string; readonly children: string }>> = {
  chosen: { heading: "Saved", children: "The venue is in the plan." },
  "chosen-not-known": { heading: "Saved", children: "The venue is in the plan. Some essential needs are not known there: ask the venue." },
  "chosen-although": { heading: "Saved", children: "The venue is in the plan. What it leaves unmet stays open until it is met." },
};

const levels = { must: "Must have.", should: "Wanted.", nice: "Would help." } as const;

export default function MeetingVenue() {
  const { shell, held, nav, reference, name, mode, venue, isPlanned, version, venues, requests, questions, choice, notice } =
    useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const musts = questions.filter(({ level }) => level === "must");
  const groups = (["not-met", "unknown", "met"] as const).map((finding) => ({
    finding,
    items: questions.filter((one) => one.finding === finding),
  }));
  return (
    <Page
      shell={shell}
      heading={venue === null ? "Choose a venue" : venue.name}
      caption={name}
      meetingNav={nav}
      held={held}
      width="wide"
      notice={
        notice === "sent"
          ? { heading: "Sent", children: reminderSentence(requests[0]?.remindedOn ?? null) }
          : notice === null
            ? undefined
            : notices[notice]
      }
    >
      {mode === "online" ? <p>This meeting is online only, so it needs no venue.</p> : null}
      {venue === null ? null : (
        <>
          {isPlanned ? (
            <p className="lead">
              {outOf(musts.filter(({ finding }) => finding === "met").length, musts.length)} essential needs are known to be met. Not known
              is never taken as yes.
            </p>
          ) : (
            <p>What this meeting needs of its venue appears once its date, agenda and number of people are known.</p>
          )}
          {choice === null ? null : (
            <Inset>
              <p>{choiceSentence(choice)}</p>
              <ul className="govuk-list govuk-list--bullet">
                {choice.unmet.map(({ requirement, way }) => (
                  <li key={requirement}>
                    <a href={`/meetings/${reference}/requirements/${requirement}`}>{requirementName[requirement]}</a>: {wayToGoOnWords[way]}
                    .
                  </li>
                ))}
              </ul>
            </Inset>
          )}
          <SentList requests={requests} hrefOf={(id) => `/meetings/${reference}/venue/requests/${id}`} />
          <ButtonLink href={`/meetings/${reference}/venue/send`}>Send the checklist to {venue.name}</ButtonLink>
          <p>
            <a className="target" href={`/venues/${venue.venueId}`}>
              Everything known of {venue.name}
            </a>
          </p>
          {groups
            .filter(({ items }) => items.length > 0)
            .map(({ finding, items }) => (
              <section key={finding} aria-labelledby={`finding-${finding}`}>
                <h2 id={`finding-${finding}`}>
                  {findingWord[finding]} ({items.length})
                </h2>
                <ul className="states states--bare">
                  {items.map(({ feature, fact, wanted, level, people, isBaseline, known, askBy, quantity }) => (
                    <li key={feature}>
                      <div className="states__text">
                        <p>
                          <strong>{featureName[feature]}</strong>
                          {quantity === undefined ? "" : `: ${String(quantity)}`}
                        </p>
                        <p>
                          {levels[level]} {people === 0 ? "" : `${counted(people, "person asked", "people asked")}. `}
                          {isBaseline ? "Every meeting should have it. " : ""}
                          {finding === "unknown" && askBy !== undefined ? `Ask by ${shortDate(askBy)}. ` : ""}
                        </p>
                        <p>
                          {fact === undefined
                            ? ""
                            : `${factWords(feature, fact)}${wanted.is === "yes" ? "" : `, ${wantedWords(wanted)} wanted`}. `}
                          {known === null ? "Nobody has told us." : whoSaidSo(known)}{" "}
                          <a href={`/venues/${venue.venueId}/facts/${feature}`}>
                            {known?.standing.is === "disagree" ? "Settle it" : "See everything"}
                            <span className="govuk-visually-hidden"> about: {featureName[feature]}</span>
                          </a>
                        </p>
                      </div>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
        </>
      )}
      {mode === "online" ? null : venues.length === 0 ? (
        <>
          <p>You have no venues yet.</p>
          <ButtonLink href="/venues">Add a venue</ButtonLink>
        </>
      ) : (
        <>
          <h2>{venue === null ? "Venues on file" : "Use another venue"}</h2>
          <p>
            <a className="target" href={`/meetings/${reference}/venues`}>
              Compare venues
            </a>
          </p>
          <PageForm carried={{ version: String(version) }}>
            <Radios
              name="venue"
              legend="Which venue?"
              options={venues.map((one) => ({
                value: one.venueId,
                label: one.name,
                hint: `${counted(one.known, "fact", "facts")} known. ${one.checkedOn === null ? "Never checked." : `Checked ${longDate(one.checkedOn)}.`}`,
              }))}
              value={answer.value("venue", venue?.venueId)}
              error={answer.error("venue")}
            />
            <FormButtons primary="Choose this venue" />
          </PageForm>
        </>
      )}
    </Page>
  );
}
