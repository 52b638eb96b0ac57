// Letters about an invitation in Easy Read: a picture beside every part of ours, and what a coordinator wrote as they wrote it.
import { describe, expect, test } from "vitest";
import { invitationLetter } from "#app/documents/catalogue/invitation-letter.ts";
import { lettersToPost } from "#app/documents/catalogue/letters-to-post.ts";
import type { Block } from "#app/documents/model.ts";
import { calendarDateOf, clockTimeOf } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import {
  answersReceivedFor,
  asPlainText,
  dateChosenFor,
  invitationFor,
  linkAgainFor,
  partsOfPlainText,
  reminderFor,
  type InvitationFacts,
  type WrittenMessage,
} from "#app/words/invitation.ts";

const facts: InvitationFacts = {
  organisation: "Harbour Trust",
  meeting: "Planning group",
  about: "We plan the new garden.",
  asked: "Say what you would like. Look at two plans.",
  contact: { name: "Asha Grewal", phone: "01632 960 001", email: "asha@example.org" },
  when: { date: calendarDateOf("2027-01-12"), from: clockTimeOf("10:30"), to: clockTimeOf("13:00") },
  mode: "in-person",
  place: { name: "Kiln Hall", address: "1 Kiln Lane\nLeeds" },
  onlineService: "",
  pay: { kind: "time-and-costs", total: penceOf(7500), minutes: 150 },
  costs: ["public-transport"],
  costsOther: "",
  paidWithin: { kind: "working-days", days: 10 },
  replyBy: calendarDateOf("2026-12-20"),
};
const person = {
  name: "Bo Lane",
  form: "letter",
  link: `https://example.org/i/${"a".repeat(43)}`,
  code: { code: "KTRMWPXC", at: "https://example.org/link-help" },
  isNeutral: false,
  isEasyRead: true,
} as const;

const printed = ({ subject, parts }: WrittenMessage) => ({
  name: "Bo Lane",
  addressLines: ["2 Quay Road"],
  subject,
  // As it is kept and read back.
  parts: partsOfPlainText(asPlainText({ parts })),
});
const letterOf = (message: WrittenMessage) =>
  invitationLetter({ ...printed(message), organisation: { name: "Harbour Trust" }, madeOn: calendarDateOf("2026-11-23") });
const flat = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((block) => (block.kind === "section" ? flat(block.blocks) : [block]));

const letters: readonly (readonly [string, WrittenMessage])[] = [
  ["an invitation", invitationFor(facts, { ...person, personalLine: "" })],
  ["a reminder", reminderFor(facts, person)],
  ["a link sent again", linkAgainFor(facts, person)],
  ["the date chosen", dateChosenFor(facts, person, "ask-another-way")],
  ["what was written down", answersReceivedFor(facts, person, "by-phone")],
];

describe("a letter in Easy Read", () => {
  test.each(letters)("has a picture beside every sentence of %s, and the square to scan", (_name, message) => {
    const blocks = flat(letterOf(message).blocks);
    expect([...new Set(blocks.map(({ kind }) => kind))].toSorted()).toEqual(["pictured", "scan-square"]);
    expect(blocks.filter(({ kind }) => kind === "scan-square")).toHaveLength(1);
    const sentences = blocks.flatMap((block) => (block.kind === "pictured" ? block.lines : []));
    expect(sentences).toEqual(partsOfPlainText(asPlainText(message)).flatMap(({ lines }) => lines));
  });

  test("gives no picture to the line a coordinator adds in their own words", () => {
    const message = invitationFor(facts, { ...person, personalLine: "See you soon." });
    const own = flat(letterOf(message).blocks).filter(({ kind }) => kind === "paragraph");
    expect(JSON.stringify(own)).toContain("See you soon.");
    expect(own).toHaveLength(1);
  });

  test("is the same in the paper of all letters to post, and a letter in our usual words has no pictures", () => {
    const [, easy] = letters[0]!;
    const usual = invitationFor(facts, { ...person, isEasyRead: false, personalLine: "" });
    const doc = lettersToPost({
      organisation: { name: "Harbour Trust" },
      madeOn: calendarDateOf("2026-11-23"),
      letters: [printed(easy), printed(usual)],
    });
    const sheets = JSON.stringify(doc.blocks);
    const picturesIn = (text: string): number => text.split('"kind":"pictured"').length - 1;
    expect(picturesIn(sheets)).toBe(flat(letterOf(easy).blocks).filter(({ kind }) => kind === "pictured").length);
    expect(flat(letterOf(usual).blocks).map(({ kind }) => kind)).not.toContain("pictured");
  });
});
