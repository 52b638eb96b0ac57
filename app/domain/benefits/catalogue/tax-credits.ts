// Working Tax Credit and Child Tax Credit: ended. It may still be on somebody's last letter.
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { closedBenefit, everywhere } from "../closed-rule.ts";
import { sources } from "../sources.ts";

export const taxCredits = closedBenefit("tax-credits", {
  from: calendarDateOf("2025-04-06"),
  nations: everywhere,
  source: sources.closedTaxCredits,
  what: "closed-tax-credits",
});
