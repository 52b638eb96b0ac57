// War pensions and Armed Forces schemes: the rules of their supplements were not read.
import { adviceFirst } from "../advice-first.ts";
import { sources } from "../sources.ts";

export const warPensions = adviceFirst("war-pensions", {
  reasons: ["war-pensions-not-read"],
  sources: [sources.rulesHeld],
  actions: ["ask-the-office"],
});
