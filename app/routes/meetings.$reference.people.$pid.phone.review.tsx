// What somebody told us for an earlier meeting, read aloud to them: is it still right? Only what they let coordinators read with their
// name is opened.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { earlierTogether } from "#app/services/answering-together.server.ts";
import { ownAnswers, reviewEarlierAnswers, verdicts } from "#app/services/needs.server.ts";
import { ButtonLink, FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { Inset } from "#app/ui/warning.tsx";
import { optionalChoice } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { requirePhonePage } from "#app/web/phone-page.server.ts";
import { goOn } from "#app/web/responses.server.ts";
import { reviewWords } from "#app/words/easy-access.ts";
import { longDate } from "#app/words/format.ts";

const reviewForm = z.strictObject({ verdict: optionalChoice(verdicts), version: z.coerce.number().int().nonnegative() });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, coordinator, reference, attendee, home, frame } = await requirePhonePage(request, params);
  const earlier = await earlierTogether(context, coordinator, attendee);
  if (earlier === null) throw redirect(`${home}/topics`);
  const { version } = await ownAnswers(context, attendee);
  const { meeting, needsNothing, lines } = earlier;
  return { ...frame, people: `/meetings/${reference}/people`, version, told: longDate(earlier.toldOn), meeting, needsNothing, lines };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, attendee, home } = await requirePhonePage(request, params);
  const form = await readForm(request, reviewForm);
  if (!form.ok) return mend(form.answer);
  const { verdict, version } = form.value;
  if (form.button === "skip") return goOn(`${home}/topics`);
  if (verdict === undefined) return mend(problemWith("verdict", "Choose whether this is still right, or skip", form.typed));
  const reviewed = await reviewEarlierAnswers(context, attendee, version, verdict, form.intent);
  return goOn(reviewed.ok && verdict === "same" ? `${home}/sharing` : `${home}/topics`);
}

const words = reviewWords.standard;

export default function ReviewByPhone() {
  const { shell, held, home, caption, firstName, people, version, told, meeting, needsNothing, lines } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const frame = { shell, held, caption, heading: words.heading, back: { href: home } };
  if (lines === null) {
    return (
      <Page {...frame}>
        <p>
          {firstName} told us what they need for {meeting}, on {told}. It is private to them, so it is not opened here.
        </p>
        <Inset>
          <p>
            “You told us things before. I cannot see them. You can use them again with your own link, or we can go through the questions
            now.”
          </p>
        </Inset>
        <ButtonLink href={`${home}/topics`}>Go through the questions now</ButtonLink>
        <LinkList links={[{ href: people, text: `Send ${firstName}'s link again` }]} />
      </Page>
    );
  }
  return (
    <Page {...frame}>
      <p>Read this aloud to {firstName}, in these words. Say: “You can skip this question.”</p>
      <Inset>
        <p>“{words.told(told, meeting)}”</p>
        {needsNothing ? <p>“{words.nothing}”</p> : null}
        {lines.length === 0 ? null : (
          <ul className="govuk-list govuk-list--bullet">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </Inset>
      <PageForm carried={{ version: String(version) }}>
        <Radios
          name="verdict"
          legend={words.question}
          hint={words.hint}
          options={[
            { value: "same", label: words.same },
            { value: "mostly", label: words.mostly },
            { value: "start-again", label: words.again },
          ]}
          value={answer.value("verdict")}
          error={answer.error("verdict")}
        />
        <FormButtons primary="Save and go on" secondary={[{ intent: "skip", text: "Skip this question" }]} />
      </PageForm>
    </Page>
  );
}
