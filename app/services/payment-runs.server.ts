// Payment runs, which people read as batches: made once by one person, signed by another, printed or exported, then marked as
// paid, not paid or returned. The database keeps each claim in one live run at most, and every door here looks again at what was
// signed. Nothing of what somebody needs or gets is in any view.
import { addDays, dayIn, isWorkingDay, type CalendarDate } from "#app/domain/basics/dates.ts";
import { penceOf, subtract, sum, type Pence } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { standardAccountOf, type AccountNumber, type SortCode } from "#app/domain/payments/bank-details.ts";
import type { BacsRefusal } from "#app/domain/payments/bacs18.ts";
import { actOnClaim, type ClaimFacts, type ClaimRefusal } from "#app/domain/payments/claim-states.ts";
import { settleClaim } from "#app/domain/payments/claim.ts";
import type { PaymentMethod } from "#app/domain/payments/offer.ts";
import { bacsDays, type PayeeNeed } from "#app/domain/payments/payee.ts";
import {
  writeBankFile,
  writeSheet,
  type ExportFormat,
  type FileCredit,
  type ReasonNotPaid,
  type SheetCell,
} from "#app/domain/payments/payment-files.ts";
import { auditActorOf, type FinanceOfficer } from "#app/domain/people/actors.ts";
import { channelFor } from "#app/domain/people/reach.ts";
import { moneyCameBackMessage, remittanceMessage } from "#app/words/payment-runs.ts";
import { record } from "#db/audit.ts";
import type { Db, Tx } from "#db/open.ts";
import { listStaff, type Organisation, type StaffAccount } from "#db/stores/accounts.ts";
import { addStep, findSentClaim, listSteps, listTypists, saveClaim, type ClaimWithPeople, type StoredClaim } from "#db/stores/claims.ts";
import { setBankState } from "#db/stores/payees.ts";
import {
  addExport,
  addRun,
  addRunLine,
  countRuns,
  findRun,
  listClaimsWithoutRun,
  listExports,
  listRunLines,
  listRuns,
  moveRunLine,
  nextRunNumber,
  saveRun,
  type RunKind,
  type RunLineState,
  type RunLineWithNames,
  type RunState,
  type StoredRun,
  type StoredRunLine,
} from "#db/stores/payment-runs.ts";
import { sealOf, sentClaimOf } from "./claim-records.server.ts";
import { actorFor, columnsOf, isFinance, isSamePerson, stateOf, withoutItsRelease } from "./claim-signing.server.ts";
import type { Context } from "./context.server.ts";
import { queueMessage } from "./messages.server.ts";
import { organisationOf } from "./organisations.server.ts";
import { payeeNumberOf, payeeOf, payingAccountOf } from "./payees.server.ts";
import { choiceForFinance, openedBankDetails } from "./payment-choice.server.ts";

export type { RunKind, RunLineState, RunState };

/** A run of thousands of claims takes longer than one form may; nothing else is saved meanwhile. */
const runDeadline = 120_000;

/** Which ways of being paid each kind of run serves. */
const servedBy: Readonly<Record<RunKind, readonly PaymentMethod[]>> = {
  "bank-file": ["bank", "someone-elses-account"],
  "printed-forms": ["bank", "someone-elses-account", "cheque"],
  "cash-or-voucher": ["cash", "voucher", "payment-card"],
  payroll: ["payroll"],
};
const needsAccount: readonly PaymentMethod[] = ["bank", "someone-elses-account"];

export type RunStop =
  | { readonly stop: "own-claim" }
  | { readonly stop: "no-bank-details" }
  | { readonly stop: "payee-held"; readonly needs: readonly PayeeNeed[] }
  | { readonly stop: "number-depends-on-the-bank" }
  | { readonly stop: "not-before"; readonly on: CalendarDate }
  | { readonly stop: "another-way"; readonly method: PaymentMethod }
  | { readonly stop: "nothing-to-pay" };

export type ReadyClaim = {
  readonly claimId: string;
  readonly personId: string;
  readonly reference: string;
  readonly person: string;
  readonly meeting: string;
  readonly toPay: Pence;
  readonly payBy: CalendarDate | null;
  readonly budgetCode: string;
  readonly accountChanged: boolean;
  readonly stops: readonly RunStop[];
};

type Candidate = ReadyClaim & {
  readonly line: Omit<StoredRunLine, "id" | "runId" | "position" | "payee" | "why" | "paidOn" | "closedOn" | "state">;
  readonly payee: FrozenPayee;
};

/** Who is paid and where, as it was when the run was made. */
type FrozenPayee = {
  readonly name: string;
  readonly account: {
    readonly nameOnAccount: string;
    readonly sortCode: SortCode;
    readonly accountNumber: AccountNumber;
    readonly rollNumber?: string;
    readonly print: string;
  } | null;
};

type Wanted = { readonly kind: RunKind; readonly paymentDate: CalendarDate };

/** Agreed claims that are in no run, with what keeps each out of a run like this one. */
export async function claimsForRun(context: Context, finance: FinanceOfficer, wanted: Wanted): Promise<readonly ReadyClaim[]> {
  const found = await candidates(context, context.db, finance, wanted);
  return found.map(({ line: _line, payee: _payee, ...claim }) => claim);
}

async function candidates(context: Context, db: Db | Tx, finance: FinanceOfficer, wanted: Wanted): Promise<readonly Candidate[]> {
  const organisation = await organisationOf(context, finance.organisationId);
  const staff = await listStaff(db, finance.organisationId);
  const account = staff.find(({ id }) => id === finance.staffId);
  const found = await listClaimsWithoutRun(db, finance.organisationId);
  const made: Candidate[] = [];
  for (const one of found) made.push(await candidateOf(context, db, finance, { ...wanted, organisation, account, found: one }));
  return made;
}

async function candidateOf(
  context: Context,
  db: Db | Tx,
  finance: FinanceOfficer,
  {
    kind,
    paymentDate,
    organisation,
    account,
    found: { claim, person, meeting },
  }: Wanted & { readonly organisation: Organisation; readonly account: StaffAccount | undefined; readonly found: ClaimWithPeople },
): Promise<Candidate> {
  const value = sentClaimOf(context, claim);
  const settled = settleClaim(value);
  const chosen = await choiceForFinance(context, finance, claim.invitationId);
  const terms = chosen.ok ? chosen.value : null;
  const method: PaymentMethod = terms?.how ?? "bank";
  const payee = needsAccount.includes(method) ? await payeeOf(context, db, { organisation, person, how: method, on: paymentDate }) : null;
  const stops: RunStop[] = [];
  if (account !== undefined && isSamePerson(account, person)) stops.push({ stop: "own-claim" });
  if (settled.toPay <= 0) stops.push({ stop: "nothing-to-pay" });
  if (!servedBy[kind].includes(method)) stops.push({ stop: "another-way", method });
  else if (needsAccount.includes(method)) {
    if (payee === null) stops.push({ stop: "no-bank-details" });
    else {
      if (payee.answer.payment === "held") stops.push({ stop: "payee-held", needs: payee.answer.needs });
      if (kind === "bank-file" && !standardAccountOf(payee.details).ok) stops.push({ stop: "number-depends-on-the-bank" });
    }
  }
  if (terms?.earliest != null && paymentDate < terms.earliest) stops.push({ stop: "not-before", on: terms.earliest });
  const budgetCode = value.budgetCode ?? "";
  return {
    claimId: claim.id,
    personId: person.id,
    reference: claim.reference,
    person: person.name,
    meeting: meeting.name,
    toPay: settled.toPay,
    payBy: claim.payBy,
    budgetCode,
    accountChanged: payee?.lastTwoBefore != null && dayIn(payee.savedAt) >= addDays(context.today, -30),
    stops,
    line: {
      claimId: claim.id,
      personId: person.id,
      reference: claim.reference,
      budgetCode,
      method,
      forTime: settled.time,
      forCosts: settled.costs,
      forAccess: settled.access,
      toPay: settled.toPay,
      lastTwo: payee?.lastTwo ?? "",
    },
    payee: {
      name: person.name,
      account:
        payee === null
          ? null
          : {
              nameOnAccount: payee.details.nameOnAccount,
              sortCode: payee.details.sortCode,
              accountNumber: payee.details.accountNumber,
              ...(payee.details.rollNumber === undefined ? {} : { rollNumber: payee.details.rollNumber }),
              print: payee.account,
            },
    },
  };
}

export type NoRun = "not-a-working-day" | "nothing-to-put-in" | "a-claim-cannot-go";

/**
 * Makes a run of all ready claims, or of those chosen. Refused when a chosen claim cannot go in: nobody finds out from the bank.
 * Two runs made at once never hold the same claim.
 */
export async function makeRun(
  context: Context,
  finance: FinanceOfficer,
  wanted: Wanted & { readonly claimIds: "all" | readonly string[] },
  intent?: string,
): Promise<Result<{ readonly runId: string; readonly number: number }, NoRun>> {
  if (!isPaymentDay(context, wanted.paymentDate)) return refused("not-a-working-day");
  return context.change<Result<{ readonly runId: string; readonly number: number }, NoRun>>(
    async (tx) => {
      const found = await candidates(context, tx, finance, wanted);
      const { claimIds } = wanted;
      const chosen =
        claimIds === "all" ? found.filter(({ stops }) => stops.length === 0) : found.filter(({ claimId }) => claimIds.includes(claimId));
      if (chosen.some(({ stops }) => stops.length > 0) || (claimIds !== "all" && chosen.length < new Set(claimIds).size))
        return refused("a-claim-cannot-go");
      if (chosen.length === 0) return refused("nothing-to-put-in");
      const runId = context.newId();
      const number = await nextRunNumber(tx, finance.organisationId);
      await addRun(tx, {
        id: runId,
        organisationId: finance.organisationId,
        number,
        kind: wanted.kind,
        state: "draft",
        paymentDate: wanted.paymentDate,
        builtBy: finance.staffId,
        builtAt: context.now,
      });
      const inOrder = chosen.toSorted((one, other) => bySurname(one.person, other.person));
      for (const [index, { line, payee }] of inOrder.entries()) {
        const id = context.newId();
        await addRunLine(tx, {
          ...line,
          id,
          runId,
          position: index + 1,
          state: "in",
          payee: context.vault.seal(JSON.stringify(payee), payeePlace(id)),
        });
      }
      await record(context, tx, {
        organisationId: finance.organisationId,
        actor: auditActorOf(finance),
        action: "payment-run-made",
        subject: { kind: "payment-run", id: runId },
        details: { number, claims: chosen.length, pence: sum(chosen.map(({ toPay }) => toPay)) },
      });
      return done({ runId, number });
    },
    { deadline: runDeadline, ...(intent === undefined ? {} : { intent }) },
  );
}

/** Whether money can be paid on a day: a working day of the banks, today or later. */
function isPaymentDay(context: Context, day: CalendarDate): boolean {
  const answer = isWorkingDay(day, context.holidaysOf("england"));
  return day >= context.today && answer.ok && answer.value;
}

function bySurname(one: string, other: string): number {
  const surname = (name: string) => `${name.trim().split(/\s+/u).at(-1) ?? ""} ${name}`.toLowerCase().normalize("NFD");
  const [first, second] = [surname(one), surname(other)];
  return first < second ? -1 : first > second ? 1 : 0;
}

const payeePlace = (row: string) => ({ table: "payment_run_lines", column: "payee", row });
const whyPlace = (row: string) => ({ table: "payment_run_lines", column: "why", row });

/** Who a line pays and where, as it was when the run was made: the whole number, so whoever shows it records that. */
export function frozenPayeeOf(context: Context, line: StoredRunLine): FrozenPayee {
  return JSON.parse(context.vault.unseal(line.payee, payeePlace(line.id))) as FrozenPayee;
}

/** Why a line was taken out or not paid: a reason's id from the bank, else what somebody wrote; empty where nothing is recorded. */
export function whyNotPaid(context: Context, line: StoredRunLine): string {
  return line.why === null ? "" : context.vault.unseal(line.why, whyPlace(line.id));
}

// One value for everything that is signed: which claims, in which order, how much of what, for which code, to which account.
function linesFingerprint(context: Context, run: StoredRun, lines: readonly StoredRunLine[]): string {
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
  finance: FinanceOfficer,
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
  readonly isAsSigned: boolean;
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
    readonly by: string;
    readonly on: CalendarDate;
  }[];
  /** Why the viewer may not sign, by claim. */
  readonly mayNotSign: RunRefusal | null;
};

/** One run whole, for everybody in finance. */
export async function runForFinance(context: Context, finance: FinanceOfficer, runId: string): Promise<Result<RunView, "not-found">> {
  const run = await findRun(context.db, finance.organisationId, runId);
  if (!run) return refused("not-found");
  const found = await listRunLines(context.db, run.id);
  const staff = await listStaff(context.db, finance.organisationId);
  const nameOf = (id: string | null) => (id === null ? null : (staff.find((one) => one.id === id)?.name ?? "A former member of staff"));
  const lines = found.map((one) => lineView(context, one));
  const counted = lines.filter(({ state }) => state !== "left-out" && state !== "taken-out");
  const codes = [...new Set(counted.map(({ budgetCode }) => budgetCode))].toSorted();
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
    isAsSigned:
      run.linesFingerprint === null ||
      run.linesFingerprint ===
        linesFingerprint(
          context,
          run,
          found.map(({ line }) => line),
        ),
    paidOn: run.paidOn,
    remittedOn: run.remittedAt === null ? null : dayIn(run.remittedAt),
    lines,
    count: counted.length,
    total: sum(counted.map(({ toPay }) => toPay)),
    byBudgetCode: codes.map((code) => {
      const mine = counted.filter((line) => line.budgetCode === code);
      return { code, count: mine.length, total: sum(mine.map(({ toPay }) => toPay)) };
    }),
    exports: (await listExports(context.db, run.id)).map(({ made, by }) => ({
      number: made.number,
      format: made.format,
      fileName: made.fileName,
      fingerprint: made.fingerprint,
      by,
      on: dayIn(made.at),
    })),
    mayNotSign: run.state === "draft" ? await whyNotSign(context, context.db, finance, run, found) : null,
  });
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

export type RunRefusal =
  | { readonly kind: "not-found" }
  | { readonly kind: "changed-by-someone-else" }
  | { readonly kind: "not-now"; readonly state: RunState }
  | { readonly kind: "you-made-it" }
  | { readonly kind: "empty" }
  | { readonly kind: "not-as-signed" }
  | {
      readonly kind: "claims";
      readonly claims: readonly { readonly reference: string; readonly refusal: ClaimRefusal | "changed" | "account-changed" }[];
    };

type Work = {
  readonly run: StoredRun;
  readonly lines: readonly RunLineWithNames[];
  readonly staff: readonly StaffAccount[];
};

async function workOn(tx: Tx, finance: FinanceOfficer, runId: string): Promise<Work | null> {
  const run = await findRun(tx, finance.organisationId, runId);
  if (!run) return null;
  return { run, lines: await listRunLines(tx, runId), staff: await listStaff(tx, finance.organisationId) };
}

type ClaimAtHand = { readonly claim: StoredClaim; readonly person: ClaimWithPeople["person"] };

async function factsOf(context: Context, db: Db | Tx, { claim }: ClaimAtHand, staff: readonly StaffAccount[]): Promise<ClaimFacts> {
  return {
    claimant: claim.personId,
    typedBy: (await listTypists(db, [claim.id])).map(({ staffId }) => staffId),
    barred: [],
    blocks: [],
    toPay: settleClaim(sentClaimOf(context, claim)).toPay,
    authorisedThisMonth: penceOf(0),
    isPaymentHeld: false,
    financePeople: staff.filter(isFinance).length,
  };
}

async function whyNotSign(
  context: Context,
  db: Db | Tx,
  finance: FinanceOfficer,
  run: StoredRun,
  lines: readonly RunLineWithNames[],
): Promise<RunRefusal | null> {
  if (run.state !== "draft") return { kind: "not-now", state: run.state };
  if (run.builtBy === finance.staffId) return { kind: "you-made-it" };
  const mine = lines.filter(({ line }) => line.state === "in");
  if (mine.length === 0) return { kind: "empty" };
  const staff = await listStaff(db, finance.organisationId);
  const organisation = await organisationOf(context, finance.organisationId);
  const claims: { reference: string; refusal: ClaimRefusal | "changed" | "account-changed" }[] = [];
  for (const { line, person } of mine) {
    const found = await findSentClaim(db, finance.organisationId, line.claimId);
    if (!found) throw new Error("A payment run holds a claim that is gone");
    const facts = await factsOf(context, db, found, staff);
    const released = actOnClaim({
      state: await stateOf(context, db, found.claim),
      action: { action: "release" },
      actor: actorFor(finance, staff, found),
      facts,
      today: context.today,
    });
    if (!released.ok) claims.push({ reference: line.reference, refusal: released.refusal });
    else if (facts.toPay !== line.toPay) claims.push({ reference: line.reference, refusal: "changed" });
    else if (await accountMoved(context, db, organisation, line, person, run.paymentDate))
      claims.push({ reference: line.reference, refusal: "account-changed" });
  }
  return claims.length === 0 ? null : { kind: "claims", claims };
}

/** Whether the account on file is another one, or may not be paid into any more, since the run was made. */
async function accountMoved(
  context: Context,
  db: Db | Tx,
  organisation: Organisation,
  line: StoredRunLine,
  person: ClaimWithPeople["person"],
  on: CalendarDate,
): Promise<boolean> {
  const frozen = frozenPayeeOf(context, line).account;
  if (frozen === null) return false;
  const now = await payeeOf(context, db, { organisation, person, how: line.method as PaymentMethod, on });
  return now === null || now.account !== frozen.print || now.answer.payment === "held";
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
      let exceptions = 0;
      for (const { line } of mine) {
        const found = await findSentClaim(tx, finance.organisationId, line.claimId);
        if (!found) throw new Error("A payment run holds a claim that is gone");
        const steps = await listSteps(tx, [line.claimId]);
        const isException = steps.some(
          ({ step }) => step.step === "check" && step.round === found.claim.round && step.staffId === finance.staffId,
        );
        if (isException) exceptions += 1;
        await addStep(tx, { claimId: line.claimId, round: found.claim.round, step: "release", staffId: finance.staffId, at: context.now });
        await record(context, tx, {
          organisationId: finance.organisationId,
          actor: auditActorOf(finance),
          action: "claim-released",
          subject: { kind: "claim", id: line.claimId },
          details: { run: run.number, round: found.claim.round, ...(isException ? { exception: "checker-released" } : {}) },
        });
      }
      const saved = await saveRun(tx, run.id, at.version, {
        state: "locked",
        signedBy: finance.staffId,
        signedAt: context.now,
        linesFingerprint: linesFingerprint(
          context,
          run,
          lines.map(({ line }) => line),
        ),
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

async function changeRun<Value>(
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

async function recordOnRun(context: Context, tx: Tx, finance: FinanceOfficer, run: StoredRun, action: string, details = {}): Promise<void> {
  await record(context, tx, {
    organisationId: finance.organisationId,
    actor: auditActorOf(finance),
    action,
    subject: { kind: "payment-run", id: run.id },
    details: { number: run.number, ...details },
  });
}

async function recordOnClaim(context: Context, tx: Tx, finance: FinanceOfficer, line: StoredRunLine, action: string, run: StoredRun) {
  await record(context, tx, {
    organisationId: finance.organisationId,
    actor: auditActorOf(finance),
    action,
    subject: { kind: "claim", id: line.claimId },
    details: { run: run.number },
  });
}

export type ExportRefusal =
  | RunRefusal
  | { readonly kind: "no-paying-account" }
  | { readonly kind: "no-accounts"; readonly references: readonly string[] }
  | { readonly kind: "bank-file"; readonly refusal: BacsRefusal; readonly reference: string | null }
  | { readonly kind: "not-for-this-kind" };

/** Makes an export: checks again what was signed, puts the file's fingerprint on record and says under which number it can be had. */
export async function exportRun(
  context: Context,
  finance: FinanceOfficer,
  at: { readonly runId: string; readonly version: number },
  format: ExportFormat,
  intent?: string,
): Promise<Result<{ readonly number: number; readonly fileName: string }, ExportRefusal>> {
  return context.change<Result<{ readonly number: number; readonly fileName: string }, ExportRefusal>>(
    async (tx) => {
      const work = await workOn(tx, finance, at.runId);
      if (work === null) return refused({ kind: "not-found" });
      const { run } = work;
      if (run.version !== at.version) return refused({ kind: "changed-by-someone-else" });
      if (run.state === "draft" || run.state === "cancelled") return refused({ kind: "not-now", state: run.state });
      const isForBank = format !== "csv" && format !== "ledger";
      if (isForBank && run.kind !== "bank-file") return refused({ kind: "not-for-this-kind" });
      const checked = await checkSigned(context, tx, finance, work, isForBank && run.state !== "paid");
      if (checked !== null) return refused(checked);
      const number = (await listExports(tx, run.id)).length + 1;
      const file = await fileOf(context, tx, finance, work, { format, number, on: context.today });
      if (!file.ok) return file;
      await addExport(tx, {
        id: context.newId(),
        runId: run.id,
        number,
        format,
        fileName: file.value.fileName,
        fingerprint: context.vault.fingerprint("payment-file", file.value.text),
        staffId: finance.staffId,
        at: context.now,
      });
      await recordOnRun(context, tx, finance, run, "payment-run-exported", { export: number, format });
      if (!(await saveRun(tx, run.id, run.version, run.state === "locked" && isForBank ? { state: "exported" } : {})))
        return refused({ kind: "changed-by-someone-else" });
      return done({ number, fileName: file.value.fileName });
    },
    { deadline: runDeadline, ...(intent === undefined ? {} : { intent }) },
  );
}

/** The bytes of an export that was made, made again from what was signed. Refused when they would differ from those on record (promises.md T15). */
export async function downloadExport(
  context: Context,
  finance: FinanceOfficer,
  at: { readonly runId: string; readonly number: number },
): Promise<Result<{ readonly text: string; readonly fileName: string }, ExportRefusal>> {
  return context.change<Result<{ readonly text: string; readonly fileName: string }, ExportRefusal>>(async (tx) => {
    const work = await workOn(tx, finance, at.runId);
    if (work === null) return refused({ kind: "not-found" });
    const found = (await listExports(tx, at.runId)).find(({ made }) => made.number === at.number);
    if (!found) return refused({ kind: "not-found" });
    const checked = await checkSigned(context, tx, finance, work, false);
    if (checked !== null) return refused(checked);
    const { made } = found;
    const file = await fileOf(context, tx, finance, work, { format: made.format as ExportFormat, number: made.number, on: dayIn(made.at) });
    if (!file.ok) return file;
    if (context.vault.fingerprint("payment-file", file.value.text) !== made.fingerprint) return refused({ kind: "not-as-signed" });
    await recordOnRun(context, tx, finance, work.run, "payment-run-downloaded", { export: made.number, format: made.format });
    return done(file.value);
  });
}

/** What a signed run must still be before anything of it leaves the house; null where it is. */
async function checkSigned(
  context: Context,
  db: Db | Tx,
  finance: FinanceOfficer,
  { run, lines }: Work,
  withAccounts: boolean,
): Promise<RunRefusal | null> {
  if (
    run.linesFingerprint !==
    linesFingerprint(
      context,
      run,
      lines.map(({ line }) => line),
    )
  )
    return { kind: "not-as-signed" };
  const organisation = await organisationOf(context, finance.organisationId);
  const claims: { reference: string; refusal: "changed" | "account-changed" }[] = [];
  for (const { line, person } of lines) {
    if (line.state !== "in" && line.state !== "paid") continue;
    const found = await findSentClaim(db, finance.organisationId, line.claimId);
    if (!found || settleClaim(sentClaimOf(context, found.claim)).toPay !== line.toPay)
      claims.push({ reference: line.reference, refusal: "changed" });
    else if (withAccounts && (await accountMoved(context, db, organisation, line, person, run.paymentDate)))
      claims.push({ reference: line.reference, refusal: "account-changed" });
  }
  return claims.length === 0 ? null : { kind: "claims", claims };
}

async function fileOf(
  context: Context,
  db: Db | Tx,
  finance: FinanceOfficer,
  { run, lines, staff }: Work,
  { format, number, on }: { readonly format: ExportFormat; readonly number: number; readonly on: CalendarDate },
): Promise<Result<{ readonly text: string; readonly fileName: string }, ExportRefusal>> {
  const mine = lines.filter(({ line }) => line.state !== "left-out" && line.state !== "taken-out");
  const again = number === 1 ? "" : `-copy-${number}`;
  if (format === "csv" || format === "ledger")
    return done({ text: sheetOf(context, run, mine, staff, format, number), fileName: `batch-${run.number}-${format}${again}.csv` });
  const payer = await payingAccountOf(context, db, finance.organisationId);
  if (payer === null || (format === "bacs18" && payer.serviceUserNumber === "")) return refused({ kind: "no-paying-account" });
  const credits: FileCredit[] = [];
  const without: string[] = [];
  for (const { line } of mine) {
    const { account } = frozenPayeeOf(context, line);
    const standard = account === null ? null : standardAccountOf(account);
    if (account === null || standard?.ok !== true) without.push(line.reference);
    else
      credits.push({
        claim: line.reference,
        sortCode: standard.value.sortCode,
        accountNumber: standard.value.accountNumber,
        name: account.nameOnAccount,
        reference: `CLAIM ${line.reference}`,
        ...(account.rollNumber === undefined ? {} : { rollNumber: account.rollNumber }),
        amount: line.toPay,
      });
  }
  if (without.length > 0) return refused({ kind: "no-accounts", references: without });
  const days = daysFor(context, run.paymentDate);
  const written = writeBankFile(format, { payer, credits, run: run.number, created: on, ...days });
  if (!written.ok) {
    const { refusal } = written;
    return refused({ kind: "bank-file", refusal, reference: "credit" in refusal ? (credits[refusal.credit]?.claim ?? null) : null });
  }
  return done({ text: written.value, fileName: `batch-${run.number}-${format}${again}.${format === "bacs18" ? "txt" : "csv"}` });
}

/** The payment date is the day people have the money: Bacs processes the working day before it. */
export function daysFor(
  context: Context,
  paymentDate: CalendarDate,
): { readonly processingDay: CalendarDate; readonly entryDay: CalendarDate } {
  const holidays = context.holidaysOf("england");
  for (let back = 1; back <= 14; back += 1) {
    const days = bacsDays(addDays(paymentDate, -back), holidays);
    if (days.ok && days.value.entry === paymentDate) return { processingDay: days.value.processing, entryDay: days.value.entry };
  }
  return { processingDay: paymentDate, entryDay: paymentDate };
}

function sheetOf(
  context: Context,
  run: StoredRun,
  lines: readonly RunLineWithNames[],
  staff: readonly StaffAccount[],
  format: "csv" | "ledger",
  number: number,
): string {
  const copy = number === 1 ? "Original" : `Copy ${number}`;
  if (format === "ledger") {
    const rows = lines.map(({ line }): readonly SheetCell[] => [
      payeeNumberOf(line.personId),
      line.reference,
      run.paymentDate,
      { money: line.toPay },
      "",
      line.budgetCode,
      `Batch ${run.number}`,
      copy,
    ]);
    return writeSheet(["Supplier number", "Invoice number", "Date", "Net", "VAT code", "Code", "Description", "Edition"], rows);
  }
  const signer = staff.find(({ id }) => id === run.signedBy)?.name ?? "";
  const rows = lines.map(({ line, meeting }): readonly SheetCell[] => {
    const { name, account } = frozenPayeeOf(context, line);
    return [
      line.reference,
      name,
      meeting.name,
      meeting.date ?? "",
      { money: line.forTime },
      { money: subtract(line.toPay, line.forTime) },
      { money: line.toPay },
      line.budgetCode,
      line.method,
      account === null ? "" : account.nameOnAccount,
      account === null ? "" : `Ends ${line.lastTwo}`,
      run.paymentDate,
      `Batch ${run.number}`,
      signer,
      copy,
    ];
  });
  const header = [
    "Claim",
    "Payee",
    "Meeting",
    "Meeting date",
    "For time",
    "For costs",
    "Total",
    "Budget code",
    "How",
    "Name on account",
    "Account",
    "Payment date",
    "Batch",
    "Signed by",
    "Edition",
  ];
  return writeSheet(header, rows);
}

/**
 * Records what the bank did. Those paid are marked as paid on that day; those not paid are on hold, and the person is told kindly.
 * Nobody records a payment of their own.
 */
export async function markRunPaid(
  context: Context,
  finance: FinanceOfficer,
  at: { readonly runId: string; readonly version: number },
  bank: { readonly paidOn: CalendarDate; readonly notPaid: readonly { readonly lineId: string; readonly reason: ReasonNotPaid }[] },
  intent?: string,
): Promise<Result<{ readonly paid: number; readonly notPaid: number }, RunRefusal>> {
  return changeRun(context, finance, at, intent, async (tx, { run, lines, staff }) => {
    if (run.state !== "locked" && run.state !== "exported") return refused({ kind: "not-now", state: run.state });
    if (
      run.linesFingerprint !==
      linesFingerprint(
        context,
        run,
        lines.map(({ line }) => line),
      )
    )
      return refused({ kind: "not-as-signed" });
    const open = lines.filter(({ line }) => line.state === "in");
    if (bank.notPaid.some(({ lineId }) => !open.some(({ line }) => line.id === lineId))) return refused({ kind: "not-found" });
    const claims: { reference: string; refusal: ClaimRefusal | "changed" }[] = [];
    for (const one of open) {
      const failed = bank.notPaid.find(({ lineId }) => lineId === one.line.id);
      const refusal =
        failed === undefined
          ? await payLine(context, tx, finance, { run, one, staff, paidOn: bank.paidOn })
          : await failLine(context, tx, finance, { run, one, state: "failed", reason: failed.reason });
      if (refusal !== null) claims.push({ reference: one.line.reference, refusal });
    }
    if (claims.length > 0) return refused({ kind: "claims", claims });
    if (!(await saveRun(tx, run.id, at.version, { state: "paid", paidBy: finance.staffId, paidOn: bank.paidOn })))
      return refused({ kind: "changed-by-someone-else" });
    await recordOnRun(context, tx, finance, run, "payment-run-paid", { notPaid: bank.notPaid.length });
    return done({ paid: open.length - bank.notPaid.length, notPaid: bank.notPaid.length });
  });
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
  if (line.lastTwo !== "") await markArrived(tx, context, line);
  return null;
}

async function markArrived(tx: Tx, context: Context, line: StoredRunLine): Promise<void> {
  const now = await openedBankDetails(context, tx, line.personId);
  const frozen = frozenPayeeOf(context, line).account;
  if (
    now?.row.state === "new" &&
    frozen !== null &&
    now.details.accountNumber === frozen.accountNumber &&
    now.details.sortCode === frozen.sortCode
  )
    await setBankState(tx, line.personId, "checked");
}

async function failLine(
  context: Context,
  tx: Tx,
  finance: FinanceOfficer,
  {
    run,
    one: { line, person },
    state,
    reason,
  }: { readonly run: StoredRun; readonly one: RunLineWithNames; readonly state: "failed" | "returned"; readonly reason: ReasonNotPaid },
): Promise<ClaimRefusal | "changed" | null> {
  const found = await findSentClaim(tx, finance.organisationId, line.claimId);
  if (!found) throw new Error("A payment run holds a claim that is gone");
  const staff = await listStaff(tx, finance.organisationId);
  const actor = actorFor(finance, staff, found);
  if (actor.person === found.claim.personId) return { reason: "own-claim" };
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
  if (line.lastTwo !== "" && reason !== "other") await setBankState(tx, line.personId, "changed", { changedAt: context.now });
  await recordOnClaim(context, tx, finance, line, state === "failed" ? "claim-not-paid" : "claim-returned", run);
  const channel = channelFor(person);
  if (channel !== null)
    await queueMessage(context, tx, {
      organisationId: finance.organisationId,
      key: `money-came-back ${line.id}`,
      kind: "money-came-back",
      channel,
      recipient: channel === "email" ? person.email : channel === "letter" ? person.address : person.phone,
      ...moneyCameBackMessage({ name: person.name, reference: line.reference, amount: line.toPay }),
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
    const refusal = await failLine(context, tx, finance, { run, one, state: "returned", reason });
    if (refusal !== null) return refused({ kind: "claims", claims: [{ reference: one.line.reference, refusal }] });
    if (!(await saveRun(tx, run.id, at.version, {}))) return refused({ kind: "changed-by-someone-else" });
    return done({ reference: one.line.reference });
  });
}

export type Remittance = {
  readonly lineId: string;
  readonly personId: string;
  readonly person: string;
  readonly channel: "email" | "letter" | "show" | null;
  readonly subject: string;
  readonly body: string;
};

/** What each person paid by a run is told, before it is sent: time and costs apart, and how it shows on the bank statement. */
export async function remittancesOf(
  context: Context,
  finance: FinanceOfficer,
  runId: string,
): Promise<
  Result<
    {
      readonly run: RunInListView;
      readonly sentOn: CalendarDate | null;
      readonly version: number;
      readonly remittances: readonly Remittance[];
    },
    RunRefusal
  >
> {
  const run = await findRun(context.db, finance.organisationId, runId);
  if (!run) return refused({ kind: "not-found" });
  if (run.state !== "paid") return refused({ kind: "not-now", state: run.state });
  const organisation = await organisationOf(context, finance.organisationId);
  const lines = (await listRunLines(context.db, runId)).filter(({ line }) => line.state === "paid");
  return done({
    run: {
      runId,
      number: run.number,
      kind: run.kind,
      state: run.state,
      paymentDate: run.paymentDate,
      count: lines.length,
      total: sum(lines.map(({ line }) => line.toPay)),
    },
    version: run.version,
    sentOn: run.remittedAt === null ? null : dayIn(run.remittedAt),
    remittances: lines.map((one) => remittanceOf(organisation, run, one)),
  });
}

function remittanceOf(organisation: Organisation, run: StoredRun, { line, person, meeting }: RunLineWithNames): Remittance {
  return {
    lineId: line.id,
    personId: person.id,
    person: person.name,
    channel: channelFor(person),
    ...remittanceMessage({
      name: person.name,
      reference: line.reference,
      meeting: meeting.name,
      total: line.toPay,
      time: line.forTime,
      costs: subtract(line.toPay, line.forTime),
      byDay: run.paymentDate,
      method: line.method as PaymentMethod,
      endsIn: line.lastTwo,
      statementName: organisation.statementName,
      organisation: organisation.name,
      contact: organisation.contact,
    }),
  };
}

/** Tells everybody a run paid, each once and in the way they chose, however often it is asked for. */
export async function sendRemittances(
  context: Context,
  finance: FinanceOfficer,
  at: { readonly runId: string; readonly version: number },
  intent?: string,
): Promise<Result<{ readonly sent: number; readonly unreachable: number }, RunRefusal>> {
  const organisation = await organisationOf(context, finance.organisationId);
  return changeRun(context, finance, at, intent, async (tx, { run, lines }) => {
    if (run.state !== "paid" || run.remittedAt !== null) return refused({ kind: "not-now", state: run.state });
    const paid = lines.filter(({ line }) => line.state === "paid");
    let sent = 0;
    for (const one of paid) {
      const { channel, subject, body } = remittanceOf(organisation, run, one);
      if (channel === null) continue;
      await queueMessage(context, tx, {
        organisationId: finance.organisationId,
        key: `remittance ${one.line.id}`,
        kind: "remittance",
        channel,
        recipient: channel === "email" ? one.person.email : channel === "letter" ? one.person.address : one.person.phone,
        subject,
        body,
        about: { kind: "claim", id: one.line.claimId },
      });
      sent += 1;
    }
    if (!(await saveRun(tx, run.id, at.version, { remittedAt: context.now }))) return refused({ kind: "changed-by-someone-else" });
    await recordOnRun(context, tx, finance, run, "remittances-sent", { sent, unreachable: paid.length - sent });
    return done({ sent, unreachable: paid.length - sent });
  });
}
