// `npm run pack`: what it writes, and what it says in one sentence when it cannot.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pack } from "#scripts/pack-door.ts";
import { checkPdf } from "#tests/support/pdf-checks.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "welcome-table-pack-test-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...typed: readonly string[]): Promise<{ readonly code: number; readonly said: readonly string[] }> {
  const said: string[] = [];
  const environment = { WELCOME_TABLE_DATA: join(folder, "data"), WELCOME_TABLE_KEY_FILE: join(folder, "key") };
  const code = await pack(typed, { environment, say: (sentence) => said.push(sentence) });
  return { code, said };
}

describe("the example", () => {
  test("is written whole: each paper as a page and in three sizes, in folders named by day, all listed", async () => {
    const out = join(folder, "example");
    const { code, said } = await run("--example", "--out", out, "--today", "2026-11-23");
    expect(code).toBe(0);
    expect(said.at(-1)).toContain("Begin with index.html");
    const index = readFileSync(join(out, "index.html"), "utf8");
    const listed = [...index.matchAll(/href="([^"]+)"/gu)].map(([, href = ""]) => href);
    const folders = readdirSync(out).filter((name) => name !== "index.html");
    expect(folders).toHaveLength(2);
    const written = folders.flatMap((one) => readdirSync(join(out, one)).map((name) => `${one}/${name}`));
    expect(listed.toSorted()).toEqual(written.toSorted());
    for (const file of written) expect(file).toMatch(/\/[a-z-]+(?:-person-\d+)?(?:-\d\d-point\.pdf|\.html)$/u);
    for (const kind of [
      "access-plan",
      "plan-without-names",
      "venue-checklist",
      "joining-instructions-person-1",
      "jobcentre-letter-person-1",
    ])
      for (const end of [".html", "-12-point.pdf", "-18-point.pdf", "-24-point.pdf"])
        expect(
          written.some((file) => file.endsWith(`/${kind}${end}`)),
          kind + end,
        ).toBe(true);
    const some = written.filter(
      (file) => /(?:access-plan|venue-checklist|person-2)-18-point\.pdf$/u.test(file) || file.includes("person-3-12"),
    );
    expect(some.length).toBeGreaterThan(5);
    for (const file of some) expect(await checkPdf(readFileSync(join(out, file))), file).toEqual([]);
  }, 180_000);
});

describe("a command that cannot be done", () => {
  test.each([
    [[], "Use: npm run pack"],
    [["--meeting", "X"], "Say where the papers should go"],
    [["--meeting", "X", "--example"], "Use: npm run pack"],
    [["--wrong"], "Unknown option"],
    [["--example", "--today", "2026-13-40"], "use a date like 2026-11-23"],
    [["--meeting", "X", "--out", "y", "--today", "2026-11-23"], "--today goes with --example only"],
    [["--meeting", "KTRMWPXC", "--out", "y"], "There is no data in"],
  ] as const)("%j is answered in words", async (typed, words) => {
    const { code, said } = await run(...typed);
    expect(code).toBe(2);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(words);
  });

  test("a folder with somebody's things in it is left as it is, even when told to replace", async () => {
    const out = join(folder, "mine");
    mkdirSync(out);
    writeFileSync(join(out, "holiday.txt"), "mine");
    expect((await run("--example", "--out", out)).said[0]).toContain("is not empty");
    expect((await run("--example", "--out", out, "--replace")).said[0]).toContain("does not hold an earlier pack");
    expect(readdirSync(out)).toEqual(["holiday.txt"]);
    expect(existsSync(join(folder, "data"))).toBe(false);
  });
});
