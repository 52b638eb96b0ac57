// The tax and employment status decision (payments.md section d, form 11), with what the meeting's own offer says filled in. It asks
// and keeps; it never says what the right answer is.
import { bullets, facts, paragraph, penLine, penLines, section, signature, tickBoxes } from "#app/documents/model.ts";
import type { Doc } from "#app/documents/model.ts";
import { paperForms, type DocumentDefinition } from "./definition.ts";
import { framed, type PaperFrame } from "./meeting-on-paper.ts";

export type StatusDecisionFacts = {
  readonly frame: PaperFrame;
  /** How the role is paid and which costs are met, in words; null where nothing is offered yet. */
  readonly role: { readonly name: string; readonly pays: string; readonly costs: string } | null;
};

export const statusDecisionForm: DocumentDefinition<StatusDecisionFacts> = {
  id: "status-decision-form",
  name: "Tax and employment status record",
  forms: paperForms,
  audiences: ["coordinator", "finance"],
  per: "meeting",
  build: buildStatusDecisionForm,
};

const threeWays = [
  ["Yes", false],
  ["No", false],
  ["Not sure", false],
] as const;

function buildStatusDecisionForm({ frame, role }: StatusDecisionFacts): Doc {
  return {
    ...framed(frame),
    title: "Tax and employment status of a role",
    saveAs: "tax and employment status record",
    blocks: [
      paragraph(
        "Filled in by HR, payroll or tax with the coordinator, once for each role and before anybody is asked. Look at it again each year.",
      ),
      section("The role", [
        ...(role === null
          ? [penLines([penLine("Role", "line"), penLine("How it is paid", "line"), penLine("Expenses", "line")])]
          : [
              facts([
                ["Role", role.name],
                ["How it is paid", role.pays],
                ["Expenses", role.costs],
              ]),
            ]),
        penLines([penLine("Reference", "few-words"), penLine("What people in this role do", "sentences")]),
        tickBoxes("Is it", [
          ["Once", false],
          ["Continuing", false],
        ]),
      ]),
      section("How free the person is", [
        tickBoxes("May they refuse work?", threeWays),
        tickBoxes("May they stop at any time?", threeWays),
        tickBoxes("May they send somebody else?", threeWays),
        tickBoxes("Is there a duty to offer work, or to do it?", threeWays),
        penLines([penLine("Who decides when, where and how", "line"), penLine("Equipment, and whose it is", "line")]),
      ]),
      section("How the role stands in the organisation", [
        tickBoxes("Is the role part of the organisation’s structure?", threeWays),
        tickBoxes("Is it a formal office or a statutory post?", threeWays),
      ]),
      section("Checks made", [
        tickBoxes("HMRC’s check of employment status for tax (CEST)", [
          ["Run", false],
          ["Not run", false],
        ]),
        penLines([
          penLine("Date", "date"),
          penLine("Outcome", "line"),
          penLine("Reference, and where the answers are kept", "line"),
          penLine("Other guidance used", "line"),
        ]),
        tickBoxes("National Minimum Wage was considered", [
          ["Yes", false],
          ["No", false],
        ]),
      ]),
      section("Decision", [
        tickBoxes("Tick one", [
          ["Expenses only", false],
          ["Payment, with no employment link", false],
          ["Through payroll, for tax only", false],
          ["Employee or worker", false],
          ["Self-employed, with an invoice", false],
        ]),
        tickBoxes("Paid through", [
          ["Accounts payable", false],
          ["Payroll", false],
          ["Vouchers", false],
        ]),
        penLines([
          penLine("Reasons", "sentences"),
          penLine("What the offer letter may say about tax, in one line", "line"),
          penLine("Look at it again on", "date"),
        ]),
        bullets(["Sources on this differ, so the reasons matter.", "A person is never told here that they owe tax, or that they do not."]),
      ]),
      section("Signed", [
        signature("Decided by", [penLine("Signed", "signature"), penLine("Name and role", "line"), penLine("Date", "date")]),
        signature("Agreed by a second person", [penLine("Signed", "signature"), penLine("Name and role", "line"), penLine("Date", "date")]),
      ]),
    ],
  };
}
