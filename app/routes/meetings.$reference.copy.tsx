// Copying a meeting: what comes along and what does not, said before anything is made.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { copyMeeting, findMeetingFor, listSeriesFor, type CopyInto } from "#app/services/meetings.server.ts";
import { pairsAmongInvited } from "#app/services/kept-apart.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { Warning } from "#app/ui/warning.tsx";
import { optionalText, requiredText } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { goOn } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { copiedFacts, meetingWithDate, notCopiedFacts } from "#app/words/meetings.ts";

const copyForm = z.strictObject({
  series: requiredText("Choose whether it is part of a series", { thing: "series" }),
  seriesName: optionalText({ thing: "series name", max: 80 }),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await findMeetingFor(visit.context, visit.coordinator, params["reference"] ?? "");
  if (!found.ok) throw notFound();
  const { name, date, seriesId, reference } = found.value;
  return {
    shell: staffShell(visit),
    held: visit.held,
    caption: meetingWithDate(name, date),
    series: await listSeriesFor(visit.context, visit.coordinator),
    reference,
    pairs: await pairsAmongInvited(visit.context, visit.coordinator, reference),
    saved: seriesId ?? "none",
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const form = await readForm(request, copyForm);
  if (!form.ok) return mend(form.answer);
  const { series, seriesName } = form.value;
  if (series === "new" && seriesName === "") return mend(problemWith("seriesName", "Enter a name for the series", form.typed));
  const into: CopyInto =
    series === "none" ? { kind: "none" } : series === "new" ? { kind: "new", name: seriesName } : { kind: "series", seriesId: series };
  const copied = await copyMeeting(context, coordinator, params["reference"] ?? "", into, form.intent);
  if (copied.ok) return goOn(`/meetings/${copied.value.reference}/edit/about`);
  if (copied.refusal === "not-found") throw notFound();
  return mend(problemWith("series", "Choose whether it is part of a series", form.typed));
}

export default function CopyMeeting() {
  const { shell, held, caption, series, reference, pairs, saved } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page shell={shell} heading="Copy this meeting" caption={caption} back={{ href: "/meetings", text: "Back to meetings" }} held={held}>
      <p>You get a new draft. You can change all of it before anybody is invited.</p>
      <h2 id="copied">What is copied</h2>
      <ul className="govuk-list govuk-list--bullet">
        {copiedFacts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <h2 id="not-copied">What is not copied</h2>
      <ul className="govuk-list govuk-list--bullet">
        {notCopiedFacts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {pairs === 0 ? null : (
        <>
          <h2 id="before-you-invite">Before you invite the same people again</h2>
          <Warning>A note on file is about two people of this meeting.</Warning>
          <p>
            Only coordinators see this. We say so again before both are invited to the copy.{" "}
            <a href={`/meetings/${reference}/apart`}>Read the note</a>
          </p>
        </>
      )}
      <PageForm>
        <Radios
          name="series"
          legend="Is it part of a series?"
          hint="A series keeps the meetings of one group together in your list. People are invited to each meeting on its own."
          options={[
            { value: "none", label: "No" },
            ...series.map((one) => ({ value: one.seriesId, label: `Yes, ${one.name}` })),
            { value: "new", label: "Yes, a new series", hint: "Both meetings become part of it. Name it below." },
          ]}
          value={answer.value("series", saved)}
          error={answer.error("series")}
        />
        <TextField
          name="seriesName"
          label="Name of the new series"
          optional
          value={answer.value("seriesName")}
          error={answer.error("seriesName")}
          autoComplete="off"
        />
        <FormButtons primary="Copy this meeting" />
      </PageForm>
    </Page>
  );
}
