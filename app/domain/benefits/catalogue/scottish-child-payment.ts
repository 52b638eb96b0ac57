// Scottish Child Payment, which rests on another benefit.
import { adviceFirst } from "../advice-first.ts";
import { sources } from "../sources.ts";

export const scottishChildPayment = adviceFirst("scottish-child-payment", {
  reasons: ["scottish-child-payment-follows"],
  sources: [sources.rulesHeld],
  actions: ["csp-tell-social-security-scotland"],
  nations: ["scotland"],
});
