// "I can ask the payments adviser to call you": the request goes to the adviser alone. Nothing about benefits is asked or shown here.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { advisersOf } from "#app/services/advisers.server.ts";
import { askForAdviserTogether } from "#app/services/payment-choice.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { Inset } from "#app/ui/warning.tsx";
import { optionalText } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { requirePhonePage } from "#app/web/phone-page.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { payWords } from "#app/words/pay-pages.ts";

const form = z.strictObject({
  adviser: z.string({ error: "Choose an adviser" }).min(1, "Choose an adviser").max(100),
  reach: optionalText({ max: 300, thing: "number" }),
  when: optionalText({ max: 200, thing: "when is good" }),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, attendee, home, view, frame } = await requirePhonePage(request, params);
  if (!view.mayBePaid) throw redirect(home);
  const advisers = await advisersOf(context, attendee.organisationId);
  return {
    ...frame,
    phone: view.phone,
    advisers: advisers.map(({ id, name, phone, email, otherWays, hours }) => ({ id, name, phone, email, otherWays, hours })),
    toAsk: context.mailIsSet ? advisers.filter(({ email }) => email !== "").map(({ id, name }) => ({ value: id, label: name })) : [],
  };
}

const problems = {
  "changed-elsewhere": ["main", "Something was changed in another window. Ask again, and send."],
  "cannot-send": ["adviser", "We cannot send this just now. Tell them how to reach the adviser."],
  "no-way-to-reach": ["reach", "Ask which number the adviser should call"],
} as const;

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, attendee, home } = await requirePhonePage(request, params);
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const { adviser, reach, when } = read.value;
  const asked = await askForAdviserTogether(context, attendee, { adviserId: adviser, reach, when }, read.intent);
  if (asked.ok) return goBackSaying(home, "adviser-asked");
  const [field, message] = problems[asked.refusal];
  return mend(problemWith(field, message, read.typed));
}

const words = payWords.standard.adviser;

export default function AdviserByPhone() {
  const { shell, held, home, caption, firstName, phone, advisers, toAsk } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page shell={shell} caption={caption} heading={`Ask the payments adviser to call ${firstName}`} back={{ href: home }} held={held}>
      {toAsk.length === 0 ? null : (
        <>
          <p>Read this aloud to {firstName}, in these words.</p>
          <Inset>
            <p>“I can ask the payments adviser to call you. {words.free}”</p>
            <p>“I tell them your name, your number and when is good. I do not ask you about benefits.”</p>
          </Inset>
        </>
      )}
      {advisers.length === 0 ? <p>No adviser is on file here yet. An administrator adds them under “Advisers” in Settings.</p> : null}
      {toAsk.length === 0 ? (
        <>
          {advisers.length === 0 ? null : <p>We cannot send a request from here. Tell them how to reach an adviser themselves.</p>}
          {advisers.map((adviser) => (
            <section key={adviser.id} aria-label={adviser.name}>
              <h2>{adviser.name}</h2>
              <SummaryList
                rows={[
                  ...(adviser.phone === "" ? [] : [{ name: words.phone, answer: adviser.phone }]),
                  ...(adviser.email === "" ? [] : [{ name: words.email, answer: adviser.email }]),
                  ...(adviser.otherWays === "" ? [] : [{ name: words.otherWays, answer: adviser.otherWays }]),
                  ...(adviser.hours === "" ? [] : [{ name: words.hours, answer: adviser.hours }]),
                ]}
              />
            </section>
          ))}
        </>
      ) : (
        <PageForm>
          <Radios
            name="adviser"
            legend={words.which}
            options={toAsk}
            value={answer.value("adviser", toAsk.length === 1 ? toAsk[0]?.value : undefined)}
            error={answer.error("adviser")}
          />
          <TextField
            name="reach"
            label="“Which number should they call?”"
            hint={phone === "" ? "There is no number on file." : `Leave it empty to use ${phone}.`}
            optional={phone !== ""}
            value={answer.value("reach")}
            error={answer.error("reach")}
            autoComplete="off"
          />
          <TextField
            name="when"
            label="“When is good?”"
            optional
            value={answer.value("when")}
            error={answer.error("when")}
            autoComplete="off"
          />
          <FormButtons primary={words.send} />
        </PageForm>
      )}
    </Page>
  );
}
