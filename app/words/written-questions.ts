// Questions put to people who gave no name: what came back, as counts, and the words of the person's own page.
import type { QuestionAnswer } from "#app/domain/meetings/decisions.ts";
import { counted } from "./format.ts";

/** Whom a question has reached, as counts. Whoever got no email is not known, so everybody is told to look. */
export function askedSentence({ emailed, onTheirPage }: { readonly emailed: number; readonly onTheirPage: number }): string {
  return [
    "The question is on their own page.",
    emailed === 0 ? "" : `${counted(emailed, "person was", "people were")} sent an email about it.`,
    onTheirPage === 0
      ? ""
      : `${counted(onTheirPage, "person", "people")} got no email. You do not see who, so ask everybody in your next message to look at their own page.`,
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

/** Whom the reminder has reached, as counts. */
export function remindedSentence({ emailed, onTheirPage }: { readonly emailed: number; readonly onTheirPage: number }): string {
  return [
    emailed === 0 ? "Nobody could be sent an email." : `${counted(emailed, "person was", "people were")} sent an email.`,
    onTheirPage === 0 ? "" : `${counted(onTheirPage, "person gets", "people get")} no email: say the words below to everybody.`,
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

/** Words for everybody, so that nobody is asked whether it is them. */
export const wordsToEverybody =
  "Some of you may have a question from us on your own page. Please open your page and have a look. If there is one, please answer it, or ring us. You do not have to say who you are.";

/** What came back so far: never who said it. */
export function answersSentence({
  asked,
  said,
}: {
  readonly asked: number;
  readonly said: Readonly<Record<QuestionAnswer, number>>;
}): string {
  const waiting = asked - said.yes - said.no - said.talk;
  const parts = [
    ...(said.yes === 0 ? [] : [`${counted(said.yes, "person said", "people said")} yes.`]),
    ...(said.no === 0 ? [] : [`${counted(said.no, "person said", "people said")} no.`]),
    ...(said.talk === 0 ? [] : [`${counted(said.talk, "person wants", "people want")} to talk about it, and may ring you.`]),
    ...(waiting === 0 ? [] : [`${counted(waiting, "person has", "people have")} not answered.`]),
  ];
  return parts.join(" ");
}

/** The answers a person can give. */
export const answerLabel: Readonly<Record<QuestionAnswer, string>> = {
  yes: "Yes, that is fine for me",
  no: "No, that does not work for me",
  talk: "I would like to talk about it",
};
