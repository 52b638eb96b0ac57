// What was paid, for statements: by person, and by everybody in a period.
import { and, asc, between, eq, sql } from "drizzle-orm";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { Db } from "../open.ts";
import { claims, people } from "../schema.ts";
import { withPeople, type ClaimWithPeople } from "./claims.ts";

/** Everything a person was paid, the first day first. */
export async function listPaidClaimsOf(db: Db, organisationId: string, personId: string): Promise<readonly ClaimWithPeople[]> {
  return withPeople(db)
    .where(and(eq(claims.personId, personId), eq(claims.organisationId, organisationId), eq(claims.state, "paid")))
    .orderBy(asc(claims.paidOn), asc(claims.id));
}

export type PaidInPeriod = {
  readonly person: typeof people.$inferSelect;
  readonly time: number;
  readonly costs: number;
  readonly payments: number;
};

/** A page of the people paid in a period, by name, with what each was paid. */
export async function listPaidInPeriod(
  db: Db,
  organisationId: string,
  { from, to, skip, atMost }: { readonly from: CalendarDate; readonly to: CalendarDate; readonly skip: number; readonly atMost: number },
): Promise<readonly PaidInPeriod[]> {
  return db
    .select({
      person: people,
      time: sql<number>`coalesce(sum(${claims.forTime}), 0)`,
      costs: sql<number>`coalesce(sum(${claims.toPay} - ${claims.forTime}), 0)`,
      payments: sql<number>`count(*)`,
    })
    .from(claims)
    .innerJoin(people, eq(people.id, claims.personId))
    .where(and(eq(claims.organisationId, organisationId), eq(claims.state, "paid"), between(claims.paidOn, from, to)))
    .groupBy(claims.personId)
    .orderBy(asc(people.name), asc(people.id))
    .limit(atMost)
    .offset(skip);
}

/** How many people were paid in a period. */
export async function countPaidInPeriod(db: Db, organisationId: string, from: CalendarDate, to: CalendarDate): Promise<number> {
  const [found] = await db
    .select({ people: sql<number>`count(distinct ${claims.personId})` })
    .from(claims)
    .where(and(eq(claims.organisationId, organisationId), eq(claims.state, "paid"), between(claims.paidOn, from, to)));
  return found?.people ?? 0;
}
