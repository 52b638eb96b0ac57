// A benefit that has no name here.
import { adviceFirst } from "../advice-first.ts";
import { sources } from "../sources.ts";

export const anotherBenefit = adviceFirst("another-benefit", {
  reasons: ["another-benefit-named"],
  sources: [sources.rulesHeld],
  actions: ["ask-the-office"],
});
