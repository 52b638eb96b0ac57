// Statutory maternity, paternity, adoption and shared parental pay, which work can take days or weeks off.
import { adviceFirst } from "../advice-first.ts";
import { sources } from "../sources.ts";

export const statutoryParentalPay = adviceFirst("statutory-parental-pay", {
  reasons: ["parental-pay-work-days"],
  sources: [sources.rulesHeld],
  actions: ["ask-employer"],
});
