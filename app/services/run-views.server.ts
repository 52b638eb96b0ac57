// Payment runs as finance sees them: the list, and one run whole. Nothing of what somebody needs or gets is in any view.
import { type CalendarDate, dayIn } from "#app/domain/basics/dates.ts";
import { type Pence, penceOf, subtract, sum } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { PaymentMethod } from "#app/domain/payments/offer.ts";
import type { FinanceReader } from "#app/domain/people/actors.ts";
import { listStaff } from "#db/stores/accounts.ts";
import {
  countRuns,
  findRun,
  listExports,
  listPrintJobs,
  listRunLines,
  listRuns,
  type RunKind,
  type RunLineState,
  type RunLineWithNames,
  type RunState,
  type StoredRun,
} from "#db/stores/payment-runs.ts";
import { findExceptionReview } from "#db/stores/ties.ts";
import type { Context } from "./context.server.ts";
import { payingAccountOf } from "./payees.server.ts";
import { releasedByTheirChecker } from "./exception-reviews.server.ts";
import { isSameAccount, partsByClaim, signedWithOf } from "./run-signed-with.server.ts";
import { whoMaySign } from "./run-signing.server.ts";
import { type RunRefusal, type SignedState, signedStateOf, whyNotPaid } from "./run-work.server.ts";

export type { RunKind, RunLineState, RunState };

export type RunInListView = {
  readonly runId: string;
  readonly number: number;
  readonly kind: RunKind;
  readonly state: RunState;
  readonly paymentDate: CalendarDate;
  readonly count: number;
  readonly total: Pence;
};

const runsOnPage = 50;

/** One page of the runs, newest first. */
export async function listRunsFor(
  context: Context,
  finance: FinanceReader,
  page: number,
): Promise<{ readonly runs: readonly RunInListView[]; readonly pages: number }> {
  const found = await listRuns(context.db, finance.organisationId, { from: (page - 1) * runsOnPage, atMost: runsOnPage });
  const all = await countRuns(context.db, finance.organisationId);
  return {
    runs: found.map(({ run, count, total }) => ({
      runId: run.id,
      number: run.number,
      kind: run.kind,
      state: run.state,
      paymentDate: run.paymentDate,
      count,
      total: penceOf(total),
    })),
    pages: Math.max(1, Math.ceil(all / runsOnPage)),
  };
}

export type RunLineView = {
  readonly lineId: string;
  readonly claimId: string;
  readonly personId: string;
  readonly reference: string;
  readonly person: string;
  readonly meeting: string;
  readonly budgetCode: string;
  readonly method: PaymentMethod;
  readonly forTime: Pence;
  readonly forCosts: Pence;
  readonly toPay: Pence;
  readonly endsIn: string;
  readonly state: RunLineState;
  readonly why: string;
};

export type RunView = Omit<RunInListView, "count" | "total"> & {
  readonly version: number;
  readonly builtBy: string;
  readonly builtOn: CalendarDate;
  readonly signedBy: string | null;
  readonly signedOn: CalendarDate | null;
  /** The beginning of what was signed, to compare with papers. */
  readonly controlSum: string | null;
  readonly signed: SignedState;
  /** Its forms were printed. */
  readonly isPrinted: boolean;
  readonly paidOn: CalendarDate | null;
  readonly remittedOn: CalendarDate | null;
  readonly lines: readonly RunLineView[];
  readonly count: number;
  readonly total: Pence;
  readonly byBudgetCode: readonly { readonly code: string; readonly count: number; readonly total: Pence }[];
  readonly exports: readonly {
    readonly number: number;
    readonly format: string;
    readonly fileName: string;
    readonly fingerprint: string;
    readonly withChecksum: boolean;
    readonly by: string;
    readonly on: CalendarDate;
  }[];
  /** Claims that one person both checked and released, and whether somebody outside finance has looked at them. */
  readonly exceptions: { readonly claims: number; readonly isReviewed: boolean };
  /** The account it is paid from, as it was signed or settled by its first file; null before that. */
  readonly paidFrom: { readonly name: string; readonly endsIn: string; readonly isStillOurs: boolean } | null;
  /** Why the viewer may not sign, by claim. */
  readonly mayNotSign: RunRefusal | null;
  /** Who else may sign it, by name, where the viewer may not. */
  readonly othersMaySign: readonly string[];
};

/** One run whole, for everybody in finance. */
export async function runForFinance(context: Context, finance: FinanceReader, runId: string): Promise<Result<RunView, "not-found">> {
  const run = await findRun(context.db, finance.organisationId, runId);
  if (!run) return refused("not-found");
  const found = await listRunLines(context.db, run.id);
  const staff = await listStaff(context.db, finance.organisationId);
  const nameOf = (id: string | null) => (id === null ? null : (staff.find((one) => one.id === id)?.name ?? "A former member of staff"));
  const lines = found.map((one) => lineView(context, one));
  const counted = lines.filter(({ state }) => state !== "left-out" && state !== "taken-out");
  const parts = await partsByClaim(context.db, found);
  const paying = counted.flatMap(({ claimId, budgetCode, toPay }) => parts.get(claimId) ?? [{ code: budgetCode, amount: toPay }]);
  const codes = [...new Set(paying.map(({ code }) => code))].toSorted();
  const signing = run.state === "draft" ? await whoMaySign(context, finance, run, found) : { mayNotSign: null, others: [] };
  return done({
    runId: run.id,
    number: run.number,
    kind: run.kind,
    state: run.state,
    paymentDate: run.paymentDate,
    version: run.version,
    builtBy: nameOf(run.builtBy) ?? "",
    builtOn: dayIn(run.builtAt),
    signedBy: nameOf(run.signedBy),
    signedOn: run.signedAt === null ? null : dayIn(run.signedAt),
    controlSum: run.linesFingerprint?.slice(0, 16) ?? null,
    signed: signedStateOf(context, run, found),
    isPrinted: (await listPrintJobs(context.db, run.id)).some(({ what, state }) => what !== "remittance-letters" && state === "done"),
    paidOn: run.paidOn,
    remittedOn: run.remittedAt === null ? null : dayIn(run.remittedAt),
    lines,
    count: counted.length,
    total: sum(counted.map(({ toPay }) => toPay)),
    byBudgetCode: codes.map((code) => {
      const mine = paying.filter((part) => part.code === code);
      return { code, count: mine.length, total: sum(mine.map(({ amount }) => amount)) };
    }),
    exports: (await listExports(context.db, run.id)).map(({ made, by }) => ({
      number: made.number,
      format: made.format,
      fileName: made.fileName,
      fingerprint: made.fingerprint,
      withChecksum: made.withChecksum,
      by,
      on: dayIn(made.at),
    })),
    exceptions: {
      claims: (
        await releasedByTheirChecker(
          context.db,
          found.map(({ line }) => line),
        )
      ).length,
      isReviewed: (await findExceptionReview(context.db, run.id)) !== undefined,
    },
    paidFrom: await paidFromOf(context, finance, run),
    mayNotSign: signing.mayNotSign,
    othersMaySign: signing.others,
  });
}

async function paidFromOf(context: Context, finance: FinanceReader, run: StoredRun): Promise<RunView["paidFrom"]> {
  const payer = signedWithOf(context, run)?.payer;
  if (payer === undefined || payer === null) return null;
  const now = await payingAccountOf(context, context.db, finance.organisationId);
  return { name: payer.name, endsIn: payer.accountNumber.slice(-2), isStillOurs: now !== null && isSameAccount(now, payer) };
}

function lineView(context: Context, { line, person, meeting }: RunLineWithNames): RunLineView {
  return {
    lineId: line.id,
    claimId: line.claimId,
    personId: line.personId,
    reference: line.reference,
    person: person.name,
    meeting: meeting.name,
    budgetCode: line.budgetCode,
    method: line.method as PaymentMethod,
    forTime: line.forTime,
    forCosts: subtract(line.toPay, line.forTime),
    toPay: line.toPay,
    endsIn: line.lastTwo,
    state: line.state,
    why: whyNotPaid(context, line),
  };
}
