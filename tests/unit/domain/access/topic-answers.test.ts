import { describe, expect, test } from "vitest";
import type { AnswersToJoin } from "#app/domain/access/join-answers.ts";
import { stepsOf } from "#app/domain/access/journey.ts";
import { topicsWithAnswers, withoutTopics } from "#app/domain/access/topic-answers.ts";
import { topicIds } from "#app/domain/access/topic-options.ts";
import { topicOfOption, topics } from "#app/domain/access/topics.ts";

const said: AnswersToJoin = {
  topics: ["food", "getting-around", "else"],
  needsNothing: false,
  chosen: [{ id: "vegan" }, { id: "no-stairs", strength: "essential" }],
  followUps: { allergies: "MARKER-sesame" },
  notes: [
    { about: "food", text: "MARKER-food", mayRead: [] },
    { about: "goes-well", text: "MARKER-well", mayRead: [] },
    { about: "getting-around", text: "MARKER-around", mayRead: [] },
  ],
  forEveryone: "MARKER-everyone",
  choices: {},
  keep: "keep",
};

describe("a topic that is taken back", () => {
  test("takes with it what was ticked, typed and written under it, and nothing else", () => {
    const without = withoutTopics(said, ["food"]);
    expect(without).toEqual({
      ...said,
      topics: ["getting-around", "else"],
      chosen: [{ id: "no-stairs", strength: "essential" }],
      followUps: {},
      notes: said.notes.slice(1),
    });
    expect(withoutTopics(said, ["else"]).notes.map(({ about }) => about)).toEqual(["food", "getting-around"]);
  });

  test("for every topic and everything that can be chosen, leaves nothing chosen that is not under a topic still there", () => {
    const everything = topics.flatMap(({ pages }) => pages.flatMap(({ questions }) => questions.flatMap(({ options }) => options)));
    const all = { ...said, topics: topicIds, chosen: everything.map((id) => ({ id })) };
    for (const topic of topicIds) {
      const without = withoutTopics(all, [topic]);
      expect(without.chosen.some(({ id }) => topicOfOption(id) === topic)).toBe(false);
      expect(without.chosen.length + everything.filter((id) => topicOfOption(id) === topic).length).toBe(everything.length);
      expect(topicsWithAnswers(without)).not.toContain(topic);
    }
  });

  test("is known beforehand to have something under it, also where it was never ticked", () => {
    expect(topicsWithAnswers(said)).toEqual(topicIds.filter((id) => said.topics.includes(id)));
    expect(topicsWithAnswers({ ...said, topics: [] })).toEqual(topicsWithAnswers(said));
    expect(topicsWithAnswers({ ...said, chosen: [], followUps: {}, notes: [] })).toEqual([]);
  });
});

test("whoever wrote something is asked who may read it, also when they ticked nothing", () => {
  const only = (notes: AnswersToJoin["notes"]) => stepsOf({ ...said, chosen: [], notes }).map(({ kind }) => kind);
  expect(only([])).not.toContain("sharing");
  expect(only(said.notes)).toContain("sharing");
});
