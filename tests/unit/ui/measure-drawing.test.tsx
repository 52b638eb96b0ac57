// Drawings of what to measure beside the questions about a building.
import { expect, test } from "vitest";
import { venueFeatureIds } from "#app/domain/access/venue-features.ts";
import { isNumber } from "#app/routes/v.checklist.$rid.$topic/answers.ts";
import { hasDrawing, MeasureDrawing } from "#app/ui/measure-drawing.tsx";
import { venueQuestion } from "#app/words/venue-questions.ts";
import { markupOf, tagsIn } from "#tests/unit/ui/render.ts";

const centimetres = venueFeatureIds.filter((feature) => isNumber(feature) && venueQuestion[feature].number?.label.includes("centimetres"));

test("whatever is measured in centimetres is drawn", () => {
  expect(centimetres.length).toBeGreaterThan(15);
  expect(centimetres.filter((feature) => !hasDrawing(feature))).toEqual([]);
});

test("a drawing is passed over by screen readers, because the hint says the same, and has a line for what is measured", () => {
  for (const feature of venueFeatureIds.filter(hasDrawing)) {
    const markup = markupOf(<MeasureDrawing feature={feature} />);
    expect(tagsIn(markup, "svg"), feature).toEqual([expect.objectContaining({ "aria-hidden": "true", focusable: "false" })]);
    if (centimetres.includes(feature)) expect(markup, feature).toContain("measure-drawing__measured");
    expect(markup, feature).not.toContain("NaN");
  }
});

test("what a lay person may take for something else is drawn, and every question says how to tell", () => {
  const easyToMistake = [
    "ramp-handrails",
    "stairs-handrails",
    "entrance-revolving-bypass",
    "lift-tactile-buttons",
    "toilet-alarm",
    "toilet-grab-rails",
    "toilet-door-opens-out",
    "changing-places",
    "alarm-visual",
    "refuge",
    "evac-chair-trained",
    "room-light-zoned",
  ] as const;
  expect(easyToMistake.filter((feature) => !hasDrawing(feature))).toEqual([]);
  expect(venueFeatureIds.filter((feature) => venueQuestion[feature].hint.trim() === "")).toEqual([]);
});

test("where words say enough there is no drawing", () => {
  expect(markupOf(<MeasureDrawing feature="dogs-welcome" />)).toBe("");
});
