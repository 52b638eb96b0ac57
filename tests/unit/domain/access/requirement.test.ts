import { expect, test } from "vitest";
import { requirementsOf } from "#app/domain/access/requirement.ts";
import { isRequirementId, requirementOf, requirementsIn } from "#app/domain/access/requirements/index.ts";

const entry = { label: "I need a chair.", help: "Any chair.", sensitivity: "low", sources: ["convention"] } as const;

test("an entry of a group's file carries the group's name", () => {
  expect(requirementsOf("seating", { "a-chair": entry })["a-chair"]).toEqual({ ...entry, group: "seating" });
});

test("asking for a venue feature or a booking that does not exist does not compile", () => {
  // @ts-expect-error No venue feature is called a throne.
  requirementsOf("seating", { "a-throne": { ...entry, venueMust: ["throne"] } });
  // @ts-expect-error No support is called a butler.
  requirementsOf("seating", { "a-butler": { ...entry, bookings: [{ support: "butler" }] } });
  expect(isRequirementId("a-throne")).toBe(false);
});

test("names every object has are not requirements", () => {
  expect([isRequirementId("constructor"), isRequirementId("__proto__"), isRequirementId("low-light")]).toEqual([false, false, true]);
});

test("a group lists its own requirements and no others", () => {
  const seating = requirementsIn("seating");
  expect(seating).toContain("firm-chair-arms");
  expect(seating.map((id) => requirementOf(id).group)).toEqual(seating.map(() => "seating"));
});
