// The sheet finance pays from: amounts, the days it may arrive, and who signed (experience.md 2.11.4). The only paper with a
// whole account number; making it is put on record. Nothing about access, health or benefits.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { PaymentSheet, SignBlock } from "#app/domain/payments/payment-form.ts";
import { column, facts, penLine, penLines, section, table } from "#app/documents/model.ts";
import type { Doc, DocOrganisation, PenLine } from "#app/documents/model.ts";
import { money, moneyInColumn, plainDate } from "#app/words/format.ts";
import { paymentMethodNames } from "#app/words/payments.ts";
import { paperForms, type DocumentDefinition } from "./definition.ts";

export type PaymentFormFacts = {
  readonly organisation: DocOrganisation;
  readonly madeOn: CalendarDate;
  readonly sheet: PaymentSheet;
  /** The last figures of the account, where the sheet does not carry the whole number; null when there is none. */
  readonly endsIn: string | null;
};

export const paymentForm: DocumentDefinition<PaymentFormFacts> = {
  id: "payment-form",
  name: "Payment form",
  forms: paperForms,
  audiences: ["finance"],
  per: "claim",
  build: buildPaymentForm,
};

function buildPaymentForm({ organisation, madeOn, sheet, endsIn }: PaymentFormFacts): Doc {
  const { bank } = sheet;
  return {
    language: "en-GB",
    organisation,
    madeOn,
    edition: `Made on ${plainDate(madeOn)}`,
    title: "Payment form",
    reference: sheet.reference,
    audience: "For the payments team only.",
    blocks: [
      facts([
        ["Pay", sheet.payee],
        ["Address", sheet.address.length === 0 ? "Not given" : sheet.address.join(", ")],
        ["Budget code", sheet.budgetCode],
        [
          "Tax treatment",
          sheet.taxTreatment === "not-recorded" ? "None is recorded for this role. Ask before you pay." : sheet.taxTreatment.recorded,
        ],
      ]),
      table({
        caption: "What is paid",
        columns: [column("For"), column("Amount", "money")],
        rows: [
          ["Time", moneyInColumn(sheet.forTime)],
          ["Costs", moneyInColumn(sheet.forCosts)],
          ["Access costs", moneyInColumn(sheet.forAccess)],
          ...(sheet.advancesTaken === 0 ? [] : [["Paid before the meeting", moneyInColumn(sheet.advancesTaken)]]),
        ],
        totals: [["Total to pay", moneyInColumn(sheet.toPay)]],
      }),
      ...(sheet.ownGift === undefined
        ? []
        : [
            facts([
              [
                "The organisation’s own donation",
                `${money(sheet.ownGift.amount)} to ${sheet.ownGift.charity.name}. It is a payment of its own, not part of this total.`,
              ],
            ]),
          ]),
      facts([
        ["How", paymentMethodNames[sheet.method]],
        ["Not before", sheet.notBefore === undefined ? "Any day" : plainDate(sheet.notBefore)],
        ["To arrive by", sheet.notAfter === undefined ? "No last day is set" : plainDate(sheet.notAfter)],
        ...(bank === undefined
          ? endsIn === null
            ? []
            : ([["Account", `Ends ${endsIn}`]] as const)
          : ([
              ["Name on the account", bank.accountName],
              ["Sort code", bank.sortCode.replace(/^(\d\d)(\d\d)(\d\d)$/u, "$1-$2-$3")],
              ["Account number", bank.accountNumber],
              ...(bank.rollNumber === undefined ? [] : [["Roll number", bank.rollNumber] as const]),
            ] as const)),
      ]),
      section("Signed", [penLines(sheet.signatures.map(signed))]),
    ],
  };
}

const roles: Readonly<Record<SignBlock["role"], string>> = {
  person: "Claimed by",
  coordinator: "Coordinator",
  checker: "Checked by",
  authoriser: "Authorised by",
  releaser: "Released by",
};

/** Who signed and when, with room to sign by pen; room for the whole of it where nobody has. */
function signed({ role, name, on }: SignBlock): PenLine {
  const who = name === undefined || on === undefined ? "" : ` ${name}, ${plainDate(on)}`;
  return penLine(`${roles[role]}${who === "" ? ", with name and date" : who}`, "signature");
}
