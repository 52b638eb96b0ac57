// What the plan's list says to a coordinator who has never seen one: what is for this week, what comes after, and what is late.
import { describe, expect, test } from "vitest";
import { venueFeatureIds, venueFeatureOf } from "#app/domain/access/venue-features.ts";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { metByWords, nothingToDo, startBySentence, toDoText, weekSentence } from "#app/words/plan.ts";

const lastDay = calendarDateOf("2026-11-30");
const today = calendarDateOf("2026-11-23");

describe("what to do this week", () => {
  test.each([
    [0, 7, "Nothing has to be done this week. These come next, the soonest first."],
    [1, 7, "Do the first one this week: it is late or due by Monday 30 November. The rest come after."],
    [4, 7, "Do the first 4 this week: they are late or due by Monday 30 November. The rest come after."],
    [3, 3, "Do all of these this week: they are late or due by Monday 30 November."],
    [1, 1, "Do this one this week: it is late or due by Monday 30 November."],
    [12, 7, "12 things are late or due by Monday 30 November. The 7 most urgent are here."],
  ])("with %d due and %d shown is said before the list", (due, shown, sentence) => {
    expect(weekSentence(due, shown, lastDay)).toBe(sentence);
  });

  test("a day that has passed is never asked for as if it were still to come", () => {
    const ask = { kind: "ask-venue", by: calendarDateOf("2026-10-29"), harm: 1, venue: "Mill House", count: 4, musts: 1 } as const;
    expect(toDoText(ask, today).sentence).toBe("Ask Mill House 4 questions now: it was due by Thursday 29 October.");
    expect(toDoText({ ...ask, by: lastDay }, today).sentence).toBe("Ask Mill House 4 questions by Monday 30 November.");
  });

  test("what a venue does not know is to be measured, seen or asked of somebody else, as the catalogue says for each", () => {
    const check = { kind: "check-venue", by: lastDay, harm: 1, venue: "Mill House", musts: 1 } as const;
    const one = toDoText({ ...check, features: ["entrance-door-width"] }, today);
    expect(one).toEqual({
      sentence: "Find out 1 thing that Mill House does not know by Monday 30 November.",
      why: "They were asked and told us so. 1 answer decides whether somebody can take part. Measure this: a front door at least 80 cm wide.",
      link: "Check it yourself",
    });
    for (const feature of venueFeatureIds) {
      const { why } = toDoText({ ...check, musts: 0, features: [feature] }, today);
      const ways = venueFeatureOf(feature).verifyBy;
      expect(why.includes("Measure this:")).toBe(ways.includes("measure"));
      expect(why.includes("See this on a visit")).toBe(ways.includes("photo") && !ways.includes("measure"));
      expect(why.includes("Ask somebody else")).toBe(ways.length === 1 && ways[0] === "ask");
      expect(why).not.toContain("decide");
    }
    const many = venueFeatureIds.filter((feature) => venueFeatureOf(feature).verifyBy.join() === "measure").slice(0, 6);
    expect(toDoText({ ...check, features: many }, today).why).toMatch(/ and 3 more\.$/u);
  });

  test("a booking past its usual notice is for today, and says when the last chance is", () => {
    const book = { kind: "book", harm: 1, support: "bsl-interpreter", quantity: 2, status: "late" } as const;
    const text = toDoText({ ...book, by: calendarDateOf("2026-11-19"), lastChance: calendarDateOf("2026-12-03") }, today);
    expect(text.sentence).toMatch(/^Book 2 × .+ today\.$/u);
    expect(text.why).toBe("1 person cannot take part without it. The usual notice has passed. The last chance is Thursday 3 December.");
  });
});

describe("what a coordinator reads of a requirement", () => {
  const day = calendarDateOf("2026-11-23");

  test("says that a day to start has passed, and never asks for a day that is gone", () => {
    expect(startBySentence(calendarDateOf("2026-11-19"), day)).toBe("Start now: the usual day to start was Thursday 19 November.");
    expect(startBySentence(day, day)).toBe("Start by Monday 23 November.");
    expect(startBySentence(null, day)).toBe("");
  });

  test("says once where it will be met, in one order", () => {
    expect(metByWords(["facilitator-action", "booking", "venue-feature", "way-of-working", "booking"])).toBe(
      "the venue, a booking and how it is run",
    );
  });

  test("with nothing left says what was put off until when", () => {
    const toDo = { kind: "choose-venue", by: calendarDateOf("2026-11-30"), harm: 0 } as const;
    expect(nothingToDo({ toDo, on: calendarDateOf("2026-12-01") })).toBe(
      "Nothing to do today. Next: choose a venue on Tuesday 1 December.",
    );
    expect(nothingToDo(null)).toBe("Nothing to do today.");
  });
});
