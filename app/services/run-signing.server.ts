// Signing a payment run somebody else made, taking a claim out of it, and giving up a run nobody signed. The database keeps each
// claim in one live run at most; what is signed is looked at again here.
import { sum } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { actOnClaim, type ClaimRefusal } from "#app/domain/payments/claim-states.ts";
import { auditActorOf, financeOfficerOf, type FinanceOfficer, type FinanceReader } from "#app/domain/people/actors.ts";
import { record, recordEach } from "#db/audit.ts";
import type { Db, Tx } from "#db/open.ts";
import { listStaff, type StaffAccount } from "#db/stores/accounts.ts";
import { addSteps, findSentClaim, listSentClaims, listSteps, saveClaim } from "#db/stores/claims.ts";
import { moveRunLine, type RunLineWithNames, saveRun, type StoredRun } from "#db/stores/payment-runs.ts";
import { actorFor, isFinance, withoutItsRelease } from "./claim-signing.server.ts";
import type { Context } from "./context.server.ts";
import { sealSignedWith, signedWithNow } from "./run-signed-with.server.ts";
import {
  changeRun,
  linesFingerprint,
  type LineNow,
  linesNow,
  recordOnClaim,
  recordOnRun,
  runDeadline,
  type RunRefusal,
  whyPlace,
  workOn,
} from "./run-work.server.ts";
import { othersTurn } from "./taking-turns.server.ts";

/** Why somebody may not sign a run, claim by claim; null where they may. */
async function whyNotSign(
  context: Context,
  db: Db | Tx,
  finance: FinanceReader,
  run: StoredRun,
  lines: readonly RunLineWithNames[],
): Promise<RunRefusal | null> {
  if (run.state !== "draft") return { kind: "not-now", state: run.state };
  const mine = lines.filter(({ line }) => line.state === "in");
  const staff = await listStaff(db, finance.organisationId);
  return mayNot(context, finance, run, mine, { staff, now: await linesNow(context, db, finance, { run, lines: mine, staff }) });
}

/** Whether the viewer may sign a run that is not signed, and who else in finance may, by name: asked together, as both open every claim. */
export async function whoMaySign(
  context: Context,
  finance: FinanceReader,
  run: StoredRun,
  lines: readonly RunLineWithNames[],
): Promise<{ readonly mayNotSign: RunRefusal | null; readonly others: readonly string[] }> {
  const mine = lines.filter(({ line }) => line.state === "in");
  const staff = await listStaff(context.db, finance.organisationId);
  const now = await linesNow(context, context.db, finance, { run, lines: mine, staff });
  const mayNotSign = mayNot(context, finance, run, mine, { staff, now });
  if (mayNotSign === null) return { mayNotSign, others: [] };
  const others = staff.flatMap((account) => {
    if (!isFinance(account) || account.disabledAt !== null || account.id === finance.staffId) return [];
    const { id: staffId, organisationId, name, email, roles } = account;
    const officer = financeOfficerOf({ staffId, organisationId, name, email, roles });
    return officer !== null && mayNot(context, officer, run, mine, { staff, now }) === null ? [name] : [];
  });
  return { mayNotSign, others };
}

function mayNot(context: Context, finance: FinanceReader, run: StoredRun, mine: readonly RunLineWithNames[], now: Now): RunRefusal | null {
  if (run.builtBy === finance.staffId) return { kind: "you-made-it" };
  if (mine.length === 0) return { kind: "empty" };
  const claims = whyNotRelease(context, finance, mine, now);
  return claims.length === 0 ? null : { kind: "claims", claims };
}

type Now = { readonly staff: readonly StaffAccount[]; readonly now: ReadonlyMap<string, LineNow> };
type NotReleased = { readonly reference: string; readonly refusal: ClaimRefusal | "changed" | "account-changed" };

function whyNotRelease(
  context: Context,
  finance: FinanceReader,
  mine: readonly RunLineWithNames[],
  { staff, now }: Now,
): readonly NotReleased[] {
  const claims: NotReleased[] = [];
  for (const { line, person } of mine) {
    const found = now.get(line.id);
    if (found === undefined) throw new Error("A payment run holds a claim that is gone");
    const { claim, state, facts, hasMoved } = found;
    const released = actOnClaim({
      state,
      action: { action: "release" },
      actor: actorFor(finance, staff, { claim, person }),
      facts,
      today: context.today,
    });
    if (!released.ok) claims.push({ reference: line.reference, refusal: released.refusal });
    else if (facts.toPay !== line.toPay) claims.push({ reference: line.reference, refusal: "changed" });
    else if (hasMoved) claims.push({ reference: line.reference, refusal: "account-changed" });
  }
  return claims;
}

/** Signs a run somebody else made: every claim in it is released by this signature, and its lines cannot change any more. */
export async function signRun(
  context: Context,
  finance: FinanceOfficer,
  at: { readonly runId: string; readonly version: number },
  intent?: string,
): Promise<Result<{ readonly number: number }, RunRefusal>> {
  return context.change<Result<{ readonly number: number }, RunRefusal>>(
    async (tx) => {
      const work = await workOn(tx, finance, at.runId);
      if (work === null) return refused({ kind: "not-found" });
      const { run, lines } = work;
      const why = await whyNotSign(context, tx, finance, run, lines);
      if (why !== null) return refused(why);
      const mine = lines.filter(({ line }) => line.state === "in");
      const exceptions = await releaseEach(context, tx, finance, run, mine);
      const saved = await saveRun(tx, run.id, at.version, {
        state: "locked",
        signedBy: finance.staffId,
        signedAt: context.now,
        linesFingerprint: linesFingerprint(
          context,
          run,
          lines.map(({ line }) => line),
        ),
        signedWith: sealSignedWith(context, run.id, await signedWithNow(context, tx, finance, work, finance.staffId)),
      });
      if (!saved) return refused({ kind: "changed-by-someone-else" });
      await record(context, tx, {
        organisationId: finance.organisationId,
        actor: auditActorOf(finance),
        action: "payment-run-signed",
        subject: { kind: "payment-run", id: run.id },
        details: { number: run.number, claims: mine.length, exceptions, pence: sum(mine.map(({ line }) => line.toPay)) },
      });
      return done({ number: run.number });
    },
    { deadline: runDeadline, ...(intent === undefined ? {} : { intent }) },
  );
}

/** How many claims are released in one statement. */
const atOnce = 50;

/** Puts the release of every claim on record, all within the change that signs; gives how many were checked by the same person. */
async function releaseEach(
  context: Context,
  tx: Tx,
  finance: FinanceOfficer,
  run: StoredRun,
  lines: readonly RunLineWithNames[],
): Promise<number> {
  const claimIds = lines.map(({ line }) => line.claimId);
  const claims = new Map((await listSentClaims(tx, finance.organisationId, claimIds)).map(({ claim }) => [claim.id, claim]));
  const steps = Map.groupBy(await listSteps(tx, claimIds), ({ step }) => step.claimId);
  let exceptions = 0;
  for (let from = 0; from < claimIds.length; from += atOnce) {
    const releases = claimIds.slice(from, from + atOnce).map((claimId) => {
      const claim = claims.get(claimId);
      if (claim === undefined) throw new Error("A payment run holds a claim that is gone");
      const isException = (steps.get(claimId) ?? []).some(
        ({ step }) => step.step === "check" && step.round === claim.round && step.staffId === finance.staffId,
      );
      return { claimId, round: claim.round, isException };
    });
    exceptions += releases.filter(({ isException }) => isException).length;
    await addSteps(
      tx,
      releases.map(({ claimId, round }) => ({ claimId, round, step: "release", staffId: finance.staffId, at: context.now })),
    );
    await recordEach(
      context,
      tx,
      releases.map(({ claimId, round, isException }) => ({
        organisationId: finance.organisationId,
        actor: auditActorOf(finance),
        action: "claim-released",
        subject: { kind: "claim", id: claimId },
        details: { run: run.number, round, ...(isException ? { exception: "checker-released" } : {}) },
      })),
    );
    await othersTurn();
  }
  return exceptions;
}

/** Takes one claim out, with a reason: before signing it is left out, after it the signature stands for the rest. The claim is ready again. */
export async function takeOut(
  context: Context,
  finance: FinanceOfficer,
  at: { readonly runId: string; readonly version: number; readonly lineId: string },
  why: string,
  intent?: string,
): Promise<Result<{ readonly reference: string }, RunRefusal>> {
  return changeRun(context, finance, at, intent, async (tx, { run, lines }) => {
    if (run.state !== "draft" && run.state !== "locked") return refused({ kind: "not-now", state: run.state });
    const found = lines.find(({ line }) => line.id === at.lineId && line.state === "in");
    if (!found) return refused({ kind: "not-found" });
    const { line } = found;
    await moveRunLine(tx, line, {
      state: run.state === "draft" ? "left-out" : "taken-out",
      why: context.vault.seal(why, whyPlace(line.id)),
      closedOn: context.today,
    });
    const claim = await findSentClaim(tx, finance.organisationId, line.claimId);
    if (claim) await saveClaim(tx, claim.claim.id, claim.claim.version, await withoutItsRelease(tx, claim.claim));
    await recordOnClaim(context, tx, finance, line, "claim-taken-out", run);
    const isLast = lines.filter((one) => one.line.state === "in").length === 1;
    const saved = await saveRun(tx, run.id, at.version, isLast && run.state === "draft" ? { state: "cancelled" } : {});
    return saved ? done({ reference: line.reference }) : refused({ kind: "changed-by-someone-else" });
  });
}

/** Gives up a run nobody signed: every claim in it is ready for another. */
export async function cancelRun(
  context: Context,
  finance: FinanceOfficer,
  at: { readonly runId: string; readonly version: number },
  intent?: string,
): Promise<Result<{ readonly number: number }, RunRefusal>> {
  return changeRun(context, finance, at, intent, async (tx, { run, lines }) => {
    if (run.state !== "draft") return refused({ kind: "not-now", state: run.state });
    for (const { line } of lines) if (line.state === "in") await moveRunLine(tx, line, { state: "left-out", closedOn: context.today });
    if (!(await saveRun(tx, run.id, at.version, { state: "cancelled" }))) return refused({ kind: "changed-by-someone-else" });
    await recordOnRun(context, tx, finance, run, "payment-run-cancelled");
    return done({ number: run.number });
  });
}
