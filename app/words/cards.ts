// Cards to hold up when speaking is hard: one shape, a few words each. The shape says it again for people who do not read.
import type { ClockTime } from "#app/domain/basics/dates.ts";
import type { CardId } from "#app/domain/meetings/speech-cards.ts";
import { clock } from "./format.ts";

export type CardShape = "square" | "triangle" | "octagon" | "circle" | "bars" | "speech-mark";

export const speechCards: readonly { readonly id: CardId; readonly words: string; readonly shape: CardShape }[] = [
  { id: "speak", words: "I want to speak", shape: "square" },
  { id: "slow-down", words: "Please slow down", shape: "triangle" },
  { id: "stop", words: "Stop, I do not understand", shape: "octagon" },
  { id: "agree", words: "I agree", shape: "circle" },
  { id: "break", words: "I need a break", shape: "bars" },
  { id: "plain-words", words: "Please use plain words", shape: "speech-mark" },
];

/** What each shape is called, for a list of the cards in words. */
export const cardShapeNames: Readonly<Record<CardShape, string>> = {
  square: "Square",
  triangle: "Triangle",
  octagon: "Octagon",
  circle: "Circle",
  bars: "Two bars",
  "speech-mark": "Speech mark",
};

/** The words of one card. */
export function cardWords(card: CardId): string {
  return speechCards.find(({ id }) => id === card)?.words ?? "";
}

/** "The chair can see this card since 10:41am." */
export function heldUpSentence(since: ClockTime): string {
  return `The chair can see this card since ${clock(since)}.`;
}

/** The same, where other cards stand beside it. */
export function otherHeldUpSentence(card: CardId, since: ClockTime): string {
  return `The chair can see your card “${cardWords(card)}” since ${clock(since)}.`;
}

export const whoSeesACard =
  "The people who run the meeting see your name and this card. They see it until you take it down or they answer it.";
export const notTheDay = "On the day of the meeting you can also show a card to the chair from here. It helps most online.";
