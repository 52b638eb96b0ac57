// Child Benefit: the rule about pay was not read again.
import { adviceFirst } from "../advice-first.ts";
import { sources } from "../sources.ts";

export const childBenefit = adviceFirst("child-benefit", {
  reasons: ["child-benefit-not-read"],
  sources: [sources.rulesHeld],
  actions: ["ask-the-office"],
});
