import { describe, expect, test } from "vitest";
import { ownAskedIds } from "#app/domain/access/asked.ts";
import { clashIds } from "#app/domain/access/conflicts.ts";
import { requirementIds } from "#app/domain/access/requirements/index.ts";
import { supportIds } from "#app/domain/access/supports.ts";
import { venueFeatureIds, venueFeatureOf } from "#app/domain/access/venue-features.ts";
import { conflictTitle } from "#app/words/conflicts.ts";
import { requirementName, supportName } from "#app/words/requirements.ts";
import { featureName, venueQuestion } from "#app/words/venue-questions.ts";

// experience.md 5.3 and 5.2: words that name a person by a condition, or praise, or blame.
const wordsWeDoNotUse =
  /\b(special needs|suffer|wheelchair-bound|confined|the disabled|the blind|the deaf|disabled (toilet|parking)|handicap|normal people|able-bodied|non-verbal|challenging|just|simply|easy|please note|unfortunately)\b/iu;

const tables = [
  ["requirement names", requirementName, [...requirementIds, ...ownAskedIds]],
  ["support names", supportName, supportIds],
  ["clash titles", conflictTitle, clashIds],
  ["feature names", featureName, venueFeatureIds],
] as const;

describe.each(tables)("%s", (_name, words, ids) => {
  const all = Object.values<string>(words);

  test("there is one for every entry of the catalogue, and for nothing else", () => {
    expect(Object.keys(words).sort()).toEqual([...ids].sort());
  });

  test("no two are the same, so that a list never shows one line for two things", () => {
    expect(all.filter((name, at) => all.indexOf(name) !== at)).toEqual([]);
  });

  test("each is a short phrase in sentence case, without a full stop and without a first or second person", () => {
    for (const name of all) {
      expect(name).toMatch(/^[A-Z0-9]/u);
      expect(name).not.toMatch(/[.!?:]$/u);
      expect(name).not.toMatch(/\b(I|me|my|you|your)\b/u);
      expect(name.length).toBeLessThanOrEqual(80);
    }
  });

  test("none uses a word that names a person by a condition", () => {
    // "Easy Read" is the name of a format.
    expect(all.filter((name) => wordsWeDoNotUse.test(name.replace("Easy Read", "")))).toEqual([]);
  });
});

describe.each(venueFeatureIds)("the venue's question about %s", (id) => {
  const { question, hint, number } = venueQuestion[id];
  const { criterion } = venueFeatureOf(id);

  test("is one question with a one-line hint, and says nothing about who needs it", () => {
    expect(question).toMatch(/^[A-Z].*\?$/u);
    expect(question.split("?")).toHaveLength(2);
    expect(hint).toMatch(/[.?]$/u);
    expect(question).not.toMatch(wordsWeDoNotUse);
    // "Not just a sticker." is experience.md's own hint about hearing loops.
    expect(hint.replace("Not just a sticker.", "")).not.toMatch(wordsWeDoNotUse);
    expect(`${question} ${hint}`).not.toMatch(/\b(attendee|our member|our guest|because of)\b/iu);
  });

  test("asks for a number when the fact is a number, and for yes or no when it is not", () => {
    expect(number === undefined).toBe(criterion.is === "yes");
  });

  test("turns what was typed into the catalogue's unit", () => {
    if (number === undefined || criterion.is === "yes") return;
    expect(number.timesToFact).toBe(criterion.unit === "mm" ? 10 : 1);
    expect(number.error).toMatch(/ must be a .*number.*, like \d|must be a number, like \d/u);
  });

  test("shows in its name the same figure the catalogue tests", () => {
    if (criterion.is === "yes" || criterion.is === "between") return;
    const inWords: Readonly<Record<string, number>> = {
      mm: criterion.value / 10,
      m: criterion.value,
      percent: criterion.value,
      kg: criterion.value,
      m2: criterion.value,
    };
    const figure = inWords[criterion.unit];
    if (figure === undefined || /flat way in|low part/u.test(featureName[id])) return;
    expect(featureName[id]).toContain(String(figure));
  });
});

test("no clash title gives away that two people must be kept apart", () => {
  expect(conflictTitle["people-apart"]).not.toMatch(/people|person|apart|avoid|must not/iu);
});
