// The involvement payment claim form (payments.md section d, form 1): made from a claim as it stands, or from the offer before
// there is a claim. It never holds an account number, and nothing about access, health or benefits.
import { bullets, column, facts, paragraph, penLine, penLines, section, table, tickBoxes } from "#app/documents/model.ts";
import type { Block, Doc } from "#app/documents/model.ts";
import type { PaymentMethod } from "#app/domain/payments/offer.ts";
import type { InvolvementForm } from "#app/domain/payments/payment-form.ts";
import { dateInColumn, durationInColumn, inFours, money, moneyInColumn, number, plainDate, sentenceCase } from "#app/words/format.ts";
import { activityNames, declarationSentences, paymentMethodNames, takenOffSentence, workingSentences } from "#app/words/payments.ts";
import { paperForms, type DocumentDefinition } from "./definition.ts";
import { agreedByPhone, fields, moneySection, partiesSections, signBlock } from "./form-parts.ts";
import { framed, type PaperFrame } from "./meeting-on-paper.ts";

export type InvolvementClaimFormFacts = {
  readonly frame: PaperFrame;
  readonly form: InvolvementForm;
  /** "to-fill-in": nothing is claimed yet, and the sums are the offer's. */
  readonly stage: "to-fill-in" | "as-claimed";
};

export const involvementClaimForm: DocumentDefinition<InvolvementClaimFormFacts> = {
  id: "involvement-payment-claim-form",
  name: "Involvement payment claim form",
  forms: paperForms,
  audiences: ["coordinator", "the-person", "finance"],
  per: "person",
  build: buildInvolvementClaimForm,
};

function buildInvolvementClaimForm({ frame, form, stage }: InvolvementClaimFormFacts): Doc {
  const signFor = (role: (typeof form.signatures)[number]["role"]) => form.signatures.find((sign) => sign.role === role) ?? { role };
  return {
    ...framed(frame),
    title: "Involvement payment claim form",
    reference: form.reference,
    blocks: [
      paragraph(
        stage === "to-fill-in"
          ? "Everything we know is filled in already. Change what is wrong, fill in what is missing, and sign. You can leave the sums to us. Do not write an account number: bank details are kept apart, and locked."
          : "This is the claim as it stands on the day this form was made.",
      ),
      ...partiesSections(form),
      section("Your time", timeBlocks({ form, stage, frame })),
      section("Your choice and how you are paid", choiceBlocks(form)),
      section("Agreed and signed", [
        bullets(form.declarations.map((declaration) => declarationSentences[declaration])),
        signBlock(signFor("person"), "All of this is true."),
        signBlock(signFor("coordinator"), "This person took part as shown."),
        signBlock(signFor("authoriser"), "This may be paid from the budget below."),
        agreedByPhone,
      ]),
      moneySection(form),
    ],
  };
}

function timeBlocks({ form, stage }: InvolvementClaimFormFacts): readonly Block[] {
  const caption = stage === "to-fill-in" ? "Time as offered" : "Time as claimed";
  const lines =
    form.lines.length === 0
      ? [paragraph("No time is paid on this claim.")]
      : [
          table({
            caption,
            columns: [column("Date"), column("What for"), column("How long"), column("How it is worked out"), column("Amount", "money")],
            rows: [
              ...form.lines.map((line) => [
                dateInColumn(line.date),
                activityNames[line.activity],
                amountOfTime(line),
                [
                  `${line.rateLine}. ${workingSentences(line).join(". ")}`,
                  ...(line.changed === undefined ? [] : [`. Changed from ${money(line.changed.from)}: ${line.changed.why}`]),
                ],
                moneyInColumn(line.amount),
              ]),
            ],
            totals: form.takenOff.length === 0 ? [["Total for time", "", "", "", moneyInColumn(form.total)]] : [],
          }),
          ...lessBlocks(form),
        ];
  return [
    ...lines,
    ...(form.offer === undefined
      ? []
      : [
          paragraph(
            `Offer ${inFours(form.offer.reference)}. Rates: “${form.offer.card.name}”, version ${form.offer.card.version}, from ${plainDate(form.offer.card.validFrom)}.`,
          ),
        ]),
    ...(stage === "to-fill-in" ? [penLines([penLine("If the time was different, write it here", "sentences")])] : []),
    tickBoxes("Is an employer paying you for this time?", [
      ["Yes", form.paidByEmployerForThisTime === "yes"],
      ["No", form.paidByEmployerForThisTime === "no"],
    ]),
    ...(form.publicSectorJobUnrelatedAndOwnTime === undefined
      ? []
      : [
          tickBoxes("If you work in the public sector: is this unrelated to your job, and in your own time?", [
            ["Yes", form.publicSectorJobUnrelatedAndOwnTime === "yes"],
            ["No", form.publicSectorJobUnrelatedAndOwnTime === "no"],
          ]),
        ]),
  ];
}

// Beside the time, because what is taken off has no day and no length; the total comes after it.
function lessBlocks({ takenOff, total }: InvolvementForm): readonly Block[] {
  if (takenOff.length === 0) return [];
  return [
    table({
      caption: "Taken off",
      columns: [column("Why"), column("Amount", "money")],
      rows: takenOff.map((line) => [sentenceCase(lineWords(line)), moneyInColumn(line.amount)]),
      totals: [["Total for time", moneyInColumn(total)]],
    }),
  ];
}

// Money a person gave up is said once, as an amount: the form does not say which choice it was or why.
function lineWords(line: InvolvementForm["takenOff"][number]): string {
  return line.because.kind === "choice" ? "Not taken, by the person’s own choice" : (takenOffSentence(line) ?? "Taken off");
}

function amountOfTime(line: InvolvementForm["lines"][number]): string {
  if (line.minutes !== undefined) return durationInColumn(line.minutes);
  return line.items === undefined ? "" : number(line.items);
}

const waysOnForm: readonly PaymentMethod[] = ["bank", "someone-elses-account", "payroll", "voucher", "cash", "cheque", "payment-card"];

const choiceNames = {
  full: "The full payment",
  less: "A smaller amount",
  charity: "No payment",
  split: "A smaller amount",
  "costs-only": "No payment, only costs",
  nothing: "No payment and no costs",
} as const;

function choiceBlocks(form: InvolvementForm): readonly Block[] {
  const chosen: Block =
    form.choice === undefined
      ? tickBoxes("How much would you like to be paid?", [
          ["The full payment", false],
          ["A smaller amount, written below", false],
          ["No payment, only my costs", false],
          ["No payment and no costs", false],
        ])
      : facts([["Choice", choiceNames[form.choice.choice.kind]]]);
  return [
    chosen,
    ...(form.choice === undefined ? [penLines([penLine("Smaller amount", "few-words")])] : []),
    ...(form.ownGift === undefined
      ? []
      : [facts([["The organisation’s own donation", `${money(form.ownGift.amount)} to ${form.ownGift.charity.name}`]])]),
    ...(form.method === undefined
      ? [
          tickBoxes(
            "How you are paid",
            waysOnForm.map((way) => [paymentMethodNames[way], false] as const),
          ),
        ]
      : []),
    ...fields([
      ...(form.method === undefined ? [] : [["How you are paid", paymentMethodNames[form.method]] as const]),
      ["Choice record", form.choice?.record, "few-words"],
      ["Payee reference", form.payeeReference, "few-words"],
    ]),
  ];
}
