// The papers of a payment run: the schedule to sign (payments.md form 8), and the forms to key in, one claim a sheet with the
// schedule as cover. Nothing about access, health or benefits (experience.md 2.11.4).
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { sum, type Pence } from "#app/domain/basics/money.ts";
import type { NameCheck } from "#app/domain/payments/payee.ts";
import type { PaymentMethod } from "#app/domain/payments/offer.ts";
import type { PaymentSheet } from "#app/domain/payments/payment-form.ts";
import { bullets, column, facts, paragraph, penLine, penLines, section, sheet, signature, table } from "#app/documents/model.ts";
import type { Block, Doc, DocOrganisation } from "#app/documents/model.ts";
import { inFoursInColumn, dateInColumn, inFours, list, money, moneyInColumn, number, plainDate } from "#app/words/format.ts";
import { exportNames, nameCheckNames, runKindNames } from "#app/words/payment-runs.ts";
import { paymentMethodNames } from "#app/words/payments.ts";
import { paperForms, type DocumentDefinition } from "./definition.ts";
import { paymentForm } from "./payment-form.ts";

export type RunOnPaper = {
  readonly organisation: DocOrganisation;
  readonly madeOn: CalendarDate;
  readonly number: number;
  readonly kind: keyof typeof runKindNames;
  readonly paymentDate: CalendarDate;
  /** The day the bank works on it; null where no bank does. */
  readonly processingDay: CalendarDate | null;
  /** The account it is paid from, by name and end; null where none is recorded. */
  readonly payingAccount: string | null;
  readonly preparedBy: string;
  readonly preparedOn: CalendarDate;
  /** Who authorised the claims in it: each claim has one of them. */
  readonly authorisedBy: readonly string[];
  readonly releasedBy: string | null;
  readonly releasedOn: CalendarDate | null;
  readonly controlSum: string | null;
  /** Which print this is: above 1 every sheet says that it is a copy. */
  readonly edition: number;
  readonly lines: readonly ScheduleLine[];
  /** What was not as usual, with its reason, a sentence each. */
  readonly exceptions: readonly string[];
  readonly exports: readonly ExportOnPaper[];
  /** What the bank did not pay or sent back. */
  readonly returns: readonly {
    readonly reference: string;
    readonly why: string;
    readonly on: CalendarDate | null;
    readonly amount: Pence;
  }[];
};

export type ExportOnPaper = {
  readonly number: number;
  readonly format: keyof typeof exportNames;
  readonly fileName: string;
  readonly fingerprint: string;
  readonly by: string;
  readonly on: CalendarDate;
};

export type ScheduleLine = {
  readonly reference: string;
  readonly payeeNumber: string;
  readonly payee: string;
  readonly budgetCode: string;
  readonly method: PaymentMethod;
  /** The end of the account; empty where there is none. */
  readonly endsIn: string;
  /** What is known of the account; null where there is none. */
  readonly checks: {
    readonly number: "fits" | "does-not-fit" | "not-checked";
    readonly name: NameCheck;
    readonly hasChanged: boolean;
  } | null;
  /** Something looked like a repeat, and a person decided. */
  readonly lookedLikeARepeat: boolean;
  readonly amount: Pence;
};

export const runSchedule: DocumentDefinition<RunOnPaper> = {
  id: "run-schedule",
  name: "Batch schedule",
  forms: paperForms,
  audiences: ["finance"],
  per: "run",
  build: paymentSchedule,
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

/** The schedule of a run, to be signed: what is in it, what it comes to, by budget code, who signed, and what became of it. */
export function paymentSchedule(run: RunOnPaper): Doc {
  return { ...frame(run, "Schedule"), blocks: [...scheduleBlocks(run), ...afterwards(run)] };
}

/** A cover with the schedule, then one claim a sheet in the order given. */
export function paymentForms(run: RunOnPaper, sheets: readonly PaymentSheet[]): Doc {
  return {
    ...frame(run, "Payment forms"),
    blocks: [
      ...scheduleBlocks(run),
      paragraph("One form for each claim follows, in the order of the list."),
      ...sheets.map((one) =>
        sheet(
          `Payment form ${inFours(one.reference)}`,
          paymentForm.build({ organisation: run.organisation, madeOn: run.madeOn, sheet: one, endsIn: null }).blocks,
        ),
      ),
    ],
  };
}

function scheduleBlocks(run: RunOnPaper): readonly Block[] {
  const { lines } = run;
  const total = addUp(lines);
  const codes = [...new Set(lines.map(({ budgetCode }) => budgetCode))].toSorted();
  return [
    facts([
      ["Batch", number(run.number)],
      ["How", runKindNames[run.kind]],
      ["Paid from", run.payingAccount ?? "Not recorded"],
      ["Payment date", plainDate(run.paymentDate)],
      ["Processing date", run.processingDay === null ? "None. No bank file is sent" : plainDate(run.processingDay)],
      ["Claims", number(lines.length)],
      ["Total", money(total)],
      ["Control sum", run.controlSum ?? "Made when the batch is signed"],
    ]),
    section("Claims in this batch", [
      table({
        caption: "Claims in this order",
        columns: [column("Claim"), column("Pay"), column("Budget code"), column("How, and checks"), column("Amount", "money")],
        rows: lines.map((line) => [
          inFoursInColumn(line.reference),
          `${line.payee}. Payee ${inFoursInColumn(line.payeeNumber)}`,
          line.budgetCode,
          checkWords(line),
          moneyInColumn(line.amount),
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
    section("Exceptions", [run.exceptions.length === 0 ? paragraph("None.") : bullets(run.exceptions)]),
    section("Signed", [
      facts([
        ["Prepared by", `${run.preparedBy}, ${plainDate(run.preparedOn)}`],
        ["Authorised by", run.authorisedBy.length === 0 ? "Nobody yet" : `${list(run.authorisedBy)}, claim by claim`],
      ]),
      ...signed("Released by", run.releasedBy, run.releasedOn),
    ]),
  ];
}

const methodsInShort: Readonly<Record<PaymentMethod, string>> = {
  ...paymentMethodNames,
  bank: "Bank",
  "someone-elses-account": "Bank, somebody else’s account",
};
const numberWords = { fits: "Number fits", "does-not-fit": "Number does not fit", "not-checked": "Number not checked" } as const;

function checkWords({ method, endsIn, checks, lookedLikeARepeat }: ScheduleLine): string {
  return [
    endsIn === "" ? methodsInShort[method] : `${methodsInShort[method]}, ends ${endsIn}`,
    ...(checks === null
      ? []
      : [
          numberWords[checks.number],
          `Name check: ${nameCheckNames[checks.name].toLowerCase()}`,
          ...(checks.hasChanged ? ["Account changed"] : []),
        ]),
    ...(lookedLikeARepeat ? ["Looked like a repeat, and is none"] : []),
  ].join(". ");
}

function afterwards({ exports, returns }: RunOnPaper): readonly Block[] {
  return [
    section("Files made", [
      exports.length === 0
        ? paragraph("No file has been made yet.")
        : bullets(
            exports.map(
              (one) =>
                `${one.number === 1 ? "" : `Copy ${number(one.number)}. `}${exportNames[one.format]}, version 1: ${one.fileName}, ${plainDate(one.on)}, by ${one.by}. Fingerprint ${one.fingerprint.slice(0, 16)}.`,
            ),
          ),
      facts([["Times exported", number(exports.length)]]),
    ]),
    section("After the bank", [
      ...(returns.length === 0
        ? [facts([["Not paid, or sent back", "None on record"]])]
        : [
            table({
              caption: "Not paid, or sent back",
              columns: [column("Claim"), column("Why"), column("Date"), column("Amount", "money")],
              rows: returns.map(({ reference, why, on, amount }) => [
                inFoursInColumn(reference),
                why,
                on === null ? "Not known" : dateInColumn(on),
                moneyInColumn(amount),
              ]),
            }),
          ]),
      penLines([penLine("The bank’s acknowledgement", "line"), penLine("Posted to the ledger on", "date")]),
    ]),
  ];
}

function signed(role: string, name: string | null, on: CalendarDate | null): readonly Block[] {
  if (name !== null && on !== null) return [facts([[role, `${name}, ${plainDate(on)}`]])];
  return [signature(`${role}:`, [penLine("Signed", "signature"), penLine("Name and role"), penLine("Date", "date")])];
}

function addUp(lines: readonly ScheduleLine[]): Pence {
  return sum(lines.map(({ amount }) => amount));
}
