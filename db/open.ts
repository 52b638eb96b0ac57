// Opens the database: one file, migrated, with the settings that make "saved" mean saved. Reading and writing use
// different connections; writing goes through `change`, one at a time, and is the only way to write.
import { AsyncLocalStorage } from "node:async_hooks";
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";
import * as schema from "./schema.ts";
import type { Vault } from "./vault.ts";

type AnySqlite = BaseSQLiteDatabase<"sync" | "async", unknown, typeof schema>;

/** Reading. Holds no way to write. Every query is awaited, so that the same stores run on a libSQL server. */
export type Db = Pick<AnySqlite, "select" | "selectDistinct" | "query" | "$count" | "with">;

declare const insideChange: unique symbol;
/** Reading and writing inside one change. Only `change` makes one. */
export type Tx = AnySqlite & { readonly [insideChange]: true };

export type ChangeOptions = {
  /** The key of the form this change answers, with its sender: the second send gets the first one's result. */
  readonly intent?: string;
  /** Milliseconds after which the change is rolled back. */
  readonly deadline?: number;
};

/**
 * Runs work in one transaction: all of it is saved and flushed to disk, or none of it. A result with `ok: false` and a
 * thrown error both leave nothing behind. A change inside a change is refused with an Error, and so is one that outlasts
 * its deadline (10 seconds), because others wait for it: only database work belongs inside.
 */
export type Change = <Value>(work: (tx: Tx) => Promise<Value>, options?: ChangeOptions) => Promise<Value>;

export type OpenDatabase = {
  readonly db: Db;
  readonly change: Change;
  /** Moves everything out of the write-ahead log and empties it, so that what was erased is in no file (promises.md R8). */
  readonly emptyLog: () => Promise<void>;
  readonly close: () => void;
};

export type OpenSettings = { readonly file: string; readonly vault: Vault; readonly migrationsFolder?: string };

type Client = import("better-sqlite3").Database;

/**
 * Opens and migrates the database file. Throws when the key is not the one the file was made with (before anything is
 * changed), when the file was made by a newer program, and when a durability setting did not take.
 */
export async function openDatabase({ file, vault, migrationsFolder }: OpenSettings): Promise<OpenDatabase> {
  mkdirSync(dirname(file), { recursive: true });
  let writer = await connect(file);
  try {
    checkKey(writer, vault);
    const folder = migrationsFolder ?? join(process.cwd(), "db", "migrations");
    migrate(drizzle(writer, { schema }), { migrationsFolder: folder });
    rememberKey(writer, vault);
  } catch (problem) {
    writer.close();
    throw problem;
  }
  const reader = await connect(file);
  reader.pragma("query_only = ON");

  const inside = new AsyncLocalStorage<true>();
  let last: Promise<unknown> = Promise.resolve();

  async function runChange<Value>(work: (tx: Tx) => Promise<Value>, { intent, deadline = 10_000 }: ChangeOptions): Promise<Value> {
    const tx = drizzle(writer, { schema }) as unknown as Tx; // the brand has no run-time part
    writer.exec("BEGIN IMMEDIATE");
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      const tooLong = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error(`A change took longer than ${deadline} milliseconds`)), deadline);
      });
      const value = await inside.run(true, () => Promise.race([intent === undefined ? work(tx) : once(tx, vault, intent, work), tooLong]));
      writer.exec(isRefusal(value) ? "ROLLBACK" : "COMMIT");
      return value;
    } catch (problem) {
      if (writer.inTransaction) writer.exec("ROLLBACK");
      // Work that outlasted its deadline may still be running: its connection is taken away, so that it cannot write outside a change.
      writer.close();
      writer = await connect(file);
      throw problem;
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    db: drizzle(reader, { schema }),
    change(work, options = {}) {
      if (inside.getStore()) throw new Error("A change was started inside a change: pass the outer change's tx on instead");
      const mine = last.then(() => runChange(work, options));
      last = mine.catch(() => undefined);
      return mine;
    },
    async emptyLog() {
      const mine = last.then(() => void writer.pragma("wal_checkpoint(TRUNCATE)"));
      last = mine.catch(() => undefined);
      await mine;
    },
    close() {
      reader.close();
      writer.close();
    },
  };
}

async function connect(file: string): Promise<Client> {
  if (Number(process.versions.node.split(".")[0]) < 22) {
    throw new Error(
      "The database needs Node 22 or newer, and this is Node " + process.versions.node + ": use npm start or npm test, which bring it",
    );
  }
  const { default: Database } = await import("better-sqlite3");
  const client = new Database(file);
  const wanted = { journal_mode: "wal", synchronous: 2, secure_delete: 1, foreign_keys: 1, busy_timeout: 5000 } as const;
  client.pragma("busy_timeout = 5000");
  for (const [name, value] of Object.entries(wanted)) client.pragma(`${name} = ${value}`);
  for (const [name, value] of Object.entries(wanted)) {
    const found: unknown = client.pragma(name, { simple: true });
    if (found !== value) throw new Error(`The database setting ${name} should be ${value}, and is ${String(found)}`);
  }
  return client;
}

const keyCheckPlace = { table: "installation", column: "value", row: "key-check" };

/** The stored data was made with another key. Nothing has been changed. */
export class WrongKey extends Error {
  override readonly name = "WrongKey";
}

function checkKey(client: Client, vault: Vault): void {
  const known = client.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'installation'").get();
  if (known === undefined) return;
  const row = client.prepare("SELECT value FROM installation WHERE name = 'key-check'").get() as { value: string } | undefined;
  if (row === undefined) return;
  try {
    vault.unseal(row.value as Parameters<Vault["unseal"]>[0], keyCheckPlace);
  } catch (cause) {
    const number = Buffer.from(row.value, "base64url")[0] ?? 0;
    throw new WrongKey(`The data needs key number ${number} as it was when the data was made, and the key file does not hold it`, {
      cause,
    });
  }
}

function rememberKey(client: Client, vault: Vault): void {
  client
    .prepare("INSERT INTO installation (name, value) VALUES ('key-check', ?) ON CONFLICT DO NOTHING")
    .run(vault.seal("welcome-table", keyCheckPlace));
}

// A result may tell what somebody chose or needs, so it is kept sealed like the row it tells of.
async function once<Value>(tx: Tx, vault: Vault, key: string, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  const place = { table: "intents", column: "result", row: key };
  const [before] = await tx.select().from(schema.intents).where(eq(schema.intents.key, key));
  if (before) return JSON.parse(vault.unseal(before.result, place)) as Value;
  const value = await work(tx);
  if (!isRefusal(value)) {
    await tx
      .insert(schema.intents)
      .values({ key, result: vault.seal(JSON.stringify(value ?? null), place), at: sql`(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))` });
  }
  return value;
}

function isRefusal(value: unknown): boolean {
  return typeof value === "object" && value !== null && "ok" in value && value.ok === false;
}
