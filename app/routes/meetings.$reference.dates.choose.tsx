// Choosing one of the offered dates: who cannot come, what happens to them, and the button that tells everyone.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { chooseDate, dateToChoose } from "#app/services/date-poll.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Tick } from "#app/ui/choices.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { Warning } from "#app/ui/warning.tsx";
import { versionField } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { cannotComeSentence, chooseHeading, offeredDate } from "#app/words/dates.ts";
import { counted } from "#app/words/format.ts";
import { changedMeanwhile, dateWarningSentence } from "#app/words/meetings.ts";

const chooseForm = z.strictObject({ otherWays: z.literal("yes").optional(), version: versionField });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const reference = params["reference"] ?? "";
  const found = await dateToChoose(visit.context, visit.coordinator, reference, new URL(request.url).searchParams.get("date") ?? "");
  if (!found.ok) {
    if (found.refusal === "date-is-chosen") throw redirect(`/meetings/${reference}/dates`);
    throw notFound();
  }
  return {
    shell: staffShell(visit),
    held: visit.held,
    reference,
    caption: found.value.meeting.name,
    meetingNav: meetingNav(reference, visit.path),
    ...found.value,
    warnings: found.value.warnings.map((warning) => dateWarningSentence(warning, found.value.meeting.nation)),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const form = await readForm(request, chooseForm);
  if (!form.ok) return mend(form.answer);
  const reference = params["reference"] ?? "";
  const at = { reference, version: form.value.version, dateId: new URL(request.url).searchParams.get("date") ?? "" };
  const chosen = await chooseDate(context, coordinator, at, { askForOtherWays: form.value.otherWays === "yes" }, form.intent);
  if (chosen.ok) return goBackSaying(`/meetings/${reference}/dates`, "chosen");
  switch (chosen.refusal) {
    case "not-found":
      throw notFound();
    case "date-is-chosen":
      throw redirect(`/meetings/${reference}/dates`);
    case "date-is-past":
      return mend(problemWith("main", "This date cannot be kept any more. Choose another one.", form.typed));
    case "changed-by-someone-else":
      return mend(problemWith("main", changedMeanwhile, form.typed));
  }
}

export default function ChooseDate() {
  const {
    shell,
    held,
    reference,
    caption,
    meetingNav: nav,
    date,
    meetingVersion,
    cannot,
    warnings,
    toTell,
  } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const others = cannotComeSentence(cannot.others, cannot.names.length > 0);
  const nobody = cannot.names.length + cannot.others === 0;
  return (
    <Page
      shell={shell}
      heading={chooseHeading(date.date)}
      caption={caption}
      meetingNav={nav}
      back={{ href: `/meetings/${reference}/dates`, text: "Go back" }}
      held={held}
    >
      <p>{offeredDate(date)}.</p>
      <h2 id="cannot">Who cannot come</h2>
      {nobody ? <p>Nobody has said that they cannot come on this date.</p> : null}
      {cannot.names.length === 0 ? null : (
        <ul className="govuk-list govuk-list--bullet">
          {cannot.names.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
      {others === "" ? null : <p>{others}</p>}
      {date.leavesOut === 0 ? null : (
        <Warning>
          {counted(date.leavesOut, "person who cannot come needs", "people who cannot come need")} support to take part. Ask what would let
          them take part before you choose.
        </Warning>
      )}
      {date.noReply === 0 ? null : <p>{counted(date.noReply, "person has", "people have")} not said anything about this date.</p>}
      {warnings.length === 0 ? null : (
        <>
          <h2 id="worth-knowing">Worth knowing about this date</h2>
          <ul className="govuk-list govuk-list--bullet">
            {warnings.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      <PageForm carried={{ version: String(meetingVersion) }}>
        {nobody ? null : (
          <Tick
            name="otherWays"
            label="Ask them about another way to give views"
            hint="Their message asks if they would like to give views by phone, in writing, or by audio or video."
            isTicked={answer.value("otherWays") === "yes"}
          />
        )}
        <p>{counted(toTell, "person is", "people are")} told, each in the way they like to be contacted.</p>
        <FormButtons primary="Choose this date and tell everyone">
          <a className="target" href={`/meetings/${reference}/dates`}>
            Go back
          </a>
        </FormButtons>
      </PageForm>
    </Page>
  );
}
