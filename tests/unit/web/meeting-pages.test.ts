// Where a page of a meeting leads once it is saved, by where it was opened from.
import { expect, test } from "vitest";
import { backFrom, onFrom } from "#app/web/meeting-pages.ts";

const opened = (search: string): Request => new Request(`http://localhost/meetings/ABCDEFGH/edit/when${search}`);
const created = { reference: "ABCDEFGH", state: "open" };

test("a page opened from the plan leads back to the plan, saved or not, and asks nothing else on the way", () => {
  expect(onFrom(opened("?from=plan"), "ABCDEFGH", "when")).toBe("/meetings/ABCDEFGH/plan");
  expect(backFrom(opened("?from=plan"), created, "when")).toEqual({ href: "/meetings/ABCDEFGH/plan" });
});

test("a page opened from the check leads back to the check, and one on the way leads on", () => {
  expect(onFrom(opened("?from=check"), "ABCDEFGH", "when")).toBe("/meetings/ABCDEFGH/edit/check");
  expect(onFrom(opened(""), "ABCDEFGH", "when")).toBe("/meetings/ABCDEFGH/edit/what");
  expect(onFrom(opened("?from=https://elsewhere.example"), "ABCDEFGH", "when")).toBe("/meetings/ABCDEFGH/edit/what");
});
