// Rate Rebate, in Northern Ireland: the rules were not read.
import { adviceFirst } from "../advice-first.ts";
import { sources } from "../sources.ts";

export const rateRebate = adviceFirst("rate-rebate", {
  reasons: ["rate-rebate-not-read"],
  sources: [sources.rulesHeld],
  actions: ["hb-tell-council"],
});
