// The invitation in Easy Read: the same facts as the other forms, in sentences somebody can read one at a time.
import { describe, expect, test } from "vitest";
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
  type InvitationFor,
} from "#app/words/invitation.ts";
import { bookedNews, leavePlanNews, notBookedNews, questionNews, questionReminderNews } from "#app/words/news.ts";
import { readingAgeOf } from "#app/words/reading-age.ts";

const facts: InvitationFacts = {
  organisation: "Harbour Trust",
  meeting: "Garden group",
  about: "We plan the new garden.",
  asked: "Say what you would like.",
  contact: { name: "Asha", phone: "01632 960 001", email: "asha@example.org" },
  when: { date: calendarDateOf("2027-01-12"), from: clockTimeOf("10:30"), to: clockTimeOf("13:00") },
  mode: "in-person",
  place: { name: "Kiln Hall", address: "1 Kiln Lane\nLeeds" },
  onlineService: "",
  pay: { kind: "time-and-costs", total: penceOf(7_500), minutes: 150 },
  costs: ["public-transport", "care"],
  costsOther: "",
  paidWithin: { kind: "working-days", days: 10 },
  replyBy: calendarDateOf("2026-12-20"),
};
const person: InvitationFor = {
  name: "Bo",
  form: "letter",
  link: "https://example.org/i/abc",
  code: { code: "KTRMWPXC", at: "https://example.org/link-help" },
  personalLine: "See you soon.",
  isNeutral: false,
  isEasyRead: true,
};
const easy = (about: Partial<InvitationFacts> = {}, to: Partial<InvitationFor> = {}): string =>
  asPlainText(invitationFor({ ...facts, ...about }, { ...person, ...to }));

const pays: readonly Partial<InvitationFacts>[] = [
  {},
  { pay: { kind: "nothing" } },
  { pay: { kind: "costs-only" } },
  { pay: { kind: "rate", rate: "£25 an hour" }, when: null },
  { paidWithin: { kind: "on-the-day" } },
];

describe("an invitation in Easy Read", () => {
  test("holds everything the usual one does: what, when, where, money, how to reply and who to ask", () => {
    const text = easy();
    for (const words of [
      "Garden group",
      "We plan the new garden.",
      "Say what you would like.",
      "See you soon.",
      "Tuesday 12 January 2027, 10:30am to 1pm",
      "Kiln Hall",
      "£75",
      "Travel.",
      "Sunday 20 December 2026",
      "KTRM WPXC",
      "You can say no.",
      "01632 960 001",
    ])
      expect(text).toContain(words);
  });

  test.each(pays)("has no sentence of more than 15 words, and is read at 9 or under (%#)", (about) => {
    const text = easy(about);
    const sentences = text.split(/(?<=[.?!])\s+|\n+/u).filter((sentence) => sentence.trim() !== "");
    for (const sentence of sentences) expect(sentence.split(/\s+/u).length, sentence).toBeLessThanOrEqual(15);
    expect(readingAgeOf(text)?.age).toBeLessThanOrEqual(9);
  });

  test("shows the link in an email, and the code only in a letter", () => {
    expect(easy({}, { form: "email" })).toContain("https://example.org/i/abc");
    expect(easy({}, { form: "email" })).not.toContain("KTRM");
  });

  test("keeps its neutral subject, and its headings when it is kept as plain text", () => {
    expect(invitationFor(facts, { ...person, isNeutral: true }).subject).toBe("A message from Harbour Trust");
    expect(partsOfPlainText(easy()).flatMap(({ heading }) => heading ?? [])).toContain("Tell us yes or no");
  });
});

describe("our other messages in Easy Read", () => {
  const to = { ...person, form: "email" as const };
  const messages: readonly (readonly [string, string])[] = [
    ["a reminder", asPlainText(reminderFor(facts, to))],
    ["a link sent again", asPlainText(linkAgainFor(facts, to))],
    ["the date chosen", asPlainText(dateChosenFor(facts, to, null))],
    ["the date chosen, to somebody who cannot come", asPlainText(dateChosenFor(facts, to, "ask-another-way"))],
    ["answers written down on the phone", asPlainText(answersReceivedFor(facts, to, "by-phone"))],
    ...[bookedNews("bsl-interpreter"), notBookedNews("bsl-interpreter"), questionNews(), questionReminderNews(), leavePlanNews()].map(
      (news, at) =>
        [`news ${String(at + 1)}`, news({ ...facts, name: "Bo", link: to.link, isNeutral: false, isEasyRead: true }).body] as const,
    ),
  ];

  test.each(messages)(
    "%s has no sentence of more than 15 words, is read at 9 or under, says who it is from and how to open it",
    (_name, text) => {
      for (const sentence of text.split(/(?<=[.?!])\s+|\n+/u)) expect(sentence.split(/\s+/u).length, sentence).toBeLessThanOrEqual(15);
      expect(readingAgeOf(text)?.age).toBeLessThanOrEqual(9);
      for (const words of ["Harbour Trust", "https://example.org/i/abc", "01632 960 001"]) expect(text).toContain(words);
    },
  );

  test("say the same as the usual ones: when it is, and by when to reply", () => {
    for (const words of ["Tuesday 12 January 2027, 10:30am to 1pm", "Sunday 20 December 2026", "You can say no."])
      expect(asPlainText(reminderFor(facts, to))).toContain(words);
    expect(asPlainText(dateChosenFor(facts, to, null))).toContain("Tuesday 12 January 2027, 10:30am to 1pm");
  });
});
