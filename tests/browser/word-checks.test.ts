// The word checks, without a browser: what they catch, and what looks alike and must pass.
import { describe, expect, test } from "vitest";
import {
  bannedWordFaults,
  bannedWords,
  readingAgeOf,
  readingFaults,
  sentencesOf,
  valueFaults,
  type TextBlock,
} from "#tests/support/page-checks/words.ts";

const block = (text: string, isInTable = false): TextBlock => ({ where: "p", text, isInTable, isProse: true });
const bannedIn = (text: string, reading: "attendee" | "staff" = "attendee", allowed: readonly string[] = []): number =>
  bannedWordFaults([block(text)], { reading, allowed }).length;

describe("the banned words", () => {
  const examples = [
    "You just need a ticket.",
    "Simply come along.",
    "It is easy.",
    "Please note the time.",
    "Unfortunately it is full.",
    "Oops.",
    "Saved!",
    "You don't need to.",
    "People with special needs.",
    "Facilities for the disabled.",
    "Sam suffers from pain.",
    "A wheelchair-bound member.",
    "High functioning people.",
    "Confined to a chair.",
    "A non-verbal member.",
    "The disabled toilet.",
    "Our service users.",
    "The patients.",
    "All stakeholders.",
    "This cohort.",
    "Hard to reach groups.",
    "A consultation.",
    "Your reward.",
    "Claim reimbursement.",
    "Bring a helper.",
    "STTR is booked. STTR is paid.",
    "The benefits officer.",
    "It was refused.",
    "You waived it.",
    "We authorise claims.",
    "Evacuate the room.",
    "You are eligible.",
    "Send proof.",
    "Are you sure?",
    "An invalid date.",
  ];

  test("every row of the list catches a sentence with its word", () => {
    expect(examples).toHaveLength(bannedWords.length);
    expect(
      bannedWords.flatMap((ban, index) =>
        ban.pattern.test(examples[index] ?? "") ? [] : [`${String(ban.pattern)} misses "${examples[index] ?? ""}"`],
      ),
    ).toEqual([]);
    expect(examples.filter((text) => bannedIn(text) === 0)).toEqual([]);
  });

  test.each([
    "This page is in Easy Read.",
    "A waterproof coat.",
    "The disabled people of Leeds.",
    "A fair day at the Justice Centre.",
    "Keep the evacuation plan by the door.",
    "STTR means captions typed by a person.",
    "You cannot come, or do not want to.",
    "The minimum wage.",
  ])("%s looks alike and passes", (text) => {
    expect(bannedIn(text)).toBe(0);
  });

  test("finance may say authorise to staff, and a page may say a word it has a reason for", () => {
    expect([bannedIn("We authorise claims.", "staff"), bannedIn("Send proof.", "attendee", ["proof"])]).toEqual([0, 0]);
  });
});

describe("the way values are written", () => {
  test.each([
    "23rd March",
    "March 23rd",
    "23/3/2027",
    "2027-03-23",
    "10.30am",
    "10 am",
    "10:00am",
    "12pm",
    "£ 20",
    "£20.5",
    "£20.00",
    "£0.45",
    "undefined",
    "NaN",
    "{name}",
    "[object Object]",
  ])("%s is caught", (text) => {
    expect(valueFaults([block(`It says ${text} here.`)])).toHaveLength(1);
  });

  test.each(["Tuesday 23 March 2027", "10:30am to 1pm", "14:00", "£20", "£20.50", "45p a mile", "the 2026/27 tax year", "the 3rd floor"])(
    "%s is right",
    (text) => {
      expect(valueFaults([block(`It says ${text} here.`)])).toEqual([]);
    },
  );

  test("whole pounds may have their pennies written in a column of money", () => {
    expect(valueFaults([block("£20.00", true)])).toEqual([]);
  });
});

describe("reading", () => {
  test("sentences end at full stops and questions, not at points inside figures or times", () => {
    expect(sentencesOf("It costs £2.50 a day. Do you drive? We pay 45p a mile.")).toEqual([
      "It costs £2.50 a day.",
      "Do you drive?",
      "We pay 45p a mile.",
    ]);
  });

  test("25 words pass and 26 do not", () => {
    const words = (count: number): string => `${Array.from({ length: count }, () => "day").join(" ")}.`;
    expect([readingFaults([block(words(25))]).length, readingFaults([block(words(26))]).length]).toEqual([0, 1]);
  });

  test("short common words read younger than long rare ones, and too few words give no age", () => {
    const simple = Array.from({ length: 20 }, () => "We pay you for your time.");
    const hard = Array.from(
      { length: 20 },
      () => "Remuneration necessitates documentary authentication notwithstanding organisational circumstances.",
    );
    expect([Number(readingAgeOf(simple)) < 9, Number(readingAgeOf(hard)) > 16, readingAgeOf(["We pay you."])]).toEqual([true, true, null]);
  });
});
