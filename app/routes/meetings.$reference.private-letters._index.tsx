// Private letters of a meeting: for people who asked to read their own answers back. Printed and posted sealed; neither the words nor
// the link in them is ever on this page.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { endReadBackLetter, makeReadBackLetter, readBackLetters } from "#app/services/read-back-letters.server.ts";
import { Button, FormButtons } from "#app/ui/buttons.tsx";
import { SelectField } from "#app/ui/fields.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { Warning } from "#app/ui/warning.tsx";
import { requiredText } from "#app/web/form-fields.ts";
import { formOf, mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { meetingNav } from "#app/web/meeting-nav.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { longDate } from "#app/words/format.ts";

const makeForm = z.strictObject({ person: requiredText("Choose who the letter is for", { max: 60, thing: "who the letter is for" }) });
const endForm = z.strictObject({ letter: z.string().max(60) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await readBackLetters(visit.context, visit.coordinator, params["reference"] ?? "");
  if (!found.ok) throw notFound();
  const { meeting, waiting, people } = found.value;
  return {
    shell: staffShell(visit),
    held: visit.held,
    nav: meetingNav(meeting.reference, visit.path),
    name: meeting.name,
    back: `/meetings/${meeting.reference}/paper-claims`,
    saved: new URL(request.url).searchParams.get("saved"),
    people: people.map(({ invitationId, name }) => ({ value: invitationId, label: name })),
    letters: waiting.map(({ messageId, person, writtenOn, until }) => ({
      id: messageId,
      person,
      href: until === null ? null : `/meetings/${meeting.reference}/private-letters/${messageId}.pdf`,
      rows: [
        { name: "Written on", answer: longDate(writtenOn) },
        {
          name: "Its link works until",
          answer: until === null ? "It has ended. Do not post this letter." : `The end of ${longDate(until)}`,
        },
      ],
    })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const reference = params["reference"] ?? "";
  const here = `/meetings/${reference}/private-letters`;
  const button = (await formOf(request)).get("intent");
  if (button === "posted" || button === "erased") {
    const read = await readForm(request, endForm);
    if (!read.ok) return mend(read.answer);
    const ended = await endReadBackLetter(context, coordinator, { reference, messageId: read.value.letter, as: button }, read.intent);
    if (!ended.ok) throw notFound();
    return goBackSaying(here, button);
  }
  const read = await readForm(request, makeForm);
  if (!read.ok) return mend(read.answer);
  const made = await makeReadBackLetter(context, coordinator, { reference, invitationId: read.value.person }, read.intent);
  if (made.ok) return goBackSaying(here, "made");
  return mend(problemWith("person", refusals[made.refusal], read.typed));
}

const refusals = {
  "not-found": "Choose who the letter is for",
  "no-address": "This person has no address on file any more. Add it first.",
  "links-ended":
    "The links of this meeting have ended, so a letter would open nothing. They can ask for a copy of everything held about them.",
} as const;

const notices: Readonly<Record<string, string>> = {
  made: "The letter is ready to print.",
  posted: "The letter is marked as posted, and its words are erased here.",
  erased: "The letter is erased.",
};

export default function PrivateLetters() {
  const { shell, held, nav, name, back, saved, people, letters } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const notice = saved === null ? undefined : notices[saved];
  return (
    <Page
      shell={shell}
      heading="Private letters"
      caption={name}
      held={held}
      meetingNav={nav}
      back={{ href: back, text: "Claims on paper or by phone" }}
      notice={notice === undefined ? undefined : { heading: "Saved", children: notice }}
    >
      <p>With the link in such a letter, somebody can read their own private answers, and a claim that you typed in for them.</p>
      <p>The link is for that person only. Seal the letter in an envelope as soon as it is printed. We record who printed it.</p>
      {saved === "no-print" ? <Warning>We could not print this letter. Some of its characters are not in our typefaces.</Warning> : null}
      <h2>Letters to post</h2>
      {letters.length === 0 ? <p>No private letter waits to be posted.</p> : null}
      {letters.map(({ id, person, href, rows }) => (
        <section key={id} className="form-part" aria-labelledby={`letter-${id}`}>
          <h3 id={`letter-${id}`}>Letter to {person}</h3>
          <SummaryList rows={rows} />
          {href === null ? null : (
            <p>
              <a className="target" href={href}>
                Print the letter to {person} (PDF)
              </a>
            </p>
          )}
          <PageForm carried={{ letter: id }}>
            {href === null ? (
              <Button kind="secondary" intent="erased" about={`the letter to ${person}`}>
                Erase this letter
              </Button>
            ) : (
              <Button kind="secondary" intent="posted" about={`the letter to ${person}`}>
                Mark as posted
              </Button>
            )}
          </PageForm>
        </section>
      ))}
      <h2>Make a letter</h2>
      {people.length === 0 ? (
        <>
          <p>Nobody asked to this meeting has an address on file. Add an address to their record first.</p>
          <LinkList links={[{ href: "/people", text: "Find the person" }]} />
        </>
      ) : (
        <>
          <p>Only make a letter when the person asks for it. Ask first whether it is safe to post it to the address on file.</p>
          <PageForm>
            <SelectField
              name="person"
              label="Who is it for?"
              hint="It is printed in the size they asked for."
              blank="Choose a person"
              options={people}
              value={answer.value("person")}
              error={answer.error("person")}
            />
            <FormButtons primary="Make the letter" />
          </PageForm>
        </>
      )}
    </Page>
  );
}
