// Every requirement of the catalogue has one help card, and no card holds what it must not.
import { describe, expect, test } from "vitest";
import { requirementIds } from "#app/domain/access/requirements/index.ts";
import { helpCardOf, helpCardRequirements } from "#app/words/help-cards.ts";

describe("help cards", () => {
  test("every requirement of the catalogue has one card, and none has two", () => {
    expect(helpCardRequirements.flat().toSorted()).toEqual([...requirementIds].toSorted());
  });

  test.each(requirementIds)(
    "the card for %s says all it has to, in short sentences, with no figure that belongs to the catalogue",
    (id) => {
      const { goodLooksLike, wordsToUse, goesWrong, alsoHelps } = helpCardOf(id);
      for (const words of [goodLooksLike, wordsToUse, goesWrong, alsoHelps]) {
        expect(words.length).toBeGreaterThan(10);
        expect(words).toMatch(/[.?]$/u);
        for (const sentence of words.split(/[.?:;]\s/u)) expect(sentence.split(/\s+/u).length, sentence).toBeLessThanOrEqual(25);
        expect(words).not.toMatch(/suffers?|wheelchair[- ]bound|special needs|confined|£/iu);
      }
    },
  );
});
