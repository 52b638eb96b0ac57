import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { requirementIds } from "#app/domain/access/requirements/index.ts";
import { optionOf, ownOptionIds, type OptionId } from "#app/domain/access/topic-options.ts";
import { findTopicPage, itemsOf, meaningOfChoices, topicOfOption } from "#app/domain/access/topics.ts";

const someOption = fc.constantFrom<OptionId>(...requirementIds, ...ownOptionIds);
const someStrength = fc.constantFrom("essential", "helpful", "varies", undefined);
const someChoices = fc
  .uniqueArray(fc.tuple(someOption, someStrength), { selector: ([id]) => id, maxLength: 30 })
  .map((choices) => choices.map(([id, strength]) => ({ id, ...(strength === undefined ? {} : { strength }) })));

function requirementsOf(...ids: readonly OptionId[]): readonly string[] {
  return meaningOfChoices(ids.map((id) => ({ id }))).requirements.map((one) => one.id);
}

describe("what a choice means", () => {
  test("a choice that is one requirement means that requirement", () => {
    expect(requirementsOf("bsl-interpreter")).toEqual(["bsl-interpreter"]);
  });

  test("two choices that mean one requirement are counted once, and both are remembered", () => {
    const meant = meaningOfChoices([{ id: "no-nuts" }, { id: "no-dairy" }]);
    expect(meant.requirements).toEqual([{ id: "food-allergy", from: ["no-nuts", "no-dairy"], isAssumed: false }]);
  });

  test("a break every 30 minutes is a shorter stretch than the catalogue's breaks", () => {
    const meant = meaningOfChoices([{ id: "break-every-30-minutes" }]);
    expect(meant.requirements).toEqual([
      { id: "frequent-breaks", from: ["break-every-30-minutes"], isAssumed: false, ownTimes: { maxContinuousMinutes: 30 } },
    ]);
  });

  test("times a person typed stand in place of the catalogue's, ticked or not", () => {
    const typed = { "not-before": "11:30", "finished-by": "15:15" };
    expect(meaningOfChoices([{ id: "late-start", strength: "essential" }], typed).requirements).toEqual([
      { id: "late-start", strength: "essential", from: ["late-start"], isAssumed: false, ownTimes: { earliestStart: "11:30" } },
      { id: "early-finish", from: [], isAssumed: false, ownTimes: { latestEnd: "15:15", endOnTime: true } },
    ]);
  });

  test("an allergy somebody only wrote down is planned for", () => {
    expect(meaningOfChoices([], { allergies: "Sesame, serious" }).requirements).toEqual([
      { id: "food-allergy", from: [], isAssumed: false },
    ]);
    expect(meaningOfChoices([], { allergies: "  " }).requirements).toEqual([]);
  });

  test("a longer lunch is a time the meeting keeps, though no requirement stands for it", () => {
    expect(meaningOfChoices([{ id: "longer-lunch" }])).toMatchObject({ requirements: [], timetables: [{ lunchMinMinutes: 60 }] });
  });

  test("paper by post is sent beside the other formats, and undoes none of them", () => {
    expect(meaningOfChoices([{ id: "paper-by-post" }]).formats).toEqual(["paper-by-post"]);
    expect(meaningOfChoices([{ id: "large-print" }, { id: "giant-print" }, { id: "paper-by-post" }]).formats).toEqual([
      "paper-by-post",
      "giant-print-24",
    ]);
    expect(meaningOfChoices([{ id: "giant-print" }]).formats).toEqual([]);
  });

  test("Welsh and another language are both remembered", () => {
    const meant = meaningOfChoices([{ id: "other-language" }, { id: "speak-in-welsh" }], { "spoken-language": "Polish" });
    expect(meant.requirements).toEqual([
      { id: "other-language", from: ["other-language", "speak-in-welsh"], isAssumed: false, languages: ["Welsh", "Polish"] },
    ]);
  });

  test("a choice nothing in the catalogue stands for is kept for a person to read", () => {
    expect(meaningOfChoices([{ id: "makaton" }, { id: "bsl-interpreter" }]).ownWords).toEqual(["makaton"]);
  });

  test("an answer and nothing more asks for nothing", () => {
    const meant = meaningOfChoices([{ id: "any-toilet" }, { id: "leave-nothing-extra" }, { id: "travel-bus" }]);
    expect(meant).toMatchObject({ requirements: [], ownWords: [], venueFeatures: [], stillToAsk: [] });
  });
});

describe("a choice that still has to be narrowed", () => {
  test("large print without a size is planned at 18 point and the size is still to ask", () => {
    const meant = meaningOfChoices([{ id: "large-print" }]);
    expect(meant.requirements).toEqual([{ id: "large-print-18", from: ["large-print"], isAssumed: true }]);
    expect(meant.stillToAsk).toEqual(["print-size"]);
  });

  test("a size that is said replaces what was assumed", () => {
    const meant = meaningOfChoices([{ id: "large-print", strength: "essential" }, { id: "giant-print" }]);
    expect(meant.requirements).toEqual([{ id: "giant-print", strength: "essential", from: ["giant-print"], isAssumed: false }]);
    expect(meant.stillToAsk).toEqual([]);
  });

  test.each([
    [14, "clear-print-14"],
    [15, "large-print-16"],
    [16, "large-print-16"],
    [17, "large-print-18"],
    [19, "large-print-20"],
    [21, "giant-print"],
    [72, "giant-print"],
  ])("%i point is never made smaller: it is planned as %s", (size, requirement) => {
    const meant = meaningOfChoices([{ id: "large-print" }, { id: "large-print-another-size" }], { "print-size-other": size });
    expect(meant.requirements.map((one) => one.id)).toEqual([requirement]);
  });

  test("another size without the size is still to ask", () => {
    const meant = meaningOfChoices([{ id: "large-print" }, { id: "large-print-another-size" }]);
    expect(meant.requirements.map((one) => one.id)).toEqual(["large-print-18"]);
    expect(meant.stillToAsk).toEqual(["print-size"]);
  });

  test("a deafblind interpreter is planned for either way of communicating until the person says which", () => {
    const meant = meaningOfChoices([{ id: "deafblind-interpreter" }, { id: "deafblind-way-not-sure" }]);
    expect(meant.requirements.map((one) => [one.id, one.isAssumed])).toEqual([
      ["hands-on-signing", true],
      ["deafblind-manual", true],
    ]);
    expect(meant.stillToAsk).toEqual(["deafblind-way"]);
  });

  test("what somebody chose themselves is never marked as assumed", () => {
    const meant = meaningOfChoices([{ id: "captions-online" }, { id: "captions-human" }]);
    expect(meant.requirements).toEqual([{ id: "captions-human", from: ["captions-online", "captions-human"], isAssumed: false }]);
  });
});

describe("how strongly something is needed", () => {
  test.each([
    ["essential", "helpful", "essential"],
    ["helpful", "varies", "varies"],
    ["helpful", undefined, undefined],
    ["varies", undefined, undefined],
    ["helpful", "helpful", "helpful"],
  ] as const)("%s for one choice and %s for the other gives %s", (one, other, together) => {
    const meant = meaningOfChoices([
      { id: "no-nuts", ...(one === undefined ? {} : { strength: one }) },
      { id: "no-dairy", ...(other === undefined ? {} : { strength: other }) },
    ]);
    expect(meant.requirements[0]?.strength).toBe(together);
  });
});

describe("the items a person is asked about", () => {
  test("large print gives way to the size, and an answer that is not a need is left out", () => {
    const items = itemsOf([{ id: "large-print" }, { id: "large-print-20" }, { id: "contact-by-email" }, { id: "halal" }]);
    expect(items.map((item) => item.id)).toEqual(["large-print-20", "halal"]);
  });

  test("large print stays while the person is not sure", () => {
    expect(itemsOf([{ id: "braille" }, { id: "braille-not-sure" }]).map((item) => item.id)).toEqual(["braille"]);
  });
});

test("for any choices, nothing asked for is dropped: each item is a requirement, a demand or own words", () => {
  fc.assert(
    fc.property(someChoices, (choices) => {
      const meant = meaningOfChoices(choices);
      const traced = new Set(meant.requirements.flatMap((one) => one.from));
      for (const { id } of itemsOf(choices)) {
        const option = optionOf(id);
        const asksDirectly = [option.formats, option.venueFeatures, option.layout, option.online].some((part) => part.length > 0);
        expect(traced.has(id) || meant.ownWords.includes(id) || asksDirectly || Object.keys(option.timetable).length > 0).toBe(true);
      }
    }),
  );
});

test("for any choices, choosing one more never takes a requirement away, unless it says which was meant", () => {
  fc.assert(
    fc.property(someChoices, someOption, (choices, extra) => {
      const before = meaningOfChoices(choices).requirements.filter((one) => !one.isAssumed);
      const after = new Set(meaningOfChoices([...choices, { id: extra }]).requirements.map((one) => one.id));
      for (const one of before) expect(after.has(one.id)).toBe(true);
    }),
  );
});

test("a page that does not exist is not found, and every option has a topic", () => {
  expect(findTopicPage("nowhere")).toBeUndefined();
  expect(findTopicPage("more-papers")?.topic.id).toBe("contact-and-papers");
  expect(topicOfOption("large-print-18")).toBe("contact-and-papers");
});
