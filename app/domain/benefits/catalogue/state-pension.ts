// State Pension: the rule about pay was not read again.
import { adviceFirst } from "../advice-first.ts";
import { sources } from "../sources.ts";

export const statePension = adviceFirst("state-pension", {
  reasons: ["state-pension-not-read"],
  sources: [sources.rulesHeld],
  actions: ["ask-the-office"],
});
