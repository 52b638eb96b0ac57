// Where to get free, independent advice, and a way to ask for help in arranging it.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { dayIn } from "#app/domain/basics/dates.ts";
import { askForAdviser, ownChoice } from "#app/services/payment-choice.server.ts";
import { checkSubject } from "#app/services/payment-check.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { choice, optionalChoice, optionalText } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { longDate } from "#app/words/format.ts";
import { adviceLines } from "#app/words/payment-choice.ts";

const hows = ["email", "phone", "text", "letter", "someone-else"] as const;
const howLabels: Readonly<Record<(typeof hows)[number], string>> = {
  email: "By email",
  phone: "By phone",
  text: "By text message",
  letter: "By letter",
  "someone-else": "Through someone I choose",
};

const form = z.strictObject({
  version: z.coerce.number().int().nonnegative(),
  how: choice(hows, "Choose how the adviser should contact you"),
  when: optionalText({ max: 200, thing: "when is good" }),
  mayTell: optionalChoice(["yes", "no"]),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shell, home, caption, page, context, attendee } = await requireAttendeePage(request, params["ref"]);
  const own = await ownChoice(context, attendee);
  const subject = await checkSubject(context, attendee);
  if (own === null || subject === null) throw notFound();
  return {
    shell,
    home,
    caption,
    version: own.version,
    lines: adviceLines(subject.nation),
    contact: page.meeting.organisation.contact.name,
    askedOn: own.adviserAskedAt === null ? null : longDate(dayIn(own.adviserAskedAt)),
    isSaved: new URL(request.url).searchParams.has("saved"),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { home, context, attendee } = await requireAttendeePage(request, params["ref"]);
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const { version, how, when, mayTell } = read.value;
  const saved = await askForAdviser(context, attendee, version, { how, when, maySayWhatWasAsked: mayTell === "yes" }, read.intent);
  if (!saved.ok) return mend(problemWith("how", "Something was changed in another window. Check this page, and send again.", read.typed));
  return goBackSaying(`${home}/pay/adviser`, "asked");
}

export default function Adviser() {
  const { shell, home, caption, version, lines, contact, askedOn, isSaved } = useLoaderData<typeof loader>();
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
              heading: "Done: we have your request",
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
      <h2>Ask us to find you an adviser</h2>
      {askedOn === null ? null : <p>You asked on {askedOn}. Send this again if something changed.</p>}
      <PageForm carried={{ version: String(version) }}>
        <Radios
          name="how"
          legend="How should the adviser contact you?"
          options={hows.map((value) => ({ value, label: howLabels[value] }))}
          value={answer.value("how")}
          error={answer.error("how")}
        />
        <TextField name="when" label="When is good? (optional)" value={answer.value("when")} error={answer.error("when")} />
        <Radios
          name="mayTell"
          legend="May we tell them which questions we asked you?"
          hint="We never tell them your answers."
          options={[
            { value: "yes", label: "Yes" },
            { value: "no", label: "No, I will tell them myself" },
          ]}
          value={answer.value("mayTell")}
          error={answer.error("mayTell")}
        />
        <FormButtons primary="Ask for an adviser" />
      </PageForm>
      <p>{contact} sees that you asked, and how to reach you. Nobody here sees your answers about benefits.</p>
    </Page>
  );
}
