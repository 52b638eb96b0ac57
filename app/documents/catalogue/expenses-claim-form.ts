// The expenses claim form (payments.md section d, form 2): made from a claim as it stands, or empty to fill in by pen. A cost
// from the access budget stands as "Access cost" and its amount, whatever it was, so that the form says nothing about a person.
import { bullets, callout, column, facts, paragraph, penLine, penLines, section, table, tickBoxes } from "#app/documents/model.ts";
import type { Block, Doc } from "#app/documents/model.ts";
import { sum } from "#app/domain/basics/money.ts";
import type { ExpensesForm, ExpensesFormItem } from "#app/domain/payments/payment-form.ts";
import { dateInColumn, duration, list, money, moneyInColumn, plainDate, sentenceCase } from "#app/words/format.ts";
import {
  declarationSentences,
  expenseKindNames,
  mileageSentence,
  milesInWords,
  receiptNames,
  takenOffSentence,
  vehicleNames,
} from "#app/words/payments.ts";
import { paperForms, type DocumentDefinition } from "./definition.ts";
import { agreedByPhone, fields, moneySection, partiesSections, signBlock } from "./form-parts.ts";
import { framed, type PaperFrame } from "./meeting-on-paper.ts";

export type ExpensesClaimFormFacts = {
  readonly frame: PaperFrame;
  readonly form: ExpensesForm;
  readonly stage: "to-fill-in" | "as-claimed";
  /** Kinds of cost the offer covers, in words, for the empty form. */
  readonly covered: readonly string[];
};

export const expensesClaimForm: DocumentDefinition<ExpensesClaimFormFacts> = {
  id: "expenses-claim-form",
  name: "Expenses claim form",
  forms: paperForms,
  audiences: ["coordinator", "the-person", "finance"],
  per: "person",
  build: buildExpensesClaimForm,
};

function buildExpensesClaimForm(claim: ExpensesClaimFormFacts): Doc {
  const { frame, form, stage } = claim;
  const signFor = (role: (typeof form.signatures)[number]["role"]) => form.signatures.find((sign) => sign.role === role) ?? { role };
  return {
    ...framed(frame),
    title: "Expenses claim form",
    reference: form.reference,
    blocks: [
      paragraph(
        stage === "to-fill-in"
          ? "Everything we know is filled in already. Write each cost below and sign. You can leave the sums to us."
          : "These are the costs as they stand on the day this form was made.",
      ),
      ...partiesSections(form),
      ...(stage === "to-fill-in" ? emptyCosts(claim) : claimedCosts(form)),
      section("Agreed and signed", [
        bullets(form.declarations.map((declaration) => declarationSentences[declaration])),
        signBlock(signFor("person"), "I spent this to take part."),
        signBlock(signFor("coordinator"), "I have checked these costs."),
        signBlock(signFor("authoriser"), "This may be paid from the budget below."),
        agreedByPhone,
      ]),
      moneySection(form),
    ],
  };
}

const costsOnEmptyForm = 4;
const journeysOnEmptyForm = 2;

function emptyCosts({ covered, form }: ExpensesClaimFormFacts): readonly Block[] {
  return [
    section("Your costs", [
      paragraph(
        covered.length === 0
          ? "No costs were offered for this meeting. Ask us before you spend anything."
          : `We pay back: ${list(covered)}.`,
      ),
      ...fields([["Agreed before", agreedBeforeWords(form), "few-words"]]),
      ...Array.from({ length: costsOnEmptyForm }, (_, index) =>
        section(`Cost ${index + 1}`, [
          penLines([penLine("Date", "date"), penLine("Amount", "few-words"), penLine("What for, from and to", "line")]),
          tickBoxes("Receipt", [
            ["With this form", false],
            ["None", false],
            ["You booked or paid it", false],
          ]),
          penLines([penLine("If none, why", "line")]),
        ]),
      ),
      ...Array.from({ length: journeysOnEmptyForm }, (_, index) =>
        section(`Journey ${index + 1} by your own car, motorcycle or cycle`, [
          penLines([
            penLine("Date", "date"),
            penLine("Miles", "few-words"),
            penLine("From and to", "line"),
            penLine("By what, and who came with you", "line"),
          ]),
        ]),
      ),
      section("Care for somebody you look after, or childcare", [
        penLines([
          penLine("Date", "date"),
          penLine("Times", "few-words"),
          penLine("Hours and rate", "few-words"),
          penLine("Amount", "few-words"),
          penLine("Who was paid", "line"),
        ]),
        tickBoxes("This care", [["is not already in a care package", false]]),
      ]),
      section("All together", [
        penLines([
          penLine("If a meal: time away", "few-words"),
          penLine("Had before", "few-words"),
          penLine("Total of costs", "few-words"),
          penLine("To pay or return", "few-words"),
        ]),
      ]),
      callout("note", "An access cost", [
        paragraph(
          "If we agreed a cost that you have only because of what you need to take part, write “Access cost” and the amount. Do not write what it was for.",
        ),
      ]),
    ]),
  ];
}

function claimedCosts(form: ExpensesForm): readonly Block[] {
  return [
    section("Costs", [...(form.costs.length === 0 ? [paragraph("No costs are claimed.")] : [costsTable(form)]), ...changes(form.costs)]),
    ...(form.costs.length === 0 ? [] : [section("By kind", [kindsTable(form)])]),
    ...(form.access.length === 0 ? [] : [section("Access costs, from the access budget", [accessTable(form)])]),
    section("What is owed", [
      table({
        caption: "Total",
        columns: [column("What"), column("Amount", "money")],
        rows: [
          ["Costs", moneyInColumn(form.costsTotal)],
          ["Access costs", moneyInColumn(form.accessTotal)],
          ...form.takenOff.map((line) => [sentenceCase(takenOffWords(line)), moneyInColumn(line.amount)]),
        ],
        totals: [[form.balance < 0 ? "To give back" : "To pay", moneyInColumn(form.balance)]],
      }),
      ...(form.leftOver.length === 0
        ? []
        : [
            bullets(
              form.leftOver.map(
                ({ amount, isDecided }) =>
                  `${money(amount)} is left of money sent before the meeting${isDecided ? "" : ". Nobody has decided yet what happens with it"}.`,
              ),
            ),
          ]),
      facts([
        ["Agreed before", agreedBeforeWords(form) ?? "Nothing is on record"],
        ["Had before the meeting", form.advanced > 0 ? money(form.advanced) : "Nothing"],
        [
          "Tax flag",
          form.isAboveApprovedMileage
            ? "The mileage rate is above the approved amount, so tax may be due on the part above it. Ask payroll."
            : "None. No mileage is paid above the approved amount.",
        ],
      ]),
    ]),
  ];
}

/** What each kind of cost comes to. An access cost is no kind of its own here: it stands apart, as an amount. */
function kindsTable(form: ExpensesForm): Block {
  const kinds = [...new Set(form.costs.map(({ kind }) => kind))];
  return table({
    caption: "Total of each kind",
    columns: [column("Kind"), column("Claimed", "money"), column("To pay", "money")],
    rows: kinds.map((kind) => {
      const mine = form.costs.filter((item) => item.kind === kind);
      return [
        expenseKindNames[kind],
        moneyInColumn(sum(mine.map(({ claimed }) => claimed))),
        moneyInColumn(sum(mine.map(({ amount }) => amount))),
      ];
    }),
  });
}

function agreedBeforeWords({ agreedBefore }: ExpensesForm): string | undefined {
  if (agreedBefore.length === 0) return undefined;
  return agreedBefore
    .map(({ on, amount }) => (amount === undefined ? `a cost, agreed on ${plainDate(on)}` : `${money(amount)}, agreed on ${plainDate(on)}`))
    .join("; ");
}

function takenOffWords(line: ExpensesForm["takenOff"][number]): string {
  return line.because.kind === "choice" ? "Not taken, by the person’s own choice" : (takenOffSentence(line) ?? "Taken off");
}

function costsTable(form: ExpensesForm): Block {
  return table({
    caption: "Costs, one a row",
    columns: [column("Date"), column("What"), column("Details"), column("Receipt"), column("Amount", "money")],
    rows: form.costs.map((item) => [
      dateInColumn(item.date),
      expenseKindNames[item.kind],
      detailsOf(item),
      receiptOf(item),
      moneyInColumn(item.amount),
    ]),
    totals: [["Total of costs", "", "", "", moneyInColumn(form.costsTotal)]],
  });
}

function accessTable(form: ExpensesForm): Block {
  return table({
    caption: "Access costs, amounts only",
    columns: [column("Date"), column("What"), column("Amount", "money")],
    rows: form.access.map((item) => [dateInColumn(item.date), "Access cost", moneyInColumn(item.amount)]),
    totals: [["Total of access costs", "", moneyInColumn(form.accessTotal)]],
  });
}

function detailsOf(item: ExpensesFormItem): string {
  const { journey, timeAway } = item;
  const parts = [
    ...(item.whatFor === "" ? [] : [item.whatFor]),
    ...(journey === undefined
      ? []
      : [
          `${[journey.from, journey.to].filter((part) => part !== undefined).join(" to ")} ${vehicleNames[journey.vehicle].toLowerCase()}, ${milesInWords(journey.milesTenths)}`.trim(),
          ...(journey.passengers.length === 0 ? [] : [`With ${list(journey.passengers)}`]),
          ...(journey.priced?.working.map(mileageSentence) ?? []),
        ]),
    ...(item.care === undefined
      ? []
      : [
          [item.care.times, item.care.carer].filter((part) => part !== undefined).join(", "),
          carePackageWords[item.care.alreadyInCarePackage],
        ]),
    ...(timeAway === undefined ? [] : [`${duration(timeAway.minutes)} away from home${timeAway.past8pm ? ", past 8pm" : ""}`]),
    ...(item.nights === undefined ? [] : [`${item.nights} ${item.nights === 1 ? "night" : "nights"}`]),
    ...(item.paidByOrganisation ? ["Paid by the organisation, so nothing to pay"] : []),
  ];
  return parts.filter((part) => part.trim() !== "").join(". ");
}

const carePackageWords = {
  no: "Not already in a care package",
  yes: "Already in a care package",
  "not-said": "Whether it is in a care package is not said",
} as const;

function receiptOf(item: ExpensesFormItem): string {
  return item.noReceiptReason === undefined ? receiptNames[item.receipt] : `${receiptNames[item.receipt]}: ${item.noReceiptReason}`;
}

function changes(items: readonly ExpensesFormItem[]): readonly Block[] {
  const changed = items.filter((item) => item.changed !== undefined);
  if (changed.length === 0) return [];
  return [
    bullets(
      changed.map(
        (item) =>
          `${expenseKindNames[item.kind]}, ${plainDate(item.date)}: changed from ${money(item.changed?.from ?? item.claimed)}. ${item.changed?.why ?? ""}`,
      ),
    ),
  ];
}
