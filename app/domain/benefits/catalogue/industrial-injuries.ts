// Industrial injuries benefits: some of their parts have conditions about work.
import { adviceFirst } from "../advice-first.ts";
import { sources } from "../sources.ts";

export const industrialInjuries = adviceFirst("industrial-injuries", {
  reasons: ["industrial-injuries-parts-differ"],
  sources: [sources.rulesHeld],
  actions: ["ask-the-office"],
});
