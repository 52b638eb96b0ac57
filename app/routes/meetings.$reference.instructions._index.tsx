// Joining instructions for everybody: who is ready, what is missing, and sending them.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { openFormats } from "#app/services/joining-formats.server.ts";
import { listJoining, sendJoining, type PersonToJoin } from "#app/services/joining.server.ts";
import { listSendings } from "#app/services/invitations.server.ts";
import { findMeetingFor } from "#app/services/meetings.server.ts";
import { planFor } from "#app/services/plan.server.ts";
import { ButtonLink, FormButtons } from "#app/ui/buttons.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Page, PageForm } from "#app/ui/page-frame.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import { mend, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { placeToAdd } from "#app/web/joining-places.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { counted, list, longDate, sentenceCase } from "#app/words/format.ts";
import { formatsInWords, missingWords } from "#app/words/joining.ts";
import { meetingWithDate, preferredContactNames } from "#app/words/meetings.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const reference = params["reference"] ?? "";
  const found = await listJoining(visit.context, visit.coordinator, reference);
  const meeting = await findMeetingFor(visit.context, visit.coordinator, reference);
  const theirs = await openFormats(visit.context, visit.coordinator, reference);
  if (!found.ok || !meeting.ok || !theirs.ok) throw notFound();
  const plan = await planFor(visit.context, visit.coordinator, reference);
  const sendings = await listSendings(visit.context, visit.coordinator, meeting.value.id);
  return {
    shell: staffShell(visit),
    reference,
    caption: meetingWithDate(found.value.name, found.value.date),
    meetingNav: meetingNav(reference, visit.path),
    joining: found.value,
    formatsOf: Object.fromEntries(
      found.value.people.map(({ personId, invitationId }) => [personId, formatsInWords(theirs.value.get(invitationId))]),
    ),
    formats: plan.ok ? plan.value.papers.length : 0,
    letters: sendings.filter(({ message }) => message?.kind === "joining-instructions" && message.status === "letter-to-post").length,
    isSent: new URL(request.url).searchParams.get("saved") === "sent",
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const form = await readForm(request, z.strictObject({}));
  if (!form.ok) return mend(form.answer);
  const reference = params["reference"] ?? "";
  const sent = await sendJoining(context, coordinator, reference, "all-ready", form.intent);
  if (!sent.ok) throw notFound();
  return goBackSaying(`/meetings/${reference}/instructions`, "sent");
}

export default function Instructions() {
  const { shell, reference, caption, meetingNav: nav, joining, formatsOf, formats, letters, isSent } = useLoaderData<typeof loader>();
  const { people, missing, sendBy } = joining;
  const toSend = people.filter(
    (person) => person.missing.length === 0 && person.lookAgain.length === 0 && (person.sentOn === null || person.changed.length > 0),
  ).length;
  return (
    <Page
      shell={shell}
      heading="Joining instructions"
      caption={caption}
      meetingNav={nav}
      width="wide"
      notice={isSent ? { heading: "Done", children: "The messages are made. Post or show those that do not go by email." } : undefined}
    >
      {people.length === 0 ? (
        <>
          <p>Invite people first. Their joining instructions appear here.</p>
          <ButtonLink href={`/meetings/${reference}/invite`}>Invite people</ButtonLink>
        </>
      ) : (
        <>
          <p>
            {counted(people.length, "person", "people")},{" "}
            {formats === 0 ? "no formats asked for yet" : counted(formats, "format", "formats")}.{" "}
            {sendBy === null ? "The day to send by is not known yet." : `Send by ${longDate(sendBy)}.`}
          </p>
          {missing.length === 0 ? null : (
            <section aria-labelledby="missing">
              <h2 id="missing">Before you can send</h2>
              <ul className="link-list">
                {missing.map((one) => (
                  <li key={one}>
                    <a className="target" href={placeToAdd(one, reference)}>
                      {missingWords[one]}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <DataTable
            id="joining"
            caption="Everybody who may come"
            columns={[
              { header: "Person" },
              { header: "Formats" },
              { header: "Personal to them" },
              { header: "Status" },
              { header: "What you can do" },
            ]}
            rows={people.map((person) => ({
              key: person.personId,
              cells: [
                person.name,
                <Lines
                  key="formats"
                  lines={[...(formatsOf[person.personId] ?? []), `By ${preferredContactNames[person.preferredContact]}`]}
                />,
                list(personalParts(person)),
                <Status key="status" person={person} />,
                <a key="check" className="target" href={`/meetings/${reference}/instructions/${person.personId}`}>
                  Check {person.name}&apos;s
                </a>,
              ],
            }))}
          />
          {toSend === 0 ? null : (
            <PageForm>
              <FormButtons primary={`Send all that are ready (${toSend})`} />
            </PageForm>
          )}
          {letters === 0 ? null : (
            <p>
              <ButtonLink kind="secondary" href={`/meetings/${reference}/invite/sent`}>
                Print letters ({letters})
              </ButtonLink>
            </p>
          )}
          <p>
            <a className="target" href={`/meetings/${reference}/invite/sent`}>
              See letters to post and messages to show
            </a>
          </p>
        </>
      )}
    </Page>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length < 2) return <>{lines[0]}</>;
  return (
    <ul className="govuk-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

// Only that there is something, never what it is.
function personalParts({ hasSentAnswers, personalLine, isNeutral }: PersonToJoin): readonly string[] {
  const parts = [
    ...(hasSentAnswers ? ["What is arranged for them"] : []),
    ...(personalLine === "" ? [] : ["a personal line"]),
    ...(isNeutral ? ["a subject that says nothing"] : []),
  ];
  return parts.length === 0 ? ["Nothing yet"] : parts.map((part, index) => (index === 0 ? sentenceCase(part) : part));
}

function Status({ person }: { readonly person: PersonToJoin }) {
  const { missing, changed, sentOn, readyOn, lookAgain } = person;
  if (missing.length > 0)
    return (
      <>
        <StatusTag status="To do" text="Not ready" />
        <p>{sentenceCase(list(missing.map((one) => missingWords[one].toLowerCase())))}.</p>
      </>
    );
  if (lookAgain.length > 0)
    return (
      <>
        <StatusTag status="To do" text="Action needed" />
        <p>It was marked as ready. Look again: {lookAgain.join(" ")}</p>
      </>
    );
  if (sentOn === null)
    return (
      <>
        <StatusTag status="Part met" text="Ready" />
        {readyOn === null ? null : <p>Marked as ready on {longDate(readyOn)}.</p>}
      </>
    );
  if (changed.length > 0) return <StatusTag status="To do" text={`Changed since it was sent on ${longDate(sentOn)}`} />;
  return <StatusTag status="Done" text={`Sent ${longDate(sentOn)}`} />;
}
