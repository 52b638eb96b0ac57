// The sentences of statements: what somebody was paid, never what they owe.
import type { Statement } from "#app/domain/payments/statement.ts";
import { longDate, money, plainDate } from "./format.ts";

/** "We paid you £150 for your time and £12 for costs from 6 April 2026 to 5 April 2027." */
export function totalsSentence({ period, time, costs }: Statement): string {
  return `From ${plainDate(period.from)} to ${plainDate(period.to)} we paid you ${money(time)} for your time and ${money(costs)} for costs.`;
}

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

${rows.join("\n\n")}

${whatForSentence} ${notATaxForm}

${facts.organisation}`,
  };
}
