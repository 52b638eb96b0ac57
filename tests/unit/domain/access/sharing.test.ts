import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { requirementIds } from "#app/domain/access/requirements/index.ts";
import {
  cannotBeArranged,
  choiceOf,
  choicesFor,
  defaultChoice,
  readerIds,
  readingOf,
  readingsFor,
  type AnswersToShare,
  type ReaderId,
  type SharingChoice,
} from "#app/domain/access/sharing.ts";
import { ownOptionIds, type OptionId } from "#app/domain/access/topic-options.ts";

const marker = "Marker of private words";

function personWith(chosen: readonly OptionId[], more: Partial<AnswersToShare> = {}): AnswersToShare {
  return { name: "Adaeze Marsh", chosen: chosen.map((id) => ({ id })), answers: {}, notes: [], choices: {}, ...more };
}

const someReader = fc.constantFrom<ReaderId>(...readerIds);
const someChoice = fc.constantFrom<SharingChoice>("without-name", "with-name", "do-not-share");
const somePerson: fc.Arbitrary<AnswersToShare> = fc.record({
  name: fc.constantFrom("Adaeze Marsh", "Gwilym Rees", "Zofia Nowak", "李明"),
  chosen: fc
    .uniqueArray(fc.constantFrom<OptionId>(...requirementIds, ...ownOptionIds), { maxLength: 25 })
    .map((ids) => ids.map((id) => ({ id }))),
  answers: fc.constantFrom({}, { "supporter-count": 2 }, { allergies: "Sesame, serious" }, { "interpreter-preferred": "Sam Okoro" }),
  notes: fc.array(fc.record({ about: fc.constant("food" as const), text: fc.constant(marker), mayRead: fc.subarray([...readerIds]) }), {
    maxLength: 2,
  }),
  choices: fc.dictionary(someReader, someChoice),
});

describe("who never reads what", () => {
  test("for any answers, finance reads nothing", () => {
    fc.assert(
      fc.property(somePerson, (person) => {
        expect(readingOf(person, "finance")).toEqual({ reader: "finance", name: null, lines: [] });
      }),
    );
  });

  test("for any answers, other people read only what was written for everyone", () => {
    fc.assert(
      fc.property(somePerson, (person) => {
        expect(readingOf(person, "other-attendees").lines).toEqual([]);
        const told = readingOf({ ...person, forEveryone: "Please face me when you speak", choices: {} }, "other-attendees");
        expect(told).toEqual({
          reader: "other-attendees",
          name: null,
          lines: [{ kind: "own-words", text: "Please face me when you speak" }],
        });
      }),
    );
  });

  test("for any answers and choices, the venue never gets a name, an option or a requirement", () => {
    fc.assert(
      fc.property(somePerson, (person) => {
        const reading = readingOf({ ...person, notes: [] }, "venue");
        expect(reading.name).toBeNull();
        for (const line of reading.lines) expect(["venue-feature", "venue-quantity", "extra-seats"]).toContain(line.kind);
      }),
    );
  });

  test("for any answers, asking to be kept apart from somebody changes nothing that anybody but the coordinator reads", () => {
    fc.assert(
      fc.property(somePerson, someReader, (person, reader) => {
        fc.pre(reader !== "coordinator");
        const without = { ...person, chosen: person.chosen.filter((one) => one.id !== "avoid-a-person") };
        const asked = { ...without, chosen: [...without.chosen, { id: "avoid-a-person" as const }] };
        expect(readingOf(asked, reader)).toEqual(readingOf(without, reader));
      }),
    );
  });

  test("the coordinator reads it, marked as confidential", () => {
    expect(readingOf(personWith(["avoid-a-person"]), "coordinator").lines).toEqual([
      { kind: "confidential-item", option: "avoid-a-person", people: 1 },
    ]);
  });

  test("for any answers, free text reaches only the coordinator and the readers it was marked for", () => {
    fc.assert(
      fc.property(somePerson, someReader, (person, reader) => {
        const isAllowed = reader === "coordinator" || person.notes.some((note) => note.mayRead.includes(reader));
        if (!isAllowed) expect(JSON.stringify(readingOf(person, reader))).not.toContain(marker);
      }),
    );
  });

  test("whom somebody would rather not work with is never told to an interpreter", () => {
    const person = personWith(["bsl-interpreter"], { answers: { "interpreter-not-wanted": marker } });
    expect(JSON.stringify(readingOf(person, "interpreter"))).not.toContain(marker);
    expect(JSON.stringify(readingOf(person, "coordinator"))).toContain(marker);
  });

  test("for any answers, do not share means nothing is read, and a name is read only where it was chosen or has to be known", () => {
    fc.assert(
      fc.property(somePerson, someReader, (person, reader) => {
        const reading = readingOf(person, reader);
        if (choiceOf(person, reader) === "do-not-share") expect(reading.lines).toEqual([]);
        expect(reading.name === null || choiceOf(person, reader) === "with-name").toBe(true);
        if (reading.name === null) expect(JSON.stringify(reading.lines)).not.toContain(person.name);
      }),
    );
  });
});

describe("what each reader does read", () => {
  test("the venue reads features, with a number only where a quantity has to be supplied", () => {
    const reading = readingOf(personWith(["assistance-dog"]), "venue");
    expect(reading.lines).toEqual([
      { kind: "venue-quantity", feature: "dog-floor-space", count: 1 },
      { kind: "venue-feature", feature: "dogs-welcome" },
      { kind: "venue-feature", feature: "dog-spending-distance" },
      { kind: "venue-feature", feature: "dog-water" },
    ]);
  });

  test("the interpreter reads the booking, the place in the room and the language, and nothing of other needs", () => {
    const person = personWith(["other-language", "halal", "toilet-shelf-bin"], { answers: { "spoken-language": "Tigrinya" } });
    expect(readingOf(person, "interpreter").lines).toEqual([
      { kind: "booking", support: "spoken-language-interpreter", languages: ["Tigrinya"] },
      { kind: "place-in-room", layout: "seat-beside-supporter" },
    ]);
  });

  test("an interpreter nobody asked for reads nothing, not even marked notes", () => {
    const person = personWith(["halal"], { notes: [{ about: "food", text: marker, mayRead: ["interpreter"] }] });
    expect(readingOf(person, "interpreter").lines).toEqual([]);
  });

  test("the chair reads what to do and the shortest stretch that suits all of a person's needs", () => {
    const person = personWith(["lipread-clear-view", "break-every-30-minutes", "not-on-the-spot"]);
    const { lines } = readingOf(person, "chair-and-access-host");
    expect(lines.filter((line) => line.kind === "longest-stretch")).toEqual([{ kind: "longest-stretch", minutes: 30 }]);
    expect(lines).toContainEqual({ kind: "action", text: "Never skip a break to catch up." });
    expect(lines).toContainEqual({ kind: "way-of-working", option: "not-on-the-spot" });
  });

  test("a person who eats halal and no dairy is one meal, not two", () => {
    expect(readingOf(personWith(["halal", "no-dairy"]), "caterer").lines).toEqual([
      { kind: "meal", meals: ["halal", "no-dairy"], count: 1 },
    ]);
  });

  test("an allergy somebody wrote down reaches the caterer in their own words", () => {
    const person = personWith([], { answers: { allergies: "Sesame, serious" } });
    expect(readingOf(person, "caterer").lines).toEqual([{ kind: "meal", meals: [], allergies: "Sesame, serious", count: 1 }]);
  });

  test("meals for people coming along are counted", () => {
    const person = personWith(["own-pa", "supporter-meal", "vegan"], { answers: { "supporter-count": 2 } });
    expect(readingOf(person, "caterer").lines).toEqual([
      { kind: "meal", meals: ["vegan"], count: 1 },
      { kind: "guest-meal", count: 2 },
    ]);
  });

  test("people who help in an emergency read what was said about leaving, and not what it is for", () => {
    expect(readingOf(personWith(["leave-no-stairs", "powered-wheelchair"]), "evacuation-helpers")).toEqual({
      reader: "evacuation-helpers",
      name: "Adaeze Marsh",
      lines: [{ kind: "leave-safely", option: "leave-no-stairs" }],
    });
    expect(readingOf(personWith(["powered-wheelchair"]), "evacuation-helpers").lines).toEqual([{ kind: "plan-to-leave-safely" }]);
  });

  test("somebody who would rather not say how they leave is not spoken of", () => {
    expect(readingOf(personWith(["powered-wheelchair", "leave-not-said"]), "evacuation-helpers").lines).toEqual([]);
  });

  test("for any answers, the coordinator reads every single choice and answer", () => {
    fc.assert(
      fc.property(somePerson, (person) => {
        const said = JSON.stringify(readingOf(person, "coordinator").lines);
        const replaced: readonly OptionId[] = ["large-print", "braille", "deafblind-interpreter", "captions-online"];
        for (const { id } of person.chosen) if (!replaced.includes(id)) expect(said).toContain(`"option":"${id}"`);
        for (const value of Object.values(person.answers)) expect(said).toContain(JSON.stringify(value));
      }),
    );
  });
});

describe("the most private choice that still works", () => {
  test("papers in braille cannot be sent to nobody, so the coordinator is given the name", () => {
    expect(defaultChoice(personWith(["braille"]), "coordinator")).toBe("with-name");
  });

  test("a ground rule is for everyone, so the coordinator does not need a name for it", () => {
    expect(defaultChoice(personWith(["one-at-a-time", "leave-freely"]), "coordinator")).toBe("without-name");
  });

  test("somebody who asks for a particular interpreter is named to the interpreter", () => {
    expect(defaultChoice(personWith(["bsl-interpreter"]), "interpreter")).toBe("without-name");
    expect(defaultChoice(personWith(["bsl-interpreter"], { answers: { "interpreter-preferred": "Sam Okoro" } }), "interpreter")).toBe(
      "with-name",
    );
  });

  test("a caterer can be given a name only for an allergy", () => {
    expect(choicesFor(personWith(["vegan"]), "caterer")).toEqual(["do-not-share", "without-name"]);
    expect(choicesFor(personWith(["airborne-allergy"]), "caterer")).toContain("with-name");
  });

  test("a choice that may not be made does not stand", () => {
    expect(choiceOf(personWith(["vegan"], { choices: { venue: "with-name", coordinator: "do-not-share" } }), "venue")).toBe("without-name");
    expect(choiceOf(personWith(["vegan"], { choices: { coordinator: "do-not-share" } }), "coordinator")).toBe("without-name");
  });

  test("for any answers, the default is a choice the person may make, and it leaves nothing that cannot be arranged", () => {
    fc.assert(
      fc.property(somePerson, someReader, (person, reader) => {
        const choice = defaultChoice(person, reader);
        expect(choicesFor(person, reader)).toContain(choice);
        if (reader !== "finance") expect(cannotBeArranged(person, reader, choice)).toEqual([]);
      }),
    );
  });
});

describe("what cannot be arranged when a reader is not told", () => {
  test("a Changing Places toilet needs the venue", () => {
    expect(cannotBeArranged(personWith(["changing-places-needed", "large-print"]), "venue", "do-not-share")).toEqual([
      "changing-places-needed",
    ]);
  });

  test("what every meeting has anyway can still be arranged", () => {
    expect(cannotBeArranged(personWith(["lift-to-other-floors"]), "venue", "do-not-share")).toContain("lift-to-other-floors");
    expect(cannotBeArranged(personWith(["microphones-for-all"]), "venue", "do-not-share")).toEqual([]);
  });

  test("an interpreter cannot be booked without telling one", () => {
    expect(cannotBeArranged(personWith(["bsl-interpreter", "vegan"]), "interpreter", "do-not-share")).toEqual(["bsl-interpreter"]);
  });

  test("an allergy that was only written down counts", () => {
    expect(cannotBeArranged(personWith([], { answers: { allergies: "Sesame" } }), "caterer", "do-not-share")).toEqual(["food-allergy"]);
  });

  test("for any answers, finance is never the reason why something cannot be arranged", () => {
    fc.assert(
      fc.property(somePerson, (person) => {
        expect(cannotBeArranged(person, "finance", "do-not-share")).toEqual([]);
      }),
    );
  });
});

describe("a reader's own page", () => {
  test("quantities are added up and features stand once", () => {
    const people = [personWith(["assistance-dog"]), personWith(["assistance-dog"], { name: "Gwilym Rees" })];
    expect(readingsFor(people, "venue")).toEqual([
      {
        reader: "venue",
        name: null,
        lines: [
          { kind: "venue-quantity", feature: "dog-floor-space", count: 2 },
          { kind: "venue-feature", feature: "dogs-welcome" },
          { kind: "venue-feature", feature: "dog-spending-distance" },
          { kind: "venue-feature", feature: "dog-water" },
        ],
      },
    ]);
  });

  test("for any people, a named person's part is exactly what their sharing page showed", () => {
    fc.assert(
      fc.property(fc.array(somePerson, { minLength: 1, maxLength: 4 }), someReader, (people, reader) => {
        const page = readingsFor(people, reader);
        for (const person of people) {
          const mine = readingOf(person, reader);
          if (mine.name !== null) expect(page).toContainEqual(mine);
        }
      }),
    );
  });

  test("for any people, the order they answered in shows nowhere in what is shared without names", () => {
    fc.assert(
      fc.property(fc.array(somePerson, { maxLength: 4 }), someReader, (people, reader) => {
        const unnamed = (all: readonly AnswersToShare[]) => readingsFor(all, reader).find((reading) => reading.name === null);
        expect(unnamed([...people].reverse())).toEqual(unnamed(people));
      }),
    );
  });

  test("for any people, nobody who shared nothing with a reader has a part of that reader's page", () => {
    fc.assert(
      fc.property(somePerson, someReader, (person, reader) => {
        expect(readingsFor([person], reader).length).toBe(readingOf(person, reader).lines.length === 0 ? 0 : 1);
      }),
    );
  });
});
