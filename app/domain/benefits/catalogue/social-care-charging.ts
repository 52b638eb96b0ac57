// What somebody pays for social care, which each council works out.
import { adviceFirst } from "../advice-first.ts";
import { sources } from "../sources.ts";

export const socialCareCharging = adviceFirst("social-care-charging", {
  reasons: ["social-care-charging-not-read"],
  sources: [sources.rulesHeld],
  actions: ["hb-tell-council"],
});
