// Where private words must not turn up: the log, the record of who did what, and the database file (promises.md R4, T4, T17, T19, T25).
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { firstBrokenEntry } from "#db/audit.ts";
import { openApp, Visitor, type App } from "#tests/support/app.ts";
import { servedRoutes } from "#tests/support/routes.ts";
import { allMarkers, makeTwoOrganisations, markers, type TwoOrganisations } from "#tests/support/two-organisations.ts";

let app: App;
let both: TwoOrganisations;
let token: string;

beforeAll(async () => {
  app = await openApp({ withExample: true });
  both = await makeTwoOrganisations(app);
  // A journey by a printed link, with a marker in everything that is typed and asked for on the way.
  const visitor = new Visitor(app);
  const links = await app.fromBuild.exampleLinks();
  const path = new URL(links.find(({ who }) => who.startsWith("Attendee"))?.address ?? "").pathname;
  token = path.slice("/i/".length);
  await visitor.submitAndFollow(path, {});
  const my = `/my/m/${both.example.ids.meeting}`;
  for (const page of ["", "/coming", "/access/topics", "/pay", "/claim"]) await visitor.get(my + page);
  await visitor.submit(`${my}/coming`, { reply: "coming-online", version: "1", note: markers.sealed.note });
  await visitor.get(`/help?name=${encodeURIComponent(markers.open.person)}`);
  await visitor.get(`/people/${encodeURIComponent(markers.open.person)}`);
  await visitor.get(`/${encodeURIComponent(markers.open.email)}/nowhere`);
  const staff = await new Visitor(app).signInAs("coordinator");
  await staff.submit("/people", {
    name: markers.open.person,
    email: markers.open.email,
    phone: "",
    address: "",
    preferredContact: "email",
    agreed: "yes",
  });
  await staff.get(`/people?search=${encodeURIComponent(markers.open.person)}`);
  await new Visitor(app).submit("/sign-in", { email: markers.open.email, password: markers.sealed.nameOnAccount });
  await new Visitor(app).submit("/link-help", { email: markers.open.email, code: "ABCDEFGH" });
});
afterAll(() => app.close());

const found = (text: string, words: readonly string[]): readonly string[] =>
  words.filter((word) => text.includes(word) || text.includes(encodeURIComponent(word)));

describe("the log", () => {
  test("names routes by their pattern and holds no address, secret or word of anybody", () => {
    expect(app.log.length).toBeGreaterThan(15);
    const patterns = new Set(["(a file)", "(no such page)", "/", ...servedRoutes(app.build).map(({ pattern }) => pattern)]);
    for (const line of app.log) {
      const entry = JSON.parse(line) as Record<string, unknown>;
      expect(Object.keys(entry).sort()).toEqual(["method", "milliseconds", "route", "status"]);
      expect([...patterns], line).toContain(entry["route"]);
    }
    expect(found(app.log.join("\n"), [...allMarkers, token])).toEqual([]);
  });

  test("of a fault tells its kind and place, and never what the fault says", () => {
    const script = `import { logFault } from "./app/web/log.server.ts";
      logFault(new TypeError("${markers.sealed.note} ${markers.open.email}")); logFault("${markers.open.person}"); logFault({ note: "${markers.open.person}" });`;
    const run = spawnSync(process.execPath, ["--input-type=module", "--eval", script], { encoding: "utf8" });
    expect(run.stderr).toContain('"fault":"TypeError"');
    expect(found(run.stderr + run.stdout, allMarkers)).toEqual([]);
  });
});

describe("an address", () => {
  test("of a page reached by a private link no longer has the link in it, nor does the page", async () => {
    const visitor = new Visitor(app);
    const landing = await visitor.get(`/i/${token}`);
    expect(landing.html).not.toContain(token);
    const started = await visitor.submit(`/i/${token}`, {});
    expect(started.status).toBe(303);
    expect(started.location).not.toContain(token);
    expect((await visitor.follow(started.location ?? "/")).html).not.toContain(token);
  });

  test("is opened fifty times by machines that read mail, and nothing at all is changed by it", async () => {
    const { contentsOf } = await import("#tests/support/two-organisations.ts");
    const before = contentsOf(app, []);
    for (let time = 0; time < 50; time += 1)
      expect((await new Visitor(app).get(`/i/${token}`, { "User-Agent": "mail-scanner" })).status).toBe(200);
    expect(contentsOf(app, [])).toBe(before);
  });
});

describe("what is kept", () => {
  test("of access, payment, benefits and bank is sealed in the file, and so is what comes of a form sent twice", () => {
    const folder = join(app.folder, "data");
    const bytes = readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString("utf8"))
      .join("\n");
    expect(bytes).toContain(markers.open.person);
    expect(
      Object.entries(markers.sealed)
        .filter(([, word]) => bytes.includes(word))
        .map(([name]) => name),
    ).toEqual([]);
    expect(bytes.includes(token), "the secret of a private link").toBe(false);
    for (const { session } of [...both.walkers, ...both.owners])
      if (session !== null) expect(bytes.includes(session), "the secret of a session").toBe(false);
  });

  test("of who did what holds no word of anybody, and is whole", async () => {
    const context = app.instance.context();
    const entries = await context.db.query.audit.findMany();
    expect(entries.length).toBeGreaterThan(50);
    expect(found(JSON.stringify(entries), [...allMarkers, "Gwilym", "@example", "07700"])).toEqual([]);
    expect(await firstBrokenEntry(context.db, context.vault)).toBeNull();
  });
});
