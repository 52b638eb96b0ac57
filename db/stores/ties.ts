// Ties that members of staff declared to people who are paid, and what somebody outside finance found about exceptions.
import { aliasedTable, and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Instant } from "#app/domain/basics/dates.ts";
import type { Db, Tx } from "../open.ts";
import { declaredTies, exceptionReviews, personMerges, staff } from "../schema.ts";

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
