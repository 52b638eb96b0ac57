// Ties that members of staff declared to people who are paid, and what somebody outside finance found about exceptions.
import { aliasedTable, and, asc, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Instant } from "#app/domain/basics/dates.ts";
import type { Db, Tx } from "../open.ts";
import {
  claimExceptionReviews,
  claims,
  claimSteps,
  declaredTies,
  exceptionReviews,
  paymentRunLines,
  paymentRuns,
  people,
  personMerges,
  staff,
} from "../schema.ts";

export type DeclaredTie = typeof declaredTies.$inferSelect;
export type ExceptionReview = typeof exceptionReviews.$inferSelect;

// A tie may have been declared to a record that was merged into this one since, and that one may have had others merged into it.
// Gives, by each record, the person it is now; asks once for each step of merging, however many people there are.
async function recordsOf(db: Db, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const owners = new Map(personIds.map((id) => [id, id]));
  for (let from: readonly string[] = [...owners.keys()]; from.length > 0;) {
    const merged = await db
      .select({ from: personMerges.fromId, into: personMerges.intoId })
      .from(personMerges)
      .where(and(inArray(personMerges.intoId, [...from]), isNull(personMerges.undoneAt)));
    const fresh = merged.filter((one) => !owners.has(one.from));
    for (const one of fresh) owners.set(one.from, owners.get(one.into) ?? one.into);
    from = fresh.map((one) => one.from);
  }
  return owners;
}

/** The ties to some people that stand, by person, the first first. */
export async function listTiesOf(db: Db, personIds: readonly string[]): Promise<ReadonlyMap<string, readonly DeclaredTie[]>> {
  if (personIds.length === 0) return new Map();
  const owners = await recordsOf(db, personIds);
  const ties = await db
    .select()
    .from(declaredTies)
    .where(and(inArray(declaredTies.personId, [...owners.keys()]), isNull(declaredTies.endedAt)))
    .orderBy(asc(declaredTies.declaredAt), asc(declaredTies.id));
  return Map.groupBy(ties, ({ personId }) => owners.get(personId) ?? personId);
}

/** The ties to a person that stand, the first first. */
export async function listTies(db: Db, personId: string): Promise<readonly DeclaredTie[]> {
  return (await listTiesOf(db, [personId])).get(personId) ?? [];
}

/** The people a member of staff said they are tied to, by every record that is theirs now. */
export async function listPeopleTiedTo(db: Db, staffId: string): Promise<ReadonlySet<string>> {
  const declared = await db
    .select({ id: declaredTies.personId })
    .from(declaredTies)
    .where(and(eq(declaredTies.staffId, staffId), isNull(declaredTies.endedAt)));
  const ids = new Set(declared.map(({ id }) => id));
  for (let from = [...ids]; from.length > 0;) {
    const merged = await db
      .select({ id: personMerges.intoId })
      .from(personMerges)
      .where(and(inArray(personMerges.fromId, from), isNull(personMerges.undoneAt)));
    from = merged.map(({ id }) => id).filter((id) => !ids.has(id));
    for (const id of from) ids.add(id);
  }
  return ids;
}

/** Every tie to a person there ever was, with the names of who declared it and who ended it. */
export async function listTiesEver(
  db: Db,
  personId: string,
): Promise<readonly { readonly tie: DeclaredTie; readonly by: string; readonly endedBy: string | null }[]> {
  const ender = aliasedTable(staff, "ender");
  return db
    .select({ tie: declaredTies, by: staff.name, endedBy: ender.name })
    .from(declaredTies)
    .innerJoin(staff, eq(staff.id, declaredTies.staffId))
    .leftJoin(ender, eq(ender.id, declaredTies.endedBy))
    .where(inArray(declaredTies.personId, [...(await recordsOf(db, [personId])).keys()]))
    .orderBy(asc(declaredTies.declaredAt), asc(declaredTies.id));
}

/** Keeps a tie. */
export async function addTie(tx: Tx, tie: typeof declaredTies.$inferInsert): Promise<void> {
  await tx.insert(declaredTies).values(tie);
}

/** Ends a tie; says whether it still stood. The database refuses it from whoever declared it. */
export async function endTie(tx: Tx, id: string, by: string, at: Instant): Promise<boolean> {
  const ended = await tx
    .update(declaredTies)
    .set({ endedAt: at, endedBy: by })
    .where(and(eq(declaredTies.id, id), isNull(declaredTies.endedAt)))
    .returning({ id: declaredTies.id });
  return ended.length === 1;
}

/** What was found about the exceptions of a batch; undefined until somebody looked. */
export async function findExceptionReview(db: Db, runId: string): Promise<ExceptionReview | undefined> {
  const [found] = await db.select().from(exceptionReviews).where(eq(exceptionReviews.runId, runId));
  return found;
}

/** Keeps what was found about the exceptions of a batch, once. */
export async function addExceptionReview(tx: Tx, review: typeof exceptionReviews.$inferInsert): Promise<void> {
  await tx.insert(exceptionReviews).values(review);
}

const released = aliasedTable(claimSteps, "released");
const checked = aliasedTable(claimSteps, "checked");
const releasedByChecker = and(
  eq(checked.claimId, released.claimId),
  eq(checked.round, released.round),
  eq(checked.staffId, released.staffId),
);
const liveLine = sql`(SELECT 1 FROM ${paymentRunLines} WHERE ${paymentRunLines.claimId} = ${claims.id} AND ${paymentRunLines.state} IN ('in', 'paid'))`;

/** A claim that was paid outside a batch and released by its checker, with what was found about it where somebody looked. */
export type ExceptionOutside = {
  readonly claim: typeof claims.$inferSelect;
  readonly person: string;
  readonly releasedBy: string;
  readonly review: typeof claimExceptionReviews.$inferSelect | null;
};

/** Those nobody has looked at, the first paid first; or those somebody did, the last looked at first. */
export async function listExceptionsOutside(
  db: Db,
  organisationId: string,
  which: "to-review" | "reviewed",
  atMost: number,
): Promise<readonly ExceptionOutside[]> {
  const asked = which === "to-review" ? isNull(claimExceptionReviews.claimId) : isNotNull(claimExceptionReviews.claimId);
  return exceptionsOutside(db)
    .where(and(ofOrganisation(organisationId), asked))
    .orderBy(which === "to-review" ? asc(claims.paidOn) : desc(claimExceptionReviews.recordedAt), asc(claims.id))
    .limit(atMost);
}

/** Those of some claims that were paid outside a batch and released by their checker. */
export async function listExceptionsAmong(
  db: Db,
  organisationId: string,
  claimIds: readonly string[],
): Promise<readonly ExceptionOutside[]> {
  if (claimIds.length === 0) return [];
  return exceptionsOutside(db).where(and(ofOrganisation(organisationId), inArray(claims.id, [...claimIds])));
}

/** How many nobody has looked at. */
export async function countExceptionsOutside(db: Db, organisationId: string): Promise<number> {
  const found = await exceptionsOutside(db).where(and(ofOrganisation(organisationId), isNull(claimExceptionReviews.claimId)));
  return found.length;
}

function ofOrganisation(organisationId: string) {
  return and(eq(claims.organisationId, organisationId), eq(claims.state, "paid"), sql`NOT EXISTS ${liveLine}`);
}

function exceptionsOutside(db: Db) {
  return db
    .select({ claim: claims, person: people.name, releasedBy: staff.name, review: claimExceptionReviews })
    .from(released)
    .innerJoin(checked, and(releasedByChecker, eq(checked.step, "check")))
    .innerJoin(claims, and(eq(claims.id, released.claimId), eq(claims.round, released.round), eq(released.step, "release")))
    .innerJoin(people, eq(people.id, claims.personId))
    .innerJoin(staff, eq(staff.id, released.staffId))
    .leftJoin(claimExceptionReviews, and(eq(claimExceptionReviews.claimId, claims.id), eq(claimExceptionReviews.round, claims.round)));
}

/** The signed batches with a claim that its checker released, and nobody has looked at, by number. */
export async function listRunsToReview(
  db: Db,
  organisationId: string,
): Promise<readonly { readonly runId: string; readonly number: number }[]> {
  return db
    .selectDistinct({ runId: paymentRuns.id, number: paymentRuns.number })
    .from(released)
    .innerJoin(checked, and(releasedByChecker, eq(checked.step, "check")))
    .innerJoin(claims, and(eq(claims.id, released.claimId), eq(claims.round, released.round), eq(released.step, "release")))
    .innerJoin(paymentRunLines, and(eq(paymentRunLines.claimId, claims.id), inArray(paymentRunLines.state, ["in", "paid"])))
    .innerJoin(paymentRuns, eq(paymentRuns.id, paymentRunLines.runId))
    .leftJoin(exceptionReviews, eq(exceptionReviews.runId, paymentRuns.id))
    .where(and(eq(paymentRuns.organisationId, organisationId), isNull(exceptionReviews.runId)))
    .orderBy(asc(paymentRuns.number));
}

/** Keeps what was found about a claim that was paid outside a batch, once for each time it was released. */
export async function addClaimExceptionReview(tx: Tx, review: typeof claimExceptionReviews.$inferInsert): Promise<void> {
  await tx.insert(claimExceptionReviews).values(review);
}
