// The append-only record of who did what. Each row's chain value is a keyed fingerprint over the row and the chain before
// it, so an edited, removed or reordered row is found. Values that belong to a person never go in: only field names and states.
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { Instant } from "#app/domain/basics/dates.ts";
import type { Db, Tx } from "./open.ts";
import { audit } from "./schema.ts";
import type { Vault } from "./vault.ts";

export type AuditEntry = {
  readonly organisationId: string;
  readonly actor: { readonly kind: string; readonly id: string };
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
};

/** Adds one entry inside the change it tells of. */
export async function record(context: { readonly vault: Vault; readonly now: Instant }, tx: Tx, entry: AuditEntry): Promise<void> {
  const [before] = await tx.select({ chain: audit.chain }).from(audit).orderBy(desc(audit.sequence)).limit(1);
  const row = {
    at: context.now,
    organisationId: entry.organisationId,
    actorKind: entry.actor.kind,
    actorId: entry.actor.id,
    action: entry.action,
    subjectKind: entry.subject.kind,
    subjectId: entry.subject.id,
    details: entry.details ?? {},
  };
  await tx.insert(audit).values({ ...row, chain: chainAfter(context.vault, before?.chain ?? "", row) });
}

/** Walks the whole record and gives the sequence number of the first row that is not as it was written, or null. */
export async function firstBrokenEntry(db: Db, vault: Vault): Promise<number | null> {
  const rows = await db.select().from(audit).orderBy(asc(audit.sequence));
  let before = "";
  let expected = rows[0]?.sequence ?? 1;
  for (const { sequence, chain, ...row } of rows) {
    if (sequence !== expected || chain !== chainAfter(vault, before, row)) return sequence;
    before = chain;
    expected += 1;
  }
  return null;
}

type Row = Omit<typeof audit.$inferSelect, "sequence" | "chain">;

function chainAfter(vault: Vault, before: string, row: Row): string {
  const fields = [row.at, row.organisationId, row.actorKind, row.actorId, row.action, row.subjectKind, row.subjectId, row.details];
  return vault.fingerprint("audit", JSON.stringify([before, fields]));
}

/** When the latest of some actions was done to a subject; null when none was. */
export async function latestEntryAbout(db: Db, kind: string, id: string, actions: readonly string[]): Promise<Instant | null> {
  const [found] = await db
    .select({ at: audit.at })
    .from(audit)
    .where(and(eq(audit.subjectKind, kind), eq(audit.subjectId, id), inArray(audit.action, [...actions])))
    .orderBy(desc(audit.sequence))
    .limit(1);
  return found?.at ?? null;
}

/** The entries of an organisation about these subjects, the latest first; 2,000 at most. */
export async function listEntriesAbout(
  db: Db,
  organisationId: string,
  subjectIds: readonly string[],
): Promise<readonly (typeof audit.$inferSelect)[]> {
  if (subjectIds.length === 0) return [];
  return db
    .select()
    .from(audit)
    .where(and(eq(audit.organisationId, organisationId), inArray(audit.subjectId, [...subjectIds])))
    .orderBy(desc(audit.sequence))
    .limit(2_000);
}
