// Which payments of a tax year go on the list for payroll: those whose role had a recorded decision "through payroll" in force on the
// day of payment. Tax years go by the date paid (payments.md section g, 11). What is not recorded is not known, and never a no.
import type { CalendarDate } from "#app/domain/basics/dates.ts";

export type DecisionOnRecord = {
  readonly role: string;
  readonly decision: string;
  readonly route: string;
  readonly recordedOn: CalendarDate;
};

export type PayrollAnswer<Decision extends DecisionOnRecord> =
  | { readonly answer: "payroll"; readonly decision: Decision }
  | { readonly answer: "another-way"; readonly decision: Decision }
  | { readonly answer: "not-known"; readonly because: "no-decision" | "decisions-differ" | "decision-and-route-differ" };

/** The last decision recorded for a role by a day; undefined where there was none yet. Decisions come in the order they were recorded. */
export function decisionInForce<Decision extends DecisionOnRecord>(
  decisions: readonly Decision[],
  role: string,
  on: CalendarDate,
): Decision | undefined {
  return decisions.filter((one) => one.role === role && one.recordedOn <= on).at(-1);
}

/**
 * What the record says about one payment. A decision of payroll for tax that names another route, or roles of one payment that were
 * decided differently, are not known: somebody has to ask.
 */
export function payrollAnswerFor<Decision extends DecisionOnRecord>(
  decisions: readonly Decision[],
  roles: readonly string[],
  paidOn: CalendarDate,
): PayrollAnswer<Decision> {
  const found = roles.map((role) => decisionInForce(decisions, role, paidOn));
  const [first] = found;
  if (first === undefined || found.some((one) => one === undefined)) return { answer: "not-known", because: "no-decision" };
  const isPayroll = (one: DecisionOnRecord | undefined) => one?.route === "payroll";
  if (found.some((one) => isPayroll(one) !== isPayroll(first))) return { answer: "not-known", because: "decisions-differ" };
  if (found.some((one) => one?.decision === "payroll-for-tax-only" && !isPayroll(one)))
    return { answer: "not-known", because: "decision-and-route-differ" };
  return { answer: isPayroll(first) ? "payroll" : "another-way", decision: first };
}
