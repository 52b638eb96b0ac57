// Large prints of a payment run: made by a worker beside the program, with how far they are on record, and stopped without a
// trace. The finished file is sealed on disk; it holds full account numbers, so each opening is recorded.
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { dayIn, type CalendarDate } from "#app/domain/basics/dates.ts";
import { subtract, sum, type Pence } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { PaymentSheet, SignBlock } from "#app/domain/payments/payment-form.ts";
import type { PaymentMethod } from "#app/domain/payments/offer.ts";
import { auditActorOf, type FinanceOfficer } from "#app/domain/people/actors.ts";
import { channelFor } from "#app/domain/people/reach.ts";
import {
  paymentForms,
  paymentSchedule,
  remittanceLetters,
  type LetterOnPaper,
  type RunOnPaper,
} from "#app/documents/catalogue/payment-run-papers.ts";
import type { Doc } from "#app/documents/model.ts";
import type { PrintNews, PrintOrder } from "#app/documents/print-worker.ts";
import { record } from "#db/audit.ts";
import { listStaff } from "#db/stores/accounts.ts";
import { addFile, findFiles, listSteps } from "#db/stores/claims.ts";
import {
  addPrintJob,
  endInterruptedPrint,
  findPrintJob,
  findRun,
  listPrintJobs,
  listRunLines,
  moveWorkingPrint,
  type PrintJob,
  type RunLineWithNames,
  type StoredRun,
  type StoredRunLine,
} from "#db/stores/payment-runs.ts";
import type { Context } from "./context.server.ts";
import { dropUpload, fileRow, readStoredFile, writeUpload } from "./files.server.ts";
import { organisationOf } from "./organisations.server.ts";
import { frozenPayeeOf, remittancesOf } from "./payment-runs.server.ts";

export type PrintOrderKind = "payment-forms" | "remittance-letters";
export type PrintRefusal = "not-found" | "not-now" | "nothing-to-print";

/** Workers of this process by the print they make. After a restart there is none, and the print shows as not finished. */
const working = new Map<string, Worker>();

/** Begins a print of a signed run. The answer comes at once; the sheets follow beside the program. */
export async function startPrint(
  context: Context,
  finance: FinanceOfficer,
  runId: string,
  wanted: { readonly what: PrintOrderKind; readonly order: PrintJob["order"] },
  intent?: string,
): Promise<Result<{ readonly jobId: string }, PrintRefusal>> {
  const run = await findRun(context.db, finance.organisationId, runId);
  if (!run) return refused("not-found");
  const edition = (await listPrintJobs(context.db, runId)).filter(({ what, state }) => what === wanted.what && state === "done").length + 1;
  const made =
    wanted.what === "payment-forms"
      ? await formsOf(context, finance, run, { order: wanted.order, edition })
      : await lettersOf(context, finance, run, edition);
  if (!made.ok) return made;
  const begun = await context.change<Result<{ readonly jobId: string }, never>>(
    async (tx) => {
      const jobId = context.newId();
      await addPrintJob(tx, {
        id: jobId,
        organisationId: finance.organisationId,
        runId,
        what: wanted.what,
        order: wanted.order,
        state: "working",
        total: made.value.blocks.length,
        isCopy: edition > 1,
        startedBy: finance.staffId,
        startedAt: context.now,
      });
      await record(context, tx, {
        organisationId: finance.organisationId,
        actor: auditActorOf(finance),
        action: wanted.what === "payment-forms" ? "payment-forms-made" : "remittance-letters-made",
        subject: { kind: "payment-run", id: runId },
        details: { number: run.number, edition },
      });
      return done({ jobId });
    },
    intent === undefined ? {} : { intent },
  );
  // The same form sent twice finds the same print: only its first send starts a worker.
  if (begun.ok && !working.has(begun.value.jobId)) {
    const job = await findPrintJob(context.db, finance.organisationId, begun.value.jobId);
    if (job?.state === "working") printBeside(context, job, made.value);
  }
  return begun;
}

function printBeside(context: Context, job: PrintJob, doc: Doc): void {
  const order: PrintOrder = { doc, sizePoints: 12 };
  const worker = new Worker(join(process.cwd(), "app", "documents", "print-worker.ts"), { workerData: order });
  working.set(job.id, worker);
  const end = async (change: Partial<PrintJob>) => {
    working.delete(job.id);
    await context.change(async (tx) => moveWorkingPrint(tx, job.id, { ...change, endedAt: context.now }));
  };
  worker.on("message", (news: PrintNews) => {
    void (async () => {
      if (news.news === "sheets") await context.change(async (tx) => moveWorkingPrint(tx, job.id, { done: news.drawn, total: news.of }));
      else if (news.news === "cannot-draw") await end({ state: "failed" });
      else await keepFile(context, job, news);
    })();
  });
  worker.on("error", () => void end({ state: "failed" }));
}

async function keepFile(context: Context, job: PrintJob, made: Extract<PrintNews, { readonly news: "done" }>): Promise<void> {
  const upload = {
    name: `${job.what}.pdf`,
    mediaType: "application/pdf" as const,
    bytes: made.bytes,
    fingerprint: context.vault.fingerprint("file", Buffer.from(made.bytes).toString("base64")),
  };
  const fileId = await writeUpload(context, upload);
  working.delete(job.id);
  const kept = await context.change(async (tx) => {
    await addFile(tx, fileRow(context, job.organisationId, fileId, upload));
    const moved = await moveWorkingPrint(tx, job.id, {
      state: "done",
      fileId,
      pages: made.pages,
      done: made.pages,
      total: made.pages,
      endedAt: context.now,
    });
    // Cancelled meanwhile: nothing of it is kept.
    return moved ? done({}) : refused("cancelled");
  });
  if (!kept.ok) await dropUpload(context, fileId);
}

/** Stops a print that is being made. Nothing of it is left. */
export async function cancelPrint(context: Context, finance: FinanceOfficer, jobId: string): Promise<Result<object, PrintRefusal>> {
  const job = await findPrintJob(context.db, finance.organisationId, jobId);
  if (!job) return refused("not-found");
  const stopped = await context.change<Result<object, PrintRefusal>>(async (tx) =>
    (await moveWorkingPrint(tx, jobId, { state: "cancelled", endedAt: context.now })) ? done({}) : refused("not-now"),
  );
  const worker = working.get(jobId);
  working.delete(jobId);
  await worker?.terminate();
  return stopped;
}

export type PrintView = {
  readonly jobId: string;
  readonly what: PrintOrderKind;
  readonly state: PrintJob["state"];
  readonly done: number;
  readonly total: number;
  readonly pages: number | null;
  readonly isCopy: boolean;
  readonly on: CalendarDate;
};

/** The prints of a run, newest first, with how far each is. One whose worker went with an earlier process did not finish. */
export async function printsOf(
  context: Context,
  finance: FinanceOfficer,
  runId: string,
): Promise<Result<readonly PrintView[], "not-found">> {
  if (!(await findRun(context.db, finance.organisationId, runId))) return refused("not-found");
  const lost = (await listPrintJobs(context.db, runId)).filter(({ id, state }) => state === "working" && !working.has(id));
  for (const { id } of lost) await context.change(async (tx) => endInterruptedPrint(tx, id));
  return done(
    (await listPrintJobs(context.db, runId)).map(({ id, what, state, done: drawn, total, pages, isCopy, startedAt }) => ({
      jobId: id,
      what,
      state,
      done: drawn,
      total,
      pages,
      isCopy,
      on: dayIn(startedAt),
    })),
  );
}

/** A finished print, to be kept as a file; the opening is recorded first. */
export async function printedFile(
  context: Context,
  finance: FinanceOfficer,
  jobId: string,
): Promise<Result<{ readonly bytes: Uint8Array; readonly fileName: string }, "not-found">> {
  const job = await findPrintJob(context.db, finance.organisationId, jobId);
  const run = job && (await findRun(context.db, finance.organisationId, job.runId));
  const [file] = job?.fileId == null ? [] : await findFiles(context.db, finance.organisationId, [job.fileId]);
  if (!job || !run || !file) return refused("not-found");
  const bytes = await readStoredFile(context, file);
  await context.change(async (tx) =>
    record(context, tx, {
      organisationId: finance.organisationId,
      actor: auditActorOf(finance),
      action: "print-opened",
      subject: { kind: "payment-run", id: job.runId },
      details: { what: job.what },
    }),
  );
  return done({ bytes, fileName: `batch-${run.number}-${job.what}${job.isCopy ? "-copy" : ""}.pdf` });
}

async function onPaper(
  context: Context,
  finance: FinanceOfficer,
  run: StoredRun,
  lines: readonly RunLineWithNames[],
  edition: number,
): Promise<RunOnPaper> {
  const staff = await listStaff(context.db, finance.organisationId);
  const organisation = await organisationOf(context, finance.organisationId);
  const nameOf = (id: string) => staff.find((one) => one.id === id)?.name ?? "A former member of staff";
  return {
    organisation: { name: organisation.name },
    madeOn: context.today,
    number: run.number,
    kind: run.kind,
    paymentDate: run.paymentDate,
    preparedBy: nameOf(run.builtBy),
    preparedOn: dayIn(run.builtAt),
    releasedBy: run.signedBy === null ? null : nameOf(run.signedBy),
    releasedOn: run.signedAt === null ? null : dayIn(run.signedAt),
    controlSum: run.linesFingerprint?.slice(0, 16) ?? null,
    edition,
    lines: lines.map(({ line, person }) => ({
      reference: line.reference,
      payee: person.name,
      budgetCode: line.budgetCode,
      endsIn: line.lastTwo,
      check: line.lastTwo === "" ? "No account" : "",
      amount: line.toPay,
    })),
  };
}

/** The schedule of a run, to be looked at and signed at any time. */
export async function scheduleOf(context: Context, finance: FinanceOfficer, runId: string): Promise<Result<Doc, "not-found">> {
  const run = await findRun(context.db, finance.organisationId, runId);
  if (!run) return refused("not-found");
  const lines = (await listRunLines(context.db, runId)).filter(({ line }) => line.state !== "left-out" && line.state !== "taken-out");
  return done(paymentSchedule(await onPaper(context, finance, run, lines, 1)));
}

async function formsOf(
  context: Context,
  finance: FinanceOfficer,
  run: StoredRun,
  { order, edition }: { readonly order: PrintJob["order"]; readonly edition: number },
): Promise<Result<Doc, PrintRefusal>> {
  if (run.state === "draft" || run.state === "cancelled") return refused("not-now");
  const found = (await listRunLines(context.db, run.id)).filter(({ line }) => line.state !== "left-out" && line.state !== "taken-out");
  const lines =
    order === "surname"
      ? found
      : found.toSorted((one, other) =>
          one.line.budgetCode === other.line.budgetCode
            ? one.line.position - other.line.position
            : one.line.budgetCode < other.line.budgetCode
              ? -1
              : 1,
        );
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
      taxTreatment: "not-recorded",
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
  return done(paymentForms(await onPaper(context, finance, run, lines, edition), sheets));
}

// What was paid before the meeting is what the parts come to above what is paid now.
function takenBefore({ forTime, forCosts, forAccess, toPay }: StoredRunLine): Pence {
  return subtract(sum([forTime, forCosts, forAccess]), toPay);
}

async function lettersOf(context: Context, finance: FinanceOfficer, run: StoredRun, edition: number): Promise<Result<Doc, PrintRefusal>> {
  const found = await remittancesOf(context, finance, run.id);
  if (!found.ok) return refused("not-now");
  const lines = (await listRunLines(context.db, run.id)).filter(
    ({ line, person }) => line.state === "paid" && channelFor(person) === "letter",
  );
  const letters = lines.flatMap(({ line, person }): readonly LetterOnPaper[] => {
    const words = found.value.remittances.find(({ lineId }) => lineId === line.id);
    return words === undefined ? [] : [{ name: person.name, address: person.address.split("\n"), body: words.body }];
  });
  if (letters.length === 0) return refused("nothing-to-print");
  return done(remittanceLetters(await onPaper(context, finance, run, lines, edition), letters));
}
