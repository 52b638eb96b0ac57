// The sentences of statements: what somebody was paid, never what they owe.
import type { ReturnedPayment, Statement } from "#app/domain/payments/statement.ts";
import { inFours, longDate, money, plainDate } from "./format.ts";

/** "We paid you £150 for your time and £12 for costs from 6 April 2026 to 5 April 2027." */
export function totalsSentence({ period, time, costs }: Statement): string {
  return `From ${plainDate(period.from)} to ${plainDate(period.to)} we paid you ${money(time)} for your time and ${money(costs)} for costs.`;
}

/** What of it was given as vouchers; nothing where none was. */
export function vouchersSentence({ timeInVouchers }: Statement): string | null {
  return timeInVouchers > 0 ? `Of what we paid for your time, ${money(timeInVouchers)} was in vouchers.` : null;
}

/** A payment the bank sent back, told as a sentence. */
export function returnedSentence({ reference, meeting, paidOn, returnedOn, amount, paidAgainOn }: ReturnedPayment): string {
  const came = `We paid ${money(amount)} for ${meeting} on ${plainDate(paidOn)}, claim ${inFours(reference)}. Your bank sent it back on ${plainDate(returnedOn)}.`;
  return paidAgainOn === null
    ? `${came} It is not paid again yet, and it is in no total here.`
    : `${came} We paid it again on ${plainDate(paidAgainOn)}. It counts once.`;
}

export const payrollSentence =
  "Payments through payroll can have tax and National Insurance taken off. Your payslips and your P60 show that.";

export const whatForSentence = "You may need this for tax, Universal Credit or your council.";
export const notATaxForm = "This is not a tax form. It goes by the day we paid you.";

/** The yearly statement as a message. */
export function statementMessage(facts: { readonly name: string; readonly organisation: string; readonly statement: Statement }): {
  readonly subject: string;
  readonly body: string;
} {
  const { statement } = facts;
  const rows = statement.rows.map(
    (row) => `${longDate(row.paidOn)}: ${money(row.forTime)} for your time and ${money(row.forCosts)} for costs, for ${row.meeting}.`,
  );
  return {
    subject: `What we paid you from ${plainDate(statement.period.from)} to ${plainDate(statement.period.to)}`,
    body: `Hello ${facts.name},

${totalsSentence(statement)}

${[...rows, ...[vouchersSentence(statement)].filter((one) => one !== null), ...statement.returned.map(returnedSentence)].join("\n\n")}

${whatForSentence} ${notATaxForm}

${facts.organisation}`,
  };
}
