// Severe Disablement Allowance, of which very few awards may remain: only an old text of its work rules was read.
import { adviceFirst } from "../advice-first.ts";
import { sources } from "../sources.ts";

export const severeDisablementAllowance = adviceFirst("severe-disablement-allowance", {
  reasons: ["old-sickness-rule-not-current"],
  sources: [sources.incapacityOldText],
  actions: ["ask-the-office"],
});
