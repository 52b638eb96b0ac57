// The offered dates read aloud to somebody. What they told us by themselves is not opened: what is left out here stays as they said it.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { dateQuestion, saveDateAnswers } from "#app/services/date-poll.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { DateAnswersFields } from "#app/ui/date-answers-fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { dateAnswersForm, dateAnswersFrom, hasMixedTimes, mixedTimes } from "#app/web/date-answers-form.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { requirePhonePage } from "#app/web/phone-page.server.ts";
import { goOn } from "#app/web/responses.server.ts";
import { offeredDate } from "#app/words/dates.ts";
import { datesWords } from "#app/words/easy-access.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, attendee, home, frame } = await requirePhonePage(request, params);
  const asked = await dateQuestion(context, attendee);
  if (asked === null) throw redirect(`${home}/review`);
  return {
    ...frame,
    hasAnswered: asked.version > 0,
    version: asked.version,
    dates: asked.dates.map((one) => ({ id: one.id, legend: offeredDate(one), choice: "", wasTold: false })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, attendee, home } = await requirePhonePage(request, params);
  const form = await readForm(request, dateAnswersForm);
  if (!form.ok) return mend(form.answer);
  if (form.button === "skip") return goOn(`${home}/review`);
  const { value } = form;
  if (hasMixedTimes(value)) return mend(problemWith("never", mixedTimes, form.typed));
  const before = (await dateQuestion(context, attendee))?.answers;
  const now = dateAnswersFrom(value);
  const said =
    before === undefined
      ? now
      : {
          choices: { ...before.choices, ...now.choices },
          never: now.never.length === 0 ? before.never : now.never,
          restDays: now.restDays === "" ? before.restDays : now.restDays,
        };
  const saved = await saveDateAnswers(context, attendee, value.version, said, form.intent);
  if (saved.ok || saved.refusal === "not-asked") return goOn(`${home}/review`);
  return mend(problemWith("main", "Their answers were changed in another window. Ask again, and save.", form.typed));
}

export default function DatesByPhone() {
  const { shell, held, home, caption, firstName, hasAnswered, version, dates } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page shell={shell} caption={caption} heading={datesWords.standard.heading} back={{ href: home }} held={held}>
      <p>Read this aloud to {firstName}, in these words. Say: “You can skip this question.”</p>
      {hasAnswered ? <p>{firstName} has answered before. That is not opened here. What you leave out stays as they said it.</p> : null}
      <PageForm carried={{ version: String(version), shown: dates.map(({ id }) => id).join(" ") }}>
        <DateAnswersFields answer={answer} words={datesWords.standard} dates={dates} never={[]} restDays="" />
        <FormButtons primary="Save and go on" secondary={[{ intent: "skip", text: "Skip this question" }]} />
      </PageForm>
    </Page>
  );
}
