// One person's joining instructions: what they will get, a personal line, and sending it.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { listJoining, markReady, savePersonalLine, sendJoining } from "#app/services/joining.server.ts";
import { Button, ButtonLink, FormButtons } from "#app/ui/buttons.tsx";
import { LongField } from "#app/ui/fields.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { MessageParts } from "#app/ui/message-parts.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import { longText } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { placeToAdd } from "#app/web/joining-places.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { longDate } from "#app/words/format.ts";
import { joiningChecks, joiningFor, missingWords } from "#app/words/joining.ts";
import { changedMeanwhile, meetingWithDate, preferredContactNames } from "#app/words/meetings.ts";

const lineForm = z.strictObject({ personalLine: longText("personal line", { max: 500 }), version: z.coerce.number().int().nonnegative() });

const previews = ["email", "text", "letter"] as const;
/** The whole instructions in other forms, each a paper of its own. */
const papers = [
  { id: "joining-instructions", text: "Large print letter" },
  { id: "joining-easy-read", text: "Easy Read" },
  { id: "joining-aloud", text: "Audio script" },
  { id: "joining-signed", text: "BSL script for filming" },
] as const;
const previewNames = { email: "Email", text: "Text", letter: "Letter" } as const;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const reference = params["reference"] ?? "";
  const found = await listJoining(visit.context, visit.coordinator, reference);
  const person = found.ok ? found.value.people.find(({ personId }) => personId === params["pid"]) : undefined;
  if (!found.ok || person === undefined) throw notFound();
  const { name, date, facts, photos } = found.value;
  const theirs = person.channel === "letter" ? ("letter" as const) : person.channel === "email" ? ("email" as const) : ("text" as const);
  const form = previews.find((one) => one === new URL(request.url).searchParams.get("as")) ?? theirs;
  const message =
    date === null || person.missing.length > 0
      ? null
      : joiningFor(
          facts,
          { name, organisation: visit.organisation.name, date },
          {
            name: person.name,
            form,
            link: "(their own private link)",
            code: { code: "(their own code)", at: `${visit.context.origin}/link-help` },
            isNeutral: false,
            isEasyRead: person.isEasyRead,
            personalLine: person.personalLine,
          },
          person.changed,
        );
  return {
    shell: staffShell(visit),
    held: visit.held,
    reference,
    caption: meetingWithDate(name, date),
    meetingNav: meetingNav(reference, visit.path),
    person,
    message,
    checks: message === null ? [] : joiningChecks(message, facts, { form, photos }),
    form,
    theirs,
    saved: new URL(request.url).searchParams.get("saved"),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const form = await readForm(request, lineForm);
  if (!form.ok) return mend(form.answer);
  const [reference, personId] = [params["reference"] ?? "", params["pid"] ?? ""];
  const { personalLine, version } = form.value;
  const here = `/meetings/${reference}/instructions/${personId}`;
  const found = await listJoining(context, coordinator, reference);
  const person = found.ok ? found.value.people.find((one) => one.personId === personId) : undefined;
  if (person === undefined) throw notFound();
  if (personalLine !== person.personalLine) {
    const saved = await savePersonalLine(context, coordinator, { reference, personId, version }, personalLine, form.intent);
    if (!saved.ok && saved.refusal === "not-found") throw notFound();
    if (!saved.ok) return mend(problemWith("personalLine", changedMeanwhile, form.typed));
  }
  if (form.button === "ready") {
    const now = personalLine === person.personalLine ? version : version + 1;
    const marked = await markReady(context, coordinator, { reference, personId, version: now }, `ready ${form.intent}`);
    if (!marked.ok && marked.refusal === "not-found") throw notFound();
    if (!marked.ok)
      return mend(
        problemWith(
          "main",
          marked.refusal === "something-missing" ? person.missing.map((one) => missingWords[one]).join(". ") : changedMeanwhile,
          form.typed,
        ),
      );
    return goBackSaying(here, "ready");
  }
  if (form.button !== "send") return goBackSaying(here, "line");
  const sent = await sendJoining(context, coordinator, reference, { personIds: [personId] }, `send ${form.intent}`);
  if (!sent.ok) throw notFound();
  if (sent.value.sent === 0) {
    const why = person.missing.map((one) => missingWords[one]).join(". ");
    return mend(problemWith("main", why === "" ? changedMeanwhile : why, form.typed));
  }
  return goBackSaying(here, "sent");
}

const notices: Readonly<Record<string, string>> = {
  ready: "Marked as ready. Nothing is sent yet.",
  line: "The personal line is saved. Nothing is sent yet.",
  sent: "The message is made. If it does not go by email, post it or show it.",
};

export default function OnePersonsInstructions() {
  const { shell, held, reference, caption, meetingNav: nav, person, message, checks, form, theirs, saved } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const { firstName, missing, sentOn, readyOn, lookAgain, changed, preferredContact, invitationId } = person;
  const notice = saved === null ? undefined : notices[saved];
  return (
    <Page
      shell={shell}
      heading={`Joining instructions for ${firstName}`}
      caption={caption}
      meetingNav={nav}
      back={{ href: `/meetings/${reference}/instructions`, text: "Back to joining instructions" }}
      held={held}
      notice={notice === undefined ? undefined : { heading: "Saved", children: notice }}
    >
      <p>
        {person.name} likes to be contacted by {preferredContactNames[preferredContact]}.{" "}
        {sentOn === null ? "Nothing is sent yet." : `Sent on ${longDate(sentOn)}.`}{" "}
        {readyOn === null ? null : `Marked as ready on ${longDate(readyOn)}.`}
      </p>
      {message === null ? null : (
        <section aria-labelledby="preview">
          <h2 id="preview">The message</h2>
          <p>
            {form === theirs
              ? `This is how ${firstName} gets it.`
              : `This is a preview. ${firstName} gets it as: ${previewNames[theirs].toLowerCase()}.`}
          </p>
          <h3>Preview as</h3>
          <LinkList
            links={[
              ...previews
                .filter((one) => one !== form)
                .map((one) => ({
                  href: `/meetings/${reference}/instructions/${person.personId}?as=${one}#preview`,
                  text: previewNames[one],
                })),
              ...papers.map(({ id, text }) => ({ href: `/meetings/${reference}/print/${id}?for=${invitationId}`, text })),
            ]}
          />
          <h3>{previewNames[form]}</h3>
          <MessageParts subject={form === "email" ? message.subject : undefined} parts={message.parts} />
        </section>
      )}
      {checks.length === 0 ? null : (
        <section aria-labelledby="checks">
          <h2 id="checks">Checks before sending</h2>
          <ul className="states states--bare">
            {checks.map(({ check, finding, why }) => (
              <li key={check}>
                <StatusTag status={finding} />
                <div className="states__text">
                  <p>
                    <strong>{check}</strong>
                  </p>
                  <p>{why}</p>
                </div>
              </li>
            ))}
          </ul>
          <p>What people need, the running order and the way there are behind their own link, and on the paper you can print.</p>
        </section>
      )}
      {lookAgain.length === 0 ? null : (
        <section aria-labelledby="look-again">
          <h2 id="look-again">Action needed</h2>
          <p>It was marked as ready. This has changed since, so look at it again and mark it again.</p>
          <ul className="govuk-list govuk-list--bullet">
            {lookAgain.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
      {changed.length === 0 ? null : (
        <section aria-labelledby="changed">
          <h2 id="changed">What has changed</h2>
          <ul className="govuk-list govuk-list--bullet">
            {changed.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {missing.length > 0 ? null : (
            <PageForm carried={{ version: String(person.version), personalLine: person.personalLine }}>
              <p>
                <strong>Send now?</strong> {firstName} is told this first, before everything else.
              </p>
              <Button intent="send">Send what has changed to {firstName}</Button>
            </PageForm>
          )}
        </section>
      )}
      {missing.length === 0 ? null : (
        <section aria-labelledby="missing">
          <h2 id="missing">Before you can send</h2>
          <LinkList links={missing.map((one) => ({ href: placeToAdd(one, reference, person.personId), text: missingWords[one] }))} />
        </section>
      )}
      <PageForm carried={{ version: String(person.version) }}>
        <LongField
          name="personalLine"
          label="Add a personal line"
          optional
          hint={`Only ${firstName} reads it.`}
          rows={3}
          limit={500}
          value={answer.value("personalLine", person.personalLine)}
          error={answer.error("personalLine")}
        />
        <FormButtons
          primary="Save the personal line"
          secondary={
            missing.length > 0
              ? []
              : [
                  { intent: "send", text: `Send to ${firstName}` },
                  ...(sentOn === null || lookAgain.length > 0 ? [{ intent: "ready", text: "Mark as ready" }] : []),
                ]
          }
        />
      </PageForm>
      <LinkList
        links={[{ href: `/meetings/${reference}/print/joining-instructions?for=${invitationId}`, text: "Read the whole instructions" }]}
      />
      <ButtonLink kind="secondary" href={`/meetings/${reference}/print?for=${invitationId}`}>
        Print<span className="govuk-visually-hidden"> the instructions for {firstName}</span>
      </ButtonLink>
    </Page>
  );
}
