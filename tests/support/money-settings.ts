// An organisation's own rates and rules for costs, as it would type them in: what tests about settings begin with.
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import type { CostPolicy } from "#app/domain/payments/cost-policy.ts";
import type { WantedRates } from "#app/services/rate-cards.server.ts";

/** Rates with one line, by the hour in pence, from a day on. */
export function ratesOf({ from, hourlyPence }: { readonly from: string; readonly hourlyPence: number }): WantedRates {
  return {
    name: "Harbour rates",
    validFrom: calendarDateOf(from),
    breaks: { kind: "count" },
    paysPlannedTime: true,
    sourceTitle: "Decision of the board, 3 November 2026",
    cancellation: [],
    lines: [
      {
        code: "hour",
        label: "Working together",
        activities: "any",
        roles: "any",
        modes: "any",
        basis: { kind: "per-minute", hourly: { pence: penceOf(hourlyPence), per: "hour" } },
        includes: [],
      },
    ],
  };
}

/** Rules for costs from 3 November 2026: £10 without a receipt, 30 days to claim, no limits. */
export const plainCostRules: CostPolicy = {
  validFrom: calendarDateOf("2026-11-03"),
  withoutReceiptUpTo: penceOf(1000),
  claimWithinDays: 30,
  ceilings: {},
  meals: "none",
  mileage: "hmrc-approved",
};
