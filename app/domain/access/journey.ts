// The way through the access questions: which pages a person sees, in which order, from what they have said so far.
// Nothing on the way has to be answered, so every page leads on to the next.
import { followUpsFor, isFollowUpId, type FollowUpId } from "./follow-ups.ts";
import type { OptionId, TopicId } from "./topic-options.ts";
import { findTopicPage, itemsOf, topics, type ChosenOption, type TopicPage } from "./topics.ts";

export type JourneyStep =
  | { readonly kind: "topics" }
  /** `isPartial`: more of the same page follows, and with it the room for own words (easy-parts.ts). */
  | { readonly kind: "page"; readonly page: TopicPage; readonly topic: TopicId; readonly isPartial?: boolean }
  | { readonly kind: "follow-up"; readonly question: FollowUpId }
  | { readonly kind: "essential"; readonly part: number; readonly options: readonly OptionId[] }
  | { readonly kind: "sharing" }
  | { readonly kind: "check" };

export type SaidSoFar = {
  readonly topics: readonly TopicId[];
  readonly chosen: readonly ChosenOption[];
  readonly needsNothing: boolean;
  /** What they wrote in their own words. */
  readonly notes: readonly unknown[];
};

/** How many items "What matters most" asks about on one page (experience.md 2.4.9). */
const itemsOnPage = 8;

/** Every step of the journey in order: less common choices ("More about ...") are reached by a link and not on the way. */
export function stepsOf(said: SaidSoFar): readonly JourneyStep[] {
  const about = said.needsNothing ? [] : topics.filter((topic) => said.topics.includes(topic.id));
  const chosenIds = said.chosen.map(({ id }) => id);
  const followUps = followUpsFor(chosenIds);
  const pages = about.flatMap((topic): readonly JourneyStep[] => [
    ...topic.pages.filter((page) => page.isMore !== true).map((page) => ({ kind: "page", page, topic: topic.id }) as const),
    ...followUps.filter((asked) => asked.topic === topic.id).map((asked) => ({ kind: "follow-up", question: asked.id }) as const),
  ]);
  const items = said.needsNothing ? [] : itemsOf(said.chosen).map(({ id }) => id);
  // Own words are read by somebody too, even where nothing was ticked.
  const sharesSomething = items.length > 0 || (!said.needsNothing && said.notes.length > 0);
  const parts = Array.from({ length: Math.ceil(items.length / itemsOnPage) }, (_, part) => ({
    kind: "essential" as const,
    part: part + 1,
    options: items.slice(part * itemsOnPage, (part + 1) * itemsOnPage),
  }));
  return [{ kind: "topics" }, ...pages, ...parts, ...(sharesSomething ? [{ kind: "sharing" } as const] : []), { kind: "check" }];
}

/** The last part of a step's address. */
export function addressOf(step: JourneyStep): string {
  switch (step.kind) {
    case "page":
      return step.page.id;
    case "follow-up":
      return `about-${step.question}`;
    case "essential":
      return step.part === 1 ? "essential" : `essential-${step.part}`;
    case "topics":
    case "sharing":
    case "check":
      return step.kind;
  }
}

/** The step at an address; also "More about ..." pages, which are not on the way. Undefined when there is none. */
export function stepAt(said: SaidSoFar, address: string): JourneyStep | undefined {
  const onTheWay = stepsOf(said).find((step) => addressOf(step) === address);
  if (onTheWay) return onTheWay;
  const found = findTopicPage(address);
  if (found) return { kind: "page", page: found.page, topic: found.topic.id };
  const question = address.replace(/^about-/u, "");
  if (address.startsWith("about-") && isFollowUpId(question)) return { kind: "follow-up", question };
  return undefined;
}

/** The address after a step; after a "More about ..." page, the one after its topic's last page. */
export function addressAfter(said: SaidSoFar, step: JourneyStep): string {
  const steps = stepsOf(said);
  const at = steps.findIndex((one) => addressOf(one) === addressOf(step));
  if (at >= 0) return addressOf(steps[at + 1] ?? { kind: "check" });
  const topic = step.kind === "page" ? step.topic : undefined;
  const lastOfTopic = steps.findLastIndex((one) => one.kind === "page" && one.topic === topic);
  return lastOfTopic < 0 ? "check" : addressOf(steps[lastOfTopic + 1] ?? { kind: "check" });
}

/** The address before a step, or null at the beginning: the page the "Back" link leads to. */
export function addressBefore(said: SaidSoFar, step: JourneyStep): string | null {
  const steps = stepsOf(said);
  const at = steps.findIndex((one) => addressOf(one) === addressOf(step));
  const before = at > 0 ? steps[at - 1] : undefined;
  if (before) return addressOf(before);
  const topic = step.kind === "page" ? steps.find((one) => one.kind === "page" && one.topic === step.topic) : undefined;
  return topic && step.kind !== "topics" ? addressOf(topic) : null;
}
