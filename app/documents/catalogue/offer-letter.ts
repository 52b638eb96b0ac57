// The offer in writing, sent before the work: what is paid and why, what is free of obligation, and a slip to send back
// (payments.md section d, form 3).
import type { Doc } from "#app/documents/model.ts";
import { bullets, facts, paragraph, penLine, section, sheet, signature, tickBoxes } from "#app/documents/model.ts";
import type { Offer } from "#app/domain/payments/offer.ts";
import { inFours, money, plainDate } from "#app/words/format.ts";
import { paperForms, type DocumentDefinition } from "./definition.ts";
import { contactOnPaper, framedAsLetter, whenOnPaper, whereOnPaper, type PaperFrame } from "./meeting-on-paper.ts";
import { cancellationSentences, choiceSentence, costsBlocks, offerTable, whenPaidSentences } from "./offered-pay.ts";

export type OfferLetterFacts = {
  readonly frame: PaperFrame;
  readonly person: { readonly name: string; readonly addressLines: readonly string[] };
  readonly offer: Offer;
  readonly costsOther: string;
};

export const offerLetter: DocumentDefinition<OfferLetterFacts> = {
  id: "offer-letter",
  name: "Offer letter",
  forms: paperForms,
  audiences: ["coordinator", "the-person"],
  per: "person",
  build: buildOfferLetter,
};

function buildOfferLetter({ frame, person, offer, costsOther }: OfferLetterFacts): Doc {
  const { meeting, organisation } = frame;
  const paysTime = offer.activities.length > 0;
  return {
    ...framedAsLetter(frame),
    title: paysTime ? "Our offer of payment for taking part" : "Our offer to pay your costs for taking part",
    saveAs: "offer letter",
    addressedTo: [person.name, ...person.addressLines],
    blocks: [
      paragraph(`Dear ${person.name},`),
      paragraph(`We would like you to take part in ${meeting.name}. This letter says what we offer. Taking part is your own choice.`),
      facts([
        ["Meeting", meeting.name],
        ["What it is about", meeting.about === "" ? "Not written down yet" : meeting.about],
        ["What you would do", meeting.asked === "" ? "Not written down yet" : meeting.asked],
        ["When", whenOnPaper(meeting)],
        ["Where", whereOnPaper(meeting)],
      ]),
      section("What we pay", [
        ...(paysTime ? [offerTable(offer)] : [paragraph("Your time is not paid for this meeting. Your costs are.")]),
        ...offer.changes.map((change) =>
          paragraph(
            `Changed on ${plainDate(change.on)}: ${change.note}. It was ${money(change.totalBefore)} and is now ${money(change.totalAfter)}.`,
          ),
        ),
        ...(paysTime
          ? [
              paragraph(
                `These are the rates of “${offer.card.name}”, version ${offer.card.version}, from ${plainDate(offer.card.validFrom)}.`,
              ),
            ]
          : []),
      ]),
      section("Your costs, and when the money comes", [...costsBlocks(offer, costsOther), paragraph(whenPaidSentences(offer).join(" "))]),
      section("Your choice", [
        ...(paysTime ? [paragraph(choiceSentence(offer))] : []),
        bullets([
          "You can say no, or stop at any time. So can we.",
          "Neither of us promises more work after this.",
          "This is not a job, and this letter is not a contract of employment.",
        ]),
      ]),
      ...(paysTime
        ? [
            section(
              "If the meeting is called off, or you cannot come",
              cancellationSentences(offer).map((words) => paragraph(words)),
            ),
          ]
        : []),
      section("Tax, benefits and questions", [
        paragraph(
          "A payment for your time may count as income: ask HM Revenue and Customs if you are not sure. If you get any benefit, get advice before you say yes. It is free from Citizens Advice and many councils. You do not have to tell us.",
        ),
        paragraph(
          `Ask ${meeting.contact === null ? organisation.name : contactOnPaper(meeting.contact)}. We also want to know if something goes wrong. We use your details to plan the meeting and to pay you, and keep payment records for six years after the financial year.`,
        ),
      ]),
      signature(`For ${organisation.name}`, [penLine("Signed", "signature"), penLine("Name and role", "line"), penLine("Date", "date")]),
      sheet("Reply slip", [
        paragraph(`${meeting.name}, ${whenOnPaper(meeting)}. Reference ${inFours(offer.reference)}.`),
        tickBoxes("Tick one", [
          ["Yes, I will take part and be paid as offered", false],
          ...(paysTime
            ? ([
                ["Yes, I will take part and be paid a smaller amount, written below", false],
                ["Yes, I will take part without payment. Please pay my costs", false],
              ] as const)
            : []),
          ["No, I cannot take part", false],
        ]),
        signature("I have read this letter.", [
          ...(paysTime ? [penLine("Amount, if smaller", "few-words")] : []),
          penLine("Signed", "signature"),
          penLine("Name", "line", person.name),
          penLine("Date", "date"),
        ]),
      ]),
    ],
  };
}
