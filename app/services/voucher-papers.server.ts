// The voucher log of some days, as a paper for finance and as rows for a spreadsheet; making either is put on record.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { sum } from "#app/domain/basics/money.ts";
import { writeSheet, type SheetCell } from "#app/domain/payments/payment-files.ts";
import type { VoucherNeed } from "#app/domain/payments/vouchers.ts";
import { auditActorOf, type FinanceOfficer } from "#app/domain/people/actors.ts";
import { buildDocument } from "#app/documents/catalogue/index.ts";
import type { FilledLog, GivenOnLog, HandedOver, Purchase } from "#app/documents/catalogue/voucher-log.ts";
import type { Doc } from "#app/documents/model.ts";
import { plainDate } from "#app/words/format.ts";
import { voucherKindNames, voucherNeedNames, voucherStateNames } from "#app/words/vouchers.ts";
import { record } from "#db/audit.ts";
import { listHandoversOfPeriod, listVouchersOfPeriod } from "#db/stores/vouchers.ts";
import type { Context } from "./context.server.ts";
import { organisationOf } from "./organisations.server.ts";
import { letterheadOf } from "./letterhead.server.ts";
import { voucherCountsFor } from "./voucher-counts.server.ts";
import { staffNames, totalsOf, voucherView, type VoucherView } from "./vouchers.server.ts";

export type LogDays = { readonly from: CalendarDate; readonly to: CalendarDate };

async function vouchersIn(context: Context, finance: FinanceOfficer, { from, to }: LogDays): Promise<readonly VoucherView[]> {
  const names = await staffNames(context.db, finance.organisationId);
  return (await listVouchersOfPeriod(context.db, finance.organisationId, from, to)).map((one) => voucherView(context, one, names));
}

/** The log of some days as a paper. */
export async function voucherLogPaper(context: Context, finance: FinanceOfficer, days: LogDays): Promise<Doc> {
  const vouchers = await vouchersIn(context, finance, days);
  const within = (on: CalendarDate) => on >= days.from && on <= days.to;
  const counts = (await voucherCountsFor(context, finance)).filter(({ on }) => on <= days.to);
  const log: FilledLog = {
    organisation: await letterheadOf(context, await organisationOf(context, finance.organisationId)),
    madeOn: context.today,
    ...days,
    totals: await totalsOf(context.db, finance.organisationId),
    bought: purchasesIn(vouchers.filter(({ boughtOn }) => within(boughtOn))),
    handedOver: await handoversIn(context, finance, days),
    given: vouchers.flatMap((one) => (one.given !== null && within(one.given.on) ? [givenOf(one, one.given)] : [])),
    outOfUse: vouchers.flatMap(({ state, closed, lastFour, value }) =>
      closed === null || state === "held" || state === "given" || !within(closed.on) ? [] : [{ lastFour, value, state, ...closed }],
    ),
    count: counts[0] ?? null,
  };
  await recordMade(context, finance, "paper", days);
  return buildDocument("voucher-log", log);
}

// Handed over together: the same day, the same two people, written down by one person at one time.
async function handoversIn(context: Context, finance: FinanceOfficer, { from, to }: LogDays): Promise<readonly HandedOver[]> {
  const names = await staffNames(context.db, finance.organisationId);
  const nameOf = (id: string) => names.get(id) ?? "A former member of staff";
  const found = await listHandoversOfPeriod(context.db, finance.organisationId, from, to);
  const together = Map.groupBy(found, ({ handover }) =>
    JSON.stringify([handover.on, handover.heldBefore, handover.heldBy, handover.heldWhere, handover.writtenBy, handover.writtenAt]),
  );
  return [...together.values()].flatMap((all): readonly HandedOver[] => {
    const [one] = all;
    if (one === undefined) return [];
    const { on, heldBefore, heldBy, heldWhere, writtenBy } = one.handover;
    return [
      {
        on,
        from: nameOf(heldBefore),
        to: nameOf(heldBy),
        where: heldWhere,
        by: nameOf(writtenBy),
        lastFours: all.map(({ voucher }) => voucher.lastFour),
        value: sum(all.map(({ voucher }) => voucher.value)),
      },
    ];
  });
}

// Bought on one day, alike in everything: one line of the log.
function purchasesIn(vouchers: readonly VoucherView[]): readonly Purchase[] {
  const alike = new Map<string, VoucherView[]>();
  for (const one of vouchers) {
    const key = JSON.stringify([
      one.boughtOn,
      one.supplier,
      one.kind,
      one.value,
      one.cost,
      one.expiresOn,
      one.boughtBy,
      one.heldBy,
      one.heldWhere,
      one.budgetCode,
    ]);
    alike.set(key, [...(alike.get(key) ?? []), one]);
  }
  return [...alike.values()].flatMap((together) => {
    const [one] = together;
    if (one === undefined) return [];
    return [
      {
        on: one.boughtOn,
        from: one.supplier,
        kind: one.kind,
        count: together.length,
        each: one.value,
        cost: sum(together.map(({ cost }) => cost)),
        expiresOn: one.expiresOn,
        by: one.boughtBy,
        heldBy: one.heldBy,
        heldWhere: one.heldWhere,
        budgetCode: one.budgetCode,
      },
    ];
  });
}

function givenOf(voucher: VoucherView, given: NonNullable<VoucherView["given"]>): GivenOnLog {
  return {
    lastFour: voucher.lastFour,
    value: voucher.value,
    on: given.on,
    to: given.person,
    by: given.by,
    meeting: given.meetingDate === null ? given.meeting : `${given.meeting}, ${plainDate(given.meetingDate)}`,
    reference: given.reference,
    budgetCode: voucher.budgetCode,
    how: given.how,
    canUse: given.canUse === "said-yes",
    needsMet: given.needsMet.filter(isNeed),
    confirmed: given.confirmed,
  };
}

function isNeed(need: string): need is VoucherNeed {
  return Object.hasOwn(voucherNeedNames, need);
}

/** The log of some days as rows for a spreadsheet: a voucher each, with its end and never its code. */
export async function voucherLogSheet(context: Context, finance: FinanceOfficer, days: LogDays): Promise<string> {
  const names = await staffNames(context.db, finance.organisationId);
  const nameOf = (id: string) => names.get(id) ?? "A former member of staff";
  const handovers = Map.groupBy(
    await listHandoversOfPeriod(context.db, finance.organisationId, days.from, days.to),
    ({ voucher }) => voucher.id,
  );
  const handedOver = (voucherId: string) =>
    (handovers.get(voucherId) ?? [])
      .map(({ handover: { on, heldBefore, heldBy } }) => `${on} ${nameOf(heldBefore)} to ${nameOf(heldBy)}`)
      .join("; ");
  const rows = (await vouchersIn(context, finance, days)).map((one): readonly SheetCell[] => [
    one.boughtOn,
    one.supplier,
    voucherKindNames[one.kind],
    one.lastFour,
    { money: one.value },
    { money: one.cost },
    one.budgetCode,
    one.expiresOn ?? "",
    one.boughtBy,
    one.heldBy,
    handedOver(one.voucherId),
    voucherStateNames[one.state],
    one.given?.on ?? "",
    one.given?.person ?? "",
    one.given?.reference ?? "",
    one.given?.by ?? "",
    one.given?.how ?? "",
    one.given?.confirmed?.on ?? "",
    one.closed?.on ?? "",
    one.closed?.by ?? "",
    one.closed?.why ?? "",
  ]);
  await recordMade(context, finance, "sheet", days);
  return writeSheet(sheetHeader, rows);
}

const sheetHeader = [
  "Bought on",
  "From",
  "Kind",
  "Code ends",
  "Worth",
  "Cost",
  "Budget code",
  "Use by",
  "Bought by",
  "Kept by",
  "Handed over in these days",
  "State",
  "Given on",
  "Given to",
  "Claim",
  "Given by",
  "How",
  "Confirmed on",
  "Out of use on",
  "Written by",
  "Why",
];

async function recordMade(context: Context, finance: FinanceOfficer, as: "paper" | "sheet", { from, to }: LogDays): Promise<void> {
  await context.change(async (tx) =>
    record(context, tx, {
      organisationId: finance.organisationId,
      actor: auditActorOf(finance),
      action: "voucher-log-made",
      subject: { kind: "voucher-log", id: finance.organisationId },
      details: { as, from, to },
    }),
  );
}
