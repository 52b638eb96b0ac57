// Bereavement benefits: the rule about pay was not read again.
import { adviceFirst } from "../advice-first.ts";
import { sources } from "../sources.ts";

export const bereavement = adviceFirst("bereavement", {
  reasons: ["bereavement-not-read"],
  sources: [sources.rulesHeld],
  actions: ["ask-the-office"],
});
