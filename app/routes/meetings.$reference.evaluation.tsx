// "Look back on the meeting": the coordinator's own page, with the facts beside the questions.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { didItsJob, howMuchSay } from "#app/domain/meetings/evaluation.ts";
import { evaluationOf, saveLookBack } from "#app/services/evaluation.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios, Tick } from "#app/ui/choices.tsx";
import { LongField, MoneyField, TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { choice, longText, optionalPounds } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { accessCostLines, didItsJobLabels, howMuchSayLabels } from "#app/words/after-meeting.ts";
import { noReasonWords } from "#app/words/after-no.ts";
import { counted } from "#app/words/format.ts";
import { changedMeanwhile, meetingWithDate } from "#app/words/meetings.ts";

const hours = z
  .string()
  .trim()
  .default("")
  .transform((typed, context): number | null => {
    const plain = typed.normalize("NFKC");
    if (plain === "") return null;
    if (/^\d{1,4}(?:\.\d{1,2})?$/u.test(plain)) return Math.round(Number(plain) * 60);
    context.addIssue({ code: "custom", message: "Hours must be a number, like 6.5" });
    return z.NEVER;
  });

const form = z.strictObject({
  didItsJob: choice(didItsJob, "Choose whether the meeting did what it set out to do"),
  missing: longText("who was missing"),
  addedCost: optionalPounds("anything to add"),
  staffHours: hours,
  differently: longText("what you will do differently"),
  toDo: z.literal("yes").optional(),
  howMuchSay: choice(howMuchSay, "Choose how much say people had"),
  version: z.coerce.number().int().nonnegative(),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const reference = params["reference"] ?? "";
  const found = await evaluationOf(visit.context, visit.coordinator, reference);
  if (!found.ok) throw notFound();
  const { meeting, evaluation, saidNo, didNotReply, reasons, costs, version } = found.value;
  return {
    shell: staffShell(visit),
    held: visit.held,
    nav: meetingNav(reference, visit.path),
    name: meeting.name,
    caption: meetingWithDate(meeting.name, meeting.date),
    home: `/meetings/${reference}`,
    evaluation,
    who: [
      `${counted(saidNo, "person", "people")} said no.`,
      ...reasons.map(({ reason, people }) => `${noReasonWords[reason]}: ${counted(people, "person", "people")}.`),
      `${counted(didNotReply, "person", "people")} did not reply.`,
    ],
    costs: accessCostLines(costs),
    version,
    isSaved: new URL(request.url).searchParams.get("saved") === "evaluation",
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const reference = params["reference"] ?? "";
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const { version, toDo, staffHours, ...said } = read.value;
  const saved = await saveLookBack(
    context,
    coordinator,
    { reference, version },
    { ...said, staffMinutes: staffHours, isToDo: toDo === "yes" },
    read.intent,
  );
  if (saved.ok) return goBackSaying(`/meetings/${reference}/evaluation`, "evaluation");
  if (saved.refusal === "not-found") throw notFound();
  if (saved.refusal === "nothing-to-do-written")
    return mend(
      problemWith("differently", "Write what you will do differently, or untick “Make this a to-do for the next meeting”", read.typed),
    );
  return mend(problemWith("didItsJob", changedMeanwhile, read.typed));
}

export default function LookBack() {
  const { shell, held, nav, name, caption, home, evaluation, who, costs, version, isSaved } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const minutes = evaluation?.staffMinutes ?? null;
  return (
    <Page
      shell={shell}
      heading={`Look back on ${name}`}
      caption={caption}
      meetingNav={nav}
      back={{ href: `${home}/feedback`, text: "Back to what people told us" }}
      held={held}
      notice={isSaved ? { heading: "Saved", children: "Only coordinators see it. No names are needed in it." } : undefined}
    >
      <p>About 5 minutes. Only coordinators see this page.</p>
      <PageForm carried={{ version: String(version) }}>
        <Radios
          name="didItsJob"
          legend="Did the meeting do what it set out to do?"
          options={didItsJob.map((value) => ({ value, label: didItsJobLabels[value] }))}
          value={answer.value("didItsJob", evaluation?.didItsJob)}
          error={answer.error("didItsJob")}
        />
        <LongField
          name="missing"
          label="Who was missing from the room, and why?"
          hint={who.join(" ")}
          value={answer.value("missing", evaluation?.missing)}
          error={answer.error("missing")}
        />
        <h2>What did access cost?</h2>
        <ul className="govuk-list govuk-list--bullet">
          {costs.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <MoneyField
          name="addedCost"
          label="Anything to add, in pounds?"
          optional
          value={answer.value("addedCost", poundsTyped(evaluation?.addedCost ?? null))}
          error={answer.error("addedCost")}
        />
        <TextField
          name="staffHours"
          label="About how many hours of staff time?"
          width={4}
          inputMode="decimal"
          autoComplete="off"
          value={answer.value("staffHours", minutes === null ? "" : String(Math.round((minutes / 60) * 100) / 100))}
          error={answer.error("staffHours")}
        />
        <LongField
          name="differently"
          label="What will you do differently?"
          value={answer.value("differently", evaluation?.differently)}
          error={answer.error("differently")}
        />
        <Tick
          name="toDo"
          label="Make this a to-do for the next meeting"
          isTicked={answer.isAnswer ? answer.value("toDo") === "yes" : (evaluation?.isToDo ?? false)}
        />
        <Radios
          name="howMuchSay"
          legend="Did people help decide, or only comment?"
          options={howMuchSay.map((value) => ({ value, label: howMuchSayLabels[value] }))}
          value={answer.value("howMuchSay", evaluation?.howMuchSay)}
          error={answer.error("howMuchSay")}
        />
        <FormButtons primary="Save" />
      </PageForm>
    </Page>
  );
}

function poundsTyped(pence: number | null): string {
  return pence === null ? "" : (pence / 100).toFixed(2);
}
