import { describe, expect, test } from "vitest";
import {
  addressOfPart,
  askedAs,
  easyAnswerOf,
  easyDone,
  easyNote,
  easyPartsOf,
  easyStepAt,
  easyTopics,
  mostEasyOptions,
  partIn,
  wishesToTalk,
} from "#app/domain/access/easy-parts.ts";
import { topics } from "#app/domain/access/topics.ts";

const pages = topics.flatMap((topic) => topic.pages.map((page) => ({ page, topic: topic.id })));

describe("pages in Easy Read", () => {
  test("for every page of choices, no part has more than four boxes to tick and nothing is dropped, doubled or moved", () => {
    for (const { page } of pages) {
      const parts = easyPartsOf(page);
      for (const { questions } of parts.length === 1 ? [] : parts) expect(questions).toHaveLength(1);
      for (const { questions } of parts)
        for (const { kind, options } of questions) if (kind === "checkboxes") expect(options.length).toBeLessThanOrEqual(mostEasyOptions);
      expect(parts.flatMap(({ questions }) => questions.flatMap(({ options }) => options))).toEqual(
        page.questions.flatMap(({ options }) => options),
      );
      expect(parts.flatMap(({ fields }) => fields ?? [])).toEqual(page.fields ?? []);
    }
  });

  test("only the last part of a page has room for own words, so that going back over another cannot wipe them", () => {
    for (const { page, topic } of pages) {
      const count = easyPartsOf(page).length;
      const partial = Array.from({ length: count }, (_, at) => {
        const found = easyStepAt({ kind: "page", page, topic }, at + 1);
        return found?.step.kind === "page" && found.step.isPartial === true;
      });
      expect(partial).toEqual(Array.from({ length: count }, (_, at) => at < count - 1));
      expect(easyStepAt({ kind: "page", page, topic }, count + 1)).toBeUndefined();
    }
  });

  test("a part's address leads back to its page and its number, and no page's own address reads as a part", () => {
    for (const { page } of pages) {
      expect(partIn(page.id)).toEqual({ page: page.id, part: 1 });
      expect(partIn(addressOfPart(page.id, 3))).toEqual({ page: page.id, part: 3 });
    }
    expect(partIn("building-part-1")).toEqual({ page: "building-part-1", part: 1 });
  });
});

describe("a topic as a yes-or-no question", () => {
  const wish = "I would like to talk.";
  const nothing = { topics: [], needsNothing: false, notes: [], visited: [] } as const;

  test("is open until it is asked, and a no is told from not asked", () => {
    expect(easyAnswerOf(nothing, "food", wish)).toBeUndefined();
    expect(easyAnswerOf({ ...nothing, visited: [askedAs("food")] }, "food", wish)).toBe("no");
    expect(easyAnswerOf({ ...nothing, topics: ["food"] }, "food", wish)).toBe("yes");
  });

  test("'Not sure' is the wish to talk in the person's own words, and goes again without what else they wrote", () => {
    const note = easyNote("I cannot eat nuts.", "not-sure", wish);
    expect(note).toBe(`${wish} I cannot eat nuts.`);
    expect(easyAnswerOf({ ...nothing, topics: ["food"], notes: [{ about: "food", text: note }] }, "food", wish)).toBe("not-sure");
    expect(easyNote(note, "yes", wish)).toBe("I cannot eat nuts.");
    expect(easyNote(note, "not-sure", wish)).toBe(note);
    expect(easyNote(wish, "no", wish)).toBe("");
  });

  test("the wish to talk is known of one topic and of all of them", () => {
    const notes = [{ about: "food", text: `${wish} I cannot eat nuts.` }];
    expect([wishesToTalk({ notes }, "food", wish), wishesToTalk({ notes }, "senses", wish)]).toEqual([true, false]);
    expect([wishesToTalk({ notes }, "any", wish), wishesToTalk({ notes: [] }, "any", wish)]).toEqual([true, false]);
  });

  test("taking part online is asked about only where it is offered, and only what was asked is counted", () => {
    expect(easyTopics(false)).toHaveLength(10);
    expect(easyTopics(true)).toHaveLength(11);
    expect(easyDone({ ...nothing, visited: [askedAs("food"), askedAs("online"), "papers"] }, easyTopics(false))).toBe(1);
  });
});
