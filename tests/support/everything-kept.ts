// Everything an installation keeps, opened: every column of every table, what is sealed with it, and every file on the disk. For
// tests that look for somebody's words.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { getTableColumns, getTableName, is } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Context } from "#app/services/context.server.ts";
import * as schema from "#db/schema.ts";
import type { Sealed } from "#db/vault.ts";

export type Kept = { readonly table: string; readonly column: string; readonly text: string };

/** Every table of the schema. */
export const allTables: readonly SQLiteTable[] = Object.values(schema as Record<string, unknown>).filter((one): one is SQLiteTable =>
  is(one, SQLiteTable),
);

/** Every text in the database, opened where it is sealed, and every file on the disk. */
export async function everythingKept(context: Context): Promise<readonly Kept[]> {
  const found: Kept[] = [];
  for (const table of allTables) {
    const name = getTableName(table);
    for (const row of (await context.db.select().from(table)) as readonly Readonly<Record<string, unknown>>[]) {
      for (const [key, column] of Object.entries(getTableColumns(table))) {
        const value = row[key];
        if (value === null || value === undefined) continue;
        const text = typeof value === "string" ? value : JSON.stringify(value);
        found.push({ table: name, column: column.name, text });
        const opened = openedAnyhow(context, name, column.name, text, row);
        if (opened !== null) found.push({ table: name, column: column.name, text: opened });
      }
    }
  }
  const folder = context.filesFolder;
  for (const id of existsSync(folder) ? readdirSync(folder) : []) {
    const sealed = readFileSync(join(folder, id), "utf8") as Sealed;
    const text = Buffer.from(context.vault.unseal(sealed, { table: "files", column: "content", row: id }), "base64").toString("latin1");
    found.push({ table: "(a file on the disk)", column: id, text });
  }
  return found;
}

/** Where any of some words are still kept, as "table.column: word", each once. */
export async function whereKept(context: Context, words: readonly string[]): Promise<readonly string[]> {
  const all = await everythingKept(context);
  const found = words.flatMap((word) =>
    all.filter(({ text }) => text.toLowerCase().includes(word.toLowerCase())).map(({ table, column }) => `${table}.${column}: ${word}`),
  );
  return [...new Set(found)].toSorted();
}

// A sealed text opens for its own row only: the id of the row, that of what it hangs from, or both together.
function openedAnyhow(
  context: Context,
  table: string,
  column: string,
  text: string,
  row: Readonly<Record<string, unknown>>,
): string | null {
  if (text.length < 40 || /[^A-Za-z0-9_-]/u.test(text)) return null;
  const ids = Object.values(row).filter((one): one is string => typeof one === "string" && one !== text);
  const both = typeof row["claimId"] === "string" && typeof row["subject"] === "string" ? [`${row["claimId"]} ${row["subject"]}`] : [];
  for (const id of [...ids, ...both]) {
    try {
      return context.vault.unseal(text as Sealed, { table, column, row: id });
    } catch {
      // Sealed for another row, or not sealed at all.
    }
  }
  return null;
}
