// The papers of a payment run: the schedule to sign, the forms to key in (one claim a sheet, with the schedule as cover), and the
// letters that tell people they were paid. Nothing about access, health or benefits (experience.md 2.11.4, payments.md forms 7, 8).
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { sum, type Pence } from "#app/domain/basics/money.ts";
import type { PaymentSheet } from "#app/domain/payments/payment-form.ts";
import { column, facts, paragraph, penLine, section, sheet, signature, table } from "#app/documents/model.ts";
import type { Block, Doc, DocOrganisation } from "#app/documents/model.ts";
import { inFours, moneyInColumn, number, plainDate } from "#app/words/format.ts";
import { runKindNames } from "#app/words/payment-runs.ts";
import { paymentForm } from "./payment-form.ts";

export type RunOnPaper = {
  readonly organisation: DocOrganisation;
  readonly madeOn: CalendarDate;
  readonly number: number;
  readonly kind: keyof typeof runKindNames;
  readonly paymentDate: CalendarDate;
  readonly preparedBy: string;
  readonly preparedOn: CalendarDate;
  readonly releasedBy: string | null;
  readonly releasedOn: CalendarDate | null;
  readonly controlSum: string | null;
  /** Which print this is: above 1 every sheet says that it is a copy. */
  readonly edition: number;
  readonly lines: readonly ScheduleLine[];
};

export type ScheduleLine = {
  readonly reference: string;
  readonly payee: string;
  readonly budgetCode: string;
  readonly endsIn: string;
  readonly check: string;
  readonly amount: Pence;
};

function frame({ organisation, madeOn, number: batch, edition }: RunOnPaper, title: string): Omit<Doc, "blocks"> {
  const copy = edition > 1 ? `, copy ${number(edition)}` : "";
  return {
    language: "en-GB",
    organisation,
    madeOn,
    edition: `Made on ${plainDate(madeOn)}${copy}`,
    title: `${title} for batch ${number(batch)}${copy}`,
    audience: "For the payments team only.",
    saveAs: `batch-${batch}-${title}`,
  };
}

/** The schedule of a run, to be signed: what is in it, what it comes to, by budget code, and who signed. */
export function paymentSchedule(run: RunOnPaper): Doc {
  return { ...frame(run, "Schedule"), blocks: scheduleBlocks(run, null) };
}

/** A cover with the schedule, then one claim a sheet in the order given. */
export function paymentForms(run: RunOnPaper, sheets: readonly PaymentSheet[]): Doc {
  return {
    ...frame(run, "Payment forms"),
    blocks: [
      ...scheduleBlocks(run, 2),
      ...sheets.map((one) =>
        sheet(
          `Payment form ${inFours(one.reference)}`,
          paymentForm.build({ organisation: run.organisation, madeOn: run.madeOn, sheet: one, endsIn: null }).blocks,
        ),
      ),
    ],
  };
}

function scheduleBlocks(run: RunOnPaper, firstForm: number | null): readonly Block[] {
  const { lines } = run;
  const total = addUp(lines);
  const codes = [...new Set(lines.map(({ budgetCode }) => budgetCode))].toSorted();
  return [
    facts([
      ["Batch", number(run.number)],
      ["How", runKindNames[run.kind]],
      ["Payment date", plainDate(run.paymentDate)],
      ["Claims", number(lines.length)],
      ["Control sum", run.controlSum ?? "Made when the batch is signed"],
      ...(firstForm === null ? [] : [["Forms", "One form for each claim, in the order of the list"] as const]),
    ]),
    section("Claims in this batch", [
      table({
        caption: "Claims in the order of the forms",
        columns: [column("Claim"), column("Pay"), column("Budget code"), column("Account"), column("Amount", "money")],
        rows: lines.map(({ reference, payee, budgetCode, endsIn, check, amount }) => [
          inFours(reference),
          payee,
          budgetCode,
          endsIn === "" ? check : `Ends ${endsIn}. ${check}`,
          moneyInColumn(amount),
        ]),
        totals: [["Total", "", "", "", moneyInColumn(total)]],
      }),
    ]),
    section("By budget code", [
      table({
        caption: "Totals by budget code",
        columns: [column("Budget code"), column("Claims", "count"), column("Amount", "money")],
        rows: codes.map((code) => {
          const mine = lines.filter(({ budgetCode }) => budgetCode === code);
          return [code, number(mine.length), moneyInColumn(addUp(mine))];
        }),
      }),
    ]),
    section("Signed", [
      facts([["Prepared by", `${run.preparedBy}, ${plainDate(run.preparedOn)}`]]),
      ...signed("Released by", run.releasedBy, run.releasedOn),
    ]),
  ];
}

function signed(role: string, name: string | null, on: CalendarDate | null): readonly Block[] {
  if (name !== null && on !== null) return [facts([[role, `${name}, ${plainDate(on)}`]])];
  return [signature(`${role}:`, [penLine("Signed", "signature"), penLine("Name"), penLine("Date", "date")])];
}

function addUp(lines: readonly ScheduleLine[]): Pence {
  return sum(lines.map(({ amount }) => amount));
}

export type LetterOnPaper = { readonly name: string; readonly address: readonly string[]; readonly body: string };

/** Letters to people who were paid, one to a sheet, each with its address. */
export function remittanceLetters(run: RunOnPaper, letters: readonly LetterOnPaper[]): Doc {
  return {
    ...frame(run, "Letters about payments"),
    blocks: letters.map(({ name, address, body }) =>
      sheet(name, [
        { kind: "address", lines: [name, ...address] },
        paragraph(`${run.organisation.name}, ${plainDate(run.madeOn)}`),
        ...body.split("\n\n").map((part) => paragraph(part.replaceAll("\n", ". "))),
      ]),
    ),
  };
}
