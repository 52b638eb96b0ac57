// The table for the modulus check that the organisation supplies (decision 14). Without one nothing is checked, and the pages say so.
import { dayIn, type CalendarDate } from "#app/domain/basics/dates.ts";
import { done, type Result } from "#app/domain/basics/result.ts";
import { readModulusTable, type ModulusTable, type TableRefusal } from "#app/domain/payments/modulus-check.ts";
import { auditActorOf, type Administrator } from "#app/domain/people/actors.ts";
import { counted } from "#app/words/format.ts";
import { record } from "#db/audit.ts";
import { findModulusTable, putModulusTable, type StoredModulusTable } from "#db/stores/payees.ts";
import type { Context } from "./context.server.ts";
import { keepSettingChange } from "./settings-history.server.ts";

// Read once for each table that is loaded: a thousand rows are not read again for every account.
const known = new Map<string, ModulusTable>();

/** The organisation's table, or null where none is loaded. */
export async function modulusTableOf(context: Context, organisationId: string): Promise<ModulusTable | null> {
  const stored = await findModulusTable(context.db, organisationId);
  if (!stored) return null;
  const key = `${organisationId} ${stored.loadedAt} ${stored.loadedBy}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const read = readModulusTable(filesOf(stored));
  if (!read.ok) throw new Error(`The stored modulus table cannot be read: ${read.refusal.problem} on line ${read.refusal.lineNumber}`);
  known.clear();
  known.set(key, read.value);
  return read.value;
}

function filesOf({ name, validFrom, weights, substitutes }: Pick<StoredModulusTable, "name" | "validFrom" | "weights" | "substitutes">) {
  return { version: name, weights, substitutes, ...(validFrom === null ? {} : { validFrom }) };
}

export type LoadedTable = {
  readonly name: string;
  readonly validFrom: CalendarDate | null;
  readonly rows: number;
  readonly loadedOn: CalendarDate;
};

/** What is known of the loaded table, or null. */
export async function loadedTable(context: Context, administrator: Administrator): Promise<LoadedTable | null> {
  const stored = await findModulusTable(context.db, administrator.organisationId);
  return stored ? { name: stored.name, validFrom: stored.validFrom, rows: stored.rows, loadedOn: dayIn(stored.loadedAt) } : null;
}

/** Loads the two published text files in place of what was loaded before. Refused whole at the first line that is not understood. */
export async function loadModulusTable(
  context: Context,
  administrator: Administrator,
  files: {
    readonly name: string;
    readonly validFrom: CalendarDate | null;
    readonly weights: string;
    readonly substitutes: string;
  },
  intent?: string,
): Promise<Result<{ readonly rows: number }, TableRefusal>> {
  const read = readModulusTable(filesOf(files));
  if (!read.ok) return read;
  const rows = read.value.rows.length;
  return context.change<Result<{ readonly rows: number }, TableRefusal>>(
    async (tx) => {
      const before = await findModulusTable(tx, administrator.organisationId);
      await putModulusTable(tx, {
        organisationId: administrator.organisationId,
        ...files,
        rows,
        loadedBy: administrator.staffId,
        loadedAt: context.now,
      });
      await record(context, tx, {
        organisationId: administrator.organisationId,
        actor: auditActorOf(administrator),
        action: "modulus-table-loaded",
        subject: { kind: "organisation", id: administrator.organisationId },
        details: { name: files.name, rows },
      });
      const said = (table: { readonly name: string; readonly rows: number }) => `${table.name}, ${counted(table.rows, "line", "lines")}`;
      const fields = [{ field: "Table", before: before ? said(before) : "", after: said({ name: files.name, rows }) }];
      await keepSettingChange(context, tx, administrator, { kind: "account", about: "Bank number check", fields });
      return done({ rows });
    },
    intent === undefined ? {} : { intent },
  );
}
