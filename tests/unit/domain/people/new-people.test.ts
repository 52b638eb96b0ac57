import { describe, expect, test } from "vitest";
import { readNewPeople } from "#app/domain/people/new-people.ts";
import { channelFor } from "#app/domain/people/reach.ts";

describe("a list of new people, one a line", () => {
  test.each([
    ["Sam Okoro, sam@example.org", { name: "Sam Okoro", email: "sam@example.org", phone: "" }],
    ["Sam Okoro SAM@example.org", { name: "Sam Okoro", email: "sam@example.org", phone: "" }],
    ["Okoro, Sam, 07700 900 982", { name: "Okoro, Sam", email: "", phone: "07700 900 982" }],
    ["Sam Okoro +44 7700 900982", { name: "Sam Okoro", email: "", phone: "+44 7700 900982" }],
    ["محمد\tm@example.org", { name: "محمد", email: "m@example.org", phone: "" }],
  ])("%s is one person", (line, person) => {
    expect(readNewPeople(line)).toEqual({ people: [{ line: 1, ...person }], problems: [] });
  });

  test("lines are counted as they are seen, empty ones too", () => {
    expect(readNewPeople("\n\nSam Okoro").problems).toEqual([{ line: 3, problem: "no-contact" }]);
  });

  test("an address named twice is asked about, because two lines may be one person", () => {
    expect(readNewPeople("Sam, s@example.org\nSamuel, S@example.org").problems).toEqual([
      { line: 2, problem: "email-twice", email: "s@example.org" },
    ]);
  });

  test("part of a phone number is not a phone number", () => {
    expect(readNewPeople("Sam, 07700").problems).toEqual([{ line: 1, problem: "no-contact" }]);
  });
});

describe("how a message reaches a person", () => {
  const none = { email: "", phone: "", address: "" };
  test("the way they prefer comes first, and any way that works comes next", () => {
    const all = { email: "s@example.org", phone: "07700 900982", address: "1 High Street" };
    expect(channelFor({ ...all, preferredContact: "letter" })).toBe("letter");
    expect(channelFor({ ...all, preferredContact: "phone" })).toBe("show");
    expect(channelFor({ ...all, preferredContact: "someone-i-choose" })).toBe("email");
    expect(channelFor({ ...none, address: "1 High Street", preferredContact: "email" })).toBe("letter");
  });
  test("nobody is reached when there is no way", () => {
    expect(channelFor({ ...none, preferredContact: "email" })).toBeNull();
  });
});
