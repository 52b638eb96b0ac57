// What every job on a payment run shares: a run at hand with its lines, who each line pays, the fingerprint of what is signed, and one
// way to change a run and record it. Nothing of what somebody needs or gets is in any of it.
import { penceOf } from "#app/domain/basics/money.ts";
import { refused, type Result } from "#app/domain/basics/result.ts";
import type { AccountNumber, SortCode } from "#app/domain/payments/bank-details.ts";
import type { ClaimFacts, ClaimRefusal, ClaimState } from "#app/domain/payments/claim-states.ts";
import { settleClaim } from "#app/domain/payments/claim.ts";
import type { PaymentMethod } from "#app/domain/payments/offer.ts";
import { auditActorOf, type FinanceOfficer, type FinanceReader } from "#app/domain/people/actors.ts";
import { record } from "#db/audit.ts";
import type { Db, Tx } from "#db/open.ts";
import { listStaff, type StaffAccount } from "#db/stores/accounts.ts";
import { type ClaimWithPeople, listSentClaims, listSteps, listTypists, type StoredClaim } from "#db/stores/claims.ts";
import {
  findRun,
  listRunLines,
  type RunLineWithNames,
  type RunState,
  type StoredRun,
  type StoredRunLine,
} from "#db/stores/payment-runs.ts";
import { sentClaimOf } from "./claim-records.server.ts";
import { isFinance, stateFrom } from "./claim-signing.server.ts";
import type { Context } from "./context.server.ts";
import { organisationOf } from "./organisations.server.ts";
import { payeesOf } from "./payees.server.ts";
import { inStretches } from "./taking-turns.server.ts";
import { barredFromAll } from "./ties.server.ts";

/** A run of thousands of claims takes longer than one form may; nothing else is saved meanwhile. */
export const runDeadline = 120_000;

/** The ways of being paid that need an account. */
export const needsAccount: readonly PaymentMethod[] = ["bank", "someone-elses-account"];

/** Who is paid and where, as it was when the run was made. */
export type FrozenPayee = {
  readonly name: string;
  readonly account: {
    readonly nameOnAccount: string;
    readonly sortCode: SortCode;
    readonly accountNumber: AccountNumber;
    readonly rollNumber?: string;
    readonly print: string;
  } | null;
};

/** Where the seals of a line are bound to. */
export const payeePlace = (row: string) => ({ table: "payment_run_lines", column: "payee", row });

export const whyPlace = (row: string) => ({ table: "payment_run_lines", column: "why", row });

/** Who a line pays and where, as it was when the run was made: the whole number, so whoever shows it records that. */
export function frozenPayeeOf(context: Context, line: StoredRunLine): FrozenPayee {
  return JSON.parse(context.vault.unseal(line.payee, payeePlace(line.id))) as FrozenPayee;
}

/** Why a line was taken out or not paid: a reason's id from the bank, else what somebody wrote; empty where nothing is recorded. */
export function whyNotPaid(context: Context, line: StoredRunLine): string {
  return line.why === null ? "" : context.vault.unseal(line.why, whyPlace(line.id));
}

/** One value for everything that is signed: which claims, in which order, how much of what, for which code, to which account. */
export function linesFingerprint(context: Context, run: StoredRun, lines: readonly StoredRunLine[]): string {
  const signed = lines
    .filter(({ state }) => state !== "left-out")
    .map((line) => [
      line.position,
      line.claimId,
      line.personId,
      line.reference,
      line.budgetCode,
      line.method,
      line.forTime,
      line.forCosts,
      line.forAccess,
      line.toPay,
      frozenPayeeOf(context, line),
    ]);
  return context.vault.fingerprint("payment-run", JSON.stringify([run.id, run.number, run.kind, run.paymentDate, signed]));
}

/** "over-its-time": accounts in it were erased with claims nobody may keep whole any more, so it cannot be told. */
export type SignedState = "not-signed" | "as-signed" | "changed" | "over-its-time";

/** Whether everything in a run is still what was signed. */
export function signedStateOf(
  context: Context,
  run: StoredRun,
  found: readonly Pick<RunLineWithNames, "line" | "isReduced">[],
): SignedState {
  if (run.linesFingerprint === null) return "not-signed";
  if (found.some(({ line, isReduced }) => isReduced && line.state !== "left-out")) return "over-its-time";
  const lines = found.map(({ line }) => line);
  return run.linesFingerprint === linesFingerprint(context, run, lines) ? "as-signed" : "changed";
}

export type RunRefusal =
  | { readonly kind: "not-found" }
  | { readonly kind: "changed-by-someone-else" }
  | { readonly kind: "not-now"; readonly state: RunState }
  | { readonly kind: "you-made-it" }
  | { readonly kind: "empty" }
  | { readonly kind: "not-as-signed" }
  | { readonly kind: "over-its-time" }
  /** The log has no voucher that was given for these claims. */
  | { readonly kind: "vouchers-not-given"; readonly references: readonly string[] }
  | { readonly kind: "nobody-paid" }
  | {
      readonly kind: "claims";
      readonly claims: readonly { readonly reference: string; readonly refusal: ClaimRefusal | "changed" | "account-changed" }[];
    };

/** A run at hand: what it is, its lines, and everybody who works here. */
export type Work = {
  readonly run: StoredRun;
  readonly lines: readonly RunLineWithNames[];
  readonly staff: readonly StaffAccount[];
};

/** The run to work on; null where the organisation has no such run. */
export async function workOn(db: Db | Tx, finance: FinanceReader, runId: string): Promise<Work | null> {
  const run = await findRun(db, finance.organisationId, runId);
  if (!run) return null;
  return { run, lines: await listRunLines(db, runId), staff: await listStaff(db, finance.organisationId) };
}

type ClaimAtHand = { readonly claim: StoredClaim; readonly person: ClaimWithPeople["person"] };

/** What the rules of a claim ask about it when a run moves it on. */
export async function factsOf(context: Context, db: Db | Tx, { claim }: ClaimAtHand, staff: readonly StaffAccount[]): Promise<ClaimFacts> {
  const barred = await barredFromAll(db, [claim.personId]);
  return factsFrom(context, claim, staff, { typists: await listTypists(db, [claim.id]), barred: barred(claim.personId) });
}

function factsFrom(
  context: Context,
  claim: StoredClaim,
  staff: readonly StaffAccount[],
  { typists, barred }: { readonly typists: Awaited<ReturnType<typeof listTypists>>; readonly barred: ClaimFacts["barred"] },
): ClaimFacts {
  return {
    claimant: claim.personId,
    typedBy: typists.filter(({ claimId }) => claimId === claim.id).map(({ staffId }) => staffId),
    barred,
    blocks: [],
    budgetCodes: [],
    toPay: settleClaim(sentClaimOf(context, claim)).toPay,
    authorisedThisMonth: penceOf(0),
    isPaymentHeld: false,
    financePeople: staff.filter(isFinance).length,
  };
}

/** What a line of a run stands for now: its claim as it is, and whether its account moved since. Null: the claim is gone. */
export type LineNow = { readonly claim: StoredClaim; readonly state: ClaimState; readonly facts: ClaimFacts; readonly hasMoved: boolean };

/**
 * Every line of a run as it stands now, read together: a run of a thousand asks as much of the database as a run of one. An account has
 * moved where the one on file is another, or may not be paid into any more, since the run was made.
 */
export async function linesNow(
  context: Context,
  db: Db | Tx,
  finance: FinanceReader,
  { run, lines, staff }: Work,
): Promise<ReadonlyMap<string, LineNow>> {
  const ids = lines.map(({ line }) => line.claimId);
  const found = new Map((await listSentClaims(db, finance.organisationId, ids)).map((one) => [one.claim.id, one]));
  const steps = Map.groupBy(await listSteps(db, ids), ({ step }) => step.claimId);
  const typists = Map.groupBy(await listTypists(db, ids), ({ claimId }) => claimId);
  const barred = await barredFromAll(
    db,
    [...found.values()].map(({ claim }) => claim.personId),
  );
  const organisation = await organisationOf(context, finance.organisationId);
  const payee = await payeesOf(context, db, { organisation, people: lines.map(({ person }) => person), on: run.paymentDate });
  const now = await inStretches(lines, ({ line, person }): readonly (readonly [string, LineNow])[] => {
    const claim = found.get(line.claimId)?.claim;
    if (claim === undefined) return [];
    const frozen = frozenPayeeOf(context, line).account;
    const onFile = frozen === null ? null : payee({ person, how: line.method as PaymentMethod });
    return [
      [
        line.id,
        {
          claim,
          state: stateFrom(context, claim, steps.get(claim.id) ?? []),
          facts: factsFrom(context, claim, staff, { typists: typists.get(claim.id) ?? [], barred: barred(claim.personId) }),
          hasMoved: frozen !== null && (onFile === null || onFile.account !== frozen.print || onFile.answer.payment === "held"),
        },
      ],
    ];
  });
  return new Map(now.flat());
}

/** Changes a run that is still at the version somebody saw, in one transaction. */
export async function changeRun<Value>(
  context: Context,
  finance: FinanceOfficer,
  at: { readonly runId: string; readonly version: number },
  intent: string | undefined,
  work: (tx: Tx, at: Work) => Promise<Result<Value, RunRefusal>>,
): Promise<Result<Value, RunRefusal>> {
  return context.change<Result<Value, RunRefusal>>(
    async (tx) => {
      const found = await workOn(tx, finance, at.runId);
      if (found === null) return refused({ kind: "not-found" });
      if (found.run.version !== at.version) return refused({ kind: "changed-by-someone-else" });
      return work(tx, found);
    },
    { deadline: runDeadline, ...(intent === undefined ? {} : { intent }) },
  );
}

/** Puts a step of a run on record. */
export async function recordOnRun(
  context: Context,
  tx: Tx,
  finance: FinanceOfficer,
  run: StoredRun,
  action: string,
  details = {},
): Promise<void> {
  await record(context, tx, {
    organisationId: finance.organisationId,
    actor: auditActorOf(finance),
    action,
    subject: { kind: "payment-run", id: run.id },
    details: { number: run.number, ...details },
  });
}

/** Puts on record what a run did to one claim. */
export async function recordOnClaim(
  context: Context,
  tx: Tx,
  finance: FinanceOfficer,
  line: StoredRunLine,
  action: string,
  run: StoredRun,
) {
  await record(context, tx, {
    organisationId: finance.organisationId,
    actor: auditActorOf(finance),
    action,
    subject: { kind: "claim", id: line.claimId },
    details: { run: run.number },
  });
}
