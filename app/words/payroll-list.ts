// The list for payroll, in words. Nothing here says what is right for tax.

/** Why it is not known whether a payment belongs on the list. */
export const payrollUnknownSentences = {
  "no-decision": "No decision was recorded for this role by the day it was paid",
  "decisions-differ": "One payment for roles that were decided differently",
  "decision-and-route-differ": "The decision says payroll, and the route it names is another",
} as const;
