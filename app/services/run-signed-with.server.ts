// What the files and papers of a payment run say beside its lines: the account it is paid from, the names of the meetings, who signed,
// which budgets pay. Kept when the run is signed, so that what changes afterwards changes no file of it (promises.md T15).
import { addDays, type CalendarDate } from "#app/domain/basics/dates.ts";
import type { BudgetPart } from "#app/domain/payments/budget-codes.ts";
import { bacsDays } from "#app/domain/payments/payee.ts";
import type { PayerAccount } from "#app/domain/payments/payment-files.ts";
import type { FinanceReader } from "#app/domain/people/actors.ts";
import type { Db, Tx } from "#db/open.ts";
import type { StaffAccount } from "#db/stores/accounts.ts";
import { listClaimCodes } from "#db/stores/claims.ts";
import type { RunLineWithNames, StoredRun } from "#db/stores/payment-runs.ts";
import type { Sealed } from "#db/vault.ts";
import type { Context } from "./context.server.ts";
import { payingAccountOf } from "./payees.server.ts";

export type BankDays = { readonly processingDay: CalendarDate; readonly entryDay: CalendarDate };

export type SignedWith = {
  readonly payer: PayerAccount | null;
  readonly signer: string;
  readonly days: BankDays;
  /** By claim. */
  readonly meetings: Readonly<Record<string, RunLineWithNames["meeting"]>>;
  /** By claim, for those that are paid from several budgets. */
  readonly parts: Readonly<Record<string, readonly BudgetPart[]>>;
};

type Work = { readonly run: StoredRun; readonly lines: readonly RunLineWithNames[]; readonly staff: readonly StaffAccount[] };

const place = (row: string) => ({ table: "payment_runs", column: "signed_with", row });

/** What a run would be signed with now, by the person given. */
export async function signedWithNow(
  context: Context,
  db: Db | Tx,
  finance: Pick<FinanceReader, "organisationId">,
  { run, lines, staff }: Work,
  signedBy: string | null,
): Promise<SignedWith> {
  return {
    payer: await payingAccountOf(context, db, finance.organisationId),
    signer: staff.find(({ id }) => id === signedBy)?.name ?? "",
    days: daysFor(context, run.paymentDate),
    meetings: Object.fromEntries(lines.map(({ line, meeting }) => [line.claimId, meeting])),
    parts: Object.fromEntries(await partsByClaim(db, lines)),
  };
}

/** To be saved with the run. */
export function sealSignedWith(context: Context, runId: string, kept: SignedWith): Sealed {
  return context.vault.seal(JSON.stringify(kept), place(runId));
}

/** What a run was signed with; null where it is not signed, or was before this was kept. */
export function signedWithOf(context: Context, run: StoredRun): SignedWith | null {
  return run.signedWith === null ? null : (JSON.parse(context.vault.unseal(run.signedWith, place(run.id))) as SignedWith);
}

/**
 * What the next file of a run is made with. Where no account was entered when it was signed, the first file settles which; a number with
 * Bacs that was missing comes with the same account only. Everything else stays as it was signed.
 */
export async function filesMadeWith(
  context: Context,
  db: Db | Tx,
  finance: Pick<FinanceReader, "organisationId">,
  work: Work,
): Promise<SignedWith> {
  const now = await signedWithNow(context, db, finance, work, work.run.signedBy);
  const kept = signedWithOf(context, work.run) ?? now;
  if (kept.payer === null) return { ...kept, payer: now.payer };
  if (kept.payer.serviceUserNumber !== "" || now.payer === null || !isSameAccount(kept.payer, now.payer)) return kept;
  return { ...kept, payer: { ...kept.payer, serviceUserNumber: now.payer.serviceUserNumber } };
}

/** Whether two accounts are one, whatever they are called. */
export function isSameAccount(one: PayerAccount, other: PayerAccount): boolean {
  return one.sortCode === other.sortCode && one.accountNumber === other.accountNumber;
}

/** The lines of a run with the meetings as they were called when it was signed. */
export function linesAsSigned(lines: readonly RunLineWithNames[], { meetings }: SignedWith): readonly RunLineWithNames[] {
  return lines.map((one) => ({ ...one, meeting: meetings[one.line.claimId] ?? one.meeting }));
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

/** What each budget code pays of those claims that are paid from several. */
export async function partsByClaim(
  db: Db | Tx,
  lines: readonly Pick<RunLineWithNames, "line">[],
): Promise<ReadonlyMap<string, readonly BudgetPart[]>> {
  const codes = await listClaimCodes(
    db,
    lines.map(({ line }) => line.claimId),
  );
  return new Map([...new Set(codes.map(({ claimId }) => claimId))].map((id) => [id, codes.filter(({ claimId }) => claimId === id)]));
}
