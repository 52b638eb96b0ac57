// Words of the access questions that are not in the catalogue.
import type { ReaderId } from "#app/domain/access/sharing.ts";
import { topicOf, type OpenQuestionId } from "#app/domain/access/topics.ts";
import { openQuestions } from "#app/domain/access/topics.ts";
import type { TopicId } from "#app/domain/access/topic-options.ts";

export const strengths = ["essential", "helpful", "varies"] as const;

export const strengthLabels: Readonly<Record<(typeof strengths)[number], string>> = {
  essential: "I cannot take part without it",
  helpful: "It really helps",
  varies: "It varies",
};

/** Readers a person may let their own words be repeated to; the coordinator always reads what was sent. */
export const noteReaders = ["venue", "interpreter", "chair-and-access-host"] as const satisfies readonly ReaderId[];

export const noteReaderLabels: Readonly<Record<(typeof noteReaders)[number], string>> = {
  venue: "The venue, without my name",
  interpreter: "The interpreter or captioner",
  "chair-and-access-host": "The chair and access host on the day",
};

/** What a note is about, in the words of its question. */
export function noteTitle(about: TopicId | OpenQuestionId): string {
  return about in openQuestions ? openQuestions[about as OpenQuestionId] : `${topicOf(about as TopicId).title}: anything else`;
}

/** What unticking takes back, said before it does; null where nothing was told yet. */
export function takenBackSentence(told: readonly string[]): string | null {
  if (told.length === 0) return null;
  return `You told us about: ${told.join("; ")}. If you untick one of these, we take out what you told us about it.`;
}
