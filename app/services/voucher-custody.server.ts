// Who keeps vouchers, and how they go from one member of staff to another: each time on record, with the day, both names and who wrote
// it down. Whoever takes them does not write it down alone, as with cash.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { auditActorOf, type FinanceOfficer } from "#app/domain/people/actors.ts";
import { record, type AuditEntry } from "#db/audit.ts";
import type { Tx } from "#db/open.ts";
import { listStaff } from "#db/stores/accounts.ts";
import { addHandover, findVoucher, listHandovers, listHeldBy, saveVoucher, type StoredVoucher } from "#db/stores/vouchers.ts";
import type { Context } from "./context.server.ts";
import { staffNames } from "./vouchers.server.ts";

export type HandoverView = { readonly on: CalendarDate; readonly from: string; readonly to: string; readonly writtenBy: string };

export type CustodyView = {
  /** Each time it changed hands, the first first. */
  readonly handovers: readonly HandoverView[];
  /** How many vouchers the same person keeps, this one among them; nought once it is not held any more. */
  readonly keptBySame: number;
  /** Who can take it over: everybody at work but who keeps it and the reader. */
  readonly successors: readonly { readonly id: string; readonly name: string }[];
};

/** What is known of who kept a voucher, and who can take it over. */
export async function custodyOf(context: Context, finance: FinanceOfficer, voucherId: string): Promise<Result<CustodyView, "not-found">> {
  const found = await findVoucher(context.db, finance.organisationId, voucherId);
  if (found === undefined) return refused("not-found");
  const { voucher } = found;
  const names = await staffNames(context.db, finance.organisationId);
  const nameOf = (id: string) => names.get(id) ?? "A former member of staff";
  const staff = await listStaff(context.db, finance.organisationId);
  return done({
    handovers: (await listHandovers(context.db, voucher.id)).map(({ on, heldBefore, heldBy, writtenBy }) => ({
      on,
      from: nameOf(heldBefore),
      to: nameOf(heldBy),
      writtenBy: nameOf(writtenBy),
    })),
    keptBySame: voucher.state === "held" ? (await listHeldBy(context.db, finance.organisationId, voucher.heldBy)).length : 0,
    successors: staff
      .filter(({ id, disabledAt }) => disabledAt === null && id !== voucher.heldBy && id !== finance.staffId)
      .map(({ id, name }) => ({ id, name })),
  });
}

export type Handover = {
  /** The id of the member of staff who keeps them now. */
  readonly to: string;
  readonly where: string;
  readonly on: CalendarDate;
  /** This voucher, or everything the same person keeps. */
  readonly which: "this" | "all";
};

export type NotHandedOver =
  "not-found" | "changed-elsewhere" | "not-now" | "no-such-holder" | "same-holder" | "to-yourself" | "in-the-future" | "before-bought";

/**
 * Writes down that somebody else keeps a voucher now, or all that one person kept. Refused from whoever takes them, for somebody who does
 * not work here, for a day to come or before it was bought, and once a voucher is given out or out of use.
 */
export async function handOver(
  context: Context,
  finance: FinanceOfficer,
  at: { readonly voucherId: string; readonly version: number },
  said: Handover,
  intent?: string,
): Promise<Result<{ readonly count: number }, NotHandedOver>> {
  return context.change<Result<{ readonly count: number }, NotHandedOver>>(
    async (tx) => {
      const found = await findVoucher(tx, finance.organisationId, at.voucherId);
      if (found === undefined) return refused("not-found");
      const { voucher } = found;
      if (voucher.version !== at.version) return refused("changed-elsewhere");
      if (voucher.state !== "held") return refused("not-now");
      if (said.to === finance.staffId) return refused("to-yourself");
      if (said.to === voucher.heldBy) return refused("same-holder");
      const staff = await listStaff(tx, finance.organisationId);
      if (!staff.some(({ id, disabledAt }) => id === said.to && disabledAt === null)) return refused("no-such-holder");
      if (said.on > context.today) return refused("in-the-future");
      const moving = said.which === "this" ? [voucher] : await listHeldBy(tx, finance.organisationId, voucher.heldBy);
      if (moving.some(({ boughtOn }) => said.on < boughtOn)) return refused("before-bought");
      await moveVouchers(context, tx, moving, {
        organisationId: finance.organisationId,
        actor: auditActorOf(finance),
        writtenBy: finance.staffId,
        ...said,
      });
      return done({ count: moving.length });
    },
    intent === undefined ? {} : { intent },
  );
}

/** Everything somebody keeps goes to somebody else; gives how many. For whoever ends their access: the caller has checked who takes over. */
export async function moveAllKeptBy(
  context: Context,
  tx: Tx,
  from: string,
  to: { readonly organisationId: string; readonly to: string; readonly writtenBy: string; readonly actor: AuditEntry["actor"] },
): Promise<number> {
  const kept = await listHeldBy(tx, to.organisationId, from);
  await moveVouchers(context, tx, kept, { ...to, where: "", on: context.today });
  return kept.length;
}

async function moveVouchers(
  context: Context,
  tx: Tx,
  vouchers: readonly StoredVoucher[],
  to: Omit<Handover, "which"> & { readonly organisationId: string; readonly writtenBy: string; readonly actor: AuditEntry["actor"] },
): Promise<void> {
  for (const voucher of vouchers) {
    await addHandover(tx, {
      id: context.newId(),
      organisationId: to.organisationId,
      voucherId: voucher.id,
      heldBefore: voucher.heldBy,
      heldBy: to.to,
      heldWhere: to.where,
      on: to.on,
      writtenBy: to.writtenBy,
      writtenAt: context.now,
    });
    if (!(await saveVoucher(tx, voucher, { heldBy: to.to, heldWhere: to.where }))) throw new Error("A voucher changed within one change");
    await record(context, tx, {
      organisationId: to.organisationId,
      actor: to.actor,
      action: "voucher-handed-over",
      subject: { kind: "voucher", id: voucher.id },
      details: { from: voucher.heldBy, to: to.to, on: to.on },
    });
  }
}
