// One person's time beside the meeting itself, and what was called off: priced by the rules of their own offer.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { CalledOff, TimeBeside } from "#app/domain/payments/attended-time.ts";
import { givenTimeOf, markGivenTime, type BesideRow } from "#app/services/attendance.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { Inset } from "#app/ui/warning.tsx";
import { choice, optionalChoice, optionalText, versionField } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { money } from "#app/words/format.ts";
import { activityNames } from "#app/words/payments.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const reference = params["reference"] ?? "";
  const found = await givenTimeOf(visit.context, visit.coordinator, reference, params["pid"] ?? "");
  if (!found.ok) throw notFound();
  const { name, firstName, version, isClaimed, beside, calledOff, total } = found.value;
  return {
    shell: staffShell(visit),
    held: visit.held,
    nav: meetingNav(reference, visit.path),
    back: `/meetings/${reference}/attendance`,
    name,
    firstName,
    version,
    isClaimed,
    total: total === null ? null : money(total),
    rows: beside.map((row) => ({
      name: `time-${row.activity}`,
      label: row.isCounted ? `${activityNames[row.activity]}: how many` : `${activityNames[row.activity]}: hours`,
      value: row.isCounted ? String(row.items ?? "") : hoursOf(row.minutes),
    })),
    calledOff: calledOff?.by ?? "no",
    notice: calledOff === null ? "" : hoursOf(calledOff.noticeMinutes),
    ready: calledOff === null ? "" : calledOff.preparationDone ? "yes" : "no",
    isSaved: new URL(request.url).searchParams.get("saved") === "time",
  };
}

function hoursOf(minutes: number | null): string {
  return minutes === null ? "" : String(Math.round((minutes / 60) * 100) / 100);
}

const hoursLike = /^\d{1,4}(?:\.\d{1,2})?$/u;

function timeForm(rows: readonly BesideRow[]) {
  return z
    .strictObject({
      calledOff: choice(["no", "organiser", "participant"], "Choose whether it was called off"),
      notice: optionalText({ thing: "hours before" }),
      ready: optionalChoice(["yes", "no"]),
      version: versionField,
      ...Object.fromEntries(rows.map(({ activity }) => [`time-${activity}`, optionalText({ thing: "time" })])),
    })
    .superRefine((said, context) => {
      const given = said as Readonly<Record<string, unknown>>;
      const wrong = (path: string, message: string) => context.addIssue({ code: "custom", message, path: [path] });
      for (const { activity, isCounted } of rows) {
        const typed = String(given[`time-${activity}`]);
        if (typed === "") continue;
        if (isCounted && !/^\d{1,3}$/u.test(typed)) wrong(`time-${activity}`, `${activityNames[activity]} must be a whole number, like 2`);
        if (!isCounted && !(hoursLike.test(typed) && Number(typed) <= 100))
          wrong(`time-${activity}`, `${activityNames[activity]}: hours must be a number, like 2.5`);
      }
      if (said.calledOff === "no") return;
      if (!hoursLike.test(said.notice)) wrong("notice", "Hours before must be a number, like 24");
      if (said.ready === undefined) wrong("ready", "Choose whether they had got ready");
    });
}

type Said = z.output<ReturnType<typeof timeForm>>;

function besideFrom(rows: readonly BesideRow[], said: Said): readonly TimeBeside[] {
  const given = said as Readonly<Record<string, unknown>>;
  return rows.flatMap(({ activity, isCounted }): readonly TimeBeside[] => {
    const typed = Number(given[`time-${activity}`]);
    if (!(typed > 0)) return [];
    return [isCounted ? { activity, minutes: null, items: typed } : { activity, minutes: Math.round(typed * 60), items: null }];
  });
}

function calledOffFrom({ calledOff, notice, ready }: Said): CalledOff | null {
  if (calledOff === "no") return null;
  return { by: calledOff, noticeMinutes: Math.round(Number(notice) * 60), preparationDone: ready === "yes" };
}

const messages = {
  "claimed-already": "This person has sent their claim. Finance can change its amounts.",
  "not-priced": "The rates cannot price this. Look at the kinds of time, or ask whoever looks after the rates.",
  "changed-by-someone-else": "Somebody else changed this page while you had it open. Check it and save again.",
} as const;

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const at = { reference: params["reference"] ?? "", personId: params["pid"] ?? "" };
  const found = await givenTimeOf(context, coordinator, at.reference, at.personId);
  if (!found.ok) throw notFound();
  const { beside } = found.value;
  const read = await readForm(request, timeForm(beside));
  if (!read.ok) return mend(read.answer);
  const given = { beside: besideFrom(beside, read.value), calledOff: calledOffFrom(read.value) };
  const marked = await markGivenTime(context, coordinator, { ...at, version: read.value.version }, given, read.intent);
  if (marked.ok) return goBackSaying(`/meetings/${at.reference}/attendance/${at.personId}`, "time");
  if (marked.refusal === "not-found") throw notFound();
  const [first] = beside;
  return mend(problemWith(first === undefined ? "calledOff" : `time-${first.activity}`, messages[marked.refusal], read.typed));
}

export default function GivenTimePage() {
  const { shell, held, nav, back, name, firstName, version, isClaimed, total, rows, calledOff, notice, ready, isSaved } =
    useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const field = (fieldName: string, saved: string) => ({
    name: fieldName,
    value: answer.value(fieldName, saved),
    error: answer.error(fieldName),
  });
  return (
    <Page
      shell={shell}
      heading={`Other time of ${name}`}
      meetingNav={nav}
      held={held}
      back={{ href: back, text: "Attendance and claims" }}
      notice={isSaved ? { heading: "Saved", children: `${firstName} sees this when they check their time.` } : undefined}
    >
      {total === null ? null : (
        <p>
          As marked now, their time comes to <strong>{total}</strong>, before what they chose to take of it.
        </p>
      )}
      {isClaimed ? (
        <Inset>{messages["claimed-already"]}</Inset>
      ) : (
        <PageForm carried={{ version: String(version) }}>
          <h2>Time beside the meeting</h2>
          <p>What was offered is filled in. Change what was different. Empty means none.</p>
          {rows.map((row) => (
            <TextField
              key={row.name}
              {...field(row.name, row.value)}
              label={row.label}
              optional
              width={4}
              inputMode="decimal"
              autoComplete="off"
            />
          ))}
          <h2>If it was called off</h2>
          <Radios
            {...field("calledOff", calledOff)}
            legend="Was the meeting, or their part in it, called off?"
            hint="What is paid then is in the offer they were made. Costs they could not get back are always paid."
            options={[
              { value: "no", label: "No" },
              { value: "organiser", label: "Yes, we called it off" },
              { value: "participant", label: `Yes, ${firstName} could not take part` },
            ]}
          />
          <TextField
            {...field("notice", notice)}
            label="How many hours before the start?"
            optional
            hint="Only if it was called off. For example, 24. On the day itself, 0."
            width={4}
            inputMode="decimal"
            autoComplete="off"
          />
          <Radios
            {...field("ready", ready)}
            legend="Had they got ready or read the papers?"
            hint="Only if it was called off."
            options={[
              { value: "yes", label: "Yes" },
              { value: "no", label: "No" },
            ]}
          />
          <FormButtons primary="Save this time" />
        </PageForm>
      )}
    </Page>
  );
}
