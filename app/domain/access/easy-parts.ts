// The access questions for Easy Read: each topic is a yes-or-no question of its own, and no page has more than four choices
// (experience.md 2.4.13). The answers are the same answers; only the way to them is longer and plainer.
import type { JourneyStep } from "./journey.ts";
import { topicIds, type TopicId } from "./topic-options.ts";
import type { TopicPage } from "./topics.ts";

/** The most choices on a page in Easy Read. */
export const mostEasyOptions = 4;

export const easyAnswers = ["yes", "no", "not-sure"] as const;
export type EasyAnswer = (typeof easyAnswers)[number];

type Said = {
  readonly topics: readonly TopicId[];
  readonly needsNothing: boolean;
  readonly notes: readonly { readonly about: string; readonly text: string }[];
  readonly visited: readonly string[];
};

/** The name a topic's yes-or-no page leaves among the pages somebody has been to. */
export function askedAs(topic: TopicId): string {
  return `ask-${topic}`;
}

/** The topics asked about, in order; taking part online only where it is offered. */
export function easyTopics(isOnlineOffered: boolean): readonly TopicId[] {
  return topicIds.filter((id) => id !== "online" || isOnlineOffered);
}

/** What somebody said to a topic's question; undefined while they have not been asked. `wish` is the sentence that stands for "Not sure". */
export function easyAnswerOf(said: Said, topic: TopicId, wish: string): EasyAnswer | undefined {
  if (said.topics.includes(topic)) return wishesToTalk(said, topic, wish) ? "not-sure" : "yes";
  return said.visited.includes(askedAs(topic)) || said.needsNothing ? "no" : undefined;
}

/** Says whether somebody would like to talk about a topic, or about any. */
export function wishesToTalk({ notes }: Pick<Said, "notes">, topic: TopicId | "any", wish: string): boolean {
  return notes.some(({ about, text }) => (topic === "any" || about === topic) && text.startsWith(wish));
}

/** How many of the topics somebody has been asked about. */
export function easyDone(said: Said, asked: readonly TopicId[]): number {
  return asked.filter((topic) => said.visited.includes(askedAs(topic))).length;
}

/**
 * What the own words about a topic become with an answer: whatever else was written there stays. `wish` is what is passed on for "Not
 * sure": that the person would like to talk about it.
 */
export function easyNote(before: string, answer: EasyAnswer, wish: string): string {
  const rest = before.startsWith(wish) ? before.slice(wish.length).trim() : before;
  return answer === "not-sure" ? [wish, rest].filter((text) => text !== "").join(" ") : rest;
}

/** A page of choices as pages of at most four. Radios stay whole, because one of them has to be chosen among all. */
export function easyPartsOf(page: TopicPage): readonly TopicPage[] {
  const questions = page.questions.flatMap((question) => {
    if (question.kind === "radios" || question.options.length <= mostEasyOptions) return [question];
    const count = Math.ceil(question.options.length / mostEasyOptions);
    return Array.from({ length: count }, (_, part) => {
      const [first, ...rest] = question.options.slice(part * mostEasyOptions, (part + 1) * mostEasyOptions);
      return first === undefined ? [] : [{ ...question, options: [first, ...rest] as const }];
    }).flat();
  });
  // The last page carries what is typed, and the room for own words.
  return questions.length < 2 ? [page] : questions.map((question, at) => partOf(page, question, at === questions.length - 1));
}

function partOf(page: TopicPage, question: TopicPage["questions"][number], isLast: boolean): TopicPage {
  const { fields, ...rest } = page;
  return { ...rest, questions: [question], ...(isLast && fields !== undefined ? { fields } : {}) };
}

type EasyStep = { readonly step: JourneyStep; readonly part: number; readonly parts: number };

/** One part of a step, counted from 1; undefined where it has no such part. Steps that are no page have one. */
export function easyStepAt(step: JourneyStep, part: number): EasyStep | undefined {
  if (step.kind !== "page") return part === 1 ? { step, part, parts: 1 } : undefined;
  const pages = easyPartsOf(step.page);
  const page = pages[part - 1];
  if (page === undefined) return undefined;
  const isPartial = part < pages.length;
  return { step: { ...step, page, ...(isPartial ? { isPartial } : {}) }, part, parts: pages.length };
}

/** The address of a part: the first has the page's own. */
export function addressOfPart(page: string, part: number): string {
  return part === 1 ? page : `${page}-part-${part}`;
}

/** A page's own address and the part of it that an address names. */
export function partIn(address: string): { readonly page: string; readonly part: number } {
  const found = /^(.+)-part-([2-9]|[1-9]\d)$/u.exec(address);
  return found === null ? { page: address, part: 1 } : { page: found[1] ?? address, part: Number(found[2]) };
}
