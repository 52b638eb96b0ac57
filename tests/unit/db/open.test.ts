// What "saved" means, tried on real files: all of a change or none of it, one writer at a time, and nothing lost by kill -9.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { instantOf } from "#app/domain/basics/dates.ts";
import { done, refused } from "#app/domain/basics/result.ts";
import { firstBrokenEntry, record } from "#db/audit.ts";
import { openDatabase, WrongKey, type OpenDatabase, type Tx } from "#db/open.ts";
import { attempts, audit } from "#db/schema.ts";
import { makeVault } from "#db/vault.ts";

const at = instantOf("2026-11-23T10:00:00.000Z");
const vault = makeVault(new Map([[1, randomBytes(32)]]));
const folder = mkdtempSync(join(tmpdir(), "welcome-table-"));
const add = async (tx: Tx, key: string) => tx.insert(attempts).values({ key, count: 1, since: at });
const entry = { organisationId: "o", actor: { kind: "staff", id: "s" }, action: "tried", subject: { kind: "thing", id: "t" } };

describe("a change", () => {
  let database: OpenDatabase;
  const has = async (key: string) => (await database.db.select().from(attempts).where(eq(attempts.key, key))).length === 1;
  beforeAll(async () => {
    database = await openDatabase({ file: join(folder, "changes.db"), vault });
  });
  afterAll(() => database.close());

  test("is seen by readers once it is done", async () => {
    await database.change(async (tx) => add(tx, "seen"));
    expect(await has("seen")).toBe(true);
  });

  test("that throws leaves nothing behind", async () => {
    await expect(
      database.change(async (tx) => {
        await add(tx, "thrown");
        throw new Error("half way");
      }),
    ).rejects.toThrow("half way");
    expect(await has("thrown")).toBe(false);
  });

  test("that is refused leaves nothing behind", async () => {
    const answer = await database.change(async (tx) => {
      await add(tx, "refused");
      return refused("too-late");
    });
    expect(answer).toEqual({ ok: false, refusal: "too-late" });
    expect(await has("refused")).toBe(false);
  });

  test("inside a change is refused instead of waiting for ever", async () => {
    await expect(database.change(async () => database.change(async () => undefined))).rejects.toThrow(
      "A change was started inside a change",
    );
  });

  test("that outlasts its deadline is rolled back and cannot write afterwards", async () => {
    let late: Promise<unknown> = Promise.resolve();
    await expect(
      database.change(
        async (tx) => {
          await add(tx, "slow");
          await new Promise((resolve) => setTimeout(resolve, 60));
          late = (async () => add(tx, "after"))();
          await late;
        },
        { deadline: 20 },
      ),
    ).rejects.toThrow("longer than 20 milliseconds");
    await new Promise((resolve) => setTimeout(resolve, 80));
    await expect(late).rejects.toThrow();
    expect([await has("slow"), await has("after")]).toEqual([false, false]);
    await database.change(async (tx) => add(tx, "next"));
    expect(await has("next")).toBe(true);
  });

  test("200 at the same moment all happen, one after another", async () => {
    await database.change(async (tx) => tx.insert(attempts).values({ key: "count", count: 0, since: at }));
    await Promise.all(
      Array.from({ length: 200 }, async () =>
        database.change(async (tx) => {
          const [row] = await tx.select().from(attempts).where(eq(attempts.key, "count"));
          await tx
            .update(attempts)
            .set({ count: (row?.count ?? 0) + 1 })
            .where(eq(attempts.key, "count"));
        }),
      ),
    );
    const [row] = await database.db.select().from(attempts).where(eq(attempts.key, "count"));
    expect(row?.count).toBe(200);
  });

  test("answering the same form twice acts once and gives both senders the first one's result", async () => {
    const answers = await Promise.all(
      ["first", "second"].map(async (name) =>
        database.change(
          async (tx) => {
            await add(tx, `intent ${name}`);
            return done(name);
          },
          { intent: "one form" },
        ),
      ),
    );
    expect(answers).toEqual([done("first"), done("first")]);
    expect([await has("intent first"), await has("intent second")]).toEqual([true, false]);
  });

  test("cannot be made through the reading side", async () => {
    const reader = database.db as unknown as Tx; // the types leave writing out; the connection itself refuses it too
    await expect(async () => reader.insert(attempts).values({ key: "x", count: 1, since: at })).rejects.toThrow(/readonly|query_only/iu);
  });
});

describe("the audit record", () => {
  test("finds the first entry that was edited or removed, and the database refuses both by ordinary means", async () => {
    const file = join(folder, "audit.db");
    const database = await openDatabase({ file, vault });
    for (let at3 = 0; at3 < 5; at3 += 1)
      await database.change(async (tx) => record({ vault, now: at }, tx, { ...entry, details: { number: at3 } }));
    expect(await firstBrokenEntry(database.db, vault)).toBeNull();
    await expect(database.change(async (tx) => tx.update(audit).set({ action: "other" }))).rejects.toThrow();
    await expect(database.change(async (tx) => tx.delete(audit))).rejects.toThrow();
    database.close();

    const raw = new Database(file);
    raw.exec("DROP TRIGGER audit_is_never_changed; UPDATE audit SET action = 'other' WHERE sequence = 3");
    raw.close();
    const again = await openDatabase({ file, vault });
    expect(await firstBrokenEntry(again.db, vault)).toBe(3);
    again.close();
  });

  test("with an entry taken out of the middle is found out", async () => {
    const file = join(folder, "audit-removed.db");
    const database = await openDatabase({ file, vault });
    for (let count = 0; count < 4; count += 1) await database.change(async (tx) => record({ vault, now: at }, tx, entry));
    database.close();
    const raw = new Database(file);
    raw.exec("DROP TRIGGER audit_is_never_removed; DELETE FROM audit WHERE sequence = 2");
    raw.close();
    const again = await openDatabase({ file, vault });
    expect(await firstBrokenEntry(again.db, vault)).toBe(3);
    again.close();
  });
});

describe("opening", () => {
  test("with another key is refused before anything is changed, and says which key is needed", async () => {
    const file = join(folder, "wrong-key.db");
    (await openDatabase({ file, vault })).close();
    const before = readFileSync(file);
    const other = makeVault(new Map([[1, randomBytes(32)]]));
    await expect(openDatabase({ file, vault: other })).rejects.toThrow(WrongKey);
    await expect(openDatabase({ file, vault: other })).rejects.toThrow("needs key number 1");
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test("what was deleted is not left in the file", async () => {
    const file = join(folder, "erased.db");
    const database = await openDatabase({ file, vault });
    const marker = "MARKER-OF-AN-ERASED-PERSON";
    for (let count = 0; count < 300; count += 1) await database.change(async (tx) => add(tx, `${marker} ${count}`));
    await database.change(async (tx) => tx.delete(attempts));
    await database.emptyLog();
    expect([file, `${file}-wal`].some((one) => readFileSync(one).includes(marker))).toBe(false);
    database.close();
  });
});

describe("kill -9 in the middle of saving", () => {
  const cycles = process.env["TEST_FULL"] === "1" ? 100 : 20;

  test(
    `loses nothing that was acknowledged, and leaves no change without its audit entry, ${cycles} times`,
    { timeout: 180_000 },
    async () => {
      const file = join(folder, "killed.db");
      const keyFile = join(folder, "killed.key");
      writeFileSync(keyFile, randomBytes(32).toString("hex"));
      const acknowledged: string[] = [];
      for (let cycle = 0; cycle < cycles; cycle += 1) {
        acknowledged.push(...(await writeUntilKilled(file, keyFile, cycle)));
      }
      const killedVault = makeVault(new Map([[1, Buffer.from(readFileSync(keyFile, "utf8"), "hex")]]));
      const database = await openDatabase({ file, vault: killedVault });
      const rows = new Set((await database.db.select().from(attempts)).map((row) => row.key));
      const audited = new Set((await database.db.select().from(audit)).map((row) => row.subjectId));
      expect(acknowledged.length).toBeGreaterThan(cycles);
      expect(acknowledged.filter((key) => !rows.has(key))).toEqual([]);
      expect([...rows].filter((key) => !audited.has(key))).toEqual([]);
      expect([...audited].filter((key) => !rows.has(key))).toEqual([]);
      expect(await firstBrokenEntry(database.db, killedVault)).toBeNull();
      database.close();
    },
  );
});

async function writeUntilKilled(file: string, keyFile: string, cycle: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, ["tests/support/keep-writing.ts", file, keyFile, String(cycle)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let text = "";
  return new Promise((resolve) => {
    child.stdout.on("data", (chunk: Buffer) => {
      // The first line starts a random short life, so that the kill falls anywhere in a save.
      if (text === "") setTimeout(() => child.kill("SIGKILL"), Math.random() * 60);
      text += chunk.toString();
    });
    // A last line cut in half was not acknowledged.
    child.on("close", () => resolve(text.split("\n").slice(0, -1)));
  });
}
