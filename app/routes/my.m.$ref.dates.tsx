// Which dates suit a person: one question after another, never a grid. Any of them can be left, and changed until a date is chosen.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { dateQuestion, saveDateAnswers } from "#app/services/date-poll.server.ts";
import { FormButtons, skipAndLater } from "#app/ui/buttons.tsx";
import { DateAnswersFields } from "#app/ui/date-answers-fields.tsx";
import { Details } from "#app/ui/details.tsx";
import { Sentences } from "#app/ui/lines.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { dateAnswersForm, dateAnswersFrom, hasMixedTimes, mixedTimes } from "#app/web/date-answers-form.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { goBackSaying, goOn } from "#app/web/responses.server.ts";
import { offeredDate } from "#app/words/dates.ts";
import { datesWords } from "#app/words/easy-access.ts";
import { longDate } from "#app/words/format.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shell, home, caption, wording, context, attendee, page } = await requireAttendeePage(request, params["ref"]);
  const asked = await dateQuestion(context, attendee);
  if (asked === null) throw redirect(home);
  return {
    shell,
    home,
    caption,
    wording,
    who: page.meeting.coordinatorName,
    version: asked.version,
    replyBy: longDate(asked.replyBy),
    dates: asked.dates.map((one) => ({
      id: one.id,
      legend: offeredDate(one),
      choice: asked.answers.choices[one.id] ?? "",
      wasTold: asked.toldBefore.includes(one.id),
    })),
    never: asked.answers.never === "none-of-these" ? ["none-of-these"] : asked.answers.never,
    restDays: asked.answers.restDays,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, attendee, home } = await requireAttendeePage(request, params["ref"]);
  const form = await readForm(request, dateAnswersForm);
  if (!form.ok) return mend(form.answer);
  if (form.button === "skip") return goOn(home);
  const { value } = form;
  if (hasMixedTimes(value)) return mend(problemWith("never", mixedTimes, form.typed));
  const saved = await saveDateAnswers(context, attendee, value.version, dateAnswersFrom(value), form.intent);
  if (saved.ok) return goBackSaying(home, form.button === "later" ? "later" : "dates");
  if (saved.refusal === "not-asked") return goOn(home);
  return mend(problemWith("main", "Your answers were changed in another window. Check them, and save again.", form.typed));
}

export default function Dates() {
  const { shell, home, caption, wording, who, version, replyBy, dates, never, restDays } = useLoaderData<typeof loader>();
  const words = datesWords[wording];
  const answer = useAnswer();
  return (
    <Page shell={shell} caption={caption} heading={words.heading} back={{ href: home }}>
      <p>
        <Sentences text={words.intro(replyBy)} wording={wording} />
      </p>
      <PageForm carried={{ version: String(version), shown: dates.map(({ id }) => id).join(" ") }}>
        <DateAnswersFields {...{ answer, words, dates, never, restDays }} />
        <FormButtons secondary={skipAndLater} />
      </PageForm>
      <Details summary="Why we ask this">{words.why}</Details>
      <Details summary="Who will see this">{words.whoSees(who)}</Details>
    </Page>
  );
}
