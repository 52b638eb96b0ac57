// Noting that a problem of a venue was put right.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { listProblemsFor, markFixed } from "#app/services/venue-problems.server.ts";
import { findVenueFor } from "#app/services/venues.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { DateField, TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { date, optionalText, versionField } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { longDate } from "#app/words/format.ts";
import { changedMeanwhile } from "#app/words/meetings.ts";

const fixedForm = z.strictObject({
  fixedOn: date({ thing: "the day it was put right" }),
  fixedHow: optionalText({ thing: "answer", max: 500 }),
  version: versionField,
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const { vid = "", problem: problemId = "" } = params;
  const venue = await findVenueFor(visit.context, visit.coordinator, vid);
  const problems = await listProblemsFor(visit.context, visit.coordinator, vid);
  const problem = problems.ok ? problems.value.find((one) => one.problemId === problemId) : undefined;
  if (!venue.ok || problem === undefined) throw notFound();
  return {
    shell: staffShell(visit),
    held: visit.held,
    venue: { venueId: venue.value.venueId, name: venue.value.name },
    problem,
    today: visit.context.today,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const { vid = "", problem = "" } = params;
  const form = await readForm(request, fixedForm);
  if (!form.ok) return mend(form.answer);
  const { version, ...fixed } = form.value;
  if (fixed.fixedOn > context.today)
    return mend(problemWith("fixedOn.day", "The day it was put right must be today or earlier", form.typed));
  const marked = await markFixed(context, coordinator, { venueId: vid, problemId: problem, version }, fixed, form.intent);
  if (marked.ok) return goBackSaying(`/venues/${vid}`, "fixed");
  if (marked.refusal === "not-found") throw notFound();
  return mend(problemWith("fixedOn", changedMeanwhile, form.typed));
}

export default function FixedProblem() {
  const { shell, held, venue, problem, today } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page
      shell={shell}
      heading="Mark a problem as put right"
      caption={venue.name}
      back={{ href: `/venues/${venue.venueId}`, text: "Back to the venue" }}
      held={held}
    >
      <p>
        <strong>{problem.what}</strong>
      </p>
      <p>
        Seen on {longDate(problem.seenOn)}, noted by {problem.savedBy}.
      </p>
      <PageForm carried={{ version: String(problem.version) }}>
        <DateField
          name="fixedOn"
          label="When was it put right?"
          value={answer.date("fixedOn", problem.fixedOn ?? today)}
          error={answer.error("fixedOn")}
        />
        <TextField
          name="fixedHow"
          label="What was done?"
          optional
          autoComplete="off"
          value={answer.value("fixedHow", problem.fixedHow)}
          error={answer.error("fixedHow")}
        />
        <FormButtons primary="Mark as put right" />
      </PageForm>
    </Page>
  );
}
