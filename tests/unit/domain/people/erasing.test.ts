import { expect, test } from "vitest";
import { isCostUnderWay, isUnderWay, waitsForThePerson, withoutReferences } from "#app/domain/people/erasing.ts";

test("what hangs on a reference goes from a record, as a key, a value or an entry, and the rest stays in its order", () => {
  const kept = withoutReferences(
    { people: { "i1 low-light": "x", "i2 low-light": "y" }, attendee: "i1", all: ["i1", "i2"] },
    new Set(["i1"]),
  );
  expect(kept).toEqual({ people: { "i2 low-light": "y" }, all: ["i2"] });
});

test("what was talked over with somebody goes from a confirmed plan too, and so does a pair with them in it", () => {
  expect(withoutReferences({ decisions: { "talk i1 low-light": "x", "clash light": "y" } }, new Set(["i1"]))).toEqual({
    decisions: { "clash light": "y" },
  });
  expect(withoutReferences({ people: { "i0+i1 avoid-a-person": "x" } }, new Set(["i1"]))).toEqual({ people: {} });
});

test("a claim that waits for the person is not under way: nobody else can go on with it", () => {
  expect(waitsForThePerson({ state: "open", sentBackTo: null })).toBe(true);
  expect(waitsForThePerson({ state: "sent-back", sentBackTo: "person" })).toBe(true);
  expect(isUnderWay({ state: "sent-back", sentBackTo: "person" })).toBe(false);
  expect(isUnderWay({ state: "sent-back", sentBackTo: "checker" })).toBe(true);
  expect(isUnderWay({ state: "on-hold", sentBackTo: "person" })).toBe(true);
  expect(isUnderWay({ state: "paid", sentBackTo: null })).toBe(false);
});

test("money before a meeting is under way from when it is authorised until it is sent", () => {
  expect(["money-agreed", "money-authorised", "money-sent", "booked"].filter(isCostUnderWay)).toEqual(["money-authorised"]);
});
