// What a venue typed on its checklist, as the facts it becomes: a number, a yes or no, "there is none", and "I do not know".
import { describe, expect, test } from "vitest";
import { venueFeatureIds, venueFeatureOf } from "#app/domain/access/venue-features.ts";
import { checkFact, placeOf } from "#app/domain/meetings/fit.ts";
import { answersFrom, checklistForm, isNumber, ownNote, shownNumbers } from "#app/routes/v.checklist.$rid.$topic/answers.ts";
import { mostCentimetres, venueQuestion } from "#app/words/venue-questions.ts";

const features = ["lift-car-width", "loop-present", "chairs-with-arms"] as const;
const read = (typed: Readonly<Record<string, string>>) => {
  const form = checklistForm(features).safeParse(typed);
  return form.success ? answersFrom(features, form.data) : form.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
};

describe("an answer on the checklist", () => {
  test("in everyday units becomes the fact in the catalogue's", () => {
    expect(read({ "lift-car-width": "110.5" })).toEqual([{ feature: "lift-car-width", value: 1105, note: "" }]);
  });

  test("“There is no lift” is a no with its reason: not unknown, not nought centimetres, and not a lift that is too small", () => {
    const said = [{ feature: "lift-car-width", value: false, note: "There is no lift" }];
    expect(read({ "lift-car-width-none": "yes" })).toEqual(said);
    expect(read({ "lift-car-width-none": "yes", "lift-car-width-note": "There is no lift" })).toEqual(said);
    expect(read({ "lift-car-width-none": "yes", "lift-car-width-note": "Only stairs" })).toMatchObject([
      { value: false, note: "There is no lift. Only stairs" },
    ]);
    expect(ownNote("lift-car-width", "There is no lift. Only stairs")).toBe("Only stairs");
    expect(read({ "lift-car-width": "110", "lift-car-width-note": "There is no lift. Only stairs" })).toMatchObject([
      { value: 1100, note: "Only stairs" },
    ]);
  });

  test("a width in millimetres is never taken for one in centimetres, whatever the width", () => {
    const measured = venueFeatureIds.filter((feature) => mostCentimetres(feature) !== undefined);
    expect(measured.length).toBeGreaterThan(10);
    for (const feature of measured) {
      const form = checklistForm([feature]);
      const { criterion } = venueFeatureOf(feature);
      if (criterion.is !== "at-least") throw new Error(feature);
      // From two thirds of what is wanted, too narrow by far, to what is wanted.
      for (const millimetres of [criterion.value, Math.ceil(criterion.value * 0.66)])
        expect(form.safeParse({ [feature]: String(millimetres) }).success, feature).toBe(false);
      for (const centimetres of [criterion.value / 10, (criterion.value / 10) * 5, 1])
        expect(form.safeParse({ [feature]: String(centimetres) }).success, feature).toBe(true);
    }
    expect(checklistForm(["entrance-door-width"]).safeParse({ "entrance-door-width": "900" }).error?.issues[0]?.message).toBe(
      "Type centimetres, not millimetres: 800 millimetres is 80. If it is more than 400, type 400",
    );
  });

  test("who helps people out is asked in words, and words alone never say that anybody is trained", () => {
    expect(venueQuestion["evac-chair-trained"].inWords).toBe("Who helps people out if the lifts stop?");
    const said = checklistForm(["evac-chair-trained"]).parse({ "evac-chair-trained-note": "Reception, should be fine" });
    expect(answersFrom(["evac-chair-trained"], said)).toEqual([
      { feature: "evac-chair-trained", value: null, note: "Reception, should be fine" },
    ]);
  });

  test.each(["should be fine", "Yes, I think so", "usually", "It’s probably there", "As far as we know", "I'd guess so", "MIGHT be"])(
    "a yes or a number beside “%s” stays unknown, and what was answered is kept with the words",
    (note) => {
      expect(read({ "loop-present": "yes", "loop-present-note": note })).toEqual([
        { feature: "loop-present", value: null, note: `Answered “Yes”, and wrote: ${note}` },
      ]);
      expect(read({ "lift-car-width": "110", "lift-car-width-note": note })).toMatchObject([{ value: null }]);
      expect(ownNote("loop-present", `Answered “Yes”, and wrote: ${note}`)).toBe(note);
      expect(read({ "loop-present": "no", "loop-present-note": note })).toMatchObject([{ value: false, note }]);
    },
  );

  test.each([
    "",
    "Tested on 3 November",
    "Ask Bo at the desk for the mighty key",
    "The unlikely-looking door on the left",
    "Open from 8am",
  ])("a yes beside “%s” is a yes", (note) => {
    expect(read({ "loop-present": "yes", "loop-present-note": note })).toEqual([{ feature: "loop-present", value: true, note }]);
  });

  test("things that are counted come in whole numbers", () => {
    const spaces = checklistForm(["parking-accessible-bay-count"]);
    expect(spaces.safeParse({ "parking-accessible-bay-count": "2" }).success).toBe(true);
    expect(spaces.safeParse({ "parking-accessible-bay-count": "1.5" }).success).toBe(false);
  });

  test("“I do not know” is not known", () => {
    expect(read({ "lift-car-width-unknown": "yes", "loop-present": "unknown" })).toEqual([
      { feature: "lift-car-width", value: null, note: "" },
      { feature: "loop-present", value: null, note: "" },
    ]);
  });

  test("left open says nothing, and a note without an answer is kept and is no answer", () => {
    expect(read({})).toEqual([]);
    expect(read({ "loop-present-note": "Ask Tom" })).toEqual([{ feature: "loop-present", value: null, note: "Ask Tom" }]);
    expect(read({ "lift-car-width-note": "Wide enough" })).toEqual([{ feature: "lift-car-width", value: null, note: "Wide enough" }]);
  });

  test("given twice over is asked again: no box quietly wins", () => {
    const wanted = ["lift-car-width: Give one answer: a number, or one of the boxes under it"];
    expect(read({ "lift-car-width": "110", "lift-car-width-none": "yes" })).toEqual(wanted);
    expect(read({ "lift-car-width": "110", "lift-car-width-unknown": "yes" })).toEqual(wanted);
    expect(read({ "lift-car-width-none": "yes", "lift-car-width-unknown": "yes" })).toEqual(wanted);
  });

  test("that stood on the page and was cleared is taken back, and one that did not stand there is left alone", () => {
    expect(read({ shown: "lift-car-width", "lift-car-width": "" })).toEqual([{ feature: "lift-car-width", value: null, note: "" }]);
    expect(read({ shown: "", "lift-car-width": "" })).toEqual([]);
    const asked = features.map((feature) => ({
      feature,
      answer: { value: feature === "loop-present" ? true : 3, note: "" },
      before: null,
    }));
    expect(shownNumbers(asked)).toBe("lift-car-width,chairs-with-arms");
  });

  test("that is no number is refused in the words of its question", () => {
    expect(read({ "lift-car-width": "about a metre" })).toEqual([`lift-car-width: ${venueQuestion["lift-car-width"].number?.error ?? ""}`]);
  });
});

const withNone = venueFeatureIds.filter((feature) => isNumber(feature) && venueQuestion[feature].number?.none !== undefined);

test("wherever “there is none” can be said, it is judged as not met, and leaving it open as not known", () => {
  expect(withNone.length).toBeGreaterThan(20);
  for (const feature of withNone) {
    const place = placeOf([], { [feature]: false }, new Set());
    expect(checkFact(place, feature).finding).toBe("not-met");
    expect(checkFact(placeOf([], {}, new Set()), feature).finding).toBe("unknown");
  }
});

test("a count is not asked for “there is none”: nought says it", () => {
  for (const feature of withNone) expect(venueQuestion[feature].number?.label).not.toBe("How many?");
  expect(venueFeatureOf("chairs-with-arms").criterion.is).toBe("at-least");
  expect(read({ "chairs-with-arms": "0" })).toEqual([{ feature: "chairs-with-arms", value: 0, note: "" }]);
});
