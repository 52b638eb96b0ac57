import { expect, test } from "vitest";
import { deletedName, partsOfNames, withoutPerson, withoutReferences } from "#app/domain/people/erasing.ts";

const maren = { names: ["Maren Vik"], contacts: ["maren@example.org", "07700 900123"], parts: partsOfNames(["Maren Vik"], ["Tomas Oak"]) };

test("a name goes from a note however it is spaced or written large, and so does a number however it is grouped", () => {
  expect(withoutPerson("Ask MAREN  VIK on 07700900123 or at maren@example.org.", maren)).toBe(
    `Ask ${deletedName} on ${deletedName} or at ${deletedName}.`,
  );
});

test("a first name alone goes, and a last name after a title; part of another word stays", () => {
  expect(withoutPerson("Maren and Ms Vik; the Viking Room; marenostrum", maren)).toBe(
    `${deletedName} and ${deletedName}; the Viking Room; marenostrum`,
  );
});

test("a first name that is a word, a month or somebody else's too is left, because it may not be them", () => {
  expect(partsOfNames(["May Hall"], [])).not.toContain("May");
  expect(partsOfNames(["Maren Vik"], ["Maren Oak"])).not.toContain("Maren");
  expect(withoutPerson("Kiln Hall in May", { names: ["May Hall"], contacts: [], parts: partsOfNames(["May Hall"], []) })).toBe(
    "Kiln Hall in May",
  );
});

test("a text without them is the very same text", () => {
  expect(withoutPerson("Nobody is named here", maren)).toBe("Nobody is named here");
});

test("what hangs on a reference goes from a record, as a key, a value or an entry, and the rest stays in its order", () => {
  const kept = withoutReferences(
    { people: { "i1 low-light": "x", "i2 low-light": "y" }, attendee: "i1", all: ["i1", "i2"] },
    new Set(["i1"]),
  );
  expect(kept).toEqual({ people: { "i2 low-light": "y" }, all: ["i2"] });
});
