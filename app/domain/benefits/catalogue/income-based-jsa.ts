// Income-based Jobseeker's Allowance: ended. It may still be on somebody's last letter.
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { closedBenefit, greatBritain } from "../closed-rule.ts";
import { sources } from "../sources.ts";

export const incomeBasedJsa = closedBenefit("income-based-jsa", {
  from: calendarDateOf("2026-04-01"),
  nations: greatBritain,
  source: sources.closedLegacy,
  what: "closed-income-based-jsa",
});
