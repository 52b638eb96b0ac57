// The cards people hold up when speaking is hard, by id. Their words and shapes are in words/cards.ts.

export const cardIds = ["speak", "slow-down", "stop", "agree", "break", "plain-words"] as const;
export type CardId = (typeof cardIds)[number];
