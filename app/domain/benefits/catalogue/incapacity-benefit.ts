// Incapacity Benefit, which closed to new claims long ago: only an old text of its work rules was read.
import { adviceFirst } from "../advice-first.ts";
import { sources } from "../sources.ts";

export const incapacityBenefit = adviceFirst("incapacity-benefit", {
  reasons: ["old-sickness-rule-not-current"],
  sources: [sources.incapacityOldText],
  actions: ["ask-the-office"],
});
