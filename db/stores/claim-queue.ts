// The queues of finance, a page at a time: which claims wait for whom, sorted and filtered by the database, counted and added up.
import { and, asc, count, desc, eq, gt, gte, inArray, isNotNull, lt, lte, ne, or, sql, type SQL } from "drizzle-orm";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { Db } from "../open.ts";
import { claimCodes, claims, claimSteps, claimTyping, meetings, people, type ClaimState } from "../schema.ts";
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
    page.budgetCode === ""
      ? undefined
      : or(eq(claims.budgetCode, page.budgetCode), and(eq(claims.isSplit, true), isPaidBy(page.budgetCode))),
    page.payBy === null ? undefined : lte(claims.payBy, page.payBy),
  );
}

/** Whether one of several codes of a claim is this one. */
function isPaidBy(code: string): SQL {
  return sql`exists (select 1 from ${claimCodes} where ${claimCodes.claimId} = ${claims.id} and ${claimCodes.code} = ${code})`;
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

/**
 * One page of a queue. Which claims are on it is read from an index in the order wanted, so that a page of a million claims costs no
 * more than one of a thousand; only then are they joined to people and meetings.
 */
export async function listQueue(db: Db, organisationId: string, page: QueuePage): Promise<readonly ClaimWithPeople[]> {
  const way = page.isDescending ? desc : asc;
  const ids = (await idsOnPage(db, organisationId, page)).map(({ id }) => id);
  if (ids.length === 0) return [];
  return db
    .select({ claim: claims, person: people, meeting: meetings })
    .from(claims)
    .innerJoin(people, eq(people.id, claims.personId))
    .innerJoin(meetings, eq(meetings.id, claims.meetingId))
    .where(inArray(claims.id, ids))
    .orderBy(way(columnOf[page.order]), way(claims.id));
}

async function idsOnPage(db: Db, organisationId: string, page: QueuePage): Promise<readonly { readonly id: string }[]> {
  const way = page.isDescending ? desc : asc;
  const filters = filtersOf(organisationId, page);
  const inOrder = [way(columnOf[page.order]), way(claims.id)] as const;
  const some = { limit: page.atMost, offset: page.from };
  if (page.order !== "person" && page.order !== "meeting")
    return db
      .select({ id: claims.id })
      .from(claims)
      .where(filters)
      .orderBy(...inOrder)
      .limit(some.limit)
      .offset(some.offset);
  const byName =
    page.order === "person"
      ? { table: people, joined: eq(claims.personId, people.id) }
      : { table: meetings, joined: eq(claims.meetingId, meetings.id) };
  // Most claims of an organisation are paid: those are reached name by name, in the order of the names. The few that wait are found
  // first and sorted. A cross join is read in the order it is written.
  if (page.turn === "all" || page.turn === "paid")
    return db
      .select({ id: claims.id })
      .from(byName.table)
      .crossJoin(claims)
      .where(and(eq(byName.table.organisationId, organisationId), byName.joined, filters))
      .orderBy(...inOrder)
      .limit(some.limit)
      .offset(some.offset);
  return db
    .select({ id: claims.id })
    .from(claims)
    .innerJoin(byName.table, byName.joined)
    .where(filters)
    .orderBy(...inOrder)
    .limit(some.limit)
    .offset(some.offset);
}

export type AtInQueue = { readonly id: string; readonly payBy: CalendarDate | null };

/**
 * The claim to open after one that was just dealt with: the next to be paid that is not the officer's own, not typed in by them and,
 * to authorise, not checked by them. After the last one, the first of those left.
 */
export async function findNextInQueue(
  db: Db,
  organisationId: string,
  wanted: {
    readonly turn: "check" | "authorise";
    readonly after: AtInQueue;
    readonly staffId: string;
    readonly ownPersonId: string | null;
  },
): Promise<string | null> {
  const { turn, after, staffId, ownPersonId } = wanted;
  const mine = and(
    eq(claims.organisationId, organisationId),
    turnIs(turn),
    ne(claims.id, after.id),
    ownPersonId === null ? undefined : ne(claims.personId, ownPersonId),
    sql`not exists (select 1 from ${claimTyping} where ${claimTyping.claimId} = ${claims.id} and ${claimTyping.staffId} = ${staffId})`,
    turn === "check"
      ? undefined
      : sql`not exists (select 1 from ${claimSteps} where ${claimSteps.claimId} = ${claims.id} and ${claimSteps.round} = ${claims.round} and ${claimSteps.step} = 'check' and ${claimSteps.staffId} = ${staffId})`,
  );
  const first = async (where: SQL | undefined) =>
    (await db.select({ id: claims.id }).from(claims).where(where).orderBy(asc(claims.payBy), asc(claims.id)).limit(1))[0]?.id ?? null;
  const later =
    after.payBy === null
      ? or(isNotNull(claims.payBy), gt(claims.id, after.id))
      : or(gt(claims.payBy, after.payBy), and(eq(claims.payBy, after.payBy), gt(claims.id, after.id)));
  return (await first(and(mine, later))) ?? (await first(mine));
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

/** Claims on hold since before a day, and since when the first of them is. */
export async function countHeldSince(
  db: Db,
  organisationId: string,
  before: CalendarDate,
): Promise<{ readonly count: number; readonly first: CalendarDate | null }> {
  const [found] = await db
    .select({ count: count(), first: sql<CalendarDate | null>`min(${claims.movedOn})` })
    .from(claims)
    .where(and(eq(claims.organisationId, organisationId), eq(claims.state, "on-hold"), lt(claims.movedOn, before)));
  return { count: found?.count ?? 0, first: found?.first ?? null };
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

/** Unpaid claims to be paid between two days, the first to be paid first. */
export async function listDueBetween(
  db: Db,
  organisationId: string,
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
  atMost: number,
): Promise<readonly ClaimWithPeople[]> {
  return db
    .select({ claim: claims, person: people, meeting: meetings })
    .from(claims)
    .innerJoin(people, eq(people.id, claims.personId))
    .innerJoin(meetings, eq(meetings.id, claims.meetingId))
    .where(and(eq(claims.organisationId, organisationId), inArray(claims.state, unpaid), gte(claims.payBy, from), lte(claims.payBy, to)))
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

/** What claims come to by budget code: waiting, agreed, and paid between two days. A claim of several codes counts for each with its part. */
export async function totalsByCode(
  db: Db,
  organisationId: string,
  paid: { readonly from: CalendarDate; readonly to: CalendarDate },
): Promise<readonly CodeTotal[]> {
  const isOpen = and(eq(claims.organisationId, organisationId), inArray(claims.state, unpaid));
  const isPaid = and(eq(claims.organisationId, organisationId), gte(claims.paidOn, paid.from), lte(claims.paidOn, paid.to));
  const whole = { code: claims.budgetCode, state: claims.state, pence: sql<number>`coalesce(sum(${claims.toPay}), 0)`, claims: count() };
  const part = { code: claimCodes.code, state: claims.state, pence: sql<number>`coalesce(sum(${claimCodes.amount}), 0)`, claims: count() };
  const totals = async (which: SQL | undefined) => [
    ...(await db
      .select(whole)
      .from(claims)
      .where(and(which, eq(claims.isSplit, false)))
      // The plus keeps the database from walking every claim in the order of codes to save sorting a dozen of them.
      .groupBy(sql`+${claims.budgetCode}`, claims.state)),
    ...(await db
      .select(part)
      .from(claims)
      .innerJoin(claimCodes, eq(claimCodes.claimId, claims.id))
      .where(and(which, eq(claims.isSplit, true)))
      .groupBy(claimCodes.code, claims.state)),
  ];
  const open = await totals(isOpen);
  const done = await totals(isPaid);
  const codes = [...new Set([...open, ...done].map(({ code }) => code))].toSorted();
  return codes.map((code) => {
    const mine = open.filter((one) => one.code === code);
    const agreed = mine.filter(({ state }) => state === "agreed");
    const settled = done.filter((one) => one.code === code);
    const add = (rows: readonly { readonly pence: number }[]) => rows.reduce((sum, { pence }) => sum + pence, 0);
    return {
      code,
      agreed: add(agreed),
      waiting: add(mine) - add(agreed),
      paid: add(settled),
      claims: [...mine, ...settled].reduce((sum, one) => sum + one.claims, 0),
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
