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
import { wordingIn } from "#app/ui/display-preferences.ts";
import { TextField } from "#app/ui/fields.tsx";
import { Sentences } from "#app/ui/lines.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { choice, optionalText } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { longDate } from "#app/words/format.ts";
import { adviceLines } from "#app/words/payment-choice.ts";
import { payWords } from "#app/words/pay-pages.ts";

const hows = ["email", "phone", "text", "letter"] as const;
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
    wording: wordingIn(request.headers.get("cookie")),
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
  const { shell, home, caption, version, wording, lines, advisers, toAsk, contact, askedOn, isSaved } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  const words = payWords[wording].adviser;
  return (
    <Page
      shell={shell}
      caption={caption}
      heading={words.heading}
      back={{ href: `${home}/pay`, text: payWords[wording].backToPayment }}
      notice={isSaved ? { heading: words.sent.heading, children: words.sent.text } : undefined}
    >
      <p className="govuk-body-l">
        <Sentences text={words.free} wording={wording} />
      </p>
      <h2>{words.yourself}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>
        <Sentences text={words.find(contact).join(" ")} wording={wording} />
      </p>
      <p>
        <Sentences text={words.inWriting} wording={wording} />
      </p>
      {advisers.map((adviser) => (
        <section key={adviser.id} aria-label={adviser.name}>
          <h2>{adviser.name}</h2>
          {adviser.about === "" ? null : <p>{adviser.about}</p>}
          <SummaryList
            rows={[
              ...(adviser.phone === "" ? [] : [{ name: words.phone, answer: adviser.phone }]),
              ...(adviser.email === "" ? [] : [{ name: words.email, answer: adviser.email }]),
              ...(adviser.otherWays === "" ? [] : [{ name: words.otherWays, answer: adviser.otherWays }]),
              ...(adviser.hours === "" ? [] : [{ name: words.hours, answer: adviser.hours }]),
              { name: words.within, answer: words.days(adviser.repliesWithinDays) },
            ]}
          />
        </section>
      ))}
      {toAsk.length === 0 ? null : (
        <>
          <h2>{words.ask}</h2>
          {askedOn === null ? null : <p>{words.askedOn(askedOn)}</p>}
          <PageForm carried={{ version: String(version) }}>
            <Radios
              name="adviser"
              legend={words.which}
              options={toAsk}
              value={answer.value("adviser", toAsk.length === 1 ? toAsk[0]?.value : undefined)}
              error={answer.error("adviser")}
            />
            <Radios
              name="how"
              legend={words.how}
              options={hows.map((value) => ({ value, label: words.ways[value] }))}
              value={answer.value("how")}
              error={answer.error("how")}
            />
            <TextField
              name="reach"
              label={words.reach}
              hint={words.reachHint}
              value={answer.value("reach")}
              error={answer.error("reach")}
            />
            <TextField name="when" label={words.when} value={answer.value("when")} error={answer.error("when")} />
            <FormButtons primary={words.send} />
          </PageForm>
          <p>
            <Sentences text={words.whoSees} wording={wording} />
          </p>
        </>
      )}
    </Page>
  );
}
