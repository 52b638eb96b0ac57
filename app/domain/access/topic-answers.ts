// What somebody said belongs to its topic: a topic that is taken back takes with it what was ticked, typed and written under it, so that
// nothing is sent that the person no longer sees.
import { followUpOf, isFollowUpId } from "./follow-ups.ts";
import { saysAnything, type AnswersToJoin } from "./join-answers.ts";
import { topicIds, type TopicId } from "./topic-options.ts";
import { openQuestions, topicOfOption } from "./topics.ts";

type Said = Pick<AnswersToJoin, "topics" | "chosen" | "followUps" | "notes">;

/** The answers without some topics: neither the topics nor anything that was said under them. */
export function withoutTopics<Answers extends Said>(answers: Answers, gone: readonly TopicId[]): Answers {
  const isGone = (topic: TopicId): boolean => gone.includes(topic);
  const topicOfNote = (about: string): TopicId | undefined => (about in openQuestions ? "else" : topicIds.find((id) => id === about));
  return {
    ...answers,
    topics: answers.topics.filter((topic) => !isGone(topic)),
    chosen: answers.chosen.filter(({ id }) => !isGone(topicOfOption(id))),
    followUps: Object.fromEntries(Object.entries(answers.followUps).filter(([id]) => !isFollowUpId(id) || !isGone(followUpOf(id).topic))),
    notes: answers.notes.filter(({ about }) => {
      const topic = topicOfNote(about);
      return topic === undefined || !isGone(topic);
    }),
  };
}

/** The topics under which somebody has said something, in order: what goes if they are taken back. */
export function topicsWithAnswers(answers: AnswersToJoin): readonly TopicId[] {
  const nothingTicked = { ...answers, topics: [] };
  return topicIds.filter((topic) => saysAnything(nothingTicked, topic));
}
