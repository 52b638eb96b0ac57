// Invite people, step 3: who has been invited, how, and what is left to post or to show.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { z } from "zod";
import { listSendings, markLettersPosted, sendLinkAgain, type Sending } from "#app/services/invitations.server.ts";
import { phoneListDay, reminderDay } from "#app/domain/meetings/key-dates.ts";
import { suppliersAfter, type SupplierAfter } from "#app/services/calling-off.server.ts";
import { changeReminder } from "#app/services/reminders.server.ts";
import { findMeetingFor } from "#app/services/meetings.server.ts";
import { Button, ButtonLink } from "#app/ui/buttons.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { NextSteps } from "#app/ui/next-steps.tsx";
import { Page, PageForm } from "#app/ui/page-frame.tsx";
import { DonePanel } from "#app/ui/panel.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import { requiredText, versionField } from "#app/web/form-fields.ts";
import { formOf, mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { heardWords } from "#app/words/bookings.ts";
import { counted, longDate } from "#app/words/format.ts";
import { changedMeanwhile, channelWords, meetingWithDate, messageStatusWords } from "#app/words/meetings.ts";
import { supportName } from "#app/words/requirements.ts";

const reminderForm = z.strictObject({ version: versionField });
const postedForm = z.strictObject({ letters: z.string().max(20_000) });
const againForm = z.strictObject({ person: requiredText("Choose a person", { thing: "person" }) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await findMeetingFor(visit.context, visit.coordinator, params["reference"] ?? "");
  if (!found.ok) throw notFound();
  const { id, reference, name, date, replyBy, version, remindersStoppedAt } = found.value;
  const isOff = found.value.state === "cancelled";
  const isWanted = !isOff && replyBy !== null && replyBy >= visit.context.today;
  const { searchParams } = new URL(request.url);
  const sendings = await listSendings(visit.context, visit.coordinator, id);
  const invited = Number(searchParams.get("invited") ?? searchParams.get("letters") ?? "0");
  return {
    shell: staffShell(visit),
    reference,
    caption: meetingWithDate(name, date),
    meetingNav: meetingNav(reference, visit.path),
    isOff,
    phoneList: isWanted ? longDate(phoneListDay(replyBy)) : null,
    version,
    reminder:
      isWanted && reminderDay(replyBy) >= visit.context.today && !visit.organisation.isExample
        ? { on: longDate(reminderDay(replyBy)), isStopped: remindersStoppedAt !== null }
        : null,
    invited: Number.isSafeInteger(invited) && invited > 0 && invited <= sendings.length ? invited : 0,
    sendings,
    // People who were chosen together with those the letters are for, and are still to be invited.
    left: idsIn(searchParams.get("left")),
    isByPost: searchParams.has("letters"),
    suppliers: await suppliersAfter(visit.context, visit.coordinator, reference, idsIn(searchParams.get("cancelled"))),
    saved: searchParams.get("saved"),
    mailIsSet: visit.context.mailIsSet,
  };
}

function idsIn(list: string | null): readonly string[] {
  return (list ?? "").split(",").filter((id) => /^[\w-]{1,40}$/u.test(id));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const reference = params["reference"] ?? "";
  const button = (await formOf(request)).get("intent");
  if (button === "stop-reminder" || button === "start-reminder") {
    const stopping = await readForm(request, reminderForm);
    if (!stopping.ok) return mend(stopping.answer);
    const wanted = button === "stop-reminder" ? "stopped" : "wanted";
    const changed = await changeReminder(context, coordinator, { reference, version: stopping.value.version }, wanted);
    if (changed.ok) return goBackSaying(`/meetings/${reference}/invite/sent`, wanted);
    if (changed.refusal === "not-found") throw notFound();
    return mend(problemWith("main", changedMeanwhile, stopping.typed));
  }
  if (button === "posted") {
    const posting = await readForm(request, postedForm);
    if (!posting.ok) return mend(posting.answer);
    const posted = await markLettersPosted(context, coordinator, reference, posting.value.letters.split(" "), posting.intent);
    if (!posted.ok) throw notFound();
    return goBackSaying(`/meetings/${reference}/invite/sent`, "posted");
  }
  const form = await readForm(request, againForm);
  if (!form.ok) return mend(form.answer);
  const sent = await sendLinkAgain(context, coordinator, reference, form.value.person, form.intent);
  if (sent.ok) return goBackSaying(`/meetings/${reference}/invite/sent`, "again");
  if (sent.refusal === "not-found") throw notFound();
  return mend(problemWith("main", "There is no way to contact this person. Add an email, a phone number or an address.", form.typed));
}

const notices: Readonly<Record<string, string>> = {
  posted: "The letters are marked as sent by post.",
  again: "A new link is made. The old one still works.",
  stopped: "The reminder is stopped. Nobody is reminded.",
  "called-off": "The meeting is called off. Messages are made in each person's format.",
  moved:
    "The meeting is moved. Messages are made in each person's format. What was booked for the old day is in the plan, to ask for again.",
  wanted: "Whoever has not replied is reminded once.",
};

export default function Sent() {
  const {
    shell,
    reference,
    caption,
    meetingNav: nav,
    isOff,
    phoneList,
    version,
    reminder,
    invited,
    left,
    isByPost,
    sendings,
    suppliers,
    saved,
    mailIsSet,
  } = useLoaderData<typeof loader>();
  const done = isByPost
    ? `${counted(invited, "letter is", "letters are")} ready to print`
    : `${counted(invited, "invitation", "invitations")} ${mailIsSet ? "sent" : "made"}`;
  const toPost = sendings.flatMap(({ message }) => (message?.status === "letter-to-post" ? [message.messageId] : []));
  const letters = toPost.length;
  const toShow = sendings.filter(({ message }) => message?.status === "to-show").length;
  const steps = [
    ...(toShow > 0 ? [`Send or show ${counted(toShow, "message", "messages")} yourself. Open each one in the list below.`] : []),
    ...(letters > 0 ? [`Print and post ${counted(letters, "letter", "letters")}.`] : []),
    ...(isOff ? [] : ["Replies appear on the plan as they arrive."]),
    ...(reminder === null || reminder.isStopped
      ? []
      : [`We send one reminder on ${reminder.on}, in each person's own format. You can stop it.`]),
    ...(phoneList === null ? [] : [`On ${phoneList} we give you a list of people to phone.`]),
  ];
  return (
    <Page
      shell={shell}
      title={invited > 0 ? `Done: ${done}` : "Invitations"}
      heading={invited > 0 ? undefined : "Invitations"}
      caption={caption}
      meetingNav={nav}
      width="wide"
      notice={saved === null || notices[saved] === undefined ? undefined : { heading: "Done", children: notices[saved] }}
    >
      {invited > 0 ? <DonePanel what={done} /> : null}
      {sendings.length === 0 ? <p>Nobody is invited yet. People appear here once you invite them.</p> : <NextSteps steps={steps} />}
      {reminder === null || sendings.length === 0 ? null : (
        <PageForm carried={{ version: String(version) }}>
          {reminder.isStopped ? <p>The reminder is stopped. Nobody is reminded.</p> : null}
          <Button kind="secondary" intent={reminder.isStopped ? "start-reminder" : "stop-reminder"}>
            {reminder.isStopped ? `Send one reminder on ${reminder.on}` : "Stop the reminder"}
          </Button>
        </PageForm>
      )}
      {letters === 0 ? null : (
        <LinkList
          links={[
            {
              href: `/meetings/${reference}/invite/letters/all/12`,
              text: `Print ${counted(letters, "letter", "letters")} (PDF, ${counted(letters + 1, "sheet or more", "sheets or more")})`,
            },
            {
              href: `/meetings/${reference}/invite/letters/all/18`,
              text: `Print ${counted(letters, "letter", "letters")} in large print (PDF, ${counted(letters + 1, "sheet or more", "sheets or more")})`,
            },
          ]}
        />
      )}
      {letters === 0 ? null : (
        <PageForm carried={{ letters: toPost.join(" ") }}>
          <p>Once they are in the post, say so here. Then they are marked as sent, and their words are erased.</p>
          <Button kind="secondary" intent="posted">
            I have posted {counted(letters, "letter", "letters")}
          </Button>
        </PageForm>
      )}
      <Suppliers reference={reference} suppliers={suppliers} />
      {left.length === 0 ? null : (
        <p>
          <a className="target" href={`/meetings/${reference}/invite/message?people=${left.join(",")}`}>
            Invite the other {counted(left.length, "person", "people")} you chose
          </a>
        </p>
      )}
      {sendings.length === 0 ? null : (
        <DataTable
          id="invited"
          caption="Everybody invited"
          columns={[{ header: "Person" }, { header: "How" }, { header: "Status" }, { header: "What you can do" }]}
          rows={sendings.map((sending) => ({
            key: sending.personId,
            cells: [
              sending.name,
              sending.message === null ? "Not known" : channelWords[sending.message.channel],
              sending.message === null ? "" : <StatusTag {...messageStatusWords[sending.message.status]} />,
              <WhatToDo key="do" reference={reference} sending={sending} />,
            ],
          }))}
        />
      )}
      <p>
        <ButtonLink href={`/meetings/${reference}/plan`}>Go to the plan</ButtonLink>
      </p>
      <p>
        <a className="target" href={`/meetings/${reference}/invite`}>
          Invite more people
        </a>
      </p>
    </Page>
  );
}

/** The suppliers of what was cancelled with the meeting: who was written to, and who is to be phoned. */
function Suppliers({
  reference,
  suppliers,
}: {
  readonly reference: string;
  readonly suppliers: readonly SupplierAfter[];
}): JSX.Element | null {
  if (suppliers.length === 0) return null;
  return (
    <>
      <h2>Suppliers of what you cancelled</h2>
      <ul className="govuk-list govuk-list--bullet">
        {suppliers.map(({ bookingId, support, notice, told }) => (
          <li key={bookingId}>
            <a className="target" href={`/meetings/${reference}/bookings/${bookingId}`}>
              {notice.supplier === "" ? supportName[support] : `${supportName[support]}, ${notice.supplier}`}
            </a>
            . {heardWords(notice, told)}
          </li>
        ))}
      </ul>
    </>
  );
}

function WhatToDo({ reference, sending }: { readonly reference: string; readonly sending: Sending }): JSX.Element {
  const { name, message } = sending;
  const isKept = message?.status === "to-show" || message?.status === "letter-to-post";
  return (
    <>
      {message !== null && isKept ? (
        <p>
          <a className="target" href={`/meetings/${reference}/invite/messages/${message.messageId}`}>
            {message.channel === "letter" ? `Print letter for ${name}` : `Show the message for ${name}`}
          </a>
        </p>
      ) : null}
      <p>
        <a className="target" href={`/meetings/${reference}/people/${sending.personId}/phone`}>
          Answer by phone with {name}
        </a>
      </p>
      <PageForm carried={{ person: sending.personId }}>
        <Button kind="secondary">Send {name}&apos;s link again</Button>
      </PageForm>
    </>
  );
}
