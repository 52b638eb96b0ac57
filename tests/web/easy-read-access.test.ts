// What a person who reads Easy Read is asked about access: a topic at a time, few choices a page, and the same answers in the end.
import { afterAll, beforeAll, expect, test } from "vitest";
import { openApp, Visitor, type App } from "#tests/support/app.ts";

let app: App;
let link: string;
beforeAll(async () => {
  app = await openApp({ withExample: true });
  const links = await app.fromBuild.exampleLinks();
  link = new URL(links.find(({ who }) => who.startsWith("Attendee"))?.address ?? "").pathname;
}, 120_000);
afterAll(() => app.close());

/** The path of an address, without where on the page it begins. */
const pathOf = (location: string | null | undefined): string => (location ?? "").split("#")[0] ?? "";

test("the first page of the link is in easy words from the press of a button, and back in the others from the next", async () => {
  const visitor = new Visitor(app);
  expect((await visitor.get(link)).text).toContain("You are invited: Day services planning group");
  await visitor.submit(link, {}, { button: "easy" });
  const easy = (await visitor.get(link)).text;
  expect(easy).toContain("Please come to our meeting: Day services planning group");
  expect(easy).toContain("You can come back later.");
  expect(easy).not.toContain("You are invited");
  await visitor.submit(link, {}, { button: "standard" });
  expect((await visitor.get(link)).text).toContain("You are invited");
});

test("a person is asked ten yes-or-no questions, four choices a page, and 'Not sure' goes along as a wish to talk", async () => {
  const visitor = new Visitor(app);
  await visitor.submit(link, {}, { button: "easy" });
  const home = pathOf((await visitor.submit(link, {})).location);
  const said: Readonly<Record<string, string>> = { "getting-around": "yes", food: "not-sure" };
  let at = pathOf((await visitor.get(`${home}/access/topics`)).location);
  const asked: string[] = [];
  while (at.includes("/access/ask/")) {
    const topic = at.split("/").at(-1) ?? "";
    asked.push(topic);
    const page = await visitor.get(at);
    expect([...page.html.matchAll(/type="radio"/gu)]).toHaveLength(3);
    const version = /name="version" value="(\d+)"/u.exec(page.html)?.[1] ?? "";
    at = pathOf((await visitor.submit(at, { version, answer: said[topic] ?? "no" })).location);
  }
  expect(asked.length).toBeGreaterThanOrEqual(10);
  expect(at).toBe(`${home}/access/building`);

  const pages: string[] = [];
  while (at.includes("/access/building")) {
    const page = await visitor.get(at);
    pages.push(at);
    expect([...page.html.matchAll(/type="checkbox"/gu)].length).toBeLessThanOrEqual(4);
    const first = /type="checkbox" value="([^"]+)"/u.exec(page.html)?.[1] ?? "";
    const version = /name="version" value="(\d+)"/u.exec(page.html)?.[1] ?? "";
    const question = /name="([^"]+)" type="checkbox"/u.exec(page.html)?.[1] ?? "";
    at = pathOf((await visitor.submit(at, { version, ...(question === "" ? {} : { [question]: [first] }) })).location);
  }
  expect(pages.length).toBeGreaterThan(2);

  const check = (await visitor.get(`${home}/access/check`)).text;
  expect(check).toContain("I am not sure. I would like to talk about this.");
  // Whoever would like to talk is asked who may know that it is them, with their name as the choice that still works.
  const sharing = await visitor.get(`${home}/access/sharing`);
  expect(sharing.html).toMatch(
    /name="share_coordinator"[^>]*checked=""[^>]*value="with-name"|name="share_coordinator"[^>]*value="with-name"[^>]*checked=""/u,
  );
  const food = await visitor.get(`${home}/access/ask/food`);
  expect(food.html).toMatch(/checked=""[^>]*value="not-sure"|value="not-sure"[^>]*checked=""/u);
  const version = /name="version" value="(\d+)"/u.exec(food.html)?.[1] ?? "";
  await visitor.submit(`${home}/access/ask/food`, { version, answer: "no" });
  expect((await visitor.get(`${home}/access/check`)).text).not.toContain("I would like to talk about this.");

  // "No" to a topic takes back what was ticked under it, and the page says so before.
  const around = await visitor.get(`${home}/access/ask/getting-around`);
  expect(around.text).toContain("If you choose “No”, we take it out.");
  expect((await visitor.get(`${home}/access/ask/senses`)).text).not.toContain("we take it out");
  expect((await visitor.get(`${home}/access/sharing`)).html).toContain("share_coordinator");
  const now = /name="version" value="(\d+)"/u.exec(around.html)?.[1] ?? "";
  await visitor.submit(`${home}/access/ask/getting-around`, { version: now, answer: "no" });
  const steps = await visitor.get(`${home}/access/sharing`);
  expect(steps.html).not.toContain("share_coordinator");
});

test("a person's own meetings stand together, and nobody else's, even on a device that two people share", async () => {
  const visitor = new Visitor(app);
  const home = pathOf((await visitor.submit(link, {})).location);
  const reference = home.split("/").at(-1) ?? "";
  const mine = await visitor.get(`/my?ref=${reference}`);
  expect(mine.status).toBe(200);
  expect(mine.text).toContain("My meetings and payments");
  expect(mine.text).toContain("Day services planning group");
  expect(mine.html).toContain(`href="/my/m/${reference}"`);
  expect((await visitor.get("/my?ref=ZZZZZZZZ")).status).toBe(404);
  expect((await new Visitor(app).get(`/my?ref=${reference}`)).status).toBe(404);
});
