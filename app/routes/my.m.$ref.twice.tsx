// Two sets of answers of one person to one meeting, side by side: they choose, question by question, and the two become one.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { topicOf } from "#app/domain/access/topics.ts";
import {
  answersToJoin,
  joinOwnAnswers,
  keyOf,
  missingChoices,
  type JoinChoices,
  type JoinQuestion,
  type Reply,
} from "#app/services/joined-answers.server.ts";
import { ButtonLink, FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { optionalChoice } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import {
  chooseOne,
  everyoneLegend,
  givenOn,
  replyLegend,
  sideLabels,
  twiceHeading,
  twiceIntro,
  twiceProblems,
  wholePartLegends,
} from "#app/words/joined-answers.ts";
import { replyLabels } from "#app/words/my-meeting.ts";
import { answerRows } from "./my.m.$ref.access.$step/view.server.ts";

const sides = ["one", "other", "both"] as const;

type Option = { readonly value: (typeof sides)[number]; readonly lines: readonly string[] };
type Asked = { readonly key: string; readonly legend: string; readonly options: readonly Option[] };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shell, home, caption, context, attendee, reference } = await requireAttendeePage(request, params["ref"]);
  const found = await answersToJoin(context, attendee);
  if (!found.ok && found.refusal === "nothing-to-join") throw redirect(home);
  return {
    shell,
    home,
    caption,
    reference,
    isProven: found.ok,
    seen: found.ok ? found.value.seen : "",
    questions: found.ok ? found.value.questions.map(askedFor) : [],
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { home, context, attendee } = await requireAttendeePage(request, params["ref"]);
  const found = await answersToJoin(context, attendee);
  if (!found.ok) throw redirect(home);
  const { questions } = found.value;
  const fields = Object.fromEntries(questions.map((question) => [fieldOf(keyOf(question)), optionalChoice(sides)]));
  const form = await readForm(request, z.strictObject({ ...fields, seen: z.string().max(20_000) }));
  if (!form.ok) return mend(form.answer);
  const said = form.value as Readonly<Record<string, string | undefined>>;
  const choices = Object.fromEntries(
    questions.flatMap((question) => {
      const side = sides.find((one) => one === said[fieldOf(keyOf(question))]);
      return side === undefined ? [] : [[keyOf(question), side]];
    }),
  ) as JoinChoices;
  const missing = missingChoices(questions, choices);
  if (missing.length > 0) return mend({ problems: missing.map((key) => ({ field: fieldOf(key), message: chooseOne })), typed: form.typed });
  const joined = await joinOwnAnswers(context, attendee, form.value.seen, choices, form.intent);
  if (joined.ok) return goBackSaying(home, "joined");
  const [first] = questions;
  if (joined.refusal === "changed-elsewhere" || joined.refusal === "two-claims")
    return mend(problemWith(first === undefined ? "seen" : fieldOf(keyOf(first)), twiceProblems[joined.refusal], form.typed));
  throw redirect(home);
}

const replyWords = (reply: Reply): string => (reply === "none" ? "" : replyLabels[reply]);

const fieldOf = (key: string): string => `side_${key}`;

function askedFor(question: JoinQuestion): Asked {
  const key = fieldOf(keyOf(question));
  const two = (one: readonly string[], other: readonly string[]): readonly Option[] => [
    { value: "one", lines: one },
    { value: "other", lines: other },
  ];
  switch (question.about) {
    case "reply":
      return { key, legend: replyLegend, options: two([replyWords(question.one)], [replyWords(question.other)]) };
    case "everyone":
      return { key, legend: everyoneLegend, options: [...two([question.one], [question.other]), { value: "both", lines: [] }] };
    case "topic": {
      const linesOf = (answers: typeof question.one) => answerRows(answers).find(({ topic }) => topic === question.topic)?.lines ?? [];
      const options = two(linesOf(question.one), linesOf(question.other));
      return {
        key,
        legend: topicOf(question.topic).title,
        options: question.bothSay ? [...options, { value: "both", lines: [] }] : options,
      };
    }
    default:
      return { key, legend: wholePartLegends[question.about], options: two([givenOn(question.one)], [givenOn(question.other)]) };
  }
}

export default function Twice() {
  const { shell, home, caption, reference, isProven, seen, questions } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  return (
    <Page shell={shell} caption={caption} heading={twiceHeading} back={{ href: home }}>
      {twiceIntro.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {isProven ? (
        <PageForm carried={{ seen }}>
          {questions.length === 0 ? <p>Nothing you said differs. We keep all of it.</p> : null}
          {questions.map(({ key, legend, options }) => (
            <Radios
              key={key}
              name={key}
              legend={legend}
              asHeading="h2"
              options={options.map(({ value, lines }) => ({
                value,
                label: sideLabels[value],
                hint:
                  value === "both" ? undefined : (
                    <ul className="govuk-list">
                      {(lines.filter((line) => line !== "").length === 0 ? ["Nothing"] : lines).map((line) => (
                        <li key={line}>{line}</li>
                      ))}
                    </ul>
                  ),
              }))}
              value={answer.value(key)}
              error={answer.error(key)}
            />
          ))}
          <p>Where both say who may see your answers, we keep the more private choice. What you sent before, we send again as you chose.</p>
          <FormButtons primary="These answers are right" />
        </PageForm>
      ) : (
        <>
          <p>First we check that it is you. We send a new link to a place we already know is yours.</p>
          <ButtonLink href={`/my/confirm-you?ref=${reference}`}>Check it is you</ButtonLink>
        </>
      )}
    </Page>
  );
}
