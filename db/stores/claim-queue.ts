// The queues of finance, a page at a time: which claims wait for whom, sorted and filtered by the database, counted and added up.
import { and, asc, count, desc, eq, gte, inArray, isNotNull, lt, lte, ne, or, sql, type SQL } from "drizzle-orm";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { Db } from "../open.ts";
import { claims, meetings, people, type ClaimState } from "../schema.ts";
import type { ClaimWithPeople } from "./claims.ts";

/** Whom claims wait for; "all" is every sent claim. */
export type Turn = "check" | "authorise" | "pay" | "hold" | "the-person" | "paid" | "all";
export const queueOrders = ["pay-by", "person", "meeting", "time", "costs", "total", "since"] as const;
export type QueueOrder = (typeof queueOrders)[number];

export type QueuePage = {
  readonly turn: Turn;
  readonly order: QueueOrder;
  readonly isDescending: boolean;
  readonly budgetCode: string;
  readonly payBy: CalendarDate | null;
  readonly state: ClaimState | null;
  readonly from: number;
  readonly atMost: number;
};

function turnIs(turn: Turn): SQL | undefined {
  switch (turn) {
    case "check":
      return or(eq(claims.state, "sent"), and(eq(claims.state, "sent-back"), eq(claims.sentBackTo, "checker")));
    case "authorise":
      return eq(claims.state, "checked");
    case "pay":
      return eq(claims.state, "agreed");
    case "hold":
      return eq(claims.state, "on-hold");
    case "the-person":
      return and(eq(claims.state, "sent-back"), eq(claims.sentBackTo, "person"));
    case "paid":
      return eq(claims.state, "paid");
    case "all":
      // Nearly all of them: read in the order of the index over every claim, not sorted.
      return ne(claims.state, "open");
  }
}

function filtersOf(organisationId: string, page: Pick<QueuePage, "turn" | "budgetCode" | "payBy" | "state">): SQL | undefined {
  return and(
    eq(claims.organisationId, organisationId),
    page.state === null ? turnIs(page.turn) : and(turnIs(page.turn), eq(claims.state, page.state)),
    page.budgetCode === "" ? undefined : eq(claims.budgetCode, page.budgetCode),
    page.payBy === null ? undefined : lte(claims.payBy, page.payBy),
  );
}

const columnOf = {
  "pay-by": claims.payBy,
  person: people.name,
  meeting: meetings.name,
  time: claims.forTime,
  costs: claims.forCosts,
  total: claims.toPay,
  since: claims.sentAt,
} as const;

/** One page of a queue. */
export async function listQueue(db: Db, organisationId: string, page: QueuePage): Promise<readonly ClaimWithPeople[]> {
  const way = page.isDescending ? desc : asc;
  return db
    .select({ claim: claims, person: people, meeting: meetings })
    .from(claims)
    .innerJoin(people, eq(people.id, claims.personId))
    .innerJoin(meetings, eq(meetings.id, claims.meetingId))
    .where(filtersOf(organisationId, page))
    .orderBy(way(columnOf[page.order]), asc(claims.id))
    .limit(page.atMost)
    .offset(page.from);
}

/** How many claims a queue holds. */
export async function countQueue(
  db: Db,
  organisationId: string,
  page: Pick<QueuePage, "turn" | "budgetCode" | "payBy" | "state">,
): Promise<number> {
  return db.$count(claims, filtersOf(organisationId, page));
}

/** The earliest day something in a queue is to be paid by. */
export async function firstPayBy(db: Db, organisationId: string, turn: Turn): Promise<CalendarDate | null> {
  const [found] = await db
    .select({ payBy: sql<CalendarDate | null>`min(${claims.payBy})` })
    .from(claims)
    .where(and(eq(claims.organisationId, organisationId), turnIs(turn)));
  return found?.payBy ?? null;
}

const unpaid: ClaimState[] = ["sent", "checked", "agreed", "on-hold", "sent-back"];

/** Unpaid claims whose day has gone by. */
export async function countLate(db: Db, organisationId: string, today: CalendarDate): Promise<number> {
  return db.$count(claims, and(eq(claims.organisationId, organisationId), inArray(claims.state, unpaid), lt(claims.payBy, today)));
}

/** Unpaid claims whose day has gone by, the longest first. */
export async function listLate(db: Db, organisationId: string, today: CalendarDate, atMost: number): Promise<readonly ClaimWithPeople[]> {
  return db
    .select({ claim: claims, person: people, meeting: meetings })
    .from(claims)
    .innerJoin(people, eq(people.id, claims.personId))
    .innerJoin(meetings, eq(meetings.id, claims.meetingId))
    .where(and(eq(claims.organisationId, organisationId), inArray(claims.state, unpaid), lt(claims.payBy, today)))
    .orderBy(asc(claims.payBy), asc(claims.id))
    .limit(atMost);
}

export type CodeTotal = {
  readonly code: string;
  readonly waiting: number;
  readonly agreed: number;
  readonly paid: number;
  readonly claims: number;
};

/** What claims come to by budget code: waiting, agreed, and paid between two days. */
export async function totalsByCode(
  db: Db,
  organisationId: string,
  paid: { readonly from: CalendarDate; readonly to: CalendarDate },
): Promise<readonly CodeTotal[]> {
  const open = await db
    .select({ code: claims.budgetCode, state: claims.state, pence: sql<number>`coalesce(sum(${claims.toPay}), 0)`, claims: count() })
    .from(claims)
    .where(and(eq(claims.organisationId, organisationId), inArray(claims.state, unpaid)))
    .groupBy(claims.budgetCode, claims.state);
  const done = await db
    .select({ code: claims.budgetCode, pence: sql<number>`coalesce(sum(${claims.toPay}), 0)`, claims: count() })
    .from(claims)
    .where(and(eq(claims.organisationId, organisationId), gte(claims.paidOn, paid.from), lte(claims.paidOn, paid.to)))
    .groupBy(claims.budgetCode);
  const codes = [...new Set([...open, ...done].map(({ code }) => code))].toSorted();
  return codes.map((code) => {
    const mine = open.filter((one) => one.code === code);
    const agreed = mine.filter(({ state }) => state === "agreed");
    const settled = done.find((one) => one.code === code);
    const add = (rows: readonly { readonly pence: number }[]) => rows.reduce((sum, { pence }) => sum + pence, 0);
    return {
      code,
      agreed: add(agreed),
      waiting: add(mine) - add(agreed),
      paid: settled?.pence ?? 0,
      claims: mine.reduce((sum, one) => sum + one.claims, settled?.claims ?? 0),
    };
  });
}

/** The codes in use, for a filter. */
export async function listCodes(db: Db, organisationId: string): Promise<readonly string[]> {
  const found = await db
    .selectDistinct({ code: claims.budgetCode })
    .from(claims)
    .where(and(eq(claims.organisationId, organisationId), ne(claims.budgetCode, ""), isNotNull(claims.sentAt)))
    .orderBy(asc(claims.budgetCode))
    .limit(200);
  return found.map(({ code }) => code);
}
