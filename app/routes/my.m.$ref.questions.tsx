// Questions about what a person needs, where they gave no name for it: what is offered, and whether it is fine for them.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { questionAnswers } from "#app/domain/meetings/decisions.ts";
import { answerQuestion, myQuestions } from "#app/services/written-questions.server.ts";
import { Button, ButtonGroup } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { LongField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { Inset } from "#app/ui/warning.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { choice, longText, versionField } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { requirementName } from "#app/words/requirements.ts";
import { answerLabel } from "#app/words/written-questions.ts";

const answerForm = z.strictObject({
  question: z.string().max(64),
  version: versionField,
  said: choice(questionAnswers, "Choose your answer"),
  words: longText("what you want to say", { max: 1_000 }),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, attendee, shell, caption, home, page } = await requireAttendeePage(request, params["ref"]);
  return {
    shell,
    caption,
    home,
    contact: page.meeting.coordinatorName,
    questions: await myQuestions(context, attendee),
    saved: new URL(request.url).searchParams.get("saved"),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, attendee, home } = await requireAttendeePage(request, params["ref"]);
  const form = await readForm(request, answerForm);
  if (!form.ok) return mend(form.answer);
  const { question: questionId, version, ...answer } = form.value;
  const kept = await answerQuestion(context, attendee, { questionId, version }, answer, form.intent);
  if (kept.ok) return goBackSaying(`${home}/questions`, kept.value.said);
  if (kept.refusal === "not-found") throw notFound();
  return mend(problemWith("said", "This question was changed. Read it again, then answer.", form.typed));
}

const notices: Readonly<Record<string, string>> = {
  yes: "Thank you. We plan it like this.",
  no: "Thank you. We look for another way.",
  talk: "Thank you. Please get in touch with us. The organiser does not see that it is you, so they cannot ring you about this.",
};

export default function MyQuestions() {
  const { shell, caption, home, contact, questions, saved } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  const sent = answer.isAnswer ? answer.value("question") : "";
  return (
    <Page
      shell={shell}
      heading={questions.length === 1 ? "A question for you" : "Questions for you"}
      caption={caption}
      back={{ href: home }}
      notice={saved === null || notices[saved] === undefined ? undefined : { heading: "Sent", children: notices[saved] }}
    >
      {questions.length === 0 ? <p>There are no questions for you now. If we have one, you see it here.</p> : null}
      {questions.length === 0 ? null : (
        <p>You told us what you need, and did not share your name for it. {contact} reads your answer, and not who it is from.</p>
      )}
      {questions.map((question) => {
        const isSent = sent === question.questionId;
        const name = requirementName[question.requirement];
        return (
          <section key={question.questionId} aria-labelledby={`about-${question.questionId}`}>
            <h2 id={`about-${question.questionId}`}>{name}</h2>
            <p>This is what we can offer:</p>
            <Inset>{question.offer}</Inset>
            <PageForm carried={{ question: question.questionId, version: String(question.version) }}>
              <Radios
                name="said"
                id={`said-${question.questionId}`}
                legend={`Is this fine for you? (${name})`}
                options={questionAnswers.map((value) => ({ value, label: answerLabel[value] }))}
                value={isSent ? answer.value("said") : question.answer?.said}
                error={isSent ? answer.error("said") : undefined}
              />
              <LongField
                name="words"
                id={`words-${question.questionId}`}
                label={`Anything you want to say? (${name})`}
                hint="You do not have to. We read it without your name."
                rows={3}
                limit={1000}
                value={isSent ? answer.value("words") : (question.answer?.words ?? "")}
                error={isSent ? answer.error("words") : undefined}
              />
              <ButtonGroup>
                <Button about={`about ${name}`}>Send my answer</Button>
              </ButtonGroup>
            </PageForm>
          </section>
        );
      })}
    </Page>
  );
}
