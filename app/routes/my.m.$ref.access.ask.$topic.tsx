// One topic as a yes-or-no question, for whoever reads Easy Read: one picture, one sentence, three big choices. "Not sure" is passed on
// as a wish to talk about it (experience.md 2.4.13).
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { askedAs, easyAnswerOf, easyAnswers, easyDone, easyNote, easyTopics, type EasyAnswer } from "#app/domain/access/easy-parts.ts";
import { addressAfter } from "#app/domain/access/journey.ts";
import { topicsWithAnswers, withoutTopics } from "#app/domain/access/topic-answers.ts";
import { topicIds, type TopicId } from "#app/domain/access/topic-options.ts";
import { ownAnswers, saveOwnAnswers, type AccessAnswers } from "#app/services/needs.server.ts";
import { FormButtons, skipAndLater } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { Details } from "#app/ui/details.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { AnswerPicture, TopicPicture } from "#app/ui/topic-pictures.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { optionalChoice } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound } from "#app/web/guards.server.ts";
import { goBackSaying, goOn } from "#app/web/responses.server.ts";
import { doneSoFar, easyAnswerLabels, easyTopicWords, noTakesBack, stepWords, wouldLikeToTalk } from "#app/words/easy-access.ts";

// Nought is the version of answers nobody has saved yet.
const form = z.strictObject({ answer: optionalChoice(easyAnswers), version: z.coerce.number().int().nonnegative() });

const topicIn = (given: string | undefined): TopicId => {
  const topic = topicIds.find((id) => id === given);
  if (topic === undefined) throw notFound();
  return topic;
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shell, page, home, caption, context, attendee } = await requireAttendeePage(request, params["ref"]);
  const topic = topicIn(params["topic"]);
  const asked = easyTopics(page.meeting.mode !== "in-person");
  const { answers, version } = await ownAnswers(context, attendee);
  const before = asked[asked.indexOf(topic) - 1];
  return {
    shell,
    caption,
    topic,
    version,
    answer: easyAnswerOf(answers, topic, wouldLikeToTalk) ?? "",
    // The wish to talk is this page's own answer; anything else was said on other pages.
    takesBack: topicsWithAnswers(withNoteOf(answers, topic, "yes")).includes(topic),
    done: easyDone(answers, asked),
    back: before === undefined ? home : `${home}/access/ask/${before}`,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { page, home, context, attendee } = await requireAttendeePage(request, params["ref"]);
  const topic = topicIn(params["topic"]);
  const asked = easyTopics(page.meeting.mode !== "in-person");
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const { answer, version } = read.value;
  if (read.button !== "skip" && answer !== undefined) {
    const saved = await saveOwnAnswers(context, attendee, version, (answers) => answered(answers, topic, answer, asked), read.intent);
    if (!saved.ok) return mend(problemWith("answer", "Your answers were changed in another window. Choose again, and save.", read.typed));
  }
  if (read.button === "later") return goBackSaying(home, "later");
  const next = asked[asked.indexOf(topic) + 1];
  if (next !== undefined) return goOn(`${home}/access/ask/${next}`);
  return goOn(`${home}/access/${addressAfter((await ownAnswers(context, attendee)).answers, { kind: "topics" })}`);
}

function withNoteOf(answers: AccessAnswers, topic: TopicId, answer: EasyAnswer): AccessAnswers {
  const before = answers.notes.find((note) => note.about === topic);
  const text = easyNote(before?.text ?? "", answer, wouldLikeToTalk);
  const others = answers.notes.filter((note) => note.about !== topic);
  return { ...answers, notes: text === "" ? others : [...others, { about: topic, text, mayRead: before?.mayRead ?? [] }] };
}

function answered(answers: AccessAnswers, topic: TopicId, answer: EasyAnswer, asked: readonly TopicId[]): AccessAnswers {
  const said = answer === "no" ? withoutTopics(answers, [topic]) : withNoteOf(answers, topic, answer);
  const topics = topicIds.filter((id) => (id === topic ? answer !== "no" : said.topics.includes(id)));
  const visited = [...new Set([...answers.visited, askedAs(topic)])];
  return {
    ...said,
    topics,
    visited,
    // Said no to everything: nothing is needed for now.
    needsNothing: topics.length === 0 && asked.every((id) => visited.includes(askedAs(id))),
  };
}

export default function AskTopic() {
  const { shell, caption, topic, version, answer: saved, takesBack, done, back } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  const words = easyTopicWords[topic];
  return (
    <Page shell={shell} caption={caption} title={words.question} back={{ href: back }}>
      <p>{doneSoFar(done)}</p>
      <TopicPicture topic={topic} />
      {takesBack ? <p>{noTakesBack}</p> : null}
      <PageForm carried={{ version: String(version) }}>
        <div className="easy-choices">
          <Radios
            name="answer"
            legend={words.question}
            asHeading="h1"
            hint={words.about}
            options={easyAnswers.map((value) => ({
              value,
              label: (
                <>
                  <AnswerPicture answer={value} /> {easyAnswerLabels[value]}
                </>
              ),
            }))}
            value={answer.value("answer", saved)}
            error={answer.error("answer")}
          />
        </div>
        <FormButtons secondary={skipAndLater} />
      </PageForm>
      <Details summary="Why we ask this">{stepWords.easy.why}</Details>
      <Details summary="Who will see this">{stepWords.easy.whoSees}</Details>
    </Page>
  );
}
