// The voucher log (payments.md section d, form 12): vouchers are kept like cash. Bought, held, given and counted, each with a name.
// Whoever holds them does not give them out.
import { bullets, facts, paragraph, penLine, penLines, section, sheet, signature, tickBoxes } from "#app/documents/model.ts";
import type { Block, Doc } from "#app/documents/model.ts";
import { inFours } from "#app/words/format.ts";
import { paperForms, type DocumentDefinition } from "./definition.ts";
import { framed, whenOnPaper, type PaperFrame } from "./meeting-on-paper.ts";

export type VoucherLogFacts = { readonly frame: PaperFrame; readonly budgetCode: string };

export const voucherLog: DocumentDefinition<VoucherLogFacts> = {
  id: "voucher-log",
  name: "Voucher log",
  forms: paperForms,
  audiences: ["coordinator", "finance"],
  per: "meeting",
  build: buildVoucherLog,
};

const vouchersOnLog = 3;

function buildVoucherLog({ frame, budgetCode }: VoucherLogFacts): Doc {
  const { meeting } = frame;
  return {
    ...framed(frame),
    title: "Voucher log",
    blocks: [
      paragraph("Keep only what is needed soon. Whoever holds the vouchers does not give them out. It goes to finance each month."),
      section("Meeting", [
        facts([
          ["Meeting", `${meeting.name}, ${whenOnPaper(meeting)}`],
          ["Reference", inFours(meeting.reference)],
          ["Budget code", budgetCode === "" ? "Not known yet" : budgetCode],
        ]),
      ]),
      section("Bought", [
        penLines([
          penLine("Date", "date"),
          penLine("From", "line"),
          penLine("How many, and what each is worth", "few-words"),
          penLine("What they cost in all", "few-words"),
          penLine("They run out on", "date"),
          penLine("Bought by", "few-words"),
          penLine("Held by, and where", "line"),
        ]),
      ]),
      ...Array.from({ length: vouchersOnLog }, (_, index) => section(`Given, ${index + 1}`, given())),
      sheet("Counted", [
        penLines([
          penLine("Date", "date"),
          penLine("How many there should be", "few-words"),
          penLine("How many there are", "few-words"),
          penLine("Given back, run out or lost, with their last 4 letters or figures", "line"),
          penLine("Why they differ, if they do", "sentences"),
        ]),
        signature("Counted by", [penLine("Signed", "signature"), penLine("Name", "line"), penLine("Date", "date")]),
        signature("Seen by a second person", [penLine("Signed", "signature"), penLine("Name", "line"), penLine("Date", "date")]),
        bullets([
          "Write the last 4 letters or figures of a code, never the whole of it.",
          "Ask for a National Insurance number only where your organisation’s own rule asks for it at that value.",
        ]),
      ]),
    ],
  };
}

function given(): readonly Block[] {
  return [
    penLines([
      penLine("Last 4 of the code", "few-words"),
      penLine("Value", "few-words"),
      penLine("Date", "date"),
      penLine("Given to", "line"),
      penLine("Given by", "few-words"),
      penLine("Budget code, if another", "few-words"),
      penLine("If your rule asks: National Insurance number seen, and payroll agreed", "line"),
    ]),
    tickBoxes("How it was sent", [
      ["Email", false],
      ["Text", false],
      ["Post", false],
      ["By hand", false],
    ]),
    tickBoxes("Can this person use it where they are?", [
      ["Yes", false],
      ["No, another kind was found", false],
    ]),
    signature("I have it", [penLine("Signed, or how they confirmed", "signature"), penLine("Date", "date")]),
  ];
}
