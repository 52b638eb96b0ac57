// The working, line by line, as a person would write it on paper: what was added, what was taken away, what it came to.
import type { FigureUsed, FigureValue, Sum } from "#app/domain/benefits/benefit.ts";
import type { Basis, Step, StepLabel } from "#app/domain/benefits/working.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import { duration, money, moneyInColumn, plainDate } from "../format.ts";

const bases: Readonly<Record<Basis, string>> = {
  "assessment-period": "Your Universal Credit assessment period",
  "activity-week": "By the day of the meeting",
  "due-week": "By the day the money is due",
  "paid-week": "By the day the money is paid",
};

const labels: Readonly<Record<StepLabel, string>> = {
  payment: "This payment",
  "cost-that-counts": "Costs paid back that may count",
  "turned-down": "Money you said no to, counted to be careful",
  "other-earnings": "Other pay you told us about",
  "other-earnings-week-not-known": "Other pay, which could fall in this week",
  "total-earnings": "Total pay counted",
  "work-allowance": "The amount you can earn first",
  "above-allowance-with": "Pay above that amount",
  taper: "Share that comes off",
  "lower-with": "Comes off with this payment",
  "lower-without": "Comes off without this payment",
  cut: "The difference this payment makes",
  kept: "What you keep of this payment",
  limit: "The limit",
  left: "What is left",
  over: "Over the limit by",
  hours: "Hours in the week",
  "hours-limit": "Hours must be fewer than",
  "ignored-each-week": "Ignored each week",
  "averaged-over-five-weeks": "The difference if spread over five weeks",
};

export type SumRow = { readonly label: string; readonly amount: string; readonly item?: string };
export type SumTable = { readonly heading: string; readonly rows: readonly SumRow[] };

/** A piece of working as a table: a heading with its days, and a row for each line. */
export function sayingSum(sum: Sum): SumTable {
  return {
    heading: `${bases[sum.basis]}: ${plainDate(sum.from)} to ${plainDate(sum.to)}`,
    rows: sum.steps.map((step) => ({
      label: labels[step.label],
      amount: amountOf(step),
      ...(step.item === undefined ? {} : { item: step.item }),
    })),
  };
}

function amountOf(step: Step): string {
  if (step.unit === "minutes") return duration(step.amount);
  if (step.unit === "percent") return `${step.amount}p in each pound`;
  const amount = penceOf(step.operation === "take-away" ? -step.amount : step.amount);
  return moneyInColumn(amount);
}

/** A figure and when it began: "£204 a week, from 6 April 2026". */
export function sayFigure(figure: FigureUsed): string {
  return `${sayValue(figure.value)}, from ${plainDate(figure.from)}`;
}

/** What a figure is: "£204 a week", "55p in each pound", "16 hours a week". */
export function sayValue(value: FigureValue): string {
  if ("hours" in value) return `${value.hours} hours a week`;
  if ("percent" in value) return `${value.percent}p in each pound`;
  return `${money(value.pence)} a ${value.per}`;
}
