// Vouchers in an organisation's log, and the counts of them. Nothing is ever taken off the log; the triggers keep what was written.
import { and, asc, count, desc, eq, gte, inArray, isNotNull, isNull, lte, or, sql, sum } from "drizzle-orm";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { asWritten } from "../columns.ts";
import type { Db, Tx } from "../open.ts";
import { claims, meetings, paymentRunLines, people, voucherCounts, voucherHandovers, vouchers } from "../schema.ts";
import type { ClaimWithPeople } from "./claims.ts";

export type StoredVoucher = typeof vouchers.$inferSelect;
export type StoredVoucherCount = typeof voucherCounts.$inferSelect;
export type { VoucherKind } from "../schema.ts";

/** Writes a voucher in the log; false where its code is in it already. */
export async function addVoucher(tx: Tx, voucher: typeof vouchers.$inferInsert): Promise<boolean> {
  const added = await tx.insert(vouchers).values(voucher).onConflictDoNothing().returning({ id: vouchers.id });
  return added.length === 1;
}

/** One voucher of an organisation, with whom it was given to. */
export async function findVoucher(db: Db, organisationId: string, id: string) {
  const [found] = await withPerson(db).where(and(eq(vouchers.organisationId, organisationId), eq(vouchers.id, id)));
  return found;
}

/** Some vouchers of an organisation, by their ids, in no order. */
export async function listVouchersById(db: Db, organisationId: string, ids: readonly string[]): Promise<readonly StoredVoucher[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(vouchers)
    .where(and(eq(vouchers.organisationId, organisationId), inArray(vouchers.id, [...ids])));
}

export type VoucherFilter = { readonly state: StoredVoucher["state"] | null };

const wanted = (organisationId: string, { state }: VoucherFilter) =>
  and(eq(vouchers.organisationId, organisationId), state === null ? undefined : eq(vouchers.state, state));

/** A page of the log, the last bought first. */
export async function listVouchers(
  db: Db,
  organisationId: string,
  { skip, atMost, ...filter }: VoucherFilter & { readonly skip: number; readonly atMost: number },
) {
  return withPerson(db)
    .where(wanted(organisationId, filter))
    .orderBy(desc(vouchers.boughtOn), asc(vouchers.supplier), asc(asWritten(vouchers)))
    .limit(atMost)
    .offset(skip);
}

/** How many of the log there are. */
export async function countVouchers(db: Db, organisationId: string, filter: VoucherFilter): Promise<number> {
  return db.$count(vouchers, wanted(organisationId, filter));
}

/** The log added up by state. */
export async function sumVouchers(
  db: Db,
  organisationId: string,
): Promise<readonly { readonly state: StoredVoucher["state"]; readonly count: number; readonly value: number; readonly cost: number }[]> {
  const found = await db
    .select({ state: vouchers.state, count: count(), value: sum(vouchers.value), cost: sum(vouchers.cost) })
    .from(vouchers)
    .where(eq(vouchers.organisationId, organisationId))
    .groupBy(vouchers.state);
  return found.map(({ value, cost, ...rest }) => ({ ...rest, value: Number(value), cost: Number(cost) }));
}

/** Every voucher bought, handed over, given or out of use in some days, the first bought first. */
export async function listVouchersOfPeriod(db: Db, organisationId: string, from: CalendarDate, to: CalendarDate) {
  const within = (column: typeof vouchers.boughtOn | typeof vouchers.givenOn | typeof vouchers.closedOn) =>
    and(gte(column, from), lte(column, to));
  return withPerson(db)
    .where(
      and(
        eq(vouchers.organisationId, organisationId),
        or(
          within(vouchers.boughtOn),
          within(vouchers.givenOn),
          within(vouchers.closedOn),
          sql`EXISTS (SELECT 1 FROM ${voucherHandovers} WHERE ${voucherHandovers.voucherId} = ${vouchers.id} AND ${gte(voucherHandovers.on, from)} AND ${lte(voucherHandovers.on, to)})`,
        ),
      ),
    )
    .orderBy(asc(vouchers.boughtOn), asc(vouchers.supplier), asc(asWritten(vouchers)));
}

/** The vouchers that can still be given, the first to run out first. */
export async function listHeld(db: Db, organisationId: string, on: CalendarDate, atMost: number): Promise<readonly StoredVoucher[]> {
  return db
    .select()
    .from(vouchers)
    .where(
      and(
        eq(vouchers.organisationId, organisationId),
        eq(vouchers.state, "held"),
        or(isNull(vouchers.expiresOn), gte(vouchers.expiresOn, on)),
      ),
    )
    .orderBy(sql`${vouchers.expiresOn} IS NULL`, asc(vouchers.expiresOn), asc(vouchers.value), asc(asWritten(vouchers)))
    .limit(atMost);
}

/** Everything one member of staff keeps, the first bought first. */
export async function listHeldBy(db: Db, organisationId: string, staffId: string): Promise<readonly StoredVoucher[]> {
  return db
    .select()
    .from(vouchers)
    .where(and(eq(vouchers.organisationId, organisationId), eq(vouchers.state, "held"), eq(vouchers.heldBy, staffId)))
    .orderBy(asc(vouchers.boughtOn), asc(asWritten(vouchers)));
}

/** Puts on record that a voucher went from one member of staff to another. The voucher itself is saved after it. */
export async function addHandover(tx: Tx, handover: typeof voucherHandovers.$inferInsert): Promise<void> {
  await tx.insert(voucherHandovers).values(handover);
}

/** Each time a voucher changed hands, the first first. */
export async function listHandovers(db: Db, voucherId: string): Promise<readonly (typeof voucherHandovers.$inferSelect)[]> {
  return db
    .select()
    .from(voucherHandovers)
    .where(eq(voucherHandovers.voucherId, voucherId))
    .orderBy(asc(voucherHandovers.writtenAt), asc(asWritten(voucherHandovers)));
}

/** Each time a voucher of an organisation changed hands in some days, with the voucher, the first first. */
export async function listHandoversOfPeriod(
  db: Db,
  organisationId: string,
  from: CalendarDate,
  to: CalendarDate,
): Promise<readonly { readonly handover: typeof voucherHandovers.$inferSelect; readonly voucher: StoredVoucher }[]> {
  return db
    .select({ handover: voucherHandovers, voucher: vouchers })
    .from(voucherHandovers)
    .innerJoin(vouchers, eq(vouchers.id, voucherHandovers.voucherId))
    .where(and(eq(voucherHandovers.organisationId, organisationId), gte(voucherHandovers.on, from), lte(voucherHandovers.on, to)))
    .orderBy(asc(voucherHandovers.on), asc(voucherHandovers.writtenAt), asc(asWritten(voucherHandovers)));
}

/** Every voucher that was given for some claims, whatever became of it, the first given first. */
export async function listVouchersOfClaims(db: Db, claimIds: readonly string[]): Promise<readonly StoredVoucher[]> {
  if (claimIds.length === 0) return [];
  return db
    .select()
    .from(vouchers)
    .where(inArray(vouchers.claimId, [...claimIds]))
    .orderBy(asc(vouchers.givenOn), asc(asWritten(vouchers)));
}

/** Changes a voucher that is still as it was read; says whether it was. */
export async function saveVoucher(
  tx: Tx,
  at: Pick<StoredVoucher, "id" | "version" | "state">,
  change: Partial<StoredVoucher>,
): Promise<boolean> {
  const changed = await tx
    .update(vouchers)
    .set({ ...change, version: at.version + 1 })
    .where(and(eq(vouchers.id, at.id), eq(vouchers.version, at.version), eq(vouchers.state, at.state)))
    .returning({ id: vouchers.id });
  return changed.length === 1;
}

/**
 * Claims that may wait for vouchers: agreed ones, the first to be paid first, and those a list of cash and vouchers paid since a
 * day. How the person wants to be paid is not among the columns.
 */
export async function listClaimsForVouchers(
  db: Db,
  organisationId: string,
  { paidSince, atMost }: { readonly paidSince: CalendarDate; readonly atMost: number },
): Promise<readonly (ClaimWithPeople & { readonly method: string | null })[]> {
  return db
    .select({ claim: claims, person: people, meeting: meetings, method: paymentRunLines.method })
    .from(claims)
    .innerJoin(people, eq(people.id, claims.personId))
    .innerJoin(meetings, eq(meetings.id, claims.meetingId))
    .leftJoin(paymentRunLines, and(eq(paymentRunLines.claimId, claims.id), inArray(paymentRunLines.state, ["in", "paid"])))
    .where(
      and(
        eq(claims.organisationId, organisationId),
        sql`${claims.toPay} > 0`,
        or(eq(claims.state, "agreed"), and(eq(claims.state, "paid"), eq(paymentRunLines.method, "voucher"), gte(claims.paidOn, paidSince))),
      ),
    )
    .orderBy(asc(claims.payBy), asc(claims.id))
    .limit(atMost);
}

/** Writes down a count of the vouchers that are held. */
export async function addVoucherCount(tx: Tx, counted: typeof voucherCounts.$inferInsert): Promise<void> {
  await tx.insert(voucherCounts).values(counted);
}

/** The counts of an organisation, the last first. */
export async function listVoucherCounts(db: Db, organisationId: string, atMost: number): Promise<readonly StoredVoucherCount[]> {
  return db
    .select()
    .from(voucherCounts)
    .where(eq(voucherCounts.organisationId, organisationId))
    .orderBy(desc(voucherCounts.countedOn), desc(asWritten(voucherCounts)))
    .limit(atMost);
}

/** One count of an organisation. */
export async function findVoucherCount(db: Db, organisationId: string, id: string): Promise<StoredVoucherCount | undefined> {
  const [found] = await db
    .select()
    .from(voucherCounts)
    .where(and(eq(voucherCounts.organisationId, organisationId), eq(voucherCounts.id, id)));
  return found;
}

/** Puts a second person's name to a count; says whether it had none. */
export async function confirmVoucherCount(tx: Tx, id: string, by: string, on: CalendarDate): Promise<boolean> {
  const changed = await tx
    .update(voucherCounts)
    .set({ confirmedBy: by, confirmedOn: on })
    .where(and(eq(voucherCounts.id, id), isNull(voucherCounts.confirmedBy)))
    .returning({ id: voucherCounts.id });
  return changed.length === 1;
}

/** Who gave vouchers out from a day on. */
export async function listGiversSince(db: Db, organisationId: string, from: CalendarDate | null): Promise<ReadonlySet<string>> {
  const found = await db
    .selectDistinct({ by: vouchers.givenBy })
    .from(vouchers)
    .where(
      and(
        eq(vouchers.organisationId, organisationId),
        isNotNull(vouchers.givenBy),
        from === null ? undefined : gte(vouchers.givenOn, from),
      ),
    );
  return new Set(found.flatMap(({ by }) => (by === null ? [] : [by])));
}

function withPerson(db: Db) {
  return db
    .select({
      voucher: vouchers,
      person: { id: people.id, name: people.name },
      reference: claims.reference,
      meeting: { reference: meetings.reference, name: meetings.name, date: meetings.date },
    })
    .from(vouchers)
    .leftJoin(people, eq(people.id, vouchers.personId))
    .leftJoin(claims, eq(claims.id, vouchers.claimId))
    .leftJoin(meetings, eq(meetings.id, claims.meetingId));
}
