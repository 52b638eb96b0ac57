// The Easy Read words of the attendee's access journey are easy by the rules of experience.md 5.9: short sentences, no brackets, symbols
// or percentages.
import { expect, test } from "vitest";
import { topicIds } from "#app/domain/access/topic-options.ts";
import {
  accountWords,
  calledOffWords,
  clearWords,
  comingWords,
  datesWords,
  doneSoFar,
  easyAfterNoWords,
  easyTopicWords,
  hubWords,
  landingHeadings,
  landingWords,
  notMeWords,
  reviewWords,
  stepWords,
  whoWords,
} from "#app/words/easy-access.ts";
import { penceOf } from "#app/domain/basics/money.ts";

/** Every sentence in a table of words, with made-up names where a name goes in. */
function textsIn(words: unknown): readonly string[] {
  if (typeof words === "string") return [words];
  if (typeof words === "function") return textsIn((words as (given: unknown) => unknown)(penceOf(75_00)));
  return words !== null && typeof words === "object" ? Object.values(words).flatMap(textsIn) : [];
}

const all = [
  easyTopicWords,
  stepWords.easy,
  landingWords.easy,
  landingHeadings.easy,
  notMeWords.easy,
  hubWords.easy,
  comingWords.easy,
  whoWords.easy,
  accountWords.easy,
  calledOffWords.easy,
  clearWords.easy,
  reviewWords.easy,
  datesWords.easy,
  easyAfterNoWords,
  doneSoFar(3),
].flatMap(textsIn);
const sentences = all.flatMap((text) => text.split(/(?<=[.?!])\s+/u)).filter((sentence) => sentence.trim() !== "");
const wordsOf = (sentence: string): number => sentence.split(/\s+/u).length;

test("no sentence has more than 15 words, and they have 12 or fewer on average", () => {
  expect(sentences.length).toBeGreaterThan(80);
  expect(sentences.filter((sentence) => wordsOf(sentence) > 15)).toEqual([]);
  expect(sentences.reduce((sum, sentence) => sum + wordsOf(sentence), 0) / sentences.length).toBeLessThanOrEqual(12);
});

test("there are no brackets, percentages, slashes or semicolons", () => {
  expect(sentences.filter((sentence) => /[()%/;&]/u.test(sentence))).toEqual([]);
});

test("every topic has one question of one sentence", () => {
  for (const topic of topicIds) expect(easyTopicWords[topic].question, topic).toMatch(/^[A-Z][^.?!]*\?$/u);
});
