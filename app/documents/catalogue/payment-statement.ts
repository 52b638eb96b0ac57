// A person's own statement of what they were paid, by the day of payment (payments.md form 10). It says nothing about what anybody
// owes, and is not a tax form.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { Statement } from "#app/domain/payments/statement.ts";
import { column, facts, paragraph, section, table } from "#app/documents/model.ts";
import type { Doc, DocOrganisation } from "#app/documents/model.ts";
import { inFours, moneyInColumn, plainDate } from "#app/words/format.ts";
import { notATaxForm, totalsSentence, whatForSentence } from "#app/words/statements.ts";

/** The statement of one or more periods as a paper. */
export function paymentStatement(given: {
  readonly organisation: DocOrganisation;
  readonly madeOn: CalendarDate;
  readonly name: string;
  readonly statements: readonly Statement[];
}): Doc {
  const { organisation, madeOn, name, statements } = given;
  return {
    language: "en-GB",
    organisation,
    madeOn,
    edition: `Made on ${plainDate(madeOn)}`,
    title: "What we paid you",
    saveAs: "payment-statement",
    blocks: [
      facts([
        ["Name", name],
        ["Goes by", "The day we paid you"],
      ]),
      ...statements.map((statement) =>
        section(`From ${plainDate(statement.period.from)} to ${plainDate(statement.period.to)}`, [
          paragraph(totalsSentence(statement)),
          table({
            caption: "Payments",
            columns: [
              column("Date paid"),
              column("Meeting"),
              column("For your time", "money"),
              column("For costs", "money"),
              column("To charity", "money"),
              column("Reference"),
            ],
            rows: statement.rows.map((row) => [
              plainDate(row.paidOn),
              `${row.meeting}, ${plainDate(row.activityDate)}`,
              moneyInColumn(row.forTime),
              moneyInColumn(row.forCosts),
              moneyInColumn(row.toCharity),
              inFours(row.reference),
            ]),
            totals: [["Total", "", moneyInColumn(statement.time), moneyInColumn(statement.costs), moneyInColumn(statement.toCharity), ""]],
          }),
        ]),
      ),
      paragraph(`${whatForSentence} ${notATaxForm}`),
    ],
  };
}
