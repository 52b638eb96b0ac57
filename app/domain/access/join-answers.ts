// Two sets of answers of one person about one meeting, made one topic by topic, as the person chooses. What only one side says and
// nobody chose to leave out stays: nothing that somebody may need is dropped by being overlooked.
import { followUpOf, followUpsFor, isFollowUpId, type FollowUpAnswers } from "./follow-ups.ts";
import type { Note, ReaderId, SharingChoice } from "./sharing.ts";
import type { TopicId } from "./topic-options.ts";
import { openQuestions, topicOfOption, topics, type ChosenOption } from "./topics.ts";

/** The part of somebody's answers that is about what they need and who reads it. */
export type AnswersToJoin = {
  readonly topics: readonly TopicId[];
  readonly needsNothing: boolean;
  readonly chosen: readonly ChosenOption[];
  readonly followUps: FollowUpAnswers;
  readonly notes: readonly Note[];
  readonly forEveryone: string;
  readonly choices: Readonly<Partial<Record<ReaderId, SharingChoice>>>;
  readonly keep: "keep" | "erase";
};

/** Which side's answers hold. */
export type Side = "one" | "other" | "both";

/** The topics the two sides say different things about, in the order people are asked. */
export function topicsThatDiffer(one: AnswersToJoin, other: AnswersToJoin): readonly TopicId[] {
  return topics.map(({ id }) => id).filter((id) => JSON.stringify(partOf(one, id)) !== JSON.stringify(partOf(other, id)));
}

/** Whether somebody says anything about a topic. */
export function saysAnything(answers: AnswersToJoin, topic: TopicId): boolean {
  const { isAsked, chosen, followUps, notes } = partOf(answers, topic);
  return isAsked || chosen.length > 0 || Object.keys(followUps).length > 0 || notes.length > 0;
}

/**
 * The two as one. `sides` says whose answers hold for each topic; where it says nothing, both hold. Where both hold, an option is as
 * important as the side that needs it more. Of two choices about who may read something the more private one holds, and what one side
 * asked to be deleted is deleted.
 */
export function joinedAnswers(
  one: AnswersToJoin,
  other: AnswersToJoin,
  sides: Readonly<Partial<Record<TopicId | "everyone", Side>>>,
): AnswersToJoin {
  const parts = topics.map(({ id }) => ({ id, ...joinedPart(partOf(one, id), partOf(other, id), sides[id] ?? "both") }));
  const chosen = parts.flatMap((part) => part.chosen);
  return {
    topics: parts.filter(({ isAsked }) => isAsked).map(({ id }) => id),
    needsNothing: one.needsNothing && other.needsNothing && chosen.length === 0,
    chosen,
    followUps: Object.assign({}, ...parts.map(({ followUps }) => followUps)) as FollowUpAnswers,
    notes: parts.flatMap(({ notes }) => notes),
    forEveryone: joinedWords(one.forEveryone, other.forEveryone, sides.everyone ?? "both"),
    choices: morePrivate(one.choices, other.choices),
    keep: one.keep === "keep" && other.keep === "keep" ? "keep" : "erase",
  };
}

type Part = {
  readonly isAsked: boolean;
  readonly chosen: readonly ChosenOption[];
  readonly followUps: FollowUpAnswers;
  readonly notes: readonly Note[];
};

function partOf(answers: AnswersToJoin, topic: TopicId): Part {
  const followUps = Object.entries(answers.followUps).filter(([id]) => isFollowUpId(id) && followUpOf(id).topic === topic);
  return {
    isAsked: answers.topics.includes(topic),
    chosen: answers.chosen.filter(({ id }) => topicOfOption(id) === topic).toSorted((a, b) => a.id.localeCompare(b.id)),
    followUps: Object.fromEntries(followUps.toSorted(([a], [b]) => a.localeCompare(b))),
    notes: answers.notes.filter(({ about }) => about === topic || (topic === "else" && about in openQuestions)),
  };
}

function joinedPart(one: Part, other: Part, side: Side): Part {
  if (side !== "both") return side === "one" ? one : other;
  const options = [...new Set([...one.chosen, ...other.chosen].map(({ id }) => id))];
  const chosen = options.map((id) => strongerOf([...one.chosen, ...other.chosen].filter((option) => option.id === id)));
  const wanted = new Set<string>(followUpsFor(chosen.map(({ id }) => id)).map(({ id }) => id));
  const both = { ...other.followUps, ...one.followUps };
  const kept = Object.entries(both).filter(([id]) => wanted.has(id) || id in one.followUps || id in other.followUps);
  return {
    isAsked: one.isAsked || other.isAsked,
    chosen,
    followUps: Object.fromEntries(kept),
    notes: [
      ...one.notes,
      ...other.notes.filter(({ about, text }) => !one.notes.some((note) => note.about === about && note.text === text)),
    ],
  };
}

// No answer and "it varies" plan as essential (decision 24), so only "helpful" is weaker than anything else.
function strongerOf(same: readonly ChosenOption[]): ChosenOption {
  const found = same.find(({ strength }) => strength === "essential") ?? same.find(({ strength }) => strength !== "helpful") ?? same[0];
  if (found === undefined) throw new Error("An option was chosen by neither side");
  return found;
}

function joinedWords(one: string, other: string, side: Side): string {
  if (side !== "both") return side === "one" ? one : other;
  return one === other ? one : [one, other].filter((words) => words !== "").join("\n");
}

const byPrivacy: readonly SharingChoice[] = ["do-not-share", "without-name", "with-name"];

function morePrivate(one: AnswersToJoin["choices"], other: AnswersToJoin["choices"]): AnswersToJoin["choices"] {
  const readers = [...new Set([...Object.keys(one), ...Object.keys(other)])] as readonly ReaderId[];
  return Object.fromEntries(
    readers.flatMap((reader) => {
      // A reader only one side spoke of is read as that side said only if it is not more open than what is usual for the other.
      const said = [one[reader], other[reader]].filter((choice) => choice !== undefined);
      const found = byPrivacy.find((choice) => said.includes(choice));
      return found === undefined ? [] : [[reader, found]];
    }),
  );
}
