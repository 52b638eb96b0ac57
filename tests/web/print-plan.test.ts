// "Print the access plan": one form, four readers, each copy with what its reader may read and no more.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openApp, Visitor, type App } from "#tests/support/app.ts";

let app: App;
let asha: Visitor;
let path: string;

beforeAll(async () => {
  app = await openApp({ withExample: true });
  asha = await new Visitor(app).signInAs("coordinator");
  const meeting = await app.instance.context().db.query.meetings.findFirst({ where: (table, { eq }) => eq(table.state, "open") });
  path = `/meetings/${meeting?.reference ?? ""}/print/plan`;
}, 60_000);
afterAll(() => app.close());

const names = async (): Promise<readonly string[]> => (await app.instance.context().db.query.people.findMany()).map(({ name }) => name);
const opened = async (action: string): Promise<number> =>
  (await app.instance.context().db.query.audit.findMany()).filter((row) => row.action === action).length;

describe("a coordinator who prints the plan", () => {
  test("is asked who it is for, and nothing is chosen for them but the usual size", async () => {
    const { html, text } = await asha.get(path);
    expect(text).toContain("Who is it for?");
    expect(html).not.toMatch(/name="reader"[^>]*checked/u);
    expect(html).toMatch(/value="12"[^>]*checked|checked[^>]*value="12"/u);
    expect(text).not.toContain("There is a problem");
  });

  test("reads what to choose where they chose only half, and the other half is kept", async () => {
    const { html, text } = await asha.get(`${path}?show=yes&size=18&clashes=yes`);
    expect(text).toContain("Choose who it is for");
    expect(text).not.toContain("Choose a text size");
    expect(html).toMatch(/value="18"[^>]*checked|checked[^>]*value="18"/u);
    expect(html).toMatch(/name="clashes"[^>]*checked|checked[^>]*name="clashes"/u);
    expect(html).toContain("<title>Error: ");
    const strange = await asha.get(`${path}?show=yes&reader=everybody&size=11`);
    expect(strange.text).toContain("Choose who it is for");
    expect(strange.text).toContain("Choose a text size");
  });

  test("comes back to the form with what they chose", async () => {
    const { html } = await asha.get(`${path}?reader=venue&size=24&change=yes`);
    expect(html).toMatch(/value="venue"[^>]*checked|checked[^>]*value="venue"/u);
    expect(html).toMatch(/value="24"[^>]*checked|checked[^>]*value="24"/u);
  });

  test.each([
    ["anyone", "Anyone working on the meeting: no names."],
    ["venue", "Venue copy: no names."],
  ])("has a copy for %s without one name of a person taking part", async (reader, audience) => {
    const { text } = await asha.get(`${path}?reader=${reader}&size=12&clashes=yes`);
    expect(text).toContain(audience);
    for (const name of await names()) expect(text).not.toContain(name);
  });

  test("has clashes only where they asked for them, and never in the venue's copy", async () => {
    const heading = "Needs that pull against each other";
    expect((await asha.get(`${path}?reader=anyone&size=12&clashes=yes`)).text).toContain(heading);
    expect((await asha.get(`${path}?reader=anyone&size=12`)).text).not.toContain(heading);
    expect((await asha.get(`${path}?reader=my-file&size=12`)).text).not.toContain(heading);
    expect((await asha.get(`${path}?reader=my-file&size=12&clashes=yes`)).text).toContain(heading);
    for (const clashes of ["", "&clashes=yes"]) {
      const { text } = await asha.get(`${path}?reader=venue&size=12${clashes}`);
      expect(text).not.toMatch(/pull against each other|Assistance dog.*distance from dogs/u);
    }
  });

  test.each([
    ["my-file", "access-plan"],
    ["anyone", "plan-without-names"],
    ["venue", "plan-for-venue"],
    ["chair", "plan-for-chair"],
  ])("keeps the copy for %s as a file in the size they chose", async (reader, file) => {
    const page = await asha.get(`${path}?reader=${reader}&size=14`);
    const href = new RegExp(`href="(${path}/${file}-14-point\\.pdf[^"]*)"`, "u").exec(page.html)?.[1]?.replace(/&amp;/gu, "&") ?? "";
    const answer = await asha.get(href);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Content-Type")).toBe("application/pdf");
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
  });

  test("leaves a line on record for a copy that holds names, and none for the others", async () => {
    const before = [await opened("access-plan-opened"), await opened("plan-for-chair-opened")];
    for (const reader of ["my-file", "anyone", "venue", "chair"]) await asha.get(`${path}?reader=${reader}&size=12`);
    expect([await opened("access-plan-opened"), await opened("plan-for-chair-opened")]).toEqual(before.map((count) => count + 1));
    expect((await opened("plan-for-venue-opened")) + (await opened("plan-without-names-opened"))).toBe(0);
  });
});

describe("the printed plan", () => {
  test.each(["plan-for-venue-12-point.pdf", "plan-for-venue-12-point.pdf?reader=chair&size=12", "x.pdf?reader=venue&size=12"])(
    "is nothing at %s",
    async (file) => {
      expect((await asha.get(`${path}/${file}`)).status).toBe(404);
    },
  );

  test("is not to be had by a stranger, by finance, or of a meeting that is not there", async () => {
    const search = "?reader=venue&size=12";
    for (const end of ["", search, `/plan-for-venue-12-point.pdf${search}`]) {
      expect((await new Visitor(app).get(path + end)).location).toContain("/sign-in");
      expect((await (await new Visitor(app).signInAs("checks")).get(path + end)).status).toBe(404);
      expect((await asha.get(`/meetings/ZZZZZZZZ/print/plan${end}`)).status).toBe(404);
    }
  });
});
