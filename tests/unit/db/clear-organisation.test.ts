// Clearing an organisation: nothing of it stays behind, in any table there is, and nothing of anybody else's goes.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { getTableName, is } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { administratorOf } from "#app/domain/people/actors.ts";
import { setUp, keepForm, exampleSignInLink, beginFirstSession } from "#app/services/accounts.server.ts";
import { clearExample } from "#app/services/clear-example.server.ts";
import { makeExample } from "#app/services/example.server.ts";
import { firstBrokenEntry } from "#db/audit.ts";
import * as schema from "#db/schema.ts";
import { tablesCleared, tablesLeftAlone } from "#db/stores/clear-organisation.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";

const tables = Object.values(schema)
  .filter((thing) => is(thing, SQLiteTable))
  .map((table) => getTableName(table as SQLiteTable));

let opened: TestInstance;
let raw: Database.Database;
let organisationId: string;
let ids: ReadonlyMap<string, readonly string[]>;

function rowsOf(table: string): readonly Record<string, unknown>[] {
  return raw.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[];
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function idsOf(): ReadonlyMap<string, readonly string[]> {
  return new Map(tables.map((table) => [table, rowsOf(table).map((row) => textOf(row["id"] ?? row["fingerprint"]))]));
}

beforeAll(async () => {
  opened = await testInstance();
  ({ organisationId } = await makeExample(opened.instance));
  raw = new Database(join(opened.folder, "data", "welcome-table.db"), { readonly: true });
  const context = opened.context();
  const account = await context.db.query.staff.findFirst();
  const organisation = await context.db.query.organisations.findFirst();
  if (!account || !organisation) throw new Error("the example has no staff");
  await exampleSignInLink(context, account, organisation);
  await beginFirstSession(context, account.email);
  await keepForm(context, account.id, "/people", { name: ["Wendy Osei"] });
  ids = idsOf();
});
afterAll(() => {
  raw.close();
  opened.close();
});

describe("clearing the example", () => {
  test("every table there is, is either cleared or left alone on purpose", () => {
    expect([...tablesCleared, ...tablesLeftAlone].sort()).toEqual([...tables].sort());
    expect(new Set([...tablesCleared, ...tablesLeftAlone]).size).toBe(tables.length);
  });

  test("a table that names its organisation is never among those left alone, but for the record of who did what", () => {
    const naming = tables.filter((table) =>
      raw.prepare(`SELECT 1 FROM pragma_table_info('${table}') WHERE name = 'organisation_id'`).get(),
    );
    expect(naming.filter((table) => !tablesCleared.includes(table))).toEqual(["audit"]);
  });

  test("leaves no row of the example and takes none of another organisation", async () => {
    const context = opened.context();
    const other = await setUp(
      context,
      {
        organisationName: "Kiln Lane Trust",
        nation: "wales",
        fullName: "Ffion Rhys",
        email: "ffion@example.org",
        password: "three random words",
      },
      "clear-test",
    );
    if (!other.ok) throw new Error(other.refusal);
    await beginFirstSession(context, "ffion@example.org");
    const administrator = administratorOf({
      staffId: "a",
      organisationId,
      name: "Asha Grewal",
      email: "asha@example.org",
      roles: ["administrator"],
    });
    if (!administrator) throw new Error("not an administrator");
    const filled = tablesCleared.filter((table) => (ids.get(table) ?? []).length > 0);
    expect(filled.length).toBeGreaterThan(10);

    expect((await clearExample(context, administrator)).ok).toBe(true);

    const after = idsOf();
    for (const table of tablesCleared) {
      const before = new Set((ids.get(table) ?? []).filter((id) => id !== ""));
      expect(
        (after.get(table) ?? []).filter((id) => before.has(id)),
        `rows of the example left in ${table}`,
      ).toEqual([]);
      const left = rowsOf(table).filter((row) => row["organisation_id"] === organisationId);
      expect(left, `rows that name the example in ${table}`).toEqual([]);
    }
    for (const [table, count] of [
      ["organisations", 1],
      ["staff", 1],
      ["sessions", 1],
      // The rules the other organisation began with.
      ["rule_approvals", 1],
    ] as const)
      expect(after.get(table), table).toHaveLength(count);
    for (const table of tables) {
      if (["organisations", "staff", "sessions", "rule_approvals", ...tablesLeftAlone].includes(table)) continue;
      expect(rowsOf(table), `rows left in ${table}`).toEqual([]);
    }
    expect(raw.prepare("PRAGMA foreign_key_check").all()).toEqual([]);
    expect(await firstBrokenEntry(context.db, context.vault)).toBeNull();
  });

  test("what was told by the example's people is gone from the file itself once its log is emptied", () => {
    const folder = join(opened.folder, "data");
    const writer = new Database(join(folder, "welcome-table.db"));
    writer.pragma("wal_checkpoint(TRUNCATE)");
    writer.close();
    const bytes = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith("-shm"))
      .map((entry) => readFileSync(join(folder, entry.name)).toString("latin1"))
      .join("");
    const welsh = Buffer.from("Gwilym Prŷs", "utf8").toString("latin1");
    expect({ name: bytes.includes(welsh), email: bytes.includes("maryam@example.org") }).toEqual({ name: false, email: false });
  });

  test("an organisation that is not the example is never cleared", async () => {
    const context = opened.context();
    const real = await context.db.query.organisations.findFirst();
    const administrator = administratorOf({
      staffId: "a",
      organisationId: real?.id ?? "",
      name: "Ffion Rhys",
      email: "ffion@example.org",
      roles: ["administrator"],
    });
    if (!administrator) throw new Error("not an administrator");
    expect(await clearExample(context, administrator)).toEqual({ ok: false, refusal: "not-the-example" });
    expect(await context.db.query.organisations.findMany()).toHaveLength(1);
  });
});
