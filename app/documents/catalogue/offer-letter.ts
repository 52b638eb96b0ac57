// The offer in writing, sent before the work: what is paid and why, what is free of obligation, and a slip to send back
// (payments.md section d, form 3).
import type { Doc } from "#app/documents/model.ts";
import { bullets, facts, paragraph, penLine, section, signature, slip, tickBoxes } from "#app/documents/model.ts";
import { minutesOffered, type Offer } from "#app/domain/payments/offer.ts";
import type { Activity } from "#app/domain/payments/rate-card.ts";
import { duration, inFours, list, money, plainDate } from "#app/words/format.ts";
import { paperForms, type DocumentDefinition } from "./definition.ts";
import { activityNames } from "#app/words/payments.ts";
import { contactOnPaper, framedAsLetter, otherWays, whenOnPaper, whereOnPaper, type PaperFrame } from "./meeting-on-paper.ts";
import { cancellationSentences, choiceSentence, costsBlocks, offerTable, whenPaidSentences } from "./offered-pay.ts";

export type OfferLetterFacts = {
  readonly frame: PaperFrame;
  readonly person: { readonly name: string; readonly addressLines: readonly string[] };
  readonly offer: Offer;
  readonly costsOther: string;
  /** What the rate for the meeting pays for besides it: getting ready, feedback, travel time. */
  readonly included: readonly Activity[];
  /** What the organisation decided about tax and employment for this role (form 11); absent where nothing is recorded. */
  readonly status?: { readonly hasNoEmploymentLink: boolean; readonly taxLine: string };
};

export const offerLetter: DocumentDefinition<OfferLetterFacts> = {
  id: "offer-letter",
  name: "Offer letter",
  forms: paperForms,
  audiences: ["coordinator", "the-person"],
  per: "person",
  build: buildOfferLetter,
};

function buildOfferLetter({ frame, person, offer, costsOther, included, status }: OfferLetterFacts): Doc {
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
        ["How long in all", paysTime ? howLong(offer) : "As long as the meeting"],
        ["Offer", `${inFours(offer.reference)}, made on ${plainDate(offer.madeOn)}`],
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
                `${includedWords(included)} These are the rates of “${offer.card.name}”, version ${offer.card.version}, from ${plainDate(offer.card.validFrom)}.`,
              ),
            ]
          : []),
      ]),
      section("Your costs, and when the money comes", [
        ...costsBlocks(offer, costsOther),
        paragraph([`${organisation.name} pays you, in the way you choose.`, ...whenPaidSentences(offer)].join(" ")),
      ]),
      section("Your choice", [
        ...(paysTime ? [paragraph(choiceSentence(offer))] : []),
        bullets([
          "You can say no, or stop at any time. So can we.",
          "Neither of us promises more work after this.",
          // Said only where whoever decides about employment recorded it (payments.md form 3).
          ...(status?.hasNoEmploymentLink === true ? ["This is not a job, and this letter is not a contract of employment."] : []),
        ]),
      ]),
      ...(paysTime
        ? [
            section("If plans change, or you are ill", [
              ...cancellationSentences(offer).map((words) => paragraph(words)),
              paragraph(
                "Being ill counts as not being able to come. We pay back costs you could not get back. If the meeting ends early, say on your claim how long it was, and we look at it with you.",
              ),
            ]),
          ]
        : []),
      section("Tax, benefits and questions", [
        paragraph(
          `${status === undefined ? "We have no recorded decision about tax for this role yet. Ask us before you say yes." : `About tax: ${status.taxLine}`} Ask HM Revenue and Customs if you are not sure. If you get any benefit, get advice before you say yes. It is free from Citizens Advice and many councils. You do not have to tell us.`,
        ),
        paragraph(
          `Ask ${meeting.contact === null ? organisation.name : contactOnPaper(meeting.contact)}. We also want to know if something goes wrong. We use your details to plan the meeting and to pay you, and keep payment records for six years after the financial year. ${otherWays(frame)}`,
        ),
      ]),
      signature(`For ${organisation.name}`, [penLine("Signed", "signature"), penLine("Name and role", "line"), penLine("Date", "date")]),
      slip("Reply slip", [
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

function howLong(offer: Offer): string {
  const others = offer.activities.filter(({ entry }) => entry.activity !== "meeting").map(({ entry }) => activityNames[entry.activity]);
  const whole = duration(minutesOffered(offer));
  return others.length === 0 ? whole : `${whole}, with ${list([...new Set(others)].map((name) => name.toLowerCase()))}`;
}

function includedWords(included: readonly Activity[]): string {
  return included.length === 0
    ? "Each kind of time in the table is paid on its own."
    : `The payment for the meeting includes ${list(included.map((activity) => activityNames[activity].toLowerCase()))}.`;
}
