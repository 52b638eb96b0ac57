// The plan page when a part of it cannot be loaded, and the length of its papers, through the real build.
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openApp, Visitor, type App } from "#tests/support/app.ts";

let app: App;
let asha: Visitor;
let plan: string;

beforeAll(async () => {
  app = await openApp({ withExample: true });
  asha = await new Visitor(app).signInAs("Coordinator");
  plan = /\/meetings\/[A-Z0-9]{8}\/plan/u.exec((await asha.get("/today")).html)?.[0] ?? "";
});
afterAll(() => app.close());

const notLoaded = "We could not load this part. Your data is safe.";

/** The words under one heading of a page. */
function under(html: string, heading: string): string {
  const section = new RegExp(`<h2 id="${heading}">[^]*?</section>`, "u").exec(html)?.[0] ?? "";
  return section.replace(/<[^>]*>/gu, " ").replace(/\s+/gu, " ");
}

/** Opens the plan while one table is out of reach. */
async function planWithout(table: string) {
  const file = new Database(join(app.folder, "data", "welcome-table.db"));
  try {
    file.exec(`ALTER TABLE ${table} RENAME TO ${table}_away`);
    return await asha.get(plan);
  } finally {
    file.exec(`ALTER TABLE ${table}_away RENAME TO ${table}`);
    file.close();
  }
}

describe("a part of the plan that cannot be loaded", () => {
  test.each([
    { table: "payment_choices", part: "replies", heading: "Replies" },
    { table: "to_do_marks", part: "do-next", heading: "Do next" },
    { table: "written_to_dos", part: "do-next", heading: "Do next" },
    { table: "day_roles", part: "print", heading: "Print and share" },
  ])("without $table only its heading stays, with a way to try again", async ({ table, part, heading }) => {
    const page = await planWithout(table);
    expect(page.status).toBe(200);
    expect(under(page.html, part)).toContain(`${heading} ${notLoaded} Try again`);
    expect(page.text.split(notLoaded)).toHaveLength(2);
    for (const other of ["needs", "clashes", "bookings", "place", "print"].filter((one) => one !== part))
      expect(under(page.html, other).length).toBeGreaterThan(60);
    const again = await asha.get(plan);
    expect(again.text).not.toContain(notLoaded);
  });

  test("what is to do is never said to be whole while a part it is worked out from is missing", async () => {
    const page = await planWithout("payment_choices");
    expect(page.text).toContain("We could not count what needs you this week.");
    expect(under(page.html, "do-next")).toContain("Something to do may be missing from this list.");
    const whole = await asha.get(plan);
    expect(whole.text).not.toContain("We could not");
  });

  test("the plan itself is never half a plan: without the bookings there is an error page", async () => {
    expect((await planWithout("bookings")).status).toBe(500);
  });
});

/** The links of the plan that say their length: address, name and pages. */
async function lengthsOn(path: string): Promise<readonly RegExpExecArray[]> {
  return [...(await asha.get(path)).html.matchAll(/<a class="target" href="([^"]+)">([^<]+) \(PDF, (\d+) pages?\)/gu)];
}

describe("the papers of the plan", () => {
  test("each link says that it is a PDF and how many pages, and the file is that long", async () => {
    // What takes long to count has its length on a later view: the page waits for nothing.
    await expect.poll(async () => (await lengthsOn(plan)).length, { timeout: 20_000 }).toBe(4);
    const links = await lengthsOn(plan);
    expect(links.map(([, , name]) => name)).toEqual([
      "Access plan for your file",
      "Plan without names",
      "Venue requirement sheet",
      "Wall sheet for the room",
    ]);
    for (const [, href = "", , pages] of links) {
      const file = await asha.get(href.replaceAll("&amp;", "&"));
      expect([file.status, file.headers.get("Content-Type")]).toEqual([200, "application/pdf"]);
      expect(file.html.match(/\/Type \/Page\b(?!s)/gu)).toHaveLength(Number(pages));
    }
  });
});
