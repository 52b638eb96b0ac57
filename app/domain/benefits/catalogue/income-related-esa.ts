// Income-related Employment and Support Allowance: ended. It may still be on somebody's last letter.
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { closedBenefit, greatBritain } from "../closed-rule.ts";
import { sources } from "../sources.ts";

export const incomeRelatedEsa = closedBenefit("income-related-esa", {
  from: calendarDateOf("2026-07-01"),
  nations: greatBritain,
  source: sources.closedEsa,
  what: "closed-income-related-esa",
});
