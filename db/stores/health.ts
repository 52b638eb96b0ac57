// How the parts of the program that work by themselves are doing: counts and moments, and nothing of what is in anything.
import { and, count, eq, isNotNull, max, min, ne } from "drizzle-orm";
import type { Instant } from "#app/domain/basics/dates.ts";
import type { Db } from "../open.ts";
import { keepingRuns, outbox, printJobs } from "../schema.ts";

export type OutboxHealth = {
  /** Messages the mail server is still to take, and since when the first of them waits. */
  readonly waiting: number;
  readonly oldestWaiting: Instant | null;
  /** Messages it would not take after every try. */
  readonly failed: number;
  readonly lastSent: Instant | null;
  /** What no mail server carries: letters to post, and words to say by phone or text. */
  readonly letters: number;
  readonly toSay: number;
};

/** The outbox of one organisation in counts and moments. */
export async function outboxHealth(db: Db, organisationId: string): Promise<OutboxHealth> {
  const own = eq(outbox.organisationId, organisationId);
  const [waiting] = await db
    .select({ count: count(), oldest: min(outbox.createdAt) })
    .from(outbox)
    .where(and(own, eq(outbox.state, "waiting")));
  const [sent] = await db
    .select({ last: max(outbox.sentAt) })
    .from(outbox)
    .where(and(own, eq(outbox.state, "sent")));
  const shown = and(own, eq(outbox.state, "shown"), isNotNull(outbox.body));
  return {
    waiting: waiting?.count ?? 0,
    oldestWaiting: waiting?.oldest ?? null,
    failed: await db.$count(outbox, and(own, eq(outbox.state, "failed"))),
    lastSent: sent?.last ?? null,
    letters: await db.$count(outbox, and(shown, eq(outbox.channel, "letter"))),
    toSay: await db.$count(outbox, and(shown, ne(outbox.channel, "letter"))),
  };
}

export type PrintHealth = {
  readonly working: number;
  readonly lastDone: Instant | null;
  readonly lastFailed: Instant | null;
};

/** Large prints of one organisation: how many are being made, and when one was last made or failed. */
export async function printHealth(db: Db, organisationId: string): Promise<PrintHealth> {
  const lastOf = async (state: "done" | "failed") => {
    const [found] = await db
      .select({ last: max(printJobs.endedAt) })
      .from(printJobs)
      .where(and(eq(printJobs.organisationId, organisationId), eq(printJobs.state, state)));
    return found?.last ?? null;
  };
  return {
    working: await db.$count(printJobs, and(eq(printJobs.organisationId, organisationId), eq(printJobs.state, "working"))),
    lastDone: await lastOf("done"),
    lastFailed: await lastOf("failed"),
  };
}

/** When the daily run that deletes what is over its time last came to its end; null when it never did. */
export async function lastKeepingRun(db: Db, organisationId: string): Promise<Instant | null> {
  const [found] = await db
    .select({ last: max(keepingRuns.finishedAt) })
    .from(keepingRuns)
    .where(eq(keepingRuns.organisationId, organisationId));
  return found?.last ?? null;
}
