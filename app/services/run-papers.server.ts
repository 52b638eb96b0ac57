// The papers of a payment run, from what was signed: the schedule, the forms to key in, and the letters that tell people. Making
// forms with whole account numbers is put on record by whoever prints them.
import { addDays, dayIn, taxYearOf, type CalendarDate } from "#app/domain/basics/dates.ts";
import { subtract, sum, type Pence } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { settleClaim, type Claim, type ClaimLine, type Settlement } from "#app/domain/payments/claim.ts";
import type { PaymentMethod } from "#app/domain/payments/offer.ts";
import type { PaymentSheet, SignBlock } from "#app/domain/payments/payment-form.ts";
import { taxYear } from "#app/domain/payments/statement.ts";
import type { FinanceOfficer } from "#app/domain/people/actors.ts";
import { buildDocument } from "#app/documents/catalogue/index.ts";
import { paymentForms, paymentSchedule, type ExportOnPaper, type RunOnPaper } from "#app/documents/catalogue/payment-run-papers.ts";
import type { RemittanceLine } from "#app/documents/catalogue/remittance-advice.ts";
import type { Doc } from "#app/documents/model.ts";
import type { Print } from "#app/documents/render.ts";
import { exceptionSentences, notPaidNames } from "#app/words/payment-runs.ts";
import { number, plainDate } from "#app/words/format.ts";
import { settledLineName } from "#app/words/payments.ts";
import { listStaff } from "#db/stores/accounts.ts";
import { findSentClaim, listSteps } from "#db/stores/claims.ts";
import {
  findRun,
  listExports,
  listNoRepeats,
  listRunLines,
  type PrintJob,
  type RunLineWithNames,
  type StoredRun,
  type StoredRunLine,
} from "#db/stores/payment-runs.ts";
import { sentClaimOf } from "./claim-records.server.ts";
import { findExceptionReview } from "#db/stores/ties.ts";
import type { Context } from "./context.server.ts";
import { letterheadOf } from "./letterhead.server.ts";
import { releasedByTheirChecker } from "./exception-reviews.server.ts";
import { organisationOf, type Organisation } from "./organisations.server.ts";
import { payeeNumberOf, payeesOf, payingAccountOf } from "./payees.server.ts";
import { daysFor, signedWithOf } from "./run-signed-with.server.ts";
import { frozenPayeeOf, whyNotPaid } from "./run-work.server.ts";
import { isPosted, printSizes, usualPoints } from "./posting.server.ts";
import { statementsOf } from "./statements.server.ts";
import { taxTreatmentsOf } from "./tax-decisions.server.ts";

/** Papers to print as one file. */
export type Prints = {
  readonly as: "one-file";
  readonly prints: readonly Print[];
  readonly about: Pick<Doc, "title" | "organisation" | "madeOn">;
};

/** Papers to print as a file each, with the name of each. */
export type PrintFiles = { readonly as: "file-each"; readonly files: readonly (Print & { readonly name: string })[] };

type Wanted = { readonly order: PrintJob["order"]; readonly edition: number };

/** The schedule of a run, to be looked at and signed at any time. */
export async function scheduleOf(context: Context, finance: FinanceOfficer, runId: string): Promise<Result<Doc, "not-found">> {
  const run = await findRun(context.db, finance.organisationId, runId);
  if (!run) return refused("not-found");
  return done(paymentSchedule(await runOnPaper(context, finance, run, await linesOf(context, run), 1)));
}

async function linesOf(context: Context, run: StoredRun): Promise<readonly RunLineWithNames[]> {
  return (await listRunLines(context.db, run.id)).filter(({ line }) => line.state !== "left-out" && line.state !== "taken-out");
}

async function runOnPaper(
  context: Context,
  finance: FinanceOfficer,
  run: StoredRun,
  lines: readonly RunLineWithNames[],
  edition: number,
): Promise<RunOnPaper> {
  const staff = await listStaff(context.db, finance.organisationId);
  const organisation = await organisationOf(context, finance.organisationId);
  const nameOf = (id: string) => staff.find((one) => one.id === id)?.name ?? "A former member of staff";
  const payee = await payeesOf(context, context.db, { organisation, people: lines.map(({ person }) => person), on: run.paymentDate });
  const signedWith = signedWithOf(context, run);
  const payer = signedWith?.payer ?? (await payingAccountOf(context, context.db, finance.organisationId));
  const claimIds = lines.map(({ line }) => line.claimId);
  const steps = await listSteps(context.db, claimIds);
  const noRepeats = await listNoRepeats(context.db, claimIds);
  const authorisers = steps.filter(({ step }) => step.step === "authorise").map(({ name }) => name);
  const isBankFile = run.kind === "bank-file";
  return {
    organisation: await letterheadOf(context, organisation),
    madeOn: context.today,
    number: run.number,
    kind: run.kind,
    paymentDate: run.paymentDate,
    processingDay: isBankFile ? (signedWith?.days ?? daysFor(context, run.paymentDate)).processingDay : null,
    payingAccount: payer === null ? null : `${payer.name}, ends ${payer.accountNumber.slice(-2)}`,
    preparedBy: nameOf(run.builtBy),
    preparedOn: dayIn(run.builtAt),
    authorisedBy: [...new Set(authorisers)].toSorted(),
    releasedBy: run.signedBy === null ? null : nameOf(run.signedBy),
    releasedOn: run.signedAt === null ? null : dayIn(run.signedAt),
    controlSum: run.linesFingerprint?.slice(0, 16) ?? null,
    edition,
    lines: lines.map((one) => ({
      reference: one.line.reference,
      payeeNumber: payeeNumberOf(one.line.personId),
      payee: one.person.name,
      budgetCode: one.line.budgetCode,
      method: one.line.method as PaymentMethod,
      endsIn: one.line.lastTwo,
      checks: checksOf(context, payee, run, one),
      lookedLikeARepeat: noRepeats.has(one.line.claimId),
      amount: one.line.toPay,
    })),
    exceptions: exceptionSentences({
      takenOut: (await listRunLines(context.db, run.id))
        .filter(({ line }) => line.state === "taken-out" || line.state === "left-out")
        .map(({ line }) => ({ reference: line.reference, why: whyNotPaid(context, line) })),
      releasedByChecker: (
        await releasedByTheirChecker(
          context.db,
          lines.map(({ line }) => line),
        )
      ).map(({ reference }) => reference),
      review: (await findExceptionReview(context.db, run.id)) ?? null,
    }),
    exports: (await listExports(context.db, run.id)).map(({ made, by }) => ({
      number: made.number,
      format: made.format as ExportOnPaper["format"],
      fileName: made.fileName,
      fingerprint: made.fingerprint,
      by,
      on: dayIn(made.at),
    })),
    returns: lines
      .filter(({ line }) => line.state === "failed" || line.state === "returned")
      .map(({ line }) => ({
        reference: line.reference,
        why: reasonWords(whyNotPaid(context, line)),
        on: line.closedOn,
        amount: line.toPay,
      })),
  };
}

function reasonWords(reason: string): string {
  return Object.hasOwn(notPaidNames, reason) ? notPaidNames[reason as keyof typeof notPaidNames] : reason;
}

/** What is known today of the account a line is paid into; the name check counts only for the account that was signed. */
function checksOf(
  context: Context,
  payeeFor: Awaited<ReturnType<typeof payeesOf>>,
  run: StoredRun,
  { line, person }: RunLineWithNames,
): RunOnPaper["lines"][number]["checks"] {
  const frozen = frozenPayeeOf(context, line).account;
  if (frozen === null) return null;
  const payee = payeeFor({ person, how: line.method as PaymentMethod });
  if (payee?.account !== frozen.print) return { number: "not-checked", name: "not-done", hasChanged: true };
  const hasChanged = payee.lastTwoBefore !== null && dayIn(payee.savedAt) >= addDays(dayIn(run.builtAt), -30);
  return { number: payee.check, name: payee.nameCheck, hasChanged };
}

/** The forms of a signed run to key in, one claim a sheet after a cover, in the order wanted. */
export async function formsOf(
  context: Context,
  finance: FinanceOfficer,
  run: StoredRun,
  { order, edition }: Wanted,
): Promise<Result<Prints, "not-now" | "nothing-to-print">> {
  const made = await sheetsOf(context, finance, run, order);
  if (!made.ok) return made;
  const { lines, sheets } = made.value;
  const doc = paymentForms(await runOnPaper(context, finance, run, lines, edition), sheets);
  return done({ as: "one-file", prints: [{ doc, sizePoints: usualPoints }], about: doc });
}

/** The same forms as a file each, numbered in the order wanted; a copy says so on its face. */
export async function formFilesOf(
  context: Context,
  finance: FinanceOfficer,
  run: StoredRun,
  { order, edition }: Wanted,
): Promise<Result<PrintFiles, "not-now" | "nothing-to-print">> {
  const made = await sheetsOf(context, finance, run, order);
  if (!made.ok) return made;
  const { sheets } = made.value;
  const organisation = await letterheadOf(context, await organisationOf(context, finance.organisationId));
  const digits = String(sheets.length).length;
  return done({
    as: "file-each",
    files: sheets.map((one, index) => ({
      name: `${String(index + 1).padStart(digits, "0")}-payment-form-${one.reference.toLowerCase()}.pdf`,
      doc: asEdition(buildDocument("payment-form", { organisation, madeOn: context.today, sheet: one, endsIn: null }), edition),
      sizePoints: usualPoints,
    })),
  });
}

function asEdition(doc: Doc, edition: number): Doc {
  return edition === 1 ? doc : { ...doc, edition: `Copy ${number(edition)}, made on ${plainDate(doc.madeOn)}` };
}

type Sheets = { readonly lines: readonly RunLineWithNames[]; readonly sheets: readonly PaymentSheet[] };

/** What stands on the form of each claim of a signed run, in the order wanted. */
async function sheetsOf(
  context: Context,
  finance: FinanceOfficer,
  run: StoredRun,
  order: Wanted["order"],
): Promise<Result<Sheets, "not-now" | "nothing-to-print">> {
  if (run.state === "draft" || run.state === "cancelled") return refused("not-now");
  const found = await linesOf(context, run);
  const lines = order === "surname" ? found : found.toSorted(byBudgetCode);
  if (lines.length === 0) return refused("nothing-to-print");
  const organisation = await organisationOf(context, finance.organisationId);
  const staff = await listStaff(context.db, finance.organisationId);
  const nameOf = (id: string) => staff.find((one) => one.id === id)?.name ?? "A former member of staff";
  const steps = await listSteps(
    context.db,
    lines.map(({ line }) => line.claimId),
  );
  const lastStep = new Map<string, { readonly name: string; readonly on: CalendarDate }>();
  for (const { step } of steps) lastStep.set(`${step.claimId} ${step.step}`, { name: nameOf(step.staffId), on: dayIn(step.at) });
  const treatments = await taxTreatmentsOf(
    context,
    finance.organisationId,
    lines.map(({ line }) => ({ claimId: line.claimId, on: line.paidOn ?? run.paymentDate })),
  );
  const sheets = lines.map(({ line, person }): PaymentSheet => {
    const { account } = frozenPayeeOf(context, line);
    const signed = (role: SignBlock["role"], step: string): SignBlock => ({ role, ...lastStep.get(`${line.claimId} ${step}`) });
    return {
      form: "payment-sheet",
      reference: line.reference,
      organisation: organisation.name,
      payee: person.name,
      address: person.address === "" ? [] : person.address.split("\n"),
      forTime: line.forTime,
      forCosts: line.forCosts,
      forAccess: line.forAccess,
      advancesTaken: takenBefore(line),
      toPay: line.toPay,
      notAfter: run.paymentDate,
      taxTreatment: treatments.get(line.claimId) ?? "not-recorded",
      budgetCode: line.budgetCode,
      method: line.method as PaymentMethod,
      ...(account === null
        ? {}
        : {
            bank: {
              accountName: account.nameOnAccount,
              sortCode: account.sortCode,
              accountNumber: account.accountNumber,
              ...(account.rollNumber === undefined ? {} : { rollNumber: account.rollNumber }),
            },
          }),
      signatures: [signed("checker", "check"), signed("authoriser", "authorise"), signed("releaser", "release")],
    };
  });
  return done({ lines, sheets });
}

function byBudgetCode(one: RunLineWithNames, other: RunLineWithNames): number {
  if (one.line.budgetCode === other.line.budgetCode) return one.line.position - other.line.position;
  return one.line.budgetCode < other.line.budgetCode ? -1 : 1;
}

// What was paid before the meeting is what the parts come to above what is paid now.
function takenBefore({ forTime, forCosts, forAccess, toPay }: StoredRunLine): Pence {
  return subtract(sum([forTime, forCosts, forAccess]), toPay);
}

/** A letter for everybody a run paid who is told by one, each in the size of print they asked for. */
export async function lettersOf(
  context: Context,
  finance: FinanceOfficer,
  run: StoredRun,
): Promise<Result<Prints, "not-now" | "nothing-to-print">> {
  if (run.state !== "paid") return refused("not-now");
  const organisation = await organisationOf(context, finance.organisationId);
  const sizeFor = printSizes(context);
  const prints: Print[] = [];
  for (const one of await listRunLines(context.db, run.id)) {
    if (one.line.state !== "paid" || !isPosted(context, one.person)) continue;
    prints.push({ doc: await remittanceLetter(context, organisation, run, one), sizePoints: await sizeFor(one.person) });
  }
  if (prints.length === 0) return refused("nothing-to-print");
  const title = `Letters about payments in batch ${run.number}`;
  return done({ as: "one-file", prints, about: { title, organisation: { name: organisation.name }, madeOn: context.today } });
}

async function remittanceLetter(
  context: Context,
  organisation: Organisation,
  run: StoredRun,
  { line, person, meeting }: RunLineWithNames,
): Promise<Doc> {
  const found = await findSentClaim(context.db, run.organisationId, line.claimId);
  if (!found) throw new Error("A payment run holds a claim that is gone");
  const claim = sentClaimOf(context, found.claim);
  const settled = settleClaim(claim);
  const paidOn = line.paidOn ?? run.paymentDate;
  const year = taxYear(taxYearOf(paidOn));
  const [soFar] = await statementsOf(context, context.db, { organisationId: run.organisationId, personId: person.id }, [
    { from: year.from, to: paidOn },
  ]);
  const { contact } = organisation;
  return buildDocument("remittance-advice", {
    organisation: await letterheadOf(context, organisation),
    contact: { name: contact.name === "" ? organisation.name : contact.name, phone: contact.phone, email: contact.email },
    madeOn: context.today,
    number: `${run.number}-${line.position}`,
    person: {
      name: person.name,
      reference: payeeNumberOf(person.id),
      addressLines: person.address.split("\n").filter((one) => one.trim() !== ""),
    },
    claim: line.reference,
    meeting: meeting.name,
    paidOn,
    arrivesBy: run.paymentDate,
    method: line.method as PaymentMethod,
    endsIn: line.lastTwo,
    statementName: organisation.statementName,
    bankReference: bankReferenceOf(context, run, line),
    lines: partsOf(claim, settled),
    time: line.forTime,
    costs: subtract(line.toPay, line.forTime),
    total: line.toPay,
    declined: settled.declined,
    ownGift: settled.ownGift ?? null,
    yearSoFar: { ...year, time: soFar?.time ?? line.forTime, costs: soFar?.costs ?? subtract(line.toPay, line.forTime) },
  });
}

// The file carries the roll number in place of the claim, where a building society needs one.
function bankReferenceOf(context: Context, run: StoredRun, line: StoredRunLine): string | null {
  const { account } = frozenPayeeOf(context, line);
  if (account === null) return null;
  return run.kind === "bank-file" && account.rollNumber !== undefined ? account.rollNumber : `CLAIM ${line.reference}`;
}

function dayOf(line: ClaimLine, { activityDate }: Claim): CalendarDate {
  if (line.about === "time") return line.priced.entry.date;
  return line.about === "expense" ? line.assessed.expense.date : activityDate;
}

function partsOf(claim: Claim, settled: Settlement): readonly RemittanceLine[] {
  return settled.lines.map((line): RemittanceLine => {
    const { because } = line;
    const part = line.group === "time" ? "time" : because.kind === "advance" ? "before" : "costs";
    const claimed = because.kind === "line" ? because.line : null;
    return { on: claimed === null ? claim.activityDate : dayOf(claimed, claim), what: settledLineName(line), part, amount: line.amount };
  });
}
