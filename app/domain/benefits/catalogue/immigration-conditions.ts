// Asylum support, no recourse to public funds and visas with limits on work.
import { adviceFirst } from "../advice-first.ts";
import { sources } from "../sources.ts";

export const immigrationConditions = adviceFirst("immigration-conditions", {
  reasons: ["immigration-conditions"],
  sources: [sources.rulesHeld],
  actions: [],
});
