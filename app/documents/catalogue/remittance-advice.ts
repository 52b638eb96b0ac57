// What somebody is told on the day they are paid, as a letter (payments.md section d, form 7): each part of it, time and costs
// apart, how it shows on the bank statement, and whom to ask. An access cost stands as an amount.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import type { Charity } from "#app/domain/payments/choice.ts";
import type { PaymentMethod } from "#app/domain/payments/offer.ts";
import { column, facts, paragraph, section, table } from "#app/documents/model.ts";
import type { Doc, DocOrganisation } from "#app/documents/model.ts";
import { dateInColumn, inFours, longDate, money, moneyInColumn, plainDate } from "#app/words/format.ts";
import { paidSentences, waysToAsk } from "#app/words/payment-runs.ts";
import { paymentMethodNames } from "#app/words/payments.ts";
import { paperForms, type DocumentDefinition } from "./definition.ts";
import { otherWays } from "./meeting-on-paper.ts";

export type RemittanceLine = {
  readonly on: CalendarDate;
  /** What it was for, in the words everybody in finance may read. */
  readonly what: string;
  readonly part: "time" | "costs" | "before";
  readonly amount: Pence;
};

export type RemittanceAdviceFacts = {
  readonly organisation: DocOrganisation;
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string };
  readonly madeOn: CalendarDate;
  /** The batch and the place in it: "12-3". */
  readonly number: string;
  readonly person: { readonly name: string; readonly reference: string; readonly addressLines: readonly string[] };
  readonly claim: string;
  readonly meeting: string;
  readonly paidOn: CalendarDate;
  readonly arrivesBy: CalendarDate;
  readonly method: PaymentMethod;
  /** The end of the account; empty where it is not paid into one. */
  readonly endsIn: string;
  /** The name on the bank statement; empty where nobody has recorded it. */
  readonly statementName: string;
  /** What the bank shows beside it; null where no bank carries one. */
  readonly bankReference: string | null;
  readonly lines: readonly RemittanceLine[];
  readonly time: Pence;
  readonly costs: Pence;
  readonly total: Pence;
  readonly declined: Pence;
  readonly ownGift: { readonly charity: Charity; readonly amount: Pence } | null;
  /** What was paid in the tax year so far with this, time and costs apart. */
  readonly yearSoFar: { readonly from: CalendarDate; readonly to: CalendarDate; readonly time: Pence; readonly costs: Pence };
};

export const remittanceAdvice: DocumentDefinition<RemittanceAdviceFacts> = {
  id: "remittance-advice",
  name: "Letter about a payment",
  forms: paperForms,
  audiences: ["finance"],
  per: "claim",
  build: buildRemittanceAdvice,
};

function buildRemittanceAdvice(given: RemittanceAdviceFacts): Doc {
  const { organisation, person, lines, yearSoFar } = given;
  return {
    language: "en-GB",
    organisation,
    madeOn: given.madeOn,
    edition: plainDate(given.madeOn),
    title: `We have paid your claim ${inFours(given.claim)}`,
    saveAs: "letter about a payment",
    reference: given.number,
    addressedTo: [person.name, ...person.addressLines],
    blocks: [
      paragraph(`Hello ${person.name},`),
      ...paidSentences({ ...given, byDay: given.arrivesBy, organisation: organisation.name }).map((sentence) => paragraph(sentence)),
      section("Your payment", [
        facts([
          ["Paid on", longDate(given.paidOn)],
          ["It should be there by", longDate(given.arrivesBy)],
          ["How", given.method === "bank" ? "Into your bank or building society account" : paymentMethodNames[given.method]],
          ...(given.endsIn === "" ? [] : [["Account", `Ends ${given.endsIn}`] as const]),
          ["Name on your bank statement", statementNameWords(given)],
          ["Bank reference", given.bankReference ?? "None. It is not paid through a bank"],
          ["Claim", inFours(given.claim)],
          ["Your person reference", inFours(person.reference)],
        ]),
        table({
          caption: "What it is made of",
          columns: [column("Date"), column("What for"), column("Amount", "money")],
          rows: lines.map(({ on, what, amount }) => [dateInColumn(on), what, moneyInColumn(amount)]),
          totals: [
            ["For your time", "", moneyInColumn(given.time)],
            ["For your costs", "", moneyInColumn(given.costs)],
            ["Total paid", "", moneyInColumn(given.total)],
          ],
        }),
        ...(given.method === "payroll" ? [paragraph("It goes through payroll. Your payslip shows what was taken off.")] : []),
      ]),
      section("For your records", [
        facts([
          ["Offered and not taken", given.declined > 0 ? money(given.declined) : "Nothing"],
          [
            "Given to a charity by us",
            given.ownGift === null
              ? "Nothing"
              : `${money(given.ownGift.amount)} to ${given.ownGift.charity.name}. It is our own gift and not part of your payment.`,
          ],
          [
            "This tax year so far",
            `From ${plainDate(yearSoFar.from)} to ${plainDate(yearSoFar.to)}: ${money(yearSoFar.time)} for your time. Costs apart: ${money(yearSoFar.costs)}.`,
          ],
        ]),
      ]),
      section("If it has not come", [paragraph(`Ask ${waysToAsk(given.contact)}.`), paragraph(otherWays({ organisation }))]),
    ],
  };
}

function statementNameWords({ endsIn, statementName, organisation }: RemittanceAdviceFacts): string {
  if (endsIn === "") return "None. It is not paid into an account";
  return statementName === "" ? `We have not recorded it. We are ${organisation.name}` : statementName;
}
