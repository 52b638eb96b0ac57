// What is said of a fact: one of a thing is said as one, and nobody is said to have answered what they did not.
import { describe, expect, test } from "vitest";
import { calendarDateOf, instantOf } from "#app/domain/basics/dates.ts";
import { factWords } from "#app/words/plan.ts";
import { whoSaidSo } from "#app/words/venue-facts.ts";

const last = {
  id: "a",
  value: true,
  source: "venue-said",
  saidBy: "Rosa Bell",
  checkedOn: calendarDateOf("2026-11-20"),
  savedAt: instantOf("2026-11-20T10:00:00.000Z"),
} as const;

describe("a number of things", () => {
  test("is one toilet, two toilets, and one way out", () => {
    expect(factWords("toilet-accessible-count", 1)).toBe("1 toilet");
    expect(factWords("toilet-accessible-count", 2)).toBe("2 toilets");
    expect(factWords("exit-step-free", 1)).toBe("1 exit");
  });

  test("keeps the unit of a measurement as it is", () => {
    expect(factWords("entrance-door-width", 10)).toBe("1 cm");
    expect(factWords("toilet-distance", 1)).toBe("1 m");
  });
});

describe("a fact that is not known", () => {
  test("names who was asked, and does not repeat their answer", () => {
    const sentence = whoSaidSo({ standing: { is: "not-known", because: "they-do-not-know", last } });
    expect(sentence).toBe("The venue said so: Rosa Bell, Friday 20 November 2026.");
  });

  test("because a person settled it so is never told as an answer somebody gave", () => {
    const sentence = whoSaidSo({ standing: { is: "not-known", because: "settled-so", last } });
    expect(sentence).toMatch(/^Settled as not known\. Last heard: /u);
    expect(sentence).not.toContain("I do not know");
  });
});
