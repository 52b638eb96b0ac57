// Everything said, settled, photographed and gone wrong at venues, and what waits from files of others. Statements and
// settlements are only ever added.
import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import { asWritten } from "../columns.ts";
import type { Db, Tx } from "../open.ts";
import { files, venueImports, venuePhotos, venueProblems, venueSettlements, venueStatements } from "../schema.ts";

export type VenueStatement = typeof venueStatements.$inferSelect;
export type VenueSettlement = typeof venueSettlements.$inferSelect;
export type VenuePhoto = typeof venuePhotos.$inferSelect;
export type VenueProblem = typeof venueProblems.$inferSelect;
export type VenueImport = typeof venueImports.$inferSelect;

/** Everything anybody ever said of the given venues, the oldest first. */
export async function listStatements(db: Db, venueIds: readonly string[]): Promise<readonly VenueStatement[]> {
  if (venueIds.length === 0) return [];
  return db
    .select()
    .from(venueStatements)
    .where(inArray(venueStatements.venueId, [...venueIds]))
    .orderBy(asc(venueStatements.checkedOn), asc(venueStatements.savedAt), asc(asWritten(venueStatements)));
}

/** Adds statements; none takes the place of another. */
export async function addStatements(tx: Tx, statements: readonly (typeof venueStatements.$inferInsert)[]): Promise<void> {
  for (const statement of statements) await tx.insert(venueStatements).values(statement);
}

/** Every decision about which statement stands, for the given venues, the oldest first. */
export async function listSettlements(db: Db, venueIds: readonly string[]): Promise<readonly VenueSettlement[]> {
  if (venueIds.length === 0) return [];
  return db
    .select()
    .from(venueSettlements)
    .where(inArray(venueSettlements.venueId, [...venueIds]))
    .orderBy(asc(venueSettlements.settledAt), asc(asWritten(venueSettlements)));
}

/** Keeps a decision about which statement stands. */
export async function addSettlement(tx: Tx, settlement: typeof venueSettlements.$inferInsert): Promise<void> {
  await tx.insert(venueSettlements).values(settlement);
}

/** The photos of a venue that were not removed, the newest first, each with its file. */
export async function listPhotos(
  db: Db,
  venueId: string,
): Promise<readonly { readonly photo: VenuePhoto; readonly file: typeof files.$inferSelect }[]> {
  return db
    .select({ photo: venuePhotos, file: files })
    .from(venuePhotos)
    .innerJoin(files, eq(files.id, venuePhotos.fileId))
    .where(and(eq(venuePhotos.venueId, venueId), isNull(venuePhotos.removedAt)))
    .orderBy(desc(venuePhotos.savedAt), asc(asWritten(venuePhotos)));
}

/** Keeps a photo. Its file's row is written before it, in the same change. */
export async function addPhoto(tx: Tx, photo: typeof venuePhotos.$inferInsert): Promise<void> {
  await tx.insert(venuePhotos).values(photo);
}

/** Changes a photo that is still at the version it was read at; says whether it was. */
export async function savePhoto(tx: Tx, id: string, version: number, change: Partial<VenuePhoto>): Promise<boolean> {
  const changed = await tx
    .update(venuePhotos)
    .set({ ...change, version: version + 1 })
    .where(and(eq(venuePhotos.id, id), eq(venuePhotos.version, version)))
    .returning({ id: venuePhotos.id });
  return changed.length === 1;
}

/** What went wrong at a venue, what is not put right yet before what is, then the newest first. */
export async function listProblems(db: Db, venueId: string): Promise<readonly VenueProblem[]> {
  const found = await db
    .select()
    .from(venueProblems)
    .where(eq(venueProblems.venueId, venueId))
    .orderBy(desc(venueProblems.seenOn), desc(venueProblems.savedAt), desc(asWritten(venueProblems)));
  return [...found.filter(({ fixedOn }) => fixedOn === null), ...found.filter(({ fixedOn }) => fixedOn !== null)];
}

/** Keeps that something went wrong. */
export async function addProblem(tx: Tx, problem: typeof venueProblems.$inferInsert): Promise<void> {
  await tx.insert(venueProblems).values(problem);
}

/** Changes a problem that is still at the version it was read at; says whether it was. */
export async function saveProblem(tx: Tx, id: string, version: number, change: Partial<VenueProblem>): Promise<boolean> {
  const changed = await tx
    .update(venueProblems)
    .set({ ...change, version: version + 1 })
    .where(and(eq(venueProblems.id, id), eq(venueProblems.version, version)))
    .returning({ id: venueProblems.id });
  return changed.length === 1;
}

/** The files of facts read for a venue, the newest first. */
export async function listVenueImports(db: Db, venueId: string): Promise<readonly VenueImport[]> {
  return db
    .select()
    .from(venueImports)
    .where(eq(venueImports.venueId, venueId))
    .orderBy(desc(venueImports.savedAt), desc(asWritten(venueImports)));
}

/** Keeps a file of facts until somebody decides about it. */
export async function addVenueImport(tx: Tx, row: typeof venueImports.$inferInsert): Promise<void> {
  await tx.insert(venueImports).values(row);
}

/** Changes an import that is still at the version it was read at; says whether it was. */
export async function saveVenueImport(tx: Tx, id: string, version: number, change: Partial<VenueImport>): Promise<boolean> {
  const changed = await tx
    .update(venueImports)
    .set({ ...change, version: version + 1 })
    .where(and(eq(venueImports.id, id), eq(venueImports.version, version)))
    .returning({ id: venueImports.id });
  return changed.length === 1;
}
