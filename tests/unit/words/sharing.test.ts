import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { requirementIds } from "#app/domain/access/requirements/index.ts";
import { readerIds, readingOf, readingsFor, type AnswersToShare, type ReaderId } from "#app/domain/access/sharing.ts";
import { ownOptionIds, type OptionId } from "#app/domain/access/topic-options.ts";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { cannotArrangeText, keptUntil, readerHeading, readingText } from "#app/words/sharing.ts";

function personWith(chosen: readonly OptionId[], more: Partial<AnswersToShare> = {}): AnswersToShare {
  return { name: "Zofia Nowak", chosen: chosen.map((id) => ({ id })), answers: {}, notes: [], choices: {}, ...more };
}

function pageOf(person: AnswersToShare, reader: ReaderId): readonly string[] {
  const { opening, lines } = readingText(readingOf(person, reader));
  return [opening, ...lines];
}

describe("the exact words each reader reads", () => {
  test("the venue", () => {
    expect(pageOf(personWith(["changing-places-needed"]), "venue")).toEqual([
      "This meeting needs:",
      "A Changing Places toilet with hoist and bench",
      "A Changing Places toilet of at least 12 square metres",
      "A hoist that lifts at least 200 kg",
    ]);
  });

  test("the coordinator, by name, with strength, answers and own words", () => {
    const person = personWith([], {
      chosen: [
        { id: "manual-wheelchair", strength: "essential" },
        { id: "vegan", strength: "helpful" },
        { id: "papers-early" },
        { id: "contact-by-email" },
      ],
      answers: { "wheelchair-width": 655, "not-before": "10:45" },
      notes: [{ about: "getting-around", text: "The side door is better for me.", mayRead: [] }],
    });
    expect(pageOf(person, "coordinator")).toEqual([
      "Zofia Nowak told us:",
      "Space for a manual wheelchair: cannot take part without it",
      "Vegan: it really helps",
      "Papers 2 weeks before: not said how much it matters, so planned as needed",
      "Contact by email",
      "How wide is your wheelchair or scooter? 65.5 cm",
      "Not before: 10:45am",
      "“The side door is better for me.”",
    ]);
  });

  test("the interpreter, with and without a name", () => {
    const person = personWith(["notetaker-needed"], { answers: { "interpreter-at-breaks": "yes" } });
    const lines = ["Notetaker who types", "Needed at breaks and lunch too", "Clear table 800 mm wide or more"];
    const named = { ...person, choices: { interpreter: "with-name" } } as const;
    expect(pageOf(person, "interpreter")).toEqual(["This booking is for:", ...lines]);
    expect(pageOf(named, "interpreter")).toEqual(["This booking is for Zofia Nowak:", ...lines]);
  });

  test("the chair", () => {
    expect(pageOf(personWith(["frequent-breaks", "makaton"]), "chair-and-access-host")).toEqual([
      "To do and to arrange on the day:",
      "Never skip a break to catch up.",
      "Makaton or signs",
      "A break at least every 45 minutes",
      "Breaks of at least 15 minutes",
    ]);
  });

  test("the caterer", () => {
    const person = personWith(["vegetarian", "no-nuts", "own-pa", "supporter-meal"], { answers: { allergies: "Peanuts: an ambulance" } });
    expect(pageOf(person, "caterer")).toEqual([
      "Meals and drinks:",
      "1 meal: vegetarian and no nuts. Allergies: “Peanuts: an ambulance”",
      "1 more meal for people who come with someone",
    ]);
  });

  test("people who help in an emergency", () => {
    expect(pageOf(personWith(["leave-help-on-stairs"]), "evacuation-helpers")).toEqual([
      "To leave safely, for Zofia Nowak:",
      "Help on stairs if the alarm sounds",
    ]);
  });

  test("other people, and finance, read nothing", () => {
    expect(pageOf(personWith(["bsl-interpreter"]), "other-attendees")).toEqual(["Nothing, unless you choose to."]);
    expect(pageOf(personWith(["bsl-interpreter"]), "finance")[0]).toMatch(/^Nothing you have told us here\./u);
  });

  test("a request to be kept apart says that it stays with the coordinator", () => {
    expect(pageOf(personWith(["avoid-a-person"]), "coordinator")).toEqual([
      "Zofia Nowak told us:",
      "There is someone I must not meet or sit with. Only the coordinator sees this. It is never printed.",
    ]);
  });
});

test("what cannot be arranged is said plainly and left to the person", () => {
  expect(cannotArrangeText("venue", ["changing-places-needed"], "Amina Osei")).toBe(
    "If we do not tell the venue, we cannot arrange “Changing Places toilet with hoist and bench”. That is your choice.",
  );
  expect(cannotArrangeText("coordinator", ["braille-papers", "audio-papers"], "Amina Osei")).toBe(
    "If we do not give Amina Osei your name, we cannot arrange “Braille, grade 2” or “Papers as audio”. That is your choice.",
  );
  expect(cannotArrangeText("venue", [], "Amina Osei")).toBe("");
});

test("headings and dates are the design's", () => {
  expect(readerIds.slice(0, 7).map((reader) => readerHeading(reader, "Amina Osei"))).toEqual([
    "Amina Osei, who is organising the meeting",
    "The venue",
    "The interpreter or captioner",
    "The chair and access host on the day",
    "The caterer",
    "People who help in an emergency",
    "Other people at the meeting",
  ]);
  expect(keptUntil(calendarDateOf("2027-04-22"))).toBe(
    "Kept until Thursday 22 April 2027. After that we delete it, unless you ask us to keep it for next time.",
  );
});

test("for any choices and reader, what the person is shown is, character for character, what a reader of theirs alone reads", () => {
  const someChoices = fc.uniqueArray(fc.constantFrom<OptionId>(...requirementIds, ...ownOptionIds), { maxLength: 20 });
  fc.assert(
    fc.property(someChoices, fc.constantFrom<ReaderId>(...readerIds), (chosen, reader) => {
      const person = personWith(chosen);
      const shown = readingText(readingOf(person, reader));
      const read = readingsFor([person], reader).map(readingText);
      expect(read).toEqual(shown.lines.length === 0 ? [] : [shown]);
      for (const line of shown.lines) expect(line).not.toMatch(/undefined|null|\[object|\.:|\.\./u);
    }),
  );
});
