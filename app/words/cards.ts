// Cards to hold up when speaking is hard: one shape, a few words each. The shape says it again for people who do not read.
import type { CardId } from "#app/domain/meetings/speech-cards.ts";

export type CardShape = "square" | "triangle" | "octagon" | "circle" | "bars" | "speech-mark";

export const speechCards: readonly { readonly id: CardId; readonly words: string; readonly shape: CardShape }[] = [
  { id: "speak", words: "I want to speak", shape: "square" },
  { id: "slow-down", words: "Please slow down", shape: "triangle" },
  { id: "stop", words: "Stop, I do not understand", shape: "octagon" },
  { id: "agree", words: "I agree", shape: "circle" },
  { id: "break", words: "I need a break", shape: "bars" },
  { id: "plain-words", words: "Please use plain words", shape: "speech-mark" },
];
