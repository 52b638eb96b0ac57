// Maternity Allowance, which work can take days or weeks off.
import { adviceFirst } from "../advice-first.ts";
import { sources } from "../sources.ts";

export const maternityAllowance = adviceFirst("maternity-allowance", {
  reasons: ["maternity-work-days"],
  sources: [sources.rulesHeld],
  actions: ["ask-the-office"],
});
