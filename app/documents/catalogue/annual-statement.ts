// What somebody was paid in a tax year or another period, by the day of payment (payments.md section d, form 10): time, vouchers
// and costs each apart, what came back, and what was not taken. It says nothing about what anybody owes, and is not a tax form.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { subtract, sum } from "#app/domain/basics/money.ts";
import type { PaidClaim, Statement } from "#app/domain/payments/statement.ts";
import { bullets, column, facts, paragraph, section, table } from "#app/documents/model.ts";
import type { Block, Doc, DocOrganisation } from "#app/documents/model.ts";
import { inFoursInColumn, dateInColumn, inFours, list, money, moneyInColumn, plainDate } from "#app/words/format.ts";
import { waysToAsk } from "#app/words/payment-runs.ts";
import { paymentMethodNames } from "#app/words/payments.ts";
import { notATaxForm, payrollSentence, returnedSentence, totalsSentence, whatForSentence } from "#app/words/statements.ts";
import { paperForms, type DocumentDefinition } from "./definition.ts";
import { otherWays } from "./meeting-on-paper.ts";

export type AnnualStatementFacts = {
  readonly organisation: DocOrganisation;
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string };
  readonly madeOn: CalendarDate;
  readonly person: { readonly name: string; readonly reference: string; readonly addressLines: readonly string[] };
  readonly statements: readonly Statement[];
  /** The day a statement of this period was last sent; null where none was. */
  readonly lastSentOn: CalendarDate | null;
  /** Free advice in this nation, by name. */
  readonly advice: readonly string[];
  /** A letter has its address in the window; a file the person takes themselves needs none. */
  readonly asLetter: boolean;
};

export const annualStatement: DocumentDefinition<AnnualStatementFacts> = {
  id: "annual-statement",
  name: "Statement of payments",
  forms: paperForms,
  audiences: ["the-person", "finance"],
  per: "period",
  build: buildAnnualStatement,
};

function buildAnnualStatement(given: AnnualStatementFacts): Doc {
  const { organisation, madeOn, person, statements, advice } = given;
  return {
    language: "en-GB",
    organisation,
    madeOn,
    edition: given.asLetter ? plainDate(madeOn) : `Made on ${plainDate(madeOn)}`,
    title: "What we paid you",
    saveAs: "payment-statement",
    ...(given.asLetter ? { addressedTo: [person.name, ...person.addressLines] } : {}),
    blocks: [
      facts([
        ["Name", person.name],
        ["Your person reference", inFours(person.reference)],
        ["Goes by", "The day we paid you"],
      ]),
      ...statements.map((statement) => periodSection(statement, given.lastSentOn)),
      section("What this is for", [
        paragraph(`${whatForSentence} ${notATaxForm}`),
        paragraph(`Free advice: ${list(advice)}.`),
        paragraph(`If something here is not right, ask ${waysToAsk(given.contact)}.`),
        paragraph(otherWays({ organisation })),
      ]),
    ],
  };
}

function periodSection(statement: Statement, lastSentOn: CalendarDate | null): Block {
  const { rows } = statement;
  return section(`From ${plainDate(statement.period.from)} to ${plainDate(statement.period.to)}`, [
    paragraph(totalsSentence(statement)),
    ...(rows.length === 0 ? [nothingPaid(statement)] : paymentSections(statement)),
    section("Sent back and put right", [
      statement.returned.length === 0 ? paragraph("No payment came back from a bank.") : bullets(statement.returned.map(returnedSentence)),
      paragraph(correctionsSentence(statement, lastSentOn)),
    ]),
  ]);
}

/** A year in which nothing was paid, said once and on one sheet. */
function nothingPaid(statement: Statement): Block {
  return facts([["For your time", "Nothing"], ["Vouchers", "None"], ["Costs we paid back", "None"], ...alsoOffered(statement)]);
}

function alsoOffered({ declined, toCharity }: Statement): readonly (readonly [string, string])[] {
  return [
    ["Offered and not taken", declined > 0 ? money(declined) : "Nothing"],
    ["Given to charity by us", toCharity > 0 ? `${money(toCharity)}. It is our own gift` : "Nothing"],
  ];
}

function paymentSections(statement: Statement): readonly Block[] {
  const { rows } = statement;
  const isVoucher = ({ method }: PaidClaim) => method === "voucher";
  const inMoney = rows.filter((row) => !isVoucher(row) && row.forTime > 0);
  const vouchers = rows.filter((row) => isVoucher(row) && row.forTime > 0);
  const costs = rows.filter(({ forCosts }) => forCosts > 0);
  return [
    section("For your time", [
      inMoney.length === 0
        ? paragraph("Nothing was paid for your time in money.")
        : timeTable("Payments for your time", inMoney, [
            "Total for your time",
            moneyInColumn(subtract(statement.time, statement.timeInVouchers)),
          ]),
      ...(rows.some(({ method }) => method === "payroll") ? [paragraph(payrollSentence)] : []),
    ]),
    section("Vouchers", [
      vouchers.length === 0
        ? paragraph("You were given no vouchers.")
        : timeTable("Vouchers for your time", vouchers, ["Total in vouchers", moneyInColumn(statement.timeInVouchers)]),
    ]),
    section("Costs we paid back", [
      costs.length === 0
        ? paragraph("No costs were paid back.")
        : table({
            caption: "Costs, apart from pay",
            columns: [column("Date paid"), column("Meeting"), column("Claim"), column("Amount", "money")],
            rows: costs.map((row) => [
              dateInColumn(row.paidOn),
              meetingOf(row),
              inFoursInColumn(row.reference),
              moneyInColumn(row.forCosts),
            ]),
            totals: [["Total of costs", "", "", moneyInColumn(statement.costs)]],
          }),
    ]),
    section("For information, in no total", [facts(alsoOffered(statement))]),
  ];
}

function timeTable(caption: string, rows: readonly PaidClaim[], [name, total]: readonly [string, string]): Block {
  return table({
    caption,
    columns: [column("Date paid"), column("Meeting"), column("How"), column("Claim"), column("Amount", "money")],
    rows: rows.map((row) => [
      dateInColumn(row.paidOn),
      meetingOf(row),
      row.method === "bank" ? "Into your account" : paymentMethodNames[row.method],
      inFoursInColumn(row.reference),
      moneyInColumn(row.forTime),
    ]),
    totals: [[name, "", "", "", total]],
  });
}

function meetingOf({ meeting, activityDate }: PaidClaim): string {
  return `${meeting}, ${plainDate(activityDate)}`;
}

/** What changed since a statement of this period was last sent: payments that came back since. */
function correctionsSentence({ returned }: Statement, lastSentOn: CalendarDate | null): string {
  if (lastSentOn === null) return "No statement of this period was sent before.";
  const since = returned.filter(({ returnedOn }) => returnedOn >= lastSentOn);
  const day = plainDate(lastSentOn);
  return since.length === 0
    ? `Nothing was corrected since the statement we sent on ${day}.`
    : `Corrected since the statement we sent on ${day}: ${money(sum(since.map(({ amount }) => amount)))} that came back is taken out.`;
}
