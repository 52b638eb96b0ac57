// Counting the vouchers that are held, against the log: counted by one person, agreed by a second who was there and who gave none out
// since the last count that was agreed. A count is never changed.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { penceOf, type Pence } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { auditActorOf, type FinanceOfficer } from "#app/domain/people/actors.ts";
import { record } from "#db/audit.ts";
import type { Db, Tx } from "#db/open.ts";
import {
  addVoucherCount,
  confirmVoucherCount,
  findVoucherCount,
  listGiversSince,
  listVoucherCounts,
  type StoredVoucherCount,
} from "#db/stores/vouchers.ts";
import type { Context } from "./context.server.ts";
import { staffNames, totalsOf } from "./vouchers.server.ts";

export type VoucherCountView = {
  readonly countId: string;
  readonly on: CalendarDate;
  readonly by: string;
  readonly expected: number;
  readonly found: number;
  readonly expectedValue: Pence;
  readonly foundValue: Pence;
  readonly differs: boolean;
  readonly note: string;
  readonly agreedBy: string | null;
  readonly agreedOn: CalendarDate | null;
  /** Why the reader may not agree it; null where they may, or where it is agreed. */
  readonly refusal: "you-counted" | "you-gave" | null;
};

const countsShown = 24;

/** The last counts, the newest first. */
export async function voucherCountsFor(context: Context, finance: FinanceOfficer): Promise<readonly VoucherCountView[]> {
  const names = await staffNames(context.db, finance.organisationId);
  const counts = await listVoucherCounts(context.db, finance.organisationId, countsShown);
  const givers = await giversSinceAgreed(context.db, finance.organisationId, counts);
  return counts.map((counted) => ({
    countId: counted.id,
    on: counted.countedOn,
    by: names.get(counted.countedBy) ?? "A former member of staff",
    expected: counted.expected,
    found: counted.found,
    expectedValue: counted.expectedValue ?? penceOf(0),
    foundValue: counted.foundValue ?? penceOf(0),
    differs: counted.expected !== counted.found || counted.expectedValue !== counted.foundValue,
    note: counted.note,
    agreedBy: counted.confirmedBy === null ? null : (names.get(counted.confirmedBy) ?? "A former member of staff"),
    agreedOn: counted.confirmedOn,
    refusal: counted.confirmedBy === null ? whyNotAgree(counted, finance, givers) : null,
  }));
}

async function giversSinceAgreed(db: Db | Tx, organisationId: string, counts: readonly StoredVoucherCount[]): Promise<ReadonlySet<string>> {
  const last = counts.find(({ confirmedBy }) => confirmedBy !== null);
  return listGiversSince(db, organisationId, last?.countedOn ?? null);
}

function whyNotAgree(counted: StoredVoucherCount, finance: FinanceOfficer, givers: ReadonlySet<string>): "you-counted" | "you-gave" | null {
  if (counted.countedBy === finance.staffId) return "you-counted";
  return givers.has(finance.staffId) ? "you-gave" : null;
}

/** Writes down what was found, beside what the log says should be there at that moment. Refused without a note where they differ. */
export async function countTheVouchers(
  context: Context,
  finance: FinanceOfficer,
  counted: { readonly found: number; readonly foundValue: Pence; readonly note: string },
  intent?: string,
): Promise<Result<{ readonly differs: boolean }, "note-missing">> {
  return context.change<Result<{ readonly differs: boolean }, "note-missing">>(
    async (tx) => {
      const { held } = await totalsOf(tx, finance.organisationId);
      const differs = held.count !== counted.found || held.value !== counted.foundValue;
      if (differs && counted.note.trim() === "") return refused("note-missing");
      const id = context.newId();
      await addVoucherCount(tx, {
        id,
        organisationId: finance.organisationId,
        countedBy: finance.staffId,
        countedOn: context.today,
        expected: held.count,
        expectedValue: held.value,
        ...counted,
      });
      await record(context, tx, {
        organisationId: finance.organisationId,
        actor: auditActorOf(finance),
        action: "vouchers-counted",
        subject: { kind: "voucher-count", id },
        details: { expected: held.count, found: counted.found, differs },
      });
      return done({ differs });
    },
    intent === undefined ? {} : { intent },
  );
}

/** Puts a second name to a count. */
export async function agreeVoucherCount(
  context: Context,
  finance: FinanceOfficer,
  countId: string,
  intent?: string,
): Promise<Result<object, "not-found" | "agreed-already" | "you-counted" | "you-gave">> {
  return context.change<Result<object, "not-found" | "agreed-already" | "you-counted" | "you-gave">>(
    async (tx) => {
      const counted = await findVoucherCount(tx, finance.organisationId, countId);
      if (counted === undefined) return refused("not-found");
      if (counted.confirmedBy !== null) return refused("agreed-already");
      const counts = await listVoucherCounts(tx, finance.organisationId, countsShown);
      const refusal = whyNotAgree(counted, finance, await giversSinceAgreed(tx, finance.organisationId, counts));
      if (refusal !== null) return refused(refusal);
      if (!(await confirmVoucherCount(tx, countId, finance.staffId, context.today))) return refused("agreed-already");
      await record(context, tx, {
        organisationId: finance.organisationId,
        actor: auditActorOf(finance),
        action: "voucher-count-agreed",
        subject: { kind: "voucher-count", id: countId },
      });
      return done({});
    },
    intent === undefined ? {} : { intent },
  );
}
