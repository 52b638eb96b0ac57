// What every setting was before and what it became, who changed it and when. Kept in the same change as the setting itself, sealed,
// beside the audit entry, which holds no values. An account is only ever kept here by its last two figures.
import type { Instant } from "#app/domain/basics/dates.ts";
import type { Administrator, Staff } from "#app/domain/people/actors.ts";
import type { ChangedField, SettingKind } from "#app/domain/people/setting-kinds.ts";
import type { Tx } from "#db/open.ts";
import { addSettingChange, countSettingChanges, listSettingChanges } from "#db/stores/setting-changes.ts";
import type { Context } from "./context.server.ts";

export type SettingToKeep = {
  readonly kind: SettingKind;
  /** Which one, by the name people know it by. */
  readonly about: string;
  readonly fields: readonly ChangedField[];
};

/** Keeps what changed; fields that stayed as they were are left out, and where none changed nothing is kept. */
export async function keepSettingChange(
  context: Context,
  tx: Tx,
  { organisationId, staffId }: Pick<Staff, "organisationId" | "staffId">,
  { kind, about, fields }: SettingToKeep,
): Promise<void> {
  const changed = fields.filter(({ before, after }) => before !== after);
  if (changed.length === 0) return;
  const id = context.newId();
  const changes = context.vault.seal(JSON.stringify({ about, fields: changed }), changePlace(id));
  await addSettingChange(tx, { id, organisationId, kind, changes, changedBy: staffId, at: context.now });
}

export type SettingChangeView = {
  readonly id: string;
  readonly kind: SettingKind;
  readonly at: Instant;
  readonly who: string;
  readonly about: string;
  readonly fields: readonly ChangedField[];
};

/** Changes on one page. */
export const changesOnAPage = 20;

/** A page of the history, the latest first, and how many changes there are in all. */
export async function settingsHistoryFor(
  context: Context,
  administrator: Administrator,
  { kind, page }: { readonly kind: SettingKind | null; readonly page: number },
): Promise<{ readonly changes: readonly SettingChangeView[]; readonly total: number }> {
  const { organisationId } = administrator;
  const total = await countSettingChanges(context.db, organisationId, kind);
  const rows = await listSettingChanges(context.db, organisationId, { kind, skip: (page - 1) * changesOnAPage, most: changesOnAPage });
  const changes = rows.map(({ change, name }) => {
    const kept = JSON.parse(context.vault.unseal(change.changes, changePlace(change.id))) as Pick<SettingChangeView, "about" | "fields">;
    return { id: change.id, kind: change.kind, at: change.at, who: name, about: kept.about, fields: kept.fields };
  });
  return { changes, total };
}

const changePlace = (row: string) => ({ table: "setting_changes", column: "changes", row });
