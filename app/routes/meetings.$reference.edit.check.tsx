// Create a meeting, the last page: every answer, the days to work towards, and the button that makes it a meeting.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { createMeeting, findMeetingFor, holidayWarnings, keyDatesOf, placeOf, unansweredOf } from "#app/services/meetings.server.ts";
import { offerOf } from "#app/services/offers.server.ts";
import { findRateLine } from "#app/services/rate-cards.server.ts";
import { ButtonLink, FormButtons } from "#app/ui/buttons.tsx";
import { Page, PageForm } from "#app/ui/page-frame.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { versionField } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { changedMeanwhile, dateWarningSentence, keyDateInWords, keyDateWords, questionOf } from "#app/words/meetings.ts";
import { summaryOf } from "#app/words/meeting-summary.ts";

const checkForm = z.strictObject({ version: versionField });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const { context } = visit;
  const found = await findMeetingFor(context, visit.coordinator, params["reference"] ?? "");
  if (!found.ok) throw notFound();
  const meeting = found.value;
  const offer = await offerOf(context, context.db, meeting, "");
  const missing = new Set(unansweredOf(meeting).map(({ answer }) => answer));
  const rows = summaryOf(meeting, {
    place: await placeOf(context, meeting),
    rate: await findRateLine(context, meeting),
    dateWarnings: holidayWarnings(context, meeting).map((warning) => dateWarningSentence(warning, meeting.nation)),
    offer: offer.ok ? offer.value : null,
  });
  return {
    shell: staffShell(visit),
    held: visit.held,
    name: meeting.name,
    reference: meeting.reference,
    version: meeting.version,
    isDraft: meeting.state === "draft",
    rows: rows.map((row) => ({ ...row, isMissing: row.answers.some((answer) => missing.has(answer)) })),
    keyDates:
      keyDatesOf(context, meeting)?.map(({ id, on, isPast }) => ({ id, ...keyDateWords[id], on: keyDateInWords(on, isPast) })) ?? null,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const form = await readForm(request, checkForm);
  if (!form.ok) return mend(form.answer);
  if (form.button === "draft") return goBackSaying("/meetings", "draft");
  const at = { reference: params["reference"] ?? "", version: form.value.version };
  const created = await createMeeting(context, coordinator, at, form.intent);
  if (created.ok) return goBackSaying(`/meetings/${at.reference}/invite`, "created");
  if (created.refusal === "not-found") throw notFound();
  if (created.refusal === "changed-by-someone-else") return mend(problemWith("main", changedMeanwhile, form.typed));
  const meeting = await findMeetingFor(context, coordinator, at.reference);
  if (!meeting.ok) throw notFound();
  const problems = unansweredOf(meeting.value).map(({ answer }) => ({
    field: `answer-${answer}`,
    message: `Answer '${questionOf[answer]}'`,
  }));
  return mend({ problems, typed: form.typed });
}

export default function CheckMeeting() {
  const { shell, held, name, reference, version, isDraft, rows, keyDates } = useLoaderData<typeof loader>();
  const edit = `/meetings/${reference}/edit`;
  const back = isDraft ? { href: `${edit}/payment` } : { href: `/meetings/${reference}/plan`, text: "Back to the plan" };
  return (
    <Page shell={shell} heading="Check the meeting" caption={name} back={back} held={held}>
      <SummaryList
        rows={rows.map((row) => ({
          name: row.name,
          answer: row.isMissing ? (
            <a className="target" id={`answer-${row.answers[0] ?? ""}`} href={`${edit}/${row.step}?from=check`}>
              Not answered yet<span className="govuk-visually-hidden">: {row.name}</span>
            </a>
          ) : (
            row.lines.map((line) => <p key={line}>{line}</p>)
          ),
          change: { href: `${edit}/${row.step}?from=check`, about: row.name.charAt(0).toLowerCase() + row.name.slice(1) },
        }))}
      />
      <section aria-labelledby="deadlines-heading">
        <h2 id="deadlines-heading">Your deadlines</h2>
        {keyDates === null ? <p>We work these out once the date is known.</p> : null}
        {keyDates === null ? null : (
          <SummaryList
            rows={keyDates.map((one) => ({
              name: one.name,
              answer: (
                <>
                  <p>{one.on}</p>
                  <p>{one.why}</p>
                </>
              ),
            }))}
          />
        )}
      </section>
      {isDraft ? (
        <PageForm carried={{ version: String(version) }}>
          <FormButtons primary="Create meeting" secondary={[{ intent: "draft", text: "Save as a draft" }]} />
        </PageForm>
      ) : (
        <ButtonLink href={`/meetings/${reference}/plan`}>Go to the plan</ButtonLink>
      )}
    </Page>
  );
}
