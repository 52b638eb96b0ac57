// The lines of a piece of working, and what it was worked out over. The words for them are in app/words/benefits/sums.ts.

export type StepLabel =
  | "payment"
  | "cost-that-counts"
  | "turned-down"
  | "other-earnings"
  | "other-earnings-week-not-known"
  | "total-earnings"
  | "work-allowance"
  | "above-allowance-with"
  | "taper"
  | "lower-with"
  | "lower-without"
  | "cut"
  | "kept"
  | "limit"
  | "left"
  | "over"
  | "hours"
  | "hours-limit"
  | "ignored-each-week"
  | "averaged-over-five-weeks";

export type Operation = "start" | "add" | "take-away" | "share" | "equals" | "compare";

/** One line of the working. Money is whole pence, time whole minutes, shares whole hundredths. */
export type Step = {
  readonly label: StepLabel;
  readonly operation: Operation;
  readonly unit: "pence" | "minutes" | "percent";
  readonly amount: number;
  /** The payment, cost or other pay the line is about. */
  readonly item?: string;
};

/** What a piece of working was worked out over. Weekly limits are worked out more than once, and every one must fit. */
export type Basis = "assessment-period" | "activity-week" | "due-week" | "paid-week";
