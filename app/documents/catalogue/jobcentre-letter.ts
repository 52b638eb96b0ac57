// A letter the person may show to the Jobcentre or the council: what involvement is and what was offered. It is about the
// organisation and the meeting only. There is nowhere in its facts for health, money received elsewhere or what was asked for
// on the day, so it cannot mention them.
import type { Doc } from "#app/documents/model.ts";
import { bullets, facts, paragraph, penLine, penLines, section, signature } from "#app/documents/model.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import type { Offer } from "#app/domain/payments/offer.ts";
import { duration, money } from "#app/words/format.ts";
import { paidWithinWords } from "#app/words/payments.ts";
import { paperForms, type DocumentDefinition } from "./definition.ts";
import { contactOnPaper, framedAsLetter, type PaperFrame, whenOnPaper } from "./meeting-on-paper.ts";

/** The kind of body, from the organisation's own settings. */
export type BodyKind = "statutory" | "research" | "charity" | "other";

export type JobcentreLetterFacts = {
  readonly frame: PaperFrame;
  readonly bodyKind: BodyKind;
  /** Absent when the person left their name out. */
  readonly personName?: string;
  readonly includesMeeting: boolean;
  /** The offer, when the amount is to be shown; its minutes are planned minutes. */
  readonly amount?: Pick<Offer, "total" | "paidWithin"> & { readonly minutes: number };
  /** What the person chose to be paid for their time, when they have chosen and want it shown. */
  readonly chosen?: Pence;
};

export const jobcentreLetter: DocumentDefinition<JobcentreLetterFacts> = {
  id: "jobcentre-letter",
  name: "Letter about involvement and payment",
  forms: paperForms,
  audiences: ["coordinator", "the-person"],
  per: "person",
  build: buildJobcentreLetter,
};

const bodySentences: Readonly<Record<BodyKind, string | null>> = {
  statutory:
    "We are a public body with duties to provide services. We ask people who use services, and carers, to help us plan and improve them.",
  research: "We do research to plan and improve services. We ask people who use services, and carers, to advise us.",
  charity: "We are a charity. We ask people with experience of services, and carers, to help plan and improve them.",
  other: null,
};

function buildJobcentreLetter({ frame, bodyKind, personName, includesMeeting, amount, chosen }: JobcentreLetterFacts): Doc {
  const { meeting, organisation } = frame;
  const body = bodySentences[bodyKind];
  const who = personName ?? "the person who brings this letter";
  return {
    ...framedAsLetter(frame),
    title: "Letter about involvement and payment",
    saveAs: "letter about involvement and payment",
    blocks: [
      paragraph(
        `To whom it may concern. ${organisation.name} has asked ${who} to take part in a meeting and give their views.${body === null ? "" : ` ${body}`}`,
      ),
      ...(includesMeeting
        ? [
            facts([
              ["Meeting", meeting.name],
              ["Date and time", whenOnPaper(meeting)],
              [
                "What the person does",
                `${meeting.asked === "" ? "Gives their views and experience" : meeting.asked.replace(/\.$/u, "")}. Once: no other dates are agreed`,
              ],
            ]),
          ]
        : []),
      section("What involvement is", [
        bullets([
          "The person is asked for their views and experience.",
          "It is not a job. There is no contract of employment.",
          "There is no duty on either side. The person can say no, or stop at any time.",
        ]),
      ]),
      paragraph(paymentWords(amount)),
      paragraph(
        `The person can choose to be paid less or nothing, and we record their choice.${chosen === undefined ? "" : ` ${chosenWords(chosen)}`} Costs, such as fares, are paid back separately. They only replace what was spent.`,
      ),
      paragraph(`${confirmWords(frame)} ${guidanceWords}`),
      penLines([penLine("NI number, if they wish", "few-words")]),
      signature(`For ${organisation.name}`, [penLine("Signed", "signature"), penLine("Name and role", "line"), penLine("Date", "date")]),
    ],
  };
}

// NIHR's example letter for the Jobcentre, version 1.0 of 5 April 2021, points its reader to this guidance (checked 22 November 2026).
const guidanceWords = "The DWP has guidance for its staff on “service user involvement” (NIHR, April 2021).";

function paymentWords(amount: JobcentreLetterFacts["amount"]): string {
  if (amount === undefined) return "People who take part may be offered a payment as a thank you for their time.";
  if (amount.total === 0) return "No payment is offered for the time given.";
  return `We have offered ${money(amount.total)} for about ${duration(amount.minutes)} of time, getting ready included. It is paid once, ${paidWithinWords(amount.paidWithin)} after the claim is agreed.`;
}

function chosenWords(chosen: Pence): string {
  if (chosen === 0) return "The person has chosen not to be paid for their time.";
  return `The person has chosen to be paid ${money(chosen)} for their time.`;
}

function confirmWords({ meeting, organisation }: PaperFrame): string {
  const at = organisation.address === undefined ? "" : ` We are at ${organisation.address.join(", ")}.`;
  if (meeting.contact !== null) return `To confirm this letter, ask ${contactOnPaper(meeting.contact)}.${at}`;
  return `To confirm this letter, ask ${organisation.name}.${at}`;
}
