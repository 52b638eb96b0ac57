// Every page in every state a person can reach, through one visit that finds its barriers. A new page is added to a list
// here; the last test compares the lists with the routes, so that none is forgotten.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserAvailable, closeBrowser, openContext } from "#tests/support/browser.ts";
import { enterBy, startExample, type ExampleApp } from "#tests/support/example-app.ts";
import { expectStatesClean, type Visit } from "#tests/support/visit-states.ts";

const press = (name: string) => async (page: Page) => page.getByRole("button", { name, exact: true }).first().click();
/** The page's own way on: the first button in main that is not a way to pass a question. */
const pressMain = async (page: Page): Promise<void> =>
  page.locator("main form[method=post] button[type=submit]:not([value=skip])").first().click();
const problem = { hasProblems: true } as const;

const publicVisits: readonly Visit[] = [
  { page: "start", path: "/" },
  { page: "setup", path: "/setup" },
  { page: "setup", state: "error", path: "/setup", reach: press("Set up and continue"), expect: problem },
  { page: "setup", state: "password shown", path: "/setup", reach: press("Show what I typed") },
  { page: "sign-in", path: "/sign-in" },
  { page: "sign-in", state: "error", path: "/sign-in", reach: press("Sign in"), expect: problem },
  { page: "sign-in check email", path: "/sign-in/check-email" },
  { page: "sign-in link ended", path: "/sign-in/confirm/nothing" },
  { page: "display", path: "/display" },
  { page: "display", state: "saved", path: "/display", reach: press("Save display settings") },
  { page: "help", path: "/help" },
  { page: "tax and payroll", path: "/help/tax-and-payroll" },
  { page: "accessibility", path: "/accessibility" },
  { page: "privacy", path: "/privacy" },
  { page: "cookies", path: "/cookies" },
  { page: "credits", path: "/credits" },
  { page: "link help", path: "/link-help" },
  { page: "link help", state: "error", path: "/link-help", reach: press("Open my invitation"), expect: problem },
  { page: "clear device", path: "/my/clear" },
  { page: "clear device", state: "done", path: "/my/clear?done" },
  { page: "not found", path: "/nothing-here", expect: { except: [{ check: "console", because: "the page itself is the 404 that the browser reports", lookedAtOn: "2026-11-22" }] } },
];

const attendeeVisits = (home: string): readonly Visit[] => {
  const step = (page: string, path: string, more: Partial<Visit> = {}): Visit => ({ page, path: `${home}${path}`, ...more });
  const access = ["contact", "papers", "papers-when", "papers-together", "communication", "building", "toilets", "arriving", "senses", "running", "food", "with-me", "travel", "online", "safety", "else"];
  return [
    step("my meeting", ""),
    step("coming", "/coming"),
    step("access topics", "/access/topics"),
    ...access.map((name) => step(`access ${name}`, `/access/${name}`)),
    step("access more", "/access/more-papers"),
    step("access width", "/access/about-wheelchair-width"),
    step("access sharing", "/access/sharing"),
    step("access check", "/access/check"),
    step("pay", "/pay"),
    step("pay", "/pay", { state: "error", reach: pressMain, expect: problem }),
    step("pay check keep", "/pay/check/keep"),
    step("pay check any", "/pay/check/any"),
    step("pay adviser", "/pay/adviser"),
    step("pay adviser", "/pay/adviser", { state: "error", reach: press("Ask for an adviser"), expect: problem }),
    step("pay choose", "/pay/choose"),
    step("pay how", "/pay/how"),
    step("pay bank", "/pay/bank"),
    step("pay bank", "/pay/bank", { state: "error", reach: pressMain, expect: problem }),
    step("pay check answers", "/pay/check-answers"),
    step("pay letter", "/pay/letter"),
    step("papers", "/papers"),
    step("claim", "/claim"),
  ];
};

describe.skipIf(!browserAvailable)("every page, in every state", { timeout: 600_000 }, () => {
  let app: ExampleApp;
  beforeAll(async () => {
    app = await startExample();
  }, 120_000);
  afterAll(async () => {
    await app?.stop();
    await closeBrowser();
  });

  test("that anybody may open", async () => {
    await expectStatesClean({ baseUrl: app.baseUrl, visits: publicVisits, expect: { plain: true } });
  });

  test("of a person with a private link", async () => {
    const home = await homeOf(app);
    await expectStatesClean({
      baseUrl: app.baseUrl,
      signIn: async (context) => void (await enterBy(context, app.linkOf("Attendee"))),
      visits: attendeeVisits(home),
      expect: { plain: true, reading: "attendee" },
    });
  });

  test("of a coordinator", async () => {
    const { ahead, held } = await meetingsOf(app);
    const m = `/meetings/${ahead}`;
    await expectStatesClean({
      baseUrl: app.baseUrl,
      signIn: async (context) => void (await enterBy(context, app.linkOf("Coordinator"))),
      visits: [
        { page: "today", path: "/today" },
        { page: "settings", path: "/settings" },
        { page: "settings example", path: "/settings/example" },
        { page: "meetings", path: "/meetings" },
        { page: "meetings", state: "nothing found", path: "/meetings?name=zzzz&show=all" },
        { page: "new about", path: "/meetings/new/about" },
        { page: "new about", state: "error", path: "/meetings/new/about", reach: press("Save and continue"), expect: problem },
        ...["about", "type", "when", "what", "where", "payment", "check"].map((name) => ({ page: `edit ${name}`, path: `${m}/edit/${name}` })),
        { page: "invite", path: `${m}/invite` },
        { page: "invite", state: "error", path: `${m}/invite`, reach: press("Save and continue"), expect: problem },
        { page: "invite sent", path: `${m}/invite/sent` },
        { page: "meeting people", path: `${m}/people` },
        { page: "people", path: "/people" },
        { page: "plan", path: `${m}/plan` },
        { page: "plan", state: "held meeting", path: `/meetings/${held}/plan` },
        { page: "requirement", path: `${m}/requirements/bsl-interpreter` },
        { page: "booking new", path: `${m}/bookings/new?for=bsl-interpreter` },
        { page: "clash", path: `${m}/conflicts/dog-vs-allergy` },
        { page: "meeting venue", path: `${m}/venue` },
        { page: "venues", path: "/venues" },
        { page: "print", path: `${m}/print` },
        { page: "print plan", path: `${m}/print/access-plan` },
        { page: "attendance", path: `/meetings/${held}/attendance` },
      ],
      expect: { plain: true, reading: "staff" },
    });
  });

  test("of the people who pay", async () => {
    const claim = async (part: string, path: string) => firstLink(app, part, path, /^\/payments\/(?:claims|authorise)\/[^/?#]+$/u);
    const checker = "Finance, checks";
    const toCheck = await claim(checker, "/payments/check");
    await expectStatesClean({
      baseUrl: app.baseUrl,
      signIn: async (context) => void (await enterBy(context, app.linkOf(checker))),
      visits: [
        { page: "today", path: "/today" },
        { page: "payments", path: "/payments" },
        { page: "payments check", path: "/payments/check" },
        { page: "check claim", path: toCheck },
        { page: "check claim", state: "error", path: toCheck, reach: press("Save"), expect: problem },
      ],
      expect: { plain: true, reading: "staff" },
    });
    const authoriser = "Finance, authorises";
    const toAuthorise = await claim(authoriser, "/payments/authorise");
    await expectStatesClean({
      baseUrl: app.baseUrl,
      signIn: async (context) => void (await enterBy(context, app.linkOf(authoriser))),
      visits: [
        { page: "payments authorise", path: "/payments/authorise" },
        { page: "authorise claim", path: toAuthorise },
        { page: "authorise claim", state: "error", path: toAuthorise, reach: press("Save"), expect: problem },
      ],
      expect: { plain: true, reading: "staff" },
    });
  });
});

async function homeOf(app: ExampleApp): Promise<string> {
  const context = await openContext();
  const home = new URL(await enterBy(context, app.linkOf("Attendee"))).pathname;
  await context.close();
  return home;
}

async function meetingsOf(app: ExampleApp): Promise<{ readonly ahead: string; readonly held: string }> {
  const context = await openContext();
  await enterBy(context, app.linkOf("Coordinator"));
  const page = await context.newPage();
  await page.goto(`${app.baseUrl}/meetings?show=all`);
  const links = await page.locator("main a[href^='/meetings/']").evaluateAll((found) => found.map((link) => [link.textContent ?? "", link.getAttribute("href") ?? ""]));
  await context.close();
  const referenceOf = (name: RegExp): string => /^\/meetings\/([A-Z]{8})/u.exec(links.find(([text = "", href = ""]) => name.test(text) && /\/[A-Z]{8}/u.test(href))?.[1] ?? "")?.[1] ?? "";
  const found = { ahead: referenceOf(/^Day services planning group, Tuesday/u), held: referenceOf(/first meeting/u) };
  expect(found).toEqual({ ahead: expect.stringMatching(/^[A-Z]{8}$/u), held: expect.stringMatching(/^[A-Z]{8}$/u) });
  return found;
}

async function firstLink(app: ExampleApp, part: string, path: string, wanted: RegExp): Promise<string> {
  const context = await openContext();
  await enterBy(context, app.linkOf(part));
  const page = await context.newPage();
  await page.goto(app.baseUrl + path);
  const links = await page.locator("main a").evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""));
  await context.close();
  const found = links.find((link) => wanted.test(link));
  if (found === undefined) throw new Error(`${path} has no link like ${wanted.source}: ${links.join(", ")}`);
  return found;
}
