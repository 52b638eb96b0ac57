// Invite people, step 2: the invitation as each will read it, and the button that sends it.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { z } from "zod";
import { findInvitationDraft, invitePeople, sendTestInvitation } from "#app/services/invitations.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Checkboxes } from "#app/ui/choices.tsx";
import { LongField } from "#app/ui/fields.tsx";
import { MessageParts } from "#app/ui/message-parts.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { Warning } from "#app/ui/warning.tsx";
import { longText } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { goOn } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { easyReadPromise } from "#app/words/easy-messages.ts";
import { counted, list } from "#app/words/format.ts";
import { invitationFor, invitationSubject } from "#app/words/invitation.ts";
import { meetingWithDate } from "#app/words/meetings.ts";

const ids = z.preprocess(
  (given: unknown): unknown => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
  z.array(z.string().max(40)).max(500),
);
const messageForm = z.strictObject({
  personalLine: longText("personal line", { max: 500 }),
  neutral: ids,
  easyRead: ids,
  knows: z.literal("yes").optional(),
});

function chosenIn(request: Request): readonly string[] {
  return (new URL(request.url).searchParams.get("people") ?? "").split(",").filter((id) => id !== "");
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const reference = params["reference"] ?? "";
  const draft = await findInvitationDraft(visit.context, visit.coordinator, reference, chosenIn(request));
  if (!draft.ok) throw notFound();
  const { meeting, facts, people, pairs } = draft.value;
  if (people.length === 0) throw redirect(`/meetings/${reference}/${draft.value.alreadyInvited > 0 ? "invite/sent" : "invite"}`);
  return {
    shell: staffShell(visit),
    held: visit.held,
    reference,
    caption: meetingWithDate(meeting.name, meeting.date),
    meetingNav: meetingNav(reference, visit.path),
    facts,
    people,
    pairs,
    origin: visit.context.origin,
    mailIsSet: visit.context.mailIsSet,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const form = await readForm(request, messageForm);
  if (!form.ok) return mend(form.answer);
  if (form.button === "preview") return data({ problems: [], typed: form.typed, wasUpdated: true });
  const reference = params["reference"] ?? "";
  if (form.button === "test") {
    const { personalLine, neutral } = form.value;
    const tested = await sendTestInvitation(context, coordinator, reference, { personalLine, isNeutral: neutral.length > 0 }, form.intent);
    if (tested.ok) return data({ problems: [], typed: form.typed, testSentTo: tested.value.to });
    if (tested.refusal === "not-found") throw notFound();
    return mend(problemWith("main", "This service cannot send email yet, so no test was sent. The email is shown below.", form.typed));
  }
  const isByPost = form.button === "print";
  const draft = await findInvitationDraft(context, coordinator, reference, chosenIn(request));
  if (!draft.ok) throw notFound();
  const withAddress = draft.value.people.filter(({ addressLines }) => addressLines.length > 0).map(({ personId }) => personId);
  const inviting = {
    personIds: isByPost ? withAddress : chosenIn(request),
    byPost: isByPost,
    personalLine: form.value.personalLine,
    neutralFor: form.value.neutral,
    easyFor: form.value.easyRead,
    knowsOfPairs: form.value.knows === "yes",
  };
  const invited = await invitePeople(context, coordinator, reference, inviting, form.intent);
  if (invited.ok) {
    const left = isByPost ? draft.value.people.map(({ personId }) => personId).filter((id) => !withAddress.includes(id)) : [];
    const others = left.length === 0 ? "" : `&left=${left.join(",")}`;
    return goOn(`/meetings/${reference}/invite/sent?${isByPost ? "letters" : "invited"}=${invited.value.length}${others}`);
  }
  const { refusal } = invited;
  switch (refusal.reason) {
    case "not-found":
      throw notFound();
    case "nobody":
    case "not-open":
      return goOn(`/meetings/${reference}/invite`);
    case "kept-apart":
      return mend(problemWith("knows", "Say that you have read the note, or change who you invite", form.typed));
    case "no-way-to-contact":
      return mend(problemWith("main", noWay(refusal.name), form.typed));
  }
}

function noWay(name: string): string {
  return `There is no way to contact ${name}. Add an email, a phone number or an address.`;
}

const forms = [
  { channel: "email", form: "email", heading: "The email" },
  { channel: "show", form: "text", heading: "The text message, or words for a phone call" },
  { channel: "letter", form: "letter", heading: "The letter" },
] as const;
const formOfChannel = { email: "email", show: "text", letter: "letter" } as const;

export default function CheckMessage() {
  const { shell, held, reference, caption, meetingNav: nav, facts, people, pairs, origin, mailIsSet } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const { wasUpdated = false, testSentTo } = useActionData<{ readonly wasUpdated?: boolean; readonly testSentTo?: string }>() ?? {};
  const personalLine = answer.value("personalLine");
  const neutral = answer.values(
    "neutral",
    people.filter((person) => person.neutralSubject).map(({ personId }) => personId),
  );
  const easyRead = answer.values(
    "easyRead",
    people.filter((person) => person.easyRead).map(({ personId }) => personId),
  );
  const letters = people.filter(({ addressLines }) => addressLines.length > 0).length;
  const unreachable = people.filter(({ channel }) => channel === null);
  return (
    <Page
      shell={shell}
      heading="Check the invitation"
      caption={caption}
      meetingNav={nav}
      back={{ href: `/meetings/${reference}/invite` }}
      held={held}
      notice={
        testSentTo !== undefined
          ? { heading: "A test is on its way to you", children: `It goes to ${testSentTo}. Nobody else was sent anything.` }
          : wasUpdated
            ? { heading: "The invitation is updated", children: "Nothing is sent yet.", kind: "news" }
            : undefined
      }
    >
      <p>For {list(people.map(({ name }) => name))}. Nothing is sent until you press the button.</p>
      {unreachable.map(({ personId, name }) => (
        <p key={personId}>
          {noWay(name)} <a href={`/people/${personId}`}>Change {name}</a>
        </p>
      ))}
      {mailIsSet ? null : <p>No mail server is set up here. The messages are kept for you, to show, send yourself or print.</p>}
      {pairs === 0 ? null : (
        <section aria-labelledby="note-on-file">
          <h2 id="note-on-file">Before you invite these people</h2>
          <Warning>A note on file is about two people who would both be at this meeting.</Warning>
          <p>Only coordinators see this. The note says who, and the ways there are to go on. Nobody else is told.</p>
          <p>
            <a className="target" href={`/meetings/${reference}/apart?people=${people.map(({ personId }) => personId).join(",")}#main`}>
              Read the note and the ways to go on
            </a>
          </p>
        </section>
      )}
      <PageForm>
        <LongField
          name="personalLine"
          label="Add a personal line"
          optional
          hint="Everybody in this list gets the same line."
          rows={3}
          limit={500}
          value={personalLine}
          error={answer.error("personalLine")}
        />
        <Checkboxes
          name="neutral"
          legend="Use a neutral subject line for"
          optional
          hint={`The subject says only: ${invitationSubject(facts, true)}`}
          options={people.map(({ personId, name }) => ({ value: personId, label: name }))}
          values={neutral}
        />
        <Checkboxes
          name="easyRead"
          legend="Write in Easy Read for"
          optional
          hint={`Tick people you know like short sentences. ${easyReadPromise}`}
          options={people.map(({ personId, name }) => ({ value: personId, label: name }))}
          values={easyRead}
        />
        {pairs === 0 ? null : (
          <Checkboxes
            name="knows"
            legend="The note about two people"
            options={[{ value: "yes", label: "I have read the note, and I want to invite them all" }]}
            values={answer.values("knows")}
            error={answer.error("knows")}
          />
        )}
        <FormButtons
          primary={`Send ${counted(people.length, "invitation", "invitations")}`}
          secondary={[
            ...(letters === 0 ? [] : [{ intent: "print", text: `Print ${counted(letters, "letter", "letters")}` }]),
            { intent: "preview", text: "Update what is shown below" },
            ...(mailIsSet ? [{ intent: "test", text: "Send a test to me" }] : []),
          ]}
        />
        {letters === 0 || letters === people.length ? null : (
          <p>Printing letters invites only the people with a postal address, by post. The others stay on this page.</p>
        )}
      </PageForm>
      {forms.map(({ channel, form, heading }) => {
        const first = people.find((person) => person.channel === channel && !easyRead.includes(person.personId));
        if (first === undefined) return null;
        const message = invitationFor(facts, {
          name: first.name,
          form,
          link: "(their own private link)",
          code: { code: "(their own code)", at: `${origin}/link-help` },
          personalLine,
          isNeutral: neutral.includes(first.personId),
        });
        return (
          <section key={channel} aria-labelledby={`preview-${channel}`}>
            <h2 id={`preview-${channel}`}>{heading}</h2>
            <p>As {first.name} gets it.</p>
            <MessageParts subject={form === "email" ? message.subject : undefined} parts={message.parts} />
          </section>
        );
      })}
      <EasyReadPreview {...{ facts, origin, personalLine, neutral, easyRead, people }} />
    </Page>
  );
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;
type EasyReadProps = Pick<Loaded, "facts" | "origin" | "people"> & {
  readonly personalLine: string;
  readonly neutral: readonly string[];
  readonly easyRead: readonly string[];
};

/** The invitation in Easy Read, in each form in use; shown as well while nobody is ticked, so that it can be chosen. */
function EasyReadPreview({ facts, origin, people, personalLine, neutral, easyRead }: EasyReadProps): ReactElement | null {
  const ticked = people.filter(({ personId }) => easyRead.includes(personId));
  const shown = (ticked.length === 0 ? people.slice(0, 1) : ticked).filter(
    ({ channel }, at, all) => all.findIndex((one) => formOf(one.channel) === formOf(channel)) === at,
  );
  return (
    <>
      {shown.map(({ personId, name, channel }) => {
        const form = formOf(channel);
        const message = invitationFor(facts, {
          name,
          form,
          link: "(their own private link)",
          code: { code: "(their own code)", at: `${origin}/link-help` },
          personalLine,
          isNeutral: neutral.includes(personId),
          isEasyRead: true,
        });
        return (
          <section key={form} aria-labelledby={`preview-easy-read-${form}`}>
            <h2 id={`preview-easy-read-${form}`}>{easyHeadings[form]}</h2>
            <p>{ticked.length === 0 ? "Nobody is ticked for Easy Read. This is how it would read." : `As ${name} gets it.`}</p>
            <MessageParts subject={form === "email" ? message.subject : undefined} parts={message.parts} hasPictures={form === "letter"} />
          </section>
        );
      })}
    </>
  );
}

function formOf(channel: Loaded["people"][number]["channel"]): "email" | "text" | "letter" {
  return formOfChannel[channel ?? "letter"];
}

const easyHeadings = { email: "The email in Easy Read", text: "The text message in Easy Read", letter: "The letter in Easy Read" } as const;
