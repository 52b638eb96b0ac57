// The list for payroll, in words. Nothing here says what is right for tax.

/** Why it is not known whether a payment belongs on the list. */
export const payrollUnknownSentences = {
  "no-decision": "No decision was recorded for this role by the day it was paid",
  "decisions-differ": "One payment for roles that were decided differently",
  "decision-and-route-differ": "The decision says payroll, and the route it names is another",
} as const;

/** What stands in the list where payroll looks for the number, which only payroll needs (payments.md section d, form 9). */
export const insuranceNumberNotHeld = "Not held here. Payroll asks the person";
