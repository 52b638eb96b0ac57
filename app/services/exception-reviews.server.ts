// Claims that one person both checked and released, because the team is small (decision 27): which they are, in a batch or paid by hand
// outside one, and what somebody outside finance, such as a trustee, found when they looked at them.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { penceOf, type Pence } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { auditActorOf, type FinanceOfficer } from "#app/domain/people/actors.ts";
import { record } from "#db/audit.ts";
import type { Db, Tx } from "#db/open.ts";
import { listStaff } from "#db/stores/accounts.ts";
import { listSteps } from "#db/stores/claims.ts";
import { findRun, listRunLines } from "#db/stores/payment-runs.ts";
import {
  addClaimExceptionReview,
  addExceptionReview,
  countExceptionsOutside,
  type ExceptionOutside,
  findExceptionReview,
  listExceptionsAmong,
  listExceptionsOutside,
  listRunsToReview,
} from "#db/stores/ties.ts";
import type { Context } from "./context.server.ts";

type Line = { readonly claimId: string; readonly reference: string };

/** Of some claims, those whose last release was signed by whoever checked them in the same round. */
export async function releasedByTheirChecker(db: Db | Tx, lines: readonly Line[]): Promise<readonly Line[]> {
  const steps = (
    await listSteps(
      db,
      lines.map(({ claimId }) => claimId),
    )
  ).map(({ step }) => step);
  return lines.filter(({ claimId }) => {
    const mine = steps.filter((step) => step.claimId === claimId);
    const released = mine.findLast(({ step }) => step === "release");
    return (
      released !== undefined &&
      mine.some(({ step, round, staffId }) => step === "check" && round === released.round && staffId === released.staffId)
    );
  });
}

export type ExceptionsView = {
  readonly number: number;
  readonly claims: readonly Line[];
  readonly review: { readonly reviewer: string; readonly on: CalendarDate; readonly found: string; readonly recordedBy: string } | null;
};

/** The exceptions of one batch, and what was found about them. */
export async function exceptionsOf(context: Context, finance: FinanceOfficer, runId: string): Promise<Result<ExceptionsView, "not-found">> {
  const run = await findRun(context.db, finance.organisationId, runId);
  if (!run) return refused("not-found");
  const lines = (await listRunLines(context.db, run.id)).map(({ line }) => line);
  const review = await findExceptionReview(context.db, run.id);
  const staff = await listStaff(context.db, finance.organisationId);
  return done({
    number: run.number,
    claims: await releasedByTheirChecker(context.db, lines),
    review:
      review === undefined
        ? null
        : {
            reviewer: review.reviewer,
            on: review.reviewedOn,
            found: review.found,
            recordedBy: staff.find(({ id }) => id === review.recordedBy)?.name ?? "A former member of staff",
          },
  });
}

export type ReviewRefusal = "not-found" | "no-exceptions" | "reviewed-already" | "in-the-future" | "one-of-the-signers";

/**
 * Keeps what a person outside finance found about the exceptions of a batch. Refused where there are none, a second time, for a day
 * ahead, and where the reviewer has the name of somebody who signed one of the claims.
 */
export async function recordExceptionReview(
  context: Context,
  finance: FinanceOfficer,
  runId: string,
  said: { readonly reviewer: string; readonly on: CalendarDate; readonly found: string },
  intent?: string,
): Promise<Result<object, ReviewRefusal>> {
  return context.change<Result<object, ReviewRefusal>>(
    async (tx) => {
      const run = await findRun(tx, finance.organisationId, runId);
      if (!run) return refused("not-found");
      const claims = await releasedByTheirChecker(
        tx,
        (await listRunLines(tx, run.id)).map(({ line }) => line),
      );
      if (claims.length === 0) return refused("no-exceptions");
      if ((await findExceptionReview(tx, run.id)) !== undefined) return refused("reviewed-already");
      if (said.on > context.today) return refused("in-the-future");
      const signers = await listSteps(
        tx,
        claims.map(({ claimId }) => claimId),
      );
      const asWritten = (name: string) => name.trim().toLowerCase();
      if (signers.some(({ name }) => asWritten(name) === asWritten(said.reviewer))) return refused("one-of-the-signers");
      await addExceptionReview(tx, {
        runId: run.id,
        organisationId: finance.organisationId,
        reviewer: said.reviewer,
        reviewedOn: said.on,
        found: said.found,
        recordedBy: finance.staffId,
        recordedAt: context.now,
      });
      await record(context, tx, {
        organisationId: finance.organisationId,
        actor: auditActorOf(finance),
        action: "exceptions-reviewed",
        subject: { kind: "payment-run", id: run.id },
        details: { number: run.number, claims: claims.length },
      });
      return done({});
    },
    intent === undefined ? {} : { intent },
  );
}

export type OutsideException = {
  readonly claimId: string;
  readonly reference: string;
  readonly person: string;
  readonly amount: Pence;
  readonly paidOn: CalendarDate | null;
  readonly releasedBy: string;
  readonly review: { readonly reviewer: string; readonly on: CalendarDate; readonly found: string; readonly recordedBy: string } | null;
};

export type ToReview = {
  /** Paid by hand, in cash or in vouchers, and looked at by nobody yet. */
  readonly waiting: readonly OutsideException[];
  readonly reviewed: readonly OutsideException[];
  /** Batches with such claims that nobody has looked at. */
  readonly batches: readonly { readonly runId: string; readonly number: number }[];
};

const mostShown = 200;

/** Everything that waits for somebody outside finance to look at it, and what was found about claims paid outside a batch. */
export async function exceptionsToReview(context: Context, finance: FinanceOfficer): Promise<ToReview> {
  const { db } = context;
  const names = new Map((await listStaff(db, finance.organisationId)).map(({ id, name }) => [id, name]));
  const view = ({ claim, person, releasedBy, review }: ExceptionOutside): OutsideException => ({
    claimId: claim.id,
    reference: claim.reference,
    person,
    amount: penceOf(claim.toPay ?? 0),
    paidOn: claim.paidOn,
    releasedBy,
    review:
      review === null
        ? null
        : {
            reviewer: review.reviewer,
            on: review.reviewedOn,
            found: review.found,
            recordedBy: names.get(review.recordedBy) ?? "A former member of staff",
          },
  });
  return {
    waiting: (await listExceptionsOutside(db, finance.organisationId, "to-review", mostShown)).map(view),
    reviewed: (await listExceptionsOutside(db, finance.organisationId, "reviewed", mostShown)).map(view),
    batches: await listRunsToReview(db, finance.organisationId),
  };
}

/** How many claims and batches wait for somebody outside finance. */
export async function countToReview(context: Context, finance: FinanceOfficer): Promise<number> {
  const batches = await listRunsToReview(context.db, finance.organisationId);
  return batches.length + (await countExceptionsOutside(context.db, finance.organisationId));
}

export type OutsideReviewRefusal = Exclude<ReviewRefusal, "no-exceptions"> | "nothing-chosen";

/**
 * Keeps what a person outside finance found about claims that were paid outside a batch. Refused for a claim that is no such exception,
 * one somebody looked at already, a day ahead, and a reviewer with the name of somebody who signed one of them.
 */
export async function recordOutsideReview(
  context: Context,
  finance: FinanceOfficer,
  claimIds: readonly string[],
  said: { readonly reviewer: string; readonly on: CalendarDate; readonly found: string },
  intent?: string,
): Promise<Result<{ readonly claims: number }, OutsideReviewRefusal>> {
  const wanted = [...new Set(claimIds)];
  if (wanted.length === 0) return refused("nothing-chosen");
  return context.change<Result<{ readonly claims: number }, OutsideReviewRefusal>>(
    async (tx) => {
      const found = await listExceptionsAmong(tx, finance.organisationId, wanted);
      if (found.length < wanted.length) return refused("not-found");
      if (found.some(({ review }) => review !== null)) return refused("reviewed-already");
      if (said.on > context.today) return refused("in-the-future");
      const asWritten = (name: string) => name.trim().toLowerCase();
      const signers = await listSteps(tx, wanted);
      if (signers.some(({ name }) => asWritten(name) === asWritten(said.reviewer))) return refused("one-of-the-signers");
      for (const { claim } of found) {
        await addClaimExceptionReview(tx, {
          claimId: claim.id,
          round: claim.round,
          organisationId: finance.organisationId,
          reviewer: said.reviewer,
          reviewedOn: said.on,
          found: said.found,
          recordedBy: finance.staffId,
          recordedAt: context.now,
        });
        await record(context, tx, {
          organisationId: finance.organisationId,
          actor: auditActorOf(finance),
          action: "exception-reviewed",
          subject: { kind: "claim", id: claim.id },
        });
      }
      return done({ claims: found.length });
    },
    intent === undefined ? {} : { intent },
  );
}
