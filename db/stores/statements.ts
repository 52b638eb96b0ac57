// What was paid, for statements: by person, and by everybody in a period.
import { and, asc, between, eq, exists, inArray, sql, type SQL } from "drizzle-orm";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { asWritten } from "../columns.ts";
import type { Db } from "../open.ts";
import { claims, people } from "../schema.ts";
import { withPeople, type ClaimWithPeople, type StoredClaim } from "./claims.ts";

/** Everything a person was paid, the first day first. */
export async function listPaidClaimsOf(db: Db, organisationId: string, personId: string): Promise<readonly ClaimWithPeople[]> {
  return withPeople(db)
    .where(and(eq(claims.personId, personId), eq(claims.organisationId, organisationId), eq(claims.state, "paid")))
    .orderBy(asc(claims.paidOn), asc(asWritten(claims)));
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
  // Person by person in the order of their names, so that a page adds up what it shows and no more.
  const theirs = and(eq(claims.personId, people.id), eq(claims.state, "paid"), between(claims.paidOn, from, to));
  const adding = (what: SQL) => sql<number>`(${db.select({ sum: what }).from(claims).where(theirs)})`;
  return db
    .select({
      person: people,
      time: adding(sql`coalesce(sum(${claims.forTime}), 0)`),
      costs: adding(sql`coalesce(sum(${claims.toPay} - ${claims.forTime}), 0)`),
      payments: adding(sql`count(*)`),
    })
    .from(people)
    .where(
      and(
        eq(people.organisationId, organisationId),
        exists(
          db
            .select({ one: sql`1` })
            .from(claims)
            .where(theirs),
        ),
      ),
    )
    .orderBy(asc(people.name), asc(people.id))
    .limit(atMost)
    .offset(skip);
}

/** What some people were paid in a period, the first day first. */
export async function listPaidClaimsIn(
  db: Db,
  organisationId: string,
  personIds: readonly string[],
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
): Promise<readonly StoredClaim[]> {
  if (personIds.length === 0) return [];
  return db
    .select()
    .from(claims)
    .where(
      and(
        eq(claims.organisationId, organisationId),
        eq(claims.state, "paid"),
        inArray(claims.personId, [...personIds]),
        between(claims.paidOn, from, to),
      ),
    )
    .orderBy(asc(claims.paidOn), asc(asWritten(claims)));
}

/** How many people were paid in a period. */
export async function countPaidInPeriod(db: Db, organisationId: string, from: CalendarDate, to: CalendarDate): Promise<number> {
  const [found] = await db
    .select({ people: sql<number>`count(distinct ${claims.personId})` })
    .from(claims)
    .where(and(eq(claims.organisationId, organisationId), eq(claims.state, "paid"), between(claims.paidOn, from, to)));
  return found?.people ?? 0;
}
