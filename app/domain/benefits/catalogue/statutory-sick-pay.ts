// Statutory Sick Pay: fees from another body are not sick pay, but being active while off sick can raise questions.
import { adviceFirst } from "../advice-first.ts";
import { sources } from "../sources.ts";

export const statutorySickPay = adviceFirst("statutory-sick-pay", {
  reasons: ["sick-pay-ask-employer"],
  sources: [sources.sickPay],
  actions: ["ask-employer"],
});
