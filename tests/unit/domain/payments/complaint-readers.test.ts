// Who reads what somebody said: a law over any staff and any written name.
import fc from "fast-check";
import { expect, test } from "vitest";
import { memberNamed, readersOf } from "#app/domain/payments/complaint-readers.ts";

const staff = [
  { id: "1", name: "Asha Grewal", isAdministrator: false },
  { id: "2", name: "Ben Ali", isAdministrator: false },
  { id: "3", name: "Ben O’Neill", isAdministrator: true },
  { id: "4", name: "Siân Parry", isAdministrator: true },
];

test("a name as people write it means one person, or nobody for certain", () => {
  expect(memberNamed("asha", staff)).toBe("1");
  expect(memberNamed("  SIAN parry ", staff)).toBe("4");
  expect(memberNamed("Parry Sian", staff)).toBe("4");
  expect(memberNamed("Ben", staff)).toBeNull();
  expect(memberNamed("Ben Ali", staff)).toBe("2");
  expect(memberNamed("Benjamin", staff)).toBeNull();
  expect(memberNamed("", staff)).toBeNull();
});

test("a name that fits nobody for certain goes to the administrators it cannot mean", () => {
  expect([...readersOf({ staff: null, name: "Ben" }, staff)]).toEqual(["4"]);
  expect([...readersOf({ staff: null, name: "the tall man on the phone" }, staff)]).toEqual(["3", "4"]);
  expect([...readersOf({ staff: null, name: null }, staff)]).toHaveLength(4);
  expect([...readersOf({ staff: "2", name: "Ben Ali" }, staff)]).toEqual(["1", "3", "4"]);
});

const words = fc.constantFrom("Asha", "Ben", "Ali", "Grewal", "Siân", "Parry", "Cara");
const names = fc.array(words, { minLength: 1, maxLength: 3 }).map((some) => some.join(" "));
const members = fc.uniqueArray(fc.record({ id: fc.uuid(), name: names, isAdministrator: fc.boolean() }), {
  selector: ({ id }) => id,
  minLength: 1,
  maxLength: 6,
});

test("for any staff and any name, whoever has that name whole never reads it while somebody else could, and an administrator can where nobody else is left", () => {
  fc.assert(
    fc.property(members, names, (some, written) => {
      const readers = readersOf({ staff: memberNamed(written, some), name: written }, some);
      const named = some.filter(({ name }) => name.toLowerCase() === written.toLowerCase());
      const others = some.filter(({ name }) => !name.split(" ").some((word) => written.split(" ").includes(word)));
      if (others.length > 0) {
        expect(readers.size).toBeGreaterThan(0);
        for (const { id } of named) expect(readers.has(id)).toBe(false);
      } else if (memberNamed(written, some) === null) {
        expect(readers.size).toBe(some.filter(({ isAdministrator }) => isAdministrator).length);
      }
    }),
  );
});
