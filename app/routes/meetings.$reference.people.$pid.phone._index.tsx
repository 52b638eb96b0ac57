// Answering with somebody by phone or in person: what to read first, their yes, and whether they are coming.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { Attendee } from "#app/domain/people/actors.ts";
import type { Context } from "#app/services/context.server.ts";
import { myCostsBefore } from "#app/services/costs-before.server.ts";
import { beginTogether, findAnsweringTogether, finishTogether } from "#app/services/answering-together.server.ts";
import { myPage, replies, repliesFor, saveReply } from "#app/services/my-meeting.server.ts";
import { Button, ButtonGroup, FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { HappyToGoOnFields } from "#app/ui/happy-to-go-on-fields.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { Inset } from "#app/ui/warning.tsx";
import { optionalChoice, versionField } from "#app/web/form-fields.ts";
import { confirmHappy, happyToGoOn } from "#app/web/happy-to-go-on-form.ts";
import { formOf, mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { goBackSaying, goOn } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { longDate } from "#app/words/format.ts";
import { replyLabels } from "#app/words/my-meeting.ts";

const beginForm = z.strictObject(happyToGoOn);
const replyForm = z.strictObject({ reply: optionalChoice(replies), version: versionField });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await findAnsweringTogether(visit.context, visit.coordinator, params["reference"] ?? "", params["pid"] ?? "");
  if (!found.ok) throw notFound();
  const { view, attendee } = found.value;
  return {
    shell: staffShell(visit),
    held: visit.held,
    view,
    before: view.before.map((one) => `${longDate(one.on)}, ${one.how === "by-phone" ? "by phone" : "in person"}, with ${one.with}`),
    coming: attendee === null ? null : await comingOf(visit.context, attendee),
    saved: new URL(request.url).searchParams.get("saved"),
  };
}

async function comingOf(context: Context, attendee: Attendee) {
  const { reply, version, meeting } = await myPage(context, attendee);
  return {
    reply,
    version,
    options: repliesFor(meeting.mode).map((value) => ({ value, label: replyLabels[value] })),
    mayAskForCosts: (await myCostsBefore(context, attendee)).mayAsk,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const [reference, personId] = [params["reference"] ?? "", params["pid"] ?? ""];
  const home = `/meetings/${reference}/people/${personId}/phone`;
  const found = await findAnsweringTogether(context, coordinator, reference, personId);
  if (!found.ok) throw notFound();
  const { attendee, view } = found.value;
  const button = (await formOf(request)).get("intent");
  if (button === "stop") {
    await finishTogether(context, coordinator, reference, personId, { isSent: false });
    return goBackSaying(home, "stopped");
  }
  if (attendee === null) {
    const form = await readForm(request, beginForm);
    if (!form.ok) return mend(form.answer);
    if (form.value.agreed !== "yes") return mend(problemWith("agreed", confirmHappy(view.firstName), form.typed));
    const begun = await beginTogether(context, coordinator, reference, personId, form.value.how, form.intent);
    if (!begun.ok && begun.refusal === "not-found") throw notFound();
    return goOn(home);
  }
  const form = await readForm(request, replyForm);
  if (!form.ok) return mend(form.answer);
  const { reply, version } = form.value;
  if (form.button === "skip" || reply === undefined) return goOn(`${home}/dates`);
  const { meeting } = await myPage(context, attendee);
  if (!(repliesFor(meeting.mode) as readonly string[]).includes(reply))
    return mend(problemWith("reply", "Choose one of the answers", form.typed));
  const saved = await saveReply(context, attendee, version, reply, form.intent);
  if (!saved.ok) return mend(problemWith("reply", "This answer was changed elsewhere. Ask again, and save.", form.typed));
  return goOn(reply === "not-coming" ? `${home}/no` : `${home}/dates`);
}

const notices: Readonly<Record<string, { readonly heading: string; readonly text: string }>> = {
  sent: {
    heading: "Done: the answers are saved",
    text: "They get a message with their link, so that they can read and change what you wrote.",
  },
  "sent-no-message": {
    heading: "Done: the answers are saved",
    text: "No message could be sent to them. Ask how they would like to get their link, and send it from the list of people.",
  },
  stopped: { heading: "You have stopped", text: "What you wrote down so far is kept, and nobody else sees it." },
  "adviser-asked": {
    heading: "Done: the adviser is asked",
    text: "The request goes to the adviser alone. It is not kept where you can read it.",
  },
  "costs-asked": {
    heading: "Done: we have the request",
    text: "Tell them: “You do not have to pay for it yourself first.” Answer it under “Costs before the meeting”.",
  },
  later: { heading: "Saved", text: "Nothing is lost. Carry on here another time." },
  "not-coming": { heading: "Saved", text: "They are not coming. There will be no reminders." },
};

const aboutPayment = "“I do not ask about benefits or your bank. I can ask the payments adviser to call you.”";

export default function Phone() {
  const { shell, held, view, before, coming, saved } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const { firstName, reference, personId, phone, mayBePaid, state } = view;
  const home = `/meetings/${reference}/people/${personId}/phone`;
  const notice = saved === null ? undefined : notices[saved];
  const frame = {
    shell,
    held,
    heading: `Answer with ${firstName} by phone or in person`,
    caption: view.meeting,
    back: { href: `/meetings/${reference}/people`, text: "Back to who is invited" },
    notice: notice === undefined ? undefined : { heading: notice.heading, children: notice.text },
  };
  const earlier =
    before.length === 0 ? null : (
      <section aria-labelledby="before">
        <h2 id="before">When you answered together</h2>
        <ul className="govuk-list govuk-list--bullet">
          {before.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
    );
  if (state === "theirs-alone") {
    return (
      <Page {...frame}>
        <p>
          {firstName} has told us something without us. What they said is private to them, so it cannot be opened here. They can change it
          with their link.
        </p>
        <LinkList links={[{ href: `/meetings/${reference}/people`, text: `Send ${firstName}'s link again` }]} />
        {earlier}
      </Page>
    );
  }
  if (coming === null) {
    return (
      <Page {...frame}>
        {phone === "" ? null : <p>Phone number: {phone}</p>}
        <h2 id="first">Read this first</h2>
        <Inset>
          <p>“You can skip any question. I will tell you who sees your answers. You can stop at any time.”</p>
        </Inset>
        <PageForm>
          <HappyToGoOnFields answer={answer} firstName={firstName} />
          <FormButtons primary="Start" />
        </PageForm>
        {earlier}
      </Page>
    );
  }
  return (
    <Page {...frame}>
      <p>Read each question aloud, in the words on the page. {firstName} can skip any of them.</p>
      <PageForm carried={{ version: String(coming.version) }}>
        <Radios
          name="reply"
          legend="“Will you come to this meeting?”"
          hint="“You can change your mind at any time.”"
          options={coming.options}
          value={answer.value("reply", coming.reply)}
          error={answer.error("reply")}
        />
        <FormButtons primary="Save and go on" secondary={[{ intent: "skip", text: "Skip this question" }]} />
      </PageForm>
      <h2 id="payment">If they ask about payment</h2>
      <Inset>
        <p>{mayBePaid ? aboutPayment : "“I do not ask about benefits or your bank.”"}</p>
        <p>“If you want to read your own private answers, I can post you a sealed letter with a link.”</p>
      </Inset>
      <LinkList
        links={[
          ...(mayBePaid ? [{ href: `${home}/adviser`, text: `Ask the payments adviser to call ${firstName}` }] : []),
          ...(coming.mayAskForCosts ? [{ href: `${home}/before`, text: "Ask for costs to be paid before the meeting" }] : []),
          { href: `/meetings/${reference}/private-letters`, text: "Make a private letter" },
        ]}
      />
      <PageForm>
        <ButtonGroup>
          <Button kind="secondary" intent="stop">
            Stop here
          </Button>
        </ButtonGroup>
      </PageForm>
      {earlier}
    </Page>
  );
}
