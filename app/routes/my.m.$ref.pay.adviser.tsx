// Where to get free, independent advice, and a way to ask for help in arranging it.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { dayIn } from "#app/domain/basics/dates.ts";
import { advisersOf } from "#app/services/advisers.server.ts";
import { askForAdviser, ownChoice } from "#app/services/payment-choice.server.ts";
import { checkSubject } from "#app/services/payment-check.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { choice, optionalText } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { counted, longDate } from "#app/words/format.ts";
import { adviceLines } from "#app/words/payment-choice.ts";

const hows = ["email", "phone", "text", "letter"] as const;
const howLabels: Readonly<Record<(typeof hows)[number], string>> = {
  email: "By email",
  phone: "By phone",
  text: "By text message",
  letter: "By letter",
};

const form = z.strictObject({
  version: z.coerce.number().int().nonnegative(),
  adviser: z.string({ error: "Choose an adviser" }).min(1, "Choose an adviser").max(100),
  how: choice(hows, "Choose how the adviser should contact you"),
  reach: optionalText({ max: 300, thing: "number or address" }),
  when: optionalText({ max: 200, thing: "when is good" }),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shell, home, caption, page, context, attendee } = await requireAttendeePage(request, params["ref"]);
  const own = await ownChoice(context, attendee);
  const subject = await checkSubject(context, attendee);
  if (own === null || subject === null) throw notFound();
  const advisers = await advisersOf(context, attendee.organisationId);
  return {
    shell,
    home,
    caption,
    version: own.version,
    lines: adviceLines(subject.nation),
    advisers: advisers.map(({ id, version: _version, ...adviser }) => ({ id, ...adviser })),
    toAsk: context.mailIsSet ? advisers.filter(({ email }) => email !== "").map(({ id, name }) => ({ value: id, label: name })) : [],
    contact: page.meeting.organisation.contact.name,
    askedOn: own.adviserAskedAt === null ? null : longDate(dayIn(own.adviserAskedAt)),
    isSaved: new URL(request.url).searchParams.has("saved"),
  };
}

const problems = {
  "changed-elsewhere": ["how", "Something was changed in another window. Check this page, and send again."],
  "cannot-send": ["adviser", "We cannot send this just now. You can contact the adviser yourself."],
  "no-way-to-reach": ["reach", "Tell us the number or address the adviser should use"],
} as const;

export async function action({ request, params }: ActionFunctionArgs) {
  const { home, context, attendee } = await requireAttendeePage(request, params["ref"]);
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const { adviser, ...asked } = read.value;
  const saved = await askForAdviser(context, attendee, { ...asked, adviserId: adviser }, read.intent);
  if (!saved.ok) return mend(problemWith(problems[saved.refusal][0], problems[saved.refusal][1], read.typed));
  return goBackSaying(`${home}/pay/adviser`, "asked");
}

export default function Adviser() {
  const { shell, home, caption, version, lines, advisers, toAsk, contact, askedOn, isSaved } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  return (
    <Page
      shell={shell}
      caption={caption}
      heading="Talk to an adviser"
      back={{ href: `${home}/pay`, text: "Back to your payment" }}
      notice={
        isSaved
          ? {
              heading: "Done: your request is sent",
              children: "Your place at the meeting is safe while you wait. You do not have to decide yet.",
            }
          : undefined
      }
    >
      <p className="govuk-body-l">Free and independent. They do not work for us or the DWP.</p>
      <h2>Advice you can get yourself</h2>
      <ul className="govuk-list govuk-list--bullet">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>
        Look for their own website, or ask your library. Their phone, text and sign language services are listed there. If you need help to
        find one, ask {contact}. The ways to reach {contact} are at the end of this page.
      </p>
      <p>Ask for a decision in writing. You can challenge a decision. For most benefits you have one month.</p>
      {advisers.map((adviser) => (
        <section key={adviser.id} aria-label={adviser.name}>
          <h2>{adviser.name}</h2>
          {adviser.about === "" ? null : <p>{adviser.about}</p>}
          <SummaryList
            rows={[
              ...(adviser.phone === "" ? [] : [{ name: "Phone", answer: adviser.phone }]),
              ...(adviser.email === "" ? [] : [{ name: "Email", answer: adviser.email }]),
              ...(adviser.otherWays === "" ? [] : [{ name: "Other ways", answer: adviser.otherWays }]),
              ...(adviser.hours === "" ? [] : [{ name: "Hours", answer: adviser.hours }]),
              { name: "They reply within", answer: counted(adviser.repliesWithinDays, "day", "days") },
            ]}
          />
        </section>
      ))}
      {toAsk.length === 0 ? null : (
        <>
          <h2>Ask an adviser to contact you</h2>
          {askedOn === null ? null : <p>You asked on {askedOn}. Send this again if something changed.</p>}
          <PageForm carried={{ version: String(version) }}>
            <Radios
              name="adviser"
              legend="Which adviser?"
              options={toAsk}
              value={answer.value("adviser", toAsk.length === 1 ? toAsk[0]?.value : undefined)}
              error={answer.error("adviser")}
            />
            <Radios
              name="how"
              legend="How should the adviser contact you?"
              options={hows.map((value) => ({ value, label: howLabels[value] }))}
              value={answer.value("how")}
              error={answer.error("how")}
            />
            <TextField
              name="reach"
              label="Which number or address? (optional)"
              hint="Leave it empty to use the one we have."
              value={answer.value("reach")}
              error={answer.error("reach")}
            />
            <TextField name="when" label="When is good? (optional)" value={answer.value("when")} error={answer.error("when")} />
            <FormButtons primary="Ask for a call" />
          </PageForm>
          <p>The adviser sees your name and how to reach you. Nobody else here sees that. We do not send your answers about benefits.</p>
        </>
      )}
    </Page>
  );
}
