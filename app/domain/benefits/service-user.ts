// The test of "participating as a service user", as plain questions, and how each kind of cost is treated because of it
// (benefits.md sections 2.2, 2.3 and 6). The test protects costs and the choice to decline; it never makes a fee vanish.
import type { Nation } from "#app/domain/basics/dates.ts";
import type { BenefitId } from "./names.ts";
import type { ExpenseKind, ServiceUserAnswers, YesNo } from "./offer.ts";

/**
 * Whether the test is met for a benefit. Yes needs A, B and one of C1 to C4. The social security route (C3) was read only
 * for Universal Credit in Northern Ireland and council tax reduction, so on its own it is not certain for other benefits.
 */
export function serviceUserTest(answers: ServiceUserAnswers, benefit: BenefitId, nation: Nation): YesNo {
  const { a, b, c1, c2, c3, c4 } = answers;
  if (a === "no" || b === "no") return "no";
  const wasReadForThis = benefit === "council-tax-reduction" || (benefit === "universal-credit" && nation === "northern-ireland");
  const socialSecurity: YesNo | undefined = c3 === "yes" && !wasReadForThis ? "not-sure" : c3;
  // A carer of someone consulted rests on the same routes, so it is an answer of its own and not worked out here.
  const routes = [c1, c2, socialSecurity, c4];
  if (routes.every((route) => route === "no")) return "no";
  return a === "yes" && b === "yes" && routes.includes("yes") ? "yes" : "not-sure";
}

export type CostTreatment = "ignored" | "counts" | "perhaps-counts";

const whenMet: Readonly<Record<ExpenseKind, CostTreatment>> = {
  "travel-to-venue": "ignored",
  "travel-between-sites": "ignored",
  "overnight-stay": "ignored",
  "access-taxi-or-parking": "ignored",
  "replacement-care": "ignored",
  "support-worker": "ignored",
  meals: "ignored",
  "phone-data-printing": "ignored",
  "flat-sum": "perhaps-counts",
  "loss-of-earnings": "counts",
  other: "ignored",
};

const whenNotMet: Readonly<Record<ExpenseKind, CostTreatment>> = {
  "travel-to-venue": "counts",
  "travel-between-sites": "ignored",
  "overnight-stay": "ignored",
  "access-taxi-or-parking": "perhaps-counts",
  "replacement-care": "counts",
  "support-worker": "perhaps-counts",
  meals: "perhaps-counts",
  "phone-data-printing": "perhaps-counts",
  "flat-sum": "counts",
  "loss-of-earnings": "counts",
  other: "perhaps-counts",
};

/** How one cost is treated. Only a real cost can be ignored: a sum that may be more than was spent perhaps counts. */
export function treatmentOfCost(kind: ExpenseKind, meetsActualCost: YesNo, test: "yes" | "no"): CostTreatment {
  const treatment = test === "yes" ? whenMet[kind] : whenNotMet[kind];
  return treatment === "ignored" && meetsActualCost !== "yes" ? "perhaps-counts" : treatment;
}

/** Whether not knowing the answer to the test leaves open how this cost is treated. */
export function dependsOnTest(kind: ExpenseKind, meetsActualCost: YesNo): boolean {
  const whenYes = treatmentOfCost(kind, meetsActualCost, "yes");
  return whenYes === "perhaps-counts" || whenYes !== treatmentOfCost(kind, meetsActualCost, "no");
}
