// Large prints of a payment run, as one file or as a file each: made by a worker beside the program, with how far they are on record,
// and stopped without a trace. The finished file is sealed on disk; it holds full account numbers, so each opening is recorded.
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { dayIn, type CalendarDate } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { auditActorOf, type FinanceOfficer } from "#app/domain/people/actors.ts";
import type { PrintNews, PrintOrder } from "#app/documents/print-worker.ts";
import { record } from "#db/audit.ts";
import { addFile, findFiles } from "#db/stores/claims.ts";
import {
  addPrintJob,
  endInterruptedPrint,
  findPrintJob,
  findRun,
  listPrintJobs,
  moveWorkingPrint,
  type PrintJob,
  type StoredRun,
} from "#db/stores/payment-runs.ts";
import type { Context } from "./context.server.ts";
import { dropUpload, endingOf, fileRow, readStoredFile, writeUpload } from "./files.server.ts";
import { formFilesOf, formsOf, lettersOf, type PrintFiles, type Prints } from "./run-papers.server.ts";

export type PrintOrderKind = PrintJob["what"];
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
  const made = await ordered(context, finance, run, { ...wanted, edition });
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
        total: made.value.as === "one-file" ? made.value.prints.length : made.value.files.length,
        isCopy: edition > 1,
        startedBy: finance.staffId,
        startedAt: context.now,
      });
      await record(context, tx, {
        organisationId: finance.organisationId,
        actor: auditActorOf(finance),
        action: wanted.what === "remittance-letters" ? "remittance-letters-made" : "payment-forms-made",
        subject: { kind: "payment-run", id: runId },
        details: { number: run.number, edition, ...(wanted.what === "payment-form-files" ? { files: "one-each" } : {}) },
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

async function ordered(
  context: Context,
  finance: FinanceOfficer,
  run: StoredRun,
  { what, ...wanted }: { readonly what: PrintOrderKind; readonly order: PrintJob["order"]; readonly edition: number },
): Promise<Result<Prints | PrintFiles, "not-now" | "nothing-to-print">> {
  switch (what) {
    case "payment-forms":
      return formsOf(context, finance, run, wanted);
    case "payment-form-files":
      return formFilesOf(context, finance, run, wanted);
    case "remittance-letters":
      return lettersOf(context, finance, run);
  }
}

/** Left to itself a worker lets much more lie about before it tidies up: the rest of the machine is for the people at work. */
export const workerMemory = { maxYoungGenerationSizeMb: 16 } as const;

function printBeside(context: Context, job: PrintJob, order: PrintOrder): void {
  const worker = new Worker(join(process.cwd(), "app", "documents", "print-worker.ts"), {
    workerData: order,
    resourceLimits: workerMemory,
  });
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
  const isArchive = job.what === "payment-form-files";
  const upload = {
    name: `${job.what}.${isArchive ? "zip" : "pdf"}`,
    mediaType: isArchive ? ("application/zip" as const) : ("application/pdf" as const),
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
): Promise<Result<{ readonly bytes: Uint8Array; readonly fileName: string; readonly mediaType: string }, "not-found">> {
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
  const { mediaType } = file;
  return done({ bytes, mediaType, fileName: `batch-${run.number}-${job.what}${job.isCopy ? "-copy" : ""}.${endingOf(mediaType)}` });
}
