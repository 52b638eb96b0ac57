// Payment runs, the claims in them, their exports and their prints.
import { and, asc, desc, eq, inArray, max, sql } from "drizzle-orm";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { asWritten } from "../columns.ts";
import type { Db, Tx } from "../open.ts";
import { claimFindings, claims, meetings, paymentRunLines, paymentRuns, people, printJobs, runExports, staff } from "../schema.ts";
import type { ClaimWithPeople } from "./claims.ts";

export type StoredRun = typeof paymentRuns.$inferSelect;
export type StoredRunLine = typeof paymentRunLines.$inferSelect;
export type RunExport = typeof runExports.$inferSelect;
export type PrintJob = typeof printJobs.$inferSelect;
export type { RunKind, RunLineState, RunState } from "../schema.ts";

const live = ["in", "paid"] as const;

/** Agreed claims of an organisation that no live run holds, the first to be paid first. */
export async function listClaimsWithoutRun(db: Db, organisationId: string): Promise<readonly ClaimWithPeople[]> {
  return db
    .select({ claim: claims, person: people, meeting: meetings })
    .from(claims)
    .innerJoin(people, eq(people.id, claims.personId))
    .innerJoin(meetings, eq(meetings.id, claims.meetingId))
    .where(
      and(
        eq(claims.organisationId, organisationId),
        eq(claims.state, "agreed"),
        sql`NOT EXISTS (SELECT 1 FROM ${paymentRunLines} WHERE ${paymentRunLines.claimId} = ${claims.id} AND ${paymentRunLines.state} IN ('in', 'paid'))`,
      ),
    )
    .orderBy(asc(claims.payBy), asc(claims.id));
}

/** The number after the last of an organisation's runs. */
export async function nextRunNumber(tx: Tx, organisationId: string): Promise<number> {
  const [last] = await tx
    .select({ number: max(paymentRuns.number) })
    .from(paymentRuns)
    .where(eq(paymentRuns.organisationId, organisationId));
  return (last?.number ?? 0) + 1;
}

/** Adds a run. */
export async function addRun(tx: Tx, run: typeof paymentRuns.$inferInsert): Promise<void> {
  await tx.insert(paymentRuns).values(run);
}

/** Adds a claim to a run. The database refuses a claim that is in another live run. */
export async function addRunLine(tx: Tx, line: typeof paymentRunLines.$inferInsert): Promise<void> {
  await tx.insert(paymentRunLines).values(line);
}

/** One run of an organisation. */
export async function findRun(db: Db, organisationId: string, runId: string): Promise<StoredRun | undefined> {
  const [found] = await db
    .select()
    .from(paymentRuns)
    .where(and(eq(paymentRuns.organisationId, organisationId), eq(paymentRuns.id, runId)));
  return found;
}

/** A run as lists show it. */
export type RunInList = { readonly run: StoredRun; readonly count: number; readonly total: number };

/** A page of an organisation's runs, newest first, with what is in each. */
export async function listRuns(
  db: Db,
  organisationId: string,
  { from, atMost }: { readonly from: number; readonly atMost: number },
): Promise<readonly RunInList[]> {
  return db
    .select({
      run: paymentRuns,
      count: sql<number>`(SELECT count(*) FROM payment_run_lines WHERE run_id = payment_runs.id AND state NOT IN ('left-out', 'taken-out'))`,
      total: sql<number>`(SELECT coalesce(sum(to_pay), 0) FROM payment_run_lines WHERE run_id = payment_runs.id AND state NOT IN ('left-out', 'taken-out'))`,
    })
    .from(paymentRuns)
    .where(eq(paymentRuns.organisationId, organisationId))
    .orderBy(desc(paymentRuns.number))
    .limit(atMost)
    .offset(from);
}

/** How many runs an organisation has. */
export async function countRuns(db: Db, organisationId: string): Promise<number> {
  return db.$count(paymentRuns, eq(paymentRuns.organisationId, organisationId));
}

export type RunLineWithNames = {
  readonly line: StoredRunLine;
  readonly person: typeof people.$inferSelect;
  readonly meeting: { readonly name: string; readonly date: CalendarDate | null };
  /** The claim is over its time: accounts and whatever else names nothing that was paid are erased. */
  readonly isReduced: boolean;
};

/** The lines of a run in their order, with names. */
export async function listRunLines(db: Db, runId: string): Promise<readonly RunLineWithNames[]> {
  const found = await db
    .select({
      line: paymentRunLines,
      person: people,
      meeting: { name: meetings.name, date: meetings.date },
      reducedAt: claims.reducedAt,
    })
    .from(paymentRunLines)
    .innerJoin(claims, eq(claims.id, paymentRunLines.claimId))
    .innerJoin(people, eq(people.id, paymentRunLines.personId))
    .innerJoin(meetings, eq(meetings.id, claims.meetingId))
    .where(eq(paymentRunLines.runId, runId))
    .orderBy(asc(paymentRunLines.position));
  return found.map(({ reducedAt, ...one }) => ({ ...one, isReduced: reducedAt !== null }));
}

/** The run a claim is in now, signed or not; undefined where it is in none. */
export async function findLiveRunOf(
  db: Db,
  claimId: string,
): Promise<{ readonly run: StoredRun; readonly line: StoredRunLine } | undefined> {
  const [found] = await db
    .select({ run: paymentRuns, line: paymentRunLines })
    .from(paymentRunLines)
    .innerJoin(paymentRuns, eq(paymentRuns.id, paymentRunLines.runId))
    .where(and(eq(paymentRunLines.claimId, claimId), inArray(paymentRunLines.state, [...live])));
  return found;
}

/** The runs some claims are in now, by claim: the id and the number of each. */
export async function listLiveRunsOf(
  db: Db,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly runId: string; readonly number: number }>> {
  if (claimIds.length === 0) return new Map();
  const found = await db
    .select({ claimId: paymentRunLines.claimId, runId: paymentRuns.id, number: paymentRuns.number })
    .from(paymentRunLines)
    .innerJoin(paymentRuns, eq(paymentRuns.id, paymentRunLines.runId))
    .where(and(inArray(paymentRunLines.claimId, [...claimIds]), inArray(paymentRunLines.state, [...live])));
  return new Map(found.map(({ claimId, ...run }) => [claimId, run]));
}

/** Every line a claim ever had in a run, the first first, with its run. */
export async function listRunLinesOfClaim(
  db: Db,
  organisationId: string,
  claimId: string,
): Promise<readonly { readonly run: StoredRun; readonly line: StoredRunLine }[]> {
  return db
    .select({ run: paymentRuns, line: paymentRunLines })
    .from(paymentRunLines)
    .innerJoin(paymentRuns, eq(paymentRuns.id, paymentRunLines.runId))
    .where(and(eq(paymentRuns.organisationId, organisationId), eq(paymentRunLines.claimId, claimId)))
    .orderBy(asc(paymentRuns.number));
}

/** The exports of an organisation with one of these fingerprints. */
export async function findExportsByFingerprint(
  db: Db,
  organisationId: string,
  fingerprints: readonly string[],
): Promise<readonly { readonly made: RunExport; readonly run: StoredRun; readonly by: string }[]> {
  return db
    .select({ made: runExports, run: paymentRuns, by: staff.name })
    .from(runExports)
    .innerJoin(paymentRuns, eq(paymentRuns.id, runExports.runId))
    .innerJoin(staff, eq(staff.id, runExports.staffId))
    .where(and(eq(paymentRuns.organisationId, organisationId), inArray(runExports.fingerprint, [...fingerprints])))
    .orderBy(asc(paymentRuns.number), asc(runExports.number));
}

/** The runs that hold claims with these references. */
export async function listRunsNaming(
  db: Db,
  organisationId: string,
  references: readonly string[],
): Promise<readonly { readonly runId: string; readonly batch: number }[]> {
  if (references.length === 0) return [];
  return db
    .selectDistinct({ runId: paymentRuns.id, batch: paymentRuns.number })
    .from(claims)
    .innerJoin(paymentRunLines, eq(paymentRunLines.claimId, claims.id))
    .innerJoin(paymentRuns, eq(paymentRuns.id, paymentRunLines.runId))
    .where(and(eq(claims.organisationId, organisationId), inArray(claims.reference, [...references])))
    .orderBy(asc(paymentRuns.number))
    .limit(10);
}

/** Changes a run that is still at the version it was read at; says whether it was. */
export async function saveRun(tx: Tx, id: string, version: number, change: Partial<StoredRun>): Promise<boolean> {
  const changed = await tx
    .update(paymentRuns)
    .set({ ...change, version: version + 1 })
    .where(and(eq(paymentRuns.id, id), eq(paymentRuns.version, version)))
    .returning({ id: paymentRuns.id });
  return changed.length === 1;
}

/** Moves a line on; says whether it was where it was read. */
export async function moveRunLine(
  tx: Tx,
  line: Pick<StoredRunLine, "id" | "state">,
  change: Partial<Pick<StoredRunLine, "state" | "why" | "paidOn" | "closedOn">>,
): Promise<boolean> {
  const changed = await tx
    .update(paymentRunLines)
    .set(change)
    .where(and(eq(paymentRunLines.id, line.id), eq(paymentRunLines.state, line.state)))
    .returning({ id: paymentRunLines.id });
  return changed.length === 1;
}

/** Payments of a person that the bank sent back, the first first. */
export async function listReturnedTo(
  db: Db,
  organisationId: string,
  personId: string,
): Promise<
  readonly {
    readonly line: StoredRunLine;
    readonly meeting: { readonly name: string };
    readonly claim: { readonly state: string; readonly paidOn: CalendarDate | null };
  }[]
> {
  return db
    .select({ line: paymentRunLines, meeting: { name: meetings.name }, claim: { state: claims.state, paidOn: claims.paidOn } })
    .from(paymentRunLines)
    .innerJoin(claims, eq(claims.id, paymentRunLines.claimId))
    .innerJoin(meetings, eq(meetings.id, claims.meetingId))
    .where(and(eq(claims.organisationId, organisationId), eq(paymentRunLines.personId, personId), eq(paymentRunLines.state, "returned")))
    .orderBy(asc(paymentRunLines.paidOn), asc(asWritten(paymentRunLines)));
}

/** How each of a person's paid claims was paid, where it was paid in a run. */
export async function listMethodsOf(db: Db, personId: string): Promise<ReadonlyMap<string, string>> {
  const found = await db
    .select({ claimId: paymentRunLines.claimId, method: paymentRunLines.method })
    .from(paymentRunLines)
    .where(and(eq(paymentRunLines.personId, personId), eq(paymentRunLines.state, "paid")));
  return new Map(found.map(({ claimId, method }) => [claimId, method]));
}

/** Those of some claims that looked like a repeat of another until a person decided that they are none. */
export async function listNoRepeats(db: Db, claimIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (claimIds.length === 0) return new Set();
  const found = await db
    .select({ claimId: claimFindings.claimId })
    .from(claimFindings)
    .where(and(inArray(claimFindings.claimId, [...claimIds]), eq(claimFindings.decision, "not-a-repeat")));
  return new Set(found.map(({ claimId }) => claimId));
}

/** The exports of a run, the first first, with who made each. */
export async function listExports(db: Db, runId: string): Promise<readonly { readonly made: RunExport; readonly by: string }[]> {
  return db
    .select({ made: runExports, by: staff.name })
    .from(runExports)
    .innerJoin(staff, eq(staff.id, runExports.staffId))
    .where(eq(runExports.runId, runId))
    .orderBy(asc(runExports.number));
}

/** Puts an export on record. */
export async function addExport(tx: Tx, made: typeof runExports.$inferInsert): Promise<void> {
  await tx.insert(runExports).values(made);
}

/** Begins a print. */
export async function addPrintJob(tx: Tx, job: typeof printJobs.$inferInsert): Promise<void> {
  await tx.insert(printJobs).values(job);
}

/** The prints of a run, newest first. */
export async function listPrintJobs(db: Db, runId: string): Promise<readonly PrintJob[]> {
  return db
    .select()
    .from(printJobs)
    .where(eq(printJobs.runId, runId))
    .orderBy(desc(printJobs.startedAt), desc(asWritten(printJobs)));
}

/** One print of an organisation. */
export async function findPrintJob(db: Db, organisationId: string, id: string): Promise<PrintJob | undefined> {
  const [found] = await db
    .select()
    .from(printJobs)
    .where(and(eq(printJobs.organisationId, organisationId), eq(printJobs.id, id)));
  return found;
}

/** Moves a print that is still being made; says whether it was. */
export async function moveWorkingPrint(tx: Tx, id: string, change: Partial<PrintJob>): Promise<boolean> {
  const changed = await tx
    .update(printJobs)
    .set(change)
    .where(and(eq(printJobs.id, id), eq(printJobs.state, "working")))
    .returning({ id: printJobs.id });
  return changed.length === 1;
}

/** Ends a print whose worker is gone. */
export async function endInterruptedPrint(tx: Tx, id: string): Promise<void> {
  await tx
    .update(printJobs)
    .set({ state: "failed" })
    .where(and(eq(printJobs.id, id), eq(printJobs.state, "working")));
}
