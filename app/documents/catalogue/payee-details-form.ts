// The new payee and bank details form (payments.md section d, form 9): for somebody who gives their details on paper. It is printed
// empty: nothing that is on file stands on it, and finance writes its own checks on a sheet of its own.
import { bullets, callout, facts, paragraph, penLine, penLines, section, sheet, signature, tickBoxes } from "#app/documents/model.ts";
import type { Doc } from "#app/documents/model.ts";
import { paperForms, type DocumentDefinition } from "./definition.ts";
import { inFours } from "#app/words/format.ts";
import { contactOnPaper, framed, otherWays, type PaperFrame } from "./meeting-on-paper.ts";

export type PayeeDetailsFormFacts = {
  readonly frame: PaperFrame;
  readonly personName: string;
  /** By which finance knows them on every paper. */
  readonly personReference: string;
};

export const payeeDetailsForm: DocumentDefinition<PayeeDetailsFormFacts> = {
  id: "payee-details-form",
  name: "Bank details form",
  forms: paperForms,
  audiences: ["coordinator", "the-person"],
  per: "person",
  build: buildPayeeDetailsForm,
};

function buildPayeeDetailsForm({ frame, personName, personReference }: PayeeDetailsFormFacts): Doc {
  const { meeting, organisation } = frame;
  const contact = meeting.contact === null ? organisation.name : contactOnPaper(meeting.contact);
  return {
    ...framed(frame),
    title: "Where to send your payment",
    saveAs: "bank details form",
    audience: "Private: for you and the payments team only.",
    blocks: [
      paragraph(`Fill this in by pen, or use your private link instead. If you would like help, ask ${contact}.`),
      callout("warning", "How we keep it safe", [
        bullets([
          "We never ask for bank details by email or text. Do not send this form by email.",
          "If details change, we write to you at the address we had before, and call you on a number we had before.",
          "Two people check a change before any money goes.",
        ]),
      ]),
      paragraph(otherWays(frame)),
      section("You", [
        facts([
          ["Name", personName],
          ["Person reference", inFours(personReference)],
        ]),
        tickBoxes("This is", [
          ["The first time I give my details", false],
          ["A change of my details", false],
        ]),
      ]),
      section("The account", [
        penLines([
          penLine("Name on the account", "line"),
          penLine("Bank or building society", "line"),
          penLine("Sort code", "few-words"),
          penLine("Account number", "few-words"),
          penLine("Roll number, if there is one", "few-words"),
        ]),
        tickBoxes("Kind of account", [
          ["Personal", false],
          ["Business", false],
        ]),
        tickBoxes("Is it your own account?", [
          ["Yes", false],
          ["No, it is somebody else’s or shared", false],
        ]),
        penLines([penLine("If not your own: whose it is", "line"), penLine("What lets them receive it", "line")]),
        tickBoxes("I would rather be paid another way", [
          ["Cash on the day", false],
          ["Voucher", false],
          ["Cheque", false],
          ["Payment card", false],
        ]),
        penLines([penLine("Date of birth, only if asked for", "date"), penLine("NI number, only if asked for", "few-words")]),
        signature("These details are right, and I want my payments to go there.", [
          penLine("Signed", "signature"),
          penLine("Name", "line"),
          penLine("Date", "date"),
        ]),
      ]),
      sheet("For the payments team", [
        penLines([
          penLine("Evidence seen. Nothing is kept", "line"),
          penLine("Looked at by", "few-words"),
          penLine("Account before, last 2 figures", "few-words"),
        ]),
        tickBoxes("Do the numbers fit together?", [
          ["They fit", false],
          ["They do not fit", false],
          ["Not checked", false],
        ]),
        tickBoxes("Name check with the bank", [
          ["Match", false],
          ["Close match", false],
          ["No match", false],
          ["Unavailable: not a match", false],
        ]),
        penLines([
          penLine("Name check: time, and by whom", "line"),
          penLine("What was decided about it, and why", "sentences"),
          penLine("Test payment, if one was made", "few-words"),
          penLine("Call back, on a number held before", "few-words"),
          penLine("Call back: by whom and when", "line"),
          penLine("In use from", "date"),
        ]),
        signature("First check", [penLine("Signed", "signature"), penLine("Name and role", "line"), penLine("Date", "date")]),
        signature("Second check, by another person", [
          penLine("Signed", "signature"),
          penLine("Name and role", "line"),
          penLine("Date", "date"),
        ]),
      ]),
    ],
  };
}
