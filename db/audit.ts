// The append-only record of who did what. Each row's chain value is a keyed fingerprint over the row and the chain before
// it, so an edited, removed or reordered row is found. Values that belong to a person never go in: only field names and states.
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { Instant } from "#app/domain/basics/dates.ts";
import type { Db, Tx } from "./open.ts";
import { audit, installation } from "./schema.ts";
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
  await recordEach(context, tx, [entry]);
}

/** Adds several entries in their order, inside the change they tell of. */
export async function recordEach(
  context: { readonly vault: Vault; readonly now: Instant },
  tx: Tx,
  entries: readonly AuditEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const [before] = await tx.select({ chain: audit.chain }).from(audit).orderBy(desc(audit.sequence)).limit(1);
  let chain = before?.chain ?? "";
  const rows = entries.map((entry) => {
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
    chain = chainAfter(context.vault, chain, row);
    return { ...row, chain };
  });
  await tx.insert(audit).values(rows);
}

/** Where the record begins once its oldest entries are kept no longer: the last entry that went, sealed so that nobody moves it. */
export const recordBegins = { after: "audit-kept-after", chain: "audit-kept-chain" } as const;

/** What a new beginning is written down with: without the key nobody makes one. */
export function sealedBeginning(vault: Vault, sequence: number, chain: string): string {
  return `${chain} ${vault.fingerprint("audit-begins", `${String(sequence)} ${chain}`)}`;
}

async function beginningOf(db: Db, vault: Vault): Promise<{ readonly sequence: number; readonly chain: string } | null> {
  const facts = await db.select().from(installation);
  const after = facts.find(({ name }) => name === recordBegins.after)?.value;
  const [chain = "", print = ""] = (facts.find(({ name }) => name === recordBegins.chain)?.value ?? "").split(" ");
  if (after === undefined) return { sequence: 0, chain: "" };
  return vault.fingerprint("audit-begins", `${after} ${chain}`) === print ? { sequence: Number(after), chain } : null;
}

/** Walks the whole record and gives the sequence number of the first row that is not as it was written, or null. */
export async function firstBrokenEntry(db: Db, vault: Vault): Promise<number | null> {
  const rows = await db.select().from(audit).orderBy(asc(audit.sequence));
  const begins = await beginningOf(db, vault);
  const first = rows[0]?.sequence ?? 1;
  if (begins === null || (begins.sequence > 0 && first !== begins.sequence + 1)) return first;
  let before = begins.chain;
  let expected = first;
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
