// Create a meeting, page 3: when it is, and how its breaks work.
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findPoll, stopPoll } from "#app/services/date-poll.server.ts";
import { warningsBefore } from "#app/services/date-warnings.server.ts";
import { findMeetingFor, saveWhen, whyNotThen, type Meeting, type WhenFacts, type WhenRefusal } from "#app/services/meetings.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { DaysWeCheck } from "#app/ui/days-we-check.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { DateField, TextField, TimeField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { mend, problemWith, readForm, type FormAnswer, type Typed } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { backFrom, onFrom } from "#app/web/meeting-pages.ts";
import { goOn } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { clock } from "#app/words/format.ts";
import { changedMeanwhile, clockChangeSentence, dateWarningSentence } from "#app/words/meetings.ts";
import { usualBreaks, whenFactsFrom, whenForm } from "./form.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await findMeetingFor(visit.context, visit.coordinator, params["reference"] ?? "");
  if (!found.ok) throw notFound();
  const meeting = found.value;
  const poll = await findPoll(visit.context, visit.coordinator, meeting.reference);
  const unknown = poll.ok && poll.value.offered !== null ? "poll" : "not-known";
  return {
    shell: staffShell(visit),
    held: visit.held,
    name: meeting.name,
    version: meeting.version,
    isInvited: meeting.state === "open",
    back: backFrom(request, meeting, "when"),
    saved: {
      when: !meeting.answeredSteps.includes("when") ? "" : meeting.date === null ? unknown : "known",
      date: meeting.date,
      startsAt: meeting.startsAt === null ? "" : clock(meeting.startsAt),
      endsAt: meeting.endsAt === null ? "" : clock(meeting.endsAt),
      ...breaksOf(meeting),
    },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const found = await findMeetingFor(context, coordinator, params["reference"] ?? "");
  if (!found.ok) throw notFound();
  const meeting = found.value;
  const wasHeld = meeting.date !== null && meeting.date < context.today;
  const form = await readForm(request, whenForm(wasHeld ? undefined : context.today));
  if (!form.ok) return mend(form.answer);
  const facts = whenFactsFrom(form.value);
  const { when } = facts;
  if (when.kind === "known") {
    const asked = `${when.date} ${when.startsAt} ${when.endsAt}`;
    const [warnings = []] = form.value.warned === asked ? [] : await warningsBefore(context, meeting, [when]);
    // A date that cannot be kept at all is said before anything softer.
    if (warnings.length > 0 && whyNotThen(context, meeting, when) === null) {
      const sentences = warnings.map((warning) => dateWarningSentence(warning, meeting.nation));
      return data({ problems: [], typed: form.typed, warnings: sentences, warned: asked });
    }
  }
  const at = { reference: meeting.reference, version: form.value.version };
  const saved = await saveWhen(context, coordinator, at, facts, form.intent);
  if (!saved.ok) {
    if (saved.refusal === "not-found") throw notFound();
    return mend(answerTo(saved.refusal, facts, form.typed));
  }
  if (form.value.when === "poll") return goOn(`/meetings/${at.reference}/edit/poll${new URL(request.url).search}`);
  if (form.value.when === "not-known") await stopPoll(context, coordinator, at.reference);
  return goOn(onFrom(request, at.reference, "when"));
}

function answerTo(refusal: Exclude<WhenRefusal, "not-found">, { when }: WhenFacts, typed: Typed): FormAnswer {
  if (refusal === "changed-by-someone-else" || when.kind === "not-known") return problemWith("when", changedMeanwhile, typed);
  switch (refusal) {
    case "in-the-past":
      return problemWith("date.day", "The meeting date must be today or later", typed);
    case "ends-before-it-starts":
      return problemWith("endsAt", "Finish time must be after start time", typed);
    case "start-does-not-exist":
      return problemWith("startsAt", clockChangeSentence("does-not-exist", when.startsAt, when.date), typed);
    case "start-happens-twice":
      return problemWith("startsAt", clockChangeSentence("happens-twice", when.startsAt, when.date), typed);
    case "finish-does-not-exist":
      return problemWith("endsAt", clockChangeSentence("does-not-exist", when.endsAt, when.date), typed);
    case "finish-happens-twice":
      return problemWith("endsAt", clockChangeSentence("happens-twice", when.endsAt, when.date), typed);
  }
}

function breaksOf({ breakEveryMinutes: every, breakMinutes: minutes }: Meeting) {
  if (every === null || minutes === null) return { breaks: "", breakEvery: "", breakFor: "" };
  const usual = Object.entries(usualBreaks).find(([, one]) => one.everyMinutes === every && one.minutes === minutes);
  return usual
    ? { breaks: usual[0], breakEvery: "", breakFor: "" }
    : { breaks: "own", breakEvery: String(every), breakFor: String(minutes) };
}

type Warned = { readonly warnings?: readonly string[]; readonly warned?: string };

export default function EditWhen() {
  const { shell, held, name, version, isInvited, back, saved } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const sent = useActionData<Warned>();
  const warnings = sent?.warnings ?? [];
  const warned = sent?.warned ?? "";
  const notice =
    warnings.length === 0
      ? undefined
      : {
          heading: "Before you go on",
          kind: "news" as const,
          children: (
            <>
              {warnings.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
              <p>You can change the date or the time, or continue anyway.</p>
            </>
          ),
        };
  const field = (key: "startsAt" | "endsAt" | "breakEvery" | "breakFor") => ({
    name: key,
    value: answer.value(key, saved[key]),
    error: answer.error(key),
  });
  return (
    <Page shell={shell} heading="When is it?" caption={name} back={back} held={held} notice={notice}>
      {isInvited ? <p>If you change the date or times, offers of payment move with them. Nobody is offered less than before.</p> : null}
      <PageForm carried={{ version: String(version), warned }}>
        <Radios
          name="when"
          legend="Do you know the date?"
          options={[
            { value: "known", label: "I know the date", hint: "Fill in the date and times below." },
            { value: "poll", label: "Ask people which dates suit them", hint: "You choose the dates on the next page." },
            { value: "not-known", label: "I do not know yet" },
          ]}
          value={answer.value("when", saved.when)}
          error={answer.error("when")}
        />
        <DateField name="date" label="Meeting date" value={answer.date("date", saved.date)} error={answer.error("date")} />
        <TimeField {...field("startsAt")} label="Start time" />
        <TimeField {...field("endsAt")} label="Finish time" />
        <Radios
          name="breaks"
          legend="Breaks"
          hint="Most people concentrate better with breaks. Interpreters need them."
          options={[
            { value: "45", label: "Every 45 minutes, for 15 minutes (suggested)" },
            { value: "60", label: "Every 60 minutes, for 15 minutes" },
            { value: "own", label: "I will set my own", hint: "Fill in the two boxes below." },
          ]}
          value={answer.value("breaks", saved.breaks)}
          error={answer.error("breaks")}
        />
        <TextField
          {...field("breakEvery")}
          label="Minutes between breaks"
          hint="If you set your own."
          width={4}
          inputMode="numeric"
          autoComplete="off"
        />
        <TextField
          {...field("breakFor")}
          label="Minutes for each break"
          hint="If you set your own."
          width={4}
          inputMode="numeric"
          autoComplete="off"
        />
        <FormButtons primary={warnings.length === 0 ? "Save and continue" : "Continue anyway"} />
      </PageForm>
      <DaysWeCheck />
    </Page>
  );
}
