// The history of settings: what was added and what is read back. Rows are never changed (db/migrations).
import { and, count, desc, eq } from "drizzle-orm";
import type { SettingKind } from "#app/domain/people/setting-kinds.ts";
import type { Db, Tx } from "../open.ts";
import { settingChanges, staff } from "../schema.ts";

/** Adds what was changed, inside the change itself. */
export async function addSettingChange(tx: Tx, change: typeof settingChanges.$inferInsert): Promise<void> {
  await tx.insert(settingChanges).values(change);
}

/** A stretch of an organisation's changes, the latest first, of one kind or of all, with who made each. */
export async function listSettingChanges(
  db: Db,
  organisationId: string,
  { kind, skip, most }: { readonly kind: SettingKind | null; readonly skip: number; readonly most: number },
) {
  return db
    .select({ change: settingChanges, name: staff.name })
    .from(settingChanges)
    .innerJoin(staff, eq(staff.id, settingChanges.changedBy))
    .where(ofKind(organisationId, kind))
    .orderBy(desc(settingChanges.sequence))
    .limit(most)
    .offset(skip);
}

/** How many there are. */
export async function countSettingChanges(db: Db, organisationId: string, kind: SettingKind | null): Promise<number> {
  const [found] = await db.select({ many: count() }).from(settingChanges).where(ofKind(organisationId, kind));
  return found?.many ?? 0;
}

function ofKind(organisationId: string, kind: SettingKind | null) {
  const own = eq(settingChanges.organisationId, organisationId);
  return kind === null ? own : and(own, eq(settingChanges.kind, kind));
}
