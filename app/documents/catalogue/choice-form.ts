// The choice form: decline, take less, or all of it (payments.md section d, form 6). It is dated before the work, asks no reason, and
// says that what is given up is given up: any gift is afterwards the organisation's own (decision 20).
import { bullets, facts, paragraph, penLine, penLines, section, signature, tickBoxes } from "#app/documents/model.ts";
import type { Block, Doc } from "#app/documents/model.ts";
import type { Offer } from "#app/domain/payments/offer.ts";
import { inFours, longDate, money, plainDate } from "#app/words/format.ts";
import { choiceLabels } from "#app/words/payments.ts";
import { paperForms, type DocumentDefinition } from "./definition.ts";
import { contactOnPaper, framed, whenOnPaper, type PaperFrame } from "./meeting-on-paper.ts";

export type ChoiceFormFacts = {
  readonly frame: PaperFrame;
  readonly personName: string;
  readonly offer: Pick<Offer, "reference" | "madeOn" | "total" | "costsCovered" | "mayDeclineUntil">;
};

export const choiceForm: DocumentDefinition<ChoiceFormFacts> = {
  id: "choice-form",
  name: "Payment choice form",
  forms: paperForms,
  audiences: ["coordinator", "the-person"],
  per: "person",
  build: buildChoiceForm,
};

function buildChoiceForm({ frame, personName, offer }: ChoiceFormFacts): Doc {
  const { meeting, organisation } = frame;
  const labels = choiceLabels(offer.total);
  const isPaid = offer.total > 0;
  const until = offer.mayDeclineUntil === undefined ? "Before the meeting" : `By ${longDate(offer.mayDeclineUntil)}`;
  return {
    ...framed(frame),
    title: "Your choice about payment",
    blocks: [
      paragraph(
        "You choose, and you do not have to say why. Whatever you choose, you are as welcome, and your costs are paid back unless you say not.",
      ),
      section("The offer", [
        facts([
          ["For", personName],
          ["Meeting", `${meeting.name}, ${whenOnPaper(meeting)}`],
          ["From", [organisation.name, ...(organisation.address ?? [])].join(", ")],
          ["Offer", `${inFours(offer.reference)}, made on ${plainDate(offer.madeOn)}`],
          ["Payment offered", isPaid ? money(offer.total) : "None. Costs only"],
          ["When to choose", until],
          ["Send this to", meeting.contact === null ? organisation.name : contactOnPaper(meeting.contact)],
        ]),
      ]),
      section("What this means", [
        bullets([
          "I choose this freely, before the work.",
          "What I do not take is not saved up or given to me another way later.",
          "A donation is the organisation’s own. It does not pass through me.",
          "I can choose differently for meetings that are still to come.",
        ]),
        tickBoxes("Would you like advice before you choose? It is free, and from people who do not work for us.", [
          ["Yes", false],
          ["No", false],
        ]),
        tickBoxes("This choice is for", [
          ["This meeting only", false],
          ["Every meeting of this group, until I say otherwise", false],
        ]),
      ]),
      section("My choice", [
        ...(isPaid ? choiceOfPayment(labels) : []),
        tickBoxes("Do you want your costs paid back?", [
          ["Yes", false],
          ["No", false],
        ]),
        penLines([penLine("Day I choose", "date")]),
      ]),
      section("Signed", [
        signature(personName, [penLine("Signed", "signature"), penLine("Date", "date")]),
        signature(`For ${organisation.name}`, [penLine("Signed", "signature"), penLine("Name", "line"), penLine("Date", "date")]),
        penLines([penLine("If by phone: read out by, and when", "line"), penLine("Who else was there", "line")]),
      ]),
    ],
  };
}

/** What there is to choose where time is paid. Where only costs are, the question about costs is the whole choice. */
function choiceOfPayment(labels: ReturnType<typeof choiceLabels>): readonly Block[] {
  return [
    tickBoxes("Tick one", [
      [labels.full, false],
      ["A smaller amount, written below", false],
      ["No payment to me. You may give a donation of your own to the charity below", false],
      ["Some to me, written below. You may give a donation of your own to the charity below", false],
      [labels["costs-only"], false],
      [labels.nothing, false],
    ]),
    penLines([
      penLine("Amount for me", "few-words"),
      penLine("For the charity", "few-words"),
      penLine("Charity", "line"),
      penLine("Charity number", "few-words"),
      penLine("Charity checked, reference", "few-words"),
    ]),
  ];
}
