// The people asked to one meeting: their replies, whether they sent their access answers, and their links.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { z } from "zod";
import { fewestCounted } from "#app/domain/people/after-no.ts";
import { countNoReasons } from "#app/services/after-no.server.ts";
import { listSendings, removeInvitation, sendLinkAgain, type Sending } from "#app/services/invitations.server.ts";
import { findMeetingFor } from "#app/services/meetings.server.ts";
import { Button, ButtonLink, FormButtons } from "#app/ui/buttons.tsx";
import { Item, Items } from "#app/ui/items.tsx";
import { Page, PageForm } from "#app/ui/page-frame.tsx";
import { Warning } from "#app/ui/warning.tsx";
import { requiredText } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { goBackSaying, goOn } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { noReasonWords, notForMeSentences, otherWaySentences } from "#app/words/after-no.ts";
import { twiceForCoordinator } from "#app/words/joined-answers.ts";
import { outOf } from "#app/words/format.ts";
import { filledByWords, meetingWithDate, messageStatusWords, preferredContactNames, replyWords } from "#app/words/meetings.ts";

const personForm = z.strictObject({ person: requiredText("Choose a person", { thing: "person" }) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await findMeetingFor(visit.context, visit.coordinator, params["reference"] ?? "");
  if (!found.ok) throw notFound();
  const { id, reference, name, date } = found.value;
  const { searchParams } = new URL(request.url);
  const everybody = await listSendings(visit.context, visit.coordinator, id);
  const isToPhone = searchParams.get("show") === "no-reply";
  // Somebody who said that the link is not theirs is not waited for.
  const people = isToPhone ? everybody.filter(({ reply, notForMe }) => reply === "none" && notForMe === null) : everybody;
  return {
    shell: staffShell(visit),
    reference,
    name,
    caption: meetingWithDate(name, date),
    meetingNav: meetingNav(reference, visit.path),
    people,
    invited: everybody.length,
    isToPhone,
    whyNot: await countNoReasons(visit.context, visit.coordinator, id),
    removing: people.find(({ personId }) => personId === searchParams.get("remove")) ?? null,
    saved: searchParams.get("saved"),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const form = await readForm(request, personForm);
  if (!form.ok) return mend(form.answer);
  const reference = params["reference"] ?? "";
  const { person } = form.value;
  if (form.button === "again") {
    const sent = await sendLinkAgain(context, coordinator, reference, person, form.intent);
    if (sent.ok) return goBackSaying(`/meetings/${reference}/invite/sent`, "again");
    if (sent.refusal === "not-found") throw notFound();
    return mend(problemWith("main", "There is no way to contact this person. Add an email, a phone number or an address.", form.typed));
  }
  if (form.button !== "remove") return goOn(`/meetings/${reference}/people`);
  const removed = await removeInvitation(context, coordinator, reference, person, form.intent);
  if (removed.ok) return goBackSaying(`/meetings/${reference}/people`, "removed");
  if (removed.refusal === "not-found") throw notFound();
  const answered = "This person has told us something, so they stay on the list. If they cannot come, they can say so through their link.";
  return mend(problemWith("main", answered, form.typed));
}

/** The number of somebody to phone, and first whether something is on file about contacting them safely. */
function NumberToRing({ person }: { readonly person: Pick<Sending, "personId" | "name" | "phone" | "hasSafeContact"> }): ReactElement {
  return (
    <>
      {person.hasSafeContact ? (
        <p>
          <strong>There is a note about contacting {person.name} safely.</strong>{" "}
          <a className="target" href={`/people/${person.personId}`}>
            Read it first<span className="govuk-visually-hidden">, before you contact {person.name}</span>
          </a>
        </p>
      ) : null}
      {person.phone === "" ? (
        <p>No phone number is on file. Use the way they like best.</p>
      ) : (
        <p>
          Phone:{" "}
          <a className="target" href={`tel:${person.phone.replace(/[^\d+]/gu, "")}`}>
            {person.phone}
          </a>
        </p>
      )}
    </>
  );
}

export default function MeetingPeople() {
  const {
    shell,
    reference,
    name,
    caption,
    meetingNav: nav,
    people,
    invited,
    isToPhone,
    whyNot,
    removing,
    saved,
  } = useLoaderData<typeof loader>();
  const here = `/meetings/${reference}/people`;
  if (removing !== null) {
    return (
      <Page shell={shell} heading={`Remove ${removing.name} from this meeting?`} caption={caption} meetingNav={nav} back={{ href: here }}>
        <Warning>Their private link stops working. They get no message about it.</Warning>
        <PageForm action={here} carried={{ person: removing.personId }}>
          <FormButtons primary="Keep them on the list" secondary={[{ intent: "remove", text: "Remove from this meeting" }]} />
        </PageForm>
      </Page>
    );
  }
  return (
    <Page
      shell={shell}
      heading={`People for ${name}`}
      caption={caption}
      meetingNav={nav}
      notice={
        saved === "removed"
          ? { heading: "Done", children: "The person is no longer on the list. Their link has stopped working." }
          : saved === "joined"
            ? {
                heading: "Done",
                children: "There is one set of answers now, as they chose. They get a message with their link, to look at it.",
              }
            : undefined
      }
    >
      <p>
        <ButtonLink href={`/meetings/${reference}/invite`}>Invite people</ButtonLink>
      </p>
      {invited === 0 ? <p>Nobody is invited yet. Replies appear here as soon as they arrive.</p> : null}
      {!isToPhone ? null : (
        <>
          <h2>People to phone</h2>
          <p role="status">
            {people.length === 0
              ? "Everybody has replied. There is nobody to phone."
              : `Showing ${outOf(people.length, invited)}: people who have not replied.`}
          </p>
          <p>
            <a className="target" href={here}>
              Show everybody
            </a>
          </p>
        </>
      )}
      <Items>
        {people.map((person) => (
          <Item
            key={person.personId}
            level={isToPhone ? "h3" : "h2"}
            heading={
              <a className="target" href={`/people/${person.personId}`}>
                {person.name}
              </a>
            }
            status={replyWords[person.reply].status}
            statusText={replyWords[person.reply].text}
          >
            {!isToPhone ? null : <NumberToRing person={person} />}
            <p>Likes to be contacted by {preferredContactNames[person.preferredContact]}.</p>
            <p>Shared access answers: {person.hasSentAnswers ? "yes" : "not yet"}.</p>
            {person.filledBy === null ? null : <p>{filledByWords[person.filledBy]}</p>}
            {person.helper === "" ? null : <p>Helped by {person.helper}, who would like to be contacted.</p>}
            {person.otherWay === null ? null : <p>{otherWaySentences[person.otherWay]}</p>}
            {person.notForMe === null ? null : <p>{notForMeSentences[person.notForMe]}</p>}
            {person.isTwice ? (
              <>
                <p>{twiceForCoordinator(person.name)}</p>
                <p>
                  <a className="target" href={`${here}/${person.personId}/phone/twice`}>
                    Choose by phone with {person.name}
                    <span className="govuk-visually-hidden">
                      , {person.hasSentAnswers ? "who sent answers" : "who sent no answers"} here
                    </span>
                  </a>
                </p>
              </>
            ) : null}
            {person.message === null ? null : <p>Invitation: {messageStatusWords[person.message.status].text.toLowerCase()}.</p>}
            <PageForm carried={{ person: person.personId }}>
              <Button kind="secondary" intent="again">
                Send {person.name}&apos;s link again
              </Button>
            </PageForm>
            <p>
              <a className="target" href={`${here}/${person.personId}/phone`}>
                Answer by phone with {person.name}
              </a>
            </p>
            {person.reply === "none" && !person.hasSentAnswers ? (
              <p>
                <a className="target" href={`${here}?remove=${person.personId}`}>
                  Remove {person.name} from this meeting
                </a>
              </p>
            ) : null}
          </Item>
        ))}
      </Items>
      {whyNot.length === 0 ? null : (
        <section aria-labelledby="why-not">
          <h2 id="why-not">Why people said no</h2>
          <p>Only what {fewestCounted} people or more ticked. Nobody sees who.</p>
          <ul className="govuk-list govuk-list--bullet">
            {whyNot.map(({ reason, people: howMany }) => (
              <li key={reason}>
                {noReasonWords[reason]}: {howMany}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}
