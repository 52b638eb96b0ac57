// The real program, started as `npm start` starts it, where it cannot go on: it says why in words, and harms nothing
// (promises.md F13, F15, T18).
import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openApp } from "#tests/support/app.ts";
import { freePort } from "#tests/support/server.ts";

let folder: string;

/** A folder with data and its key, as an earlier start left them. */
function place(name: string): { readonly data: string; readonly key: string } {
  const at = join(folder, name);
  cpSync(join(folder, "made"), at, { recursive: true });
  return { data: join(at, "data"), key: join(at, "key") };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "welcome-table-start-"));
  const app = await openApp();
  app.instance.close();
  cpSync(app.folder, join(folder, "made"), { recursive: true });
  rmSync(app.folder, { recursive: true, force: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Ending = { readonly code: number | null; readonly said: string };

/** Starts the program and waits for it to end by itself. */
function start(settings: Readonly<Record<string, string>>): Promise<Ending> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["scripts/serve.ts"], {
      env: { ...process.env, NODE_NO_WARNINGS: "1", ...settings },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    const limit = setTimeout(() => child.kill("SIGKILL"), 25_000);
    child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString("utf8")));
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString("utf8")));
    child.once("close", (code) => {
      clearTimeout(limit);
      resolve({ code, said: said.trim() });
    });
  });
}

function fingerprintOf(data: string): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(data).sort()) if (name === "welcome-table.db") hash.update(readFileSync(join(data, name)));
  return hash.digest("hex");
}

describe("a start that cannot go on", () => {
  test("because another program has the port: one sentence, and the data as it was", async () => {
    const { data, key } = place("port");
    const before = fingerprintOf(data);
    const port = await freePort();
    const other = await new Promise<Server>((resolve) => {
      const server = createServer().listen(port, "localhost", () => resolve(server));
    });
    const ending = await start({ PORT: String(port), WELCOME_TABLE_DATA: data, WELCOME_TABLE_KEY_FILE: key });
    await new Promise((resolve) => other.close(resolve));
    expect(ending.code).toBe(1);
    expect(ending.said).toBe(`Port ${port} is in use by another program: stop that one, or choose another port, like PORT=3001 npm start.`);
    expect(fingerprintOf(data)).toBe(before);
  });

  test("because the key is another one: says which key is wanted, and changes nothing", async () => {
    const { data, key } = place("wrong-key");
    writeFileSync(key, `1 ${randomBytes(32).toString("hex")}\n`);
    const before = fingerprintOf(data);
    const ending = await start({ PORT: String(await freePort()), WELCOME_TABLE_DATA: data, WELCOME_TABLE_KEY_FILE: key });
    expect(ending.code).toBe(1);
    expect(ending.said).toBe("The data needs key number 1 as it was when the data was made, and the key file does not hold it");
    expect(fingerprintOf(data)).toBe(before);
  });

  test("because the key is gone: asks for it back, and makes no other beside data it could never open", async () => {
    const { data, key } = place("no-key");
    rmSync(key);
    const before = fingerprintOf(data);
    const ending = await start({ PORT: String(await freePort()), WELCOME_TABLE_DATA: data, WELCOME_TABLE_KEY_FILE: key });
    expect(ending.code).toBe(1);
    expect(ending.said).toMatch(
      /^The key file .* is missing\. Put it back from your recovery copy: the data cannot be read without it\.$/u,
    );
    expect(() => readFileSync(key)).toThrow("ENOENT");
    expect(fingerprintOf(data)).toBe(before);
  });

  test("because the key file holds something else: names the line, and never what is in it", async () => {
    const { data, key } = place("bad-key");
    writeFileSync(key, "1 zqxsecretmaterial\n");
    const ending = await start({ PORT: String(await freePort()), WELCOME_TABLE_DATA: data, WELCOME_TABLE_KEY_FILE: key });
    expect(ending.code).toBe(1);
    expect(ending.said).toBe("Line 1 of the key file is not a number and 64 hexadecimal digits");
  });

  test("because settings are wrong: lists all of them at once, and no secret", async () => {
    const { data, key } = place("settings");
    const ending = await start({
      PORT: "30x0",
      WELCOME_TABLE_ORIGIN: "meetings.example.org/path",
      WELCOME_TABLE_SMTP: "mail.example.org password=zqxsecret",
      WELCOME_TABLE_CLOCK: "tomorrow",
      WELCOME_TABLE_DATA: data,
      WELCOME_TABLE_KEY_FILE: key,
    });
    expect(ending.code).toBe(1);
    for (const name of ["PORT", "WELCOME_TABLE_ORIGIN", "WELCOME_TABLE_SMTP", "WELCOME_TABLE_CLOCK"]) expect(ending.said).toContain(name);
    expect(ending.said.split("\n")).toHaveLength(4);
    expect(ending.said).not.toContain("zqxsecret");
  });
});
