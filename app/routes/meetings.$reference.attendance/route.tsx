// Who took part: one question for each person, with their hours. Saving it opens their claims.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { attendanceOf, markAttendance } from "#app/services/attendance.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { attendanceLabels, claimsOpenNotice } from "#app/words/claims.ts";
import { longDate } from "#app/words/format.ts";
import { attendanceForm, attendanceOptions, hoursTyped, marksFrom } from "./form.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await attendanceOf(visit.context, visit.coordinator, params["reference"] ?? "");
  if (!found.ok) throw notFound();
  const { meeting, people, isOver, illnessLine, cancelledLine } = found.value;
  const saved = new URL(request.url).searchParams.get("saved");
  return {
    shell: staffShell(visit),
    held: visit.held,
    nav: meetingNav(meeting.reference, visit.path),
    caption: meeting.date === null ? meeting.name : `${meeting.name}, ${longDate(meeting.date)}`,
    isOver,
    policyLines: [illnessLine, cancelledLine].filter((line) => line !== ""),
    otherHref: `/meetings/${meeting.reference}/attendance`,
    paperHref: `/meetings/${meeting.reference}/paper-claims`,
    people: people.map((row) => ({ ...row, hours: row.minutes === null ? "" : hoursTyped(row.minutes) })),
    notice: saved !== null && /^\d{1,4}$/u.test(saved) ? claimsOpenNotice(Number(saved)) : null,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const reference = params["reference"] ?? "";
  const found = await attendanceOf(context, coordinator, reference);
  if (!found.ok) throw notFound();
  const toMark = found.value.people.filter(({ isClaimed }) => !isClaimed);
  const form = await readForm(request, attendanceForm(toMark));
  if (!form.ok) return mend(form.answer);
  const marked = await markAttendance(context, coordinator, reference, marksFrom(toMark, form.value), form.intent);
  if (marked.ok) return goBackSaying(`/meetings/${reference}/attendance`, String(marked.value.told));
  if (marked.refusal === "not-found") throw notFound();
  const message =
    marked.refusal === "not-yet"
      ? "You can mark who took part from the day of the meeting"
      : "Somebody else changed this page while you had it open. Check it and save again.";
  return mend(problemWith(`took-${toMark[0]?.invitationId ?? ""}`, message, form.typed));
}

export default function Attendance() {
  const { shell, held, nav, caption, isOver, policyLines, otherHref, paperHref, people, notice } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const toMark = people.filter(({ isClaimed }) => !isClaimed);
  return (
    <Page
      shell={shell}
      heading="Who took part?"
      caption={caption}
      meetingNav={nav}
      held={held}
      notice={notice === null ? undefined : { heading: "Saved", children: notice }}
    >
      {people.length === 0 ? <p>Nobody has been invited yet. People appear here once they are invited.</p> : null}
      {isOver || people.length === 0 ? null : <p>You can mark who took part from the day of the meeting.</p>}
      {isOver && people.length > 0 ? (
        <p>
          <a className="target" href={paperHref}>
            Type in a claim that came on paper or by phone
          </a>
        </p>
      ) : null}
      {people.some(({ isClaimed }) => isClaimed) ? (
        <>
          <h2>Already claimed</h2>
          <p>These people have sent their claim. Finance can change its amounts.</p>
          <ul className="govuk-list govuk-list--bullet">
            {people
              .filter(({ isClaimed }) => isClaimed)
              .map((row) => (
                <li key={row.invitationId}>
                  {row.name}: {row.attendance === null ? "" : attendanceLabels[row.attendance]}
                </li>
              ))}
          </ul>
        </>
      ) : null}
      {!isOver || toMark.length === 0 ? null : (
        <>
          <p>
            If someone was ill on the day, choose &ldquo;Did not take part&rdquo;. They can still claim costs that they could not get back.
          </p>
          {policyLines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <PageForm carried={Object.fromEntries(toMark.map(({ invitationId, version }) => [`version-${invitationId}`, String(version)]))}>
            {toMark.map((row) => (
              <div key={row.invitationId} className="form-part">
                <Radios
                  name={`took-${row.invitationId}`}
                  legend={row.name}
                  asHeading="h2"
                  options={attendanceOptions}
                  value={answer.value(`took-${row.invitationId}`, row.attendance ?? "")}
                  error={answer.error(`took-${row.invitationId}`)}
                />
                <TextField
                  name={`hours-${row.invitationId}`}
                  label={
                    <>
                      Hours (change if different)<span className="govuk-visually-hidden"> for {row.name}</span>
                    </>
                  }
                  width={4}
                  inputMode="decimal"
                  autoComplete="off"
                  value={answer.value(`hours-${row.invitationId}`, row.hours)}
                  error={answer.error(`hours-${row.invitationId}`)}
                />
                {row.hasPaidTime ? (
                  <p>
                    <a className="target" href={`${otherHref}/${row.personId}`}>
                      Other time, or called off<span className="govuk-visually-hidden">: {row.name}</span>
                    </a>
                  </p>
                ) : null}
              </div>
            ))}
            <FormButtons primary="Save and open claims" />
          </PageForm>
        </>
      )}
    </Page>
  );
}
