// The voucher log (payments.md form 12): what was bought, where each one is, and what went out of use. A code is sealed; opening one
// is put on record. Nothing of what somebody needs or gets is in any of it.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { penceOf, type Pence } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { fitsPattern } from "#app/domain/payments/budget-codes.ts";
import { mayGoOn, voucherTotals, type VoucherState, type VoucherTotals } from "#app/domain/payments/vouchers.ts";
import { auditActorOf, type FinanceOfficer } from "#app/domain/people/actors.ts";
import { record } from "#db/audit.ts";
import type { Db, Tx } from "#db/open.ts";
import { listStaff } from "#db/stores/accounts.ts";
import {
  addVoucher,
  countVouchers,
  findVoucher,
  listVouchers,
  saveVoucher,
  sumVouchers,
  type StoredVoucher,
  type VoucherKind,
} from "#db/stores/vouchers.ts";
import type { Context } from "./context.server.ts";
import { budgetCodeRule } from "./finance.server.ts";

export type { VoucherKind, VoucherState };

const codePlace = (row: string) => ({ table: "vouchers", column: "code", row });
const whyPlace = (row: string) => ({ table: "vouchers", column: "closed_why", row });

/** The most vouchers written in at once: stock is kept to what is needed soon. */
export const mostAtOnce = 100;

export type BoughtVouchers = {
  readonly supplier: string;
  readonly kind: VoucherKind;
  /** One for each voucher that has one. */
  readonly codes: readonly string[];
  /** How many there are, where it is known without the codes. */
  readonly howMany: number | null;
  readonly value: Pence;
  /** What each cost. */
  readonly cost: Pence;
  readonly budgetCode: string;
  readonly boughtOn: CalendarDate;
  readonly expiresOn: CalendarDate | null;
  /** Who keeps them: the id of a member of staff. */
  readonly heldBy: string;
  readonly heldWhere: string;
};

export type NotBought =
  | { readonly reason: "how-many" }
  | { readonly reason: "count-differs"; readonly codes: number }
  | { readonly reason: "too-many" }
  | { readonly reason: "nothing-worth" }
  | { readonly reason: "in-the-future" }
  | { readonly reason: "runs-out-before" }
  | { readonly reason: "no-such-holder" }
  | { readonly reason: "code-pattern"; readonly pattern: string }
  | { readonly reason: "code-twice"; readonly lastFour: string };

/** Writes vouchers in the log, each by itself, all or none. Refused when one of the codes is in the log already. */
export async function buyVouchers(
  context: Context,
  finance: FinanceOfficer,
  bought: BoughtVouchers,
  intent?: string,
): Promise<Result<{ readonly count: number }, NotBought>> {
  const codes = bought.codes.map((code) => code.trim()).filter((code) => code !== "");
  const many = codes.length > 0 ? codes.length : bought.howMany;
  if (many === null || many < 1) return refused({ reason: "how-many" });
  if (bought.howMany !== null && bought.howMany !== many) return refused({ reason: "count-differs", codes: codes.length });
  if (many > mostAtOnce) return refused({ reason: "too-many" });
  if (bought.value <= 0 || bought.cost < 0) return refused({ reason: "nothing-worth" });
  if (bought.boughtOn > context.today) return refused({ reason: "in-the-future" });
  if (bought.expiresOn !== null && bought.expiresOn < bought.boughtOn) return refused({ reason: "runs-out-before" });
  const { pattern } = await budgetCodeRule(context, finance.organisationId);
  if (bought.budgetCode === "" || !fitsPattern(bought.budgetCode, pattern)) return refused({ reason: "code-pattern", pattern });
  return context.change<Result<{ readonly count: number }, NotBought>>(
    async (tx) => {
      if (!(await staffAtWork(tx, finance.organisationId)).some(({ id }) => id === bought.heldBy))
        return refused({ reason: "no-such-holder" });
      for (let index = 0; index < many; index += 1) {
        const code = codes[index] ?? "";
        if (!(await addVoucher(tx, rowOf(context, finance, bought, code))))
          return refused({ reason: "code-twice", lastFour: lastFourOf(code) });
      }
      await record(context, tx, {
        organisationId: finance.organisationId,
        actor: auditActorOf(finance),
        action: "vouchers-bought",
        subject: { kind: "voucher-log", id: finance.organisationId },
        details: { count: many, value: bought.value, on: bought.boughtOn },
      });
      return done({ count: many });
    },
    intent === undefined ? {} : { intent },
  );
}

function rowOf(context: Context, finance: FinanceOfficer, bought: BoughtVouchers, code: string): Parameters<typeof addVoucher>[1] {
  const id = context.newId();
  const { supplier, kind, value, cost, budgetCode, boughtOn, expiresOn, heldBy, heldWhere } = bought;
  return {
    ...{ id, supplier, kind, value, cost, budgetCode, boughtOn, expiresOn, heldBy, heldWhere },
    organisationId: finance.organisationId,
    code: context.vault.seal(code, codePlace(id)),
    codePrint: code === "" ? "" : codePrintOf(context, code),
    lastFour: lastFourOf(code),
    boughtBy: finance.staffId,
    state: "held",
  };
}

// Spaces, dashes and small letters make no other voucher of it.
function codePrintOf(context: Context, code: string): string {
  return context.vault.fingerprint("voucher-code", plainCode(code));
}

function plainCode(code: string): string {
  return code
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, "");
}

// Of a short code less is shown, so that what is shown is never the code.
function lastFourOf(code: string): string {
  const plain = plainCode(code);
  return plain.slice(-Math.min(4, Math.floor(plain.length / 2)));
}

/** Everybody who works here now, by name: who can keep vouchers. */
export async function whoMayHold(
  context: Context,
  finance: FinanceOfficer,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return (await staffAtWork(context.db, finance.organisationId)).map(({ id, name }) => ({ id, name }));
}

async function staffAtWork(db: Db | Tx, organisationId: string) {
  return (await listStaff(db, organisationId)).filter(({ disabledAt }) => disabledAt === null);
}

export type VoucherView = {
  readonly voucherId: string;
  readonly version: number;
  readonly state: VoucherState;
  readonly supplier: string;
  readonly kind: VoucherKind;
  readonly lastFour: string;
  readonly hasCode: boolean;
  readonly value: Pence;
  readonly cost: Pence;
  readonly budgetCode: string;
  readonly boughtOn: CalendarDate;
  readonly boughtBy: string;
  readonly expiresOn: CalendarDate | null;
  readonly heldBy: string;
  readonly heldWhere: string;
  /** Held, and past its last day. */
  readonly hasRunOut: boolean;
  readonly given: {
    readonly person: string;
    readonly claimId: string;
    readonly reference: string;
    readonly meeting: string;
    readonly meetingReference: string;
    readonly meetingDate: CalendarDate | null;
    readonly on: CalendarDate;
    readonly by: string;
    readonly how: NonNullable<StoredVoucher["sentHow"]>;
    readonly canUse: StoredVoucher["canUse"];
    readonly needsMet: readonly string[];
    readonly confirmed: {
      readonly on: CalendarDate;
      readonly how: NonNullable<StoredVoucher["confirmedHow"]>;
      /** The member of staff who wrote it down; null where the person said so themselves. */
      readonly by: string | null;
      readonly hasScan: boolean;
    } | null;
  } | null;
  readonly closed: { readonly on: CalendarDate; readonly by: string; readonly why: string } | null;
};

type Found = NonNullable<Awaited<ReturnType<typeof findVoucher>>>;

/** One voucher as the log shows it. `names` are those of the staff, by id. */
export function voucherView(
  context: Context,
  { voucher, person, reference, meeting }: Found,
  names: ReadonlyMap<string, string>,
): VoucherView {
  const nameOf = (id: string | null) => (id === null ? "" : (names.get(id) ?? "A former member of staff"));
  const { givenOn, sentHow, confirmedOn, confirmedHow, claimId, closedOn } = voucher;
  return {
    voucherId: voucher.id,
    version: voucher.version,
    state: voucher.state,
    supplier: voucher.supplier,
    kind: voucher.kind,
    lastFour: voucher.lastFour,
    hasCode: voucher.codePrint !== "",
    value: voucher.value,
    cost: voucher.cost,
    budgetCode: voucher.budgetCode,
    boughtOn: voucher.boughtOn,
    boughtBy: nameOf(voucher.boughtBy),
    expiresOn: voucher.expiresOn,
    heldBy: nameOf(voucher.heldBy),
    heldWhere: voucher.heldWhere,
    hasRunOut: voucher.state === "held" && voucher.expiresOn !== null && voucher.expiresOn < context.today,
    given:
      person === null || claimId === null || givenOn === null || sentHow === null
        ? null
        : {
            person: person.name,
            claimId,
            reference: reference ?? "",
            meeting: meeting?.name ?? "",
            meetingReference: meeting?.reference ?? "",
            meetingDate: meeting?.date ?? null,
            on: givenOn,
            by: nameOf(voucher.givenBy),
            how: sentHow,
            canUse: voucher.canUse,
            needsMet: voucher.needsMet,
            confirmed:
              confirmedOn === null || confirmedHow === null
                ? null
                : {
                    on: confirmedOn,
                    how: confirmedHow,
                    by: voucher.confirmedBy === "person" ? null : nameOf(voucher.confirmedBy),
                    hasScan: voucher.receiptFileId !== null,
                  },
          },
    closed:
      closedOn === null
        ? null
        : {
            on: closedOn,
            by: nameOf(voucher.closedBy),
            why: voucher.closedWhy === null ? "" : context.vault.unseal(voucher.closedWhy, whyPlace(voucher.id)),
          },
  };
}

/** The names of everybody who works or worked here, by id. */
export async function staffNames(db: Db | Tx, organisationId: string): Promise<ReadonlyMap<string, string>> {
  return new Map((await listStaff(db, organisationId)).map(({ id, name }) => [id, name]));
}

const vouchersOnPage = 50;

export type VoucherLog = {
  readonly totals: VoucherTotals;
  readonly vouchers: readonly VoucherView[];
  readonly total: number;
  readonly pages: number;
};

/** One page of the log, the last bought first, and how the whole of it adds up. */
export async function voucherLogFor(
  context: Context,
  finance: FinanceOfficer,
  { state, page }: { readonly state: VoucherState | null; readonly page: number },
): Promise<VoucherLog> {
  const { organisationId } = finance;
  const names = await staffNames(context.db, organisationId);
  const found = await listVouchers(context.db, organisationId, { state, skip: (page - 1) * vouchersOnPage, atMost: vouchersOnPage });
  const total = await countVouchers(context.db, organisationId, { state });
  return {
    totals: await totalsOf(context.db, organisationId),
    vouchers: found.map((one) => voucherView(context, one, names)),
    total,
    pages: Math.max(1, Math.ceil(total / vouchersOnPage)),
  };
}

/** How an organisation's log adds up. */
export async function totalsOf(db: Db | Tx, organisationId: string): Promise<VoucherTotals> {
  const rows = await sumVouchers(db, organisationId);
  return voucherTotals(rows.map(({ value, cost, ...rest }) => ({ ...rest, value: penceOf(value), cost: penceOf(cost) })));
}

/** One voucher of the log. */
export async function voucherFor(context: Context, finance: FinanceOfficer, voucherId: string): Promise<Result<VoucherView, "not-found">> {
  const found = await findVoucher(context.db, finance.organisationId, voucherId);
  if (found === undefined) return refused("not-found");
  return done(voucherView(context, found, await staffNames(context.db, finance.organisationId)));
}

/** The whole code of a voucher, to send it or to use it up: on record each time, and never once it is out of use. */
export async function openVoucherCode(
  context: Context,
  finance: FinanceOfficer,
  voucherId: string,
): Promise<Result<string, "not-found" | "no-code">> {
  return context.change<Result<string, "not-found" | "no-code">>(async (tx) => {
    const found = await findVoucher(tx, finance.organisationId, voucherId);
    if (found === undefined) return refused("not-found");
    const { voucher } = found;
    if (voucher.codePrint === "" || (voucher.state !== "held" && voucher.state !== "given")) return refused("no-code");
    await record(context, tx, {
      organisationId: finance.organisationId,
      actor: auditActorOf(finance),
      action: "voucher-code-opened",
      subject: { kind: "voucher", id: voucher.id },
    });
    return done(context.vault.unseal(voucher.code, codePlace(voucher.id)));
  });
}

export type NotClosed = "not-found" | "changed-elsewhere" | "not-now" | "still-good";

/**
 * Takes a voucher out of use: given back, run out or lost, with why. It never comes back into the stock. Refused as run out before
 * its last day is over.
 */
export async function closeVoucher(
  context: Context,
  finance: FinanceOfficer,
  at: { readonly voucherId: string; readonly version: number },
  said: { readonly to: "given-back" | "expired" | "lost"; readonly why: string },
  intent?: string,
): Promise<Result<object, NotClosed>> {
  return context.change<Result<object, NotClosed>>(
    async (tx) => {
      const found = await findVoucher(tx, finance.organisationId, at.voucherId);
      if (found === undefined) return refused("not-found");
      const { voucher } = found;
      if (voucher.version !== at.version) return refused("changed-elsewhere");
      if (!mayGoOn(voucher.state, said.to)) return refused("not-now");
      if (said.to === "expired" && (voucher.expiresOn === null || voucher.expiresOn >= context.today)) return refused("still-good");
      const saved = await saveVoucher(tx, voucher, {
        state: said.to,
        closedWhy: context.vault.seal(said.why, whyPlace(voucher.id)),
        closedBy: finance.staffId,
        closedOn: context.today,
      });
      if (!saved) return refused("changed-elsewhere");
      await record(context, tx, {
        organisationId: finance.organisationId,
        actor: auditActorOf(finance),
        action: "voucher-out-of-use",
        subject: { kind: "voucher", id: voucher.id },
        details: { from: voucher.state, to: said.to },
      });
      return done({});
    },
    intent === undefined ? {} : { intent },
  );
}
