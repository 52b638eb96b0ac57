// What the bank did with a run: paid, not paid, sent back. Whoever was not paid is told kindly, and their claim waits.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { actOnClaim, type ClaimRefusal } from "#app/domain/payments/claim-states.ts";
import { stillGiven } from "#app/domain/payments/vouchers.ts";
import type { ReasonNotPaid } from "#app/domain/payments/payment-files.ts";
import type { FinanceOfficer } from "#app/domain/people/actors.ts";
import { moneyCameBackMessage } from "#app/words/payment-runs.ts";
import type { Db, Tx } from "#db/open.ts";
import { listStaff, type StaffAccount } from "#db/stores/accounts.ts";
import { findSentClaim, saveClaim } from "#db/stores/claims.ts";
import { setBankState } from "#db/stores/payees.ts";
import {
  findRun,
  listRunLines,
  moveRunLine,
  type RunLineWithNames,
  saveRun,
  type StoredRun,
  type StoredRunLine,
} from "#db/stores/payment-runs.ts";
import { listVouchersOfClaims } from "#db/stores/vouchers.ts";
import { sealOf } from "./claim-records.server.ts";
import { actorFor, columnsOf, stateOf, withoutItsRelease } from "./claim-signing.server.ts";
import type { Context } from "./context.server.ts";
import { isEasyUnseen, queueMessageTo } from "./messages.server.ts";
import { openedBankDetails } from "./payment-choice.server.ts";
import {
  changeRun,
  factsOf,
  frozenPayeeOf,
  signedStateOf,
  recordOnClaim,
  recordOnRun,
  type RunRefusal,
  whyPlace,
} from "./run-work.server.ts";
import { barredFrom } from "./ties.server.ts";

/** What was done with a run: the day, whom the bank did not pay and why, and who is still to be given their vouchers. */
export type PaidAnswer = {
  readonly paidOn: CalendarDate;
  readonly notPaid: readonly { readonly lineId: string; readonly reason: ReasonNotPaid }[];
  readonly vouchersToGive?: readonly string[];
};

/**
 * Records what the bank did. Those paid are marked as paid on that day; those not paid are on hold, and the person is told kindly.
 * Somebody paid in vouchers is paid once the log has one that was given for the claim: refused without, and whoever is still to be given
 * theirs leaves the run and is ready for another. Nobody records a payment of their own.
 */
export async function markRunPaid(
  context: Context,
  finance: FinanceOfficer,
  at: { readonly runId: string; readonly version: number },
  { paidOn, notPaid, vouchersToGive = [] }: PaidAnswer,
  intent?: string,
): Promise<Result<{ readonly paid: number; readonly notPaid: number }, RunRefusal>> {
  return changeRun(context, finance, at, intent, async (tx, { run, lines, staff }) => {
    if (run.state !== "locked" && run.state !== "exported") return refused({ kind: "not-now", state: run.state });
    const signed = signedStateOf(context, run, lines);
    if (signed !== "as-signed") return refused({ kind: signed === "over-its-time" ? signed : "not-as-signed" });
    const open = lines.filter(({ line }) => line.state === "in");
    if (notPaid.some(({ lineId }) => !open.some(({ line }) => line.id === lineId))) return refused({ kind: "not-found" });
    const waiting = open.filter(({ line }) => vouchersToGive.includes(line.id));
    if (waiting.length < new Set(vouchersToGive).size || waiting.some(({ line }) => line.method !== "voucher"))
      return refused({ kind: "not-found" });
    if (waiting.length === open.length) return refused({ kind: "nobody-paid" });
    const settled = new Set([...vouchersToGive, ...notPaid.map(({ lineId }) => lineId)]);
    const without = (await vouchersOf(tx, open)).filter(({ lineId, given }) => given === 0 && !settled.has(lineId));
    if (without.length > 0) return refused({ kind: "vouchers-not-given", references: without.map(({ reference }) => reference) });
    const claims: { reference: string; refusal: ClaimRefusal | "changed" }[] = [];
    for (const { line } of waiting) await leaveForVouchers(context, tx, finance, run, line);
    for (const one of open.filter((each) => !waiting.includes(each))) {
      const failed = notPaid.find(({ lineId }) => lineId === one.line.id);
      const refusal =
        failed === undefined
          ? await payLine(context, tx, finance, { run, one, staff, paidOn })
          : await failLine(context, tx, finance, { run, line: one.line, staff, state: "failed", reason: failed.reason });
      if (refusal !== null) claims.push({ reference: one.line.reference, refusal });
    }
    if (claims.length > 0) return refused({ kind: "claims", claims });
    if (!(await saveRun(tx, run.id, at.version, { state: "paid", paidBy: finance.staffId, paidOn })))
      return refused({ kind: "changed-by-someone-else" });
    await recordOnRun(context, tx, finance, run, "payment-run-paid", { notPaid: notPaid.length, vouchersToGive: waiting.length });
    return done({ paid: open.length - notPaid.length - waiting.length, notPaid: notPaid.length });
  });
}

/** A line somebody is paid by in vouchers, with what the log says they were given. */
export type LineInVouchers = {
  readonly lineId: string;
  readonly reference: string;
  readonly person: string;
  readonly toPay: Pence;
  readonly given: Pence;
};

/** Those of a run who are paid in vouchers and are in it still, with what each was given by the log. */
export async function vouchersInRun(context: Context, finance: FinanceOfficer, runId: string): Promise<readonly LineInVouchers[]> {
  const run = await findRun(context.db, finance.organisationId, runId);
  if (!run) return [];
  return vouchersOf(
    context.db,
    (await listRunLines(context.db, run.id)).filter(({ line }) => line.state === "in"),
  );
}

async function vouchersOf(db: Db | Tx, lines: readonly RunLineWithNames[]): Promise<readonly LineInVouchers[]> {
  const inVouchers = lines.filter(({ line }) => line.method === "voucher");
  const vouchers = await listVouchersOfClaims(
    db,
    inVouchers.map(({ line }) => line.claimId),
  );
  return inVouchers.map(({ line, person }) => ({
    lineId: line.id,
    reference: line.reference,
    person: person.name,
    toPay: line.toPay,
    given: stillGiven(vouchers.filter(({ claimId }) => claimId === line.claimId)),
  }));
}

// Agreed as it was, and released again with the run that pays it.
async function leaveForVouchers(context: Context, tx: Tx, finance: FinanceOfficer, run: StoredRun, line: StoredRunLine): Promise<void> {
  const why = context.vault.seal("Their vouchers are still to be given", whyPlace(line.id));
  await moveRunLine(tx, line, { state: "taken-out", why, closedOn: context.today });
  const found = await findSentClaim(tx, finance.organisationId, line.claimId);
  if (!found) throw new Error("A payment run holds a claim that is gone");
  if (!(await saveClaim(tx, found.claim.id, found.claim.version, await withoutItsRelease(tx, found.claim))))
    throw new Error("A claim changed within one change");
  await recordOnClaim(context, tx, finance, line, "claim-taken-out", run);
}

async function payLine(
  context: Context,
  tx: Tx,
  finance: FinanceOfficer,
  {
    run,
    one,
    staff,
    paidOn,
  }: { readonly run: StoredRun; readonly one: RunLineWithNames; readonly staff: readonly StaffAccount[]; readonly paidOn: CalendarDate },
): Promise<ClaimRefusal | "changed" | null> {
  const { line } = one;
  const found = await findSentClaim(tx, finance.organisationId, line.claimId);
  if (!found) throw new Error("A payment run holds a claim that is gone");
  const facts = await factsOf(context, tx, found, staff);
  if (facts.toPay !== line.toPay) return "changed";
  const state = await stateOf(context, tx, found.claim);
  const paid = actOnClaim({
    state,
    action: { action: "mark-paid", paidOn },
    actor: actorFor(finance, staff, found),
    facts,
    today: context.today,
  });
  if (!paid.ok) return paid.refusal;
  await moveRunLine(tx, line, { state: "paid", paidOn });
  if (!(await saveClaim(tx, found.claim.id, found.claim.version, columnsOf(context, found.claim, paid.value)))) return "changed";
  await recordOnClaim(context, tx, finance, line, "claim-paid", run);
  // A first payment that arrived is how an account stops being new.
  if (line.lastTwo !== "") await markArrived(tx, context, { line, personId: found.claim.personId });
  return null;
}

// Whose claim it is now: their records may have been merged since the batch was made, and then the account moved too.
async function markArrived(
  tx: Tx,
  context: Context,
  { line, personId }: { readonly line: StoredRunLine; readonly personId: string },
): Promise<void> {
  const now = await openedBankDetails(context, tx, personId);
  const frozen = frozenPayeeOf(context, line).account;
  if (
    now?.row.state === "new" &&
    frozen !== null &&
    now.details.accountNumber === frozen.accountNumber &&
    now.details.sortCode === frozen.sortCode
  )
    await setBankState(tx, personId, "checked");
}

async function failLine(
  context: Context,
  tx: Tx,
  finance: FinanceOfficer,
  {
    run,
    line,
    staff,
    state,
    reason,
  }: {
    readonly run: StoredRun;
    readonly line: StoredRunLine;
    readonly staff: readonly StaffAccount[];
    readonly state: "failed" | "returned";
    readonly reason: ReasonNotPaid;
  },
): Promise<ClaimRefusal | "changed" | null> {
  const found = await findSentClaim(tx, finance.organisationId, line.claimId);
  if (!found) throw new Error("A payment run holds a claim that is gone");
  const { person } = found;
  const actor = actorFor(finance, staff, found);
  if (actor.person === person.id) return { reason: "own-claim" };
  const bar = (await barredFrom(tx, person.id)).find((one) => one.person === finance.staffId);
  if (bar !== undefined) return { reason: "barred", because: bar.because };
  await moveRunLine(tx, line, { state, why: context.vault.seal(reason, whyPlace(line.id)), closedOn: context.today });
  const saved = await saveClaim(tx, found.claim.id, found.claim.version, {
    state: "on-hold",
    heldFrom: "agreed",
    why: sealOf(context, found.claim.id, "why", reason),
    movedBy: finance.staffId,
    movedOn: context.today,
    paidOn: null,
    ...(await withoutItsRelease(tx, found.claim)),
  });
  if (!saved) return "changed";
  // The account is closed to payments until somebody made sure of it again.
  if (line.lastTwo !== "" && reason !== "other") await setBankState(tx, person.id, "changed", { changedAt: context.now });
  await recordOnClaim(context, tx, finance, line, state === "failed" ? "claim-not-paid" : "claim-returned", run);
  await queueMessageTo(context, tx, person, {
    organisationId: finance.organisationId,
    key: `money-came-back ${line.id}`,
    kind: "money-came-back",
    ...moneyCameBackMessage({
      name: person.name,
      reference: line.reference,
      amount: line.toPay,
      isEasyRead: isEasyUnseen(context, person),
    }),
    about: { kind: "claim", id: line.claimId },
  });
  return null;
}

/** Records that the bank sent a payment back after it was marked as paid. The claim is on hold, and counts once when it is paid again. */
export async function markReturned(
  context: Context,
  finance: FinanceOfficer,
  at: { readonly runId: string; readonly version: number; readonly lineId: string },
  reason: ReasonNotPaid,
  intent?: string,
): Promise<Result<{ readonly reference: string }, RunRefusal>> {
  return changeRun(context, finance, at, intent, async (tx, { run, lines }) => {
    const one = lines.find(({ line }) => line.id === at.lineId && line.state === "paid");
    if (!one) return refused({ kind: "not-found" });
    const staff = await listStaff(tx, finance.organisationId);
    const refusal = await failLine(context, tx, finance, { run, line: one.line, staff, state: "returned", reason });
    if (refusal !== null) return refused({ kind: "claims", claims: [{ reference: one.line.reference, refusal }] });
    if (!(await saveRun(tx, run.id, at.version, {}))) return refused({ kind: "changed-by-someone-else" });
    return done({ reference: one.line.reference });
  });
}
